"""What a date may be completed from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..expression import Expression
from .spans import Meaning

__all__ = ["NEAR", "Context"]

#: Where a text does not tell of other times, a date takes the year of one that is so many characters before it, and
#: what is counted from another ("two years later") is counted from one that is as close.
NEAR = 600


@dataclass(slots=True)
class Context:
    """What a date may be completed from."""

    anchor: dt.date | None
    order: str | None
    """The order of numeric dates, where something decides it."""
    year: int | None = None
    """The year of the last date before that was written in full."""
    alone: bool = False
    """Whether that was a year alone, or no more than a season."""
    lent: int = 0
    """To where that is lent (`Expression.lent`)."""
    heading: int = 0
    """To where that is lent whatever the day of publication is, if it was a heading."""
    place: int = 0
    """Where that ends."""
    month: int = 1
    quarter: Meaning | None = None
    """The last quarter before."""
    quarter_place: int = 0
    """Where that ends."""
    focus: Meaning | None = None
    """The last date before of which the year is known at least."""
    focus_place: int = 0
    """Where that ends."""
    now: Meaning | None = None
    """The same without what a text only looks ahead to, where there is no anchor: "for the year" is not that."""
    now_place: int = 0
    """Where that ends."""
    history: bool = False
    """Whether the text tells of other times than the anchor's: then a date without a year takes that of the last one
    before."""

    def lends(self, expression: Expression) -> bool:
        """Whether a date without a year takes the year of the last one before, where nothing else tells.

        A year alone is one of many that a text names ("founded in 1921", "by 2050"): it is lent where it opens what
        tells of it, and only to what was. In another part of the text none is for what is to come.
        """
        if self.year is None:
            return False
        if self.history or (expression.start < self.heading and expression.tense not in ("future", "until")):
            return True
        if self.anchor is not None or expression.start - self.place > NEAR:
            return False
        if self.alone:
            return expression.start < self.lent and expression.tense == "past"
        return self.place >= expression.begin or expression.tense != "future"
