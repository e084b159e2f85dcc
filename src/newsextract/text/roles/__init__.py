"""What the lines and items of a text are, read together: headline, headings, paragraphs, items, notices, furniture.

Set phrases and dates tell notices (`notice_lines`), the line model tells the rest (`line_model`), and a few rules of
form stand over it (`headings`). Then the blocks are made anew, since items may turn out to be links or headings, and
bare lines items.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from ...bylines import bare_names, byline_names, is_by, is_contact_label
from ...dates import Expression, resolve
from ...model.article import PLAIN_LEVEL
from ...writing import is_spaceless
from ..blocks import Block, shown_of, spans_in, with_hidden
from ..datelines import has_dateline, opens_report
from ..line_model import CLASS_OF_KIND, FURNITURE, Answer, line_model
from ..markers import marker_of
from ..rules.lists import item_record, line_of
from ..shapes import NO_HEADING
from ..units import Unit, units_of
from .asides import overrule_asides
from .beside import overrule_beside
from .code_lines import overrule_code
from .headings import BY_RULE, is_heading, numerals
from .notice_lines import HEAD_BLOCKS, mark_notices
from .runs import overrule_runs
from .series import overrule_series

__all__ = ["assign", "decide", "units_with_notices"]

#: So many headings with marks are no accident.
_LEAST_MARKED = 2
_HEADING_MARKS = frozenset("■□●○◆◇")
#: A line alone is no list.
_LEAST_ITEMS = 2


def assign(blocks: list[Block], text: str, language: str | None) -> list[Block]:
    """The blocks of a text with every line and item decided."""
    units = units_with_notices(blocks, language)
    answers = line_model().classify(units, is_spaceless(language))
    decide(units, answers)
    return with_hidden(list(_rebuilt(units, answers, text)), blocks)


def units_with_notices(blocks: list[Block], language: str | None) -> list[Unit]:
    """The units that the line model is asked about, or told of: notices are marked, and lines that show nothing left
    out."""
    shown = shown_of(blocks)
    mark_notices(shown, language)
    return units_of(shown)


def decide(units: list[Unit], answers: list[Answer]) -> None:
    """The model's answers as they stand at last: what the form says goes before them."""
    _overrule(units, answers)
    _spare_lone_items(units, answers)
    _spare_body(units, answers)


def _overrule(units: list[Unit], answers: list[Answer]) -> None:
    """Where the form alone decides."""
    if all(unit.item >= 0 for unit in units):
        answers[:] = [Answer("L", 1.0)] * len(units)  # nothing but a list, and no article that it could be links of
    first = next((at for at, unit in enumerate(units) if unit.block.kind != "furniture"), 0)
    marked = [unit.block.data["level"] for unit in units if _is_marked(unit)]
    # In the raw form of an article headings of the plain level are bare, and the lower ones are marked.
    if (len(marked) >= _LEAST_MARKED and min(marked) <= PLAIN_LEVEL) or (units and _is_title(units[first])):
        _trust_marks(units, answers)
        return
    lone = [
        at
        for at, unit in enumerate(units)
        if (unit.item == 0 or (unit.item < 0 and unit.text[:1] in _HEADING_MARKS)) and _leads(units, at)
    ]
    for at in lone if len(lone) >= _LEAST_MARKED else ():
        answers[at] = Answer("H", BY_RULE)
    for at, unit in enumerate(units):
        if (
            unit.block.kind == "line"
            and (at == first or unit.shape == "colon" or unit.text[:1].isdigit())  # no other is one
            and answers[at].name not in ("H", "HL")
            and is_heading(units, at, first)
        ):
            answers[at] = Answer("HL" if at == first else "H", BY_RULE)
    parts = numerals(units)
    for at in parts:
        if answers[at].name != "H":
            answers[at] = Answer("H", BY_RULE)
    if parts and parts[0] == first + 1 and answers[first].name in FURNITURE:
        answers[first] = Answer("HL", BY_RULE)
    if units and answers[first].name in ("HL", *FURNITURE) and _begins_to_count(units, answers, first):
        answers[first] = answers[first]._replace(name="H")
    overrule_runs(units, answers)
    overrule_beside(units, answers)
    overrule_series(units, answers)
    overrule_code(units, answers)
    overrule_asides(units, answers)
    _spare_report(units, answers)
    for at, (above, answer) in enumerate(zip(units, answers[1:], strict=False), 1):
        if answer.name == "BY" and is_contact_label(above.text):
            answers[at] = answer._replace(name=CLASS_OF_KIND["credit"])


def _spare_report(units: list[Unit], answers: list[Answer]) -> None:
    """A dateline opens the body: its line is a paragraph, and where that would be furniture, so is the prose behind it
    that would be the same."""
    at = next((at for at in range(min(HEAD_BLOCKS, len(units))) if _opens_report(units, at)), None)
    if at is None or answers[at].name == "P":
        return
    taken_for = answers[at].name
    answers[at] = answers[at]._replace(name="P")
    while (at := at + 1) < len(units) and answers[at].name == taken_for in FURNITURE and units[at].shape in NO_HEADING:
        answers[at] = answers[at]._replace(name="P")


def _opens_report(units: list[Unit], at: int) -> bool:
    """Whether a bare line is the report's first paragraph, by its dateline; of several that look so each is one of a
    list."""
    return (
        units[at].block.kind == "line"
        and opens_report(units[at].block)
        and not any(has_dateline(below.block) for below in units[at + 1 : at + 2])
    )


def _leads(units: list[Unit], at: int) -> bool:
    """Whether a line with a mark that East Asian news set before headings (■) stands alone over prose or a list."""
    unit = units[at]
    if unit.item >= 0:
        items = unit.block.data["items"]
        mark = items[0]["marker"] if len(items) == 1 else ""
    else:
        mark = unit.text[:1] if unit.block.kind == "line" and unit.shape not in NO_HEADING else ""
    if not mark or mark not in _HEADING_MARKS or at + 1 == len(units):
        return False
    below = units[at + 1]
    # A paragraph of Japanese may end in what somebody says, which has no stop.
    return below.item == 0 or below.shape in NO_HEADING or "。" in below.text


def _begins_to_count(units: list[Unit], answers: list[Answer], first: int) -> bool:
    """Whether a first line is the heading of a first section, and no headline or notice: another counts on from it."""
    marker = marker_of(units[first].text)
    if marker is None or marker.number != 1:
        return False
    others = [marker_of(unit.text) for unit, answer in zip(units, answers, strict=True) if answer.name == "H"]
    return any(other is not None and other[1:3] == (2, marker.style) for other in others)


def _is_marked(unit: Unit) -> bool:
    return unit.block.kind == "heading" and "mark" in unit.block.data


def _is_title(unit: Unit) -> bool:
    """Whether a line is marked as the title of all that follows."""
    return _is_marked(unit) and unit.block.data["mark"] == "#" and unit.block.data["level"] == 1


def _trust_marks(units: list[Unit], answers: list[Answer]) -> None:
    """Who marks headings, marks all: what is bare is none, nor is it an item that lost its marker; and an item with a
    number is no heading."""
    for at, unit in enumerate(units):
        if unit.item >= 0 and answers[at].name in ("H", "HL"):
            answers[at] = Answer("L", 1.0)
        bare = unit.block.kind == "line" and "mark" not in unit.block.data
        if bare and answers[at].name in ("H", "HL", "L"):
            answers[at] = Answer("P", 1.0)


def _spare_lone_items(units: list[Unit], answers: list[Answer]) -> None:
    """A bare line taken for an item is a paragraph where no other item is next to it."""
    if not any(answer.name == "L" and unit.item < 0 for unit, answer in zip(units, answers, strict=True)):
        return
    begin = 0
    for is_item, run in groupby(units, lambda unit: unit.block.kind == "line"):
        length = sum(1 for _ in run)
        if is_item:
            places = range(begin, begin + length)
            for item, group in groupby(places, lambda at: answers[at].name == "L"):
                found = list(group)
                if item and len(found) < _LEAST_ITEMS:
                    answers[found[0]] = Answer("P", answers[found[0]].confidence)
        begin += length


def _spare_body(units: list[Unit], answers: list[Answer]) -> None:
    """What somebody signed has a body: where all behind the byline would be furniture, the prose there is none."""
    signed = next((at for at, unit in enumerate(units) if unit.block.kind == "byline"), len(units))
    behind = range(signed + 1, len(units))
    if all(answers[at].name in FURNITURE for at in behind):
        for at in behind:
            if units[at].block.kind == "line" and units[at].shape in NO_HEADING:
                answers[at] = answers[at]._replace(name="P")


def _rebuilt(units: list[Unit], answers: list[Answer], text: str) -> Iterator[Block]:
    """Blocks of the units, runs of items as lists."""
    begin = 0
    while begin < len(units):
        unit, answer = units[begin], answers[begin]
        end = begin + 1
        if answer.name == "L" and unit.is_open:
            while end < len(units) and answers[end].name == "L" and _are_one_list(units[end - 1], units[end], text):
                end += 1
            yield _list(units[begin:end])
        elif unit.is_open:
            yield _single(unit, answer, text)
        else:
            yield unit.block
        begin = end


def _are_one_list(above: Unit, unit: Unit, text: str) -> bool:
    """Whether two items one below the other are of one list; a line between them that shows nothing is part of none."""
    if above.item >= 0:
        return unit.block is above.block
    return unit.item < 0 and unit.block.kind == "line" and not text[above.end : unit.start].strip()


def _list(units: Sequence[Unit]) -> Block:
    first = units[0]
    block = first.block
    if first.item >= 0:
        if len(units) == len(block.data["items"]):
            return block
        items = [block.data["items"][unit.item] for unit in units]
        # The first is outermost, though the item that it stood under may be a link or heading now.
        outermost = accumulate((item["depth"] for item in items), min)
        items = [{**item, "depth": item["depth"] - depth} for item, depth in zip(items, outermost, strict=True)]
    else:
        items = [item_record(unit.text, "", False, 0, unit.start, unit.end) for unit in units]
    dates = [date for unit in units for date in _dates(unit)]
    data = {"ordered": items[0]["ordered"], "items": items}
    return Block("list", "", first.start, units[-1].end, first.gap, data, dates)


def _dates(unit: Unit) -> list[Expression]:
    """The dates in a unit."""
    return unit.block.dates if unit.item < 0 else unit.block.dates_in(unit.start, unit.end)


def _single(unit: Unit, answer: Answer, text: str) -> Block:
    """A block of one unit."""
    block = unit.block
    if unit.item >= 0:
        line = line_of(block, block.data["items"][unit.item])
        block = Block("line", line, unit.start, unit.end, unit.gap, {}, _dates(unit))
        block.spans = spans_in(block, text)
    name = answer.name
    if name in ("HL", "H"):
        block.kind = "headline" if name == "HL" else "heading"
        block.data = {**block.data, "level": PLAIN_LEVEL, "confidence": round(answer.confidence, 2)}
    elif name == "SF":
        block.kind = "standfirst"
    elif name == "Q":
        block.kind, block.data = "quote", {}
    elif name == "BY" and (authors := byline_names(block.text) or _unlabelled_names(block.text)):
        block.kind, block.data = "byline", {"authors": authors, "dates": resolve(block.dates)}
    elif name == "TS" and block.dates:
        block.kind, block.data = "furniture", {"kind": "timestamp", "dates": resolve(block.dates)}
    elif name in ("BY", "TS") or name in FURNITURE:
        block.kind, block.data = "furniture", {"kind": FURNITURE.get(name, "credit")}
    else:
        block.kind = "paragraph"
    return block


def _unlabelled_names(text: str) -> tuple[str, ...]:
    """Names alone, with no label that is none of a byline's: "Photographs: Ana Ruiz"."""
    return () if ":" in text or "：" in text or is_by(text) else bare_names(text)
