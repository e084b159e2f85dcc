"""Which field of a dump holds what: by the names that dumps use, or by those that the caller gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from ..arguments import day_or_moment, is_missing
from ..errors import InputError
from ..files import is_markup, is_page

__all__ = ["NAMES", "Fields", "as_text", "is_empty"]

NAMES = {
    "text": ("text", "maintext", "content", "body", "article_text", "fulltext"),
    "html": ("html", "raw_html", "page"),
    "source": ("source", "id", "uuid", "url"),
    "url": ("url", "link", "uri"),
    "title": ("title", "headline"),
    "published": ("published", "date", "date_publish", "publish_date", "date_published", "published_at", "pub_date"),
    "language": ("language", "lang"),
}
"""Our names, and those of dumps, the likeliest first; whether in capitals or not does not matter."""

#: How many of a dump's fields an error names.
_MOST_NAMES = 20


class Fields:
    """The names to look for."""

    def __init__(self, given: Mapping[str, str]) -> None:
        unknown = [name for name in given if name not in NAMES]
        if unknown:
            raise InputError(f"field {unknown[0]!r}: there is no such field; there are {', '.join(NAMES)}")
        self.given = dict(given)
        self._names = {ours: (given[ours],) if ours in given else names for ours, names in NAMES.items()}
        # Who says where the text is does not mean the page beside it, and the other way round.
        if "text" in given and "html" not in given:
            self._names["html"] = ()
        if "html" in given and "text" not in given:
            self._names["text"] = ()
        self._columns: dict[tuple[str, ...], dict[str, str]] = {}

    def check(self, names: Iterable[str], where: str, option: str = "--field text=NAME") -> None:
        """Raise InputError where a table with these fields has no article in it; `option` names the one that has."""
        have = [*names]
        columns = self.columns(have)
        for ours, theirs in self.given.items():
            if columns.get(ours) is None:
                raise InputError(f"{where}: has no field {theirs!r}; {_listed(have)}")
        if "text" not in columns and "html" not in columns:
            raise InputError(f"{where}: no field holds a text; {_listed(have)}; name it with {option}")

    def columns(self, names: Iterable[str]) -> dict[str, str]:
        """The dump's own name of each of our fields that it has."""
        key = tuple(names)
        found = self._columns.get(key)
        if found is None:
            by_lower = {name.lower(): name for name in reversed(key)}
            found = {}
            for ours, candidates in self._names.items():
                for name in candidates:
                    own = name if name in key else by_lower.get(name.lower())
                    if own is not None:
                        found[ours] = own
                        break
            if len(self._columns) < 1_000:  # rows of JSON may each have keys of their own
                self._columns[key] = found
        return found

    def item(self, row: Mapping[str, Any], source: str) -> dict[str, Any]:
        """A row as an item of `parse_many`. Raises InputError for one without a text."""
        item = {ours: row[own] for ours, own in self.columns(row).items()}
        item = {ours: value for ours, value in item.items() if not is_empty(value)}
        html, text = item.get("html"), item.get("text")
        if text is None and html is None:
            empty = next((own for ours, own in self.columns(row).items() if ours in ("text", "html")), None)
            why = _listed(list(row)) if empty is None else f"its field {empty!r} is empty"
            if rows := next((name for name, value in row.items() if _has_rows(value)), None):
                why += f"; for the objects in {rows!r} give that array alone"
            error = InputError(f"{source}: no text; {why}")
            error.source = as_text(item["source"]) if "source" in item else None
            raise error
        if is_page(text, "") if isinstance(text, bytes) else isinstance(text, str) and is_markup(text):
            html = text  # a page in a column of texts
        if text is None or html is text:
            item.pop("text", None)
            item["html"] = html
        else:
            item.pop("html", None)
        item.setdefault("source", source)
        for name, value in item.items():
            if name in ("source", "published") or (isinstance(value, bytes) and name not in ("text", "html")):
                item[name] = day_or_moment(value) if isinstance(value, dt.date) else as_text(value)
        return item


def is_empty(value: object) -> bool:
    """Whether a cell says nothing."""
    return is_missing(value) or (isinstance(value, str | bytes) and not value)


def as_text(value: object) -> str:
    """A cell as text: some programs write columns of texts as bytes.

    >>> as_text(7), as_text("a1".encode())
    ('7', 'a1')
    """
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _has_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _listed(names: list[str]) -> str:
    if not names:
        return "it has no fields"
    more = ", ..." if len(names) > _MOST_NAMES else ""
    return f"its fields are {', '.join(names[:_MOST_NAMES])}{more}"
