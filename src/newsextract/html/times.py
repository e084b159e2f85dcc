"""The dates of a line in an article's head: in its words, and on its `<time>` elements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ..dates import Reader, resolve
from ..notices import furniture_kind
from ..phrases import RELEASE_LABELS
from ..text import Block, Wire
from ..timestamps import DAY_OR_FINER, is_mostly_moment, is_plain, is_timestamp, reads_as_update
from ..writing import SENTENCE_END, fold, has_digit
from .authors import names_topic
from .lists import LISTS
from .names import BYLINE, DATED, OTHERS, UPDATED, words_of_name
from .nodes import LARGEST_BLOCK, LONGEST_NOTICE, Node, Run, around
from .quotes import is_quoted
from .stated_dates import stated_date
from .tables import is_data
from .tree import Element, text_of

__all__ = [
    "BARS",
    "NO_DATES",
    "LineDates",
    "ShownTime",
    "facts_around",
    "is_dates",
    "names_around",
    "read_line",
    "timestamp",
]

BARS = " |·•,-–—"
"""What parts the date of a line from what stands beside it."""
#: How many blocks around a run may be named for what it is.
_NAMED = 3
#: Of a term that a date belongs to, in characters.
_LONGEST_TERM = 30
#: Elements of a line that are looked at.
_MOST_TIMES = 4


class ShownTime(NamedTuple):
    """A `<time>` in a line: where its text stands, and the moment that it states."""

    start: int
    end: int
    date: Wire
    is_update: bool


class LineDates(NamedTuple):
    """The dates of a line."""

    days: list[Wire]
    """Those in its words that a day of publication may be."""
    shown: list[ShownTime]
    spans: list[tuple[int, int]]
    """Where both stand."""

    @property
    def until(self) -> int | None:
        """Where the first begins."""
        return self.spans[0][0] if self.spans else None

    def behind(self, text: str) -> str:
        """What stands behind the last, where all before is a timestamp; "" where they are none."""
        if not self.spans:
            return ""
        end = self.spans[-1][1]
        rest = text[end:].strip(BARS)
        return rest if rest and is_timestamp(text[:end], self.spans) else ""


NO_DATES = LineDates([], [], [])


def read_line(run: Run, reader: Reader, in_words: bool = False) -> LineDates:
    """The dates of a run; in its words alone where the head is behind it."""
    text = run.line
    found = reader.find(text) if has_digit(text) else []
    days = [date for date in resolve(found) if date["precision"] in DAY_OR_FINER] if found else []
    shown = [] if in_words else list(_shown(run, text))
    spans = [(date.start, date.end) for date in found]
    spans = [span for span in spans if all(span[1] <= time.start or time.end <= span[0] for time in shown)]
    return LineDates(days, shown, sorted([*spans, *((time.start, time.end) for time in shown)]))


def is_dates(text: str, line: LineDates) -> bool:
    """Whether a line holds its dates and little else."""
    return bool(line.spans) and (is_timestamp(text, line.spans) or is_mostly_moment(text, line.spans))


def timestamp(run: Run, line: LineDates, above: Run | None = None, *, beside_name: bool = False) -> Block | None:
    """The block of a run that is a timestamp, by the dates in it, perhaps beside what looks like a name, with its term
    where the line above is that; None for another."""
    if not (is_dates(run.line, line) or beside_name or _is_filed(run, line) or _is_named(run, line)):
        return None
    text = run.line
    if above is not None and _is_term(above):
        above.role = "timestamp"
        text = f"{above.line.rstrip(' :：')}: {text}"
    run.role = "timestamp"
    data = {"kind": "timestamp"}
    if line.shown and all(time.is_update for time in line.shown):
        data["time"] = "modified"  # its words may be a date alone
    return Block("furniture", text, 0, 0, 0, data)


def _is_filed(run: Run, line: LineDates) -> bool:
    """Whether a line holds its dates beside the section that an article stands in, by the markup, or beside what sort
    of text it is: "For immediate release"."""
    rest = run.line
    for start, end in reversed(line.spans):
        rest = f"{rest[:start]} {rest[end:]}"
    rest = rest.strip(BARS)
    return bool(line.spans and rest) and (
        fold(rest) in RELEASE_LABELS or furniture_kind(rest) == "other" or names_topic(run, rest)
    )


def _is_named(run: Run, line: LineDates) -> bool:
    """Whether a line holds one full day and stands in a block that is named for one: whoever sent it in, it is a
    timestamp. "Enviado por prensa el vie, 14/03/2025 - 10:20"."""
    return (
        len(line.days) == 1
        and len(run.text) <= LONGEST_NOTICE
        and run.text[-1] not in SENTENCE_END
        and line.days[0]["basis"] == "explicit"
        and not DATED.isdisjoint(names_around(run))
    )


def _is_term(run: Run) -> bool:
    """Whether a line is the term in a list of those that says what a date is that of: "Last updated"."""
    text = run.line
    return run.parent.tag == "dt" and len(text) <= _LONGEST_TERM and all(map(is_plain, text.split()))


def _shown(run: Run, text: str) -> Iterator[ShownTime]:
    """The moments that a line shows in words of any kind: "3 hours ago", "Friday"."""
    if run.parent.size > LARGEST_BLOCK:
        return
    end = 0
    for element in islice(run.parent.element.iter("time"), _MOST_TIMES):
        words = text_of(element)
        date = stated_date(element.get("datetime") or "")
        at = text.find(words, end) if words and date is not None else -1
        if date is None or at < 0 or any(node.kind in OTHERS for node in around(run.parent)):
            continue
        yield ShownTime(at, at + len(words), date, _is_update(element, text[end : at + len(words)]))
        end = at + len(words)


def _is_update(element: Element, words: str) -> bool:
    """Whether a moment is that of a change, by the names of its element, or of one that has nothing else in it, or by
    the words before it."""
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    above = element.getparent()
    if above is not None and len(above) == 1 and not (above.text or "").strip() and not (element.tail or "").strip():
        names = f"{names} {above.get('class') or ''}"
    found = words_of_name(names)
    return ("published" not in found and not UPDATED.isdisjoint(found)) or reads_as_update(words)


def facts_around(run: Run) -> Node | None:
    """The table of data, the article's list, or the list of terms that a run of the head lies in: a date in one is no
    time of publication ("Opened | 4 May 1904"), but where the block is named for a byline or has one in it."""
    for node in around(run.parent):
        is_list = node.tag == "dl" or (node.tag in LISTS and run.kept)
        if is_list or (node.tag == "table" and is_data(node)):
            is_named = _is_meta(node) or names_around(run) & BYLINE
            is_head = is_named or any(each.role == "byline" for each in node.runs())
            return None if is_head else node
    return None


def _is_meta(node: Node) -> bool:
    """Whether a block is named for what is said of an article, or the one that it fills is."""
    above = node.parent
    return node.kind == "meta" or (above is not None and above.size == node.size and above.kind == "meta")


def names_around(run: Run) -> frozenset[str]:
    """The words of the names of the blocks around a run; none in a quote, the author of which is not the article's."""
    if is_quoted(run):
        return frozenset()
    near = islice(around(run.parent), _NAMED)
    return frozenset(word for node in near if node.hints for word in words_of_name(node.hints))
