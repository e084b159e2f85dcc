"""Lines that the lines next to them tell: the points of a summary, the links under their label, the ingredients of a
recipe, the speakers of a dialogue, the days of a timeline."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise, takewhile

from ...phrases import LINK_LABELS, PART_WORDS, SUMMARY_LABELS
from ...writing import COLONS, QUESTIONS, SENTENCE_END, fold, has_digit, is_unspaced
from ..line_model import CLASS_OF_KIND, FURNITURE, Answer
from ..shapes import NO_HEADING, is_speaker, last_mark
from ..units import Unit
from .headings import BY_RULE, clock_in_front

__all__ = ["is_word", "overrule_runs"]

_LONGEST_SUMMARY = max(map(len, SUMMARY_LABELS)) + 2
#: So many lines are a run.
_LEAST_POINTS = 2
_LEAST_COUNTED = 3
#: A point of a summary is a line, and there are few; what counts something is shorter.
_LONGEST_POINT = 160
_MOST_POINTS = 10
_LONGEST_COUNTED = 50
_LONGEST_NAMED, _LEAST_NAMED = 60, 3
_STOPS = tuple(set(SENTENCE_END) - set(QUESTIONS + "!！…"))
_FRACTIONS = tuple("½¼¾⅓⅔⅛")
_LONGEST_LINK_LABEL = max(map(len, LINK_LABELS))
_LABEL_WORDS, _LABEL_CHARACTERS = 4, 8
_PART_WORDS = 3
_LONGEST_SPEAKER = 30
_SPEAKER_WORDS = 3
_OFFERS = ("advertisement", "newsletter", "share")
#: What begins the turns of a dialogue; with a small dash only what a rule took for no item.
_DASHES = ("—", "–", "-")
_CALLS = ("question", "exclamation")
#: Who takes turns has two lines at least. A letter alone ("Q: ...") marks headings on many sites.
_LEAST_TURNS, _LEAST_NAME = 2, 2
_LEAST_TRANSCRIPT = 3
#: What parts the date of an entry in a timeline from its words.
_BEHIND_DATE = re.compile(r"\s?[:：]\s?\D|\s[–—-]\s")
_YEAR = re.compile(r"(?:1\d|20)\d\d(?!\d)")
_FIRST_OF_YEARS = ("1", "2")
#: Of runs of such lines none of which is longer, all four are items to editors; one with longer ones is paragraphs.
_LONGEST_DATED = 350
_LEAST_DATED = 3


def overrule_runs(units: list[Unit], answers: list[Answer]) -> None:
    """Where the lines around a line decide."""
    last = next((at for at in range(len(units) - 1, -1, -1) if _is_said(units[at])), -1)
    done = 0
    asked = False
    for at, unit in enumerate(units):
        kind = unit.block.kind
        if at >= done and kind == "line" and unit.text[-1:] in COLONS and at < last:
            done = _introduced(units, answers, at)
        if at < done or unit.shape in NO_HEADING or kind not in ("line", "furniture"):
            continue
        text = unit.text
        if kind == "furniture":
            if unit.block.is_furniture("related") and _is_label(text):
                _link(units, answers, at + 1)
        elif _begins_with_number(text):
            if at + _LEAST_COUNTED <= len(units) and _is_counted(unit):
                done = _counted(units, answers, at, last)
        elif unit.shape in _CALLS:
            asked = asked or (":" in text or "：" in text)
        elif len(text) <= _LONGEST_SUMMARY and fold(text).rstrip(" :：") in SUMMARY_LABELS:
            done = _points(units, answers, at)
    if asked:
        _silence_speakers(units, answers)
    _silence_dialogue(units, answers)
    _date(units, answers, last)


def _date(units: list[Unit], answers: list[Answer], last: int) -> None:
    """Lines that begin with a date and a colon or dash are the entries of a timeline: items. Behind the `last` prose
    they are links, unless most are sentences."""
    begun = [bool(unit.block.spans or unit.text[:1] in _FIRST_OF_YEARS) and _is_dated(unit) for unit in units]
    if sum(begun) < _LEAST_DATED:
        return
    for dated, run in groupby(range(len(units)), begun.__getitem__):
        places = list(run) if dated else []
        if len(places) < _LEAST_DATED or any(len(units[at].text) > _LONGEST_DATED for at in places):
            continue
        said = sum(units[at].shape in NO_HEADING for at in places)
        if places[-1] < last or 2 * said > len(places):
            for at in places:
                answers[at] = Answer("L", BY_RULE)


def _is_dated(unit: Unit) -> bool:
    """Whether a line begins with a date, or a year that is too long ago to be one by itself, and goes on behind it."""
    text = unit.text
    if unit.block.kind != "line":
        return False
    begin, end = next(iter(unit.block.spans), (0, 0))
    if begin or not end:
        year = _YEAR.match(text)
        end = year.end() if year else 0
    return end > 0 and _BEHIND_DATE.match(text, end) is not None and clock_in_front(text) is None


def _is_said(unit: Unit) -> bool:
    """Whether a line is prose, or an item that ends in a stop, as the steps of a recipe do and links do not."""
    return unit.shape in NO_HEADING or (unit.item >= 0 and last_mark(unit.text) in _STOPS)


def _link(units: list[Unit], answers: list[Answer], at: int) -> None:
    """ "Read also:" has a title below it, whatever furniture comes after that."""
    if at < len(units) and _is_bare(units[at]):
        answers[at] = Answer(CLASS_OF_KIND["related"], BY_RULE)


def _points(units: list[Unit], answers: list[Answer], at: int) -> int:
    """ "Key points" has points below it, up to the prose; a last line that the model surely takes for a heading, and no
    other, is the prose's."""
    begin = at + 1
    end = begin + sum(1 for _ in takewhile(_is_point, units[begin : begin + _MOST_POINTS + 1]))
    if end == len(units) or end - begin > _MOST_POINTS or units[end].shape not in NO_HEADING:
        return begin
    names = [answer.name for answer in answers[begin:end]]
    if names and names[-1] == "H" and names.count("H") == 1 and answers[end - 1].confidence >= BY_RULE:
        end -= 1
    if end - begin < _LEAST_POINTS:
        return begin
    answers[at] = Answer("H", BY_RULE)
    answers[begin:end] = [Answer("L", BY_RULE)] * (end - begin)
    return end


def _introduced(units: list[Unit], answers: list[Answer], at: int) -> int:
    """A sentence that ends in a colon has items below it, up to the prose; a blank line before the last alone makes it
    the heading of the prose."""
    begin = at + 1
    if _is_short(units[at].text) or FURNITURE.get(answers[at].name) in _OFFERS:
        return begin
    end = begin + sum(1 for _ in takewhile(_is_named, units[begin : begin + _MOST_POINTS + 1]))
    if end == len(units) or end - begin > _MOST_POINTS or units[end].shape not in NO_HEADING:
        return begin
    if units[end - 1].gap > units[begin].gap:
        end -= 1
    if end - begin < _LEAST_NAMED:
        return begin
    answers[at] = Answer("P", BY_RULE)
    answers[begin:end] = [Answer("L", BY_RULE)] * (end - begin)
    return end


def _counted(units: list[Unit], answers: list[Answer], at: int, last: int) -> int:
    """Lines that each begin with a number ("3 eggs") are items of the body, with what stands alone above and below them
    as headings; behind the `last` prose they may be links, but no headings."""
    parts: list[int] = []
    end = at
    while end < len(units):
        if not _is_counted(units[end]):
            if not (_heads_part(units[end]) and end + 1 < len(units) and _is_counted(units[end + 1])):
                break
            parts.append(end)
        end += 1
    if end - at - len(parts) < _LEAST_COUNTED:
        return end
    if at > last >= 0:
        for here in range(at, end):
            if answers[here].name in ("H", "HL"):
                answers[here] = Answer("P", BY_RULE)
        return end
    answers[at:end] = [Answer("L", BY_RULE)] * (end - at)
    for part in parts:
        answers[part] = Answer("H", BY_RULE)
    above = at - 1
    if at and (_is_lost(units[above], answers[above]) or is_word(units[above]) or _parts_list(units, answers, above)):
        answers[at - 1] = Answer("H", BY_RULE)
    if end < last and units[end + 1].shape in NO_HEADING and _is_lost(units[end], answers[end]):
        answers[end] = Answer("H", BY_RULE)
    return end


def _heads_part(unit: Unit) -> bool:
    """Whether a line says what the ingredients below it are for: "For the icing"."""
    words = fold(unit.text).split()
    return _is_bare(unit) and 1 < len(words) <= _LABEL_WORDS and words[0] in PART_WORDS and not has_digit(unit.text)


def _parts_list(units: list[Unit], answers: list[Answer], at: int) -> bool:
    """Whether a line between values with labels and counted lines, which the model took for an item, heads the latter:
    "Serves: 8", "Ingredients", "3 eggs"."""
    unit, above = units[at], units[at - 1].text if at else ""
    return (
        answers[at].name == "L"
        and _is_bare(unit)
        and unit.text.count(" ") < _PART_WORDS
        and not has_digit(unit.text)
        and ":" in above[:-1]
        and ":" not in unit.text
    )


def _is_lost(unit: Unit, answer: Answer) -> bool:
    """Whether the model took a short line for furniture, which it knows by its neighbours more than by its words."""
    return answer.name in FURNITURE and _is_bare(unit)


def is_word(unit: Unit) -> bool:
    """Whether a line is a single word, as that over a list of ingredients or steps is in most languages."""
    text = unit.text
    return _is_bare(unit) and " " not in text and text[0].isalpha() and not has_digit(text) and not is_unspaced(text[0])


def _silence_speakers(units: list[Unit], answers: list[Answer]) -> None:
    """A question behind a label that stands before several lines is a speaker's, and heads nothing, where another
    speaker answers right below: "HOST: Why?". In a run of lines by speakers who take turns none is anything else."""
    speakers = [_speaker(unit.text) if unit.block.kind == "line" else "" for unit in units]
    turns = Counter(speakers)
    for at, (asking, answering) in enumerate(pairwise(speakers)):
        if (
            answers[at].name in ("H", "HL")
            and units[at].shape in _CALLS
            and "" not in (asking, answering)
            and asking != answering
            and min(turns[asking], turns[answering]) >= _LEAST_TURNS
        ):
            answers[at] = Answer("P", BY_RULE)
    begin = 0
    while begin < len(units):
        end = begin + 1
        while end < len(units) and "" not in (speakers[end - 1], speakers[end]) and speakers[end - 1] != speakers[end]:
            end += 1
        name, speaker = answers[begin].name, speakers[begin]
        if (name == "HL" and turns[speaker] == 1) or (name == "H" and begin and speakers[begin - 1] == speaker):
            begin += 1  # a headline may begin with a label too, and a heading may quote who has just spoken
        if _is_transcript(units[begin:end], speakers[begin:end]):
            for at in range(begin, end):
                answers[at] = Answer("P", BY_RULE)
        begin = end


def _is_transcript(units: list[Unit], speakers: list[str]) -> bool:
    """Whether lines behind labels, each another than the one above, are turns: somebody asks, somebody says a sentence,
    and somebody returns. Headings may do the first and the last ("Mayor: Who pays?")."""
    return (
        len(units) >= _LEAST_TRANSCRIPT
        and any(unit.shape in _CALLS for unit in units)
        and any(unit.shape in NO_HEADING for unit in units)
        and len(set(speakers)) < len(speakers)
    )


def _silence_dialogue(units: list[Unit], answers: list[Answer]) -> None:
    """Lines behind the same dash, one below the other, are turns; a single one ("– Why?", "—Ana Ruiz, baker") is what
    somebody says, or who, and heads nothing; and who asks or answers behind a letter ("Q: Why?") writes no
    standfirst."""
    dash = ""
    for at, unit in enumerate(units):
        above, dash = dash, unit.text[:2] if unit.text[:1] in _DASHES and unit.block.kind == "line" else ""
        if dash and dash == above and dash[1:] == " ":
            answers[at - 1] = answers[at] = Answer("P", BY_RULE)
        elif (dash and answers[at].name == "H" and _is_behind_dash(unit.text)) or (
            answers[at].name == "SF" and is_speaker(unit.text)
        ):
            answers[at] = Answer("P", BY_RULE)


def _is_behind_dash(text: str) -> bool:
    """Whether a line begins with a dash that is neither an ornament nor a part of its first word.

    >>> _is_behind_dash("– Why?"), _is_behind_dash("—Ana Ruiz, baker"), _is_behind_dash("—— 林夏")
    (True, True, True)
    >>> _is_behind_dash("--quiet"), _is_behind_dash("-40 degrees in Ust"), _is_behind_dash("— Part two —")
    (False, False, False)
    """
    bare = text.lstrip("".join(_DASHES))
    if bare == text or not bare or text.endswith(_DASHES):
        return False
    return bare[0] == " " or not (bare[0].islower() or bare[0].isdigit())


def _speaker(text: str) -> str:
    """The label that a line begins with, if it can be a speaker's.

    >>> _speaker("HOST: Why?"), _speaker("18:45 Ferries stopped"), _speaker("主持人：为什么？"), _speaker("Pros:")
    ('HOST', '', '主持人', '')
    """
    head = text[: _LONGEST_SPEAKER + 1].replace("：", ":")
    label, colon, _ = head.partition(":")
    named = colon and _LEAST_NAME <= len(label) < len(text) - 1 and label.count(" ") < _SPEAKER_WORDS
    return label if named and not has_digit(label) else ""


def _is_label(text: str) -> bool:
    """
    >>> _is_label("Read also:"), _is_label("Learn more about what the council wants:"), _is_label("See also")
    (True, False, True)
    """
    return (text.endswith(COLONS) and _is_short(text)) or (
        len(text) <= _LONGEST_LINK_LABEL and fold(text) in LINK_LABELS
    )


def _is_short(text: str) -> bool:
    """Whether it has a few words, or characters where nothing parts words."""
    return len(text) < _LABEL_CHARACTERS if is_unspaced(text[0]) else text.count(" ") < _LABEL_WORDS


def _is_bare(unit: Unit) -> bool:
    return unit.block.kind == "line" and unit.shape not in NO_HEADING and unit.shape != "colon"


def _is_point(unit: Unit) -> bool:
    return _is_bare(unit) and len(unit.text) <= _LONGEST_POINT


def _is_named(unit: Unit) -> bool:
    """A few words that no mark sets apart: no question, no code, no number of a heading."""
    text = unit.text
    return (
        unit.is_bare
        and len(text) <= _LONGEST_NAMED
        and text[0].isalnum()
        and "(" not in text
        and "/" not in text
        and text.lstrip("0123456789")[:1] not in (".", ")")
    )


def _begins_with_number(text: str) -> bool:
    """
    >>> _begins_with_number("3 eggs"), _begins_with_number("½ cup"), _begins_with_number("২টি ডিম")
    (True, True, True)
    >>> _begins_with_number("一碗")
    False
    """
    return text[:1].isdigit() or text[:1] in _FRACTIONS


def _is_counted(unit: Unit) -> bool:
    """A number and words, with no stop behind the number as in a heading ("1. Why")."""
    text = unit.text
    if not _begins_with_number(text) or len(text) > _LONGEST_COUNTED or not _is_bare(unit) or unit.block.dates:
        return False
    rest = text[next((at for at, each in enumerate(text) if not each.isnumeric()), len(text)) :]
    return rest[:1].isalpha() or (rest[:1] in " ,./½" and any(map(str.isalpha, rest)) and rest[:2] not in (". ", ") "))
