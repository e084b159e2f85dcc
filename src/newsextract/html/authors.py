"""The authors whom a page names by its markup: by links to pages about them, by names of elements."""

from __future__ import annotations

import re
from itertools import islice

from ..bylines import bare_names, behind_by, byline_names, is_role
from ..phrases import JOINTS
from ..text import text_key
from ..writing import SENTENCE_END
from .names import AUTHOR_PAGES, BYLINE, LABELS, NOBODY, words_of_name
from .nodes import LARGEST_BLOCK, Run, around
from .stated_authors import is_person
from .tree import Element, text_of

__all__ = ["before_links", "elements_apart", "is_label", "linked_apart", "marked_authors", "names_topic", "sole_author"]

_MARKED = ("a", "span", "address", "b", "strong", "em")
#: How many elements of a line are looked at, and how many around it: a link may hold the whole block.
_MOST_MARKED, _AROUND = 12, 3
_LONGEST_NAME = 60
_LONGEST_LABEL = 20
_AUTHOR_PAGE = re.compile("|".join(sorted(AUTHOR_PAGES)))
#: What stands behind the path of an address.
_BEHIND_PATH = re.compile("[?#]")
#: A name of one word stands in the address with so many characters at least.
_LEAST_WORD = 3
_LEAST_NAME_WORDS = 2


def marked_authors(run: Run) -> tuple[str, ...]:
    """The names in a run that its markup says are those of authors; a sentence about them is no byline."""
    if run.parent.size > LARGEST_BLOCK or run.text[-1] in SENTENCE_END:
        return ()
    block = run.parent.element
    above = [each for each in islice(block.iterancestors(), _AROUND) if each.tag in _MARKED]
    names: list[str] = []
    for element in (*above, *islice(block.iter(*_MARKED), _MOST_MARKED)):
        if _names_author(element):
            text = _text(element)
            if text and text in run.line:
                names += byline_names(text) or bare_names(text) or _known_by_address(text, element)
    return tuple(dict.fromkeys(names))


def before_links(run: Run, text: str) -> str:
    """What a line says up to the first link that leads to no author, where a name is right before it: "By Ada Moss
    Leave a comment"."""
    for link in islice(run.parent.element.iter("a"), _MOST_MARKED) if run.linked else ():
        words = _text(link)
        before, found, _ = text.partition(words) if words else ("", "", "")
        if not found or _names_author(link) or bare_names(words):
            continue
        said = before[behind_by(before) or 0 :].split()
        if len(said) >= _LEAST_NAME_WORDS and said[-1][0].isupper() and said[-1][-1].isalpha():
            return before
    return text


def linked_apart(run: Run, names: tuple[str, ...], stated: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a line; those that links part, and no comma, are several. Where the markup says whose a name is,
    what stands behind it is none; of two, the second is a place where it is neither marked, linked nor stated, as the
    first is."""
    links = [text for link in islice(run.parent.element.iter("a"), _MOST_MARKED) if (text := _text(link))]
    marked = marked_authors(run)
    if any(name.startswith(f"{author} ") for name in names for author in marked):
        return marked
    if len(names) == 2 and names[0] in marked and f"{names[0]}, {names[1]}" in run.line:
        names = tuple(name for name in names if name in (*marked, *links, *stated))  # By Ada Moss, Des Pell
    apart: list[str] = []
    for name in names:
        parts = [text for text in links if text in name and bare_names(text) == (text,)]
        apart += parts if " ".join(parts) == name else [name]
    return tuple(apart)


def elements_apart(run: Run, named: str) -> tuple[str, ...]:
    """The persons whom a text names where each is all of an element, and between and behind them stand words for "and"
    and what they do alone: pages leave out the spaces that their style sheets show, and name one for each width."""
    names: list[str] = []
    rest = named
    for element in islice(run.parent.element.iter(*_MARKED), _MOST_MARKED):
        text = _text(element)
        if not is_person(text) or bare_names(text) != (text,):
            continue
        bare = rest.removeprefix(next((each for each in JOINTS if rest.startswith(each)), "")).lstrip()
        if rest.startswith(text) and (not names or text == names[-1]):
            rest = rest[len(text) :].lstrip()
        elif names and rest != bare and bare.startswith(text):
            rest = bare[len(text) :].lstrip()
        else:
            continue
        names.append(text)
    return tuple(dict.fromkeys(names)) if names and (not rest or is_role(rest)) else ()


def names_topic(run: Run, name: str) -> bool:
    """Whether the markup around a name in a run says that it is a section or topic: the names of an element that holds
    it alone, or the address that it leads to."""
    if any(_is_for_topics(node.hints) for node in around(run.parent) if node.size == len(run.text)):
        return True
    for element in islice(run.parent.element.iter(*_MARKED), _MOST_MARKED):
        steps = (element.get("href") or "").split("/")[:-1] if element.tag == "a" else ()
        names = (element.get("class") or "", element.get("rel") or "", *steps)
        if any(map(_is_for_topics, names)) and name in text_of(element):
            return True
    return False


def _is_for_topics(names: str) -> bool:
    return names != "" and not LABELS.isdisjoint(words_of_name(names))


def sole_author(root: Element) -> tuple[str, ...]:
    """The names by which a page links to the only page about an author that it links to: many have that under the
    article alone. Where there are several, they are those of other articles too."""
    found: tuple[str, ...] = ()
    first: tuple[str, ...] | None = None
    for link in root.iter("a"):
        steps = _steps(link)
        if not steps and _is_related(link):
            steps = ((link.get("href") or "").strip("/"),)
        if not steps or any(above.tag == "blockquote" for above in islice(link.iterancestors(), _AROUND)):
            continue
        if first not in (None, steps):
            return ()
        first = steps
        if not found and (text := _text(link)):
            found = byline_names(text) or bare_names(text)
    return found


def is_label(text: str) -> bool:
    """Whether a line is the word for "by" alone: the name is the next one.

    >>> is_label("Written by:"), is_label("By"), is_label("By Ana Ruiz")
    (True, True, False)
    """
    return len(text) <= _LONGEST_LABEL and behind_by(f"{text} x") == len(text) + 1


def _text(element: Element) -> str:
    """What an element says, where it may be a name."""
    text = text_of(element)
    return text if len(text) <= _LONGEST_NAME else ""


def _is_related(link: Element) -> bool:
    related = link.get("rel")
    return related is not None and "author" in related.split()


def _names_author(element: Element) -> bool:
    """Whether an element is there for an author's name."""
    if element.tag == "a" and (_is_related(element) or _steps(element)):
        return True
    if element.get("itemprop") == "author":
        return True
    names = element.get("class")
    return bool(names) and not BYLINE.isdisjoint(words_of_name(names))


def _steps(link: Element) -> tuple[str, ...]:
    """The step of a link's address that says that what follows is about an author, and the one that follows.

    >>> from lxml import html
    >>> _steps(html.fromstring('<a href="https://a.example/authors/ada-lomax?page=1#top">'))
    ('authors', 'ada-lomax')
    """
    address = (link.get("href") or "").lower()
    if _AUTHOR_PAGE.search(address) is None:  # of most links, and pages have hundreds
        return ()
    steps = _BEHIND_PATH.split(address, maxsplit=1)[0].strip("/").split("/")[-2:]
    return tuple(steps) if len(steps) == 2 and steps[0] in AUTHOR_PAGES else ()


def _known_by_address(text: str, element: Element) -> tuple[str, ...]:
    """A name of one word, which a label may be as well, where the address of the author's page has it too."""
    links = (*element.iter("a"), *islice(element.iterancestors(), _AROUND))
    key = text_key(text)
    alike = any((steps := _steps(link)) and key == text_key(steps[1]) for link in links if link.tag == "a")
    return (text,) if len(key) >= _LEAST_WORD and key not in NOBODY and alike else ()
