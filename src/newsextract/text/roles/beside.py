"""Lines that the model of lines takes for what stands beside them: the article's behind a notice, a label between
lists, what is said behind dashes that mark items too."""

from __future__ import annotations

from itertools import pairwise

from ...phrases import VERDICT_LABELS
from ...writing import QUESTIONS, SENTENCE_END, fold
from ..line_model import CLASS_OF_KIND, FURNITURE, Answer
from ..shapes import NO_HEADING, last_mark
from ..units import Unit
from .headings import BY_RULE
from .runs import is_word

__all__ = ["overrule_beside"]

#: Less than this the model is not sure of what stands beside a notice.
_SURE = 0.6
#: How far from the mark of an advertisement, in lines, the model still takes prose for one.
_NEAR = 2
_LONGEST_VERDICT = max(map(len, VERDICT_LABELS)) + 2
#: A point of a verdict is a line, and there are few.
_LONGEST_POINT, _MOST_POINTS = 160, 12
#: A dialogue has two questions and their answers at least.
_LEAST_SAID, _LEAST_ASKED = 4, 2
_DASHES = "-–—"
#: How far down a byline may stand, in lines, and how many words a headline over a summary has, less one; a kicker has
#: fewer.
_FAR, _LEAST_SPACES = 16, 3
#: The letters of Thai and Lao, and the characters of a line that is no heading there.
_FIRST_UNSTOPPED, _LAST_UNSTOPPED = "\u0e00", "\u0f00"
_LEAST_UNSTOPPED = 80
_ADVERTISEMENT, _RELATED = CLASS_OF_KIND["advertisement"], CLASS_OF_KIND["related"]
#: Prices make advertisements of prose in guides, and calls make links of it. Among prose, on sites left out, of what
#: the model was less sure of 7 were advertisements and 13 the article's, and none and 9 were links.
_LEAST_SURE = {_ADVERTISEMENT: 0.8, _RELATED: _SURE}
#: Right under a heading furniture of all kinds is prose below this, and behind the last prose all but advertisements:
#: on sites left out 24 such lines were the article's and one was not; of advertisements there none and three.
_LEAST_SURE_HEADED = 0.8


def overrule_beside(units: list[Unit], answers: list[Answer]) -> None:
    """Where a notice, a label or a dash decides."""
    _head(units, answers)
    last = next((at for at in reversed(range(len(units))) if _is_prose(units[at], answers[at])), -1)
    verdicts: list[int] = []
    for at, unit in enumerate(units):
        kind = unit.block.kind
        if kind == "furniture":
            _spare(units, answers, at)
        elif kind == "table":
            above = units[at - 1] if at else unit
            if above.is_bare and answers[at - 1].name in ("P", "L", "T"):
                answers[at - 1] = Answer("H", BY_RULE)
        elif unit.item == 0:
            _say(units, answers, at)
            if at and answers[at].name == "L" and answers[at - 1].name == "P" and is_word(units[at - 1]):
                answers[at - 1] = Answer("H", BY_RULE)
        elif kind != "line":
            continue
        elif unit.shape in NO_HEADING:
            if answers[at].name in FURNITURE and _is_articles(units, answers, at, last):
                answers[at] = Answer("P", 1 - answers[at].confidence)
        elif len(unit.text) <= _LONGEST_VERDICT and fold(unit.text).rstrip(" :：") in VERDICT_LABELS:
            verdicts.append(at)
        elif at and unit.text[0] >= _FIRST_UNSTOPPED and _is_unstopped(unit, answers[at]):
            answers[at] = Answer("P", answers[at].confidence)
    if len(verdicts) > 1:
        for at, following in zip(verdicts, [*verdicts[1:], len(units)], strict=True):
            if answers[at].name != "H":
                answers[at] = Answer("H", BY_RULE)
            _points(units, answers, at + 1, following)


def _head(units: list[Unit], answers: list[Answer]) -> None:
    """Under a site's menus and notices the model takes the headline for one of them, or for a heading over what it
    takes for the headline: right above the byline it stands, or the summary does and the headline over that."""
    byline = next((at for at, unit in enumerate(units[:_FAR]) if unit.block.kind == "byline"), 0)
    names = [answer.name for answer in answers[:byline]]
    if names[-2:] == ["H", "HL"]:
        names[-2:] = []
    if any(name not in FURNITURE for name in names):
        return
    above = [at for at in range(max(0, byline - 2), byline) if units[at].block.kind == "line"]
    if above and above[-1] == byline - 1 and units[above[0]].shape not in NO_HEADING:
        is_summed = len(above) > 1 and units[above[0]].text.count(" ") >= _LEAST_SPACES
        answers[above[0] if is_summed else above[-1]] = Answer("HL", BY_RULE)
        if is_summed:
            answers[above[-1]] = Answer("SF", BY_RULE)


def _is_unstopped(unit: Unit, answer: Answer) -> bool:
    """Whether a line of a script whose sentences end in no mark, Thai or Lao, is as long as prose and may be that."""
    text = unit.text
    is_short = len(text) < _LEAST_UNSTOPPED or answer.confidence >= BY_RULE
    return not is_short and text[0] < _LAST_UNSTOPPED and (answer.name == "H" or answer.name in FURNITURE)


def _spare(units: list[Unit], answers: list[Answer], at: int) -> None:
    """The mark of an advertisement says nothing of the prose around it, and neither does a whole link ("Read also: Weir
    to be rebuilt"): what stands right behind either and over prose is a heading. Of 3,000 texts none had prose that was
    an advertisement beside such a mark."""
    notice = units[at]
    if notice.block.is_furniture("advertisement"):
        for near in range(max(0, at - _NEAR), min(at + _NEAR + 1, len(units))):
            answer = answers[near]
            if answer.name == _ADVERTISEMENT and answer.confidence < _SURE and units[near].shape in NO_HEADING:
                answers[near] = Answer("P", answer.confidence)
    elif not notice.block.is_furniture("related") or not any(mark in notice.text[:-1] for mark in ":："):
        return
    if at + 2 >= len(units):
        return
    unit, answer, below = units[at + 1], answers[at + 1], units[at + 2]
    if unit.block.kind == "line" and answer.name in FURNITURE and answer.confidence < _SURE and _heads(unit, below):
        is_prose = answers[at + 2].name == "P" or (below.item == 0 and answers[at + 2].name == "L")
        if is_prose:
            answers[at + 1] = Answer("H", answer.confidence)


def _is_prose(unit: Unit, answer: Answer) -> bool:
    return unit.shape in NO_HEADING and answer.name == "P"


def _is_articles(units: list[Unit], answers: list[Answer], at: int, last: int) -> bool:
    """Whether prose that the model takes for furniture, and is not sure of, is the article's: under a heading, or amid
    what is no furniture, and not behind the `last` prose."""
    name, confidence = answers[at]
    if at and answers[at - 1].name == "H" and units[at - 1].block.kind == "line" and confidence < _LEAST_SURE_HEADED:
        return at < last or name != _ADVERTISEMENT
    return confidence < _LEAST_SURE.get(name, 0) and at < last and _is_amid(answers, at)


def _is_amid(answers: list[Answer], at: int) -> bool:
    """Whether no furniture stands right beside a line."""
    return not any(answer.name in FURNITURE for answer in (*answers[max(0, at - 1) : at], *answers[at + 1 : at + 2]))


def _heads(unit: Unit, below: Unit) -> bool:
    return unit.shape in ("bare", "question") and (below.shape in NO_HEADING or below.item == 0)


def _points(units: list[Unit], answers: list[Answer], begin: int, end: int) -> None:
    """What stands between two labels of a verdict are its points; behind the last label, as far as the prose, and a
    line right over a table or list or that the model is sure of heads what follows."""
    stop = begin
    while stop < end and units[stop].block.kind == "line" and len(units[stop].text) <= _LONGEST_POINT:
        stop += 1
    if stop < end or end == len(units):
        stop = begin
        while stop < end and units[stop].is_bare:
            stop += 1
        if stop == end:
            return
        sure = stop > begin and answers[stop - 1].name == "H" and answers[stop - 1].confidence >= BY_RULE
        if stop > begin and (sure or units[stop].block.kind in ("table", "list")):
            stop -= 1
            if units[stop + 1].block.kind == "table" and answers[stop].name != "H":
                answers[stop] = Answer("H", BY_RULE)
    elif stop - begin == 1 and units[begin].shape in NO_HEADING:
        return
    if stop - begin <= _MOST_POINTS:
        answers[begin:stop] = [Answer("L", BY_RULE)] * (stop - begin)


def _say(units: list[Unit], answers: list[Answer], at: int) -> None:
    """Lines behind dashes that ask and answer by turns are no items."""
    items = units[at].block.data["items"]
    if len(items) < _LEAST_SAID or any(item["marker"] not in _DASHES or not item["marker"] for item in items):
        return
    ends = [last_mark(item["text"]) for item in items]
    asks = [bool(end) and end in QUESTIONS for end in ends]
    in_turns = all(one != other for one, other in pairwise(asks))
    if in_turns and sum(asks) >= _LEAST_ASKED and all(end and end in SENTENCE_END for end in ends):
        answers[at : at + len(items)] = [Answer("P", BY_RULE)] * len(items)
