"""The front doors: text or a file in, an Article out."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from .arguments import Published
from .assemble import Stated, assemble, issue, lay_out, mark_head, mark_repeats, mark_seconds, set_levels
from .collector import resting
from .dates import resolve
from .errors import InputError, LimitError
from .files import decode, is_markup, is_page, read_file, readable_name
from .language import likeliest, tag
from .model import Article, without_surrogates
from .text import Block, give_dates, read

if TYPE_CHECKING:
    from bs4 import Tag
    from lxml.etree import _Element, _ElementTree

__all__ = ["MAX_CHARACTERS", "parse_bytes", "parse_file", "parse_html", "parse_text", "parse_to_wire"]

#: Where the collector begins to cost more than it is worth resting it for.
_HUGE = 1_000_000

MAX_CHARACTERS = 32_000_000
"""Longest text that is parsed, in characters. The records of one text stand in memory at once, some hundred bytes a
line; what is longer than thirty-two million characters is a dump of many articles and belongs in `parse_many`."""


def parse_text(
    text: str,
    *,
    source: str | None = None,
    language: str | None = None,
    published: Published | None = None,
    headline: str | None = None,
    repair: bool = False,
) -> Article:
    """The structure of a raw article text.

    Args:
        text: The article as a scraper left it: headings as bare lines, lists as dashes, tables as pipes. Never a path.
        source: Your own id, path or URL, carried through.
        language: BCP 47 tag, or a code of three letters ("deu"); detected when not given. A region settles numeric
            dates (en-GB: day first).
        published: Date of publication, as a date, datetime, ISO string or what `parse_date` gives. It anchors relative
            dates and wins over one in the text. When not given, one found in the text anchors them; the wall clock
            never does.
        headline: The headline, if known from elsewhere.
        repair: Put back spaces that scraping lost ("reforms.The") in the records' texts. Spans stay those of `text`.

    Returns:
        The article. Offsets in it are half-open and count code points of `text`.

    The process's garbage collector rests while a text of a million characters or more is parsed.

    Raises:
        InputError: An argument is of the wrong type or `published` is no date.
        LimitError: The text is longer than `MAX_CHARACTERS`.
    """
    with resting() if _is_huge(text) else nullcontext():
        return Article.model_validate(
            parse_to_wire(text, source=source, language=language, published=published, headline=headline, repair=repair)
        )


def _is_huge(text: object) -> bool:
    return isinstance(text, str) and len(text) >= _HUGE


def parse_to_wire(
    text: str,
    *,
    source: str | None,
    language: str | None,
    published: Published | None,
    headline: str | None,
    repair: bool,
) -> dict[str, Any]:
    """`parse_text` up to the dict that becomes the Article."""
    if not isinstance(text, str):
        remedy = "for a file use parse_file, for bytes decode them first"
        raise InputError(f"parse_text takes a str, not {type(text).__name__}; {remedy}")
    _check_texts(source=source, headline=headline)
    _check_repair(repair)
    language = tag(language)
    if len(text) > MAX_CHARACTERS:
        raise LimitError(
            f"the text has {len(text):,} characters, over MAX_CHARACTERS ({MAX_CHARACTERS:,}); split it into articles"
        )
    whole = without_surrogates(text)
    blocks, language = read(whole, language)
    headline = without_surrogates(headline) if headline and not headline.isspace() else None
    stated = _stated_in(blocks)
    mark_head(blocks, headline or stated.headline)
    set_levels(blocks)
    wire = assemble(
        blocks,
        whole,
        source=source and without_surrogates(source),
        language=language,
        published=published,
        headline=headline,
        repair=repair,
        stated=stated,
    )
    if not blocks:
        wire["issues"].append(issue("empty"))
    if whole != text:
        wire["issues"].append(issue("lone-surrogate"))
    if is_markup(whole):
        wire["issues"].append(issue("html"))
    return wire


def _stated_in(blocks: list[Block]) -> Stated:
    """What the front matter of a file states."""
    stated = blocks[0].data.get("stated") if blocks else None
    return Stated(stated["title"], stated["authors"]) if stated else Stated()


def _check_texts(**values: object) -> None:
    """Raise InputError for an argument that is neither text nor left out."""
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise InputError(f"{name} is {type(value).__name__}; give a str or leave it out")


def _check_repair(repair: object) -> None:
    """Raise InputError for what is neither True nor False: "no" would count as true."""
    if not isinstance(repair, bool):
        raise InputError(f"repair is {repair!r}; give True or False")


def parse_html(
    page: bytes | bytearray | memoryview | str | _Element | _ElementTree | Tag,
    *,
    url: str | None = None,
    source: str | None = None,
    language: str | None = None,
    published: Published | None = None,
) -> Article:
    """The structure of an article's page.

    Args:
        page: HTML, whole or a fragment, as bytes (in any encoding, gzip or not) or str; or a tree that lxml or
            BeautifulSoup made of it, which is not changed. Never a path or an address: nothing is fetched.
        url: The page's address. Its day is the date of publication where the page states none.
        source: Your own id, path or URL, carried through.
        language: BCP 47 tag; detected when not given.
        published: Date of publication, as for `parse_text`; it wins over what the page states.

    Returns:
        The article. Offsets in it are half-open and count code points of `to_text(article)`.

    The process's garbage collector rests meanwhile.

    Raises:
        InputError: An argument is of the wrong type, `published` is no date, or gzipped bytes are damaged.
        DecodingError: The bytes are no text.
        LimitError: The page is larger than `files.MAX_BYTES` or `html.tree.MAX_ELEMENTS`.
    """
    return _parse_page(page, "the page", url=url, source=source, language=language, published=published)


def _parse_page(
    page: object, name: str, *, url: str | None, source: str | None, language: str | None, published: Published | None
) -> Article:
    """`parse_html`; `name` is what errors call the page."""
    with resting():
        return Article.model_validate(
            _parse_page_to_wire(page, name, url=url, source=source, language=language, published=published)
        )


def _parse_page_to_wire(
    page: object, name: str, *, url: str | None, source: str | None, language: str | None, published: Published | None
) -> dict[str, Any]:
    """The same up to the dict that becomes the Article."""
    _check_texts(source=source, url=url)
    from .html import read as read_page  # late: texts need no lxml

    found = read_page(page, name, url=url, language=tag(language))
    if found.plain:
        mark_head(found.blocks, None)
    mark_seconds(found.blocks)
    headline = next((block.text for block in found.blocks if block.kind == "headline"), None)
    title = None if headline is not None else found.title
    mark_repeats(found.blocks, headline or title)
    text = lay_out(found.blocks, found.language, title)
    give_dates(found.blocks, text, found.language or likeliest(text))
    for block in found.blocks:
        if block.kind == "byline" or block.is_furniture("timestamp"):
            block.data["dates"] = resolve(block.dates)
    wire = assemble(
        found.blocks,
        text,
        source=source and without_surrogates(source),
        language=found.language,
        published=published,
        headline=None,
        repair=False,
        url=url and without_surrogates(url),
        stated=Stated(title, found.authors, found.published, found.modified),
    )
    if not wire["sections"]:
        wire["issues"].append(issue("empty" if found.blank and not text and not found.is_cut else "no-article"))
    if found.is_cut:
        wire["issues"].append(issue("too-deep"))
    return wire


def parse_file(
    path: str | os.PathLike[str],
    *,
    source: str | None = None,
    language: str | None = None,
    published: Published | None = None,
    headline: str | None = None,
    repair: bool = False,
) -> Article:
    """The structure of an article in a file: text, Markdown or HTML, gzipped or not, in any encoding that can be told.

    A dump of many articles is read as one text; `newsextract batch` is for those.

    `source` is the path when not given; the rest is as for `parse_text`. A page is read as by `parse_html`: it has its
    own headline, and no space in it was lost.

    Raises:
        InputError: The file is missing, a directory, not readable, or of a kind that is not read.
        DecodingError: Its bytes are no text.
        LimitError: It is larger than `files.MAX_BYTES` or its text longer than `MAX_CHARACTERS`.
    """
    data = read_file(path)
    name = readable_name(path)
    return parse_bytes(
        data,
        name,
        source=name if source is None else source,
        language=language,
        published=published,
        headline=headline,
        repair=repair,
    )


def parse_bytes(
    data: bytes,
    name: str,
    *,
    source: str | None = None,
    language: str | None = None,
    published: Published | None = None,
    headline: str | None = None,
    repair: bool = False,
) -> Article:
    """The bytes of a page or text; `name` is what errors call them."""
    _check_repair(repair)
    _check_texts(headline=headline)
    if is_page(data, name):
        return _parse_page(data, name, url=None, source=source, language=language, published=published)
    return parse_text(
        decode(data, name), source=source, language=language, published=published, headline=headline, repair=repair
    )
