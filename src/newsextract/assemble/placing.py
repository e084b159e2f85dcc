"""Blocks without places laid out in the raw form of their article: the lines that `to_text` writes."""

from __future__ import annotations

from ..model.article import PLAIN_LEVEL
from ..text import Block
from .cell_dates import CellDates
from .columns import has_header
from .raw import gap, heading_line, marked_item, placed, placed_lines, quote_lines, separator_row

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
    items = block.data["items"]
    for item in items:
        item["marker"] = item["marker"] or "-"  # lines of a page's plain text may have lost theirs
    lines = list(placed((marked_item(item["depth"], item["marker"], item["text"]) for item in items), at))
    for item, (_, place) in zip(items, lines, strict=True):
        item["start"], item["end"] = place
    return "\n".join(line for line, _ in lines)


def _quote(block: Block, at: int, language: str | None) -> str:
    return quote_lines(block.text, block.data.get("attribution"))


def _table(block: Block, at: int, language: str | None) -> str:
    data = block.data
    rows = data["rows"]
    if not data["header"] and not data.get("headless") and len(rows) > 1:
        read_date = CellDates(language, None).under("")
        data["header"] = has_header([[cell["text"] for cell in row] for row in rows], language, read_date)
    cells = [[cell["text"] for cell in row] for row in rows]
    above = [data["caption"]] if data["caption"] else []
    if data["header"]:
        above += [cells.pop(0), separator_row(data["align"])]
    lines = list(placed_lines([*above, *cells], at))
    for row, places in zip(rows, (places for _, places in lines if places), strict=True):
        for cell, place in zip(row, places, strict=True):
            cell["start"], cell["end"] = place
    return "\n".join(line for line, _ in lines)


_CHUNKS = {"heading": _heading, "list": _list, "quote": _quote, "table": _table}
