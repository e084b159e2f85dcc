"""The article's part of a page to blocks: headings, paragraphs, lists, tables, quotes, and the furniture among them.

Blocks have no places yet: a page's records point into the article's raw form, which is laid out when all of it is
known.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile

from ..notices import furniture_kind
from ..phrases import SENTENCE_END
from ..text import Block, Wire, item_record, marker_of, text_key
from .names import kind_of_name
from .nodes import HEADINGS, Node, Run, around, line_of
from .tables import is_data, table

__all__ = ["read_blocks"]

_LISTS = ("ul", "ol", "menu", "dir")
#: A heading is a line; what is longer is a paragraph in large letters.
_LONGEST_HEADING = 250
_LONGEST_BOLD_HEADING = 110
#: How much of a line must be bold for it to be a heading.
_ALL_BOLD = 0.92
#: Items that are longer, and have paragraphs of their own, are no items but parts of the article in a list's clothes.
_LONGEST_ITEM = 1_200
#: What no item holds.
_PARTS = frozenset(("h1", "main", "article", "table"))
#: A quotation is a part of an article. Where one holds more of it than this, it is the article.
_MOST_QUOTED = 0.6
_LONGEST_ATTRIBUTION = 120
_LEAST_PULLED = 20
_DASHES = "—–―-"
#: Kinds of names.toml as kinds of furniture.
_FURNITURE = {
    "comments": "other",
    "share": "share",
    "newsletter": "newsletter",
    "advertisement": "advertisement",
    "related": "related",
    "author": "credit",
    "tags": "related",
    "navigation": "related",
    "notice": "other",
    "aside": "other",
    "hidden": "other",
    "caption": "caption",
    "meta": "other",
}
_FURNITURE_TAGS = {"figcaption": "caption", "footer": "other", "aside": "other", "address": "credit"}


def read_blocks(top: Node, runs: list[Run]) -> list[Block]:
    """The blocks of the article in reading order; runs between its first and last that are not its own are
    furniture."""
    kept = [run.place for run in runs if run.kept]
    if not kept:
        return []
    for run in (*runs[: kept[0]], *runs[kept[-1] + 1 :]):
        run.role = run.role or "elsewhere"
    out: list[Block] = []
    _write(top, out)
    _mark_pull_quotes(out)
    return _bold_headings(out)


def _mark_pull_quotes(blocks: list[Block]) -> None:
    """A quotation that a paragraph has too is a pull quote: a repeat."""
    quotes = [block for block in blocks if block.kind == "quote"]
    if quotes:
        body = "\0".join(text_key(block.text) for block in blocks if block.kind == "paragraph")
        for block in quotes:
            if len(key := text_key(block.text)) >= _LEAST_PULLED and key in body:
                block.kind, block.text, block.data = "furniture", block.text.replace("\n", " "), {"kind": "repeat"}


def _write(node: Node, out: list[Block]) -> None:
    """Append the blocks in a node."""
    items: list[Wire] = []  # of list items that stand in no list
    for kid in node.kids:
        if isinstance(kid, Node) and kid.tag == "li" and not _holds_part(kid) and not _is_titled(kid):
            _item(kid, out, items, 0, "-")
            continue
        if items:
            _end_list(items, out)
            items = []
        if isinstance(kid, Run):
            _write_run(kid, out)
        elif not kid.size:
            continue
        elif (write := _WRITERS.get(kid.tag)) is not None:
            write(kid, out)
        else:
            _write(kid, out)
    if items:
        _end_list(items, out)


def _write_run(run: Run, out: list[Block]) -> None:
    if run.role:
        return
    if not run.kept:
        out.append(_furniture(run))
    elif "\n" in run.text:
        _write_lines(run, out)
    else:
        block = Block("paragraph", run.text, 0, 0)
        if run.bold >= _ALL_BOLD * len(run.text) and _is_alone(run):
            block.data["bold"] = True
        out.append(block)


def _is_alone(run: Run) -> bool:
    return run.parent.tag in ("p", "div", "span") and sum(isinstance(kid, Run) for kid in run.parent.kids) == 1


def _write_lines(run: Run, out: list[Block]) -> None:
    """A run with line breaks: items where they begin with bullets, else one paragraph."""
    lines = run.text.split("\n")
    markers = [marker_of(line) for line in lines]
    if sum(marker is not None for marker in markers) < 2:
        out.append(Block("paragraph", " ".join(lines), 0, 0))
        return
    items: list[Wire] = []
    prose: list[str] = []
    for line, marker in zip(lines, markers, strict=True):
        if marker is None:
            if items:
                _end_list(items, out)
                items = []
            prose.append(line)
        else:
            if prose:
                out.append(Block("paragraph", " ".join(prose), 0, 0))
                prose = []
            items.append(_wire_item(line[marker.length :], marker.text, marker.number is not None, 0))
    if prose:
        out.append(Block("paragraph", " ".join(prose), 0, 0))
    if items:
        _end_list(items, out)


def _furniture(run: Run) -> Block:
    text = run.line
    kind = furniture_kind(text)
    for node in around(run.parent):
        kind = kind or _FURNITURE_TAGS.get(node.tag) or _FURNITURE.get(kind_of_name(node.hints))
        if kind:
            break
    return Block("furniture", text, 0, 0, 0, {"kind": kind or "other"})


def _kept(node: Node) -> list[Run]:
    return [run for run in node.runs() if run.kept and not run.role]


def _write_others(node: Node, out: list[Block]) -> None:
    """The runs in a node that are not kept."""
    out.extend(_furniture(run) for run in node.runs() if not run.kept and not run.role)


def _write_heading(node: Node, out: list[Block]) -> None:
    text = line_of(_kept(node))
    _write_others(node, out)
    if len(text) > _LONGEST_HEADING:
        out.append(Block("paragraph", text, 0, 0))
    elif text:
        out.append(Block("heading", text, 0, 0, 0, {"level": HEADINGS.index(node.tag) + 1, "mark": "h"}))


# ---------------------------------------------------------------- lists


def _write_list(node: Node, out: list[Block]) -> None:
    if _is_layout_list(node):
        for kid in node.kids:
            if isinstance(kid, Node):
                _write(kid, out)
            else:
                _write_run(kid, out)
        return
    items: list[Wire] = []
    _items(node, out, items, 0)
    if items:
        _end_list(items, out)
    _write_others(node, out)


def _is_layout_list(node: Node) -> bool:
    """Whether a list's items are parts of the article or cards rather than items. One heading among many items does
    not make it so: it is that of a card that stands in one of them."""
    items = titled = 0
    for kid in node.kids:
        if isinstance(kid, Node) and kid.size:
            if _holds_part(kid):
                return True
            items += 1
            titled += _is_titled(kid)
    return titled * 2 > items


def _is_titled(item: Node) -> bool:
    return any(inner.tag in HEADINGS and _kept(inner) for inner in item.nodes())


def _holds_part(item: Node) -> bool:
    """Whether an item has a part of the page in it (where the end of a menu's is missing, all that follows), or
    several long paragraphs of its own: those of lists in it and listings are none."""
    paragraphs = 0
    for inner in item.nodes():
        if inner.tag in _PARTS and _kept(inner):
            return True
        if item.size > _LONGEST_ITEM and inner.tag != "pre":
            at: Node | None = inner
            while at is not None and at is not item and at.tag not in _LISTS:
                at = at.parent
            if at is item:
                paragraphs += sum(isinstance(kid, Run) and kid.kept and len(kid.text) > 100 for kid in inner.kids)
    return paragraphs > 1


def _items(node: Node, out: list[Block], items: list[Wire], depth: int) -> None:
    """The items of a list; what in it is no item is one all the same."""
    number = _first_number(node)
    for kid in node.kids:
        marker = f"{number}." if node.tag == "ol" else "-"
        if isinstance(kid, Run):
            if kid.kept:
                items.append(_wire_item(kid.text, marker, node.tag == "ol", depth))
        elif kid.tag in _LISTS:
            _items(kid, out, items, depth + 1 if items else depth)
        else:
            before = len(items)
            _item(kid, out, items, depth, marker)
            number += len(items) > before


def _first_number(node: Node) -> int:
    start = str(node.element.get("start") or "1").strip()
    return int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1


def _item(node: Node, out: list[Block], items: list[Wire], depth: int, marker: str) -> None:
    """An item and those of the lists in it."""
    texts: list[str] = []
    at = len(items)
    _item_texts(node, out, items, depth, texts)
    text = " ".join(texts)
    if not text:
        return
    found = marker_of(text) if marker == "-" else None
    if found is not None and found.number is None:
        text = text[found.length :]  # a bullet that was typed beside the list's own
    items.insert(at, _wire_item(text, marker, marker != "-", depth))


def _item_texts(node: Node, out: list[Block], items: list[Wire], depth: int, texts: list[str]) -> None:
    for kid in node.kids:
        if isinstance(kid, Run):
            if kid.kept and not kid.role:
                texts.append(kid.line)
        elif kid.tag in _LISTS:
            _items(kid, out, items, depth + 1)
        else:
            _item_texts(kid, out, items, depth, texts)


def _wire_item(text: str, marker: str, ordered: bool, depth: int) -> Wire:
    return item_record(text.replace("\n", " "), marker, ordered, depth, 0, 0)


def _end_list(items: list[Wire], out: list[Block]) -> None:
    """A block of the items, none deeper than one below the item above it."""
    above = -1
    for item in items:
        above = item["depth"] = min(item["depth"], above + 1)
    out.append(Block("list", "", 0, 0, 0, {"ordered": items[0]["ordered"], "items": items}))


def _write_definitions(node: Node, out: list[Block]) -> None:
    """A list of terms and what they mean: each an item with a label. Where the meanings are long, they are paragraphs
    under their terms; terms that are headings are that."""
    if _is_titled(node):
        _write(node, out)
        return
    items: list[Wire] = []
    term = ""
    for inner in node.nodes():
        if inner.tag == "dt":
            if term:
                items.append(_wire_item(term, "-", False, 0))
            term = line_of(_kept(inner))
        elif inner.tag == "dd":
            text = line_of(_kept(inner))
            if term and text:
                item = _wire_item(f"{term.rstrip(':： ')}: {text}", "-", False, 0)
                items.append(item)
            elif text:
                items.append(_wire_item(text, "-", False, 0))
            term = ""
    if term:
        items.append(_wire_item(term, "-", False, 0))
    if items:
        _end_list(items, out)


# ---------------------------------------------------------------- quotes, figures, tables


def _write_quote(node: Node, out: list[Block]) -> None:
    runs = _kept(node)
    if not runs:
        _write_others(node, out)
        return
    if any(inner.tag in HEADINGS or inner.tag in ("table", *_LISTS) for inner in node.nodes()):
        _write(node, out)
        return
    texts, attribution = [], None
    for run in runs:
        text = run.line
        if _is_source(run, node) and len(text) <= _LONGEST_ATTRIBUTION:
            attribution = text.lstrip(_DASHES + " ") or None
        else:
            texts.append(text)
    if attribution is None and len(texts) > 1:
        last = texts[-1]
        if last[0] in _DASHES and len(last) <= _LONGEST_ATTRIBUTION:
            attribution = texts.pop().lstrip(_DASHES + " ") or None
    if not texts:
        return
    out.append(Block("quote", "\n".join(texts), 0, 0, 0, {"attribution": attribution}))


def _is_source(run: Run, quote: Node) -> bool:
    inside = takewhile(lambda node: node is not quote, around(run.parent))
    return any(node.tag in ("cite", "footer", "figcaption") for node in inside)


def _write_table(node: Node, out: list[Block]) -> None:
    kept = sum(len(run.text) for run in _kept(node))
    if not kept or not is_data(node):
        _write(node, out)
        return
    block = table(node)
    if block is not None:
        out.append(block)


_WRITERS: dict[str, Callable[[Node, list[Block]], None]] = {
    **dict.fromkeys(HEADINGS, _write_heading),
    **dict.fromkeys(_LISTS, _write_list),
    "dl": _write_definitions,
    "blockquote": _write_quote,
    "table": _write_table,
}


# ---------------------------------------------------------------- lines in bold


def _bold_headings(blocks: list[Block]) -> list[Block]:
    """Where an article has no headings, lines in bold over a paragraph, list or table are its headings."""
    if any(block.kind == "heading" for block in blocks):
        return blocks
    for block, after in pairwise(blocks):
        body = after.kind in ("paragraph", "list", "table", "quote") and not after.data.get("bold")
        if body and block.data.get("bold") and _is_title(block.text):
            block.kind, block.data = "heading", {"level": 2, "mark": "b"}
    return blocks


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_BOLD_HEADING and text[-1] not in SENTENCE_END.replace("?", "") + ",;:："
