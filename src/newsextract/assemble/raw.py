"""Blocks without places laid out in the raw form of their article: the lines that `to_text` writes."""

from __future__ import annotations

from .. import dates
from ..text import Block, Wire
from .columns import has_header
from .layout import PLAIN_LEVEL, SEPARATORS

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
            gap = (
                "\n\n\n"
                if above is not None and above.kind == block.kind and block.kind in ("list", "table")
                else "\n\n"
            )
            chunks.append(gap)
            at += len(gap)
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
    level = block.data.get("level", PLAIN_LEVEL)
    return block.text if level == PLAIN_LEVEL else f"{'#' * level} {block.text}"


def _list(block: Block, at: int, language: str | None) -> str:
    lines = []
    for item in block.data["items"]:
        indent = "  " * item["depth"]
        line = f"{item['marker'] or '-'} {item['text']}"
        item["start"] = at + len(indent)
        at = item["end"] = item["start"] + len(line)
        at += 1
        lines.append(indent + line)
    return "\n".join(lines)


def _quote(block: Block, at: int, language: str | None) -> str:
    lines = "\n".join(f"> {line}" for line in block.text.split("\n"))
    return f"{lines}\n— {block.data['attribution']}" if block.data["attribution"] else lines


def _table(block: Block, at: int, language: str | None) -> str:
    data = block.data
    rows = data["rows"]
    if not data["header"] and len(rows) > 1:
        read = dates.reader(language).read

        def read_date(text: str, order: str | None) -> Wire | None:
            return read(text, None, order)

        data["header"] = has_header([[cell["text"] for cell in row] for row in rows], language, read_date)
    lines = [data["caption"]] if data["caption"] else []
    at += sum(len(line) + 1 for line in lines)
    for number, row in enumerate(rows):
        line = _row(row, at)
        lines.append(line)
        at += len(line) + 1
        if number == 0 and data["header"]:
            separator = f"| {' | '.join(SEPARATORS[align] for align in data['align'])} |"
            lines.append(separator)
            at += len(separator) + 1
    return "\n".join(lines)


def _row(row: list[Wire], at: int) -> str:
    """A row between outer pipes, as `layout.pipe_row` writes it; its cells are given their places."""
    parts = []
    at += 2
    for cell in row:
        part = cell["text"].replace("|", "\\|")
        cell["start"], cell["end"] = at, at + len(part)
        at += len(part) + 3
        parts.append(part)
    return f"| {' | '.join(parts)} |"


_CHUNKS = {"heading": _heading, "list": _list, "quote": _quote, "table": _table}
