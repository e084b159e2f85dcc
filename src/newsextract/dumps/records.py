"""What a dump gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = ["Document", "Line", "Place", "Unread", "Unreadable", "size_of"]


class Line(NamedTuple):
    """A line of JSON that has not been read yet: a worker does that."""

    data: bytes
    where: str
    """How it is called in errors, and where it names no source."""


class Document(NamedTuple):
    """An article as a dump has it."""

    input: int
    """Which of the inputs it is from."""
    position: int
    """Its number in that input, from 0."""
    item: Mapping[str, Any]
    """What `parse_many` takes: `text` or `html`, and any of `source`, `url`, `title`, `published`, `language`."""


class Unread(NamedTuple):
    """A line that holds such an item, for `read_line`."""

    input: int
    position: int
    item: Line


class Unreadable(NamedTuple):
    """A place of a dump that gives no article."""

    input: int
    position: int
    """It counts as a document would."""
    source: str
    """What its row calls itself, else the input's name."""
    error: str
    """Name of the error's class."""
    message: str


Place = Document | Unread | Unreadable
"""What stands at a place of a dump."""


def size_of(item: Mapping[str, Any] | Line) -> int:
    """Bytes of an item's text or page, or characters where it has been decoded; of a line all of it."""
    body = item.data if isinstance(item, Line) else item.get("text", item.get("html"))
    return len(body) if isinstance(body, str | bytes) else 0
