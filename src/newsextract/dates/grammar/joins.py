"""Dates that stand side by side: one says the year, the week or the century of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ..expression import Expression, Fields, full_year
from .fields import part_of
from .figures import Reading
from .guards import is_person
from .slots import Slot
from .tokens import Token

__all__ = ["count_from", "is_counted_from", "is_named_by", "link", "take_part"]


def count_from(expression: Expression, slot: Slot, codes: str, tokens: Sequence[Token]) -> bool:
    """ "Three days after 3 May", "two weeks from Tuesday", "the day after 3 May": whether what stands before a day
    makes it another, which the expression then is.

    Not "for two weeks before Tuesday", "the three days before Tuesday", nor "three days from Monday to Wednesday".
    """
    amount = _AMOUNT_BEFORE.search(codes, 0, slot.first) if _is_day(expression) else None
    if amount is None:
        return False
    start, unit = amount.start(), amount.start("unit")
    side = _SIDES.get(tokens[unit + 1][2], -1 if codes[unit + 1] == "B" else 0)
    days, months = (units.get(tokens[unit][2], 0) * side for units in (_DAYS, _MONTHS))
    if months and tokens[unit + 1][2] != "from":
        return False
    if start < unit:
        days, months = days * tokens[start][2], months * tokens[start][2]
        if start and (codes[start - 1] in "FLo" or tokens[start - 1][2] in _LASTING):
            return False
    elif tokens[unit][2] != "day":
        return False
    if not days and not months:
        return False
    if tokens[unit + 1][2] == "from" and _RANGE.match(codes, slot.last) and tokens[slot.last][2] in _TO:
        return False
    if expression.form == "dayofweek":  # a week from Tuesday
        expression.form = "weekday"
    if expression.form == "weekday" and expression.data[1] is None and tokens[unit + 1][2] == "from":
        expression.data = expression.data[0], _NEXT
    expression.data = expression.form, expression.data, days, months
    expression.form, expression.start = "counted", tokens[start][0]
    return True


def is_counted_from(codes: str, tokens: Sequence[Token], first: int) -> bool:
    """Whether an amount of days stands before a day: "two weeks before Christmas"."""
    if _WEEKEND_OF.search(codes, 0, first):  # the weekend of Halloween
        return True
    amount = _AMOUNT_BEFORE.search(codes, 0, first)
    if amount is None or tokens[amount.start("unit")][2] not in _DAYS:
        return False
    between = amount.start("unit") + 1
    return codes[between] == "B" or tokens[between][2] in ("before", "after")


def _is_day(expression: Expression) -> bool:
    form, data = expression.form, expression.data
    if form == "date":
        return data.day is not None
    return form in _DAY_FORMS or (form == "shift" and data[0] == "day") or (form == "dayofweek" and data[1] is None)


#: What is counted from a weekday on is counted from the next.
_NEXT = 1
_DAY_FORMS = frozenset({"weekday", "feast", "dayof", "numeric"})
#: The end of the codes before a day: "three days after", "drei Tage vor"; no end of a longer number.
_AMOUNT_BEFORE = re.compile(r"(?<![CDN])(?<![CDN]-)(?:[CDNa]-?|(?<=F))(?P<unit>U)[PB]F{0,2}\Z")
_SIDES = {"before": -1, "after": 1, "from": 1}
_LASTING = frozenset({"for", "within"})
_MONTHS = {"month": 1, "months": 1, "year": 12, "several_years": 12, "years": 12}
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_RANGE, _TO = re.compile("[PF-]"), frozenset({"to", "-"})


def take_part(
    before: tuple[Expression, int] | None,
    expression: Expression,
    first: int,
    codes: str,
    tokens: Sequence[Token],
    text: str,
) -> None:
    """ "The first week of May 2024", "the last day of next month", "the ninth month of next year": the month is a week,
    weekend, day or half of it, the year a month of it, where what stands before it says which.

    "The last years of May's rule" are no part of it, nor is "the first week in August Wilson's play".
    """
    part = _PART_BEFORE.search(codes, 0, first) if _has_parts(expression) else None
    if part is None or (before is not None and before[1] > part.start()):
        return
    at = part.start("unit")
    number, unit = tokens[part.start()][2], "half" if codes[at] == "h" else tokens[at][2] or "weekend"
    if part["shift"] and number != -1:  # "the next weekend in June" is not its first
        return
    if any(tokens[between][2] not in _WITHIN for between in range(at + 1, first)):
        return
    if text.startswith(_POSSESSIVE, expression.end) or is_person(text, expression.start, expression.end):
        return
    built = part_of(unit, number, expression.form, expression.data)
    if built is not None:
        expression.form, expression.data = built
        expression.start = tokens[part.start()][0]


def _has_parts(expression: Expression) -> bool:
    """Whether it is a month or a counted year, and not only the end or beginning of one."""
    form, data = expression.form, expression.data
    if expression.modifier is not None:
        return False
    if form == "date":
        return data.month is not None and data.day is None
    return form == "shift" and data[0] in ("month", "year")


#: The end of the codes before a month: "the first week of", "am letzten Tag im".
_PART_BEFORE = re.compile(
    r"(?:[oO]|D\.|(?P<shift>L))(?P<unit>[UJh])(?:[PI]F{0,2}|F{1,2}|(?<=[oO.][UJ]))(?:(?<=F)UF?)?\Z"
)
#: The values of words between them.
_WITHIN = frozenset({None, "of", "in", "on", "dated", "month"})
_POSSESSIVE = "'s"


def is_named_by(one: Expression, end: int, expression: Expression, first: int, codes: str, tokens: list[Token]) -> bool:
    """ "The end of the month of May": whether the month or week before, whose codes end at `end`, is the one that this
    date names, which then is all of it."""
    if one.form != "current" or expression.form != "date" or expression.data.month is None:
        return False
    if end < first and (codes[end:first].strip("F") or tokens[first - 1][2] not in _OF):
        return False
    if (one.data, expression.data.day is None) not in (("month", True), ("week", False)):
        return False
    expression.form = "weekof" if one.data == "week" else "date"
    expression.start, expression.modifier = one.start, one.modifier
    return True


_OF = frozenset({"of", "dated"})


def link(
    before: tuple[Expression, int] | None, expression: Expression, first: int, codes: str, tokens: Sequence[Token]
) -> bool:
    """What the words before a date and the date before it say of it. Whether that date is a part of this one.

    `before` is that date and where its codes end, `first` is where those of this one begin.
    """
    if expression.form == "date" and expression.data.day is None:
        if codes[first - 3 : first] == "LUF":
            _take_shift(expression, *tokens[first - 3 : first])
    elif (
        expression.form in _IN_WEEKENDS
        and (of := _WEEKEND_OF.search(codes, 0, first))
        and (tokens[first - 1][2] in _OF or of[0].endswith("FF"))
    ):
        expression.form, expression.data = "weekendof", (expression.form, expression.data)
        expression.start = tokens[of.start()][0]
    elif expression.form == "date":
        week = _WEEK_OF.search(codes, 0, first)
        free = week is not None and (before is None or before[1] <= week.start())
        if week and free and tokens[week.start()][2] == "week" and _is_of_week(week[0], tokens[week.start() + 1]):
            expression.form, expression.start = "weekof", tokens[week.start()][0]
    if before is None:
        return False
    one, end = before
    if expression.form == "numeric" and _BETWEEN.fullmatch(codes, end, first):
        _share_figures(one, expression.data)
        return False
    _share_year_of_parts(one, expression, codes[end:first])
    if codes[end:first] in _DASHES and _ascend(one, expression):
        spaced = tokens[end][0] > one.end
        if spaced and expression.form != "decade" and not expression.data[1]:
            return False  # as often the dash of a parenthesis
        expression.form, expression.data = "between", (one.form, one.data, expression.data)
        expression.start = one.start
        return True
    if expression.form != "date" or not _BETWEEN.fullmatch(codes, end, first):
        last = tokens[first - 1][2]
        if last == "and" and _is_behind_between(one, tokens):
            last = "to"
        return _join(one, expression, codes[end:first], last)
    _share_year(one, expression, codes[end:first], str(_word(tokens[end], codes[end])))
    if one.form == "shift" and _APART.isdisjoint(str(token[2]) for token in tokens[end:first]):
        _take_year(one, expression)
    return False


def _share_year_of_parts(one: Expression, next_one: Expression, between: str) -> None:
    """ "Q1 2024 and Q3", "2024年第一季度至第三季度": the second is of the year of the first."""
    if one.form == next_one.form and one.form in _PARTS_OF_YEARS and between in _BESIDE:
        number, *year = next_one.data
        if year == [None, None] and number > one.data[0]:
            next_one.data = (number, *one.data[1:])


def _ascend(one: Expression, next_one: Expression) -> bool:
    """Whether they are the ends of "1980s-90s", "Q4 2023-Q1 2024", "KW 12-14"."""
    if one.form != next_one.form or one.form not in _IN_ORDER:
        return False
    if one.modifier is not None or next_one.modifier is not None:
        return False
    first, last = ((data,) if isinstance(data, str) else (*data[1:], data[0]) for data in (one.data, next_one.data))
    return len(str(first[0])) == len(str(last[0])) and [part or 0 for part in first] < [part or 0 for part in last]


_PARTS_OF_YEARS = frozenset({"quarter", "half"})
_IN_ORDER = _PARTS_OF_YEARS | {"decade", "weeknumber"}
_DASHES, _BESIDE = ("-", "/"), ("-", "/", "P", "")


def _is_of_week(codes: str, behind: Token) -> bool:
    """ "The week of", "the week beginning on", "the week ended": not "a week before 3 May"."""
    return codes[1] == "F" or (behind[2] in ("starting", "ended") if codes[1] == "P" else behind[2] == "early")


def _take_shift(expression: Expression, shift: Token, unit: Token, of: Token) -> None:
    """ "El pasado mes de mayo", "lo scorso mese di maggio": the last May."""
    if expression.form != "date" or unit[2] != "month" or of[2] != "of" or shift[2] not in (-1, 1):
        return
    fields = expression.data
    if fields.day is fields.year is fields.shift is fields.years is None and fields.month is not None:
        fields.shift, expression.start = int(shift[2]), shift[0]


def _take_year(one: Expression, next_one: Expression) -> None:
    """ "Last year in May": the month has the year before it."""
    behind = next_one.data
    if one.form == "shift" and one.data[0] == "year" and behind.year is None and behind.shift is None:
        behind.years = one.data[1]


def _word(token: Token, code: str) -> str | None:
    """ "in" for a word that says only that, else the word's value."""
    return "in" if code == "I" else token[2]


def _share_year(one: Expression, next_one: Expression, between: str, last: str) -> None:
    """ "May 3 to May 5, 2024", "in May and July 2024": the first has the year of the second; 2020年の5月, "in 1921, on
    12 May": the other way round."""
    if one.form != "date":
        return
    fields, behind = one.data, next_one.data
    if (
        between in ("F", ",F")
        and fields.year
        and fields.month is None
        and behind.shift is None
        and behind.years is None
    ):
        behind.shared = fields.year
    bare = fields.year is None and fields.shift is None and fields.years is None and fields.month is not None
    if bare and behind.year and behind.month is None and last == "in" and between.strip("F") in ("I", "P", ""):
        fields.shared = behind.year  # on 28 June in 2020
        if fields.begin is not None:
            _share_back(fields.begin, behind.year, fields.month or 0)
    elif bare and behind.month and (fields.day is None) == (behind.day is None):
        if behind.year:
            _share_back(fields, behind.year, behind.month)
        elif last == "to" and behind.year is None and fields.begin is None:
            behind.begin = fields


def _share_back(fields: Fields, year: int, month: int) -> None:
    """The year of the date behind for this one, and for what the range begins with that it ends."""
    assert fields.month is not None
    fields.shared = year - (fields.month > month)
    if fields.begin is not None:
        _share_back(fields.begin, fields.shared, fields.month)


def _share_figures(one: Expression, reading: Reading) -> None:
    """ "Vom 5.6. bis 8.9.2024", "du 05/06 au 08/09/2024": the first day has the year of the second."""
    first, second, year = reading.parts
    assert first is not None
    assert second is not None
    assert year is not None
    year = full_year(year) if reading.short_year else year
    if one.form == "date" and reading.dotted:
        fields = one.data
        if fields.day and fields.year is fields.shift is fields.years is None:
            _share_back(fields, year, second)
    elif one.form == "dayfigures":
        for fields, month in zip(one.data, (second, first), strict=True):
            if fields is not None:
                _share_back(fields, year, month)


def _is_behind_between(one: Expression, tokens: Sequence[Token]) -> bool:
    """ "Between Friday and Saturday"."""
    return any(token[0] == one.start and lead[2] == "between" for lead, token in pairwise(tokens))


def _join(one: Expression, next_one: Expression, between: str, last: Any) -> bool:
    """ "Monday to Friday", "last week, on Tuesday", "во вторник на прошлой неделе": one says when the other is. Whether
    it is a part of it: "last week on Tuesday".

    `last` is the value of the last word between them.
    """
    forms = one.form, next_one.form
    if forms == ("date", "season"):
        season, year, shift = next_one.data
        if between in ("", "F") and one.data.month is None and year is shift is None:
            next_one.data = season, one.data.year, None  # в 1862 году летом
    elif forms == ("decade", "century"):
        if len(one.data) == _SHORT_DECADE and between.strip(".") in ("", "F", "FF"):
            one.data = f"{next_one.data - 1}{one.data}"  # the 90s of the 19th century
    elif forms == ("weekday", "weekday"):
        if next_one.data[1] is None and (between in ("-", "2") or (between == "P" and last == "to")):
            next_one.form, next_one.data = "lastday", (next_one.data[0], one)
    elif forms == ("shift", "weekday"):
        if one.data[0] != "week" or next_one.data[1] is not None:
            return False
        if between in ("", "F", ",", ",F") or (between == "P" and last == "on"):
            next_one.form, next_one.data = "dayofweek", (next_one.data[0], one.data[1])
            if between and between[0] != "," and one.modifier is None:
                next_one.start = one.start
                return True
    elif forms == ("weekday", "shift") and next_one.data[0] == "week" and between == "P" and last == "on":
        one.form, one.data = "dayofweek", (one.data[0], next_one.data[1])
    return False


#: Values of words and signs between two dates of which one is not in the other.
_APART = frozenset({"and", "to", "for", ","})
_SHORT_DECADE = len("90")
#: "The week of March 6", "the week beginning (on) March 6".
_WEEK_OF = re.compile(r"U(?:F{1,2}|[Pn][FP]?)\Z")
#: "The weekend of March 6".
_WEEKEND_OF, _IN_WEEKENDS = re.compile(r"JF{1,2}\Z"), frozenset({"date", "feast"})
#: What may stand between two dates that share a year; nothing where their cases say it: "maist juulini 2024".
_BETWEEN = re.compile(r",?[PIF]{1,2}|,?")
