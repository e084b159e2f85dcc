"""The records of an article as an outline: every part in reading order, with what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...assemble.raw import parts
from ...model import Article, Cell, Date, Furniture, Heading, Headline, ItemList, ListItem, Quantity, Quote, Table
from ...model.base import Record
from ..inline import DEEPEST, DatesByPlace, written_direction
from .marks import Mark, Marks
from .source import in_chunks, shown

__all__ = ["date_chip", "facts", "issues_panel", "outline"]

#: Characters of a paragraph that the outline repeats; its style shows three lines of them.
_MOST_TEXT = 600


def outline(article: Article, marks: Marks) -> str:
    """A list of the parts. A date stands behind the part, item or cell that it was found in."""
    dates = DatesByPlace(article)
    items = [
        f"{open_tag('div', marks.of(part), f'part k-{marks.of(part).kind}', dir=_side(part))}"
        f'<span class="kind">{shown(_kind(part, article))}</span><div>{_part(part, marks, dates)}</div></div>'
        for part in parts(article)
    ]
    return f'<div class="outline">{in_chunks(items)}</div>' if items else '<p class="none">There is nothing in it.</p>'


def facts(article: Article, marks: Marks) -> str:
    """What is known of the whole, its name aside."""
    rows: list[tuple[str, str]] = []
    if article.language:
        rows.append(("language", shown(article.language)))
    for name, date in (("published", article.published), ("modified", article.modified)):
        if date:
            rows.append((name, date_chip(date, marks.of(date))))
    if article.authors:
        rows.append(("authors", ", ".join(f"<bdi>{shown(author)}</bdi>" for author in article.authors)))
    if article.dateline:
        mark = marks.of(article.dateline)
        rows.append(("dateline", f"{open_tag('span', mark, 'k-dateline')}{shown(article.dateline.place)}</span>"))
    if article.url:
        rows.append(("url", f"<bdi>{shown(article.url)}</bdi>"))
    if not rows:
        return ""
    return f'<dl class="facts">{"".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)}</dl>'


def issues_panel(article: Article, marks: Marks) -> str:
    """What could not be read for certain."""
    if not article.issues:
        return '<p class="none">There are none: all of it could be read for certain.</p>'
    rows = (
        f"{open_tag('li', marks.of(issue), 'k-issue')}<code>{shown(issue.code)}</code> {shown(issue.message)}</li>"
        for issue in article.issues
    )
    return f'<ol class="issues">{"".join(rows)}</ol>'


def open_tag(name: str, mark: Mark, css: str, **attributes: str) -> str:
    """The start of the element that stands for a record, with what the line at the bottom says of it."""
    span = "" if mark.start is None else f"{mark.start}–{mark.end}"
    more = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return (
        f'<{name} class="{css}" data-n="{mark.number}" data-kind="{mark.kind}" data-path="{mark.path}"'
        f' data-span="{span}" data-note="{shown(mark.note)}"{more}>'
    )


def date_chip(date: Date, mark: Mark, show: Literal["text", "value", "both"] = "both") -> str:
    """A date: as it was written, what it means, or both where they differ."""
    text = f"<bdi>{shown(date.text)}</bdi>" if show == "text" or (show == "both" and date.text != date.value) else ""
    value = "" if show == "text" else f"<b>{shown(date.value or '?')}</b>"
    return f"{open_tag('span', mark, 'chip k-date')}{text}{' ' if text and value else ''}{value}</span>"


def _kind(part: Record, article: Article) -> str:
    if isinstance(part, Furniture):
        return part.kind
    if isinstance(part, Heading):
        headline = article.headline
        promoted = headline and headline.origin == "first_heading" and headline.start == part.start
        return f"h{part.level}, headline" if promoted else f"h{part.level}"
    if isinstance(part, ItemList):
        return "ordered list" if part.ordered else "list"
    return type(part).__name__.lower()


def _side(part: Record) -> str:
    if isinstance(part, ItemList):
        return written_direction(" ".join(item.text for item in part.items[:8]))
    if isinstance(part, Table):
        return written_direction(" ".join([*part.header, *(cell.text for row in part.rows[:4] for cell in row)]))
    return written_direction(getattr(part, "text", ""))


def _part(part: Record, marks: Marks, dates: DatesByPlace) -> str:
    match part:
        case Table():
            return _table(part, marks, dates)
        case ItemList():
            items = "".join(_item(item, marks, dates) for item in part.items)
            return f'<ol class="items">{items}</ol>'
        case Heading():
            level = min(part.level + 2, 6)
            text = f'<div class="text" role="heading" aria-level="{level}">{shown(part.text)}{_sure(part)}</div>'
        case Headline():
            text = f'<div class="text" role="heading" aria-level="3">{shown(part.text)}{_sure(part)}</div>'
        case Quote():
            by = f'<p class="by">— {shown(part.attribution)}</p>' if part.attribution else ""
            text = f'<p class="text">{shown(_begin(part.text))}</p>{by}'
        case _:
            text = f'<p class="text">{shown(_begin(getattr(part, "text", None) or ""))}</p>'
    return text + _chips(_dates_in(part, dates), marks)


def _item(item: ListItem, marks: Marks, dates: DatesByPlace) -> str:
    text = shown(item.text)
    label = shown(item.label or "")
    if label and text.startswith(label):
        text = f"<strong>{label}</strong>{text[len(label) :]}"
    marker = shown(item.marker) or "·"
    depth = min(item.depth, DEEPEST)
    return (
        f"{open_tag('li', marks.of(item), 'k-item', style=f'--depth:{depth}')}"
        f'<span class="marker">{marker}</span><div>{text}{_chips(_dates_in(item, dates), marks)}</div></li>'
    )


def _table(table: Table, marks: Marks, dates: DatesByPlace) -> str:
    caption = f"<caption>{shown(table.caption)}</caption>" if table.caption else ""
    css = [f"is-{column.align or ('start' if column.kind in ('text', 'date') else 'end')}" for column in table.columns]
    heads = "".join(
        f'<th scope="col" class="{side}">{shown(column.name)}<small>{column.kind}</small></th>'
        for column, side in zip(table.columns, css, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(_cell(cell, side, marks, dates) for cell, side in zip(row, css, strict=True))}</tr>"
        for row in table.rows
    )
    grid = f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    # Dates in the header, which has no cells, stand below.
    cells = {id(date) for row in table.rows for cell in row for date in _dates_in(cell, dates)}
    others = [date for date in _dates_in(table, dates) if id(date) not in cells]
    # A region that scrolls must be reachable by keyboard.
    return f'<div class="scroll" role="group" aria-label="table" tabindex="0">{grid}</div>{_chips(others, marks)}'


def _cell(cell: Cell, side: str, marks: Marks, dates: DatesByPlace) -> str:
    value = ""
    found = _dates_in(cell, dates)
    if isinstance(cell.value, Quantity):
        unit = f" {shown(cell.value.unit)}" if cell.value.unit else ""
        meaning = f"{cell.value.number:f}{unit}"
        value = f"<small>{meaning}</small>" if meaning != shown(cell.text) else ""
    elif isinstance(cell.value, Date) and not found:
        value = f"<small>{shown(cell.value.value or '?')}</small>"
    chips = "".join(date_chip(date, marks.of(date), "value" if date.text == cell.text else "both") for date in found)
    return f"{open_tag('td', marks.of(cell), f'k-cell {side}')}{shown(cell.text)}{value}{chips}</td>"


def _dates_in(record: Record, dates: DatesByPlace) -> tuple[Date, ...]:
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    return () if start is None or end is None else dates.within(start, end)


def _chips(dates: Sequence[Date], marks: Marks) -> str:
    return f'<p class="chips">{"".join(date_chip(date, marks.of(date)) for date in dates)}</p>' if dates else ""


def _sure(part: Heading | Headline) -> str:
    if part.confidence is None:
        return ""
    return f' <small class="sure" title="confidence">{part.confidence:.2f}</small>'


def _begin(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"
