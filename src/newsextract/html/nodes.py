"""A page's tree as what an article is read from: blocks that hold blocks, and the runs of text between their edges.

Inline markup is gone: of it a run knows how much of its text is linked and how much is bold. What no reader sees
(scripts, styles, hidden parts, controls) is left out here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.lines import clean
from .tree import Element

__all__ = ["Node", "Run", "read_nodes"]

#: Never text of an article, whatever they hold.
_DROPPED = frozenset(
    """
    script style noscript template svg math iframe object embed applet canvas audio video map area head title link
    meta base select option optgroup datalist input textarea progress meter dialog frame frameset noframes param source
    track rp rt nav colgroup col basefont bgsound amp-ad amp-analytics amp-sidebar amp-consent amp-social-share
    """.split()
)
#: Elements that do not part the text around them.
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd label mark marquee nobr output
    picture q rb ruby rtc s samp small span strike strong sub sup time tt u var wbr button slot
    """.split()
)
_BOLD = frozenset(("b", "strong"))
#: How a part is hidden from everybody. "aria-hidden" hides from those who cannot see it, which is another matter.
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
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
        """headline | standfirst | byline | timestamp, for the runs of the head."""


class Node:
    """A block of the page: what it is by its tag and names, and what it holds."""

    __slots__ = ("depth", "element", "hints", "kids", "linked", "parent", "size", "tag", "weight")

    def __init__(self, tag: str, hints: str, parent: Node | None, element: Element) -> None:
        self.tag = tag
        self.hints = hints
        """Its class, id ("#…") and role ("@…"), as written."""
        self.parent = parent
        self.element = element
        self.depth = 0 if parent is None else parent.depth + 1
        self.kids: list[Node | Run] = []
        self.size = 0
        """Characters in it."""
        self.linked = 0
        """Characters of links in it."""
        self.weight = 0.0
        """How much of it is prose."""

    def runs(self) -> Iterator[Run]:
        """All runs in it, in order."""
        todo: list[Node | Run] = [self]
        while todo:
            at = todo.pop()
            if isinstance(at, Run):
                yield at
            else:
                todo.extend(reversed(at.kids))


class _Reader:
    """The run that is being read: its pieces, and where it belongs."""

    __slots__ = ("bold", "linked", "node", "pieces", "runs")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.pieces: list[str] = []
        self.linked = self.bold = 0
        self.runs: list[Run] = []

    def end(self) -> None:
        """The edge of a block: what was read so far is a run, or several where empty lines part it."""
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces = []
        linked, bold, self.linked, self.bold = self.linked, self.bold, 0, 0
        parts = [text] if "\n" not in text else _BLANK_LINES.split(text)
        for part in parts:
            folded = _fold(part)
            if not folded:
                continue
            share = 1.0 if len(parts) == 1 else len(part) / len(text)
            run = Run(folded, self.node, int(linked * share), int(bold * share))
            run.place = len(self.runs)
            self.runs.append(run)
            self.node.kids.append(run)


_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


def _fold(text: str) -> str:
    """White space folded, the newlines of line breaks kept."""
    if "\n" in text:
        return "\n".join(line for line in map(_fold, text.split("\n")) if line)
    text = " ".join(text.split())
    return text if text.isascii() or text.isprintable() else clean(text)


def read_nodes(root: Element) -> tuple[Node, list[Run]]:
    """The page's outermost block, and all runs in order."""
    top = Node("body", "", None, root)
    reader = _Reader(top)
    linked = bold = pre = False
    # What is still to read: elements, and for each open one what closes it.
    todo: list[Element] = [root]
    while todo:
        element = todo.pop()
        if element.__class__ is tuple:
            element, block, linked, bold, pre = element
            if block:
                reader.end()
                reader.node = reader.node.parent or top
        else:
            tag = element.tag
            if tag.__class__ is not str or tag in _DROPPED:
                if element is root:
                    break
                pass
            elif tag == "br":
                reader.pieces.append("\n")
            elif tag in _INLINE:
                was_linked, was_bold = linked, bold
                if tag == "a":
                    linked = True
                elif tag in _BOLD:
                    bold = True
                elif tag == "span" or tag == "button":
                    if tag == "button" and not _in_heading(reader.node):
                        tag = ""
                    elif (style := element.get("style")) is not None and _HIDDEN_STYLE.search(style):
                        tag = ""
                if tag:
                    if text := element.text:
                        _add(reader, text, linked, bold, pre)
                    if len(element):
                        todo.append((element, False, was_linked, was_bold, pre))
                        todo.extend(element[::-1])
                        continue
                linked, bold = was_linked, was_bold
            else:
                names = element.keys()
                hints = ""
                hidden = False
                if names:
                    if "hidden" in names or ("style" in names and _HIDDEN_STYLE.search(element.get("style"))):
                        hidden = True
                    if "class" in names:
                        hints = element.get("class")
                    if "id" in names:
                        hints = f"{hints} #{element.get('id')}"
                    if "role" in names:
                        hints = f"{hints} @{element.get('role')}"
                if not hidden:
                    reader.end()
                    node = Node(tag, hints, reader.node, element)
                    reader.node.kids.append(node)
                    if node.depth < _DEEPEST:
                        reader.node = node
                    if text := element.text:
                        _add(reader, text, linked, bold, pre or tag == "pre")
                    if len(element):
                        todo.append((element, node.depth < _DEEPEST, linked, bold, pre))
                        todo.extend(element[::-1])
                        pre = pre or tag == "pre"
                        continue
                    reader.end()
                    if node.depth < _DEEPEST:
                        reader.node = node.parent or top
        if element is not root and (tail := element.tail):
            _add(reader, tail, linked, bold, pre)
    reader.end()
    return top, reader.runs


def _add(reader: _Reader, text: str, linked: bool, bold: bool, pre: bool) -> None:
    if not pre and ("\n" in text or "\r" in text):
        text = text.replace("\n", " ").replace("\r", " ")
    if text.isspace():
        if reader.pieces:
            reader.pieces.append(" ")
        return
    if linked:
        reader.linked += len(text)
    if bold:
        reader.bold += len(text)
    reader.pieces.append(text)


def _in_heading(node: Node) -> bool:
    return node.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt")
