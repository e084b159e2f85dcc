"""What the second look of the line model is told of the first one's answers."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import accumulate

from ..units import Unit
from .facts import (
    COMMON,
    Fact,
    by_echo,
    by_echo_after,
    by_echo_alike,
    by_echo_around,
    by_echo_before,
    by_tally,
    form_of,
)

__all__ = ["Form", "echoes", "forms_of"]

Form = tuple[Hashable, ...]
"""What units that are set alike have in common."""

#: How far around a unit its neighbours' answers are counted.
_NEAR = 3
#: Upper bounds of groups of numbers of units that are alike.
_COUNTS = (0, 2, 7)


def forms_of(units: Sequence[Unit], facts: Sequence[Sequence[Fact] | None]) -> list[Form]:
    """The form of each unit."""
    return [(unit.shape, *form_of(found or ())) for unit, found in zip(units, facts, strict=True)]


def echoes(
    units: Sequence[Unit], forms: Sequence[Form], answers: Sequence[str], doubts: Sequence[str | None]
) -> list[list[Fact]]:
    """Facts for the second look: what the first one took a unit and its neighbours for.

    `answers` are classes; `doubts` say which class came second and how close, None for what needs no second look.
    """
    last = len(units) - 1
    kinds = ["F" if answer[0] == "F" else answer for answer in answers]
    prose, furniture, headlines = _behind(kinds, "P"), _behind(kinds, "F"), _before(kinds, "HL")
    lists: dict[int, str] = {}
    others: dict[tuple[Form, str], Fact] = {}
    coarse = ["H" if kind == "HL" else kind for kind in kinds]
    alike, of_form = Counter(zip(forms, coarse, strict=True)), Counter(forms)
    found: list[list[Fact]] = []
    for at, unit in enumerate(units):
        doubt = doubts[at]
        if doubt is None:
            found.append([])
            continue
        mine, kind, rest = answers[at], kinds[at], last - at
        before = answers[at - 1] if at else "start"
        after = answers[at + 1] if rest else "end"
        near = kinds[max(0, at - _NEAR) : at] + kinds[at + 1 : at + 1 + _NEAR]
        share = 4 * furniture[at] // rest if rest else "end"
        echo: list[Fact] = [
            (by_echo, mine, doubt),
            (by_echo_around, mine, before, after),
            (by_echo_before, mine, before, answers[at - 2] if at > 1 else "start"),
            (by_echo_after, mine, after, answers[at + 2] if rest > 1 else "end"),
            (
                by_tally,
                kind,
                min(prose[at], 4),
                share,
                str(headlines[at] > 0),
                near.count("F"),
                near.count("L"),
                near.count("H"),
            ),
        ]
        form = (forms[at], coarse[at])
        if form not in others:
            others[form] = _alike(*form, alike, of_form[forms[at]] - 1)
        echo.append(others[form])
        if unit.item >= 0:
            if id(unit.block) not in lists:
                begin = at - unit.item
                lists[id(unit.block)] = _shares(kinds[begin : begin + len(unit.block.data["items"])])
            echo.append(lists[id(unit.block)])
        found.append(echo)
    return found


def _alike(form: Form, mine: str, counts: Counter[tuple[Form, str]], others: int) -> Fact:
    """What the other units of a form were taken for: how many there are, the shares of kinds in thirds."""
    shares = []
    for kind in COMMON if others else ():
        count = counts[form, kind] - (kind == mine)
        shares.append(1 + min(2, 3 * count // others) if count else 0)
    return by_echo_alike, mine, bisect_left(_COUNTS, others), tuple(shares)


def _shares(kinds: list[str]) -> str:
    """How much of a list was taken for furniture, prose, headings."""
    return "!list=" + "".join(f"{kind}{3 * kinds.count(kind) // len(kinds)}" for kind in "FPH")


def _behind(kinds: list[str], wanted: str) -> list[int]:
    """How many of a kind come behind each place."""
    total = kinds.count(wanted)
    return [total - count for count in accumulate(map(wanted.__eq__, kinds))]


def _before(kinds: list[str], wanted: str) -> list[int]:
    return list(accumulate(map(wanted.__eq__, kinds[:-1]), initial=0))
