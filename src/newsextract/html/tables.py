"""Tables of a page as grids; those that only lay out the page are told from them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile

from ..text import Block, Wire, text_key
from ..text.rules.rows import widest
from .nodes import ALL_BOLD, FREE_ROLES, Node, Run, around, kept, line_of_runs
from .tree import text_of

__all__ = ["caption_of", "columns_of_lists", "is_data", "loose_parts", "table", "table_of_roles"]

_CELLS = ("td", "th")
#: Rows and cells in these are none of the table around them.
_CLOSED = frozenset((*_CELLS, "table", "caption"))
_CELL_ROLES = ("cell", "gridcell", "columnheader", "rowheader")
#: Kinds of the parts that an article's table lies in.
_OURS = ("", "body", "meta")
#: A larger table of roles is a part of the page.
_LARGEST_OF_ROLES = 20_000
#: Cells of a data table are short. A block that holds so much is a part of the page.
_LONGEST_CELL = 1_500
_LEAST_ROWS = 2
_LEAST_ITEMS = 2
#: Rows of names.
_MOST_HEADS = 3
#: By the standard; more is an error or an attack.
_WIDEST_SPAN = 1_000
_TALLEST_SPAN = 65_534
#: How much larger than its cells a grid may be made by spans.
_SPREAD = 16
_SPREAD_FREE = 10_000


def is_data(node: Node) -> bool:
    """Whether a table holds data: at least two rows of two cells, none of which holds a part of the page."""
    if "@presentation" in node.hints or "@none" in node.hints:
        return False
    wide = 0
    for row, _ in _rows(node):
        cells = _cells(row)
        wide += len(cells) > 1
        for cell in cells:
            if cell.size > _LONGEST_CELL or _holds_page(cell):
                return False
    return wide >= _LEAST_ROWS


def _holds_page(cell: Node) -> bool:
    return any(node.tag in ("table", "h1", "article", "section", "form") for node in cell.nodes())


def columns_of_lists(node: Node) -> list[list[Node]] | None:
    """The cells of a table by columns, where most of those under its first row are lists rather than values: what is
    for something and what is against it, side by side."""
    rows = [_cells(row) for row, _ in _rows(node)]
    items = [_count_items(cell) for row in rows[1:] for cell in row if cell.size]
    if 2 * sum(count > 0 for count in items) <= len(items) or max(items, default=0) < _LEAST_ITEMS:
        return None
    columns: list[list[Node]] = [[] for _ in range(max(map(len, rows)))]
    for row in rows:
        for column, cell in zip(columns, row, strict=False):
            column.append(cell)
    return columns


def _count_items(cell: Node) -> int:
    return sum(inner.tag == "li" and bool(kept(inner)) for inner in cell.nodes())


def table(node: Node) -> Block | None:
    """The block of a table, None where it has no text."""
    grid, heads, names = _grid(node)
    grid, heads, names = _without_blanks(grid, heads, names)
    if not grid:
        return None
    width = max(map(len, grid))
    above = caption_of(node)
    caption = _text(above) if above else ""
    titles = [at for at, row in enumerate(grid) if _is_title(row, names[at], width)]
    naming = [at for at in titles if at + 1 < len(grid) and at + 1 not in titles]  # the last row may be a source
    if naming[:1] == [0] and naming[1:] and not any(heads[1:]):
        heads[0] = False  # each names the rows below it
    elif not caption and len(grid) > _LEAST_ROWS and titles[:1] == [0]:
        caption = grid[0][0]
        grid, heads, names = grid[1:], heads[1:], names[1:]
    width = min(width, widest(len(grid), sum(len(row) - row.count("") for row in grid)))
    for row in (*grid, *names):
        if len(row) > width:  # an attack, or none that reads as a table
            row[width - 1 :] = [" ".join(filter(None, row[width - 1 :]))]
    short = [len(row) < width for row in grid]
    for row in grid:
        row.extend([""] * (width - len(row)))
    header = 0
    while header < len(grid) - 1 and heads[header]:
        header += 1
    rows = grid
    if header > 1:
        rows = [[_joined([row[i] for row in names[:header] if i < len(row)]) for i in range(width)], *grid[header:]]
        short = short[header:]
    return _block(rows, header=header > 0, caption=caption or None, ragged=sum(short), headless=_is_of_facts(node))


def _block(
    rows: list[list[str]], *, header: bool, caption: str | None = None, ragged: int = 0, headless: bool = False
) -> Block:
    """The block of a table with these rows, all of one width; `ragged` is how many of them were shorter."""
    data = {
        "rows": [[_cell(text) for text in row] for row in rows],
        "header": header,
        "align": [None] * len(rows[0]),
        "caption": caption,
        "ragged": ragged,
        "guessed": False,
        "headless": headless,
    }
    return Block("table", "", 0, 0, 0, data)


def table_of_roles(node: Node) -> Block | None:
    """The block of a table that is one by the roles of its elements alone, as those read it to whom the page is read;
    None for another, or where text in it stands in no cell. Its cells are short, and by themselves nobody's: among
    the article's paragraphs it is the article's, but for what is named for something else."""
    if "@table" not in node.hints or node.size > _LARGEST_OF_ROLES or any(run.role for run in node.runs()):
        return None
    if not kept(node) and (2 * node.linked > node.size or any(above.kind not in _OURS for above in around(node))):
        return None
    rows: list[list[str]] = []
    header = False
    for row in node.element.iter():
        if row.get("role") == "row":
            cells = [cell for cell in row.iter() if cell.get("role") in _CELL_ROLES]
            header = header or (not rows and all(cell.get("role") == "columnheader" for cell in cells))
            rows.append([text_of(cell) for cell in cells])
    width = max(map(len, rows), default=0)
    if width < _LEAST_ROWS or len(rows) < _LEAST_ROWS or width != min(map(len, rows)):
        return None
    if text_key("".join(chain.from_iterable(rows))) != text_key("".join(run.text for run in node.runs())):
        return None
    return _block(rows, header=header)


def _is_of_facts(node: Node) -> bool:
    """Whether each row is a name and what is said of it: the first of them names no columns."""
    rows = [[cell.tag for cell in _cells(row)] for row, _ in _rows(node)]
    return all(row == ["th", "td"] for row in rows if len(row) > 1)


def _joined(texts: list[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, texts)))


def _cell(text: str) -> Wire:
    return {"text": text, "value": None, "start": 0, "end": 0}


def _rows(node: Node) -> Iterator[tuple[Node, bool]]:
    """The rows of a table, without those of tables in it, and whether each stands in its head. Forms and elements of a
    page's own may stand around them, as around the cells of a row."""
    todo: list[tuple[Node | Run, bool]] = [(kid, False) for kid in reversed(node.kids)]
    while todo:
        part, in_head = todo.pop()
        if not isinstance(part, Node):
            continue
        if part.tag == "tr":
            yield part, in_head
        elif part.tag not in _CLOSED:
            in_head = in_head or part.tag == "thead"
            todo.extend((kid, in_head) for kid in reversed(part.kids))


def _cells(row: Node) -> list[Node]:
    """The cells of a row."""
    cells: list[Node] = []
    todo = row.kids[::-1]
    while todo:
        part = todo.pop()
        if isinstance(part, Node):
            if part.tag in _CELLS:
                cells.append(part)
            elif part.tag not in _CLOSED:
                todo.extend(reversed(part.kids))
    return cells


def _grid(node: Node) -> tuple[list[list[str]], list[bool], list[list[str]]]:
    """The texts of the cells, each where it stands, and which rows are heads. A cell that spans several columns or
    rows has its text in the first of them; the third answer has it in each of the columns. One cell over a whole
    row below others is the name of the rows below it, and no head."""
    grid: list[list[str]] = []
    names: list[list[str]] = []
    heads: list[bool] = []
    labels: list[bool] = []
    below: dict[int, int] = {}  # by column: the row at which a cell above no longer fills it
    room = _SPREAD_FREE
    width = 0  # of the widest row above that has several cells
    for number, (row, in_head) in enumerate(_rows(node)):
        texts: list[str] = []
        repeated: list[str] = []
        at = 0
        cells = _cells(row)
        room += _SPREAD * len(cells)
        for cell in cells:
            while room > 0 and below.get(len(texts), 0) > number:
                room -= 1
                texts.append("")
                repeated.append("")
            wide = _span(cell, "colspan", _WIDEST_SPAN)
            tall = _span(cell, "rowspan", _TALLEST_SPAN)
            at = len(texts)
            wide = wide if wide <= room else 1
            room -= wide
            texts.append(_text(cell))
            repeated.extend(texts[-1:] * wide)
            texts.extend([""] * (wide - 1))
            if tall > 1:
                below.update(dict.fromkeys(range(at, at + wide), number + tall))
        while room > 0 and below.get(len(texts), 0) > number:
            room -= 1
            texts.append("")
        grid.append(texts)
        names.append(repeated)
        is_group = len(cells) == 1 and at == 0 and 1 < width <= len(repeated)
        heads.append(in_head or (bool(cells) and all(cell.tag == "th" for cell in cells) and not is_group))
        if len(cells) > 1:
            width = max(width, len(texts))
        labels.append(_is_labels(cells, is_first=not grid[1:]))
    first = next((at for at, label in enumerate(labels) if not label), len(labels))
    if first <= _MOST_HEADS and first < len(labels):  # what is bold all the way names nothing
        heads = [head or at < first for at, head in enumerate(heads)]
    return grid, heads, names


def _is_labels(cells: list[Node], is_first: bool) -> bool:
    """Whether a row of plain cells has the names of columns in it: all of them are bold, or stand over several columns.
    At its beginning a row may have the units in brackets. One bold cell at the beginning is the name of the rows
    below, but in the first row, where it may be that of the table."""
    named = [cell for cell in cells if cell.size]
    if len(named) == 1 and named[0] is cells[0] and not is_first:
        return False
    if len(named) > 1 and named[0] is cells[0] and line_of_runs(named[0].runs())[0] in "(（":
        named = named[1:]
    return bool(named) and all(cell.tag == "th" or _is_bold(cell) or _is_over_several(cell, cells) for cell in named)


def _is_over_several(cell: Node, cells: list[Node]) -> bool:
    return len(cells) > 1 and _span(cell, "colspan", _WIDEST_SPAN) > 1


def _is_bold(cell: Node) -> bool:
    return sum(run.bold for run in cell.runs()) >= ALL_BOLD * cell.size


def _span(cell: Node, name: str, most: int) -> int:
    written = str(cell.element.get(name) or "1").strip()
    if not (written.isascii() and written.isdigit()):
        return 1
    return min(max(int(written[:6]), 1), most)


def _without_blanks(
    grid: list[list[str]], heads: list[bool], names: list[list[str]]
) -> tuple[list[list[str]], list[bool], list[list[str]]]:
    """Without rows and columns that say nothing."""
    kept = [i for i, row in enumerate(grid) if any(row)]
    filled = {column for i in kept for column, text in enumerate(grid[i]) if text}

    def filled_of(rows: list[list[str]]) -> list[list[str]]:
        return [[text for column, text in enumerate(rows[i]) if column in filled] for i in kept]

    return filled_of(grid), [heads[i] for i in kept], filled_of(names)


def _is_title(row: list[str], repeated: list[str], width: int) -> bool:
    """Whether a row is one cell over all columns: what it says is said of the whole table."""
    return width > 1 and len(repeated) == width and len(set(repeated)) == 1 and not any(row[1:])


def loose_parts(node: Node) -> tuple[list[Node | Run], list[Node | Run]]:
    """What of a table stands in no cell and is not its caption: what comes before the first cell, and what behind it.
    The parser leaves text where it stands, though browsers show it above the table."""
    cells = [cell for row, _ in _rows(node) for cell in _cells(row)]
    taken = {*cells, caption_of(node)}
    holding = {above for cell in cells for above in takewhile(lambda above: above is not node, around(cell.parent))}
    before: list[Node | Run] = []
    behind: list[Node | Run] = []
    first = cells[0].first
    todo = node.kids[::-1]
    while todo:
        part = todo.pop()
        if isinstance(part, Node) and part in holding:
            todo.extend(reversed(part.kids))
        elif part not in taken:
            at = part.place if isinstance(part, Run) else part.first
            (before if at < first else behind).append(part)
    return before, behind


def caption_of(node: Node) -> Node | None:
    return next((kid for kid in node.kids if isinstance(kid, Node) and kid.tag == "caption"), None)


def _text(node: Node) -> str:
    """What a cell or caption says on one line, without what was taken from it for the head or a quote."""
    return line_of_runs(run for run in node.runs() if run.role in FREE_ROLES)
