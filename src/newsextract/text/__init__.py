"""Text to blocks. `read` is the way in; `roles.assign` says what a bare line is."""

from __future__ import annotations

from string import ascii_letters

from ..language import detect, likeliest
from .blocks import Block, Page, Rule, Wire, find_dates, read_blocks
from .cell_lines import cell_a_line
from .headings import clock_in_front
from .lines import TEXT, Line, cut, text_key
from .lists import (
    MARKER_FIRSTS,
    dash_list,
    item_list,
    item_record,
    lettered_list,
    line_of,
    marker_of,
)
from .lone_markers import lone_dashes, lone_numbers
from .marks import bare_line, heading_mark, quote, rule_line, underlined_heading
from .notice_lines import HEAD_BLOCKS, LONGEST_STANDFIRST
from .roles import assign
from .tables import grid_table, pipe_table, tab_table
from .wrapping import find_wrap

__all__ = [
    "HEAD_BLOCKS",
    "LONGEST_STANDFIRST",
    "Block",
    "Wire",
    "clock_in_front",
    "find_dates",
    "item_record",
    "line_of",
    "marker_of",
    "read",
    "read_page",
    "text_key",
]

RULES = (
    Rule(cell_a_line, needs=lambda page: "|" in page.source),
    Rule(pipe_table, needs=lambda page: "|" in page.source),
    Rule(grid_table, first="+"),
    Rule(tab_table, needs=lambda page: "\t" in page.source),
    Rule(lone_dashes, needs=lambda page: 1 in map(len, map(TEXT, page.lines))),
    Rule(lone_numbers, first="0123456789("),
    Rule(rule_line, never=ascii_letters),
    Rule(quote, first=">"),
    Rule(heading_mark, first="#*_"),
    Rule(item_list, first=MARKER_FIRSTS),
    Rule(lettered_list, first=ascii_letters, needs=lambda page: ")" in page.source or "b. " in page.source),
    Rule(dash_list, first="—"),
    Rule(underlined_heading, needs=lambda page: "---" in page.source or "===" in page.source),
    Rule(bare_line),
)
"""The rules in the order in which they are asked. The first that answers wins; the last always does."""


def read(text: str, language: str | None = None) -> tuple[list[Block], str | None]:
    """The blocks of a text in source order, and its language, detected where it is not given.

    Every non-space character lies in exactly one block.
    """
    blocks, language = read_page(text, language)
    return assign(blocks, language), language


def read_page(text: str, language: str | None = None) -> tuple[list[Block], str | None]:
    """The same with bare lines undecided, the dates in each block found."""
    lines = cut(text)
    if not language:
        sample = _sample(lines)
        language = detect(sample)
    blocks = read_blocks(Page(text, lines, find_wrap(lines)), RULES)
    find_dates(blocks, text, language or likeliest(sample))
    return blocks, language


#: Characters that tell the language: from the beginning, where names and numbers are many, and from the middle.
_BEGINNING, _MIDDLE = 800, 400


def _sample(lines: list[Line]) -> str:
    """Some of the text, spaces and newlines as they are in the records, so that they do not change the answer."""
    parts: list[str] = []
    for begin, size in ((0, _BEGINNING), (len(lines) // 2, _MIDDLE)):
        for line in lines[max(begin, len(parts)) :]:
            if size <= 0:
                break
            parts.append(line.text[:size])
            size -= len(line.text)
    return "\n".join(parts)
