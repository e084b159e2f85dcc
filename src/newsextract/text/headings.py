"""Lines that are headings by their form alone."""

from __future__ import annotations

import re

from .units import Unit

__all__ = ["BY_RULE", "is_heading"]

BY_RULE = 0.75
"""How sure these rules are: such lines are headings .74 of the time by the tags of 985 sites, .85 by an editor."""
#: A label alone on its line has one or two words; what is longer introduces the list and is a sentence.
_LABEL_WORDS = 2
_LONGEST_BARE_LABEL = 40
_LONGEST_UNSPACED_LABEL = 6
#: "18:45", "16.02 GMT", "9:15 a.m.", "14h30", "7.45 Uhr"
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}|Uhr|h|uur|ч\.?))?")
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
    if _CLOCK.fullmatch(text):
        # The entries of a live blog; a single one may be anything.
        return any(
            other is not units[at] and _CLOCK.fullmatch(other.text) for other in units[max(0, at - _NEAR) : at + _NEAR]
        )
    return at == first and (after.kind == "byline" or after.is_furniture("timestamp"))


def _is_bare_label(text: str) -> bool:
    if text[0] >= "\u2e80":
        return len(text) <= _LONGEST_UNSPACED_LABEL
    return text.count(" ") < _LABEL_WORDS and len(text) <= _LONGEST_BARE_LABEL
