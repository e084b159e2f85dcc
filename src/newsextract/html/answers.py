"""What an article's parts are sure by, though they say little: that the page states them in JSON-LD, that they are
questions with their answers, each pair in a block that is made as those beside it are, or notes to its text."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from ..text import text_key
from ..writing import QUESTIONS
from .nodes import HEADINGS, Node, Run, around
from .tree import Element, text_of
from .wholes import SIDE_TAGS, SURE, SURE_OF_SHORT

__all__ = ["raise_notes", "raise_questions", "raise_told"]

#: Letters and digits of a text that may be a part of a longer one that the page states.
_LEAST_PART = 24
#: And of all that is stated as far as such parts are looked for in it: each run of the page may be one.
_MOST_TOLD = 50_000
#: Between a heading and what is stated stand so many lines at most, of so many characters each.
_MOST_BETWEEN = 3
_LONGEST_CONTROL = 30
_QUESTIONS = tuple(QUESTIONS)
#: Of a question, in characters, and how many blocks it may be below the one that has its answer too.
_LONGEST_QUESTION = 200
_DEEPEST = 6
_LEAST_PAIRS = 2
#: The share of the blocks in a row that must begin with a question, and of the answers that make the others sure.
_MOST = 2 / 3
_HALF = 1 / 2
_PAIRS = frozenset(("div", "li", "section", "details", "article"))
#: Kinds of the parts that questions of an article lie in.
_OURS = ("", "body", "hidden", "navigation")
#: What stands around the number of a note, and what may stand for it.
_BRACKETS = "[]() "
_SIGNS = frozenset(("*", "**", "***", "†", "‡", "§", "¶"))
#: Notes that are longer, in characters, are a list of literature, or a part of the page.
_LONGEST_NOTES = 2_000


def raise_told(runs: list[Run], told: tuple[str, ...], confidences: list[float]) -> None:
    """Make what the page states of its text sure, and the headings over it."""
    if not told:
        return
    whole, joined = frozenset(told), "\0".join(told)[:_MOST_TOLD]
    found = [run for run in runs if run.linked * 2 <= len(run.text) and _is_told(text_key(run.text), whole, joined)]
    places = {run.place for run in found}
    for run in found:
        confidences[run.place] = max(confidences[run.place], SURE_OF_SHORT)
        if run.place - 1 not in places:
            for title in _titles(run):
                confidences[title.place] = max(confidences[title.place], SURE)


def _is_told(key: str, whole: frozenset[str], joined: str) -> bool:
    return key in whole or (len(key) >= _LEAST_PART and key in joined)


def _titles(run: Run) -> list[Run]:
    """The headings right above a run, perhaps with a control between: "Ingredients", "1x 2x 3x"."""
    page = run.parent.page
    at = run.place - 1
    first = max(at - _MOST_BETWEEN, 0)
    while at > first and page[at].parent.tag not in HEADINGS and len(page[at].text) <= _LONGEST_CONTROL:
        at -= 1
    titles: list[Run] = []
    while at >= 0 and page[at].parent.tag in HEADINGS[1:]:
        titles.append(page[at])
        at -= 1
    return titles


def raise_questions(runs: list[Run], confidences: list[float]) -> None:
    """Make the questions sure of which the answers are, and all of a row of them where most are."""
    for pairs in _rows(runs):
        answered = [pair for pair in pairs if any(confidences[at] >= SURE for at in range(pair.first + 1, pair.last))]
        if not answered:
            continue
        if len(answered) >= _HALF * len(pairs):
            answered = pairs
            for run in (run for pair in pairs for run in islice(pair.runs(), 1, None)):
                if run.linked * 2 <= len(run.text):
                    confidences[run.place] = max(confidences[run.place], SURE)
        for pair in answered:
            question = pair.page[pair.first]
            confidences[question.place] = max(confidences[question.place], SURE_OF_SHORT)


def _rows(runs: list[Run]) -> list[list[Node]]:
    """The blocks that begin with a question and go on with its answer, by the rows that they stand in."""
    rows: dict[tuple[Node, str, str], list[Node]] = {}
    leading: dict[Node, bool] = {}
    for run in runs:
        if run.text.endswith(_QUESTIONS) and len(run.text) <= _LONGEST_QUESTION:
            if run.parent not in leading:
                leading[run.parent] = _leads_elsewhere(run.parent)
            if run.linked and leading[run.parent]:
                continue
            for node in islice(around(run.parent), _DEEPEST):
                above = node.parent
                if node.first != run.place or above is None:
                    break
                if node.last > run.place + 1 and node.tag in _PAIRS and not (node.tag == "li" and node is run.parent):
                    rows.setdefault((above, *_look(node)), []).append(node)
    alike: dict[Node, Counter[tuple[str, str]]] = {}
    found = []
    for (above, *look), pairs in rows.items():
        if len(pairs) < _LEAST_PAIRS:
            continue
        if above not in alike:
            alike[above] = Counter(_look(kid) for kid in above.kids if isinstance(kid, Node) and kid.size)
        if len(pairs) >= _MOST * alike[above][look[0], look[1]] and all(map(_may_be_ours, (*pairs, *around(above)))):
            found.append(pairs)
    return found


def _may_be_ours(node: Node) -> bool:
    return node.tag not in SIDE_TAGS and node.part in _OURS


def _look(node: Node) -> tuple[str, str]:
    """A block's tag and the first of its classes: others say which of several is open."""
    return node.tag, next(iter((node.element.get("class") or "").split()), "")


def _leads_elsewhere(block: Node) -> bool:
    """Whether a question's block leads to another page: the link that opens an answer leads to a place on this one."""
    element = block.element
    return any(map(_is_away, element.iter("a"))) or any(map(_is_away, islice(element.iterancestors("a"), 1)))


def _is_away(link: Element) -> bool:
    return not (link.get("href") or "#").lower().startswith(("#", "javascript:"))


def raise_notes(nodes: list[Node], runs: list[Run], confidences: list[float]) -> None:
    """Make the notes sure to which numbers in the article's paragraphs lead, and the headings over them."""
    prosaic = [run for run in runs if run.linked and run.score > 0 and confidences[run.place] >= SURE]
    linking = {run.parent: run.place for run in prosaic}
    places = {name: place for block, place in linking.items() for name in _noted(block.element)}
    if not places:
        return
    blocks = {node.element: node for node in nodes[1:]}
    for element in nodes[0].element.iter():
        name = element.get("id") or element.get("name")
        if name in places:
            node = next((blocks[each] for each in (element, *element.iterancestors()) if each in blocks), None)
            if node is None or node.first <= places[name]:
                continue
            if node.tag in ("li", "dt", "dd") and node.parent is not None:
                node = node.parent
            if 0 < node.size <= _LONGEST_NOTES:
                for run in node.runs():
                    if run.parent.tag == "dt" or not run.text.isdecimal():  # the number alone on a line is nobody's
                        confidences[run.place] = max(confidences[run.place], SURE_OF_SHORT)
                for title in _titles(node.page[node.first]):
                    confidences[title.place] = max(confidences[title.place], SURE)


def _noted(paragraph: Element) -> list[str]:
    """The places on the page to which numbers and signs in a paragraph lead."""
    links = ((link.get("href") or "", text_of(link).strip(_BRACKETS)) for link in paragraph.iter("a"))
    return [href[1:] for href, text in links if href[:1] == "#" and (text.isdecimal() or text in _SIGNS)]
