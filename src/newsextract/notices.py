"""Lines about the page rather than of its article, told by their words: the kinds of furniture."""

from __future__ import annotations

import re

from .bylines import bare_names
from .phrases import (
    FURNITURE_SENTENCES,
    FURNITURE_SHAPES,
    HOME_WORDS,
    OUTLETS,
    PHOTO_AGENCIES,
    PHOTO_BRACKET,
    PHOTO_CREDIT,
    PHOTO_WORDS,
    PHOTO_WORDS_WIDE,
    RELEASE_LABELS,
    match_furniture,
)
from .writing import SENTENCE_END, fold, is_unspaced

__all__ = ["LONGEST_TERMS", "furniture_kind", "is_masthead", "is_placeholder"]

LONGEST_TERMS = 400
"""An editor's note, a disclosure or terms may be longer than a teaser; a paragraph that begins with the same words is
longer, in characters."""

#: Brackets, bullets and arrows around a call to action.
_ADORNMENT = "[]()-–—*•·+ <>»▶\ufe0f"
#: What stands before a photo credit: the end of the caption's sentence, or a dash.
_CAPTION_ENDS = '.!?»"”)]。！？」—–|/'
#: What photo credits have, and what those of Chinese without one of these end in.
_CREDIT_MARKS, _CREDIT_ENDS = ":/©：／=＝", ("摄", "攝", "摄）", "攝）", "摄)", "攝)")
#: A credit is no longer, in characters.
_LONGEST_CREDIT = 140
_CREDIT_OPENERS, _CREDIT_CLOSERS = "([（", ")]）"
_MOST_CREDIT_WORDS = 4
#: A call of a few words may end in a stop ("Share this article.").
_FEW_WORDS = 4
_FEW_UNSPACED = 8
#: "Home | News | Sport | Weather"
_LEAST_MENU = 3
_CRUMBS = re.compile(r"\s[>»›/|]\s")
_MOST_CRUMBS, _LONGEST_CRUMBS = 8, 90
_MASTHEAD_WORDS = 3
_MENU_WORDS = 2
_PLACEHOLDER = "placeholder"


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that a short line is by its words alone, or None.

    >>> furniture_kind("Read more: ten bargains"), furniture_kind("Advertisement"), furniture_kind("Adverts rise")
    ('related', 'advertisement', None)
    >>> furniture_kind("増設された食堂（緑川市提供）"), furniture_kind("朝食（無料で提供）")
    ('caption', None)
    >>> furniture_kind("图为菜市场入口 李向阳摄"), furniture_kind("图为什么重要")
    ('caption', None)
    >>> furniture_kind("Translator: Ana Ruiz"), furniture_kind("Translator: what the job is")
    ('credit', None)
    """
    lowered = _folded(text)
    found = match_furniture(lowered)
    if found is not None and found.lastgroup == _PLACEHOLDER:
        return "other"
    if found is None and ("/" in lowered or "©" in lowered or "@" in lowered or lowered[:1].isdigit()):
        found = FURNITURE_SHAPES.fullmatch(lowered)
    if found is not None and (not _is_sentence(lowered) or lowered.startswith(FURNITURE_SENTENCES)):
        return found.lastgroup
    if lowered.count(" | ") >= _LEAST_MENU and all(len(part.split()) <= _MENU_WORDS for part in lowered.split(" | ")):
        return "other"
    if text[-1:] in _CREDIT_CLOSERS:
        inside = lowered.rstrip(_CREDIT_CLOSERS)  # the bracket of East Asia is still there
        if PHOTO_BRACKET.fullmatch(inside, _bracket(inside)) is not None:
            return "caption"
    if ("/" in text and _is_signed_photo(text)) or (text[-1:].isupper() and _is_signed_in_capitals(text)):
        return "caption"
    if _may_credit(lowered):
        credit = PHOTO_CREDIT.search(lowered, max(0, len(lowered) - _LONGEST_CREDIT))
        if credit is not None and (lowered[: credit.start()].rstrip(" ([（")[-1:] or ".") in _CAPTION_ENDS:
            return "caption"
    return None


def _folded(text: str) -> str:
    return fold(text.strip(_ADORNMENT)).replace("ⓒ", "©")  # the sign of Korea


def is_placeholder(text: str) -> bool:
    """Whether a text stands where a post, film or map of another site would.

    >>> is_placeholder("An dieser Stelle findest du einen externen Inhalt, der den Artikel ergänzt.")
    True
    >>> is_placeholder("To watch the harbour you need a permission from the council."), is_placeholder("Content")
    (False, False)
    """
    found = match_furniture(_folded(text))
    return found is not None and found.lastgroup == _PLACEHOLDER


def _bracket(text: str) -> int:
    """Where the last bracket of a text begins, its end for none."""
    return max(map(text.rfind, _CREDIT_OPENERS)) + 1 or len(text)


def _is_signed_photo(text: str) -> bool:
    """Whether a line ends in a name and whose picture it is, and no more stands there, or a caption and a dash.

    >>> _is_signed_photo("AP/Ana Ruiz"), _is_signed_photo("Rain in Pell - Ana Ruiz/Coast"), _is_signed_photo("On/Off")
    (True, True, False)
    """
    said, dash, credit = text.rpartition(" - ")
    if not dash and ". " in text:
        said, _, credit = text.rpartition(". ")
    left, _, right = (part.strip() for part in credit.partition("/"))
    if not left or not right or right.count(" ") >= _MOST_CREDIT_WORDS:
        return False
    if not dash and said.count(" ") > 1 and left[0].isupper() and " " not in left and right.istitle():
        return len(bare_names(right)) == 1  # A crane at Port Ellery. Coastwire/Jo Penn
    if fold(left) in PHOTO_AGENCIES:
        return bare_names(right) != ()
    return (fold(right) in PHOTO_AGENCIES or (dash != "" and right[0].isupper())) and bare_names(left) != ()


def _is_signed_in_capitals(text: str) -> bool:
    """Whether a line is a sentence and, with no space between, a full name in capitals.

    >>> _is_signed_in_capitals("An olive grove on Tuesday.ANA RUIZ"), _is_signed_in_capitals("He left the U.S. ARMY")
    (True, False)
    """
    caption, stop, name = text.rpartition(".")
    words = name.split()
    return (
        stop != ""
        and caption[-1:].islower()
        and 1 < len(words) <= _MOST_CREDIT_WORDS
        and name[0].isupper()
        and name.isupper()
        and all(map(str.isalpha, name.replace("-", " ").split()))
    )


def is_masthead(text: str) -> bool:
    """Whether a line over a headline is a row of links to parts of the site, a paper's name or the label of a release.

    >>> is_masthead("Home > News > Pell"), is_masthead("Accueil / Faits divers"), is_masthead("Pell Gazette")
    (True, True, True)
    >>> is_masthead("Rain > sun"), is_masthead("Press release"), is_masthead("Pell Gazette closes")
    (False, True, False)
    """
    lowered = fold(text.strip(_ADORNMENT + ":："))
    if lowered in RELEASE_LABELS:
        return True
    parts = _CRUMBS.split(lowered, maxsplit=_MOST_CRUMBS)
    if len(parts) > 1 and "«" not in text and len(text) <= _LONGEST_CRUMBS and text[-1] not in SENTENCE_END:
        return parts[0].strip(" :") in HOME_WORDS or (len(parts) > 2 and "/" not in text and "|" not in text)
    words = text.split()
    return (
        len(words) <= _MASTHEAD_WORDS
        and len(words) > 1
        and all(word[0].isupper() for word in words)
        and not OUTLETS.isdisjoint((fold(words[0]), fold(words[-1])))
    )


def _may_credit(text: str) -> bool:
    """Whether a line has one of the marks that every photo credit has, and one of the words."""
    if text.isascii():
        return (":" in text or "/" in text) and any(word in text for word in PHOTO_WORDS)
    return (any(mark in text for mark in _CREDIT_MARKS) or text.endswith(_CREDIT_ENDS)) and any(
        word in text for word in PHOTO_WORDS_WIDE
    )


def _is_sentence(text: str) -> bool:
    """Whether a text of more than a few words ends like a sentence."""
    if text[-1:] not in SENTENCE_END or text.endswith(("...", "…")):
        return False
    return text.count(" ") >= _FEW_WORDS or (is_unspaced(text[0]) and len(text) > _FEW_UNSPACED)
