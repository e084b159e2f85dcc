"""What is read out of a form: its fields, and how they are taken from codes and tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .tokens import Token
from .vocabulary import SINGULAR

__all__ = ["Builder", "Built", "Fields", "is_real", "unit_of", "value_of", "values_of"]

#: The name of a meaning and what it needs; None where the form is no date after all.
Built = tuple[str, Any] | None
Builder = Callable[[str, list[Token]], Built]


@dataclass(slots=True)
class Fields:
    """What is said of a date. None: not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    """-1, 0, 1: the last, this, the next such month or day."""
    weekday: int | None = None
    """Of a day: 0 is Monday."""
    years: int | None = None
    """Years from the anchor's: "March last year"."""
    same: int | None = None
    """Years from that which the text spoke of last: "May of that year"."""
    shared: int | None = None
    """The year of the date behind it: "from May to July 2024"."""


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
    return None if unit is None else SINGULAR.get(unit, str(unit))


def values_of(part: str, used: list[Token], codes: str) -> list[Any]:
    return [token[2] for code, token in zip(part, used, strict=True) if code in codes]


def is_real(fields: Fields) -> bool:
    """Whether there is such a day.

    >>> is_real(Fields(2023, 2, 29)), is_real(Fields(None, 2, 29)), is_real(Fields(2023, 13))
    (False, True, False)
    """
    if fields.month is not None and not 1 <= fields.month <= 12:
        return False
    if fields.day is None:
        return True
    if fields.month is None or not 1 <= fields.day <= 31:
        return False
    year = fields.year
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return fields.day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[fields.month - 1]
