"""Rows of tables: cells between pipes, and the block that rows make."""

from __future__ import annotations

import re
from itertools import pairwise

from ..blocks import Block, Page, Wire
from ..lines import clean

__all__ = [
    "PROBED",
    "alignment",
    "cells_of",
    "explodes",
    "is_doubled",
    "is_separator",
    "row_cells",
    "row_gap",
    "table_block",
    "widest",
]

PROBED = 64
"""Rows that tell whether lines are a table. A rule is asked again for the next line where they are not, so a longer
look would take quadratic time."""

#: |---|:-:|, ---|---|, with at least one pipe and one dash.
_SEPARATOR = re.compile(r"[|:\-\s–—+]+")
_PIPE = re.compile(r"\\.|\|", re.DOTALL)
#: A pipe that belongs to a cell has a backslash before it, and each that the cell itself has there is doubled.
_PIPE_OF_CELL = re.compile(r"(?<!\\)(\\++)\|")
#: How much larger padding may make a table: beyond, its rows are not rows of one table and it is cut where widths
#: change.
PADDING = 16
PADDING_FREE = 1000


def is_separator(text: str) -> bool:
    """Whether a line is the rule under a header."""
    return "-" in text and "|" in text and _SEPARATOR.fullmatch(text) is not None


def alignment(cell: str) -> str | None:
    """How the column under a cell of that rule is aligned, None if nothing is said.

    >>> alignment(":-:"), alignment("--:"), alignment("---")
    ('center', 'right', None)
    """
    cell = cell.strip()
    left, right = cell.startswith(":"), cell.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else None


def is_doubled(page: Page, at: int, end: int) -> bool:
    """Whether cells are parted by two pipes: |a||b|. In |a||b| under |---|---|---| the one in the middle is empty."""
    if not any("||" in line.text for line in page.lines[at:end]):
        return False
    for line in page.lines[at:end]:
        inner = line.text.strip()
        if inner == "|":
            continue
        if not (inner.startswith("|") and inner.endswith("|")) or is_separator(inner) or "\\" in inner:
            return False
        inner = inner[1:-1]
        if inner.replace("||", "").count("|") or inner.startswith("|") or inner.endswith("|"):
            return False
    return True


def row_gap(page: Page, at: int) -> int:
    """How many blank lines stand between the rows of a table without pipes that may begin at `at`: one between all, or
    none."""
    return min(page.lines[at + 1].gap, 1) if at + 1 < len(page.lines) else 0


def row_cells(page: Page, first: int, last: int, doubled: bool) -> list[Wire]:
    """The cells of a row that stands on lines `first` to `last`, outer pipes left out."""
    line = page.lines[first]
    at = line.start
    raw = page.source[at : page.lines[last].end]
    # A line that was clean as written has clean cells.
    is_clean = raw == line.text
    parts = _split_unescaped(raw) if "\\" in raw else raw.split("|")
    if len(parts) > 1 and (doubled or not clean(parts[0])):
        at += len(parts.pop(0)) + 1
    if len(parts) > 1 and (doubled or not clean(parts[-1])):
        parts.pop()
    cells = cells_of(parts, at, is_clean)
    return cells[::2] if doubled else cells


def _split_unescaped(raw: str) -> list[str]:
    r"""
    >>> _split_unescaped(r"a \| b | c")
    ['a \\| b ', ' c']
    """
    cuts = [-1, *(match.start() for match in _PIPE.finditer(raw) if match[0] == "|"), len(raw)]
    return [raw[left + 1 : right] for left, right in pairwise(cuts)]


def cells_of(parts: list[str], at: int, is_clean: bool = False) -> list[Wire]:
    """Parts of a row as cells: the first begins at offset `at`, one character stands between two."""
    cells: list[Wire] = []
    for part in parts:
        body = part.strip()
        if body:
            start = at + part.index(body[0])
            end = start + len(body)
            if "\\" in body:
                body = _PIPE_OF_CELL.sub(lambda found: "\\" * (len(found[1]) // 2) + "|", body)
            text = body if is_clean else clean(body)
        else:
            start = end = at + 1 if part else at
            text = ""
        cells.append({"text": text, "value": None, "start": start, "end": end})
        at += len(part) + 1
    return cells


def table_block(
    page: Page,
    at: int,
    end: int,
    rows: list[list[Wire]],
    *,
    header: bool = False,
    align: list[str | None] | None = None,
    caption: str | None = None,
    guessed: bool = False,
) -> Block:
    """The block of a table, its rows padded to the widest."""
    lines = page.lines
    start, stop = lines[at].start, lines[end - 1].end
    width = max(map(len, rows))
    ragged = sum(len(row) != width for row in rows)
    for row in rows if ragged else ():
        edge = row[-1]["end"]
        row.extend({"text": "", "value": None, "start": edge, "end": edge} for _ in range(width - len(row)))
    align = [*(align or []), *[None] * width][:width]
    data = {"rows": rows, "header": header, "align": align, "caption": caption, "ragged": ragged, "guessed": guessed}
    return Block("table", "", start, stop, lines[at].gap, data)


def widest(rows: int, cells: int) -> int:
    """To how many columns rows may be padded without making the table far larger than it is written."""
    return (PADDING * cells + PADDING_FREE) // rows


def explodes(columns: int, rows: int, cells: int) -> bool:
    """Whether a table of so many columns would be padded further than that."""
    return columns > widest(rows, cells)
