"""Shards that are no plain JSON Lines: Parquet, and the tables of the tidy form."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from ..extras import extra
from .schema import ARTICLE_SCHEMA, article_row, to_batch
from .tidy import TABLES, tidy_rows

__all__ = ["write_shard"]

#: Articles that stand in memory at once.
_BATCH = 500
ARTICLES_IN_SHARD = 1 << 29
"""An article's number in the tidy form is its shard's, times this, and its place in the shard."""


class _Table(Protocol):
    def write(self, rows: Sequence[Mapping[str, Any]]) -> None: ...
    def close(self) -> None: ...


def write_shard(journal: Path, room: Path, name: str, *, form: str, layout: str, compress: str | None) -> list[Path]:
    """Make the files of a shard of its journal, a folder for each table: see `batch.store.Finish`."""
    schemas = TABLES if layout == "tidy" else {"articles": ARTICLE_SCHEMA}
    suffix = ".parquet" if form == "parquet" else ".jsonl.zst" if compress else ".jsonl"
    paths = {table: room / table / f"{name}{suffix}" for table in schemas}
    make: Callable[[Path, pa.Schema], _Table] = _Parquet if form == "parquet" else _Lines
    with ExitStack() as stack, journal.open("rb") as lines:
        tables = {}
        for table, schema in schemas.items():
            paths[table].parent.mkdir(exist_ok=True)
            tables[table] = make(paths[table], schema)
            stack.callback(tables[table].close)
        first = int(name.rpartition("-")[2]) * ARTICLES_IN_SHARD
        while records := [json.loads(line) for line in islice(lines, _BATCH)]:
            rows = _tidy(records, first) if layout == "tidy" else {"articles": list(map(article_row, records))}
            for table, found in rows.items():
                tables[table].write(found)
            first += len(records)
    return list(paths.values())


def _tidy(records: Sequence[dict[str, Any]], first: int) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for article, record in enumerate(records, first):
        for table, row in tidy_rows(record, article):
            rows[table].append(row)
    return rows


class _Parquet:
    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.schema = schema
        self.bounds = [field.name for field in schema if field.type == pa.date32()]
        self.writer = pq.ParquetWriter(path, schema, compression="zstd")

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        if self.bounds:
            rows = [dict(_with_dates(row, self.bounds)) for row in rows]
        self.writer.write_batch(to_batch(rows, self.schema))

    def close(self) -> None:
        self.writer.close()


def _with_dates(row: Mapping[str, Any], bounds: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        yield name, dt.date.fromisoformat(value) if name in bounds and isinstance(value, str) else value


class _Lines:
    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.names = schema.names
        self.file: Any = path.open("wb")
        if path.suffix == ".zst":
            compressor = extra("zstandard", "batch", "compressed shards").ZstdCompressor(level=9)
            self.file = compressor.stream_writer(self.file, closefd=True)

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        for row in rows:
            ordered = {name: row.get(name) for name in self.names}
            self.file.write(json.dumps(ordered, ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        self.file.close()
