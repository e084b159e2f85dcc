"""Tables in every dialect of dumps: rows with pipes, cells parted by tabs, a cell a line."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from .blocks import Block, Page, Wire
from .lines import clean
from .lists import marker_of

__all__ = ["cell_a_line", "pipe_table", "tab_table"]

#: |---|:-:|, ---|---|, with at least one pipe and one dash.
_SEPARATOR = re.compile(r"[|:\-\s–—+]+")
_PIPE = re.compile(r"\\.|\|", re.DOTALL)
#: "Table 2: Visits by ward", in the languages of the fixtures.
_CAPTION = re.compile(
    r"(?:table|tabelle|tab\.|tableau|tabla|tabela|tabella|tabel|таблица|таблиця|جدول|表格?|図表|चार्ट)"
    r"\s*(?:\d{1,3}|[IVX]{1,5})?\s*[:：.–—-]\s*\S|表\s*\d{1,3}\s*\S",
    re.IGNORECASE,
)
#: A caption is a line, not a paragraph that begins with the word.
_CAPTION_LENGTH = 200
#: How much larger padding may make a table: beyond, its rows are not rows of one table and it is cut where widths
#: change.
PADDING = 16
PADDING_FREE = 1000
#: A row without outer pipes may be prose ("Reuters | Paris"), so it needs a second one of its width.
_LEAST_BARE_ROWS = 2
#: Rows that tell whether lines with pipes are a table. It is asked again for the next line where they are not, so a
#: longer look would take quadratic time.
_PROBED = 64
#: Cells parted by tabs are short; a tab in running text is only a space.
_TAB_CELL = 120
#: Cells on lines of their own: from how many on it is a table, and how wide it may be guessed to be.
_LEAST_CELL_LINES = 4
_WIDEST_GUESS = 8


def pipe_table(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of cells parted by pipes, with or without outer pipes, separator row and caption line."""
    lines = page.lines
    first = at
    if "|" not in lines[at].text:
        if at + 1 >= len(lines) or "|" not in lines[at + 1].text or not is_caption(lines[at].text):
            return None
        first = at + 1
    probe = _rows_end(page, first, _PROBED)
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
    return _block(page, at, end, rows, header=header, align=align, caption=caption), end


def is_caption(text: str) -> bool:
    return len(text) <= _CAPTION_LENGTH and _CAPTION.match(text) is not None


def _rows_end(page: Page, at: int, most: int | None = None) -> int:
    """Behind the last line of the rows that begin at `at`, of which no more than `most` are looked at."""
    lines = page.lines
    here = at
    widest = total = 0
    stop = len(lines) if most is None else min(len(lines), at + most)
    while here < stop:
        text = lines[here].text
        if "|" in text:
            pipes = text.count("|")
            widest, total = max(widest, pipes), total + pipes
            if _explodes(widest, here + 1 - at, total):
                break
            if here > at and lines[here].gap > (1 if text[0] == "|" and lines[here - 1].text[:1] == "|" else 0):
                break
            if here > at and _leaves(page, at, text):
                break
            if here > at + 1 and is_separator(text) and not is_separator(lines[here - 1].text) and lines[here - 1].gap:
                here -= 1  # the row above is the header of another table
                break
            here += 1
        elif _closes_row(page, here, at):
            here += 1
        else:
            break
    return here


def _leaves(page: Page, first: int, text: str) -> bool:
    """Whether a line with pipes is no row of the table above it, all of whose rows begin and end with one: links in a
    row ("More: Ward 3 | Ward 4 | Map") often follow."""
    outer = page.lines[first].text
    return outer[0] == outer[-1] == "|" != text[0] and text[-1] != "|"


#: Lines that a cell may be broken over before its row's closing pipe.
_BROKEN_CELL_LINES = 3


def _closes_row(page: Page, here: int, first: int) -> bool:
    """Whether line `here`, which has no pipe, lies inside a cell of the row above: that row is open at its end
    ("| Ward | first line") and a line soon after closes it ("last line | 5 |")."""
    lines = page.lines
    above = lines[here - 1].text if here > first else ""
    if lines[here].gap or not above.startswith("|") or above.endswith("|"):
        return False
    for line in lines[here + 1 : here + 1 + _BROKEN_CELL_LINES]:
        if line.gap or line.text.startswith("|"):
            return False
        if "|" in line.text:
            return line.text.endswith("|")
    return False


def is_separator(text: str) -> bool:
    return "-" in text and "|" in text and _SEPARATOR.fullmatch(text) is not None


def _is_table(page: Page, at: int, end: int) -> bool:
    """Whether lines with pipes are rows: an outer pipe or a separator says so, else two rows of one width do."""
    lines = page.lines[at:end]
    if any(
        (line.text[0] == "|" and (line.text.count("|") > 1 or len(lines) > 1)) or is_separator(line.text)
        for line in lines
    ):
        return True
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
    doubled = _is_doubled(page, at, end)
    rows: list[list[Wire]] = []
    header = False
    align: list[str | None] = []
    here = at
    while here < end:
        text = page.lines[here].text
        last = here
        while last + 1 < end and "|" not in page.lines[last + 1].text:
            last += 1  # a cell broken over lines, up to the line that closes its row
        if last > here and last + 1 < end:
            last += 1
        if is_separator(text):
            if len(rows) == 1 and not header:
                header = True
                align = [_alignment(cell) for cell in text.strip("|").split("|")]
        elif text.strip("| "):
            rows.append(_cells(page, here, last, doubled))
        here = last + 1
    return rows, header, align


def _alignment(cell: str) -> str | None:
    cell = cell.strip()
    left, right = cell.startswith(":"), cell.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else None


def _is_doubled(page: Page, at: int, end: int) -> bool:
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


def _cells(page: Page, first: int, last: int, doubled: bool) -> list[Wire]:
    """The cells of a row that stands on lines `first` to `last`, outer pipes left out."""
    line = page.lines[first]
    at = line.start
    raw = page.source[at : page.lines[last].end]
    # A line that was clean as written has clean cells.
    is_clean = raw == line.text
    parts = _split_unescaped(raw) if "\\" in raw else raw.split("|")
    if len(parts) > 1 and (doubled or not parts[0].strip()):
        at += len(parts.pop(0)) + 1
    if len(parts) > 1 and (doubled or not parts[-1].strip()):
        parts.pop()
    cells = _cells_of(parts, at, is_clean)
    return cells[::2] if doubled else cells


def _split_unescaped(raw: str) -> list[str]:
    r"""
    >>> _split_unescaped(r"a \| b | c")
    ['a \\| b ', ' c']
    """
    cuts = [-1, *(match.start() for match in _PIPE.finditer(raw) if match[0] == "|"), len(raw)]
    return [raw[left + 1 : right] for left, right in pairwise(cuts)]


def _cells_of(parts: list[str], at: int, is_clean: bool = False) -> list[Wire]:
    """Parts of a row as cells: the first begins at offset `at`, one character stands between two."""
    cells: list[Wire] = []
    for part in parts:
        body = part.strip()
        if body:
            start = at + part.index(body[0])
            end = start + len(body)
            if "\\" in body:
                body = body.replace("\\|", "|")
            text = body if is_clean else clean(body)
        else:
            start = end = at + 1 if part else at
            text = ""
        cells.append({"text": text, "value": None, "start": start, "end": end})
        at += len(part) + 1
    return cells


def _block(
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


def _empty(page: Page, at: int, end: int) -> tuple[Block, int]:
    """Pipes around nothing: layout that survived its page."""
    lines = page.lines
    text = " ".join(line.text for line in lines[at:end])
    return Block("furniture", text, lines[at].start, lines[end - 1].end, lines[at].gap, {"kind": "other"}), end


def tab_table(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of short cells parted by tabs, at least two of one width."""
    lines = page.lines
    end = at
    widths: list[int] = []
    widest = total = 0
    while end < len(lines) and (end == at or lines[end].gap == 0):
        raw = page.source[lines[end].start : lines[end].end]
        count = raw.count("\t")
        if not count or marker_of(lines[end].text) is not None or max(map(len, raw.split("\t"))) > _TAB_CELL:
            break
        widest, total = max(widest, count), total + count
        if _explodes(widest, end + 1 - at, total):
            break
        widths.append(count)
        end += 1
    if _alike(widths) < _LEAST_BARE_ROWS:
        return None
    rows = [_cells_of(page.source[line.start : line.end].split("\t"), line.start) for line in lines[at:end]]
    return _block(page, at, end, rows), end


def _explodes(widest: int, rows: int, cells: int) -> bool:
    """Whether padding all rows to the widest would make the table far larger than it is written."""
    return widest * rows > PADDING * cells + PADDING_FREE


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
    cells = [cell for line in lines[at:end] for cell in _cells_of([page.source[line.start : line.end - 1]], line.start)]
    width, sure = guess_width([cell["text"] for cell in cells])
    rows = [cells[i : i + width] for i in range(0, len(cells), width)]
    return _block(page, at, end, rows, guessed=not sure), end


def guess_width(cells: list[str]) -> tuple[int, bool]:
    """How many columns a run of cells had, and whether the cells show it: in the right width, cells with digits stand
    below each other.

    >>> guess_width(["Name", "Age", "Ann", "31", "Bo", "29"])
    (2, True)
    """
    amounts = [bool(cell) and sum(c.isdigit() for c in cell) * 2 >= len(cell) for cell in cells]
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
