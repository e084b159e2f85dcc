"""Where in a text a date could be: a cheap look at every character, before any grammar.

Most of a text is no date, so this is where the time goes. There are two gates that answer alike. Where the words of
interest can be written in a code page of one byte a letter, the text is mapped to bytes: small letters, 0 for a digit,
a space for all else. That takes C loops only, and a regex that begins with a literal space does the rest. For other
languages it is a regex over the text, at some times the cost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

__all__ = ["Gate", "gate"]

#: Text -> offsets at which a word or number of interest begins, ascending. It may name too many places, never too few.
Gate = Callable[[str], list[int]]

#: So many branches of a regex are tried at once.
_MOST_BRANCHES = 15
#: Stands for the end of a word in the tries.
_END = "\0"


#: Code pages of one byte a letter, in the order in which they are tried.
_PAGES = ("latin-1", "cp1250", "cp1254", "cp1251", "cp1253", "cp1256")
#: Three digits may be part of a year, "1 2 23" of a date in figures, "90s" is a decade, and "90-е" one in Cyrillic.
_BYTE_NUMBERS = "0(?:00|0?(?: 00? 00| ?s(?= )|er|nda| i(?:h|ma)(?= )| tal| luvu{cyrillic}))"
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯０１２３４５６７８９"
_TEXT_NUMBERS = r"(?:\d{3}|\d?(?:[-./]\d|\s?[年月日년월일])|\d[-sе'])"
#: Dates of Chinese, Japanese and Korean may stand in a text of any language.
_EASTERN = "年月년월"
_ARABIC_NUMBER = re.compile(r"[٠-٩۰-۹](?:\d{2}|\d?[-./]\d)")
_EASTERN_NUMBER = re.compile(r"(?<!\d)\d{1,4}\s?[年月년월]")


def gate(words: Iterable[str], *, spaceless: bool = False, marks: str = "") -> Gate:
    """A gate for these words (in lower case) and for numbers that could be years, dates or decades.

    `marks` belong to the letter before them, as the inside of a class.

    >>> gate(["may", "week"])("Since 1999, in May or last week, on 3/4/2020.")
    [6, 15, 27, 36]
    """
    words = [word for word in words if word]
    for page in () if spaceless else _PAGES:
        if all(word[0].isalpha() and _encodes(word if page != "latin-1" else word[0], page) for word in words):
            return _byte_gate(words, page)
    return _text_gate(words, spaceless, marks)


def _encodes(text: str, page: str) -> bool:
    return text.encode(page, "replace").decode(page) == text


@cache
def _small_letters(page: str) -> bytes:
    """For each byte of a code page the small letter, a digit's 0, or a space."""

    def small(byte: int, char: str) -> int:
        if char.isdigit():
            return ord("0")
        if not char.isalpha():
            return ord(" ")
        lower = char.lower()[0].replace("ς", "σ").encode(page, "replace")
        return byte if lower == b"?" else lower[0]

    return bytes(small(*pair) for pair in enumerate(bytes(range(256)).decode(page, "replace")))


def _byte_gate(words: list[str], page: str) -> Gate:
    small = _small_letters(page)
    foreign = page == "cp1256"

    def mapped(text: str) -> bytes:
        return text.encode(page, "replace").translate(small)

    tails = [mapped(word).decode("latin-1") + _END for word in words]
    first, second = (letters.encode(page, "replace").decode("latin-1") for letters in ("ехтм", "емті"))
    decades = f"| (?=[{first}][{second}]? )" if _encodes("ехтмі", page) else ""
    pattern = " " + _nested([_BYTE_NUMBERS.format(cyrillic=decades), *_branches(tails, "(?= )")])
    find = re.compile(pattern.encode("latin-1")).finditer

    def search(text: str) -> list[int]:
        # With a space in front, where a match begins is where its word does.
        found = [match.start() for match in find(b" " + mapped(text) + b" ")]
        if not text.isascii() and any(mark in text for mark in _EASTERN):
            found = sorted({*found, *(match.start() for match in _EASTERN_NUMBER.finditer(text))})
        if foreign:  # the page has no digits but ASCII's
            found = sorted({*found, *(match.start() for match in _ARABIC_NUMBER.finditer(text))})
        return found

    return search


def _text_gate(words: list[str], spaceless: bool, marks: str) -> Gate:
    end = "" if spaceless else rf"(?![^\W\d_]|[{marks}])" if marks else r"(?![^\W\d_])"
    # "ngày 14/1": a word and figures, which the other gate has as "ngày 00 0".
    figured = {word.partition(" 0")[0] for word in words if " 0" in word}
    dated = [rf"{re.escape(word)} \d\d?[./]\d" for word in sorted(figured)]
    words = [word for word in words if " 0" not in word]
    branches = _nested([f"[{_DIGITS}]{_TEXT_NUMBERS}", *dated, *_branches((word + _END for word in words), end)])
    firsts = "".join(re.escape(first) for first in sorted({word[0] for word in (*words, *figured)}))
    # A class comes first: only then `re` skips quickly to the next place where a branch can begin. They are looked at
    # from before it, so that what one of them matched is in a group.
    find = re.compile(rf"[{_DIGITS}{firsts}](?<=(?=({branches})).)").finditer

    def search(text: str) -> list[int]:
        found, end = [], 0
        # The capital I with a dot is the one letter whose small form is longer.
        for match in find(text.replace("İ", "i").lower()):
            if match.start() >= end:
                found.append(match.start())
                end = match.end(1)
        return found

    return search


def _branches(words: Iterable[str], end: str) -> list[str]:
    """Regexes for the words before an end, one for each first letter.

    >>> _branches(["may\\0", "mar\\0", "on\\0", "onth\\0"], r"\\b")
    ['ma(?:r|y)\\\\b', 'on(?:|th)\\\\b']
    """
    return [re.escape(first) + _trie(rest) + end for first, rest in _by_first(words)]


def _nested(branches: list[str]) -> str:
    """A regex for any of the branches. Past so many, `re` takes twice the time to see that none of them matches.

    >>> _nested(["a", "b"]), _nested(list("abcdefghijklmnopq"))
    ('(?:a|b)', '(?:a|b|c|(?:d|e|f|g|h|i|j|k|l|m|n|o|p|q))')
    """
    while len(branches) > _MOST_BRANCHES:
        branches = [*branches[: 1 - _MOST_BRANCHES], _nested(branches[1 - _MOST_BRANCHES :])]
    return f"(?:{'|'.join(branches)})"


def _trie(tails: list[str]) -> str:
    """A regex for any of the strings, common beginnings shared."""
    branches = ["" if first == _END else re.escape(first) + _trie(rest) for first, rest in _by_first(tails)]
    return branches[0] if len(branches) == 1 else _nested(branches)


def _by_first(tails: Iterable[str]) -> Iterable[tuple[str, list[str]]]:
    by_first: dict[str, list[str]] = {}
    for tail in sorted(set(tails)):
        by_first.setdefault(tail[0], []).append(tail[1:])
    return by_first.items()
