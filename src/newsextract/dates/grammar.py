"""The grammar of dates: what stands in a stretch of words, as expressions.

The forms (`patterns.py`) are found in the string of codes. What a form says is read by its builder (`forms.py`) into an
`Expression`, which leaves to `resolve.py` what it means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .forms import BUILDERS, BY_PLACE, Fields
from .patterns import SHORT_YEAR, known_of
from .tense import Tense
from .tokens import Piece, Token

__all__ = ["Expression", "expressions"]


#: Hour, minute, second.
Time = tuple[int, int | None, int | None]


@dataclass(slots=True)
class Expression:
    """A date as written, not yet resolved. `source[start:end]` is its text."""

    start: int
    end: int
    form: str
    """Which of the resolver's functions reads it."""
    data: Any
    """What that function needs."""
    modifier: str | None = None
    time: Time | None = None
    zone: int | None = None
    """Minutes east of Greenwich."""
    tense: Tense = None
    """What the verb says of it (`tense.py`)."""
    text: str = ""
    order: str = "DMY"
    """The order of numeric dates in its language."""
    part: str = ""
    """The part of the day, as TIMEX3 writes it, where a temporal tagger asks."""
    quarterly: bool = True
    """Whether the text speaks of quarters, if of any part of a year: not where it spoke of nine months last."""


#: An earlier number is rather a count, if nothing names it as a year.
_FIRST_YEAR = 1500


def expressions(codes: str, pieces: Sequence[Piece], text: str, lengths: bool = False) -> list[Expression]:
    """The dates in a stretch of chunks; durations and sets too where `lengths` are asked for."""
    known = known_of(codes)
    codes, head, short_years = known.codes, known.head, known.short_years
    slots = known.everything if lengths else known.dates
    if short_years:
        short_years = "N" in codes or text.find("'", pieces[0][0], pieces[-1][0] + 1) >= 0
    ends, spoken = "Z" in codes, "CC" in codes
    if not slots and not short_years and not ends and not spoken:
        return []
    tokens = [(at + start, at + end, value) for at, read in pieces for start, end, value in read]
    if head:
        del tokens[:head]
    if short_years or ends or spoken:
        if spoken:
            codes = _with_spoken_years(codes, tokens)
        if short_years:
            codes = _with_short_years(codes, tokens, text)
        codes = _without_bare_ends(codes, tokens)
        known = known_of(codes)
        codes = known.codes
        del tokens[: known.head]
        slots = known.everything if lengths else known.dates
    found = []
    before: tuple[Expression, int] | None = None
    for slot in slots:
        form, first, last, start, part, clock, modified, trim, year_word, closing, numbered = slot
        if form == "year" and not _is_year(codes, tokens, first, last, text):
            continue
        if form in _OTHERWISE and _is_other(form, codes, tokens, first, last, text):
            continue
        used, time, zone = tokens[first:last], None, None
        if clock is not None:
            if not clock[0] and used[clock[1]][2] == "and":  # from 4 to 5.30 p.m. and on 3 May
                start = first + clock[1] + 1
                start += codes[start] == "F"
            else:
                time, zone = _time_of(codes[first:last], used, clock)
            del used[clock[0] : clock[1]]
        if part[:2] == "UP" and form == "today" and used[0][2] != "day":  # the year ending tomorrow
            start, part, used = start + 2, part[2:], used[2:]
        by_place = BY_PLACE.get(form)
        built = by_place(codes, tokens, first) if by_place else BUILDERS[form](part, used)
        end = used[-2][1] if year_word else tokens[last - 1][1] - trim
        if built is None and form == "years" and codes[first] == "Y" and text[used[0][1]] == " ":
            built, end = ("date", Fields(used[0][2])), used[0][1]  # Salon, Berlin 2005 - 271 Seiten
        if built is None and form == "feast" and codes[first] == "W":  # Friday on the New York exchange
            built, end = ("weekday", (used[0][2], None)), used[0][1]
        if built is None:
            continue
        if closing and text[end : end + 1] == ")":
            end += 1
        if numbered and (_BEFORE_CHRIST.match(text, end) or text.endswith(_LEADING_ERAS, 0, tokens[start][0])):
            continue
        modifier = used[0][2] if modified else used[0][2][1] if form == "edge" else None
        expression = Expression(tokens[start][0], end, *built, modifier, time, zone)
        found.append(expression)
        if expression.form == "date" and codes[first - 1 : first] == "F" and expression.data.day is not None:
            week = _WEEK_OF.search(codes, 0, first)
            if week and tokens[week.start()][2] == "week":
                expression.form, expression.start = "weekof", tokens[week.start()][0]
        if form == "plain" and _is_of_another_week(codes, tokens, first, last):
            expression.form, expression.data = "dayofweek", (expression.data[0], None)
        if before and expression.form == "date" and _BETWEEN.fullmatch(codes, before[1], first):
            _share_year(before[0], expression, codes[before[1] : first])
            if not _APART & {token[2] for token in tokens[before[1] : first] if isinstance(token[2], str)}:
                _take_year(before[0], expression)
        elif before:
            _join(before[0], expression, codes[before[1] : first], tokens[first - 1][2])
        before = expression, last
    return found


def _take_year(one: Expression, next_one: Expression) -> None:
    """ "Last year in May": the month has the year before it."""
    behind = next_one.data
    if one.form == "shift" and one.data[0] == "year" and behind.year is None and behind.shift is None:
        behind.years = one.data[1]


def _share_year(one: Expression, next_one: Expression, between: str) -> None:
    """ "May 3 to May 5, 2024", "in May and July 2024": the first has the year of the second; 2020年の5月: the other way
    round."""
    if one.form != "date":
        return
    fields, behind = one.data, next_one.data
    if between == "F" and fields.year and fields.month is None and behind.shift is None and behind.years is None:
        behind.shared = fields.year
    bare = fields.year is None and fields.shift is None and fields.years is None and fields.month is not None
    if bare and behind.year and behind.month and (fields.day is None) == (behind.day is None):
        fields.shared = behind.year - (fields.month > behind.month)


def _join(one: Expression, next_one: Expression, between: str, last: Any) -> None:
    """ "Monday to Friday", "last week on Tuesday", "во вторник на прошлой неделе": one says when the other is.

    `last` is the value of the last word between them.
    """
    forms = one.form, next_one.form
    if forms == ("decade", "century"):
        if len(one.data) == _SHORT_DECADE and between.strip(".,") in ("", "F", "FF"):
            one.data = f"{next_one.data - 1}{one.data}"  # the 90s of the 19th century
    elif forms == ("weekday", "weekday"):
        if next_one.data[1] is None and (between == "-" or (between == "P" and last == "to")):
            next_one.form, next_one.data = "lastday", (next_one.data[0], one)
    elif forms == ("shift", "weekday"):
        if one.data[0] != "week" or next_one.data[1] is not None:
            return
        if between in ("", "F", ",", ",F") or (between == "P" and last == "on"):
            next_one.form, next_one.data = "dayofweek", (next_one.data[0], one.data[1])
    elif forms == ("weekday", "shift") and next_one.data[0] == "week" and between == "P" and last == "on":
        one.form, one.data = "dayofweek", (one.data[0], next_one.data[1])


#: Values of words and signs between two dates of which one is not in the other.
_APART = frozenset({"and", "to", "for", ","})


def _with_short_years(codes: str, tokens: list[Token], text: str) -> str:
    """The codes with the years of two digits as years, which are put among the tokens: "May '24" is no 24 May."""
    for match in SHORT_YEAR.finditer(codes):
        at = match.start(1)
        start, end, value = tokens[at]
        if end - start == 2 and codes[at] == "N" and _ends_a_day(codes[: at + 1]) and text[end : end + 1] in _CLOSING:
            tokens[at] = start, end, value + 1900
            codes = f"{codes[:at]}Y{codes[at + 1 :]}"
        elif text[start - 1] == "'" and end - start == 2 and text[start - 2] != "'":
            tokens[at] = start, end, value + (1900 if value > _NEXT_CENTURY else 2000)
            codes = f"{codes[:at]}Y{codes[at + 1 :]}"
    return codes


#: "The 10th of November 93": a number that is no day, behind a day and a month, and nothing that it could count.
_ends_a_day = re.compile(r".*(?:[DO]\.?F{0,2}[Mmj]\.?F?|[Mmj]\.?[DO],)N").fullmatch
_CLOSING = frozenset(("", ",", ".", ";", ":", ")", "?", "!"))


def _with_spoken_years(codes: str, tokens: list[Token]) -> str:
    """The codes with years in words as years, each one token: "nineteen ninety-one", "in twenty twenty-four"."""
    at = codes.find("CC")
    while at >= 0:
        (start, _, century), (_, end, year) = tokens[at : at + 2]
        licensed = codes[at - 1 : at] in _BEFORE_SPOKEN and at > 0
        if century in _CENTURIES and year in _YEARS and (century < max(_CENTURIES) or licensed):
            tokens[at : at + 2] = [(start, end, century * 100 + year)]
            codes = f"{codes[:at]}Y{codes[at + 2 :]}"
        at = codes.find("CC", at + 1)
    return codes


_CENTURIES, _YEARS = range(16, 21), range(10, 100)
#: Codes before a year in words of this century; else it may be "twenty twenty vision".
_BEFORE_SPOKEN = frozenset("PFIMmj")


def _without_bare_ends(codes: str, tokens: list[Token]) -> str:
    """The codes without "end" and "start" where no "of" is behind: "it will end in June". "Year's end" is one word."""
    for at in range(len(codes) - 1, -1, -1):
        if codes[at] != "Z" or (codes[at + 1 : at + 2] == "F" and tokens[at + 1][2] == "of"):
            continue
        if codes[at - 1 : at] == "U" and codes[at - 2 : at - 1] != "L" and tokens[at][2] == "late":
            start, _, unit = tokens[at - 1]
            tokens[at - 1 : at + 1] = [(start, tokens[at][1], (unit, "late"))]
            codes = f"{codes[: at - 1]}x{codes[at + 1 :]}"
        else:
            codes = f"{codes[:at]}n{codes[at + 1 :]}"
    return codes


def _is_other(form: str, codes: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether what stands around a form of _OTHERWISE makes something else of it."""
    end = tokens[last - 1][1]
    if form == "season":
        return codes[last - 1] == "S" and last - first == 1 and tokens[first - 1][2] == "of"  # jeux d'hiver
    if form == "figures":
        return _is_bare(codes, tokens, first, last)
    if form == "later":
        return _is_comparison(codes, tokens, last, text)
    if form == "shift":
        return codes[first] == "L" and _is_part(codes, tokens, last, text)
    if form == "same":
        return text.startswith(_ENDED, end)
    return text.startswith(_OTHER_YEARS if form == "whole" else _AGES, end)  # a 6-year-old, 44 Jahre alt


def _is_bare(codes: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "22.4." that no word makes a date: behind "am" or a weekday it is one, and at the end of a range."""
    reading = tokens[codes.index("k", first)][2]
    if reading.parts[0] is not None or not reading.dotted or not _WEEKDAYS.isdisjoint(codes[first:last]):
        return False
    return not first or tokens[first - 1][2] not in _LEADING_TO_DAYS


_WEEKDAYS = frozenset("Ww")
_LEADING_TO_DAYS = frozenset({"dated", "to"})
_OTHERWISE = frozenset({"figures", "season", "later", "shift", "same", "whole", "length"})


def _is_part(codes: str, tokens: Sequence[Token], last: int, text: str) -> bool:
    """ "The last week of May", "the last year of the war": not the one before this."""
    if text.startswith(_OF, tokens[last - 1][1]) and not text.startswith(_OF_COURSE, tokens[last - 1][1]):
        return True
    unit = next(tokens[at][2] for at in range(last - 1, 0, -1) if codes[at] in "UKqc")
    return unit in _SHORT_UNITS and _PART_OF.match(codes, last) is not None and tokens[last][2] != "on"


_OF, _OF_COURSE = " of ", " of course"
_SHORT_UNITS = frozenset({"day", "week", "month"})
#: A month or a year that a week or month is one of: "la dernière semaine de mai", "letzte Woche im Mai".
_PART_OF = re.compile(r"[PF]F?(?:[MmY]|U(?![PIF]))")


def _is_comparison(codes: str, tokens: Sequence[Token], last: int, text: str) -> bool:
    """ "Two days later than planned", "dos días después de la boda"."""
    behind = codes[last : last + 1] == "F" and tokens[last][2] == "of"
    return behind or text.startswith(_THAN, tokens[last - 1][1])


def _is_of_another_week(codes: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Tuesday week", "a week on Tuesday": not the Tuesday that is nearest."""
    if codes[last : last + 1] == "U" and tokens[last][2] == "week":
        return True
    return first >= _LEAD and codes[first - _LEAD : first] in ("aUF", "aUP") and tokens[first - 2][2] == "week"


_SHORT_DECADE = len("90")

#: "The week of March 6".
_WEEK_OF = re.compile(r"UF{1,2}\Z")


_LEAD = len("aUF")


#: A later short year is one of the 1900s: "the summer of '69".
_NEXT_CENTURY = 49


#: Behind a year or century: it is another than it looks. A name may follow the "BC" of a Canadian year ("BC Hydro").
_BEFORE_CHRIST = re.compile(
    r"""\s? (?: BC(?!\w|\ [A-Z]\w) | BCE(?!\w) | B\.\ ?C\. | [aA]\.\ ?[cC]\. | av(?:ant|\.)\ J | v\.\ ?(?:Chr|u\.\ ?Z)
             | до\ (?:н\.|Р\.|нашої|нашей) | p\.\ ?n\.\ ?e | př\.\ ?n | قبل\ الميلاد | ق\.\ ?م
             | هـ | هجري | AH(?!\w) | [hH]icri )""",
    re.VERBOSE,
)


_LEADING_ERAS = ("公元前", "紀元前", "西元前", "기원전 ", "기원전", "MÖ ", "M.Ö. ")


_THAN = (" than ", " als ", " que ", " dan ", " che ")
_AGES = ("-old", " old", " alt")
#: "The quarter ended 30 June" is that of its end, not of what the text spoke of.
_ENDED = " end"
#: "For the year ended 30 June", "for the year ahead".
_OTHER_YEARS = (" end", " ahead", " to ")


#: What may stand between two dates that share a year.
_BETWEEN = re.compile(r",?[PIF]{1,2}")


def _time_of(part: str, used: list[Token], clock: tuple[int, int]) -> tuple[Time | None, int | None]:
    """The time of day in a form, (hour, minute, second), and its minutes east of Greenwich."""
    first, last = clock
    value = used[first][2]
    hour, minute, second, zone = (value, None, None, None) if part[first] in "DN" else value
    after = used[last - 1][2] if part[last - 1] == "p" else None
    if after is not None and 1 <= hour <= 12:
        hour = hour % 12 + after
    if "z" in part:
        zone = used[part.index("z")][2]
    return ((hour, minute, second), zone) if hour < 24 else (None, None)


#: A number that is no year, and so is what it is counted from.
_TO_MORE = re.compile(r"\ (?:2[2-9]|[3-9]\d)\d\d(?!\d)|\ \d{1,3}[.,]\d{3}|\ \d{5}")


def _is_year(codes: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether a number from 1000 to 2199 that stands alone is a year."""
    at = codes.index("Y", first)
    year, start, end = tokens[at][2], tokens[first][0], tokens[last - 1][1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum():
        return False
    if (before in "$€£¥#+/&@_=" and before) or (
        after in ("-", "–", "%", "/", "$", "€", "°", "_", "=") and text[end : end + 2] != "--"
    ):
        return False
    if codes[last : last + 1] == "P" and tokens[last][2] == "to" and _TO_MORE.match(text, tokens[last][1]):
        return False  # 2000 to 3000 degrees
    licence = codes[first - 1] if first else ""
    if licence == "F" and tokens[first - 1][2] == "at" and after == " " and text[end + 1 : end + 2].isupper():
        return False  # at 1984 Elm Street
    if codes[first] in "EA" or last > at + 1:
        licence = "U"  # "circa 1850", "2024 года": as good as "the year 1850"
        if codes[first] == "A" and after == " " and text[end + 1 : end + 2].isupper():
            return False  # rund 1500 Azubis
    if before and before in "-–—" and licence not in ("-", "P", "U"):
        return False
    if not 1900 <= year <= 2099:
        if first and tokens[first - 1][2] == "in" and year >= _FIRST_YEAR:
            licence = "I"
        closed = not after or after in ".,;:!?)]" or text[end : end + 2] == " ("
        return licence == "U" or (year >= _FIRST_YEAR and (licence == "I" or (licence == "P" and closed)))
    counted = codes[last : last + 1] in ("D", "N")  # Paris 2000 190 S.
    return year % 100 != 0 or counted or licence in ("P", "I", "U", "B", "L") or not after or after in ".,;:!?)]"
