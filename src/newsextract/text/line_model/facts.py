"""What the line model weighs: features, and the facts that they are made of.

A feature is a string "name=value", present or not. Many depend on the same few values: what a line is like, and what
stands before and behind it. Such values together are a fact, a template and what it is filled with, and the model adds
up a fact's features once and keeps the sum: to look it up costs a fifth of what its features would.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

__all__ = [
    "COMMON",
    "ECHO",
    "LENGTHS",
    "ROUGH",
    "RUNS",
    "SHARES",
    "SIZES",
    "WORDS",
    "Fact",
    "all_of",
    "around",
    "by_colon",
    "by_echo",
    "by_echo_after",
    "by_echo_alike",
    "by_echo_around",
    "by_echo_before",
    "by_far",
    "by_form",
    "by_head",
    "by_item",
    "by_label",
    "by_likeness",
    "by_list",
    "by_place",
    "by_returns",
    "by_subjects",
    "by_tail",
    "by_tally",
    "features_of",
    "form_of",
    "names_of",
]

Fact = str | tuple[Callable[..., Sequence[str]], *tuple[Any, ...]]
"""A feature by its name, or one of the templates below with its values. Plain tuples: of two facts of named ones with
the same values the model would take one for the other, and they take five times as long to make."""

ECHO = "!"
"""What the names of features begin with that tell the second look of the first one's answers."""
COMMON = "HFPL"
"""Kinds whose shares are counted among units of one form."""


Bounds = tuple[float, ...]

SIZES: Bounds = (8, 16, 28, 45, 65, 90, 130, 200, 320, 600)
"""Upper bounds of groups of sizes, in characters; those of scripts without spaces count for two. A fact has the group's
number (bisect_left), a feature's name its bound."""
ROUGH: Bounds = (40, 100, 200, 350)
"""The same, fewer of them."""
WORDS: Bounds = (1, 2, 3, 4, 6, 9, 14, 20, 30, 60)
"""Of numbers of words."""
LENGTHS: Bounds = (1, 2, 3, 5, 10, 20)
"""Of numbers of items."""
RUNS: Bounds = (1, 2, 3, 5, 8)
"""Of how many units in a row have a label."""
_MEANS: Bounds = (1.5, 2.5, 4, 7, 12, 25)
"""Of how many words the items of a list have on average."""
SHARES: Bounds = (0, 1, 2, 4, 6)
"""Of tenths of words that speak of something."""
_FEW: Bounds = (2.5, 7, 16)


def _bound(bounds: Bounds, group: int) -> str:
    return f"{bounds[group]}" if group < len(bounds) else "more"


def names_of(fact: Fact) -> Sequence[str]:
    """The features of a fact.

    >>> names_of("in=comma"), names_of((by_tail, 2, "bare"))
    (('in=comma',), ('place=-2', 'place,shape=-2,bare'))
    """
    if isinstance(fact, str):
        return (fact,)
    template, *values = fact
    return template(*values)


def features_of(facts: Iterable[Fact]) -> list[str]:
    """The features of several facts."""
    return [name for fact in facts for name in names_of(fact)]


#: Groups of sizes taken together where forms are compared.
_FORM_SIZES = (1, 1, 3, 3, 5, 5, 6, 7, 9, 9, 9)


def form_of(facts: Iterable[Fact]) -> tuple[Hashable, ...]:
    """What a text is like by itself, its words left out: rough size, beginning, capitals. The headings of an article
    are set alike, and so are its links.

    >>> form_of(["bold", (by_form, "letter", 2, 3, "word", "all")])
    (3, 'word', 'all')
    """
    for fact in facts:
        if not isinstance(fact, str) and fact[0] is by_form:
            _, _, size, _, begin, case = fact
            return _FORM_SIZES[size], begin, case
    return ()


def all_of(*names: str) -> Sequence[str]:
    """Features that are often seen together."""
    return names


def by_form(end: str, size: int, words: int, begin: str, case: str | None) -> Sequence[str]:
    """Of a text by itself."""
    names = (
        f"end={end}",
        f"size={_bound(SIZES, size)}",
        f"words={_bound(WORDS, words)}",
        f"begins={begin}",
        f"begins,end={begin},{end}",
    )
    return names if case is None else (*names, f"case={case}", f"case,end={case},{end}")


def by_item(marker: str, end: str, size: int, length: int) -> Sequence[str]:
    """Of an item in its list."""
    return (
        f"marker={marker}",
        f"marker,end={marker},{end}",
        f"marker,size={marker},{_bound(SIZES, size)}",
        f"marker,length={marker},{_bound(LENGTHS, length)}",
    )


def by_list(mean: float, stops: int, before: str, after: str, zone: str, capitals: int, doubles: int,
            length: int) -> Sequence[str]:  # fmt: skip
    """Of a list as a whole: is it one of links?"""
    words, few = _bound(_MEANS, bisect_left(_MEANS, mean)), _bound(_FEW, bisect_left(_FEW, mean))
    return (
        f"list words={words}",
        f"list stops={stops}",
        f"list between={before},{after}",
        f"list zone={zone}",
        f"list zone,words,stops={zone},{few},{stops}",
        f"list before,words={before},{few}",
        f"list capitals={capitals}",
        f"list doubles={doubles}",
        f"list length={_bound(LENGTHS, length)}",
    )


def by_subjects(shape: str, about: int, share: int, subjects: Sequence[str]) -> Sequence[str]:
    """Of what a unit speaks."""
    return (
        f"subjects={about},{shape}",
        f"subjects share={_bound(SHARES, share)},{shape}",
        *(f"subject={subject}" for subject in subjects),
    )


def around(shape: str, before: str, after: str, zone: str) -> Sequence[str]:
    """Of a unit's neighbours."""
    return (
        f"shape={shape}",
        f"before={before}",
        f"after={after}",
        f"shape,before={shape},{before}",
        f"shape,after={shape},{after}",
        f"before,shape,after={before},{shape},{after}",
        f"zone={zone},{shape}",
    )


def by_far(before: str | None, after: str | None) -> Sequence[str]:
    """Of those that stand next to its neighbours; None where there are none."""
    return (
        *(() if before is None else (f"before that={before}",)),
        *(() if after is None else (f"after that={after}",)),
    )


def by_place(at: int, shape: str, size: int, rough: int, after: str) -> Sequence[str]:
    """Of the first units."""
    return (
        f"place={at}",
        f"place,shape={at},{shape}",
        f"place,size={at},{_bound(SIZES, size)}",
        f"place,size,after={at},{_bound(ROUGH, rough)},{after}",
    )


def by_head(at: int, words: int, end: str, shape: str, after: str) -> Sequence[str]:
    """Of the first two: which of them is the headline?"""
    return (
        f"place,words={at},{_bound(WORDS, words)}",
        f"place,end={at},{end}",
        f"place,shape,after={at},{shape},{after}",
    )


def by_tail(rest: int, shape: str) -> Sequence[str]:
    """Of the last units."""
    return f"place=-{rest}", f"place,shape=-{rest},{shape}"


def by_label(run: int, shape: str, words: int) -> Sequence[str]:
    """Of a unit with a label in front."""
    return f"label run={_bound(RUNS, run)},{shape}", f"label words={words},{_bound(RUNS, min(run, 2))}"


def by_colon(words: int, after: str, colons: int) -> Sequence[str]:
    """Of a unit that ends in a colon."""
    return f"colon,words,after={words},{after}", f"colons={colons},{after}"


def by_returns(behind: int, before: int, shape: str) -> Sequence[str]:
    """Of how many of a unit's words stand near it, in thirds."""
    return (f"returns near={behind},{before},{shape}",)


def by_likeness(before: str, after: str, shape: str) -> Sequence[str]:
    """Of how a unit is like the ones next to it; "-" where there is none to be like."""
    names = [f"like {name}={sign},{shape}" for name, sign in (("before", before), ("after", after)) if sign != "-"]
    return (*names, f"like={before},{after},{shape}")


def by_echo(mine: str, doubt: str) -> Sequence[str]:
    """Of the first look's answer for the unit itself."""
    return (f"!{mine},{doubt}",)


def by_echo_around(mine: str, before: str, after: str) -> Sequence[str]:
    """Of its answers for the units next to it."""
    return (
        f"!before={before}",
        f"!after={after}",
        f"!before,{mine}={before}",
        f"!after,{mine}={after}",
        f"!both,{mine}={before},{after}",
    )


def by_echo_before(mine: str, before: str, before_that: str) -> Sequence[str]:
    """Of the two before it."""
    return f"!before that={before_that}", f"!two before,{mine}={before},{before_that}"


def by_echo_after(mine: str, after: str, after_that: str) -> Sequence[str]:
    """Of the two behind it."""
    return f"!after that={after_that}", f"!two after,{mine}={after},{after_that}"


def by_echo_alike(mine: str, count: int, shares: Sequence[int]) -> Sequence[str]:
    """Of its answers for the other units of the same form: how many there are, and the shares of the common kinds."""
    if not count:
        return (f"!alike,{mine}=0",)
    names = (f"!alike {kind},{mine}={share}" for kind, share in zip(COMMON, shares, strict=True))
    return f"!alike,{mine}={count}", *names


def by_tally(
    kind: str, prose: int, furniture: int | str, headline: str, furniture_near: int, items_near: int, headings_near: int
) -> Sequence[str]:
    """Of how many units behind it and near it were taken for what."""
    return (
        f"!prose behind,{kind}={prose}",
        f"!furniture behind,{kind}={furniture}",
        f"!headline before,{kind}={headline}",
        f"!near,{kind}=F{furniture_near}",
        f"!near,{kind}=L{items_near}",
        f"!near,{kind}=H{headings_near}",
    )
