"""The run that is being read while a page's tree is walked: its pieces become one text, white space folded, and the
block that it lies in a node."""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache
from itertools import accumulate
from typing import Any

from ..text.lines import clean
from ..writing import ANY_QUOTATION_MARK, FIRST_WIDE, SENTENCE_END, quotation_marks
from .names import BOLD, SUBHEADINGS, words_of_name
from .nodes import HEADINGS, Node, Run
from .seams import parts_capitals, parts_digits, parts_words
from .tree import Element

__all__ = ["BREAK", "RunReader"]

BREAK = "\0"
"""A line break, until the white space that pages fold is folded: no text of a tree holds this character."""
#: Blocks that are headings where their roles or names say so, and have no more characters than these where names do.
_PLAIN = frozenset(("p", "div"))
_LEVELS = frozenset("123456")
_LONGEST_SUBHEADING = 120
_NO_HEADING = SENTENCE_END.replace("?", "")


class RunReader:
    """The run that is being read: its pieces, and where it belongs."""

    __slots__ = (
        "bold",
        "joint",
        "left",
        "linked",
        "node",
        "nodes",
        "pieces",
        "quotes",
        "root",
        "runs",
        "streamed",
        "timed",
        "todo",
        "top",
        "used",
    )

    def __init__(self, root: Element) -> None:
        self.root = root
        self.runs: list[Run] = []
        self.top = self.node = Node("body", None, root, self.runs)
        self.nodes = [self.top]
        self.pieces: list[str] = []
        # Which of the pieces are links, and which are bold.
        self.linked: list[int] = []
        self.bold: list[int] = []
        # How many pieces there were where an element was left that a style sheet may set apart, where another followed
        # it with nothing between, and at the edge of a time.
        self.left = self.joint = self.timed = 0
        # What the quotations that are open end with.
        self.quotes: list[str] = []
        self.todo: list[Any] = [root]
        self.streamed: dict[str, Element] | None = None
        self.used: set[str] = set()

    def add(self, text: str, linked: bool, bold: bool, pre: bool) -> None:
        if text.isspace() and not (pre and "\n" in text):
            if self.pieces:
                self.pieces.append(" ")
            return
        if self.pieces and not pre and self._is_parted(text):
            self.pieces.append(" ")
        if linked:
            self.linked.append(len(self.pieces))
        if bold:
            self.bold.append(len(self.pieces))
        self.pieces.append(text.replace("\n", BREAK) if pre else text)

    def _is_parted(self, text: str) -> bool:
        """Whether a space is missing before a text, by what it follows."""
        above = self.pieces[-1]
        if text[0].isupper() and parts_words(above):
            return True
        count = len(self.pieces)
        if count == self.timed:
            return text[0].isalnum() and above[-1:].isalnum() and text[0] < FIRST_WIDE
        return count == self.joint and (parts_digits(above, text) or parts_capitals(above, text))

    def enter(self, tag: str) -> None:
        """The beginning of an element that a style sheet may set apart from the text before it."""
        count = len(self.pieces)
        if count == self.left:
            self.joint = count
        if tag == "time":
            self.timed = count

    def leave(self, tag: str) -> None:
        """The end of one."""
        self.left = len(self.pieces)
        if tag == "time":
            self.timed = self.left

    def break_line(self, or_blank: bool = False) -> None:
        """What an element on lines of its own begins and ends with; where it is empty it stands for a break, and two
        make an empty line."""
        if or_blank or (self.pieces and self.pieces[-1] is not BREAK):
            self.pieces.append(BREAK)

    def open_quote(self, quote: Element, linked: bool, bold: bool) -> None:
        """The beginning of a `<q>`, which browsers show with the marks of the page's language; some have them too."""
        text = quote.text or ""
        first, last = text.lstrip()[:1], self.pieces[-1].rstrip()[-1:] if self.pieces else ""
        if first in ANY_QUOTATION_MARK or last in ANY_QUOTATION_MARK or not (text or len(quote)):
            self.quotes.append("")
            return
        opening, closing = quotation_marks(self.root.get("lang"))
        self.add(opening, linked, bold, pre=False)
        self.quotes.append(closing)

    def close_quote(self) -> None:
        """The end of one; a block in it has ended it before."""
        closing = self.quotes.pop()
        if closing and self.pieces:
            self.pieces.append(closing)

    def end(self) -> None:
        """The edge of a block: what was read is a run, or several where empty lines part it; a listing is one."""
        pieces, linked, bold = self.pieces, self.linked, self.bold
        self.pieces = []
        self.left = self.joint = self.timed = 0
        if linked:
            self.linked = []
        if bold:
            self.bold = []
        if len(pieces) == 1 and BREAK not in pieces[0]:
            (text,) = pieces
            self._append(text, len(text) if linked else 0, len(text) if bold else 0)
            return
        text = "".join(pieces)
        if BREAK not in text or self.node.tag == "pre":
            self._append(text, _length(pieces, linked) if linked else 0, _length(pieces, bold) if bold else 0)
            return
        parts, ends = _parts(text)
        if not parts:
            return
        starts = list(accumulate(map(len, pieces), initial=0))
        links, bolds = [0] * len(parts), [0] * len(parts)
        for marked, counts in ((linked, links), (bold, bolds)):
            for i in marked:
                counts[bisect(ends, starts[i])] += len(pieces[i])
        for part, link, strong in zip(parts, links, bolds, strict=True):
            self._append(part, link, strong)

    def _append(self, text: str, linked: int, bold: int) -> None:
        folded = _fold(text)
        if linked and folded[-1:] == "]" and (bare := self._without_control(folded, linked)) != folded:
            folded, linked = bare, 0
        if folded:
            node = self.node
            run = Run(folded, node, linked, bold, len(self.runs))
            self.runs.append(run)
            node.kids.append(run)

    def _without_control(self, text: str, linked: int) -> str:
        """The text of a heading, or of a line right beside one, without the links in brackets by which one edits it:
        "History[edit]". Those to footnotes are numbers."""
        at = text.rfind("[")
        size = len(text) - at
        if at < 0 or not linked <= size <= 2 * linked + len("[ ]") or not any(map(str.isalpha, text[at:])):
            return text
        if self.node.tag in HEADINGS:
            return text[:at].rstrip()
        above = self.runs[-1].parent if self.runs else None
        is_beside = above is not None and above.tag in HEADINGS and above.parent is self.node
        return "" if is_beside and not at else text

    def close(self, element: Element) -> None:
        """End a block."""
        if self.pieces:
            self.end()
        node = self.node
        if node.element is element:
            node.last = len(self.runs)
            self.node = node.parent or self.top
            if node.tag in _PLAIN and len(node.kids) == 1:
                node.tag = _heading_tag(node) or node.tag
            elif node.tag == "li" and len(node.kids) == 1:
                _take_out(node)

    def stream(self, template: Element) -> None:
        """Pages that are sent while they are made have templates (B:1, P:1) in place of parts that follow at the end
        (S:1): those are read where they belong; and so is the template of what an element shows in its place."""
        if template.get("shadowrootmode") is not None:
            self.todo.extend(template[::-1])
            return
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


def _length(pieces: list[str], places: list[int]) -> int:
    return sum([len(pieces[i]) for i in places])


def _parts(text: str) -> tuple[list[str], list[int]]:
    """The parts of a text that empty lines part, and where each but the last ends."""
    parts: list[str] = []
    ends: list[int] = []
    lines: list[str] = []
    at = 0
    for line in text.split(BREAK):
        if line and not line.isspace():
            lines.append(line)
        elif lines:
            parts.append(BREAK.join(lines))
            ends.append(at)
            lines = []
        at += len(line) + len(BREAK)
    if lines:
        parts.append(BREAK.join(lines))
    elif ends:
        ends.pop()
    return parts, ends


def _fold(text: str) -> str:
    """White space folded, a newline for each break of lines."""
    if BREAK in text:
        return "\n".join([line for line in map(_fold, text.split(BREAK)) if line])
    text = text.strip()
    if "  " not in text and text.isprintable():  # no white space but single spaces
        return text
    text = " ".join(text.split())
    return text if text.isascii() or text.isprintable() else clean(text)


def _take_out(item: Node) -> None:
    """Give an item the sentence that alone stands in it, in a nameless `div`: some editors put one into each."""
    (held,) = item.kids
    run = held.kids[0] if isinstance(held, Node) and held.tag == "div" and len(held.kids) == 1 else None
    if isinstance(held, Node) and isinstance(run, Run) and run.text[-1] in SENTENCE_END and not held.kind:
        run.parent, item.kids, held.kids = item, [run], []


def _heading_tag(node: Node) -> str:
    """The tag of the heading that a block of one run is by its role or, under a paragraph, by its class; "" for none.
    A line before a colon ("Specs:") is that of what is under it. What its class has in bold is marked so."""
    run = node.kids[0]
    if not isinstance(run, Run) or run.text[-1] in ":：":
        return ""
    element = node.element
    if element.get("role") == "heading":
        level = element.get("aria-level") or ""
        return f"h{level}" if level in _LEVELS else "h2"
    names = element.get("class")
    if not names:
        return ""
    tag, is_bold = _said_of_line(names)
    if is_bold:
        run.bold = len(run.text)
    if not tag or len(run.text) > _LONGEST_SUBHEADING or run.text[-1] in _NO_HEADING:
        return ""
    siblings = node.parent.kids[-2:-1] if node.parent else []
    return tag if any(isinstance(above, Node) and above.tag == "p" for above in siblings) else ""


@lru_cache(maxsize=512)
def _said_of_line(names: str) -> tuple[str, bool]:
    """The tag of a heading that the classes of a line have it be, "" for none, and whether they have it in bold.

    >>> _said_of_line("h3 mb-2"), _said_of_line("story-subheading"), _said_of_line("h2o fw-bold")
    (('h3', False), ('h2', False), ('', True))
    """
    levels = [name for name in names.split() if name in HEADINGS[1:]]
    tag = levels[0] if levels else "h2" if not SUBHEADINGS.isdisjoint(words_of_name(names)) else ""
    return tag, not BOLD.isdisjoint(names.split())
