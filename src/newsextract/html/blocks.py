"""The article's part of a page to blocks: headings, paragraphs, lists, tables, quotes, and the furniture among them.

Blocks have no places yet: a page's records point into the article's raw form, which is laid out when all of it is
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, groupby, pairwise

from ..model.article import PLAIN_LEVEL
from ..notices import LONGEST_TERMS
from ..text import Block, Wire, marker_of, text_key
from ..writing import CLOSERS, SENTENCE_END
from .lists import (
    LISTS,
    add_item,
    add_items,
    definitions,
    goes_on,
    holds_part,
    is_layout,
    is_titled,
    list_of,
    list_of_roles,
    wire_item,
)
from .nodes import ALL_BOLD, HEADINGS, LARGEST_BLOCK, LONGEST_NOTICE, Node, Run, around, kept, line_of_runs
from .quotes import is_quote, quote
from .tables import caption_of, columns_of_lists, is_data, loose_parts, table, table_of_roles
from .wholes import opens_one_of_several

__all__ = ["read_blocks"]

#: A heading is a line; what is longer is a paragraph in large letters.
_LONGEST_HEADING = 250
_LONGEST_BOLD_HEADING = 110
#: Blocks in which lines of text stand, some of which may be headings; what is bold in others is an item or a caption.
_OF_LINES = frozenset(("p", "div", "td", "section", "article", "main", "body", "center", "blockquote"))
#: So many paragraphs in the clothes of headings, at least, are all of an article.
_LEAST_LARGE = 3
_LEAST_PULLED = 20
#: So many quotes are looked for in the paragraphs: each is, in all of them.
_MOST_PULLED = 100
#: What is furniture in the midst of an article by its words alone.
_NOTICES = ("caption", "credit", "copyright", "newsletter", "other")
_LEAST_SENTENCES = 60
#: What stands before the name of who said it, and before what somebody else says.
_DASHES = "—–―"
#: Bullets that begin words of people, footnotes and amounts as well.
_HYPHENS = "-–*"
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
    places = [run.place for run in runs if run.kept]
    if not places:
        return []
    for run in (*runs[: places[0]], *runs[places[-1] + 1 :]):
        run.role = run.role or "elsewhere"
    _unwrap([runs[at] for at in places if not runs[at].role])
    out: list[Block] = []
    _write(_innermost(top, places[0], places[-1]), out)
    _mark_rules(out)
    _mark_pull_quotes(out)
    _mark_large_text(out)
    return _bold_headings(_typed_lists(out))


def _unwrap(body: list[Run]) -> None:
    """Make a quote or list that holds all of a long article but a line a plain block: it sets the text in from the
    edge, as pages of old do. Items are those of a list however many they are."""
    for node in around(body[len(body) // 2].parent) if body else ():
        if node.tag == "li":
            return
        if (node.tag == "blockquote" or node.tag in LISTS) and node.size > LARGEST_BLOCK:
            held = sum(len(run.text) for run in kept(node))
            if sum(len(run.text) for run in body) - held <= LONGEST_NOTICE:
                node.tag = "div"


def _typed_lists(blocks: list[Block]) -> list[Block]:
    """The blocks with lists for paragraphs that begin with bullets, two and more. Dashes are none here: what people say
    stands behind those."""
    out: list[Block] = []
    for typed, group in groupby(blocks, _is_typed):
        members = list(group)
        if typed and len(members) > 1:
            found = [(block.text, marker) for block in members if (marker := marker_of(block.text))]
            out.append(list_of([wire_item(text[marker.length :], marker.text, False, 0) for text, marker in found]))
        else:
            out += members
    return out


def _is_typed(block: Block) -> bool:
    if block.kind != "paragraph" or block.text[0].isalnum() or block.text[0] in _HYPHENS:
        return False
    marker = marker_of(block.text)
    return marker is not None and marker.number is None


def _mark_rules(blocks: list[Block]) -> None:
    """Lines without a letter or digit are rules, as in any text: "* * *", an arrow, a heading that is a line."""
    for block in blocks:
        if block.kind in ("paragraph", "heading") and not any(map(str.isalnum, block.text)):
            block.kind, block.data = "furniture", {"kind": "other"}


def _mark_large_text(blocks: list[Block]) -> None:
    """Headings of a level are paragraphs in large letters where all are long, end as sentences do, and have nothing
    under them but each other."""
    large = [block for block in blocks if block.kind == "heading" and _is_paragraph(block)]
    if len(large) < _LEAST_LARGE:
        return
    told = [block for block in blocks if block.kind != "furniture"]
    for level in {block.data["level"] for block in large}:
        alike = [at for at, block in enumerate(told) if _level(block) == level]
        if len(alike) >= _LEAST_LARGE and all(
            _is_paragraph(told[at]) and all(0 < _level(below) <= level for below in told[at + 1 : at + 2])
            for at in alike
        ):
            for at in alike:
                told[at].kind, told[at].data = "paragraph", {}


def _level(block: Block) -> int:
    """That of a heading, 0 for what is none."""
    level: int = block.data["level"] if block.kind == "heading" else 0
    return level


def _is_paragraph(heading: Block) -> bool:
    return len(heading.text) > _LONGEST_BOLD_HEADING and heading.text.rstrip(CLOSERS)[-1:] in SENTENCE_END


def _innermost(top: Node, first: int, last: int) -> Node:
    """The smallest block that holds the article, of those that are nothing by themselves: half of a page is menus,
    and need not be walked through."""
    node = top
    while True:
        inner = [kid for kid in node.kids if isinstance(kid, Node) and kid.first <= first and last < kid.last]
        if not inner or inner[0].tag in _WRITERS or inner[0].tag in ("li", "figure"):
            return node
        node = inner[0]


def _mark_pull_quotes(blocks: list[Block]) -> None:
    """A quotation that a paragraph has too is a pull quote: a repeat."""
    quotes = [block for block in blocks if block.kind == "quote"]
    if quotes:
        body = "\0".join(text_key(block.text) for block in blocks if block.kind == "paragraph")
        for block in quotes[:_MOST_PULLED]:
            if len(key := text_key(block.text)) >= _LEAST_PULLED and key in body:
                text = block.text.replace("\n", " ")
                if quoted := block.data["attribution"]:
                    text = f"{text} — {quoted}"
                block.kind, block.text, block.data = "furniture", text, {"kind": "repeat"}


def _write(node: Node, out: list[Block]) -> None:
    """Append the blocks in a node."""
    _write_parts(node.kids, out)


def _write_parts(parts: Iterable[Node | Run], out: list[Block]) -> None:
    """Append the blocks of parts that follow each other."""
    lone: list[Node] = []  # items that stand in no list
    above: Node | None = None  # the list right above
    for kid in parts:
        if isinstance(kid, Node) and kid.tag == "li" and kept(kid) and not holds_part(kid) and not is_titled(kid):
            lone.append(kid)
            continue
        if lone:
            _write_lone_items(lone, out)
            lone = []
        if isinstance(kid, Run):
            _write_run(kid, out)
        elif not kid.size:
            continue
        elif (write := _WRITERS.get(kid.tag)) is not None:
            at = len(out)
            write(kid, out)
            if above is not None and goes_on(above, kid):
                _join_lists(out, at)
            above = kid
            continue
        elif is_quote(kid):
            _write_quote(kid, out)
        elif (of_roles := table_of_roles(kid) or list_of_roles(kid)) is not None:
            out.append(of_roles)
        elif kid.tag == "figure":
            _write_figure(kid, out)
        else:
            _write(kid, out)
        above = None
    if lone:
        _write_lone_items(lone, out)


def _join_lists(out: list[Block], at: int) -> None:
    """Make one list of two, the second of which begins at a place."""
    if 0 < at < len(out) and out[at - 1].kind == out[at].kind == "list":
        out[at - 1].data["items"] += out.pop(at).data["items"]


def _write_lone_items(lone: list[Node], out: list[Block]) -> None:
    items: list[Wire] = []
    for item in lone:
        add_item(item, items, 0, "-")
    if items:
        out.append(list_of(items))
    for item in lone:
        _write_others(item, out)


def _write_run(run: Run, out: list[Block]) -> None:
    if run.role:
        return
    if not run.kept:
        out.append(_furniture(run))
    elif "\n" in run.text:
        _write_lines(run, out)
    elif kind := _notice_kind(run):
        out.append(Block("furniture", run.text, 0, 0, 0, {"kind": kind}))
    else:
        block = Block("paragraph", run.text, 0, 0)
        if run.bold >= ALL_BOLD * len(run.text) and run.parent.tag in _OF_LINES:
            block.data["bold"] = True
        out.append(block)


def _notice_kind(run: Run) -> str | None:
    """The kind of furniture that a paragraph of the article is by its words: an editor's note, a disclosure, terms."""
    kind = run.notice if len(run.text) <= LONGEST_TERMS else None
    return kind if kind in _NOTICES else None


def _write_lines(run: Run, out: list[Block]) -> None:
    """A run with line breaks: items where its lines begin with bullets, else paragraphs. A listing is one, whatever
    its lines begin with, but for one that is nothing but items."""
    lines = run.text.split("\n")
    markers = [marker_of(line) for line in lines]
    if run.parent.tag == "pre" and None in markers:
        out.append(Block("paragraph", " ".join(lines), 0, 0))
        return
    if len(lines[0]) - 1 <= run.bold <= len(lines[0]) + 1 and _is_title(lines[0]) and markers[0] is None:
        out.append(Block("paragraph", lines[0], 0, 0, 0, {"bold": True}))  # over a break: a heading of old pages
        lines, markers = lines[1:], markers[1:]
    if sum(marker is not None for marker in markers) < 2:
        out.extend(Block("paragraph", text, 0, 0) for text in _paragraphs(lines))
        return
    items: list[Wire] = []
    prose: list[str] = []
    for line, marker in zip(lines, markers, strict=True):
        if marker is None:
            if items:
                out.append(list_of(items))
                items = []
            prose.append(line)
        else:
            out.extend(Block("paragraph", text, 0, 0) for text in _paragraphs(prose))
            prose = []
            items.append(wire_item(line[marker.length :], marker.text, marker.number is not None, 0))
    out.extend(Block("paragraph", text, 0, 0) for text in _paragraphs(prose))
    if items:
        out.append(list_of(items))


def _paragraphs(lines: list[str]) -> list[str]:
    """The paragraphs of lines that single breaks part. Writers break lines to part what they say (questions and
    answers, lines of facts), so a break parts paragraphs but where the sentence runs on behind it. Where most do,
    somebody wrapped the lines of one paragraph.

    >>> _paragraphs(["Where: at the quay", "When: on Tuesday, from nine", "until the tide turns"])
    ['Where: at the quay', 'When: on Tuesday, from nine until the tide turns']
    """
    if len(lines) < 2:
        return lines
    runs_on = [_runs_on(above, line) for above, line in pairwise(lines)]
    if sum(runs_on) * 2 > len(runs_on):
        return [" ".join(lines)]
    paragraphs = [lines[:1]]
    for line, joined in zip(lines[1:], runs_on, strict=True):
        if joined:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(each) for each in paragraphs]


def _runs_on(above: str, line: str) -> bool:
    """Whether a line goes on with the sentence above it: the next word begins in lower case. Letters that have no
    case do not tell: there a sentence that ends, and is no short line, is the end of a paragraph, and before a dash
    a short one is too. A line that begins with a number says something of its own: an amount, a year, a score."""
    ends = above.rstrip(CLOSERS)[-1:] in SENTENCE_END
    first = next(filter(str.isalpha, line), "")
    if first.lower() == first.upper() and first:
        return not ends or (len(above) < _LEAST_SENTENCES and line[0] not in _DASHES)
    return first.islower() and not ends and not next(filter(str.isalnum, line)).isdigit()


def _furniture(run: Run) -> Block:
    kind = run.notice
    node: Node | None = run.parent
    while not kind and node is not None:
        kind = _FURNITURE_TAGS.get(node.tag) or _FURNITURE.get(node.kind)
        node = node.parent
    return Block("furniture", run.line, 0, 0, 0, {"kind": kind or "other"})


def _write_others(node: Node, out: list[Block]) -> None:
    """The runs in a node that are not kept."""
    out.extend(_furniture(run) for run in node.runs() if not run.kept and not run.role)


def _write_heading(node: Node, out: list[Block]) -> None:
    text = line_of_runs(kept(node))
    _write_others(node, out)
    if len(text) > _LONGEST_HEADING:
        out.append(Block("paragraph", text, 0, 0))
    elif text:
        out.append(Block("heading", text, 0, 0, 0, {"level": HEADINGS.index(node.tag) + 1, "mark": "h"}))


# ---------------------------------------------------------------- lists, quotes, tables


def _write_list(node: Node, out: list[Block]) -> None:
    if kept(node) and is_layout(node):
        for kid in node.kids:
            if isinstance(kid, Node):
                _write(kid, out)
            else:
                _write_run(kid, out)
        return
    items: list[Wire] = []
    add_items(node, items, 0)
    if items:
        out.append(list_of(items))
    _write_others(node, out)


def _write_definitions(node: Node, out: list[Block]) -> None:
    """Terms that are headings are that, with what they mean under them; what is neither is a paragraph between them."""
    if is_titled(node):
        _write(node, out)
        return
    items: list[Wire] = []
    for part in definitions(node):
        if not isinstance(part, Run):
            items.append(part)
            continue
        if items:
            out.append(list_of(items))
            items = []
        _write_run(part, out)
    if items:
        out.append(list_of(items))
    _write_others(node, out)


def _write_quote(node: Node, out: list[Block]) -> None:
    parts = {inner.tag for inner in node.nodes()}
    is_of_parts = not parts.isdisjoint((*HEADINGS, "table")) or (
        node.size > LARGEST_BLOCK and not parts.isdisjoint(LISTS)
    )
    if is_of_parts and kept(node):
        _write(node, out)
        return
    block, others = quote(node, _paragraphs)
    if block is not None:
        out.append(block)
    out.extend(_furniture(run) for run in others)


def _write_summary(node: Node, out: list[Block]) -> None:
    """What opens one of several answers is a heading over it; what opens the only one is a line of its own, as the
    article goes on behind it."""
    text = line_of_runs(kept(node))
    if not opens_one_of_several(node) or is_titled(node) or not 0 < len(text) <= _LONGEST_HEADING:
        _write(node, out)
        return
    above = (block.data["level"] for block in reversed(out) if block.kind == "heading" and block.data["mark"] == "h")
    level = min(next(above, 1) + 1, len(HEADINGS))
    out.append(Block("heading", text, 0, 0, 0, {"level": level, "mark": "summary"}))
    _write_others(node, out)


def _write_figure(node: Node, out: list[Block]) -> None:
    """The caption of a figure goes with what the article has of it, and is that of a table where it has one alone."""
    captions = [inner for inner in node.nodes() if inner.tag == "figcaption"] if kept(node) else []
    for run in (run for caption in captions for run in caption.runs()):
        if run.role == "elsewhere":
            run.role = ""
    blocks: list[Block] = []
    _write(node, blocks)
    tables = [block for block in blocks if block.kind == "table"]
    if len(tables) == 1 and tables[0].data["caption"] is None:
        texts = [block.text for block in blocks if block.is_furniture("caption")]
        tables[0].data["caption"] = " ".join(texts) or None
        blocks = [block for block in blocks if not block.is_furniture("caption")]
    out += blocks


def _write_table(node: Node, out: list[Block]) -> None:
    if not kept(node) or not is_data(node):
        _write(node, out)
        return
    before, behind = loose_parts(node)
    _write_parts(before, out)
    columns = columns_of_lists(node)
    block = table(node) if columns is None else None
    if block is not None:
        out.append(block)
    else:
        caption = caption_of(node)
        _write_parts(([caption] if caption else []) + list(chain.from_iterable(columns or ())), out)
    _write_parts(behind, out)


_WRITERS: dict[str, Callable[[Node, list[Block]], None]] = {
    **dict.fromkeys(HEADINGS, _write_heading),
    **dict.fromkeys(LISTS, _write_list),
    "dl": _write_definitions,
    "blockquote": _write_quote,
    "summary": _write_summary,
    "table": _write_table,
}


# ---------------------------------------------------------------- lines in bold


def _bold_headings(blocks: list[Block]) -> list[Block]:
    """Lines in bold over a paragraph, list or table are an article's headings where it has no others, or where more of
    them stand above the others than there are: many an article has one real heading, over its sources."""
    if not any(block.data.get("bold") for block in blocks):
        return blocks
    headings = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    first = headings[0] if headings else len(blocks)
    titles = []
    for block, after in pairwise([block for block in blocks[:first] if block.kind != "furniture"]):
        body = after.kind in ("paragraph", "list", "table", "quote") and not after.data.get("bold")
        if body and block.data.get("bold") and _is_title(block.text):
            titles.append(block)
    if len(titles) > len(headings):
        for block in titles:
            block.kind, block.data = "heading", {"level": PLAIN_LEVEL, "mark": "b"}
    return blocks


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_BOLD_HEADING and text[-1] not in SENTENCE_END.replace("?", "") + ",;:："
