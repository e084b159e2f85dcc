"""What pages state of their text in JSON-LD: questions with their answers, and what a recipe takes and how it is made.
They state it for search engines, and it stands on the page as well; as it is short, it says little there itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from ..text import text_key
from .jsonld import types_of

__all__ = ["told_in"]

#: The fields of an object that are text of the page, by its type.
_FIELDS = {
    "Question": ("name", "text", "acceptedAnswer"),
    "Recipe": ("recipeIngredient", "ingredients", "recipeInstructions"),
    "HowTo": ("supply", "tool", "step"),
}
#: And of what stands in these: a step has a name and a text, a section of steps has them as elements of a list.
_PARTS = ("name", "text", "itemListElement")
_TAG = re.compile(r"<[^<>]*>")
#: So many texts of a page are looked at.
_MOST_TEXTS = 500


def told_in(things: list[dict[str, Any]]) -> tuple[str, ...]:
    """The letters and digits of the texts that a page's objects have.

    >>> told_in([{"@type": "Recipe", "recipeIngredient": ["2 eggs", "salt"], "recipeInstructions": [{"text": "Mix."}]}])
    ('2eggs', 'salt', 'mix')
    """
    found: list[str] = []
    for thing in things:
        for name in types_of(thing):
            for field in _FIELDS.get(name, ()):
                if field in thing and len(found) < _MOST_TEXTS:
                    found += _texts(thing[field])
    keys = (text_key(html.unescape(_TAG.sub(" ", text))) for text in found[:_MOST_TEXTS])
    return tuple(dict.fromkeys(filter(None, keys)))


def _texts(value: Any) -> Iterator[str]:
    todo = [value]
    while todo:
        at = todo.pop()
        if isinstance(at, str):
            yield at
        elif isinstance(at, list):
            todo.extend(reversed(at))
        elif isinstance(at, dict):
            todo.extend(at[part] for part in reversed(_PARTS) if part in at)
