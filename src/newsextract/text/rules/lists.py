"""Lists: bulleted and numbered, nested by indent, with items that run on over lines."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from ...phrases import SAYS_WHO
from ...writing import SENTENCE_END
from ..blocks import Block, Page, Wire
from ..lines import Line
from ..markers import PAIRED, Marker, marker_of
from ..wrapping import join_lines

__all__ = [
    "dash_list",
    "item_end",
    "item_list",
    "item_record",
    "label_of",
    "lettered_list",
    "line_of",
    "list_block",
]

_LEAST_DASHED = 2
#: So many items are no dialogue, whatever follows; the rule is asked again for each line of what is one, so a longer
#: look would take quadratic time.
_SURELY_DASHED = 64
#: Of the open levels only the innermost are looked at, or the time would grow with the depth.
_OPEN_LEVELS = 8
#: The style of markers that are letters begins with it, and before the first letter stands this.
_LETTER, _BEFORE_A = "letter", ord("a") - 1
_ITEM_ENDS = tuple(SENTENCE_END + ';:；：»”")）」』')
_SENTENCE_ENDS = tuple(SENTENCE_END + '»”"')

_EM_DASH = "— "
#: Dashes that begin items in most languages, and what people say in Polish, French or Norwegian.
_SPEECH_DASHES = ("– ", "- ")

#: "Cost" in "Cost: two million": a few words, no stop.
_LONGEST_LABEL = 60
_LABEL_WORDS = 8
_LABEL_STOPS = frozenset(SENTENCE_END + ";:")
#: Bold marks make it certain.
_BOLD_LABEL = re.compile(r"\*\*(?P<label>[^*:：\s][^*:：]{0,79}?)\s?(?:[:：]\*\*|\*\*\s?[:：])\s*(?=[^\s:：])")


#: "1979: The bridge is closed": of numbers alone years are labels.
_YEAR_LABEL = re.compile(r"((?:1\d|20)\d\d)(?:: |：)")


def label_of(text: str) -> tuple[str, str] | None:
    """The label of an item or line and its text without bold marks around the label.

    >>> label_of("Cost: two million"), label_of("**Cost**: two"), label_of("at 10:30"), label_of("see http://a.b")
    (('Cost', 'Cost: two million'), ('Cost', 'Cost: two'), None, None)
    """
    if text.startswith("**"):
        found = _BOLD_LABEL.match(text)
        if found:
            return found["label"], f"{found['label']}: {text[found.end() :]}"
    colon = text.find(":", 1, _LONGEST_LABEL + 2)
    if colon < 0 or text[colon + 1 : colon + 2] != " ":
        colon = text.find("：", 1, _LONGEST_LABEL + 2)
        if colon < 0 or colon + 1 == len(text):
            return None
    label = text[:colon].rstrip()
    if label.count(" ") >= _LABEL_WORDS or label.isdigit() or not _LABEL_STOPS.isdisjoint(label):
        return None
    return label, text


def dash_list(page: Page, at: int) -> tuple[Block, int] | None:
    """Items behind an em dash. Dialogue begins with it too, but its lines end like sentences; items end in a
    semicolon or in nothing, the last one aside."""
    lines = page.lines
    items: list[Wire] = []
    here = at
    while here < len(lines) and lines[here].text.startswith(_EM_DASH) and (here == at or lines[here].gap <= 1):
        end = item_end(page, here)
        if items and items[-1]["text"].endswith(_SENTENCE_ENDS):
            if len(items) < _SURELY_DASHED:
                return None
            break
        items.append(_item(lines[here:end], Marker("—", None, "—", 2), 0))
        here = end
    if len(items) < _LEAST_DASHED:
        return None
    return list_block(page, at, here, items), here


def item_list(page: Page, at: int) -> tuple[Block, int] | None:
    """Items one below the other. A single numbered line is no list: it may be a heading, and `roles` decides. So may a
    single line behind a triangle or diamond."""
    return _items_from(page, at)


def _items_from(page: Page, at: int) -> tuple[Block, int] | None:
    """The list that begins with the line, if it is an item."""
    lines = page.lines
    marker = marker_of(lines[at].text)
    if marker is None or _is_speech(page, at):
        return None
    items: list[Wire] = []
    levels: list[_Level] = []
    lettered = False
    here = at
    first = marker
    while marker is not None:
        line = lines[here]
        below = marker_of(lines[here + 1].text) if here + 1 < len(lines) else None
        marker = _in_turn(levels, line, marker, below)
        if line.indent < lines[at].indent and marker.style != first.style:
            break  # what stands further out is another list, or a numbered heading
        if not _enter(levels, line, marker, first):
            break  # another list follows
        levels[-1].following = (marker.number or 0) + 1
        lettered = lettered or levels[-1].lettered
        end = item_end(page, here, _expected(levels) if page.wrap else ())
        items.append(_item(lines[here:end], marker, len(levels) - 1))
        if end == len(lines) or lines[end].gap > 1:
            marker = None
        elif end > here + 1:
            marker = marker_of(lines[end].text)
        else:
            marker = below
        here = end
    if lettered and sum(item["depth"] == 0 for item in items) == 1:
        return None  # a number alone over letters is a heading over its list
    if len(items) == 1 and (items[0]["ordered"] or items[0]["marker"][0] in PAIRED):
        return None
    return list_block(page, at, here, items), here


@dataclass(slots=True)
class _Level:
    """An open level of a list."""

    indent: int
    style: str
    lettered: bool = False
    """Whether it has letters below numbers, and no indent."""
    following: int = 0
    """The number that would come next."""


def _enter(levels: list[_Level], line: Line, marker: Marker, first: Marker) -> bool:
    """Open the level that an item stands on, or go back to it; False where another list begins. `first` is the marker
    of the list's first item."""
    while levels and line.indent < levels[-1].indent:
        levels.pop()
    if not levels or line.indent > levels[-1].indent:
        levels.append(_Level(line.indent, marker.style))
        return True
    inner = levels[-1]
    if inner.style == marker.style:
        return len(levels) > 1 or not _begins_anew(first.number, inner.following - 1, marker.number)
    if len(levels) == 1 and _is_lettered_under(first.style, marker):
        levels.append(_Level(line.indent, marker.style, lettered=True))
        return True
    if inner.lettered and marker.style == first.style and marker.number == levels[0].following:
        levels.pop()
        return True
    if len(levels) == 1 or inner.lettered:
        return False
    inner.style = marker.style
    return True


def _in_turn(levels: list[_Level], line: Line, marker: Marker, below: Marker | None) -> Marker:
    """The marker of a line, a Roman number as the letter whose turn it is: the i) behind h), where no ii) is below."""
    level = next((level for level in reversed(levels) if level.indent <= line.indent), None)
    if level is None or level.indent != line.indent or marker.text.lower() != _next_letter(level):
        return marker
    if below is not None and marker.number == 1 and below[1:3] == (2, marker.style):
        return marker
    return marker._replace(number=level.following, style=level.style)


def _next_letter(level: _Level) -> str:
    """The marker of a level's next item, where it counts by letters."""
    if not level.style.startswith(_LETTER):
        return ""
    around = level.style.removeprefix(_LETTER)
    return f"{around[:-1]}{chr(_BEFORE_A + level.following)}{around[-1]}"


def _expected(levels: list[_Level]) -> list[int | str]:
    """What the markers of a list's next item may be."""
    expected: list[int | str] = []
    for level in levels[-_OPEN_LEVELS:]:
        expected += (level.following, level.style, _next_letter(level))
    return expected


def _is_lettered_under(outer: str, marker: Marker) -> bool:
    """Whether a marker begins the letters below a number, which need no indent to be told from it: "1. Plots",
    "a) must be dug"."""
    return outer.startswith("number") and marker.style.startswith(("letter", "stopped", "roman")) and marker.number == 1


def _is_speech(page: Page, at: int) -> bool:
    """Whether a line behind a dash is what somebody says: a sentence, as are the lines beside it that begin so, and a
    dash parts its words from who says them ("- We stay - says the mayor."), or those of a line beside it. Behind an en
    dash a comma will do, and a single line needs no such proof."""
    lines = page.lines
    dash = lines[at].text[:2]
    if dash not in _SPEECH_DASHES:
        return False
    end = at + 1
    while page.runs_on(end):
        end += 1
    text = " ".join([line.text for line in lines[at:end]])
    if not text.endswith(_SENTENCE_ENDS):
        return False
    above = lines[at - 1].text if at else ""
    below = lines[end].text if end < len(lines) else ""
    beside = [near for near in (above, below) if near.startswith(dash)]
    if page.wrap is None and not all(near.endswith(_SENTENCE_ENDS) for near in beside):
        return False
    if dash == "– " and not beside:
        return True
    said = [found for each in (text, *beside) if (found := SAYS_WHO.search(each)) is not None]
    return any(dash == "– " or found["dash"] for found in said)


def _begins_anew(first: int | None, last: int, number: int | None) -> bool:
    """Whether an item begins another list, by the numbers of the list's first and last item and its own. Some lists
    count down, and in some all items are 1.

    >>> _begins_anew(1, 4, 1), _begins_anew(1, 4, 3), _begins_anew(2, 2, 1), _begins_anew(10, 9, 8)
    (True, True, True, False)
    >>> _begins_anew(1, 1, 1), _begins_anew(1, 2, 4), _begins_anew(3, 2, 1)
    (False, False, False)
    """
    if number is None or first is None:
        return False
    if first > last:
        return number >= last
    return number < last and (first < last or number == 1)


def lettered_list(page: Page, at: int) -> tuple[Block, int] | None:
    """A list that begins with a letter and a bracket or stop. Nearly every line begins with a letter, so this looks for
    the mark first."""
    text = page.lines[at].text
    return _items_from(page, at) if ")" in text[:6] or text[:3] == "a. " else None


def item_end(page: Page, at: int, expected: Container[int | str] = ()) -> int:
    """Behind the last line of the item that begins at `at`: what is indented under its text, or broken by the width.

    A line with a marker begins another item, but in wrapped text a number or a dash that is not `expected` may head a
    line by chance.
    """
    lines = page.lines
    inner = lines[at].indent + 1
    here = at + 1
    while (
        here < len(lines)
        and lines[here].gap == 0
        and (lines[here].indent >= inner or page.runs_on(here) or _goes_on(lines[here - 1], lines[here]))
    ):
        text = lines[here].text
        marker = marker_of(text)
        if text.startswith(_EM_DASH) and lines[at].text.startswith(_EM_DASH):
            break
        if marker is not None and (
            (marker.style if marker.number is None else marker.number) in expected
            or marker.text.lower() in expected
            or not page.runs_on(here)
        ):
            break
        here += 1
    return here


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line without indent plainly goes on with the item above: in a word of small letters, and after no stop.
    A name ("openSUSE", "iPhone") may head a heading; behind a script without capitals small letters tell nothing; and a
    whole sentence below something shorter is one of its own."""
    return (
        line.text[:1].islower()
        and line.text.partition(" ")[0].islower()
        and not _is_caseless(above.text[-1:])
        and not above.text.endswith(_ITEM_ENDS)
        and not (len(line.text) > len(above.text) and line.text.endswith(_SENTENCE_ENDS))
        and marker_of(line.text) is None
    )


def _is_caseless(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def _item(lines: list[Line], marker: Marker, depth: int) -> Wire:
    text = lines[0].text[marker.length :]
    if len(lines) > 1:
        text = join_lines([text, *(line.text for line in lines[1:])])
    return item_record(text, marker.text, marker.number is not None, depth, lines[0].start, lines[-1].end)


def item_record(text: str, marker: str, ordered: bool, depth: int, start: int, end: int) -> Wire:
    """An item, its label told from its text."""
    label = label_of(text)
    year = None if label else _YEAR_LABEL.match(text)
    return {
        "text": label[1] if label else text,
        "label": label[0] if label else year and year[1],
        "marker": marker,
        "ordered": ordered,
        "depth": depth,
        "start": start,
        "end": end,
    }


def line_of(block: Block, item: Wire) -> str:
    """An item of a list as the line that it was, with the space behind its marker if it had one."""
    space = "" if item["start"] in block.data.get("tight", ()) else " "
    return f"{item['marker']}{space}{item['text']}".strip()


def list_block(page: Page, at: int, end: int, items: list[Wire]) -> Block:
    """The list on lines `at` up to `end`; it is ordered if its first item is."""
    lines = page.lines
    data: Wire = {"ordered": items[0]["ordered"], "items": items}
    # Where items begin whose text follows their marker at once ("·rain", "1.雨").
    tight = {item["start"] for item in items if _is_tight(page.source, item["start"], item["marker"])}
    if tight:
        data["tight"] = tight
    return Block("list", "", lines[at].start, lines[end - 1].end, lines[at].gap, data)


def _is_tight(source: str, start: int, marker: str) -> bool:
    behind = start + len(marker)
    return source.startswith(marker, start) and not source[behind].isspace()
