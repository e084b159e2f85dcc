"""An article whose source is not at hand, in the raw form of `to_text`, and its records with their places there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...assemble.raw import laid_out, placed_items, placed_lines, table_lines, to_text
from ...model import Article, ItemList, Table
from ...model.base import Record

__all__ = ["relaid"]

_Span = tuple[int | None, int | None]
_NOWHERE: _Span = (None, None)


class _Moved(NamedTuple):
    """Where a record stood in its source, and where it stands in the raw form."""

    before: _Span
    now: tuple[int, int]
    record: dict[str, Any]


def relaid(article: Article) -> tuple[str, Article]:
    """The raw form, and the article with the places that its records have in it.

    What stands in none of its parts any more (a date in a table's rule) has none. For the article of a page both are
    what they were: its offsets point into that form already.
    """
    text = to_text(article)
    wire = article.model_dump()
    records = _wire_of(article, wire)
    parts: list[_Moved] = []
    inner: list[_Moved] = []
    for start, part, chunk in laid_out(article):
        parts.append(_Moved(_span(records[id(part)]), (start, start + len(chunk)), records[id(part)]))
        inner += _inside(part, start, records)
    find = _Finder(text, parts, inner)
    for moved in (*parts, *inner):
        if moved.before != _NOWHERE:  # a headline from a page's metadata stays without a place
            moved.record["start"], moved.record["end"] = moved.now
    _move_others(wire, find, {moved.before: moved.now for moved in parts})
    return text, Article.model_validate(wire)


def _span(record: dict[str, Any]) -> _Span:
    return record["start"], record["end"]


def _wire_of(article: Article, wire: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """The dumped form of each part, by its identity."""
    found: dict[int, dict[str, Any]] = {}
    heads = ("headline", "standfirst", "byline")
    pairs: list[tuple[Any, Any]] = [(getattr(article, name), wire[name]) for name in heads]
    for section, dumped in zip(article.sections, wire["sections"], strict=True):
        pairs += [(section.heading, dumped["heading"]), *zip(section.blocks, dumped["blocks"], strict=True)]
    pairs += zip(article.furniture, wire["furniture"], strict=True)
    for record, dumped in pairs:
        found[id(record)] = dumped
    return found


def _inside(part: Record, start: int, records: dict[int, dict[str, Any]]) -> Iterator[_Moved]:
    """The items of a list, or the cells of a table, as `to_text` lays them out."""
    if isinstance(part, ItemList):
        for (_, place), dumped in zip(placed_items(part, start), records[id(part)]["items"], strict=True):
            yield _Moved(_span(dumped), place, dumped)
    elif isinstance(part, Table):
        rows = (places for _, places in placed_lines(table_lines(part), start) if places)
        for row, places in zip(records[id(part)]["rows"], rows, strict=True):
            for cell, place in zip(row, places, strict=True):
                yield _Moved(_span(cell), place, cell)


def _placed(layer: list[_Moved]) -> list[tuple[int, int, int, int]]:
    spans = ((*each.before, *each.now) for each in layer)
    return sorted((start, end, first, last) for start, end, first, last in spans if start is not None and end)


class _Finder:
    """Finds what stood inside an item, a cell or a part in the raw form of that."""

    def __init__(self, text: str, parts: list[_Moved], inner: list[_Moved]) -> None:
        self.text = text
        self.layers = [_placed(layer) for layer in (inner, parts)]
        self.starts = [[each[0] for each in layer] for layer in self.layers]
        self.behind: dict[int, int] = {}
        """Where the last find in a holder ended, by where that begins: what follows in the source follows here."""

    def __call__(self, wanted: str, span: _Span) -> _Span:
        start, end = span
        if start is None or end is None:
            return _NOWHERE
        for layer, starts in zip(self.layers, self.starts, strict=True):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= layer[at][1]:
                _, _, first, last = layer[at]
                found = self.text.find(wanted, self.behind.get(first, first), last)
                if found >= 0:
                    self.behind[first] = found + len(wanted)
                    return found, found + len(wanted)
        return _NOWHERE


def _move_others(wire: dict[str, Any], find: _Finder, parts: dict[_Span, tuple[int, int]]) -> None:
    """Dates, dateline and issues, and the headline that shares the span of a heading."""
    headline, dateline = wire["headline"], wire["dateline"]
    if headline and headline["origin"] == "first_heading":
        headline["start"], headline["end"] = parts.get(_span(headline), _NOWHERE)
    new: dict[_Span, _Span] = {}
    if dateline:
        dateline["start"], dateline["end"] = find(dateline["text"].strip(), _span(dateline))
        if dateline["start"] is None:
            wire["dateline"] = None
        find.behind.clear()
    for date in wire["dates"]:
        before = _span(date)
        date["start"], date["end"] = new[before] = find(date["text"], before)
    for date in (wire["published"], wire["modified"]):
        if date:
            date["start"], date["end"] = new.get(_span(date), _NOWHERE)
    for issue in wire["issues"]:
        issue["start"], issue["end"] = parts.get(_span(issue), _NOWHERE)
