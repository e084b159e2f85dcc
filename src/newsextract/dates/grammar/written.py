"""Forms that say a date of the calendar, or a part of one: days, months, quarters, seasons, years, decades."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..expression import Fields
from ..vocabulary.codes import SINGULAR, Half, Several
from ..vocabulary.feasts import FeastWord
from .fields import Built, is_real, unit_of, value_of, values_of
from .figures import Reading
from .tokens import Token

__all__ = [
    "century",
    "date",
    "day_figures",
    "day_in_month",
    "days",
    "decade",
    "feast",
    "figures",
    "first_figures",
    "first_month",
    "first_year",
    "listed",
    "month_quarter",
    "months",
    "of_month",
    "of_year",
    "quarter",
    "quarter_ended",
    "season",
    "shared",
    "sharing",
    "span",
    "week_number",
    "weekday_figures",
    "weekday_of_month",
    "year",
    "year_of_decade",
    "year_edge",
    "year_season",
    "years",
]


_MONTH = re.compile("[Mmj]")
_YEAR = re.compile(r"\.?F{0,2},?F?Y")
_BEHIND = re.compile(r"[DO],?Y")


def date(part: str, used: list[Token]) -> Built:
    if part[:2] in ("LW", "Lw"):  # "this Friday, 3 May": the day says which
        part, used = part[1:], used[1:]
    month = value_of(part, used, "r" if "r" in part else "Mmj")
    if "D.D.Y" in part:  # 3. 5. 2024
        month = used[part.index("D.D.Y") + 2][2]
    fields = Fields(value_of(part, used, "Y"), month, value_of(part, used, "DOo"))
    if "W" in part or "w" in part:
        fields.weekday = value_of(part, used, "Ww")
    if "l" in part:
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
        else:
            return None
    elif fields.year is None and "U" in part:
        return None
    return ("date", fields) if is_real(fields) else None


def of_year(part: str, used: list[Token]) -> Built:
    fields = Fields(value_of(part, used, "Y"), value_of(part, used, "Mmj"), value_of(part, used, "DO"))
    if fields.year is None:
        unit, fields.years = value_of(part, used, "y") or (unit_of(part, used), value_of(part, used, "L"))
        if unit != "year" or value_of(part, used, "U") in SINGULAR or isinstance(fields.years, Several):
            return None
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
    if not 1 <= day <= _LONGEST_MONTH:
        return None
    if "l" in part:
        return "ofsame", (int(offset or 0), day)
    return None if isinstance(offset, Several) or abs(offset) > 1 else ("ofmonth", (offset, day))


_LONGEST_MONTH = 31


def weekday_of_month(part: str, used: list[Token]) -> Built:
    """ "The first Monday of May 2024", "the last Friday in June"; "the second Tuesday of the visit" is none."""
    number, month = value_of(part, used, "oLOD"), value_of(part, used, "Mmj")
    if month is None or number == 0 or not -1 <= number <= _WEEKS_OF_A_MONTH:
        return None
    behind = part.index("W") + 1
    if (part[behind] == "F" and used[behind][2] == "to") or (part[behind] == "P" and used[behind][2] not in _WITHIN):
        return None
    return "weekdayofmonth", (number, value_of(part, used, "W"), Fields(value_of(part, used, "Y"), month))


#: The values of words for "in".
_WITHIN = frozenset({None, "on"})
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
    year = _BEHIND.match(codes, first)
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
    name = part.lstrip("L").removesuffix("Y").removesuffix("LU").rstrip("F,")
    values = [token[2] for code, token in zip(name, used[part[0] == "L" :], strict=False) if code != "F"]
    first = next(value for value in values if isinstance(value, FeastWord))
    rule = first.rules.get(tuple(getattr(value, "text", value) for value in values if value is not first))
    if rule is None or not (rule.sure or year or shift is not None or years is not None):
        return None
    return "feast", (rule, year, shift, years)


def day_figures(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "Le 22/04": two digits each, behind a word for "on"; "3/4" may be three quarters."""
    day, _, month = tokens[first : first + 3]
    if tokens[first - 1][2] != "dated" or (month[1] - month[0], month[1] - day[0]) != _TWO_AND_TWO:
        return None
    fields = Fields(None, month[2], day[2])
    return ("date", fields) if is_real(fields) else None


def weekday_figures(part: str, used: list[Token]) -> Built:
    """ "Saturday (15/3)", "mardi 18/03": in brackets or with two digits each."""
    at = part.index("/")
    day, month = used[at - 1], used[at + 1]
    if "(" not in part and (month[1] - month[0], month[1] - day[0]) != _TWO_AND_TWO:
        return None
    readings = [Fields(None, *pair) for pair in ((month[2], day[2]), (day[2], month[2]))]
    readings = [fields for fields in readings if is_real(fields)]
    return ("weekdayfigures", (used[0][2], readings)) if readings else None


_TWO_AND_TWO = (len("04"), len("22/04"))


def figures(part: str, used: list[Token]) -> Built:
    reading: Reading = value_of(part, used, "k")
    if not reading.ordered:
        return "numeric", reading
    fields = Fields(*reading.parts)
    if fields.year is fields.month is None:  # 10日, 10日月曜日
        weekday = value_of(part, used, "Ww")
        return ("loneday", fields.day) if weekday is None else ("dayof", (weekday, fields.day))
    if not is_real(fields):
        return None
    return ("iso", (fields, reading.time)) if reading.time else ("date", fields)


def year_edge(part: str, used: list[Token]) -> Built:
    """ "2024年底", "5月下旬": a year or month in figures, whose modifier stands behind it."""
    reading: Reading = used[0][2]
    return figures("k", used[:1]) if reading.ordered and reading.parts[2] is None else None


def first_figures(part: str, used: list[Token]) -> Built:
    """The figures of what is no edge: 2024年5月3日末."""
    return figures("k", used[:1])


def of_month(part: str, used: list[Token]) -> Built:
    """ "今月10日", "지난달 10일": a day of this month or another."""
    (unit, offset), reading = used[0][2], used[-1][2]
    if unit != "month" or not reading.ordered or reading.parts[:2] != (None, None):
        return None
    return "ofmonth", (offset, reading.parts[2])


def span(part: str, used: list[Token]) -> Built:
    """2024年5月3日至5日: what the end leaves out is that of the beginning."""
    begin, end = used[0][2], used[2][2]
    begins = (begin, None, None) if part[0] == "Y" else begin.parts
    ordered = end.ordered and (part[0] == "Y" or begin.ordered)
    if not ordered or (begins[1] is None and end.parts[0] is None) or (part[0] == "Y" and end.parts[1] is not None):
        return None
    year, month, day = end.parts
    if month is None and day is not None:
        month = begins[1]
    if year is None and begins[0] is not None:
        year = begins[0] + (month < begins[1])
    first, last = Fields(*begins), Fields(year, month, day)
    return ("range", (first, last)) if is_real(first) and is_real(last) else None


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
    first = Fields(years[0], months[0])
    if len(years) == 1 and months[0] > months[1]:
        first.year -= 1  # type: ignore[operator]
    return "range", (first, Fields(years[-1], months[1]))


def quarter(part: str, used: list[Token]) -> Built:
    counted = re.search("[oL][CD]q", part)
    number = value_of(part, used, "QoO" if counted else "Q@oOD")
    unit = "half" if "h" in part or isinstance(number, Half) else "quarter"
    if number and "Y" not in part and value_of(part, used, "q") in SINGULAR:
        return None  # in the second and fourth quarters
    most = 4 if unit == "quarter" else 2
    if counted:
        return _quarters(number, value_of(part, used, "CD"), value_of(part, used, "Y"))
    if number is None:  # the last quarter of 2023
        return (unit, (most, value_of(part, used, "Y"), None)) if value_of(part, used, "L") == -1 else None
    if number > most:
        return None
    shift = value_of(part, used, "L")
    year = value_of(part, used, "Y")
    if "k" in part:  # 2024年上半年
        reading: Reading = value_of(part, used, "k")
        year = reading.parts[0]
        if not year or reading.parts[1] is not None:
            return None
    if "y" in part:
        shift = value_of(part, used, "y")[1]
    elif part[-1] == "U" and "L" not in part:  # the third quarter of the year
        shift = 0 if "Y" in part or used[-1][2] == "year" else None
    if value_of(part, used, "h") == "half" and shift is None and "Y" not in part:
        return None  # the second half of a match
    return unit, (number, year, None if year else shift)


def _quarters(first: int | None, count: int, year: int) -> Built:
    """ "The first two quarters of 1990", "the last three quarters of 1990"."""
    if first not in (1, None) or not 1 < count < _QUARTERS:
        return None
    skipped = 0 if first else _QUARTERS - count
    return "range", (Fields(year, skipped * 3 + 1), Fields(year, (skipped + count) * 3))


_QUARTERS = 4


def month_quarter(part: str, used: list[Token]) -> Built:
    """ "The September quarter" ends with it."""
    quarter, rest = divmod(value_of(part, used, "Mmj"), 3)
    return ("quarter", (quarter, value_of(part, used, "Y"), None)) if not rest else None


def quarter_ended(codes: str, tokens: Sequence[Token], first: int) -> Built:
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


def season(part: str, used: list[Token]) -> Built:
    shift = value_of(part, used, "L")
    if shift is not None and abs(shift) > 1:
        return None
    season = value_of(part, used, "Si")
    if isinstance(season, tuple):  # 来春
        return "yearseason", season
    return "season", (season, value_of(part, used, "Y"), shift)


def year_season(part: str, used: list[Token]) -> Built:
    return "yearseason", (value_of(part, used, "S"), value_of(part, used, "y")[1])


def week_number(part: str, used: list[Token]) -> Built:
    """ "KW 12", "12. Kalenderwoche 2024"; but "12 kW" is power."""
    number = value_of(part, used, "DNO")
    if part[:2] in ("D#", "N#") or not 1 <= number <= _WEEKS:
        return None
    return "weeknumber", (number, value_of(part, used, "Y"))


_WEEKS = 53


def century(part: str, used: list[Token]) -> Built:
    number = value_of(part, used, "oODrC")
    # "19 century" is no date, "19世纪" is.
    together = used[0][1] == used[-1][0] or value_of(part, used, "c") == "numbered_century"
    return (
        ("century", number)
        if (_COUNTS.isdisjoint(part) or "." in part or part[0] == "c" or together) and number <= 21
        else None
    )


_COUNTS = frozenset("DC")


def decade(part: str, used: list[Token]) -> Built:
    if "d" in part or "e" in part:
        digits = value_of(part, used, "de")
        if "c" in part:  # 20世纪90年代
            return ("decade", f"{value_of(part, used, 'DC') - 1}{digits}") if len(digits) == 2 else None
        if "e" not in part and len(digits) == 2 and not (set("FEAU") & set(part)):
            return None  # "in his 30s"
        return "decade", digits
    unit, number = value_of(part, used, "UK"), value_of(part, used, "NDYC")
    if "Y" in part:
        if unit in ("years", "decade") and number % 10 == 0:
            return "decade", str(number)  # les années 1990
        return ("date", Fields(number)) if SINGULAR.get(unit, unit) == "year" and part[0] != "Y" else None
    if unit not in ("years", "decade") or number % 10 or not 20 <= number <= 90:
        return None
    return "decade", str(number)


def year_of_decade(part: str, used: list[Token]) -> Built:
    """The year of "2004. aasta", which is no decade."""
    return ("date", Fields(used[0][2])) if part[0] == "Y" else None


def years(part: str, used: list[Token]) -> Built:
    first, last = values_of(part, used, "YDN")
    if last < 100:
        together = used[-3][1] == used[-2][0] and used[-2][1] == used[-1][0]
        if together and value_of(part, used, "-") == "-" and last <= 12 and last < first % 100:
            return "date", Fields(first, last)  # 2024-05
        last += first // 100 * 100
        if last <= first:
            last += 100
        if last - first > 40:
            return None
    if not (1500 <= first < last <= 2199) or last - first > 400:
        return None
    return "range", (Fields(first), Fields(last))


def first_year(part: str, used: list[Token]) -> Built:
    """The year before a dash that parts it from what follows: "Berlin 2005 - 271 Seiten"."""
    parted = part[0] == "Y" and used[1][0] > used[0][1]
    return ("date", Fields(used[0][2])) if parted else None


def year(part: str, used: list[Token]) -> Built:
    return "date", Fields(value_of(part, used, "Y"))
