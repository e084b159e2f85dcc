"""Articles as LlamaIndex's documents. Needs the extra "llama-index"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import missing
from . import MAX_CHARS, Metadata, Piece, Source, check, pieces

try:
    from llama_index.core.readers.base import BaseReader
    from llama_index.core.schema import Document
except ModuleNotFoundError as error:
    raise missing(error, "newsextract.integrations.llama_index needs", "llama-index-core", "llama-index") from None

__all__ = ["NewsExtractReader"]

#: LlamaIndex writes metadata above a text, for the model of embeddings and for that which answers, unless told not to.
#: The headline is the first of the headings.
_EMBEDDED = ("headings",)
_SHOWN = (*_EMBEDDED, "source", "authors", "published")
#: Its stores take no lists.
_JOINTS = {"headings": " > ", "authors": ", ", "dates": ", "}


class NewsExtractReader(BaseReader):
    """Reads the articles of files, folders and dumps, cut for retrieval. It can be a `file_extractor` of
    `SimpleDirectoryReader`, too."""

    def __init__(self, *, max_chars: int | None = MAX_CHARS, overlap: int = 0) -> None:
        """`max_chars` and `overlap` are those of `newsextract.integrations.pieces`."""
        check(max_chars, overlap)
        self.max_chars, self.overlap = max_chars, overlap

    def lazy_load_data(
        self, sources: Source | Iterable[Source], extra_info: Mapping[str, Any] | None = None
    ) -> Iterator[Document]:
        """The documents, one after another; `load_data` gives a list of them.

        Args:
            sources: As for `newsextract.integrations.pieces`.
            extra_info: More metadata for all of them; what is known of an article wins.
        """
        for piece in pieces(sources, self.max_chars, self.overlap):
            yield _document(piece, dict(extra_info or {}))


def _document(piece: Piece, more: dict[str, Any]) -> Document:
    metadata = {**more, **_without_lists(piece.metadata)}
    return Document(
        id_=piece.id,
        text=piece.text,
        metadata=metadata,
        excluded_embed_metadata_keys=[key for key in metadata if key not in _EMBEDDED],
        excluded_llm_metadata_keys=[key for key in metadata if key not in _SHOWN],
    )


def _without_lists(metadata: Metadata) -> dict[str, str | int]:
    return {name: _JOINTS[name].join(value) if isinstance(value, list) else value for name, value in metadata.items()}
