"""Blocks to an article: the order of the steps, and what they hand on."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from .. import dates
from ..arguments import Published
from ..model import SCHEMA_VERSION
from ..text import Block, Wire, dateline_of
from .body import sections_of
from .cell_dates import CellDates, with_cells
from .columns import has_header, type_columns
from .head import authors_of
from .issues import issue
from .live import entry_times
from .publication import publication
from .repair import repair_blocks

__all__ = ["Stated", "assemble"]


class Stated(NamedTuple):
    """What the metadata of a page, or the front matter of a file, state of the article."""

    headline: str | None = None
    """For a headline that stands nowhere in the text."""
    authors: tuple[str, ...] = ()
    published: Wire | None = None
    modified: Wire | None = None


NOTHING_STATED = Stated()
#: A first heading that is less sure is no headline: of 2,000 texts three had one, and none was; from here on some are.
_LEAST_PROMOTED = 0.35


def assemble(
    blocks: list[Block],
    text: str,
    *,
    source: str | None,
    language: str | None,
    published: Published | None,
    headline: str | None,
    repair: bool,
    url: str | None = None,
    stated: Stated = NOTHING_STATED,
) -> Wire:
    """An article as a dict of the wire shape, ready for `Article.model_validate`.

    `text` is what the blocks' offsets point into; the blocks of the head have their kinds; the rest is as for
    `parse_text` and `parse_html`.
    """
    issues: list[Wire] = []
    dateline = dateline_of(blocks, text)
    times = publication(
        blocks, published, issues, {"published": stated.published, "modified": stated.modified}, dateline, language
    )
    anchored_by = times["published"] or times["modified"]
    anchor = dates.anchor(anchored_by["value"]) if anchored_by else None
    found = [date for block in blocks for date in block.dates]
    order = dates.numeric_order(found)
    tables = [block for block in blocks if block.kind == "table"]
    for block in tables:
        _type_table(block, language, anchor, order, issues)
    resolved = dates.resolve(found, anchor=anchor)
    resolved += entry_times(blocks, text, times["published"], times["modified"], language, resolved)
    changed = times["modified"]
    if (
        changed is not None
        and changed["start"] is not None
        and all(changed["start"] != one["start"] for one in resolved)
    ):
        resolved.append(changed)  # a clock time, which is a date by the day before it on its line
    if repair:
        repair_blocks(blocks)
    return {
        "schema_version": SCHEMA_VERSION,
        "source": source,
        "url": url,
        "language": language,
        "headline": _headline(blocks, headline, stated.headline),
        "standfirst": _standfirst(blocks),
        **authors_of(blocks, stated.authors),
        "dateline": dateline,
        **times,
        "sections": sections_of(blocks),
        "dates": with_cells(resolved, tables),
        "furniture": [
            {"kind": block.data["kind"], "text": block.text, "start": block.start, "end": block.end}
            for block in blocks
            if block.kind == "furniture"
        ],
        "issues": issues,
    }


def _headline(blocks: list[Block], given: str | None, stated: str | None) -> Wire | None:
    """The headline: a line of its own, else the one given or stated, else the first heading, if that is sure enough; it
    still opens its section."""
    for kind, origin in (("headline", "line"), ("heading", "first_heading")):
        block = next((block for block in blocks if block.kind == kind), None)
        if block is not None and (kind == "headline" or block.data.get("confidence", 1) >= _LEAST_PROMOTED):
            return {
                "text": block.text,
                "origin": origin,
                "confidence": block.data.get("confidence"),
                "start": block.start,
                "end": block.end,
            }
        if given:
            return {"text": given, "origin": "given"}
        if stated:
            return {"text": stated, "origin": "metadata"}
    return None


def _standfirst(blocks: list[Block]) -> Wire | None:
    block = next((block for block in blocks if block.kind == "standfirst"), None)
    return {"text": block.text, "start": block.start, "end": block.end} if block else None


def _type_table(
    block: Block,
    language: str | None,
    anchor: dt.date | None,
    order: str | None,
    issues: list[Wire],
) -> None:
    """Header, kinds of columns and values of cells."""
    data = block.data
    rows = data["rows"]
    cell_dates = CellDates(language, anchor, data["caption"])
    names = [""] * len(rows[0])
    may_guess = len(rows) > 1 and not data.get("headless")
    if data["header"] or (
        may_guess and has_header([[cell["text"] for cell in row] for row in rows], language, cell_dates.under(""))
    ):
        names, rows = [cell["text"] for cell in rows[0]], rows[1:]
    data["columns"] = type_columns(
        names, data["align"], rows, language=language, order_of_dates=order, dates_under=cell_dates.under
    )
    data["rows"] = rows
    if data["ragged"]:
        message = f"Rows with fewer cells than the widest: {data['ragged']}. Empty cells were added at their ends."
        issues.append(issue("ragged-table", message, block.start, block.end))
    if data["guessed"]:
        message = f"The cells stood on lines of their own; {len(names)} columns were guessed."
        issues.append(issue("table-width-guessed", message, block.start, block.end))
