"""Where a space is missing between the texts of two elements, since a style sheet sets them apart."""

from __future__ import annotations

import unicodedata

from ..writing import FIRST_WIDE, SENTENCE_END

__all__ = ["parts_capitals", "parts_digits", "parts_words"]

#: Characters of two texts of which a seam between them tells.
_LEAST_PARTED = 3


def parts_words(above: str) -> bool:
    """Whether what ends so is parted from a capital letter with which the next element begins: style sheets set such
    elements apart, and the page has no space for it. A name in two sorts of letters begins with few small ones.

    >>> parts_words("It rained."), parts_words("on Monday"), parts_words("an i"), parts_words("in the U.")
    (True, True, False, False)
    >>> parts_words("By"), parts_words("Mc")
    (True, False)
    """
    return above == "By" or (above[-2:-1].islower() and (above[-1].islower() or above[-1] in SENTENCE_END))


def parts_capitals(above: str, text: str) -> bool:
    """Whether of the texts of two elements side by side the one ends in capitals and the other begins with a word in
    small letters but for its first. A capital alone may be the word's own, in large.

    >>> parts_capitals("By ANA RUIZ", "March 5"), parts_capitals("BBC", "s"), parts_capitals("A", "Mandarin")
    (True, False, False)
    """
    last = above[-2:]
    return len(last) > 1 and last.isalpha() and last.isupper() and text[:1].isupper() and text[1:2].islower()


def parts_digits(above: str, text: str) -> bool:
    """Whether of the texts of two elements side by side the one has a digit at the seam: names, dates and counts are
    set apart. A bare number behind letters is that of a footnote, small letters behind one belong to it ("4th"); of
    single characters, and in scripts without spaces, nobody knows. The sign of a currency belongs to its amount, and
    capitals before it to the sign ("US$5").

    >>> parts_digits("Ana Ruiz", "14.03.2025"), parts_digits("2025", "4 min"), parts_digits("it", "4")
    (True, True, False)
    >>> parts_digits("Adult", "£4.50"), parts_digits("US", "$5")
    (True, False)
    """
    last, first = above[-1], text[0]
    if text[1:2].isdigit() and (first == "±" or unicodedata.category(first) == "Sc"):
        return (last.isalpha() and not last.isupper()) or last.isdigit()
    if len(above) + len(text) < _LEAST_PARTED or last >= FIRST_WIDE or first >= FIRST_WIDE:
        return False
    if last.isdigit():
        return first.isdigit() or first.isupper()
    return last.isalpha() and first.isdigit() and not text.isdigit()
