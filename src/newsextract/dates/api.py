"""The two functions for dates alone."""

from __future__ import annotations

import datetime as dt
import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from ..arguments import Published, said_by
from ..errors import DateError, InputError
from ..language import detect, likeliest, tag
from ..model import Date, DateKind, without_surrogates
from ..writing import primary
from .expression import LONGEST_DATE, full_year
from .find.reader import reader
from .meaning.resolve import anchor, resolve
from .meaning.spans import day_of

__all__ = ["find_dates", "parse_date"]

Order = Literal["DMY", "MDY", "YMD"]

_KINDS = ("date", "time", "duration", "set")
_ORDERS = ("DMY", "MDY", "YMD")
#: A day and a year in figures; "1.1%" has fewer.
_FEWEST_DIGITS = 3
#: An amount; a week, which `dateparser` takes for nothing and its weekday for a month: "2024-W18-5".
_NO_DATE = re.compile(r"[%‰$€£¥]|\d-?[Ww]\d")
_DAYS = (dt.datetime(1971, 1, 1), dt.datetime(2003, 11, 23))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def find_dates(
    text: str,
    *,
    language: str | None = None,
    published: Published | None = None,
    kinds: Iterable[DateKind] = ("date", "time"),
) -> tuple[Date, ...]:
    """The dates in a text, in order, with their spans.

    Relative dates ("last Tuesday") are counted from `published`; without it their value is None. Nothing runs across a
    blank line. A lone surrogate is read as U+FFFD. Raises InputError for an argument of the wrong type, a `published`
    that is no date, a `language` that is no tag, or a kind that there is not. Give the language of a short text: it may
    say too little of it.

    >>> [date.value for date in find_dates("It opened on 3 May 2024 and closed in June 2025.")]
    ['2024-05-03', '2025-06']
    """
    text = _text("find_dates", text)
    wanted = _kinds_of(kinds)
    day = None if published is None else anchor(said_by(published))
    found = reader(tag(language) or detect(text) or likeliest(text)).find(text, list(_parts(text)), wanted)
    return tuple(Date.model_validate(date) for date in resolve(found, anchor=day) if date["kind"] in wanted)


def parse_date(
    text: str, *, language: str | None = None, published: Published | None = None, order: Order | None = None
) -> Date:
    """A text that is one date from end to end.

    Raises DateError where it is none, InputError for an argument of the wrong type, a `published` that is no date, a
    `language` that is no tag, or an `order` that there is not.

    >>> parse_date("03/04/2023", order="DMY").value
    '2023-04-03'
    """
    if order is not None and order not in _ORDERS:
        raise InputError(f"order is {order!r}: give one of {', '.join(_ORDERS)}")
    text = _text("parse_date", text)
    day = None if published is None else anchor(said_by(published))
    language = tag(language)
    if not text.strip():
        raise DateError(text, "it is empty")
    language, others = (language, ()) if language else (detect(text), (likeliest(text), None))
    read = (reader(each).read(text, day, order, surely=True) for each in dict.fromkeys((language, *others)))
    date = next(filter(None, read), None) or _by_dateparser(text, language, order)
    if date is None:
        several = len(find_dates(text, language=language)) > 1
        raise DateError(text, "it has several; find_dates finds them" if several else "nothing in it reads as one date")
    return Date.model_validate(date)


def _text(function: str, text: object) -> str:
    if not isinstance(text, str):
        raise InputError(f"{function} takes a str as text, not {type(text).__name__}")
    return without_surrogates(text)


def _kinds_of(kinds: Iterable[DateKind]) -> tuple[DateKind, ...]:
    if isinstance(kinds, str) or not isinstance(kinds, Iterable):
        raise InputError(f"kinds is a {type(kinds).__name__}; give a tuple such as {_KINDS[:2]}")
    wanted = tuple(kinds)
    unknown = [str(kind) for kind in wanted if kind not in _KINDS]
    if unknown:
        raise InputError(f"kinds: no such kind of date: {', '.join(unknown)}; there are {', '.join(_KINDS)}")
    return wanted


def _by_dateparser(text: str, language: str | None, order: str | None) -> dict[str, Any] | None:
    """A whole date that the library's own rules do not read, as `dateparser` reads it.

    It fills up what the text leaves out from a day of its own. So it is asked for all parts of a date, with two such
    days: where the answers differ, the text did not say.
    """
    if len(text) > LONGEST_DATE or sum(map(str.isdigit, text)) < _FEWEST_DIGITS or _NO_DATE.search(text):
        return None
    parse: Callable[..., dt.datetime | None] = importlib.import_module("dateparser").parse  # slow to import
    languages = [primary(language)] if language else None
    settings: dict[str, Any] = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    if order is not None:
        settings["DATE_ORDER"] = order
    answers = []
    for day in _DAYS:
        try:
            answers.append(parse(text, languages=languages, settings={**settings, "RELATIVE_BASE": day}))
        except ValueError:  # a language that it does not know
            return None
    first, second = answers
    if first is None or second is None or first.date() != second.date():
        return None
    found = first.date()
    short = f"{found.year % 100:02}"
    if short in text and str(found.year) not in text:  # it has a hundred years of its own: "13-Apr-45" is 2045
        found = found.replace(year=full_year(found.year % 100))
    meaning = day_of(found, "explicit")
    start = len(text) - len(text.lstrip())
    written = {"text": " ".join(text.split()), "start": start, "end": start + len(text.strip())}
    return {
        **written,
        "value": meaning.value,
        "precision": "day",
        "earliest": meaning.earliest,
        "latest": meaning.latest,
    }


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
