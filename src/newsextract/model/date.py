"""The record of a date, and its TIMEX3 form."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from .base import OptionalSpan

__all__ = ["Date", "DateKind", "DateOrigin", "Precision"]

Precision = Literal[
    "century", "decade", "year", "season", "quarter", "month", "week", "day", "hour", "minute", "second"
]
DateKind = Literal["date", "time", "duration", "set"]
DateOrigin = Literal["text", "given", "metadata", "url"]

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_DAY_LENGTH = len("2024-05-03")
_SATURDAY = 5
#: The months of half a year.
_HALF = re.compile(r"(\d{4})-(?:(01)/\1-06|(07)/\1-12)")
_SEASON = re.compile(r"(-?\d{4})-(2[1-4])")


class Date(OptionalSpan):
    """A date expression, normalised and never finer than what was written."""

    type: Literal["date"] = "date"
    """Tells a date from a quantity in `Cell.value`."""
    text: str
    """What was written, white space folded."""
    value: str | None = None
    """EDTF level 0/1 or an ISO 8601 date-time: 2023-09-12, 2023-10, 199X, 2025-21 (spring), 2023-10-03/2023-10-07,
    1850~, 2024-06-03T14:20, 2025-02-07T08:15+00:00. Null where a relative date has no anchor. Durations are ISO 8601
    durations, sets are TIMEX3 sets; asked for with these, "now" and the like are TIMEX3's PRESENT_REF, PAST_REF and
    FUTURE_REF, and a part of a day stands behind it: 2025-02-07TNI."""
    precision: Precision
    """How fine the text is, whatever the value says: a week or a quarter is written as an interval of days."""
    kind: DateKind = "date"
    """A calendar date, a time of day on one, a length of time, or a recurring time."""
    earliest: dt.date | None = None
    """First day the expression can mean, inclusive. Null where the value has no bounds (a season, an open value)."""
    latest: dt.date | None = None
    """Last day the expression can mean, inclusive."""
    basis: Literal["explicit", "relative", "inferred"] = "explicit"
    """Written in full; counted from another date; or completed from context (a table's header, the anchor's year)."""
    modifier: Literal["early", "mid", "late", "approximate"] | None = None
    """A word that narrows or loosens the value: "early 2023" is 2023, early."""
    alternatives: tuple[str, ...] = ()
    """Other values the text allows, where nothing decides: the second reading of 03/04/2023."""
    origin: DateOrigin = "text"
    """Where it was found: in the text, given by the caller, in a page's metadata, or in its URL."""

    @property
    def timex(self) -> str | None:
        """The value as TIMEX3 writes it (TimeML 1.2.1): 199X is 199, spring 2025-SP, a quarter 2023-Q2."""
        return _timex(self.value, self.precision)


def _is_weekend(value: str) -> bool:
    """Whether an interval of days is a Saturday and the Sunday behind it."""
    first, _, last = value.partition("/")
    if not (len(first) == len(last) == _DAY_LENGTH):
        return False
    saturday, sunday = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return saturday.weekday() == _SATURDAY and (sunday - saturday).days == 1


def _timex(value: str | None, precision: str) -> str | None:
    """
    >>> _timex("199X", "decade"), _timex("2025-21", "season"), _timex("1850~", "year")
    ('199', '2025-SP', '1850')
    >>> _timex("2023-04-01/2023-06-30", "quarter"), _timex("2024-12-30/2025-01-05", "week")
    ('2023-Q2', '2025-W01')
    >>> _timex("2023-07/2023-12", "month")
    '2023-H2'
    """
    if value is None:
        return None
    value = value.rstrip("~?%")
    season = _SEASON.fullmatch(value)
    if season:
        return f"{season[1]}-{_SEASONS[season[2]]}"
    if precision in ("decade", "century"):
        return value.rstrip("X")
    first = value.partition("/")[0]
    if precision == "quarter" and first != value:
        year, month, _ = first.split("-")
        return f"{year}-Q{(int(month) + 2) // 3}"
    if precision == "day" and first != value and _is_weekend(value):
        of, week, _ = dt.date.fromisoformat(first).isocalendar()
        return f"{of:04}-W{week:02}-WE"
    half = _HALF.fullmatch(value)
    if half:
        return f"{half[1]}-H{2 if half[3] else 1}"
    if precision == "week" and first != value:
        of, week, _ = dt.date.fromisoformat(first).isocalendar()
        return f"{of:04}-W{week:02}"
    return value
