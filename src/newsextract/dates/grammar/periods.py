"""Forms that say a part of the calendar that is no day or month: quarters, seasons, numbered weeks, years, decades."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..expression import MONTHS, QUARTERS, Fields
from ..vocabulary.codes import (
    SINGULAR,
    FirstMonths,
    FirstMonthsOfYear,
    Half,
    HalfOfMonth,
    HalfOfYear,
    PastSeason,
    QuarterOfYear,
)
from .fields import DAY_AND_YEAR, Built, part_of, unit_of, value_of, values_of
from .figures import Reading
from .patterns import LAST_QUARTER
from .tokens import Token
from .written import figures

__all__ = [
    "centuries",
    "century",
    "cased_decade",
    "decade",
    "decade_alone",
    "decade_before",
    "decade_behind",
    "first_of_half",
    "first_week",
    "first_year",
    "last_week",
    "month_quarter",
    "numbered_unit",
    "quarter",
    "quarter_before",
    "quarter_behind",
    "quarter_ended",
    "season",
    "week_in_year",
    "week_number",
    "year",
    "year_of_decade",
    "year_season",
    "years",
]


def quarter(part: str, used: list[Token]) -> Built:
    counted = re.search("[oL][CD]q", part)
    number = value_of(part, used, "QoO" if counted else "Q@oODr")
    if "E" in part and value_of(part, used, "E") != "mid":  # w pierwszej połowie 2024
        return None
    unit = "half" if "h" in part or "E" in part or isinstance(number, Half) else "quarter"
    if number and "Y" not in part and value_of(part, used, "q") in SINGULAR:
        return None  # in the second and fourth quarters
    most = QUARTERS if unit == "quarter" else 2
    if counted:
        return _quarters(number, value_of(part, used, "CD"), value_of(part, used, "Y"))
    if number == _LAST:
        number = most if "Y" in part else most + 1
    if number is None:  # the last quarter of 2023
        return (unit, (most, value_of(part, used, "Y"), None)) if value_of(part, used, "L") == -1 else None
    if number > most and not isinstance(number, FirstMonths):
        return None
    shift = value_of(part, used, "L")
    year = value_of(part, used, "Y")
    if "k" in part:  # 2024年上半年
        reading: Reading = value_of(part, used, "k")
        year = reading.parts[0]
        if not year or reading.parts[1] is not None:
            return None
    if part[0] == "L" and "@" in part and shift:  # 지난 상반기: the last half may be this year's
        shift = None
    if isinstance(number, _OF_YEAR) and part[0] not in "ky":  # the second half of a match
        return None
    of = value_of(part, used, "U")
    if shift is not None and of not in (None, "year"):  # the first half of next month
        return part_of(unit, number, "shift", (of, shift)) if of == "month" else None
    if "y" in part:
        shift = value_of(part, used, "y")[1]
    elif part[0] == "U" and not year:  # aasta esimesel poolel
        if of != "year":
            return None
        shift = 0
    elif part[-1] == "U" and "L" not in part:  # the third quarter of the year
        shift = 0 if "Y" in part or used[-1][2] == "year" else None
    if value_of(part, used, "h") == "half" and ("r" in part or (shift is None and "Y" not in part)):
        return None  # the second half of a match; I half expected it
    form = "firstmonths" if isinstance(number, FirstMonths) else unit
    return form, (number, year, None if year else shift)


#: What is a part of a year only beside the year.
_OF_YEAR = (HalfOfYear, QuarterOfYear, FirstMonthsOfYear)


def quarter_before(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The Q1 of "Q1 and Q2 2024", the first quarter of "the first to third quarter of 2024": the last says the year."""
    match = LAST_QUARTER.match(codes, first)
    if match is None:
        return None
    begin, end = match.span(str(match.lastgroup))
    built = quarter(codes[begin:end], list(tokens[begin:end]))
    if built is None or built[0] not in _PARTS_OF_YEARS:
        return None
    unit, (last, year, shift) = built
    number = tokens[first][2]
    if codes[first] == "Q":
        unit = "half" if isinstance(number, Half) else "quarter"
        if year is None and codes[first - 1 : first] not in ("P", "I") and codes[first + 1] != ",":
            return None
    if not 1 <= number <= _PARTS_OF_YEARS[unit]:
        return None
    before = unit == built[0] and number > last  # Q4 and Q1 2024
    return unit, (number, None if year is None else year - before, None if shift is None else shift - before)


def quarter_behind(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The Q2 of "2024 Q1-Q2", "in Q1-Q2"."""
    number, before = tokens[first][2], codes[: first - len("Q-")].removesuffix("-")
    year = tokens[codes.rindex("Y", 0, first)][2] if before[-1] == "Y" else None
    return "half" if isinstance(number, Half) else "quarter", (number, year, None)


#: So many there are of a year.
_PARTS_OF_YEARS = {"quarter": QUARTERS, "half": 2}


def first_of_half(part: str, used: list[Token]) -> Built:
    """The month of 5月前半."""
    return figures("k", used[:1]) if part[0] == "k" else None


def _quarters(first: int | None, count: int, year: int) -> Built:
    """ "The first two quarters of 1990", "the last three quarters of 1990"."""
    if first not in (1, None) or not 1 < count < QUARTERS:
        return None
    skipped = 0 if first else QUARTERS - count
    return "range", (Fields(year, skipped * 3 + 1), Fields(year, (skipped + count) * 3))


def month_quarter(part: str, used: list[Token]) -> Built:
    """ "The September quarter", "the July-September quarter" ends with it."""
    months = values_of(part, used, "Mmj")
    quarter, rest = divmod(months[-1], 3)
    if (months[-1] - months[0]) % 12 not in (0, 2):
        return None
    return ("quarter", (quarter, value_of(part, used, "Y"), None)) if not rest else None


def quarter_ended(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "The quarter ended Sept. 30": the one that ends then, give or take a week, as retailers count."""
    if tokens[first + 1][2] != "ended":
        return None
    month = first + 2
    day = month + 1 + codes.startswith(".", month + 1)
    year = DAY_AND_YEAR.match(codes, day)
    quarter, late = divmod(tokens[month][2] - (tokens[day][2] <= _A_WEEK), 3)
    if late or (tokens[day][2] > _A_WEEK and tokens[day][2] < _LAST_WEEK):
        return None
    return "quarter", (quarter or QUARTERS, tokens[year.end() - 1][2] if year else None, None)


_A_WEEK, _LAST_WEEK = 7, 24


def season(part: str, used: list[Token]) -> Built:
    shift = value_of(part, used, "L")
    if shift is not None and abs(shift) > 1:
        return None
    season = value_of(part, used, "Si")
    if isinstance(season, tuple):  # 来春
        return "yearseason", season
    if shift is not None and "U" in part:  # the summer of next year
        return ("yearseason", (season, shift)) if unit_of(part, used) == "year" else None
    if isinstance(season, PastSeason) and shift is None and "Y" not in part:
        shift = -1
    return "season", (season, value_of(part, used, "Y"), shift)


def year_season(part: str, used: list[Token]) -> Built:
    """ "昨年の夏", "2024年春"; the figures alone where they say more than a year."""
    if part[0] == "k":
        reading: Reading = used[0][2]
        if not reading.ordered or reading.parts[0] is None or reading.parts[1] is not None:
            return None
        return "season", (value_of(part, used, "S"), reading.parts[0], None)
    return "yearseason", (value_of(part, used, "S"), value_of(part, used, "y")[1])


def week_number(part: str, used: list[Token]) -> Built:
    """ "KW 12", "12. Kalenderwoche 2024"; but "12 kW" is power."""
    number = value_of(part, used, "DNO")
    if part[:2] in ("D#", "N#") or not 1 <= number <= _WEEKS:
        return None
    return "weeknumber", (number, value_of(part, used, "Y"))


def first_week(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The first of "weeks 3 to 5 of 2024", "KW 12-14", "12.-14. KW"."""
    return _numbered_week(tokens[first + (codes[first] in "#U")][2], first, codes, tokens)


def last_week(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The last of "weeks 3 to 5 of 2024", "KW 12-14"; "KW 12 - 14 Stück" has one."""
    if codes[first - 1] == "-" and "Y" not in codes[first:] and tokens[first - 1][0] > tokens[first - 2][1]:
        return None
    return _numbered_week(tokens[first][2], first - len("#D-"), codes, tokens)


def _numbered_week(number: int, first: int, codes: str, tokens: Sequence[Token]) -> Built:
    """One of the weeks that are named from `first` on."""
    weeks = _WEEKS_BY_NUMBER.match(codes, first)
    if weeks is None or not 1 <= number <= _WEEKS:
        return None
    if codes[first] == "U" and unit_of("U", [tokens[first]]) != "week":
        return None
    return "weeknumber", (number, tokens[weeks.end() - 1][2] if weeks["year"] else None)


_WEEKS_BY_NUMBER = re.compile(r"(?:[#U][DN][P/-][DN]|(?:O|D\.)[P/-]F?(?:O|D\.)#)(?P<year>(?:[/,]?F{0,2})Y(?![v/-]))?")


def week_in_year(part: str, used: list[Token]) -> Built:
    """ "The first week of 2015", "the last week of 2015", "week 12 of 2015"."""
    number, year = value_of(part, used, "LoODN7"), value_of(part, used, "Y")
    if isinstance(number, HalfOfMonth):
        return None
    if value_of(part, used, "U") == "month":
        month = number if number != _LAST else MONTHS
        return ("date", Fields(year, month)) if 1 <= month <= MONTHS else None
    if not (number == _LAST and part[0] in "Lo7Y") and not 1 <= number <= _WEEKS:
        return None
    return "weeknumber", (number, year)


_WEEKS, _LAST = 53, -1


def century(part: str, used: list[Token]) -> Built:
    number, unit = value_of(part, used, "oODrC"), value_of(part, used, "c")
    if unit in SINGULAR and part[0] in _COUNTS:  # three centuries
        return "duration", (number, SINGULAR[unit])
    # "19 century" is no date, "19世纪" is.
    together = used[0][1] == used[-1][0] or unit == "numbered_century"
    return (
        ("century", number)
        if (_COUNTS.isdisjoint(part) or "." in part or part[0] == "c" or together) and number <= _LAST_CENTURY
        else None
    )


_COUNTS = frozenset("DC")


def centuries(part: str, used: list[Token]) -> Built:
    """The first of "the 18th and 19th centuries"; all of "XVIII—XIX веках"."""
    numbers = values_of(part, used, "oODr")
    if max(numbers) > _LAST_CENTURY or (part[0] == "D" and "." not in part):
        return None
    return ("century", numbers[0]) if len(numbers) == 1 else ("centuries", tuple(numbers))


_LAST_CENTURY = 21


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
        if part == "YFK" and value_of(part, used, "F") != "of":
            return None
        if unit in ("years", "decade") and number % 10 == 0:
            return "decade", str(number)  # les années 1990
        return ("date", Fields(number)) if SINGULAR.get(unit, unit) == "year" and part[0] != "Y" else None
    if unit not in ("years", "decade") or not _is_decade(number):
        return None
    return "decade", str(number)


def decade_alone(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """ "В 90-е", "у дев'яності": right behind the word that puts a year in its place; "by 90s" may be an age."""
    digits = tokens[first][2]
    sure = len(digits) > len("90") or tokens[first - 1][2] == "in"
    return ("decade", digits) if sure else None


def decade_before(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The first of "80-90-е годы", "1980-90s", "80. a 90. letech"; the year of "in 2014 - 1990s fashion"."""
    number = tokens[first][2]
    if codes[first] == "Y":
        parted = tokens[first + 1][0] > tokens[first][1]
        return ("date", Fields(number)) if parted or number % 10 else ("decade", str(number))
    return ("decade", str(number)) if _is_decade(int(number)) else None


def decade_behind(codes: str, tokens: Sequence[Token], first: int) -> Built:
    """The last of "the 1980s and 90s", "années 80 et 90": in the century of the first, where that is written; the year
    of "les années 1980 et 1995"."""
    at = len(codes[:first].rstrip("P-/.")) - 1
    before, digits = str(tokens[at][2]), str(tokens[first][2])
    century = before[:2] if len(before) > len(digits) and digits != "00" else ""  # the 1990s and 00s
    if codes[first] in "de":
        return "decade", century + digits
    unit = tokens[max(codes.rfind(code, 0, first) for code in _UNITS_OF_DECADES)][2]
    if unit not in ("years", "decade") or not (_is_decade(int(before)) and _is_decade(int(digits))):
        return ("date", Fields(int(digits))) if codes[first] == "Y" else None
    return "decade", century + digits


def cased_decade(part: str, used: list[Token]) -> Built:
    """ "Az 1990-es években", "a 90-es évek"; not the vote of 1990, nor "1990 – the years"."""
    (_, end, number), (start, last, _), (adjective, _, _), (_, _, unit) = used
    joined = end == start and last == adjective
    if not joined or SINGULAR.get(unit) != "year" or not _is_decade(number):
        return None
    return "decade", str(number)


def _is_decade(number: int) -> bool:
    """Whether a number is the first year of one, or its last two digits."""
    return number % 10 == 0 and (20 <= number <= 90 or number >= _FIRST_YEAR)


#: A number from here on is a year.
_FIRST_YEAR = 1000
_UNITS_OF_DECADES = ("U", "K")


def numbered_unit(part: str, used: list[Token]) -> Built:
    """ "El día 21", "vecka 12"."""
    unit, number = used[0][2], used[1][2]
    if part not in ("UD", "UN"):
        return None
    if unit == "week":
        return ("weeknumber", (number, None)) if 1 <= number <= _WEEKS else None
    return ("numberedday", number) if part == "UD" else None


def year_of_decade(part: str, used: list[Token]) -> Built:
    """The year of "2004. aasta", which is no decade."""
    return ("date", Fields(used[0][2])) if part[0] == "Y" else None


def years(part: str, used: list[Token]) -> Built:
    first, last = values_of(part, used, "YDN")
    if last < 100:
        together = used[-3][1] == used[-2][0] and used[-2][1] == used[-1][0]
        if together and value_of(part, used, "-") == "-" and 0 < last <= 12 and last < first % 100:
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
