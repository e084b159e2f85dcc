"""What a bare line is: the one place that decides it.

`assign` reads the blocks of a whole text and gives each of kind "line" a kind of its own: heading, paragraph or
furniture. Set phrases decide furniture; for headings a scorecard adds up evidence from the line and its neighbours,
and the sum is the confidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from math import exp

from ..dates import resolve
from ..notices import DAY_OR_FINER, bare_names, byline_names, furniture_kind, is_timestamp
from ..phrases import SENTENCE_END
from .blocks import Block
from .lists import label_of, marker_of
from .scorecard import BIAS, WEIGHTS

__all__ = ["assign", "candidates"]

#: A heading is at most this long; what is longer is a paragraph and needs no second look. (The longest of 7,395
#: headings in dumps of 985 sites that was no paragraph in a heading's tag had 180.)
_LONGEST_HEADING = 200
#: From here on a line that ends like a sentence is prose.
_PROSE = 100
#: Furniture by its phrase is a short line; a paragraph may begin with the same words.
_LONGEST_NOTICE = 200
#: How far down the head of an article may reach, and how many blocks at the end may be a sign-off with a date.
_HEAD_BLOCKS = 12
_TAIL_BLOCKS = 4
#: A longer paragraph is the body.
_LONGEST_STANDFIRST = 320

#: Lines with labels: how many make a list, and how long each may be.
_LEAST_LABELLED = 3
_LONGEST_LABELLED = 240
_LONGEST_ITEM = 80

#: A label alone on its line has one or two words; what is longer introduces the list and is a sentence.
_LABEL_WORDS = 2
_LONGEST_BARE_LABEL = 40
_LONGEST_UNSPACED_LABEL = 6
#: Shapes of paragraphs: what is long, and what ends like a sentence. (Headings with a full stop exist, but of the lines
#: that the scorecard would call one, as many are not.)
_NO_HEADING = ("long", "sentence")

_CLOSERS = "\"'”’»)]）」』】*_ "
_STOP_INSIDE = re.compile(r"[.!?…](?=[\"'”’»)]?\s+[^\Wa-z])|[。！？](?=.)")
#: The letter of a question or answer ("Q: ...", "P. ...", 问：): a paragraph of an interview, however short.
_SPEAKER = re.compile(r"[^\W\d_]{1,2}\s?[:：]|[QAFPRDВО]\.\s")
_QUESTIONS = "?？؟"
_WIDE_COMMAS = "，；、،؛"
#: How many blocks at either end have a place of their own.
_EDGE = 3


def assign(blocks: list[Block]) -> list[Block]:
    """The blocks, each bare line made a heading, a paragraph or furniture."""
    for at, pairs in candidates(blocks):
        block = blocks[at]
        confidence = heading_confidence(pairs) if pairs else 1.0
        if confidence >= 0.5:
            block.kind, block.data = "heading", {"level": 2, "confidence": round(confidence, 2)}
        else:
            block.kind = "paragraph"
    return blocks


def candidates(blocks: list[Block]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The places of the lines that may be headings, with the evidence; with none where they are headings for certain.
    The other bare lines become paragraphs, bylines and furniture on the way."""
    mark_notices(blocks)
    merge_labelled(blocks)
    merge_unmarked(blocks)
    shapes = [shape(block) for block in blocks]
    first = next((at for at, block in enumerate(blocks) if block.kind != "furniture"), 0)
    for at, block in enumerate(blocks):
        if block.kind != "line":
            continue
        if shapes[at] in _NO_HEADING or _SPEAKER.match(block.text) or _is_intro(blocks, shapes, at, first):
            block.kind = "paragraph"
        else:
            yield at, [] if is_certain(blocks, shapes, at, first) else evidence(blocks, shapes, at, first)


def mark_notices(blocks: list[Block]) -> None:
    """Bylines, timestamps and furniture, as far as set phrases and dates tell."""
    head = head_length(blocks)
    tail = len(blocks) - _TAIL_BLOCKS
    byline = False
    for at, block in enumerate(blocks):
        if block.kind != "line":
            continue
        text = block.text
        if len(text) > _LONGEST_NOTICE:
            continue
        if at < head or at >= tail:
            if not byline and at < head and (authors := byline_names(text, _undated(block))):
                block.kind, block.data, byline = "byline", {"authors": authors, "dates": resolve(block.dates)}, True
                continue
            if block.dates and is_timestamp(
                text, [(date.start - block.start, date.end - block.start) for date in block.dates]
            ):
                dates = resolve(block.dates)
                if any(date["precision"] in DAY_OR_FINER for date in dates):
                    block.kind, block.data = "furniture", {"kind": "timestamp", "dates": dates}
                    continue
        kind = furniture_kind(text)
        if kind is not None:
            block.kind, block.data = "furniture", {"kind": kind}
    if not byline:
        mark_bare_byline(blocks, head)


def mark_bare_byline(blocks: list[Block], head: int) -> None:
    """A line of names alone, right above or below a timestamp in the head, is the byline."""
    for at in range(1, head):
        block = blocks[at]
        if block.kind != "line" or not any(_is_timestamp(near) for near in (blocks[at - 1], *blocks[at + 1 : at + 2])):
            continue
        authors = bare_names(block.text)
        # The line above a timestamp may be the headline: names stand below one.
        if authors and any(other.kind == "line" for other in blocks[:at]):
            block.kind, block.data = "byline", {"authors": authors, "dates": []}
            return


def _is_timestamp(block: Block) -> bool:
    return block.kind == "furniture" and block.data["kind"] == "timestamp"


def _undated(block: Block) -> int:
    """How many characters of a line stand before its first date."""
    return block.dates[0].start - block.start if block.dates else len(block.text)


def merge_labelled(blocks: list[Block]) -> None:
    """Make lists of three or more lines in a run that each have a label of their own ("Cost: two million"): their
    markers were lost."""
    labels = [
        _label(block) if block.kind == "line" and (":" in block.text or "：" in block.text) else None
        for block in blocks
    ]
    if sum(label is not None for label in labels) < _LEAST_LABELLED:
        return
    merged: list[Block] = []
    for labelled, run in groupby(range(len(blocks)), key=lambda at: labels[at] is not None):
        places = list(run)
        lines = [blocks[at] for at in places]
        found = [label for at in places if (label := labels[at])]
        if labelled and len(lines) >= _LEAST_LABELLED and len({label for label, _ in found}) == len(lines):
            merged.append(_unmarked_list(lines, found))
        else:
            merged += lines
    blocks[:] = merged


def _label(block: Block) -> tuple[str, str] | None:
    """The label of a line and its text, if it may be an item of a list whose markers were lost."""
    text = block.text
    return None if len(text) > _LONGEST_LABELLED or _SPEAKER.match(text) else label_of(text)


def merge_unmarked(blocks: list[Block]) -> None:
    """Make lists of three or more short lines without a stop that stand between a line ending in a colon and prose."""
    at = 0
    runs = []
    for at, block in enumerate(blocks):
        if block.kind != "line" or not block.text.endswith((":", "：")):
            continue
        end = at + 1
        while end < len(blocks) and _may_be_item(blocks[end]):
            end += 1
        if end - at > _LEAST_LABELLED and (end == len(blocks) or shape(blocks[end]) in _NO_HEADING):
            runs.append((at + 1, end))
    for begin, end in reversed(runs):
        lines = blocks[begin:end]
        blocks[begin:end] = [_unmarked_list(lines, [("", line.text) for line in lines])]


def _may_be_item(block: Block) -> bool:
    if block.kind != "line" or block.gap > 1 or len(block.text) > _LONGEST_ITEM:
        return False
    return _last_mark(block.text) not in SENTENCE_END + ":："


def _unmarked_list(lines: list[Block], labels: list[tuple[str, str]]) -> Block:
    items = [
        {
            "text": text,
            "label": label or None,
            "marker": "",
            "ordered": False,
            "depth": 0,
            "start": line.start,
            "end": line.end,
        }
        for line, (label, text) in zip(lines, labels, strict=True)
    ]
    dates = [date for line in lines for date in line.dates]
    return Block("list", "", lines[0].start, lines[-1].end, lines[0].gap, {"ordered": False, "items": items}, dates)


def head_length(blocks: list[Block]) -> int:
    """How many blocks may belong to the head: those up to the first long paragraph, and two more."""
    for at, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.kind == "line" and len(block.text) > _LONGEST_STANDFIRST:
            return min(at + 3, len(blocks))
    return min(_HEAD_BLOCKS, len(blocks))


def shape(block: Block) -> str:
    """What a block looks like from the outside: its neighbours need no more of it."""
    if block.kind != "line":
        return block.kind
    text = block.text
    size = len(text)
    if size > _LONGEST_HEADING:
        return "long"
    end = _last_mark(text)
    if end in _QUESTIONS:
        return "question"
    if end in "!！":
        return "long" if size > _PROSE else "exclamation"
    if end in SENTENCE_END:
        return "long" if size > _PROSE else "sentence"
    if end in ":：":
        return "colon"
    return "bare" if size <= _PROSE else "wide"


def heading_confidence(pairs: list[tuple[str, str]]) -> float:
    """How sure the evidence makes it that a line is a heading, 0 to 1."""
    total = BIAS
    for group, value in pairs:
        total += WEIGHTS[group].get(value, 0.0)
    return 1 / (1 + exp(-total))


def is_certain(blocks: list[Block], shapes: list[str], at: int, first: int) -> bool:
    """Whether a line is a heading whatever the scorecard says: a label such as "Pros:" over a list or table, and the
    first line of all where a byline or timestamp follows."""
    if at + 1 == len(blocks):
        return False
    after = blocks[at + 1]
    if shapes[at] == "colon":
        return after.kind in ("list", "table") and _is_bare_label(blocks[at].text)
    return at == first and (after.kind == "byline" or (after.kind == "furniture" and after.data["kind"] == "timestamp"))


def _is_intro(blocks: list[Block], shapes: list[str], at: int, first: int) -> bool:
    """Whether the first line of all ends in a colon over a list or table: a sentence that introduces it, no headline."""
    if at != first or shapes[at] != "colon" or at + 1 == len(blocks):
        return False
    return blocks[at + 1].kind in ("list", "table") and not _is_bare_label(blocks[at].text)


def _is_bare_label(text: str) -> bool:
    if text[0] >= "\u2e80":
        return len(text) <= _LONGEST_UNSPACED_LABEL
    return text.count(" ") < _LABEL_WORDS and len(text) <= _LONGEST_BARE_LABEL


def evidence(blocks: list[Block], shapes: list[str], at: int, first: int) -> list[tuple[str, str]]:
    """What speaks for or against a heading, as pairs of a group of the scorecard and the value in it.

    `first` is where the text begins, furniture above it left out.
    """
    block = blocks[at]
    text = block.text
    last = len(blocks) - 1
    before = shapes[at - 1] if at > first else "start"
    after = shapes[at + 1] if at < last else "end"
    beyond = shapes[at + 2] if at + 1 < last else "end"
    found = [
        ("end", _ending(text)),
        ("size", _size(text)),
        ("begins", _beginning(text)),
        ("before", before),
        ("after", after),
        ("after, beyond", f"{after}, {beyond}"),
        ("shape, after", f"{shapes[at]}, {after}"),
    ]
    if _STOP_INSIDE.search(text):
        found.append(("inside", "stop"))
    commas = text.count(",") + text.count(";")
    if not text.isascii():
        commas += sum(map(text.count, _WIDE_COMMAS))
    if commas:
        found.append(("inside", "comma" if commas == 1 else "commas"))
    if " - " in text or " – " in text or " | " in text:
        found.append(("inside", "dash"))
    if text[-1] in ":：":
        found.append(("colon, words", f"{min(text.count(' ') + 1, 5)}, {after}"))
    if ": " in text or "：" in text[:-1]:
        found.append(("inside", "colon"))
    if at - first < _EDGE:
        found.append(("place", f"{at - first}"))
    elif at > last - _EDGE:
        found.append(("place", f"-{last - at + 1}"))
    if at < last and block.gap != blocks[at + 1].gap:
        found.append(("gap", "before" if block.gap > blocks[at + 1].gap else "after"))
    if text.isupper():
        found.append(("looks", "capitals"))
    if "mark" in block.data:
        found.append(("looks", "bold"))
    return found


_ENDINGS = {
    **dict.fromkeys(SENTENCE_END, "stop"),
    **dict.fromkeys(_QUESTIONS, "question"),
    **dict.fromkeys("!！", "exclamation"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、،", "comma"),
}


def _ending(text: str) -> str:
    last = _last_mark(text) if text[-1] == ";" else text[-1]
    if last in _CLOSERS:
        return "stop" if _last_mark(text) in SENTENCE_END else "closer"
    return _ENDINGS.get(last) or ("letter" if last.isalpha() else "digit" if last.isdigit() else "mark")


def _last_mark(text: str) -> str:
    """The last character that closes nothing. The Greek question mark looks like a semicolon, and is given as "?"."""
    bare = text.rstrip(_CLOSERS)
    return "?" if bare[-1:] == ";" and "\u0370" <= bare[-2:-1] <= "\u03ff" else bare[-1:]


#: Upper bounds of the groups of sizes. A character of a script without spaces counts for two.
_SIZES = (8, 16, 28, 45, 65, 90, 130)
_SIZE_NAMES = (*map(str, _SIZES), "more")


def _size(text: str) -> str:
    size = len(text)
    if text[0] >= "\u2e80" or text[-1] >= "\u2e80":
        size += sum(character >= "\u2e80" for character in text)
    return _SIZE_NAMES[bisect_left(_SIZES, size)]


def _beginning(text: str) -> str:
    first = text[0]
    if first.isupper():
        return "word"
    if first.islower():
        return "lower"
    if first.isdigit() or first in "(（":
        return "number" if marker_of(text) else "digit"
    if first in "\"'“„«「『‘":
        return "quote"
    return "word" if first.isalpha() else "mark"
