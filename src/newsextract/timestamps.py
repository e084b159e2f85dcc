"""Lines that say when an article was published or changed, told by their dates and the words beside these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .phrases import PUBLISH_WORDS, RECEIVED_WORDS, TIMESTAMP_WORDS, UPDATE_WORDS
from .writing import FIRST_WIDE, SENTENCE_END, fold

__all__ = [
    "DAY_OR_FINER",
    "PUNCTUATION",
    "SEPARATOR",
    "ends_as_update",
    "is_mostly_moment",
    "is_plain",
    "is_timestamp",
    "lasts",
    "reads_as_receipt",
    "reads_as_update",
    "says_when",
]

DAY_OR_FINER = ("day", "hour", "minute", "second")
"""Precisions that a date of publication has."""
SEPARATOR = re.compile(r"\s*[|·•／丨—–]\s*|\s[-/]\s")
"""What parts the parts of a line in an article's head: pipes, dots, dashes."""
PUNCTUATION = ".,:：;،؛、，()（）[]/-–—"
"""What may stand around a word of such a line."""
#: How many short parts besides the date a timestamp between pipes may have ("Reuters | Paris | Updated 3 May 2024"),
#: and of how many words.
_OTHER_PARTS = 3
_PART_WORDS = 3
_PART_LENGTH = 30
#: Characters besides the dates that such a line may have.
_LONGEST_REST = 90
#: The letters that other words may have in a line of days and clock times, for each character of those.
_MOST_OTHERS = 0.6
_CLOCK = re.compile(r"\d[:h.時시]\s?[0-5]\d(?!\d)")
#: "10:00–17:00", "10時から17時". A plain hyphen may part a clock time from its zone ("14:20-05:00"), up to 12 hours.
_CLOCK_RANGE = re.compile(
    r"(?:\d[:.][0-5]\d|\d\s?[時时點点시](?:半|[0-5]?\d分?)?)\s?(?:[–—~〜～至到]|から|부터|-(?=\s|1[3-9]|2\d))\s?"
    r"\d{1,2}(?:[:.][0-5]\d(?![.\d])|\s?[時时點点시])"
)
#: "来源：青河日报 字号：大 中 小": characters of a label, and of a value without one; and what sentences alone have.
_LONGEST_LABEL, _LONGEST_WIDE_VALUE = 6, 4
_WIDE_STOPS = frozenset("，。！？；")


def is_timestamp(text: str, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a line holds nothing but dates, at the given spans of it, and words that go with a time of publication;
    or that as one part of several that are parted by pipes or dots.

    >>> is_timestamp("Updated 3 May 2024", [(8, 18)]), is_timestamp("Rain on 3 May 2024", [(8, 18)])
    (True, False)
    """
    if len(text) - sum(end - start for start, end in dates) > _LONGEST_REST:
        return False
    for start, end in reversed(dates):
        text = f"{text[:start]} \0 {text[end:]}"
    parts = [part for part in SEPARATOR.split(text) if part.strip(" |")]
    plain = [part for part in parts if all(is_plain(word) for word in part.split())]
    if any("\0" in part for part in plain):
        others = len(parts) - len(plain)
        return others <= _OTHER_PARTS and (others == 0 or all(len(part.split()) <= _PART_WORDS for part in parts))
    # 2024年6月3日 14:20 来源：江东日报: a moment first, and whose it is behind it, which is short, has no spaces and is
    # no sentence, as what news begins with is: 3月18日上午，本市举行植树活动。
    rest = text.replace("\0", "").strip()
    is_short = len(rest) <= _PART_LENGTH and " " not in rest and "、" not in rest and _WIDE_STOPS.isdisjoint(rest)
    if text.lstrip().startswith("\0") and rest[:1] >= FIRST_WIDE and is_short:
        return True
    if "：" not in rest and not rest.isascii():
        rest = rest.replace(": ", "：")  # 来源: 青河日报
    return "：" in rest and "\0" in text and _is_labelled(rest.split())


def _is_labelled(words: Sequence[str]) -> bool:
    """Whether words of a script without spaces are labels with what belongs to them and no sentence.

    >>> _is_labelled("来源：青河日报 字号：大 中 小".split()), _is_labelled("大桥开通 现场：人山人海".split())
    (True, False)
    """
    labelled = False
    for word in words:
        label, colon, _ = word.partition("：")
        labelled = labelled or (bool(colon) and 0 < len(label) <= _LONGEST_LABEL)
        if is_plain(word):
            continue
        if not labelled or word[0] < FIRST_WIDE or not _WIDE_STOPS.isdisjoint(word) or len(word) > _PART_LENGTH:
            return False
        if not colon and len(word) > _LONGEST_WIDE_VALUE:
            return False
    return labelled


def is_plain(word: str) -> bool:
    """Whether a word goes with a time of publication, or is figures alone."""
    word = fold(word.strip(PUNCTUATION))
    return word in ("", "\0") or word in TIMESTAMP_WORDS or word.isdigit() or word.replace(":", "").isdigit()


def reads_as_update(text: str) -> bool:
    """Whether words before a date say that it is when the article was changed, rather than published."""
    lowered = fold(text)
    return any(word in lowered for word in UPDATE_WORDS)


def lasts(text: str) -> bool:
    """Whether a line tells from when to when, as that of an event does and no time of publication.

    >>> lasts("14 September 2024, 10:00–17:00"), lasts("2024年9月14日 10時から17時まで"), lasts("14:20-05:00")
    (True, True, False)
    """
    return _CLOCK_RANGE.search(text) is not None


@lru_cache(maxsize=256)  # most are asked for "By"
def says_when(text: str) -> bool:
    """Whether words say that something was published or changed.

    >>> says_when("Posted by"), says_when("by")
    (True, False)
    """
    lowered = fold(text)
    return any(word in lowered for word in (*PUBLISH_WORDS, *UPDATE_WORDS))


def reads_as_receipt(text: str) -> bool:
    """Whether words before a date say that a journal received or took an article then."""
    lowered = fold(text)
    return any(word in lowered for word in RECEIVED_WORDS)


def ends_as_update(before: str, behind: str) -> bool:
    """Whether the words behind a date say so: the last of them, and none before it says that it was published.

    >>> ends_as_update("Am ", " aktualisiert."), ends_as_update("", " | Updated 3 hours ago")
    (True, False)
    """
    folded = fold(before)
    if any(word in folded for word in PUBLISH_WORDS):
        return False
    lowered = fold(behind)
    ends = (lowered.rfind(word) + len(word) for word in UPDATE_WORDS if word in lowered)
    return any(" " not in lowered[end:].strip(PUNCTUATION + " ") for end in ends)


def is_mostly_moment(text: str, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a line that is no sentence holds days and a clock time, and of other words than those of a timestamp
    little: whose it is, or for whom.

    >>> text = "Pell, 3 May 2024 (updated at 14:20)"
    >>> is_mostly_moment(text, [(6, 16)]), is_mostly_moment("3 May 2024, 14:20 Ferry sinks off Pell", [(0, 17)])
    (True, False)
    """
    if len(text) > _LONGEST_REST or text[-1] in SENTENCE_END or _CLOCK.search(text) is None:
        return False
    dated = 0
    for start, end in reversed(dates):
        dated += end - start
        text = f"{text[:start]} {text[end:]}"
    others = sum(sum(map(str.isalpha, word)) for word in text.split() if not is_plain(word))
    return others <= _MOST_OTHERS * dated
