"""An article for a terminal: its structure in colours, tables drawn, dates with their values."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from ..assemble.raw import parts
from ..model import Article, Byline, Furniture, Heading, Headline, ItemList, Paragraph, Quote, Standfirst, Table
from ..model.base import Record
from .inline import DEEPEST, DatesByPlace, printable

__all__ = ["rule", "terminal_view"]

_DATE = "underline"
_VALUE = "dim cyan"
_INDENT = 2


def terminal_view(article: Article) -> Iterator[RenderableType]:
    """What `rich` draws: all parts in reading order, furniture dimmed, then what could not be read for certain."""
    dates = DatesByPlace(article)
    for part in parts(article):
        yield _part(part, dates)
        yield ""
    for issue in article.issues:
        yield _text(f"{issue.code}: {issue.message}", "yellow")


def _part(part: Record, dates: DatesByPlace) -> RenderableType:
    match part:
        case Headline():
            return _dated(dates, part.text, part.start, part.end, "bold white on blue")
        case Standfirst():
            return _dated(dates, part.text, part.start, part.end, "italic")
        case Byline():
            return _dated(dates, part.text, part.start, part.end, "magenta")
        case Heading():
            return Text.assemble(
                ("#" * part.level + " ", "dim"), _dated(dates, part.text, part.start, part.end, "bold blue")
            )
        case Paragraph():
            return _dated(dates, part.text, part.start, part.end)
        case ItemList():
            return _list(part, dates)
        case Table():
            return _table(part, dates)
        case Quote():
            quote = _dated(dates, part.text, part.start, part.end, "italic")
            if part.attribution:
                quote.append_text(_text(f"\n— {part.attribution}", "magenta"))
            return Padding(quote, (0, 0, 0, 2 * _INDENT))
        case Furniture():
            return Text.assemble((f"{part.kind}: ", "dim"), _dated(dates, part.text, part.start, part.end, "dim"))
    raise TypeError(f"no view of {type(part).__name__}")  # the parts of an article are these


def _list(block: ItemList, dates: DatesByPlace) -> RenderableType:
    return Group(*(_item_lines(block, dates)))


def _item_lines(block: ItemList, dates: DatesByPlace) -> Iterator[RenderableType]:
    for item in block.items:
        marker = item.marker if item.ordered and item.marker else "•"
        row = Grid.grid(padding=(0, 1, 0, 0))
        row.add_column(no_wrap=True)
        row.add_column()
        text = _dated(dates, item.text, item.start, item.end)
        if item.label and text.plain.startswith(printable(item.label)):
            text.stylize("bold green", 0, len(item.label))
        row.add_row(_text(marker, "green"), text)
        yield Padding(row, (0, 0, 0, _INDENT * (1 + min(item.depth, DEEPEST))))


def _table(table: Table, dates: DatesByPlace) -> RenderableType:
    grid = Grid(
        box=box.ROUNDED,
        title=_text(table.caption or "", "italic") if table.caption else None,
        title_justify="left",
        show_header=any(table.header),
        header_style="bold",
        border_style="dim",
    )
    for column in table.columns:
        right = column.kind in ("number", "percent", "money")
        grid.add_column(_text(column.name), justify=column.align or ("right" if right else "left"), overflow="fold")
    for row in table.rows:
        grid.add_row(*(_dated(dates, cell.text, cell.start, cell.end) for cell in row))
    return grid


def _dated(dates: DatesByPlace, text: str, start: int | None, end: int | None, style: str = "") -> Text:
    """A text with its dates underlined, each followed by its value where that says more than the date itself."""
    found = Text(style=style)
    for piece, date in dates.pieces(text, start, end):
        found.append(printable(piece), _DATE if date else "")
        if date and date.value and date.value != date.text:
            found.append(f" [{date.value}]", _VALUE)
    return found


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)


def rule(name: str) -> RenderableType:
    """A line that names the article below it."""
    return Rule(_text(name), align="left", style="dim")
