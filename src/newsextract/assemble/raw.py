"""An article back in its raw form: the lines that `parse_text` reads as the same article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ..arguments import check_article
from ..model import Article, Furniture, Heading, Headline, ItemList, ListItem, Paragraph, Quote, Table
from ..model.article import PLAIN_LEVEL
from ..model.base import Record
from ..text import escaped

__all__ = [
    "gap",
    "header_lines",
    "heading_line",
    "laid_out",
    "marked_item",
    "parts",
    "pipe_row",
    "placed",
    "placed_items",
    "placed_lines",
    "quote_lines",
    "separator_row",
    "table_lines",
    "to_text",
]

Place = tuple[int, int]

#: A pipe in a cell, with the backslashes before it.
_PIPE = re.compile(r"(?<!\\)(\\*+)\|")
_SEPARATORS = {"left": ":--", "center": ":-:", "right": "--:", None: "---"}


def to_text(article: Article) -> str:
    """The article in its raw form: all parts in reading order, furniture included, a blank line between blocks.

    Marks are those that the source had: a heading, quote or item that was told by its words alone is a bare line, as in
    the dumps that this library reads, and is told by them again. Headings of another level than 2 carry Markdown's
    mark, and all do, the headline too, where the source marked one of them, since a bare line among marked ones is
    taken for less; a backslash then stands before what would be a mark and is none. Tables have outer pipes and, under
    a header, a separator row. For an article that came from text, `parse_text` of the result gives the same headline,
    headings, blocks and furniture. (Of a few in a thousand not quite: what a bare line is, the lines around it tell.
    `tools/round_trip.py` counts.)

    Raises InputError for what is no Article.
    """
    check_article(article, "to_text")
    text = ""
    for start, _, chunk in laid_out(article):
        text += "\n" * (start - len(text)) + chunk
    return text + "\n" if text else ""


def laid_out(article: Article) -> Iterator[tuple[int, Record, str]]:
    """The parts in the order of the source, each with the place at which it stands in the raw form, and its lines."""
    heads = [article.headline, *(section.heading for section in article.sections)]
    marked = any(head is not None and _was_marked(head) for head in heads)
    at = 0
    above: Record | None = None
    for part in parts(article):
        if above is not None:
            at += len(gap(type(above) is type(part) and isinstance(part, (ItemList, Table))))
        chunk = _chunk(part, marked)
        yield at, part, chunk
        at += len(chunk)
        above = part


def gap(alike: bool) -> str:
    """What parts a block from the one above; `alike`: both are lists, or both are tables, which would be one with a
    single blank line between them."""
    return "\n\n\n" if alike else "\n\n"


def parts(article: Article) -> list[Record]:
    """The parts in the order of the source; those without a place stand first."""
    headline = article.headline
    found: list[Record] = [
        part
        for part in (
            headline if headline and headline.origin != "first_heading" else None,
            article.standfirst,
            article.byline,
        )
        if part is not None
    ]
    for section in article.sections:
        if section.heading is not None:
            found.append(section.heading)
        found.extend(section.blocks)
    found.extend(article.furniture)
    return sorted(found, key=lambda part: -1 if (start := getattr(part, "start", None)) is None else start)


def _chunk(part: Record, marked: bool) -> str:
    """The lines of one part; `marked`: headline and headings have marks."""
    if isinstance(part, Heading):
        return heading_line(part.text, part.level, marked=marked)
    if isinstance(part, Headline):
        return f"# {part.text}" if marked else part.text
    if isinstance(part, ItemList):
        return _item_gap(part).join(line for line, _ in placed_items(part, 0))
    if isinstance(part, Table):
        return "\n".join(line for line, _ in placed_lines(table_lines(part), 0))
    if isinstance(part, Quote):
        bare = part.end - part.start == len(part.text)  # it had no mark, and was told by its words
        return part.text if bare else quote_lines(part.text, part.attribution)
    if isinstance(part, (Paragraph, Furniture)):
        return escaped(part.text) if marked else part.text
    return str(getattr(part, "text", ""))


def _is_bare(item: ListItem) -> bool:
    """Whether an item had no marker in its source, and was told by its words."""
    return not item.marker and item.end > item.start


def placed_items(part: ItemList, at: int) -> Iterator[tuple[str, Place]]:
    """The lines of a list that begins at an offset, and where in each its item stands, with its marker."""
    lines = [
        ("", item.text) if _is_bare(item) else marked_item(item.depth, item.marker, item.text) for item in part.items
    ]
    return placed(lines, at, _item_gap(part))


def marked_item(depth: int, marker: str, text: str) -> tuple[str, str]:
    """What an item is indented by, and the item with its marker; a bullet where it had none."""
    return "  " * depth, f"{marker or '-'} {text}"


def placed(lines: Iterable[tuple[str, str]], at: int, gap: str = "\n") -> Iterator[tuple[str, Place]]:
    """Lines, each of what it is indented by and what stands there, and where that is; the first begins at an offset.

    >>> list(placed([("", "- rain"), ("  ", "- snow")], 10))
    [('- rain', (10, 16)), ('  - snow', (19, 25))]
    """
    for indent, line in lines:
        start = at + len(indent)
        at = start + len(line)
        yield indent + line, (start, at)
        at += len(gap)


def _item_gap(items: ItemList) -> str:
    """What parts the items: bare lines without a blank one between them would be those of a wrapped paragraph."""
    return "\n\n" if any(map(_is_bare, items.items)) else "\n"


def table_lines(table: Table) -> list[str | list[str]]:
    """The lines of a table: those above its rows, and the texts of each row."""
    above = [table.caption] if table.caption else []
    return [*above, *header_lines(table), *([cell.text for cell in row] for row in table.rows)]


def placed_lines(lines: Iterable[str | list[str]], at: int) -> Iterator[tuple[str, list[Place]]]:
    """The lines of a table that begins at an offset, a row as the texts of its cells, and where the cells stand."""
    for line in lines:
        text, places = (line, []) if isinstance(line, str) else _placed_row(line)
        yield text, [(at + start, at + end) for start, end in places]
        at += len(text) + len("\n")


def _was_marked(part: Heading | Headline) -> bool:
    """Whether the source has a mark for it that its level does not ask for: the mark is in the span, not in the text,
    and nothing had to be told. In the raw form of a page there are no such marks."""
    if part.confidence is not None or part.start is None or part.end is None:
        return False
    plain = heading_line(part.text, part.level) if isinstance(part, Heading) else part.text
    return part.end - part.start != len(plain)


def header_lines(table: Table) -> list[str]:
    """The header and the rule under it, where a table has one."""
    if not any(table.header):
        return []
    return [pipe_row(table.header), separator_row(column.align for column in table.columns)]


def heading_line(text: str, level: int, *, marked: bool = False) -> str:
    """A heading, with Markdown's mark where it had one or its level says something, which would else be lost."""
    return f"{'#' * level} {text}" if marked or level != PLAIN_LEVEL else text


def quote_lines(text: str, attribution: str | None) -> str:
    """The paragraphs of a quotation, and who said it."""
    lines = "\n".join(f"> {line}" for line in text.split("\n"))
    return f"{lines}\n— {attribution}" if attribution else lines


def separator_row(aligns: Iterable[str | None]) -> str:
    """The row under a header."""
    return f"| {' | '.join(_SEPARATORS[align] for align in aligns)} |"


def pipe_row(texts: Iterable[str]) -> str:
    """A row between outer pipes."""
    return _placed_row(texts)[0]


def _placed_row(texts: Iterable[str]) -> tuple[str, list[Place]]:
    r"""A row between outer pipes, and where in it each cell stands. A pipe in a cell has a backslash before it, and
    each backslash that stood there already is doubled.

    >>> _placed_row(("a|b", r"a\|b", ""))
    ('| a\\|b | a\\\\\\|b |  |', [(2, 6), (9, 15), (18, 18)])
    """
    cells = [_PIPE.sub(r"\1\1\\|", text) for text in texts]
    ends = accumulate((len(cell) + len(" | ") for cell in cells), initial=len("| "))
    return f"| {' | '.join(cells)} |", [(end, end + len(cell)) for end, cell in zip(ends, cells, strict=False)]
