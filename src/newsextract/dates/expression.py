"""A date as written: what the grammar finds and the resolver reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .tense import Tense

__all__ = ["Expression", "Time"]


#: Hour, minute, second.
Time = tuple[int, int | None, int | None]


@dataclass(slots=True)
class Expression:
    """A date as written, not yet resolved. `source[start:end]` is its text."""

    start: int
    end: int
    form: str
    """Which of the resolver's functions reads it."""
    data: Any
    """What that function needs."""
    modifier: str | None = None
    time: Time | None = None
    zone: int | None = None
    """Minutes east of Greenwich."""
    tense: Tense = None
    """What the verb says of it (`tense.py`)."""
    text: str = ""
    order: str = "DMY"
    """The order of numeric dates in its language."""
    part: str = ""
    """The part of the day, as TIMEX3 writes it, where a temporal tagger asks."""
    quarterly: bool = True
    """Whether the text speaks of quarters, if of any part of a year: not where it spoke of nine months last."""
