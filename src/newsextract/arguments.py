"""What callers give, as what it means."""

from __future__ import annotations

import datetime as dt
import operator
from typing import Any, SupportsIndex

from .errors import InputError
from .model import Article, Date

__all__ = ["Published", "check_article", "day_or_moment", "is_missing", "said_by", "whole_number"]

Published = dt.date | dt.datetime | str | Date
"""When an article was published: a day, a moment, either as ISO 8601, or what `parse_date` gives."""


def check_article(article: object, function: str) -> None:
    """Raise InputError for what is no article."""
    if not isinstance(article, Article):
        raise InputError(f"{function} takes an Article, not {type(article).__name__}; parse_text gives one")


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


def is_missing(value: object) -> bool:
    """Whether a value is none: None, and what data frames write there, NaN, NaT and NA.

    >>> is_missing(None), is_missing(float("nan")), is_missing(""), is_missing(0)
    (True, True, False, False)
    """
    if value is None or type(value).__name__ == "NAType":
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):  # an array of several
        return False


def said_by(published: object) -> Any:
    """What a `Date` says, as ISO 8601; all else stays what it is."""
    return published.value if isinstance(published, Date) else published
