"""JSON-LD of a page: the objects in it that are articles, however they are wrapped and however broken they are."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["PAGE", "SOLE", "articles", "names_of", "objects", "rank_of_other", "text_of", "types_of"]

#: Longer scripts are data of an application.
_LONGEST = 2_000_000
#: Objects of a page that are looked at, and how deep they may lie in each other.
_MOST_OBJECTS = 2_000
#: Comments and CDATA marks that old pages put around scripts, and semicolons behind them.
_OPENING = re.compile(r"<!--|/[*/]\s*+<!\[CDATA\[\s*+(?:\*/)?|<!\[CDATA\[")
_CLOSING = re.compile(r"(?:-->|(?://|/\*)?\s*+\]\]>\s*+(?:\*/)?|;)\Z")
#: So far before its end a script's closing mark begins, at most.
_LONGEST_CLOSING = 60
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
#: A field of an object that is no JSON: its name and its string.
_FIELD = re.compile(
    r'"(?P<name>datePublished|dateModified|headline|description|@type)"\s*:\s*"(?P<text>(?:[^"\\\n]|\\.){1,2000})"'
)
#: Possessive: three parts of it may be white space, and would share out a long stretch of it in all ways.
_AUTHOR_FIELD = re.compile(
    r'"author"\s*+:[\[{\s]*+(?:[^{}\[\]]{0,400}?"name"\s*+:\s*+)?"(?P<text>(?:[^"\\\n]|\\.){1,200})"'
)
#: Types of what a page is about, the surest first; a page's own object says when it was published where no article
#: does.
_PAGE_TYPES = ("WebPage", "ItemPage", "FAQPage", "HowTo", "Recipe", "VideoObject", "MedicalWebPage", "CreativeWork")
#: Types of what a page may be about as of an article, where it has one such object: several are those that it lists, or
#: what its readers say.
_SOLE_TYPES = ("Recipe", "HowTo", "Review", "CriticReview", "Question")


#: Fields that may refer to an object by its `@id` alone, which stands elsewhere on the page.
_REFERRING = ("author", "creator", "publisher")


PAGE = 1
"""The rank of an object that describes the page rather than its article."""
SOLE = 2
"""The rank of the one review, recipe or question, which may be what the page is about, or what a reader says on it."""
_ARTICLE = 3


def objects(scripts: list[str]) -> list[dict[str, Any]]:
    """All objects of a page that are its own."""
    return [thing for script in scripts for thing in _objects(script)]


def articles(things: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """The objects that describe an article, each with its rank, the surest first."""
    found: list[tuple[int, dict[str, Any]]] = []
    named: dict[str, dict[str, Any]] = {}
    for thing in things:
        rank = _rank(thing)
        if rank:
            found.append((rank, thing))
        name = thing.get("@id")
        if isinstance(name, str) and "name" in thing:
            named.setdefault(name, thing)
    for _, thing in found:
        for field in _REFERRING:
            if field in thing:
                thing[field] = _referred(thing[field], named)
    if sum(rank == SOLE for rank, _ in found) > 1:
        found = [(rank_of_other(thing) if rank == SOLE else rank, thing) for rank, thing in found]
        found = [pair for pair in found if pair[0]]
    return sorted(found, key=lambda pair: -pair[0])


def _referred(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """A field's value with the objects in place of those that only refer to them."""
    if isinstance(value, list):
        return [_referred(each, named) if isinstance(each, dict) else each for each in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _rank(thing: dict[str, Any]) -> int:
    """How surely an object is the page's article; 0 where it is none."""
    types = types_of(thing)
    if any(name.endswith(("Article", "Posting", "BlogPosting")) or name in ("Report", "Liveblog") for name in types):
        return _ARTICLE + ("articleBody" in thing) + ("datePublished" in thing)
    if "datePublished" in thing and any(name in _SOLE_TYPES for name in types):
        return SOLE
    return rank_of_other(thing)


def rank_of_other(thing: dict[str, Any]) -> int:
    """The rank of an object that is no article of the page's own; 0 where it does not describe the page either."""
    return PAGE if _is_page(thing) else 0


def types_of(thing: dict[str, Any]) -> list[str]:
    """The types of an object."""
    types = thing.get("@type")
    return [str(each) for each in (types if isinstance(types, list) else [types])]


def _is_page(thing: dict[str, Any]) -> bool:
    """Whether an object describes the page and says who made it or when."""
    return ("datePublished" in thing or "author" in thing) and any(name in _PAGE_TYPES for name in types_of(thing))


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """All objects of a script, those that lie in others too, but for what leads to other articles."""
    if len(script) > _LONGEST:
        return
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        data = _mended(script)
    todo = [data]
    count = 0
    while todo and count < _MOST_OBJECTS:
        at = todo.pop()
        if isinstance(at, list):
            todo.extend(reversed(at))
        elif isinstance(at, dict):
            count += 1
            yield at
            is_article = _rank(at) >= _ARTICLE
            todo.extend(
                value
                for key, value in at.items()
                if isinstance(value, dict | list) and (key in _OF_ARTICLE if is_article else key not in _ELSEWHERE)
            )


#: Fields that lead to other articles than the page's.
_ELSEWHERE = frozenset(
    (
        "blogPost",
        "comment",
        "comments",
        "itemListElement",
        "isPartOf",
        "hasPart",
        "citation",
        "liveBlogUpdate",
        "mentions",
        "relatedLink",
        "review",
        "reviews",
        "significantLink",
    )
)
#: Those of an article that are followed. Any other may hold articles: a live blog has its entries in it, each with a
#: headline and a moment of its own.
_OF_ARTICLE = frozenset(("@graph", "author", "creator", "mainEntityOfPage", "publisher"))


def _unwrapped(script: str) -> str:
    """A script without the marks at its two ends."""
    opening = _OPENING.match(script)
    if opening is not None:
        script = script[opening.end() :]
    closing = _CLOSING.search(script, max(0, len(script) - _LONGEST_CLOSING))
    return (script if closing is None else script[: closing.start()]).strip()


def _mended(script: str) -> Any:
    """Broken JSON read again without what breaks it most often; else the fields that can be seen in it."""
    text = _unwrapped(_unwrapped(script.strip()))
    for attempt in (text, _TRAILING_COMMA.sub("", text), _TRAILING_COMMA.sub("", html.unescape(text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    thing: dict[str, Any] = {}
    for found in _FIELD.finditer(text):
        thing.setdefault(found["name"], _unescaped(found["text"]))
    if author := _AUTHOR_FIELD.search(text):
        thing["author"] = _unescaped(author["text"])
    return thing


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def text_of(value: Any) -> str:
    """A field's text: of a list the first, of an object its name or value."""
    while isinstance(value, list | dict):
        if isinstance(value, list):
            value = value[0] if value else ""
        else:
            value = value.get("@value") or value.get("name") or _name_in_parts(value)
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _name_in_parts(person: dict[str, Any]) -> str:
    return " ".join(part for name in ("givenName", "familyName") if isinstance(part := person.get(name), str))


def names_of(value: Any) -> list[str]:
    """The names of the persons or bodies that a field has."""
    names = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and isinstance(each.get("name"), list):
            names += [text_of(name) for name in each["name"]]
        else:
            names.append(text_of(each))
    return [name for name in names if name]
