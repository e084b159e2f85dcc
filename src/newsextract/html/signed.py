"""The lines of an article's head that name its authors: behind a word for "by", beside a date, on a line alone."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from ..bylines import bare_names, behind_by, byline_names, is_by, is_role, names_beside, split_names
from ..phrases import RELEASE_LABELS
from ..text import text_key
from ..timestamps import SEPARATOR, is_plain, is_timestamp
from ..writing import fold
from .authors import before_links, elements_apart, is_label, linked_apart, marked_authors, names_topic
from .headline import LONGEST_LINE, NEAR, is_site, names_host
from .metadata import Metadata
from .names import BYLINE, PARTICLES, SECTIONS, WORKS
from .nodes import Node, Run, around
from .quotes import is_quoted
from .stated_authors import is_person, is_somebody
from .times import BARS, LineDates, names_around
from .tree import text_of
from .wording import prose

__all__ = [
    "author_near",
    "authors_beside",
    "authors_of_line",
    "credits_others",
    "further_authors",
    "is_beside_name",
    "labels_author",
    "with_label",
]

#: How far below one of several authors the next may be, and how far from the date one who stands alone, in runs.
_BETWEEN = 2
_COMMA = re.compile("[,;，、；]")
#: Words before the word for "by".
_MOST_ABOVE_BY = 4
#: The kind of parts that name sections.
_MENU = "navigation"
_MOST_MENUS = 8


def labels_author(run: Run) -> bool:
    """Whether a line is the word for "by" alone, or a term that stands for it."""
    return is_label(run.line) or (run.parent.tag == "dt" and fold(run.line).rstrip(" :：") in BYLINE)


def with_label(label: Run | None, text: str) -> str:
    """A byline with the label over it, and the colon that lists of terms do without."""
    if label is None:
        return text
    label.role = "byline"
    colon = ":" if label.parent.tag == "dt" and label.text[-1] not in ":：" else ""
    return f"{label.line}{colon} {text}"


def authors_of_line(run: Run, line: LineDates, known: Metadata, opened: int, labelled: bool) -> tuple[str, ...]:
    """The authors that a line of the head names, perhaps under a label, before its dates or behind them; under more
    than one paragraph (`opened`) links lead to authors of other articles too."""
    if is_quoted(run):
        return ()
    text = run.text.partition("\n")[0]
    if is_label(text):
        return ()
    is_signed = labelled or bool(names_around(run) & BYLINE)
    begun = behind_by(text)
    named = text[begun or 0 : line.until].strip(BARS) if begun is not None or is_signed else ""
    if named and (apart := elements_apart(run, named)):
        return apart
    if begun is None and (found := _behind_others(text[: line.until], is_signed)):
        return found
    return _before_others(_names(run, line, text, known, opened, is_signed))


def _names(run: Run, line: LineDates, text: str, known: Metadata, opened: int, is_signed: bool) -> tuple[str, ...]:
    """The names of a line by its words; whether the page says otherwise that they are its authors'."""
    until = line.until
    behind = line.behind(text)
    until_link = before_links(run, text) if run.linked and is_by(text) else text
    spans = [span for span in line.spans if span[1] <= len(until_link)]
    if found := byline_names(until_link, spans) or byline_names(before_links(run, behind) if behind else ""):
        return linked_apart(run, found, known.authors)
    if opened <= 1 and not prose(run) and (marked := marked_authors(run)):
        return marked
    if is_signed:
        if found := bare_names(text[:until].strip(BARS) if until else text):
            return found
        return names_beside(text, line.spans) if until and text == run.line else ()
    if text in known.authors:
        return (text,)
    listed = tuple(split_names(text)) if known.authors else ()
    return listed if all(name in known.authors for name in listed) else ()


def credits_others(run: Run) -> bool:
    """Whether a line that stands for a byline names who did something else: "Checked by Bo Li"."""
    return bool(names_around(run) & BYLINE) and _by_within(run.line) > 0


def _before_others(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names before the first that says who did something else, without what content systems fill in.

    >>> _before_others(("Ada Moss", "Photos by Bo Li")), _before_others(("Checked by Bo Li",))
    (('Ada Moss',), ())
    """
    return tuple(filter(is_somebody, takewhile(lambda name: not _by_within(name), names)))


def _behind_others(text: str, is_signed: bool = False) -> tuple[str, ...]:
    """The persons behind a word for "by" that does not begin a line: behind words that go with a time of publication,
    behind what they wrote on a line that stands for a byline, or behind who did something else, which a bar or dash
    parts from it.

    >>> _behind_others("Article written by Ada Moss"), _behind_others("Checked by Bo Li, MD — By Ada Moss on")
    (('Ada Moss',), ('Ada Moss',))
    >>> _behind_others("Reporting by Ada Moss; Editing by Bo Li", True), _behind_others("Reporting by Ada Moss")
    (('Ada Moss',), ())
    >>> _behind_others("Edited by Bo Li"), _behind_others("The road was shut by Pell Council")
    ((), ())
    """
    words = text.split()
    while words and is_plain(words[-1]):
        words.pop()  # Ada Moss on 3 May
    text = " ".join(words)
    at = _by_within(text)
    behind = " ".join(words[at:])
    found: tuple[str, ...] = ()
    if at and is_signed and all(fold(word) in WORKS for word in words[:at]):
        found = _before_others(byline_names(behind))
    elif at and all(map(is_plain, words[:at])) and " " in behind[: behind_by(behind)].strip():
        found = byline_names(behind)  # "by" alone may follow any verb: Edited by
    else:
        found = next((names for part in SEPARATOR.split(text)[1:] if (names := byline_names(part))), ())
    return found if all(map(is_person, found)) else ()


def _by_within(text: str) -> int:
    """Which word of a text begins a word for "by", of the first few; 0 for none. Names have particles that mean "by" as
    well, and words in capitals that do in some language.

    >>> _by_within("Checked by Bo Li"), _by_within("Ada da Moss"), _by_within("Ada Haber Moss")
    (1, 0, 0)
    """
    words = text.split(maxsplit=_MOST_ABOVE_BY + 1)
    for at, word in enumerate(words[1 : _MOST_ABOVE_BY + 1], 1):
        if word[0].islower() and word not in PARTICLES and behind_by(" ".join(words[at:])) is not None:
            return at
    return 0


def authors_beside(run: Run, line: LineDates, known: Metadata, runs: list[Run]) -> tuple[str, ...]:
    """The names that stand beside the date of a line, with no word for "by", and are plainly persons': the article
    speaks of places and bodies, the site is named for itself, and sections are links."""
    part = _part_beside(run, line)
    names = _names_beside(part)
    return names if names and run.linked < len(part) and _are_persons(names, run, runs, known) else ()


def is_beside_name(run: Run, line: LineDates) -> bool:
    """Whether a line is a date beside what looks like a name, whosever it is: a section's dates an article as well."""
    return bool(_names_beside(_part_beside(run, line)))


def _part_beside(run: Run, line: LineDates) -> str:
    """What stands before or behind the dates of a line that holds nothing else; "" for another."""
    text = run.line
    behind = line.behind(text)
    if behind:
        return behind if line.spans[0][0] == 0 else ""
    until = line.until or 0
    spans = [(start - until, end - until) for start, end in line.spans]
    return text[:until].strip(BARS) if is_timestamp(text[until:], spans) else ""


def _names_beside(part: str) -> tuple[str, ...]:
    names = bare_names(part) if part else ()
    return names if names and all(map(is_role, split_names(part)[len(names) :])) else ()


def further_authors(run: Run, line: LineDates, last: Run, is_labelled: bool) -> tuple[str, ...]:
    """The authors whom a line behind a byline's `last` names as well: of a small part of the page that both stand in,
    with a line between them at most, which says what the one above does. The line begins as the last one does, or is
    marked or labelled as an author's."""
    apart = run.place - last.place
    whole = _block_of(run, last)
    if whole is None or run.role or is_quoted(run):
        return ()
    found: tuple[str, ...] = ()
    if apart == 1 and run.text.partition(" ")[0] == last.text.partition(" ")[0]:
        found = byline_names(run.line, line.spans)
    if not found and apart <= _BETWEEN and whole.size <= LONGEST_LINE:
        marked = (bare_names(run.line) if is_labelled else ()) or marked_authors(run)
        found = marked if marked and run.text.startswith(marked[0]) else ()  # else "Tested by Bo Li"
    return found if all(map(is_person, found)) else ()


def author_near(stamp: Run, runs: list[Run], first: int, known: Metadata) -> Run | None:
    """The line of names by itself that stands with the article's timestamp, under the headline: in a small part of the
    page that is theirs, or over what the author does. It is plainly a person's, as in `authors_beside`."""
    for run in runs[max(first, stamp.place - _BETWEEN) : stamp.place + _BETWEEN + 1]:
        names = bare_names(run.line) if run is not stamp and not run.role and len(run.text) <= LONGEST_LINE else ()
        if not names or ", ".join(names) != run.line or is_label(run.line) or is_quoted(run):
            continue
        behind = runs[run.place + 1] if run.place + 1 < len(runs) else run
        if not (_is_beside(run, stamp) or is_role(behind.line)):
            continue
        if _are_persons(names, run, runs, known):
            return run
    return None


def _is_beside(run: Run, stamp: Run) -> bool:
    """Whether a small part of the page has both lines in it, and no more than them."""
    whole = _block_of(run, stamp)
    return whole is not None and whole.size <= LONGEST_LINE


def _block_of(run: Run, other: Run) -> Node | None:
    """The smallest block that two lines stand in, of those right around them; None where they have none in common."""
    above = set(islice(around(other.parent), NEAR))
    return next((node for node in islice(around(run.parent), NEAR) if node in above), None)


def _are_persons(names: tuple[str, ...], run: Run, runs: list[Run], known: Metadata) -> bool:
    """Whether names beside a date are those of persons, where nothing else says so."""
    if known.authors:
        return all(name in known.authors for name in names)
    if any(_is_no_name(name, run, known) for name in names):
        return False
    told = [known.site, *known.titles, *(each.text for each in runs if _tells(each) and each is not run)]
    told += map(text_of, islice(run.parent.element.getroottree().iter("nav"), _MOST_MENUS))  # which are no runs
    return not any(name in text for name in names for text in told)


def _is_no_name(name: str, run: Run, known: Metadata) -> bool:
    """Whether words are those of a section, a label or the site rather than a person's name."""
    words = fold(name).split()
    return (
        fold(name) in RELEASE_LABELS
        or any(map(is_plain, words))  # Harbour Radio Updated
        or 2 * sum(word in SECTIONS for word in words) > len(words)  # Health Care, but not Maria Home
        or not is_person(name)
        or is_site(name, known)
        or names_host(name, known)
        or any(text_key(name) == text_key(topic) for each in known.sections for topic in _COMMA.split(each))
        or names_topic(run, name)
    )


def _tells(run: Run) -> bool:
    """Whether a run is the article's, or one of a menu: neither names who wrote it."""
    return run.kept or any(node.kind == _MENU for node in around(run.parent))
