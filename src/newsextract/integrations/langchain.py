"""Articles as LangChain's documents. Needs the extra "langchain"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..errors import missing
from . import MAX_CHARS, Source, check, pieces

try:
    from langchain_core.document_loaders import BaseLoader
    from langchain_core.documents import Document
except ModuleNotFoundError as error:
    raise missing(error, "newsextract.integrations.langchain needs", "langchain-core", "langchain") from None

__all__ = ["NewsExtractLoader"]


class NewsExtractLoader(BaseLoader):
    """Loads the articles of files, folders and dumps, cut for retrieval."""

    def __init__(
        self, sources: Source | Iterable[Source], *, max_chars: int | None = MAX_CHARS, overlap: int = 0
    ) -> None:
        """`sources`, `max_chars` and `overlap` are those of `newsextract.integrations.pieces`."""
        check(max_chars, overlap)
        self.sources, self.max_chars, self.overlap = sources, max_chars, overlap

    def lazy_load(self) -> Iterator[Document]:
        """The documents, one after another; `load` gives a list of them."""
        for piece in pieces(self.sources, self.max_chars, self.overlap):
            yield Document(id=piece.id, page_content=piece.text, metadata=piece.metadata)
