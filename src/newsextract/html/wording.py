"""What a run's own text says of it: its length, its end, how much of it is linked, the words of calls in it."""

from __future__ import annotations

from ..notices import furniture_kind
from ..phrases import FIRST_WIDE, SENTENCE_END
from .names import CALLS
from .nodes import HEADINGS, Run

__all__ = ["TOPIC", "WORDING", "long_words", "prose", "topic", "wording", "words_of"]

WORDING = (
    "size",
    "linked",
    "ending",
    "bold",
    "spaces",
    "lines",
    "digits",
    "calls",
    "furniture",
    "copies",
    "capital",
    "commas",
    "stops",
)
"""The features that `wording` gives, by name; "copies" is told by the whole page."""

TOPIC = ("shared words", "frequent words", "title words")
"""The features that `topic` gives, by name."""

#: Fewer characters are no prose; a character of a script without spaces counts for two and a half.
_LEAST_PROSE = 60
#: More of a run counts no more: a page that is one long paragraph is as much an article as one of ten.
_MOST_PROSE = 600
_WIDE = 2.5
#: Furniture by its words is a short line.
_LONGEST_NOTICE = 120
#: As far as a run's text is looked at, in characters.
_LOOKED_AT = 300
#: Shorter words are in any text, whatever it is about.
_LEAST_WORD = 4
_FURNITURE_KINDS = {
    kind: float(at + 1)
    for at, kind in enumerate(
        ("related", "share", "newsletter", "advertisement", "copyright", "credit", "caption", "timestamp", "other")
    )
}
_CLOSERS = "\"'”’»)"
_ENDINGS = {
    **dict.fromkeys(SENTENCE_END, 1.0),
    **dict.fromkeys("?？؟", 2.0),
    **dict.fromkeys(":：", 3.0),
    **dict.fromkeys(",;，；、", 5.0),
    **dict.fromkeys(_CLOSERS, 4.0),
}


def prose(run: Run) -> float:
    """How much prose a run is, by its length and its end; 0 for headings, links and short lines."""
    text = run.text
    size = float(len(text) - run.linked)
    if not text.isascii() and text[0] >= FIRST_WIDE:
        size *= _WIDE
    if size < _LEAST_PROSE or run.linked * 2 > len(text) or run.parent.tag in HEADINGS:
        return 0.0
    return min(size, _MOST_PROSE) * (1.0 if text[-1] in _ENDINGS else 0.6)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, as far as it is looked at."""
    return text[:_LOOKED_AT].lower().split()


def long_words(text: str, words: list[str]) -> set[str]:
    """Those of a text's words that may say what it is about; none where the script has no spaces."""
    return set() if text[:1] >= FIRST_WIDE else {word for word in words if len(word) >= _LEAST_WORD}


def topic(words: set[str], shared: set[str], frequent: set[str], title: set[str]) -> tuple[float, ...]:
    """The features of a run's long words in the order of `TOPIC`: how many of them other runs of the article have,
    how many are frequent there, and how many are in its title. What is said of the site, its authors and its wares is
    said in other words.

    >>> topic({"frost", "growers"}, {"frost", "growers", "tea"}, {"frost"}, {"frost"})
    (1.0, 0.5, 0.5)
    """
    size = len(words)
    if not size:
        return -1.0, -1.0, -1.0
    both = words & shared
    return len(both) / size, len(both & frequent) / size, len(words & title) / size


def wording(run: Run, words: list[str]) -> list[float]:
    """The features of a run's text in the order of `WORDING`; `words` are those of `words_of`."""
    text = run.text
    size = len(text)
    looked = text[:_LOOKED_AT]
    kind = furniture_kind(text) if size <= _LONGEST_NOTICE else None
    last = text[-1]
    ending = _ENDINGS.get(last, 0.0)
    if ending == 4.0 and text[-2:-1] in SENTENCE_END:
        ending = 1.0
    return [
        float(size),
        run.linked / size,
        ending,
        run.bold / size,
        float(len(words)),
        float(text.count("\n")),
        float(sum(map(looked.count, "0123456789"))),
        float(len(CALLS.intersection(words))),
        _FURNITURE_KINDS.get(kind or "", 0.0),
        1.0,
        float(text[0].isupper()),
        float(looked.count(",")),
        float(looked.count(".")),
    ]
