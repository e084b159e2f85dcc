"""What a page states of its article outside the text: title, authors, times, each from the surest place that has it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import SplitResult, urlsplit

from ..text import Wire, text_key
from . import jsonld
from .microdata import read_microdata
from .names import META
from .stated_authors import authors_of, persons_of, without_site
from .stated_dates import stated_date
from .stated_texts import told_in
from .tree import Element

__all__ = ["SITE_BREAK", "Metadata", "host_of", "read_metadata"]


SITE_BREAK = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*")
"""What parts the title from the site's name: "Frost hits growers | The Paper"."""


class Metadata(NamedTuple):
    """A page's metadata. Empty where the page states nothing."""

    titles: tuple[str, ...]
    """What it gives as its title, the surest first, the site's name left on."""
    site: str
    host: str
    """The letters of the host in its address."""
    description: str
    authors: tuple[str, ...]
    sections: tuple[str, ...]
    """The sections that it is filed under, one or a list of them in each text. (Topics may be persons.)"""
    published: Wire | None
    doubtful: bool
    """Whether only the page, and no article in it, is said to be published then."""
    modified: Wire | None
    times: tuple[Wire, ...]
    """The moments of its `<time>` elements, in order."""
    told: tuple[str, ...]
    """What it states of its text: questions with their answers, ingredients, steps. Their letters and digits alone."""
    language: str | None


def read_metadata(root: Element, url: str | None = None) -> Metadata:
    """The metadata of a page by its root element, and its address where it is known."""
    metas, several, scripts, title, times, language = _stated(root)
    things = jsonld.objects(scripts)
    ranked = jsonld.articles(things)
    if any(rank == jsonld.SOLE for rank, _ in ranked) or (len(ranked) > 1 and ranked[1][0] > jsonld.PAGE):
        ranked = _own(ranked, root, [title, metas.get("og:title", ""), metas.get("twitter:title", "")], metas)
    articles = [thing for _, thing in ranked]
    pages = [thing for rank, thing in ranked if rank == jsonld.PAGE]
    first: dict[str, Any] = articles[0] if articles else {}

    def field(name: str) -> str:
        return next((text for thing in articles if (text := jsonld.text_of(thing.get(name)))), "")

    def meta(names: tuple[str, ...]) -> str:
        return next((text for name in names if (text := metas.get(name, ""))), "")

    def time(name: str, names: tuple[str, ...], things: list[dict[str, Any]]) -> Wire | None:
        written = [text for thing in things if (text := jsonld.text_of(thing.get(name)))]
        written += [metas[name] for name in names if name in metas]
        return next((date for text in written if (date := stated_date(text))), None)

    published = time("datePublished", META["published"], [thing for rank, thing in ranked if rank > jsonld.PAGE])
    modified = time("dateModified", META["modified"], articles)

    written = [jsonld.names_of(thing.get("author") or thing.get("creator")) for thing in articles]
    written += [several[name] for name in META["authors"] if name in several]
    publisher = jsonld.text_of(first.get("publisher"))
    site = meta(META["site"]) or publisher
    apart = (
        without_site([name for stated in each for name in authors_of(stated, site)], [site, publisher])
        for each in written
    )
    authors = next(filter(None, apart), [])
    if not (published and authors):  # most pages say both in their heads, and all elements are looked through for it
        shown = read_microdata(root)
        published = published or shown.published
        modified = modified or shown.modified
        authors = authors or [name for text in shown.authors for name in persons_of(text, site)]
    titles = [metas[name] for name in ("og:title",) if name in metas]
    titles += [text for text in (jsonld.text_of(first.get("headline")), meta(META["titles"]), title) if text]
    return Metadata(
        titles=tuple(dict.fromkeys(titles)),
        host=host_of(url or metas.get("og:url", "")),
        site=site,
        description=meta(META["descriptions"]) or field("description"),
        authors=tuple(authors),
        sections=_sections(several, first),
        published=published or time("datePublished", (), pages),
        doubtful=published is None,
        modified=modified,
        times=_moments(times),
        told=told_in(things),
        language=language or metas.get("og:locale", "").replace("_", "-") or None,
    )


def _sections(several: dict[str, list[str]], article: dict[str, Any]) -> tuple[str, ...]:
    stated = [text for name in META["sections"] for text in several.get(name, ())]
    return (*stated, *jsonld.names_of(article.get("articleSection")))


def host_of(url: str) -> str:
    """The letters of the host in an address.

    >>> host_of("https://www.harrow-bay.example:8080/news/1")
    'wwwharrowbayexample8080'
    """
    return text_key(_split(url).netloc)


def _split(address: str) -> SplitResult:
    """The parts of an address; none of one that is broken."""
    try:
        return urlsplit(address.strip())
    except ValueError:  # [brackets] that hold no address
        return SplitResult("", "", "", "", "")


#: Headlines of a page that are compared, and from how many letters on one may be the beginning of a title.
_MOST_HEADLINES = 20
_LEAST_BEGINNING = 20


def _bare_address(address: str) -> str:
    """An address without what may differ in two of one page.

    >>> _bare_address("https://www.post.example/flood/#top"), _bare_address("//post.example/flood")
    ('post.example/flood', 'post.example/flood')
    """
    parts = _split(address)
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.removeprefix("www.") + parts.path.rstrip("/") + query


def _own(
    ranked: list[tuple[int, dict[str, Any]]], root: Element, titles: list[str], metas: dict[str, str]
) -> list[tuple[int, dict[str, Any]]]:
    """Of several articles those that the page is named for, by their headlines or addresses, where it is for any:
    scripts describe those that a page links to as well. A review or recipe has to be the page's own."""
    keys = {text_key("".join(element.itertext())) for element in islice(root.iter("h1"), _MOST_HEADLINES)}
    keys.update(text_key(part) for title in titles for part in (title, *SITE_BREAK.split(title)))
    keys.discard("")
    links = [element.get("href") or "" for element in root.iter("link") if element.get("rel") == "canonical"]
    addresses = {_bare_address(each) for each in (*links, metas.get("og:url", ""))} - {""}

    def is_own(thing: dict[str, Any]) -> bool:
        key = text_key(jsonld.text_of(thing.get("headline") or thing.get("name")))
        if key in keys or (len(key) >= _LEAST_BEGINNING and any(title.startswith(key) for title in keys)):
            return True
        page = thing.get("mainEntityOfPage")
        stated = (page.get("@id") if isinstance(page, dict) else page, thing.get("url"))
        return any(_bare_address(each) in addresses for each in stated if isinstance(each, str) and each)

    checked = [
        (jsonld.rank_of_other(thing) if rank == jsonld.SOLE and not is_own(thing) else rank, thing)
        for rank, thing in ranked
    ]
    ranked = sorted((pair for pair in checked if pair[0]), key=lambda pair: -pair[0])
    ours = [(rank, thing) for rank, thing in ranked if rank == jsonld.PAGE or is_own(thing)]
    return ours if ours and ours[0][0] > jsonld.PAGE else ranked


#: A page with more times than these is a list of articles, or has comments.
_MOST_TIMES = 8


def _moments(times: list[str]) -> tuple[Wire, ...]:
    """The first moments of those that `<time>` elements state."""
    found = (date for written in times if (date := stated_date(written)) is not None)
    return tuple(islice(found, _MOST_TIMES))


#: Names of meta elements that a page has once for each author or section.
_REPEATED = frozenset((*META["authors"], *META["sections"]))


class _Stated(NamedTuple):
    """What some elements of a page state, as written."""

    metas: dict[str, str]
    """Meta elements by name, the first of each."""
    several: dict[str, list[str]]
    """All of those that have one of several each."""
    scripts: list[str]
    """JSON-LD."""
    title: str
    times: list[str]
    """The moments of all `<time>` elements, in order."""
    language: str | None
    """That which the page declares."""


def _stated(root: Element) -> _Stated:
    """What they state. The page is looked through once for all of them, which takes longer than to read them."""
    metas: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    scripts: list[str] = []
    title = ""
    times: list[str] = []
    for element in root.iter("meta", "script", "title", "time"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content and not content.isspace():
                name, content = name.strip().lower(), " ".join(content.split())
                metas.setdefault(name, content)
                if name in _REPEATED:
                    several.setdefault(name, []).append(content)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag == "time":
            if written := element.get("datetime"):
                times.append(written)
        elif not title and element.text and (parent := element.getparent()) is not None and parent.tag != "svg":
            title = " ".join(element.text.split())
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return _Stated(metas, several, scripts, title, times, (language or "").strip().replace("_", "-") or None)
