"""Markdown's escapes undone: what stands behind a backslash means itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import Block, Wire

__all__ = ["unescape_blocks"]

#: "Now \*live\*". Between backticks a backslash is one.
_CODE_OR_ESCAPE = re.compile(
    r"(?P<code> (?<! [\\`] ) (?P<ticks> `+ ) [^`\n]+ (?P=ticks) (?! ` ) ) | \\ (?P<mark> [!-/:-@\[-`{-~] )",
    re.VERBOSE,
)


#: The fields of blocks, items and cells that show what the text says.
_TEXTS = ("text", "label", "caption", "attribution")


def unescape_blocks(blocks: list[Block]) -> None:
    """Undo them in a text whose headings have Markdown's marks; in others a backslash is what it seems."""
    if not any(block.data.get("mark") == "#" for block in blocks):
        return
    for block in blocks:
        if "code" not in block.data:
            block.text = _unescaped(block.text)
            for record in _records(block.data):
                record.update({name: _unescaped(record[name]) for name in _TEXTS if record.get(name)})


def _records(data: Wire) -> Iterator[Wire]:
    yield data
    yield from data.get("items", ())
    for row in data.get("rows", ()):
        yield from row


def _unescaped(text: str) -> str:
    r"""
    >>> print(_unescaped(r"1\. \*Now\*: `\*` is a star, C:\dir\_a is none"))
    1. *Now*: `\*` is a star, C:\dir_a is none
    """
    return _CODE_OR_ESCAPE.sub(lambda found: found["code"] or found["mark"], text) if "\\" in text else text
