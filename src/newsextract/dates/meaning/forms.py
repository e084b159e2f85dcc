"""What each form of expression means: the functions that `resolve.py` chooses from, by the form's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..expression import SATURDAY, Expression
from . import periods, relative, written
from .context import Context
from .spans import Meaning, day_of, months_after, nth_weekday, range_of, week_of, weekend_of

__all__ = ["MEANINGS"]


def counted(data: tuple[str, Any, int, int], expression: Expression, context: Context) -> Meaning | None:
    """So many days or months from a day that is named."""
    form, inner, days, months = data
    meaning = MEANINGS[form](inner, expression, context)
    if meaning is None or meaning.earliest is None:
        return meaning and Meaning(None, "day", None, None, "relative")
    try:
        return day_of(months_after(meaning.earliest, months) + dt.timedelta(days), "relative")
    except (OverflowError, ValueError):
        return None


def between(data: tuple[str, Any, Any], expression: Expression, context: Context) -> Meaning | None:
    """ "1980s-90s", "Q4 2023-Q1 2024": from the one to the other. Two quarters without a year are of one."""
    form, first, last = data
    expression = replace(expression, form=form)
    end = MEANINGS[form](last, expression, context)
    if end is None or end.earliest is None:
        return end
    if form in _PARTS_OF_YEARS and first[1] is first[2] is None:
        first = first[0], end.earliest.year, None
    begin = MEANINGS[form](first, expression, context)
    return (begin and range_of(begin, end)) or end


_PARTS_OF_YEARS = frozenset({"quarter", "half"})


def part_of_month(data: tuple[str, int, str, Any], expression: Expression, context: Context) -> Meaning | None:
    """A week, a weekend, a day or a half of a month by its number, from its end where that is -1.

    A week is one of the month that has its Thursday, as weeks of ISO 8601 are of the year.
    """
    unit, number, form, inner = data
    month = MEANINGS[form](inner, expression, context)
    if month is None or month.earliest is None or month.latest is None:
        return month and month._replace(precision="week" if unit == "week" else "day")
    if unit == "day":
        day = month.latest if number < 0 else month.earliest + dt.timedelta(number - 1)
        return day_of(day, month.basis) if day <= month.latest else None
    if unit == "half":
        middle = month.earliest + dt.timedelta(_HALF_A_MONTH)
        first_half, second = (month.earliest, middle - dt.timedelta(1)), (middle, month.latest)
        begin, end = first_half if number == 1 else second
        return range_of(day_of(begin, month.basis), day_of(end, month.basis))
    first = nth_weekday(month.earliest, month.latest, _THURSDAY if unit == "week" else SATURDAY, number)
    if first is None:
        return month  # which has no fifth
    try:
        return week_of(first, month.basis) if unit == "week" else weekend_of(first, month.basis)
    except OverflowError:
        return None


def weekend_near(data: tuple[str, Any], expression: Expression, context: Context) -> Meaning | None:
    """ "The weekend of 4 May", "Labor Day weekend": the one that is nearest to the day."""
    form, inner = data
    day = MEANINGS[form](inner, expression, context)
    if day is None or day.earliest is None:
        return day
    days = (day.earliest.weekday() - SATURDAY + _HALF_A_WEEK) % 7 - _HALF_A_WEEK
    try:
        return weekend_of(day.earliest - dt.timedelta(days), day.basis)
    except OverflowError:
        return None


_THURSDAY, _HALF_A_WEEK, _HALF_A_MONTH = 3, 3, 15


MEANINGS: dict[str, Callable[[Any, Expression, Context], Meaning | None]] = {
    "date": written.date,
    "iso": written.iso,
    "range": written.range_between,
    "numeric": written.numeric,
    "numericrange": written.numeric_range,
    "dayfigures": written.day_figures,
    "shift": relative.shift,
    "current": relative.current,
    "ahead": relative.ahead,
    "weekday": relative.weekday,
    "weeknumber": written.week_of_year,
    "weekdayfigures": written.weekday_figures,
    "weekof": written.week_of_day,
    "weekendof": weekend_near,
    "partofmonth": part_of_month,
    "loneday": relative.lone_day,
    "numberedday": relative.lone_day,
    "ofmonth": relative.day_of_shifted_month,
    "weekon": relative.week_on,
    "year": relative.year,
    "lastday": relative.last_day,
    "dayof": relative.day_of_month,
    "perhapsdayof": relative.perhaps_day_of_month,
    "dayofweek": relative.day_of_week,
    "weekdayafter": relative.weekday_after,
    "weekdayofmonth": written.weekday_of_month,
    "ofsame": relative.day_of_same_month,
    "feast": periods.feast,
    "season": periods.season,
    "yearseason": periods.year_season,
    "quarter": periods.part_of_year,
    "same": relative.same,
    "ago": relative.ago,
    "agotoday": relative.ago_today,
    "centuries": periods.centuries,
    "later": relative.later,
    "laterorahead": relative.later_or_ahead,
    "shiftedday": relative.shifted_day,
    "between": between,
    "counted": counted,
    "compared": relative.compared,
    "ofquarter": relative.of_quarter,
    "weekend": relative.weekend,
    "half": periods.part_of_year,
    "firstmonths": periods.first_months,
    "decade": periods.decade,
    "century": periods.century,
    "set": periods.recurring,
    "vague": periods.vague,
    "duration": periods.length,
}
