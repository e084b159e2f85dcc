"""Blocks without places laid out in the raw form of their article: the lines that `to_text` writes."""

from __future__ import annotations

from ..model.article import PLAIN_LEVEL
from ..text import Block, Wire
from .cell_dates import CellDates
from .columns import has_header
from .layout import gap, heading_line, marked_item, placed_row, quote_lines, separator_row

__all__ = ["lay_out"]


def lay_out(blocks: list[Block], language: str | None, title: str | None) -> str:
    """Give each block, item and cell its place, and answer the text that they lie in, which `to_text` of the article
    gives back. `title` is a headline that stands nowhere among them; it comes first."""
    chunks: list[str] = []
    at = 0
    above: Block | None = None
    if title:
        chunks.append(title)
        at = len(title)
    for block in blocks:
        if chunks:
            parted = gap(above is not None and above.kind == block.kind and block.kind in ("list", "table"))
            chunks.append(parted)
            at += len(parted)
        block.start = at
        chunk = _CHUNKS.get(block.kind, _text)(block, at, language)
        chunks.append(chunk)
        at += len(chunk)
        block.end = at
        above = block
    return "".join([*chunks, "\n"]) if chunks else ""


def _text(block: Block, at: int, language: str | None) -> str:
    return block.text


def _heading(block: Block, at: int, language: str | None) -> str:
    return heading_line(block.text, block.data.get("level", PLAIN_LEVEL))


def _list(block: Block, at: int, language: str | None) -> str:
    lines = []
    for item in block.data["items"]:
        item["marker"] = item["marker"] or "-"  # lines of a page's plain text may have lost theirs
        indent, line = marked_item(item["depth"], item["marker"], item["text"])
        item["start"] = at + len(indent)
        at = item["end"] = item["start"] + len(line)
        at += 1
        lines.append(indent + line)
    return "\n".join(lines)


def _quote(block: Block, at: int, language: str | None) -> str:
    return quote_lines(block.text, block.data.get("attribution"))


def _table(block: Block, at: int, language: str | None) -> str:
    data = block.data
    rows = data["rows"]
    if not data["header"] and not data.get("headless") and len(rows) > 1:
        read_date = CellDates(language, None).under("")
        data["header"] = has_header([[cell["text"] for cell in row] for row in rows], language, read_date)
    lines = [data["caption"]] if data["caption"] else []
    at += sum(len(line) + 1 for line in lines)
    for number, row in enumerate(rows):
        line = _row(row, at)
        lines.append(line)
        at += len(line) + 1
        if number == 0 and data["header"]:
            separator = separator_row(data["align"])
            lines.append(separator)
            at += len(separator) + 1
    return "\n".join(lines)


def _row(row: list[Wire], at: int) -> str:
    """A row between outer pipes; its cells are given their places in it, which starts at an offset."""
    line, places = placed_row(cell["text"] for cell in row)
    for cell, (start, end) in zip(row, places, strict=True):
        cell["start"], cell["end"] = at + start, at + end
    return line


_CHUNKS = {"heading": _heading, "list": _list, "quote": _quote, "table": _table}
