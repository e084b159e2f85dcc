"""What dates that are written with a day, a month or a year mean: which year, and in which order their figures are."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..expression import Expression, Fields, full_year
from .context import NEAR, Context
from .spans import Meaning, day_of, month_of, nth_weekday, range_of, week_of, year_of

__all__ = [
    "date",
    "day_figures",
    "iso",
    "numeric",
    "numeric_range",
    "range_between",
    "week_of_day",
    "week_of_year",
    "weekday_figures",
    "weekday_of_month",
    "year_for",
]

#: So many dates are remembered: texts name the same days, months and years again and again.
_REMEMBERED = 1024
#: A day and a month in figures, the day first and the month first; None where it is no day so.
_Readings = tuple[Fields | None, Fields | None]


def iso(data: tuple[Fields, str], expression: Expression, context: Context) -> Meaning | None:
    fields, time = data
    meaning = date(fields, expression, context)
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


def date(fields: Fields, expression: Expression, context: Context) -> Meaning | None:
    """A day, a month or a year, of which the year may have to be found."""
    year, basis = fields.year, "inferred" if fields.short_year else "explicit"
    if year is None:
        counted = fields.shift is not None or fields.years is not None or fields.same is not None
        basis = "relative" if counted else "inferred"
        year = fields.shared or year_for(fields, expression, context)
        if year is not None and fields.begin is not None and not fields.shared:
            year = _behind(fields.begin, year, fields, context)
        if year is not None and fields.weekday is not None:
            year = _agreeing(year, fields, expression, context)
        if year is None:
            return Meaning(None, "day" if fields.day else "month", None, None, basis)
        if basis == "inferred" and (fields.month, fields.day) == _LEAP_DAY and not fields.shared:
            year = _leap_year(year, ahead=expression.tense in ("future", "until"))
    return _meaning(year, fields.month, fields.day, basis)


def _leap_year(year: int, *, ahead: bool) -> int:
    """The leap year that is nearest, behind or ahead.

    >>> _leap_year(2025, ahead=False), _leap_year(2025, ahead=True), _leap_year(1901, ahead=False)
    (2024, 2028, 1896)
    """
    while not calendar.isleap(year):
        year += 1 if ahead else -1
    return year


_LEAP_DAY = 2, 29


@lru_cache(maxsize=_REMEMBERED)
def _meaning(year: int, month: int | None, day: int | None, basis: str) -> Meaning | None:
    if not 1 <= year <= dt.MAXYEAR:
        return None
    if month is None:
        return year_of(year, basis)
    if day is None:
        return month_of(year, month, basis)
    try:
        return day_of(dt.date(year, month, day), basis)
    except ValueError:  # 29 February of another year
        return None


def year_for(fields: Fields, expression: Expression, context: Context) -> int | None:
    """The year of "12 September" or "March": by "last" or "next", by tense, else the one that is nearest."""
    day, future = context.anchor, expression.tense == "future"
    if fields.same is not None:
        focus = context.focus
        near = focus is not None and expression.start - context.focus_place <= NEAR
        return focus.earliest.year + fields.same if near and focus and focus.earliest else None
    if context.year is not None and fields.shift is None and fields.years is None and context.lends(expression):
        # From November on to February: the next year.
        return context.year + (context.month >= 11 and (fields.month or 12) <= 2)
    if fields.years == 1 and context.history and context.year is not None and not future:
        return context.year + 1  # 1 January of the next year, in a history
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
    if expression.tense == "past":
        told = _told_year(fields, context, expression)
        if told is not None:
            return told
        if distance > (_NOT_YET if fields.day else 0):
            return year - 1
    if expression.tense == "until":
        return year + (distance < -_HALF_A_YEAR) - (distance > _HALF_A_YEAR)
    if expression.tense == "over" and there > here:
        return year - 1
    if distance > _AHEAD:
        return year - 1
    if distance < -_BEHIND:
        return year + 1
    return year


def _behind(begin: Fields, year: int, fields: Fields, context: Context) -> int:
    """The year of the end of a range, the first behind its beginning: "from December 3 to January 5"."""
    first, focus = begin.shared, context.focus
    if focus is not None and focus.earliest is not None and focus.earliest.month == begin.month:
        first = focus.earliest.year
    here, there = (begin.month or 0, begin.day or 0), (fields.month or 0, fields.day or 0)
    return year if first is None else first + (there < here)


def _agreeing(year: int, fields: Fields, expression: Expression, context: Context) -> int | None:
    """The year in which a day falls on the weekday that is written, of those around the likeliest.

    Where none does, the weekday is rather a slip: then it is the likeliest, if the day of publication is known.
    """
    around = (year, year + 1, year - 1) if expression.tense in ("future", "until") else (year, year - 1, year + 1)
    for candidate in around:
        meaning = _meaning(candidate, fields.month, fields.day, "inferred")
        if meaning is None or meaning.earliest is None or meaning.earliest.weekday() == fields.weekday:
            return candidate
    return year if context.anchor else None


def _told_year(fields: Fields, context: Context, expression: Expression) -> int | None:
    """The year of the day that was spoken of last, where a day soon behind it is told of in the same breath: "shot on
    November 22, 1963. Oswald was shot on November 24."."""
    focus = context.focus
    if fields.day is None or focus is None or focus.earliest is None or focus.precision != "day":
        return None
    if focus.basis == "relative" or expression.start - context.focus_place > _BREATH:
        return None
    year = focus.earliest.year + ((fields.month or 0, fields.day) < (focus.earliest.month, focus.earliest.day))
    then = _meaning(year, fields.month, fields.day, "inferred")
    soon = then is not None and then.earliest is not None and (then.earliest - focus.earliest).days <= _SOON
    return year if soon else None


#: In characters: the rest of a sentence and another. In days.
_BREATH, _SOON = 160, 92
#: In days. What was so little ahead of the day of publication is rather what was planned.
_NOT_YET = 45
_HALF_A_YEAR = 180
#: A date without a year that would lie further ahead of the anchor than this many days (roughly) is the year before's;
#: further behind, the next year's. News looks back: the two are not alike.
_AHEAD = 150
_BEHIND = 280


def range_between(data: tuple[Fields, Fields], expression: Expression, context: Context) -> Meaning | None:
    first = date(data[0], expression, context)
    last = date(data[1], expression, context)
    if first is None or last is None:
        return None
    if first.value is None or last.value is None:
        return first
    if data[0].year is None and data[1].year is None and first.latest and last.latest and first.latest > last.latest:
        last = _meaning(last.latest.year + 1, data[1].month, data[1].day, last.basis) or last
    return range_of(first, last)


def numeric(data: Any, expression: Expression, context: Context) -> Meaning | None:
    first, second, year = data.parts
    basis = "inferred" if data.short_year else "explicit"
    order = context.order or ("DMY" if data.dotted else expression.order)
    if order == "YMD" and data.short_year:
        return _meaning(full_year(first), second, year, basis)
    if data.short_year:
        year = full_year(year)
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


def numeric_range(data: tuple[Any, Any], expression: Expression, context: Context) -> Meaning | None:
    """ "10/1/2018-10/7/2018": both ends in the same order, in which it must not run backwards."""
    orders = (context.order,) if context.order else ("MDY", "DMY") if expression.order == "MDY" else ("DMY", "MDY")
    meanings = []
    for order in orders:
        begin, end = (numeric(each, expression, replace(context, order=order)) for each in data)
        if begin and end and (meaning := range_of(begin, end)) and meaning not in meanings:
            meanings.append(meaning)
    if len(meanings) > 1 and not any(each.dotted for each in data):
        return meanings[0]._replace(alternatives=(str(meanings[1].value),))
    return meanings[0] if meanings else None


def weekday_figures(data: tuple[int, _Readings], expression: Expression, context: Context) -> Meaning | None:
    """ "Saturday (15/3)": the reading that is such a day. Where neither is, the weekday is rather a slip."""
    weekday, readings = data
    for fields in readings:
        meaning = fields and date(fields, expression, context)
        if meaning and meaning.earliest and meaning.earliest.weekday() == weekday:
            return meaning
    return (
        day_figures(readings, expression, context) if context.anchor else Meaning(None, "day", None, None, "inferred")
    )


def day_figures(data: _Readings, expression: Expression, context: Context) -> Meaning | None:
    """ "Le 22/04", "on 11/20": the day and month in the order of the language; in the other where that is no day."""
    day_first, month_first = data
    order = context.order or expression.order
    fields = (day_first or month_first) if order == "DMY" else (month_first or day_first)
    return date(fields, expression, context) if fields else None


def week_of_year(data: tuple[int, int | None], expression: Expression, context: Context) -> Meaning | None:
    """A week by its number (ISO 8601), of the anchor's year where none is written; the last where it is -1."""
    number, year = data
    if number < 0 and year is not None:  # the week of 28 December is the last
        return week_of(dt.date(year, 12, 28), "explicit")
    basis = "explicit" if year is not None else "inferred"
    if year is None:
        if context.anchor is None:
            return Meaning(None, "week", None, None, basis)
        year, week, _ = context.anchor.isocalendar()
        year += (number - week < -_HALF) - (number - week > _HALF)
    try:
        return week_of(dt.date.fromisocalendar(year, number, 1), basis)
    except ValueError:  # week 53 of a year that has 52
        return None


#: A week of another year that lies nearer by so many is that one's: in January "KW 51" is over.
_HALF = 26


def weekday_of_month(data: tuple[int, int, Fields], expression: Expression, context: Context) -> Meaning | None:
    """ "The first Monday of May", the last where the number is -1."""
    number, weekday, fields = data
    month = date(fields, expression, context)
    if month is None or month.earliest is None or month.latest is None:
        return month and month._replace(precision="day")
    day = nth_weekday(month.earliest, month.latest, weekday, number)
    return day_of(day, month.basis) if day else None


def week_of_day(fields: Fields, expression: Expression, context: Context) -> Meaning | None:
    """ "The week of March 6"."""
    day = date(fields, expression, context)
    if day is None or day.earliest is None:
        return day and day._replace(precision="week")
    try:
        return week_of(day.earliest, day.basis)
    except OverflowError:
        return None
