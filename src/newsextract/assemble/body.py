"""The body of an article: sections, the intros of lists and tables, the dateline."""

from __future__ import annotations

import re

from ..text import Block, Wire
from ..writing import sentence_ends

__all__ = ["dateline_of", "sections_of"]

#: "NAIROBI (Agency) - ", "BERLIN, 3 May - ", "PARIS — ", "Москва. 3 мая. ТАСС - ": a place in capitals or an agency in
#: brackets, and a dash.
_DATELINE = re.compile(
    r"""
    (?P<place> [^\W\d_] [\w.'’/-]* (?: [ ,/]{1,2} [^\W\d_] [\w.'’/-]* ){0,4}? )     # up to five words
    (?P<rest>  (?: \s* , \s* [^()—–-]{1,30}? )?                                      # a day
               (?P<agency> \s* [(（\[] [^()（）\[\]]{1,40} [)）\]] )? )                 # an agency
    \s* (?: — | – | \.?-{1,2} ) \s+
    """,
    re.VERBOSE,
)
#: Forms of their own, which need no further proof.
_DATELINES = (
    # 新华社北京5月3日电（记者 …）, 本报上海3日讯
    re.compile(
        r"(?:[一-鿿]{2,6}(?:社|网|報|报)|本报|本報)(?P<place>[一-鿿]{2,8}?)(?:\d{1,2}月)?\d{1,2}日[电電讯訊]\s*(?:[（(][^（）()]{1,40}[）)])?\s*"
    ),
    # МОСКВА, 3 мая. /ТАСС/.
    re.compile(
        r"(?P<place>[^\W\d_][\w.’-]*(?:[ -][^\W\d_][\w.’-]*){0,3})[,.][^/\n]{1,30}[./]"
        r"\s*/[^/\n]{2,30}/\.?\s*(?:[—–-]\s+)?"
    ),
    # (서울=연합뉴스) 김기자 기자 =
    re.compile(r"\((?P<place>[가-힣]{2,10})=[가-힣\w ]{2,20}\)\s*(?:[가-힣 ·]{2,30}기자\s*)?=\s*"),
)
_LONGEST_DATELINE = 80
#: Every dateline has one of these, and few paragraphs do.
_DATELINE_MARKS = (" - ", ".- ", "— ", "– ", "--", "日", "/", "=")
_SPACE = re.compile(r"\s")
#: An intro ends in a colon; the sentence it ends begins behind the last stop before it.
_INTRO_END = (":", "：")
#: Sentences are shorter than this; a longer one is given with its paragraph.
_LONGEST_INTRO = 600


def sections_of(blocks: list[Block]) -> list[Wire]:
    """Headings and what stands under each, in reading order; no section that is empty and has no heading."""
    sections: list[Wire] = []
    current: list[Wire] = []
    heading: Wire | None = None
    above: Block | None = None
    for block in blocks:
        if block.kind == "heading":
            if heading is not None or current:
                sections.append({"heading": heading, "blocks": current})
            heading = _heading(block)
            current = []
        elif block.kind in _RECORDS:
            current.append(_RECORDS[block.kind](block, above))
        above = block
    if heading is not None or current:
        sections.append({"heading": heading, "blocks": current})
    return sections


def _heading(block: Block) -> Wire:
    data = block.data
    return {
        "text": block.text,
        "level": data.get("level", 2),
        "confidence": data.get("confidence"),
        "start": block.start,
        "end": block.end,
    }


def _paragraph(block: Block, above: Block | None) -> Wire:
    return {"type": "paragraph", "text": block.text, "start": block.start, "end": block.end}


def _quote(block: Block, above: Block | None) -> Wire:
    return {
        "type": "quote",
        "text": block.text,
        "attribution": block.data.get("attribution"),
        "start": block.start,
        "end": block.end,
    }


def _list(block: Block, above: Block | None) -> Wire:
    data = block.data
    return {
        "type": "list",
        "ordered": data["ordered"],
        "intro": _intro(above),
        "items": data["items"],
        "start": block.start,
        "end": block.end,
    }


def _table(block: Block, above: Block | None) -> Wire:
    data = block.data
    return {
        "type": "table",
        "caption": data["caption"],
        "intro": _intro(above),
        "columns": data["columns"],
        "rows": data["rows"],
        "start": block.start,
        "end": block.end,
    }


_RECORDS = {"paragraph": _paragraph, "quote": _quote, "list": _list, "table": _table}


def _intro(above: Block | None) -> str | None:
    """The last sentence of the paragraph above, if it ends in a colon."""
    if above is None or above.kind != "paragraph" or not above.text.endswith(_INTRO_END):
        return None
    text = above.text
    return text[max(sentence_ends(text, max(0, len(text) - _LONGEST_INTRO)), default=0) :]


def dateline_of(blocks: list[Block], source: str) -> Wire | None:
    """The dateline of the first paragraph of the body, a span of it."""
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return None
    # One for one, so that offsets stay.
    head = _SPACE.sub(" ", source[first.start : min(first.end, first.start + _LONGEST_DATELINE)])
    if not any(mark in head for mark in _DATELINE_MARKS):
        return None
    found = next((found for form in _DATELINES if (found := form.match(head))), None)
    if found is None:
        found = _DATELINE.match(head)
        if found is None:
            return None
        place = found["place"]
        # Without an agency only capitals tell a place from the subject of a sentence; "BERLIN" has no small letters.
        if not found["agency"] and not (place.upper() == place and place.lower() != place and len(place) > 1):
            return None
    if first.start + found.end() >= first.end:
        return None
    end = first.start + found.end()
    return {
        "text": head[: found.end()],
        "place": " ".join(found["place"].split()),
        "start": first.start,
        "end": end,
    }
