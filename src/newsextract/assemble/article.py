"""Blocks to an article: the order of the steps, and what they hand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from .. import dates
from ..language import detect
from ..model import SCHEMA_VERSION
from ..text import Block, Wire
from .body import dateline_of, sections_of
from .columns import has_header, type_columns
from .head import mark_head, names_in, reads_as_update
from .repair import repair

__all__ = ["assemble"]


def assemble(
    blocks: list[Block],
    text: str,
    issues: list[Wire],
    *,
    source: str | None = None,
    language: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    headline: str | None = None,
    repairing: bool = False,
) -> Wire:
    """An article as a dict of the wire shape, ready for `Article.model_validate`. `issues` are those found so far."""
    issues = list(issues)
    if not blocks:
        issues.append(issue("empty", "The text holds nothing but white space."))
    language = language or detect(text)
    reader = dates.reader(language)
    found = reader.find(text, [(block.start, block.end) for block in blocks])
    by_block = _by_block(blocks, found)
    order = dates.numeric_order(found)
    mark_head(blocks, [dates.resolve(each, anchor=None, order=order) if each else () for each in by_block], headline)
    times = _publication(blocks, by_block, order)
    given = dates.given(published) if published is not None else None
    if given is not None:
        if times["published"] is not None and not _agree(given, times["published"]):
            message = f"The text says {times['published']['value']}; the date given, {given['value']}, is used."
            issues.append(issue("published-differs", message, times["published"]))
        times["published"] = given
    anchor_date = times["published"] or times["modified"]
    anchor = dates.anchor(anchor_date["value"]) if anchor_date else None
    resolved = dates.resolve(found, anchor=anchor, order=order)
    for block in blocks:
        if block.kind == "table":
            _type_table(block, language, reader, anchor, order, issues)
    if repairing:
        _repair(blocks)
    return {
        "schema_version": SCHEMA_VERSION,
        "source": source,
        "url": None,
        "language": language,
        **_head_records(blocks, headline),
        **_byline(blocks, by_block, order),
        "dateline": dateline_of(blocks, text),
        **times,
        "sections": sections_of(blocks),
        "dates": resolved,
        "furniture": [
            {"kind": block.data["kind"], "text": block.text, "start": block.start, "end": block.end} for block in blocks if block.kind == "furniture"
        ],
        "issues": issues,
    }


def issue(code: str, message: str, place: Wire | Block | None = None) -> Wire:
    """An Issue of one of the codes in docs/issues.md."""
    if isinstance(place, Block):
        return {"code": code, "message": message, "start": place.start, "end": place.end}
    return {"code": code, "message": message, "start": place and place["start"], "end": place and place["end"]}


def _by_block(blocks: list[Block], found: Sequence[Any]) -> list[list[Any]]:
    """The date expressions of each block."""
    out: list[list[Any]] = []
    at = 0
    for block in blocks:
        here = []
        while at < len(found) and found[at].start < block.end:
            here.append(found[at])
            at += 1
        out.append(here)
    return out


def _publication(blocks: list[Block], by_block: list[list[Any]], order: str | None) -> dict[str, Wire | None]:
    """When the article was published and modified, by its byline and timestamps."""
    times: dict[str, Wire | None] = {"published": None, "modified": None}
    for block, found in zip(blocks, by_block, strict=True):
        if not found or not (block.kind == "byline" or block.kind == "furniture" and block.data["kind"] == "timestamp"):
            continue
        before = block.start
        for date, wire in zip(found, dates.resolve(found, anchor=None, order=order), strict=True):
            words = block.text[max(0, before - block.start) : date.start - block.start]
            which = "modified" if reads_as_update(words) or reads_as_update(block.text[date.end - block.start :]) and len(found) == 1 else "published"
            if times[which] is None and wire["value"] and wire["precision"] in ("day", "hour", "minute", "second"):
                times[which] = wire
            before = date.end
    return times


def _agree(given: Wire, written: Wire) -> bool:
    """Whether two dates of publication may be the same: the coarser holds the finer."""
    a, b = str(given["value"]), str(written["value"])
    return a.startswith(b[:10]) if len(a) >= 10 else b.startswith(a)


def _head_records(blocks: list[Block], given: str | None) -> Wire:
    """Headline and standfirst. Without a headline of its own the first heading is promoted: it still opens its section."""
    headline = next((block for block in blocks if block.kind == "headline"), None)
    heading = next((block for block in blocks if block.kind == "heading"), None)
    standfirst = next((block for block in blocks if block.kind == "standfirst"), None)
    record: Wire | None = None
    if headline is not None:
        record = _headline(headline.text, "line", headline)
    elif given:
        record = _headline(given, "given", None)
    elif heading is not None:
        record = _headline(heading.text, "first_heading", heading)
    return {
        "headline": record,
        "standfirst": standfirst and {"text": standfirst.text, "start": standfirst.start, "end": standfirst.end},
    }


def _headline(text: str, origin: str, block: Block | None) -> Wire:
    place = {"start": block.start, "end": block.end} if block else {"start": None, "end": None}
    return {"text": text, "origin": origin, "confidence": block.data.get("confidence") if block else None, **place}


def _byline(blocks: list[Block], by_block: list[list[Any]], order: str | None) -> Wire:
    for block, found in zip(blocks, by_block, strict=True):
        if block.kind == "byline":
            authors = names_in(block, dates.resolve(found, anchor=None, order=order))
            return {"byline": {"text": block.text, "authors": authors, "start": block.start, "end": block.end}, "authors": authors}
    return {"byline": None, "authors": ()}


def _type_table(block: Block, language: str | None, reader: Any, anchor: Any, order: str | None, issues: list[Wire]) -> None:
    """Header, kinds of columns and values of cells."""
    data = block.data
    rows = data["rows"]
    texts = [[cell["text"] for cell in row] for row in rows]
    names = [""] * len(rows[0])
    if len(rows) > 1 and (data["header"] or has_header(texts, language)):
        names = texts[0]
        rows = rows[1:]
    elif data["header"]:
        names, rows = texts[0], []
    data["columns"] = type_columns(
        names, data["align"], rows, language=language, order_of_dates=order, read_date=lambda text, order: reader.read(text, anchor, order)
    )
    data["rows"] = rows
    if data["ragged"]:
        issues.append(issue("ragged-table", f"{data['ragged']} rows had fewer cells than the widest; empty cells were added at their ends.", block))
    if data["guessed"]:
        issues.append(issue("table-width-guessed", f"Cells stood on lines of their own; {len(names)} columns were guessed.", block))


def _repair(blocks: list[Block]) -> None:
    for block in blocks:
        if block.kind in ("paragraph", "quote", "standfirst", "heading", "headline"):
            block.text = "\n".join(map(repair, block.text.split("\n")))
        elif block.kind == "list":
            for item in block.data["items"]:
                item["text"] = repair(item["text"])
