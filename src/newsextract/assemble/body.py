"""The body of an article: sections, the intros of lists and tables."""

from __future__ import annotations

from ..model.article import PLAIN_LEVEL
from ..text import Block, Wire
from ..writing import COLONS, sentence_ends

__all__ = ["sections_of"]

#: An intro is a sentence that ends in a colon. It is looked for in so many characters before that; of a longer one the
#: whole paragraph is the intro.
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
        "level": data.get("level", PLAIN_LEVEL),
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
    if above is None or above.kind != "paragraph" or not above.text.endswith(COLONS):
        return None
    text = above.text
    return text[max(sentence_ends(text, max(0, len(text) - _LONGEST_INTRO)), default=0) :]
