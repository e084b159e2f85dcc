"""The levels of bare headings, where the text tells: numbers in numbers, parts over what is in them, capitals over
small letters. Where nothing tells, all are of one level."""

from __future__ import annotations

import re

from ..model.article import PLAIN_LEVEL
from ..text import Block

__all__ = ["set_levels"]

_DEEPEST = 6
_HAN = "[一二三四五六七八九十百]{1,3}"


def _worded(names: str, wide_names: str, rank: str) -> str:
    """A pattern for headings counted by a word: "Part one: Frost", "Teil 2", "第三章", "الفصل الأول"."""
    number = r"(?:[0-9]{1,2}|[ivx]{1,5}|[^\W\d_]{2,9})"
    return rf"(?:{names})\s+{number}(?:\s*[:.–—-]|$)|第(?:{_HAN}|[0-9]{{1,2}})(?:{wide_names})|{rank}\s"


#: What headings are counted by, the outermost first. Only the first two stand over headings without a number too.
_SCHEMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _worded("part|teil|partie|parte|deel|del|część|часть|частина|μέρος|bölüm", "部分|部|编|編|篇", "الجزء"),
        _worded(
            "chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|rozdział|глава|розділ|κεφάλαιο", "章", "الفصل"
        ),
        rf"第(?:{_HAN}|[0-9]{{1,2}})[节節]",
        rf"{_HAN}[、．.]",
        rf"[(（]{_HAN}[)）]",
        r"[ivx]{1,5}[.)]\s",
        r"[a-h][.)]\s",
        r"[0-9]{1,2}[.)、．:]",
    )
)
_WORDED = 2
#: What the first heading of these is: a text that begins with another is a piece of something else.
_FIRSTS = ("", "", "第", "一", "", "i", "a", "1")
_LEAST_COUNTED = 2
#: 2.1, 2.1.3
_DOTTED = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2}){0,4})[.):、]?(?=\s|[^\x00-\x7f])")
#: A heading in capitals is more than an acronym ("HTTPS").
_LEAST_CAPITALS = 7


def set_levels(blocks: list[Block]) -> None:
    """Give bare headings their levels. Who marks headings says their levels too, and nothing is added to that."""
    headings = [block for block in blocks if block.kind == "heading"]
    if len(headings) <= _LEAST_COUNTED or any("mark" in block.data for block in headings):
        return
    texts = [block.text for block in headings]
    depths = _by_numbers(texts) or _by_schemes(texts) or _by_capitals(texts)
    for block, depth in zip(headings, depths or (), strict=bool(depths)):
        if depth:
            block.data = {**block.data, "level": min(PLAIN_LEVEL + depth, _DEEPEST)}


def _by_numbers(texts: list[str]) -> list[int] | None:
    """How deep each heading stands by numbers with dots, where one of them lies in another.

    >>> _by_numbers(["1 Taxes", "1.1 Income", "1.1.1 Bands", "2 Fuel", "Sources"])
    [0, 1, 2, 0, 0]
    >>> _by_numbers(["1.5 million came", "2. They left", "Sources"])
    """
    numbers = [found[1] if (found := _DOTTED.match(text)) else "" for text in texts]
    known = set(numbers)
    if not any("." in number and number.rpartition(".")[0] in known for number in numbers):
        return None
    return [number.count(".") for number in numbers]


def _by_schemes(texts: list[str]) -> list[int] | None:
    """How deep each heading stands by two ways of counting, one within the other, or by parts over bare headings.

    >>> _by_schemes(["Part one: Frost", "Fields", "Prices", "Part two: Thaw", "Floods"])
    [0, 1, 1, 0, 1]
    >>> _by_schemes(["一、起源", "1、规模", "2、对话", "二、方法", "3、模型"])
    [0, 1, 1, 0, 1]
    >>> _by_schemes(["1. Frost", "2. Thaw", "Sources"])
    >>> _by_schemes(["Food", "A. Fish", "B. Rice", "Wine", "A. Red", "1. Old", "2. New", "B. White"])
    """
    kinds = [next((rank for rank, scheme in enumerate(_SCHEMES) if scheme.match(text)), -1) for text in texts]
    firsts = {rank: kinds.index(rank) for rank in set(kinds) if rank >= 0}
    counted = [
        rank
        for rank, at in sorted(firsts.items())
        if kinds.count(rank) >= _LEAST_COUNTED and texts[at].lstrip("(（").lower().startswith(_FIRSTS[rank])
    ]
    if not counted or firsts[counted[0]] != min(firsts[rank] for rank in counted):
        return None
    outer = counted[0]
    begin, end = firsts[outer], len(kinds) - kinds[::-1].index(outer)
    between = kinds[begin:end]
    bare = outer < _WORDED and any(kind not in counted for kind in between)
    counted = [rank for rank in counted if rank in between]
    if (len(counted) == 1 and not bare) or _restarts(texts, kinds, outer):
        return None
    below = len(counted) if bare else 0
    return [counted.index(kind) if kind in counted else below if at > begin else 0 for at, kind in enumerate(kinds)]


def _restarts(texts: list[str], kinds: list[int], rank: int) -> bool:
    """Whether headings are counted from the first again, and so lie within others that have no number."""
    first = _FIRSTS[rank]
    begun = [_SCHEMES[rank].match(text) for text, kind in zip(texts, kinds, strict=True) if kind == rank]
    return (
        bool(first) and sum(found is not None and found[0].lower().rstrip(".)、．: ") == first for found in begun) > 1
    )


def _by_capitals(texts: list[str]) -> list[int] | None:
    """How deep each heading stands where those in capitals stand over others.

    >>> _by_capitals(["FROST IN THE EAST", "Fields", "THAW IN THE WEST", "Floods"])
    [0, 1, 0, 1]
    >>> _by_capitals(["HTTPS", "Fields", "TLS", "Floods"])
    >>> _by_capitals(["FROST IN THE EAST", "Fields", "FLOODS IN THE WEST", "DATES"])
    [0, 1, 0, 0]
    """
    if not _is_capital(texts[0]) or sum(map(_is_capital, texts)) < _LEAST_COUNTED:
        return None
    # Among these a short one is no acronym.
    capitals = [_is_capital(text, 1) for text in texts]
    if all(capitals):
        return None
    return [int(not each) for each in capitals]


def _is_capital(text: str, least: int = _LEAST_CAPITALS) -> bool:
    """Whether a heading is written in capitals; Chinese has none, though "GNOME 41 的功能" is upper case to Python."""
    letters = [character for character in text if character.isalpha()] if text.isupper() else []
    return len(letters) >= least and all(map(str.isupper, letters))
