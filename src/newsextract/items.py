"""An item of many: text, bytes, a file or a mapping to an article, or to a `Failure` that says what is wrong."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from .api import parse_bytes, parse_file, parse_html, parse_text
from .arguments import Published, day_or_moment, is_missing, said_by
from .dates import anchor, parse_date
from .errors import DateError, InputError, NewsExtractError
from .files import decode, readable_name
from .language import detect, tag
from .model import Article, Date, Failure, Issue, without_surrogates

__all__ = ["KEYS", "Item", "failure", "read_item", "source_of", "warm_up"]

Item = str | bytes | os.PathLike[str] | Mapping[str, Any]

KEYS = ("text", "html", "source", "id", "url", "title", "headline", "published", "date", "language")
"""What is read of a mapping."""
_DATES = ("published", "date")

#: How many keys of a mapping, and how much of each, an error's message tells.
MOST_KEYS, LONGEST_KEY = 12, 40


def read_item(item: object, position: int) -> Article | Failure:
    """The article of an item, or why there is none. Nothing that an item can be raises."""
    source = None
    try:
        source = source_of(item)
        return _article(item)
    except Exception as error:  # noqa: BLE001 - the one boundary: whatever one item does, the next is read
        return failure(source, position, error)


def warm_up() -> None:
    """Read an item of no account: what is loaded when the first text is parsed is not the first item's time."""
    read_item("Ready.", 0)


def _day_of(item: Mapping[str, Any], name: str) -> Date | None:
    """The day of a date of publication, however it is written; None where it says no day. Of two readings
    ("01/05/2024") that of the document's language is taken, and the other one kept."""
    written, text = str(item[name]), item.get("text")
    try:
        day = parse_date(written)
        if day.alternatives:
            given = _value(item, "language")
            stated = tag(given) if _accepts(tag, given) else None
            day = parse_date(written, language=stated or (detect(text) if isinstance(text, str) else None))
    except (DateError, InputError):
        return None
    return day if day.value is not None and _accepts(anchor, day.value) else None


def _accepts(read: Callable[[Any], object], value: object) -> bool:
    """Whether a field says something that can be read, or nothing."""
    try:
        if value is not None and not (isinstance(value, str) and not value):
            read(value)
    except InputError:
        return False
    return True


def failure(source: str | None, position: int, error: Exception) -> Failure:
    """The record of an error."""
    if isinstance(error, NewsExtractError):
        message = str(error)
    elif isinstance(error, MemoryError):  # what a worker's limit leads to
        message = "needs more memory than its process may take"
    else:
        message = f"unexpected, please report it: {error!r}"
    return Failure(source=source, position=position, error=type(error).__name__, message=without_surrogates(message))


def _article(item: object) -> Article:
    if isinstance(item, str):
        return parse_text(item)
    if isinstance(item, bytes):
        return parse_bytes(item, "bytes")
    if isinstance(item, os.PathLike):
        return parse_file(item, source=source_of(item))
    if isinstance(item, Mapping):
        return _from_mapping(item)
    raise InputError(f"an item is of type {type(item).__name__}; give str, bytes, a path object or a mapping")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"is {type(value).__name__}, no str")
    return value


#: What reads the fields beside the text. What other programs write into these is not always what is meant by them.
_FIELDS: Mapping[str, Callable[[Any], object]] = {
    **dict.fromkeys(_DATES, lambda value: anchor(said_by(value))),
    "language": lambda value: tag(_text(value)),
    **dict.fromkeys(("title", "headline", "url"), _text),
}


def _from_mapping(item: Mapping[str, Any]) -> Article:
    """The article of a mapping. Its other fields are perhaps somebody else's: a date of publication may be written in
    any way, and what is no day, no language, no title or no address is left out. An issue says so."""
    if "text" not in item and _value(item, "html") is None:
        raise InputError(f"has neither 'text' nor 'html'; {_keys(item)}")
    unread = [name for name, read in _FIELDS.items() if not _accepts(read, _value(item, name))]
    days = {name: day for name in _DATES if name in unread and (day := _day_of(item, name)) is not None}
    article = _from_fields({name: item[name] for name in KEYS if name in item and name not in unread} | days)
    lost = [name for name in unread if name not in days]
    messages = (f"{name} is {str(item[name])[:LONGEST_KEY]!r}, and was left out." for name in lost)
    issues = tuple(Issue(code="unread-field", message=message) for message in messages)
    return article.model_copy(update={"issues": (*article.issues, *issues)}) if issues else article


def _from_fields(item: Mapping[str, Any]) -> Article:
    """The same of fields that can all be read, but for the text or page."""
    text, html = item.get("text"), _value(item, "html")
    url = _value(item, "url") or None
    language = _value(item, "language") or None
    if html is not None and _is_blank(_value(item, "text")):
        return parse_html(html, url=url, source=source_of(item), language=language, published=_published(item))
    if isinstance(text, bytes):
        text = decode(text, source_of(item) or "text")
    if not isinstance(text, str):
        raise InputError(f"text: is {type(text).__name__}; give the article's text as str or bytes")
    article = parse_text(
        text,
        source=source_of(item),
        language=language,
        published=_published(item),
        headline=_value(item, "title") or _value(item, "headline"),
    )
    return article.model_copy(update={"url": without_surrogates(url)}) if url else article


def _is_blank(text: object) -> bool:
    """Whether nothing was found in a page by who made the mapping: the page itself is read then."""
    return text is None or (isinstance(text, str | bytes) and not text.strip())


def _keys(item: Mapping[str, Any]) -> str:
    """What a mapping has in place of what it should have, for an error's message."""
    if not item:
        return "it is an empty mapping"
    more = ", ..." if len(item) > MOST_KEYS else ""
    return f"its keys are {', '.join(repr(key)[:LONGEST_KEY] for key in islice(item, MOST_KEYS))}{more}"


def _value(item: Mapping[str, Any], key: str) -> Any:
    """The value of a field. One that is absent is None, and so is what pandas writes there: NaN, NaT, NA."""
    value = item.get(key)
    return None if is_missing(value) else value


def _published(item: Mapping[str, Any]) -> Published | None:
    found = (_value(item, name) for name in _DATES)
    value = next((value for value in found if value is not None and value != ""), None)
    return day_or_moment(value) if isinstance(value, dt.date) else value


def source_of(item: object) -> str | None:
    """What the item itself is called."""
    if isinstance(item, os.PathLike):
        return readable_name(item)
    if isinstance(item, Mapping):
        for key in ("source", "id", "url"):
            value = _value(item, key)
            if value is not None and (name := str(value)):
                return without_surrogates(name)
    return None
