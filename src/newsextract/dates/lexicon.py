"""A language's words of dates, compiled from `dateparser`'s locale tables and this package's own (`words.py`).

Each word has a code, one letter, and a value. A stretch of text becomes a string of codes, over which one grammar is
written for all languages (`grammar.py`):

    M m j  month: a full name; one that is a word or a name too ("may"); an abbreviation
    W w  weekday: a full name; an abbreviation, which only goes with a date
    U K  day, week, month, year; decade          q h c  quarter, half, century
    R y  today, yesterday: (unit, offset); the same of a year       L      last, this, next: -1, 0, 1
    S    season, 1 to 4                          E A    early, mid, late; approximate
    Z    early, late where "of" is behind: "the end of May"
    H    a weekday of a week: (weekday, weeks)
    C o  "three", "third"                        a      "a", which is one before a unit
    G B I  "ago" behind the amount; before it; a word before an amount to come ("in three days")
    P F  a preposition that licenses a bare year; a word that may stand inside a date ("of", "the")
    n    what a number names ("page")
    p    "pm", "Uhr": behind a time
    g    "later", "earlier" behind an amount: 1, -1      f  "le lendemain": 1
    l    "following", "same": 1, 0; "that", which never stands behind: None
    b    "period"     J  "weekend"     i  an adverb of a season ("летом"): 1 to 4
    u    "morning", "night"            x  "year-end": (unit, modifier)
    &    a word of a feast's name
    X    every        z  time zone, minutes east       v  what a number counts        V  what "today's" is vague of
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .feasts import FeastWord, names
from .words import SHARED, WORDS

__all__ = ["SINGULAR", "Lexicon", "Several", "Word", "lexicon"]

#: (code, value)
Word = tuple[str, Any]


class Several(int):
    """The value of "last" and "next" in the plural ("derniers"): no single one of a unit, but of each month named."""


_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = ("day", "week", "month", "year", "decade", "century")
_CLOCK_UNITS = ("hour", "minute", "second")
#: Units in the plural, where words.py tells them apart: "last weeks" are no week. A number behind "years" is a decade
#: ("años 90"), behind "several_years" a year ("die Jahre 1990 bis 1994").
SINGULAR = {
    "years": "year",
    "several_years": "year",
    "quarters": "quarter",
    "months": "month",
    "weeks": "week",
    "days": "day",
}
_LONG_UNITS = {"decade": "K", "century": "c"}

#: Roles of words.py and the codes they give, the strongest last: a word of two roles keeps the later.
_ROLES: dict[str, tuple[str, Any]] = {
    "in": ("P", None),
    "when": ("P", "in"),
    "of": ("F", None),
    "when_of": ("F", "in"),
    "of_kind": ("F", "of"),
    "fiscal": ("F", "fiscal"),
    "whole": ("F", "whole"),
    "for": ("P", "for"),
    "ended": ("P", "ended"),
    "to": ("P", "to"),
    "to_of": ("F", "to"),
    "on": ("P", "on"),
    "and": ("P", "and"),
    "dash": ("-", "-"),
    "at": ("F", "at"),
    "dated": ("F", "dated"),
    "a": ("a", 1),
    "every": ("X", None),
    "ahead": ("I", None),
    "ago_before": ("B", None),
    "ago": ("G", None),
    "early": ("E", "early"),
    "mid": ("E", "mid"),
    "late": ("E", "late"),
    "about": ("A", "approximate"),
    "early_of": ("Z", "early"),
    "late_of": ("Z", "late"),
    "rest_of": ("Z", None),
    "day_part": ("u", "day"),
    "last": ("L", -1),
    "this": ("L", 0),
    "next": ("L", 1),
    "last_several": ("L", Several(-1)),
    "next_several": ("L", Several(1)),
    "quarter": ("q", "quarter"),
    "quarters": ("q", "quarters"),
    "half": ("h", "half"),
    "measure": ("v", None),
    "vague": ("V", None),
    "label": ("n", None),
    "later": ("g", 1),
    "earlier": ("g", -1),
    "following": ("l", 1),
    "same": ("l", 0),
    "that": ("l", None),
    "day_after": ("f", 1),
    "day_before": ("f", -1),
    "that_day": ("f", 0),
    "period": ("b", "period"),
    "weekend": ("J", None),
}
_POSITIONS = {"number": "C", "ordinal": "o", "season": "S", "in_season": "i", "month": "M", "weekday": "W"}
_OFFSETS = {"day": "day", "year": "year", "monthly": "month", "weekly": "week"}
#: Roles of words.py that tell the tense.
_VERBS = ("future", "modal", "past", "said", "until", "by", "perfect", "plans", "within", "determiner", "not_until")
_TRIGGERS = frozenset("MmjWHUKRySqcdfbJix")
#: Year, month and day of a date are parted by spaces, and a time from the half of its day.
_KOREAN = (
    ("년 ", "년_"),
    ("월 ", "월_"),
    ("오전 ", "오전_"),
    ("오후 ", "오후_"),
    *((f"시 {digit}", f"시_{digit}") for digit in "012345"),
)
#: What is written with spaces and read as one word; "15 h 45" is a time.
_JOINED = {"ko": _KOREAN, "fr": ((" h ", "_h_"),)}
_AGO = re.compile(r"(in )?(\d) (day|week|month|year)( ago)?")
#: Years of the Hijri calendars, of the sun and of the moon, that news tell of.
_HIJRI = {
    **dict.fromkeys(("fa", "ps"), range(1200, 1500)),
    **dict.fromkeys(("ar", "ur", "ckb"), range(1300, 1500)),
}
#: The least number behind a century in a year in words: "nineteen ten".
_LEAST_OF_A_CENTURY = 10
#: "an", "or", "d" are too short to be trusted where the tables give them and words.py does not.
_SHORTEST = 3


@dataclass(frozen=True)
class Lexicon:
    """What is known of a language."""

    words: dict[str, Word]
    """By the word in lower case."""
    order: str
    """How numeric dates are read where nothing else tells: "DMY", "MDY" or "YMD"."""
    capitals: bool
    """Whether the names of months are written with a capital."""
    weak: frozenset[str]
    """Names of months that are words too."""
    triggers: tuple[str, ...]
    """The words that a search starts from."""
    special: tuple[str, ...]
    """Words that are more than a run of letters ("aujourd'hui", "a.m."), the longest first."""
    phrases: tuple[tuple[str, str], ...]
    """Words with a space in them ("il y a"), and how they are written in `words` ("il_y_a")."""
    verbs: dict[str, frozenset[str]]
    """What tells the tense (`tense.py`), by role."""
    leading: bool
    """Whether "last" and "ago" stand before a unit or are never without a number before it."""
    spaceless: bool
    """Whether words stand without spaces between them (Chinese, Japanese)."""
    clock_units: dict[str, str]
    """Words for hours, minutes and seconds."""
    foreign: range
    """Years that are rather those of another calendar."""


@lru_cache(maxsize=64)
def lexicon(language: str | None) -> Lexicon:
    """The lexicon of a BCP 47 tag; of English where the language is not known."""
    base, _, rest = (language or "en").replace("_", "-").lower().partition("-")
    info = _locale(base) or (_locale("en") if base not in WORDS else {})
    own = _rows(WORDS.get(base, "" if _locale(base) else WORDS["en"]))
    weak = frozenset(word for word in own.get("weak", ()))
    words: dict[str, Word] = {}
    for role, entry in _ROLES.items():
        words.update(dict.fromkeys(own.get(role, ()), entry))
    words.update(_locale_words(info, own))
    words.update(_own_words(own))
    words.update(_names(info, own, weak))
    words.update(_glued(words, own))
    for word in own.get("not", ()):
        words.pop(word, None)
    for word in _rows(SHARED)["measure"]:
        words.setdefault(word, ("v", None))
    feasts = tuple(_add_feasts(base, words))
    triggers = feasts + tuple(word for word, (code, _) in words.items() if code in _TRIGGERS and not word.isspace())
    triggers += tuple(_days_by_their_parts(words))
    numbers = [word for word, (code, value) in words.items() if code == "C" and value >= _LEAST_OF_A_CENTURY]
    triggers += tuple(f"{word} {number}" for word in own.get("spoken", ()) for number in numbers)
    # Their figures alone are too many to look at: "am 22.4.", "le 22/04".
    triggers += tuple(f"{word} {figures}" for word in own.get("dated", ()) for figures in ("0 0", "0 00", "00 0", "00 00"))
    # Only before a year do these matter, which is where a search starts from.
    for role, entry in (("decade", ("K", "decade")), ("years", ("U", "years")), ("of", ("F", None))):
        for word in _rows(SHARED)[role]:
            words.setdefault(word, entry)
    for word, minutes in map(_pair, _rows(SHARED)["zone"]):
        words.setdefault(word, ("z", int(minutes)))
    for word, hours in map(_pair, _rows(SHARED)["clock"]):
        words.setdefault(word, ("p", int(hours) if hours != "-" else None))
    spaceless = base in ("zh", "ja", "th")
    plain = re.compile(r"[^\W\d_]+")
    return Lexicon(
        words=words,
        order=_order(base, rest, info),
        capitals=base in ("en", "de"),
        weak=weak,
        triggers=triggers,
        special=tuple(
            sorted(
                (word for word in words if (spaceless or not plain.fullmatch(word))),
                key=lambda word: (-len(word), word),
            )
        ),
        phrases=_JOINED.get(base, ())
        + tuple(
            (form.replace("_", " "), form)
            for word in words
            if "_" in word
            for form in (word, word[:1].upper() + word[1:])
        ),
        verbs={role: frozenset(own.get(role, ())) for role in _VERBS},
        leading="leading" in own,
        spaceless=spaceless,
        clock_units={
            form.lower(): unit for unit in _CLOCK_UNITS for form in info.get(unit, ()) if len(form) >= _SHORTEST
        },
        foreign=_HIJRI.get(base, range(0)),
    )


def _rows(table: str) -> dict[str, list[str]]:
    """
    >>> _rows("last vorige/vorig\\n  letzte\\nago vor")
    {'last': ['vorige/vorig', 'letzte'], 'ago': ['vor']}
    """
    rows: dict[str, list[str]] = {}
    for line in table.replace("\n ", " ").splitlines():
        role, *words = line.split()[:1] + line.split()[1:] if line.strip() else ("",)
        rows.setdefault(role, []).extend(words)
    rows.pop("", None)
    return rows


def _locale(base: str) -> dict[str, Any]:
    """dateparser's table of a language, {} where it has none. Only its data module is imported, which is quick."""
    if not re.fullmatch(r"[a-z]{2,3}", base):
        return {}
    try:
        module = importlib.import_module(f"dateparser.data.date_translation_data.{base}")
    except ImportError:
        return {}
    return dict(module.info)


def _order(base: str, rest: str, info: dict[str, Any]) -> str:
    """The order of numeric dates, by region where the tables know it.

    >>> lexicon("en").order, lexicon("en-GB").order, lexicon("de").order, lexicon("zh").order
    ('MDY', 'DMY', 'DMY', 'YMD')
    """
    for name, table in info.get("locale_specific", {}).items():
        if rest and name.lower() == f"{base}-{rest}":
            return str(table.get("date_order", info.get("date_order", "DMY")))
    return str(info.get("date_order", "DMY"))


def _pair(word: str) -> tuple[str, str]:
    name, _, value = word.rpartition("=")
    return name, value


def _own_words(own: dict[str, list[str]]) -> Iterator[tuple[str, Word]]:
    for role, code in _POSITIONS.items():
        if role in ("month", "weekday"):
            continue  # names go through _names
        for position, forms in enumerate(own.get(role, ()), start=1):
            yield from ((form, (code, position)) for form in forms.split("/") if form != "-")
    for item in own.get("unit", ()):
        unit, _, forms = item.partition("=") if "=" in item else (item, "", item)
        yield from ((form, (_LONG_UNITS.get(unit, "U"), unit)) for form in forms.split("/"))
    for word, digits in map(_pair, own.get("decade", ())):
        yield word, ("d", digits)
    for role, unit in _OFFSETS.items():
        for word, offset in map(_pair, own.get(role, ())):
            yield word, ("y" if unit == "year" else "R", (unit, int(offset)))
    for word, edge in map(_pair, own.get("edge", ())):
        unit, _, modifier = edge.partition(":")
        yield word, ("x", (unit, modifier))
    for word, value in map(_pair, own.get("tens", ())):
        yield word, ("C", int(value))
    # 上周 and 周三 are 上周三.
    for week, offset in map(_pair, own.get("this_week", ())):
        for position, forms in enumerate(own["weekday"]):
            yield from ((week + form, ("H", (position, int(offset)))) for form in forms.split("/"))


def _locale_words(info: dict[str, Any], own: dict[str, list[str]]) -> Iterator[tuple[str, Word]]:
    """Units (where words.py has none) and words such as "yesterday" of dateparser's table."""
    for unit in () if "unit" in own else _UNITS:
        for form in info.get(unit, ()):
            if len(form) >= _SHORTEST:
                yield form.lower(), (_LONG_UNITS.get(unit, "U"), unit)
    for key, phrases in info.get("relative-type", {}).items():
        match = _AGO.fullmatch(key)
        if not match:
            continue
        offset = int(match[2]) if match[1] else -int(match[2])
        for phrase in phrases:
            if " " not in phrase or (match[3] == "day" and "day" not in own):
                yield phrase.lower().replace(" ", "_"), ("y" if match[3] == "year" else "R", (match[3], offset))


def _glued(words: dict[str, Word], own: dict[str, list[str]]) -> dict[str, Word]:
    """ "Freitagabend" is the Friday."""
    days = [(word, entry) for word, entry in words.items() if entry[0] == "W"]
    return {word + part: entry for word, entry in days for part in own.get("glued_part", ())}


def _add_feasts(base: str, words: dict[str, Word]) -> Iterator[str]:
    """Words of feasts' names added; those are given that a search must start from."""
    for forms, rule in names(base):
        for form in forms:
            words.setdefault(form, ("&", FeastWord(form)))
        values = [words[form] for form in forms]
        first = next(index for index, (code, _) in enumerate(values) if code == "&")
        others = [value for index, (code, value) in enumerate(values) if index != first and code != "F"]
        key = tuple(value.text if isinstance(value, FeastWord) else value for value in others)
        words[forms[first]][1].rules[key] = rule
        if len(forms) == 1:
            yield forms[0]


def _days_by_their_parts(words: dict[str, Word]) -> Iterator[str]:
    """ "Last night", "nuit dernière": a search that started from every night would look at too many."""
    parts = [word for word, (code, _) in words.items() if code == "u"]
    for word, (code, _) in words.items() if parts else ():
        if code in "Ll" and word.isalpha():
            for part in parts:
                yield from (f"{word} {part}", f"{part} {word}")


def _names(info: dict[str, Any], own: dict[str, list[str]], weak: frozenset[str]) -> Iterator[tuple[str, Word]]:
    """Months and weekdays. An abbreviation is a prefix of another form, or of three letters at most."""
    for code, role, keys in (("w", "weekday", _WEEKDAYS), ("m", "month", _MONTHS)):
        listed = own.get(role, ())
        for position, key in enumerate(keys):
            forms = {form.lower() for form in info.get(key, ())}
            if position < len(listed):
                forms |= set(listed[position].split("/"))
            for form in sorted(forms):
                if any(char.isdigit() or char in "()" for char in form):
                    continue  # 5月: the grammar of numbers reads it
                cased = form != form.upper()
                if (cased and len(form) < 2) or (not cased and len(form) == 1):
                    continue
                short = cased and (
                    len(form) <= 3 or (len(form) <= 5 and any(o.startswith(form) for o in forms if o != form))
                )
                longest = len(form) == max(map(len, forms))
                if code == "m":
                    yield (
                        form,
                        (
                            "j" if short and not (longest and form in weak) else "m" if form in weak else "M",
                            position + 1,
                        ),
                    )
                else:
                    yield form, ("w" if short or form in weak else "W", position)
