"""What an engine's task writes: shards as local workers write them, in a folder that all nodes share."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa

from ..batch.answer import answering
from ..batch.job import Options, finish_of
from ..batch.store import MANIFEST, REJECTED, UNFINISHED
from ..batch.tally import Counts, Kept, Rejected

__all__ = ["Plan", "finish_run", "write_part"]


class Plan(NamedTuple):
    """What every task knows of the run."""

    out: str
    options: Options


def write_part(batches: Iterable[pa.RecordBatch], number: int, plan: Plan) -> dict[str, Any]:
    """Parse documents, batches of DOCUMENT_SCHEMA, and write them as the shards of a part; what has been counted.

    An engine may do a part twice, at once or after a failure: files appear when they are whole, by a rename.
    """
    out = Path(plan.out)
    unfinished = out / UNFINISHED
    unfinished.mkdir(parents=True, exist_ok=True)
    finish = finish_of(plan.options)
    counts = Counts({})
    with tempfile.TemporaryDirectory(dir=unfinished, prefix=f"{number:05}-") as name:
        room = Path(name)
        with (room / REJECTED).open("wb") as rejected:
            records = _records(batches, counts, rejected)
            for shard in count():
                journal = room / f"{shard}.journal"  # a shard may be a link to its own
                if not _write_lines(journal, islice(records, plan.options.shard_size)):
                    break
                for made in finish(journal, room, f"part-{number:05}{shard:05}"):
                    target = out / made.relative_to(room)
                    target.parent.mkdir(exist_ok=True)
                    made.replace(target)
                journal.unlink()
        (room / REJECTED).replace(unfinished / f"{number:05}.rejected")
    return counts.stored()


def _records(batches: Iterable[pa.RecordBatch], counts: Counts, rejected: BinaryIO) -> Iterator[bytes]:
    answer = answering({}, None)
    for batch in batches:
        for row in batch.to_pylist():
            place = {"input": row.pop("input"), "position": row.pop("position"), "source": row["source"]}
            error, message = row.pop("error"), row.pop("message")
            item = {name: value for name, value in row.items() if value is not None}
            reply = Rejected(error, message, 0, None) if error else answer(item)
            if isinstance(reply, Kept):
                counts.add(reply.tally)
                yield reply.record
            else:
                assert reply is not None
                counts.fail(reply.size, reply.error)
                place |= {"error": reply.error, "message": reply.message}
                rejected.write(json.dumps(place, ensure_ascii=False).encode() + b"\n")


def _write_lines(path: Path, records: Iterable[bytes]) -> int:
    written = 0
    with path.open("wb") as file:
        for record in records:
            file.write(record + b"\n")
            written += 1
    return written


def finish_run(plan: Plan, parts: Iterable[Mapping[str, Any]], manifest: Mapping[str, Any], seconds: float) -> Counts:
    """Put together what all parts counted and rejected, and write the manifest, last."""
    out = Path(plan.out)
    counts = Counts({})
    for part in parts:
        counts.merge(part)
    counts.seconds = seconds
    with (out / REJECTED).open("wb") as whole:
        for path in sorted((out / UNFINISHED).glob("*.rejected")):
            with path.open("rb") as part_of_it:
                shutil.copyfileobj(part_of_it, whole)
    text = json.dumps({**manifest, "counts": counts.stored()}, indent=1, ensure_ascii=False)
    (out / MANIFEST).write_text(text + "\n", encoding="utf-8")
    shutil.rmtree(out / UNFINISHED, ignore_errors=True)
    return counts
