"""How an element's style and classes have its text look: hidden, on lines of its own, in bold, with its line breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .names import BOLD, BROKEN, CONTROLS
from .tree import Element

__all__ = ["ALONE", "AMID", "BLOCK", "HIDDEN", "PLAIN", "Look", "look_of", "look_of_block", "look_of_inline"]

#: How an element is shown: as a block, on lines of its own in the text around it, amid that text, or not at all.
BLOCK, ALONE, AMID, HIDDEN = "block", "alone", "amid", ""
#: What styles say of it; in those of editors "mso-bidi-font-weight" and the like say nothing.
_DECLARED = re.compile(r"(?<![\w-])(display|visibility|float|font-weight|white-space)\s*:\s*([\w-]+)")
#: What is there for those alone who have the page read to them is cut to nothing, or moved out of sight.
_AWAY = re.compile(r"clip\s*:\s*rect\(\s*(\d\w*)(?:[\s,]+\1){3}\s*\)|clip-path\s*:\s*inset\(\s*50%|left\s*:\s*-\d{4}")
_SPOKEN = (
    *("sr-only", "visually-hidden", "visuallyhidden", "hiddenvisually", "hidden-visually", "screen-reader"),
    *("screenreader", "show-for-sr", "element-invisible", "offscreen", "off-screen", "assistive-text", "a11y-hidden"),
)
_KEPT_LINES = frozenset(("pre", "pre-line", "pre-wrap", "break-spaces"))
_FOLDED_LINES = frozenset(("normal", "nowrap"))
#: Weights of letters from which on they are bold, and up to which they are not.
_LEAST_BOLD, _MOST_NORMAL = 600, 400
#: Characters of a style that are looked at: what is longer has a picture in it.
_LONGEST_STYLE = 1_000


class Look(NamedTuple):
    """How an element has its text look by its style and classes."""

    shown: str
    """ALONE | AMID | HIDDEN, for what is inline."""
    bold: bool | None
    """None where it is as the text around."""
    lines: bool | None
    """Whether line breaks in the source are shown; None where that is as around."""


PLAIN = Look(AMID, None, None)
"""That of an element of which neither style nor classes say anything."""
_UNSEEN = Look(HIDDEN, None, None)


def look_of_inline(element: Element) -> Look:
    """That of an inline element. On lines of their own only spans are, and of these no large first letter of a word."""
    if element.get("hidden") is not None:
        return _UNSEEN
    style, names = element.get("style"), element.get("class")
    if not style and not names:
        return PLAIN
    look = look_of(style[:_LONGEST_STYLE] if style else "", names or "")
    if look.shown is ALONE and (element.tag != "span" or _is_initial(element)):
        return look._replace(shown=AMID)
    return look


def _is_initial(element: Element) -> bool:
    return len(element.text or "") == 1 and not len(element) and (element.tail or "").lstrip()[:1].islower()


def look_of_block(style: str) -> Look:
    """That of a block by its style, which says nothing of most blocks' text but their places."""
    small = style.lower()
    return look_of(small[:_LONGEST_STYLE], "") if "font-weight" in small or "white-space" in small else PLAIN


@lru_cache(maxsize=4096)
def look_of(style: str, names: str) -> Look:
    """Hidden are elements that are there for those alone who have the page read to them, or who write it. What floats
    is no line of its own: a large first letter is set so.

    >>> look_of("", "sr-only").shown, look_of("", "title d-block").shown, look_of("", "blockers").shown
    ('', 'alone', 'amid')
    >>> look_of("font-weight: 700", "").bold, look_of("", "fw-bold").bold, look_of("font-weight:400", "strong").bold
    (True, True, False)
    """
    words, lower = names.split(), names.lower()
    shown = AMID
    if not CONTROLS.isdisjoint(words) or any(map(lower.__contains__, _SPOKEN)):
        shown = HIDDEN
    elif not BROKEN.isdisjoint(words):
        shown = ALONE
    bold = None if BOLD.isdisjoint(words) else True
    if not style:
        return Look(shown, bold, None)
    style = style.lower()
    says = dict(_DECLARED.findall(style))
    if says.get("display") == "none" or says.get("visibility") == "hidden" or _AWAY.search(style) is not None:
        shown = HIDDEN
    elif says.get("float", "none") != "none":
        shown = shown and AMID
    elif says.get("display") == "block":
        shown = shown and ALONE
    weighs = _is_bold(says.get("font-weight", ""))
    space = says.get("white-space")
    lines = True if space in _KEPT_LINES else False if space in _FOLDED_LINES else None
    return Look(shown, bold if weighs is None else weighs, lines)


def _is_bold(weight: str) -> bool | None:
    """
    >>> _is_bold("bolder"), _is_bold("300"), _is_bold("500"), _is_bold("inherit")
    (True, False, None, None)
    """
    if weight.isdecimal() and len(weight) < 5:
        size = int(weight)
        return True if size >= _LEAST_BOLD else False if size <= _MOST_NORMAL else None
    return True if weight in ("bold", "bolder") else False if weight in ("normal", "lighter") else None
