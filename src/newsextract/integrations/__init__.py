"""Articles as the documents of other frameworks: `langchain`, `llama_index` and `haystack` have one class each.

All of them hand on the same pieces, which are here and need no framework: what a store of vectors keeps of an article.
"""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..dumps import Unreadable, find_inputs, read_dumps
from ..errors import InputError, MissingError
from ..export.chunks import MAX_CHARS, Chunk, chunks
from ..export.markdown import to_markdown
from ..items import read_item
from ..model import Article, Date, Failure

__all__ = ["MAX_CHARS", "Metadata", "Piece", "Source", "check", "pieces", "pieces_of", "warn"]

Source = str | bytes | os.PathLike[str] | Mapping[str, Any] | Article
"""A path (a file, a folder, a glob, a dump: all that `newsextract batch` reads), bytes or a mapping as `parse_many`
takes them, or an article that is read already. Unlike there a `str` is a path, as it is in the frameworks."""

Metadata = dict[str, str | int | list[str]]
"""Flat, since stores filter by nothing else; what is not known is left out."""

_LOG = logging.getLogger("newsextract.integrations")
#: Piece ids are named in it, so that the same piece of the same source has the same id each time it is read.
_IDS = uuid.UUID("5b1c1f0e-6f0f-5d43-9a53-1f0e9c3f7a21")


class Piece(NamedTuple):
    """A text to be found again, and what is known of it."""

    id: str
    """A UUID, the same whenever the same text of the same source is read."""
    text: str
    metadata: Metadata


def pieces(sources: Source | Iterable[Source], max_chars: int | None = MAX_CHARS, overlap: int = 0) -> Iterator[Piece]:
    """The pieces of all articles of the sources, in order. What cannot be read, and of many sources a path that names
    nothing, is named in a warning of the log `newsextract.integrations`, and left out.

    Args:
        sources: One or many.
        max_chars: As for `chunks`; None for whole articles, as Markdown.
        overlap: As for `chunks`.

    Raises:
        InputError: `max_chars` or `overlap` cannot be used, or the one source is a path that names nothing.

    >>> for piece in pieces({"id": "a1", "text": "Rain fell on 3 May 2024."}):
    ...     print(piece.text, piece.metadata)  # doctest: +ELLIPSIS
    Rain fell on 3 May 2024. {'source': 'a1', ... 'dates_earliest': 20240503, 'dates_latest': 20240503}
    """
    check(max_chars, overlap)
    return _pieces(sources, max_chars, overlap)


def _pieces(sources: Source | Iterable[Source], max_chars: int | None, overlap: int) -> Iterator[Piece]:
    for result in _articles(sources):
        if isinstance(result, Failure):
            warn(result.source or f"item {result.position}", result.message)
        else:
            yield from pieces_of(result, max_chars, overlap)


def pieces_of(article: Article, max_chars: int | None = MAX_CHARS, overlap: int = 0) -> Iterator[Piece]:
    """The pieces of one article."""
    cut = _whole(article) if max_chars is None else chunks(article, max_chars=max_chars, overlap=overlap)
    for number, chunk in enumerate(cut):
        name = "\0".join((article.source or "", str(number), chunk.text))
        yield Piece(str(uuid.uuid5(_IDS, name)), chunk.text, _metadata(article, chunk))


def check(max_chars: int | None, overlap: int) -> None:
    """Raise InputError for arguments that `pieces` cannot use."""
    chunks(Article(), max_chars=MAX_CHARS if max_chars is None else max_chars, overlap=overlap)


def warn(source: str | None, message: str) -> None:
    """Tell of what was left out."""
    _LOG.warning("left out: %s", message if source is None or source in message else f"{source}: {message}")


def _articles(sources: Source | Iterable[Source]) -> Iterator[Article | Failure]:
    if isinstance(sources, str | bytes | os.PathLike | Mapping | Article):
        yield from _articles_of(sources, 0)
        return
    if not isinstance(sources, Iterable):
        raise InputError(f"sources is {type(sources).__name__}; give paths, bytes, mappings or articles, one or many")
    for position, source in enumerate(sources):
        try:
            yield from _articles_of(source, position)
        except MissingError:  # it would be missing for all sources of a kind
            raise
        except InputError as error:  # one wrong path of many
            yield Failure(source=str(source), position=position, error=type(error).__name__, message=str(error))


def _articles_of(source: Source, position: int) -> Iterator[Article | Failure]:
    """Of one source. Raises InputError for a path that names nothing."""
    if isinstance(source, Article):
        yield source
    elif isinstance(source, str | os.PathLike):
        for found in read_dumps(find_inputs([os.fspath(source)])):
            if isinstance(found, Unreadable):
                yield Failure(source=found.source, position=found.position, error=found.error, message=found.message)
            else:
                yield read_item(found.item, found.position)
    else:
        yield read_item(source, position)


def _whole(article: Article) -> Iterator[Chunk]:
    """All of an article as one chunk, if there is anything in it."""
    text = to_markdown(article)
    if text:
        places = [(block.start, block.end) for block in article.blocks]
        start, end = min((start for start, _ in places), default=0), max((end for _, end in places), default=0)
        yield Chunk(text=text, dates=article.dates, start=start, end=end)


def _metadata(article: Article, chunk: Chunk) -> Metadata:
    known: dict[str, str | int | list[str] | None] = {
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "headline": article.headline.text if article.headline else None,
        "authors": list(article.authors),
        "headings": list(chunk.headings),
        "start": chunk.start,
        "end": chunk.end,
        "published": article.published.value if article.published else None,
        **_days("published", (article.published,)),
        "dates": list(dict.fromkeys(date.value for date in chunk.dates if date.value)),
        **_days("dates", chunk.dates),
    }
    return {name: value for name, value in known.items() if value is not None and value not in ("", [])}


def _days(name: str, dates: Iterable[Date | None]) -> dict[str, int]:
    """The first and the last day of dates as numbers, 20240503: stores compare numbers, and few of them dates."""
    bounds = [(date.earliest, date.latest) for date in dates if date]
    first = min((earliest for earliest, _ in bounds if earliest), default=None)
    last = max((latest for _, latest in bounds if latest), default=None)
    days = {f"{name}_earliest": first, f"{name}_latest": last}
    return {key: day.year * 10_000 + day.month * 100 + day.day for key, day in days.items() if day}
