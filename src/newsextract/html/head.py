"""The head of an article's page: headline, standfirst, byline and time, which often stand outside the article's
block."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from ..bylines import bare_names, byline_names, is_role, split_names
from ..dates import Reader
from ..text import Block, Wire, text_key
from ..timestamps import is_plain, is_timestamp
from ..writing import FIRST_WIDE, has_digit
from .authors import is_label, linked_apart, marked_authors
from .headline import LONGEST_LINE, NEAR, headline_of, is_masthead, is_site, names_host, title_keys, titled_line
from .metadata import Metadata
from .names import BYLINE, STANDFIRST, SUMMARY, words_of_name
from .nodes import HEADINGS, Node, Run, around, line_of
from .quotes import is_quoted
from .stated_authors import is_person
from .times import BARS, NO_DATES, Line, ShownTime, facts_around, names_around, read_line, timestamp
from .wording import prose

__all__ = ["Head", "read_head"]

#: How many runs behind the headline may belong to the head.
_HEAD_RUNS = 40
#: And how many above it may be its timestamp.
_ABOVE = 3
_LONGEST_STANDFIRST = 600
_LONG_PARAGRAPH = 200
#: Characters of a standfirst that is not named one; words of one that is, or characters where no spaces part them.
_LEAST_STANDFIRST = 40
_LEAST_WORDS, _LEAST_WIDE = 4, 8
_NO_SUMMARY = ("figure", "figcaption", "li", "table", "blockquote", "dl")
#: How far below one of several authors the next may be, in runs.
_BETWEEN = 2
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
    headline = headline_of(nodes, runs, known)
    first = 0
    if headline:
        text = line_of(headline)
        for run in runs[: headline[0].place]:
            if run.kept and run.parent.tag in HEADINGS and is_masthead(run.line, known):
                run.kept = False
        for run in headline:
            run.role = "headline"
        blocks.append(Block("headline", text, 0, 0))
        first = headline[-1].place + 1
    else:
        first = next((run.place for run in runs if run.kept), 0)
        titles = title_keys(known)
        for run in runs[: first + 1]:
            if title := titled_line(run, titles):
                blocks.append(Block("headline", title, 0, 0))
                first = run.place
                break
    head = _notices(runs, first, known, reader)
    if headline and not head.times and not head.shown:
        above = _time_above(runs, headline[0], reader)
        head = Head(above.blocks + head.blocks, above.times, above.shown)
    return Head(blocks + head.blocks, head.times, head.shown)


def _notices(runs: list[Run], first: int, known: Metadata, reader: Reader) -> Head:
    """The standfirst, byline and timestamps behind the headline, and the dates in them."""
    blocks: list[Block] = []
    times: list[Wire] = []
    moments: list[ShownTime] = []
    roles: set[str] = set()
    opened = 0  # paragraphs
    label: Run | None = None  # the line above, where it is the word for "by" alone
    byline: Block | None = None
    last: Run | None = None  # its last line
    described = text_key(known.description)
    for run in runs[first : first + _HEAD_RUNS]:
        facts = facts_around(run)
        if facts is not None and facts.tag == "table":
            label = None
            continue
        text = run.line
        if not opened and "standfirst" not in roles and _is_standfirst(run, text, described, roles):
            run.role = "standfirst"
            blocks.append(Block("standfirst", text, 0, 0))
        elif len(text) <= LONGEST_LINE:
            line = read_line(run, reader, opened > 0) if facts is None else NO_DATES
            if last and byline and (others := _others(run, line, last, label is not None)):
                run.role = "byline"
                byline.text = f"{byline.text}, {_labelled(label, text)}"
                byline.data["authors"] = tuple(dict.fromkeys((*byline.data["authors"], *others)))
                times += line.days
                moments += line.shown
                last, label = run, None
                continue
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
                byline = Block("byline", _labelled(label, text), 0, 0, 0, {"authors": authors, "dates": []})
                blocks.append(byline)
                moments += line.shown
                last = run
            elif is_dated and not opened and (stamp := timestamp(run, line)):
                blocks.append(stamp)
                moments += line.shown
        elif run.kept and opened and len(text) > _LONG_PARAGRAPH:
            break  # the first may sum the article up, with the byline under it
        label = run if not run.role and (_is_label(run) if facts is None else is_label(text)) else None
        roles.add(run.role)
        opened += run.kept and not run.role and prose(run) > 0
    return Head(blocks, times, moments)


def _is_label(run: Run) -> bool:
    """Whether a line is the word for "by" alone, or a term that stands for it."""
    return is_label(run.line) or (run.parent.tag == "dt" and run.line.rstrip(" :：").lower() in BYLINE)


def _labelled(label: Run | None, text: str) -> str:
    """A byline with the label over it, and the colon that lists of terms do without."""
    if label is None:
        return text
    label.role = "byline"
    colon = ":" if label.parent.tag == "dt" and label.text[-1] not in ":：" else ""
    return f"{label.line}{colon} {text}"


def _others(run: Run, line: Line, last: Run, is_labelled: bool) -> tuple[str, ...]:
    """The authors whom a line behind a byline's `last` names as well: of a small part of the page that both stand in,
    with a line between them at most, which says what the one above does. The line begins as the last one does, or is
    marked or labelled as an author's."""
    apart = run.place - last.place
    above = set(islice(around(last.parent), NEAR))
    whole = next((node for node in islice(around(run.parent), NEAR) if node in above), None)
    if whole is None or run.role or is_quoted(run):
        return ()
    found: tuple[str, ...] = ()
    if apart == 1 and run.text.partition(" ")[0] == last.text.partition(" ")[0]:
        found = byline_names(run.line, line.until)
    if not found and apart <= _BETWEEN and whole.size <= LONGEST_LINE:
        marked = (bare_names(run.line) if is_labelled else ()) or marked_authors(run)
        found = marked if marked and run.text.startswith(marked[0]) else ()  # else "Tested by Bo Li"
    return found if all(map(is_person, found)) else ()


def _subtitle(runs: list[Run], first: int, notice: Run) -> Run | None:
    """The heading right under the headline that is no section's: the byline or time comes behind it, before any of the
    article."""
    run = runs[first]
    is_under = 0 < notice.place - first <= NEAR and not any(each.kept for each in runs[first + 1 : notice.place])
    if not is_under or run.role or run.parent.tag not in HEADINGS or len(run.text) < _LEAST_SUBTITLE:
        return None
    return None if bare_names(run.line) else run


def _time_above(runs: list[Run], headline: Run, reader: Reader) -> Head:
    """The timestamp right above the headline, in the block that both stand in: the day that a paper's masthead names
    is today's."""
    head = {node for node in islice(around(headline.parent), NEAR) if node.tag not in ("h1", "h2", "body")}
    for run in reversed(runs[max(headline.place - _ABOVE, 0) : headline.place]):
        if len(run.text) > LONGEST_LINE or head.isdisjoint(around(run.parent)):
            continue
        line = read_line(run, reader)
        if (line.days or line.shown) and (stamp := timestamp(run, line)):
            return Head([stamp], line.days, line.shown)
    return Head([], [], [])


def _is_standfirst(run: Run, text: str, described: str, roles: set[str]) -> bool:
    """Whether a run above the body sums the article up: the page gives it as its description, or names it so. Names
    that openings of articles have as well tell above the byline and time alone."""
    if len(text) > _LONGEST_STANDFIRST or run.linked * 2 > len(text):
        return False
    names = names_around(run)
    if not STANDFIRST.isdisjoint(names) or (not roles & {"byline", "timestamp"} and _opens(run, names)):
        return len(text) >= _LEAST_STANDFIRST or _is_told(text)
    if len(text) < _LEAST_STANDFIRST:
        return False
    if _SUMMING_UP <= run.score < _SURE and prose(run) >= _LEAST_STANDFIRST:
        return True
    return len(described) > _LEAST_STANDFIRST and text_key(text[:200])[:60] == described[:60]


def _opens(run: Run, names: frozenset[str]) -> bool:
    """Whether a run is a part by itself that is named for an opening or summary, and no picture's caption."""
    if SUMMARY.isdisjoint(names) or run.parent.size > len(run.text):
        return False
    named = next(node for node in around(run.parent) if not SUMMARY.isdisjoint(words_of_name(node.hints)))
    return named.size <= _LONGEST_STANDFIRST and all(
        node.tag not in _NO_SUMMARY for node in islice(around(run.parent), NEAR)
    )


def _is_told(text: str) -> bool:
    """Whether a few words may sum an article up: no name, date or label."""
    wide = text[0] >= FIRST_WIDE and len(text) >= _LEAST_WIDE
    if (text.count(" ") < _LEAST_WORDS - 1 and not wide) or has_digit(text):
        return False
    return not any(map(is_person, bare_names(text))) and not byline_names(text)


def _authors(run: Run, line: Line, known: Metadata, opened: int, labelled: bool) -> tuple[str, ...]:
    """The authors that a line of the head names, perhaps under a label, before its dates or behind them; under more
    than one paragraph (`opened`) links lead to authors of other articles too."""
    if is_quoted(run):
        return ()
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
    behind = line.behind(text)
    if behind:
        part = behind if line.spans[0][0] == 0 else ""
    else:
        until = line.until or 0
        spans = [(start - until, end - until) for start, end in line.spans]
        part = text[:until].strip(BARS) if is_timestamp(text[until:], spans) else ""
    names = bare_names(part) if part else ()
    if not names or run.linked >= len(part) or not all(map(is_role, split_names(part)[len(names) :])):
        return ()
    if known.authors:
        return names if all(name in known.authors for name in names) else ()
    if any(is_plain(word) for name in names for word in name.split()):
        return ()  # Harbour Radio Updated
    if not all(is_person(name) and not is_site(name, known) and not names_host(name, known) for name in names):
        return ()
    told = [known.site, *known.titles, *(each.text for each in runs if each.kept and each is not run)]
    return () if any(name in text for name in names for text in told) else names
