"""What a run's own text says of it: its length, its end, how much of it is linked, the words of calls in it."""

from __future__ import annotations

import re

from ..notices import furniture_kind
from ..writing import FIRST_WIDE, SENTENCE_END
from .names import CALLS
from .nodes import FITTED_CLOSERS, HEADINGS, LONGEST_NOTICE, Run

__all__ = ["CERTAIN", "SHAPE", "WORDING", "prose", "shape", "wording"]

SHAPE = ("size", "linked", "ending")
"""The features that `shape` gives, by name."""
WORDING = (
    "spaces",
    "lines",
    "calls",
    "furniture",
    "stops",
)
"""The features that `wording` gives, by name."""

CERTAIN = frozenset(("related", "newsletter", "share", "advertisement", "copyright"))
"""Kinds of furniture that a line's words alone tell of."""

#: Fewer characters are no prose; a character of a script without spaces counts for two and a half.
_LEAST_PROSE = 60
#: More of a run counts no more: a page that is one long paragraph is as much an article as one of ten.
_MOST_PROSE = 600
_WIDE = 2.5
#: As far as a run's text is looked at, in characters.
_LOOKED_AT = 300
_ELLIPSES = re.compile(r"(?:\.{3,}|…+)\s*")
_FURNITURE_KINDS = {
    kind: float(at + 1)
    for at, kind in enumerate(
        ("related", "share", "newsletter", "advertisement", "copyright", "credit", "caption", "timestamp", "other")
    )
}
_ENDINGS = {
    **dict.fromkeys(SENTENCE_END, 1.0),
    **dict.fromkeys("?？؟", 2.0),
    **dict.fromkeys(":：", 3.0),
    **dict.fromkeys(",;，；、", 5.0),
    **dict.fromkeys(FITTED_CLOSERS, 4.0),
}


def prose(run: Run) -> float:
    """How much prose a run is, by its length and its end; 0 for headings, links, short lines and placeholders."""
    text = run.text
    size = float(len(text) - run.linked)
    if not text.isascii() and text[0] >= FIRST_WIDE:
        size *= _WIDE
    if size < _LEAST_PROSE or run.linked * 2 > len(text) or run.parent.tag in HEADINGS:
        return 0.0
    if text.endswith(("...", "…")) and _is_call_to_wait(text):
        return 0.0
    return min(size, _MOST_PROSE) * (1.0 if text[-1] in _ENDINGS else 0.6)


def _is_call_to_wait(text: str) -> bool:
    """Whether a text is nothing but calls to wait, where a script puts the article.

    >>> _is_call_to_wait("Loading… Loading…"), _is_call_to_wait("Loading the ferry took a day, and then…")
    (True, False)
    """
    parts = set(_ELLIPSES.split(text)) - {""}
    return all(len(part) <= LONGEST_NOTICE and furniture_kind(f"{part}…") for part in parts)


def shape(run: Run) -> tuple[float, float, float]:
    """The features of a run's text in the order of `SHAPE`, which say something of the runs beside it too."""
    text = run.text
    size = len(text)
    ending = _ENDINGS.get(text[-1], 0.0)
    if ending == 4.0 and text[-2:-1] in SENTENCE_END:
        ending = 1.0
    return float(size), run.linked / size, ending


def wording(run: Run) -> list[float]:
    """The features of a run's words in the order of `WORDING`."""
    text = run.text
    words = text[:_LOOKED_AT].lower().split()
    kind = run.notice if len(text) <= LONGEST_NOTICE else None
    return [
        float(len(words)),
        float(text.count("\n")),
        float(len(CALLS.intersection(words))),
        0.0 if kind is None else _FURNITURE_KINDS.get(kind, 0.0),
        float(text.count(".", 0, _LOOKED_AT)),
    ]
