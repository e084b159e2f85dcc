"""The times that head the entries of a live blog."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

from .. import dates
from ..text import Block, Wire, clock_in_front

__all__ = ["entry_times"]

#: One time at the beginning of a line may be anything; entries are several.
_LEAST_ENTRIES = 2


#: In minutes. Of two entries in a row that seem to be further apart than half a day, a midnight lies between.
_DAY, _HALF_DAY = 24 * 60, 12 * 60
#: In minutes: how much later than its update line an entry may be, which may be of another time zone or a stale one.
_LATER = 6 * 60
#: The share of the steps that go on, or back, where entries are in an order.
_ORDERED = 0.75


def entry_times(
    blocks: list[Block],
    text: str,
    published: Wire | None,
    modified: Wire | None,
    language: str | None,
    others: list[Wire],
) -> list[Wire]:
    """The times at the beginning of headings, and of paragraphs where no heading has one, as moments of the article's
    day, and of those before and behind it where the entries run over midnight. Without a day they are none, nor are
    those that lie in one of the other dates."""
    stamp = published or modified
    if stamp is None:
        return []
    day = dates.anchor(stamp["value"])
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
    shifts = _days(list(map(_minute, times)), _minute(stamp), by_update=published is None)
    return [_moved(time, day, shift, read) for time, shift in zip(times, shifts, strict=True)]


def _minute(moment: Wire) -> int | None:
    """The minute of its day, None for a whole day."""
    clock = moment["value"].partition("T")[2]
    return int(clock[:2]) * 60 + int(clock[3:5]) if clock[2:3] == ":" else None


def _moved(time: Wire, day: dt.date, shift: int, read: Callable[..., Wire | None]) -> Wire:
    """A moment of a day as one of so many days later."""
    there = read(f"{(day + dt.timedelta(shift)).isoformat()} {time['text']}") if shift else None
    return time if there is None else {**there, **{key: time[key] for key in ("text", "basis", "start", "end")}}


def _days(minutes: list[int | None], stamp: int | None, *, by_update: bool) -> list[int]:
    """How many days from the article's each entry is, whose minutes of the day are given in reading order, and that of
    the article's stamp if it has one.

    The entry that stands first is of the day of publication, and the last in time of the day of the update. The time of
    a stamp tells more: which of the entries were made near it.

    >>> _days([90, 10, 1390, 1320], 102, by_update=True)  # 01:30, 00:10, 23:10, 22:00, updated at 01:42
    [0, 0, -1, -1]
    >>> _days([1310, 1350, 15, 100], 1438, by_update=False)  # 21:50, 22:30, 00:15, 01:40, published at 23:58
    [0, 0, 1, 1]
    >>> _days([615, 590, 1410], None, by_update=False)  # 10:15, 09:50, 23:30, published on a day
    [0, 0, -1]
    """
    if None in minutes or not minutes:
        return [0] * len(minutes)
    known = [minute for minute in minutes if minute is not None]
    since = _running(known)
    first, last = min(since), max(since)
    by_first, by_last = first // _DAY, last // _DAY
    if by_update:
        base = by_last + (stamp is not None and last % _DAY > stamp + _LATER)
    elif stamp is None:
        base = since[0] // _DAY
    else:
        base = min(by_first, by_last, key=lambda day: max(first - day * _DAY - stamp, stamp - (last - day * _DAY), 0))
    return [minute // _DAY - base for minute in since]


def _running(minutes: list[int]) -> list[int]:
    """Minutes of the day as such since the day of the first, where they go on, or back, over midnight."""
    steps = [after - before for before, after in pairwise(minutes)]
    if all(step >= 0 for step in steps) or all(step <= 0 for step in steps):
        return minutes
    nearest = [(step + _HALF_DAY) % _DAY - _HALF_DAY for step in steps]
    on, back = sum(step > 0 for step in nearest), sum(step < 0 for step in nearest)
    if max(on, back) < _ORDERED * len(nearest):
        return minutes  # in no order
    since = minutes[:1]
    for step in nearest:
        since.append(since[-1] + step)
    return since
