"""A page's tree to its blocks and runs.

Inline markup is gone: of it a run knows how much of its text is linked and how much is bold. What is no text (scripts,
styles, controls) is left out here, once.
"""

from __future__ import annotations

import re
from typing import Any

from ..text.lines import clean
from .names import DROPPED, INLINE
from .nodes import HEADINGS, HIDDEN_STYLE, Node, Run
from .tree import Element

__all__ = ["read_nodes"]

#: Elements that hold half of the page where their end is missing, or where the parser does not see that they end: it
#: takes a `<main>` behind the title for part of the head, where a page leaves out the tags of head and body.
_SWALLOWING = frozenset(("head", "svg", "nav", "noscript", "object", "video", "map", "math"))
_BOLD = frozenset(("b", "strong"))
_SPOKEN = re.compile(r"sr-only|visually-?hidden|screen-?reader", re.IGNORECASE)
#: A line break, until the white space that pages fold is folded: no text of a tree holds this character.
_BREAK = "\0"
#: Deeper elements are read as if they stood at this depth: no page of an article comes near it.
_DEEPEST = 400


class _Reader:
    """The run that is being read: its pieces, and where it belongs."""

    __slots__ = ("bold", "linked", "node", "nodes", "pieces", "root", "runs", "streamed", "todo", "top", "used")

    def __init__(self, root: Element) -> None:
        self.root = root
        self.top = self.node = Node("body", None, root)
        self.nodes = [self.top]
        self.pieces: list[str] = []
        self.linked = self.bold = 0
        self.runs: list[Run] = []
        self.todo: list[Any] = [root]
        self.streamed: dict[str, Element] | None = None
        self.used: set[str] = set()

    def add(self, text: str, linked: bool, bold: bool, pre: bool) -> None:
        if text.isspace() and not (pre and "\n" in text):
            if self.pieces:
                self.pieces.append(" ")
            return
        if linked:
            self.linked += len(text)
        if bold:
            self.bold += len(text)
        self.pieces.append(text.replace("\n", _BREAK) if pre else text)

    def end(self) -> None:
        """The edge of a block: what was read is a run, or several where empty lines part it; a listing is one."""
        text = "".join(self.pieces)
        self.pieces.clear()
        linked, bold = self.linked, self.bold
        self.linked = self.bold = 0
        parts = [text] if _BREAK not in text or self.node.tag == "pre" else _BLANK_LINES.split(text)
        for part in parts:
            folded = _fold(part)
            if not folded:
                continue
            share = 1.0 if len(parts) == 1 else len(part) / len(text)
            run = Run(folded, self.node, int(linked * share), int(bold * share))
            run.place = len(self.runs)
            self.runs.append(run)
            self.node.kids.append(run)

    def open(self, tag: str, element: Element) -> None:
        """Begin a block. At the greatest depth its content is its parent's."""
        if self.pieces:
            self.end()
        above = self.node
        node = Node(tag, above, element)
        above.kids.append(node)
        self.nodes.append(node)
        if node.depth < _DEEPEST:
            self.node = node

    def close(self, element: Element) -> None:
        """End a block."""
        if self.pieces:
            self.end()
        if self.node.element is element:
            self.node = self.node.parent or self.top

    def stream(self, template: Element) -> None:
        """Pages that are sent while they are made have templates (B:1, P:1) in place of parts that follow at the end
        (S:1): those are read where they belong."""
        name = template.get("id") or ""
        if name[:2] not in ("B:", "P:"):
            return
        if self.streamed is None:
            self.streamed = {
                part.get("id"): part for part in self.root.iter("div") if (part.get("id") or "").startswith("S:")
            }
        part = self.streamed.get(f"S:{name[2:]}")
        if part is not None and part.get("id") not in self.used:
            self.used.add(part.get("id"))
            self.todo.extend(part[::-1])


_BLANK_LINES = re.compile(rf"\s*{_BREAK}\s*{_BREAK}\s*")


def _fold(text: str) -> str:
    """White space folded, a newline for each break of lines."""
    if _BREAK in text:
        return "\n".join(line for line in map(_fold, text.split(_BREAK)) if line)
    text = " ".join(text.split())
    return text if text.isascii() or text.isprintable() else clean(text)


def read_nodes(root: Element) -> tuple[list[Node], list[Run]]:
    """The page's blocks, the outermost first and each before those in it, and its runs in order."""
    reader = _Reader(root)
    add, todo = reader.add, reader.todo
    linked = bold = pre = False
    while todo:
        element = todo.pop()
        if element.__class__ is tuple:  # what closes an element, with what held before it
            element, block, linked, bold, pre = element
            if block:
                reader.close(element)
        else:
            tag = element.tag
            if tag == "br":
                reader.pieces.append(_BREAK)
            elif tag in INLINE:
                if not (tag == "span" and _is_hidden(element)) and not (
                    tag == "button" and _is_control(element, reader.node)
                ):
                    was_linked, was_bold = linked, bold
                    linked = linked or tag == "a"
                    bold = bold or tag in _BOLD
                    if text := element.text:
                        add(text, linked, bold, pre)
                    if len(element):
                        todo.append((element, False, was_linked, was_bold, pre))
                        todo.extend(element[::-1])
                        continue
                    linked, bold = was_linked, was_bold
            elif tag.__class__ is not str or (tag in DROPPED and not (tag in _SWALLOWING and _swallows(element))):
                if tag == "template":
                    reader.stream(element)
            elif not (reader.used and element.get("id") in reader.used):
                reader.open(tag, element)
                if text := element.text:
                    add(text, linked, bold, pre or tag == "pre")
                if len(element):
                    todo.append((element, True, linked, bold, pre))
                    todo.extend(element[::-1])
                    pre = pre or tag == "pre"
                    continue
                reader.close(element)
        if (tail := element.tail) and element is not root:
            add(tail, linked, bold, pre)
    reader.end()
    return reader.nodes, reader.runs


def _is_hidden(element: Element) -> bool:
    """Whether a span is hidden, or there for those alone who have the page read to them."""
    names = element.get("class")
    if names and _SPOKEN.search(names) is not None:
        return True
    style = element.get("style")
    return bool(style) and HIDDEN_STYLE.search(style) is not None


def _is_control(button: Element, node: Node) -> bool:
    """Whether a button is one to press and no heading that opens what is under it, nor the half of a page."""
    return node.tag not in (*HEADINGS, "summary", "dt") and not _swallows(button)


def _swallows(element: Element) -> bool:
    """Whether an element that is no text holds the page's parts."""
    held = ("h1", "article", "main") if element.tag == "nav" else ("h1", "article", "main", "p")
    return next(element.iter(*held), None) is not None
