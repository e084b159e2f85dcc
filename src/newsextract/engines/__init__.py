"""Ray and Spark, for who outgrows one machine: they distribute files and documents, and their
tasks do what local workers do.

Two steps: `read_batches` reads the files that a record batch names, and `parts.write_part` parses the documents that
have come to its task and writes them as shards. In programs of your own `newsextract.arrow.extract_batch` is the step.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from ..arrow.schema import to_batch
from ..batch.job import Options, identity
from ..batch.store import FORMAT
from ..dumps import STDIN, Document, Input, Unreadable, read_dumps
from ..errors import InputError

__all__ = ["DOCUMENT_SCHEMA", "input_rows", "manifest_of", "read_batches"]

#: Documents in a batch: a few megabytes.
_BATCH = 64

DOCUMENT_SCHEMA: pa.Schema = pa.schema(
    {
        **{"input": pa.string(), "position": pa.int64()},
        **dict.fromkeys(("text", "html"), pa.binary()),
        **dict.fromkeys(("source", "url", "title", "published", "language", "error", "message"), pa.string()),
    }
)
"""Documents as they are read: a text or a page each, or what is wrong with the place."""


def input_rows(inputs: Sequence[Input]) -> list[dict[str, Any]]:
    """The files to read, a row each."""
    if any(each.name == STDIN for each in inputs):
        raise InputError("-: standard input cannot be distributed; name files that all workers can open")
    return [{"name": each.name} for each in inputs]


def read_batches(
    batches: Iterable[pa.RecordBatch], fields: Mapping[str, str], language: str | None
) -> Iterator[pa.RecordBatch]:
    """The documents of the files that the batches name, as batches of DOCUMENT_SCHEMA."""
    rows: list[dict[str, Any]] = []
    for batch in batches:
        for name in batch.column("name").to_pylist():
            for found in read_dumps((Input(name),), fields):
                rows.append({"input": name, "position": found.position, **_row(found, language)})
                if len(rows) == _BATCH:
                    yield to_batch(rows, DOCUMENT_SCHEMA)
                    rows = []
    if rows:
        yield to_batch(rows, DOCUMENT_SCHEMA)


def manifest_of(inputs: Sequence[Input], options: Options, engine: str) -> dict[str, Any]:
    """What the manifest of a run says, but for its counts."""
    return {"format": FORMAT, "status": "done", "engine": engine, **identity(inputs, options)}


def _row(found: Document | Unreadable, language: str | None) -> dict[str, Any]:
    if isinstance(found, Unreadable):
        return {"source": found.source, "error": found.error, "message": found.message}
    item = {"language": language, **found.item}
    for name in ("text", "html"):
        if isinstance(item.get(name), str):
            # With a byte order mark, which wins over what a page declares of the file that it once was.
            item[name] = BOM_UTF8 + item[name].encode("utf-8", "replace")
    if item.get("published") is not None:
        item["published"] = str(item["published"])
    return item
