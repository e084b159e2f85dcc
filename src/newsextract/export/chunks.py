"""Articles in pieces for retrieval: section by section, never through a row of a table or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..arguments import check_article, whole_number
from ..assemble.raw import header_lines, marked_item, pipe_row
from ..errors import InputError
from ..model import Article, Block, Date, ItemList, Quote, Section, Table
from ..model.base import Span
from ..writing import sentence_ends
from .inline import DatesByPlace

__all__ = ["MAX_CHARS", "Chunk", "chunks"]

MAX_CHARS = 1_000
"""Length of a chunk in characters where none is asked for: some 250 tokens of English, which models of embeddings that
take 256 or 512 tokens do not cut."""

_SPACES = re.compile(r"\s+")


class Chunk(Span):
    """A piece of an article. Its span reaches from the first to the last record in it; furniture between them lies in
    the span and not in the text."""

    text: str
    """Paragraphs, quotes, items and rows, as plain text. The header of a table that was cut is repeated over each of
    its pieces."""
    headings: tuple[str, ...] = ()
    """The headline, then the headings above it, outermost first."""
    dates: tuple[Date, ...] = ()
    """The dates in it, in reading order."""


class _Piece(NamedTuple):
    """What is never cut: a sentence, an item, a row."""

    text: str
    gap: str
    """What parts it from the piece before it."""
    start: int
    end: int
    dates: tuple[Date, ...]
    header: str = ""
    """The lines that stand over it where it does not follow another piece of its table."""


def chunks(article: Article, *, max_chars: int = MAX_CHARS, overlap: int = 0) -> tuple[Chunk, ...]:
    """The article in pieces for retrieval, in reading order; furniture and byline are left out.

    A chunk holds whole blocks of one section as long as they fit. A block that is longer than a chunk is cut between
    sentences, items or rows; a sentence longer than a chunk between words. An item or row is never cut, so a chunk that
    is one of them alone (with its table's header) may be longer than asked for.

    Args:
        max_chars: Longest text of a chunk, in characters.
        overlap: As many characters of the end of a chunk, in whole sentences, items and rows, begin the next of its
            section.

    Returns:
        The chunks. Offsets are those of the article, half-open; where a paragraph was cut whose text is not as long as
        in the source (it was wrapped, marked or repaired), those of the whole paragraph. A space that was put back and
        one that was folded away in the same paragraph shift what lies between them by one.

    Raises:
        InputError: Not an Article, `max_chars` is less than 1, or `overlap` not from 0 to less than `max_chars`.
    """
    check_article(article, "chunks")
    max_chars, overlap = _checked(max_chars, overlap)
    dates = DatesByPlace(article)
    found: list[Chunk] = []
    for headings, blocks in _sections(article):
        pieces = (list(_pieces(block, dates, max_chars)) for block in blocks)
        found.extend(_chunk(run, headings) for run in _runs(pieces, max_chars, overlap))
    return tuple(found)


def _checked(max_chars: object, overlap: object) -> tuple[int, int]:
    size = whole_number(max_chars)
    if size is None or size < 1:
        raise InputError(f"max_chars is {max_chars!r}; give a number of characters from 1 up")
    shared = whole_number(overlap)
    if shared is None or not 0 <= shared < size:
        raise InputError(f"overlap is {overlap!r}; give a number of characters from 0 to less than max_chars")
    return size, shared


def _sections(article: Article) -> Iterator[tuple[tuple[str, ...], list[Block | Span]]]:
    """Each section's path of headings and its blocks; the standfirst comes before those of the first."""
    top = article.headline and article.headline.origin != "first_heading" and article.headline.text
    path: list[tuple[int, str]] = [(0, top)] if top else []
    first: list[Block | Span] = [article.standfirst] if article.standfirst else []
    if first and (not article.sections or article.sections[0].heading):
        yield tuple(text for _, text in path), first
        first = []
    for section in article.sections:
        _descend(path, section)
        yield tuple(text for _, text in path), [*first, *section.blocks]
        first = []


def _descend(path: list[tuple[int, str]], section: Section) -> None:
    """Put the section's heading below those that are above it."""
    heading = section.heading
    if heading:
        while path and path[-1][0] >= heading.level:
            path.pop()
        path.append((heading.level, heading.text))


def _pieces(block: Block | Span, dates: DatesByPlace, max_chars: int) -> Iterator[_Piece]:
    match block:
        case ItemList():
            for number, item in enumerate(block.items):
                text = "".join(marked_item(min(item.depth, max_chars), item.marker, item.text))
                yield _Piece(text, "\n" if number else "\n\n", item.start, item.end, dates.within(item.start, item.end))
        case Table():
            yield from _rows(block, dates)
        case _:
            yield from _sentences(block, dates, max_chars)


def _rows(table: Table, dates: DatesByPlace) -> Iterator[_Piece]:
    """A piece for each row. The first begins where its table does, so that caption and header lie in its span."""
    lines = [table.caption] if table.caption else []
    header = "".join(f"{line}\n" for line in [*lines, *header_lines(table)])
    if not table.rows:
        yield _Piece(header.rstrip("\n"), "\n\n", table.start, table.end, dates.within(table.start, table.end))
    start = table.start
    for row in table.rows:
        end = max((cell.end for cell in row), default=start)
        yield _Piece(
            pipe_row(cell.text for cell in row),
            "\n\n" if start == table.start else "\n",
            start,
            end,
            dates.within(start, end),
            header,
        )
        start = end


def _sentences(block: Block | Span, dates: DatesByPlace, max_chars: int) -> Iterator[_Piece]:
    """A piece for each sentence of a paragraph, quote or standfirst; none that is longer than a chunk."""
    text = str(getattr(block, "text", ""))
    exact = len(text) == block.end - block.start
    places = _places(text, dates, block)
    if isinstance(block, Quote) and block.attribution:
        text += f"\n— {block.attribution}"
    gap, number = "\n\n", 0
    for start, end in _cut(text, max_chars, [(first, last) for first, last, _ in places]):
        stripped = end - len(text[start:end]) + len(text[start:end].rstrip())
        within: list[Date] = []
        while number < len(places) and places[number][0] < end:
            within.append(places[number][2])
            number += 1
        at, until = (block.start + start, block.start + stripped) if exact else (block.start, block.end)
        yield _Piece(text[start:stripped], gap, at, until, tuple(within))
        gap = text[stripped:end]


def _places(text: str, dates: DatesByPlace, block: Span) -> list[tuple[int, int, Date]]:
    """Where in a text its dates stand."""
    found = []
    at = 0
    for piece, date in dates.pieces(text, block.start, block.end):
        if date:
            found.append((at, at + len(piece), date))
        at += len(piece)
    return found


def _cut(text: str, max_chars: int, dates: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of a text's sentences, the space behind each with it; none ends in a date. One that is longer than a
    chunk is cut before a word, and where a word is longer, or writing has no spaces, anywhere.

    >>> text = "It rained. It rained on 3. May 2024. Then it stopped."
    >>> [text[start:end] for start, end in _cut(text, 16, [(24, 35)])]
    ['It rained. ', 'It rained on ', '3. May 2024. ', 'Then it stopped.']
    """
    inside = {at for start, end in dates for at in range(start + 1, min(end, start + max_chars))}
    ends = [end for end in sentence_ends(text) if end not in inside]
    start = 0
    for end in [*ends, len(text)]:
        until = start + len(text[start:end].rstrip())
        while until - start > max_chars:
            spaces = _SPACES.finditer(text, start + 1, start + max_chars + 1)
            cut = max((match.end() for match in spaces if match.end() not in inside), default=start + max_chars)
            yield start, cut
            start = cut
        if start < end:
            yield start, end
            start = end


def _runs(blocks: Iterator[list[_Piece]], max_chars: int, overlap: int) -> Iterator[list[_Piece]]:
    """The pieces of a section in runs that fit. A block that fits a chunk of its own gets one before it is cut."""
    run: list[_Piece] = []
    length = 0
    fresh = False  # whether the run holds anything that the one before does not
    for pieces in blocks:
        alone = _length(pieces)
        begins_anew = fresh and length + len("\n\n") + alone > max_chars >= alone
        for piece in pieces:
            if begins_anew or (fresh and length + _added(piece, run) > max_chars):
                yield run
                run = _last(run[1:], min(overlap, max_chars - len(piece.gap + piece.header + piece.text)))
                length, fresh, begins_anew = _length(run), False, False
            length += _added(piece, run)
            run.append(piece)
            fresh = True
    if fresh:
        yield run


def _last(run: list[_Piece], limit: int) -> list[_Piece]:
    """As many of the last pieces as are not longer than the limit together."""
    first, length = len(run), 0
    while first:
        piece = run[first - 1]
        length += len(piece.gap + piece.text)
        if length + len(piece.header) > limit:
            break
        first -= 1
    return run[first:]


def _lines(piece: _Piece, above: Sequence[_Piece]) -> str:
    """A piece as it is written below others: with what parts it from them, and its table's header where it is new."""
    if not above:
        return piece.header + piece.text
    return piece.gap + ("" if piece.gap == "\n" else piece.header) + piece.text


def _added(piece: _Piece, above: Sequence[_Piece]) -> int:
    return len(_lines(piece, above[-1:]))


def _length(pieces: Sequence[_Piece]) -> int:
    return len(_text(pieces))


def _text(pieces: Sequence[_Piece]) -> str:
    return "".join(_lines(piece, pieces[number - 1 : number] if number else ()) for number, piece in enumerate(pieces))


def _chunk(run: list[_Piece], headings: tuple[str, ...]) -> Chunk:
    dates = tuple(date for piece in run for date in piece.dates)
    start, end = min(piece.start for piece in run), max(piece.end for piece in run)
    return Chunk(text=_text(run), headings=headings, dates=dates, start=start, end=end)
