"""The authors that a page states: one string may name several of them, or nobody."""

from __future__ import annotations

import re
from itertools import takewhile

from ..bylines import byline_names, is_role, split_names
from ..phrases import OUTLETS, PHOTO_AGENCIES, ROLES
from ..text import text_key
from ..writing import FIRST_WIDE, fold, has_digit
from .names import NOBODY, PARTICLES, TITLES

__all__ = ["authors_of", "is_person", "is_somebody", "persons_of", "without_site"]

_ADDRESS = ("http:", "https:", "//", "www.")
_SITE_BREAK = re.compile(r"\s*[|·•]\s*|\s[-–—]\s")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_AROUND_MAIL, _BRACKETS = " ,;:|-–—", str.maketrans("()<>[]", " " * 6)
#: In scripts without spaces a word for "and" is part of many names of bodies.
_WIDE_COMMA = re.compile(r"\s*[、，,;；/／]\s*")
#: What many a paper's name begins with, and leaves out elsewhere.
_THE = "the"
#: Longer strings are sentences, or lists of more than authors.
_LONGEST = 400
#: Words of a person's name, and letters of one that is written without spaces.
_LEAST_WORDS, _MOST_WORDS = 2, 5
_LEAST_LETTERS, _MOST_LETTERS = 2, 5


def authors_of(stated: str, site: str) -> list[str]:
    """The authors that a page names in one string, without the site and the word for "by".

    >>> authors_of("By Ana Prior, Bo Li, and Cy Oh | The Post", "The Post"), authors_of("Staff reporter", "")
    (['Ana Prior', 'Bo Li', 'Cy Oh'], [])
    >>> authors_of("Ana Prior, Staff Writer", ""), authors_of("bo.li@post.example (Bo Li)", "")
    (['Ana Prior'], ['Bo Li'])
    """
    stated = _without_mail(stated) if "@" in stated else stated
    if not is_somebody(stated):
        return []
    if len(stated) > _LONGEST:
        return [stated]
    named = _without_site(stated, text_key(site))
    if (behind := byline_names(named)) and all(map(is_person, behind)):
        named = named[named.index(behind[0]) :]
    return [name for name in _apart(named) if is_somebody(name)]


def without_site(authors: list[str], sites: list[str]) -> list[str]:
    """The authors without the names of the site, where others remain.

    >>> without_site(["Ana Prior", "Pell Post"], ["The Pell Post"]), without_site(["Pell Post"], ["Pell Post"])
    (['Ana Prior'], ['Pell Post'])
    """
    keys = {text_key(site).removeprefix(_THE) for site in sites if site}
    return [name for name in authors if text_key(name).removeprefix(_THE) not in keys] or authors


def persons_of(shown: str, site: str) -> list[str]:
    """The authors in a text that a page shows as one's name: persons, since what else stands there is anything.

    >>> persons_of("Ana Prior and Bo Li", ""), persons_of("Ten tips for 2025", ""), persons_of("Updated by Cy Oh", "")
    (['Ana Prior', 'Bo Li'], [], [])
    """
    return [name for name in authors_of(shown, site) if is_person(name) or (" " not in name and name.isalpha())]


def is_somebody(author: str) -> bool:
    """Whether what a page gives as its author is a name: many give the address of a profile, or what their content
    system has where nobody is named.

    >>> is_somebody("Marta Quill"), is_somebody("https://social.example/marta"), is_somebody("20391")
    (True, False, False)
    >>> is_somebody("undefined"), is_somebody("Staff Writer"), is_somebody("Die Redaktion")
    (False, False, False)
    """
    text = fold(author)
    if not any(map(str.isalpha, text)) or text.startswith(_ADDRESS):
        return False
    words = text.split()
    return NOBODY.isdisjoint(words) or not all(word in NOBODY or word in ROLES for word in words)


def _without_mail(stated: str) -> str:
    """A string without addresses of mail, and the brackets around them or around the name: feeds have both."""
    bare = _MAIL.sub(" ", stated)
    if bare == stated:
        return stated
    return " ".join(bare.translate(_BRACKETS).split()).replace(" ,", ",").strip(_AROUND_MAIL)


def _without_site(stated: str, site: str) -> str:
    """A string without the site's name behind a bar or dash at its end, or what a person does: "Ana Prior | The
    Post"."""
    name, *rest = _SITE_BREAK.split(stated, maxsplit=1)
    if not name or not rest:
        return stated
    behind = rest[-1]
    is_sites = not behind or (site and text_key(behind) == site)
    return name if is_sites or (is_person(name) and _is_role_or_outlet(behind)) else stated


def _is_role_or_outlet(behind: str) -> bool:
    """Whether what stands behind a person's name is what they do, or for whom; a degree is part of the name.

    >>> _is_role_or_outlet("Staff Writer"), _is_role_or_outlet("Associated Press"), _is_role_or_outlet("MD")
    (True, True, False)
    """
    words = fold(behind).split()
    return is_role(behind) or words[0] in PHOTO_AGENCIES or not OUTLETS.isdisjoint(words[-2:])


def _apart(named: str) -> list[str]:
    """The names that a string lists, where each is a person's. Bodies have an "and" in their names, "Prior, Ana" is one
    person, and so is who has a degree behind the name. Behind several persons and a comma a word is their agency, and
    several are what they are.

    >>> _apart("Ana Prior and Bo Li, Transport Correspondents"), _apart("Prior, Ana"), _apart("Board of Sun and Rain")
    (['Ana Prior', 'Bo Li'], ['Prior, Ana'], ['Board of Sun and Rain'])
    """
    names = _WIDE_COMMA.split(named) if named[0] >= FIRST_WIDE else split_names(named)
    persons = list(takewhile(is_person, names))
    if len(persons) == len(names) or (len(persons) == 1 and all(map(_is_role_or_outlet, names[1:]))):
        return persons
    tail = named.partition(persons[-1])[2].lstrip() if len(persons) > 1 else ""
    if tail[:1] not in (",", ";", "،") or not tail:
        return [named]
    agency = tail.lstrip(",;، ")
    return persons if " " in agency or fold(agency) in ROLES else [*persons, agency]


def is_person(name: str) -> bool:
    """Whether words may be a whole name of a person: more than one, in capitals but for particles, and none that says
    what somebody does.

    >>> is_person("Lena van der Moor"), is_person("Garden Editor"), is_person("Ministry of Rain"), is_person("Ana")
    (True, False, False, False)
    """
    if not name or has_digit(name) or ":" in name:
        return False
    if name[0] >= FIRST_WIDE:
        return _LEAST_LETTERS <= len(name) <= _MOST_LETTERS
    words = name.split()
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    lowered = [word.strip(".") for word in fold(name).split()]
    if any(word in ROLES or word in TITLES for word in lowered):
        return False
    if lowered[0] in NOBODY and lowered[0] not in PARTICLES:
        return False  # an article: "The Kalmora Post"
    if name.lower() == name.upper():
        return True  # no capitals in this script to go by
    return all(
        any(map(str.isupper, word)) or (low in PARTICLES and 0 < at < len(words) - 1)
        for at, (word, low) in enumerate(zip(words, lowered, strict=True))
    )
