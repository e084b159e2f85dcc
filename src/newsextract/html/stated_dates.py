"""Dates as pages state them outside the text: in metadata, on the elements that show them, in the address."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from .. import dates
from ..text import Wire
from ..timestamps import DAY_OR_FINER
from ..writing import has_digit

__all__ = ["stated_date", "url_date"]

#: 2024-05-01T08:15:00.000+02:00 and what is near to it.
_MOMENT = re.compile(
    r"""
    (?P<day> \d{4} - \d\d? - \d\d? )
    (?: [T\s]+ (?P<hour>\d\d?) : (?P<minute>\d\d) (?: : (?P<second>\d\d) (?: [.,]\d{1,9} )? )?
        \s* (?P<zone> Z | UTC | GMT | [+-]\d\d:?\d\d | [+-]\d\d )? (?: \[ [^\]]* \] )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SLASHED = re.compile(r"\d{4}/\d\d?/\d\d?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?")
_MAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2},?\s+)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d")
#: Before this nobody published on the web; content systems fill empty fields with 1970 or the year 1. A page may give
#: the date of a reprint, so this is about fields that are empty, not about old texts.
_EARLIEST = 1971
_LATEST = 2200
_URL_DATE = re.compile(
    r"[/_.=-]((?:19[89]|20[0-4])\d)([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.?&#-]|[a-z]|$)", re.IGNORECASE
)


def stated_date(text: str, origin: str = "metadata") -> Wire | None:
    """A date as metadata write it (ISO 8601 and its neighbours, RFC 2822, or in words), no finer than written; None for
    what is none, as a count of seconds."""
    text = " ".join(text.split())
    if _SLASHED.match(text):
        text = text.replace("/", "-")
    found = _MOMENT.match(text)
    if found is not None:
        year, month, day = map(int, found["day"].split("-"))
        return _date(text, origin, (year, month, day), found["hour"], found["minute"], found["second"], found["zone"])
    if found := _COMPACT.fullmatch(text):
        hour, minute, second, zone = found.group(4, 5, 6, 7)
        return _date(text, origin, (int(found[1]), int(found[2]), int(found[3])), hour, minute, second, zone)
    if _MAIL_DATE.match(text):
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, IndexError, TypeError):
            return None
        return stated_date(moment.isoformat(), origin)
    read = dates.reader(None).read(text[: dates.LONGEST_DATE]) if has_digit(text) else None
    if read is not None and read["precision"] in DAY_OR_FINER and read["value"]:
        return {**read, "text": text, "origin": origin, "start": None, "end": None}
    return None


def _date(
    text: str,
    origin: str,
    day: tuple[int, int, int],
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
) -> Wire | None:
    try:
        date = dt.date(*day)
        value = date.isoformat()
        if hour is not None:
            clock = dt.time(int(hour), int(minute or 0), int(second or 0))
            value = f"{value}T{clock.isoformat('seconds' if clock.second else 'minutes')}{_zone(zone)}"
    except ValueError:
        return None
    if not _EARLIEST <= date.year <= _LATEST:
        return None
    precision = "day" if hour is None else "second" if int(second or 0) else "minute"
    return dates.stated(text, value, precision, date, origin)


def _zone(written: str | None) -> str:
    """
    >>> _zone("Z"), _zone("+0200"), _zone("-05"), _zone(None)
    ('+00:00', '+02:00', '-05:00', '')
    """
    if not written:
        return ""
    if written[0] not in "+-":
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def url_date(url: str | None) -> Wire | None:
    """The day in an address.

    >>> url_date("https://a.example/2024/05/03/frost")["value"], url_date("https://a.example/frost-2024")
    ('2024-05-03', None)
    """
    found = _URL_DATE.search(url or "")
    if found is None:
        return None
    return _date(
        "-".join(found.group(1, 3, 4)), "url", (int(found[1]), int(found[3]), int(found[4])), None, None, None, None
    )
