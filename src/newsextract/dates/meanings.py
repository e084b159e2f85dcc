"""What each form of expression means: the functions that `resolve.py` chooses from, by the form's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from . import relative
from .context import NEAR, Context
from .feasts import Rule, day_in
from .forms import Fields
from .grammar import Expression
from .spans import (
    Meaning,
    century_of,
    day_of,
    decade_of,
    half_of,
    month_of,
    quarter_of,
    range_of,
    season_of,
    week_of,
    year_of,
)
from .tense import Tense

__all__ = ["MEANINGS", "Context"]


def _iso(data: tuple[Fields, str], expression: Expression, context: Context) -> Meaning | None:
    fields, time = data
    meaning = _date(fields, expression, context)
    if meaning is None:
        return None
    clock, zone = time[:8].rstrip("Z +-"), ""
    for mark in "+-":
        if mark in time:
            clock, _, offset = time.partition(mark)
            offset = offset.replace(":", "")
            zone = f"{mark}{offset[:2]}:{offset[2:]}"
    if time.endswith("Z"):
        clock, zone = time[:-1], "+00:00"
    clock = clock.strip()
    clock = clock.replace(",", ".").partition(".")[0]
    parts = [int(part) for part in clock.split(":")]
    if parts[0] > 23 or max(parts[1:]) > 59:
        return meaning
    precision = "second" if len(parts) == 3 else "minute"
    return meaning._replace(value=f"{meaning.value}T{clock}{zone}", precision=precision, kind="time")


def _date(fields: Fields, expression: Expression, context: Context) -> Meaning | None:
    """A day, a month or a year, of which the year may have to be found."""
    year, basis = fields.year, "explicit"
    if year is None:
        counted = fields.shift is not None or fields.years is not None or fields.same is not None
        basis = "relative" if counted else "inferred"
        year = fields.shared or _year_for(fields, expression, context)
        if year is not None and fields.weekday is not None and context.anchor is None:
            year = _agreeing(year, fields, context)
        if year is None:
            return Meaning(None, "day" if fields.day else "month", None, None, basis)
    return _meaning(year, fields.month, fields.day, basis)


def _meaning(year: int, month: int | None, day: int | None, basis: str) -> Meaning | None:
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return year_of(year, basis)
    if day is None:
        return month_of(year, month, basis)
    try:
        return day_of(dt.date(year, month, day), basis)
    except ValueError:  # 29 February of another year
        return None


def _year_for(fields: Fields, expression: Expression, context: Context) -> int | None:
    """The year of "12 September" or "March": by "last" or "next", by tense, else the one that is nearest."""
    day, future = context.anchor, expression.tense == "future"
    if fields.same is not None:
        focus = context.focus
        near = focus is not None and expression.start - context.focus_place <= NEAR
        return focus.earliest.year + fields.same if near and focus and focus.earliest else None
    borrows = context.history or (day is None and expression.start - context.place <= NEAR)
    if borrows and context.year is not None and fields.shift is None and fields.years is None:
        # From November on to February: the next year.
        return context.year + (context.month >= 11 and (fields.month or 12) <= 2)
    if day is None:
        return None
    month, year = fields.month or day.month, day.year
    if fields.years is not None:
        return year + fields.years
    here, there = (day.month, day.day), (month, fields.day or day.day)
    if fields.shift == 0:
        return year
    if fields.shift == -1:
        return year if there < here else year - 1
    if fields.shift == 1 or (future and fields.day is None):
        return year if there > here or (future and there == here) else year + 1
    distance = (month - day.month) * 30 + ((fields.day - day.day) if fields.day else 0)
    if future:
        return year if distance >= -31 else year + 1
    if expression.tense == "past" and fields.day is None and distance > 0:
        return year - 1
    if expression.tense == "until":
        return year + (distance < -_HALF_A_YEAR) - (distance > _HALF_A_YEAR)
    if distance > _AHEAD:
        return year - 1
    if distance < -_BEHIND:
        return year + 1
    return year


def _agreeing(year: int, fields: Fields, context: Context) -> int | None:
    """The year in which a day falls on the weekday that is written, of those around the likeliest."""
    for candidate in (year, year - 1, year + 1):
        meaning = _meaning(candidate, fields.month, fields.day, "inferred")
        if meaning is None or meaning.earliest is None or meaning.earliest.weekday() == fields.weekday:
            return candidate
    return None


_HALF_A_YEAR = 180

#: A date without a year that would lie further ahead of the anchor than this many days (roughly) is the year before's;
#: further behind, the next year's. News looks back: the two are not alike.
_AHEAD = 150


_BEHIND = 280


def _range(data: tuple[Fields, Fields], expression: Expression, context: Context) -> Meaning | None:
    first = _date(data[0], expression, context)
    last = _date(data[1], expression, context)
    if first is None or last is None:
        return None
    if first.value is None or last.value is None:
        return first
    if data[0].year is None and data[1].year is None and first.latest and last.latest and first.latest > last.latest:
        last = _meaning(last.latest.year + 1, data[1].month, data[1].day, last.basis) or last
    return range_of(first, last)


def _numeric(data: Any, expression: Expression, context: Context) -> Meaning | None:
    first, second, year = data.parts
    basis = "explicit"
    if data.short_year:
        basis = "inferred"
        year += 1900 if year > 69 else 2000
    order = context.order or ("DMY" if data.dotted else expression.order)
    if order == "YMD" and data.short_year:
        return _meaning(2000 + first if first <= 69 else 1900 + first, second, year % 100, basis)
    if order == "YMD":
        order = expression.order if expression.order != "YMD" else "MDY"
    readings = [(first, second), (second, first)]  # day, month
    if order == "MDY":
        readings.reverse()
    meanings = [
        meaning for day, month in readings if month <= 12 and (meaning := _meaning(year, month, day, basis)) is not None
    ]
    if not meanings:
        return None
    likelier, *other = meanings
    decided = context.order is not None or (data.dotted and expression.order != "MDY")
    if other and not decided and other[0].value is not None and other[0].value != likelier.value:
        return likelier._replace(alternatives=(other[0].value,))
    return likelier


def _week_of(fields: Fields, expression: Expression, context: Context) -> Meaning | None:
    """ "The week of March 6"."""
    day = _date(fields, expression, context)
    if day is None or day.earliest is None:
        return day and day._replace(precision="week")
    try:
        return week_of(day.earliest, day.basis)
    except OverflowError:
        return None


def _season(data: tuple[int, int | None, int | None], expression: Expression, context: Context) -> Meaning | None:
    season, year, shift = data
    basis = "explicit" if year is not None else "relative" if shift is not None else "inferred"
    if year is None:
        if context.year is not None and shift is None and (context.history or context.anchor is None):
            return season_of(context.year, season, basis)
        if context.anchor is None:
            return Meaning(None, "season", None, None, basis)
        year = context.anchor.year
        year += _season_shift(season, shift, expression.tense, context.anchor)
    return season_of(year, season, basis)


def _year_season(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    season, years = data
    day = context.anchor
    if day is None or not 1 <= day.year + years <= 9999:
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
    if shift is None and tense != "future" and (begins > day.month + 6 or (tense == "past" and begins > day.month)):
        return -1
    return 0


def _feast(
    data: tuple[Rule, int | None, int | None, int | None], expression: Expression, context: Context
) -> Meaning | None:
    """The day of a feast, in the year that is written or that a day of its month would have."""
    rule, year, shift, years = data
    basis = "explicit" if year is not None else "inferred" if shift is years is None else "relative"
    if year is None:
        now = context.anchor.year if context.anchor else context.year or _A_YEAR
        near = day_in(rule, min(max(now, _FIRST_YEAR), _LAST_YEAR))
        year = _year_for(Fields(None, near.month, near.day, shift, years=years), expression, context)
        if year is None:
            return Meaning(None, "day", None, None, basis)
    return day_of(day_in(rule, year), basis) if _FIRST_YEAR <= year <= _LAST_YEAR else None


#: Any year: only the month of a feast is asked for. Before the first there is no Gregorian calendar.
_A_YEAR, _FIRST_YEAR, _LAST_YEAR = 2000, 1583, 9998


def _part_of_year(data: tuple[int, int | None, int | None], expression: Expression, context: Context) -> Meaning | None:
    """A quarter or a half of a year."""
    number, year, shift = data
    make = quarter_of if expression.form == "quarter" else half_of
    basis = "explicit" if year is not None else "relative" if shift is not None else "inferred"
    if year is None:
        if context.anchor is None and (context.year is None or shift is not None):
            return Meaning(None, expression.form if expression.form == "quarter" else "month", None, None, basis)
        day = context.anchor
        year = day.year if day else context.year
        assert year is not None
        if shift is not None:
            year += shift
        elif day and expression.tense != "future":
            begins = (number - 1) * (3 if expression.form == "quarter" else 6) + 1
            year -= begins > day.month + 3
    return make(year, number, basis) if 1 <= year <= 9999 else None


def _decade(data: str, expression: Expression, context: Context) -> Meaning | None:
    if len(data) == 4:
        if data.endswith("00") and data != "2000":
            return century_of(int(data) // 100, "explicit")
        return decade_of(int(data) // 10, "explicit")
    return decade_of((200 if data == "00" else 190) + int(data) // 10, "inferred")


def _century(data: int, expression: Expression, context: Context) -> Meaning | None:
    return century_of(data - 1, "explicit")


def _set(
    data: tuple[int | None, int | None, str | None], expression: Expression, context: Context
) -> Meaning | None:
    weekday, month, unit = data
    if month is not None:
        return Meaning(f"XXXX-{month:02}", "month", None, None, "explicit", kind="set")
    if weekday is not None:
        return Meaning(f"XXXX-WXX-{weekday + 1}", "day", None, None, "explicit", kind="set")
    values = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y"}
    if unit not in values:
        return None
    return Meaning(values[unit], unit, None, None, "explicit", kind="set")


def _duration(data: tuple[int, str], expression: Expression, context: Context) -> Meaning | None:
    amount, unit = data
    letters = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y"}
    if unit not in letters:
        return None
    return Meaning(
        f"P{amount * (10 if unit == 'decade' else 1)}{letters[unit]}", unit, None, None, "explicit", kind="duration"
    )


_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}


def _vague(data: tuple[str, str], expression: Expression, context: Context) -> Meaning | None:
    """A TIMEX3 value without a place on the calendar. The precision of "now" is the coarsest that there is."""
    kind, value = data
    units = _CLOCK_UNITS if value.startswith("PT") else _UNITS
    precision = "century" if kind == "date" else units.get(value[-1], "century")
    return Meaning(value, precision, None, None, "relative" if kind == "date" else "explicit", kind=kind)


MEANINGS: dict[str, Callable[[Any, Expression, Context], Meaning | None]] = {
    "date": _date,
    "iso": _iso,
    "range": _range,
    "numeric": _numeric,
    "shift": relative.shift,
    "ahead": relative.ahead,
    "weekday": relative.weekday,
    "weekof": _week_of,
    "weekon": relative.week_on,
    "year": relative.year,
    "lastday": relative.last_day,
    "dayofweek": relative.day_of_week,
    "feast": _feast,
    "season": _season,
    "yearseason": _year_season,
    "quarter": _part_of_year,
    "same": relative.same,
    "ago": relative.ago,
    "later": relative.later,
    "compared": relative.compared,
    "ofquarter": relative.of_quarter,
    "weekend": relative.weekend,
    "half": _part_of_year,
    "decade": _decade,
    "century": _century,
    "set": _set,
    "vague": _vague,
    "duration": _duration,
}
