"""What each form of expression means: the functions that `resolve.py` chooses from, by the form's name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from ..expression import Expression
from . import periods, relative, written
from .context import Context
from .spans import Meaning, day_of

__all__ = ["MEANINGS", "Context"]


def counted(data: tuple[str, Any, int], expression: Expression, context: Context) -> Meaning | None:
    """So many days from a day that is named."""
    form, inner, days = data
    meaning = MEANINGS[form](inner, expression, context)
    if meaning is None or meaning.earliest is None:
        return meaning and Meaning(None, "day", None, None, "relative")
    try:
        return day_of(meaning.earliest + dt.timedelta(days), "relative")
    except OverflowError:
        return None


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
    "counted": counted,
    "compared": relative.compared,
    "ofquarter": relative.of_quarter,
    "weekend": relative.weekend,
    "half": periods.part_of_year,
    "decade": periods.decade,
    "century": periods.century,
    "set": periods.recurring,
    "vague": periods.vague,
    "duration": periods.length,
}
