"""What the line model looks at: a unit (`looks`), its neighbours, its list and its place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from ...writing import SENTENCE_END
from ..units import Unit
from .facts import (
    LENGTHS,
    ROUGH,
    RUNS,
    SIZES,
    WORDS,
    Fact,
    all_of,
    around,
    by_colon,
    by_far,
    by_head,
    by_label,
    by_likeness,
    by_list,
    by_place,
    by_returns,
    by_tail,
)
from .looks import FEW_WORDS, PUNCTUATION, Look, Words, label_in_front, look_at, marks_in

__all__ = ["facts_of"]

#: How many units at the head and at the end have a place of their own.
_HEAD, _TAIL = 4, 6
#: Where a headline's words are looked for, in characters behind it.
_BODY = 2500
_LEAST_WORD = 4
#: How many units before and behind a line its words are looked for; of how many letters.
_NEAR, _LONG_WORD = 3, 5


def facts_of(units: Sequence[Unit], unspaced: bool, known: Words | None = None) -> list[list[Fact] | None]:
    """What there is to say of each unit; None for those that a rule is sure of.

    Args:
        units: Those of a text, in order.
        unspaced: Whether the text is of a language written without spaces.
        known: The words that the model has weights for; None for all words.
    """
    page = _Page(units, unspaced, known)
    return [page.facts(at, look) if look is not None else None for at, look in enumerate(page.looks)]


class _Page:
    """The units of a text and what they know of each other."""

    def __init__(self, units: Sequence[Unit], unspaced: bool, known: Words | None) -> None:
        self.units = units
        self.last = len(units) - 1
        self.shapes = [unit.shape for unit in units]
        self.zones = _zones(self.shapes)
        self.labels = [label_in_front(unit) for unit in units]
        self.label_runs = _runs(self.labels)
        self.label_counts = Counter(filter(None, self.labels))
        lowered = [unit.text.lower() for unit in units]
        self.lowered = [
            low if len(low) <= _BODY else unit.text[:_BODY].lower() for unit, low in zip(units, lowered, strict=True)
        ]
        marks = marks_in([unit.text for unit in units])
        self.looks = [
            look_at(unit, low, marks=marks, spaced=not unspaced, known=known)
            for unit, low in zip(units, lowered, strict=True)
        ]
        self.likeness = ["-", *map(_likeness, pairwise(units), pairwise(self.looks)), "-"]
        self.firsts = Counter([look.words[0] for look in self.looks if look is not None])
        self.texts = Counter([unit.text for unit in units])
        self.colons = min(self.shapes.count("colon"), 4)
        self.authors = tuple(
            name for unit in units if unit.shape == "byline" for name in unit.block.data["authors"] if " " in name
        )
        self.lists: dict[int, Fact] = {}
        self.unspaced = unspaced

    def facts(self, at: int, look: Look) -> list[Fact]:
        """All facts of a unit that has a look."""
        shapes, last = self.shapes, self.last
        unit = self.units[at]
        shape = unit.shape
        after = shapes[at + 1] if at < last else "end"
        facts, flags = look.facts, look.flags
        facts.append((around, shape, shapes[at - 1] if at else "start", after, self.zones[at]))
        facts.append((by_far, shapes[at - 2] if at > 1 else None, shapes[at + 2] if at + 1 < last else None))
        if at < _HEAD:
            self._head(at, look, after)
        if last - at < _TAIL:
            facts.append((by_tail, last - at, shape))
        if label := self.labels[at]:
            run = bisect_left(RUNS, self.label_runs[at])
            facts.append((by_label, run, shape, min(label.count(" ") + 1, 6)))
            if self.label_counts[label] > 1:
                flags.append(f"label again={shape}")
        if unit.item >= 0:
            if id(unit.block) not in self.lists:
                self.lists[id(unit.block)] = self._list(at)
            facts.append(self.lists[id(unit.block)])
        if look.end == "colon":
            facts.append((by_colon, min(len(look.words), 6), after, self.colons))
        facts.append((by_likeness, self.likeness[at], self.likeness[at + 1], shape))
        if len(look.words) <= FEW_WORDS:
            self._returns(at, look)
        if self.firsts[look.words[0]] > 2:
            flags.append(f"first word often={shape}")
        if self.texts[unit.text] > 1:
            flags.append(f"twice={shape}")
        if self.authors:
            if unit.text.startswith(self.authors):
                flags.append(f"author first={shape}")
            elif any(name in unit.text for name in self.authors):
                flags.append(f"author={shape}")
        if flags:
            facts.append((all_of, *flags))
        return facts

    def _head(self, at: int, look: Look, after: str) -> None:
        """Of the first units: which is the headline, which the standfirst?"""
        unit = self.units[at]
        size = len(unit.text)
        look.facts.append((by_place, at, unit.shape, bisect_left(SIZES, size), bisect_left(ROUGH, size), after))
        if at < 2:
            look.facts.append((by_head, at, bisect_left(WORDS, len(look.words)), look.end, unit.shape, after))
        if at < self.last:
            mine = [word for word in look.words if len(word) >= _LEAST_WORD]
            if mine:
                body = " ".join(self.lowered[at + 1 : at + 6])[:_BODY]
                found = _among(body, [word.strip(PUNCTUATION) for word in mine])
                look.flags.append(f"returns={at},{3 * found // len(mine)}")
            if at:
                shared, first = _some(self.lowered[at + 1], mine), _some(self.lowered[0], mine)
                look.flags.append(f"shared={shared},{bisect_left((80, 200, 350), size)},{after}")
                look.flags.append(f"shared first={at},{first}")

    def _returns(self, at: int, look: Look) -> None:
        """Of a short line: do its words return behind it, as a heading's do, and do they stand before it?"""
        if self.unspaced:
            text = self.lowered[at]
            words = [text[begin : begin + 2] for begin in range(len(text) - 1)]
        else:
            words = [bare for word, bare in zip(look.words, look.bare, strict=True) if len(word) >= _LONG_WORD]
        if words:
            behind = 3 * _among(" ".join(self.lowered[at + 1 : at + 1 + _NEAR]), words) // len(words)
            before = 3 * _among(" ".join(self.lowered[max(0, at - _NEAR) : at]), words) // len(words)
            look.facts.append((by_returns, behind, before, self.shapes[at]))

    def _list(self, at: int) -> Fact:
        """Of a list as a whole: is it one of links?"""
        items = self.units[at].block.data["items"]
        begin = at - self.units[at].item
        before = self.shapes[begin - 1] if begin else "start"
        behind = begin + len(items)
        after = self.shapes[behind] if behind < len(self.shapes) else "end"
        texts = [item["text"] for item in items]
        mean = sum(text.count(" ") + 1 for text in texts) / len(texts)
        stops = 3 * sum(text[-1:] in SENTENCE_END for text in texts) // len(texts)
        capitals = 3 * sum(text[:1].isupper() for text in texts) // len(texts)
        doubles = 3 * (len(texts) - len(set(texts))) // len(texts)
        length = bisect_left(LENGTHS, len(items))
        return by_list, round(mean, 1), stops, before, after, self.zones[begin], capitals, doubles, length


def _zones(shapes: list[str]) -> list[str]:
    """Where each unit stands to the prose of the text.

    >>> _zones(["bare", "long", "bare", "long", "bare"]), _zones(["bare"])
    (['before', 'amid', 'amid', 'amid', 'behind'], ['alone'])
    """
    prose = [at for at, shape in enumerate(shapes) if shape == "long"]
    if not prose:
        return ["alone"] * len(shapes)
    first, last = prose[0], prose[-1]
    return ["before"] * first + ["amid"] * (last + 1 - first) + ["behind"] * (len(shapes) - 1 - last)


def _likeness(units: tuple[Unit, Unit], looks: tuple[Look | None, Look | None]) -> str:
    """How a unit and the next one are alike: in end, first word, length; "-" where one of them has no look."""
    look, other = looks
    if look is None or other is None:
        return "-"
    mine, theirs = look.words[0], other.words[0]
    end = "E" if look.end == other.end else "e"
    word = "W" if mine == theirs else "S" if mine[-2:] == theirs[-2:] else "w"
    length = "L" if 0.5 < len(units[0].text) / len(units[1].text) < 2 else "l"
    return f"{end}{word}{length}"


def _among(text: str, words: Sequence[str]) -> int:
    """How many of the words stand in a text, inside others too."""
    return sum(map(text.__contains__, words))


def _some(text: str, words: Sequence[str]) -> int:
    """The same, of three and more only three: a paragraph has many words, and few of them decide."""
    return len(list(islice(filter(text.__contains__, words), 3)))


def _runs(labels: list[str | None]) -> list[int]:
    """How long the run of labelled units is that each stands in."""
    runs = [0] * len(labels)
    begin = 0
    for at in range(len(labels) + 1):
        if at == len(labels) or labels[at] is None:
            runs[begin:at] = [at - begin] * (at - begin)
            begin = at + 1
    return runs
