"""Text to blocks. `read` is the way in; `roles.assign` is the one place that says what a bare line is."""

from __future__ import annotations

from .blocks import Block, Page, Rule, Wire, read_blocks
from .lines import cut, without_surrogates
from .lists import BULLETS, item_list, lone_dashes
from .marks import bare_line, heading_mark, quote, rule_line, underlined_heading
from .roles import assign
from .tables import cell_a_line, pipe_table, tab_table
from .wrapping import find_wrap

__all__ = ["Block", "Wire", "read"]

RULES: tuple[tuple[Rule, str | None], ...] = (
    (cell_a_line, None),
    (pipe_table, None),
    (tab_table, None),
    (lone_dashes, None),
    (quote, ">"),
    (heading_mark, "#*_"),
    (item_list, BULLETS + "0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹(（abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (underlined_heading, None),
    (rule_line, None),
    (bare_line, None),
)
"""The rules in the order in which they are asked, each with the characters that a line it answers for begins with (None:
any). The first that answers wins; the last always does."""


def read_page(source: str) -> list[Block]:
    """All lines as blocks, bare lines undecided."""
    lines = cut(source)
    return read_blocks(Page(source, lines, find_wrap(lines)), RULES)


def read(source: str) -> tuple[list[Block], str, list[Wire]]:
    """The blocks of a text in source order, the text they were read from, and what was wrong with it.

    Every non-space character lies in exactly one block. The text is the source with lone surrogates replaced, offsets kept.
    """
    issues = []
    text = without_surrogates(source)
    if text != source:
        at = next(i for i, (a, b) in enumerate(zip(source, text, strict=True)) if a != b)
        message = "Lone surrogates, which are no characters, stand as U+FFFD in the records."
        issues.append({"code": "lone-surrogate", "message": message, "start": at, "end": at + 1})
    return assign(read_page(text)), text, issues
