"""What the items of lists begin with: bullets, numbers, letters."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["BULLETS", "MARKER_FIRSTS", "PAIRED", "Marker", "marker_of"]

#: Bullets that need a space behind them, since words and amounts begin with them too.
_SPACED = "-*–"
#: Bullets that nothing else begins with.
_PLAIN = "•·▪◦‣●○■□▸►➢➤✓✔⁃∙・"
BULLETS = _SPACED + _PLAIN
#: Marks that a space parts from an item, and that begin quotations, sections and signed amounts too.
_SPACED_PAIRED = "+→»§"
#: Bullets of East Asia that stand before headings, links and labels too, and pictures and arrows that stand before much
#: else: several in a row make a list.
PAIRED = "▲△▶▷◆◇❖✅☑➡👉🔹📌⭐❌" + _SPACED_PAIRED
#: What may follow a character to say that it is a picture.
_AS_PICTURE = "\ufe0f"

MARKER_FIRSTS = (
    BULLETS + PAIRED + "0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹(（一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
"""What a marker may begin with, letters aside."""

_NUMBERED = re.compile(
    r"""
      (?P<number> \(? (?P<digits>[0-9]{1,3}) (?: \.- | [.)] | \.\) ) ) (?=\s|[^\x00-\x7f\d])  # 1. 1) (1) 1.) 1.- 1.文
    | (?P<wide>   [(（]? (?P<wide_digits>[0-9０-９]{1,3}) [、．）] )                     # 1、 １． （1）
    | (?P<arabic> (?P<arabic_digits>[٠-٩۰-۹]{1,3}) [.)\-] ) (?=\s)                       # ١.
    | (?P<roman>  \(? (?P<letters>[ivx]{1,5}|[IVX]{1,5}) \) ) (?=\s)                     # i)  (iv)
    | (?P<letter> \(? (?P<alpha>[a-zA-Z]) \) )   (?=\s)                                    # a)  (b)
    | (?P<stopped> (?P<stopped_alpha>[a-z]) \. )   (?=\s(?![a-zA-Z]\.))                      # a. but not "a. m."
    | (?P<circled> (?P<circled_digit>[①-⑳]) )                                               # ①
    | (?P<han>    [(（]? (?P<han_digits>[一二三四五六七八九十]{1,3}) [、）)] )            # 一、 （二）
    """,
    re.VERBOSE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_HAN = "一二三四五六七八九十"

_KINDS = ("number", "wide", "arabic", "roman", "letter", "stopped", "circled", "han")


class Marker(NamedTuple):
    """What an item of a list begins with."""

    text: str
    """The marker as written."""
    number: int | None
    """What it counts, None for bullets."""
    style: str
    """Markers of one style make one list."""
    length: int
    """Characters of the line's text up to the item's own."""


def marker_of(text: str) -> Marker | None:
    """The marker that a line begins with.

    >>> marker_of("☑\ufe0f rain").length, marker_of("»Rain«")
    (3, None)
    >>> marker_of("- rain"), marker_of("(iv) snow").number, marker_of("1.5 million")
    (Marker(text='-', number=None, style='-', length=2), 4, None)
    """
    first = text[:1]
    if first in _SPACED + _SPACED_PAIRED:
        return Marker(first, None, first, 2) if text[1:2] == " " and len(text) > 2 else None
    if first in _PLAIN or first in PAIRED:
        size = 2 if text[1:2] == _AS_PICTURE else 1
        length = size + 1 if text[size : size + 1] == " " else size
        return Marker(text[:size], None, first, length) if len(text) > length else None
    found = _NUMBERED.match(text)
    if found is None:
        return None
    written = found.group()
    kind = next(name for name in _KINDS if found[name])
    if kind == "roman":
        number = _roman(found["letters"].lower())
    elif kind in ("letter", "stopped"):
        number = ord((found["alpha"] or found["stopped_alpha"]).lower()) - ord("a") + 1
    elif kind == "circled":
        number = ord(written) - ord("①") + 1
    elif kind == "han":
        number = _han(found["han_digits"])
    else:
        number = int(found["digits"] or found["wide_digits"] or found["arabic_digits"])
    length = len(written)
    while text[length : length + 1] == " ":
        length += 1
    if length >= len(text):
        return None
    around = "" if kind == "circled" else ("(" if written[0] in "(（" else "") + written[-1]
    return Marker(written, number, kind + around, length)


def _roman(letters: str) -> int:
    total = 0
    for letter, following in zip(letters, letters[1:] + " ", strict=True):
        value = _ROMAN[letter]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total


def _han(digits: str) -> int:
    """
    >>> _han("三"), _han("十"), _han("十二"), _han("二十"), _han("二十一")
    (3, 10, 12, 20, 21)
    """
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return _HAN.find(ones[-1]) + 1
    return 10 * (_HAN.find(tens[-1]) + 1 if tens else 1) + (_HAN.find(ones[-1]) + 1 if ones else 0)
