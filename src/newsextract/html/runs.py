"""A page's tree to its blocks and runs.

Inline markup is gone: of it a run knows how much of its text is linked and how much is bold. What is no text (scripts,
styles, controls) is left out here, once.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from ..writing import CLOSERS, COLONS, QUESTIONS, SENTENCE_END
from .looks import ALONE, AMID, BLOCK, HIDDEN, PLAIN, look_of, look_of_block, look_of_inline
from .names import BLOCKS, DROPPED, INLINE, words_of_name
from .nodes import HEADINGS, Node, Run
from .reading import BREAK, RunReader
from .tree import Element

__all__ = ["read_nodes"]

#: Elements that hold half of the page where their end is missing, or where the parser does not see that they end: it
#: takes a `<main>` behind the title for part of the head, where a page leaves out the tags of head and body.
_SWALLOWING = frozenset(("head", "svg", "nav", "noscript", "object", "video", "map", "math"))
_BOLD = frozenset(("b", "strong"))
#: Blocks of which styles say how the text in them is shown.
_STYLED = frozenset(("p", "div", "td", "th"))
#: Blocks that hold no others, and how many elements what stands amid text has at most.
_OF_WORDS = frozenset(("p", *HEADINGS))
#: Headings in which a `<div>` is a line: a headline may have all of an article's head in it.
_SUBHEADINGS = frozenset(HEADINGS[1:])
_PARTS = BLOCKS - {"div"}
_MOST_AMID = 30
#: Inline elements that style sheets set apart from each other.
_APART = frozenset(("a", "span", "time"))
_QUESTION_MARKS = tuple(QUESTIONS)
_LONGEST_ARROW = 3
#: Types of fields in which something is written, and what signs of a heading that opens are by their names.
_FIELDS = frozenset(("text", "search", "email", "number", "tel", "url"))
_SIGN_TAGS = frozenset(("span", "i", "b", "em"))
_SIGNS = frozenset(("arrow", "caret", "chevron", "icon", "ico", "indicator", "minus", "plus", "toggle"))
_OPENING = frozenset((*HEADINGS[1:], "summary", "dt"))
_ARROWS = frozenset("▸▾▼▲›»→↓")
_OPENING_MARKS = _ARROWS | frozenset("+-−–×")
_OPENS = ("aria-expanded", "aria-controls")
#: Marks of links to the place where they stand, besides arrows.
_MARKS = frozenset("^¶")
_NUMBERS = re.compile(r"[-–−+]?\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,9}", re.ASCII)
_RAISED = str.maketrans("0123456789+-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
#: What stands before the number of a footnote besides letters and digits, and behind a word in a sentence.
_BEFORE_NOTES = frozenset(SENTENCE_END + CLOSERS + ",;:")
_GOES_ON = frozenset(",;.")
#: How many of a button's texts are looked at: a label has few.
_LABEL_TEXTS = 8
#: Deeper elements are read as if they stood at this depth: no page of an article comes near it, and what walks down
#: its blocks leaves half of the interpreter's stack to the caller.
_DEEPEST = 150


def read_nodes(root: Element) -> tuple[list[Node], list[Run]]:
    """The page's blocks, the outermost first and each before those in it, and its runs in order."""
    reader = RunReader(root)
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
                reader.pieces.append(BREAK)
            elif (
                tag in INLINE
                or (tag == "div" and reader.node.tag in _SUBHEADINGS and _holds_none_of(_PARTS, element))
                or (tag not in BLOCKS and tag not in DROPPED and _is_amid(element, reader))
            ):
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
                    elif tag == "label":
                        shown = HIDDEN if not reader.pieces and _names_field(element) else shown
                    elif tag in _SIGN_TAGS and text and len(text) <= _LONGEST_ARROW and _is_sign(element, reader):
                        shown = HIDDEN
                    elif tag == "div":
                        shown = shown and ALONE
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


def _is_amid(element: Element, reader: RunReader) -> bool:
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
    return _holds_none_of(BLOCKS, element)


def _holds_none_of(blocks: frozenset[str], element: Element) -> bool:
    """Whether an element has few others in it, and none of these."""
    held = [inner.tag for inner in islice(element.iterdescendants(), _MOST_AMID)]
    return len(held) < _MOST_AMID and blocks.isdisjoint(held)


def _is_place(link: Element) -> bool:
    """Whether a link without an address is the place that others lead to: where its end is missing, all that follows is
    in it."""
    return link.get("name") is not None or link.get("id") is not None


def _is_permalink(link: Element) -> bool:
    """Whether a link in a heading is the mark by which one links to it: "#", "¶" or a picture."""
    return not any(any(map(str.isalnum, text)) for text in link.itertext())


def _is_backlink(link: Element) -> bool:
    """Whether a link of so few characters is the arrow at the end or beginning of a footnote that leads back to its
    number, or the mark by which one links to a term or caption."""
    return (
        (unicodedata.category(link.text[0]) in ("So", "Sm") or link.text in _MARKS)
        and (link.get("href") or "").startswith("#")
        and not (link.tail or "").strip()
        and not len(link)
    )


def _is_note(link: Element, reader: RunReader) -> bool:
    """Whether a short link right behind a word or stop leads to a place on this page: that to a footnote does. Numbers
    in a row are those of pages."""
    count = len(reader.pieces)
    if not count or (reader.linked and reader.linked[-1] == count - 1):
        return False
    above = reader.pieces[-1]
    is_right_behind = above[-1:].isalnum() or (len(above) > 1 and above[-1] in _BEFORE_NOTES)
    return is_right_behind and (link.get("href") or "").startswith("#")


def _is_control(button: Element, reader: RunReader) -> bool:
    """Whether a button is one to press: no heading that opens what is under it, nor a question that opens its answer,
    nor the name of a column by which one sorts, nor a word of a sentence, nor the half of a page."""
    node = reader.node
    if _is_word(button, reader):
        return False
    if node.tag in (*HEADINGS, "summary", "dt") or _swallows(button):
        return False
    cell = node if node.tag == "th" else node.parent
    is_alone = not (button.tail or "").strip() and not reader.pieces and node.first == len(reader.runs)
    if is_alone and cell and cell.tag == "th" and cell.first == node.first:
        return False
    return not any(text.rstrip().endswith(_QUESTION_MARKS) for text in islice(button.itertext(), _LABEL_TEXTS))


def _is_word(button: Element, reader: RunReader) -> bool:
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


def _names_field(label: Element) -> bool:
    """Whether a label has the field in it that it is for, in which something is written or chosen; what stands beside
    a box to tick may be an item of the article."""
    if (label.tail or "").strip() or not _holds_none_of(BLOCKS, label):
        return False
    fields = label.iter("input", "select", "textarea")
    return any(field.tag != "input" or field.get("type", "text").lower() in _FIELDS for field in fields)


def _is_sign(element: Element, reader: RunReader) -> bool:
    """Whether an element in a heading that opens what is under it is a sign that says so: "+", an arrow."""
    mark = (element.text or "").strip()
    if len(element) or mark not in _OPENING_MARKS or reader.node.tag not in _OPENING:
        return False
    if reader.pieces and ((element.tail or "").strip() or element.getnext() is not None):
        return False  # a minus before a number
    heading = reader.node.element
    near = (element.getparent(), heading, heading.getparent())
    is_hidden = element.get("aria-hidden") == "true"
    if is_hidden and mark in _ARROWS:
        return True
    is_pressed = heading.tag == "summary" or any(each is not None and _is_pressed(each) for each in near)
    return is_pressed and (is_hidden or not _SIGNS.isdisjoint(words_of_name(element.get("class") or "")))


def _is_pressed(element: Element) -> bool:
    """Whether an element is there to open another."""
    return element.tag == "button" or any(element.get(name) is not None for name in _OPENS)


def _swallows(element: Element) -> bool:
    """Whether an element that is no text holds the page's parts. An `h1` among the items of a menu is the last step of
    the way to the page, where that has other headings."""
    if element.tag != "nav":
        return next(element.iter("h1", "article", "main", "p"), None) is not None
    parts = list(islice(element.iter("h1", "article", "main"), _MOST_AMID))
    if not parts or any(part.tag != "h1" or next(part.iterancestors("li", "nav")).tag == "nav" for part in parts):
        return parts != []
    others = islice(element.getroottree().iter("h1", "h2"), _MOST_AMID)
    return all(next(heading.iterancestors("nav"), None) is not None for heading in others)
