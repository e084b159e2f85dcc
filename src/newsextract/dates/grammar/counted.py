"""Forms that are counted from another day, and those that only count: "last week", "a year earlier", "three days"."""

from __future__ import annotations

from collections.abc import Sequence

from ..expression import MOST_DAYS, Fields
from ..vocabulary.codes import (
    SINGULAR,
    AheadBehind,
    Behind,
    DatedUnit,
    InnerCapital,
    LaterOrAhead,
    Leading,
    NumberedUnit,
    Several,
)
from .fields import Built, is_real, readings, unit_of, value_of
from .figures import Reading
from .tokens import Token

__all__ = [
    "ago",
    "ago_alone",
    "ago_today",
    "ahead",
    "compared",
    "day_of_month",
    "day_of_week",
    "edge",
    "figures",
    "first_day",
    "first_shift",
    "first_weekday",
    "following",
    "following_day",
    "later",
    "length",
    "numbered_day",
    "part_of_day",
    "recurring",
    "same",
    "shift",
    "shifted_day",
    "today",
    "week_and_day",
    "week_behind",
    "week_on",
    "weekday",
    "weekend",
    "weekend_alone",
    "whole",
]


def whole(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "For the year", "in the full year", "the first six months of the year": the one that the text speaks of."""
    unit = codes.index("U", first)
    if tokens[unit][2] != "year":
        return None
    of = {tokens[index][2] for index in range(first, unit)}
    licensed = codes[first] == "U" or tokens[first - 1][2] == "for" or of & {"whole", "fiscal"}
    return ("year", None) if licensed else None


def week_behind(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "Mardi en huit", "mardi en quinze": a week or two behind the next."""
    days = _DAYS_OF_WEEKS.get(tokens[first + 2][2])
    if days is None or tokens[first + 1][2] != "in":
        return "weekday", (tokens[first][2], None)
    return "weekon", (tokens[first][2], None, days)


def same(part: str, used: list[Token]) -> Built:
    """ "In the quarter": the one that was named before, if any was; "the previous quarter"."""
    offset = value_of(part, used, "l")
    if offset:
        return ("later", ("quarter", int(offset))) if part[1] == "q" else None
    return "same", None


def shift(part: str, used: list[Token]) -> Built:
    unit, offset = unit_of(part, used), value_of(part, used, "L")
    if offset is None:  # early in the year: the year that it is
        return ("current", unit) if value_of(part, used, "U") in ("week", "month", "year") else None
    if "LF" in part and used[part.index("LF") + 1][2] != "fiscal":
        return None
    if value_of(part, used, "Uq") in SINGULAR or isinstance(offset, Several):  # "in the coming weeks"
        return None
    if unit == "day":
        if isinstance(offset, Behind):
            return None  # những ngày tới, the coming days
        # "The next day" is counted from another; "the next days" are not known, and "the last day" may be any.
        return ("later", ("day", 1)) if offset == 1 and value_of(part, used, "U") == "day" else None
    return "shift", (unit, offset)


#: "Before" and "after", behind a unit.
_SIDES = {"before": -1, "after": 1}


def later(part: str, used: list[Token]) -> Built:
    if "P" in part:
        side = _SIDES.get(value_of(part, used, "P"))
        return ("later", (unit_of(part, used), value_of(part, used, "CaDN") * side)) if side else None
    side = value_of(part, used, "g")
    if isinstance(side, AheadBehind):  # kahden viikon kuluttua
        return "ahead", (unit_of(part, used), value_of(part, used, "CaDN"), True)
    form = "laterorahead" if isinstance(side, LaterOrAhead) else "later"
    return form, (unit_of(part, used), value_of(part, used, "CaDN") * side)


def figures(part: str, used: list[Token]) -> Built:
    """3日前, 3日後: an amount of days that is written as a day of a month is."""
    days, side = _lone_day(used[0][2]), used[1][2]
    if days is None:
        return None
    return ("ago", ("day", -days)) if part[-1] == "G" else ("laterorahead", ("day", days * side))


def shifted_day(part: str, used: list[Token]) -> Built:
    """지난 6일, 오는 6일: the last or the next such day; 지난 3월, 오는 3월 5일."""
    if part[1] == "U" and used[1][2] != "day":
        return None
    if part[1] == "k" and used[1][2].ordered:
        year, month, day = used[1][2].parts
        fields = Fields(None, month, day, shift=used[0][2])
        if month is not None:
            return ("date", fields) if year is None and abs(used[0][2]) <= 1 and is_real(fields) else None
    day, shift = used[2][2] if part[1] == "U" else _lone_day(used[1][2]), used[0][2]
    return ("shiftedday", (shift, day)) if day is not None and shift in (-1, 1) else None


def numbered_day(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "No dia 12/5", "ngày 12/5"; not "mỗi ngày 3/4"."""
    unit, before = tokens[first][2], codes[first - 1 : first]
    led = before not in ("X", "C", "D", "N") if isinstance(unit, DatedUnit) else before in ("F", "P", "I")
    named = led and isinstance(unit, NumberedUnit)
    return ("dayfigures", readings(tokens[first + 1][2], tokens[first + 3][2])) if named else None


def _lone_day(reading: Reading) -> int | None:
    year, month, day = reading.parts
    return day if reading.ordered and year is None and month is None else None


def following(part: str, used: list[Token]) -> Built:
    if part == "Ug":  # am Tag zuvor
        side = value_of(part, used, "g")
        if value_of(part, used, "U") in SINGULAR:
            return None
        if isinstance(side, AheadBehind):  # viikon kuluttua
            return "ahead", (unit_of(part, used), 1, True)
        return "later", (unit_of(part, used), side)
    if part == "UP":
        side = _SIDES.get(used[1][2])  # "the day before" is as often any day
        return ("later", ("year", side)) if side and used[0][2] == "year" else None
    if "f" in part:
        return "later", value_of(part, used, "f")
    offset = value_of(part, used, "l")
    if "L" in part or value_of(part, used, "U") in SINGULAR or (offset is None and part[0] != "l"):
        return None  # "the last days", "the following years", "the year that"
    if part[0] != "l" and isinstance(offset, Leading):
        return None  # the week following the vote
    return "later", (unit_of(part, used), int(offset or 0))


def following_day(part: str, used: list[Token]) -> Built:
    """ "The following Tuesday", "le mardi suivant"; "said that Tuesday" and "el mismo martes" are any."""
    weekday, offset = value_of(part, used, "W"), value_of(part, used, "l")
    if not offset or (part[0] == "W" and isinstance(offset, Leading)):
        return "weekday", (weekday, None)
    return "weekdayafter", (weekday, int(offset))


def compared(part: str, used: list[Token]) -> Built:
    """ "The year-ago quarter", "the year-earlier third quarter", "year-earlier results"; "the 1988 quarter"."""
    if part[-1] in "qb" and part[0] in "YL":
        if part[0] == "L" and (used[1][2] != "year" or used[0][2] is None):
            return None
        return "ofquarter", (value_of(part, used, "Y"), value_of(part, used, "L"))
    if used[0][2] != "year" or used[2][2] == 1:
        return None
    return "compared", value_of(part, used, "oO") if "q" in part else "year"


def part_of_day(part: str, used: list[Token]) -> Built:
    """The day of "last night", "this morning", "the following evening"."""
    if "l" in part:
        offset = value_of(part, used, "l")
        return None if offset is None and part[0] == "u" else ("later", ("day", offset or 0))
    offset = value_of(part, used, "L")
    if "R" in part and value_of(part, used, "R") != ("day", 1):  # am nächsten Morgen
        return None
    return ("later", ("day", 1)) if offset == 1 else ("shift", ("day", offset))


def edge(part: str, used: list[Token]) -> Built:
    """ "Year-end", "Jahresende 2023"."""
    unit, _, offset = used[0][2]
    if unit in SINGULAR:
        return None
    if "Y" in part:
        return ("date", Fields(value_of(part, used, "Y"))) if unit == "year" else None
    return ("shift", (unit, offset)) if offset else ("current", unit)


def week_on(part: str, used: list[Token]) -> Built:
    """ "Dienstag in einer Woche", "heute in acht Tagen": the day, and so many behind it."""
    amount, unit = value_of(part, used, "CaDN"), unit_of(part, used)
    if unit not in ("day", "week"):
        return None
    days = amount * 7 if unit == "week" else _DAYS_OF_WEEKS.get(amount, amount)
    return "weekon", (value_of(part, used, "W"), value_of(part, used, "R"), days)


#: Eight days are a week where both ends are counted, fifteen are two.
_DAYS_OF_WEEKS = {8: 7, 15: 14}


def weekend(part: str, used: list[Token]) -> Built:
    if part == "JPL":  # the weekend before last
        return ("weekend", 2 * used[2][2]) if _SIDES.get(used[1][2]) == used[2][2] else None
    return "weekend", value_of(part, used, "L")


def weekend_alone(part: str, used: list[Token]) -> Built:
    """ "Nädalavahetusel": the case says what "over" does elsewhere."""
    return ("weekend", None) if used[0][2] == "alone" else None


def ago(part: str, used: list[Token]) -> Built:
    unit, amount = unit_of(part, used), value_of(part, used, "CaDN")
    if "P!" in part:
        between = used[-2][2], used[-1][2]
        if part[-1] == "!":  # two weeks from now
            return ("shift", (unit, amount)) if between == ("from", "now") else None
        if between[0] != "so":  # two weeks or so ago
            return None
    return "ago", (unit, -amount)


def ago_today(part: str, used: list[Token]) -> Built:
    unit, amount = unit_of(part, used), value_of(part, used, "CaDN")
    day_unit, days = value_of(part, used, "R")
    return ("agotoday", (unit, amount, days)) if day_unit == "day" and unit in ("week", "month", "year") else None


def ago_alone(part: str, used: list[Token]) -> Built:
    """ "Год назад", "nädal tagasi": in the singular a unit is one."""
    return ("ago", (unit_of(part, used), -1)) if used[0][2] not in SINGULAR and used[1][2] == "alone" else None


def ahead(part: str, used: list[Token]) -> Built:
    amount = value_of(part, used, "CaDN")
    if amount is None:  # через год
        whole = used[0][2] == "alone" and value_of(part, used, "U") not in SINGULAR
        return ("ahead", (unit_of(part, used), 1, False)) if whole else None
    # "Dans une année de crise" is none ahead, "dans deux ans" is.
    return "ahead", (unit_of(part, used), amount, used[0][2] == "surely" and amount > 1)


#: "Morgen" is the morning, too.
_TOMORROW = ("day", 1)


def weekday(part: str, used: list[Token]) -> Built:
    if part == "WR" and used[1][2] != _TOMORROW:
        return None
    if part == "WL" and used[0][1] == used[1][0]:
        return None  # 周一下雨: 下 is the next only before a weekday
    if part == "WPL":  # the Monday before last
        shift = used[2][2]
        return ("weekday", (used[0][2], 2 * shift if _SIDES.get(used[1][2]) == shift else None))
    return "weekday", (value_of(part, used, "Ww"), value_of(part, used, "L"))


def first_weekday(part: str, used: list[Token]) -> Built:
    """The weekday of "Monday 3 people came", "next Friday 5 shops", "Friday on the New Bourse"."""
    if part[0] == "L":
        return ("weekday", (used[1][2], used[0][2])) if part[1] == "W" else None
    if part[0] != "W" or isinstance(used[0][2], InnerCapital):  # Minggu ini, this week where a sentence begins
        return None
    return "weekday", (used[0][2], None)


def day_of_month(part: str, used: list[Token]) -> Built:
    day = value_of(part, used, "ODo")
    form = "perhapsdayof" if "w(" in part else "dayof"
    return (form, (value_of(part, used, "Ww"), day)) if 0 < day <= MOST_DAYS else None


def day_of_week(part: str, used: list[Token]) -> Built:
    """ "Tuesday last week"."""
    if "H" in part:
        day, week = value_of(part, used, "H")
        return ("weekend", week) if day is None else ("dayofweek", (day, week))
    weekday, shift, unit = value_of(part, used, "W"), value_of(part, used, "L"), unit_of(part, used)
    if "R" in part:
        unit, shift = value_of(part, used, "R")
    if unit == "week":
        return "dayofweek", (weekday, shift)
    return ("shift", (unit, shift)) if shift is not None else None


def week_and_day(part: str, used: list[Token]) -> Built:
    """ "Next week Wednesday"; not "next month Wednesday"."""
    shift, unit = value_of(part, used, "L"), value_of(part, used, "U")
    if unit != "week" or isinstance(shift, Several):
        return None
    return "dayofweek", (value_of(part, used, "W"), shift)


def today(part: str, used: list[Token]) -> Built:
    if part == "UPL":  # the week before last
        whole = used[0][2] not in SINGULAR and _SIDES.get(used[1][2]) == used[2][2]
        return ("shift", (used[0][2], 2 * used[2][2])) if whole else None
    unit, offset = value_of(part, used, "Ry")
    if part == "RR":  # heute Morgen
        return ("shift", (unit, offset)) if used[1][2] == _TOMORROW and offset <= 0 else None
    if part.startswith("UP"):
        if used[0][2] != "day" or not offset:
            return None
        offset *= 2
    return "shift", (unit, offset)


def first_day(part: str, used: list[Token]) -> Built:
    return ("shift", used[0][2]) if part[0] in "Ry" else None


def first_shift(part: str, used: list[Token]) -> Built:
    """ "Next week" of "next week 3 May"; none of "trước tháng 10", which is before October."""
    led = part[:2] == "LU" and not isinstance(used[0][2], Behind)
    return shift(part[:2], used[:2]) if led or part[:2] == "UL" else None


def recurring(part: str, used: list[Token]) -> Built:
    """ "Every Monday", "every two weeks"; "twice a week", "three times a month"; "once the week is over" is none."""
    if part[0] == "X":
        return "set", (value_of(part, used, "Ww"), value_of(part, used, "Mm"), _length(part, used))
    if used[0][2] == "once" and "F" in part:
        return None
    if part[1] in "PFI" and value_of(part, used, "UKqc") in SINGULAR:  # twice in years
        return None
    return "set", (None, None, (1, unit_of(part, used)))


def length(part: str, used: list[Token]) -> Built:
    return "duration", _length(part, used)


def _length(part: str, used: list[Token]) -> tuple[int, str | None]:
    """An amount and its unit, one where none is said."""
    amount = value_of(part, used, "CaDN")
    return 1 if amount is None else amount, unit_of(part, used)
