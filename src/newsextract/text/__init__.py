"""Text to blocks. `read` is the way in; `roles.assign` says what a bare line is."""

from __future__ import annotations

from string import ascii_letters

from .blocks import Block, Page, Rule, Wire, find_dates, read_blocks
from .lines import cut
from .lists import BULLETS, MARKER_FIRSTS, dash_list, item_list, lettered_list, lone_dashes
from .marks import bare_line, heading_mark, quote, rule_line, underlined_heading
from .roles import assign
from .tables import cell_a_line, pipe_table, tab_table
from .wrapping import find_wrap

__all__ = ["Block", "Wire", "read", "read_page"]

RULES = (
    Rule(cell_a_line, needs=lambda page: "|" in page.source),
    Rule(pipe_table, needs=lambda page: "|" in page.source),
    Rule(tab_table, needs=lambda page: "\t" in page.source),
    Rule(lone_dashes, needs=lambda page: any(line.text in BULLETS for line in page.lines)),
    Rule(quote, first=">"),
    Rule(heading_mark, first="#*_"),
    Rule(item_list, first=MARKER_FIRSTS),
    Rule(lettered_list, first=ascii_letters, needs=lambda page: ")" in page.source),
    Rule(dash_list, first="—"),
    Rule(underlined_heading, needs=lambda page: "---" in page.source or "===" in page.source),
    Rule(rule_line, never=ascii_letters),
    Rule(bare_line),
)
"""The rules in the order in which they are asked. The first that answers wins; the last always does."""


def read(text: str, language: str | None) -> list[Block]:
    """The blocks of a text in source order; every non-space character lies in exactly one of them."""
    return assign(read_page(text, language))


def read_page(text: str, language: str | None) -> list[Block]:
    """The same with bare lines undecided, the dates in each block found."""
    lines = cut(text)
    blocks = read_blocks(Page(text, lines, find_wrap(lines)), RULES)
    find_dates(blocks, text, language)
    return blocks
