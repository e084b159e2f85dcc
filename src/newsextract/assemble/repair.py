"""Spaces that scraping lost: "reforms.The" is put back to "reforms. The", in records' text alone."""

from __future__ import annotations

import re

from ..text import Block
from ..writing import is_unspaced

__all__ = ["repair_blocks"]

#: Two small letters or a figure with its sign, a stop, a capital and a small letter; or a comma and the like between
#: two small letters. Anything shorter may be an abbreviation (e.g., U.S.A.), a name (Node.js) or an address.
_LOST = re.compile(
    r"""
      (?P<stop>  (?<=[^\W_][^\W_]|\d[%‰°$€£¥]|[$€£¥]\d) [.!?…]  (?=[^\W\d_]{2}) )
    | (?P<comma> (?<=[^\W\d_][^\W\d_]) [,;:،؛] (?=[^\W\d_]{2}) )
    | (?P<close> (?<=[^\W\d_][^\W\d_][.!?]) [\"”’»)] (?=[^\W\d_]{2}) )
    """,
    re.VERBOSE,
)
#: An address or code holds one of these or several stops, that of "3.5%" aside, or ends like one, and is left alone.
_ADDRESS = re.compile(
    r"[/@\\=#(&_]|(?:(?<!\d)\.|\.(?!\d)|\..*\.).*\..|www\.|\.(?:com|org|net|gov|edu|info|io|[a-z]{2})(?:$|[.,;:!?)])"
)


def repair(text: str) -> str:
    """
    >>> repair("reforms.The end,which came in 2024.The next")
    'reforms. The end, which came in 2024. The next'
    >>> repair("see www.example.com, Node.js, e.g.this and U.S.A")
    'see www.example.com, Node.js, e.g.this and U.S.A'
    >>> repair("It was 3.5%.Prices rose by €2.Stop!"), repair("Wow!That was 5.6.15.Final")
    ('It was 3.5%. Prices rose by €2. Stop!', 'Wow! That was 5.6.15.Final')
    """
    if _LOST.search(text) is None:
        return text
    return " ".join(word if _ADDRESS.search(word) else _LOST.sub(_with_space, word) for word in text.split(" "))


def _with_space(found: re.Match[str]) -> str:
    mark = found.group()
    before, after = found.string[found.start() - 1], found.string[found.end() : found.end() + 2]
    if is_unspaced(after[0]):
        return mark
    if found.lastgroup == "stop" and after[0].isupper() and after[1].islower() and not before.isupper():
        return f"{mark} "
    if found.lastgroup == "comma" and (after.islower() or (after[0].isupper() and after[1].islower())) and mark != ":":
        return f"{mark} "
    if found.lastgroup == "close" and after[0].isupper() and after[1].islower():
        return f"{mark} "
    if not (after[0].isupper() or after[0].islower()) and found.lastgroup in ("stop", "comma") and mark in "،؛؟":
        return f"{mark} "
    return mark


def repair_blocks(blocks: list[Block]) -> None:
    """Put the spaces back in the texts of the body and the head; tables and furniture are left as they are."""
    for block in blocks:
        if block.kind in ("paragraph", "quote", "standfirst", "heading", "headline"):
            block.text = "\n".join(map(repair, block.text.split("\n")))
        elif block.kind == "list":
            for item in block.data["items"]:
                item["text"] = repair(item["text"])
                item["label"] = item["label"] and repair(item["label"])
