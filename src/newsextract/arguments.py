"""What callers give, as what it means."""

from __future__ import annotations

import operator
from typing import SupportsIndex

__all__ = ["whole_number"]


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
