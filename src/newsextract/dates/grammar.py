"""The grammar of dates, for all languages: expressions over the codes of `lexicon.py` and `tokens.py`.

One regular expression; its named parts are the forms, tried in order at each place. What a form says is read by its
builder (`forms.py`) into an `Expression`, which leaves to `resolve.py` what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .forms import BUILDERS, shared
from .tokens import Token

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
    future: bool = False
    """Whether a verb before it speaks of the future."""
    text: str = ""
    order: str = "DMY"
    """The order of numeric dates in its language."""


#: Parts of the expressions below.
_NAMES = {
    "DAY": r"[DO]\.?",
    "MONTH": r"[Mmj]\.?",
    "WEEKDAY": r"[Ww]\.?",
    "YEAR": r"F{0,2},?F?Y(?:U(?!L))?",  # of 2024; 2024 года
    "TIME": r"(?:Tp?|[tDN]p|t(?=\(?z))(?:\(?z\)?)?",  # 14:20 GMT; 9 a.m.; 14.20 Uhr
    "BEFORE": r"(?:(?:Tp?|[tDN]p|t(?=\(?z))z?[,-]?[PIF]{0,2})?",  # a time before its day: "14:20 GMT on"
    "ABOUT": r"(?:E[PI]?F{0,2}-?F?)?",  # early, mid-, late in the, circa
}
_FORMS = r"""
    # -- ranges parted by a dash: 3-7 October 2023; October 3-7, 2023; 28 May - 3 June 2024; May 28 - June 3, 2024
      (?P<days>    (?:{WEEKDAY},?)? {DAY} [-/] {DAY} F? {MONTH} (?:{YEAR})?
                 | {MONTH} [DO] - [DO] (?!\.?F?[Mmj]) (?:,?Y)?
                 | {DAY} F? {MONTH} (?:{YEAR})? - {DAY} F? {MONTH} (?:{YEAR})?
                 | {MONTH} [DO] (?:,?Y)? - {MONTH} [DO] (?:,?Y)? )
    | (?P<months>  {MONTH} (?:,?F?Y)? [-/] {MONTH} {YEAR} )
    # -- a day: 3 May 2024; Tuesday, 3rd of May, 2024, at 2:20 pm; 14:20 GMT on May 3; 2024 May 3; 3 May last year
    | (?P<figures> {BEFORE} (?:{WEEKDAY},?)? k (?:\(?{WEEKDAY}\)?)? (?:,?-?[PIFE]{0,2}{TIME})? )
    | (?P<date>    {BEFORE} (?:{WEEKDAY}[,-]?F?)?
                   (?: {DAY} F{0,2} {MONTH} (?:{YEAR})?
                     | Y,?{MONTH}[DO](?![DO])
                     | Y\.{MONTH}[DO]\.
                     | {MONTH} F? [DO] (?!-[UC]) (?:,?F?Y(?!v))?
                     | o F {MONTH} (?:,?F?Y)? )
                   (?: ,?-?[PIFE]{0,2}{TIME} | F?LU | F?UL | L(?!U) )? )
    # -- days that share a month: 3., 4. und 5. Oktober; 7 and 8 May 2024
    | (?P<shared>  {DAY} (?= (?:[,P]{1,2}{DAY}){1,8} F?{MONTH}) )
    # -- a month: early March 2024; mid-March; March last year; last March; mars dernier; in May
    | (?P<month>   {ABOUT} (?: L{MONTH} | {MONTH}{YEAR}(?!v) | {MONTH}F{0,2}LF?U | {MONTH}L
                     | M | (?<=[PFIEBL-])(?:m|j\.)(?!\.?[DO]) ) )
    # -- quarters, halves, seasons
    | (?P<quarter> Q,?F?Y | Y,?Q | Q(?=[,)]) | F?[oO]\.?-?[qh] (?: {YEAR} | F{0,2}LU | F{0,2}R )?
                 | (?:Y-?|LU) F? [oO]-?[qh] )
    | (?P<same>    (?<=F)q )
    | (?P<season>  {ABOUT} (?: S{YEAR}(?:[-/][YDN])? | LF?S | SF?L | (?<=[FI])S(?![FSP]) ) )
    # -- centuries, decades
    | (?P<century> {ABOUT} (?: [oODr]\.?-?c | cF?[rD](?!\.?F?[Mmj]) ) )
    | (?P<decade>  {ABOUT} (?: F?dU? | U(?:[ND](?!\.?F?[MmjUDNv:])|Y(?![-/DNUv])) ) )
    # -- counted from another day: last week; three days ago; vor drei Tagen; in two weeks; late last year
    | (?P<shift>   {ABOUT} (?: L[Uqc] | [Uqc]L ) )
    | (?P<ago>     [CaDN][Uc]G | B[CaDN][Uc] )
    | (?P<ahead>   I[CaDN]U )
    | (?P<weekday> LW | WF?L U? )
    | (?P<today>   UPR | R (?:,?[PIFE]{0,2}{TIME})? )
    | (?P<plain>   {BEFORE} W (?:,?[PIFE]{0,2}{TIME})? )
    # -- years: 2019-21, 2019/20, in 2020
    | (?P<years>   {ABOUT} Y[-/](?:Y|[DN])(?![-/]) )
    | (?P<year>    {ABOUT} (?<!n)(?<!n\.) Y(?:U(?!L))?(?![-/DNv]) )
    # -- durations and sets
    | (?P<set>     X(?:[Ww]|U) )
    | (?P<length>  [CaDN]-?U )
"""


def _named(pattern: str) -> str:
    for name, part in _NAMES.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern


_GRAMMAR = re.compile(_named(_FORMS), re.VERBOSE)

#: Codes that can be a date without another.
_ALONE = frozenset("MWRYkdQ")


def expressions(codes: str, tokens: list[Token], text: str) -> list[Expression]:
    """The dates, durations and sets in a stretch of tokens."""
    found = []
    if len(codes) == 1 and codes not in _ALONE:
        return []
    before: tuple[Expression, int] | None = None
    for form, first, last in _forms(codes):
        if form == "year" and not _is_year(codes, tokens, first, last, text):
            continue
        part, used, time, zone = codes[first:last], tokens[first:last], None, None
        if "T" in part or "p" in part or "t" in part:
            part, used, time, zone = _take_time(part, used)
        built = shared(codes, tokens, first) if form == "shared" else BUILDERS[form](part, used)
        if built is None:
            continue
        while codes[first] == "F":
            first += 1
        expression = Expression(tokens[first][0], tokens[last - 1][1], *built, time=time, zone=zone)
        found.append(_finish(expression, part, used, text))
        if before and _BETWEEN.fullmatch(codes, before[1], first):
            _share_year(before[0], expression)
        before = expression, last
    return found


def _share_year(one: Expression, next_one: Expression) -> None:
    """ "May 3 to May 5, 2024", "in May and July 2024": the first has the year of the second."""
    if one.form != "date" or next_one.form != "date":
        return
    fields, behind = one.data, next_one.data
    bare = fields.year is None and fields.shift is None and fields.years is None and fields.month is not None
    if bare and behind.year and behind.month and (fields.day is None) == (behind.day is None):
        fields.shared = behind.year - (fields.month > behind.month)


@lru_cache(maxsize=4096)
def _forms(codes: str) -> tuple[tuple[str, int, int], ...]:
    """The forms in a string of codes. They repeat: a few hundred strings make up most texts."""
    return tuple((str(match.lastgroup), match.start(), match.end()) for match in _GRAMMAR.finditer(codes))


def _finish(expression: Expression, part: str, used: list[Token], text: str) -> Expression:
    if part.endswith("YU"):
        expression.end = used[-2][1]  # "2024 года" is 2024
    if part.endswith(".") and "j" not in part[-2:]:
        expression.end -= 1
    if "E" in part and expression.form != "time":
        at = part.index("E")
        if at == 0:
            expression.modifier = used[at][2]
    if text[expression.end : expression.end + 1] == ")" and "(" in text[expression.start : expression.end]:
        expression.end += 1
    return expression


#: What may stand between two dates that share a year.
_BETWEEN = re.compile(r",?[PIF]{1,2}")
_CLOCK = re.compile(r"[tDN]p|Tp?|t(?=\(?z)")


def _take_time(part: str, used: list[Token]) -> tuple[str, list[Token], Time | None, int | None]:
    """The codes and tokens without a time of day, and that: (hour, minute, second), minutes east."""
    match = _CLOCK.search(part)
    if match is None:
        return part, used, None, None
    first, last = match.span()
    value = used[first][2]
    hour, minute, second, zone = (value, None, None, None) if part[first] in "DN" else value
    after = used[last - 1][2] if part[last - 1] == "p" else None
    if after is not None and 1 <= hour <= 12:
        hour = hour % 12 + after
    if "z" in part:
        zone = used[part.index("z")][2]
    part, used = part[:first] + part[last:], used[:first] + used[last:]
    return (part, used, (hour, minute, second), zone) if hour < 24 else (part, used, None, None)


def _is_year(codes: str, tokens: list[Token], first: int, last: int, text: str) -> bool:
    """Whether a number from 1000 to 2199 that stands alone is a year."""
    at = codes.index("Y", first)
    year, start, end = tokens[at][2], tokens[first][0], tokens[last - 1][1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum():
        return False
    if (before in "$€£¥#+/&@_=" and before) or after in ("-", "–", "%", "/", "$", "€", "°", "_", "="):
        return False
    licence = codes[first - 1] if first else ""
    if codes[first] == "E" or last > at + 1:
        licence = "U"  # "circa 1850", "2024 года": as good as "the year 1850"
    if before and before in "-–—" and licence not in ("-", "P", "U"):
        return False
    if not 1900 <= year <= 2099:
        closed = not after or after in ".,;:!?)]" or text[end : end + 2] == " ("
        return licence == "U" or (year >= 1500 and (licence == "I" or (licence == "P" and closed)))
    return year % 100 != 0 or licence in ("P", "I", "U", "B", "L") or not after or after in ".,;:!?)]"
