"""What the line model looks at: a unit, its neighbours, its list and its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..notices import bare_names, is_role
from ..phrases import SENTENCE_END
from .facts import (
    Fact,
    all_of,
    around,
    by_colon,
    by_form,
    by_head,
    by_item,
    by_label,
    by_likeness,
    by_list,
    by_place,
    by_subjects,
    by_tail,
)
from .lists import label_of, marker_of
from .shapes import CLOSERS, QUESTIONS, is_speaker, last_mark
from .signals import SIGNALS, signals_of
from .units import Unit

__all__ = ["facts_of"]

_STOP_INSIDE = re.compile(r"[.!?…](?=[\"'”’»)]?\s+[^\Wa-z])|[。！？](?=.)")
_PHONE = re.compile(r"\d[\d ()/+-]{7,}\d")
_PHONE_DIGITS = 2
_NUMERAL = re.compile(r"[(（]?(?:\d{1,3}|[IVX]{1,5}|[一二三四五六七八九十]{1,3})[.)、）]?$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|pdf)\b")
_WIDE_COMMAS = "，；、،؛"
#: What a feature "in" says of marks inside a line.
_MARKS = (
    ("@", "in=@"), ("#", "in=#"), ("©", "in=©"), ("/", "in=/"), ("|", "in=|"), ("(", "in=("), ("…", "in=…"),
    (" - ", "in=dash"), (" – ", "in=dash"), (" — ", "in=dash"), (": ", "in=colon"), ("：", "in=colon"),
    ("“", "in=quote"), ('"', "in=quote"), ("„", "in=quote"), ("«", "in=quote"), ("»", "in=quote"),
    ("http", "in=address"), ("www.", "in=address"), (".com", "in=address"), ("$", "in=money"), ("€", "in=money"),
    ("£", "in=money"), ("¥", "in=money"), ("›", "in=arrow"), ("→", "in=arrow"), (">", "in=arrow"),
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_WIDE = re.compile("[\u2e80-\U000e0000]")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
_PUNCTUATION = ".,:;!?\"'()[]“”’„«»-–…"

#: Upper bounds of groups of sizes, in characters (those of scripts without spaces count for two) and in words.
_SIZES = (8, 16, 28, 45, 65, 90, 130, 200, 320, 600)
_WORDS = (1, 2, 3, 4, 6, 9, 14, 20, 30, 60)
_COUNTS = (1, 2, 3, 5, 8)
_LENGTHS = (1, 2, 3, 5, 10, 20)
_MEANS = (1.5, 2.5, 4, 7, 12, 25)

#: Of a longer line only the first and the last words are looked at one by one.
_FEW_WORDS, _FIRST_WORDS, _LAST_WORDS = 14, 6, 3
_LONGEST_LOOK = 200
_LONGEST_NAME = 80
_LONGEST_NUMERAL = 7
#: How many units at the head and at the end have a place of their own.
_HEAD, _TAIL = 4, 6
#: Where a headline's words are looked for, in characters behind it.
_BODY = 2500
_LEAST_WORD = 4
#: Prose that speaks of nothing but its own subject needs no second look.
_FEW_SIGNALS = 2
_LONGEST_LABEL_LINE = 400
"""Beyond, a label in front of a line is a sentence's beginning."""


@dataclass(slots=True)
class _Look:
    """What is known of a unit by itself."""

    end: str
    words: list[str]
    label: str | None
    facts: list[Fact]
    flags: list[str]
    """Features that few units have."""


def facts_of(units: Sequence[Unit], unspaced: bool) -> list[list[Fact] | None]:
    """What there is to say of each unit; None for those that a rule is sure of, and for plain prose.

    `unspaced`: whether the text is of a language written without spaces.
    """
    page = _Page(units, unspaced)
    return [page.facts(at) if look is not None else None for at, look in enumerate(page.looks)]


class _Page:
    """The units of a text and what they know of each other."""

    def __init__(self, units: Sequence[Unit], unspaced: bool) -> None:
        self.units, self.unspaced = units, unspaced
        self.shapes = [unit.shape for unit in units]
        prose = [at for at, shape in enumerate(self.shapes) if shape == "long"]
        self.first_prose, self.last_prose = (prose[0], prose[-1]) if prose else (len(units), -1)
        self.labels = [_label(unit) for unit in units]
        self.label_runs = _runs(self.labels)
        self.label_counts = Counter(filter(None, self.labels))
        self.looks = [self._look(at, unit) for at, unit in enumerate(units)]
        self.firsts = Counter(look.words[0] for look in self.looks if look is not None and look.words)
        self.texts = Counter(unit.text for unit in units)
        self.colons = min(self.shapes.count("colon"), 4)
        self.authors = tuple(
            name for unit in units if unit.shape == "byline" for name in unit.block.data["authors"] if " " in name
        )
        self.lists: dict[int, Fact] = {}

    def _look(self, at: int, unit: Unit) -> _Look | None:
        if not unit.is_open:
            return None
        text = unit.text
        words = text.lower().split()
        bare = [word.strip(_PUNCTUATION) for word in words] if len(words) <= _FEW_WORDS else words
        subjects = signals_of(text, set(bare))
        if (
            unit.shape == "long"
            and len(subjects) < _FEW_SIGNALS
            and not self.labels[at]
            and at >= _HEAD
            and "@" not in text
        ):
            return None
        end = _ending(text)
        facts: list[Fact] = []
        flags = _own(unit, end, words, facts)
        facts.append(_subjects(subjects, len(words), unit.shape))
        flags += [f"subject first={subject}" for subject in SIGNALS.get(words[0].strip(_PUNCTUATION), ())]
        if not self.unspaced and text[0] < "\u2e80":
            facts += _words(bare)
        return _Look(end, words, self.labels[at], facts, flags)

    def facts(self, at: int) -> list[Fact]:
        """All facts of a unit that has a look."""
        units, shapes = self.units, self.shapes
        unit, look, last = units[at], self.looks[at], len(units) - 1
        assert look is not None
        shape = unit.shape
        after = shapes[at + 1] if at < last else "end"
        facts, flags = look.facts, look.flags
        facts.append((around, shape, shapes[at - 1] if at else "start", after, self._zone(at)))
        if at > 1:
            facts.append(f"before that={shapes[at - 2]}")
        if at + 1 < last:
            facts.append(f"after that={shapes[at + 2]}")
        if at < _HEAD:
            self._head(at, look, after)
        if last - at < _TAIL:
            facts.append((by_tail, last - at, shape))
        if look.label:
            run = self.label_runs[at]
            words = min(look.label.count(" ") + 1, 6)
            facts.append((by_label, _group(run, _COUNTS), shape, words, _group(run, (1, 2))))
            if self.label_counts[look.label] > 1:
                flags.append(f"label again={shape}")
        if unit.item >= 0:
            if id(unit.block) not in self.lists:
                self.lists[id(unit.block)] = self._list(at)
            facts.append(self.lists[id(unit.block)])
        if look.end == "colon":
            facts.append((by_colon, min(len(look.words), 6), after, self.colons))
        self._likeness(at, look)
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

    def _zone(self, at: int) -> str:
        """Where a unit stands to the prose of the text."""
        if self.last_prose < 0:
            return "alone"
        return "behind" if at > self.last_prose else "before" if at < self.first_prose else "amid"

    def _head(self, at: int, look: _Look, after: str) -> None:
        """Of the first units: which is the headline, which the standfirst?"""
        unit = self.units[at]
        size = len(unit.text)
        rough = _group(size, (40, 100, 200, 350))
        look.facts.append((by_place, at, unit.shape, _group(size, _SIZES), rough, after))
        if at < 2:
            look.facts.append((by_head, at, _group(len(look.words), _WORDS), look.end, unit.shape, after))
        if at + 1 < len(self.units):
            body = " ".join(other.text[:_BODY] for other in self.units[at + 1 : at + 6])[:_BODY].lower()
            mine = [word for word in look.words if len(word) >= _LEAST_WORD]
            if mine:
                share = 3 * sum(word.strip(_PUNCTUATION) in body for word in mine) // len(mine)
                look.flags.append(f"returns={at},{share}")
            if at:
                following = self.units[at + 1].text.lower()
                shared = sum(word in following for word in mine)
                look.flags.append(f"shared={min(shared, 3)},{_group(size, (80, 200, 350))},{after}")
                first = self.units[0].text.lower()
                look.flags.append(f"shared first={at},{min(sum(word in first for word in mine), 3)}")

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
        few = _group(mean, (2.5, 7, 16))
        length = _group(len(items), _LENGTHS)
        return (
            *(by_list, _group(mean, _MEANS), few, stops, before, after, self._zone(begin)),
            *(capitals, doubles, length),
        )

    def _likeness(self, at: int, look: _Look) -> None:
        """How a unit is like the ones next to it: its end, its first word, its length."""
        signs = []
        for beside in (at - 1, at + 1):
            other = self.looks[beside] if 0 <= beside < len(self.looks) else None
            if other is None:
                signs.append("-")
                continue
            mine, theirs = look.words[0], other.words[0]
            sign = "E" if look.end == other.end else "e"
            sign += "W" if mine == theirs else "S" if mine[-2:] == theirs[-2:] else "w"
            ratio = len(self.units[at].text) / len(self.units[beside].text)
            sign += "L" if 0.5 < ratio < 2 else "l"
            signs.append(sign)
        look.facts.append((by_likeness, *signs, self.shapes[at]))
        if self.firsts[look.words[0]] > 2:
            look.flags.append(f"first word often={self.shapes[at]}")


def _own(unit: Unit, end: str, words: list[str], facts: list[Fact]) -> list[str]:
    """Of the text by itself: facts, and what it gives back as flags."""
    text = unit.text
    size = width = len(text)
    head = text if size <= _LONGEST_LOOK else text[:_LONGEST_LOOK]
    if not head.isascii():
        width += len(_WIDE.findall(head))
    span, case = _group(width, _SIZES), None
    flags = _marks(head)
    if text[0] in "([（【" and text[-1] in ")]）】":
        flags.append("bracketed")
    if size <= _LONGEST_LOOK:
        flags += _signs(text)
        case = _case(text)
        if len(words) <= _WORDS[3] and is_role(text):
            flags.append("role")
        if size <= _LONGEST_NAME and unit.item < 0 and bare_names(text):
            flags.append("names")
    facts.append((by_form, end, span, _group(len(words), _WORDS), _beginning(text), case))
    if is_speaker(text):
        flags.append("speaker")
    if unit.item >= 0:
        flags += _item(unit, end, span, facts)
    else:
        dates = unit.block.dates
        if dates:
            share = sum(date.end - date.start for date in dates) / size
            flags.append(f"dates={'most' if share > 0.6 else 'many' if share > 0.2 else 'some'}")
        if "mark" in unit.block.data:
            flags.append("bold")
    return flags


def _marks(head: str) -> list[str]:
    """Marks inside a line."""
    flags = [*dict.fromkeys(flag for mark, flag in _MARKS if mark in head)]
    if _STOP_INSIDE.search(head):
        flags.append("in=stop")
    commas = head.count(",") + head.count(";")
    if not head.isascii():
        commas += sum(map(head.count, _WIDE_COMMAS))
        if _EMOJI.search(head):
            flags.append("in=emoji")
    if commas:
        flags.append("in=comma" if commas == 1 else "in=commas")
    if "?" in head[:-1] or "!" in head[:-1]:
        flags.append("in=?")
    return flags


def _signs(text: str) -> list[str]:
    """Digits and the like in a line that is no long one."""
    flags = []
    size = len(text)
    digits = len(_DIGIT.findall(text))
    if digits:
        flags.append(f"digits={'most' if digits * 2 > size else 'many' if digits * 5 > size else 'some'}")
        if digits >= _PHONE_DIGITS and _PHONE.search(text):
            flags.append("in=phone")
    if "." in text and _FILE.search(text):
        flags.append("in=file")
    if size <= _LONGEST_NUMERAL and _NUMERAL.match(text):
        flags.append("numeral")
    return flags


def _item(unit: Unit, end: str, span: str, facts: list[Fact]) -> list[str]:
    """Of an item in its list."""
    items = unit.block.data["items"]
    item = items[unit.item]
    marker = "number" if item["ordered"] else item["marker"]
    facts.append((by_item, marker, end, span, _group(len(items), _LENGTHS)))
    flags = []
    if unit.item == 0:
        flags.append("item first")
    if unit.item == len(items) - 1:
        flags.append("item last")
    if item["depth"]:
        flags.append("item deep")
    return flags


def _subjects(subjects: list[str], words: int, shape: str) -> Fact:
    """Of what a unit speaks."""
    if not subjects:
        return by_subjects, shape, 0, "0"
    about = len(subjects) - subjects.count("readers")
    share = _group(10 * about // words, (0, 1, 2, 4, 6))
    return by_subjects, shape, min(about, 4), share, *sorted(set(subjects))


def _words(words: list[str]) -> list[Fact]:
    """The words of a short line, the first and last of a long one."""
    bag = words if len(words) <= _FEW_WORDS else [
        word.strip(_PUNCTUATION) for word in words[:_FIRST_WORDS] + words[-_LAST_WORDS:]
    ]  # fmt: skip
    return [*[f"word={word}" for word in set(bag) if word], f"first word={bag[0]}", f"last word={bag[-1]}"]


def _label(unit: Unit) -> str | None:
    """The label in front of a line or item ("Cost: two million"), in lower case."""
    text = unit.text
    if not unit.is_open or len(text) > _LONGEST_LABEL_LINE or (":" not in text and "：" not in text):
        return None
    label = label_of(text)
    return label[0].lower() if label and not is_speaker(text) else None


def _runs(labels: list[str | None]) -> list[int]:
    """How long the run of labelled units is that each stands in."""
    runs = [0] * len(labels)
    begin = 0
    for at in range(len(labels) + 1):
        if at == len(labels) or labels[at] is None:
            runs[begin:at] = [at - begin] * (at - begin)
            begin = at + 1
    return runs


def _group(value: float, bounds: tuple[float, ...]) -> str:
    at = bisect_left(bounds, value)
    return f"{bounds[at]}" if at < len(bounds) else "more"


_ENDINGS = {
    **dict.fromkeys(SENTENCE_END, "stop"),
    **dict.fromkeys(QUESTIONS, "question"),
    **dict.fromkeys("!！", "exclamation"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、،", "comma"),
}


def _ending(text: str) -> str:
    if text.endswith(("...", "…")):
        return "ellipsis"
    last = last_mark(text) if text[-1] == ";" else text[-1]
    if last in CLOSERS:
        return "stop" if last_mark(text) in SENTENCE_END else "closer"
    return _ENDINGS.get(last) or ("letter" if last.isalpha() else "digit" if last.isdigit() else "mark")


def _beginning(text: str) -> str:
    first = text[0]
    if first.isupper():
        return "word"
    if first.islower():
        return "lower"
    if first.isdigit() or first in "(（":
        return "number" if marker_of(text) else "digit"
    if first in "\"'“„«「『‘":
        return "quote"
    return "word" if first.isalpha() else "mark"


def _case(text: str) -> str:
    """How many words behind the first begin with a capital."""
    if text.isupper():
        return "upper"
    words = text.split()[1:]
    capitals = sum(word[0].isupper() for word in words)
    if not capitals:
        return "none"
    share = capitals / len(words)
    return "all" if share == 1 else "most" if share > 0.6 else "some" if share > 0.3 else "few"
