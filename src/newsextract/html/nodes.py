"""What a page's tree is read into: blocks that hold blocks, and the runs of text between their edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..notices import furniture_kind
from .names import kind_of_name, without_builder
from .tree import Element

__all__ = [
    "ALL_BOLD",
    "FITTED_CLOSERS",
    "FREE_ROLES",
    "HEADINGS",
    "LARGEST_BLOCK",
    "LONGEST_NOTICE",
    "Node",
    "Run",
    "around",
    "in_figcaption",
    "kept",
    "line_of_runs",
]

ALL_BOLD = 0.92
"""How much of a line must be bold for all of it to count as bold: a heading, or the name of a column."""
FITTED_CLOSERS = "\"'”’»)"
"""Characters that may stand behind the end of a sentence. `writing.CLOSERS` has more; what tells a page's article was
fitted with these."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""Tags of headings, by their levels."""
#: How a part is hidden until somebody opens it: parts of articles are, as are menus.
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN = " ~hidden"
_PAYWALL = "paywall"
_TEXTS = frozenset(("p", *HEADINGS, "ul", "ol", "li", "blockquote"))
FREE_ROLES = ("", "elsewhere")
"""Roles of runs that a part of the article may still take: a name under a quote or a cell of a table that ends the
article comes behind the article's last."""
LARGEST_BLOCK = 1_000
"""Characters of a block that may be a line of the head, with all that stands in it."""
LONGEST_NOTICE = 120
"""Furniture by its words is a short line, in characters."""


class Run:
    """A stretch of text that no edge of a block interrupts; line breaks in it are newlines."""

    __slots__ = ("_notice", "bold", "kept", "linked", "parent", "place", "role", "score", "text")

    def __init__(self, text: str, parent: Node, linked: int, bold: int, place: int) -> None:
        self.text = text
        self.parent = parent
        self.linked = linked
        """How many of its characters are links, about."""
        self.bold = bold
        """How many are bold, about."""
        self.place = place
        """Which run of the page it is."""
        self.score = 0.0
        self.kept = False
        """Whether it is the article's."""
        self.role = ""
        """headline | standfirst | byline | timestamp | credit, for the runs of the head; "attribution" for that of a
        quote; "elsewhere" for those of the rest of the page."""
        self._notice: str | None = ""

    @property
    def line(self) -> str:
        """Its text on one line."""
        return self.text.replace("\n", " ")

    @property
    def notice(self) -> str | None:
        """The kind of furniture that it is by its words, or None; asked for at several steps."""
        if self._notice == "":
            self._notice = furniture_kind(self.line)
        return self._notice


class Node:
    """A block of the page: what it is by its tag and names, and what it holds."""

    __slots__ = (
        "_hints",
        "_kind",
        "depth",
        "element",
        "first",
        "kids",
        "last",
        "linked",
        "page",
        "parent",
        "size",
        "tag",
        "weight",
    )

    def __init__(self, tag: str, parent: Node | None, element: Element, page: list[Run]) -> None:
        self.tag = tag
        # The outermost block stands for the whole page, and has no element of its own.
        self._hints: str | None = "" if parent is None else None
        self._kind: str | None = None
        self.parent = parent
        self.element = element
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.page = page
        """All runs of the page, in order; those from `first` up to `last` are in the block."""
        self.first = self.last = len(page)
        self.kids: list[Node | Run] = []
        self.size = 0
        """Characters in it."""
        self.linked = 0
        """Characters of links in it."""
        self.weight = 0.0
        """How much of it is prose."""

    @property
    def hints(self) -> str:
        """Its class, id ("#…") and role ("@…"), as written, and at the end "~hidden" where it is; read when asked
        for, since of most blocks nobody asks."""
        if self._hints is None:
            self._hints = _hints(self.element)
        return self._hints

    @property
    def kind(self) -> str:
        """What it is by its names: a kind of names.toml, "" where they do not tell."""
        if self._kind is None:
            hints = self.hints
            self._kind = kind_of_name(hints) if hints else ""
            if self._kind == "newsletter" and self._is_behind_paywall():
                self._kind = kind_of_name(" ".join([name for name in hints.split() if name != _PAYWALL]))
        return self._kind

    @property
    def part(self) -> str:
        """Its kind, but for parts that a page builder has named. What tells a page's article was fitted with `kind`."""
        return kind_of_name(without_builder(self.hints)) if self.kind == "aside" else self.kind

    def _is_behind_paywall(self) -> bool:
        """Whether it is text of an article that is named for what hides it from those who have not paid, and no call to
        pay: publishers tell search engines so which text that is."""
        if _PAYWALL not in self.hints.split():
            return False
        paragraphs = [kid for kid in self.kids if isinstance(kid, Node) and kid.tag == "p" and kid.size]
        return self.tag in _TEXTS or (self.size > LARGEST_BLOCK and len(paragraphs) > 1)

    def nodes(self) -> Iterator[Node]:
        """Itself and all blocks in it, in order."""
        todo = [self]
        while todo:
            at = todo.pop()
            yield at
            todo += [kid for kid in at.kids[::-1] if isinstance(kid, Node)]

    def runs(self) -> list[Run]:
        """All runs in it, in order."""
        return self.page[self.first : self.last]


def _hints(element: Element) -> str:
    hints, hidden = "", False
    for name, value in element.items():
        if name == "class":
            hints = f"{value} {hints}" if hints else value
        elif name == "id":
            hints += f" #{value}"
        elif name == "role":
            hints += f" @{value}"
        elif name == "hidden" or (name == "style" and _HIDDEN_STYLE.search(value)):
            hidden = True
    return hints + _HIDDEN if hidden else hints


def around(node: Node | None) -> Iterator[Node]:
    """A block and those that it lies in, the innermost first."""
    while node is not None:
        yield node
        node = node.parent


def in_figcaption(run: Run) -> bool:
    """Whether a run stands in a `<figcaption>`, or in a block in one."""
    parent = run.parent
    return parent.tag == "figcaption" or (parent.parent is not None and parent.parent.tag == "figcaption")


def kept(node: Node) -> list[Run]:
    """The article's runs in a block, without those of its head."""
    return [run for run in node.runs() if run.kept and not run.role]


def line_of_runs(runs: Iterable[Run]) -> str:
    """The text of several runs on one line."""
    return " ".join(run.line for run in runs)
