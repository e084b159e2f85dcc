"""Tables a row a line: cells between pipes, in drawn grids, parted by tabs."""

from __future__ import annotations

import re
from collections import Counter

from ...writing import has_digit
from ..blocks import Block, Page, Wire
from ..lines import Line
from ..markers import BULLETS, marker_of
from .rows import PROBED, alignment, cells_of, explodes, is_doubled, is_separator, row_cells, row_gap, table_block

__all__ = ["grid_table", "pipe_table", "tab_table", "wide_pipe_table"]

#: "Table 2: Visits by ward", in the languages of the fixtures.
_CAPTION = re.compile(
    r"(?:table|tabelle|tab\.|tableau|tabla|tabela|tabella|tabel|таблица|таблиця|جدول|表格?|図表|चार्ट)"
    r"\s*(?:\d{1,3}|[IVX]{1,5})?\s*[:：.–—-]\s*\S|表\s*\d{1,3}\s*\S",
    re.IGNORECASE,
)
#: +-----+------+, +=====+======+
#: Possessive: a wide one is not to be remembered part by part.
_BORDER = re.compile(r"\+(?:[-=]++\+)++")
#: A caption is a line, not a paragraph that begins with the word.
_CAPTION_LENGTH = 200
#: A row without outer pipes may be prose ("Reuters | Paris"), so it needs a second one of its width.
_LEAST_BARE_ROWS = 2
#: Cells parted by tabs are short; a tab in running text is only a space.
_TAB_CELL = 120
_TAB_OR_SPACE = "\t "
_WIDE_PIPE, _WIDE_CELL = "｜", 30


def pipe_table(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of cells parted by pipes, with or without outer pipes, separator row and caption line."""
    lines = page.lines
    first = at
    if "|" not in lines[at].text:
        if at + 1 >= len(lines) or "|" not in lines[at + 1].text or not is_caption(lines[at].text):
            return None
        first = at + 1
    probe = _rows_end(page, first, PROBED)
    if probe == first or not _is_table(page, first, probe):
        return None
    end = _rows_end(page, first)
    rows, header, align = _read_rows(page, first, end)
    if not any(cell["text"] for row in rows for cell in row):
        return _empty(page, at, end)
    caption = lines[at].text if first > at else None
    if (
        caption is None
        and end < len(lines)
        and lines[end].gap == 0
        and is_caption(lines[end].text)
        and not (end + 1 < len(lines) and "|" in lines[end + 1].text)
    ):
        caption = lines[end].text
        end += 1
    return table_block(page, at, end, rows, header=header, align=align, caption=caption), end


def is_caption(text: str) -> bool:
    """Whether a line beside a table is its caption."""
    return len(text) <= _CAPTION_LENGTH and _CAPTION.match(text) is not None


def _rows_end(page: Page, at: int, most: int | None = None) -> int:
    """Behind the last line of the rows that begin at `at`, of which no more than `most` are looked at."""
    lines = page.lines
    above = here = at
    widest = total = 0
    stop = len(lines) if most is None else min(len(lines), at + most)
    while here < stop and "|" in lines[here].text:
        text = lines[here].text
        length = _row_length(page, here)
        pipes = text.count("|") if length == 1 else sum(line.text.count("|") for line in lines[here : here + length])
        widest, total = max(widest, pipes), total + pipes
        if explodes(widest, here + 1 - at, total):
            break
        if here > at:
            edges = lines[above].text[0] + text[0], lines[above].text[-1] + text[-1]
            gap = 1 if "||" in edges or _is_spaced(page, at) else 0
            if lines[here].gap > gap or _leaves(page, at, text):
                break
            if above > at and is_separator(text) and not is_separator(lines[above].text) and lines[above].gap:
                return above  # which is the header of another table
        above = here
        here += length
    return here


#: Rows below the first that blank lines part.
_LEAST_SPACED = 2


def _is_spaced(page: Page, at: int) -> bool:
    """Whether a blank line stands between a header and the separator row under it, or between rows of as many cells,
    and so behind each row."""
    lines = page.lines
    under = lines[at + 1]
    if under.gap != 1:
        return False
    pipes = lines[at].text.count("|")
    alike = lines[at + 1 : at + 1 + _LEAST_SPACED]
    return is_separator(under.text) or (
        len(alike) == _LEAST_SPACED and all(line.gap == 1 and line.text.count("|") == pipes for line in alike)
    )


def _leaves(page: Page, first: int, text: str) -> bool:
    """Whether a line with pipes is no row of the table above it, all of whose rows begin and end with one: links in a
    row ("More: Ward 3 | Ward 4 | Map") often follow."""
    outer = page.lines[first].text
    return outer[0] == outer[-1] == "|" != text[0] and text[-1] != "|"


#: Lines that may follow the first of a row whose cells are broken over lines.
_BROKEN_ROW_LINES = 3


def _row_length(page: Page, at: int) -> int:
    """How many lines a row has: one, but where it is open at its end ("| Ward | first line") and a line soon after
    closes it ("last line | 5 |"), all up to that one."""
    lines = page.lines
    text = lines[at].text
    if text[0] != "|" or text[-1] == "|":
        return 1
    for count, line in enumerate(lines[at + 1 : at + 1 + _BROKEN_ROW_LINES], start=2):
        if line.gap or line.text.startswith("|"):
            return 1
        if line.text.endswith("|"):
            return count
    return 1


def _is_table(page: Page, at: int, end: int) -> bool:
    """Whether lines with pipes are rows: an outer pipe or a separator says so, else two rows of one width do."""
    lines = page.lines[at:end]
    if any(
        (line.text[0] == "|" and (line.text.count("|") > 1 or len(lines) > 1)) or is_separator(line.text)
        for line in lines
    ):
        return True
    if all(line.text[0] in BULLETS and line.text[1:2] == " " for line in lines):
        return False  # items, each with the name of a site behind it
    widths = [line.text.count("|") for line in lines]
    if all(line.text.endswith("|") for line in lines):
        return sum(width > 1 for width in widths) * 2 > len(widths)
    if _alike(widths) < _LEAST_BARE_ROWS or _is_signed(page, at, end):
        return False
    return len(lines) > _LEAST_BARE_ROWS or any(c.isdigit() for line in lines[1:] for c in line.text)


def _is_signed(page: Page, at: int, end: int) -> bool:
    """Whether lines with pipes are titles of pages, each with the name of its site behind: "Rain | The Paper"."""
    tails = {line.text.rpartition("|")[2].strip() for line in page.lines[at:end]}
    return len(tails) == 1 and end - at > 1 and not any(tail.isdigit() for tail in tails)


def _alike(widths: list[int]) -> int:
    """How many rows have the commonest width."""
    return max(Counter(widths).values(), default=0)


def _read_rows(page: Page, at: int, end: int) -> tuple[list[list[Wire]], bool, list[str | None]]:
    """The rows as cells, whether the first is the header, and the columns' alignment from a separator row."""
    doubled = is_doubled(page, at, end)
    rows: list[list[Wire]] = []
    header = False
    align: list[str | None] = []
    here = at
    while here < end:
        text, length = page.lines[here].text, _row_length(page, here)
        if is_separator(text):
            if len(rows) == 1 and not header:
                header = True
                align = [alignment(cell) for cell in text.strip("|").split("|")]
        elif text.strip("| "):
            rows.append(row_cells(page, here, here + length - 1, doubled))
        here += length
    return rows, header, align


def _empty(page: Page, at: int, end: int) -> tuple[Block, int]:
    """Pipes around nothing: layout that survived its page."""
    lines = page.lines
    text = " ".join(line.text for line in lines[at:end])
    return Block("furniture", text, lines[at].start, lines[end - 1].end, lines[at].gap, {"kind": "other"}), end


def tab_table(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of short cells parted by tabs, at least two of one width."""
    probe = _parted_end(page, at, "\t", _TAB_CELL, most=PROBED)
    if _alike([len(row) for row in _tab_rows(page, at, probe)]) < _LEAST_BARE_ROWS:
        return None
    end = _parted_end(page, at, "\t", _TAB_CELL)
    return table_block(page, at, end, _tab_rows(page, at, end)), end


def _tab_rows(page: Page, at: int, end: int) -> list[list[Wire]]:
    """The cells of rows parted by tabs. The tabs around a line are empty cells where the other rows have as many more,
    as in a blank corner; before all rows, before one that is wide enough, or where a label would move under figures,
    they indent."""
    lines = page.lines[at:end]
    rows = [cells_of(page.source[line.start : line.end].split("\t"), line.start) for line in lines]
    before = [_tabs_before(page, line) for line in lines]
    margin = min(before, default=0)
    width = max((len(row) for row, tabs in zip(rows, before, strict=True) if tabs == margin), default=0)
    heads = next((at for at, tabs in enumerate(before) if tabs == margin), 0) or 1
    figures = _columns_of_figures(
        [row for row, tabs in zip(rows[heads:], before[heads:], strict=True) if tabs == margin]
    )
    for number, (line, row, tabs) in enumerate(zip(lines, rows, before, strict=True)):
        shift = tabs - margin
        fits = number < heads or not any(
            column in figures and _is_label(cell["text"]) for column, cell in enumerate(row, shift)
        )
        if 0 < shift <= width - len(row) and fits:
            row[:0] = [_empty_cell(line.start) for _ in range(shift)]
        behind = min(_tabs_behind(page, line), width - len(row))
        row.extend(_empty_cell(line.end) for _ in range(behind))
    return rows


def _columns_of_figures(rows: list[list[Wire]]) -> set[int]:
    """The columns that rows fill with figures alone."""
    filled: dict[int, bool] = {}
    for row in rows:
        for column, cell in enumerate(row):
            if cell["text"]:
                filled[column] = filled.get(column, True) and has_digit(cell["text"])
    return {column for column, are in filled.items() if are}


def _is_label(text: str) -> bool:
    return not has_digit(text) and any(map(str.isalpha, text))


def _empty_cell(at: int) -> Wire:
    return {"text": "", "value": None, "start": at, "end": at}


def _tabs_before(page: Page, line: Line) -> int:
    if not line.indent:
        return 0
    start = line.start
    while start and page.source[start - 1] in _TAB_OR_SPACE:
        start -= 1
    return page.source.count("\t", start, line.start)


def _tabs_behind(page: Page, line: Line) -> int:
    end = line.end
    while end < len(page.source) and page.source[end] in _TAB_OR_SPACE:
        end += 1
    return page.source.count("\t", line.end, end)


def wide_pipe_table(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of short cells parted by the pipes of East Asia, as many in each. They part the title of a page from its
    site and the label of a link from its words too: two columns have figures in the second."""
    lines = page.lines
    count = lines[at].text.count(_WIDE_PIPE)
    if not count:
        return None
    below = lines[at + 1 : _parted_end(page, at, _WIDE_PIPE, _WIDE_CELL, count, most=PROBED)]
    if len(below) < _LEAST_BARE_ROWS - 1 or not any(has_digit(line.text) for line in below):
        return None
    if count == 1 and not all(has_digit(line.text.partition(_WIDE_PIPE)[2]) for line in below):
        return None
    end = _parted_end(page, at, _WIDE_PIPE, _WIDE_CELL, count)
    rows = [cells_of(page.source[line.start : line.end].split(_WIDE_PIPE), line.start) for line in lines[at:end]]
    for edge in (0, -1):  # outer pipes
        if len(rows[0]) > 1 and not any(row[edge]["text"] for row in rows):
            for row in rows:
                row.pop(edge)
    return table_block(page, at, end, rows), end


def _parted_end(page: Page, at: int, mark: str, longest: int, count: int | None = None, most: int | None = None) -> int:
    """Behind the last of the rows from `at` on whose cells, no one longer than `longest`, a mark parts: `count` times
    if that is given. A blank line may stand between rows, then between all of them. No more than `most` are looked
    at."""
    lines = page.lines
    gap = row_gap(page, at)
    widest = total = 0
    end = at
    stop = len(lines) if most is None else min(len(lines), at + most)
    while end < stop and (end == at or lines[end].gap == gap):
        cells = page.source[lines[end].start : lines[end].end].split(mark)
        marks = len(cells) - 1
        if not marks and mark == "\t" and _lacks_label(page, end):
            cells, marks = ["", *cells], 1
        if not marks or marks != (count or marks) or _is_item(lines[end].text, cells[0]):
            break
        widest, total = max(widest, marks), total + marks
        if max(map(len, cells)) > longest or explodes(widest, end + 1 - at, total):
            break
        end += 1
    return end


def _lacks_label(page: Page, at: int) -> bool:
    """Whether a line is a row of two cells the first of which is empty: behind a tab, right above such a row at the
    margin that has a figure. Any other line behind a tab is an indented one."""
    if not page.lines[at].indent or at + 1 == len(page.lines) or _tabs_before(page, page.lines[at]) != 1:
        return False
    below = page.lines[at + 1]
    is_row = below.gap == below.indent == 0 and page.source.count("\t", below.start, below.end) == 1
    return is_row and has_digit(below.text)


def _is_item(text: str, first: str) -> bool:
    """Whether a line with tabs is an item: behind a bullet, or with the tab right behind its number. "1. Name" is a
    first cell as well as any."""
    marker = marker_of(text)
    return marker is not None and (marker.number is None or first.strip() == marker.text)


def grid_table(page: Page, at: int) -> tuple[Block, int] | None:
    """A grid drawn with +---+, a row a line."""
    lines = page.lines
    if not _BORDER.fullmatch(lines[at].text):
        return None
    rows: list[list[Wire]] = []
    borders: list[int] = []  # how many rows stand above each
    double = False
    widest = total = 0
    here = at
    while here < len(lines) and (here == at or lines[here].gap == 0):
        text = lines[here].text
        if text[:1] == "|":
            pipes = text.count("|")
            widest, total = max(widest, pipes), total + pipes
            if explodes(widest, len(rows) + 1, total):
                break
            rows.append(row_cells(page, here, here, False))
        elif _BORDER.fullmatch(text) and borders[-1:] != [len(rows)]:
            borders.append(len(rows))
            double = double or (len(rows) == 1 and "=" in text)
        else:
            break
        here += 1
    if not any(cell["text"] for row in rows for cell in row):
        return None
    header = double or (borders[1:] == [1, len(rows)] and len(rows) > 1)
    return table_block(page, at, here, rows, header=header), here
