"""What is counted from another date means: from the day of publication, or from what the text spoke of last."""

from __future__ import annotations

import datetime as dt

from ..expression import QUARTERS, SATURDAY, Expression
from ..vocabulary.codes import EitherWay
from .context import NEAR, Context
from .spans import Meaning, century_of, day_of, decade_of, month_of, quarter_of, week_of, weekend_of, year_of

__all__ = [
    "ago",
    "ago_today",
    "ahead",
    "compared",
    "current",
    "day_of_month",
    "day_of_same_month",
    "day_of_shifted_month",
    "day_of_week",
    "last_day",
    "of_quarter",
    "later",
    "later_or_ahead",
    "lone_day",
    "same",
    "perhaps_day_of_month",
    "shift",
    "shifted_day",
    "week_on",
    "weekday",
    "weekday_after",
    "weekend",
    "year",
]


def shift(data: tuple[str, int], expression: Expression, context: Context) -> Meaning | None:
    """So many units from the anchor. The value is as coarse as the unit."""
    unit, offset = data
    precision = unit if unit != "hour" else "day"
    day = context.anchor
    if isinstance(offset, EitherWay):  # tomorrow and yesterday
        if expression.tense is None:
            day = None
        offset = offset if expression.tense in ("future", "until") else -offset
    if offset == 1 and unit in _TOLD and context.history and expression.tense != "future":
        told = later(data, expression, context)  # the next year of a history
        if told is not None:
            return told
    if day is None:
        return Meaning(None, precision, None, None, "relative")
    try:
        return _shifted(day, unit, offset)
    except (OverflowError, ValueError):
        return None


_TOLD = frozenset({"year", "month"})


def current(data: str, expression: Expression, context: Context) -> Meaning | None:
    """ "The end of the year": the year of the publication, or, where a text tells of other times, the one it spoke of
    last."""
    return (later if context.history else shift)((data, 0), expression, context)


def _shifted(day: dt.date, unit: str, offset: int) -> Meaning | None:
    if unit == "day":
        return day_of(day + dt.timedelta(offset), "relative")
    if unit == "week":
        return week_of(day + dt.timedelta(7 * offset), "relative")
    if unit in ("month", "quarter"):
        months = day.year * 12 + day.month - 1 + offset * (1 if unit == "month" else 3)
        year, month = divmod(months, 12)
        if not 1 <= year <= dt.MAXYEAR:
            return None
        return (
            month_of(year, month + 1, "relative") if unit == "month" else quarter_of(year, month // 3 + 1, "relative")
        )
    if unit == "decade":
        return decade_of(day.year // 10 + offset, "relative")
    if unit == "century":
        return century_of(day.year // 100 + offset, "relative")
    return year_of(day.year + offset, "relative") if 1 <= day.year + offset <= dt.MAXYEAR else None


def later(data: tuple[str, int], expression: Expression, context: Context) -> Meaning | None:
    """So many units from the day, month or year that the text spoke of last. None where that says too little."""
    unit, offset = data
    focus = context.focus
    if data == ("year", -1) and (quarter := _year_ago(context, expression)) is not None:
        return quarter
    if focus is None or focus.earliest is None or expression.start - context.focus_place > NEAR:
        if unit not in _CALENDAR or offset >= 0:
            return None
        return shift(data, expression, context)
    if _FINE.get(focus.precision, 0) < _FINE.get(unit, 9) or (unit in _SHORT and _is_long(focus)):
        return None
    try:
        return _shifted(focus.earliest, unit, offset)
    except (OverflowError, ValueError):
        return None


def _is_long(focus: Meaning) -> bool:
    """Whether it is so many days that none is counted from them: half a month."""
    days = (focus.latest - focus.earliest).days if focus.earliest and focus.latest else 0
    return focus.precision == "day" and days > _A_WEEK


_SHORT, _A_WEEK = frozenset({"day", "week"}), 7


def later_or_ahead(data: tuple[str, int], expression: Expression, context: Context) -> Meaning | None:
    """The same where it may be counted from the anchor too: 三天后."""
    told = later(data, expression, context)
    if told is not None or context.history or expression.tense == "past" or data[0] not in _SOON:
        return told
    return shift(data, expression, context)


#: Years later are told of what was: 停航七年之后.
_SOON = frozenset({"day", "week", "month"})


#: A report on a quarter compares with that of the year before so far behind its name.
_REPORT = 1500


#: How fine a date is: from a month no days can be counted.
_FINE = {"day": 4, "week": 3, "month": 2, "quarter": 1, "year": 0, "decade": -1, "century": -2}
#: "The previous week" is the last where nothing else was spoken of.
_CALENDAR = frozenset({"week", "month", "quarter", "year"})


def ago(data: tuple[str, int], expression: Expression, context: Context) -> Meaning | None:
    if data == ("year", -1):
        return _year_ago(context, expression) or shift(data, expression, context)
    return shift(data, expression, context)


def ago_today(data: tuple[str, int, int], expression: Expression, context: Context) -> Meaning | None:
    """ "Ten years ago today": the day of then."""
    unit, amount, days = data
    if context.anchor is None:
        return Meaning(None, "day", None, None, "relative")
    day = _days_after(context.anchor, days - 7 * amount * (unit == "week"))
    if day is None or day.earliest is None or unit == "week":
        return day
    months = day.earliest.month - amount * (12 if unit == "year" else 1)
    return _day_of(day.earliest.year, months, day.earliest.day, "relative")


def _year_ago(context: Context, expression: Expression) -> Meaning | None:
    """Where the text speaks of a quarter, "a year ago" is the same quarter of the year before."""
    quarter = context.quarter
    if quarter is None or quarter.earliest is None or expression.start - context.quarter_place > _REPORT:
        return None
    if not expression.quarterly:
        return None
    year, month = quarter.earliest.year - 1, quarter.earliest.month
    return quarter_of(year, (month + 2) // 3, "inferred") if year >= 1 else None


def compared(data: int | str | None, expression: Expression, context: Context) -> Meaning | None:
    """The quarter that the text spoke of, a year before; or the one that is numbered; else the year before."""
    if data == "year":
        return _year_ago(context, expression) or shift(("year", -1), expression, context)
    if data is None or isinstance(data, str):
        return _year_ago(context, expression)
    day = context.quarter.earliest if context.quarter and context.quarter.earliest else context.anchor
    return quarter_of(day.year - 1, data, "relative") if day and day.year > 1 and data <= QUARTERS else None


def of_quarter(data: tuple[int | None, int | None], expression: Expression, context: Context) -> Meaning | None:
    """ "The 1988 quarter", "last year's period": the quarter that the text spoke of, in that year; else the year."""
    year, shift = data
    if year is None:
        if context.anchor is None:
            return Meaning(None, "year", None, None, "relative")
        year = context.anchor.year + (shift or 0)
    quarter, basis = context.quarter, "explicit" if shift is None else "relative"
    if not 1 <= year <= dt.MAXYEAR:
        return None
    far = expression.start - context.quarter_place > _REPORT
    if quarter is None or quarter.earliest is None or far or not expression.quarterly:
        return year_of(year, basis)
    return quarter_of(year, (quarter.earliest.month + 2) // 3, "inferred")


def weekend(data: int | None, expression: Expression, context: Context) -> Meaning | None:
    """Saturday and Sunday: of the anchor's week, or the one before or behind it.

    A bare one is the last, or the next where the verb speaks of the future. "This weekend" is the last on a Monday or
    Tuesday.
    """
    day = context.anchor
    if day is None:
        return Meaning(None, "day", None, None, "relative")
    weeks = data or 0
    if expression.tense not in ("future", "until") and (
        (data == 0 and day.weekday() <= _TUESDAY) or (data is None and day.weekday() < SATURDAY)
    ):
        weeks = -1
    try:
        saturday = day + dt.timedelta(SATURDAY - day.weekday() + 7 * weeks)
        return weekend_of(saturday, "relative")
    except OverflowError:
        return None


_TUESDAY = 1


def ahead(data: tuple[str, int, bool], expression: Expression, context: Context) -> Meaning | None:
    """ "In two weeks" may be a length of time too: a date where the verb speaks of the future. "Dans deux semaines" is
    one (`surely`) but where it speaks of the past."""
    unit, amount, surely = data
    if expression.tense == "future" or (surely and expression.tense != "past" and not context.history):
        return shift((unit, amount), expression, context)
    return later((unit, amount), expression, context) if context.history else None


def weekday(data: tuple[int, int | None], expression: Expression, context: Context) -> Meaning | None:
    """A bare weekday is the last one up to the anchor, or the next where the verb speaks of the future.

    "This Thursday" is as often the one that is over ("ha aprobado este jueves"): where no verb tells, the nearer.
    """
    weekday, shift = data
    day = context.anchor
    if day is None:
        return Meaning(None, "day", None, None, "relative")
    back = (day.weekday() - weekday) % 7
    if shift in _TWO_STEPS:
        days = -(back or 7) - 7 if shift < 0 else ((-back) % 7 or 7) + 7
    elif shift == -1:
        days = -(back or 7)
    elif shift == 1 or (shift is None and expression.tense in ("future", "until")):
        days = (-back) % 7 or 7
    elif shift == 0 and expression.tense not in ("past", "over"):
        days = (-back) % 7 if back > _HALF_A_WEEK or expression.tense is not None else -back
    else:
        days = -back
    return _days_after(day, days)


_TWO_STEPS, _HALF_A_WEEK = (-2, 2), 3


def weekday_after(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    """ "The following Tuesday", "the previous Friday": counted from the day spoken of last."""
    day, offset = data
    focus = context.focus
    near = focus is not None and focus.precision == "day" and expression.start - context.focus_place <= NEAR
    if near and focus and focus.earliest:
        days = (day - focus.earliest.weekday()) % 7
        return _days_after(focus.earliest, (days or 7) if offset > 0 else days - 7)
    if offset < 0:
        return weekday((day, -1), expression, context)
    return Meaning(None, "day", None, None, "relative")


def week_on(
    data: tuple[int | None, tuple[str, int] | None, int], expression: Expression, context: Context
) -> Meaning | None:
    """So many days behind the next such weekday, or behind today or tomorrow."""
    weekday, today, days = data
    day = context.anchor
    if day is None:
        return Meaning(None, "day", None, None, "relative")
    if today is not None:
        return _days_after(day, today[1] + days)
    assert weekday is not None
    return _days_after(day, ((weekday - day.weekday()) % 7 or 7) + days)


def year(data: None, expression: Expression, context: Context) -> Meaning | None:
    """ "For the year": the anchor's; where there is none or the text tells of other times, the one it spoke of last."""
    focus, place = (context.focus, context.focus_place) if context.history else (context.now, context.now_place)
    near = focus is not None and expression.start - place <= NEAR
    if near and focus and focus.earliest and (context.anchor is None or context.history):
        return year_of(focus.earliest.year, "inferred")
    return shift(("year", 0), expression, context)


def last_day(data: tuple[int, Expression], expression: Expression, context: Context) -> Meaning | None:
    """The end of "Monday to Friday", counted from its beginning."""
    last, first = data
    begin = weekday(first.data, first, context)
    if begin is None or begin.earliest is None:
        return begin
    return _days_after(begin.earliest, (last - first.data[0]) % 7)


def day_of_week(data: tuple[int, int | None], expression: Expression, context: Context) -> Meaning | None:
    """A weekday of a week, Monday to Sunday, so many from the anchor's; None: which week is not certain."""
    weekday, weeks = data
    day = context.anchor
    if day is None or weeks is None:
        return Meaning(None, "day", None, None, "relative")
    return _days_after(day, weekday - day.weekday() + 7 * weeks)


def day_of_month(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    """ "Friday 14th": the nearest such day that is one, within two months; None: there is none."""
    weekday, number = data
    day = context.anchor
    if day is None:
        return Meaning(None, "day", None, None, "relative")
    near = []
    for days in range(-_TWO_MONTHS, _TWO_MONTHS):
        meaning = _days_after(day, days)
        there = meaning and meaning.earliest
        if meaning and there and there.day == number and there.weekday() == weekday:
            near.append((abs(days), meaning))
    if not near:
        return Meaning(None, "day", None, None, "relative")
    return min(near, key=lambda pair: pair[0])[1]


_TWO_MONTHS = 61


def perhaps_day_of_month(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    """ "Quinta (13)" may be the fifth: none where no such day is near."""
    meaning, day = day_of_month(data, expression, context), context.anchor
    if day is None:
        return meaning
    return meaning if meaning and meaning.earliest and abs(meaning.earliest - day) <= _A_FORTNIGHT else None


_A_FORTNIGHT = dt.timedelta(14)


def lone_day(data: int, expression: Expression, context: Context) -> Meaning | None:
    """ "10日", "el día 10": the day of the month that a day close before it names, else of the anchor's, as agencies
    write it.

    Where a verb tells, it is the last one or the next; so far ahead it is rather that of the month before.
    """
    focus, day = context.focus, context.anchor
    gap = expression.start - context.focus_place
    beside = gap <= _BESIDE and (expression.form == "loneday" or day is None)
    if focus and focus.earliest and focus.precision == "day" and beside:
        first = focus.earliest
        return _day_of(first.year, first.month + (data < first.day and gap <= _RANGE), data, "inferred")
    if day is None:
        return Meaning(None, "day", None, None, "inferred")
    distance = data - day.day
    months = -(distance > (0 if expression.tense == "past" else _FAR))
    if expression.tense in ("future", "until"):
        months = distance < 0
    return _day_of(day.year, day.month + months, data, "inferred")


#: So close before a lone day stands the date whose month it has, and so close the one that it ends: "5月30日から3日".
_BESIDE, _RANGE = 20, 4
#: In days. The day of another month is named with it, but around the turn of a month.
_FAR = 20


def shifted_day(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    """The last such day of a month up to the anchor, or the next."""
    shift, number = data
    day = context.anchor
    if day is None:
        return Meaning(None, "day", None, None, "relative")
    other = number > day.day if shift < 0 else number < day.day
    return _day_of(day.year, day.month + shift * other, number, "relative")


def day_of_shifted_month(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    months, number = data
    day = context.anchor
    if day is None:
        return Meaning(None, "day", None, None, "relative")
    return _day_of(day.year, day.month + months, number, "relative")


def day_of_same_month(data: tuple[int, int], expression: Expression, context: Context) -> Meaning | None:
    """ "The 28th of the same month": of the month that the text spoke of last."""
    months, number = data
    focus = context.focus
    if focus is None or focus.earliest is None or expression.start - context.focus_place > NEAR:
        return None
    if _FINE.get(focus.precision, 0) < _FINE["month"]:
        return None
    return _day_of(focus.earliest.year, focus.earliest.month + months, number, "relative")


def _day_of(year: int, month: int, day: int, basis: str) -> Meaning | None:
    """A day of a month that may lie before January or behind December of a year. None: it has none."""
    years, month = divmod(month - 1, 12)
    try:
        return day_of(dt.date(year + years, month + 1, day), basis)
    except ValueError:
        return None


def _days_after(day: dt.date, days: int) -> Meaning | None:
    try:
        return day_of(day + dt.timedelta(days), "relative")
    except OverflowError:
        return None


def same(data: None, expression: Expression, context: Context) -> Meaning | None:
    return context.quarter and context.quarter._replace(basis="inferred")
