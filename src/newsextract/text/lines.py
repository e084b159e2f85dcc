"""A text as lines: where each stands, what it says, how far it is indented.

Of a text's newlines, odd spaces and invisible characters nothing else knows that makes the texts of records; what reads
the source itself (dates, datelines) maps them one for one, and a page folds those of its own (`html.reading`).
"""

from __future__ import annotations

from functools import partial
from operator import itemgetter
from typing import NamedTuple

from ..writing import INVISIBLE

__all__ = ["GAP", "TEXT", "Line", "clean", "cut", "text_key"]

_DROP = dict.fromkeys(map(ord, INVISIBLE))
#: White space within a line of ASCII that is no single space.
_ASCII_SPACES = ("  ", "\t", "\x1f")
TAB = 4
"""Columns that a tab of indentation counts for."""


class Line(NamedTuple):
    """A line that is not blank."""

    start: int
    """Offset of its first character that is no white space."""
    end: int
    """Offset behind its last one: `source[start:end]` is the line as written, without the spaces around it."""
    text: str
    """The same with white space folded to single spaces and invisible characters dropped; may be ""."""
    indent: int
    """Columns before the first character."""
    gap: int
    """Blank lines before it; 0 for the first line."""


TEXT, GAP = itemgetter(Line._fields.index("text")), itemgetter(Line._fields.index("gap"))
"""The fields that all lines are asked for, at a third of what an attribute in a loop costs."""

#: Line(...) by way of its field names takes twice as long.
_line = partial(tuple.__new__, Line)


def cut(source: str) -> list[Line]:
    """The lines that are not blank. All of Unicode's line ends count (str.splitlines).

    >>> cut("a\\r\\n\\n  b\\u00a0 c ")
    [Line(start=0, end=1, text='a', indent=0, gap=0), Line(start=6, end=10, text='b c', indent=2, gap=1)]
    """
    lines: list[Line] = []
    ascii_only = source.isascii()
    # Looked for in the whole text first: most texts have none, and lines are many.
    spaced = any(space in source for space in _ASCII_SPACES)
    at = gap = 0
    for raw in source.splitlines(keepends=True):
        body = raw.strip()
        if not body:
            gap += 1
            at += len(raw)
            continue
        indent = 0
        start = at
        if raw[0].isspace():
            before = len(raw) - len(raw.lstrip())
            start += before
            indent = before if "\t" not in raw[:before] else len(raw[:before].replace("\t", " " * TAB))
        end = start + len(body)
        # str.isprintable is false for every space but U+0020 and for all that is invisible, and costs a tenth of
        # clean().
        if (spaced and any(space in body for space in _ASCII_SPACES)) or not (
            ascii_only or body.isascii() or body.isprintable()
        ):
            body = clean(body)
        lines.append(_line((start, end, body, indent, gap if lines else 0)))
        at += len(raw)
        gap = 0
    return lines


def clean(text: str) -> str:
    """
    >>> clean("\\ufeffa \\u00a0 b\\u200b")
    'a b'
    """
    if not text.isascii():
        text = text.translate(_DROP)
    return " ".join(text.split())


def text_key(text: str) -> str:
    """Letters and digits alone: copies differ in quotes, case and spacing.

    >>> text_key("“Frost  hits” tea!") == text_key("FROST HITS TEA")
    True
    """
    return "".join(filter(str.isalnum, text.casefold()))
