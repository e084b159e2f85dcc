"""What a block looks like from the outside."""

from __future__ import annotations

import re

from ..writing import CLOSERS, QUESTIONS, SENTENCE_END
from .blocks import Block

__all__ = ["NO_HEADING", "TRAILING", "is_speaker", "last_mark", "shape"]

#: A heading is at most this long; what is longer is a paragraph and needs no second look. (The longest of 7,395
#: headings in dumps of 985 sites that was no paragraph in a heading's tag had 180.)
_LONGEST_HEADING = 200
#: From here on a line that ends like a sentence is prose.
_PROSE = 100

NO_HEADING = ("long", "sentence")
"""Shapes of paragraphs: what is long, and what ends like a sentence."""

TRAILING = CLOSERS + "*_ "
"""Characters that may stand behind the mark that ends a sentence, Markdown's among them."""

#: The letter of a question or answer ("Q: ...", "P. ...", 问：): a paragraph of an interview, however short.
_SPEAKER = re.compile(r"[^\W\d_]{1,2}\s?[:：]|[QAFPRDВО]\.\s")


def shape(block: Block) -> str:
    """What a block looks like from the outside: its neighbours need no more of it."""
    if block.kind != "line":
        return "long" if block.kind == "paragraph" else block.kind
    text = block.text
    size = len(text)
    if size > _LONGEST_HEADING:
        return "long"
    end = last_mark(text)
    if end in QUESTIONS:
        return "question"
    if end in "!！":
        return "long" if size > _PROSE else "exclamation"
    if end in SENTENCE_END:
        return "long" if size > _PROSE else "sentence"
    if end in ":：":
        return "colon"
    return "bare" if size <= _PROSE else "wide"


def is_speaker(text: str) -> bool:
    """Whether a line is a question or answer of an interview."""
    head = text[:4]
    return (":" in head or "." in head or "：" in head) and _SPEAKER.match(text) is not None


def last_mark(text: str) -> str:
    """The last character that closes nothing. The Greek question mark looks like a semicolon, and is given as "?"."""
    bare = text.rstrip(TRAILING)
    return "?" if bare[-1:] == ";" and "\u0370" <= bare[-2:-1] <= "\u03ff" else bare[-1:]
