"""The line model: a linear classifier that looks twice at each unit, the second time knowing its neighbours' answers.

Weights are whole numbers of a sixteenth of a logit. Those of all classes are packed into one long integer, sixteen
bits a class, so that one addition adds them all: Python's big integers are the only fast vectors it has. The model is
weights.txt, written by tools/line_model: a line with the classes, then a line for each feature with a character for
each class and look.
"""

from __future__ import annotations

import json
import struct
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

from ..units import Unit
from .echoes import echoes, forms_of
from .facts import ECHO, Fact, features_of, names_of
from .features import facts_of
from .looks import Words

__all__ = ["CLASS_OF_KIND", "FURNITURE", "UNIT", "ZERO", "Answer", "LineModel", "doubt_of", "given_class", "line_model"]

_BITS = 16
#: The model has some ten thousand features; the sums kept beside them take at most some ten megabytes.
_MOST_WEIGHTS = 50_000
UNIT = 16
"""Weights are in sixteenths of a logit."""
ZERO = 80
"""The character of weight 0; one more is a sixteenth of a logit more."""
#: Where the second-best class is this far behind, the classes of a group need not be added up, in weights.
_FAR = 4 * UNIT
#: How far the first answer is ahead of the second: more than .3, .7, 1.5, 3 logits.
_AHEAD = (5, 11, 24, 48)
#: How likely an item must be where a marker says so, and where none does. Among articles without a page around them
#: hardly any dash is a link's: at .05 .986 of their items are right on sites left out, at .1 .984, at .5 fewer; in
#: texts with the page's rest it makes no difference.
_LEAST_MARKED, _LEAST_UNMARKED = 0.05, 0.5
#: The items of a list are all furniture or none: where some are taken for it and others are not, so many logits must
#: each be likelier as furniture than as an item, on average, and none counts more than _MOST_LOGITS. On sites left out
#: this makes furniture's F1 .009 better and that of items .004.
_LOGITS_AHEAD, _MOST_LOGITS = 1.0, 4.0
#: Answers that need no second look where they are so far ahead: most lines are prose.
_SETTLED, _SURE = ("P", "L"), "4"

FURNITURE = {"FC": "caption", "FR": "related", "FS": "share", "FN": "newsletter", "FA": "advertisement",
             "FX": "copyright", "FK": "credit", "FD": "repeat", "FO": "other"}  # fmt: skip
"""The classes of furniture and its kinds."""
CLASS_OF_KIND = {kind: name for name, kind in FURNITURE.items()} | {"timestamp": "TS"}
"""The class of each kind of furniture, times of publication among them."""
#: What a rule is sure of, by its block's kind.
_CLASSES = {"heading": "H", "paragraph": "P", "table": "T", "quote": "Q", "byline": "BY", "line": "P"}


class Answer(NamedTuple):
    """What a unit is."""

    name: str
    """Its class: HL headline, SF standfirst, BY byline, TS timestamp, H heading, P paragraph, L item, T table, Q quote,
    or one of FURNITURE."""
    confidence: float
    """The probability of it, 1 where it is far ahead; of a headline or heading that it is either."""


@dataclass(slots=True)
class _Look:
    """What the model makes of a unit."""

    answer: str
    doubt: str | None = None
    """The runner-up of the first look; None where no second one is needed."""
    echo: Sequence[Fact] = ()
    scores: tuple[int, ...] | None = None
    """Of the last look, for each class; None where the model was not asked."""


class _Weights(dict[Fact, int]):
    """The packed weights of facts; 0 for a feature that is none of the model's.

    Those of several features together are added up when first asked for, and kept: the same few thousand come again
    and again.
    """

    def __missing__(self, fact: Fact) -> int:
        if isinstance(fact, str):
            return 0
        total = sum(map(self.__getitem__, names_of(fact)))
        if len(self) < _MOST_WEIGHTS:
            self[fact] = total
        return total


class LineModel:
    """Classes, and the weights of each feature for them."""

    def __init__(self, text: str) -> None:
        head, *lines = text.splitlines()
        header = json.loads(head)
        self.classes: list[str] = header["classes"]
        count = len(self.classes)
        self._weights = _Weights()
        zeros = [_pack([ZERO] * length) for length in range(2 * count + 1)]  # echoes have those of one look
        for line in lines:
            name, _, written = line.rpartition("\t")
            self._weights[name] = _packed(written) - zeros[len(written)]
        # The offset keeps every sum above zero, so that none borrows from its neighbour.
        self._offset = _pack([1 << _BITS - 1] * 2 * count)
        self._start = _pack(header["intercepts"]) + self._offset
        self._size = _BITS * count
        self._low = (1 << self._size) - 1
        self._bytes = self._size // 8
        self._unpack = struct.Struct(f"<{count}H").unpack
        self._unpack_first = struct.Struct(f"<{count}H{2 * count}x").unpack
        self._words = Words(*(_words_of(kind, self._weights) for kind in Words._fields))
        self._headings = [self.classes.index(name) for name in ("HL", "H")]
        self._furniture = [at for at, name in enumerate(self.classes) if name in FURNITURE]
        self._item = self.classes.index("L")
        self._singles = [at for at in range(count) if at not in self._headings + self._furniture]

    def classify(self, units: Sequence[Unit], unspaced: bool) -> list[Answer]:
        """The answer for each unit; for those that a rule is sure of, the rule's."""
        return self._decide(units, self._look_twice(units, facts_of(units, unspaced, self._words)))

    def explain(self, units: Sequence[Unit], unspaced: bool) -> list[tuple[Answer, list[tuple[str, float]]]]:
        """The answers, each with the features that spoke for it and against its best rival, in logits, the weightiest
        first; [] where the model was not asked."""
        facts = facts_of(units, unspaced, self._words)
        looks = self._look_twice(units, facts)
        reasons = [
            self._reasons(found or [], look.echo, look.scores) if look.scores else []
            for found, look in zip(facts, looks, strict=True)
        ]
        return list(zip(self._decide(units, looks), reasons, strict=True))

    def _look_twice(self, units: Sequence[Unit], facts: list[list[Fact] | None]) -> list[_Look]:
        looks = []
        sums = []
        weight_of = self._weights.__getitem__
        for unit, found in zip(units, facts, strict=True):
            if found is None:
                sums.append(0)
                looks.append(_Look(given_class(unit)))
                continue
            total = sum(map(weight_of, found), self._start)
            scores = self._unpack_first(total.to_bytes(2 * self._bytes, "little"))
            answer, doubt = doubt_of(scores, self.classes)
            sums.append(total)
            if answer in _SETTLED and doubt[-1] == _SURE:
                looks.append(_Look(answer, None, (), scores))
            else:
                looks.append(_Look(answer, doubt))
        forms = forms_of(units, facts)
        heard = echoes(units, forms, [look.answer for look in looks], [look.doubt for look in looks])
        for look, total, echo in zip(looks, sums, heard, strict=True):
            if look.doubt is not None:
                look.echo = echo
                look.scores = self._scores(sum(map(weight_of, echo), total >> self._size))
        return looks

    def _reasons(self, facts: list[Fact], echo: Sequence[Fact], scores: tuple[int, ...]) -> list[tuple[str, float]]:
        best, rival, *_ = sorted(range(len(scores)), key=lambda at: -scores[at])
        found = []
        for name in dict.fromkeys(features_of([*facts, *echo])):
            packed = self._weights[name] + self._offset
            # An echo has weights of the second look alone, and so has all that counts where there was one.
            late = bool(echo) and not name.startswith(ECHO)
            weights = self._scores(packed >> self._size if late else packed & self._low)
            weight = weights[best] - weights[rival]
            if weight:
                found.append((name.lstrip(ECHO), weight / UNIT))
        return sorted(found, key=lambda reason: -abs(reason[1]))

    def _scores(self, total: int) -> tuple[int, ...]:
        """The sums of the classes, apart again."""
        return self._unpack(total.to_bytes(self._bytes, "little"))

    def _decide(self, units: Sequence[Unit], looks: list[_Look]) -> list[Answer]:
        """The last answers, at most one of them a headline, and those of a list's items furniture or none."""
        found = [
            self._answer(look.scores, unit) if look.doubt and look.scores else Answer(look.answer, 1.0)
            for unit, look in zip(units, looks, strict=True)
        ]
        begin = 0
        for at, unit in enumerate(units):
            if unit.item >= 0 and unit.item == len(unit.block.data["items"]) - 1:
                begin = at - unit.item
                found[begin : at + 1] = self._agreed(found[begin : at + 1], looks[begin : at + 1])
        headlines = [at for at, answer in enumerate(found) if answer.name == "HL"]
        if len(headlines) > 1:
            best = max(headlines, key=lambda at: found[at].confidence)
            for at in headlines:
                if at != best:
                    found[at] = Answer("H", found[at].confidence)
        return found

    def _agreed(self, found: list[Answer], looks: Sequence[_Look]) -> list[Answer]:
        """The answers for the items of a list, of which none is an item where some are furniture, or the reverse."""
        kinds = Counter([answer.name for answer in found if answer.name in FURNITURE])
        if not kinds or not any(answer.name == "L" for answer in found):
            return found
        is_furniture = sum(map(self._lead_of_furniture, looks)) > _LOGITS_AHEAD * len(looks)
        name, others = (kinds.most_common(1)[0][0], ["L"]) if is_furniture else ("L", kinds)
        return [Answer(name, 1 - answer.confidence) if answer.name in others else answer for answer in found]

    def _lead_of_furniture(self, look: _Look) -> float:
        """How much likelier furniture is than an item, in logits."""
        if look.scores is None:
            return -_MOST_LOGITS
        item = look.scores[self._item]
        odds = sum(exp((look.scores[at] - item) / UNIT) for at in self._furniture)
        return max(-_MOST_LOGITS, min(_MOST_LOGITS, log(max(odds, 1e-9))))

    def _answer(self, scores: tuple[int, ...], unit: Unit) -> Answer:
        """The class with the highest probability, those of headings and those of furniture taken together; an item
        where it may be one by its marker."""
        high = max(scores)
        best = scores.index(high)
        if best in self._singles and sorted(scores)[-2] < high - _FAR:
            return Answer(self.classes[best], 1.0)
        odds = [exp((score - high) / UNIT) for score in scores]
        total = sum(odds)
        item = odds[self._item] / total
        if unit.item >= 0 and item >= _LEAST_MARKED:
            return Answer("L", item)
        if unit.item < 0 and item < _LEAST_UNMARKED:
            odds[self._item] = 0.0
        single = max(self._singles, key=odds.__getitem__)
        groups = [self._headings, self._furniture, [single]]
        masses = [sum(map(odds.__getitem__, members)) for members in groups]
        mass = max(masses)
        members = groups[masses.index(mass)]
        return Answer(self.classes[max(members, key=odds.__getitem__)], mass / total)


def _words_of(kind: str, names: Iterable[Fact]) -> dict[str, str]:
    """The words that a model has weights for, and the names of these."""
    begin = f"{kind}="
    return {name.removeprefix(begin): name for name in names if isinstance(name, str) and name.startswith(begin)}


def _pack(weights: Iterable[int]) -> int:
    """Whole numbers as one, sixteen bits apart.

    >>> _pack([1, 2]) + _pack([3, 4]) == _pack([4, 6])
    True
    """
    return sum(weight << _BITS * at for at, weight in enumerate(weights))


def _packed(characters: str) -> int:
    """The codes of characters so packed: UTF-16 gives each its sixteen bits.

    >>> _packed("AB") == _pack([65, 66])
    True
    """
    return int.from_bytes(characters.encode("utf-16-le"), "little")


def doubt_of(scores: Sequence[int], classes: Sequence[str]) -> tuple[str, str]:
    """The class with the highest score; and the next one, with how far it is behind."""
    ordered = sorted(scores)
    second, high = ordered[-2:]
    best = scores.index(high)
    runner_up = scores.index(second, best + 1 if second == high else 0)
    return classes[best], f"{classes[runner_up]}{bisect_left(_AHEAD, high - second)}"


def given_class(unit: Unit) -> str:
    """The class of a unit that the model does not look at."""
    block = unit.block
    return CLASS_OF_KIND[block.data["kind"]] if block.kind == "furniture" else _CLASSES[block.kind]


@cache
def line_model() -> LineModel:
    """The model of the package, read at its first use."""
    return LineModel(files(__package__).joinpath("weights.txt").read_text(encoding="utf-8"))
