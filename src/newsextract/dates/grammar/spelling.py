"""What is no code of its own before its neighbours are seen: years of two digits, years in words, "three times"."""

from __future__ import annotations

import re

from ..expression import full_year
from ..vocabulary.codes import AheadBehind, Behind, DayWord, NumberMonth
from .patterns import BEHIND_AMOUNT, CLOCK_BEFORE_ZONE, NUMBER_MONTH, OFTEN, SHORT_YEAR, TWO_MONTHS, WORDED_DAY
from .tokens import Token

__all__ = [
    "with_ago",
    "with_clocks",
    "with_day_words",
    "with_number_months",
    "with_often",
    "with_short_years",
    "with_single_months",
    "with_spoken_years",
    "with_year_words",
    "without_bare_ends",
]


def with_short_years(codes: str, tokens: list[Token], text: str) -> str:
    """The codes with the years of two digits as years, which are put among the tokens: "May '24" is no 24 May."""
    for match in SHORT_YEAR.finditer(codes):
        at = match.start(1)
        start, end, value = tokens[at]
        if end - start != 2:
            continue
        closed = codes[at] == "N" and text[end : end + 1] in _CLOSING
        bare = closed and (
            _ends_a_day(codes[: at + 1]) or (full_year(value) < 2000 and _is_behind_month(codes, at))
        )  # mai 68
        if bare or (text[start - 1] == "'" and text[start - 2] != "'"):
            tokens[at] = start, end, full_year(value)
            codes = f"{codes[:at]}Y{codes[at + 1 :]}"
    return codes


def _is_behind_month(codes: str, at: int) -> bool:
    """ "Mai 68", "maio de 68"."""
    return codes[at - 1] in _MONTHS or (codes[at - 1] == "F" and codes[at - 2] in _MONTHS)


_MONTHS = frozenset("Mm")
#: "The 10th of November 93": a number that is no day, behind a day and a month, and nothing that it could count.
_ends_a_day = re.compile(r".*(?:[DO]\.?F{0,2}[Mmj]\.?F?|[Mmj]\.?[DO],)N").fullmatch
_CLOSING = frozenset(("", ",", ".", ";", ":", ")", "?", "!"))


def with_single_months(codes: str, tokens: list[Token]) -> str:
    """The codes with a month that is named twice as one token: "مارس/آذار"."""
    for match in reversed(list(TWO_MONTHS.finditer(codes))):
        at = match.start()
        (start, _, month), _, (_, end, other) = tokens[at : at + 3]
        if month == other:
            tokens[at : at + 3] = [(start, end, month)]
            codes = f"{codes[:at]}M{codes[at + 3 :]}"
    return codes


def with_clocks(codes: str, tokens: list[Token]) -> str:
    """The codes with a zone in two words as one token, and four digits before one as a time: "1400 GMT"."""
    at = codes.find("34")
    while at >= 0:  # Eastern time
        (start, _, zone), (_, end, _) = tokens[at : at + 2]
        tokens[at : at + 2] = [(start, end, zone)]
        codes = f"{codes[:at]}z{codes[at + 2 :]}"
        at = codes.find("34")
    for match in CLOCK_BEFORE_ZONE.finditer(codes):
        at = match.start()
        start, end, value = tokens[at]
        hour, minute = divmod(value, 100)
        if hour <= _LAST_HOUR and minute <= _LAST_MINUTE:
            tokens[at] = start, end, (hour, minute, None, None)
            codes = f"{codes[:at]}T{codes[at + 1 :]}"
    return codes


_LAST_HOUR, _LAST_MINUTE = 23, 59


def with_number_months(codes: str, tokens: list[Token]) -> str:
    """The codes with the short name of a month as the number that it is too, before what is counted or a month: "il y a
    sept ans", "le sept mai"."""
    for match in NUMBER_MONTH.finditer(codes):
        start, end, month = tokens[match.start()]
        if isinstance(month, NumberMonth):
            tokens[match.start()] = start, end, DayWord(month.number)
            codes = f"{codes[: match.start()]}C{codes[match.end() :]}"
    return codes


def with_often(codes: str, tokens: list[Token]) -> str:
    """The codes with "three times" before a unit as one token, as "twice" is."""
    for match in reversed(list(OFTEN.finditer(codes))):
        at = match.start()
        (start, _, _), (_, end, value) = tokens[at : at + 2]
        if value == "times":
            tokens[at : at + 2] = [(start, end, None)]
            codes = f"{codes[:at]}6{codes[at + 2 :]}"
    return codes


#: What is before it, behind "trước", and the traffic of Indonesia behind "lalu".
_OF_ANOTHER = (" khi", " đó", " ngày", " cuộc", " sinh", " lễ", " trận", " vụ", " bầu", " lintas")


def with_ago(codes: str, tokens: list[Token], text: str) -> str:
    """The codes with "last", "before" or "after" as "ago" and "later" behind an amount, where one word is both ("ba
    ngày trước", "τρεις μέρες πριν", "kahe nädala pärast"), and "next" as no word of dates: "hai tuần tới" is as often
    a length of time. "Ba ngày trước sinh nhật" is so long before something else."""
    for match in BEHIND_AMOUNT.finditer(codes):
        at = match.end()
        start, end, word = tokens[at]
        if isinstance(word, AheadBehind):
            codes = f"{codes[:at]}g{codes[at + 1 :]}"
        elif isinstance(word, Behind) and text.startswith(_OF_ANOTHER, end):
            continue
        elif isinstance(word, Behind) or word == "either":
            tokens[at] = start, end, None
            codes = f"{codes[:at]}{'!' if word != 'either' and word >= 0 else 'G'}{codes[at + 1 :]}"
    return codes


def with_day_words(codes: str, tokens: list[Token]) -> str:
    """The codes with numbers in words as days before a month, in languages that say it so, each one token: "premier
    mai", "trinta e um de maio"."""
    for match in reversed(list(WORDED_DAY.finditer(codes))):
        first, last = match.start(), match.end() - 1
        (start, _, tens), (_, end, day) = tokens[first], tokens[last]
        if not (isinstance(day, DayWord) or (last > first and isinstance(tens, DayWord))):
            continue
        if last > first and not (tens in _TENS and day < 10):
            continue
        if last == first + _WITH_AND and tokens[first + 1][2] != "and":
            continue
        tokens[first : last + 1] = [(start, end, tens + day if last > first else day)]
        codes = f"{codes[:first]}O{codes[last + 1 :]}"
    return codes


#: Of the days of a month. In Turkish "on dokuz" is ten and nine.
_TENS, _WITH_AND = (10, 20, 30), len("CP")


def with_year_words(codes: str, tokens: list[Token], text: str) -> str:
    """The codes with years in words as years, each one token: "in May two thousand and four", "im Jahr zweitausend"."""
    at = codes.find("5")
    while at >= 0:
        start, end, word = tokens[at]
        year, end = word.read(text, end)
        last = next((index for index in range(at + 1, len(tokens)) if tokens[index][0] >= end), len(tokens))
        if _is_year(codes, tokens, at, last, year, text[end : end + 1] in _CLOSING):
            tokens[at:last] = [(start, end, year)]
            codes = f"{codes[:at]}Y{codes[last:]}"
        at = codes.find("5", at + 1)
    return codes


def _is_year(codes: str, tokens: list[Token], first: int, last: int, year: int, closed: bool) -> bool:
    """Whether a number in words from 1100 on is a year, by what stands beside it.

    Behind "the year" it is, and behind a day and month ("el 6 de marzo de dos mil cuatro"); behind a month or "in" if
    nobody counts so ("in nineteen hundred and ninety") or nothing stands behind it that it could count: "in May two
    thousand nurses" came. Amounts grow "to two thousand and four", and there are cases "in
    zweitausendvier von zweitausendzehn Häusern".
    """
    behind = codes[last : last + 1]
    if (behind in _COUNTED and behind) or _is_share(codes, tokens, last):
        return False
    before = first
    while before and codes[before - 1] in "F,":
        before -= 1
    named = before > 0 and tokens[before - 1][2] == "year" and codes[before - 2 : before - 1] != "L"
    dated = _BEHIND_DAY.search(codes, 0, first) is not None
    sure = closed or (dated and year % 100 > 0) or behind in ("P", "I") or (year % 100 > 0 and year < _COUNTED_FROM)
    licensed = before > 0 and codes[before - 1] in _MONTHS_AND_SHORT
    if year % 100 and first:
        lead = tokens[first - 1][2]
        licensed = licensed or lead == "in" or (codes[first - 1] == "I" and lead is None)
        licensed = licensed or (lead == "since" and year < _COUNTED_FROM)
    return named or (licensed and sure)


def _is_share(codes: str, tokens: list[Token], last: int) -> bool:
    """Whether "of" and another number stand behind one: "in two thousand and four of two thousand and ten cases"."""
    return _OF_NUMBER.match(codes, last) is not None and tokens[last][2] in (None, "of")


_BEHIND_DAY = re.compile(r"(?:[DOC]F{0,2}[Mmj]|[Mmj][DO])[F,]{0,2}\Z|[Mmj]F{1,2}\Z")
_OF_NUMBER = re.compile("[PF]F?[5YCDN]")
_MONTHS_AND_SHORT, _COUNTED = frozenset("Mmj"), frozenset("vUKCND")
#: From here on numbers are said as amounts are: "in two thousand and four cases".
_COUNTED_FROM = 2000


def with_spoken_years(codes: str, tokens: list[Token]) -> str:
    """The codes with years in words as years, each one token: "nineteen ninety-one", "in twenty twenty-four"."""
    at = codes.find("CC")
    while at >= 0:
        (start, _, century), (_, end, year) = tokens[at : at + 2]
        licensed = codes[at - 1 : at] in _BEFORE_SPOKEN and at > 0
        if century in _CENTURIES and year in _YEARS and (century < max(_CENTURIES) or licensed):
            last = at + 2
            if codes[last : last + 1] == "C" and year % 10 == 0 and tokens[last][2] < 10:  # nineteen seventy two
                _, end, digit = tokens[last]
                year, last = year + digit, last + 1
            tokens[at:last] = [(start, end, century * 100 + year)]
            codes = f"{codes[:at]}Y{codes[last:]}"
        at = codes.find("CC", at + 1)
    return codes


_CENTURIES, _YEARS = range(16, 21), range(10, 100)
#: Codes before a year in words of this century; else it may be "twenty twenty vision".
_BEFORE_SPOKEN = frozenset("PFIMmj")


def without_bare_ends(codes: str, tokens: list[Token]) -> str:
    """The codes without "end" and "start" where no "of" is behind: "it will end in June". "Year's end" is one word."""
    for at in range(len(codes) - 1, -1, -1):
        if codes[at] != "Z" or (codes[at + 1 : at + 2] == "F" and tokens[at + 1][2] == "of"):
            continue
        if codes[at - 1 : at] == "U" and codes[at - 2 : at - 1] != "L" and tokens[at][2] == "late":
            start, _, unit = tokens[at - 1]
            tokens[at - 1 : at + 1] = [(start, tokens[at][1], (unit, "late", 0))]
            codes = f"{codes[: at - 1]}x{codes[at + 1 :]}"
        else:
            codes = f"{codes[:at]}n{codes[at + 1 :]}"
    return codes
