"""Some articles of a run, drawn at random and the same each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from random import Random
from typing import Any

from ..batch.folder import TABLE_NAMES
from ..errors import StoreError
from ..export.view import Shown
from ..export.view.relaid import relaid
from ..model import Article
from .run import Run, Shard, rows

__all__ = ["joined", "samples"]

_SEED = 0


def samples(run: Run, shard_sizes: Sequence[int], most: int) -> list[Shown]:
    """So many articles, or all where there are fewer, each in its raw form: a run does not keep the sources."""
    whole = sum(shard_sizes)
    wanted = sorted(Random(_SEED).sample(range(whole), min(most, whole)))
    found: list[Shown] = []
    first = 0
    for shard, size in zip(run.shards, shard_sizes, strict=True):
        here = {at - first for at in wanted if first <= at < first + size}
        if here:
            found += [_shown(record, shard) for record in (_tidy if shard.is_tidy else _nested)(shard, here)]
        first += size
    return found


def _shown(record: dict[str, Any], shard: Shard) -> Shown:
    try:
        text, article = relaid(Article.model_validate(record))
    except (ValueError, TypeError, KeyError) as error:
        path = shard.files["articles"]
        raise StoreError(f"{path}: holds something else than records ({str(error).splitlines()[0]})") from None
    return Shown(article, text, article.source or "no name")


def _nested(shard: Shard, wanted: set[int]) -> Iterator[dict[str, Any]]:
    path = shard.files["articles"]
    articles = (row for row in rows(path, limit=shard.limit) if row.get("error") is None)
    for at, row in enumerate(articles):
        if at in wanted:
            yield _from_arrow(row) if path.suffix == ".parquet" else row


def _from_arrow(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ARTICLE_SCHEMA as the record that it was: blocks of their own kind, cells with their value."""
    for section in row["sections"]:
        for block in section["blocks"]:
            for cells in block["rows"] or ():
                for cell in cells:
                    cell["value"] = _value(cell)
    return row


def _value(cell: dict[str, Any]) -> dict[str, Any] | None:
    """An amount as it was, as far as a double keeps it. What a date means stands among the dates."""
    if cell["number"] is None:
        return None
    return {"type": "quantity", "number": Decimal(str(cell["number"])), "unit": cell["unit"]}


def _tidy(shard: Shard, wanted: set[int]) -> Iterator[dict[str, Any]]:
    """Articles joined from the rows of their tables. Furniture and issues are in none of them."""
    articles = [row for at, row in enumerate(rows(shard.files["articles"])) if at in wanted]
    keys = {row["article"] for row in articles}
    parts: dict[str, dict[int, list[dict[str, Any]]]] = {}
    for table in TABLE_NAMES[1:]:
        parts[table] = defaultdict(list)
        for row in rows(shard.files[table]):
            if row["article"] in keys:
                parts[table][row["article"]].append(row)
    for row in articles:
        yield joined(row, {table: found[row["article"]] for table, found in parts.items()})


def joined(row: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """An article's record of its row and those that belong to it in the other tables."""
    of_block: dict[int, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: {"items": [], "cells": []})
    for table in ("items", "cells"):
        for each in parts[table]:
            of_block[each["block"]][table].append(each)
    of_section: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for each in parts["blocks"]:
        of_section[each["section"]].append(_block(each, of_block[each["block"]]))
    sections: list[dict[str, Any]] = [
        {"heading": _heading(section), "blocks": of_section[section["section"]]} for section in parts["sections"]
    ]
    stamps = {each["value"]: each for each in parts["dates"]}
    heads: dict[str, Any] = {
        # They have no places in the tables. Any will do, at the beginning and without a mark: they are laid out anew.
        name: {"text": row[name], "start": 0, "end": len(row[name])} if row[name] else None
        for name in ("headline", "standfirst", "byline")
    }
    heading = next((each["heading"] for each in sections if each["heading"]), None)
    if heading and heading["text"] == row["headline"]:  # a second copy would be furniture, so it is this one
        heads["headline"] = {**heading, "origin": "first_heading"}
    return {
        **{name: row[name] for name in ("source", "url", "language", "authors")},
        **heads,
        **{name: stamps.get(row[name]) for name in ("published", "modified")},
        "sections": sections,
        "dates": parts["dates"],
    }


def _heading(section: dict[str, Any]) -> dict[str, Any] | None:
    if section["heading"] is None:
        return None
    return {"text": section["heading"], **{name: section[name] for name in ("level", "confidence", "start", "end")}}


def _block(block: dict[str, Any], inside: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    if block["type"] == "list":
        return {**block, "items": inside["items"], "ordered": inside["items"][0]["ordered"]}
    if block["type"] == "table":
        grid = [list(cells) for _, cells in groupby(inside["cells"], lambda cell: cell["row"])]
        columns = [{"name": cell["name"], "kind": cell["kind"]} for cell in (grid[0] if grid else ())]
        cells = [[{**cell, "value": _value(cell)} for cell in line] for line in grid]
        return {**block, "columns": columns, "rows": cells}
    return block
