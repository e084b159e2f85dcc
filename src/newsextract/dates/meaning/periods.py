"""What seasons, quarters, decades and feasts mean, and what has no place on the calendar: lengths, sets, "now"."""

from __future__ import annotations

import datetime as dt

from ..expression import Expression, Fields, Tense
from ..vocabulary.feasts import Rule, day_in
from .context import Context
from .spans import Meaning, century_of, day_of, decade_of, half_of, month_of, quarter_of, range_of, season_of
from .written import year_for

__all__ = [
    "centuries",
    "century",
    "decade",
    "feast",
    "first_months",
    "length",
    "part_of_year",
    "recurring",
    "season",
    "vague",
    "year_season",
]


def season(data: tuple[int, int | None, int | None], expression: Expression, context: Context) -> Meaning | None:
    season, year, shift = data
    basis = "explicit" if year is not None else "relative" if shift is not None else "inferred"
    if year is None:
        if context.year is not None and shift is None and context.lends(expression):
            return season_of(context.year, season, basis)
        if context.anchor is None:
            return Meaning(None, "season", None, None, basis)
        year = context.anchor.year
        year += _season_shift(season, shift, expression.tense, context.anchor)
    return season_of(year, season, basis)


def year_season(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    season, years = data
    day = context.anchor
    if day is None or not 1 <= day.year + years <= dt.MAXYEAR:
        return Meaning(None, "season", None, None, "relative")
    return season_of(day.year + years, season, "relative")


def _season_shift(season: int, shift: int | None, tense: Tense, day: dt.date | None) -> int:
    if day is None:
        return 0
    begins = season * 3  # March, June, September, December
    if shift == -1:
        return 0 if begins + 2 < day.month else -1
    if shift == 1:
        return 0 if begins > day.month else 1
    ahead = 0 if tense in ("past", "over") else _AHEAD
    if shift is None and tense != "future" and begins > day.month + ahead:
        return -1
    return 0


#: In months. A bare season that is further ahead is the last one.
_AHEAD = 6


def feast(
    data: tuple[Rule, int | None, int | None, int | None], expression: Expression, context: Context
) -> Meaning | None:
    """The day of a feast, in the year that is written or that a day of its month would have."""
    rule, year, shift, years = data
    basis = "explicit" if year is not None else "inferred" if shift is years is None else "relative"
    if year is None:
        now = context.anchor.year if context.anchor else context.year or _A_YEAR
        near = day_in(rule, min(max(now, _FIRST_YEAR), _LAST_YEAR))
        year = year_for(Fields(None, near.month, near.day, shift, years=years), expression, context)
        if year is None:
            return Meaning(None, "day", None, None, basis)
    return day_of(day_in(rule, year), basis) if _FIRST_YEAR <= year <= _LAST_YEAR else None


#: So many months behind its end a quarter is reported on: "it will report on the third quarter".
_REPORTED_WITHIN = 2
#: Any year: only the month of a feast is asked for. Before the first there is no Gregorian calendar; the last leaves
#: room behind it, since some feasts are counted from another day or from the month behind.
_A_YEAR, _FIRST_YEAR, _LAST_YEAR = 2000, 1583, 9998


def part_of_year(data: tuple[int, int | None, int | None], expression: Expression, context: Context) -> Meaning | None:
    """A quarter or a half of a year."""
    number, year, shift = data
    make = quarter_of if expression.form == "quarter" else half_of
    basis = "explicit" if year is not None else "relative" if shift is not None else "inferred"
    months = 3 if expression.form == "quarter" else 6
    begins = (number - 1) * months + 1
    if year is None:
        if context.anchor is None and (shift is not None or not context.lends(expression)):
            return Meaning(None, expression.form if expression.form == "quarter" else "month", None, None, basis)
        day = context.anchor
        year = day.year if day else context.year
        assert year is not None
        if shift is not None:
            year += shift
        elif day and expression.tense in ("future", "until"):
            year += begins + months + _REPORTED_WITHIN < day.month
        elif day:
            year -= begins > day.month + 3
    return make(year, number, basis) if 1 <= year <= dt.MAXYEAR else None


def first_months(data: tuple[int, int | None, int | None], expression: Expression, context: Context) -> Meaning | None:
    """So many months from January on: of the year that is named, else the last time that they were over."""
    months, year, shift = data
    basis = "explicit" if year is not None else "relative" if shift is not None else "inferred"
    if year is None:
        day = context.anchor
        if day is not None:
            over = shift is None and expression.tense not in ("future", "until")
            year = day.year + (shift or 0) - (over and months > day.month)
        elif shift is None and context.lends(expression):
            year = context.year
    if year is None:
        return Meaning(None, "month", None, None, basis)
    if not 1 <= year <= dt.MAXYEAR:
        return None
    return range_of(month_of(year, 1, basis), month_of(year, months, basis))


def decade(data: str, expression: Expression, context: Context) -> Meaning | None:
    if len(data) == 4:
        if data.endswith("00") and data != "2000":
            return century_of(int(data) // 100, "explicit")
        return decade_of(int(data) // 10, "explicit")
    return decade_of((200 if data == "00" else 190) + int(data) // 10, "inferred")


def century(data: int, expression: Expression, context: Context) -> Meaning | None:
    return century_of(data - 1, "explicit")


def centuries(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    first, last = (century_of(number - 1, "explicit") for number in data)
    return range_of(first, last) if first and last else None


def recurring(
    data: tuple[int | None, int | None, tuple[int, str | None]], expression: Expression, context: Context
) -> Meaning | None:
    """ "Every Monday", "each May"; "every two weeks" by the time between, "twice a week" by the time it counts in."""
    weekday, month, between = data
    if month is not None:
        return Meaning(f"XXXX-{month:02}", "month", None, None, "explicit", kind="set")
    if weekday is not None:
        return Meaning(f"XXXX-WXX-{weekday + 1}", "day", None, None, "explicit", kind="set")
    time = length(between, expression, context)
    return time and time._replace(kind="set")


def length(data: tuple[int, str | None], expression: Expression, context: Context) -> Meaning | None:
    amount, unit = data
    if unit is None or unit not in _LENGTHS:
        return None
    count, letter = _LENGTHS[unit]
    return Meaning(f"P{amount * count}{letter}", unit, None, None, "explicit", kind="duration")


#: The units of ISO 8601 durations, and what is counted in them.
_LENGTHS = {
    "day": (1, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}


def vague(data: tuple[str, str], expression: Expression, context: Context) -> Meaning | None:
    """A TIMEX3 value without a place on the calendar. The precision of "now" is the coarsest that there is."""
    kind, value = data
    units = _CLOCK_UNITS if value.startswith("PT") else _UNITS
    precision = "century" if kind == "date" else units.get(value[-1], "century")
    return Meaning(value, precision, None, None, "relative" if kind == "date" else "explicit", kind=kind)
