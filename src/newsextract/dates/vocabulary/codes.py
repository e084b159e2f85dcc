"""The words of a language with their codes and values: from `dateparser`'s tables, `words.py` and `feasts.py`.

A stretch of text becomes a string of codes, one letter for each word, number or mark, over which one grammar is written
for all languages (`grammar/patterns.py`). The codes of words:

    M m j  month: a full name; one that is a word or a name too ("may"); an abbreviation
    W w  weekday: a full name; an abbreviation, which only goes with a date
    U K  day, week, month, year; decade          q h c  quarter, half, century
    R y  today, yesterday: (unit, offset); the same of a year       L      last, this, next: -1, 0, 1
    S    season, 1 to 4                          E A    early, mid, late; approximate
    Z    early, late where "of" is behind: "the end of May"
    H    a weekday of a week: (weekday, weeks), or its weekend: (None, weeks)
    C o  "three", "third"                        a      "a", which is one before a unit
    G B I  "ago" behind the amount; before it; a word before an amount to come ("in three days")
    P F  a preposition that licenses a bare year; a word that may stand inside a date ("of", "the")
    n    what a number names ("page")
    p    "pm", "Uhr": behind a time              :      "ore", before one
    g    "later", "earlier" behind an amount: 1, -1      f  "le lendemain": (unit, offset)
    l    "following", "same": 1, 0; "that", which never stands behind: None
    0    early, mid, late behind a year or month: "aasta lõpus"
    b    "period"     J  "weekend"     i  an adverb of a season ("летом"): 1 to 4
    u    "morning", "night"            x  "year-end": (unit, modifier, 0)
    =    the same as words that need none beside them, of the last or next year too: 明年初
    #    "Kalenderwoche", the number of a week beside it
    5    what a year in words begins with: "two thousand"
    8    a month of the solar Hijri calendar
    7    a week of a month or year by a word of its own: 第一周
    2    "auf den", between two days           3 4    "Eastern" and "time", a zone in two words
    !    a word that a number before it does not count ("lunes 10 se"); what begins like a weekday and is none
    &    a word of a feast's name
    @    a half, a quarter or the first months of a year by a word of its own: 上半年
    %    "nearly" before an amount
    6    "twice"      1  "per"
    X    every        z  time zone, minutes east       v  what a number counts        V  what "today's" is vague of

Of what is no word (`grammar/tokens.py` gives them):

    k  a date in figures: 2023-09-12, 03/04/2023, 3.4.2023, 2024年5月3日      T  a time of day   t  "14.20"
    r  a Roman number    Y  a number that can be a year    D  1 to 31    N  another number         O  "3rd"
    d  "1990s", "'90s"                e  a decade by its ending alone: 90年代, "90-talet"          Q  "Q3"
    s  "09.00", a time with two digits of each; "t" is any other with a dot
    +  "+3", behind a zone that it is counted from ("GMT +3")      9  "0600", a time only before a zone
    , . - / ( ) |  as written; a dot in the middle of the line is a bar
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .accents import without_accents
from .feasts import FeastWord, names
from .words import Table, table
from .year_words import year_words

__all__ = [
    "SHORTEST",
    "SINGULAR",
    "AheadBehind",
    "Behind",
    "Capital",
    "DatedUnit",
    "DayWord",
    "Daylight",
    "EitherWay",
    "FirstMonths",
    "FirstMonthsOfYear",
    "Half",
    "HalfBehindYear",
    "HalfOfMonth",
    "HalfOfYear",
    "InnerCapital",
    "LaterOrAhead",
    "Leading",
    "MoscowTime",
    "NamedYear",
    "NumberMonth",
    "NumberedUnit",
    "PastSeason",
    "PluralDay",
    "QuarterOfYear",
    "Several",
    "Word",
    "add_foreign_months",
    "add_shared",
    "words_of",
]


#: (code, value)
Word = tuple[str, Any]


class Half(int):
    """The value of "H1" and "H2", which are no quarters."""


class HalfOfYear(Half):
    """The value of a word for half a year that is one only beside the year: 2024年前半."""


class HalfBehindYear(HalfOfYear):
    """The value of one that is read only right behind a year: 三年前半年 are three years ago."""


class QuarterOfYear(int):
    """The value of a word for a quarter that is one only beside the year: 第1季 is a season of a series, too."""


class FirstMonths(int):
    """The value of a word for so many months from January on: 前三季度."""


class FirstMonthsOfYear(FirstMonths):
    """The value of one that is so only beside the year: 前三个月 are the last three, too."""


class HalfOfMonth(int):
    """The value of a word for half a month: "la première quinzaine de mai"."""


class DayWord(int):
    """The value of a number in words that stands before a month as a day does: "premier mai", "cinco de mayo"."""


class LaterOrAhead(int):
    """The value of "later" where it is counted from today too, if the text spoke of no day: 三天后."""


class Leading(int):
    """The value of "following" where it is one only before its unit: "the week following the vote" is another."""


class Daylight(int):
    """The value of a zone whose word stands for its summer time too: the minutes of its winter ("ET")."""


class MoscowTime(int):
    """The value of the zone of Moscow, which has been another: its minutes since 2014."""


class EitherWay(int):
    """The value of a word for a day that is so far ahead or behind: "कल" is tomorrow and yesterday."""


class NumberMonth(int):
    """The value of a month's short name that is a number too: "sept", "dez"."""

    number: int


class NumberedUnit(str):
    """The value of a unit whose number behind it names one: "el día 21", "vecka 12"."""


class DatedUnit(NumberedUnit):
    """The value of one behind which two numbers of any length are a day and month: "ngày 14/1"."""


class AheadBehind(int):
    """The value of "later" where it is counted from today, if no verb speaks of the past: "kahden viikon kuluttua"."""


class NamedYear(int):
    """The value of a year behind the name of its era, or a word for "year"."""


class PastSeason(int):
    """The value of an adverb of the last such season: "i somras"."""


class PluralDay(int):
    """The value of a weekday that is a unit in the plural, too: "luni" are months behind an amount."""


class Capital(int):
    """The value of a weekday that is another word in small letters, and with a capital elsewhere too: Τρίτη."""


class InnerCapital(Capital):
    """The value of one whose capital says so inside a sentence, if not where it begins one: "Minggu"."""


class Behind(int):
    """The value of "last" and "next" where they are so only behind what they belong to: "tuần trước"."""


class Several(int):
    """The value of "last" and "next" in the plural ("derniers"): no single one of a unit, but of each month named."""


#: Roles of names that are other words too.
_WEAK = ("weak", "weak_small", "weak_first")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = ("day", "week", "month", "year", "decade", "century")
#: Units in the plural, where words.py tells them apart: "last weeks" are no week. A number behind "years" is a decade
#: ("años 90"), behind "several_years" a year ("die Jahre 1990 bis 1994").
SINGULAR = {
    "years": "year",
    "several_years": "year",
    "quarters": "quarter",
    "months": "month",
    "weeks": "week",
    "days": "day",
    "centuries": "century",
}
_LONG_UNITS = {"decade": "K", "century": "c", "centuries": "c", "numbered_century": "c"}
#: Roles of words.py and the codes they give, the strongest last: a word of two roles keeps the later.
_ROLES: dict[str, tuple[str, Any]] = {
    "uncounted": ("!", None),
    "from_now": ("!", "now"),
    "or_so": ("!", "so"),
    "in": ("P", None),
    "when": ("P", "in"),
    "of": ("F", None),
    "when_of": ("F", "in"),
    "of_kind": ("F", "of"),
    "of_several": ("F", "several"),
    "fiscal": ("F", "fiscal"),
    "era_name": ("F", "era"),
    "whole": ("F", "whole"),
    "for": ("P", "for"),
    "ended": ("P", "ended"),
    "since": ("P", "since"),
    "due": ("P", "due"),
    "before": ("P", "before"),
    "after": ("P", "after"),
    "lasting": ("P", "within"),
    "from": ("P", "from"),
    "starting": ("P", "starting"),
    "between": ("P", "between"),
    "to": ("P", "to"),
    "to_of": ("F", "to"),
    "on": ("P", "on"),
    "onto": ("2", "to"),
    "zone_time": ("4", None),
    "and": ("P", "and"),
    "dash": ("-", "-"),
    "at": ("F", "at"),
    "dated": ("F", "dated"),
    "surely_dated": ("F", "surely_dated"),
    "a": ("a", 1),
    "every": ("X", None),
    "no_weekday": ("!", None),
    "ahead": ("I", None),
    "ahead_amount": ("I", "amount"),
    "surely_ahead": ("I", "surely"),
    "ahead_alone": ("I", "alone"),
    "ago_before": ("B", None),
    "ago_either": ("B", "either"),
    "ago": ("G", None),
    "ago_alone": ("G", "alone"),
    "early": ("E", "early"),
    "mid": ("E", "mid"),
    "course": ("E", None),
    "late": ("E", "late"),
    "about": ("A", "approximate"),
    "early_of": ("Z", "early"),
    "late_of": ("Z", "late"),
    "rest_of": ("Z", None),
    "day_part": ("u", "day"),
    "last": ("L", -1),
    "this": ("L", 0),
    "next": ("L", 1),
    "last_but_one": ("L", -2),
    "next_but_one": ("L", 2),
    "last_behind": ("L", Behind(-1)),
    "next_behind": ("L", Behind(1)),
    "this_behind": ("L", Behind(0)),
    "last_several": ("L", Several(-1)),
    "next_several": ("L", Several(1)),
    "quarter": ("q", "quarter"),
    "quarters": ("q", "quarters"),
    "final": ("o", -1),
    "half": ("h", "half_year"),
    "half_of": ("h", "half"),
    "nearly": ("%", None),
    "measure": ("v", None),
    "times": ("v", "times"),
    "often": ("6", None),
    "once": ("6", "once"),
    "per": ("1", None),
    "vague": ("V", None),
    "label": ("n", None),
    "oclock": (":", None),
    "later": ("g", 1),
    "later_or_ahead": ("g", LaterOrAhead(1)),
    "ahead_either": ("P", AheadBehind(1)),
    "ahead_behind": ("g", AheadBehind(1)),
    "earlier": ("g", -1),
    "following": ("l", 1),
    "same": ("l", 0),
    "preceding": ("l", -1),
    "that": ("l", None),
    "period": ("b", "period"),
    "week_number": ("#", None),
    "weekend": ("J", None),
    "in_weekend": ("J", "alone"),
    "early_behind": ("0", "early"),
    "mid_behind": ("0", "mid"),
    "late_behind": ("0", "late"),
}
#: Names of months and weekdays go through `_names`.
_POSITIONS = {"number": "C", "ordinal": "o", "season": "S", "in_season": "i", "solar_month": "8"}
#: Hours that a word behind a time adds to it.
_HALVES = {"am": 0, "pm": 12, "hour": None}
_OFFSETS = {"day": "day", "year": "year", "monthly": "month", "weekly": "week"}
_AGO = re.compile(r"(in )?(\d) (day|week|month|year)( ago)?")
#: Codes of words that are known without their accents too.
_PLAIN = frozenset("MWULRySi")
#: Codes from which a search starts: a feast whose name has none must be looked for itself.
_SOUGHT = frozenset("WU")
#: Letters of an abbreviated zone.
_ZONE = len("ET")
#: "an", "or", "d" are too short to be trusted where the tables give them and words.py does not.
SHORTEST = 3


def words_of(base: str, own: Table, info: dict[str, Any]) -> tuple[dict[str, Word], tuple[str, ...]]:
    """A language's words by their forms in lower case, and those names of feasts that a search starts from.

    `own` is the table of words.py, `info` is dateparser's table.
    """
    words: dict[str, Word] = {}
    for role, entry in _ROLES.items():
        words.update(dict.fromkeys(own.get(role, "").split(), entry))
    if own.get("leading"):
        for word in own.get("following", "").split():
            words[word] = "l", Leading(1)
    words.update(_locale_words(info, own))
    words.update(_own_words(own))
    for word in own.get("day_words", "").split():
        code, value = words[word]
        words[word] = code, DayWord(value)
    numbers = {word: value for word, (code, value) in words.items() if code == "C"}
    words.update(_names(info, own, *(frozenset(own.get(role, "").split()) for role in _WEAK)))
    words.update(year_words(own, {word: int(number) for word, number in numbers.items()}))
    for word, number in numbers.items():
        code, value = words[word]
        if code != "C":
            words[word] = code, NumberMonth(value)
            words[word][1].number = number
    words.update(_glued(words, own))
    for word in own.get("not", "").split():
        words.pop(word, None)
    _add_without_accents(words, base, frozenset(own.get("accented", "").split()))
    for word in table("shared")["measure"].split():
        words.setdefault(word, ("v", None))
    return words, tuple(_add_feasts(base, words))


def _add_without_accents(words: dict[str, Word], base: str, accented: frozenset[str]) -> None:
    """ "Fevrier" added, where it is no other word; not the plain forms of those that are always `accented`."""
    for word, (code, value) in list(words.items()):
        if code in _PLAIN and word not in accented:
            for plain in without_accents(word, base):
                words.setdefault(plain, (code, value))


def add_foreign_months(words: dict[str, Word]) -> None:
    """English months and weekdays added where none are written with Latin letters, as agencies and servers do there:
    "Updated: 14 Mar 2025". They only go with a number."""
    if any(code in "Mmj" and word.isascii() for word, (code, _) in words.items()):
        return
    shared = table("shared")
    for code, role, first in (("j", "month", 1), ("w", "weekday", 0)):
        for position, forms in enumerate(shared[role], start=first):
            words.update((form, (code, position)) for form in forms.split() if form not in words)


def add_shared(words: dict[str, Word]) -> None:
    """What holds in every language added: only before a year or a time does it matter, so no search starts from it."""
    shared = table("shared")
    for role, entry in (("decade", ("K", "decade")), ("years", ("U", "years")), ("of", ("F", None))):
        for word in shared[role].split():
            words.setdefault(word, entry)
    for minutes, word in _by_value(shared, "zone"):
        words.setdefault(word, ("z", int(minutes)))
    for minutes, word in _by_value(shared, "moscow"):
        words.setdefault(word, ("z", MoscowTime(minutes)))
    for half, word in _by_value(shared, "clock"):
        words.setdefault(word, ("p", _HALVES[half]))


def _by_value(own: Table, role: str) -> Iterator[tuple[str, str]]:
    """The words of a role, each behind its value."""
    for value, forms in own.get(role, {}).items():
        for form in forms.split():
            yield value, form


def _by_edge(own: Table, role: str) -> Iterator[tuple[str, str, Any]]:
    """The units of a role, their modifiers or offsets, and what stands under them."""
    for unit, modifiers in own.get(role, {}).items():
        for modifier, under in modifiers.items():
            yield unit, modifier, under


def _own_words(own: Table) -> Iterator[tuple[str, Word]]:
    for role, code in _POSITIONS.items():
        for position, forms in enumerate(own.get(role, ()), start=1):
            yield from ((form, (code, position)) for form in forms.split())
    for position, form in enumerate(own.get("past_season", ()), start=1):
        yield form, ("i", PastSeason(position))
    for unit, form in _by_value(own, "unit"):
        yield form, (_LONG_UNITS.get(unit, "U"), unit)
    for unit, form in _by_value(own, "numbered"):
        yield form, ("U", NumberedUnit(unit))
    for unit, form in _by_value(own, "dated_unit"):
        yield form, ("U", DatedUnit(unit))
    for number, form in _by_value(own, "numbered_week"):
        yield form, ("7", int(number))
    for digits, form in _by_value(own, "decade"):
        yield form, ("d", digits)
    for role, unit in _OFFSETS.items():
        for offset, form in _by_value(own, role):
            days = EitherWay(offset[1:]) if offset[0] == "±" else int(offset)
            yield form, ("y" if unit == "year" else "R", (unit, days))
    for unit, modifier, forms in _by_edge(own, "edge"):
        yield from ((form, ("x", (unit, modifier, 0))) for form in forms.split())
    for unit, modifier, under in _by_edge(own, "this_edge"):
        for offset, forms in under.items():
            yield from ((form, ("=", (unit, modifier, int(offset)))) for form in forms.split())
    for unit, offset, forms in _by_edge(own, "told"):
        yield from ((form, ("f", (unit, int(offset)))) for form in forms.split())
    for weeks, form in _by_value(own, "this_weekend"):
        yield form, ("H", (None, int(weeks)))
    for number, form in _by_value(own, "part_of_year"):
        yield form, ("@", Half(number[1:]) if number[0] == "h" else int(number))
    for number, form in _by_value(own, "half_of_month"):
        yield form, ("7", HalfOfMonth(number))
    for number, form in _by_value(own, "half_of_year"):
        yield form, ("@", HalfOfYear(number))
    for number, form in _by_value(own, "half_behind_year"):
        yield form, ("@", HalfBehindYear(number))
    for number, form in _by_value(own, "quarter_of_year"):
        yield form, ("@", QuarterOfYear(number))
    for number, form in _by_value(own, "first_months"):
        yield form, ("@", FirstMonths(number))
    for number, form in _by_value(own, "first_months_of_year"):
        yield form, ("@", FirstMonthsOfYear(number))
    for years, form in _by_value(own, "this_season"):
        position = own["this_season"][years].split().index(form) + 1
        yield form, ("i", (position, int(years)))
    for value, form in _by_value(own, "tens"):
        yield form, ("C", int(value))
    for minutes, form in _by_value(own, "daylight"):
        yield form, ("z" if len(form) <= _ZONE else "3", Daylight(minutes))
    for hour, form in _by_value(own, "hour"):
        yield form, ("T", (int(hour), None, None, None))
    # 上周 and 周三 are 上周三.
    for offset, week in _by_value(own, "this_week"):
        for position, forms in enumerate(own["weekday"]):
            yield from ((week + form, ("H", (position, int(offset)))) for form in forms.split())


def _locale_words(info: dict[str, Any], own: Table) -> Iterator[tuple[str, Word]]:
    """Units (where words.py has none) and words such as "yesterday" of dateparser's table."""
    for unit in () if "unit" in own else _UNITS:
        for form in info.get(unit, ()):
            if len(form) >= SHORTEST:
                yield form.lower(), (_LONG_UNITS.get(unit, "U"), unit)
    for key, phrases in info.get("relative-type", {}).items():
        match = _AGO.fullmatch(key)
        if not match:
            continue
        offset = int(match[2]) if match[1] else -int(match[2])
        for phrase in phrases:
            if " " not in phrase or (match[3] == "day" and "day" not in own):
                yield phrase.lower().replace(" ", "_"), ("y" if match[3] == "year" else "R", (match[3], offset))


def _glued(words: dict[str, Word], own: Table) -> dict[str, Word]:
    """ "Freitagabend" is the Friday."""
    days = [(word, entry) for word, entry in words.items() if entry[0] == "W"]
    return {word + part: entry for word, entry in days for part in own.get("glued_part", "").split()}


def _add_feasts(base: str, words: dict[str, Word]) -> Iterator[str]:
    """Words of feasts' names added; those are given that a search must start from."""
    for forms, rule in names(base):
        for form in forms:
            words.setdefault(form, ("&", FeastWord(form)))
        values = [words[form] for form in forms]
        first = next(index for index, (code, _) in enumerate(values) if code == "&")
        others = [value for index, (code, value) in enumerate(values) if index != first and code != "F"]
        key = tuple(value.text if isinstance(value, FeastWord) else value for value in others)
        words[forms[first]][1].rules[(None, *key) if values[0][0] == "U" else key] = rule
        if not any(code in _SOUGHT for code, _ in values):
            named = [form for form, (code, _) in zip(forms, values, strict=True) if code == "&"]
            yield named[0] if len(named) == 1 else " ".join(forms)


def _names(
    info: dict[str, Any], own: Table, weak: frozenset[str], weak_small: frozenset[str], weak_first: frozenset[str]
) -> Iterator[tuple[str, Word]]:
    """Months and weekdays. An abbreviation is a prefix of another form, or of three letters at most."""
    for code, role, keys in (("w", "weekday", _WEEKDAYS), ("m", "month", _MONTHS)):
        listed = own.get(role, ())
        for position, key in enumerate(keys):
            forms = {form.lower() for form in info.get(key, ())}
            # "Május", which májusban begins with, and "μάιο", which μάιος does, are no abbreviations; "febr" is.
            own_forms = listed[position].split() if position < len(listed) else []
            cases = {
                form for form in own_forms if not any(o.startswith(form) and len(o) > len(form) + 1 for o in forms)
            }
            if position < len(listed):
                forms |= set(listed[position].split())
            for form in sorted(forms):
                own_form = position < len(listed) and form in listed[position].split()
                if any(char.isdigit() or char in "()" for char in form) and not own_form:
                    continue  # 5月: the grammar of numbers reads it
                cased = form != form.upper()
                if (cased and len(form) < 2) or (not cased and len(form) == 1):
                    continue
                longest = len(form) == max(map(len, forms))
                if code == "m" and cased and len(form) < SHORTEST and not own_form:
                    continue  # "2023'te" is no July
                short = cased and (
                    (len(form) <= SHORTEST and not (own_form and longest))  # мае is no abbreviation
                    or (len(form) <= 5 and form not in cases and any(o.startswith(form) for o in forms if o != form))
                )
                if code == "m":
                    yield (
                        form,
                        (
                            "j" if short and not (longest and form in weak) else "m" if form in weak else "M",
                            position + 1,
                        ),
                    )
                elif form in own.get("plural_too", "").split():
                    yield form, ("W", PluralDay(position))
                elif form in weak_small:
                    yield form, ("W", Capital(position))
                elif form in weak_first:
                    yield form, ("W", InnerCapital(position))
                else:
                    yield form, ("w" if short or form in weak else "W", position)
