"""Lines that say by a mark of their own what they are: rules, quotes, Markdown's headings; and the lines that do
not."""

from __future__ import annotations

import re

from ...writing import CLOSERS, COLONS, QUESTIONS, SENTENCE_END
from ..blocks import Block, Page
from ..lines import Line
from ..markers import marker_of
from ..wrapping import join_lines

__all__ = ["bare_line", "heading_mark", "quote", "rule_line", "underlined_heading"]

_ATX = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$")
#: **a whole line** or __a whole line__, nothing bold inside.
_BOLD_LINE = re.compile(r"(\*\*|__)(?P<text>[^*_\s](?:[^*]*[^*\s])?)\1(?P<colon>[:：]?)$")
_UNDERLINE = re.compile(r"=+|-+")
#: A setext underline has at least three characters, and what stands over it is a title, not a paragraph.
_LEAST_UNDERLINE = 3
_LONGEST_TITLE = 200
#: "author: Ada Moss" over the end of a file's front matter.
_KEY_VALUE = re.compile(r"[a-z][\w-]*: \S")
_DASHES = ("——", "—", "–", "―", "--", "-")
#: A name and a role; a longer line that begins with a dash is somebody speaking.
_ATTRIBUTION_LENGTH = 100


def rule_line(page: Page, at: int) -> tuple[Block, int] | None:
    """A line without a letter or digit: ***, ___, a lone dash, a byte order mark. It parts or adorns, and says
    nothing."""
    line = page.lines[at]
    if line.text[:1].isalnum() or any(map(str.isalnum, line.text)):
        return None
    text = line.text or page.source[line.start : line.end]
    return Block("furniture", text, line.start, line.end, line.gap, {"kind": "other"}), at + 1


def heading_mark(page: Page, at: int) -> tuple[Block, int] | None:
    """Markdown's headings: `## Heading`, and a whole line in bold, which authors use as one."""
    line = page.lines[at]
    atx = _ATX.match(line.text)
    if atx:
        if not atx[2]:
            return None
        return Block(
            "heading",
            _unbold(atx[2]),
            line.start,
            line.end,
            line.gap,
            {"level": len(atx[1]), "mark": "#"},
        ), at + 1
    bold = _BOLD_LINE.match(line.text)
    if bold and not page.runs_on(at + 1):
        text = bold["text"] + bold["colon"]
        return Block("line", text, line.start, line.end, line.gap, {"mark": "**"}), at + 1
    return None


def _unbold(text: str) -> str:
    bold = _BOLD_LINE.match(text)
    return bold["text"] if bold else text


def underlined_heading(page: Page, at: int) -> tuple[Block, int] | None:
    """A title with a line of = or - under it."""
    lines = page.lines
    if at + 1 >= len(lines):
        return None
    under, line = lines[at + 1], lines[at]
    if (
        under.text[:1] not in ("=", "-")
        or under.gap
        or len(under.text) < _LEAST_UNDERLINE
        or len(line.text) > _LONGEST_TITLE
    ):
        return None
    if not _UNDERLINE.fullmatch(under.text) or _is_no_title(line.text):
        return None
    level = 1 if under.text[0] == "=" else 2
    return Block("heading", line.text, line.start, under.end, line.gap, {"level": level, "mark": "="}), at + 2


def _is_no_title(text: str) -> bool:
    """Whether a line over a rule is a sentence, or a key and its value that the rule closes.

    >>> _is_no_title("It left on Monday."), _is_no_title("author: Ada Moss"), _is_no_title("Why it left: wind")
    (True, True, False)
    """
    end = text.rstrip(CLOSERS)[-1:]
    return (end in SENTENCE_END and end not in QUESTIONS + "!！") or _KEY_VALUE.match(text) is not None


def quote(page: Page, at: int) -> tuple[Block, int] | None:
    """Lines that begin with >, and the line that says who said it: the last one, or the next, after a dash."""
    lines = page.lines
    if lines[at].text.startswith(">>") and not lines[at].text.startswith(">>>"):
        return None  # ">> More on this": a link
    end = at
    paragraphs: list[list[str]] = []
    while end < len(lines) and lines[end].text.startswith(">") and (end == at or lines[end].gap == 0):
        text = lines[end].text.lstrip("> ")
        if not paragraphs or not text or not paragraphs[-1][-1] or not page.runs_on(end):
            paragraphs.append([text])
        else:
            paragraphs[-1].append(text)
        end += 1
    texts = [text for text in map(join_lines, paragraphs) if text]
    if not texts:
        return None
    attribution = None
    if len(texts) > 1 and _attribution(texts[-1]):
        attribution = _attribution(texts.pop())
    elif end < len(lines) and lines[end].gap == 1 and lines[end].text.startswith(">") and len(texts) == len(paragraphs):
        attribution = _attribution(lines[end].text.lstrip("> "))
        end += attribution is not None
    elif end < len(lines) and lines[end].gap <= 1 and not texts[-1].endswith(COLONS):
        attribution = _attribution(lines[end].text)
        if attribution and _is_first_of_list(page, end):
            attribution = None
        end += attribution is not None
    block = Block(
        "quote", "\n".join(texts), lines[at].start, lines[end - 1].end, lines[at].gap, {"attribution": attribution}
    )
    return block, end


def _is_first_of_list(page: Page, at: int) -> bool:
    """Whether a line behind a dash is an item: another follows, or it runs on, as no name does."""
    lines = page.lines
    marker = marker_of(lines[at].text)
    if marker is None or at + 1 == len(lines):
        return False
    after = lines[at + 1]
    following = marker_of(after.text) if after.gap <= 1 else None
    return (following is not None and following.style == marker.style) or page.runs_on(at + 1)


def _attribution(text: str) -> str | None:
    """
    >>> _attribution("— Ana Ruiz, mayor"), _attribution("- a point: with a stop. And more.")
    ('Ana Ruiz, mayor', None)
    """
    for dash in _DASHES:
        if text.startswith(dash):
            name = text[len(dash) :].strip()
            if name and len(name) <= _ATTRIBUTION_LENGTH and name[-1] not in SENTENCE_END + ":;" and ". " not in name:
                return name
    return None


def bare_line(page: Page, at: int) -> tuple[Block, int]:
    """Any line, with those that the width broke off it. What it is, `roles` decides."""
    lines = page.lines
    line = lines[at]
    end = at + 1
    if page.wrap is None:
        # Most lines of most texts: an empty dict and list written out cost half of what their factories do.
        return Block("line", line.text, line.start, line.end, line.gap, {}, []), end
    while page.runs_on(end):
        end += 1
    if end == at + 1 and _is_first_of_two(lines, at):
        end += 1
    text = line.text if end == at + 1 else join_lines([each.text for each in lines[at:end]])
    return Block("line", text, line.start, lines[end - 1].end, line.gap), end


def _is_first_of_two(lines: list[Line], at: int) -> bool:
    """Whether a line of a wrapped text and the next one are one sentence between blank lines, broken where it pleased
    the author, as headlines are."""
    if at + 1 == len(lines) or lines[at + 1].gap or not (lines[at].gap or at == 0):
        return False
    above, line = lines[at].text, lines[at + 1].text
    is_last = at + 2 == len(lines) or lines[at + 2].gap
    return bool(is_last and above[-1:].isalpha() and line[:1].islower() and line.partition(" ")[0].islower())
