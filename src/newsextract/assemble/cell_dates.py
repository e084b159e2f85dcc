"""Cells read as dates: what a cell leaves out, its column's name or the table's caption may say."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter
from typing import Any, NamedTuple

from .. import dates
from ..text import Block, Wire
from ..writing import has_digit, words

__all__ = ["CellDates", "ReadDate", "names_days", "with_cells"]

ReadDate = Callable[..., dict[str, Any] | None]
"""Reads a whole text as one date, in the wire form of `Date`: (text, order of its numbers or None, surely=False), where
`surely` says that it is known to be one."""


#: Names of columns of days.
_DAY_WORDS = words(
    "day date dates tag datum jour date día fecha giorno data dia dag dato päivä dzień den kuupäev gün tarih день дата "
    "число ημέρα ημερομηνία يوم اليوم تاريخ التاريخ روز تاریخ 日 日付 日期 날짜 일자"
)
_WORD = re.compile(r"[^\W\d_]+")
#: "3", "3.", "3rd", "Mon 3", "lundi 3", "3日"
_DAY_ALONE = re.compile(r"(?:(?P<word>[^\W\d_]{2,12})\.?,? )?(?P<day>[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|er|日|일)?")


def names_days(name: str) -> bool:
    """Whether a column's name says that it holds days.

    >>> names_days("Date"), names_days("Jour"), names_days("Days lost")
    (True, True, False)
    """
    return not _DAY_WORDS.isdisjoint(_WORD.findall(name.lower()))


class _Stated(NamedTuple):
    year: int | None
    month: int | None


class CellDates:
    """Reads the cells of one table."""

    def __init__(self, language: str | None, anchor: dt.date | None, caption: str | None = None) -> None:
        self._reader = dates.reader(language)
        self._anchor = anchor
        self._caption = self._stated_in(caption or "")

    def under(self, name: str) -> ReadDate:
        """How to read the cells of a column. A year in its name, else in the caption, is that of dates without one; a
        month is that of days alone, which are days under a name that says so ("Day") or beside a weekday ("Mon 3")."""
        stated = self._stated_in(name)
        year = stated.year or self._caption.year
        month = stated if stated.month else self._caption
        days = month.month is not None and names_days(name)

        def read_date(text: str, order: str | None, surely: bool = False) -> Wire | None:
            if month.month is not None and (match := _DAY_ALONE.fullmatch(text.strip())):
                weekday = match["word"] is not None and self._reader.is_weekday(match["word"])
                if (days and match["word"] is None) or weekday:
                    return self._reader.day_of(text, month.year, month.month, int(match["day"]))
            return self._reader.read(text, self._anchor, order, year=year, surely=surely)

        return read_date

    def _stated_in(self, text: str) -> _Stated:
        """The one year, and the one month of it, that a name or caption speaks of."""
        if not has_digit(text):
            return _Stated(None, None)
        found = [date for date in dates.resolve(self._reader.find(text)) if date["basis"] == "explicit"]
        days = [date["earliest"] for date in found if date["earliest"] is not None]
        years, months = {day.year for day in days}, {(day.year, day.month) for day in days}
        one_month = len(months) == 1 and all(date["precision"] == "month" for date in found)
        return _Stated(years.pop() if len(years) == 1 else None, months.pop()[1] if one_month else None)


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
