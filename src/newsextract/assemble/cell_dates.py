"""Cells read as dates: what a cell leaves out, its column's name or the table's caption may say."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter
from typing import Any

from .. import dates
from ..text import Block, Wire
from ..writing import has_digit

__all__ = ["CellDates", "ReadDate", "with_cells"]

ReadDate = Callable[..., dict[str, Any] | None]
"""Reads a whole text as one date, in the wire form of `Date`: (text, order of its numbers or None, surely=False), where
`surely` says that it is known to be one."""


class CellDates:
    """Reads the cells of one table."""

    def __init__(self, language: str | None, anchor: dt.date | None, caption: str | None = None) -> None:
        self._reader = dates.reader(language)
        self._anchor = anchor
        self._year = self._year_in(caption or "")

    def under(self, name: str) -> ReadDate:
        """How to read the cells of a column. A year in its name, else in the caption, is that of dates without one."""
        year = self._year_in(name) or self._year

        def read_date(text: str, order: str | None, surely: bool = False) -> Wire | None:
            return self._reader.read(text, self._anchor, order, year=year, surely=surely)

        return read_date

    def _year_in(self, text: str) -> int | None:
        """The one year that a name or caption speaks of."""
        if not has_digit(text):
            return None
        found = [date["earliest"] for date in dates.resolve(self._reader.find(text)) if date["basis"] == "explicit"]
        years = {day.year for day in found if day is not None}
        return years.pop() if len(years) == 1 else None


def with_cells(found: list[Wire], tables: list[Block]) -> list[Wire]:
    """The dates of an article, those of cells among them, in the order of their places.

    A cell's own reading replaces those that were found in it: its column and header say more of it than what stands
    before.
    """
    cells = {
        (cell["start"], cell["end"]): cell["value"]
        for block in tables
        for row in block.data["rows"]
        for cell in row
        if cell["value"] and cell["value"]["type"] == "date"
    }
    spans = sorted(cells)

    def is_in_cell(date: Wire) -> bool:
        at = bisect_right(spans, date["start"], key=itemgetter(0))
        return at > 0 and date["end"] <= spans[at - 1][1]

    kept = [date for date in found if not is_in_cell(date)] if cells else found
    return sorted([*kept, *cells.values()], key=lambda date: date["start"])
