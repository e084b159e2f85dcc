"""Lists of a page as items; those that only lay out the page are told from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import Block, Wire, item_record, marker_of
from ..writing import QUESTIONS, SENTENCE_END
from .nodes import HEADINGS, Node, Run, kept, line_of_runs
from .tree import Element

__all__ = [
    "LISTS",
    "add_item",
    "add_items",
    "definitions",
    "goes_on",
    "holds_part",
    "is_layout",
    "is_titled",
    "list_of",
    "list_of_roles",
    "wire_item",
]

LISTS = ("ul", "ol", "menu", "dir")
#: Items that are longer, and have paragraphs of their own, are no items but parts of the article in a list's clothes.
_LONGEST_ITEM = 1_200
_LONG_PARAGRAPH = 100
#: What no item holds.
_PARTS = frozenset(("h1", "main", "article", "table", "summary"))


def is_layout(node: Node) -> bool:
    """Whether a list's items are parts of the article or cards rather than items. One heading among many items does
    not make it so: it is that of a card that stands in one of them."""
    items = titled = 0
    for kid in node.kids:
        if isinstance(kid, Node) and kid.size:
            if holds_part(kid):
                return True
            items += 1
            titled += is_titled(kid)
    return titled * 2 > items


def is_titled(item: Node) -> bool:
    """Whether an item has a heading of the article in it."""
    return any(inner.tag in HEADINGS and kept(inner) for inner in item.nodes())


def holds_part(item: Node) -> bool:
    """Whether an item has a part of the page in it (where the end of a menu's is missing, all that follows), or
    several long paragraphs of its own: those of lists in it and listings are none."""
    paragraphs = 0
    for inner in item.nodes():
        if inner.tag in _PARTS and kept(inner):
            return True
        if item.size > _LONGEST_ITEM and inner.tag != "pre":
            at: Node | None = inner
            while at is not None and at is not item and at.tag not in LISTS:
                at = at.parent
            if at is item:
                paragraphs += sum(
                    isinstance(kid, Run) and kid.kept and len(kid.text) > _LONG_PARAGRAPH for kid in inner.kids
                )
    return paragraphs > 1


def add_items(node: Node, items: list[Wire], depth: int) -> None:
    """Append the items of a list; what in it is no item is one all the same."""
    is_reversed = node.tag == "ol" and node.element.get("reversed") is not None
    number = _number(node.element.get("start"), _count_items(node) if is_reversed else 1)
    kind = _kind(node.element) if node.tag == "ol" else ""
    for kid in node.kids:
        if node.tag == "ol" and isinstance(kid, Node):
            number = _number(kid.element.get("value"), number)
        marker = _marker(number, kind) if node.tag == "ol" else "-"
        if isinstance(kid, Run):
            if kid.kept and not kid.role:
                items.append(wire_item(kid.text, marker, node.tag == "ol", depth))
        elif kid.tag in LISTS:
            add_items(kid, items, depth + 1 if items else depth)
        else:
            before = len(items)
            add_item(kid, items, depth, marker)
            number += (-1 if is_reversed else 1) * (len(items) > before)


def goes_on(above: Node, node: Node) -> bool:
    """Whether a list goes on with the one right above it: both are made alike and have an item each, as some programs
    write every item, or its numbers do."""
    one, other = above.element, node.element
    if node.tag not in LISTS or node.tag != above.tag or one.get("class") != other.get("class"):
        return False
    if other.getprevious() is not one or (one.tail or "").strip():
        return False
    if one.get("type") != other.get("type") or any(each.get("reversed") is not None for each in (one, other)):
        return False
    if node.tag == "ol":
        start = _number(other.get("start"), 1)
        return start > 1 and start == _number(one.get("start"), 1) + _count_items(above)
    return one.get("class") is not None and _count_items(above) == 1 == _count_items(node)


def _count_items(node: Node) -> int:
    return sum(map(_is_item, node.kids))


def _is_item(kid: Node | Run) -> bool:
    return isinstance(kid, Node) and kid.tag == "li" and bool(kid.size)


def _number(written: str | None, usual: int) -> int:
    written = str(written or "").strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else usual


#: Types of lists by their styles.
_KINDS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
_KINDS |= {"lower-roman": "i", "upper-roman": "I"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)


def _kind(element: Element) -> str:
    """The type of a numbered list, by its attribute or its style."""
    styled = _STYLE.search(element.get("style") or "")
    return element.get("type") or (_KINDS.get(styled[1].lower(), "") if styled else "")


#: Letters and Roman numerals of lists, in lower case. What is beyond them has its number.
_LETTERS = tuple(" abcdefghijklmnopqrstuvwxyz")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")


def _marker(number: int, kind: str) -> str:
    """An item's marker by the type of its list. Behind letters stands a bracket, by which a text's items are known.

    >>> _marker(3, ""), _marker(3, "a"), _marker(3, "I"), _marker(30, "a")
    ('3.', 'c)', 'III)', '30.')
    """
    letters = {"a": _LETTERS, "i": _ROMAN}.get(kind.lower(), ())
    if not 0 < number < len(letters):
        return f"{number}."
    return f"{letters[number] if kind.islower() else letters[number].upper()})"


def add_item(node: Node, items: list[Wire], depth: int, marker: str) -> None:
    """Append an item and those of the lists in it."""
    texts: list[str] = []
    at = len(items)
    _item_texts(node, items, depth, texts)
    text = " ".join(texts)
    if not text:
        return
    found = marker_of(text) if marker == "-" else None
    if found is not None and found.number is None:
        text = text[found.length :]  # a bullet that was typed beside the list's own
    items.insert(at, wire_item(text, marker, marker != "-", depth))


def _item_texts(node: Node, items: list[Wire], depth: int, texts: list[str]) -> None:
    for kid in node.kids:
        if isinstance(kid, Run):
            if kid.kept and not kid.role:
                texts.append(kid.line)
        elif kid.tag in LISTS:
            add_items(kid, items, depth + 1)
        else:
            _item_texts(kid, items, depth, texts)


def wire_item(text: str, marker: str, ordered: bool, depth: int) -> Wire:
    """An item on one line. It has no place yet: the raw form gives it one."""
    return item_record(text.replace("\n", " "), marker, ordered, depth, 0, 0)


def list_of(items: list[Wire]) -> Block:
    """A block of the items, none deeper than one below the item above it."""
    above = -1
    for item in items:
        above = item["depth"] = min(item["depth"], above + 1)
    return Block("list", "", 0, 0, 0, {"ordered": items[0]["ordered"], "items": items})


def list_of_roles(node: Node) -> Block | None:
    """The block of a list that is one by the roles of its elements alone; None for another, or where something in it is
    the article's and stands in no item."""
    if "@list" not in node.hints or "@list" not in node.hints.split() or not kept(node):
        return None
    items: list[Wire] = []
    for kid in node.kids:
        if isinstance(kid, Run) or (kid.size and "@listitem" not in kid.hints.split()):
            return None
        if holds_part(kid) or is_titled(kid) or not all(run.kept for run in kid.runs()):
            return None
        add_item(kid, items, 0, "-")
    return list_of(items) if len(items) > 1 else None


#: A term that is longer is said of what follows rather than its name.
_LONGEST_TERM = 60
_STOPS = frozenset(SENTENCE_END + QUESTIONS)


def definitions(node: Node, depth: int = 0) -> Iterator[Wire | Run]:
    """The items of a list of terms and what they mean, each an item with a label, and the article's runs that are
    neither, in order. What else a term means is a level below, and so is a list in its meaning."""
    term = ""
    below = depth
    for part in _terms(node):
        if term and (isinstance(part, Run) or part.tag == "dt"):
            yield wire_item(term, "-", False, depth)
            term = ""
        if isinstance(part, Run):
            yield part
            continue
        text, inner = _said(part)
        if part.tag == "dt":
            term, below = text.rstrip(":： "), depth
        elif text:
            yield _meaning(term, text, below)
            term, below = "", depth + 1
        if term and inner:
            yield wire_item(term, "-", False, depth)
            term = ""
        for each in inner:
            if each.tag == "dl":
                yield from definitions(each, depth + 1)
            else:
                items: list[Wire] = []
                add_items(each, items, depth + 1)
                yield from items
    if term:
        yield wire_item(term, "-", False, depth)


def _terms(node: Node) -> Iterator[Node | Run]:
    """The terms of a list and what they mean, and the article's runs that are neither."""
    todo = node.kids[::-1]
    while todo:
        part = todo.pop()
        if isinstance(part, Run):
            if part.kept and not part.role:
                yield part
        elif part.tag in ("dt", "dd"):
            yield part
        else:
            todo.extend(reversed(part.kids))


def _meaning(term: str, text: str, depth: int) -> Wire:
    colon = "" if term[-1:] in _STOPS else ":"
    whole = f"{term}{colon} {text}" if term else text
    item = wire_item(whole, "-", False, depth)
    if term and len(term) <= _LONGEST_TERM:
        item.update(text=whole, label=term)  # a year is one as well
    return item


def _said(part: Node) -> tuple[str, list[Node]]:
    """What a term or its meaning says on one line, and the lists in it."""
    runs: list[Run] = []
    inner: list[Node] = []
    todo = part.kids[::-1]
    while todo:
        kid = todo.pop()
        if isinstance(kid, Run):
            if kid.kept and not kid.role:
                runs.append(kid)
        elif kid.tag == "dl" or kid.tag in LISTS:
            inner.append(kid)
        else:
            todo.extend(reversed(kid.kids))
    return line_of_runs(runs), inner
