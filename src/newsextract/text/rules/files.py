"""What Markdown's files have besides prose: front matter, and code between fences."""

from __future__ import annotations

import re
from itertools import islice

from ..blocks import Block, Page, Wire
from ..wrapping import join_lines

__all__ = ["fenced_code", "front_matter"]

_RULE = "---"
#: "date: 2024-05-03", "tags:"
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40}):(?: (?P<value>.*))?$")
#: Front matter is a screen long; what opens with a rule and has none below is an article.
_MOST_KEYS = 100
_TITLE, _AUTHORS = "title", ("author", "authors", "byline")
_DATES = ("date", "published", "pubdate", "publishdate", "updated", "modified", "lastmod")
_QUOTES = "\"'[] "
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
#: A fence is looked for again below each that is not closed, so a longer look would take quadratic time.
_MOST_CODE = 500


def front_matter(page: Page, at: int) -> tuple[Block, int] | None:
    """Lines of keys and values between two rules, the first of which is the first line of all. Its title, authors and
    the spans of its dates are handed on."""
    lines = page.lines
    if at or lines[at].text != _RULE:
        return None
    end = next((below for below in range(1, min(len(lines), _MOST_KEYS)) if lines[below].text == _RULE), 0)
    stated: Wire = {"title": None, "authors": (), "dates": []}
    key = ""
    for line in lines[1:end]:
        found = _KEY.match(line.text) if not line.indent else None
        if found is not None:
            key = found["key"].lower()
            _state(stated, key, found["value"] or "", (line.start + found.end("key"), line.end))
        elif not key or not (line.indent or line.text.startswith("- ")):
            return None
        elif key in _AUTHORS and line.text.startswith("- "):
            _state(stated, key, line.text[2:], (line.start, line.end))
    if not key:
        return None
    text = " ".join(line.text for line in lines[: end + 1])
    return Block("furniture", text, lines[0].start, lines[end].end, 0, {"kind": "other", "stated": stated}), end + 1


def _state(stated: Wire, key: str, value: str, span: tuple[int, int]) -> None:
    value = value.strip(_QUOTES)
    if key == _TITLE:
        stated["title"] = value or None
    elif key in _AUTHORS:
        stated["authors"] += tuple(name for part in value.split(",") if (name := part.strip(_QUOTES)))
    elif key in _DATES:
        stated["dates"].append(span)


def fenced_code(page: Page, at: int) -> tuple[Block, int] | None:
    """Code between fences is a paragraph, its lines joined: the article shows it as it shows its prose."""
    lines = page.lines
    fence = _FENCE.match(lines[at].text)
    if fence is None:
        return None
    for end, line in enumerate(islice(lines, at + 1, at + 1 + _MOST_CODE), start=at + 1):
        if not line.text.startswith(fence[1]):
            continue
        if line.text.strip(fence[1][0]):
            return None  # which opens another
        text = join_lines([each.text for each in lines[at + 1 : end]])
        kind, data = ("paragraph", {}) if text.strip() else ("furniture", {"kind": "other"})
        return Block(kind, text or line.text, lines[at].start, line.end, lines[at].gap, data), end + 1
    return None
