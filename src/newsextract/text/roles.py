"""What the bare lines of a text are, read together: notices, items, headings, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from .blocks import Block
from .headings import evidence, heading_confidence, is_heading, is_intro
from .lost_lists import mark_lost_lists
from .notice_lines import mark_notices
from .shapes import NO_HEADING, is_speaker, shape

__all__ = ["assign", "candidates"]

#: From this confidence on a line is a heading.
_SURE = 0.5
#: How sure a rule is that needs no scorecard: such lines are headings .74 of the time by the tags of 985 sites, .85 by
#: an editor.
_BY_RULE = 0.75


def assign(blocks: list[Block]) -> list[Block]:
    """The blocks, each bare line made a heading, a paragraph or furniture."""
    for at, pairs in candidates(blocks):
        block = blocks[at]
        confidence = heading_confidence(pairs) if pairs else _BY_RULE
        if confidence >= _SURE:
            block.kind, block.data = "heading", {"level": 2, "confidence": round(confidence, 2)}
        else:
            block.kind = "paragraph"
    return blocks


def candidates(blocks: list[Block]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The places of the lines that may be headings, with the evidence; with none where they are headings for certain.
    The other bare lines become paragraphs, bylines and furniture on the way."""
    mark_notices(blocks)
    mark_lost_lists(blocks)
    shapes = [shape(block) for block in blocks]
    first = next((at for at, block in enumerate(blocks) if block.kind != "furniture"), 0)
    for at, block in enumerate(blocks):
        if block.kind != "line":
            continue
        if shapes[at] in NO_HEADING or is_speaker(block.text) or is_intro(blocks, shapes, at, first):
            block.kind = "paragraph"
        else:
            yield at, [] if is_heading(blocks, shapes, at, first) else evidence(blocks, shapes, at, first)
