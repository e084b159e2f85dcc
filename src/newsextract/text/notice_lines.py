"""Lines of a text that are notices: bylines, timestamps, furniture."""

from __future__ import annotations

from itertools import pairwise

from ..dates import resolve
from ..notices import DAY_OR_FINER, bare_names, byline_names, furniture_kind, is_role, is_timestamp
from .blocks import Block

__all__ = ["mark_notices"]

#: Furniture by its phrase is a short line; a paragraph may begin with the same words.
_LONGEST_NOTICE = 200
#: How far down the head of an article may reach, and how many blocks at the end may be a sign-off with a date.
_HEAD_BLOCKS = 12
_TAIL_BLOCKS = 4
#: A longer paragraph is the body.
_LONGEST_STANDFIRST = 320


def mark_notices(blocks: list[Block]) -> None:
    """Bylines, timestamps and furniture, as far as set phrases and dates tell."""
    head = _head_length(blocks)
    tail = len(blocks) - _TAIL_BLOCKS
    byline = False
    for at, block in enumerate(blocks):
        if block.kind != "line":
            continue
        text = block.text
        if len(text) > _LONGEST_NOTICE:
            continue
        if at < head or at >= tail:
            if not byline and at < head and (authors := byline_names(text, _undated(block))):
                block.kind, block.data, byline = "byline", {"authors": authors, "dates": resolve(block.dates)}, True
                continue
            if block.dates and is_timestamp(
                text, [(date.start - block.start, date.end - block.start) for date in block.dates]
            ):
                dates = resolve(block.dates)
                if any(date["precision"] in DAY_OR_FINER for date in dates):
                    block.kind, block.data = "furniture", {"kind": "timestamp", "dates": dates}
                    continue
        kind = furniture_kind(text)
        if kind is not None:
            block.kind, block.data = "furniture", {"kind": kind}
    if not byline:
        _mark_bare_byline(blocks, head)
    _mark_role(blocks[:head])


def _mark_bare_byline(blocks: list[Block], head: int) -> None:
    """A line of names alone, next to a timestamp in the head or above a line that names a role, is the byline."""
    for at in range(1, head):
        block, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind != "line" or not (
            _is_timestamp(blocks[at - 1])
            or (after is not None and (_is_timestamp(after) or (after.kind == "line" and is_role(after.text))))
        ):
            continue
        authors = bare_names(block.text)
        # The line above a timestamp may be the headline: names stand below one.
        if authors and any(other.kind == "line" for other in blocks[:at]):
            block.kind, block.data = "byline", {"authors": authors, "dates": []}
            return


def _mark_role(head: list[Block]) -> None:
    """A line that names the author's role under the byline ("Science correspondent")."""
    for byline, block in pairwise(head):
        if byline.kind == "byline" and block.kind == "line" and is_role(block.text):
            block.kind, block.data = "furniture", {"kind": "credit"}


def _is_timestamp(block: Block) -> bool:
    return block.kind == "furniture" and block.data["kind"] == "timestamp"


def _undated(block: Block) -> int:
    """How many characters of a line stand before its first date."""
    return block.dates[0].start - block.start if block.dates else len(block.text)


def _head_length(blocks: list[Block]) -> int:
    """How many blocks may belong to the head: those up to the first long paragraph, and two more."""
    for at, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.kind == "line" and len(block.text) > _LONGEST_STANDFIRST:
            return min(at + 3, len(blocks))
    return min(_HEAD_BLOCKS, len(blocks))
