"""The head of an article's page: headline, standfirst, byline and time, which often stand outside the article's
block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ..dates import Reader
from ..notices import bare_names, byline_names, is_role, split_names
from ..text import Block, Wire, text_key
from .authors import is_label, linked_apart, marked_authors
from .metadata import SITE_BREAK, Metadata
from .names import BYLINE, STANDFIRST
from .nodes import HEADINGS, Node, Run, around, line_of
from .stated_authors import is_person
from .times import BARS, NO_DATES, Line, ShownTime, facts_around, names_around, read_line, timestamp
from .wording import prose

__all__ = ["Head", "is_site", "read_head", "title_of"]

#: How many runs behind the headline may belong to the head.
_HEAD_RUNS = 40
#: How many blocks around a run may be the heading that it is in.
_NEAR = 4
_TITLE_TAGS = ("h1", "h2")
#: How many runs above it may.
_ABOVE = 3
_LONGEST_NOTICE = 200
_LONGEST_STANDFIRST = 600
_LONG_PARAGRAPH = 200
#: What being hidden takes from a heading: the copy that is shown is the headline.
_HIDDEN = 0.6
_WORD = re.compile(r"[^\W_]+")
#: Shorter names stand in many addresses.
_LEAST_SITE = 4
_LEAST_STANDFIRST = 40
#: Under the headline a shorter heading is a kicker.
_LEAST_SUBTITLE = 15
#: A run of prose between the headline and the body that may be the article's, for all that its features say, is its
#: standfirst: those stand in blocks of their own.
_SUMMING_UP, _SURE = 0.15, 0.45


class Head(NamedTuple):
    """The head of an article."""

    blocks: list[Block]
    times: list[Wire]
    """The dates in it, as its text has them."""
    shown: list[ShownTime]
    """The moments of its `<time>` elements."""


def read_head(nodes: list[Node], runs: list[Run], known: Metadata, reader: Reader) -> Head:
    """The blocks of the head in their order; their runs are given their roles and so stand nowhere else."""
    blocks: list[Block] = []
    headline = _headline(nodes, runs, known)
    first = 0
    if headline:
        text = line_of(headline)
        for run in headline:
            run.role = "headline"
        blocks.append(Block("headline", text, 0, 0))
        first = headline[-1].place + 1
    else:
        first = next((run.place for run in runs if run.kept), 0)
        titles = _title_keys(known)
        for run in runs[: first + 1]:
            if title := _titled_line(run, titles):
                blocks.append(Block("headline", title, 0, 0))
                first = run.place
                break
    head = _notices(runs, first, known, reader)
    if headline and not head.times and not head.shown:
        above = _time_above(runs, headline[0], reader)
        head = Head(above.blocks + head.blocks, above.times, above.shown)
    return Head(blocks + head.blocks, head.times, head.shown)


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
        if site == text_key(after) or _names_host(after, known):
            end = breaks[-1].start()
        if site and site == text_key(before):
            start = breaks[0].end()
    return title[start:end] or title


def _names_host(name: str, known: Metadata) -> bool:
    """Whether a name is that of the site by its address: "The Paper" at www.thepaper.example."""
    key = text_key(name)
    return len(key) >= _LEAST_SITE and key in known.host


def is_site(name: str, known: Metadata) -> bool:
    """Whether an author's name is that of the site."""
    site, key = text_key(known.site), text_key(name)
    return bool(site and key) and (site.startswith(key) or key.startswith(site))


def _headline(nodes: list[Node], runs: list[Run], known: Metadata) -> list[Run]:
    """The runs of the heading that is the article's headline."""
    groups: dict[Node, list[Run]] = {}
    read = 0
    for heading in nodes:
        if heading.tag in _TITLE_TAGS:
            for run in runs[max(read, heading.first) : heading.last]:
                if nearest := next((node for node in _near(run) if node.tag in _TITLE_TAGS), None):
                    groups.setdefault(nearest, []).append(run)
            read = max(read, heading.last)  # what has others in it is read once
    titles = [set(_WORD.findall(title.casefold())) for title in known.titles]
    best: list[Run] = []
    best_score = 0.0
    for group in groups.values():
        is_h1 = any(node.tag == "h1" for node in _near(group[0]))
        words = set(_WORD.findall(" ".join(run.text for run in group).casefold()))
        if not words:
            continue
        alike = max((2 * len(words & title) / (len(words) + len(title)) for title in titles if title), default=0.0)
        score = alike + (0.3 if is_h1 else 0.0)
        if not is_h1 and alike < 0.8:
            continue
        if _is_hidden(group[0]):
            score -= _HIDDEN
        if score > best_score + 0.001:
            best, best_score = group, score
    return best or _titled(runs, known)


def _titled(runs: list[Run], known: Metadata) -> list[Run]:
    """The run that is the page's title, word for word, on a page whose headline is no heading."""
    titles = _title_keys(known)
    for run in runs:
        if len(run.text) <= _LONGEST_NOTICE and text_key(run.text) in titles and not _is_hidden(run):
            return [run]
    return []


def _titled_line(run: Run, titles: set[str]) -> str:
    """The first of a run's lines, taken from it, where that is the page's title: old pages have it in bold over a line
    break, with the byline in the next line."""
    line, _, rest = run.text.partition("\n")
    if not rest or len(line) > _LONGEST_NOTICE or text_key(line) not in titles:
        return ""
    run.text, run.bold = rest, max(0, run.bold - len(line))
    return line


def _title_keys(known: Metadata) -> set[str]:
    return {text_key(title) for title in (*known.titles, title_of(known) or "") if title}


def _is_hidden(run: Run) -> bool:
    """Whether a heading is hidden, or the last step of a path to the page."""
    return any(node.hints.endswith("~hidden") or node.tag in ("nav", "li") for node in around(run.parent))


def _near(run: Run) -> Iterator[Node]:
    """The blocks right around a run: a heading may have others in it."""
    return islice(around(run.parent), _NEAR)


def _notices(runs: list[Run], first: int, known: Metadata, reader: Reader) -> Head:
    """The standfirst, byline and timestamps behind the headline, and the dates in them."""
    blocks: list[Block] = []
    times: list[Wire] = []
    moments: list[ShownTime] = []
    roles: set[str] = set()
    opened = 0  # paragraphs
    label: Run | None = None  # the line above, where it is the word for "by" alone
    described = text_key(known.description)
    for run in runs[first : first + _HEAD_RUNS]:
        facts = facts_around(run)
        if facts is not None and facts.tag == "table":
            label = None
            continue
        text = run.line
        if not opened and "standfirst" not in roles and _is_standfirst(run, text, described):
            run.role = "standfirst"
            blocks.append(Block("standfirst", text, 0, 0))
        elif len(text) <= _LONGEST_NOTICE:
            line = read_line(run, reader, opened > 0) if facts is None else NO_DATES
            authors = () if "byline" in roles else _authors(run, line, known, opened, label is not None)
            if not authors and not opened and "byline" not in roles and line.days:
                authors = _named_beside(run, line, known, runs)
            times += line.days if authors or not opened else []
            is_dated = bool(line.days or line.shown)
            is_first = (authors or is_dated) and not roles & {"byline", "timestamp"}
            if is_first and (subtitle := _subtitle(runs, first, run)):
                subtitle.role = "standfirst"
                blocks.insert(0, Block("standfirst", subtitle.line, 0, 0))
            if authors:
                run.role = "byline"
                if label is not None:
                    label.role = "byline"
                    text = f"{label.line} {text}"
                blocks.append(Block("byline", text, 0, 0, 0, {"authors": authors, "dates": []}))
                moments += line.shown
            elif is_dated and not opened and (stamp := timestamp(run, line)):
                blocks.append(stamp)
                moments += line.shown
        elif run.kept and opened and len(text) > _LONG_PARAGRAPH:
            break  # the first may sum the article up, with the byline under it
        label = run if not run.role and is_label(text) else None
        roles.add(run.role)
        opened += run.kept and not run.role and prose(run) > 0
    return Head(blocks, times, moments)


def _subtitle(runs: list[Run], first: int, notice: Run) -> Run | None:
    """The heading right under the headline that is no section's: the byline or time comes behind it, before any of the
    article."""
    run = runs[first]
    is_under = 0 < notice.place - first <= _NEAR and not any(each.kept for each in runs[first + 1 : notice.place])
    if not is_under or run.role or run.parent.tag not in HEADINGS or len(run.text) < _LEAST_SUBTITLE:
        return None
    return None if bare_names(run.line) else run


def _time_above(runs: list[Run], headline: Run, reader: Reader) -> Head:
    """The timestamp right above the headline, in the block that both stand in: the day that a paper's masthead names
    is today's."""
    head = {node for node in islice(around(headline.parent), _NEAR) if node.tag not in ("h1", "h2", "body")}
    for run in reversed(runs[max(headline.place - _ABOVE, 0) : headline.place]):
        if len(run.text) > _LONGEST_NOTICE or head.isdisjoint(around(run.parent)):
            continue
        line = read_line(run, reader)
        if (line.days or line.shown) and (stamp := timestamp(run, line)):
            return Head([stamp], line.days, line.shown)
    return Head([], [], [])


def _is_standfirst(run: Run, text: str, described: str) -> bool:
    """Whether a run above the body sums the article up: the page gives it as its description, or names it so."""
    if not _LEAST_STANDFIRST <= len(text) <= _LONGEST_STANDFIRST or run.linked * 2 > len(text):
        return False
    if _SUMMING_UP <= run.score < _SURE and prose(run) >= _LEAST_STANDFIRST:
        return True
    if len(described) > _LEAST_STANDFIRST and text_key(text[:200])[:60] == described[:60]:
        return True
    return not STANDFIRST.isdisjoint(names_around(run))


def _authors(run: Run, line: Line, known: Metadata, opened: int, labelled: bool) -> tuple[str, ...]:
    """The authors that a line of the head names, perhaps under a label, before its dates or behind them; under more
    than one paragraph (`opened`) links lead to authors of other articles too."""
    text = run.text.partition("\n")[0]
    until = line.until
    if found := byline_names(text, until) or byline_names(line.behind(text)):
        return linked_apart(run, found)
    if is_label(text):
        return ()
    if opened <= 1 and not prose(run) and (marked := marked_authors(run)):
        return marked
    if labelled or names_around(run) & BYLINE:
        return bare_names(text[:until].strip(BARS) if until else text) if text else ()
    if text in known.authors:
        return (text,)
    listed = tuple(split_names(text)) if known.authors else ()
    return listed if all(name in known.authors for name in listed) else ()


def _named_beside(run: Run, line: Line, known: Metadata, runs: list[Run]) -> tuple[str, ...]:
    """The names that stand beside the date of a line, with no word for "by", and are plainly persons': the article
    speaks of places and bodies, the site is named for itself, and sections are links."""
    text = run.line
    behind = line.behind(text) if line.spans[0][0] == 0 else ""
    part = behind or ("" if line.behind(text) else text[: line.until].strip(BARS))
    names = bare_names(part) if part else ()
    if not names or run.linked >= len(part) or not all(map(is_role, split_names(part)[len(names) :])):
        return ()
    if known.authors:
        return names if all(name in known.authors for name in names) else ()
    if not all(is_person(name) and not is_site(name, known) and not _names_host(name, known) for name in names):
        return ()
    told = [known.site, *known.titles, *(each.text for each in runs if each.kept and each is not run)]
    return () if any(name in text for name in names for text in told) else names
