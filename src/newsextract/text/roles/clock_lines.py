"""Lines that are a date or a clock time and nothing else: times of the article, entries of a live blog, days of a
timeline."""

from __future__ import annotations

from ...model.article import PLAIN_LEVEL
from ...timestamps import is_plain, reads_as_update
from ...writing import has_digit
from ..blocks import Block
from ..shapes import NO_HEADING, shape
from .headings import BY_RULE, clock_in_front

__all__ = ["mark_clocks", "spare_timeline"]

#: "Last updated at 9:15 p.m. CEST", in characters.
_LONGEST_CLOCK = 40
#: Published and updated.
_MOST_TIMESTAMPS = 2


def spare_timeline(blocks: list[Block], head: int) -> None:
    """Dates that stand alone over prose, or as days in the head, on more lines than a head has timestamps are the
    headings of a timeline."""
    alone = [
        block
        for at, block in enumerate(blocks)
        if block.dates and _is_bare_date(block) and ((at < head and block.kind != "line") or _is_over_prose(blocks, at))
    ]
    if len(alone) > _MOST_TIMESTAMPS:
        for block in alone:
            block.kind, block.data = "heading", {"level": PLAIN_LEVEL, "confidence": BY_RULE}


def mark_clocks(blocks: list[Block]) -> None:
    """A clock time alone is a timestamp, behind a word for an update or where no other line begins with one as the
    entries of a live blog do."""
    alone = [
        block
        for block in blocks
        if block.kind == "line" and len(block.text) <= _LONGEST_CLOCK and _is_clock(block.text)
    ]
    if not alone:
        return
    entries = sum(block.kind in ("line", "heading") and clock_in_front(block.text) is not None for block in blocks)
    for block in alone:
        if entries <= 1 or reads_as_update(block.text):
            block.kind, block.data = "furniture", {"kind": "timestamp"}


def _is_clock(text: str) -> bool:
    """Whether a short line is a clock time, and of words those alone that go with one.

    >>> _is_clock("Updated 16:05"), _is_clock("4:42 p.m. ET"), _is_clock("16.42 GMT"), _is_clock("Film 16:05")
    (True, True, True, False)
    """
    if not has_digit(text):
        return False
    begin = next(at for at, character in enumerate(text) if character.isdigit())
    clock = clock_in_front(text[begin:])
    return clock is not None and all(map(is_plain, f"{text[:begin]} {text[begin + len(clock) :]}".split()))


def _is_bare_date(block: Block) -> bool:
    """Whether a line is a single date, with no word besides."""
    if len(block.dates) != 1 or not (block.kind == "line" or block.is_furniture("timestamp")):
        return False
    ((begin, end),) = block.spans
    before, behind = block.text[:begin], block.text[end:]
    return not any(map(str.isalnum, before + behind)) and has_digit(block.text)


def _is_over_prose(blocks: list[Block], at: int) -> bool:
    return at + 1 < len(blocks) and blocks[at + 1].kind == "line" and shape(blocks[at + 1]) in NO_HEADING
