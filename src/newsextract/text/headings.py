"""Whether a line is a heading: the one place that decides it.

A scorecard adds up evidence from the line and its neighbours, and the sum is the confidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from math import exp

from ..phrases import SENTENCE_END
from .blocks import Block
from .lists import marker_of
from .scorecard import BIAS, WEIGHTS
from .shapes import CLOSERS, QUESTIONS, last_mark

__all__ = ["evidence", "heading_confidence", "is_heading", "is_intro"]

#: A label alone on its line has one or two words; what is longer introduces the list and is a sentence.
_LABEL_WORDS = 2
_LONGEST_BARE_LABEL = 40
_LONGEST_UNSPACED_LABEL = 6
_STOP_INSIDE = re.compile(r"[.!?…](?=[\"'”’»)]?\s+[^\Wa-z])|[。！？](?=.)")
#: "18:45", "16.02 GMT", "9:15 a.m.", "14h30", "7.45 Uhr"
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}|Uhr|h|uur|ч\.?))?")
#: How far the entries of a live blog stand from each other at most, in blocks.
_NEAR = 12
_WIDE_COMMAS = "，；、،؛"
#: How many blocks at either end have a place of their own.
_EDGE = 3


def is_heading(blocks: list[Block], shapes: list[str], at: int, first: int) -> bool:
    """Whether a line is a heading whatever the scorecard says: a label such as "Pros:" over a list or table, a
    clock time among others, and the first line of all where a byline or timestamp follows."""
    if at + 1 == len(blocks):
        return False
    after = blocks[at + 1]
    if shapes[at] == "colon":
        return after.kind in ("list", "table") and _is_bare_label(blocks[at].text)
    if _CLOCK.fullmatch(blocks[at].text):
        # The entries of a live blog; a single one may be anything.
        return any(
            other is not blocks[at] and _CLOCK.fullmatch(other.text)
            for other in blocks[max(0, at - _NEAR) : at + _NEAR]
        )
    return at == first and (after.kind == "byline" or after.is_furniture("timestamp"))


def is_intro(blocks: list[Block], shapes: list[str], at: int, first: int) -> bool:
    """Whether the first line of all ends in a colon over a list or table: a sentence that introduces it, no
    headline."""
    if at != first or shapes[at] != "colon" or at + 1 == len(blocks):
        return False
    return blocks[at + 1].kind in ("list", "table") and not _is_bare_label(blocks[at].text)


def _is_bare_label(text: str) -> bool:
    if text[0] >= "\u2e80":
        return len(text) <= _LONGEST_UNSPACED_LABEL
    return text.count(" ") < _LABEL_WORDS and len(text) <= _LONGEST_BARE_LABEL


class _Weights(dict[tuple[str, str], float]):
    """The scorecard by group and value; what is not on it weighs nothing."""

    def __missing__(self, key: tuple[str, str]) -> float:
        return 0.0


_WEIGHTS = _Weights({(group, value): weight for group, card in WEIGHTS.items() for value, weight in card.items()})


def heading_confidence(pairs: list[tuple[str, str]]) -> float:
    """How sure the evidence makes it that a line is a heading, 0 to 1."""
    return 1 / (1 + exp(-sum(map(_WEIGHTS.__getitem__, pairs), BIAS)))


def evidence(blocks: list[Block], shapes: list[str], at: int, first: int) -> list[tuple[str, str]]:
    """What speaks for or against a heading, as pairs of a group of the scorecard and the value in it.

    `first` is where the text begins, furniture above it left out.
    """
    block = blocks[at]
    text = block.text
    last = len(blocks) - 1
    before = shapes[at - 1] if at > first else "start"
    after = shapes[at + 1] if at < last else "end"
    beyond = shapes[at + 2] if at + 1 < last else "end"
    found = [
        ("end", _ending(text)),
        ("size", _size(text)),
        ("begins", _beginning(text)),
        ("before", before),
        ("after", after),
        ("after, beyond", f"{after}, {beyond}"),
        ("shape, after", f"{shapes[at]}, {after}"),
    ]
    if _STOP_INSIDE.search(text):
        found.append(("inside", "stop"))
    commas = text.count(",") + text.count(";")
    if not text.isascii():
        commas += sum(map(text.count, _WIDE_COMMAS))
    if commas:
        found.append(("inside", "comma" if commas == 1 else "commas"))
    if " - " in text or " – " in text or " | " in text:
        found.append(("inside", "dash"))
    if text[-1] in ":：":
        found.append(("colon, words", f"{min(text.count(' ') + 1, 5)}, {after}"))
    if ": " in text or "：" in text[:-1]:
        found.append(("inside", "colon"))
    if at - first < _EDGE:
        found.append(("place", f"{at - first}"))
    elif at > last - _EDGE:
        found.append(("place", f"-{last - at + 1}"))
    if at < last and block.gap != blocks[at + 1].gap:
        found.append(("gap", "before" if block.gap > blocks[at + 1].gap else "after"))
    if text.isupper():
        found.append(("looks", "capitals"))
    if "mark" in block.data:
        found.append(("looks", "bold"))
    return found


_ENDINGS = {
    **dict.fromkeys(SENTENCE_END, "stop"),
    **dict.fromkeys(QUESTIONS, "question"),
    **dict.fromkeys("!！", "exclamation"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、،", "comma"),
}


def _ending(text: str) -> str:
    last = last_mark(text) if text[-1] == ";" else text[-1]
    if last in CLOSERS:
        return "stop" if last_mark(text) in SENTENCE_END else "closer"
    return _ENDINGS.get(last) or ("letter" if last.isalpha() else "digit" if last.isdigit() else "mark")


#: Upper bounds of the groups of sizes. A character of a script without spaces counts for two.
_SIZES = (8, 16, 28, 45, 65, 90, 130)
_SIZE_NAMES = (*map(str, _SIZES), "more")


def _size(text: str) -> str:
    size = len(text)
    if text[0] >= "\u2e80" or text[-1] >= "\u2e80":
        size += sum(character >= "\u2e80" for character in text)
    return _SIZE_NAMES[bisect_left(_SIZES, size)]


def _beginning(text: str) -> str:
    first = text[0]
    if first.isupper():
        return "word"
    if first.islower():
        return "lower"
    if first.isdigit() or first in "(（":
        return "number" if marker_of(text) else "digit"
    if first in "\"'“„«「『‘":
        return "quote"
    return "word" if first.isalpha() else "mark"
