"""A page to blocks. `read` is the way in."""

from __future__ import annotations

from typing import NamedTuple

from ..dates import reader
from ..language import detect, likeliest
from ..text import Block, Wire
from .blocks import read_blocks
from .content import choose
from .head import read_head, title_of
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
    main = choose(top, runs)
    sample = _sample(runs)
    if language is None:
        language = _language(sample, known)
    head = read_head(runs, main, known, reader(language or likeliest(sample)))
    blocks = head + read_blocks(main)
    return Page(
        blocks,
        language,
        title_of(known),
        _authors(blocks, known),
        known.published or url_date(url),
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


def _authors(blocks: list[Block], known: Metadata) -> tuple[str, ...]:
    if known.authors:
        return known.authors
    return next((block.data["authors"] for block in blocks if block.kind == "byline"), ())
