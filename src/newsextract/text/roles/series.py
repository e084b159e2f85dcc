"""Lines of one form that make a series, and are all the same: an enumeration with semicolons, questions over answers,
headings with numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby

from ...writing import COLONS, SENTENCE_END, fold
from ..line_model import FURNITURE, Answer
from ..markers import marker_of
from ..shapes import NO_HEADING, last_mark
from ..units import Unit
from .headings import BY_RULE

__all__ = ["overrule_series"]

_SEMICOLONS = (";", "；", "؛")
#: Two lines with semicolons are an enumeration, and one below a colon.
_LEAST_ENUMERATED = 2
#: So many questions over answers are a series; of 95 such series in texts that editors read 72 were headings, and 19
#: an interviewer's. So a fourth of the odds will do.
_LEAST_ASKED, _LEAST_ODDS = 3, 0.25
_LONGEST_QUESTION = 120
#: Less than this the model is not sure of a notice among them.
_SURE = 0.6
#: What stands before what is said.
_DASHES = "-–—"
#: Who asks in several sentences is an interviewer more often.
_SENTENCES, _LEAST_SAID_ODDS = re.compile(r"[.!?…]\s|[。！？](?=.)"), 0.35
#: "Step 2: Find the valve", "Tag 3 – Der Pass".
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]{1,12})\s(?P<number>\d{1,2})\s?(?P<mark>[:：.)–—-])\s")
_LEAST_NUMBERED, _LEAST_HEADINGS = 3, 2


def overrule_series(units: list[Unit], answers: list[Answer]) -> None:
    """Where what several lines have in common decides for each."""
    _enumerate(units, answers)
    _ask(units, answers)
    _count(units, answers)


def _enumerate(units: list[Unit], answers: list[Answer]) -> None:
    """Lines that end in semicolons are items, and so is the one behind them that ends the sentence, unless it begins
    with a capital as the others do not. What the model took for furniture over them is their heading."""
    begin = 0
    for goes_on, run in groupby(units, _goes_on):
        end = begin + sum(1 for _ in run)
        led = begin > 0 and units[begin - 1].text.endswith(COLONS)
        if goes_on and (end - begin >= _LEAST_ENUMERATED or led):
            if end < len(units) and _ends_series(units[begin], units[end]):
                end += 1
            if end - begin >= _LEAST_ENUMERATED:
                answers[begin:end] = [Answer("L", BY_RULE)] * (end - begin)
                above = begin - 1
                if above >= 0 and answers[above].name in FURNITURE and units[above].is_bare:
                    answers[above] = Answer("H", BY_RULE)
        begin = max(begin, end)


def _goes_on(unit: Unit) -> bool:
    return unit.block.kind == "line" and unit.text.endswith(_SEMICOLONS) and last_mark(unit.text) != "?"


def _ends_series(first: Unit, unit: Unit) -> bool:
    return (
        unit.block.kind == "line"
        and last_mark(unit.text) in SENTENCE_END
        and unit.text[0].isupper() == first.text[0].isupper()
        and unit.gap == first.gap
    )


def _ask(units: list[Unit], answers: list[Answer]) -> None:
    """Questions that each stand over prose or a list are headings of a guide or what an interviewer says, all of them;
    several sentences are no heading for the others' sake. What the model is less sure to be a notice is like them."""
    questions = [at for at in range(1, len(units) - 1) if _is_asked(units, answers, at)]
    asked = [at for at in questions if answers[at].name in ("H", "P")]
    if len(asked) < _LEAST_ASKED:
        return
    odds = [answers[at].confidence if answers[at].name == "H" else 1 - answers[at].confidence for at in asked]
    in_sentences = any(_SENTENCES.search(units[at].text) for at in asked)
    name = "H" if sum(odds) > len(odds) * (_LEAST_SAID_ODDS if in_sentences else _LEAST_ODDS) else "P"
    if name == "H":
        asked = [at for at in questions if answers[at].name not in FURNITURE or answers[at].confidence < _SURE]
    for at in asked:
        if answers[at].name != name and (name == "P" or not _SENTENCES.search(units[at].text)):
            answers[at] = Answer(name, BY_RULE)


def _is_asked(units: list[Unit], answers: list[Answer], at: int) -> bool:
    unit, below = units[at], units[at + 1]
    return (
        unit.block.kind == "line"
        and unit.shape == "question"
        and len(unit.text) <= _LONGEST_QUESTION
        and unit.text[0] not in _DASHES
        and answers[at].name in ("H", "P", *FURNITURE)
        and (
            (below.shape in NO_HEADING and answers[at + 1].name == "P")
            or (_opens_list(below, answers[at + 1]) and not any(colon in unit.text for colon in COLONS))
        )
    )


def _opens_list(unit: Unit, answer: Answer) -> bool:
    """Whether it is the first of several items, which answer a question as prose does. (One with a colon in it, as in
    "Ask yourself: which is it?", introduces them.)"""
    return unit.item == 0 and answer.name == "L" and len(unit.block.data["items"]) > 1


def _count(units: list[Unit], answers: list[Answer]) -> None:
    """Where most of what counts up in one way are headings, all are: "Step 1: Turn the heating off". The last item of
    a list may be one of them, whose number the list would have by chance: then what comes after it must be too."""
    series: defaultdict[str, list[int]] = defaultdict(list)
    doubtful: set[int] = set()
    for at, unit in enumerate(units):
        number, way = _number_of(unit)
        if not way:
            continue
        places, is_item = series[way], unit.item > 0
        if number == len(places) + 1 and not (is_item and not _is_over_prose(units, at)):
            places.append(at)
            if is_item:
                doubtful.add(at)
        elif places and number == len(places) and not is_item and places[-1] in doubtful:
            places[-1] = at
    for places in series.values():
        while places and places[-1] in doubtful:
            places.pop()
        headings = sum(answers[at].name == "H" for at in places)
        if len(places) >= _LEAST_NUMBERED and headings >= max(_LEAST_HEADINGS, len(places) / 2):
            for at in places:
                if answers[at].name != "H" and units[at].shape not in NO_HEADING:
                    answers[at] = Answer("H", BY_RULE)


def _is_over_prose(units: list[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].shape in NO_HEADING


def _number_of(unit: Unit) -> tuple[int, str]:
    """The number that a line or an item, alone or the last, begins with, and in which way it counts; "" for none."""
    if unit.item >= 0:
        items = unit.block.data["items"]
        item = items[unit.item]
        is_told = unit.item + 1 == len(items) and item["ordered"] and item["depth"] == 0
        marker = marker_of(f"{item['marker']} x") if is_told else None
    elif unit.block.kind == "line":
        marker = marker_of(unit.text)
        if marker is None and (found := _NUMBERED.match(unit.text)):
            return int(found["number"]), fold(found["word"]) + found["mark"]
    else:
        marker = None
    return (marker.number, marker.style) if marker and marker.number else (0, "")
