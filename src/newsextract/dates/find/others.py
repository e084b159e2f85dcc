"""What has the words of a date and is none, by other words of its language: quarters of a game, names of papers,
persons and streets."""

from __future__ import annotations

import re

from ..expression import Expression
from ..vocabulary.lexicon import Lexicon

__all__ = ["OTHERS", "Others"]

#: The forms that may be none.
OTHERS = frozenset({"quarter", "weekday", "date"})

#: So far around a quarter words tell of a game or of business, in other paragraphs too; so far around a day or month is
#: a name looked for.
_AROUND, _NEAR = 400, 30
#: The score of a game, and amounts of business in any language.
_SCORE, _AMOUNTS, _STOPS = re.compile(r"\d{1,3}[-–]\d{1,3}"), "%$€£¥", '.,:;!?()"“”'
_WORD_BEHIND = re.compile(r" ([^\W\d_]\w+)")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.")
#: Codes of the words behind which even a month or weekday with a capital is one: "in", "last", "every".
_LEADING = frozenset("PILX")


class Others:
    """Tells in one language what is no date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._small = lexicon.words, lexicon.written_small
        names, contexts = lexicon.named, lexicon.quarters_of
        self._before = tuple(f"{word} " for word in names[0])
        self._behind = tuple(f" {word}" for word in names[1])
        self._game, self._business = (frozenset(words) for words in contexts)

    def has(self, expression: Expression, source: str, text: str, low: int, high: int) -> bool:
        """Whether an expression within `low` and `high` is no date; `text` is the `source` with plain spaces."""
        form, data = expression.form, expression.data
        if form == "quarter":
            return data[1] is None and data[2] is None and self._is_of_game(expression, text)
        if form == "weekday":
            bare = data[1] is None
        else:
            bare = form == "date" and data.month is not None and data.day is None and data.year is None
            bare = bare and data.shift is None and data.years is None and data.same is None
        return bare and expression.time is None and self._is_name(expression, source, text, low, high)

    def _is_of_game(self, expression: Expression, text: str) -> bool:
        """ "Scored 14 in the fourth quarter": where more tells of a game than of business."""
        if not self._game:
            return False
        near = text[max(0, expression.start - _AROUND) : expression.end + _AROUND]
        words = [word.strip(_STOPS) for word in near.split()]
        games = sum(word in self._game or _SCORE.fullmatch(word) is not None for word in words)
        return games > 0 and games > sum(word in self._business for word in words) + sum(map(near.count, _AMOUNTS))

    def _is_name(self, expression: Expression, source: str, text: str, low: int, high: int) -> bool:
        """ "The Sunday Times", "Plaza de Mayo"; in a language that writes days and months small, a capital in the
        middle of a sentence beside another: "Plácido Domingo"."""
        start, end = expression.start, expression.end
        if text.endswith(self._before, low, start):
            return True
        if text.startswith(self._behind, end, high) and any(
            text.startswith(name, end, high) and not text[end + len(name) : end + len(name) + 1].isalnum()
            for name in self._behind
        ):
            return True
        if not self._small or not text[start:end].istitle():
            return False
        before, behind = text[max(low, start - _NEAR) : start], source[end : min(high, end + _NEAR)]
        last = (before.split() or [""])[-1] if source[start - 1 : start] not in "\r\n" else ""
        code, value = self._words.get(last.strip("',").lower(), ("", None))
        if last[:1].isupper() and not code and before[-1] == " " and (last.isalpha() or _ABBREVIATION.fullmatch(last)):
            return True  # Plácido Domingo, M. Janvier
        opens = not last.isalpha() and last[-1:] not in ("'", ",")
        if (opens and expression.form == "weekday") or code in _LEADING or (code == "F" and value != "of"):
            return False
        word = _WORD_BEHIND.match(behind)  # Domingo Vera
        return word is not None and word[1][0].isupper() and self._words.get(word[1].lower(), ("F",))[0] == "F"
