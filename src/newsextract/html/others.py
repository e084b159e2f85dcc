"""Parts of a page that are not its article, however much they read like it: comments, boxes, other articles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ..text import text_key
from .metadata import Metadata
from .names import BOXES, BYLINE, COMMENTS, CONSENT, words_of_name
from .nodes import Node, around, line_of_runs

__all__ = ["beneath", "blocks_around", "boxes", "headlines_of", "other_articles"]

#: Parts by their kinds, and the words of their names that say what is nobody's article.
_BENEATH = {"comments": COMMENTS, "notice": CONSENT}
#: A headline is a line, perhaps broken into a few: what has more in it is compared by these.
_HEADLINE_RUNS = 4
_BOX_TAGS = frozenset(("div", "section", "aside"))
#: A box is no part of the page that has the article in it, in characters, nor is a label on a button a sentence.
_LARGEST_BOX = 600
_LONGEST_LABEL = 40
_CONTROLS = ("form", "input", "button")


def beneath(nodes: Iterable[Node], headed: set[Node]) -> list[Node]:
    """Those that are nobody's article, however much prose they have: footers, what readers say, what asks for their
    consent. None has a headline in it (`headed`); on a page that has none anywhere, no part is so sure."""
    if not headed:
        return []
    return [
        node
        for node in nodes
        if (node.tag == "footer" or node.kind in _BENEATH)  # few are
        and node not in headed
        and (_is_footer(node) or _is_beneath(node))
    ]


def headlines_of(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if node.tag == "h1"]


def blocks_around(headlines: list[Node]) -> set[Node]:
    """The blocks that a headline lies in."""
    return {above for node in headlines for above in around(node)}


def other_articles(headlines: list[Node], known: Metadata) -> list[Node]:
    """The articles with a headline of their own beside the one that the page is named for: many pages go on with the
    next article where theirs ends."""
    if len(headlines) < 2:
        return []
    titles = [text_key(title) for title in known.titles]
    named = [node for node in headlines if _is_title(node, titles)]
    ours = {article for node in named if (article := _article_around(node))}
    if not ours:
        return _other_stories(headlines, named)
    holding = {above for article in ours for above in around(article)}
    others = [article for node in headlines if (article := _article_around(node))]
    return [article for article in others if article not in holding and ours.isdisjoint(around(article))]


def _is_title(headline: Node, titles: list[str]) -> bool:
    key = text_key(line_of_runs(islice(headline.runs(), _HEADLINE_RUNS)))
    return bool(key) and any(title.startswith(key) for title in titles)


def _other_stories(headlines: list[Node], named: list[Node]) -> list[Node]:
    """Those of a page that has no `<article>`: blocks beside the one with the page's headline that are made like it and
    are signed. Parts of one article have headlines on some pages, but no byline each."""
    if len(named) != 1:
        return []
    ours = set(around(named[0]))
    others = []
    for story in {story: None for headline in headlines if (story := _below(headline, ours))}:
        mine = _below(named[0], set(around(story.parent)))
        if mine and _is_alike(story, mine) and _is_signed(story):
            others.append(story)
    return others


def _below(node: Node, blocks: set[Node]) -> Node | None:
    """The outermost block around a node that is none of those, None where the node is one."""
    return next((block for block in around(node) if block not in blocks and block.parent in blocks), None)


def _is_alike(one: Node, other: Node) -> bool:
    return one.tag == other.tag and one.element.get("class") == other.element.get("class")


def _is_signed(story: Node) -> bool:
    return any(not BYLINE.isdisjoint(words_of_name(node.hints)) for node in story.nodes())


def _article_around(node: Node) -> Node | None:
    return next((above for above in around(node) if above.tag == "article"), None)


def _is_footer(node: Node) -> bool:
    return node.tag == "footer" and all(above.tag not in ("blockquote", "figure") for above in around(node))


def _is_beneath(node: Node) -> bool:
    telling = _BENEATH.get(node.kind)
    return telling is not None and not telling.isdisjoint(words_of_name(node.hints))


def boxes(nodes: Iterable[Node], headed: set[Node]) -> list[Node]:
    """Boxes amid an article: those that are named for what they ask of its readers and have something to press, and
    links to other articles. None has a headline in it (`headed`)."""
    return [
        node
        for node in nodes
        if node.kind in _BOX_KINDS and node.tag in _BOX_TAGS and node not in headed and _BOX_KINDS[node.kind](node)
    ]


def _asks(node: Node) -> bool:
    """Whether a block asks for an address, for money or for custom."""
    return (
        node.size <= _LARGEST_BOX
        and not BOXES.isdisjoint(words_of_name(node.hints))
        and (
            next(node.element.iter(*_CONTROLS), None) is not None
            or any(len(run.text) <= min(run.linked, _LONGEST_LABEL) for run in node.runs())
        )
    )


def _is_of_links(node: Node) -> bool:
    """Whether most of what a block says are links."""
    return node.linked * 3 > node.size * 2


_BOX_KINDS = {"newsletter": _asks, "advertisement": _asks, "related": _is_of_links}
