"""Which runs of a page are its article."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from math import exp
from typing import NamedTuple

from ..text import text_key
from ..writing import QUESTIONS, SENTENCE_END
from .answers import raise_notes, raise_questions, raise_told
from .features import features
from .lists import LISTS
from .metadata import Metadata
from .nodes import FITTED_CLOSERS, HEADINGS, LONGEST_NOTICE, Node, Run, around, in_figcaption
from .others import beneath, blocks_around, boxes, captions, cards_among, headlines_of, other_articles, placeholders
from .trees import total as sum_of_trees
from .wholes import (
    SIDE_TAGS,
    SURE,
    SURE_OF_SHORT,
    Whole,
    copies,
    even_out,
    find_quotes,
    find_wholes,
    leads_away,
    raise_beside,
    raise_listings,
    raise_loose,
    raise_summaries,
    raise_titles,
)
from .wording import CERTAIN, prose

__all__ = ["Weighed", "choose", "decide", "weigh", "weighed", "worth_asking"]

#: The part of a page's prose that the article's block holds at least.
_MOST_OF = 0.62
#: Parts with less than this share of the page's prose may be furniture by their names and tags. What holds more is the
#: article, whatever it is called: a page's outermost block is often named for the menu that it has.
_SIDE = 0.4
_SIDE_WEIGHT = 0.1
_MOSTLY, _PARTLY = 0.6, 0.2
#: Pages of so many runs or fewer are too small for shares and neighbours to tell.
_FEW_RUNS = 12
_ADDRESS = re.compile(r"https?://\S+$")
_NO_MAIN = frozenset(("p", "li", "td", "blockquote", "ul", "ol"))
_SHORT_LINE = 80
_LINES_OF_THEIR_OWN = frozenset((*HEADINGS, "li", "td", "th", "dt", "dd", "pre", "blockquote"))
#: Of a list of an article's head, in characters.
_LONGEST_HEAD = 200
#: A longer run that stands twice stands once in the article: pages give narrow screens a copy of their own.
_LEAST_COPY = 60


class Weighed(NamedTuple):
    """A page, of which each run and block has its prose."""

    nodes: list[Node]
    runs: list[Run]
    main: Node
    """The smallest block that holds most of the prose."""
    total: float
    """The prose of all of it."""
    wholes: list[Whole]

    @property
    def is_small(self) -> bool:
        """Whether it is part of a page, or a page of a few lines."""
        return len(self.runs) <= _FEW_RUNS


def weighed(nodes: list[Node], runs: list[Run]) -> Weighed:
    """Weigh the prose of a page."""
    return Weighed(nodes, runs, *weigh(nodes, runs), find_wholes(nodes))


def choose(nodes: list[Node], runs: list[Run], known: Metadata) -> None:
    """Mark the runs of the article as kept."""
    page = weighed(nodes, runs)
    asked = worth_asking(page)
    confidences = [0.0] * len(runs)
    for place, row in zip(asked, features(runs, page.main, page.total, asked), strict=True):
        confidences[place] = 1.0 / (1.0 + exp(-sum_of_trees(*row)))
    decide(page, known, confidences)


def decide(page: Weighed, known: Metadata, confidences: list[float]) -> None:
    """Mark the runs of the article as kept, by what the trees say of those that they are asked about."""
    nodes, runs, main, total, wholes = page
    authors = {text_key(author) for author in known.authors}
    if page.is_small:
        folded = _folded(runs)
        plainly = [run.linked * 2 > len(run.text) or _is_beside(run, total, folded) for run in runs]
        _choose_by(runs, [0.0 if is_furniture else 1.0 for is_furniture in plainly])
    else:
        even_out(wholes, confidences)
        raise_beside([*wholes, *find_quotes(nodes)], confidences)
        raise_loose(runs, confidences)
        raise_summaries(nodes, confidences)
        raise_told(runs, known.told, confidences)
        raise_questions(runs, confidences)
        raise_listings(nodes, runs, confidences)
        raise_notes(nodes, runs, confidences)
        raise_titles(runs, confidences)
        _choose_by(runs, confidences)
        _drop_head_lines(runs)
        if not any(run.kept for run in runs):
            prosaic = {run.place for run in main.runs() if prose(run) > 0 and not _is_beside(run, total)}
            _choose_by(runs, [float(run.place in prosaic) for run in runs])
    _drop_head_lists(runs, wholes)
    headlines = headlines_of(nodes)
    _drop_parts(page, known, headlines)
    for run in runs:
        if run.kept and _is_furniture(run, authors):
            run.kept = False
    if headlines:
        _drop_print_lines([run for run in runs if run.kept], headlines[0].first)


def _drop_parts(page: Weighed, known: Metadata, headlines: list[Node]) -> None:
    """What is none of the article as a whole, however much its runs read like it; cards of other pages where they are
    not what the page is about."""
    _, runs, main, _, wholes = page
    headed, holding = blocks_around(headlines), _holding(runs)
    away = [whole.node for whole in wholes if whole.runs[0].kept and leads_away(whole)]
    for part in (
        *beneath(holding, headed),
        *other_articles(headlines, known),
        *boxes(holding, headed, main),
        *captions(holding, headed),
        *copies(holding),
        *away,
    ):
        for run in part.runs():
            run.kept = False
    for run in placeholders([run for run in runs if run.kept], headed):
        run.kept = False
    cards = [run for run in cards_among(runs, headed, known) if run.kept]
    if cards and sum(len(run.text) for run in cards) * 2 < sum(len(run.text) for run in runs if run.kept):
        for run in cards:
            run.kept = False


def _holding(runs: list[Run]) -> set[Node]:
    """The blocks around the runs that are kept."""
    holding: set[Node] = set()
    for run in runs:
        node: Node | None = run.parent if run.kept else None
        while node is not None and node not in holding:
            holding.add(node)
            node = node.parent
    return holding


def worth_asking(page: Weighed) -> list[int]:
    """The places of the runs that may be the article's, in order: those outside its block and in parts without prose
    that are links or named for what they are, as menus and footers are, are not, and are half of a page. Of a long
    table or list some speak for all, and of a small page none."""
    if page.is_small:
        return []
    main = page.main
    outside = set(around(main))
    places = []
    todo: list[Node | Run] = [page.nodes[0]]
    while todo:
        each = todo.pop()
        if isinstance(each, Run):
            places.append(each.place)
        elif each is main:
            places += range(main.first, main.last)
        elif each in outside or not _is_menu(each):
            todo += each.kids
    silent = {run.place for whole in page.wholes if whole.runs is not whole.asked for run in whole.runs}
    silent.difference_update(run.place for whole in page.wholes for run in whole.asked)
    return sorted(set(places) - silent)


def _is_menu(node: Node) -> bool:
    if not node.size:
        return True
    if node.weight:
        return False
    if node.linked > _MOSTLY * node.size:
        return True
    return node.linked > _PARTLY * node.size and (
        node.tag in SIDE_TAGS or node.kind in ("navigation", "aside", "notice", "share", "related")
    )


def _folded(runs: list[Run]) -> set[Node]:
    """The parts of a small page that are hidden until somebody opens them: what does is a heading or question right
    above."""
    return {
        node
        for above, run in pairwise(runs)
        if above.parent.tag in HEADINGS or above.text[-1] in QUESTIONS
        for node in set(around(run.parent)).difference(around(above.parent))
        if node.hints.endswith("~hidden") and node.kind == "hidden"
    }


def _is_beside(run: Run, total: float, folded: Container[Node] = ()) -> bool:
    """Whether a run lies in a part that by its tag or name stands beside an article, and does not hold it: where the
    end of a menu is missing, all of the page is in it."""
    return any(
        node.weight <= _SIDE * total
        and (node.tag in SIDE_TAGS or node.kind not in ("", "body", "meta", "caption"))
        and node not in folded
        and node.tag != "blockquote"  # a post of a network is named for it, or for sharing
        for node in around(run.parent)
    )


def _is_furniture(run: Run, authors: set[str]) -> bool:
    """Whether a run is furniture whatever its place is: by its words, as a caption, as a name, hidden from the eye."""
    parent = run.parent
    if in_figcaption(run):
        return True
    if len(run.text) > LONGEST_NOTICE or parent.tag in ("td", "th"):
        return False
    if run.notice in CERTAIN or (authors and text_key(run.text) in authors):
        return True
    return parent.kind == "hidden" and not parent.hints.endswith("~hidden")


def _choose_by(runs: list[Run], confidences: list[float]) -> None:
    """Mark the runs as kept that are surely enough the article's."""
    seen: set[str] = set()
    for run, sure in zip(runs, confidences, strict=True):
        run.score = sure
        run.kept = sure >= SURE and (sure >= SURE_OF_SHORT or not _is_short_line(run))
        if run.kept and len(run.text) >= _LEAST_COPY:
            run.kept = run.text not in seen
            seen.add(run.text)
    _drop_lone_headings(runs)


def _drop_head_lines(runs: list[Run]) -> None:
    """Lines of a few words above the first prose are names, dates and kickers: the head's, or nobody's."""
    for run in runs:
        if run.kept and prose(run) > 0:
            return
        if run.kept and _is_short_line(run):
            run.kept = False


def _drop_head_lists(runs: list[Run], wholes: list[Whole]) -> None:
    """A short list above the first prose that holds a `<time>` says who wrote the article, what they do, and when."""
    first = next((run.place for run in runs if run.kept and prose(run) > 0), len(runs))
    for node, items, _ in wholes:
        if node.first >= first:
            return
        if node.tag in LISTS and node.size <= _LONGEST_HEAD and next(node.element.iter("time"), None) is not None:
            for run in items:
                run.kept = False


def _drop_print_lines(kept: list[Run], headline: int) -> None:
    """Pages made to be printed name the site and the page's address above the headline, and again at the end."""
    found = _ADDRESS.search(kept[0].text) if kept and kept[0].place < headline else None
    if found is None:
        return
    for run in (kept[0], kept[-1]):
        if len(run.text) <= LONGEST_NOTICE and run.text.endswith(found[0]):
            run.kept = False


def _is_short_line(run: Run) -> bool:
    """Whether a run is a few words that end in nothing, and no heading, item or cell: names, labels and buttons are."""
    return (
        len(run.text) <= _SHORT_LINE
        and run.parent.tag not in _LINES_OF_THEIR_OWN
        and (run.parent.parent is None or run.parent.parent.tag not in _LINES_OF_THEIR_OWN)
        and run.text[-1] not in SENTENCE_END + ":：" + FITTED_CLOSERS
    )


def _drop_lone_headings(runs: list[Run]) -> None:
    """A heading is not the article's where nothing up to the next heading is, but for what has headings of the article
    below it. A picture's caption says nothing either way."""
    kept = others = False
    below: set[int] = set()  # levels of the article's headings that a heading above them may be over
    for run in reversed(runs):
        if run.parent.tag not in HEADINGS:
            if run.kept:
                kept = True
            elif not others:
                others = not in_figcaption(run)
            continue
        level = HEADINGS.index(run.parent.tag)
        is_over = any(deeper > level for deeper in below)
        if run.kept and others and not kept and not is_over:
            run.kept = False
        below = {each for each in below if each <= level}
        if run.kept or is_over:
            below.add(level)
        kept = others = False


def weigh(nodes: list[Node], runs: list[Run]) -> tuple[Node, float]:
    """Give each run and block its prose; answer the smallest block that holds most of it, and the prose of the page."""
    total = 0.0
    for run in runs:
        run.score = weight = prose(run)
        node = run.parent
        node.size += len(run.text)
        node.linked += run.linked
        if weight:  # few runs are prose
            total += weight
            node.weight += weight
    _add_up(nodes)
    for node in beneath([node for node in nodes if node.weight], blocks_around(headlines_of(nodes))):
        _lighten(node)
    most = _SIDE * total
    for node in nodes:
        if 0 < node.weight < most and (node.tag in SIDE_TAGS or node.part not in ("", "body", "meta")):
            _lighten(node)
    return _main(nodes[0]), nodes[0].weight or 1.0


def _add_up(nodes: list[Node]) -> None:
    """Give each block what those in it have."""
    for node in reversed(nodes):
        above = node.parent
        if above is not None and node.size:
            above.size += node.size
            above.linked += node.linked
            if node.weight:
                above.weight += node.weight


def _lighten(side: Node) -> None:
    """Take most of the weight from a part beside the article, all of it but once."""
    lost = 0.0
    todo: list[Node | Run] = [side]
    while todo:
        at = todo.pop()
        if isinstance(at, Run):
            lost += at.score * (1 - _SIDE_WEIGHT)
            at.score *= _SIDE_WEIGHT
        else:
            at.weight = 0.0
            todo.extend(at.kids)
    for above in around(side.parent):
        above.weight -= lost


def _main(top: Node) -> Node:
    """The smallest block that holds most of the prose."""
    node = top
    while True:
        best = max((kid for kid in node.kids if isinstance(kid, Node)), key=lambda kid: kid.weight, default=None)
        if best is None or best.weight < _MOST_OF * node.weight or best.tag in _NO_MAIN:
            return node
        node = best
