"""Weekdays that are those of each week, by what stands beside them: hours, and words for "open" and "except"."""

from __future__ import annotations

import re

from ..expression import Expression
from ..vocabulary.lexicon import Lexicon

__all__ = ["RECURRING", "Recurring"]

#: The forms that may recur.
RECURRING = frozenset({"weekday", "lastday"})

#: So far beside the days stand the hours, or a word for "open"; so far behind one the word that makes it recur.
_NEAR, _BESIDE = 45, 8
_CLOCK = r"(?: [:.h]\d\d | \s?[ap]\.?\s?m\b | \s?h\b | \s?(?:Uhr|horas|heures|uur|godz)\b | [時时시点點] )"
#: "9am to 5pm", "9.00-17.00", "de 9 h à 17 h", 9:00至17:00.
_HOURS = re.compile(
    rf"""(?<![\d.,]) \d{{1,2}} (?P<first>{_CLOCK}?)\.?\s?
         (?: [-–—~〜至到] | [^\W\d_]{{1,5}} (?:\ [^\W\d_]{{1,4}})? )
         \s? (?:[上下]午|午[前後]|오[전후])? \s? \d{{1,2}} (?P<last>{_CLOCK}?) (?![\d%€$]|[.,]\d)""",
    re.VERBOSE,
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÀ-ÞΑ-ΩА-Я])|[。！？;；\n]")
_STOPS = ".,;:!?()"
#: Codes of words between two weekdays.
_LINKS = ("P", "F")


class Recurring:
    """Tells in one language which weekdays are those of each week."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._spaceless = lexicon.words, lexicon.spaceless
        before, self._behind = lexicon.closed
        space = "" if lexicon.spaceless else " "
        self._before = tuple(form + space for word in before for form in (word, word[0].upper() + word[1:]))
        self._from, self._opening = lexicon.from_behind, lexicon.opening
        self._verbs = lexicon.verbs["modal"] | lexicon.verbs["past"]

    def is_closed(self, expression: Expression, text: str, low: int, closed: int) -> bool:
        """Whether a weekday is one of each week by what stands beside it: "sauf le lundi et le mardi", 周一闭馆.

        The last such one ends at `closed`.
        """
        start, end = expression.start, expression.end
        if self._behind and text[end : end + _BESIDE].lstrip().startswith(self._behind):
            return True
        if text.endswith(self._before, low, start):
            return True
        if not low < closed < start <= closed + _BESIDE:
            return False
        between = text[closed:start].split()
        return bool(between) and all(self._words.get(word, ("",))[0] in _LINKS for word in between)

    def is_of_hours(self, one: Expression, expression: Expression, source: str, low: int, high: int) -> bool:
        """Whether the days from one to another are those of each week: beside hours, or a word for "open" where no verb
        says when ("open Monday to Friday", "Monday to Friday, 9am to 5pm"; not "will be closed Monday to Friday", nor
        "from 9am Monday to 5pm Friday")."""
        if expression.form == "lastday":
            if expression.data[1] is not one:
                return False
        elif not self._from or one.form != "weekday" or source[one.end : expression.start].strip() not in self._from:
            return False
        start, end = one.start, expression.start
        behind = _SENTENCE.split(source[end : min(high, end + _NEAR)], maxsplit=1)[0]
        if one.time is None:
            hours = _HOURS.search(behind)
            if hours and (hours["first"] or hours["last"] or expression.time):
                return True
            if expression.time is not None:
                return False  # Monday to Friday at 9 a.m.
        before = _SENTENCE.split(source[max(low, start - _NEAR) : one.end])[-1]
        hours = _HOURS.search(before)
        if hours and (hours["first"] or hours["last"]) and len(before) - hours.end() < _BESIDE + one.end - start:
            return True
        if one.time is not None or not self._opening:
            return False
        if self._spaceless:
            return any(word in before or word in behind for word in self._opening)
        words = {word.strip(_STOPS).lower() for word in (before + behind).split()}
        return not words.isdisjoint(self._opening) and words.isdisjoint(self._verbs)
