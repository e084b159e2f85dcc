"""The headline of an article's page: the heading, or the line, that its titles name; and what is the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..text import text_key
from .metadata import SITE_BREAK, Metadata
from .nodes import ALL_BOLD, HEADINGS, Node, Run, around, line_of_runs
from .tree import text_of

__all__ = [
    "LONGEST_LINE",
    "NEAR",
    "headline_of",
    "is_site_heading",
    "is_title_part",
    "is_site",
    "kicker_of",
    "names_host",
    "subtitle_of",
    "title_keys",
    "title_of",
    "title_parts",
    "titled_line",
]

NEAR = 4
"""How many blocks around a run may be the heading that it is in."""
LONGEST_LINE = 200
"""What is longer is no line of a head."""
_TITLE_TAGS, _LOW_TAGS = HEADINGS[:2], HEADINGS[2:]
#: What being hidden takes from a heading: the copy that is shown is the headline.
_HIDDEN = 0.6
#: What being an h1 adds; what the site's name has at most; how much others are like a title, and the headline at least
#: where the page has its title elsewhere.
_H1, _SITE, _ALIKE, _LEAST_ALIKE = 0.3, 0.01, 0.8, 0.3
_WORD = re.compile(r"[^\W_]+")
_LONGEST_KICKER = 40
#: What parts the site's name from the title as well, and letters of a part that may be the headline.
_COLON = re.compile(r":\s+")
_LEAST_PART = 15
#: Addresses of a site's first page, without the host.
_ROOTS = ("", "/", "./")
_HOST = re.compile(r"https?://[^/]+", re.IGNORECASE)
#: Shorter names stand in many addresses.
_LEAST_SITE = 4


def title_of(known: Metadata) -> str | None:
    """The title that a page states, without the site's name."""
    if not known.titles:
        return None
    title = known.titles[0]
    breaks = list(SITE_BREAK.finditer(title))
    start, end = 0, len(title)
    if breaks:
        site = text_key(known.site)
        before, after = title[: breaks[0].start()], title[breaks[-1].end() :]
        if site == text_key(after) or names_host(after, known):
            end = breaks[-1].start()
        if site and site == text_key(before):
            start = breaks[0].end()
    return title[start:end] or title


def names_host(name: str, known: Metadata) -> bool:
    """Whether a name is that of the site by its address: "The Paper" at www.thepaper.example."""
    key = text_key(name)
    return len(key) >= _LEAST_SITE and key in known.host


def is_site(name: str, known: Metadata) -> bool:
    """Whether an author's name is that of the site."""
    site, key = text_key(known.site), text_key(name)
    return bool(site and key) and (site.startswith(key) or key.startswith(site))


def headline_of(nodes: list[Node], runs: list[Run], known: Metadata) -> list[Run]:
    """The runs of the heading that is the article's headline. One that is unlike the page's titles is that of a
    section, or the site's name, where the title itself stands on the page."""
    best, alike = _likest(_groups(nodes, runs, _TITLE_TAGS), known)
    if alike >= _LEAST_ALIKE:
        return best
    return _titled(runs, known) or _likest(_groups(nodes, runs, _LOW_TAGS), known)[0] or best


def _groups(nodes: list[Node], runs: list[Run], tags: tuple[str, ...]) -> list[list[Run]]:
    """The runs of each heading with one of the tags."""
    groups: dict[Node, list[Run]] = {}
    read = 0
    for heading in nodes:
        if heading.tag in tags:
            for run in runs[max(read, heading.first) : heading.last]:
                if nearest := next((node for node in near(run) if node.tag in tags), None):
                    groups.setdefault(nearest, []).append(run)
            read = max(read, heading.last)  # what has others in it is read once
    return list(groups.values())


def _likest(groups: list[list[Run]], known: Metadata) -> tuple[list[Run], float]:
    """The heading that is most like one of the titles, and how much; the site's name is like none."""
    titles = [set(_WORD.findall(title.casefold())) for title in known.titles]
    best: list[Run] = []
    best_score = best_alike = 0.0
    for group in groups:
        is_h1 = any(node.tag == "h1" for node in near(group[0]))
        text = line_of_runs(group)
        words = set(_WORD.findall(text.casefold()))
        if not words:
            continue
        alike = max((2 * len(words & title) / (len(words) + len(title)) for title in titles if title), default=0.0)
        if not is_h1 and alike < _ALIKE:
            continue
        score = alike + (_H1 if is_h1 else 0.0) - (_HIDDEN if _is_hidden(group[0]) else 0.0)
        if is_site_heading(text, known) or (is_h1 and _leads_home(group, known)):
            score, alike = _SITE, 0.0
        if score > best_score + 0.001:
            best, best_score, best_alike = group, score, alike
    return best, best_alike


def kicker_of(headline: list[Run], known: Metadata) -> str:
    """What stands above the page's title in an element of its own in the same heading: the section, or what sort of
    article it is. "" where nothing does."""
    text = line_of_runs(headline)
    heading = next((node for node in near(headline[0]) if node.tag in HEADINGS), None)
    if heading is None or len(heading.element) == 0:
        return ""
    kicker = text_of(heading.element[0])
    rest = text[len(kicker) :].lstrip()
    if not kicker or not rest or len(kicker) > _LONGEST_KICKER or not text.startswith(kicker):
        return ""
    return kicker if text_key(rest) in title_keys(known) else ""


def subtitle_of(headline: list[Run], known: Metadata) -> str:
    """What stands under the page's title in an element of its own in the same heading. "" where nothing does."""
    text = line_of_runs(headline)
    heading = next((node for node in near(headline[0]) if node.tag in HEADINGS), None)
    if heading is None or len(heading.element) == 0:
        return ""
    subtitle = text_of(heading.element[-1])
    title = text.removesuffix(subtitle).rstrip()
    return subtitle if title != text and text_key(title) in title_keys(known) else ""


def is_site_heading(text: str, known: Metadata) -> bool:
    """Whether a heading is the site's name, or most of it: "Harrow Bay Courier" for "The Harrow Bay Courier"."""
    site, key = text_key(known.site), text_key(text)
    return len(key) * 2 > len(site) > 0 and (site.startswith(key) or site.endswith(key))


def _leads_home(heading: list[Run], known: Metadata) -> bool:
    """Whether a heading is all one link to the site's first page, and one part of a title: a blog's name, the post of
    which is the other part."""
    node = heading[0].parent
    if len(heading) != 1 or node.linked < node.size:
        return False
    links = [link.get("href") or "" for link in node.element.iter("a")]
    if len(links) != 1 or _HOST.sub("", links[0].strip(), count=1) not in _ROOTS:
        return False
    return is_title_part(heading[0].text, known)


def _parts_of(title: str) -> list[str]:
    """The parts of a title that is cut where the site's name may stand beside the headline, as `text_key` compares
    them."""
    parts = (part for whole in SITE_BREAK.split(title) for part in _COLON.split(whole))
    return [key for part in parts if (key := text_key(part))]


def title_parts(known: Metadata) -> set[str]:
    """The parts of a page's titles that may be its headline."""
    site = text_key(known.site)
    return {
        key
        for title in known.titles
        for key in _parts_of(title)
        if len(key) >= _LEAST_PART and key != site and key not in known.host
    }


def _titled(runs: list[Run], known: Metadata) -> list[Run]:
    """The run that is the page's title, word for word, on a page whose headline is no heading; else the longest in bold
    that is a part of it, and no link. None where the longest is the first line of a run."""
    titles, parts = title_keys(known), title_parts(known)
    best: Run | None = None
    longest = 0
    for run in runs:
        if len(run.text) <= LONGEST_LINE and text_key(run.text) in titles and not _is_hidden(run):
            return [run]
        line = titled_line(run, parts) if parts else ""
        if len(line) > longest and run.linked * 2 < len(line) and _stands_out(run, line) and not _is_hidden(run):
            best, longest = run, len(line)
    return [best] if best and len(best.text) == longest else []


def _stands_out(run: Run, line: str) -> bool:
    """Whether the first line of a run is in bold, or a heading: mastheads are neither on most pages."""
    return run.bold >= ALL_BOLD * len(line) or run.parent.tag in HEADINGS


def titled_line(run: Run, titles: set[str]) -> str:
    """The first of a run's lines where that is the page's title: old pages have it in bold over a line break, with the
    byline in the next line."""
    line = run.text.partition("\n")[0]
    return line if len(line) <= LONGEST_LINE and text_key(line) in titles else ""


def is_title_part(text: str, known: Metadata) -> bool:
    """Whether a line is one of several parts of a title, such as the site's name."""
    key = text_key(text) if len(text) <= LONGEST_LINE else ""
    return key != "" and any(key in parts and len(parts) > 1 for parts in map(_parts_of, known.titles))


def title_keys(known: Metadata) -> set[str]:
    """The titles that a page states, with and without the site's name, as `text_key` compares them."""
    return {text_key(title) for title in (*known.titles, title_of(known) or "") if title}


def _is_hidden(run: Run) -> bool:
    """Whether a heading is hidden, or the last step of a path to the page."""
    return any(node.hints.endswith("~hidden") or node.tag in ("nav", "li") for node in around(run.parent))


def near(run: Run) -> Iterator[Node]:
    """The blocks right around a run: a heading may have others in it."""
    return islice(around(run.parent), NEAR)
