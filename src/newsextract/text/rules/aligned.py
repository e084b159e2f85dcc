"""Tables whose columns are set apart by spaces, as agencies and companies send them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from ...writing import has_digit
from ..blocks import Block, Page, Wire
from ..lines import Line, clean
from ..markers import marker_of
from .rows import PROBED, explodes, row_gap, table_block

__all__ = ["aligned_table"]

#: A cell has no two spaces in a row.
_CELL = re.compile(r"\S+(?: \S+)*")
#: What is longer is prose with two spaces behind its stops.
_LONGEST_CELL = 60
#: Each cell is looked for in all columns, so these are few.
_LEAST_CELLS, _MOST_CELLS = 2, 32
_LEAST_ROWS = 3
#: Rows with all cells, of which the columns are made.
_LEAST_FULL = 2

_Spans = list[tuple[int, int]]


def aligned_table(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of short cells with two spaces or more between them, which stand below each other: no cell reaches from one
    column into the next. Most of its rows have figures."""
    if "  " not in _raw(page, page.lines[at]):
        return None
    probe = list(islice(_rows(page, at), PROBED))
    columns = _columns(probe)
    if len(probe) < _LEAST_ROWS or not columns:
        return None
    rows: list[list[Wire]] = []
    for line, spans in _rows(page, at):
        places = [_column(span, columns) for span in spans]
        if None in places or len(set(places)) < len(places) or explodes(len(columns), len(rows) + 1, 2 * len(rows)):
            break
        rows.append(_cells(page, line, dict(zip(places, spans, strict=True)), len(columns)))
    if len(rows) < _LEAST_ROWS:
        return None
    return table_block(page, at, at + len(rows), rows), at + len(rows)


def _rows(page: Page, at: int) -> Iterator[tuple[Line, _Spans]]:
    """The lines from `at` on that have cells, and where each cell stands, in characters from the margin."""
    lines = page.lines
    gap = row_gap(page, at)
    for here in range(at, len(lines)):
        line = lines[here]
        raw = _raw(page, line)
        if (here > at and line.gap != gap) or "  " not in raw or "|" in raw or marker_of(line.text) is not None:
            return
        spans = [cell.span() for cell in _CELL.finditer(raw)]
        if not _LEAST_CELLS <= len(spans) <= _MOST_CELLS or any(end - start > _LONGEST_CELL for start, end in spans):
            return
        yield line, [(line.indent + start, line.indent + end) for start, end in spans]


def _raw(page: Page, line: Line) -> str:
    """A line as written, the spaces that do not break among the others."""
    return page.source[line.start : line.end].replace("\u00a0", " ")


def _columns(rows: list[tuple[Line, _Spans]]) -> _Spans:
    """Where the columns stand, made of the rows that have a cell in each; none where they run into each other, or where
    few rows have figures."""
    if sum(has_digit(line.text) for line, _ in rows) * 2 < len(rows):
        return []
    width = max((len(spans) for _, spans in rows), default=0)
    full = [spans for _, spans in rows if len(spans) == width]
    if len(full) < _LEAST_FULL:
        return []
    columns = [(min(start for start, _ in each), max(end for _, end in each)) for each in zip(*full, strict=True)]
    return [] if any(left[1] >= right[0] for left, right in pairwise(columns)) else columns


def _column(span: tuple[int, int], columns: _Spans) -> int | None:
    """Which column a cell stands in; None where it stands in none or in several."""
    inside = [place for place, (start, end) in enumerate(columns) if span[0] < end and start < span[1]]
    return inside[0] if len(inside) == 1 else None


def _cells(page: Page, line: Line, spans: dict[int | None, tuple[int, int]], width: int) -> list[Wire]:
    cells: list[Wire] = []
    edge = line.start
    for place in range(width):
        if place in spans:
            start, end = (line.start - line.indent + column for column in spans[place])
            edge = end
            cells.append({"text": clean(page.source[start:end]), "value": None, "start": start, "end": end})
        else:
            cells.append({"text": "", "value": None, "start": edge, "end": edge})
    return cells
