"""The codes of issues: what the records tell of what could not be read for certain. docs/issues.md explains each."""

from __future__ import annotations

from ..text import Wire

__all__ = ["CODES", "issue"]

CODES = {
    "empty": "The text or page holds nothing but white space.",
    "html": "The text is HTML; its tags were read as text. Give it to parse_html.",
    "lone-surrogate": "Lone surrogates, which are no characters, stand as U+FFFD in the records.",
    "no-article": "No part of the page reads as an article; what it states of one is given.",
    "published-differs": "The date of publication given by the caller is not the one that the text states.",
    "ragged-table": "Rows of a table had fewer cells than its widest, and empty cells were added at their ends.",
    "table-width-guessed": "The cells of a table stood on lines of their own, and how many columns it had was guessed.",
    "too-deep": "Elements of the page are nested deeper than the parser goes; what follows them was left out.",
    "unread-field": "A field that came with the text could not be read, and was left out.",
}
"""Each code with what it means."""


def issue(code: str, message: str | None = None, start: int | None = None, end: int | None = None) -> Wire:
    """An Issue as a dict; the code's own meaning where there is nothing more to say."""
    return {"code": code, "message": message or CODES[code], "start": start, "end": end}
