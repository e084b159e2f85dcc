"""Where forms stand in a string of codes: what can be said before the values are known, and is remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .patterns import (
    BEHIND_AMOUNT,
    CLOCK_BEFORE_ZONE,
    NUMBER_MONTH,
    OFTEN,
    SHORT_YEAR,
    TWO_MONTHS,
    WORDED_DAY,
    forms_from,
)

__all__ = ["Known", "Slot", "known_of", "parted"]

#: The forms that are no dates. They are read all the same: the Monday of "every Monday" is none.
_LENGTHS = ("length", "set")


def _may_be_part(slot: Slot, codes: str) -> bool:
    """ "The first nine months": no date, but what "a year earlier" is then counted by."""
    return slot.form == "length" and slot.part[-1] == "U" and codes[slot.first - 1 : slot.first] in _BEFORE_PART


_BEFORE_PART = ("o", "L", "F")
#: Codes that can be a date without another.
_ALONE = frozenset("MWHRyYkdeQfi&@=J")


#: Forms whose stop behind a number is a part of it: "3., 4. und 5. Oktober", "im 1. und 2. Quartal".
_ORDINALS = frozenset({"shared", "quarterbefore", "weekfirst", "decadebefore"})


#: Units of time, weekends and halves.
_UNITS = frozenset("UJh")
_NUMBERS = frozenset("YkcrdeDONCo")


_CLOCKED = frozenset("Tpstz:")


_CLOCK = re.compile(r":\.?[TtsDN]|[tsDN]p|Tp?|[ts](?=\(?z)|(?<=Y)s")


class Slot(NamedTuple):
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


class Known(NamedTuple):
    """What is in a string of codes."""

    codes: str
    """Those that matter: of the words that lead to a date or away from it forms look at one, three before a unit."""
    head: int
    """So many stood before them."""
    dates: tuple[Slot, ...]
    everything: tuple[Slot, ...]
    """With durations and sets."""
    worded_days: bool
    """Whether a number in words may be a day."""
    short_years: bool
    """Whether a number may be a year of two digits, if it has an apostrophe."""
    respelt: bool
    """Whether there is anything else that is no code of its own before its neighbours are seen (`spelling.py`)."""
    dashed: bool
    """Whether there may be two months with a dash between them (`parted`)."""
    units: bool
    """Whether there is what a date may be a part of, or counted in."""
    behind_amount: bool
    """Whether a word behind an amount may be "ago" (`with_ago`)."""


#: The strings of codes that were read: a few hundred make up most texts. So many, then they are forgotten. (A plain
#: dict: on texts that are read once, `lru_cache` touches too much memory.)
_KNOWN: dict[str, Known] = {}


_REMEMBERED = 8192


#: So many of the words that lead up to a unit or a decade matter: "for the full year", "in the 80s and 90s".
_BEFORE_UNIT, _LED = 3, ("U", "d")


def known_of(codes: str) -> Known:
    """What is in a string of codes."""
    return _KNOWN.get(codes) or _read(codes)


def _read(codes: str) -> Known:
    """A string of codes that is not remembered yet."""
    if len(_KNOWN) >= _REMEMBERED:
        _KNOWN.clear()
    rest = codes.lstrip("FPI")
    head = max(len(codes) - len(rest) - (_BEFORE_UNIT if rest[:1] in _LED else 1), 0)
    core = codes[head : len(codes.rstrip("FPI")) + 1]
    known = _KNOWN.get(core) if core != codes else None  # asked once: another thread may forget it in between
    if known is not None:
        known = known._replace(head=head)
    else:
        everything = tuple(_slots(core))
        dates = tuple(slot for slot in everything if slot.form not in _LENGTHS or _may_be_part(slot, core))
        worded, short = WORDED_DAY.search(core) is not None, SHORT_YEAR.search(core) is not None
        clocked = "34" in core or ("z" in core and CLOCK_BEFORE_ZONE.search(core) is not None)
        numbered = "j" in core and NUMBER_MONTH.search(core) is not None
        respelt = (
            worded
            or clocked
            or numbered
            or "Z" in core
            or "CC" in core
            or "5" in core
            or TWO_MONTHS.search(core) is not None
            or OFTEN.search(core) is not None
        )
        dashed, units = "-M" in core or "-m" in core, not _UNITS.isdisjoint(core)
        behind = "U" in core and BEHIND_AMOUNT.search(core) is not None
        known = Known(core, head, dates, everything, worded, short, respelt, dashed, units, behind)
        _KNOWN[core] = known if not head else known._replace(head=0)
    _KNOWN[codes] = known
    return known


def _slots(codes: str) -> Iterator[Slot]:
    if len(codes) == 1 and codes not in _ALONE:
        return
    at, end = 0, len(codes)
    while at < end:
        match = forms_from(codes[at])
        found = match and match(codes, at)
        if found:
            yield _slot(str(found.lastgroup), codes, at, found.end())
            at = found.end()
        else:
            at += 1


def parted(slots: tuple[Slot, ...], codes: str, spaced: Callable[[int], bool]) -> Iterator[Slot]:
    """The slots, those of two months without a year as two where the dash between them is `spaced` (asked for by its
    place): that is as often the dash of a parenthesis."""
    for slot in slots:
        if slot.form == "months" and slot.last - slot.first == _TWO_MONTHS and spaced(slot.first + 1):
            yield _slot("month", codes, slot.first, slot.first + 1)
            yield _slot("month", codes, slot.last - 1, slot.last)
        else:
            yield slot


_TWO_MONTHS = len("M-M")


def _slot(form: str, codes: str, first: int, last: int) -> Slot:
    whole = part = codes[first:last]
    clock = None if _CLOCKED.isdisjoint(whole) else _CLOCK.search(whole)
    if clock:
        part = whole[: clock.start()] + whole[clock.end() :]
    return Slot(
        form,
        first,
        last,
        first + len(whole) - len(whole.lstrip("F")),
        part,
        clock.span() if clock else None,
        part[:1] in ("E", "A", "Z"),
        int(whole[-1] == "." and "j" not in whole[-2:] and (form not in _ORDINALS or whole == "Y.")),
        part[-2:] == "YU",
        "(" in whole,
        not _NUMBERS.isdisjoint(whole),
    )
