"""What a page states of its article on the elements that show it: `itemprop="datePublished"` on a `<time>`."""

from __future__ import annotations

from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from ..text import Wire
from .names import OTHERS, kind_of_name
from .stated_dates import stated_date
from .tree import Element

__all__ = ["read_microdata"]

_PROPERTIES = ("datePublished", "dateModified", "author")
#: To compare the names here takes a fifth of the time.
_STATED: Any = etree.XPath("//@itemprop")
#: A page that states more of one property is a list of articles, or has comments.
_MOST = 20
#: Tags of parts that are about others than the page's article.
_OTHER_TAGS = ("aside", "nav", "footer")
_LONGEST = 200


class Microdata(NamedTuple):
    """What the elements state; several dates are those of several articles, and so none."""

    published: Wire | None
    modified: Wire | None
    authors: tuple[str, ...]
    """The texts that are marked as an author's, each once."""


def read_microdata(root: Element) -> Microdata:
    """What is marked as said of the article, in the whole page."""
    found: dict[str, list[str]] = {name: [] for name in _PROPERTIES}
    for name in islice((name for name in _STATED(root) if name in _PROPERTIES), _MOST):
        element = name.getparent()
        text = _text(element) if element.tag != "meta" else ""
        if text and not _is_of_others(element):
            stated = found[str(name)]
            if text not in stated:
                stated.append(text)
    published, modified = (_only(found[name]) for name in ("datePublished", "dateModified"))
    return Microdata(published, modified, tuple(found["author"]))


def _only(stated: list[str]) -> Wire | None:
    return stated_date(stated[0]) if len(stated) == 1 else None


def _text(element: Element) -> str:
    written = element.get("datetime") or element.get("content")
    if not written:
        names = [inner for inner in element.iter() if inner.get("itemprop") == "name"]
        named = names[0] if names else element
        written = named.get("content") or "".join(named.itertext())
    text = " ".join(written.split())
    return text if len(text) <= _LONGEST else ""


def _is_of_others(element: Element) -> bool:
    """Whether an element lies in a part that is about others: what readers say, what the page links to."""
    for above in element.iterancestors():
        if above.tag in _OTHER_TAGS or "omment" in (above.get("itemprop") or "") + (above.get("itemtype") or ""):
            return True
        names = f"{above.get('class') or ''} #{above.get('id') or ''}"
        if len(names) > 2 and kind_of_name(names) in OTHERS and above.tag != "body":
            return True
    return False
