"""What the line model sees of a unit by itself: its end, its marks, its words, its size."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ...bylines import bare_names, is_role
from ...phrases import ROLES
from ...writing import FIRST_WIDE, QUESTIONS, SENTENCE_END
from ..markers import marker_of
from ..rules.lists import label_of
from ..shapes import TRAILING, is_speaker, last_mark
from ..units import Unit
from .facts import LENGTHS, SHARES, SIZES, WORDS, Fact, all_of, by_form, by_item, by_subjects
from .signals import SIGNALS, signals_of

__all__ = ["FEW_WORDS", "PUNCTUATION", "Look", "Marks", "Words", "label_in_front", "look_at", "marks_in"]

#: It begins with one class of characters, to which the search leaps.
_STOP_INSIDE = re.compile(r"[.!?…。！？](?:(?<=[.!?…])(?=[\"'”’»)]?\s+[^\Wa-z])|(?<=[。！？])(?=.))")
_PHONE = re.compile(r"\d[\d ()/+-]{7,}\d")
_PHONE_DIGITS = 2
_NUMERAL = re.compile(r"[(（]?(?:\d{1,3}|[IVX]{1,5}|[一二三四五六七八九十]{1,3})[.)、）]?$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|pdf)\b")
_COMMAS, _WIDE_COMMAS = ",;", "，；、،؛"
#: What a feature "in" says of marks inside a line, and the spaces around them.
_MARKS = [
    (mark.strip(), mark, f"in={name}")
    for mark, name in (
        ("@", "@"), ("#", "#"), ("/", "/"), ("|", "|"), ("(", "("), (" - ", "dash"), (": ", "colon"), ('"', "quote"),
        ("www.", "address"), (".com", "address"), ("$", "money"), (">", "arrow"), ("http", "address"),
    )
]  # fmt: skip
_WIDE_MARKS = [
    (mark.strip(), mark, f"in={name}")
    for mark, name in (
        ("©", "©"), ("…", "…"), (" – ", "dash"), (" — ", "dash"), ("：", "colon"), ("“", "quote"), ("„", "quote"),
        ("«", "quote"), ("»", "quote"), ("€", "money"), ("£", "money"), ("¥", "money"), ("›", "arrow"), ("→", "arrow"),
    )
]  # fmt: skip
_DIGIT = re.compile(r"\d")
_WIDE = re.compile("[\u2e80-\U000e0000]")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
PUNCTUATION = ".,:;!?\"'()[]“”’„«»-–…"
"""What may stand around a word."""

FEW_WORDS = 14
"""Of a longer line only the first and the last words are looked at one by one."""
_FIRST_WORDS, _LAST_WORDS = 6, 3
_LONGEST_LOOK = 200
_LONGEST_NAME = 80
_LONGEST_NUMERAL = 7
_ROLE_WORDS = 4
#: What spares a line the search for names.
_ENDS_OF_NO_NAME = ("stop", "question", "exclamation", "colon", "digit")
_CASES_OF_NO_NAME = ("none", "few")
_LONGEST_LABEL_LINE = 400
"""Beyond, a label in front of a line is a sentence's beginning."""


class Words(NamedTuple):
    """The words that a model has weights for, with the features that say so: no others are looked for."""

    word: dict[str, str]
    """Anywhere in a line."""
    first_word: dict[str, str]
    last_word: dict[str, str]


class Marks(NamedTuple):
    """The marks that a text has anywhere: most have few, and no line is searched for others."""

    narrow: list[tuple[str, str, str]]
    """Of ASCII: each without the spaces around it, which is found faster, then with them, and its feature."""
    wide: list[tuple[str, str, str]]
    """Others, which no line of ASCII alone has."""
    commas: str


def marks_in(texts: Iterable[str]) -> Marks:
    """The marks that some of these texts have where `look_at` looks for them, and perhaps a few more."""
    text = "\n".join([each[:_LONGEST_LOOK] for each in texts])
    narrow = [each for each in _MARKS if each[0] in text]
    if text.isascii():
        return Marks(narrow, [], _COMMAS)
    wide = [each for each in _WIDE_MARKS if each[0] in text]
    return Marks(narrow, wide, _COMMAS + "".join([comma for comma in _WIDE_COMMAS if comma in text]))


@dataclass(slots=True)
class Look:
    """What is known of a unit by itself."""

    end: str
    words: list[str]
    """In lower case."""
    bare: list[str]
    """The same without the punctuation around them, if they are few."""
    facts: list[Fact]
    flags: list[str]
    """Features that few units have."""


def look_at(unit: Unit, lowered: str, *, marks: Marks, spaced: bool, known: Words | None) -> Look | None:
    """What there is to see of a unit; None for one that a rule is sure of.

    Args:
        unit: The unit.
        lowered: Its text in lower case.
        marks: What marks the units of its text have.
        spaced: Whether its language has spaces between words.
        known: Words to look for; None for all.
    """
    if not unit.is_open:
        return None
    text = unit.text
    words = lowered.split()
    bare = [word.strip(PUNCTUATION) for word in words] if len(words) <= FEW_WORDS else words
    subjects = signals_of(text, bare, spaced)
    end = _ending(text)
    facts: list[Fact] = []
    flags = _own(unit, end, bare, marks, spaced, facts)
    facts.append(_subjects(subjects, len(words), unit.shape))
    if subjects:
        flags += [f"subject first={subject}" for subject in SIGNALS.get(words[0].strip(PUNCTUATION), ())]
    if spaced and text[0] < FIRST_WIDE:
        _add_words(bare, known, facts)
    return Look(end, words, bare, facts, flags)


def _own(unit: Unit, end: str, words: list[str], seen: Marks, spaced: bool, facts: list[Fact]) -> list[str]:
    """Of the text by itself: facts, and what it gives back as flags."""
    text = unit.text
    size = width = len(text)
    head = text if size <= _LONGEST_LOOK else text[:_LONGEST_LOOK]
    if not spaced:
        width += len(_WIDE.findall(head))  # these count for two
    span, case = bisect_left(SIZES, width), None
    marks = _marks(head, seen)
    if text[0] in "([（【" and text[-1] in ")]）】":
        marks.append("bracketed")
    flags = []
    if size <= _LONGEST_LOOK:
        marks += _signs(text)
        case = _case(text)
        if len(words) <= _ROLE_WORDS and not ROLES.isdisjoint(words) and is_role(text):
            flags.append("role")
        if (
            size <= _LONGEST_NAME
            and unit.item < 0
            and end not in _ENDS_OF_NO_NAME
            and ((case not in _CASES_OF_NO_NAME or text[0].lower() == text[0].upper()) and bare_names(text))
        ):
            flags.append("names")
    # The first of all, so that `form_of` finds it at once.
    facts.append((by_form, end, span, bisect_left(WORDS, len(words)), _beginning(text), case))
    if marks:
        facts.append((all_of, *marks))
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


def _marks(head: str, seen: Marks) -> list[str]:
    """Marks inside a line."""
    flags = [flag for bare, mark, flag in seen.narrow if bare in head and mark in head]
    commas = sum(map(head.count, seen.commas))
    is_ascii = head.isascii()
    if not is_ascii:
        flags += [flag for bare, mark, flag in seen.wide if bare in head and mark in head]
        if _EMOJI.match(head) or _EMOJI.match(head[-1]):
            flags.append("in=emoji")
    if len(flags) > 1:
        flags = [*dict.fromkeys(flags)]
    if commas:
        flags.append("in=comma" if commas == 1 else "in=commas")
    inner = head[:-1]
    asks = "?" in inner or "!" in inner
    if asks:
        flags.append("in=?")
    if (asks or "." in inner or not is_ascii) and _STOP_INSIDE.search(head):
        flags.append("in=stop")
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


def _item(unit: Unit, end: str, span: int, facts: list[Fact]) -> list[str]:
    """Of an item in its list."""
    items = unit.block.data["items"]
    item = items[unit.item]
    marker = "number" if item["ordered"] else item["marker"]
    facts.append((by_item, marker, end, span, bisect_left(LENGTHS, len(items))))
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
        return by_subjects, shape, 0, 0, ()
    about = len(subjects) - subjects.count("readers")
    share = bisect_left(SHARES, 10 * about // words)
    return by_subjects, shape, min(about, 4), share, tuple(sorted(set(subjects)))


def _add_words(words: list[str], known: Words | None, facts: list[Fact]) -> None:
    """The words of a short line, the first and last of a long one."""
    bag = words if len(words) <= FEW_WORDS else [
        word.strip(PUNCTUATION) for word in words[:_FIRST_WORDS] + words[-_LAST_WORDS:]
    ]  # fmt: skip
    first, last = bag[0], bag[-1]
    if known is None:
        facts += [f"word={word}" for word in set(bag) if word]
        facts += [f"first_word={first}", f"last_word={last}"]
        return
    facts += filter(None, map(known.word.get, set(bag)))
    if first in known.first_word:
        facts.append(known.first_word[first])
    if last in known.last_word:
        facts.append(known.last_word[last])


def label_in_front(unit: Unit) -> str | None:
    """The label in front of a line or item ("Cost: two million"), in lower case."""
    text = unit.text
    if (":" not in text and "：" not in text) or len(text) > _LONGEST_LABEL_LINE or not unit.is_open:
        return None
    label = label_of(text)
    return label[0].lower() if label and not is_speaker(text) else None


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
    if last in TRAILING:
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
    if text[1:].islower():
        return "none"
    if text.isupper():
        return "upper"
    words = text.split()[1:]
    capitals = sum([word[0].isupper() for word in words])
    if not capitals:
        return "none"
    share = capitals / len(words)
    return "all" if share == 1 else "most" if share > 0.6 else "some" if share > 0.3 else "few"
