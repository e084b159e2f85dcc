"""Lines that are headings by their form alone."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from ...phrases import SECTION_NAMES
from ...writing import FIRST_WIDE, is_unspaced
from ..markers import marker_of
from ..shapes import NO_HEADING
from ..units import Unit

__all__ = ["BY_RULE", "clock_in_front", "is_heading", "numerals"]

BY_RULE = 0.75
"""How sure these rules are: such lines are headings .74 of the time by the tags of 985 sites, .85 by an editor."""
#: A label alone on its line has one or two words; what is longer introduces the list and is a sentence.
_LABEL_WORDS = 2
_LONGEST_BARE_LABEL = 40
#: The same without spaces between words: in characters that are syllables, and in letters.
_LONGEST_WIDE_LABEL, _LONGEST_UNSPACED_LABEL = 6, 16
#: "18:45", "16.02 GMT", "9:15 a.m.", "14h30", "7.45 Uhr", alone or before the words of an entry. A stop alone would
#: make a time of "18.45 per cent".
_CLOCK = re.compile(
    r"\d{1,2}(?:[:h]\d\d|\.\d\d(?=\s?(?:[ap]\.?m|[A-Z]{2,4}\b|Uhr|h\b|uur|ч)|$))"
    r"(?:\s?(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b|Uhr\b|h\b|uur\b|ч\.?))?(?![\w:.])"
)
#: "II.", "12", "四": what numbers the parts of an essay, alone on its line, in characters. "(3)" and "3、" number
#: points of lists too.
_LONGEST_NUMERAL, _NUMERAL_STOPS = 5, ".．"
#: Of markers, the styles of numerals with a bracket behind them; the first of all may be missing.
_NUMERALS, _FIRST_NUMERALS = ("number)", "roman)", "han)"), (1, 2)
#: How far the entries of a live blog stand from each other at most, in blocks.
_NEAR = 12


def is_heading(units: list[Unit], at: int, first: int) -> bool:
    """Whether a line is a heading whatever the line model says: a label such as "Pros:" over a list or table, a
    clock time among others, and the first line of all where a byline or timestamp follows."""
    if at + 1 == len(units):
        return False
    text, after = units[at].text, units[at + 1].block
    if units[at].shape == "colon":
        return after.kind in ("list", "table") and _is_bare_label(text)
    if _heads_entry(units, at):
        # The entries of a live blog; a single one may be anything.
        return any(
            other != at and _heads_entry(units, other)
            for other in range(max(0, at - _NEAR), min(at + _NEAR, len(units)))
        )
    if after.kind == "furniture" and after.text in SECTION_NAMES and at + 2 < len(units):
        after = units[at + 2].block
    return at == first and (after.kind == "byline" or after.is_furniture("timestamp"))


def numerals(units: list[Unit]) -> list[int]:
    """The lines that are a numeral over prose and nothing else, and count on from each other, in order."""
    found: list[int] = []
    expected: tuple[int, str] | None = None
    for at, (unit, below) in enumerate(pairwise(units)):
        numeral = _numeral(unit.text) if unit.block.kind == "line" and below.shape in NO_HEADING else None
        if numeral is not None and (numeral == expected or (expected is None and numeral[0] in _FIRST_NUMERALS)):
            found.append(at)
            expected = numeral[0] + 1, numeral[1]
    return found if len(found) > 1 else []


def _numeral(text: str) -> tuple[int, str] | None:
    """The number of a line that is a numeral, and its style.

    >>> _numeral("IV."), _numeral("十二"), _numeral("7"), _numeral("(7)"), _numeral("A")
    ((4, 'roman)'), (12, 'han)'), (7, 'number)'), None, None)
    """
    if len(text) > _LONGEST_NUMERAL:
        return None
    marker = marker_of(f"{unicodedata.normalize('NFKC', text).rstrip(_NUMERAL_STOPS)}) x")
    if marker is None or marker.style not in _NUMERALS or marker.number is None:
        return None
    return marker.number, marker.style


def _heads_entry(units: list[Unit], at: int) -> bool:
    """Whether a line is a clock time, or words behind one that head the prose below them."""
    unit = units[at]
    if unit.block.kind != "line":
        return False
    clock = clock_in_front(unit.text)
    heads = unit.shape not in NO_HEADING and at + 1 < len(units) and units[at + 1].shape in NO_HEADING
    return clock is not None and (heads or clock == unit.text)


def clock_in_front(text: str) -> str | None:
    """The clock time that a text begins with, as the entries of a live blog do.

    >>> clock_in_front("18:45 Ferries stopped"), clock_in_front("9.15 a.m."), clock_in_front("18.45 per cent")
    ('18:45', '9.15 a.m.', None)
    """
    found = _CLOCK.match(text) if text[:1].isdigit() else None
    return found[0] if found else None


def _is_bare_label(text: str) -> bool:
    if is_unspaced(text[0]):
        return len(text) <= (_LONGEST_WIDE_LABEL if text[0] >= FIRST_WIDE else _LONGEST_UNSPACED_LABEL)
    return text.count(" ") < _LABEL_WORDS and len(text) <= _LONGEST_BARE_LABEL
