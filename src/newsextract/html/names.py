"""The names that pages give their parts, metadata and elements, and what each so named is. They are in names.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

__all__ = [
    "AUTHOR_PAGES",
    "BLOCKS",
    "BOLD",
    "BOXES",
    "BROKEN",
    "BYLINE",
    "CALLS",
    "COMMENTS",
    "CONSENT",
    "CONTROLS",
    "DATED",
    "DROPPED",
    "INLINE",
    "KINDS",
    "LABELS",
    "META",
    "NOBODY",
    "OTHERS",
    "PARTICLES",
    "QUOTED",
    "QUOTES",
    "SECTIONS",
    "SIGNED",
    "STANDFIRST",
    "SUBHEADINGS",
    "SUMMARY",
    "TITLES",
    "UPDATED",
    "WORKS",
    "kind_of_name",
    "without_builder",
    "words_of_name",
]

_NAMES = tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}")
_SMALL_WORD = re.compile(r"[a-z]+")

KINDS = (*_NAMES["furniture"], "body")
"""What a part may be by its names."""
#: What a word alone says, and what two do, by its place among the kinds: that which stands first in the file wins.
_KINDS: dict[str, int] = {
    word: KINDS.index(kind)
    for kinds in (_NAMES["body"], dict(reversed(_NAMES["furniture"].items())))
    for kind, words in kinds.items()
    for word in words.split()
}
_PAIRS: dict[tuple[str, str], int] = {
    tuple(pair): KINDS.index(kind) for kind, pairs in _NAMES["pairs"].items() for pair in pairs
}
_FIRSTS = {first for first, _ in _PAIRS}

OTHERS = frozenset(("comments", "related", "navigation", "aside"))
"""Kinds of parts that are about others than the page's article."""
CALLS = frozenset(_NAMES["calls"]["words"].split())
"""Words of calls to subscribe and to agree, in the text."""
COMMENTS, CONSENT = (frozenset(_NAMES["beneath"][kind].split()) for kind in ("comments", "consent"))
"""Words of the names of what readers say, and of what asks for their consent."""
BOXES = frozenset(_NAMES["beneath"]["boxes"].split())
"""Words of the names of boxes that ask for an address, for money or for custom."""
META = {kind: tuple(names.split()) for kind, names in _NAMES["meta"].items()}
"""Names of meta elements by what they state, in the order in which they are believed."""
NOBODY, PARTICLES, TITLES = (frozenset(_NAMES["authors"][kind].split()) for kind in ("nobody", "particles", "titles"))
"""Words of what pages state as the author where there is none, of names, and of what somebody is, behind the name."""
AUTHOR_PAGES = frozenset(_NAMES["authors"]["pages"].split())
"""Steps of the addresses of pages about an author."""
STANDFIRST, BYLINE = frozenset(_NAMES["head"]["standfirst"].split()), frozenset(_NAMES["head"]["byline"].split())
"""Words of the names of standfirsts and bylines."""
SUMMARY = frozenset(_NAMES["head"]["summary"].split())
"""Words of the names of standfirsts, and of openings of articles."""
LABELS = frozenset(_NAMES["head"]["labels"].split())
"""Words of the names of what says which section an article stands in, and what it is about."""
SECTIONS = frozenset(_NAMES["authors"]["sections"].split())
"""Words of the names of sections, kinds of articles and places, which no person's name has."""
WORKS = frozenset(_NAMES["authors"]["works"].split())
"""Words for what an author does or writes, before a word for "by"."""
DATED = frozenset(_NAMES["head"]["dated"].split())
"""Words of the names of the line that says when an article came out, whatever else it says."""
UPDATED = frozenset(_NAMES["head"]["updated"].split())
"""Words of the names of the moment when an article was changed."""
QUOTES, SIGNED, QUOTED = (frozenset(_NAMES["quotes"][kind].split()) for kind in ("quotes", "signed", "quoted"))
"""Words of the names of quotes, of the line under one that says who is quoted, and of the part of one that does."""
DROPPED, INLINE = frozenset(_NAMES["elements"]["dropped"].split()), frozenset(_NAMES["elements"]["inline"].split())
"""Elements that are never text of an article, and those that do not part the text around them."""
BLOCKS = frozenset(_NAMES["elements"]["blocks"].split())
"""Elements that part the text around them. Others that HTML does not know do where they stand amid no text."""
BROKEN = frozenset(_NAMES["elements"]["broken"].split())
"""Names of inline elements that are shown on lines of their own, or stand for a break."""
BOLD = frozenset(_NAMES["elements"]["bold"].split())
"""Names of elements that are shown in bold."""
CONTROLS = frozenset(_NAMES["elements"]["controls"].split())
"""Names of inline elements that are there for those who write the page."""
SUBHEADINGS = frozenset(_NAMES["elements"]["subheadings"].split())
"""Words of the names of blocks that are headings within an article."""
#: Names made by a style sheet's compiler may have hundreds of words, and say nothing.
_MOST_WORDS = 40
_BUILDERS = frozenset(_NAMES["elements"]["builders"].split())
_TELLING = frozenset((*_KINDS, *_FIRSTS))


@lru_cache(maxsize=512)  # in the head those of the same blocks are asked for line by line
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a class, id or role, in lower case.

    >>> words_of_name("relatedPosts-box_2 #main")
    ('related', 'posts', 'box', 'main')
    """
    return tuple(_words(name))


def _words(name: str) -> list[str]:
    if name.islower() and name.isascii():  # most are, and this saves a third of the time
        return _SMALL_WORD.findall(name)[:_MOST_WORDS]
    return [word.lower() for word in _WORD.findall(name)[:_MOST_WORDS]]


@lru_cache(maxsize=512)
def kind_of_name(name: str) -> str:
    """What a part is by its names: a kind of names.toml, "" where they do not tell.

    >>> kind_of_name("relatedPosts-box_2"), kind_of_name("entry-content"), kind_of_name("col-md-8")
    ('related', 'body', '')
    """
    words = _words(name)
    if _TELLING.isdisjoint(words):
        return ""
    found = [_KINDS[word] for word in words if word in _KINDS]
    if not _FIRSTS.isdisjoint(words):
        found += [_PAIRS[pair] for pair in pairwise(words) if pair in _PAIRS]
    return KINDS[min(found)] if found else ""


@lru_cache(maxsize=512)
def without_builder(name: str) -> str:
    """The words of a name without those of the page builder that names all its parts so.

    >>> kind_of_name("elementor-widget-heading"), kind_of_name(without_builder("elementor-widget-heading"))
    ('aside', '')
    >>> kind_of_name(without_builder("elementor-widget-sidebar"))
    'aside'
    """
    words = _words(name)
    if _BUILDERS.isdisjoint(words):
        return name
    return " ".join(word for above, word in zip(("", *words), words, strict=False) if above not in _BUILDERS)
