"""What a worker of a run does to a document. The supervisor does not import this: the parser is the workers'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ..dumps import Fields, Line, read_line, size_of
from ..errors import InputError
from ..items import read_item, source_of, warm_up
from ..model import Article
from .tally import Kept, Rejected, tally_of

__all__ = ["answering"]


def answering(fields: Mapping[str, str], language: str | None) -> Callable[[Any], Kept | Rejected | None]:
    """A `worker.Work` for items of dumps; `language` is that of documents that do not say theirs."""
    warm_up()
    return partial(_answer, Fields(fields), language)


def _answer(fields: Fields, language: str | None, item: Mapping[str, Any] | Line | None) -> Kept | Rejected | None:
    if item is None:  # a place that gives no document, in its order
        return None
    try:
        row = read_line(item, fields) if isinstance(item, Line) else item
    except InputError as error:
        return Rejected(type(error).__name__, str(error), 0, error.source)
    if language and "language" not in row:
        row = {**row, "language": language}
    result = read_item(row, 0)
    size = size_of(row)
    if isinstance(result, Article):
        return Kept(result.model_dump_json().encode(), tally_of(result, size))
    return Rejected(result.error, result.message, size, source_of(row))
