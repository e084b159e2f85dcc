"""Words that say what a line is for, in many languages: subscribing, sharing, pictures, authors, readers.

The words themselves are in signals.toml. One of them proves nothing; the line model weighs them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

__all__ = ["SIGNALS", "signals_of"]

_DATA = tomllib.loads(files(__package__).joinpath("signals.toml").read_text(encoding="utf-8"))
_UNSPACED: dict[str, list[str]] = _DATA.pop("unspaced")

SIGNALS: dict[str, tuple[str, ...]] = {}
"""The subjects of each word, in lower case."""
for _subject, _words in _DATA.items():
    for _word in _words.split():
        SIGNALS[_word] = (*SIGNALS.get(_word, ()), _subject)

_SIGNAL_WORDS = frozenset(SIGNALS)
_SUBJECT_OF = {term: subject for subject, terms in _UNSPACED.items() for term in terms}
_TERMS = re.compile("|".join(map(re.escape, sorted(_SUBJECT_OF, key=len, reverse=True))))


def signals_of(text: str, words: Iterable[str], spaced: bool) -> list[str]:
    """The subjects that a text with these words (in lower case) speaks of, one for each word that does.

    >>> sorted(signals_of("Subscribe to our newsletter", ["subscribe", "to", "our", "newsletter"], spaced=True))
    ['readers', 'subscribe', 'subscribe']
    """
    found = [subject for word in _SIGNAL_WORDS.intersection(words) for subject in SIGNALS[word]]
    if not spaced:
        found += [_SUBJECT_OF[term] for term in set(_TERMS.findall(text))]
    return found
