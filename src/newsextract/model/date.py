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
#: The number of ISO 8601.
_SATURDAY = 6
#: The months of half a year.
_HALF = re.compile(r"(\d{4})-(?:(01)/\1-06|(07)/\1-12)")
#: Whole months, of which three are a quarter.
_QUARTER = re.compile(r"(?P<year>\d{4})-(?P<first>01|04|07|10)-01/(?P=year)-(?P<last>\d\d)-\d\d")
_QUARTER_LENGTH = 3
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
        """The value as TIMEX3 writes it (TimeML 1.2.1): 199X is 199, spring 2025-SP, a quarter 2023-Q2. None for an
        interval that has no name there (3 to 7 October)."""
        return _timex(self.value, self.precision)


def _timex(value: str | None, precision: str) -> str | None:
    """
    >>> _timex("199X", "decade"), _timex("2025-21", "season"), _timex("1850~", "year")
    ('199', '2025-SP', '1850')
    >>> _timex("2019/2021", "year") is _timex("17XX/18XX", "century") is None
    True
    """
    if value is None:
        return None
    value = value.rstrip("~?%")
    if "/" in value:
        return _timex_of_interval(value, precision)
    season = _SEASON.fullmatch(value)
    if season:
        return f"{season[1]}-{_SEASONS[season[2]]}"
    return value.rstrip("X") if precision in ("decade", "century") else value


def _timex_of_interval(value: str, precision: str) -> str | None:
    """An interval that is a quarter, a half, a week or a weekend: TIMEX3 has names for these alone.

    >>> _timex_of_interval("2023-04-01/2023-06-30", "quarter"), _timex_of_interval("2023-07/2023-12", "month")
    ('2023-Q2', '2023-H2')
    >>> _timex_of_interval("2024-12-30/2025-01-05", "week"), _timex_of_interval("2025-02-01/2025-02-02", "day")
    ('2025-W01', '2025-W05-WE')
    >>> _timex_of_interval("2024-01-15/2024-02-04", "week") is _timex_of_interval("2023-10-03/2023-10-04", "day")
    True
    """
    half = _HALF.fullmatch(value)
    if half:
        return f"{half[1]}-H{2 if half[3] else 1}"
    quarter = _QUARTER.fullmatch(value)
    if precision == "quarter" and quarter and int(quarter["last"]) - int(quarter["first"]) == _QUARTER_LENGTH - 1:
        return f"{quarter['year']}-Q{int(quarter['last']) // _QUARTER_LENGTH}"
    if precision not in ("week", "day"):
        return None
    begin, end = map(dt.date.fromisoformat, value.split("/"))
    year, week, weekday = begin.isocalendar()
    name = {("week", 1, 6): "", ("day", _SATURDAY, 1): "-WE"}.get((precision, weekday, (end - begin).days))
    return None if name is None else f"{year:04}-W{week:02}{name}"
