"""Lines about the article rather than of it, told by their words and dates: bylines, timestamps, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .phrases import (
    BYLINE,
    BYLINE_HEADS,
    FURNITURE,
    FURNITURE_HEADS,
    FURNITURE_TAIL,
    ROLES,
    SENTENCE_END,
    TIMESTAMP_WORDS,
    UPDATE_WORDS,
)

__all__ = ["DAY_OR_FINER", "byline_names", "furniture_kind", "is_timestamp", "reads_as_update"]

Wire = dict[str, Any]

DAY_OR_FINER = ("day", "hour", "minute", "second")
"""Precisions that a date of publication has."""

_NOTHING = ("\0",)
_SEPARATOR = re.compile(r"\s*[|·•／丨—–]\s*|\s[-/]\s")
_AND = re.compile(
    r"(\s*[,;、，،]\s*|\s(?:and|und|et|y|e|en|och|og|ja|i|и|та|ve|και|and|with|و)\s+|\s*(?:和|与|および)\s*|\s&\s)"
)
_BRACKET = re.compile(r"\s*[(（\[【<].*")
#: Words of a name, particles included; what is longer is a sentence that begins with "By".
_NAME_WORDS = 5
#: Brackets, bullets and arrows around a call to action.
_ADORNMENT = "[]()-–—*•·+ >»▶\ufe0f"
_PUNCTUATION = ".,:：;()[]/-–—"
#: How many short parts besides the date a timestamp between pipes may have ("Reuters | Paris | Updated 3 May 2024"), and
#: of how many words.
_OTHER_PARTS = 3
_PART_WORDS = 3
_PART_LENGTH = 30


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that a short line is by its words alone, or None.

    >>> furniture_kind("Read more: ten bargains"), furniture_kind("Advertisement"), furniture_kind("Adverts rise")
    ('related', 'advertisement', None)
    """
    lowered = text.strip(_ADORNMENT).lower()
    found = None
    if lowered.startswith(FURNITURE_HEADS.get(lowered[:1], _NOTHING)):
        found = FURNITURE.fullmatch(lowered)
    if found is None and (":" in lowered or "/" in lowered or "©" in lowered or lowered[:1].isdigit()):
        found = FURNITURE_TAIL.search(lowered)
    return found.lastgroup if found else None


def byline_names(text: str, dates: Sequence[Wire] = (), offset: int = 0) -> tuple[str, ...]:
    """The authors that a line names; () for a line that is no byline. The dates' offsets are `offset` past the text's.

    >>> byline_names("By Ana Ruiz and Bo Li, Transport Correspondents"), byline_names("By the river")
    (('Ana Ruiz', 'Bo Li'), ())
    """
    lowered = text.lower()
    if not lowered.startswith(BYLINE_HEADS.get(lowered[:1], _NOTHING)):
        return ()
    begun = BYLINE.match(lowered)
    if begun is None or len(lowered) != len(text):  # İ is longer in lower case, and no word for "by" is Turkish
        return ()
    until = dates[0]["start"] - offset if dates else len(text)
    line = text[begun.start("names") : max(until, begun.start("names"))]
    if line[-1:] in SENTENCE_END and not line.endswith("."):
        return ()
    line = _SEPARATOR.split(line, maxsplit=1)[0].strip(" ,;|")
    names: list[str] = []
    joint = ""
    for at, part in enumerate(_AND.split(line)):
        if at % 2:
            joint = part
            continue
        name = _BRACKET.sub("", part).strip(" ,:：")
        if not name:
            continue
        if not _is_name(name, first=not names, listed=joint.strip() in (",", ";", "，", "、", "،")):
            break  # a role, a place or a sentence: "Ana Ruiz, transport correspondent"
        names.append(name.rstrip(".") if name[-2:-1].islower() else name)
    return tuple(names)


def _is_name(name: str, *, first: bool, listed: bool) -> bool:
    """Whether words are a person's or agency's name. Behind a comma a single word is more often a place or an agency."""
    words = name.split()
    if len(words) > _NAME_WORDS or any(map(str.isdigit, name)):
        return False
    cased = [word for word in words if word[0].upper() != word[0].lower()]
    if not cased:
        return True  # no capitals in this script to go by
    roles = sum(word.lower().strip(".") in ROLES for word in words)
    if roles and (not first or roles == len(words)):
        return False
    capitals = sum(word[0].isupper() for word in cased)
    return cased[0][0].isupper() and capitals * 2 >= len(cased) and (first or not listed or len(words) > 1)


def is_timestamp(text: str, dates: Sequence[Wire], offset: int) -> bool:
    """Whether a line holds nothing but a time of publication: a date and set words, or that as one part of several that
    are parted by pipes or dots."""
    if not any(date["precision"] in DAY_OR_FINER for date in dates):
        return False
    for date in reversed(dates):
        text = f"{text[: date['start'] - offset]} \0 {text[date['end'] - offset :]}"
    parts = [part for part in _SEPARATOR.split(text) if part.strip(" |")]
    plain = [part for part in parts if all(_is_plain(word) for word in part.split())]
    if any("\0" in part for part in plain):
        others = len(parts) - len(plain)
        return others <= _OTHER_PARTS and (others == 0 or all(len(part.split()) <= _PART_WORDS for part in parts))
    # 2024年6月3日 14:20 来源：江东日报: a moment first, and whose it is behind it.
    rest = text.replace("\0", "").strip()
    return (
        text.lstrip().startswith("\0")
        and dates[0]["kind"] == "time"
        and len(rest) <= _PART_LENGTH
        and len(rest.split()) <= _PART_WORDS
    )


def _is_plain(word: str) -> bool:
    word = word.strip(_PUNCTUATION).lower()
    return word in ("", "\0") or word in TIMESTAMP_WORDS or word.isdigit() or word.replace(":", "").isdigit()


def reads_as_update(text: str) -> bool:
    """Whether words before a date say that it is when the article was changed, rather than published."""
    lowered = text.lower()
    return any(word in lowered for word in UPDATE_WORDS)
