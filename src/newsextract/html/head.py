"""The head of an article's page: headline, standfirst, byline and time, which often stand outside the article's
block."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from ..bylines import bare_names, byline_names
from ..dates import Reader
from ..text import Block, Wire, text_key
from ..timestamps import reads_as_update
from ..writing import FIRST_WIDE, has_digit
from .authors import is_label
from .headline import (
    LONGEST_LINE,
    NEAR,
    headline_of,
    is_site_heading,
    is_title_part,
    kicker_of,
    subtitle_of,
    title_keys,
    title_parts,
    titled_line,
)
from .metadata import Metadata
from .names import STANDFIRST, SUMMARY, words_of_name
from .nodes import HEADINGS, Node, Run, around, in_figcaption, line_of_runs
from .signed import (
    author_near,
    authors_beside,
    authors_of_line,
    credits_others,
    further_authors,
    is_beside_name,
    labels_author,
    with_label,
)
from .stated_authors import is_person
from .times import NO_DATES, LineDates, ShownTime, facts_around, is_dates, names_around, read_line, timestamp
from .wholes import SURE
from .wording import CERTAIN, prose

__all__ = ["Head", "read_head"]

#: How many runs behind the headline may belong to the head.
_HEAD_RUNS = 40
#: Behind the article's last run its menus begin: so many of theirs are looked at, since authors sign under an article.
_BEHIND = 8
#: And how many above it may be its timestamp.
_ABOVE = 3
#: In so many blocks around the headline: a blog has one for each of a day, its posts, a post, and the post's parts.
_NEAR_HEADLINE = 5
_LONGEST_STANDFIRST = 600
_LONG_PARAGRAPH = 200
#: Characters of a standfirst that is not named one; words of one that is, or characters where no spaces part them.
_LEAST_STANDFIRST = 40
_LEAST_WORDS, _LEAST_WIDE = 4, 8
_NO_SUMMARY = ("figure", "figcaption", "li", "table", "blockquote", "dl")
#: Under the headline a shorter heading is a kicker.
_LEAST_SUBTITLE = 15
#: A run of prose between the headline and the body that may be the article's, for all that its features say, is its
#: standfirst: those stand in blocks of their own.
_SUMMING_UP = 0.15
#: In so many blocks around a run one may be for captions.
_CAPTIONED = 2
#: So many runs behind the headline the byline or time stands that has a subtitle above it.
_FAR = 4
#: Pages cut their descriptions short: so many letters and digits are compared, among so many characters of a text.
_DESCRIBED, _LOOKED_AT = 60, 200


class Head(NamedTuple):
    """The head of an article."""

    blocks: list[Block]
    times: list[Wire]
    """The dates in it, as its text has them."""
    changes: list[Wire]
    """Those that are said to be of a change."""
    shown: list[ShownTime]
    """The moments of its `<time>` elements."""


def read_head(nodes: list[Node], runs: list[Run], known: Metadata, reader: Reader) -> Head:
    """The blocks of the head in their order; their runs are given their roles and so stand nowhere else."""
    blocks: list[Block] = []
    headline = headline_of(nodes, runs, known)
    first = 0
    if headline:
        text = line_of_runs(headline)
        _drop_masthead(runs[: headline[0].place], known)
        for run in headline:
            run.role = "headline"
        if kicker := kicker_of(headline, known):
            blocks.append(Block("furniture", kicker, 0, 0, 0, {"kind": "other"}))
            text = text[len(kicker) :].lstrip()
        subtitle = subtitle_of(headline, known)
        if subtitle and _is_told(subtitle):
            blocks.append(Block("headline", text.removesuffix(subtitle).rstrip(), 0, 0))
            blocks.append(Block("standfirst", subtitle, 0, 0))
        else:
            blocks.append(Block("headline", text, 0, 0))
        first = headline[-1].place + 1
    else:
        first = next((run.place for run in runs if run.kept), 0)
        title, titled = _line_of_title(runs, first, known)
        if titled:
            blocks.append(Block("headline", title, 0, 0))
            _drop_masthead(runs[: titled.place], known)
            titled.text, titled.bold = titled.text[len(title) + 1 :], max(0, titled.bold - len(title))
            first = titled.place
    head = _Notices(runs, first, known, reader, {block.kind for block in blocks}).read()
    if headline and not head.times and not head.shown:
        above = _time_above(runs, headline[0], reader)
        head = Head(above.blocks + head.blocks, above.times, head.changes, above.shown)
    return head._replace(blocks=blocks + head.blocks)


def _line_of_title(runs: list[Run], first: int, known: Metadata) -> tuple[str, Run | None]:
    """The line that is the page's title or the longest that is a part of it, and the run that goes on behind it, up to
    the first prose of an article that begins with a run."""
    titles = title_keys(known) | title_parts(known)
    opening = next((run.place for run in runs[first:] if run.kept and prose(run) > 0), first)
    lines = ((titled_line(run, titles), run) for run in runs[: opening + 1] if "\n" in run.text)
    title, titled = max(lines, key=lambda line: len(line[0]), default=("", None))
    return title, titled if title else None


def _drop_masthead(above: list[Run], known: Metadata) -> None:
    """The site's name above the headline is no part of the article."""
    for run in above:
        if run.kept and (
            is_title_part(run.text, known) or (run.parent.tag in HEADINGS and is_site_heading(run.line, known))
        ):
            run.kept = False


class _Notices:
    """The standfirst, byline and timestamps behind the headline, read line by line."""

    def __init__(self, runs: list[Run], first: int, known: Metadata, reader: Reader, roles: set[str]) -> None:
        self.runs = runs
        self.first = first
        self.known = known
        self.reader = reader
        self.described = text_key(known.description)
        self.blocks: list[Block] = []
        self.times: list[Wire] = []
        self.changes: list[Wire] = []
        self.shown: list[ShownTime] = []
        self.roles = roles
        self.opened = 0
        """How many paragraphs of the article were read."""
        self.above: Run | None = None
        """The line above, where it is nothing yet."""
        self.label: Run | None = None
        """The line above, where it is the word for "by" alone."""
        self.byline: Block | None = None
        self.signed: Run | None = None
        """The last line of the byline."""
        self.stamped: Run | None = None
        """The first timestamp."""

    def read(self) -> Head:
        last = max((run.place for run in self.runs[self.first :] if run.kept), default=len(self.runs))
        for run in self.runs[self.first : min(self.first + _HEAD_RUNS, last + _BEHIND)]:
            facts = facts_around(run)
            if facts is not None and facts.tag == "table":
                self.above = self.label = None
                continue
            text = run.line
            is_line = len(text) <= LONGEST_LINE
            line = read_line(run, self.reader, self.opened > 0) if is_line and facts is None else NO_DATES
            if self._sums_up(run, line):
                run.role = "standfirst"
                self.blocks.append(Block("standfirst", text, 0, 0))
            elif not is_line:
                if run.kept and self.opened and len(text) > _LONG_PARAGRAPH:
                    break  # the first may sum the article up, with the byline under it
            elif self._lengthen_byline(run, line):
                self.above = self.label = None
                continue
            else:
                self._read_line(run, line)
            self.above = None if run.role else run
            is_label_line = not run.role and (labels_author(run) if facts is None else is_label(text))
            self.label = run if is_label_line else None
            self.roles.add(run.role)
            self.opened += run.kept and not run.role and prose(run) > 0
        if self.stamped and self.byline is None:
            self._sign_beside(self.stamped)
        return Head(self.blocks, self.times, self.changes, self.shown)

    def _sums_up(self, run: Run, line: LineDates) -> bool:
        """Whether a run is the standfirst."""
        return (
            not self.opened
            and "standfirst" not in self.roles
            and run.notice not in CERTAIN
            and (
                _is_standfirst(run, line, self.roles)
                or (self._is_described(run, line) and not (run.kept and self._is_one_of_several(run)))
            )
        )

    def _is_described(self, run: Run, line: LineDates) -> bool:
        """Whether the page's description is what a run says, or how it begins."""
        described = self.described
        return (
            len(described) > _LEAST_STANDFIRST
            and _may_sum_up(run, line)
            and text_key(run.text[:_LOOKED_AT])[:_DESCRIBED] == described[:_DESCRIBED]
        )

    def _is_one_of_several(self, run: Run) -> bool:
        """Whether a run looks as the paragraph behind it does, with no byline or time between them: many pages give the
        beginning of their article as their description. Where it is all of an article it sums up nothing either."""
        between: list[Run] = []
        for each in self.runs[run.place + 1 : run.place + 1 + _FAR]:
            if each.kept and prose(each):
                return _looks_of(run) == _looks_of(each) and not any(map(self._is_notice, between))
            between.append(each)
        return not any(each.kept and prose(each) for each in self.runs[run.place + 1 :])

    def _is_notice(self, run: Run) -> bool:
        """Whether a run is a byline or time by its words."""
        text = run.line
        return len(text) <= LONGEST_LINE and bool(byline_names(text) or is_dates(text, read_line(run, self.reader)))

    def _lengthen_byline(self, run: Run, line: LineDates) -> bool:
        """Whether a line names further authors; the byline has them too then."""
        if self.signed is None or self.byline is None:
            return False
        others = further_authors(run, line, self.signed, self.label is not None)
        if not others:
            return False
        run.role = "byline"
        self.byline.text = f"{self.byline.text}, {with_label(self.label, run.line)}"
        self.byline.data["authors"] = tuple(dict.fromkeys((*self.byline.data["authors"], *others)))
        self.times += line.days
        self.shown += line.shown
        self.signed = run
        return True

    def _read_line(self, run: Run, line: LineDates) -> None:
        """A byline, a timestamp, or neither."""
        term = f"{self.above.line} " if self.above is not None and self.above.parent.tag == "dt" else ""
        authors = self._authors(run, line)
        is_dated = bool(line.days or line.shown)
        if (authors or is_dated) and self.roles.isdisjoint(("byline", "timestamp")):
            subtitle = _subtitle(self.runs, self.first, run)
            if subtitle is not None and "standfirst" not in self.roles:
                subtitle.role = "standfirst"
                self.roles.add("standfirst")
                self.blocks.insert(0, Block("standfirst", subtitle.line, 0, 0))
        if authors:
            run.role = "byline"
            text = with_label(self.label, run.line)
            self.byline = Block("byline", text, 0, 0, 0, {"authors": authors, "dates": []})
            self.blocks.append(self.byline)
            self.shown += line.shown
            self.signed = run
        elif (is_dated and not self.opened) and (
            stamp := timestamp(run, line, self.above, beside_name=is_beside_name(run, line))
        ):
            self.blocks.append(stamp)
            self.shown += line.shown
            self.stamped = self.stamped or run
        elif not self.opened and credits_others(run):
            run.role = "credit"
            self.blocks.append(Block("furniture", run.line, 0, 0, 0, {"kind": "credit"}))
        if run.role or not (self.opened or run.kept):  # the article's own text tells of other days
            is_change = line.until is not None and reads_as_update(f"{term}{run.line[: line.until]}")
            (self.changes if is_change else self.times).extend(line.days)

    def _authors(self, run: Run, line: LineDates) -> tuple[str, ...]:
        if "byline" in self.roles:
            return ()
        authors = authors_of_line(run, line, self.known, self.opened, self.label is not None)
        if authors or self.opened or not line.days:
            return authors
        return authors_beside(run, line, self.known, self.runs)

    def _sign_beside(self, stamp: Run) -> None:
        """The byline that stands with the timestamp and has no word for "by"."""
        named = author_near(stamp, self.runs, self.first, self.known)
        if named is not None:
            named.role = "byline"
            data = {"authors": bare_names(named.line), "dates": []}
            self.blocks.append(Block("byline", named.line, 0, 0, 0, data))


def _subtitle(runs: list[Run], first: int, notice: Run) -> Run | None:
    """The heading right under the headline that is no section's: the byline or time comes behind it, before any of the
    article."""
    run = runs[first]
    is_under = 0 < notice.place - first <= _FAR and not any(each.kept for each in runs[first + 1 : notice.place])
    if not is_under or run.role or run.parent.tag not in HEADINGS or len(run.text) < _LEAST_SUBTITLE:
        return None
    return None if bare_names(run.line) else run


def _time_above(runs: list[Run], headline: Run, reader: Reader) -> Head:
    """The timestamp right above the headline, in the block that both stand in: the day that a paper's masthead names
    is today's."""
    whole = set(around(headline.parent))
    near = islice(around(headline.parent), _NEAR_HEADLINE)
    head = {node for node in near if node.tag not in ("h1", "h2", "body") and node.parent is not None}
    for run in reversed(runs[max(headline.place - _ABOVE, 0) : headline.place]):
        blocks = set(around(run.parent))
        if len(run.text) > LONGEST_LINE or head.isdisjoint(blocks):
            continue
        if any(node.tag == "header" or node.kind == "navigation" for node in blocks - whole):
            continue  # the masthead
        line = read_line(run, reader)
        if (line.days or line.shown) and (stamp := timestamp(run, line)):
            return Head([stamp], line.days, [], line.shown)
    return Head([], [], [], [])


def _may_sum_up(run: Run, line: LineDates) -> bool:
    """Whether a run is neither too long for a standfirst nor links or dates."""
    text = run.line
    return len(text) <= _LONGEST_STANDFIRST and run.linked * 2 <= len(text) and not is_dates(text, line)


def _is_standfirst(run: Run, line: LineDates, roles: set[str]) -> bool:
    """Whether a run above the body sums the article up: the page names it so, or it stands apart from the body. Names
    that openings of articles have as well tell above the byline and time alone."""
    if not _may_sum_up(run, line):
        return False
    text = run.line
    names = names_around(run)
    if not STANDFIRST.isdisjoint(names) or (not roles & {"byline", "timestamp"} and _opens(run, names)):
        return len(text) >= _LEAST_STANDFIRST or _is_told(text)
    stands_apart = len(text) >= _LEAST_STANDFIRST and _SUMMING_UP <= run.score < SURE
    return stands_apart and prose(run) >= _LEAST_STANDFIRST and not _is_caption(run)


def _is_caption(run: Run) -> bool:
    """Whether a run says what a picture shows, by the block that it stands in or the one around that."""
    return in_figcaption(run) or any(node.kind == "caption" for node in islice(around(run.parent), _CAPTIONED))


def _looks_of(run: Run) -> list[tuple[str, ...]]:
    """What a page's style sheet goes by: whether a run is bold, and the tags and classes of the blocks around it."""
    bold = "bold" if run.bold * 2 > len(run.text) else ""
    hints = ((node.tag, *(word for word in node.hints.split() if word[0] != "#")) for node in around(run.parent))
    return [(bold,), *hints]


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
