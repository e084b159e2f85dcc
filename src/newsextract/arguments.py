"""What callers give, as what it means."""

from __future__ import annotations

import datetime as dt
import operator
from typing import Any, SupportsIndex

from .model import Date

__all__ = ["Published", "day_or_moment", "said_by", "whole_number"]

Published = dt.date | dt.datetime | str | Date
"""When an article was published: a day, a moment, either as ISO 8601, or what `parse_date` gives."""


def whole_number(value: object) -> int | None:
    """A whole number of whatever type, such as numpy's; None for what is none, True and False among it.

    >>> whole_number(5), whole_number(5.0), whole_number(True), whole_number("5")
    (5, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        return None
    try:
        return operator.index(value)
    except TypeError:  # an array of several
        return None


def day_or_moment(value: dt.date) -> dt.date:
    """What a cell of a table means: data frames and column stores write a day as its midnight, without a zone.

    >>> day_or_moment(dt.datetime(2025, 2, 7)), day_or_moment(dt.datetime(2025, 2, 7, 8, 15))
    (datetime.date(2025, 2, 7), datetime.datetime(2025, 2, 7, 8, 15))
    """
    if isinstance(value, dt.datetime) and value.tzinfo is None and value.time() == dt.time.min:
        return value.date()
    return value


def said_by(published: object) -> Any:
    """What a `Date` says, as ISO 8601; all else stays what it is."""
    return published.value if isinstance(published, Date) else published
