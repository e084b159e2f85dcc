"""Blocks as the units that are told apart: a bare line, an item, or a whole block that a rule is sure of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import Block
from .shapes import shape

__all__ = ["Unit", "units_of"]

#: An item that is longer is more often a paragraph behind a dash.
_LONG_ITEM = 120


@dataclass(slots=True)
class Unit:
    """What gets a class of its own."""

    block: Block
    text: str
    """Without marks; "" for tables."""
    start: int
    end: int
    gap: int
    """Blank lines before it."""
    shape: str
    """What it looks like from the outside: all that its neighbours need to know."""
    item: int = -1
    """Its place in the list it is an item of, -1 for no item."""

    @property
    def is_open(self) -> bool:
        """Whether the line model decides what it is."""
        return self.item >= 0 or self.block.kind == "line"

    @property
    def is_bare(self) -> bool:
        """Whether it is a line, no long one, that ends in no mark of a sentence."""
        return self.block.kind == "line" and self.shape == "bare"


def units_of(blocks: list[Block]) -> list[Unit]:
    """The units of all blocks, in source order."""
    units: list[Unit] = []
    for block in blocks:
        if block.kind == "list":
            units += _items(block)
        else:
            units.append(Unit(block, block.text, block.start, block.end, block.gap, shape(block)))
    return units


def _items(block: Block) -> Iterator[Unit]:
    gap = block.gap
    for at, item in enumerate(block.data["items"]):
        text, marker = item["text"], item["marker"]
        look = "number" if item["ordered"] else "dash" if marker else "item"
        if len(text) > _LONG_ITEM:
            look += " long"
        yield Unit(block, text, item["start"], item["end"], gap, look, at)
        gap = 0
