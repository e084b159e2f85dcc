"""What the forms of the grammar (`grammar.py`) say. A builder makes of codes and tokens the name of a meaning
(`meanings.py`) and what that needs, or None where it is no date after all, as 30 February is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from .feasts import FeastWord
from .figures import Half, Reading
from .lexicon import SINGULAR, Several
from .tokens import Token

__all__ = ["BUILDERS", "BY_PLACE", "Fields"]


@dataclass(slots=True)
class Fields:
    """What is said of a date. None: not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    """-1, 0, 1: the last, this, the next such month or day."""
    weekday: int | None = None
    """Of a day: 0 is Monday."""
    years: int | None = None
    """Years from the anchor's: "March last year"."""
    same: int | None = None
    """Years from that which the text spoke of last: "May of that year"."""
    shared: int | None = None
    """The year of the date behind it: "from May to July 2024"."""


_MONTH = re.compile("[Mmj]")
_YEAR = re.compile(r"\.?F{0,2},?F?Y")
_BEHIND = re.compile(r"[DO],?Y")

Builder = Callable[[str, list[Token]], tuple[str, Any] | None]


def _value(part: str, used: list[Token], codes: str) -> Any:
    """The value of the first token with one of some codes, None if there is none."""
    if len(codes) == 1:  # as most are
        index = part.find(codes)
        return used[index][2] if index >= 0 else None
    for index, code in enumerate(part):
        if code in codes:
            return used[index][2]
    return None


def _unit(part: str, used: list[Token]) -> str | None:
    unit = _value(part, used, "UKqc")
    return None if unit is None else SINGULAR.get(unit, str(unit))


def _values(part: str, used: list[Token], codes: str) -> list[Any]:
    return [token[2] for code, token in zip(part, used, strict=True) if code in codes]


def _real(fields: Fields) -> bool:
    """Whether there is such a day.

    >>> _real(Fields(2023, 2, 29)), _real(Fields(None, 2, 29)), _real(Fields(2023, 13))
    (False, True, False)
    """
    if fields.month is not None and not 1 <= fields.month <= 12:
        return False
    if fields.day is None:
        return True
    if fields.month is None or not 1 <= fields.day <= 31:
        return False
    year = fields.year
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return fields.day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[fields.month - 1]


def _date(part: str, used: list[Token]) -> tuple[str, Any] | None:
    if part[:2] in ("LW", "Lw"):  # "this Friday, 3 May": the day says which
        part, used = part[1:], used[1:]
    fields = Fields(_value(part, used, "Y"), _value(part, used, "Mmj"), _value(part, used, "DOo"))
    if "W" in part or "w" in part:
        fields.weekday = _value(part, used, "Ww")
    if "l" in part:
        if _unit(part, used) != "year":
            return None
        fields.same = _value(part, used, "l") or 0
    elif "L" in part:
        unit = None if "Y" in part else _unit(part, used)  # 2024 года
        if unit is None:
            fields.shift = _value(part, used, "L")
        elif unit == "year":
            fields.years = _value(part, used, "L")
        else:
            return None
    elif fields.year is None and "U" in part:
        return None
    return ("date", fields) if _real(fields) else None


def _of_year(part: str, used: list[Token]) -> tuple[str, Any] | None:
    fields = Fields(None, _value(part, used, "Mmj"), _value(part, used, "DO"), years=_value(part, used, "y")[1])
    if "k" in part:
        reading: Reading = _value(part, used, "k")
        if not reading.ordered or reading.parts[0] is not None:
            return None
        _, fields.month, fields.day = reading.parts
    return ("date", fields) if _real(fields) else None


def _shared(codes: str, tokens: Sequence[Token], first: int) -> tuple[str, Any] | None:
    """A day whose month, and perhaps year, stands behind the days that follow it."""
    behind = first + 1 + codes.startswith(".", first + 1)
    if codes[behind] == "F" and tokens[behind][2] != "to":
        return None  # "3 on 5 May"
    month = _MONTH.search(codes, first)
    assert month is not None
    year = _YEAR.match(codes, month.end())
    fields = Fields(tokens[year.end() - 1][2] if year else None, tokens[month.start()][2], tokens[first][2])
    return ("date", fields) if _real(fields) else None


def _sharing(codes: str, tokens: Sequence[Token], first: int) -> tuple[str, Any] | None:
    """The last day of "May 3 and 5, 2024", "from May 3 to 5"."""
    month = max(codes.rfind(code, 0, first) for code in "Mmj")
    year = _BEHIND.match(codes, first)
    if year is None and tokens[first - 1][2] not in ("and", "to"):
        return None
    fields = Fields(tokens[year.end() - 1][2] if year else None, tokens[month][2], tokens[first][2])
    return ("date", fields) if _real(fields) else None


def _whole(codes: str, tokens: Sequence[Token], first: int) -> tuple[str, Any] | None:
    """ "For the year", "in the full year", "the first six months of the year": the one that the text speaks of."""
    unit = codes.index("U", first)
    if tokens[unit][2] != "year":
        return None
    of = {tokens[index][2] for index in range(first, unit)}
    licensed = codes[first] == "U" or tokens[first - 1][2] == "for" or of & {"whole", "fiscal"}
    return ("year", None) if licensed else None


def _feast(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "Good Friday", "last Christmas", "Easter 2024"."""
    year = used[-1][2] if part[-1] == "Y" else None
    years = used[-2][2] if part[-2:] == "LU" and used[-1][2] == "year" else None
    shift = used[0][2] if part[0] == "L" else None
    name = part.lstrip("L").removesuffix("Y").removesuffix("LU").rstrip("F,")
    values = [token[2] for code, token in zip(name, used[part[0] == "L" :], strict=False) if code != "F"]
    first = next(value for value in values if isinstance(value, FeastWord))
    rule = first.rules.get(tuple(getattr(value, "text", value) for value in values if value is not first))
    if rule is None or not (rule.sure or year or shift is not None or years is not None):
        return None
    return "feast", (rule, year, shift, years)


def _week_behind(codes: str, tokens: Sequence[Token], first: int) -> tuple[str, Any] | None:
    """ "Mardi en huit", "mardi en quinze": a week or two behind the next."""
    days = _DAYS_OF_WEEKS.get(tokens[first + 2][2])
    if days is None or tokens[first + 1][2] != "in":
        return "weekday", (tokens[first][2], None)
    return "weekon", (tokens[first][2], None, days)


def _day_figures(codes: str, tokens: Sequence[Token], first: int) -> tuple[str, Any] | None:
    """ "Le 22/04": two digits each, behind a word for "on"; "3/4" may be three quarters."""
    day, _, month = tokens[first : first + 3]
    if tokens[first - 1][2] != "dated" or (month[1] - month[0], month[1] - day[0]) != _TWO_AND_TWO:
        return None
    fields = Fields(None, month[2], day[2])
    return ("date", fields) if _real(fields) else None


_TWO_AND_TWO = (len("04"), len("22/04"))


def _figures(part: str, used: list[Token]) -> tuple[str, Any] | None:
    reading: Reading = _value(part, used, "k")
    if not reading.ordered:
        return "numeric", reading
    fields = Fields(*reading.parts)
    if not _real(fields):
        return None
    return ("iso", (fields, reading.time)) if reading.time else ("date", fields)


def _span(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """2024年5月3日至5日: what the end leaves out is that of the beginning."""
    begin, end = used[0][2], used[2][2]
    begins = (begin, None, None) if part[0] == "Y" else begin.parts
    ordered = end.ordered and (part[0] == "Y" or begin.ordered)
    if not ordered or (begins[1] is None and end.parts[0] is None):
        return None
    year, month, day = end.parts
    if month is None and day is not None:
        month = begins[1]
    if year is None and begins[0] is not None:
        year = begins[0] + (month < begins[1])
    first, last = Fields(*begins), Fields(year, month, day)
    return ("range", (first, last)) if _real(first) and _real(last) else None


def _days(part: str, used: list[Token]) -> tuple[str, Any] | None:
    days, months, years = (_values(part, used, codes) for codes in ("DO", "Mmj", "Y"))
    first = Fields(years[0] if years else None, months[0], days[0])
    last = Fields(years[-1] if years else None, months[-1], days[1])
    if len(months) == 2 and len(years) == 1 and first.month > last.month:  # type: ignore[operator]
        first.year = years[0] - 1
    if not (_real(first) and _real(last)):
        return None
    if len(months) == 1 and days[0] >= days[1]:
        return None
    return "range", (first, last)


def _months(part: str, used: list[Token]) -> tuple[str, Any] | None:
    months, years = _values(part, used, "Mmj"), _values(part, used, "Y")
    first = Fields(years[0], months[0])
    if len(years) == 1 and months[0] > months[1]:
        first.year -= 1  # type: ignore[operator]
    return "range", (first, Fields(years[-1], months[1]))


def _quarter(part: str, used: list[Token]) -> tuple[str, Any] | None:
    number = _value(part, used, "QoO")
    unit = "half" if "h" in part or isinstance(number, Half) else "quarter"
    if number and "Y" not in part and _value(part, used, "q") in SINGULAR:
        return None  # in the second and fourth quarters
    most = 4 if unit == "quarter" else 2
    if ("C" in part or "D" in part) and "q" in part:
        return _quarters(number, _value(part, used, "CD"), _value(part, used, "Y"))
    if number is None:  # the last quarter of 2023
        return (unit, (most, _value(part, used, "Y"), None)) if _value(part, used, "L") == -1 else None
    if number > most or (part == "Q" and unit == "half"):
        return None
    shift = _value(part, used, "L")
    if "y" in part:
        shift = _value(part, used, "y")[1]
    return unit, (number, _value(part, used, "Y"), shift)


def _quarters(first: int | None, count: int, year: int) -> tuple[str, Any] | None:
    """ "The first two quarters of 1990", "the last three quarters of 1990"."""
    if first not in (1, None) or not 1 < count < _QUARTERS:
        return None
    skipped = 0 if first else _QUARTERS - count
    return "range", (Fields(year, skipped * 3 + 1), Fields(year, (skipped + count) * 3))


_QUARTERS = 4


def _month_quarter(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "The September quarter" ends with it."""
    quarter, rest = divmod(_value(part, used, "Mmj"), 3)
    return ("quarter", (quarter, _value(part, used, "Y"), None)) if not rest else None


def _quarter_ended(codes: str, tokens: Sequence[Token], first: int) -> tuple[str, Any] | None:
    """ "The quarter ended Sept. 30": the one that ends then, give or take a week, as retailers count."""
    if tokens[first + 1][2] != "ended":
        return None
    month = first + 2
    day = month + 1 + codes.startswith(".", month + 1)
    year = _BEHIND.match(codes, day)
    quarter, late = divmod(tokens[month][2] - (tokens[day][2] <= _A_WEEK), 3)
    if late or (tokens[day][2] > _A_WEEK and tokens[day][2] < _LAST_WEEK):
        return None
    return "quarter", (quarter or _QUARTERS, tokens[year.end() - 1][2] if year else None, None)


_A_WEEK, _LAST_WEEK = 7, 24


def _same(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "In the quarter": the one that was named before, if any was."""
    return "same", None


def _season(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "season", (_value(part, used, "Si"), _value(part, used, "Y"), _value(part, used, "L"))


def _year_season(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "yearseason", (_value(part, used, "S"), _value(part, used, "y")[1])


def _century(part: str, used: list[Token]) -> tuple[str, Any] | None:
    number = _value(part, used, "oODr")
    # "19 century" is no date, "19世纪" is.
    together = used[0][1] == used[-1][0]
    return (
        ("century", number) if ("D" not in part or "." in part or part[0] == "c" or together) and number <= 21 else None
    )


def _decade(part: str, used: list[Token]) -> tuple[str, Any] | None:
    if "d" in part or "e" in part:
        digits = _value(part, used, "de")
        if "c" in part:  # 20世纪90年代
            return ("decade", f"{_value(part, used, 'D') - 1}{digits}") if len(digits) == 2 else None
        if "e" not in part and len(digits) == 2 and not (set("FEAU") & set(part)):
            return None  # "in his 30s"
        return "decade", digits
    unit, number = _value(part, used, "UK"), _value(part, used, "NDYC")
    if "Y" in part:
        if unit in ("years", "decade") and number % 10 == 0:
            return "decade", str(number)  # les années 1990
        return ("date", Fields(number)) if SINGULAR.get(unit, unit) == "year" else None
    if unit not in ("years", "decade") or number % 10 or not 20 <= number <= 90:
        return None
    return "decade", str(number)


def _shift(part: str, used: list[Token]) -> tuple[str, Any] | None:
    unit, offset = _unit(part, used), _value(part, used, "L")
    if offset is None:  # early in the year: the year that it is
        return ("shift", (unit, 0)) if _value(part, used, "U") in ("week", "month", "year") else None
    if "LF" in part and used[part.index("LF") + 1][2] != "fiscal":
        return None
    if _value(part, used, "Uq") in SINGULAR or isinstance(offset, Several):  # "in the coming weeks"
        return None
    if unit == "day":
        # "The next day" is counted from another; "the next days" are not known, and "the last day" may be any.
        return ("later", ("day", 1)) if offset == 1 and _value(part, used, "U") == "day" else None
    return "shift", (unit, offset)


def _later(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "later", (_unit(part, used), _value(part, used, "CaDN") * _value(part, used, "g"))


def _following(part: str, used: list[Token]) -> tuple[str, Any] | None:
    if part == "Ug":  # am Tag zuvor
        return None if _value(part, used, "U") in SINGULAR else ("later", (_unit(part, used), _value(part, used, "g")))
    if "f" in part:
        return "later", ("day", _value(part, used, "f"))
    offset = _value(part, used, "l")
    if "L" in part or _value(part, used, "U") in SINGULAR or (offset is None and part[0] != "l"):
        return None  # "the last days", "the following years", "the year that"
    return "later", (_unit(part, used), offset or 0)


def _compared(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "The year-ago quarter", "the year-earlier third quarter", "year-earlier results"; "the 1988 quarter"."""
    if part[-1] in "qb" and part[0] in "YL":
        if part[0] == "L" and (used[1][2] != "year" or used[0][2] is None):
            return None
        return "ofquarter", (_value(part, used, "Y"), _value(part, used, "L"))
    if used[0][2] != "year" or used[2][2] == 1:
        return None
    return "compared", _value(part, used, "oO") if "q" in part else "year"


def _part_of_day(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """The day of "last night", "this morning", "the following evening"."""
    if "l" in part:
        offset = _value(part, used, "l")
        return None if offset is None and part[0] == "u" else ("later", ("day", offset or 0))
    offset = _value(part, used, "L")
    if "R" in part and _value(part, used, "R") != ("day", 1):  # am nächsten Morgen
        return None
    return ("later", ("day", 1)) if offset == 1 else ("shift", ("day", offset))


def _edge(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "Year-end", "Jahresende 2023"."""
    unit, _ = used[0][2]
    if unit in SINGULAR:
        return None
    if "Y" in part:
        return ("date", Fields(_value(part, used, "Y"))) if unit == "year" else None
    return "shift", (unit, 0)


def _week_on(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "Dienstag in einer Woche", "heute in acht Tagen": the day, and so many behind it."""
    amount, unit = _value(part, used, "CaDN"), _unit(part, used)
    if unit not in ("day", "week"):
        return None
    days = amount * 7 if unit == "week" else _DAYS_OF_WEEKS.get(amount, amount)
    return "weekon", (_value(part, used, "W"), _value(part, used, "R"), days)


#: Eight days are a week where both ends are counted, fifteen are two.
_DAYS_OF_WEEKS = {8: 7, 15: 14}


def _weekend(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "weekend", _value(part, used, "L")


def _ago(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "ago", (_unit(part, used), -_value(part, used, "CaDN"))


def _ahead(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "ahead", (_unit(part, used), _value(part, used, "CaDN"))


def _weekday(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "weekday", (_value(part, used, "W"), _value(part, used, "L"))


def _day_of_week(part: str, used: list[Token]) -> tuple[str, Any] | None:
    """ "Tuesday last week"."""
    if "H" in part:
        return "dayofweek", _value(part, used, "H")
    weekday, shift, unit = _value(part, used, "W"), _value(part, used, "L"), _unit(part, used)
    if "R" in part:
        unit, shift = _value(part, used, "R")
    if unit == "week":
        return "dayofweek", (weekday, shift)
    return ("shift", (unit, shift)) if shift is not None else None


def _today(part: str, used: list[Token]) -> tuple[str, Any] | None:
    unit, offset = _value(part, used, "Ry")
    if part.startswith("UP"):
        if used[0][2] != "day" or not offset:
            return None
        offset *= 2
    return "shift", (unit, offset)


def _years(part: str, used: list[Token]) -> tuple[str, Any] | None:
    first, last = _values(part, used, "YDN")
    if last < 100:
        together = used[-3][1] == used[-2][0] and used[-2][1] == used[-1][0]
        if together and _value(part, used, "-") == "-" and last <= 12 and last < first % 100:
            return "date", Fields(first, last)  # 2024-05
        last += first // 100 * 100
        if last <= first:
            last += 100
        if last - first > 40:
            return None
    if not (1500 <= first < last <= 2199) or last - first > 400:
        return None
    return "range", (Fields(first), Fields(last))


def _year(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "date", Fields(_value(part, used, "Y"))


def _set(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "set", (_value(part, used, "Ww"), _value(part, used, "Mm"), _unit(part, used))


def _length(part: str, used: list[Token]) -> tuple[str, Any] | None:
    return "duration", (_value(part, used, "CaDN"), _unit(part, used))


#: Builders that need what stands before or behind their form.
BY_PLACE: dict[str, Callable[[str, Sequence[Token], int], tuple[str, Any] | None]] = {
    "shared": _shared,
    "sharing": _sharing,
    "dayfigures": _day_figures,
    "quarterended": _quarter_ended,
    "whole": _whole,
    "weekbehind": _week_behind,
}
BUILDERS: dict[str, Builder] = {
    "span": _span,
    "days": _days,
    "months": _months,
    "figures": _figures,
    "date": _date,
    "month": _date,
    "feast": _feast,
    "ofyear": _of_year,
    "quarter": _quarter,
    "monthquarter": _month_quarter,
    "same": _same,
    "season": _season,
    "yearseason": _year_season,
    "century": _century,
    "decade": _decade,
    "shift": _shift,
    "ago": _ago,
    "later": _later,
    "following": _following,
    "compared": _compared,
    "partofday": _part_of_day,
    "edge": _edge,
    "weekon": _week_on,
    "weekend": _weekend,
    "ahead": _ahead,
    "dayofweek": _day_of_week,
    "weekday": _weekday,
    "today": _today,
    "plain": _weekday,
    "years": _years,
    "year": _year,
    "set": _set,
    "length": _length,
}
