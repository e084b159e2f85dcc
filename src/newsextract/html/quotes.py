"""Quotes of a page, and who is quoted: behind the quote in it, or under it in the figure that both stand in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import islice, pairwise, takewhile

from ..text import Block
from ..writing import CLOSERS, SENTENCE_END
from .names import QUOTED, QUOTES, SIGNED, words_of_name
from .nodes import FREE_ROLES, LARGEST_BLOCK, Node, Run, around
from .stated_authors import is_person
from .tree import text_of

__all__ = ["is_quote", "is_quoted", "quote"]

_LONGEST_ATTRIBUTION = 120
_DASHES = "—–―-"
#: Marks that close a quotation.
_MARKS = '"”“»«」』'
_SOURCES = frozenset(("footer", "figcaption"))
#: What a figure's caption is that of, rather than of a quote beside it.
_PICTURES = ("img", "picture", "video", "audio", "iframe", "svg", "canvas", "table", "pre")
#: How far above a quote its figure may be, and how far above a run its quote.
_NEAR = 4
_PULLED = ("pull", "quote"), ("block", "quote")


def is_quote(node: Node) -> bool:
    """Whether a block is a quote: by its tag, or a small one by its names, one of which may be that alone ("quote") or
    that of a pull quote. Parts of those have longer names ("quote-form", "get-a-quote")."""
    if node.tag == "blockquote":
        return True
    hints = node.hints
    if node.size > LARGEST_BLOCK or "quote" not in hints.lower():
        return False
    return any(_is_name_of_quote(name) for name in hints.split())


@lru_cache(maxsize=128)
def _is_name_of_quote(name: str) -> bool:
    """
    >>> _is_name_of_quote("quote"), _is_name_of_quote("article__pull-quote"), _is_name_of_quote("get-a-quote")
    (True, True, False)
    """
    words = words_of_name(name)
    return words == ("quote",) or not QUOTES.isdisjoint(words) or any(pair in _PULLED for pair in pairwise(words))


def is_quoted(run: Run) -> bool:
    """Whether a run stands in a quote: the name in it is that of who is quoted. Old pages have all of an article in
    one, which sets it in from the edge."""
    for node in islice(around(run.parent), _NEAR):
        if node.size > LARGEST_BLOCK:
            return False  # and those around it are larger still
        if is_quote(node):
            return True
    return False


def quote(node: Node, paragraphs: Callable[[list[str]], list[str]]) -> tuple[Block | None, list[Run]]:
    """The quote that a block is, if it is the article's, and the runs in it that are not; `paragraphs` answers those
    of its lines. Who is quoted goes with the quote: alone a name is a short line, which is nobody's."""
    said: list[Run] = []
    sources: list[Run] = []
    others: list[Run] = []
    runs = [run for run in node.runs() if run.role in FREE_ROLES]
    name = _cited(node)
    for above, run in zip((None, *runs), runs, strict=False):
        if _is_source(run, node) or (run is runs[-1] and _is_signed(run, name, above)):
            sources.append(run)
        else:
            (said if run.kept or run.parent.tag == "li" else others).append(run)
    if not any(run.kept for run in said):  # the items of a quote are short, and as sure as what is said around them
        said, others = [], [run for run in (*said, *others) if not run.kept]
    if not said:
        said, sources = [run for run in sources if run.kept], [run for run in sources if not run.kept]
    texts = [text for run in said for text in paragraphs(run.text.split("\n"))]
    if not texts:
        return None, [run for run in others + sources if not run.role]
    attribution = "" if sources else _taken(texts, name)
    for run in sources if sources or attribution else _captions(node) or _signature(node):
        run.role = "attribution"
        attribution = f"{attribution} {_without_link(run, name)}"
    attribution = attribution.lstrip(_DASHES + " ")
    block = Block("quote", "\n".join(texts), 0, 0, 0, {"attribution": attribution or None})
    return block, [run for run in others if not run.role]


def _is_signed(run: Run, name: str, above: Run | None) -> bool:
    """Whether the last run of a quote is the name of who is quoted, and nobody's text alone."""
    bare = run.line.lstrip(_DASHES + " ")
    bold, rest = run.text[: run.bold], run.text[run.bold :]
    if len(bare) > _LONGEST_ATTRIBUTION:
        return False
    if is_person(bold) and rest[:1] in ("", ",") and run.text[-1] not in SENTENCE_END:
        return True
    if above is not None and above.text[-1] in _MARKS and is_person(bare):
        return len(run.parent.element) == 1 and text_of(run.parent.element[0]) == run.line  # in italics
    return name in (bare, _without_link(run, name)) or (not run.kept and bare != run.line)


def _without_link(run: Run, name: str) -> str:
    """Who is quoted, without a link right behind the cited name, which is there for sharing."""
    behind = run.line.removeprefix(name).strip() if name else ""
    is_link = behind and any(text_of(link) == behind for link in run.parent.element.iter("a"))
    return name if is_link and behind != run.line else run.line


def _is_source(run: Run, node: Node) -> bool:
    """Whether a run of a quote is by its tags or names who said it."""
    if len(run.text) > _LONGEST_ATTRIBUTION:
        return False
    inside = takewhile(lambda inner: inner is not node, around(run.parent))
    return any(inner.tag in _SOURCES or not QUOTED.isdisjoint(words_of_name(inner.hints)) for inner in inside)


def _cited(node: Node) -> str:
    """The name in the last `<cite>` of a quote; "" where that is no name, as some mark all of a quote so."""
    cites = list(node.element.iter("cite"))
    name = text_of(cites[-1]).lstrip(_DASHES + " ") if cites else ""
    return name if name and len(name) <= _LONGEST_ATTRIBUTION and name[-1] not in SENTENCE_END else ""


def _taken(texts: list[str], name: str) -> str:
    """Who is quoted, taken from the last text: a line behind a dash, or the cited name where that begins a line of its
    own or stands behind the sentence. A name amid a sentence is the title of a work."""
    last = texts[-1]
    bare = last.lstrip(_DASHES + " ")
    is_line = len(texts) > 1 and len(last) <= _LONGEST_ATTRIBUTION
    if is_line and (bare != last or (name and last.startswith(name) and last[-1] not in SENTENCE_END)):
        return texts.pop()
    said = last.removesuffix(name).rstrip(_DASHES + " ") if name else last
    if said != last and said and said[-1] in SENTENCE_END + CLOSERS:
        texts[-1] = said
        return name
    return ""


def _signature(node: Node) -> list[Run]:
    """The line right behind a quote, in the same part of the page, that is by its name who is quoted."""
    run = node.page[node.last] if node.last < len(node.page) else None
    if run is None or run.parent.parent is not node.parent or len(run.text) > _LONGEST_ATTRIBUTION:
        return []
    is_named = not SIGNED.isdisjoint(words_of_name(run.parent.hints))
    return [run] if is_named and run.role in FREE_ROLES else []


def _captions(node: Node) -> list[Run]:
    """The runs of the caption under a quote, in a figure that holds no picture."""
    figure = next((above for above in islice(around(node.parent), _NEAR) if above.tag == "figure"), None)
    if figure is None or figure.size - node.size > _LONGEST_ATTRIBUTION:
        return []
    if next(figure.element.iter(*_PICTURES), None) is not None:
        return []
    behind = max(run.place for run in node.runs())
    caption = next((inner for inner in figure.nodes() if inner.tag == "figcaption"), None)
    return [run for run in caption.runs() if run.place > behind and run.role in FREE_ROLES] if caption else []
