"""Lists whose markers were lost, where the lines are plainly items."""

from __future__ import annotations

from itertools import groupby

from ..phrases import SENTENCE_END
from .blocks import Block
from .lists import label_of
from .shapes import NO_HEADING, is_speaker, last_mark, shape

__all__ = ["mark_lost_lists"]

#: How many lines make a list, and how long each may be, with a label and without.
_LEAST_ITEMS = 3
_LONGEST_LABELLED = 240
_LONGEST_ITEM = 80


def mark_lost_lists(blocks: list[Block]) -> None:
    """Make lists of runs of bare lines that have labels of their own, or stand between a colon and prose."""
    _merge_labelled(blocks)
    _merge_unmarked(blocks)


def _merge_labelled(blocks: list[Block]) -> None:
    """Make lists of three or more lines in a run that each have a label of their own ("Cost: two million"): their
    markers were lost."""
    labels = [
        _label(block) if block.kind == "line" and (":" in block.text or "：" in block.text) else None
        for block in blocks
    ]
    if sum(label is not None for label in labels) < _LEAST_ITEMS:
        return
    merged: list[Block] = []
    for labelled, run in groupby(range(len(blocks)), key=lambda at: labels[at] is not None):
        places = list(run)
        lines = [blocks[at] for at in places]
        found = [label for at in places if (label := labels[at])]
        if labelled and len(lines) >= _LEAST_ITEMS and len({label for label, _ in found}) == len(lines):
            merged.append(_unmarked_list(lines, found))
        else:
            merged += lines
    blocks[:] = merged


def _label(block: Block) -> tuple[str, str] | None:
    """The label of a line and its text, if it may be an item of a list whose markers were lost."""
    text = block.text
    return None if len(text) > _LONGEST_LABELLED or is_speaker(text) else label_of(text)


def _merge_unmarked(blocks: list[Block]) -> None:
    """Make lists of three or more short lines without a stop that stand between a line ending in a colon and prose."""
    merged: list[Block] = []
    done = 0
    for at, block in enumerate(blocks):
        if block.kind != "line" or not block.text.endswith((":", "：")):
            continue
        end = at + 1
        while end < len(blocks) and _may_be_item(blocks[end]):
            end += 1
        if end - at > _LEAST_ITEMS and (end == len(blocks) or shape(blocks[end]) in NO_HEADING):
            lines = blocks[at + 1 : end]
            merged += [*blocks[done : at + 1], _unmarked_list(lines, [("", line.text) for line in lines])]
            done = end
    if done:
        blocks[:] = merged + blocks[done:]


def _may_be_item(block: Block) -> bool:
    if block.kind != "line" or block.gap > 1 or len(block.text) > _LONGEST_ITEM:
        return False
    return last_mark(block.text) not in SENTENCE_END + ":："


def _unmarked_list(lines: list[Block], labels: list[tuple[str, str]]) -> Block:
    items = [
        {
            "text": text,
            "label": label or None,
            "marker": "",
            "ordered": False,
            "depth": 0,
            "start": line.start,
            "end": line.end,
        }
        for line, (label, text) in zip(lines, labels, strict=True)
    ]
    dates = [date for line in lines for date in line.dates]
    return Block("list", "", lines[0].start, lines[-1].end, lines[0].gap, {"ordered": False, "items": items}, dates)
