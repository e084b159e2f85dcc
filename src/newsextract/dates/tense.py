"""The tense of the words around a date: whether the verb speaks of what is to come or of what is over.

"They met on Tuesday" and "they will meet on Tuesday" are two Tuesdays. No parser of sentences: the last verb form that
is known before the date decides, and where a sentence begins with the date the first one behind it.
"""

from __future__ import annotations

import re
from typing import Literal

from .lexicon import Lexicon

__all__ = ["Tense", "Tenses"]

#: "until": what ends at the date may have begun before; None: nothing is said.
Tense = Literal["future", "past", "until"] | None

#: A verb form so far from a date still says whether it is to come.
_REACH = 90
#: So many words may lead up to a date that its sentence begins with: "But on Tuesday", "Und am Dienstag".
_LEADING = 2
#: A participle: what stands before it decides ("will be released").
_AUXILIARIES = frozenset({"be", "been", "being", "have"})
#: A shorter word is no verb by its ending ("red"), nor is one that ends so ("need", "speed").
_SHORTEST, _NO_VERB = 4, "eed"


class Tenses:
    """Reads the tense around dates in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        verbs = lexicon.verbs
        self._future, self._future_endings = _split(verbs["future"] | verbs["modal"])
        self._modal, self._modal_endings = _split(verbs["modal"])
        self._past, self._past_endings = _split(verbs["past"])
        self._said, self._until, self._by = verbs["said"], verbs["until"], verbs["by"]
        self._perfect, self._plans, self._within = verbs["perfect"], verbs["plans"], verbs["within"]
        self._determiner, self._not = verbs["determiner"], verbs["not_until"]
        self._names = frozenset(word for word, (code, _) in lexicon.words.items() if code in _DATES)
        self.known = bool(self._future or self._future_endings)

    def around(self, text: str, start: int, end: int, low: int, high: int, *, month: bool) -> Tense:
        """The tense around `text[start:end]`, within `low` and `high`.

        Of a `month` the past is told only where it stands for when something was: "they met in May", not "they moved
        it to May".
        """
        sentence = _last_sentence(text[max(low, start - _REACH) : start].split(), whole=start - low <= _REACH)
        tense, found = self._last_verb(sentence)
        if self._is_until(sentence, tense):
            return "until"
        if not found and len(sentence) <= _LEADING:
            tense = self._first_verb(text[end : min(high, end + _REACH)].split())
        elif _begins_clause(sentence) and not text.startswith(",", end):
            tense = self._first_verb(_clause(text[end : min(high, end + _REACH)])) or tense
        if tense == "past" and month and (not sentence or sentence[-1].lower() not in self._within):
            return None
        return tense

    def _is_until(self, sentence: list[str], tense: Tense) -> bool:
        """Whether the last words are "until", "until the", "as early as". What begins with them tells of the past."""
        if len(sentence) <= _LEADING:
            return False
        for words in (one := sentence[-1:], sentence[-2:], sentence[-2:-1]):
            if "_".join(words) in self._until or (words is one and words[0] in self._by and tense != "past"):
                before = sentence[-2 if words is one else -3]
                return before not in self._not and before.strip(",.").lower() not in self._names
        return False

    def _last_verb(self, words: list[str]) -> tuple[Tense, bool]:
        """The tense of the last verb form that is known, and whether there is one."""
        for index in range(len(words) - 1, -1, -1):
            word = words[index]
            before = words[index - 1] if index else ""
            if (word == "to" and before in self._plans) or (word == "be" and before == "to"):
                return "future", True
            if word in self._future or (word.endswith(self._future_endings) and word.islower()):
                behind = words[index + 1] if index + 1 < len(words) else ""
                if (word, behind) in _OTHERWISE:
                    continue
                return ("past" if before in self._perfect else "future"), True
            if word in self._said:
                return None, True
            if self._is_past(word) and before not in _AUXILIARIES and before not in self._determiner:
                return "past", True
        return None, False

    def _first_verb(self, words: list[str]) -> Tense:
        """The tense of the first verb form that is known, in the sentence that the date begins."""
        for written in words:
            word = written.rstrip(_STOPS)
            if word in self._modal or (word.endswith(self._modal_endings) and word.islower()):
                return "future"
            if word in self._said:
                return None
            if self._is_past(word):
                return "past"
            if written[-1] in ".!?;":
                return None
        return None

    def _is_past(self, word: str) -> bool:
        if word in self._past:
            return True
        return (
            word.endswith(self._past_endings)
            and len(word) >= _SHORTEST
            and word.islower()
            and not word.endswith(_NO_VERB)
        )


#: Words of the future that are none before others: "next to the door", "he could not be reached on Tuesday".
_OTHERWISE = frozenset({("next", "to"), ("could", "not")})

#: A stop behind it ends no sentence: "Mr.", "P.", "U.S."
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.")

_STOPS = ".,:;!?"
#: The codes of words that a range may begin with: "from January through March".
_DATES = frozenset("MmjWw")


def _last_sentence(words: list[str], *, whole: bool) -> list[str]:
    """The words behind the last that ends a sentence; the first of it and those in capitals in small letters.

    `whole`: nothing stands before the words.
    """
    begin = 0
    for index in range(len(words) - 1, -1, -1):
        if words[index][-1] in ".!?;" and not _ABBREVIATION.fullmatch(words[index]):
            begin = index + 1
            break
    sentence = [word.lower() if word.isupper() and len(word) > 1 else word for word in words[begin:]]
    if sentence and (begin or whole):
        sentence[0] = sentence[0].lower()
    return sentence


def _begins_clause(sentence: list[str]) -> bool:
    """Whether the date is the beginning of another clause: "They will meet, but on Monday they met"."""
    return any(word[-1] in ",:" for word in sentence[-_LEADING - 1 : -1])


def _clause(text: str) -> list[str]:
    return text.partition(",")[0].split()


def _split(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and the endings, which are written behind a "*".

    >>> _split(frozenset({"was", "*ed"}))
    (frozenset({'was'}), ('ed',))
    """
    endings = tuple(sorted(word[1:] for word in words if word[0] == "*"))
    return frozenset(word for word in words if word[0] != "*"), endings
