"""Lines of a text that are notices: bylines, timestamps, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ...bylines import (
    LONGEST_WIDE_NAME,
    bare_names,
    byline_names,
    is_by,
    is_contact_label,
    is_role,
    is_signed_by_newsroom,
    names_beside,
    wide_name_before,
    without_role,
)
from ...dates import resolve
from ...notices import LONGEST_TERMS, furniture_kind, is_masthead
from ...phrases import BY_IN, FOR, SECTION_NAMES, SECTION_WORDS, SUMMARY_LABELS, WITH
from ...timestamps import DAY_OR_FINER, is_mostly_moment, is_timestamp, lasts, says_when
from ...writing import FIRST_WIDE, SENTENCE_END, fold, has_digit, primary
from ..blocks import Block
from ..shapes import NO_HEADING, shape
from .clock_lines import mark_clocks, spare_timeline

__all__ = ["HEAD_BLOCKS", "LONGEST_STANDFIRST", "mark_notices"]

#: Furniture by its phrase is a short line; a paragraph may begin with the same words.
_LONGEST_NOTICE = 200
HEAD_BLOCKS = 12
"""How far down the head of an article may reach."""
LONGEST_STANDFIRST = 320
"""A longer paragraph is the body, in characters."""
#: How many blocks at the end may be a sign-off with a date.
_TAIL_BLOCKS = 4
#: How many blocks below a headline return to its words, the shorter of which tell nothing.
_OPENING, _LEAST_WORD = 3, 4
#: What a name over prose has at most: "Von Angesicht zu Angesicht" is none.
_MOST_NAME_WORDS = 3
#: A line that is signed stands under the headline, the standfirst and one line more at most.
_MOST_ABOVE = 3
#: "Posted on May 6, 2024 by admin": so many words may stand behind the date, and before it.
_MOST_BEHIND_DATE = 4
_MOST_BEFORE_DATE = 5
_BEHIND_DATE = " |·•,;/-–—"
_HELPED = re.compile(rf"([^()]+) \((?:{'|'.join((*WITH, *FOR))}) [^()]+\)")
_SYLLABLE = re.compile("[ぁ-ゟ]")
#: "Photographed", behind the name of a reporter, and "wrote".
_PHOTOGRAPHED, _WROTE = ("摄", "攝"), "文"
#: Behind so many paragraphs a byline is that of a part.
_LEAST_PROSE = 2


@dataclass(slots=True)
class _Head:
    """The head of an article, as far as it has been read."""

    length: int
    """How many blocks may belong to it."""
    opened: bool = False
    """Whether it has begun: furniture may stand before it."""
    signed: bool = False
    """Whether its byline was found."""
    prose: int = 0
    """How many paragraphs stand above a byline that is still to come."""
    deep: list[Block] = field(default_factory=list)
    """Bylines behind prose, which are those of parts unless there is no other."""


def mark_notices(blocks: list[Block], language: str | None) -> None:
    """Give bylines, timestamps and furniture their kinds, as far as set phrases and dates tell."""
    head = _Head(_head_length(blocks))
    for at, block in enumerate(blocks):
        if block.kind == "line":
            _mark_line(blocks, at, head)
        elif block.kind == "heading" and at < head.length and head.opened and not head.signed:
            head.signed = _mark_headed_byline(block)
        elif "stated" in block.data:
            spans = [span for _, span in block.data["stated"]["dates"]]
            block.data["dates"] = resolve([date for span in spans for date in block.dates_in(*span)])
        head.opened = head.opened or block.kind != "furniture"
        if at < head.length and not head.signed:
            head.prose += block.kind == "line" and shape(block) in NO_HEADING
    spare_timeline(blocks, head.length)
    mark_clocks(blocks)
    if not head.signed and not _mark_bare_byline(blocks, head.length, language) and head.deep:
        head.deep[0].kind = "byline"
    _mark_role(blocks[: head.length])


def _mark_line(blocks: list[Block], at: int, head: _Head) -> None:
    """Give a line its kind, by the first that tells: names, dates, phrases."""
    block = blocks[at]
    is_short, in_head = len(block.text) <= _LONGEST_NOTICE, at < head.length
    may_sign = is_short and in_head and not head.signed and not _is_photographed(block.text)
    if may_sign and (head.opened or _opens_with_names(blocks, at)):
        head.signed = _mark_byline(blocks, at, head)
    if block.kind == "line" and is_short and in_head and is_signed_by_newsroom(block.text):
        block.kind, block.data = "furniture", {"kind": "credit"}
    if block.kind == "line" and is_short and block.dates and (in_head or at >= len(blocks) - _TAIL_BLOCKS):
        _mark_timestamp(block, signed=in_head)
    if block.kind == "line" and (kind := _furniture_kind(block.text)):
        block.kind, block.data = "furniture", {"kind": kind}
    if not head.opened and _is_over_headline(blocks, at) and is_masthead(block.text):
        block.kind, block.data = "furniture", {"kind": "other"}


def _is_photographed(text: str) -> bool:
    """Whether a reporter of Chinese signs a picture, and not a text too.

    >>> _is_photographed("记者 王雨桐 摄"), _is_photographed("记者 王雨桐 文/摄")
    (True, False)
    """
    return text.endswith(_PHOTOGRAPHED) and _WROTE not in text and furniture_kind(text) == "caption"


def _is_over_headline(blocks: list[Block], at: int) -> bool:
    """Whether a line stands above another that may be the headline."""
    return blocks[at].kind == "line" and at + 1 < len(blocks) and _may_be_headline(blocks[at + 1])


def _furniture_kind(text: str) -> str | None:
    kind = furniture_kind(text) if len(text) <= LONGEST_TERMS else None
    return None if kind == "related" and len(text) > _LONGEST_NOTICE else kind


def _opens_with_names(blocks: list[Block], at: int) -> bool:
    """Whether a first line may be a byline. A headline too may begin with a word for "by" ("Di Maio a Bruxelles"), but
    its words come again below it. Over prose only names alone are a byline."""
    names = _names_in(blocks[at])
    below = blocks[at + 1 : at + 1 + _OPENING]
    if not names or not below:
        return False
    text = " ".join(block.text for block in below)
    if any(word in text for name in names for word in _words_of(name)):
        return False
    return _may_be_headline(below[0]) or (
        all(map(_is_full_name, names)) and blocks[at].text.rstrip(" .|").endswith(names[-1])
    )


def _words_of(name: str) -> list[str]:
    return [word for word in name.split() if len(word) >= _LEAST_WORD]


def _is_full_name(name: str) -> bool:
    """
    >>> _is_full_name("Ada Kimani"), _is_full_name("王小明"), _is_full_name("Madrid nach Rom"), _is_full_name("Maio")
    (True, True, False, False)
    """
    if name[0] >= FIRST_WIDE:
        return len(name) <= LONGEST_WIDE_NAME
    words = name.split()
    return 1 < len(words) <= _MOST_NAME_WORDS and all(word[0].isupper() for word in words)


def _names_in(block: Block) -> tuple[str, ...]:
    """The authors that a line names, before its date or behind it ("Published 3 May 2024 by Ana Ruiz")."""
    text = block.text
    if not block.dates:
        return byline_names(text)
    spans = block.spans
    end = spans[-1][1]
    rest = text[end:].lstrip(_BEHIND_DATE)
    return byline_names(text, spans) or (byline_names(rest) if rest and is_timestamp(text[:end], spans) else ())


def _mark_byline(blocks: list[Block], at: int, head: _Head) -> bool:
    """Whether a line is the byline. Behind prose it is that of a part ("Analysis")."""
    block = blocks[at]
    authors = _names_in(block)
    if not authors and at and block.dates:
        authors = _names_by_dates(block, block.spans, blocks[at + 1 : at + 1 + _OPENING])
        if not all(map(_is_full_name, authors)) or _come_again(authors, blocks, at):
            return False
    if authors:
        block.kind, block.data = "byline", {"authors": authors, "dates": resolve(block.dates)}
        if head.prose >= _LEAST_PROSE:
            block.kind, block.data = "furniture", {**block.data, "kind": "credit"}
            head.deep.append(block)
            return False
    return bool(authors)


def _names_by_dates(block: Block, dates: list[tuple[int, int]], below: list[Block]) -> tuple[str, ...]:
    """The names on a line of dates without a word for "by". Only Japanese names are told from those of papers where
    nothing parts them from the date, and Japanese is told by its syllables in the lines below."""
    if is_timestamp(block.text, dates):
        return names_beside(block.text, dates)
    if block.text[0] < FIRST_WIDE or not any(_SYLLABLE.search(other.text) for other in below):
        return ()
    return wide_name_before(block.text, dates)


def _come_again(names: tuple[str, ...], blocks: list[Block], at: int) -> bool:
    """Whether words of names stand in the lines below, as those of a heading or place do."""
    below = " ".join(block.text for block in blocks[at + 1 : at + 1 + _OPENING])
    return any(word in below for each in names for word in _words_of(each))


def _is_subject(names: tuple[str, ...], blocks: list[Block], at: int) -> bool:
    """Whether a name stands in the lines around as a whole, as what they are about does."""
    around = [*blocks[:at], *blocks[at + 1 : at + 1 + _OPENING]]
    return any(name in block.text for name in names for block in around if block.kind != "furniture")


def _mark_timestamp(block: Block, *, signed: bool) -> None:
    """`signed`: whether it may say by whom, as links at the end do too."""
    spans = block.spans
    text = block.text
    begin, end = spans[0][0], spans[-1][1]
    rest = text[end:].lstrip(_BEHIND_DATE)
    told = says_when(text[:begin])
    if (
        signed
        and rest.count(" ") <= _MOST_BEHIND_DATE
        and (is_by(rest) or (told and fold(rest).partition(" ")[0] in SECTION_WORDS and rest[-1] not in SENTENCE_END))
    ):
        text = text[:end]  # Posted on 6 May 2024 by admin, or in News
    if signed and told and text[:begin].count(" ") <= _MOST_BEFORE_DATE and is_by(text):
        text, spans = text[begin:], [(start - begin, stop - begin) for start, stop in spans]  # Posted by admin on 6 May
    # A weekday alone is a heading ("What is on").
    if not has_digit(text) or not (is_timestamp(text, spans) or (signed and is_mostly_moment(text, spans))):
        return
    dates = resolve(block.dates)
    if lasts(text):
        block.kind = "paragraph"  # an event's
    elif any(date["precision"] in DAY_OR_FINER for date in dates):
        block.kind, block.data = "furniture", {"kind": "timestamp", "dates": dates}


def _mark_headed_byline(block: Block) -> bool:
    """A line marked as a heading that names the authors ("### By Ana Ruiz") is the byline."""
    authors = byline_names(block.text) if "mark" in block.data else ()
    if not authors or not all(map(_is_full_name, authors)):
        return False
    block.kind, block.data = "byline", {"authors": authors, "dates": resolve(block.dates)}
    return True


def _mark_bare_byline(blocks: list[Block], head: int, language: str | None) -> bool:
    """A line of names alone, next to a timestamp in the head, above a line that names a role or below "By" alone, is
    the byline; and so is one that names the role behind a comma, or the place behind a pipe, right under the headline,
    and a name there that a line at the end tells of."""
    by = BY_IN.get(primary(language))
    for at in range(1, head):
        block = blocks[at]
        if block.kind != "line" or fold(block.text) in SUMMARY_LABELS or is_contact_label(blocks[at - 1].text):
            continue
        if at <= _MOST_ABOVE and (authors := _signed(blocks, at, by)):
            block.kind, block.data = "byline", {"authors": authors, "dates": []}
            return True
        beside = [blocks[at - 1], *blocks[at + 1 : at + 2]]
        timed = any(near.is_furniture("timestamp") for near in beside)
        if timed and block.text in SECTION_NAMES:
            block.kind, block.data = "furniture", {"kind": "other"}
            continue
        placed = not timed and _is_over_place(blocks, at)
        begun = not timed and not placed and _is_by_alone(blocks, at - 1)
        told = at <= _MOST_ABOVE and _is_told_of(blocks, at)
        if not timed and not placed and not begun and not told and not _is_over_author(blocks, at):
            continue
        authors = bare_names(block.text)
        if timed and _is_subject(authors, blocks, at):
            continue
        # The line above a timestamp may be the headline: names stand below one.
        if authors and any(other.kind == "line" for other in blocks[:at]):
            block.kind, block.data = "byline", {"authors": authors, "dates": []}
            for other in blocks[at + 1 : at + 2] if placed else blocks[at - 1 : at] if begun else ():
                other.kind, other.data = "furniture", {"kind": "credit"}
            return True
    return False


def _is_over_place(blocks: list[Block], at: int) -> bool:
    """Whether a full name stands over a line of a few words and that over a timestamp: "Ana Ruiz", "Madrid"."""
    if at + 2 >= len(blocks) or not blocks[at + 2].is_furniture("timestamp"):
        return False
    place, names = blocks[at + 1], bare_names(blocks[at].text)
    return (
        place.kind == "line"
        and place.text.count(" ") < _MOST_NAME_WORDS
        and _may_be_headline(place)
        and names != ()
        and all(map(_is_full_name, names))
        and not _come_again(names, blocks, at)
    )


def _is_told_of(blocks: list[Block], at: int) -> bool:
    """Whether a full name alone begins a line at the end, which says who the author is: "Ana Ruiz teaches in Pell"."""
    text = blocks[at].text
    if not _is_full_name(text) or bare_names(text) != (text,):
        return False
    end = max(at + _LEAST_PROSE, len(blocks) - _TAIL_BLOCKS)
    if any(word in block.text for block in blocks[at + 1 : end] for word in _words_of(text)):
        return False
    begun = f"{text} "
    return any(
        block.text.startswith(begun) and not block.text[len(begun) : len(begun) + 1].isupper() for block in blocks[end:]
    )


def _is_by_alone(blocks: list[Block], at: int) -> bool:
    """Whether a line below the headline is a word for "by", over a full name."""
    names = bare_names(blocks[at + 1].text) if at and is_by(f"{blocks[at].text} {blocks[at + 1].text}") else ()
    return names != () and all(map(_is_full_name, names)) and not is_by(blocks[at].text)


def _signed(blocks: list[Block], at: int, by: str | None) -> tuple[str, ...]:
    """The names on a line such as "Ana Prior, Staff Writer", "Ana Ruiz | Madrid" or, where `by` is the language's own
    word, "De Ion Popa", whose words do not come again below as those of a heading do."""
    text = blocks[at].text
    if (
        blocks[at].dates
        or ":" in text
        or is_by(text)
        or not any(above.kind in ("line", "heading") for above in blocks[:at])
    ):
        return ()
    name, comma, role = text.partition(", ")
    if not comma and (bare := without_role(text)) != text:
        name = bare  # Ana Prior Political editor
    elif by and fold(text).startswith(f"{by} "):
        name = text[len(by) + 1 :]
    elif (helped := _HELPED.fullmatch(text)) is not None:
        name = helped[1]  # Ana Ruiz (with Coastwire)
    elif not (comma and is_role(role)):
        name, pipe, place = text.partition(" | ")
        if not pipe or place.count(" ") > _MOST_NAME_WORDS or not place[0].isupper() or shape(blocks[at]) in NO_HEADING:
            return ()
    names = bare_names(name)
    if not names or not all(map(_is_full_name, names)):
        return ()
    return () if _come_again(names, blocks, at) else names


def _is_over_author(blocks: list[Block], at: int) -> bool:
    """Whether the line below says what the author does, or how to write to them; with no prose below that, it says whom
    to ask."""
    below = blocks[at + 1 : at + 2]
    return any(map(_names_role, below)) or (
        any(block.is_furniture("credit") and "@" in block.text for block in below)
        and any(block.kind == "line" and shape(block) in NO_HEADING for block in blocks[at + 2 :])
    )


def _names_role(block: Block) -> bool:
    return block.kind == "line" and is_role(block.text)


def _may_be_headline(block: Block) -> bool:
    return block.kind == "heading" or (block.kind == "line" and shape(block) not in NO_HEADING)


def _mark_role(head: list[Block]) -> None:
    """A line that names the author's role under the byline ("Science correspondent")."""
    for byline, block in pairwise(head):
        if byline.kind == "byline" and _names_role(block):
            block.kind, block.data = "furniture", {"kind": "credit"}


def _head_length(blocks: list[Block]) -> int:
    """How many blocks may belong to the head: those up to the first long paragraph, and two more."""
    for at, block in enumerate(blocks[:HEAD_BLOCKS]):
        if block.kind == "line" and len(block.text) > LONGEST_STANDFIRST:
            return min(at + 3, len(blocks))
    return min(HEAD_BLOCKS, len(blocks))
