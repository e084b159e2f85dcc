"""What has the words of a date and is none, by other words of its language: quarters of a game, names of papers and
persons."""

from __future__ import annotations

import re

from ..expression import Expression
from ..vocabulary.lexicon import Lexicon

__all__ = ["OTHERS", "Others"]

#: The forms that may be none.
OTHERS = frozenset({"quarter", "weekday", "date"})

#: So far around a quarter words tell of a game or of business; so far around a day or month is a name looked for.
_AROUND, _NEAR = 200, 30
#: Amounts of business in any language.
_AMOUNTS, _STOPS = "%$€£¥", '.,:;!?()"“”'
_WORD_BEHIND = re.compile(r" ([^\W\d_]\w+)")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.")


class Others:
    """Tells in one language what is no date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._given = lexicon.words, lexicon.given
        names = "|".join(map(re.escape, lexicon.named))
        self._named = "\n".join(lexicon.named)
        self._names = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None
        self._titles, self._leading_to_names = lexicon.titles, lexicon.leading_to_names
        self._title_ends = tuple(f"{title} " for title in self._titles | self._leading_to_names)
        self._game, self._business = lexicon.game, lexicon.business

    def has(self, expression: Expression, source: str, text: str, low: int, high: int) -> bool:
        """Whether an expression within `low` and `high` is no date; `text` is the `source` with plain spaces."""
        form, data = expression.form, expression.data
        if form == "quarter":
            return data[1] is None and data[2] is None and self._is_of_game(expression, text)
        if form == "weekday":
            bare = data[1] is None
        else:
            bare = data.day is data.year is data.shift is data.years is data.same is None and data.month is not None
        return bare and expression.time is None and self._is_name(expression, source, text, low, high)

    def _is_of_game(self, expression: Expression, text: str) -> bool:
        """ "Scored 14 in the fourth quarter": where a word of games alone is near, and nothing of business."""
        if not self._game:
            return False
        near = text[max(0, expression.start - _AROUND) : expression.end + _AROUND]
        words = {word.strip(_STOPS) for word in near.lower().split()}
        if words.isdisjoint(self._game):
            return False
        return words.isdisjoint(self._business) and not any(map(near.__contains__, _AMOUNTS))

    def _is_titled(self, source: str, start: int, end: int, low: int) -> bool:
        """ "Herr Sonntag", "Η Παρασκευή Λέκκα"."""
        if not source[start].isupper():
            return False
        last = source[max(low, start - _NEAR) : start].split()[-1:]
        if not self._titles.isdisjoint(last):
            return True
        if self._leading_to_names.isdisjoint(last):
            return False
        word = _WORD_BEHIND.match(source, end)
        return word is not None and word[1].istitle() and word[1].lower() not in self._words

    def _is_name(self, expression: Expression, source: str, text: str, low: int, high: int) -> bool:
        """ "The Sunday Times", "Plaza de Mayo"; a month or weekday that is a person's name, too, with a capital beside
        another where it is written small: "Plácido Domingo"."""
        start, end = expression.start, expression.end
        if self._names is not None and source[start:end] in self._named:
            for found in self._names.finditer(source, max(low, start - _NEAR), min(high, end + _NEAR)):
                if found.start() <= start and end <= found.end():
                    return True
        if source.endswith(self._title_ends, low, start) and self._is_titled(source, start, end, low):
            return True
        written = text[start:end]
        if written.lower() not in self._given or not written.istitle():
            return False
        before = source[max(low, start - _NEAR) : start]
        last = "" if before[-1:] in "\r\n" else (before.split() or [""])[-1]
        code, value = self._words.get(last.strip("',").lower(), ("", None))
        if code and (code != "F" or value != "of"):
            return False  # en Abril, début Avril
        if last.istitle() and before[-1] == " " and (last.isalpha() or _ABBREVIATION.fullmatch(last)):
            return True  # Plácido Domingo, M. Janvier
        if expression.form == "weekday" and not last.isalpha() and last[-1:] not in ("'", ","):
            return False  # it opens the sentence
        word = _WORD_BEHIND.match(source, end)  # Domingo Vera
        return word is not None and word[1].istitle() and self._words.get(word[1].lower(), ("F",))[0] == "F"
