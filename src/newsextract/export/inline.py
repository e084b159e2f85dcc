"""What stands inside the texts of records, for the exports that show it: dates, the direction of writing, and what no
terminal shall obey."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from ..model import Article, Date
from ..writing import primary

__all__ = ["DEEPEST", "DatesByPlace", "direction", "iso_stamp", "printable", "written_direction"]

DEEPEST = 8
"""Items below this depth are written at it: readers of Markdown give up at some twenty levels (a list and its items are
one each), the indents of ten thousand nested items would fill a disk, and on a screen leave no room for the text."""

#: Control characters, which a terminal would obey: a text could clear the screen, or change its title.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd") | {ord("\n"): "\n", ord("\t"): " "}

#: How much farther than expected a date may stand in a record's text, in characters. A text is the source with marks
#: and white space taken out, so what is left of it moves forward; `repair` moves it back by a space here and there.
_DRIFT = 64

#: The forms that ISO 8601 shares with HTML and schema.org: a year, month, day, or a time of a day to the minute or
#: second. EDTF's others (seasons, decades, intervals, "1850~") are none of theirs.
_STAMP = re.compile(
    r"""
    (?!0000) [0-9]{4}
    (?: - (?: 0[1-9] | 1[0-2] )  # 21 to 24 are EDTF's seasons
        (?: -[0-9]{2}
            (?: T[0-9]{2}:[0-9]{2} (?: :[0-9]{2} )? (?: Z | [+-][0-9]{2}:[0-9]{2} )? )?
        )?
    )?
    """,
    re.VERBOSE,
)

#: Languages that are written from right to left, and the scripts that make any language one.
_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"))
#: Of so many characters the direction of a text is told: the first alone is often a Latin name.
_LOOKED_AT = 200
_SCRIPT = re.compile(r"-([a-z]{4})(?:-|$)")


def direction(language: str | None) -> str:
    """The `dir` of a text in a language; "auto", by its letters, where the language is not known.

    >>> direction("ar-EG"), direction("az-Arab"), direction("ks-Deva"), direction("fr"), direction(None)
    ('rtl', 'rtl', 'ltr', 'ltr', 'auto')
    """
    if language is None:
        return "auto"
    language = language.lower()
    script = _SCRIPT.search(language)
    if script:
        return "rtl" if script[1] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"


def written_direction(text: str) -> str:
    """The `dir` of a text by most of its letters: a paragraph in Arabic may begin with a Latin name.

    >>> written_direction("BBC \u0642\u0627\u0644\u062a \u0627\u0644\u064a\u0648\u0645"), written_direction("Rain")
    ('rtl', 'ltr')
    """
    sides = [unicodedata.bidirectional(letter) for letter in text[:_LOOKED_AT]]
    return "rtl" if sides.count("R") + sides.count("AL") > sides.count("L") else "ltr"


def iso_stamp(date: Date | None) -> str | None:
    """A date's value where ISO 8601 has a form that is just as fine, else None."""
    return date.value if date and date.value and _STAMP.fullmatch(date.value) else None


def printable(text: str) -> str:
    """A text that a terminal prints and does not obey.

    >>> printable("\\x1b[2JRain\\tfell.")
    '\ufffd[2JRain fell.'
    """
    return text.translate(_CONTROLS)


class DatesByPlace:
    """The dates of an article, found by where they stand."""

    def __init__(self, article: Article) -> None:
        placed = [(date.start, date.end, date) for date in article.dates]
        self._placed = [(start, end, date) for start, end, date in placed if start is not None and end is not None]
        self._starts = [start for start, _, _ in self._placed]

    def within(self, start: int, end: int) -> tuple[Date, ...]:
        """Those that lie in a span of the source, in its order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return tuple(date for _, until, date in self._placed[first:last] if until <= end)

    def pieces(self, text: str, start: int | None, end: int | None) -> Iterator[tuple[str, Date | None]]:
        """A record's text in pieces, the dates' own and those between; they join to the text.

        The text is not the source: white space is folded in it, and marks are gone. A date is looked for near the
        place that the one before it and the offsets suggest; one that is not found there gives no piece.
        """
        at = 0
        if start is not None and end is not None:
            removed = max(0, end - start - len(text))  # marks stand mostly before the text: "- ", "> ", "## "
            for date in self.within(start, end):
                assert date.start is not None
                found = _nearest(text, date.text, at, date.start - start - removed)
                if found is None:
                    continue
                removed = date.start - start - found
                if found > at:
                    yield text[at:found], None
                at = found + len(date.text)
                yield text[found:at], date
        if at < len(text):
            yield text[at:], None


def _nearest(text: str, wanted: str, at: int, expected: int) -> int | None:
    """Where the wanted text stands next to the expected place, not before `at`.

    >>> _nearest("2024 seats in 2024 towns in 2024", "2024", 0, 15)
    14
    """
    best = None
    until = max(at, expected) + len(wanted) + _DRIFT
    found = text.find(wanted, max(at, expected - _DRIFT), until)
    while found >= 0:
        if best is None or abs(found - expected) < abs(best - expected):
            best = found
        if found >= expected:
            break
        found = text.find(wanted, found + 1, until)
    return best
