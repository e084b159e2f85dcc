"""The head of an article: headline, standfirst, byline and timestamps, told from the body and from furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..phrases import BYLINE, SENTENCE_END, TIMESTAMP_WORDS, UPDATE_WORDS
from ..text import Block, Wire

__all__ = ["mark_head", "names_in", "reads_as_update"]

#: How far down the head may reach, and how many blocks at the end may be a sign-off with a date.
_HEAD_BLOCKS = 12
_TAIL_BLOCKS = 4
#: Bylines and timestamps are short lines.
_LONGEST_LINE = 160
_LONGEST_STANDFIRST = 320
#: Words of a name; what is longer is a sentence that begins with "By".
_NAME_WORDS = 5
_DAY_OR_FINER = ("day", "hour", "minute", "second")
_SEPARATOR = re.compile(r"\s*[|·•/／丨—–]\s*|\s-\s")
_AND = re.compile(r"\s*(?:,|;|、|，|،|\s(?:and|und|et|y|e|en|och|og|ja|i|и|та|ve|και|और|および|和|与|و)\s|&)\s*")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*|\d+")


def mark_head(blocks: list[Block], found: Sequence[Sequence[Wire]], given: str | None) -> None:
    """Give the blocks of the head their kinds: headline, standfirst, byline, and furniture for timestamps and repeats.

    `found` holds for each block the dates in it, as far as they are resolved without an anchor. A headline given by the caller is looked for in the text.
    """
    head = _head_length(blocks)
    for at in [*range(head), *range(max(head, len(blocks) - _TAIL_BLOCKS), len(blocks))]:
        block = blocks[at]
        if block.kind not in ("heading", "paragraph", "furniture") or len(block.text) > _LONGEST_LINE or "mark" in block.data:
            continue
        if at < head and is_byline(block, found[at]) and not any(other.kind == "byline" for other in blocks[:at]):
            block.kind = "byline"
        elif found[at] and is_timestamp(block, found[at]):
            block.kind, block.data = "furniture", {"kind": "timestamp"}
    _mark_headline(blocks, given)
    _mark_standfirst(blocks)


def _head_length(blocks: list[Block]) -> int:
    """How many blocks may belong to the head: those up to the first long paragraph, and two more."""
    for at, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.kind == "paragraph" and len(block.text) > _LONGEST_STANDFIRST:
            return min(at + 3, len(blocks))
    return min(_HEAD_BLOCKS, len(blocks))


def is_byline(block: Block, found: Sequence[Wire]) -> bool:
    """Whether a line names the authors: a word for "by" and then names, and perhaps a place or a time."""
    return bool(names_in(block, found))


def names_in(block: Block, found: Sequence[Wire]) -> tuple[str, ...]:
    """The authors that a line names; () for a line that is no byline."""
    lowered = block.text.lower()
    begun = BYLINE.match(lowered)
    if begun is None or len(lowered) != len(block.text):
        return ()
    text = block.text[begun.start("names") :]
    if text[-1] in SENTENCE_END and not text.endswith("."):
        return ()
    first = _SEPARATOR.split(_without_dates(text, block, found), maxsplit=1)[0].strip(" ,;|")
    names: list[str] = []
    for name in _AND.split(first):
        name = re.sub(r"\s*[(（\[].*", "", name).strip(" .,:：").strip()
        if not name:
            continue
        words = name.split()
        # In scripts with capitals a name begins with one, and only particles ("van", "de la") do not.
        cased = [word for word in words if word[0].upper() != word[0].lower()]
        capitals = sum(word[0].isupper() for word in cased)
        if len(words) > _NAME_WORDS or cased and capitals * 2 < len(cased) or any(c.isdigit() for c in name):
            break  # a role, a place or a sentence: "Anna Berg, transport correspondent"
        names.append(f"{name}." if len(words[-1]) == 1 and f"{name}." in first else name)
    return tuple(names)


def _without_dates(text: str, block: Block, found: Sequence[Wire]) -> str:
    """The text up to the first date in it."""
    for date in found:
        written = _fold(date, block)
        place = text.find(written) if written else -1
        if place >= 0:
            return text[:place]
    return text


def _fold(date: Wire, block: Block) -> str:
    """A date's words as they stand in the block's text. Blocks of the head are single lines, so offsets carry over
    unless white space was folded before the date."""
    return block.text[date["start"] - block.start : date["end"] - block.start]


def is_timestamp(block: Block, found: Sequence[Wire]) -> bool:
    """Whether a line holds nothing but a time of publication: a date and set words, or that as one part of several that
    are parted by pipes or dots ("Reuters | Paris | Updated 3 May 2024")."""
    if not any(date["precision"] in _DAY_OR_FINER for date in found):
        return False
    text = block.text
    for date in reversed(found):
        text = text[: date["start"] - block.start] + "\0" + text[date["end"] - block.start :]
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    plain = [part for part in parts if all(word.lower().strip(".") in TIMESTAMP_WORDS or word.isdigit() for word in _WORD.findall(part))]
    if not any("\0" in part for part in plain):
        return False
    others = len(parts) - len(plain)
    return others == 0 or others <= 3 and all(len(part.split()) <= 3 for part in parts)


def reads_as_update(text: str) -> bool:
    """Whether a timestamp says when the article was changed rather than published."""
    lowered = text.lower()
    return any(word in lowered for word in UPDATE_WORDS)


def _mark_headline(blocks: list[Block], given: str | None) -> None:
    """The headline is the given one where it stands in the text, else a heading before any of the body."""
    chosen = None
    if given:
        wanted = _key(given)
        chosen = next((block for block in blocks[:_HEAD_BLOCKS] if block.kind in ("heading", "paragraph") and _key(block.text) == wanted), None)
    else:
        for block in blocks:
            if block.kind == "heading":
                chosen = block
            if block.kind not in ("furniture", "byline"):
                break
    if chosen is not None:
        chosen.kind = "headline"
    text = chosen.text if chosen is not None else given
    if not text:
        return
    wanted = _key(text)
    for block in blocks:
        if block.kind in ("heading", "paragraph") and len(block.text) < 2 * len(text) and _key(block.text) == wanted:
            block.kind, block.data = "furniture", {"kind": "repeat"}


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _mark_standfirst(blocks: list[Block]) -> None:
    """A short paragraph between the headline and a byline or timestamp, or right behind the headline without the stop
    that ends a paragraph."""
    at = next((i for i, block in enumerate(blocks) if block.kind == "headline"), None)
    if at is None or at + 2 >= len(blocks):
        return
    block, after = blocks[at + 1], blocks[at + 2]
    if block.kind not in ("paragraph", "heading") or "mark" in block.data or len(block.text) > _LONGEST_STANDFIRST:
        return
    if after.kind == "byline" or after.kind == "furniture" and after.data["kind"] == "timestamp":
        block.kind = "standfirst"
