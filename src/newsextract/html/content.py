"""Which runs of a page are its article."""

from __future__ import annotations

from ..notices import furniture_kind
from ..phrases import SENTENCE_END
from .names import kind_of_name
from .nodes import Node, Run

__all__ = ["choose"]

#: Fewer characters are no prose; a character of a script without spaces counts for two and a half.
_LEAST_PROSE = 60
#: More of a run counts no more: a page that is one long paragraph is as much an article as one of ten.
_MOST_PROSE = 600
#: The part of a page's prose that the article's block holds at least.
_MOST_OF = 0.62
_FURNITURE = frozenset(
    "comments share newsletter advertisement related author tags navigation notice aside hidden caption".split()
)
_FURNITURE_TAGS = frozenset("aside footer form nav dialog fieldset figcaption address".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HALF_LINKED = 0.5


def choose(top: Node, runs: list[Run]) -> Node:
    """Mark the runs of the article as kept, and answer the block that holds it."""
    _weigh(top, runs)
    main = _main(top)
    _keep(main)
    return main


def _weigh(top: Node, runs: list[Run]) -> None:
    """Give each block its size, links and prose."""
    for run in runs:
        size = len(run.text)
        weight = _prose(run)
        node: Node | None = run.parent
        while node is not None:
            node.size += size
            node.linked += run.linked
            node.weight += weight
            if node.tag in _FURNITURE_TAGS or kind_of_name(node.hints) in _FURNITURE:
                weight *= 0.1
            node = node.parent


def _prose(run: Run) -> float:
    text = run.text
    size = len(text) - run.linked
    if not text.isascii() and text[0] >= "\u2e80":
        size = int(size * 2.5)
    if size < _LEAST_PROSE or run.linked * 2 > len(text) or run.parent.tag in _HEADINGS:
        return 0.0
    return min(size, _MOST_PROSE) * (1.0 if text[-1] in SENTENCE_END + "\"'”»)" else 0.6)


def _main(top: Node) -> Node:
    """The smallest block that holds most of the prose."""
    node = top
    while True:
        inner = [kid for kid in node.kids if isinstance(kid, Node)]
        best = max(inner, key=lambda kid: kid.weight, default=None)
        if best is None or best.weight < _MOST_OF * node.weight or best.tag in ("p", "li", "td", "blockquote"):
            return node
        node = best


def _keep(main: Node) -> None:
    todo: list[Node | Run] = [main]
    while todo:
        at = todo.pop()
        if isinstance(at, Run):
            at.kept = furniture_kind(at.text) is None if len(at.text) < 120 else True
            continue
        if at is not main and _is_furniture(at, main):
            continue
        todo.extend(reversed(at.kids))


def _is_furniture(node: Node, main: Node) -> bool:
    if node.tag in _FURNITURE_TAGS:
        return True
    kind = kind_of_name(node.hints)
    if kind in _FURNITURE and node.weight < 0.5 * main.weight:
        return True
    return node.size > 0 and node.linked > _HALF_LINKED * node.size and node.weight == 0 and node.tag not in ("p", "td", "tr")
