"""Inputs to documents, as engines pass them on: record batches in and out."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from ..arrow.schema import to_batch
from ..dumps import Document, Input, Unreadable, read_places, scan_dumps
from ..errors import InputError

__all__ = ["DOCUMENT_SCHEMA", "input_rows", "read_batches"]

#: Documents in a batch: a few megabytes.
_BATCH = 64

DOCUMENT_SCHEMA: pa.Schema = pa.schema({"number": pa.int64(), "input": pa.string(), "document": pa.binary()})
"""Documents by the number and name of their input. Each is a pickle of what `read_dumps` gives: fields of a dump may be
of any type, and a column has one."""


def input_rows(inputs: Sequence[Input], kept: Mapping[int, bytes] | None = None) -> list[dict[str, Any]]:
    """The files to read, a row each, with a bit for each document that has been `kept`."""
    for each in inputs:
        if each.stream is not None:
            raise InputError(f"{each.name}: a pipe cannot be distributed; name files that all workers can open")
    kept = kept or {}
    rows = ({"name": each.name, "path": os.fsencode(each.path or each.name)} for each in inputs)
    return [{"number": at, **row, "kept": kept.get(at, b"")} for at, row in enumerate(rows)]


def read_batches(batches: Iterable[pa.RecordBatch], fields: Mapping[str, str]) -> Iterator[pa.RecordBatch]:
    """The documents of the files that the batches name, as batches of DOCUMENT_SCHEMA."""
    rows: list[dict[str, Any]] = []
    for batch in batches:
        for file in batch.to_pylist():
            opened = Input(file["name"], path=os.fsdecode(file["path"]))
            for found in _left((opened,), fields, file["kept"]):
                document = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
                rows.append({"number": file["number"], "input": file["name"], "document": document})
                if len(rows) == _BATCH:
                    yield to_batch(rows, DOCUMENT_SCHEMA)
                    rows = []
    if rows:
        yield to_batch(rows, DOCUMENT_SCHEMA)


def _left(inputs: Sequence[Input], fields: Mapping[str, str], kept: bytes) -> Iterator[Document | Unreadable]:
    """The documents that no part has."""
    places = scan_dumps(inputs, fields)
    if kept:
        places = (each for each in places if not _bit(kept, each.position))
    return read_places(places, inputs, fields)


def _bit(bits: bytes, at: int) -> int:
    return bits[at >> 3] >> (at & 7) & 1 if at >> 3 < len(bits) else 0
