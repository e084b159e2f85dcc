"""Years that stand alone: whether a number of four digits is one, and one before Christ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..vocabulary.codes import NamedYear
from .tokens import Token

__all__ = ["is_before_christ", "is_year"]

#: An earlier number is rather a count, if nothing names it as a year.
_FIRST_YEAR = 1500
_YEARS = " years"
#: Three digits of a telephone number: 1-800-555-2024.
_PHONE = re.compile(r"(?<!\d)\d{3}-\Z")
#: Groups of digits before the last of a number, those of a country or an area or two of any: +44 20 7946 1950.
_GROUPS = re.compile(r"(?: \+\d{1,3} | (?<!\d)0\d{2,4} | \d\)?[ ]\d{2,4} ) [ ] \Z", re.VERBOSE)
#: A group that may be a year itself: "2018 2019 2020".
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d \Z")
#: Endings that Hungarian writes behind the figures of a year: "1918-ban", "a 2024-es évben". Others that it has are
#: words or names of models elsewhere.
_CASED = re.compile(r"-(?:b[ae]n|ig|t[óő]l|h[oeö]z|[eaoö]s(?=\ \w))(?!\w)")
#: The sign of what a number before it is an amount of; in "in 1950 $3" of another.
_MONEY = re.compile(r" ?[€$£¥₽₪₩₴₺₹](?!\d)")
#: A number that is no year, and so is what it is counted from.
_TO_MORE = re.compile(r"\ (?:2[2-9]|[3-9]\d)\d\d(?!\d)|\ \d{1,3}[.,]\d{3}|\ \d{5}")
#: Behind a year or century: it is another than it looks. A name may follow the "BC" of a Canadian year ("BC Hydro").
_BEFORE_CHRIST = re.compile(
    r"""\s? (?: BC(?!\w|\ [A-Z]\w) | BCE(?!\w) | B\.\ ?C\. | [aA]\.\ ?[cC]\. | av(?:ant|\.)\ J | v\.\ ?(?:Chr|u\.\ ?Z)
             | до\ (?:н\.|Р\.|нашої|нашей) | p\.\ ?n\.\ ?e
             | pr\.\ ?(?:Kr|n\.\ ?e) | пр\.\ ?(?:н\.|Хр) | î\.\ ?(?:Hr|e\.) | e(?:aa|Kr)\b | f\.?\ ?Kr
             | př\.\ ?n | قبل\ الميلاد | ق\.\ ?م
             | هـ | هجري | AH(?!\w) | [hH]icri )""",
    re.VERBOSE,
)
#: What it begins with, behind a space perhaps.
_BEFORE_CHRIST_LETTERS = frozenset("пîefBaAvдpقهhH")
#: A year before it that was not read with its day.
_YEAR_BEHIND = re.compile(r" \d{1,4}(?!\d)")


def is_year(codes: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether a number from 1000 to 2199 that stands alone is a year."""
    at = codes.index("Y", first)
    year, start, end = tokens[at][2], tokens[first][0], tokens[last - 1][1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum():
        return False
    cased = after == "-" and _CASED.match(text, end) is not None
    if (before in "$€£¥₪₩₴₺₹#+/&@_=" and before) or (
        not cased and after in ("-", "–", "%", "/", "$", "€", "°", "_", "=") and text[end : end + 2] != "--"
    ):
        return False
    if _MONEY.match(text, end):
        return False
    if codes[last : last + 1] == "P" and tokens[last][2] == "to" and _TO_MORE.match(text, tokens[last][1]):
        return False  # 2000 to 3000 degrees
    if not year % 100 and text.startswith(_YEARS, tokens[at][1]):
        return False  # 2000 years ago; but "pre-1990 years"
    licence = "U" if cased else codes[first - 1] if first else ""
    if licence == "I" and tokens[first - 1][2] == "amount":
        licence = ""  # za 2000 eura
    if licence == "P" and not year % 100 and text.startswith(" de ", end) and tokens[first - 1][2] != "in":
        return False  # până la 2000 de oameni
    if licence == "P" and tokens[first - 1][2] == "and" and codes[first - 2 : first - 1] != "Y":
        licence = ""  # they sold 3 houses and 2000 tickets
    if licence == "F" and tokens[first - 1][2] == "at" and after == " " and text[end + 1 : end + 2].isupper():
        return False  # at 1984 Elm Street
    if licence == "B" and last > at + 1:
        return False  # לפני 2000 שנה, 2000 years ago
    if codes[first] in "EA" or last > at + 1:
        licence = "U"  # "circa 1850", "2024 года": as good as "the year 1850"
        if codes[first] == "A" and after == " " and text[end + 1 : end + 2].isupper():
            return False  # rund 1500 Azubis
        if text.startswith("C.", start):
            return False  # Vitamin C. 1850 men
    if before == "-" and _PHONE.search(text, max(0, start - len("-555-")), start):
        return False
    if before == " " and text[start - 2].isdigit() and _is_last_group(text, start):
        return False
    if before and before in "-–—" and licence not in ("-", "P", "U"):
        return False
    if not 1900 <= year <= 2099:
        if first and tokens[first - 1][2] == "in" and year >= _FIRST_YEAR:
            licence = "I"
        closed = not after or after in ".,;:!?)]" or text[end : end + 2] == " ("
        return licence == "U" or (year >= _FIRST_YEAR and (licence == "I" or (licence == "P" and closed)))
    counted = codes[last : last + 1] in ("D", "N", "!")  # Paris 2000 190 S.; the 2000 election
    if year % 100 != 0 or counted or licence in ("P", "I", "U", "B", "L") or not after or after in ".,;:!?)]":
        return True
    return isinstance(year, NamedYear)


def _is_last_group(text: str, start: int) -> bool:
    """Whether digits before a number make it the end of one: of a telephone, an account, a book."""
    near = max(0, start - len("+000 (000) 0000 "))
    return _GROUPS.search(text, near, start) is not None and not _YEAR_BEFORE.search(text, near, start)


def is_before_christ(text: str, end: int) -> bool:
    """Whether a year or century is one before Christ, or of another calendar, by what stands behind it."""
    near = text[end : end + 2].lstrip()
    if near[:1].isdigit():  # the 15th of March 44 BC
        year = _YEAR_BEHIND.match(text, end)
        end = year.end() if year else end
        near = text[end : end + 2].lstrip()
    return near[:1] in _BEFORE_CHRIST_LETTERS and _BEFORE_CHRIST.match(text, end) is not None
