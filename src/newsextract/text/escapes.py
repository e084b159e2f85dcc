"""Markdown's escapes, undone and set: what stands behind a backslash means itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import Block, Wire

__all__ = ["escaped", "unescape_blocks"]

#: Between backticks a backslash is itself. Elsewhere those count that writers of Markdown set: before what would be
#: emphasis, code, a tag, a row's pipe or a link ("\*live\*"), and at the beginning of a line before what would be a
#: heading, an item or a quotation ("1\. April"). Any other is one of a path or formula: "\(x\)", "C:\[old]".
_CODE_OR_ESCAPE = re.compile(
    r"""
      (?P<code> (?<! [\\`] ) (?P<ticks> `++ ) (?: (?! (?P=ticks) ) [^\n] )+? (?P=ticks) (?! ` ) )
    | \\ (?P<mark> [*_~`<|] | \] (?= \( ) | & (?= [#A-Za-z] ) )
    | ^ \\ (?P<first> [-#>+\[] )
    | ^ (?P<number> \d{1,9} ) \\ (?= [.)] )
    """,
    re.VERBOSE | re.MULTILINE,
)
#: In a marked heading every mark may have one.
_ANY_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
#: Where a line would have a mark as its first character, or behind the number that it begins with.
_MARK = re.compile(r"(?=[#>]|[-+*](?:\s|\*|$)|__)|\d{1,9}(?=[.)](?:\s|$))")
#: A backslash that would be taken for an escape.
_BACKSLASH = re.compile(r"\\(?=[*_~`<|])")
#: The fields of blocks, items and cells that show what the text says.
_TEXTS = ("text", "label", "caption", "attribution")


def unescape_blocks(blocks: list[Block]) -> None:
    """Undo them in a text whose headings have Markdown's marks; in others a backslash is what it seems."""
    if not any(block.data.get("mark") == "#" for block in blocks):
        return
    for block in blocks:
        if "code" not in block.data:
            marked = block.data.get("mark") == "#"
            block.text = _ANY_ESCAPE.sub(r"\1", block.text) if marked else _unescaped(block.text)
            for record in _records(block.data):
                record.update({name: _unescaped(record[name]) for name in _TEXTS if record.get(name)})


def _records(data: Wire) -> Iterator[Wire]:
    yield data
    yield from data.get("items", ())
    for row in data.get("rows", ()):
        yield from row


def _unescaped(text: str) -> str:
    r"""
    >>> print(_unescaped(r"1\. \*Now\*: `\*` is a star, C:\dir\(a) is none"))
    1. *Now*: `\*` is a star, C:\dir\(a) is none
    """
    return _CODE_OR_ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(found: re.Match[str]) -> str:
    return str(found["code"] or found["mark"] or found["first"] or found["number"])


def escaped(text: str) -> str:
    r"""A line beside marked headings: what would be a mark there has a backslash before it.

    >>> print(escaped("# is a number"), escaped("1. April: \\*"), escaped("- 5 degrees"))
    \# is a number 1\. April: \\* \- 5 degrees
    """
    if "`" not in text:  # in code a backslash is itself
        text = _BACKSLASH.sub(r"\\\\", text)
    start = _MARK.match(text)
    return f"{text[: start.end()]}\\{text[start.end() :]}" if start else text
