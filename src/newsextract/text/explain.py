"""What each line of a text was taken for, how sure, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language import tag
from ..model import without_surrogates
from ..writing import is_spaceless
from . import read_undecided
from .line_model import FURNITURE, Answer, line_model
from .roles import decide, units_with_notices
from .units import Unit

__all__ = ["Explanation", "explain"]

_NAMES = {"HL": "headline", "SF": "standfirst", "BY": "byline", "TS": "timestamp", "H": "heading", "P": "paragraph",
          "L": "item", "T": "table", "Q": "quote"}  # fmt: skip
#: Features of little weight say little.
_LEAST_WEIGHT = 0.15
_MOST_REASONS = 6


@dataclass(frozen=True)
class Explanation:
    """A line, item or block, and what it was taken for."""

    text: str
    start: int
    end: int
    """Half-open offsets in code points of the text."""
    taken_for: str
    """headline, standfirst, byline, timestamp, heading, paragraph, item, table, quote, or furniture with its kind. The
    article may still move it: a headline behind prose is a heading."""
    confidence: float
    """0 to 1; 1 for what a mark or a set phrase says, .75 for what the form alone tells."""
    reasons: tuple[tuple[str, float], ...]
    """What spoke for it (above 0) and for its best rival (below), in logits, the weightiest first. A single reason of
    weight 0 names the rule that decided."""


def explain(text: str, language: str | None = None) -> list[Explanation]:
    """What each part of a text was taken for by `parse_text` with the same language.

    Raises InputError for a language that is no tag.

    >>> [(each.taken_for, each.reasons) for each in explain("Read more: ten bargains")]
    [('furniture (related)', (('set phrase or mark', 0.0),))]
    """
    blocks, language = read_undecided(without_surrogates(text), tag(language))
    units = units_with_notices(blocks, language)
    explained = line_model().explain(units, is_spaceless(language))
    answers = [answer for answer, _ in explained]
    decide(units, answers)
    return list(_explained(units, explained, answers))


def _explained(
    units: list[Unit], explained: list[tuple[Answer, list[tuple[str, float]]]], answers: list[Answer]
) -> Iterator[Explanation]:
    for unit, (first, reasons), answer in zip(units, explained, answers, strict=True):
        if answer is not first:
            why: tuple[tuple[str, float], ...] = (("form", 0.0),)
        elif not reasons:
            why = (("set phrase or mark", 0.0),)
        else:
            why = tuple(reason for reason in reasons[:_MOST_REASONS] if abs(reason[1]) >= _LEAST_WEIGHT)
        kind = FURNITURE.get(answer.name)
        name = f"furniture ({kind})" if kind else _NAMES[answer.name]
        yield Explanation(unit.text, unit.start, unit.end, name, answer.confidence, why)
