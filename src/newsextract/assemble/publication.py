"""When an article was published and modified: as the caller says, else as its byline and timestamps say, else as its
dateline says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from .. import dates
from ..arguments import Published, said_by
from ..model import Date
from ..text import Block, Wire, clock_in_front
from ..timestamps import DAY_OR_FINER, ends_as_update, reads_as_receipt, reads_as_update
from .issues import issue

__all__ = ["publication"]

_FIGURE = re.compile(r"\d")
_HOUR_ALONE = re.compile(r"[T ]\d\d(?:Z|[+-]\d\d(?::?\d\d)?)?$")


def publication(
    blocks: list[Block],
    given: Published | None,
    issues: list[Wire],
    stated: dict[str, Wire | None],
    dateline: Wire | None = None,
    language: str | None = None,
) -> dict[str, Wire | None]:
    """The fields `published` and `modified`. What the caller gives wins, and then what a page's metadata state; an
    Issue says so where what is given differs. A full day in the dateline publishes where nothing else does."""
    times = _written(blocks, language)
    times.update({field: wire for field, wire in stated.items() if wire is not None})
    if times["published"] is None and dateline is not None:
        times["published"] = _day_of(dateline, blocks)
    if given is not None:
        record = given_date(given)
        written = times["published"]
        if written is not None and not _agree(str(record["value"]), str(written["value"])):
            message = f"The text says {written['value']}; the date given, {record['value']}, is used."
            issues.append(issue("published-differs", message, written["start"], written["end"]))
        times["published"] = record
    return times


def _written(blocks: list[Block], language: str | None) -> dict[str, Wire | None]:
    times: dict[str, Wire | None] = {"published": None, "modified": None}
    for block in blocks:
        if block.kind not in ("byline", "furniture") or "dates" not in block.data:
            continue
        told = _by_keys(block) if "stated" in block.data else _by_words(block, language)
        for which, wire in told:
            if times[which] is None and _is_moment(wire):
                times[which] = wire
    return times


def _by_keys(block: Block) -> Iterator[tuple[str, Wire]]:
    """The dates of front matter, whose keys say what they are."""
    keys = block.data["stated"]["dates"]
    for wire in block.data["dates"]:
        yield next(which for which, (start, end) in keys if start <= wire["start"] < end), wire


def _by_words(block: Block, language: str | None) -> Iterator[tuple[str, Wire]]:
    """The dates of a line with what the words beside them say that they are."""
    wires = block.data["dates"]
    spans = {date.start: span for date, span in zip(block.dates, block.spans, strict=True)}
    before = 0
    for wire in wires:
        begin, end = spans[wire["start"]]
        words = block.text[before:begin]
        before = end
        if len(wires) > 1 and reads_as_receipt(words):
            continue
        changed = _changed_at(block, wire, language) if len(wires) == 1 else None
        if changed is not None:
            yield "modified", changed
        alone = len(wires) == 1 and changed is None and ends_as_update(words, block.text[end:])
        stated = block.data.get("time") == "modified"  # by a page's markup
        yield "modified" if stated or reads_as_update(words) or alone else "published", wire


def _changed_at(block: Block, wire: Wire, language: str | None) -> Wire | None:
    """The moment of a clock time alone behind a word for an update, on the day that stands before it on its line:
    "Published 3 November 2023, updated at 21:10"."""
    begin = wire["end"] - block.start
    if len(block.text) != block.end - block.start or not _is_moment(wire):
        return None  # offsets do not tell where in the text it stands
    figure = _FIGURE.search(block.text, begin)
    clock = clock_in_front(block.text[figure.start() :]) if figure is not None else None
    if figure is None or clock is None or not reads_as_update(block.text[begin : figure.start()]):
        return None
    date = dates.reader(language).read(f"{wire['earliest'].isoformat()} {clock}")
    if date is None or date["kind"] != "time":
        return None
    at = block.start + figure.start()
    return {**date, "text": clock, "basis": "inferred", "start": at, "end": at + len(clock)}


def _day_of(dateline: Wire, blocks: list[Block]) -> Wire | None:
    """The full day in a dateline: "6 May 2024", not "6 May"."""
    block = next(block for block in blocks if block.start <= dateline["start"] < block.end)
    written = dates.resolve(block.dates_in(dateline["start"], dateline["end"]))
    return next((wire for wire in written if _is_moment(wire)), None)


def _is_moment(date: Wire) -> bool:
    """Whether a date can be one of publication: a day or finer, and no range of days."""
    return bool(date["value"]) and date["precision"] in DAY_OR_FINER and date["earliest"] == date["latest"]


def given_date(published: Published) -> Wire:
    """The date that the caller gives, no finer than it is given."""
    given = said_by(published)
    day = dates.anchor(given)
    text = given.strip() if isinstance(given, str) else given.isoformat()
    value, precision = day.isoformat(), "day"
    if isinstance(given, dt.datetime) or len(text) > len(value):
        moment = given if isinstance(given, dt.datetime) else dt.datetime.fromisoformat(text)
        # Seconds that are zero say no more than minutes do.
        precision = "hour" if _HOUR_ALONE.search(text) else "second" if moment.second else "minute"
        value = moment.isoformat(timespec=f"{precision}s")
    alternatives = published.alternatives if isinstance(published, Date) else ()
    return {**dates.stated(text, value, precision, day, "given"), "alternatives": alternatives}


def _agree(given: str, written: str) -> bool:
    """Whether two dates may be the same moment, as far as the coarser says: 2025-02-07 agrees with 2025-02-07T08:15.

    Two moments agree where their days do: a caller's is often in another zone than the text's.
    """
    return given[:10] == written[:10]
