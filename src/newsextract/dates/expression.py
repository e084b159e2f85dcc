"""A date as written: what the grammar finds, and what is then asked for its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = [
    "LONGEST_DATE",
    "MONTHS",
    "MOST_DAYS",
    "QUARTERS",
    "SATURDAY",
    "Expression",
    "Fields",
    "Tense",
    "Time",
    "full_year",
]

LONGEST_DATE = 60
"""A longer text, in characters, is prose and no date alone."""
MONTHS = 12
"""Months of a year."""
MOST_DAYS = 31
"""Days of the longest months."""
QUARTERS = 4
"""Quarters of a year."""
SATURDAY = 5
"""The day of the week, Monday being 0."""

#: The last year of the 2000s that two digits mean; a later one is of the 1900s. News writes of what people remember
#: ("the summer of '69", "May '45") more than of what is far ahead, and its plans are seldom for more than some years.
_LAST_SHORT_YEAR = 39

#: "until": what ends at the date may have begun before; "over": the date itself is behind ("since 3 May"); None:
#: nothing is said.
Tense = Literal["future", "past", "until", "over"] | None
#: Hour, minute, second.
Time = tuple[int, int | None, int | None]


def full_year(short: int) -> int:
    """The year that two digits mean, however they are written.

    >>> full_year(39), full_year(40)
    (2039, 1940)
    """
    return short + (1900 if short > _LAST_SHORT_YEAR else 2000)


@dataclass(slots=True)
class Fields:
    """What is said of a date. None: not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    """-1, 0, 1: the last, this, the next such month or day."""
    weekday: int | None = None
    """Of a day: 0 is Monday."""
    years: int | None = None
    """Years from the anchor's: "March last year"."""
    same: int | None = None
    """Years from that which the text spoke of last: "May of that year"."""
    shared: int | None = None
    """The year of the date behind it: "from May to July 2024"."""
    begin: Fields | None = None
    """What the range begins with that it ends, where the range is in words: "from May 30 to June 2"."""
    short_year: bool = False
    """Whether the year is written with two digits."""


@dataclass(slots=True)
class Expression:
    """A date as written, not yet resolved. `source[start:end]` is its text."""

    start: int
    end: int
    form: str
    """Which function of `meaning/forms.py` reads it."""
    data: Any
    """What that function needs."""
    modifier: str | None = None
    time: Time | None = None
    zone: int | None = None
    """Minutes east of Greenwich."""
    tense: Tense = None
    """What the verb says of it (`find/tense.py`)."""
    text: str = ""
    order: str = "DMY"
    """The order of numeric dates in its language."""
    part: str = ""
    """The part of the day, as TIMEX3 writes it, where a temporal tagger asks."""
    opens: bool = False
    """Whether a sentence begins with it, if it is a year alone."""
    heads: bool = False
    """Whether it is a line of its own, as a heading is, if it is a year alone."""
    label: bool = False
    """Whether it is what a line is under, if it is a weekday or today: "Tuesday: Rain"."""
    begin: int = 0
    """Where the part of the text that it stands in begins."""
    lent: int = -1
    """To where a year alone is lent where no day of publication is known: the end of the sentence or of the part of the
    text that it opens, if that tells what was; -1: not asked for."""
    quarterly: bool = True
    """Whether the text speaks of quarters, if of any part of a year: not where it spoke of nine months last."""
