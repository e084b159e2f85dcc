"""The relational form: tables whose keys join, for databases and data frames.

`article` is an article's number, the same in all tables and in every run of the same inputs; `section`, `block`,
`item`, `row` and `column` count from 0 within the article, the list or the table that they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from .schema import ARTICLE_SCHEMA, value_columns

__all__ = ["TABLES", "tidy_rows"]

_SPAN = {"start": pa.int64(), "end": pa.int64()}
_DATE = {field.name: field.type for field in ARTICLE_SCHEMA.field("dates").type.value_type}

TABLES: dict[str, pa.Schema] = {
    name: pa.schema({"article": pa.int64(), **columns})
    for name, columns in {
        "articles": {
            **dict.fromkeys(("source", "url", "language", "headline", "standfirst", "byline"), pa.string()),
            "authors": pa.list_(pa.string()),
            **dict.fromkeys(("dateline", "published", "modified"), pa.string()),
        },
        "sections": {
            "section": pa.int64(),
            "heading": pa.string(),
            "level": pa.int64(),
            "confidence": pa.float64(),
            **_SPAN,
        },
        "blocks": {
            **{"section": pa.int64(), "block": pa.int64()},
            **dict.fromkeys(("type", "text", "intro", "caption", "attribution"), pa.string()),
            **_SPAN,
        },
        "items": {
            **{"block": pa.int64(), "item": pa.int64()},
            **dict.fromkeys(("text", "label", "marker"), pa.string()),
            **{"ordered": pa.bool_(), "depth": pa.int64()},
            **_SPAN,
        },
        "cells": {
            **dict.fromkeys(("block", "row", "column"), pa.int64()),
            **dict.fromkeys(("name", "kind", "text", "date"), pa.string()),
            **{"number": pa.float64(), "unit": pa.string()},
            **_SPAN,
        },
        "dates": _DATE,
    }.items()
}
"""The tables and their columns. `published` and `modified` are EDTF or ISO 8601, as `Date.value` is."""


def tidy_rows(record: Mapping[str, Any], article: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """An article's rows, each with the table that it belongs to, from its JSON form."""
    texts = {name: _part(record[name], "text") for name in ("headline", "standfirst", "byline")}
    times = {name: _part(record[name], "value") for name in ("published", "modified")}
    plain = {name: record[name] for name in ("source", "url", "language", "authors")}
    yield "articles", {"article": article, **plain, **texts, "dateline": _part(record["dateline"], "place"), **times}
    number = 0
    for at, section in enumerate(record["sections"]):
        heading = section["heading"] or {}
        shown = {name: heading.get(name) for name in ("level", "confidence", "start", "end")}
        yield "sections", {"article": article, "section": at, "heading": heading.get("text"), **shown}
        for block in section["blocks"]:
            key = {"article": article, "block": number}
            columns = (name for name in TABLES["blocks"].names if name not in ("article", "section", "block"))
            yield "blocks", {**key, "section": at, **{name: block.get(name) for name in columns}}
            for item_at, item in enumerate(block.get("items", ())):
                yield "items", {**key, "item": item_at, **item}
            yield from _cells(block, key)
            number += 1
    for date in record["dates"]:
        yield "dates", {"article": article, **{name: date[name] for name in _DATE}}


def _cells(block: Mapping[str, Any], key: Mapping[str, int]) -> Iterator[tuple[str, dict[str, Any]]]:
    for row_at, cells in enumerate(block.get("rows", ())):
        for column_at, (column, cell) in enumerate(zip(block["columns"], cells, strict=True)):
            yield (
                "cells",
                {
                    **key,
                    **{"row": row_at, "column": column_at, "name": column["name"], "kind": column["kind"]},
                    **{"text": cell["text"], **value_columns(cell["value"])},
                    **{"start": cell["start"], "end": cell["end"]},
                },
            )


def _part(record: Mapping[str, Any] | None, name: str) -> Any:
    return None if record is None else record[name]
