"""A page to blocks. `read` is the way in."""

from __future__ import annotations

from typing import NamedTuple

from ..dates import reader
from ..language import detect, likeliest
from ..text import Block, Wire
from .blocks import read_blocks
from .content import choose
from .head import is_site, read_head, title_of
from .metadata import Metadata, read_metadata, url_date
from .nodes import Run, read_nodes
from .tree import read_tree

__all__ = ["Page", "read"]


class Page(NamedTuple):
    """What a page holds: its article's blocks, which have no places yet, and what it states of the article."""

    blocks: list[Block]
    language: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Wire | None
    modified: Wire | None


#: Characters that tell the language.
_SAMPLE = 1_200


def read(page: object, *, url: str | None, language: str | None) -> Page:
    """The article of a page.

    Raises:
        InputError, DecodingError, LimitError: As `tree.read_tree`.
    """
    root = read_tree(page)
    if root is None:
        return Page([], language, None, (), None, None)
    known = read_metadata(root)
    top, runs = read_nodes(root)
    main = choose(top, runs, known)
    sample = _sample(runs)
    if language is None:
        language = _language(sample, known)
    head, times = read_head(runs, known, reader(language or likeliest(sample)))
    blocks = head + read_blocks(top, runs)
    return Page(
        blocks,
        language,
        title_of(known),
        _authors(blocks, known),
        _published(known, times) or (url_date(url) if not times else None),
        known.modified,
    )


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
    stated = known.language
    if detected is None or (stated and stated.partition("-")[0].lower() == detected):
        return stated or detected
    return detected


def _published(known: Metadata, times: list[Wire]) -> Wire | None:
    """What the page states, where it states it of the article or the head says the same day; else the moment of a
    `<time>` on a day that the head names."""
    days = {time["value"][:10] for time in times if time["value"]}
    if known.published and (not known.doubtful or known.published["value"][:10] in days):
        return known.published
    return next((time for time in known.times if time["value"][:10] in days), None)


def _authors(blocks: list[Block], known: Metadata) -> tuple[str, ...]:
    """As the page states them; a byline that names people wins over the name of the site."""
    named = next((block.data["authors"] for block in blocks if block.kind == "byline"), ())
    stated = tuple(dict.fromkeys(known.authors))
    if named and (not stated or all(is_site(name, known) for name in stated)):
        return tuple(named)
    return stated
