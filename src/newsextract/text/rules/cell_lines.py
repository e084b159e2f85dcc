"""Tables whose cells stand on lines of their own."""

from __future__ import annotations

from ...quantities import read_quantity
from ...writing import has_digit
from ..blocks import Block, Page, Wire
from ..lines import Line
from .rows import cells_of, table_block

__all__ = ["cell_a_line"]

#: Cells on lines of their own: from how many on it is a table, and how wide it may be guessed to be.
_LEAST_CELL_LINES = 4
_WIDEST_GUESS = 8
_PROSE = 100


def cell_a_line(page: Page, at: int) -> tuple[Block, int] | None:
    """Cells on lines of their own, each ending in a pipe. How wide the table was must be guessed from the cells."""
    lines = page.lines
    end = at
    while end < len(lines) and (end == at or lines[end].gap <= 1):
        text = lines[end].text
        if not text.endswith("|") or text.count("|") != 1 or text == "|":
            break
        end += 1
    if end - at < _LEAST_CELL_LINES:
        return None
    cells = [cell for line in lines[at:end] for cell in _cell(page, line)]
    width, sure = guess_width([cell["text"] for cell in cells])
    rows = [cells[i : i + width] for i in range(0, len(cells), width)]
    return table_block(page, at, end, rows, guessed=not sure), end


def _cell(page: Page, line: Line) -> list[Wire]:
    pipe = page.source.rindex("|", line.start, line.end)  # behind it may stand what shows nothing
    return cells_of([page.source[line.start : pipe]], line.start)


def guess_width(cells: list[str]) -> tuple[int, bool]:
    """How many columns a run of cells had, and whether the cells show it: in the right width, cells with digits stand
    below each other.

    >>> guess_width(["Name", "Age", "Ann", "31", "Bo", "29"])
    (2, True)
    """
    if all(len(cell) > _PROSE for cell in cells):
        return 1, False  # nothing tells of columns, and paragraphs are seldom set beside each other
    amounts = [_is_amount(cell) for cell in cells]
    best, best_score = 2, -1.0
    for width in range(2, min(_WIDEST_GUESS, len(cells) // 2) + 1):
        if len(cells) % width:
            continue
        body = amounts[width:]
        alike = 0.0
        for column in range(width):
            share = sum(body[column::width]) / len(body[column::width])
            alike += max(share, 1 - share)
        score = alike / width - 0.01 * width
        if score > best_score and any(body):
            best, best_score = width, score
    return best, best_score > 0.9


def _is_amount(cell: str) -> bool:
    """
    >>> _is_amount("+3%"), _is_amount("3 May 2024"), _is_amount("Room 3")
    (True, True, False)
    """
    return has_digit(cell) and (sum(map(str.isdigit, cell)) * 2 >= len(cell) or read_quantity(cell) is not None)
