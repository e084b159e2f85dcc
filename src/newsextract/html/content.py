"""Which runs of a page are its article."""

from __future__ import annotations

from ..notices import furniture_kind
from .features import HEADINGS, features, prose, text_key
from .metadata import Metadata
from .model import confidence
from .names import kind_of_name
from .nodes import Node, Run
from .tables import is_data

__all__ = ["choose", "choose_by", "weigh"]

#: The part of a page's prose that the article's block holds at least.
_MOST_OF = 0.62
#: Parts with less than this share of the page's prose may be furniture by their names and tags. What holds more is the
#: article, whatever it is called: a page's outermost block is often named for the menu that it has.
_SIDE = 0.4
_SIDE_TAGS = frozenset("aside footer form dialog fieldset".split())
_SIDE_WEIGHT = 0.1
_CERTAIN = frozenset(("related", "newsletter", "share", "advertisement", "copyright"))
_LONGEST_NOTICE = 120
_WHOLES = frozenset(('table',"ul", "ol", "dl"))
_NO_MAIN = frozenset(("p", "li", "td", "blockquote", "ul", "ol"))
#: From this confidence on a run is the article's.
_SURE = 0.45
#: A longer run that stands twice stands once in the article: pages give narrow screens a copy of their own.
_LEAST_COPY = 60


def choose(top: Node, runs: list[Run], known: Metadata) -> Node:
    """Mark the runs of the article as kept, and answer the block that holds most of it."""
    main, total = weigh(top, runs)
    confidences = [confidence(row) for row in features(runs, main, total, known)]
    _even_out(top, confidences)
    authors = {text_key(author) for author in known.authors}
    for run in runs:
        if confidences[run.place] >= _SURE and _is_furniture(run, authors):
            confidences[run.place] = 0.0
    choose_by(runs, confidences)
    return main


def _is_furniture(run: Run, authors: set[str]) -> bool:
    """Whether a run is furniture whatever its place is: by its words, as a caption, as a name, hidden from the eye."""
    parent = run.parent
    if parent.tag == "figcaption" or (parent.parent and parent.parent.tag == "figcaption"):
        return True
    if len(run.text) > _LONGEST_NOTICE or parent.tag in ("td", "th"):
        return False
    if furniture_kind(run.text.replace("\n", " ")) in _CERTAIN or text_key(run.text) in authors:
        return True
    return kind_of_name(parent.hints) == "hidden" and not parent.hints.endswith("~hidden")


def _even_out(top: Node, confidences: list[float]) -> None:
    """Make the runs of a table or list equally sure: it is the article's as a whole, or not at all."""
    todo = [top]
    while todo:
        at = todo.pop()
        if at.tag in _WHOLES and (at.tag != "table" or is_data(at)):
            runs = list(at.runs())
            size = sum(len(run.text) for run in runs)
            if size:
                sure = sum(confidences[run.place] * len(run.text) for run in runs) / size
                for run in runs:
                    confidences[run.place] = sure
        else:
            todo.extend(kid for kid in at.kids if isinstance(kid, Node))


def choose_by(runs: list[Run], confidences: list[float]) -> None:
    """Mark the runs as kept that are surely enough the article's."""
    seen: set[str] = set()
    for run, sure in zip(runs, confidences, strict=True):
        run.score = sure
        run.kept = sure >= _SURE
        if run.kept and len(run.text) >= _LEAST_COPY:
            run.kept = run.text not in seen
            seen.add(run.text)
    _drop_lone_headings(runs)


def _drop_lone_headings(runs: list[Run]) -> None:
    """A heading is not the article's where nothing up to the next heading is."""
    heading: Run | None = None
    others = False
    for run in [*runs, None]:
        if run is None or run.parent.tag in HEADINGS:
            if heading is not None and others:
                heading.kept = False
            heading, others = run, False
        elif run.kept:
            heading = None
        else:
            others = True


def weigh(top: Node, runs: list[Run]) -> tuple[Node, float]:
    """Give each run and block its prose; answer the smallest block that holds most of it, and the prose of the page."""
    total = 0.0
    for run in runs:
        size, linked = len(run.text), run.linked
        run.score = weight = prose(run)
        total += weight
        node: Node | None = run.parent
        while node is not None:
            node.size += size
            node.linked += linked
            node.weight += weight
            node = node.parent
    _lighten(top, _SIDE * total)
    return _main(top), top.weight or 1.0


def _lighten(top: Node, most: float) -> None:
    """Take most of the weight from the parts beside the article."""
    todo = [top]
    while todo:
        at = todo.pop()
        if 0 < at.weight < most and (at.tag in _SIDE_TAGS or kind_of_name(at.hints) not in ("", "body", "meta")):
            loss = (1 - _SIDE_WEIGHT) * at.weight
            node: Node | None = at
            while node is not None:
                node.weight -= loss
                node = node.parent
            for run in at.runs():
                run.score *= _SIDE_WEIGHT
            continue
        todo.extend(kid for kid in at.kids if isinstance(kid, Node))


def _main(top: Node) -> Node:
    """The smallest block that holds most of the prose."""
    node = top
    while True:
        best = max((kid for kid in node.kids if isinstance(kid, Node)), key=lambda kid: kid.weight, default=None)
        if best is None or best.weight < _MOST_OF * node.weight or best.tag in _NO_MAIN:
            return node
        node = best
