"""A page's tree as what an article is read from: blocks that hold blocks, and the runs of text between their edges.

Inline markup is gone: of it a run knows how much of its text is linked and how much is bold. What is no text (scripts,
styles, controls) is left out here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..text.lines import clean
from .tree import Element

__all__ = ["HEADINGS", "Node", "Run", "around", "line_of", "read_nodes"]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Tags of headings, by their levels."""

#: Never text of an article, whatever they hold.
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "map",
        "area",
        "head",
        "title",
        "link",
        "meta",
        "base",
        "select",
        "option",
        "optgroup",
        "datalist",
        "input",
        "textarea",
        "progress",
        "meter",
        "dialog",
        "frame",
        "frameset",
        "noframes",
        "param",
        "source",
        "track",
        "rp",
        "rt",
        "nav",
        "colgroup",
        "col",
        "basefont",
        "bgsound",
        "amp-ad",
        "amp-analytics",
        "amp-sidebar",
        "amp-consent",
        "amp-social-share",
    ]
)
#: Elements that do not part the text around them.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "blink",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "marquee",
        "nobr",
        "output",
        "picture",
        "q",
        "rb",
        "ruby",
        "rtc",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "slot",
    ]
)
#: Elements that hold half of the page where their end is missing, or where the parser does not see that they end.
_SWALLOWING = frozenset(("svg", "nav", "noscript", "object", "video", "map", "math"))
_BOLD = frozenset(("b", "strong"))
#: How a part is hidden until somebody opens it: parts of articles are, as are menus.
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN = " ~hidden"
_SPOKEN = re.compile(r"sr-only|visually-?hidden|screen-?reader", re.IGNORECASE)
#: Deeper elements are read as if they stood at this depth: no page of an article comes near it.
_DEEPEST = 400


class Run:
    """A stretch of text that no edge of a block interrupts; line breaks in it are newlines."""

    __slots__ = ("bold", "kept", "linked", "parent", "place", "role", "score", "text")

    def __init__(self, text: str, parent: Node, linked: int, bold: int) -> None:
        self.text = text
        self.parent = parent
        self.linked = linked
        """How many of its characters are links, about."""
        self.bold = bold
        """How many are bold, about."""
        self.place = 0
        """Which run of the page it is."""
        self.score = 0.0
        self.kept = False
        """Whether it is the article's."""
        self.role = ""
        """headline | standfirst | byline | timestamp, for the runs of the head; "elsewhere" for those of the
        rest of the page."""

    @property
    def line(self) -> str:
        """Its text on one line."""
        return self.text.replace("\n", " ")


class Node:
    """A block of the page: what it is by its tag and names, and what it holds."""

    __slots__ = ("depth", "element", "hints", "kids", "linked", "parent", "size", "tag", "weight")

    def __init__(self, tag: str, hints: str, parent: Node | None, element: Element) -> None:
        self.tag = tag
        self.hints = hints
        """Its class, id ("#…") and role ("@…"), as written."""
        self.parent = parent
        self.element = element
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.kids: list[Node | Run] = []
        self.size = 0
        """Characters in it."""
        self.linked = 0
        """Characters of links in it."""
        self.weight = 0.0
        """How much of it is prose."""

    def nodes(self) -> Iterator[Node]:
        """Itself and all blocks in it, in order."""
        todo = [self]
        while todo:
            at = todo.pop()
            yield at
            todo.extend(kid for kid in reversed(at.kids) if isinstance(kid, Node))

    def runs(self) -> Iterator[Run]:
        """All runs in it, in order."""
        todo: list[Node | Run] = [self]
        while todo:
            at = todo.pop()
            if isinstance(at, Run):
                yield at
            else:
                todo.extend(reversed(at.kids))


def around(node: Node | None) -> Iterator[Node]:
    """A block and those that it lies in, the innermost first."""
    while node is not None:
        yield node
        node = node.parent


def line_of(runs: Iterable[Run]) -> str:
    """The text of several runs on one line."""
    return " ".join(run.line for run in runs)


class _Reader:
    """The run that is being read: its pieces, and where it belongs."""

    __slots__ = ("bold", "linked", "node", "nodes", "pieces", "root", "runs", "streamed", "todo", "top", "used")

    def __init__(self, root: Element) -> None:
        self.root = root
        self.top = self.node = Node("body", "", None, root)
        self.nodes = [self.top]
        self.pieces: list[str] = []
        self.linked = self.bold = 0
        self.runs: list[Run] = []
        self.todo: list[Any] = [root]
        self.streamed: dict[str, Element] | None = None
        self.used: set[str] = set()

    def add(self, text: str, linked: bool, bold: bool, pre: bool) -> None:
        if not pre and ("\n" in text or "\r" in text):
            text = text.replace("\n", " ").replace("\r", " ")
        if text.isspace():
            if self.pieces:
                self.pieces.append(" ")
            return
        if linked:
            self.linked += len(text)
        if bold:
            self.bold += len(text)
        self.pieces.append(text)

    def end(self) -> None:
        """The edge of a block: what was read is a run, or several where empty lines part it; a listing is one."""
        text = "".join(self.pieces)
        self.pieces = []
        linked, bold, self.linked, self.bold = self.linked, self.bold, 0, 0
        parts = [text] if "\n" not in text or self.node.tag == "pre" else _BLANK_LINES.split(text)
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
        hints = ""
        for name, value in element.items():
            if name == "class":
                hints = f"{value} {hints}" if hints else value
            elif name == "id":
                hints += f" #{value}"
            elif name == "role":
                hints += f" @{value}"
            elif name == "hidden" or (name == "style" and _HIDDEN_STYLE.search(value)):
                hints += _HIDDEN
        if _HIDDEN in hints and not hints.endswith(_HIDDEN):
            hints += _HIDDEN
        node = Node(tag, hints, self.node, element)
        self.node.kids.append(node)
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


_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


def _fold(text: str) -> str:
    """White space folded, the newlines of line breaks kept."""
    if "\n" in text:
        return "\n".join(line for line in map(_fold, text.split("\n")) if line)
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
                reader.pieces.append("\n")
            elif tag in _INLINE:
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
            elif tag.__class__ is not str or (tag in _DROPPED and not (tag in _SWALLOWING and _swallows(element))):
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
        if element is not root and (tail := element.tail):
            add(tail, linked, bold, pre)
    reader.end()
    return reader.nodes, reader.runs


def _is_hidden(element: Element) -> bool:
    """Whether a span is hidden, or there for those alone who have the page read to them."""
    names = element.keys()
    if "class" in names and _SPOKEN.search(element.get("class")) is not None:
        return True
    return "style" in names and _HIDDEN_STYLE.search(element.get("style")) is not None


def _is_control(button: Element, node: Node) -> bool:
    """Whether a button is one to press and no heading that opens what is under it, nor the half of a page."""
    return node.tag not in (*HEADINGS, "summary", "dt") and not _swallows(button)


def _swallows(element: Element) -> bool:
    """Whether an element that is no text holds the page's parts."""
    held = ("h1", "article", "main") if element.tag == "nav" else ("h1", "article", "main", "p")
    return next(element.iter(*held), None) is not None
