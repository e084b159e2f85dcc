"""The times that head the entries of a live blog."""

from __future__ import annotations

import datetime as dt

from .. import dates
from ..text import Block, Wire, clock_in_front

__all__ = ["entry_times"]

#: One time at the beginning of a line may be anything; entries are several.
_LEAST_ENTRIES = 2


def entry_times(
    blocks: list[Block], text: str, day: dt.date | None, language: str | None, others: list[Wire]
) -> list[Wire]:
    """The times at the beginning of headings, and of paragraphs where no heading has one, as moments of the article's
    day. Without a day they are none, nor are those that lie in one of the other dates."""
    if day is None:
        return []
    for kind in ("heading", "paragraph"):
        entries = [(block, clock) for block in blocks if block.kind == kind and (clock := clock_in_front(block.text))]
        if len(entries) >= _LEAST_ENTRIES:
            break
    else:
        return []
    read = dates.reader(language).read
    taken = {date["start"] for date in others}
    times = []
    for block, clock in entries:
        start = text.find(clock, block.start, block.end)  # behind the marks of a heading, or such as show nothing
        date = read(f"{day.isoformat()} {clock}") if start >= 0 and start not in taken else None
        if date is not None and date["kind"] == "time":
            times.append({**date, "text": clock, "basis": "inferred", "start": start, "end": start + len(clock)})
    return times
