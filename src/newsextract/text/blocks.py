"""Lines to blocks: one ordered table of rules, the first that answers wins.

A rule is given the page and the position of a line and answers a block and the position behind it, or None. It changes
nothing, looks back at nothing and calls no other rule. What no mark gives away is a block of kind "line"; `roles` says
what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from .lines import Line
from .wrapping import Wrap

__all__ = ["Block", "Page", "Rule", "Wire", "read_blocks"]

Wire = dict[str, Any]
"""A record as a plain dict with the fields of its model: an article is validated once, as a whole."""


@dataclass(slots=True)
class Block:
    """A block on its way to a record."""

    kind: str
    """line | heading | paragraph | list | table | quote | furniture, and headline | standfirst | byline after `roles`."""
    text: str
    """Its text without marks; "" for lists and tables."""
    start: int
    end: int
    gap: int = 0
    """Blank lines before it."""
    data: Wire = field(default_factory=dict)
    """What its kind has besides: items, rows, level, confidence, furniture's kind."""


@dataclass(slots=True, frozen=True)
class Page:
    """What a rule reads: the text, its lines, and how it was hard-wrapped, if it was."""

    source: str
    lines: list[Line]
    wrap: Wrap | None

    def runs_on(self, at: int) -> bool:
        """Whether line `at` goes on with the paragraph above it, from which only the width parted it."""
        return self.wrap is not None and at < len(self.lines) and self.wrap.forced(self.lines[at - 1], self.lines[at])


Rule = Callable[[Page, int], tuple[Block, int] | None]


def read_blocks(page: Page, table: tuple[tuple[Rule, str | None], ...]) -> list[Block]:
    """All lines as blocks, each by the first rule of the table that answers."""
    rules, default = _by_first(table)
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
def _by_first(table: tuple[tuple[Rule, str | None], ...]) -> tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]:
    """The rules to ask for a line by its first character, and those to ask for any other, in the table's order."""
    firsts = {character for _, characters in table if characters for character in characters}
    rules = {first: tuple(rule for rule, characters in table if characters is None or first in characters) for first in firsts}
    return rules, tuple(rule for rule, characters in table if characters is None)
