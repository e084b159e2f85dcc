"""What a written date means: its value, precision and bounds, counted from the day of publication where it must be.

Never finer than what was written, never counted from the wall clock: without an anchor a relative date has no value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from ...errors import InputError
from ..expression import Expression
from ..vocabulary.codes import Daylight, MoscowTime
from .context import NEAR, Context
from .forms import MEANINGS
from .spans import Meaning, year_of

__all__ = ["anchor", "numeric_order", "resolve", "stated"]


#: A day at least: a month or a week has no day to count from.
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def anchor(value: object) -> dt.date:
    """The day that relative dates are counted from.

    Raises InputError if it is no date, datetime, or ISO 8601 text of one.

    >>> anchor("2025-02-07T08:15:00Z")
    datetime.date(2025, 2, 7)
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and _ISO_DAY.match(value.strip()):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise InputError(
        f"published is {value!r}, which is no day as YYYY-MM-DD: give a date, a datetime or a text such as '2025-02-07'"
    )


def numeric_order(found: Sequence[Expression]) -> str | None:
    """The order of numeric dates that the document itself shows: one with a part over 12 settles it for all.

    Where they contradict each other, nothing is settled.
    """
    day_first = month_first = False
    for expression in found:
        if expression.form in ("numeric", "numericrange"):
            for reading in (expression.data,) if expression.form == "numeric" else expression.data:
                first, second, _ = reading.parts
                day_first = day_first or first > 12 >= second
                month_first = month_first or second > 12 >= first
    return None if day_first is month_first else "DMY" if day_first else "MDY"


def resolve(
    found: Sequence[Expression], *, anchor: dt.date | None = None, order: str | None = None, year: int | None = None
) -> list[dict[str, Any]]:
    """The dates as dicts of exactly the fields of `Date`, in the same order.

    `order` ("DMY", "MDY", "YMD") is how to read numeric dates; without it the document decides, else the language,
    and then the other reading is kept in `alternatives`. `year` is that of dates without one. What is no date after all
    (30 February) is left out.
    """
    history = year is not None or _is_history(found, anchor)
    context = Context(anchor, order or numeric_order(found), year=year, history=history)
    latest = _latest(found) if history and anchor is None else dt.MAXYEAR
    dates = []
    if anchor is not None:
        _count_on(found, anchor)
    for expression in found:
        meaning = MEANINGS[expression.form](expression.data, expression, context)
        if meaning is None:
            continue
        _remember(context, expression, meaning, latest)
        if expression.time is not None:
            meaning = _at_time(meaning, expression)
        elif expression.part and meaning.value is not None and meaning.earliest == meaning.latest:
            meaning = meaning._replace(value=meaning.value + expression.part, kind="time")
        dates.append(_wire(expression, meaning))
    return dates


def _count_on(found: Sequence[Expression], anchor: dt.date) -> None:
    """Put the days of a forecast ahead: of lines under weekdays that follow each other, the first of them under the day
    of publication, "today" or "tomorrow". What was is told of up to the day of publication."""
    last: int | None = None  # days from the anchor to the line before
    end, most = 0, 1
    for expression in found:
        if not expression.label:
            continue
        if expression.start - end > NEAR:
            last = None
        end = expression.end
        if expression.form == "shift":
            offset = expression.data[1]
            last, most = (offset if offset in (0, 1) else None), _OVER_A_DAY
            continue
        ahead = (expression.data[0] - anchor.weekday()) % _WEEK
        steps = _WEEK if last is None else (ahead - last) % _WEEK
        if last is not None and steps <= most and last + steps <= _WEEK and expression.tense != "past":
            last += steps
            if last > 0:
                expression.tense = "future"
        else:
            last = None if ahead else 0
        most = 1


#: Behind a line under "today" that of the next day may be missing: "Today: Rain. Thursday: Snow." on a Tuesday.
_WEEK, _OVER_A_DAY = 7, 2


def _remember(context: Context, expression: Expression, meaning: Meaning, latest: int) -> None:
    """Keep what dates behind this one may be completed from. A year alone behind `latest` may be to come."""
    earliest, precision, explicit = meaning.earliest, meaning.precision, meaning.basis == "explicit"
    aside = earliest is not None and _is_aside(expression)
    if earliest is not None and not aside and _sets_year(context, expression, meaning, earliest.year, latest):
        context.year, context.month = earliest.year, earliest.month
        context.place = expression.end
        if precision == "year":
            context.alone, context.lent = True, expression.lent
        elif explicit:  # else it has the year that was lent to it
            context.alone = False
    elif precision == "season" and explicit:  # it has no bounds, but a year
        context.year, context.month = int(str(meaning.value)[:4]), 1
        context.place, context.alone, context.lent = expression.end, True, expression.lent
        if context.focus is None or context.focus.earliest is None or context.focus.earliest.year != context.year:
            context.focus, context.focus_place = year_of(context.year, "explicit"), expression.end
    if expression.heads and explicit:
        context.heading = expression.end + NEAR
    elif expression.start < context.heading and meaning.basis == "inferred":
        context.heading = expression.end + NEAR  # the next day under the same heading
    if earliest is not None and not aside and precision in _FOCUS:
        context.focus, context.focus_place = meaning, expression.end
        if context.anchor is None and (context.now is None or not _is_ahead(meaning, context.now)):
            context.now, context.now_place = meaning, expression.end
        one = precision == "quarter" and expression.form != "between"
        if one and (context.anchor is None or earliest <= context.anchor):
            context.quarter, context.quarter_place = meaning, expression.end


def _is_ahead(meaning: Meaning, now: Meaning) -> bool:
    """Whether a month or year is rather to come, seen from a day before it: "the six months ended 30 June 2024", and
    "facilities run to March 2029"."""
    if meaning.precision not in ("month", "year") or now.precision in ("month", "year"):
        return False
    return bool(meaning.earliest and now.earliest and meaning.earliest.year > now.earliest.year + 1)


def _sets_year(context: Context, expression: Expression, meaning: Meaning, year: int, latest: int) -> bool:
    """Whether dates behind this one, which is of a year and no aside, may take its year."""
    if meaning.basis == "relative" or meaning.precision in ("century", "decade"):
        return False
    far = context.history and meaning.precision == "year" and (year > latest or _is_far(year, expression, context))
    return not far


def _is_aside(expression: Expression) -> bool:
    """Whether it is what something is compared with: the text goes on to speak of the time it came from."""
    form, data = expression.form, expression.data
    return form in ("ago", "compared", "ofquarter") or (form == "later" and data[1] < 0)


def _is_far(year: int, expression: Expression, context: Context) -> bool:
    """Whether a year alone is so far from the times that the text tells of that it only looks aside: "the borders of
    1772", or back in the middle of a sentence: "he had fled in 1936"."""
    if context.year is None:
        return False
    return abs(year - context.year) > _ASIDE or (year < context.year and not expression.opens)


#: In years.
_ASIDE = 30


def _latest(found: Sequence[Expression]) -> int:
    """The year of the latest date with a month and a year. Where nothing else says when a text was written, a year
    alone behind that may be to come: "the targets for 2050"."""
    return max(_full_years(found), default=dt.MAXYEAR)


def _full_years(found: Sequence[Expression]) -> list[int]:
    """The years of the dates with a month and a year."""
    return [
        expression.data.year
        for expression in found
        if expression.form == "date" and expression.data.year is not None and expression.data.month is not None
    ]


def _is_history(found: Sequence[Expression], anchor: dt.date | None) -> bool:
    """Whether there are dates that are written in full, and mostly those of other years than the anchor's."""
    if len(found) < _HISTORY:
        return False
    years = _full_years(found)
    far = sum(anchor is None or abs(year - anchor.year) > 1 for year in years)
    return far >= _HISTORY and far > 2 * (len(years) - far)


#: From dates so fine others are counted: "two days later".
_FOCUS = frozenset({"day", "week", "month", "quarter", "year"})
#: So many dates make a history.
_HISTORY = 3


def _wire(expression: Expression, meaning: Meaning) -> dict[str, Any]:
    value = meaning.value
    if expression.modifier == "approximate" and value is not None and meaning.precision != "week" and "T" not in value:
        value += "~" if "/" not in value else ""
    return {
        "type": "date",
        "text": expression.text,
        "value": value,
        "precision": meaning.precision,
        "kind": meaning.kind,
        "earliest": meaning.earliest,
        "latest": meaning.latest,
        "basis": meaning.basis,
        "modifier": expression.modifier,
        "alternatives": meaning.alternatives,
        "origin": "text",
        "start": expression.start,
        "end": expression.end,
    }


def _at_time(meaning: Meaning, expression: Expression) -> Meaning:
    """The day with its time of day. Where the day is not known, the time alone says nothing."""
    assert expression.time is not None
    hour, minute, second = expression.time
    precision = "hour" if minute is None else "minute" if second is None else "second"
    value = None
    if meaning.value is not None and meaning.precision == "day" and "/" not in meaning.value:
        clock = f"T{hour:02}" + "".join(f":{part:02}" for part in (minute, second) if part is not None)
        value, *others = (day + clock + _offset(expression.zone, day) for day in (meaning.value, *meaning.alternatives))
        meaning = meaning._replace(alternatives=tuple(others))
    elif meaning.value is not None:
        return meaning
    return meaning._replace(value=value, precision=precision, kind="time")


def _offset(zone: int | None, day: str) -> str:
    """The offset of a zone on a day; "" where none is written, or what its clocks showed then is not known."""
    if isinstance(zone, Daylight):
        summer = _is_summer(dt.date.fromisoformat(day))
        zone = None if summer is None else zone + 60 * summer
    elif isinstance(zone, MoscowTime):
        zone = _moscow(zone, dt.date.fromisoformat(day))
    if zone is None:
        return ""
    minutes = abs(zone)
    return f"{'-' if zone < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _is_summer(day: dt.date) -> bool | None:
    """Whether clocks of North America show summer time; None before a law said when they do.

    >>> _is_summer(dt.date(2025, 3, 8)), _is_summer(dt.date(2025, 3, 9)), _is_summer(dt.date(2025, 11, 2))
    (False, True, False)
    >>> _is_summer(dt.date(2005, 4, 2)), _is_summer(dt.date(1986, 4, 27)), _is_summer(dt.date(1966, 7, 1))
    (False, True, None)
    """
    for year, begin, end in _SUMMERS:
        if day.year >= year:
            return _sunday(day.year, *begin) <= day < _sunday(day.year, *end)
    return None


def _moscow(minutes: int, day: dt.date) -> int | None:
    """The minutes of Moscow on a day, where they are so many now; None before summers were Europe's.

    >>> [_moscow(180, dt.date(year, 6, 1)) for year in (2014, 2015, 1990)], _moscow(180, dt.date(2010, 1, 1))
    ([240, 180, None], 180)
    """
    if day.year < _EUROPEAN:
        return None
    if day >= _SUMMER_FOR_GOOD:
        summer = day < _WINTER_FOR_GOOD
    else:
        end = (10, 25) if day.year >= _LONG_SUMMERS else (9, 24)
        summer = _sunday(day.year, 3, 25) <= day < _sunday(day.year, *end)
    return minutes + 60 * summer


def _sunday(year: int, month: int, first: int) -> dt.date:
    """The first Sunday that is not before a day."""
    day = dt.date(year, month, first)
    return day + dt.timedelta(6 - day.weekday())


#: Since when Moscow had its summers with Europe, until October since 1996; all year, and then none.
_EUROPEAN, _LONG_SUMMERS = 1993, 1996
_SUMMER_FOR_GOOD, _WINTER_FOR_GOOD = dt.date(2011, 3, 27), dt.date(2014, 10, 26)
#: From a year on summer time in North America lasts from the first Sunday that is not before a day to another: month
#: and day of both. (Not from `zoneinfo`: some machines have no data for it. CET, BST and the like are offsets by
#: name, whatever the season.)
_SUMMERS = (
    (2007, (3, 8), (11, 1)),
    (1987, (4, 1), (10, 25)),
    (1976, (4, 24), (10, 25)),
    (1975, (2, 23), (10, 25)),
    (1974, (1, 6), (10, 25)),
    (1967, (4, 24), (10, 25)),
)


def stated(text: str, value: str, precision: str, day: dt.date, origin: str) -> dict[str, Any]:
    """The record of a moment on a day that stands outside the text: a caller's, a page's or an address's."""
    return {
        "type": "date",
        "text": text,
        "value": value,
        "precision": precision,
        "kind": "date" if precision == "day" else "time",
        "earliest": day,
        "latest": day,
        "basis": "explicit",
        "modifier": None,
        "alternatives": (),
        "origin": origin,
        "start": None,
        "end": None,
    }
