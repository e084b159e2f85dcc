"""Feasts that are one day: their names, and which day of a year each is.

The names stand in the tables of `words.py` by their rule. A rule is a month and a day ("12-25"), days from Easter of
the Gregorian reckoning ("easter-2"), or a weekday of a month, counted from its beginning or end ("11-thu4",
"05-mon-1"), and perhaps days behind it ("11-thu4+1"). A name behind "~" is as often a season or a part of another name
("Christmas market"): it is the day only beside a year, or behind "last" and the like.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .words import table

__all__ = ["FeastWord", "Rule", "day_in", "names"]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RULE = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)|easter(?P<days>[+-]\d+)|(?P<of>\d\d)-(?P<weekday>[a-z]{3})(?P<n>-?\d)(?P<more>\+\d)?"
)


class Rule(NamedTuple):
    """Which day of a year a feast is. Without a month, `day` is counted from Easter; with a weekday, `day` is which of
    them in the month, from its end where it is negative."""

    month: int | None
    day: int
    weekday: int | None
    sure: bool
    """Whether the name alone is the day."""
    more: int = 0
    """Days behind that weekday."""


@dataclass(frozen=True, eq=False)
class FeastWord:
    """The value of a word that names of feasts have. Each is itself alone."""

    text: str
    rules: dict[tuple[object, ...], Rule] = field(default_factory=dict)
    """By the values of the name's other words; None first where it begins with a unit: "dia de Natal"."""


def names(language: str) -> Iterator[tuple[tuple[str, ...], Rule]]:
    """The names of a language, each as its words in lower case, and their rules.

    >>> dict(names("en"))[("good", "friday")]
    Rule(month=None, day=-2, weekday=None, sure=True, more=0)
    """
    for rule, forms in table(language).get("feasts", {}).items():
        for form in forms.split():
            yield tuple(form.lstrip("~").split("_")), _rule(rule, not form.startswith("~"))


def _rule(text: str, sure: bool) -> Rule:
    match = _RULE.fullmatch(text)
    assert match is not None, text
    if match["days"]:
        return Rule(None, int(match["days"]), None, sure)
    if match["weekday"]:
        return Rule(int(match["of"]), int(match["n"]), _WEEKDAYS.index(match["weekday"]), sure, int(match["more"] or 0))
    return Rule(int(match["month"]), int(match["day"]), None, sure)


def day_in(rule: Rule, year: int) -> dt.date:
    """The day of a feast in a year.

    >>> thanksgiving = Rule(11, 4, 3, True)
    >>> day_in(thanksgiving, 2024), day_in(Rule(None, -2, None, True), 2024)
    (datetime.date(2024, 11, 28), datetime.date(2024, 3, 29))
    """
    if rule.month is None:
        return _easter(year) + dt.timedelta(rule.day)
    if rule.weekday is None:
        return dt.date(year, rule.month, rule.day)
    if rule.day > 0:
        first = dt.date(year, rule.month, 1)
        return first + dt.timedelta((rule.weekday - first.weekday()) % 7 + 7 * (rule.day - 1) + rule.more)
    next_month = dt.date(year, rule.month + 1, 1)
    return next_month - dt.timedelta((next_month.weekday() - rule.weekday - 1) % 7 + 1 + 7 * (-rule.day - 1))


def _easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Oudin's algorithm).

    >>> _easter(2024), _easter(2025), _easter(1999)
    (datetime.date(2024, 3, 31), datetime.date(2025, 4, 20), datetime.date(1999, 4, 4))
    """
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return dt.date(year, month, sunday + 28 - 31 * (month // 4))
