"""What the tasks of an engine read and write: the same as local workers. The engines are in tests/engines."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsextract.batch.folder import RunFolder, opened
from newsextract.batch.job import Options, identity
from newsextract.cli import run
from newsextract.dumps import find_inputs
from newsextract.engines.documents import input_rows, read_batches
from newsextract.engines.parts import finish_run, plan_of, write_part

TEXT = "Rain fell in the valley on Tuesday.\n\nIt fell again on 01/02/2024."
ROWS: list[dict[str, Any]] = [
    {"id": "plain", "text": TEXT, "date": "2025-02-07", "url": "https://paper.example/a", "title": "Rain"},
    {"id": "odd", "text": TEXT, "date": ["2025"], "url": {"a": 1}, "title": 5, "language": 3},
    {"id": "language", "text": TEXT, "language": "en-US"},
    {"id": "text", "text": 5},
    {"id": "list", "text": [TEXT]},
    {"id": "\ud800", "text": TEXT, "title": "\udfff"},
    {"id": "none\ud800", "\ud800": 1},
    {"html": "<!DOCTYPE html><meta charset=koi8-r><title>Größe</title><p>Der Hafen öffnete."},
    {"text": "<html><p>Rain fell."},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dump"
    folder.mkdir()
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS) + "{\n", encoding="utf-8")
    moments = [dt.datetime(2025, 2, 7, 8, 15, tzinfo=dt.UTC), dt.datetime(2025, 2, 7)]
    pq.write_table(pa.table({"id": [1, 2], "text": [TEXT] * 2, "date": moments[:1] * 2}), folder / "rows.parquet")
    pq.write_table(pa.table({"text": [TEXT], "date": moments[1:]}), folder / "day.parquet")
    return folder


def lines(out: Path) -> tuple[list[bytes], list[bytes]]:
    """Articles and rejected documents, in any order."""
    articles = b"".join(path.read_bytes() for path in out.glob("articles/*"))
    return sorted(articles.splitlines()), sorted((out / "rejected.jsonl").read_bytes().splitlines())


def test_tasks_make_of_every_row_what_local_workers_make(folder: Path, tmp_path: Path) -> None:
    assert run(["batch", str(folder), "-o", str(tmp_path / "local"), "--quiet", "--language", "en-GB"]) == 1
    options = Options(language="en-GB", shard_size=5)
    inputs = find_inputs([str(folder)])
    with opened(RunFolder(tmp_path / "out"), identity(inputs, options, "none"), restart=False) as out:
        plan, _ = plan_of(out, options)
        numbers = []
        for at, row in enumerate(input_rows(inputs)):
            batches = read_batches([pa.RecordBatch.from_pylist([row])], {})
            numbers.append(write_part(batches, at, plan))
        counts = finish_run(out, plan, numbers)
    assert lines(tmp_path / "out") == lines(tmp_path / "local")
    counted = json.loads((tmp_path / "local" / "manifest.json").read_bytes())["counts"]
    assert {**counts.stored(), "seconds": 0} == {**counted, "seconds": 0}
