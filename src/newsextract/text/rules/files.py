"""What Markdown's files have besides prose: front matter, and code between fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ..blocks import Block, Page, Wire
from ..wrapping import join_lines

__all__ = ["fenced_code", "front_matter"]

_RULE = "---"
#: "date: 2024-05-03", "tags:"
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40}):(?: (?P<value>.*))?$")
#: Front matter is a screen long; what opens with a rule and has none below is an article.
_MOST_KEYS = 100
_TITLE, _AUTHORS, _NAME = "title", ("author", "authors", "byline"), "name"
#: Key -> the field of the article that its date is.
_DATES = {
    **dict.fromkeys(("date", "published", "pubdate", "publishdate"), "published"),
    **dict.fromkeys(("updated", "modified", "lastmod"), "modified"),
}
_ITEM = "- "
#: YAML's ways to write a text: between quotes, bare up to a comment, or on the lines below. What stands in brackets is
#: a list or a mapping; what begins with one and is none ("[Update] Rain") is no YAML, and a title all the same.
_QUOTED = re.compile(r"""(?:"(?P<double>(?:[^"\\]|\\.)*+)"|'(?P<single>(?:[^']|'')*+)')\s*(?:#.*)?$""")
#: A space stands behind its mark: "We are #1" is cut by YAML, and by no author.
_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_BLOCK = re.compile(r"[|>][0-9+-]*\s*(?:#.*)?$")
_COLLECTION = re.compile(r"\[.*\]$|\{.*\}$")
_NOTHING = ("", "~", "null")
#: The parts of "[Ada Moss, 'Li, Bo']".
_PART = re.compile(r"""\s*("(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^,]+)""")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
#: A fence is looked for again below each that is not closed, so a longer look would take quadratic time.
_MOST_CODE = 500


@dataclass(slots=True)
class _Entry:
    """A key of front matter, and what it says."""

    key: str
    value: str
    """Behind the key on its line."""
    start: int
    end: int
    """Where that stands in the source."""
    below: list[str] = field(default_factory=list)
    """The lines that belong to it."""


def front_matter(page: Page, at: int) -> tuple[Block, int] | None:
    """Lines of keys and values between two rules, the first of which is the first line of all. Its title, authors and
    the spans of its dates are handed on."""
    lines = page.lines
    if at or lines[at].text != _RULE:
        return None
    end = next((below for below in range(1, min(len(lines), _MOST_KEYS)) if lines[below].text == _RULE), 0)
    entries: list[_Entry] = []
    for line in lines[1:end]:
        found = _KEY.match(line.text) if not line.indent else None
        if found is not None:
            start = line.start + found.end("key")
            entries.append(_Entry(found["key"].lower(), found["value"] or "", start, line.end))
        elif line.text.startswith("#"):
            continue
        elif entries and (line.indent or line.text.startswith(_ITEM)):
            entries[-1].below.append(line.text)
        else:
            return None
    if not entries:
        return None
    text = " ".join(line.text for line in lines[: end + 1])
    data = {"kind": "other", "stated": _stated(entries)}
    return Block("furniture", text, lines[0].start, lines[end].end, 0, data), end + 1


def _stated(entries: list[_Entry]) -> Wire:
    """What front matter states: `title`, `authors`, and as `dates` the fields of the article with the spans of what is
    written for them."""
    return {
        "title": next((text for entry in entries if entry.key == _TITLE and (text := _text(entry))), None),
        "authors": tuple(name for entry in entries if entry.key in _AUTHORS for name in _names(entry)),
        "dates": [(_DATES[entry.key], (entry.start, entry.end)) for entry in entries if entry.key in _DATES],
    }


def _text(entry: _Entry) -> str:
    """The text that a key has, "" for none."""
    if _BLOCK.match(entry.value):
        return " ".join(entry.below)
    return _scalar(" ".join([entry.value, *entry.below]))


def _names(entry: _Entry) -> Iterator[str]:
    """The names that a key has: parted by commas, or in a list, whose items may have keys of their own."""
    if entry.value.startswith("["):
        texts = list(map(_scalar, _PART.findall(entry.value.strip("[] "))))
    elif entry.value:
        texts = [_text(entry)]
    else:
        texts = []
        for line in entry.below:
            found = _KEY.match(line.removeprefix(_ITEM))
            if found is not None and found["key"].lower() == _NAME:
                texts.append(_scalar(found["value"] or ""))
            elif found is None and line.startswith(_ITEM):
                texts.append(_scalar(line.removeprefix(_ITEM)))
    for text in texts:
        yield from filter(None, map(str.strip, text.split(",")))


def _scalar(written: str) -> str:
    r"""A text of YAML on one line, "" where it says nothing or something else.

    >>> _scalar('"Rain" # draft'), _scalar(r'"The \"Fram\" sails"'), _scalar("'The mayor''s rain'")
    ('Rain', 'The "Fram" sails', "The mayor's rain")
    >>> _scalar("Rule #1 # draft")
    'Rule #1'
    >>> _scalar("null"), _scalar("[a, b]"), _scalar("[Update] Rain")
    ('', '', '[Update] Rain')
    """
    written = written.strip()
    quoted = _QUOTED.match(written)
    if quoted is not None:
        single = quoted["single"]
        text = re.sub(r"\\(.)", r"\1", quoted["double"]) if single is None else single.replace("''", "'")
    else:
        text = _COMMENT.sub("", written)
        if _COLLECTION.match(text) or text.lower() in _NOTHING:
            return ""
    return " ".join(text.split())


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
        kind, data = ("paragraph", {"code": True}) if text.strip() else ("furniture", {"kind": "other"})
        return Block(kind, text or line.text, lines[at].start, line.end, lines[at].gap, data), end + 1
    return None
