"""Every record of an article with a number of its own, by which both sides of the view tell that they mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...assemble.raw import parts
from ...model import Article, Cell, Date, Furniture, Heading, Headline, ItemList, ListItem, Quantity, Quote, Table
from ...model.base import Record

__all__ = ["PARTS", "Mark", "Marks"]

#: The kinds that are whole lines of the source; all others stand inside them.
PARTS = frozenset(("headline", "standfirst", "byline", "heading", "paragraph", "list", "table", "quote", "furniture"))
_KINDS = {"ItemList": "list", "ListItem": "item"}


class Mark(NamedTuple):
    """One record, as the view knows it."""

    number: int
    kind: str
    path: str
    """Where it is in the article, as Python says it: sections[1].blocks[0]."""
    note: str
    """What is known of it beside its text."""
    start: int | None
    end: int | None


class Marks:
    """The marks of one article. `first` is its first number, so that those of a page's articles differ."""

    def __init__(self, article: Article, first: int) -> None:
        self._by_record: dict[int, Mark] = {}
        self.all: list[Mark] = []
        self.next = first
        for path, record in _records(article):
            self._add(path, record)
        headline = article.headline
        if headline and headline.origin == "first_heading" and article.headings:
            # It is the heading's record, seen from the top.
            self._by_record[id(headline)] = self.of(article.headings[0])
        by_place = {(date.start, date.end): date for date in article.dates}
        for name, date in (("published", article.published), ("modified", article.modified)):
            same = by_place.get((date.start, date.end)) if date and date.start is not None else None
            if date and same:
                self._by_record[id(date)] = self.of(same)
            elif date:
                self._add(name, date)

    def of(self, record: Record) -> Mark:
        """The mark of a record of the article: of that object, not of one like it."""
        return self._by_record[id(record)]

    def _add(self, path: str, record: Record) -> None:
        start, end = getattr(record, "start", None), getattr(record, "end", None)
        mark = Mark(self.next, kind_of(record), path, _note(record), start, end)
        self.next += 1
        self._by_record[id(record)] = mark
        self.all.append(mark)


def kind_of(record: Record) -> str:
    """What a record is called: "list", "cell"."""
    name = type(record).__name__
    return _KINDS.get(name, name.lower())


def _records(article: Article) -> Iterator[tuple[str, Record]]:
    paths = _paths(article)
    for part in parts(article):
        path = paths[id(part)]
        yield path, part
        if isinstance(part, ItemList):
            for at, item in enumerate(part.items):
                yield f"{path}.items[{at}]", item
        elif isinstance(part, Table):
            for at, row in enumerate(part.rows):
                for column, cell in enumerate(row):
                    yield f"{path}.rows[{at}][{column}]", cell
    if article.dateline:
        yield "dateline", article.dateline
    for at, date in enumerate(article.dates):
        yield f"dates[{at}]", date
    for at, issue in enumerate(article.issues):
        yield f"issues[{at}]", issue


def _paths(article: Article) -> dict[int, str]:
    found = {id(getattr(article, name)): name for name in ("headline", "standfirst", "byline")}
    for at, section in enumerate(article.sections):
        found[id(section.heading)] = f"sections[{at}].heading"
        found |= {id(block): f"sections[{at}].blocks[{number}]" for number, block in enumerate(section.blocks)}
    return found | {id(each): f"furniture[{at}]" for at, each in enumerate(article.furniture)}


def _note(record: Record) -> str:
    """What is known beside the text, in one line."""
    match record:
        case Headline():
            return _joined(f"origin {record.origin}", _sure(record.confidence))
        case Heading():
            return _joined(f"level {record.level}", _sure(record.confidence))
        case ItemList():
            intro = f"intro “{record.intro}”" if record.intro else ""
            return _joined("ordered" if record.ordered else "", f"{len(record.items)} items", intro)
        case ListItem():
            label = f"label “{record.label}”" if record.label else ""
            marker = f"marker “{record.marker}”" if record.marker else "no marker"
            return _joined(marker, f"depth {record.depth}", label)
        case Table():
            return f"{len(record.rows)} rows of {len(record.columns)} columns"
        case Cell():
            return _value(record)
        case Quote():
            return f"attributed to {record.attribution}" if record.attribution else ""
        case Furniture():
            return record.kind
        case Date():
            return _date(record)
    return str(getattr(record, "code", None) or getattr(record, "place", None) or "")


def _date(date: Date) -> str:
    others = f"or {', '.join(date.alternatives)}" if date.alternatives else ""
    of_text = "" if date.origin == "text" else f"from {date.origin}"
    return _joined(date.value or "no value", date.precision, date.basis, date.modifier or "", others, of_text)


def _value(cell: Cell) -> str:
    if isinstance(cell.value, Quantity):
        return _joined(format(cell.value.number, "f"), cell.value.unit or "")
    return (cell.value.value or "") if isinstance(cell.value, Date) else ""


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f"confidence {confidence:.2f}"


def _joined(*notes: str) -> str:
    return " · ".join(note for note in notes if note)
