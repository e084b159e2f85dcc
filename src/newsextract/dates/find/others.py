"""What has the words of a date and is none, by other words of its language: quarters of a game, names of papers,
persons and streets."""

from __future__ import annotations

import re

from ..expression import Expression
from ..vocabulary.lexicon import Lexicon

__all__ = ["Others"]

#: So far around a quarter words tell of a game or of business; so far around a day or month is a name looked for.
_AROUND, _NEAR = 200, 30
#: The score of a game, and amounts of business in any language.
_SCORE, _AMOUNTS = r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])", "[%$€£¥]"
_WORD_BEHIND = re.compile(r" ([^\W\d_]\w+)")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.")
#: Codes of the words behind which even a month or weekday with a capital is one: "in", "last", "every".
_LEADING = frozenset("PILX")


class Others:
    """Tells in one language what is no date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._small = lexicon.words, lexicon.written_small
        names, contexts = lexicon.named, lexicon.quarters_of
        self._before = _any_of(names[0], behind=r" \Z")
        self._behind = _any_of(names[1], before=" ")
        self._game = _any_of(contexts[0], behind=rf"(?!\w)|{_SCORE}")
        self._business = _any_of(contexts[1], behind=rf"(?!\w)|{_AMOUNTS}")

    def are_known(self, expression: Expression, source: str, text: str, low: int, high: int) -> bool:
        """Whether an expression within `low` and `high` is no date; `text` is the `source` with plain spaces."""
        form, data = expression.form, expression.data
        if form == "quarter":
            return data[1] is None and data[2] is None and self._is_of_game(expression, text, low, high)
        if form == "weekday":
            bare = data[1] is None
        else:
            bare = form == "date" and data.month is not None and data.day is None and data.year is None
            bare = bare and data.shift is None and data.years is None and data.same is None
        return bare and expression.time is None and self._is_name(expression, source, text, low, high)

    def _is_of_game(self, expression: Expression, text: str, low: int, high: int) -> bool:
        """ "Scored 14 in the fourth quarter": where more tells of a game than of business."""
        if self._game is None or self._business is None:
            return False
        near = text[max(low, expression.start - _AROUND) : min(high, expression.end + _AROUND)]
        games = len(self._game.findall(near))
        return games > 0 and games > len(self._business.findall(near))

    def _is_name(self, expression: Expression, source: str, text: str, low: int, high: int) -> bool:
        """ "The Sunday Times", "Plaza de Mayo"; in a language that writes days and months small, a capital in the
        middle of a sentence beside another: "Plácido Domingo"."""
        start, end = expression.start, expression.end
        before, behind = text[max(low, start - _NEAR) : start], text[end : min(high, end + _NEAR)]
        if self._before is not None and self._before.search(before):
            return True
        if self._behind is not None and self._behind.match(behind):
            return True
        if not self._small or not text[start:end].istitle() or source[start - 1 : start] in "\r\n":
            return False
        words = before.rsplit(maxsplit=1)
        last = words[-1] if words else ""
        bare = last.strip("',").lower()
        code, value = self._words.get(bare, ("", None))
        if last[:1].isupper() and not code and before[-1] == " " and (last.isalpha() or _ABBREVIATION.fullmatch(last)):
            return True  # Plácido Domingo, M. Janvier
        if not (last.isalpha() or last[-1:] in ("'", ",")) or code in _LEADING or (code == "F" and value != "of"):
            return False
        name = _WORD_BEHIND.match(behind)  # Domingo Vera
        return name is not None and name[1][0].isupper() and self._words.get(name[1].lower(), ("F",))[0] == "F"


def _any_of(words: tuple[str, ...], before: str = r"(?<!\w)", behind: str = r"(?!\w)") -> re.Pattern[str] | None:
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, words))}){behind}") if words else None
