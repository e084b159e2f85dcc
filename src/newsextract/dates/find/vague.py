"""What only a temporal tagger asks for: "now", "recently", hours and minutes, "several years", "daily".

None of it has a place on the calendar, so it is looked for only where durations or sets are asked for, and by plain
expressions over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..expression import Expression
from ..vocabulary.codes import SINGULAR
from ..vocabulary.lexicon import lexicon
from ..vocabulary.words import table

__all__ = ["find"]

#: The letters of ISO 8601 durations.
_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
#: So many languages at once.
_LANGUAGES = 32
#: No amount is longer.
_DIGITS = 3


def find(text: str, base: str, found: Sequence[Expression], times: bool) -> list[Expression]:
    """These expressions and those already found, which win where they overlap; ascending. With `times` the parts of
    days are told."""
    if times:
        _name_parts_of_days(text, base, found)
    taken = bytearray(len(text) + 1)
    for expression in found:
        taken[expression.start : expression.end] = b"\1" * (expression.end - expression.start)
    more = []
    lengths = {expression.start for expression in found if expression.form == "duration"}
    for expression in _expressions(text, base):
        if expression.data == ("date", "PAST_REF") and expression.end + 1 in lengths:  # the past two quarters
            continue
        if 1 not in taken[expression.start : expression.end]:
            more.append(expression)
            taken[expression.start : expression.end] = b"\1" * (expression.end - expression.start)
    return sorted([*found, *more], key=lambda expression: expression.start)


def _name_parts_of_days(text: str, base: str, found: Sequence[Expression]) -> None:
    """ "Friday night", "ce matin", "Freitagabend": the part of the day is told, and belongs to the text."""
    parts, own, behind = _parts_of_days(base)
    if not own or not behind:
        return
    starts = {expression.start for expression in found}
    for expression in found:
        if not _is_day(expression):
            continue
        match = behind.match(text, expression.end)
        if match and match.start("part") not in starts:
            expression.end, expression.text = match.end(), ""
        else:  # a word that is a date of its own ("morgen") is no part of this one
            match = own.search(text, expression.start, expression.end)
        if match:
            expression.part = parts[match["part"].lower()]


def _is_day(expression: Expression) -> bool:
    form, data = expression.form, expression.data
    if expression.time is not None:
        return False
    if form == "date":
        return data.day is not None
    return form in ("weekday", "lastday", "dayofweek") or (form in ("shift", "later") and data[0] == "day")


@lru_cache(maxsize=_LANGUAGES)
def _parts_of_days(base: str) -> tuple[dict[str, str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """The parts of a day by their words; a part at the end of an expression; one behind it."""
    parts = {phrase: value for phrase, (_, value) in _meanings(base).items() if value in _PARTS}
    if not parts:
        return parts, None, None
    names = _any_of(parts)
    return (
        parts,
        re.compile(rf"(?P<part>{names})(?!\w)", re.IGNORECASE),
        re.compile(rf"[\s-](?P<part>{names})(?!\w)", re.IGNORECASE),
    )


#: The parts of a day of TIMEX3.
_PARTS = frozenset({"TMO", "TMI", "TAF", "TEV", "TNI"})


def _expressions(text: str, base: str) -> Iterator[Expression]:
    words, lengths, amounts, units = _patterns(base)
    for match in lengths.finditer(text) if lengths else ():
        unit = units[match["unit"].lower()]
        amount = amounts.get(match["amount"].lower(), match["amount"])
        if match["ago"]:
            if amount == "X":  # several years ago
                yield Expression(match.start(), match.end(), "vague", ("date", "PAST_REF"))
            continue
        yield Expression(match.start(), match.end(), "vague", ("duration", f"P{unit[:-1]}{amount}{unit[-1]}"))
    for match in words.finditer(text) if words else ():
        kind, value = _meanings(base)[" ".join(match[0].lower().split())]
        if value != "none" and not (
            kind == "date" and lengths and lengths.match(text, match.end() + 1)
        ):  # the past 3 days
            yield Expression(match.start(), match.end(), "vague", (kind, value))


@lru_cache(maxsize=_LANGUAGES)
def _meanings(base: str) -> dict[str, tuple[str, str]]:
    """By the phrase its kind and TIMEX3 value."""
    meanings = {}
    for value, phrases in table(base).get("phrases", {}).items():
        kind = "date" if value.endswith("_REF") else "duration" if value.startswith("PX") else "set"
        if value != "amounts":
            meanings.update(dict.fromkeys(phrases, (kind, value)))
    return meanings


@lru_cache(maxsize=_LANGUAGES)
def _patterns(
    base: str,
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, dict[str, str], dict[str, str]]:
    """The phrases; amounts and units of time; what the amounts and the units are."""
    words = lexicon(base)
    units = {unit: "T" + _CLOCK[name] for unit, name in words.clock_units.items()}
    amounts = {word: str(value) for word, (code, value) in words.words.items() if code == "C"}
    amounts |= dict.fromkeys(table(base).get("phrases", {}).get("amounts", ()), "X")
    for word, (code, value) in words.words.items():
        if code == "U":
            units[word] = _LETTERS[str(SINGULAR.get(value, value))]
    meanings = _meanings(base)
    phrases = _any_of({phrase for phrase, (_, value) in meanings.items() if value not in _PARTS})
    ago = {word: "" for word, (code, _) in words.words.items() if code == "G"} or {"ago": ""}
    lengths = None
    if units and amounts and not words.spaceless:
        lengths = re.compile(
            rf"(?<![\w.,-])(?P<amount>\d{{1,{_DIGITS}}}|{_any_of(amounts)})[\s-](?P<unit>{_any_of(units)})(?!\w|[-\s]old\b)"
            rf"(?P<ago>\s(?:{_any_of(ago)})(?!\w))?",
            re.IGNORECASE,
        )
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE) if phrases else None, lengths, amounts, units


def _any_of(phrases: Iterable[str]) -> str:
    """The longest first."""
    forms = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms)
