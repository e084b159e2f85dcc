"""A page's tree to its blocks and runs.

Inline markup is gone: of it a run knows how much of its text is linked and how much is bold. What is no text (scripts,
styles, controls) is left out here, once.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any

from ..text.lines import clean
from ..writing import ANY_QUOTATION_MARK, CLOSERS, COLONS, FIRST_WIDE, QUESTIONS, SENTENCE_END, quotation_marks
from .looks import ALONE, AMID, BLOCK, HIDDEN, PLAIN, look_of, look_of_block, look_of_inline
from .names import BLOCKS, BOLD, DROPPED, INLINE, SUBHEADINGS, words_of_name
from .nodes import HEADINGS, Node, Run
from .seams import parts_capitals, parts_digits, parts_words
from .tree import Element

__all__ = ["read_nodes"]

#: Elements that hold half of the page where their end is missing, or where the parser does not see that they end: it
#: takes a `<main>` behind the title for part of the head, where a page leaves out the tags of head and body.
_SWALLOWING = frozenset(("head", "svg", "nav", "noscript", "object", "video", "map", "math"))
_BOLD = frozenset(("b", "strong"))
#: Blocks of which styles say how the text in them is shown.
_STYLED = frozenset(("p", "div", "td", "th"))
#: Blocks that are headings where their roles or names say so, and have no more characters than these where names do.
_PLAIN = frozenset(("p", "div"))
_LEVELS = frozenset("123456")
_LONGEST_SUBHEADING = 120
_NO_HEADING = SENTENCE_END.replace("?", "")
#: Blocks that hold no others, and how many elements what stands amid text has at most.
_OF_WORDS = frozenset(("p", *HEADINGS))
_MOST_AMID = 30
#: Inline elements that style sheets set apart from each other.
_APART = frozenset(("a", "span", "time"))
_QUESTION_MARKS = tuple(QUESTIONS)
_LONGEST_ARROW = 3
_NUMBERS = re.compile(r"[-–−+]?\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,9}", re.ASCII)
_RAISED = str.maketrans("0123456789+-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
#: What stands before the number of a footnote besides letters and digits, and behind a word in a sentence.
_BEFORE_NOTES = frozenset(SENTENCE_END + CLOSERS + ",;:")
_GOES_ON = frozenset(",;.")
#: How many of a button's texts are looked at: a label has few.
_LABEL_TEXTS = 8
#: A line break, until the white space that pages fold is folded: no text of a tree holds this character.
_BREAK = "\0"
#: Deeper elements are read as if they stood at this depth: no page of an article comes near it, and what walks down
#: its blocks leaves half of the interpreter's stack to the caller.
_DEEPEST = 150


class _Reader:
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
        self.pieces.append(text.replace("\n", _BREAK) if pre else text)

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
        if or_blank or (self.pieces and self.pieces[-1] is not _BREAK):
            self.pieces.append(_BREAK)

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
        if len(pieces) == 1 and _BREAK not in pieces[0]:
            (text,) = pieces
            self._append(text, len(text) if linked else 0, len(text) if bold else 0)
            return
        text = "".join(pieces)
        if _BREAK not in text or self.node.tag == "pre":
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
    for line in text.split(_BREAK):
        if line and not line.isspace():
            lines.append(line)
        elif lines:
            parts.append(_BREAK.join(lines))
            ends.append(at)
            lines = []
        at += len(line) + len(_BREAK)
    if lines:
        parts.append(_BREAK.join(lines))
    elif ends:
        ends.pop()
    return parts, ends


def _fold(text: str) -> str:
    """White space folded, a newline for each break of lines."""
    if _BREAK in text:
        return "\n".join([line for line in map(_fold, text.split(_BREAK)) if line])
    text = text.strip()
    if "  " not in text and text.isprintable():  # no white space but single spaces
        return text
    text = " ".join(text.split())
    return text if text.isascii() or text.isprintable() else clean(text)


def read_nodes(root: Element) -> tuple[list[Node], list[Run]]:
    """The page's blocks, the outermost first and each before those in it, and its runs in order."""
    reader = _Reader(root)
    add, todo, nodes, runs = reader.add, reader.todo, reader.nodes, reader.runs
    linked = bold = pre = False
    while todo:
        element = todo.pop()
        if element.__class__ is tuple:  # what closes an element, with what held before it
            element, shown, linked, bold, pre = element
            if shown is BLOCK:
                reader.close(element)
            elif shown is ALONE:
                reader.break_line()
            elif reader.pieces and element.tag in _APART:
                reader.leave(element.tag)
            elif element.tag == "q":
                reader.close_quote()
        else:
            tag = element.tag
            if tag == "br":
                reader.pieces.append(_BREAK)
            elif tag in INLINE or (tag not in BLOCKS and tag not in DROPPED and _is_amid(element, reader)):
                text = element.text
                raised = ""
                if tag == "a":  # half of all inline elements are links, of which few are hidden but by a class
                    names = element.get("class")
                    shown = look_of("", names).shown if names else AMID
                    strong = lines = None  # those by which a link is bold make a button of it
                    if reader.node.tag in HEADINGS:
                        if _is_permalink(element):
                            shown = HIDDEN
                    elif text and len(text) <= _LONGEST_ARROW:
                        if _is_backlink(element):
                            shown = HIDDEN
                        elif _is_note(element, reader):
                            raised = _raised(element)
                else:
                    shown, strong, lines = look_of_inline(element) if tag != "img" else PLAIN
                    if tag == "sup":
                        raised = _raised(element)
                if raised and shown:
                    add(raised, linked or next(element.iter("a"), None) is not None, bold, pre)
                    reader.leave(tag)
                    shown = HIDDEN
                if shown and not (tag == "button" and _is_control(element, reader)):
                    was_linked, was_bold, was_pre = linked, bold, pre
                    if tag == "a" and not linked:
                        linked = bool(names) or element.get("href") is not None or not _is_place(element)
                    bold = (bold or tag in _BOLD) if strong is None else strong
                    pre = pre if lines is None else lines
                    if shown is ALONE:
                        reader.break_line(or_blank=not text and not len(element))
                    elif reader.pieces and tag in _APART:
                        reader.enter(tag)
                    elif tag == "q":
                        reader.open_quote(element, linked, bold)
                    if text:
                        add(text, linked, bold, pre)
                    if len(element):
                        todo.append((element, shown, was_linked, was_bold, was_pre))
                        todo.extend(element[::-1])
                        continue
                    if shown is ALONE and text:
                        reader.break_line()
                    elif reader.pieces and tag in _APART:
                        reader.leave(tag)
                    elif tag == "q":
                        reader.close_quote()
                    linked, bold, pre = was_linked, was_bold, was_pre
            elif tag.__class__ is not str or (tag in DROPPED and not (tag in _SWALLOWING and _swallows(element))):
                if tag == "template":
                    reader.stream(element)
            elif not (reader.used and element.get("id") in reader.used):
                if reader.pieces:
                    reader.end()
                above = reader.node
                node = Node(tag, above, element, runs)
                above.kids.append(node)
                nodes.append(node)
                if node.depth < _DEEPEST:  # else its content is its parent's
                    reader.node = node
                text = element.text
                if text and not pre and text.isspace():
                    text = ""
                was_bold, was_pre = bold, pre
                if tag == "pre":
                    pre = True
                elif tag == "p" or (text and tag in _STYLED):
                    style = element.get("style")
                    if style:
                        _, strong, lines = look_of_block(style)
                        bold = bold if strong is None else strong
                        pre = pre if lines is None else lines
                if text:
                    add(text, linked, bold, pre)
                if len(element):
                    todo.append((element, BLOCK, linked, was_bold, was_pre))
                    todo.extend(element[::-1])
                    continue
                reader.close(element)
                bold, pre = was_bold, was_pre
        tail = element.tail
        # Most of what stands between blocks is white space, of which nothing begins.
        if tail and (reader.pieces or not tail.isspace()) and element is not root:
            add(tail, linked, bold, pre)
    reader.end()
    reader.top.last = len(runs)
    return nodes, runs


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


def _is_amid(element: Element, reader: _Reader) -> bool:
    """Whether an element that HTML does not know stands amid text, as links do, rather than as a block: the tag of a
    word processor around a name, a part of the page's own. What is in such a one stands where it does."""
    parent = element.getparent() if element.tag.__class__ is str else None
    if parent is None:
        return False
    if parent.tag not in BLOCKS and parent.tag not in INLINE and parent is not reader.node.element:
        return True
    above = element.getprevious()
    before = parent.text if above is None else above.tail
    if reader.node.tag not in _OF_WORDS and not (before or "").strip() and not (element.tail or "").strip():
        return False
    held = [inner.tag for inner in islice(element.iter(), _MOST_AMID)]
    return len(held) < _MOST_AMID and BLOCKS.isdisjoint(held)


def _is_place(link: Element) -> bool:
    """Whether a link without an address is the place that others lead to: where its end is missing, all that follows is
    in it."""
    return link.get("name") is not None or link.get("id") is not None


def _is_permalink(link: Element) -> bool:
    """Whether a link in a heading is the mark by which one links to it: "#", "¶" or a picture."""
    return not any(any(map(str.isalnum, text)) for text in link.itertext())


def _is_backlink(link: Element) -> bool:
    """Whether a link of so few characters is the arrow at the end of a footnote that leads back to its number."""
    return (
        unicodedata.category(link.text[0]) in ("So", "Sm")
        and (link.get("href") or "").startswith("#")
        and not (link.tail or "").strip()
        and not len(link)
    )


def _is_note(link: Element, reader: _Reader) -> bool:
    """Whether a short link right behind a word or stop leads to a place on this page: that to a footnote does. Numbers
    in a row are those of pages."""
    count = len(reader.pieces)
    if not count or (reader.linked and reader.linked[-1] == count - 1):
        return False
    above = reader.pieces[-1]
    is_right_behind = above[-1:].isalnum() or (len(above) > 1 and above[-1] in _BEFORE_NOTES)
    return is_right_behind and (link.get("href") or "").startswith("#")


def _is_control(button: Element, reader: _Reader) -> bool:
    """Whether a button is one to press: no heading that opens what is under it, nor a question that opens its answer,
    nor the name of a column by which one sorts, nor a word of a sentence, nor the half of a page."""
    node = reader.node
    if _is_word(button, reader):
        return False
    if node.tag in (*HEADINGS, "summary", "dt") or _swallows(button):
        return False
    if not (button.tail or "").strip() and not reader.pieces and "th" in (node.tag, node.parent and node.parent.tag):
        return False
    return not any(text.rstrip().endswith(_QUESTION_MARKS) for text in islice(button.itertext(), _LABEL_TEXTS))


def _is_word(button: Element, reader: _Reader) -> bool:
    """Whether a button is a word of the sentence around it, which opens what the word means: the sentence has begun
    before it, and goes on behind it."""
    label = "".join(islice(button.itertext(), _LABEL_TEXTS)).strip()
    behind = (button.tail or "").lstrip()[:1]
    above = "".join(reader.pieces[-_LABEL_TEXTS:]).rstrip()[-1:]
    is_open = bool(above) and above not in SENTENCE_END and above not in COLONS
    return is_open and label[:1].islower() and (behind.islower() or behind in _GOES_ON)


def _raised(sup: Element) -> str:
    """A number in raised letters, for those have no other mark by which they are told from a number before them:
    "2024³" names a footnote, and "10²" is no 102. White space around it stays. "" for what is not a number."""
    text = "".join(sup.itertext())
    return text.translate(_RAISED) if _NUMBERS.fullmatch(text.strip()) else ""


def _swallows(element: Element) -> bool:
    """Whether an element that is no text holds the page's parts."""
    held = ("h1", "article", "main") if element.tag == "nav" else ("h1", "article", "main", "p")
    return next(element.iter(*held), None) is not None
