"""The grammar of dates, for all languages: expressions over the codes of `lexicon.py` and `tokens.py`.

One regular expression; its named parts are the forms, tried in order at each place. What a form says is read by its
builder (`forms.py`) into an `Expression`, which leaves to `resolve.py` what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from .forms import BUILDERS, BY_PLACE
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
    future: bool = False
    """Whether a verb before it speaks of the future."""
    text: str = ""
    order: str = "DMY"
    """The order of numeric dates in its language."""


#: Codes that a time of day can begin with.
_CLOCKS = "TtsDN"
#: An earlier number is rather a count, if nothing names it as a year.
_FIRST_YEAR = 1500
#: Parts of the expressions below.
_NAMES = {
    "DAY": r"[DO]\.?",
    "MONTH": r"[Mmj]\.?",
    "WEEKDAY": r"[Ww]\.?",
    "YEAR": r"(?:F{0,2},?F?|F{1,2}UF?)Y(?:U(?!L))?",  # of 2024; des Jahres 2024; 2024 года
    "TIME": r"(?:Tp?|[tsDN]p|[ts](?=\(?z))(?:\(?z\)?)?",  # 14:20 GMT; 9 a.m.; 14.20 Uhr
    "BEFORE": r"(?:(?:Tp?|[tsDN]p|[ts](?=\(?z))z?[,-]?[PIF]{0,2})?",  # a time before its day: "14:20 GMT on"
    "ONE": r"(?<![CN])(?<!C[-P])",  # not the end of a longer number: twenty five, treinta y cinco
    "ABOUT": r"(?:E[PI]?F{0,2}-?F?|AF{0,2}-?F?)?",  # early, mid-, late in the, circa
}
#: The forms in the order in which they are tried: name; the codes that one can begin with; the expression.
_FORMS = (
    # -- ranges parted by a dash: 3-7 October 2023; October 3-7, 2023; 28 May - 3 June 2024; May 28 - June 3, 2024
    ("span", "kY", r"[kY]-k"),
    (
        "days",
        "WwDOMmj",
        r"""  (?:{WEEKDAY},?)? {DAY} [-/] {DAY} F? {MONTH} (?:{YEAR})?
            | {MONTH} [DO] - [DO] (?!\.?F?[Mmj]) (?:,?Y)?
            | {DAY} F? {MONTH} (?:{YEAR})? - {DAY} F? {MONTH} (?:{YEAR})?
            | {MONTH} [DO] (?:,?Y)? - {MONTH} [DO] (?:,?Y)?""",
    ),
    ("months", "Mmj", r"{MONTH} (?:,?F?Y)? [-/] {MONTH} {YEAR}"),
    # -- a day: 3 May 2024; Tuesday, 3rd of May, 2024, at 2:20 pm; 14:20 GMT on May 3; 2024 May 3; 3 May last year
    (
        "figures",
        _CLOCKS + "Wwk",
        r"{BEFORE} (?:{WEEKDAY},?)? k (?:\(?{WEEKDAY}\)?)? (?:(?:\|?|,?-?[PIFEA]{0,2}){TIME})?",
    ),
    (
        "date",
        _CLOCKS + "LWwDOYMmjo",
        r"""{BEFORE} (?:L?{WEEKDAY}[,-]?F?\(?)?
            (?: [DO][-/]{MONTH}[-/]Y(?![-/])
              | Y[-/]{MONTH}[-/][DO](?![-/])
              | {DAY} F{0,2} {MONTH} (?:{YEAR})?
              | Y,?{MONTH}[DO](?![DO])
              | Y\.{MONTH}[DO]\.
              | {MONTH} F? [DO] (?!-[UC]) (?:,?F?Y(?!v))?
              | o F {MONTH} (?:,?F?Y)? )
            (?: (?:\|?|,?-?[PIFEA]{0,2}){TIME} | (?<=Y)s(?!v) | F?[Ll]U | F?UL | L(?!U) )?""",
    ),
    # -- of last year, next year, where one word says so: 昨年10月; 去年四月
    ("ofyear", "y", r"y F? (?: k | {MONTH} [DO]? )"),
    # -- days that share a month: 3., 4. und 5. Oktober; 7 and 8 May 2024
    ("shared", "DO", r"{DAY} (?= (?:(?:,?P|,|F)F{0,2}{DAY}){1,8} F?{MONTH})"),
    ("sharing", "DO", r"(?<=[Mmj][DO]P)[DO],?Y | (?<=[Mmj][DO]PF)[DO],?Y"),
    # -- a month: early March 2024; mid-March; March last year; last March; mars dernier; in May
    (
        "month",
        "EALMmjY",
        r"""{ABOUT} (?: L{MONTH} | {MONTH}F{0,2}lF?U | Y\.U{MONTH} | YM(?![DO]) | {MONTH}{YEAR}(?!v)
                      | {MONTH}F{0,2}LF?U | {MONTH}L
                      | M | (?<=[PFIEABL-])(?:m|j\.)(?!\.?[DO]) )""",
    ),
    # -- quarters, halves, seasons
    (
        "quarter",
        "QYLFoO",
        r"""  Q,?F?Y | Y,?Q | Q(?=[,)]) | F?[oO]\.?-?[qh](?!-) (?: {YEAR} | F{0,2}LU | F{0,2}y )?
            | (?:Y-?|LU) F? [oO]-?[qh]""",
    ),
    # -- the quarter that was spoken of, and that of the year before: the latest period; the year-ago (third) quarter
    ("compared", "U", r"U-[Gg]-?(?: [oO]?-?q | b )"),
    ("yearseason", "y", r"yF?S"),
    ("same", "qLl", r"(?<=F)q | [Ll]b | lq"),
    ("weekend", "LJ", r"L F? J | J F? L | (?<=[PF])J(?![a-zA-Z])"),
    (
        "season",
        "EALSiY",
        r"""{ABOUT} (?: [Si]{YEAR}(?:[-/][YDN])? | LF?[Si] | [Si]F?L | Y\.U[Si]
                      | (?<=[FI])(?<![yk]F)S(?![FSP]) | i )""",
    ),
    # -- centuries, decades
    ("century", "EAoODrc", r"{ABOUT} (?: [oODr]\.?-?c(?!e) | cF?[rD](?!\.?F?[Mmj]) )"),
    (
        "decade",
        "EAFdeUKD",
        r"{ABOUT} (?: (?:Dc)?e | F?[de][UK]? | (?:U|KF{0,2})(?:(?:[ND]|C(?!-))(?!\.?F?[MmjUKDNv:])|Y(?![-/DNUv])) )",
    ),
    # -- counted from another day: last week; three days ago; vor drei Tagen; in two weeks; late last year
    ("shift", "EALUKqc", r"{ABOUT} (?: L[UKqc] | [UKqc]L ) | E[PI]?F{1,2}U"),
    # -- counted from the day that the text spoke of last: a year earlier; the following day; le lendemain
    ("later", "CDNa", r"(?: {ONE}[CDN] | (?<!h)a ) -?[UKq]-?F?g"),
    ("following", "lLUf", r"l[UKqc] | [UKqc]l | LU | UF?L | f(?!F)"),
    ("ago", "CDNaB", r"(?: {ONE}[CDN] | (?<!h)a ) [UKc] G | B[CaDN][UKc]"),
    ("ahead", "I", r"I[CaDN][UK]"),
    # -- a day of a week: Tuesday last week; 先週の火曜日
    ("dayofweek", "HWR", r"H | WF{0,3}(?:LU|UL) | RF?W"),
    ("weekday", "LW", r"LW | WF?L"),
    ("today", "URy", r"UPR | (?<![aC])[Ry] (?:,?[PIFEA]{0,2}{TIME})? (?!V)"),
    ("plain", _CLOCKS + "W", r"{BEFORE} W (?:,?[PIFEA]{0,2}{TIME})?"),
    # -- years: 2019-21, 2019/20, in 2020
    ("years", "EAY", r"{ABOUT} Y[-/](?:Y|[DN])(?![-/])"),
    ("year", "EAY", r"{ABOUT} (?<!n)(?<!n\.) Y(?:U(?!L))?(?![-/DNv])"),
    # -- durations and sets
    ("set", "X", r"X(?:[Ww]|[UK])"),
    ("length", "CDNa", r"(?: {ONE}[CDN] | a ) -? [UK]"),
)


@cache
def _forms_from(code: str) -> Callable[[str, int], re.Match[str] | None] | None:
    """The forms that can begin with a code, None if none can. Compiled when one is first needed: most never are."""
    forms = [f"(?P<{name}> {pattern} )" for name, firsts, pattern in _FORMS if code in firsts]
    text = " | ".join(forms)
    for name, part in _NAMES.items():
        text = text.replace("{" + name + "}", part)
    return re.compile(text, re.VERBOSE).match if forms else None


#: The forms that are no dates. They are read all the same: the Monday of "every Monday" is none.
_LENGTHS = ("length", "set")
#: Codes that can be a date without another.
_ALONE = frozenset("MWHRyYkdeQfi")


class _Slot(NamedTuple):
    """Where a form stands in a string of codes, with all that can be said without the values."""

    form: str
    first: int
    last: int
    start: int
    """The first code that belongs to the expression's text: "of" and "the" before do not."""
    part: str
    """Its codes without a time of day."""
    clock: tuple[int, int] | None
    """Where in it the time of day stands."""
    modified: bool
    trim: int
    """1 where a full stop at its end is not its own."""
    year_word: bool
    """Whether it ends in a word for "year" behind the number: "2024 года" is 2024."""
    closing: bool
    """Whether a bracket was opened in it."""
    numbered: bool
    """Whether it has a year or another number."""


def expressions(codes: str, pieces: Sequence[Piece], text: str, lengths: bool = False) -> list[Expression]:
    """The dates in a stretch of chunks; durations and sets too where `lengths` are asked for."""
    known = _KNOWN.get(codes) or _known(codes)
    codes, head, short_years = known.codes, known.head, known.short_years
    slots = known.everything if lengths else known.dates
    if short_years:
        short_years = text.find("'", pieces[0][0], pieces[-1][0] + 1) >= 0
    if not slots and not short_years:
        return []
    tokens = [(at + start, at + end, value) for at, read in pieces for start, end, value in read]
    if head:
        del tokens[:head]
    if short_years:
        codes = _with_short_years(codes, tokens, text)
        known = _KNOWN.get(codes) or _known(codes)
        slots = known.everything if lengths else known.dates
    found = []
    before: tuple[Expression, int] | None = None
    for slot in slots:
        form, first, last, start, part, clock, modified, trim, year_word, closing, numbered = slot
        if form == "year" and not _is_year(codes, tokens, first, last, text):
            continue
        if form == "season" and part == "S" and tokens[first - 1][2] == "of":
            continue  # jeux d'hiver
        used, time, zone = list(tokens[first:last]), None, None
        if clock is not None:
            if not clock[0] and used[clock[1]][2] == "and":  # from 4 to 5.30 p.m. and on 3 May
                start = first + clock[1] + 1
                start += codes[start] == "F"
            else:
                time, zone = _time_of(codes[first:last], used, clock)
            del used[clock[0] : clock[1]]
        if form == "length" and text.startswith(_AGES, tokens[last - 1][1]):
            continue  # a 6-year-old, 44 Jahre alt
        by_place = BY_PLACE.get(form)
        built = by_place(codes, tokens, first) if by_place else BUILDERS[form](part, used)
        if built is None:
            continue
        end = used[-2][1] if year_word else tokens[last - 1][1] - trim
        if closing and text[end : end + 1] == ")":
            end += 1
        if numbered and (_BEFORE_CHRIST.match(text, end) or text.endswith(_LEADING_ERAS, 0, tokens[start][0])):
            continue
        expression = Expression(tokens[start][0], end, *built, used[0][2] if modified else None, time, zone)
        found.append(expression)
        if expression.form == "date" and expression.data.day is not None:
            week = _WEEK_OF.search(codes, 0, first)
            if week and tokens[week.start()][2] == "week":
                expression.form, expression.start = "weekof", tokens[week.start()][0]
        if form == "plain" and _is_of_another_week(codes, tokens, first, last):
            expression.form, expression.data = "dayofweek", (expression.data[0], None)
        if before and expression.form == "date" and _BETWEEN.fullmatch(codes, before[1], first):
            _share_year(before[0], expression, codes[before[1] : first])
        elif before:
            _join(before[0], expression, codes[before[1] : first], tokens[first - 1][2])
        before = expression, last
    return found


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
    if forms == ("weekday", "weekday"):
        if next_one.data[1] is None and (between == "-" or (between == "P" and last == "to")):
            next_one.form, next_one.data = "lastday", (next_one.data[0], one)
    elif forms == ("shift", "weekday"):
        if one.data[0] != "week" or next_one.data[1] is not None:
            return
        if between in ("", "F", ",", ",F") or (between == "P" and last == "on"):
            next_one.form, next_one.data = "dayofweek", (next_one.data[0], one.data[1])
    elif forms == ("weekday", "shift") and next_one.data[0] == "week" and between == "P" and last == "on":
        one.form, one.data = "dayofweek", (one.data[0], next_one.data[1])


def _with_short_years(codes: str, tokens: list[Token], text: str) -> str:
    """The codes with the years of two digits as years, which are put among the tokens: "May '24" is no 24 May."""
    for match in _SHORT_YEAR.finditer(codes):
        at = match.start(1)
        start, end, value = tokens[at]
        if text[start - 1] == "'" and end - start == 2 and text[start - 2] != "'":
            tokens[at] = start, end, value + (1900 if value > _NEXT_CENTURY else 2000)
            codes = f"{codes[:at]}Y{codes[at + 1 :]}"
    return codes


def _is_of_another_week(codes: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Tuesday week", "a week on Tuesday": not the Tuesday that is nearest."""
    behind = codes[last : last + 1] == "U" and tokens[last][2] == "week"
    return behind or (_A_UNIT.search(codes, 0, first) is not None and tokens[first - 2][2] == "week")


#: "The week of March 6".
_WEEK_OF = re.compile(r"UF{1,2}\Z")
_A_UNIT = re.compile(r"aU[FP]\Z")
#: A later short year is one of the 1900s: "the summer of '69".
_NEXT_CENTURY = 49
_SHORT_YEAR = re.compile(r"(?:[Mmj]\.?(?:[DO](?:-[DO])?,?)?|[Si]F?)([DN])")
#: Behind a year or century: it is another than it looks. A name may follow the "BC" of a Canadian year ("BC Hydro").
_BEFORE_CHRIST = re.compile(
    r"""\s? (?: BC(?!\w|\ [A-Z]\w) | BCE(?!\w) | B\.\ ?C\. | [aA]\.\ ?[cC]\. | av(?:ant|\.)\ J | v\.\ ?(?:Chr|u\.\ ?Z)
             | до\ (?:н\.|Р\.|нашої|нашей) | p\.\ ?n\.\ ?e | př\.\ ?n | قبل\ الميلاد | ق\.\ ?م
             | هـ | هجري | AH(?!\w) | [hH]icri )""",
    re.VERBOSE,
)
_LEADING_ERAS = ("公元前", "紀元前", "西元前", "기원전 ", "기원전", "MÖ ", "M.Ö. ")
_AGES = ("-old", " old", " alt")
_NUMBERS = frozenset("YkcrdeDONCo")
#: What may stand between two dates that share a year.
_BETWEEN = re.compile(r",?[PIF]{1,2}")
_CLOCKED = frozenset("Tpstz")
_CLOCK = re.compile(r"[tsDN]p|Tp?|[ts](?=\(?z)|(?<=Y)s")


class _Known(NamedTuple):
    """What is in a string of codes."""

    codes: str
    """Those that matter: forms look at one word at most of those that lead to a date or away from it."""
    head: int
    """So many stood before them."""
    dates: tuple[_Slot, ...]
    everything: tuple[_Slot, ...]
    """With durations and sets."""
    short_years: bool
    """Whether a number may be a year of two digits, if it has an apostrophe."""


#: The strings of codes that were read: a few hundred make up most texts. So many, then they are forgotten. (A plain
#: dict: on texts that are read once, `lru_cache` touches too much memory.)
_KNOWN: dict[str, _Known] = {}
_REMEMBERED = 8192


def _known(codes: str) -> _Known:
    """A string of codes that is not remembered yet."""
    if len(_KNOWN) >= _REMEMBERED:
        _KNOWN.clear()
    head = max(len(codes) - len(codes.lstrip("FPI")) - 1, 0)
    core = codes[head : len(codes.rstrip("FPI")) + 1]
    if core != codes and core in _KNOWN:
        known = _KNOWN[core]._replace(head=head)
    else:
        everything = tuple(_slots(core))
        dates = tuple(slot for slot in everything if slot.form not in _LENGTHS)
        known = _Known(core, head, dates, everything, _SHORT_YEAR.search(core) is not None)
        _KNOWN[core] = known if not head else known._replace(head=0)
    _KNOWN[codes] = known
    return known


def _slots(codes: str) -> Iterator[_Slot]:
    if len(codes) == 1 and codes not in _ALONE:
        return
    at, end = 0, len(codes)
    while at < end:
        match = _forms_from(codes[at])
        found = match and match(codes, at)
        if found:
            yield _slot(str(found.lastgroup), codes, at, found.end())
            at = found.end()
        else:
            at += 1


def _slot(form: str, codes: str, first: int, last: int) -> _Slot:
    whole = part = codes[first:last]
    clock = None if _CLOCKED.isdisjoint(whole) else _CLOCK.search(whole)
    if clock:
        part = whole[: clock.start()] + whole[clock.end() :]
    return _Slot(
        form,
        first,
        last,
        first + len(whole) - len(whole.lstrip("F")),
        part,
        clock.span() if clock else None,
        part[:1] in ("E", "A"),
        int(whole[-1] == "." and "j" not in whole[-2:]),
        part[-2:] == "YU",
        "(" in whole,
        not _NUMBERS.isdisjoint(whole),
    )


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


def _is_year(codes: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """Whether a number from 1000 to 2199 that stands alone is a year."""
    at = codes.index("Y", first)
    year, start, end = tokens[at][2], tokens[first][0], tokens[last - 1][1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum():
        return False
    if (before in "$€£¥#+/&@_=" and before) or after in ("-", "–", "%", "/", "$", "€", "°", "_", "="):
        return False
    licence = codes[first - 1] if first else ""
    if licence == "F" and tokens[first - 1][2] == "at" and after == " " and text[end + 1 : end + 2].isupper():
        return False  # at 1984 Elm Street
    if codes[first] in "EA" or last > at + 1:
        licence = "U"  # "circa 1850", "2024 года": as good as "the year 1850"
    if before and before in "-–—" and licence not in ("-", "P", "U"):
        return False
    if not 1900 <= year <= 2099:
        if first and tokens[first - 1][2] == "in" and year >= _FIRST_YEAR:
            licence = "I"
        closed = not after or after in ".,;:!?)]" or text[end : end + 2] == " ("
        return licence == "U" or (year >= _FIRST_YEAR and (licence == "I" or (licence == "P" and closed)))
    return year % 100 != 0 or licence in ("P", "I", "U", "B", "L") or not after or after in ".,;:!?)]"
