"""Words as they are written where their accents are left out: "fevrier", "proximo", "naechste"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

__all__ = ["without_accents"]

#: Letters that are no others with a mark; German writes its own in two.
_LETTERS = str.maketrans({"ł": "l", "ı": "i", "đ": "d"})
#: A dot below makes sounds of other languages of Devanagari's letters, and is left out as often (फरवरी). A letter
#: with it may be one sign.
_NUKTA = "\u093c"
_WITH_NUKTA = {unicodedata.normalize("NFD", sign): sign for sign in map(chr, range(0x0958, 0x0960))}
_IN_TWO = {"de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})}
#: Languages that people write without accents where a keyboard or a system has none. (Others would take the letters for
#: wrong ones: "paiva" is no Finnish; and where we have no table, nobody has said which plain words are names: "Maine".)
_LANGUAGES = frozenset({"cs", "de", "es", "fr", "it", "pl", "pt", "tr"})
#: A shorter word is too often another without its accent ("año", "été", "gün").
_SHORTEST = 4


def without_accents(word: str, language: str) -> Iterator[str]:
    """The word as it is written without accents, if it has any and the language is written so.

    >>> list(without_accents("février", "fr")), list(without_accents("nächste", "de"))
    (['fevrier'], ['naechste'])
    """
    if _NUKTA in word:
        yield word.replace(_NUKTA, "")
        for two, one in _WITH_NUKTA.items():
            word = word.replace(two, one)
        yield word
    if word.isascii() or len(word) < _SHORTEST or language not in _LANGUAGES:
        return
    letters = unicodedata.normalize("NFD", word.translate(_IN_TWO.get(language, _LETTERS)))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if plain.isascii():
        yield plain
