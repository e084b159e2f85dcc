"""Lists whose markers stand on lines of their own."""

from __future__ import annotations

import re

from ...writing import COLONS
from ..blocks import Block, Page, Wire
from ..lines import Line
from ..markers import BULLETS, marker_of
from ..wrapping import join_lines
from .lists import item_end, item_record, list_block

__all__ = ["lone_dashes", "lone_numbers"]

_LONE_NUMBER = re.compile(r"\(?(?P<digits>[0-9]{1,3})[.)]")
#: A number alone over a paragraph is a chapter's.
_LEAST_NUMBERED = 2
#: A dash behind its item is an old dialect; one such line alone is more often a stray dash.
_LEAST_BEHIND = 2
#: And so is one between blank lines.
_LEAST_BLANK = 2


def lone_dashes(page: Page, at: int) -> tuple[Block, int] | None:
    """Items whose dash stands on a line of its own, before the item (newer extractors) or behind it (older ones)."""
    return (_dash_before if _is_dash(page.lines[at]) else _dash_behind)(page, at)


def _dash_before(page: Page, at: int) -> tuple[Block, int] | None:
    """Items under their dashes, blank lines between the two perhaps."""
    lines = page.lines
    # A star over a blank line parts what stands around it, as a single dash between blank lines does.
    most = 0 if lines[at].text == "*" else 1
    end = at
    while (
        end + 1 < len(lines)
        and _is_dash(lines[end])
        and _is_dashed(lines[end + 1], most)
        and (end == at or lines[end].gap <= 1)
    ):
        end += 2
    items = [_dashed(lines[i], lines[i + 1]) for i in range(at, end, 2)]
    if not items or (len(items) < _LEAST_BLANK and lines[at + 1].gap):
        return None
    return list_block(page, at, end, items), end


def _dash_behind(page: Page, at: int) -> tuple[Block, int] | None:
    """Items over their dashes, where it is not the last dash that parts what stands around it."""
    lines = page.lines
    if lines[at].text.endswith(COLONS):
        return None
    end = at
    while (
        end + 1 < len(lines)
        and _is_dash(lines[end + 1])
        and _is_dashed(lines[end])
        and (end == at or lines[end].gap <= 1)
    ):
        end += 2
    if end - at < 2 * _LEAST_BEHIND:
        return None
    # "a, dash, b, dash, c" is both: c is the last item if it looks like one, and then a is what stands before the list.
    longest = max(len(lines[i].text) for i in range(at, end, 2))
    if end < len(lines) and lines[end].gap == 0 and len(lines[end].text) <= longest * 2:
        return None
    items = [_dashed(lines[i + 1], lines[i]) for i in range(at, end, 2)]
    return list_block(page, at, end, items), end


def lone_numbers(page: Page, at: int) -> tuple[Block, int] | None:
    """Items whose number stands on the line above; a single one may number a chapter."""
    lines = page.lines
    items: list[Wire] = []
    expected = None
    here = at
    while here + 1 < len(lines) and (here == at or lines[here].gap <= 1):
        line = lines[here]
        found = _LONE_NUMBER.fullmatch(line.text)
        if not found or lines[here + 1].gap or marker_of(lines[here + 1].text):
            break
        number = int(found["digits"])
        if expected not in (None, number):
            break
        expected = number + 1
        end = item_end(page, here + 1)
        text = join_lines([each.text for each in lines[here + 1 : end]])
        items.append(item_record(text, line.text, True, 0, line.start, lines[end - 1].end))
        here = end
    return (list_block(page, at, here, items), here) if len(items) >= _LEAST_NUMBERED else None


def _is_dash(line: Line) -> bool:
    return len(line.text) == 1 and line.text in BULLETS


def _is_dashed(line: Line, most: int = 0) -> bool:
    """Whether a line can be the item of a dash next to it, `most` blank lines between them: words of its own, and no
    marker."""
    return line.gap <= most and line.text != "" and not _is_dash(line) and marker_of(line.text) is None


def _dashed(dash: Line, item: Line) -> Wire:
    return item_record(item.text, dash.text, False, 0, min(dash.start, item.start), max(dash.end, item.end))
