"""Years in words: "two thousand and four", "mil novecientos noventa y dos", "neunzehnhundertneunundachtzig"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .words import Table

__all__ = ["YearWord", "year_words"]


class YearWord(int):
    """The value of what a year in words begins with: "two thousand"."""

    rest: Rest | None
    """What may stand behind it; None where it is one word with that."""

    def read(self, text: str, end: int) -> tuple[int, int]:
        """The year and where it ends in a text, if the word ends at `end`."""
        amount, last = self.rest.read(text, end) if self.rest else (0, end)
        return self + amount, last


class Rest:
    """Reads the number below a hundred behind the word: "and four", "noventa y dos", "quatre-vingt-dix-neuf"."""

    def __init__(self, numbers: dict[str, int], joints: list[str]) -> None:
        number = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
        joint = rf"[ -](?:(?:{'|'.join(map(re.escape, joints))})[ -])?"
        self._numbers = numbers
        self._match = re.compile(
            rf"{joint}(?P<tens>{number})(?!\w)(?:{joint}(?P<unit>{number})(?!\w))?", re.IGNORECASE
        ).match

    def read(self, text: str, start: int) -> tuple[int, int]:
        """The number, 0 if there is none, and where it ends."""
        match = self._match(text, start)
        if match is None:
            return 0, start
        tens, unit = (self._numbers[match[name].lower()] if match[name] else 0 for name in ("tens", "unit"))
        if unit and (tens % 10 or tens < _TWENTY or unit >= (_TWENTY if tens in _SCORES else _TEN)):
            return tens, match.end("tens")
        return tens + unit, match.end()


#: "Soixante-quinze", "quatre-vingt-quinze": what is counted by twenties.
_SCORES, _TEN, _TWENTY = frozenset({60, 80}), 10, 20
_HUNDRED = 100


def year_words(own: Table, numbers: dict[str, int]) -> Iterator[tuple[str, tuple[str, Any]]]:
    """The words that a year begins with; all years where they are one word.

    `numbers` are the language's words for them.
    """
    if "year_words" not in own:
        return
    numbers = {word: number for word, number in numbers.items() if 0 < number < _HUNDRED}
    rest = Rest(numbers, own.get("and", "").split())
    for base, forms in own["year_words"].items():
        for form in forms.split():
            yield form, _word(int(base), rest)
            if own.get("one_word"):
                for word, number in numbers.items():
                    yield form + word, _word(int(base) + number, None)


def _word(year: int, rest: Rest | None) -> tuple[str, YearWord]:
    value = YearWord(year)
    value.rest = rest
    return "5", value
