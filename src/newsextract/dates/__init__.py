"""Dates in text: found with their spans, and resolved without guessing.

Two steps, because the day of publication that relative dates are counted from is often found among the dates
themselves: `reader(language).find` gives expressions, `resolve` gives what they mean.
"""

from .api import find_dates, parse_date
from .expression import Expression
from .reader import Reader, reader
from .resolve import anchor, numeric_order, resolve, stated

__all__ = ["Expression", "Reader", "anchor", "find_dates", "numeric_order", "parse_date", "reader", "resolve", "stated"]
