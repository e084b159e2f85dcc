"""What holds for the records of any text."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newsextract.model import Article, Block, Heading, ItemList, Quote, Table
from newsextract.model.base import OptionalSpan, Span

Place = tuple[int, int]


def parts(article: Article) -> list[Span | OptionalSpan]:
    """The parts that stand in the text, in its order. A promoted headline shares its heading's span and is none."""
    found: list[Span | OptionalSpan] = [*article.furniture, *article.blocks]
    found += [section.heading for section in article.sections if section.heading]
    if article.headline and article.headline.origin == "line":
        found.append(article.headline)
    found += [part for part in (article.standfirst, article.byline) if part]
    return sorted(found, key=place)


def place(record: Span | OptionalSpan) -> Place:
    assert record.start is not None
    assert record.end is not None
    return record.start, record.end


def check(text: str, article: Article) -> None:
    """Nothing lost, nothing doubled, everything in its place."""
    places = [place(part) for part in parts(article)]
    check_cover(text, places)
    check_whole_lines(text, places)
    check_order(article)
    for record in within(article):
        inside(place(record), places)
    if article.headline and article.headline.origin == "first_heading":
        heading = next(section.heading for section in article.sections if section.heading)
        assert place(article.headline) == place(heading)
    for block in article.blocks:
        check_block(block)
    for before, after in pairwise(article.dates):
        assert place(before)[1] <= place(after)[0], "dates overlap or are out of order"


def check_cover(text: str, places: list[Place]) -> None:
    """Every character that is no white space lies in exactly one part, and no part begins or ends with white space."""
    at = 0
    for start, end in places:
        assert at <= start < end <= len(text), "parts overlap, are empty or leave the text"
        assert not text[at:start].strip(), f"lost: {text[at:start]!r}"
        assert text[start:end] == text[start:end].strip(), "a part begins or ends with white space"
        at = end
    assert not text[at:].strip(), f"lost: {text[at:]!r}"


def check_whole_lines(text: str, places: list[Place]) -> None:
    """No line has characters of two parts."""
    starts = []
    at = 0
    for line in text.splitlines(keepends=True):
        starts.append(at)
        at += len(line)
    starts.append(at)
    for start, end in places:
        first = bisect_right(starts, start) - 1
        assert not text[starts[first] : start].strip(), "a part begins inside a line"
        assert not text[end : starts[bisect_left(starts, end)]].strip(), "a part ends inside a line"


def check_order(article: Article) -> None:
    """Headings, blocks and furniture stand in the order of the text; only the first section may lack a heading."""
    body = []
    for number, section in enumerate(article.sections):
        assert section.heading or (number == 0 and section.blocks)
        body += [place(record) for record in ([section.heading] if section.heading else []) + list(section.blocks)]
    assert body == sorted(body)
    furniture = [place(item) for item in article.furniture]
    assert furniture == sorted(furniture)


def within(article: Article) -> Iterator[Span | OptionalSpan]:
    """The records that are spans inside parts."""
    yield from article.dates
    if article.dateline:
        yield article.dateline
    for date in (article.published, article.modified):
        if date and date.origin == "text":
            yield date
    for issue in article.issues:
        if issue.start is not None:
            yield issue
    for items in article.lists:
        yield from items.items
    for table in article.tables:
        for row in table.rows:
            yield from row


def inside(span: Place, places: list[Place]) -> None:
    """A span lies in one of the places, which are in order."""
    at = bisect_right(places, (span[0], sys.maxsize)) - 1
    assert at >= 0, f"{span} stands before the first part"
    assert span[0] <= span[1] <= places[at][1], f"{span} is in no part"


def check_block(block: Block) -> None:
    """Items and cells stand in their order, within their block, and a table is a grid."""
    if isinstance(block, ItemList):
        check_row([place(item) for item in block.items], place(block))
        assert block.ordered == block.items[0].ordered
        assert block.items[0].depth == 0
        assert all(after.depth <= before.depth + 1 for before, after in pairwise(block.items))
    elif isinstance(block, Table):
        assert all(len(row) == len(block.columns) for row in block.rows)
        check_row([place(cell) for row in block.rows for cell in row], place(block))
        for cell in (cell for row in block.rows for cell in row):
            assert cell.start < cell.end or not cell.text
    elif isinstance(block, Quote):
        assert block.text


def check_row(spans: list[Place], outer: Place) -> None:
    at = outer[0]
    for start, end in spans:
        assert at <= start <= end
        at = end
    assert at <= outer[1]


def tree(article: Article) -> list[tuple[object, ...]]:
    """The parts without their places and values: what must come back from the article's raw form."""
    found: list[tuple[object, ...]] = []
    if article.headline:
        found.append(("headline", article.headline.text, article.headline.origin))
    for part in parts(article):
        if isinstance(part, Heading):
            found.append(("heading", part.text, part.level))
        elif isinstance(part, ItemList):
            items = [(item.text, item.label, item.ordered, item.depth) for item in part.items]
            found.append(("list", part.ordered, part.intro, *items))
        elif isinstance(part, Table):
            rows = [tuple(cell.text for cell in row) for row in part.rows]
            columns = [(column.name, column.align) for column in part.columns]
            found.append(("table", part.caption, part.intro, columns, *rows))
        elif isinstance(part, Quote):
            found.append(("quote", part.text, part.attribution))
        else:
            found.append((type(part).__name__, getattr(part, "kind", None), getattr(part, "text", None)))
    return found
