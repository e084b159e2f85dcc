"""Text to blocks. `read` is the way in.

`lines` cuts a text, `blocks` reads blocks off the lines by the table of `rules`, and `roles` says what the bare lines
are, for the most part by the `line_model`.
"""

from __future__ import annotations

from ..language import detect, likeliest
from .blocks import Block, Page, Wire, give_dates, read_blocks, shown_of, with_hidden
from .datelines import dateline_of, has_dateline
from .escapes import escaped, unescape_blocks
from .lines import Line, cut, text_key
from .markers import marker_of
from .roles import assign
from .roles.headings import clock_in_front
from .roles.notice_lines import HEAD_BLOCKS, LONGEST_STANDFIRST
from .rules import RULES
from .rules.lists import item_record, line_of
from .wrapping import find_wrap

__all__ = [
    "HEAD_BLOCKS",
    "LONGEST_STANDFIRST",
    "Block",
    "Wire",
    "clock_in_front",
    "dateline_of",
    "escaped",
    "give_dates",
    "has_dateline",
    "item_record",
    "line_of",
    "marker_of",
    "read",
    "read_undecided",
    "shown_of",
    "text_key",
    "with_hidden",
]


def read(text: str, language: str | None = None) -> tuple[list[Block], str | None]:
    """The blocks of a text in source order, and its language, detected where it is not given.

    Every non-space character lies in exactly one block.
    """
    blocks, language = read_undecided(text, language)
    return assign(blocks, text, language), language


def read_undecided(text: str, language: str | None = None) -> tuple[list[Block], str | None]:
    """The same with bare lines undecided, the dates in each block found."""
    lines = cut(text)
    if not language:
        sample = _sample(lines)
        language = detect(sample)
    blocks = read_blocks(Page(text, lines, find_wrap(lines)), RULES)
    unescape_blocks(blocks)
    give_dates(blocks, text, language or likeliest(sample))
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
