"""Lines to blocks: one ordered table of rules, the first that answers wins.

A rule is given the page and the position of a line and answers a block and the position behind it, or None. It changes
nothing, looks back at no more than the line above and calls no other rule. What no mark gives away is a block of kind
"line"; `roles` says what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from ..dates import Expression, reader
from ..writing import INVISIBLE
from .lines import Line, clean
from .wrapping import Wrap

__all__ = ["Block", "Page", "Rule", "Wire", "give_dates", "read_blocks", "shown_of", "spans_in", "with_hidden"]

Wire = dict[str, Any]
"""A record as a plain dict with the fields of its model: an article is validated once, as a whole."""

#: What may stand around the number of an item; of so many items the numbers tell.
_AROUND_NUMBER = "(（.)-、．）"
_LEAST_COUNTED = 2
#: Blocks whose text has all letters of their source.
_SPANNED = ("line", "heading", "headline", "standfirst", "byline", "furniture")


@dataclass(slots=True)
class Block:
    """A block on its way to a record."""

    kind: str
    """line | heading | paragraph | list | table | quote | furniture, and headline | standfirst | byline after
    `roles`."""
    text: str
    """Its text without marks; "" for lists and tables."""
    start: int
    end: int
    gap: int = 0
    """Blank lines before it."""
    data: Wire = field(default_factory=dict)
    """What its kind has besides: items, rows, level, confidence, furniture's kind; authors; a notice's dates,
    resolved."""
    dates: list[Expression] = field(default_factory=list)
    """The dates in it, as found."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where in its text each of these stands; none in lists, tables, quotes and code, whose text is not all that they
    have."""

    def dates_in(self, start: int, end: int) -> list[Expression]:
        """The dates in a part of it."""
        return [date for date in self.dates if start <= date.start < end]

    def is_furniture(self, kind: str) -> bool:
        """Whether it is furniture of this kind."""
        return self.kind == "furniture" and self.data["kind"] == kind


@dataclass(slots=True, frozen=True)
class Page:
    """What a rule reads: the text, its lines, and how it was hard-wrapped, if it was."""

    source: str
    lines: list[Line]
    wrap: Wrap | None

    def runs_on(self, at: int) -> bool:
        """Whether line `at` goes on with the paragraph above it, from which only the width parted it."""
        return self.wrap is not None and at < len(self.lines) and self.wrap.forced(self.lines[at - 1], self.lines[at])


Reader = Callable[[Page, int], tuple[Block, int] | None]


class Rule(NamedTuple):
    """A row of the table of rules."""

    read: Reader
    """Answers a block and the position behind it, or None."""
    first: str = ""
    """The characters that a line it answers for begins with; "" for any."""
    never: str = ""
    """Characters that no line it answers for begins with."""
    needs: Callable[[Page], bool] | None = None
    """What a page must have for it to be asked at all."""


def read_blocks(page: Page, table: tuple[Rule, ...]) -> list[Block]:
    """All lines as blocks, each by the first rule of the table that answers."""
    rules, default = _by_first(tuple(rule for rule in table if rule.needs is None or rule.needs(page)))
    blocks = []
    lines = page.lines
    at, count = 0, len(lines)
    while at < count:
        for rule in rules.get(lines[at].text[:1], default):
            answer = rule(page, at)
            if answer is not None:
                block, at = answer
                blocks.append(block)
                break
    return blocks


@cache
def _by_first(table: tuple[Rule, ...]) -> tuple[dict[str, tuple[Reader, ...]], tuple[Reader, ...]]:
    """The rules to ask for a line by its first character, and those to ask for any other, in the table's order."""
    rules = {
        first: tuple(rule.read for rule in table if first not in rule.never and (not rule.first or first in rule.first))
        for first in {character for rule in table for character in rule.first + rule.never}
    }
    return rules, tuple(rule.read for rule in table if not rule.first)


def _is_hidden(block: Block) -> bool:
    """Whether a block is a line that shows nothing."""
    return block.kind == "furniture" and not block.text.strip(INVISIBLE)


def shown_of(blocks: list[Block]) -> list[Block]:
    """The blocks without lines that show nothing, which say nothing of the lines beside them."""
    return [block for block in blocks if not _is_hidden(block)]


def with_hidden(shown: list[Block], blocks: list[Block]) -> list[Block]:
    """What became of the blocks that show something, and those of all blocks that show nothing, in source order."""
    hidden = [block for block in blocks if _is_hidden(block)]
    return sorted([*shown, *hidden], key=lambda block: block.start) if hidden else shown


def give_dates(blocks: list[Block], text: str, language: str | None) -> None:
    """Give each block the dates in it; none runs from one item or cell into the next."""
    spans = [span for block in blocks for span in _spans(block)]
    if not text.isascii():
        spans = [
            _shown(text, *span) if text[span[0]] in INVISIBLE or text[span[1] - 1] in INVISIBLE else span
            for span in spans
            if span[0] < span[1]
        ]
    found = reader(language).find(text, spans)
    at = 0
    for block in blocks:
        begin = at
        while at < len(found) and found[at].start < block.end:
            at += 1
        block.dates = found[begin:at]
        if at > begin and block.kind in _SPANNED:
            block.spans = spans_in(block, text)


def spans_in(block: Block, source: str) -> list[tuple[int, int]]:
    """Where in the text of a block its dates stand. What its source has besides are marks, spaces and what shows
    nothing, and never a letter or digit: these are counted."""
    if not block.dates or len(block.text) == block.end - block.start:
        return [(date.start - block.start, date.end - block.start) for date in block.dates]
    letters = [at for at, character in enumerate(block.text) if character.isalnum()]
    spans = []
    at, passed = block.start, 0
    for date in block.dates:
        passed += _letters(source[at : date.start])
        words = clean(source[date.start : date.end])
        first = passed
        passed += _letters(words)
        at = date.end
        inner = [here for here, character in enumerate(words) if character.isalnum()]
        spans.append((letters[first] - inner[0], letters[passed - 1] + len(words) - inner[-1]))
    return spans


def _letters(text: str) -> int:
    """How many letters and digits it has."""
    return sum(map(str.isalnum, text))


def _shown(source: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks at its ends that show nothing."""
    while start < end and source[start] in INVISIBLE:
        start += 1
    while start < end and source[end - 1] in INVISIBLE:
        end -= 1
    return start, end


def _counts(items: list[Wire]) -> bool:
    """Whether the numbers of a list go up by one, as those of days hardly do."""
    numbers = [item["marker"].strip(_AROUND_NUMBER) for item in items if item["depth"] == 0 and item["ordered"]]
    if len(numbers) < _LEAST_COUNTED or not all(map(str.isdecimal, numbers)):
        return False
    return all(int(other) - int(one) == 1 for one, other in pairwise(numbers))


def _spans(block: Block) -> list[tuple[int, int]]:
    """The stretches of a block that are read on their own, ascending and disjoint."""
    if block.kind == "list":
        items = block.data["items"]
        counted = block.data["ordered"] and _counts(items)  # "1. April: seed, 2. May: water" are months
        return [(item["start"] + (len(item["marker"]) if counted else 0), item["end"]) for item in items]
    if block.kind == "table":
        cells = [(cell["start"], cell["end"]) for row in block.data["rows"] for cell in row if cell["text"]]
        # A caption stands before or behind them.
        return [(block.start, cells[0][0]), *cells, (cells[-1][1], block.end)]
    return [(block.start, block.end)]
