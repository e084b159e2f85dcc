"""Forms that say a date of the calendar, or a part of one: days, months, feasts, ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..expression import MOST_DAYS, Fields
from ..vocabulary.codes import SINGULAR, HalfOfMonth, Several
from ..vocabulary.feasts import FeastWord
from .calendars import last_solar_day, solar_day
from .fields import DAY_AND_YEAR, Built, is_real, part_of, readings, unit_of, value_of, values_of
from .figures import Reading
from .tokens import Token

__all__ = [
    "date",
    "day_figures",
    "day_in_month",
    "days",
    "feast",
    "figures",
    "first_figures",
    "first_month",
    "listed",
    "months",
    "of_month",
    "part_of_month",
    "of_told",
    "of_year",
    "shared",
    "sharing",
    "solar_date",
    "span",
    "weekday_figures",
    "weekday_of_month",
    "year_edge",
]


_MONTH = re.compile("[Mmj]")
_YEAR = re.compile(r"\.?F{0,2},?F?Y")
#: Codes of weekdays, of shifts and units, and of Roman months.
_BESIDE_DATES = frozenset("WwLlyUr")


def date(part: str, used: list[Token]) -> Built:
    if _BESIDE_DATES.isdisjoint(part) and "D.D" not in part:  # nothing but a day, a month and a year
        fields = Fields(value_of(part, used, "Y"), value_of(part, used, "Mmj"), value_of(part, used, "DOo"))
        return ("date", fields) if is_real(fields) else None
    if part[:2] in ("LW", "Lw"):  # "this Friday, 3 May": the day says which
        part, used = part[1:], used[1:]
    month = value_of(part, used, "r" if "r" in part else "Mmj")
    if "D.D.Y" in part or part[:5] == "Y.D.D":  # 3. 5. 2024; 2024. 5. 3.
        month = used[part.index("D.D") + (2 if part[0] != "Y" else 0)][2]
    day = used[part.index("D.D") + 2][2] if part[:5] == "Y.D.D" else value_of(part, used, "DOo")
    fields = Fields(value_of(part, used, "Y"), month, day)
    if "W" in part or "w" in part:
        fields.weekday = value_of(part, used, "Ww")
    if "y" in part:  # i mars i fjol
        fields.years = value_of(part, used, "y")[1]
    elif "l" in part:
        if unit_of(part, used) != "year":
            return None
        fields.same = value_of(part, used, "l") or 0
    elif "L" in part:
        unit = None if "Y" in part else unit_of(part, used)  # 2024 года
        if unit is None:
            fields.shift = value_of(part, used, "L")
            if abs(fields.shift) > 1:
                return None
        elif unit == "year":
            fields.years = value_of(part, used, "L")
        elif unit not in _BESIDE_DAYS or fields.day is None:
            return None
    elif fields.year is None and "U" in part:
        return None
    return ("date", fields) if is_real(fields) else None


def solar_date(part: str, used: list[Token]) -> Built:
    """A day of the solar Hijri calendar, or all days of a month."""
    year, month, number = value_of(part, used, "Y"), value_of(part, used, "8"), value_of(part, used, "DO")
    last = number or last_solar_day(year, month)
    days = [solar_day(year, month, day) for day in (number or 1, last)]
    first, end = (day and Fields(day.year, day.month, day.day) for day in days)
    if first is None or end is None:
        return None
    return ("date", first) if number else ("range", (first, end))


#: "3 May this week": the day says which.
_BESIDE_DAYS = frozenset({"day", "week"})


def of_year(part: str, used: list[Token]) -> Built:
    fields = Fields(value_of(part, used, "Y"), value_of(part, used, "Mmj"), value_of(part, used, "DO"))
    if fields.year is None:
        unit, fields.years = value_of(part, used, "y") or (unit_of(part, used), value_of(part, used, "L"))
        if unit != "year" or value_of(part, used, "U") in SINGULAR or isinstance(fields.years, Several):
            return None
    if "k-k" in part:  # 去年1-9月
        begin, end = values_of(part, used, "k")
        if not (begin.ordered and end.ordered) or begin.parts[0] is not None or end.parts[0] is not None:
            return None
        first = Fields(fields.year, begin.parts[1], begin.parts[2], years=fields.years)
        last = Fields(fields.year, end.parts[1] or first.month, end.parts[2], years=fields.years)
        return ("range", (first, last)) if is_real(first) and is_real(last) else None
    if "k" in part:
        reading: Reading = value_of(part, used, "k")
        if not reading.ordered or reading.parts[0] is not None:
            return None
        _, fields.month, fields.day = reading.parts
    return ("date", fields) if is_real(fields) else None


def first_month(part: str, used: list[Token]) -> Built:
    """The month of "in July first reports came", the weekday of "on Friday, July first reports came"."""
    if part[0] == "W":
        return "weekday", (used[0][2], None)
    return ("date", Fields(None, used[0][2])) if part[0] in "Mm" else None


def day_in_month(part: str, used: list[Token]) -> Built:
    """ "The 15th of next month", "le 28 du même mois"."""
    day, offset = value_of(part, used, "DO"), value_of(part, used, "Ll")
    if not 1 <= day <= MOST_DAYS:
        return None
    if "l" in part:
        return "ofsame", (int(offset or 0), day)
    return None if isinstance(offset, Several) or abs(offset) > 1 else ("ofmonth", (offset, day))


def weekday_of_month(part: str, used: list[Token]) -> Built:
    """ "The first Monday of May 2024", "the last Friday in June"; "the second Tuesday of the visit" is none."""
    number, month = value_of(part, used, "oLOD"), value_of(part, used, "Mmj")
    if part == "oW" and number == -1:  # W ostatnią niedzielę odbył się mecz
        return "weekday", (used[1][2], number)
    if month is None or number == 0 or not -1 <= number <= _WEEKS_OF_A_MONTH:
        return None
    behind = part.index("W") + 1
    if (part[behind] == "F" and used[behind][2] == "to") or (part[behind] == "P" and used[behind][2] not in _WITHIN):
        return None
    return "weekdayofmonth", (number, value_of(part, used, "W"), Fields(value_of(part, used, "Y"), month))


def part_of_month(part: str, used: list[Token]) -> Built:
    """5月第1週; الأسبوع الأول من مايو: a week of a month, or of a year."""
    number = value_of(part, used, "7")
    kind = "half" if isinstance(number, HalfOfMonth) else "week"
    if part[0] == "R":
        unit, offset = used[0][2]
        return part_of(kind, number, "shift", (unit, offset)) if unit == "month" else None
    fields = Fields(value_of(part, used, "Y"), value_of(part, used, "Mmj"))
    if part[0] == "k":
        reading: Reading = used[0][2]
        if not reading.ordered or reading.parts[2] is not None:
            return None
        fields = _fields(reading)
        if fields.month is None:
            return ("weeknumber", (number, fields.year)) if kind == "week" else None
    return part_of(kind, number, "date", fields) if is_real(fields) else None


#: The values of words for "in".
_WITHIN = frozenset({None, "in", "on"})
#: A month has five Mondays at most.
_WEEKS_OF_A_MONTH = 5


def shared(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """A day whose month, and perhaps year, stands behind the days that follow it."""
    behind = first + 1 + codes.startswith(".", first + 1)
    if codes[behind] == "F" and tokens[behind][2] != "to":
        return None  # "3 on 5 May"
    month = _MONTH.search(codes, first)
    assert month is not None
    year = _YEAR.match(codes, month.end())
    fields = Fields(tokens[year.end() - 1][2] if year else None, tokens[month.start()][2], tokens[first][2])
    return ("date", fields) if is_real(fields) else None


def sharing(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The last day of "May 3 and 5, 2024", "from May 3 to 5"."""
    month = max(codes.rfind(code, 0, first) for code in "Mmj")
    year = DAY_AND_YEAR.match(codes, first)
    if year is None and tokens[first - 1][2] not in ("and", "to"):
        return None
    fields = Fields(tokens[year.end() - 1][2] if year else None, tokens[month][2], tokens[first][2])
    return ("date", fields) if is_real(fields) else None


def listed(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """A day of "May 3, 4 and 5, 2024" behind the first."""
    month = max(codes.rfind(code, 0, first) for code in "Mmj")
    days = _DAYS_OF_A_MONTH.match(codes, month) if month >= 0 else None
    if (
        days is None
        or days.end() <= first
        or not _AND.intersection(str(token[2]) for token in tokens[month : days.end()])
    ):
        return None
    year = tokens[days.end() - 1][2] if days["year"] else None
    fields = Fields(year, tokens[month][2], tokens[first][2])
    return ("date", fields) if is_real(fields) else None


_DAYS_OF_A_MONTH = re.compile(
    r"""[Mmj]\.?[DO](?:,[DO])*,?PF?(?: [DO](?P<year>,?Y)(?!v) | D(?=[.,)PI]) | O(?![A-Za-z]) )""", re.VERBOSE
)
_AND = frozenset({"and"})


def feast(part: str, used: list[Token]) -> Built:
    """ "Good Friday", "last Christmas", "Easter 2024"."""
    year = used[-1][2] if part[-1] == "Y" else None
    years = used[-2][2] if part[-2:] == "LU" and used[-1][2] == "year" else None
    shift = used[0][2] if part[0] == "L" else None
    if part[0] == "y":  # 昨年の元日
        years = used[0][2][1]
    name = part.lstrip("yL").removesuffix("Y").removesuffix("LU").rstrip("F,")
    weekend, name = name[-1] == "J", name.removesuffix("J")
    values = [token[2] for code, token in zip(name, used[part[0] in "yL" :], strict=False) if code != "F"]
    first = next(value for value in values if isinstance(value, FeastWord))
    others = tuple(getattr(value, "text", value) for value in values if value is not first)
    rule = first.rules.get((None, *others) if name[0] == "U" else others)
    if rule is None:
        return None
    data = rule, year, shift, years
    return ("weekendof", ("feast", data)) if weekend else ("feast", data)


def day_figures(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "Le 22/04": two digits each, behind a word for "on"; "3/4" may be three quarters, but not "du 5/6 au 8/9/2024".
    Days of a list behind it, too: "20/11, 22/11 et 25/11"."""
    led = _LED_LIST.search(codes, 0, first)
    behind = first + len("D/D")
    begins = _FULL_DATE_BEHIND.match(codes, behind) is not None and tokens[behind][2] == "to"
    if led is None or (not begins and tokens[led.start()][2] not in _DATED):  # "un empate del 10/10"
        return None
    sure = begins or tokens[led.start()][2] == "surely_dated"
    if not sure and not _has_two_and_two(*tokens[first : first + 3]):
        return None
    return "dayfigures", readings(tokens[first][2], tokens[first + 2][2])


_DATED = ("dated", "surely_dated")


def weekday_figures(part: str, used: list[Token]) -> Built:
    """ "Saturday (15/3)", "this Friday 5/12", "mardi 18/03"."""
    at = part.index("/")
    both = readings(used[at - 1][2], used[at + 1][2])
    return ("weekdayfigures", (value_of(part, used, "Ww"), both)) if any(both) else None


def _has_two_and_two(first: Token, _: Token, second: Token) -> bool:
    return (second[1] - second[0], second[1] - first[0]) == _TWO_AND_TWO


#: The days in figures before one in a list, and the word that leads to the first.
_LED_LIST = re.compile(r"F(?:D/D,?P?){0,8}\Z")
_FULL_DATE_BEHIND = re.compile("[PF]F?k")
_TWO_AND_TWO = (len("04"), len("22/04"))


def _fields(reading: Reading) -> Fields:
    year, month, day = reading.parts
    return Fields(year, month, day, short_year=reading.short_year)


def figures(part: str, used: list[Token]) -> Built:
    reading: Reading = value_of(part, used, "k")
    if not reading.ordered:
        return "numeric", reading
    fields = _fields(reading)
    if fields.year is fields.month is None:  # 10日, 10日月曜日
        weekday = value_of(part, used, "Ww")
        return ("loneday", fields.day) if weekday is None else ("dayof", (weekday, fields.day))
    if not is_real(fields):
        return None
    return ("iso", (fields, reading.time)) if reading.time else ("date", fields)


def year_edge(part: str, used: list[Token]) -> Built:
    """ "2024年底", "5月下旬", "五月底", "다음 달 초": a year or month whose modifier stands behind it."""
    if part[0] == "M":  # not "in May early voting"
        return ("date", Fields(None, used[0][2])) if used[0][1] == used[1][0] else None
    if part[0] == "R":
        return ("shift", used[0][2]) if used[0][2][0] in ("month", "year") else None
    reading: Reading = used[0][2]
    return figures("k", used[:1]) if reading.ordered and reading.parts[2] is None else None


def first_figures(part: str, used: list[Token]) -> Built:
    """The date of what is no edge: 2024年5月3日末."""
    if part[0] == "k":
        return figures("k", used[:1])
    return ("date", Fields(None, used[0][2])) if part[0] == "M" else ("shift", used[0][2])


def of_told(part: str, used: list[Token]) -> Built:
    """ "同年3月", "同月5日": a month or day of the year or month that the text spoke of last."""
    (unit, offset), last = used[0][2], used[-1][2]
    year, month, day = (None, last, None) if part[-1] != "k" else last.parts if last.ordered else (0, None, None)
    if year is not None:
        return None
    if unit == "month" and month is None:
        return "ofsame", (offset, day)
    fields = Fields(None, month, day, same=offset)
    return ("date", fields) if unit == "year" and month is not None and is_real(fields) else None


def of_month(part: str, used: list[Token]) -> Built:
    """ "今月10日", "지난달 10일": a day of this month or another."""
    (unit, offset), reading = used[0][2], used[-1][2]
    if unit != "month" or not reading.ordered or reading.parts[:2] != (None, None):
        return None
    return "ofmonth", (offset, reading.parts[2])


def span(part: str, used: list[Token]) -> Built:
    """2024年5月3日至5日: what the end leaves out is that of the beginning; "10/1/2018-10/7/2018" leaves out nothing."""
    if part[0] == "k" and not used[0][2].ordered and not used[-1][2].ordered:
        return "numericrange", (used[0][2], used[-1][2])
    begin, end = used[0][2], _day_first(used[-1][2])
    begins = (begin, None, None) if part[0] == "Y" else (None, None, begin) if part[0] == "D" else begin.parts
    if part[0] == "D" and (end is used[-1][2] or (end.parts[2] or 0) <= begin):
        return None  # 3.-5.7.2025
    ordered = end.ordered and (part[0] in "YD" or begin.ordered)
    if part[0] == "D":
        begins = (*end.parts[:2], begin)
    if not ordered or (begins[1] is None and end.parts[0] is None) or (part[0] == "Y" and end.parts[1] is not None):
        return None
    year, month, day = end.parts
    if month is None and day is not None:
        month = begins[1]
    if year is None and begins[0] is not None:
        year = begins[0] + ((month or 0) < (begins[1] or 0))
    if begins[0] is None and year is not None and month is not None:  # 1.5.–31.8.2025
        begins = (year - ((begins[1] or 0) > month), *begins[1:])
    short = part[0] == "k" and used[0][2].short_year
    first = Fields(begins[0], begins[1], begins[2], short_year=short)
    last = Fields(year, month, day, short_year=short or end.short_year)
    return ("range", (first, last)) if is_real(first) and is_real(last) else None


def _day_first(reading: Reading) -> Reading:
    """A date whose numbers are parted by dots, in the order of ISO 8601."""
    if reading.ordered or not reading.dotted or reading.short_year:
        return reading
    return Reading((reading.parts[2], reading.parts[1], reading.parts[0]), True)


def days(part: str, used: list[Token]) -> Built:
    days, months, years = (values_of(part, used, codes) for codes in ("DO", "Mmj", "Y"))
    first = Fields(years[0] if years else None, months[0], days[0])
    last = Fields(years[-1] if years else None, months[-1], days[1])
    if len(months) == 2 and len(years) == 1 and first.month > last.month:  # type: ignore[operator]
        first.year = years[0] - 1
    if not (is_real(first) and is_real(last)):
        return None
    if len(months) == 1 and days[0] >= days[1]:
        return None
    return "range", (first, last)


def months(part: str, used: list[Token]) -> Built:
    months, years = values_of(part, used, "Mmj"), values_of(part, used, "Y")
    if not years:
        return "range", (Fields(None, months[0]), Fields(None, months[1]))
    before = len(years) == 1 and months[0] > months[1]
    return "range", (Fields(years[0] - before, months[0]), Fields(years[-1], months[1]))
