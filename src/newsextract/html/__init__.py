"""A page to blocks. `read` is the way in."""

from __future__ import annotations

from typing import NamedTuple

from ..dates import reader
from ..language import detect, likeliest, stated_tag
from ..text import Block, Wire
from ..text import read as read_text
from ..writing import primary
from .authors import sole_author
from .blocks import read_blocks
from .content import choose
from .head import Head, read_head
from .headline import is_site, names_host, title_of
from .metadata import Metadata, read_metadata
from .nodes import Node, Run
from .runs import read_nodes
from .stated_authors import is_person
from .stated_dates import url_date
from .tree import Element, read_tree

__all__ = ["PageArticle", "read"]


class PageArticle(NamedTuple):
    """What a page holds: its article's blocks, which have no places yet, and what it states of the article."""

    blocks: list[Block]
    language: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Wire | None
    modified: Wire | None
    plain: bool = False
    """Whether it is a text between `<pre>` tags, the lines of which were read as those of any text."""
    blank: bool = False
    """Whether it has no text, in its article or elsewhere."""
    is_cut: bool = False
    """Whether elements were nested too deep, and what follows is left out."""


#: Characters that tell the language.
_SAMPLE = 1_200
#: Elements whose text nobody reads on the page.
_NOT_SHOWN = ("head", "title", "script", "style", "template", "noscript")


def read(page: object, name: str, *, url: str | None, language: str | None) -> PageArticle:
    """The article of a page; `name` is what errors call it.

    Raises:
        InputError, DecodingError, LimitError: As `tree.read_tree`.
    """
    root, is_cut = read_tree(page, name)
    if root is None:
        return PageArticle([], language, None, (), None, None, blank=True)
    nodes, runs = read_nodes(root)
    try:
        return _read(nodes, runs, read_metadata(root, url), url, language)._replace(is_cut=is_cut)
    finally:
        # What no longer points at each other is freed at once, with no need of the collector.
        runs.clear()
        for node in nodes:
            node.kids.clear()


def _read(nodes: list[Node], runs: list[Run], known: Metadata, url: str | None, language: str | None) -> PageArticle:
    if (plain := _plain_text(nodes, runs)) is not None:
        lines, language = read_text(plain, language)
        return PageArticle(lines, language, title_of(known), known.authors, known.published, known.modified, plain=True)
    choose(nodes, runs, known)
    sample = _sample(runs)
    if language is None:
        language = _language(sample, known)
    head = read_head(nodes, runs, known, reader(language or likeliest(sample)))
    blocks = head.blocks + read_blocks(nodes[0], runs)
    return PageArticle(
        blocks,
        language,
        title_of(known),
        _authors(blocks, known) or sole_author(nodes[0].element),
        _published(known, head) or (None if head.times or head.changes else url_date(url)),
        known.modified or next((time.date for time in head.shown if time.is_update), None),
        blank=not runs and _is_blank(nodes[0].element),
    )


def _is_blank(root: Element) -> bool:
    """Whether a page has no text, in menus and the like either."""
    shown = (each for each in root.iter() if each.tag.__class__ is str and each.tag not in _NOT_SHOWN)
    return not any(text and not text.isspace() for each in shown for text in (each.text, each.tail))


#: A page that is a text has it all between its `<pre>` tags but for a line or two, and is longer than a piece of code.
_MOST_PLAIN = 0.8
_LEAST_PLAIN = 400


def _plain_text(nodes: list[Node], runs: list[Run]) -> str | None:
    """The text of a page that is a text between `<pre>` tags."""
    pre = next((node for node in nodes if node.tag == "pre"), None)
    if pre is None:
        return None
    text = "".join(pre.element.itertext()).replace("\r\n", "\n")
    whole = sum(len(run.text) for run in runs)
    return text if len(text) >= max(_LEAST_PLAIN, _MOST_PLAIN * whole) and "\n\n" in text else None


def _sample(runs: list[Run]) -> str:
    texts: list[str] = []
    size = 0
    for run in runs:
        if run.kept:
            texts.append(run.text[:_SAMPLE])
            size += len(run.text)
            if size > _SAMPLE:
                break
    return "\n".join(texts)


def _language(sample: str, known: Metadata) -> str | None:
    """As the text says; its region, and all of it where the text is too short, as the page says."""
    detected = detect(sample)
    stated = stated_tag(known.language)
    if detected is None or (stated and primary(stated) == detected):
        return stated or detected
    return detected


def _published(known: Metadata, head: Head) -> Wire | None:
    """What the page states, where it states it of the article or the head says the same day; else the moment of a
    `<time>` in the head, or of one elsewhere on a day that the head names."""
    shown = [time.date for time in head.shown if not time.is_update]
    updates = [time.date for time in head.shown if time.is_update]
    others = [time for time in known.times if time in shown or time not in updates]
    days = {time["value"][:10] for time in (*head.times, *shown) if time["value"]}
    named = days.union(time["value"][:10] for time in head.changes if time["value"])
    if known.published and (not known.doubtful or known.published["value"][:10] in named):
        return known.published
    return next((time for time in (*shown, *others) if time["value"][:10] in days), None)


def _authors(blocks: list[Block], known: Metadata) -> tuple[str, ...]:
    """As the page states them; a byline that names people wins over the name of the site, and one that names all of
    those and more."""
    named = next((block.data["authors"] for block in blocks if block.kind == "byline"), ())
    stated = tuple(dict.fromkeys(known.authors))
    if named and (not stated or all(is_site(name, known) for name in stated)):
        return tuple(named)
    if all(map(is_person, named)) and not any(map(is_person, stated)):
        return tuple(named) or stated  # a paper, an agency
    if set(stated) < set(named) and not any(
        is_site(name, known) or names_host(name, known) or not is_person(name) for name in named
    ):
        return tuple(named)
    return stated
