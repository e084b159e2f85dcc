"""An article as GitHub Flavored Markdown, escaped where a reader would see markup that the text does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..arguments import check_article
from ..model import Article, Block, ItemList, ListItem, Quote, Table
from .inline import DEEPEST

__all__ = ["NUMBER_OF_MARKER", "to_markdown"]

#: Characters inside a line that a Markdown reader would not take as themselves. Emphasis and strikethrough need an
#: end that follows text, so their marks are escaped only there.
INLINE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|$)                       # a backslash that would escape what follows it, or nothing
    | `                                             # code
    | (?<=[^ ])[*~]                                 # the end of emphasis or strikethrough
    | (?<=[^ ])_(?![^\W_]) | (?<=[^\w ])_ | (?<=_)_ # the same, but not inside a word: snake_case needs no escape
    | <(?=[A-Za-z/!?])                              # tags, comments, <addresses>
    | &(?=[#A-Za-z][A-Za-z0-9]*;)                   # entities
    | \](?=\()                                      # [links](...) and images
    """,
    re.VERBOSE,
)

#: What a line may begin with that makes it another block. The groups are where the backslash goes.
BLOCK_START = re.compile(
    r"""
      (?P<mark> [#]{1,6}(?=[ ]|$) | [-+*](?=[ ]|$) | > )  # heading, bullet, quote
    | (?P<rule> (?: -[ ]*){2,}$ | (?: _[ ]*){3,}$ )       # thematic break, also with a bullet before it
    | (?P<number> [0-9]{1,9} (?=[.)](?:[ ]|$)) )          # number of a list
    | (?P<bracket> \[ (?= [^\]]*\]: | [ xX]\] ) )         # link definition, footnote, task box
    """,
    re.VERBOSE,
)

CLOSING_HASHES = re.compile(r"(?:^|(?<= ))#+$")
NEWLINES = re.compile(r"[\r\n]+")
NUMBER_OF_MARKER = re.compile(r"[(]?([0-9]{1,9})[.):、．）]?")
ALIGNMENTS = {None: "---", "left": ":---", "center": ":---:", "right": "---:"}

#: Two lists in a row would be read as one, were their marks the same.
LIST_MARKS = (("-", "."), ("*", ")"))


def to_markdown(article: Article) -> str:
    """The article as GitHub Flavored Markdown.

    Kept: headline (`#`), standfirst, byline, headings by level, paragraphs, lists with nesting and numbers, tables with
    alignment and caption, quotes with attribution. Left out: furniture, offsets, the meaning of dates and cells, and
    how list markers were written ("•", "(iv)"), and depths beyond `DEEPEST`. A headline promoted from the first heading
    stands there alone, and a table without a header gets an empty one, because Markdown's tables must have one.

    Raises InputError for what is no Article.
    """
    check_article(article, "to_markdown")
    text = "\n\n".join(_blocks(article))
    return text and text + "\n"


def _blocks(article: Article) -> Iterator[str]:
    if article.headline and article.headline.origin != "first_heading":
        yield _heading(article.headline.text, 1)
    for part in (article.standfirst, article.byline):
        if part and part.text:
            yield _line(part.text)
    marks = 0
    for section in article.sections:
        before: Block | None = None
        if section.heading:
            yield _heading(section.heading.text, section.heading.level)
        for block in section.blocks:
            marks = 1 - marks if isinstance(block, ItemList) and isinstance(before, ItemList) else 0
            text = _block(block, LIST_MARKS[marks])
            if text:
                yield text
                before = block


def _block(block: Block, marks: tuple[str, str]) -> str:
    match block:
        case ItemList():
            return "\n".join(_items(block, marks))
        case Table():
            return _table(block)
        case Quote():
            return _quote(block)
        case _:
            return _line(block.text)


def _heading(text: str, level: int) -> str:
    text = _inline(text)
    return f"{'#' * level} {CLOSING_HASHES.sub(_escape, text)}".rstrip()


def _line(text: str) -> str:
    """A paragraph on one line.

    >>> print(_line("1. April: *all* of a_b_c, <b> and 5 * 3"))
    1\\. April: *all\\* of a_b_c, \\<b> and 5 * 3
    """
    text = _inline(text)
    start = BLOCK_START.match(text)
    if start is None:
        return text
    at = start.end() if start.lastgroup == "number" else start.start()
    return f"{text[:at]}\\{text[at:]}"


def _inline(text: str) -> str:
    return INLINE.sub(_escape, " ".join(part.strip(" \t") for part in NEWLINES.split(text)).strip(" \t"))


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _items(block: ItemList, marks: tuple[str, str]) -> Iterator[str]:
    indents = [0]  # by depth: an item is indented to where its parent's text begins
    counts = [0]
    text_above = ""
    for item in block.items:
        depth = min(item.depth, len(indents) - 1, DEEPEST)
        nested = 0 < depth == len(indents) - 1
        del indents[depth + 1 :], counts[depth + 1 :]
        counts[depth] += 1
        marker = _marker(item, counts[depth], marks)
        indents.append(indents[depth] + len(marker) + 1)
        counts.append(0)
        text = _line(item.text)
        # Right below its parent's text, only an item with text that begins at 1 is read as an item.
        if nested and text_above and not (text and marker in (marks[0], f"1{marks[1]}")):
            yield ""
        yield f"{' ' * indents[depth]}{marker} {text}".rstrip()
        text_above = text


def _marker(item: ListItem, count: int, marks: tuple[str, str]) -> str:
    bullet, delimiter = marks
    if not item.ordered:
        return bullet
    number = NUMBER_OF_MARKER.fullmatch(item.marker)
    return f"{int(number[1]) if number else count}{delimiter}"


def _table(table: Table) -> str:
    if not table.columns:
        return ""
    rows = [table.header, *(tuple(cell.text for cell in row) for row in table.rows)]
    lines = [_row(row) for row in rows]
    lines.insert(1, _row_of(ALIGNMENTS[column.align] for column in table.columns))
    caption = [_line(table.caption), ""] if table.caption else []
    return "\n".join([*caption, *lines])


def _row(texts: tuple[str, ...]) -> str:
    # A reader parts cells before it undoes escapes, and readers differ on a pipe behind a backslash.
    return _row_of(_inline(text).replace("\\|", "\\&#124;").replace("|", "\\|") for text in texts)


def _row_of(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _quote(quote: Quote) -> str:
    lines = [_line(line) for line in quote.text.splitlines() if line.strip()]
    if quote.attribution:
        lines.append(_line(f"— {quote.attribution}"))
    return "\n>\n".join(f"> {line}" for line in lines)
