"""An article as an outline: the form in which `fixtures/articles/*.outline` are written by hand.

One part a line, in source order, its text whole and on one line:

    headline: TEXT                  a line of its own; "headline first_heading: TEXT" comes first in the outline, and
                                    the heading stands in its own place too
    standfirst: | byline: | heading: | paragraph: TEXT
    quote: TEXT ¶ TEXT              its paragraphs
      attribution: TEXT
    list
      - TEXT                        a bullet, whatever its marker was; two spaces more for each depth
      # TEXT                        a numbered item
    table: NAME | NAME              "table:" alone where it has no header; "\\|" is a pipe inside a cell
      caption: TEXT
      CELL | CELL
    furniture KIND: TEXT

and at the end, each only if there is one, `authors:` (parted by "; "), `published:`, `modified:`, `place:` (the
dateline's), then always `language:` ("und" where it is not known).
"""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.model import Article, Block, ItemList, Quote, Table

#: They show nothing, so a hand-written outline leaves them out.
ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


def outline(article: Article) -> str:
    """The article in the format described above, ending in a newline."""
    parts = sorted(_parts(article), key=lambda part: part[0])
    lines = [line for _, text in parts for line in text.split("\n")]
    return "\n".join([*lines, *_facts(article)]) + "\n"


def _parts(article: Article) -> Iterator[tuple[int, str]]:
    """Each part's offset and its lines. What has no place in the source comes first."""
    headline, standfirst, byline = article.headline, article.standfirst, article.byline
    if headline and headline.origin == "line":
        yield _start(headline.start), f"headline: {fold(headline.text)}"
    elif headline:
        yield -1, f"headline {headline.origin}: {fold(headline.text)}"
    if standfirst:
        yield standfirst.start, f"standfirst: {fold(standfirst.text)}"
    if byline:
        yield _start(byline.start), f"byline: {fold(byline.text)}"
    for section in article.sections:
        if section.heading:
            yield section.heading.start, f"heading: {fold(section.heading.text)}"
        for block in section.blocks:
            yield block.start, _block(block)
    for item in article.furniture:
        yield item.start, f"furniture {item.kind}: {fold(item.text)}"


def _block(block: Block) -> str:
    if isinstance(block, ItemList):
        return "\n".join(["list", *(_item(item.depth, item.ordered, item.text) for item in block.items)])
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Quote):
        text = "quote: " + " ¶ ".join(fold(paragraph) for paragraph in block.text.split("\n"))
        return f"{text}\n  attribution: {fold(block.attribution)}" if block.attribution else text
    return f"paragraph: {fold(block.text)}"


def _item(depth: int, ordered: bool, text: str) -> str:
    return f"{'  ' * (depth + 1)}{'#' if ordered else '-'} {fold(text)}"


def _table(table: Table) -> str:
    names = _row(table.header) if any(table.header) else ""
    caption = [f"  caption: {fold(table.caption)}"] if table.caption else []
    rows = ["  " + _row(tuple(cell.text for cell in row)) for row in table.rows]
    return "\n".join(line.rstrip() for line in [f"table: {names}", *caption, *rows])


def _row(cells: tuple[str, ...]) -> str:
    return " | ".join(fold(cell).replace("|", "\\|") for cell in cells)


def _facts(article: Article) -> Iterator[str]:
    if article.authors:
        yield f"authors: {'; '.join(article.authors)}"
    if article.published:
        yield f"published: {article.published.value}"
    if article.modified:
        yield f"modified: {article.modified.value}"
    if article.dateline:
        yield f"place: {article.dateline.place}"
    yield f"language: {article.language or 'und'}"


def _start(start: int | None) -> int:
    return -1 if start is None else start


def fold(text: str) -> str:
    """White space folded to single spaces, zero-width characters dropped.

    >>> fold("a\\u00a0 b\\u200b\\n c")
    'a b c'
    """
    return " ".join(text.translate(ZERO_WIDTH).split())
