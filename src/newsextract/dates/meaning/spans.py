"""Spans of the calendar, with their EDTF values and bounds."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "Meaning",
    "century_of",
    "day_of",
    "decade_of",
    "half_of",
    "month_of",
    "months_after",
    "nth_weekday",
    "quarter_of",
    "range_of",
    "season_of",
    "week_of",
    "weekend_of",
    "year_of",
]


class Meaning(NamedTuple):
    """What a date means: the fields of a `Date` that do not depend on where it stands."""

    value: str | None
    precision: str
    earliest: dt.date | None
    latest: dt.date | None
    basis: str
    alternatives: tuple[str, ...] = ()
    kind: str = "date"


#: So many months, quarters or years are remembered: texts speak of the same ones again and again.
_REMEMBERED = 512


def day_of(day: dt.date, basis: str) -> Meaning:
    return Meaning(day.isoformat(), "day", day, day, basis)


def week_of(day: dt.date, basis: str) -> Meaning:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    first = day - dt.timedelta(day.weekday())
    last = first + dt.timedelta(6)
    return Meaning(f"{first}/{last}", "week", first, last, basis)


def weekend_of(saturday: dt.date, basis: str) -> Meaning:
    sunday = saturday + dt.timedelta(1)
    return Meaning(f"{saturday}/{sunday}", "day", saturday, sunday, basis)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of a month so many behind, or its last where it has none.

    >>> months_after(dt.date(2024, 1, 31), 1), months_after(dt.date(2024, 3, 5), -12)
    (datetime.date(2024, 2, 29), datetime.date(2023, 3, 5))
    """
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return dt.date(day.year + years, month + 1, min(day.day, last))


def nth_weekday(first: dt.date, last: dt.date, weekday: int, number: int) -> dt.date | None:
    """A weekday by its number between two days, the last where it is -1; None if there are not so many.

    >>> nth_weekday(dt.date(2024, 5, 1), dt.date(2024, 5, 31), 3, -1)
    datetime.date(2024, 5, 30)
    """
    if number < 0:
        return last - dt.timedelta((last.weekday() - weekday) % 7)
    days = (weekday - first.weekday()) % 7 + 7 * (number - 1)
    return first + dt.timedelta(days) if days <= (last - first).days else None


@lru_cache(maxsize=_REMEMBERED)
def month_of(year: int, month: int, basis: str) -> Meaning:
    first, last = _months(year, month, month)
    return Meaning(f"{year:04}-{month:02}", "month", first, last, basis)


@lru_cache(maxsize=_REMEMBERED)
def quarter_of(year: int, quarter: int, basis: str) -> Meaning:
    """
    >>> quarter_of(2023, 2, "explicit").value
    '2023-04-01/2023-06-30'
    """
    first, last = _months(year, quarter * 3 - 2, quarter * 3)
    return Meaning(f"{first}/{last}", "quarter", first, last, basis)


def half_of(year: int, half: int, basis: str) -> Meaning:
    """Half a year, as the interval of its months.

    >>> half_of(2023, 1, "explicit").value
    '2023-01/2023-06'
    """
    first, last = _months(year, half * 6 - 5, half * 6)
    return Meaning(f"{year:04}-{half * 6 - 5:02}/{year:04}-{half * 6:02}", "month", first, last, basis)


def season_of(year: int, season: int, basis: str) -> Meaning:
    """A season has no bounds: which months it means depends on the hemisphere and the writer."""
    return Meaning(f"{year:04}-{season + 20}", "season", None, None, basis)


@lru_cache(maxsize=_REMEMBERED)
def year_of(year: int, basis: str) -> Meaning:
    return Meaning(f"{year:04}", "year", dt.date(year, 1, 1), dt.date(year, 12, 31), basis)


def decade_of(decade: int, basis: str) -> Meaning | None:
    """
    >>> decade_of(199, "explicit").value
    '199X'
    """
    if not 1 <= decade <= 999:
        return None
    return Meaning(f"{decade:03}X", "decade", dt.date(decade * 10, 1, 1), dt.date(decade * 10 + 9, 12, 31), basis)


def century_of(century: int, basis: str) -> Meaning | None:
    """The years that share their first two digits: the 20th century is `century` 19, 19XX."""
    if not 1 <= century <= 99:
        return None
    return Meaning(
        f"{century:02}XX", "century", dt.date(century * 100, 1, 1), dt.date(century * 100 + 99, 12, 31), basis
    )


def range_of(first: Meaning, last: Meaning) -> Meaning | None:
    """From the one to the other, None if it would run backwards. Of what is an interval itself, only the outer ends;
    what ends where it begins is the one.

    >>> range_of(quarter_of(2023, 4, "explicit"), quarter_of(2024, 1, "explicit")).value
    '2023-10-01/2024-03-31'
    """
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    basis = first.basis if first.basis != "explicit" else last.basis
    value = str(first.value)
    if first.value != last.value:
        value = f"{value.partition('/')[0]}/{str(last.value).rpartition('/')[2]}"
    return Meaning(value, first.precision, first.earliest, last.latest, basis)


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
