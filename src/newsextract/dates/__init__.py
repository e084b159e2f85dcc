"""Dates in text: found with their spans, and resolved without guessing.

Two steps, because the day of publication that relative dates are counted from is often found among the dates
themselves: `reader(language).find` gives expressions, `resolve` gives what they mean.

    vocabulary   the words of each language, as data and as a lexicon
    grammar      words to codes, codes to forms, forms to expressions
    find         where in a text to ask the grammar; the tense around what it finds
    meaning      expressions to dates
"""

from .api import find_dates, parse_date
from .expression import LONGEST_DATE, Expression
from .find.reader import Reader, reader
from .meaning.resolve import anchor, numeric_order, resolve, stated

__all__ = [
    "LONGEST_DATE",
    "Expression",
    "Reader",
    "anchor",
    "find_dates",
    "numeric_order",
    "parse_date",
    "reader",
    "resolve",
    "stated",
]
