"""Articles as Haystack's documents. Needs the extra "haystack"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..api import parse_bytes, parse_html
from ..errors import NewsExtractError, missing
from ..files import PAGE_TYPES
from ..model import Article
from . import MAX_CHARS, Piece, check, pieces, pieces_of, warn

try:
    from haystack import Document, component
    from haystack.components.converters.utils import normalize_metadata
    from haystack.dataclasses import ByteStream
except ModuleNotFoundError as error:
    raise missing(error, "newsextract.integrations.haystack needs", "haystack-ai", "haystack") from None

__all__ = ["NewsExtractConverter"]


@component
class NewsExtractConverter:
    """Converts files, folders, dumps and streams of bytes to documents cut for retrieval. As Haystack's own converters
    do, it leaves out what cannot be read, with a warning."""

    def __init__(self, max_chars: int | None = MAX_CHARS, overlap: int = 0) -> None:
        """`max_chars` and `overlap` are those of `newsextract.integrations.pieces`."""
        check(max_chars, overlap)
        self.max_chars, self.overlap = max_chars, overlap

    @component.output_types(documents=list[Document])
    def run(
        self, sources: list[str | Path | ByteStream], meta: dict[str, Any] | list[dict[str, Any]] | None = None
    ) -> dict[str, list[Document]]:
        """The documents of the sources.

        Args:
            sources: Paths, or articles and pages as bytes.
            meta: More metadata for all documents, or a dict for each source; what is known of an article wins.
        """
        documents = []
        for source, more in zip(sources, normalize_metadata(meta, len(sources)), strict=True):
            given = {**source.meta, **more} if isinstance(source, ByteStream) else more
            documents += [
                Document(content=piece.text, meta={**given, **piece.metadata}) for piece in self._pieces(source)
            ]
        return {"documents": documents}

    def _pieces(self, source: str | Path | ByteStream) -> Iterator[Piece]:
        try:
            if isinstance(source, ByteStream):
                yield from pieces_of(_article(source), self.max_chars, self.overlap)
            else:
                yield from pieces(source, self.max_chars, self.overlap)
        except NewsExtractError as error:
            warn(None if isinstance(source, ByteStream) else str(source), str(error))


def _article(stream: ByteStream) -> Article:
    """A text or page as a fetcher gives it."""
    url = stream.meta.get("url")
    name = stream.meta.get("file_path") or url
    if stream.mime_type in PAGE_TYPES:
        return parse_html(stream.data, url=url, source=name)
    return parse_bytes(stream.data, name or "a stream of bytes", source=name)
