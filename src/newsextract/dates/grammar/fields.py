"""How what is read out of a form is taken from its codes and tokens."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..expression import MONTHS, MOST_DAYS, Fields
from ..vocabulary.codes import SINGULAR
from .tokens import Token

__all__ = ["DAY_AND_YEAR", "Builder", "Built", "is_real", "part_of", "readings", "unit_of", "value_of", "values_of"]

#: The name of a meaning and what it needs; None where the form is no date after all.
Built = tuple[str, Any] | None
Builder = Callable[[str, list[Token]], Built]
#: A day and the year behind it: "May 3, 2024".
DAY_AND_YEAR = re.compile(r"[DO],?Y")


def value_of(part: str, used: list[Token], codes: str) -> Any:
    """The value of the first token with one of some codes, None if there is none."""
    if len(codes) == 1:  # as most are
        index = part.find(codes)
        return used[index][2] if index >= 0 else None
    for index, code in enumerate(part):
        if code in codes:
            return used[index][2]
    return None


def unit_of(part: str, used: list[Token]) -> str | None:
    unit = value_of(part, used, "UKqc")
    return None if unit is None else _UNITS.get(unit, str(unit))


_UNITS = {**SINGULAR, "numbered_century": "century"}


def values_of(part: str, used: list[Token], codes: str) -> list[Any]:
    return [token[2] for code, token in zip(part, used, strict=True) if code in codes]


def is_real(fields: Fields) -> bool:
    """Whether there is such a day.

    >>> is_real(Fields(2023, 2, 29)), is_real(Fields(None, 2, 29)), is_real(Fields(2023, 13))
    (False, True, False)
    """
    if fields.month is not None and not 1 <= fields.month <= MONTHS:
        return False
    if fields.day is None:
        return True
    if fields.month is None or not 1 <= fields.day <= MOST_DAYS:
        return False
    year = fields.year
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return fields.day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[fields.month - 1]


def part_of(unit: str, number: int, form: str, data: Any) -> Built:
    """A week, weekend, day or half of a month by its number, -1 for the last; a month of a year. None where it has no
    such part.

    >>> part_of("day", 31, "date", Fields(None, 4)), part_of("week", 6, "date", Fields(None, 5))
    (None, None)
    """
    if form == "shift" and data[0] == "year":
        return ("date", Fields(None, number, years=data[1])) if unit == "month" and 1 <= number <= MONTHS else None
    most = _MOST_OF_A_MONTH.get(unit, 0)
    if not (number == _LAST and most) and not 1 <= number <= most:
        return None
    if unit == "day" and form == "date" and number != _LAST and not is_real(Fields(data.year, data.month, number)):
        return None
    return "partofmonth", (unit, number, form, data)


_MOST_OF_A_MONTH, _LAST = {"day": MOST_DAYS, "week": 5, "weekend": 5, "half": 2}, -1


def readings(first: int, second: int) -> tuple[Fields | None, Fields | None]:
    """A day and a month, the day first and the month first."""
    day_first, month_first = Fields(None, second, first), Fields(None, first, second)
    return day_first if is_real(day_first) else None, month_first if is_real(month_first) else None
