"""What a bare line is: the one place that decides it.

`assign` reads the blocks of a whole text and gives each of kind "line" a kind of its own: heading, paragraph or furniture.
Set phrases decide furniture; for headings a scorecard adds up evidence from the line and its neighbours, and the sum is the
confidence. A trained model would go where `heading_confidence` is called.
"""

from __future__ import annotations

import re
from math import exp

from ..phrases import SENTENCE_END, furniture_kind
from .blocks import Block
from .lists import marker_of
from .scorecard import BIAS, WEIGHTS

__all__ = ["assign"]

#: A heading is at most this long; what is longer is a paragraph and needs no second look. (The longest of 7,395 headings
#: in dumps of 985 sites that was no paragraph in a heading's tag had 180.)
_LONGEST_HEADING = 200
#: From here on a line that ends like a sentence is prose.
_PROSE = 100
#: Furniture by its phrase is a short line; a paragraph may begin with the same words.
_LONGEST_FURNITURE = 160

_CLOSERS = "\"'”’»)]）」』】*_ "
_STOP_INSIDE = re.compile(r"[.!?…](?=[\"'”’»)]?\s+[^\Wa-z])|[。！？](?=.)")
_COMMA = re.compile(r"[,;，；、،؛]")


def assign(blocks: list[Block]) -> list[Block]:
    """The blocks, each bare line made a heading, a paragraph or furniture."""
    shapes = [shape(block) for block in blocks]
    last = len(blocks) - 1
    for at, block in enumerate(blocks):
        if block.kind != "line":
            continue
        if shapes[at] == "long":
            block.kind = "paragraph"
            continue
        if len(block.text) <= _LONGEST_FURNITURE:
            kind = furniture_kind(block.text)
            if kind is not None:
                block.kind, block.data = "furniture", {"kind": kind}
                shapes[at] = "furniture"
                continue
        confidence = heading_confidence(blocks, shapes, at, last)
        if confidence >= 0.5:
            block.kind = "heading"
            block.data = {"level": 2, "confidence": round(confidence, 2)}
        else:
            block.kind = "paragraph"
    return blocks


def shape(block: Block) -> str:
    """What a block looks like from the outside: its neighbours need no more of it."""
    if block.kind != "line":
        return block.kind
    text = block.text
    size = len(text)
    if size > _LONGEST_HEADING:
        return "long"
    end = text.rstrip(_CLOSERS)[-1:]
    if end in SENTENCE_END and end not in "?？":
        return "long" if size > _PROSE else "sentence"
    if end in ":：":
        return "colon"
    if end in "?？":
        return "question"
    return "bare" if size <= _PROSE else "wide"


def heading_confidence(blocks: list[Block], shapes: list[str], at: int, last: int) -> float:
    """How sure it is that the line is a heading, 0 to 1."""
    total = BIAS
    for name in evidence(blocks, shapes, at, last):
        total += WEIGHTS.get(name, 0.0)
    return 1 / (1 + exp(-total))


def evidence(blocks: list[Block], shapes: list[str], at: int, last: int) -> list[str]:
    """The names of what speaks for or against a heading, one of each group."""
    block = blocks[at]
    text = block.text
    before = shapes[at - 1] if at else "start"
    after = shapes[at + 1] if at < last else "end"
    beyond = shapes[at + 2] if at + 1 < last else "end"
    found = [
        "end " + _ending(text),
        "size " + _size(text),
        "begins " + _beginning(text),
        "before " + before,
        "after " + after,
        f"after {after} {beyond}",
        f"shape {shapes[at]} after {after}",
    ]
    if _STOP_INSIDE.search(text):
        found.append("stop inside")
    commas = len(_COMMA.findall(text))
    if commas:
        found.append("commas 1" if commas == 1 else "commas 2")
    if at < 3:
        found.append(f"position {at}")
    elif at > last - 3:
        found.append(f"position -{last - at + 1}")
    if at < last and block.gap != blocks[at + 1].gap:
        found.append("gap before" if block.gap > blocks[at + 1].gap else "gap after")
    if text.isupper():
        found.append("capitals")
    if "mark" in block.data:
        found.append("bold")
    if " - " in text or " – " in text or " | " in text:
        found.append("dash inside")
    if ": " in text or "：" in text[:-1]:
        found.append("colon inside")
    return found


def _ending(text: str) -> str:
    last = text[-1]
    if last in _CLOSERS:
        inner = text.rstrip(_CLOSERS)[-1:]
        return "stop" if inner in SENTENCE_END else "closer"
    if last in "?？؟":
        return "question"
    if last in "!！":
        return "exclamation"
    if last in SENTENCE_END:
        return "stop"
    if last in ":：":
        return "colon"
    if last in ",;，；、،":
        return "comma"
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "mark"


#: Upper bounds of the groups of sizes. A character of a script without spaces counts for two.
_SIZES = (8, 16, 28, 45, 65, 90, 130)


def _size(text: str) -> str:
    size = len(text)
    if not text.isascii():
        size += sum(character >= "\u2e80" for character in text)
    for bound in _SIZES:
        if size <= bound:
            return str(bound)
    return "more"


def _beginning(text: str) -> str:
    first = text[0]
    if first.isdigit() or first in "(（":
        return "number" if marker_of(text) else "digit"
    if first.islower():
        return "lower"
    if first in "\"'“„«「『‘":
        return "quote"
    if first.isupper() or first.isalpha():
        return "word"
    return "mark"
