"""The source of an article with the place of every record marked in it. No character is left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from ..html import escaped
from ..inline import written_direction
from .marks import PARTS, Mark

__all__ = ["in_chunks", "shown", "source_pane"]

#: Parts that a browser draws, or leaves out while they are not in view, together. It looks at each chunk again for
#: every frame, so that many small ones would cost more than they save.
_CHUNK = 24

#: Control characters as the signs that stand for them, since a browser shows nothing, or drops them.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES |= {0x7F: "␡", **dict.fromkeys(range(0x80, 0xA0), "\ufffd"), **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}

#: From the end of a part to that of its line.
_LINE_END = re.compile(r"[^\S\r\n]*(?:\r\n|[\r\n])?")

_Piece = tuple[int, int, Mark]


def shown(text: str) -> str:
    """Text for an element of the page, controls made visible. Newlines of all systems are one.

    >>> shown("a\\r\\n<b>\\x1b")
    'a\\n&lt;b&gt;␛'
    """
    return escaped(text.replace("\r\n", "\n").replace("\r", "\n").translate(_PICTURES))


def source_pane(source: str, marks: Sequence[Mark]) -> str:
    """The whole source as elements: one for each part, with spans for what stands inside, and the gaps between."""
    parts = _parts(marks)
    inside = _inside(parts, marks)
    html: list[str] = []
    at = 0
    for (start, end, mark), pieces in zip(parts, inside, strict=True):
        # The rest of the part's first and last line belongs to its element: around it the browser breaks anyway.
        gap, indent = _before(source[at:start])
        tail = _LINE_END.match(source, end)
        at = tail.end() if tail else end
        label = mark.note if mark.kind == "furniture" else mark.kind
        side = written_direction(source[start:end])
        html.append(
            f'{gap}<div class="part k-{mark.kind}" data-n="{mark.number}" data-label="{label}" dir="{side}">'
            f"{indent}{''.join(_nested(source, start, end, pieces))}{shown(source[end:at])}</div>"
        )
    return in_chunks([*html, _gap(source[at:])])


def in_chunks(parts: Sequence[str]) -> str:
    """The parts' elements, so many in an element of their own."""
    chunks = ("".join(parts[at : at + _CHUNK]) for at in range(0, len(parts), _CHUNK))
    return "".join(f'<div class="chunk">{chunk}</div>' for chunk in chunks)


def _before(text: str) -> tuple[str, str]:
    """What stands before a part: the gap, and the indentation of its first line."""
    lines = max(text.rfind("\n"), text.rfind("\r")) + 1
    if text[lines:].strip():
        return _gap(text), ""
    return _gap(text[:lines]), shown(text[lines:])


def _gap(text: str) -> str:
    return f'<div class="gap">{shown(text)}</div>' if text else ""


def _parts(marks: Sequence[Mark]) -> list[_Piece]:
    """The parts in the order of the source. One that overlaps the part before it, which none should, is cut."""
    placed = [(mark.start, mark.end, mark) for mark in marks if mark.kind in PARTS]
    found: list[_Piece] = []
    behind = 0
    for start, end, mark in sorted((start, end, mark) for start, end, mark in placed if start is not None and end):
        if end > max(start, behind):
            found.append((max(start, behind), end, mark))
            behind = end
    return found


def _inside(parts: Sequence[_Piece], marks: Sequence[Mark]) -> list[list[_Piece]]:
    """For each part what stands in it; a span over several parts has a piece in each."""
    inside: list[list[_Piece]] = [[] for _ in parts]
    ends = [end for _, end, _ in parts]
    for mark in marks:
        if mark.kind in PARTS or mark.start is None or mark.end is None:
            continue
        for at in range(bisect_left(ends, mark.start), len(parts)):
            start, end, _ = parts[at]
            if start > mark.end or (start == mark.end > mark.start):
                break
            first, last = max(start, mark.start), min(end, mark.end)
            if first < last or mark.start == mark.end:
                inside[at].append((first, last, mark))
            if mark.end <= end:
                break
    return inside


def _nested(source: str, start: int, end: int, pieces: Sequence[_Piece]) -> Iterator[str]:
    """The text of a part with a span for each piece. One that crosses the end of the span it begins in is cut there,
    and goes on behind it."""
    # Of two with the same place the issue is the outer one, so that pointing meets what it is about.
    waiting = [(first, -last, mark.kind != "issue", mark) for first, last, mark in pieces]
    heapify(waiting)
    open_ends: list[int] = []
    at = start
    while waiting or open_ends:
        if open_ends and (not waiting or open_ends[-1] <= waiting[0][0]):
            yield shown(source[at : open_ends[-1]]) + "</span>"
            at = open_ends.pop()
            continue
        first, last, _, mark = heappop(waiting)
        last = -last
        if open_ends and last > open_ends[-1]:
            heappush(waiting, (open_ends[-1], -last, mark.kind != "issue", mark))
            last = open_ends[-1]
        yield shown(source[at:first]) + f'<span class="k-{mark.kind}" data-n="{mark.number}">'
        at = first
        open_ends.append(last)
    yield shown(source[at:end])
