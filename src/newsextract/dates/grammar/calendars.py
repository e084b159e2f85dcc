"""Days of other calendars as those of the Gregorian."""

from __future__ import annotations

import datetime as dt

from ..expression import MONTHS

__all__ = ["SOLAR_YEARS", "last_solar_day", "solar_day"]

#: Years of the solar Hijri calendar for which its leap years follow the cycle of 33 years.
SOLAR_YEARS = range(1244, 1473)

#: The ordinal of the day before the first of year 0.
_EPOCH = 226529
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30
_LEAP_YEARS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_CYCLE = 33


def solar_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of the solar Hijri calendar, which Iran and Afghanistan have; None if there is no such day.

    >>> solar_day(1403, 3, 5), solar_day(1399, 12, 30), solar_day(1402, 12, 30)
    (datetime.date(2024, 5, 25), datetime.date(2021, 3, 20), None)
    """
    if year not in SOLAR_YEARS or not 1 <= month <= MONTHS or not 1 <= day <= last_solar_day(year, month):
        return None
    cycles, years = divmod(year, _CYCLE)
    leaps = cycles * len(_LEAP_YEARS) + sum(leap < years for leap in _LEAP_YEARS)
    months = (month - 1) * _SHORT + min(month - 1, _LONG_MONTHS)
    return dt.date.fromordinal(_EPOCH + year * 365 + leaps + months + day)


def last_solar_day(year: int, month: int) -> int:
    """The number of days of a month.

    >>> last_solar_day(1403, 6), last_solar_day(1402, 12), last_solar_day(1403, 12)
    (31, 29, 30)
    """
    if month < MONTHS:
        return _LONG if month <= _LONG_MONTHS else _SHORT
    return _SHORT if year % _CYCLE in _LEAP_YEARS else _SHORT - 1
