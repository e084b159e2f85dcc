"""What an engine's tasks write: shards as local workers write them, in a folder that all nodes share.

    OUT/unfinished/part-00007/     what a task has finished: shards, rejected.jsonl, and part.json, which says of what
    OUT/unfinished/work-k3x9/      tasks of this call, in work

An engine may do a part twice, at once or after a failure, and go on with tasks of a call that is gone. So each attempt
writes in a folder of its own and keeps its work by renaming that folder: the first does, and none after its call. When
all is done the shards move to OUT. A call that goes on reads the inputs again and leaves out what finished parts have:
it need not get the same documents into the same parts.
"""

from __future__ import annotations

import json
import pickle
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa

from ..batch.answer import answering
from ..batch.folder import (
    REJECTED,
    SHARD_BYTES,
    RunFolder,
    part_name,
    part_number,
    rejection,
    shards_in,
    size_in,
    sync,
    sync_file,
    sync_folder,
)
from ..batch.job import Options, finish_of
from ..batch.tally import Counts, Kept, Rejected
from ..dumps import Document, Unreadable

__all__ = ["Finished", "Plan", "finish_run", "plan_of", "write_part"]

_PART = "part.json"


class Plan(NamedTuple):
    """What every task knows of the run."""

    unfinished: str
    """Where finished parts are kept."""
    work: str
    """Where tasks of this call write: it is gone when there is another call."""
    first: int
    """Number of this call's first part."""
    begun: float
    """When the run began, in seconds since 1970; pauses between calls are taken out."""
    options: Options


class Finished(NamedTuple):
    """What earlier calls have finished."""

    numbers: list[int]
    documents: int
    positions: Mapping[int, bytes]
    """Of each input a bit for each document: whether a part has it."""


def plan_of(folder: RunFolder, options: Options) -> tuple[Plan, Finished]:
    """The plan of a call, and what those before it have finished."""
    unfinished = folder.unfinished.absolute()
    unfinished.mkdir(exist_ok=True)
    for before in unfinished.glob("work-*"):
        gone = before.rename(before.with_name(f"gone-{before.name}"))  # from here on none of its tasks keeps anything
        shutil.rmtree(gone, ignore_errors=True)
    numbers = sorted(part_number(path.name) for path in unfinished.glob("part-*"))
    bits: dict[int, bytearray] = defaultdict(bytearray)
    documents, seconds = 0, 0.0
    for number in numbers:
        part = _read_part(unfinished, number)
        documents += part["counts"]["documents"]
        seconds = max(seconds, part["seconds"])
        for each, positions in part["positions"].items():
            _set_bits(bits[int(each)], positions)
    work = tempfile.mkdtemp(dir=unfinished, prefix="work-")
    plan = Plan(str(unfinished), work, max(numbers, default=-1) + 1, time.time() - seconds, options)
    return plan, Finished(numbers, documents, {each: bytes(found) for each, found in bits.items()})


def _set_bits(bits: bytearray, positions: list[int]) -> None:
    bits.extend(bytes(max(0, max(positions, default=0) // 8 + 1 - len(bits))))
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)


def write_part(batches: Iterable[pa.RecordBatch], number: int, plan: Plan) -> int:
    """Parse documents, batches of DOCUMENT_SCHEMA, and write them as the shards of this call's part of that number; its
    number in the run."""
    number += plan.first
    finish = finish_of(plan.options)
    part = _Part()
    with tempfile.TemporaryDirectory(dir=plan.work, prefix=f"{number:05}-") as name:
        room = Path(name)
        with (room / REJECTED).open("wb") as rejected:
            records = part.records(batches, plan.options.language, rejected)
            for shard in count():
                journal = room / f"{shard}.journal"  # a shard may be a link to its own
                if not _write_lines(journal, islice(records, plan.options.shard_size)):
                    journal.unlink()
                    break
                for made in finish(journal, room, f"{part_name(number)}{shard:05}"):
                    sync_file(made)
                journal.unlink()
            sync(rejected)
        told = {"counts": part.counts.stored(), "seconds": time.time() - plan.begun, "positions": part.positions}
        (room / _PART).write_text(json.dumps(told), encoding="utf-8")
        sync_file(room / _PART)
        kept = _folder(plan.unfinished, number)
        try:
            room.rename(kept)
        except OSError:
            if not kept.exists():  # else another attempt was first
                raise
        sync_folder(Path(plan.unfinished))
    return number


class _Part:
    """What a part has read."""

    def __init__(self) -> None:
        self.counts = Counts({})
        self.positions: dict[int, list[int]] = defaultdict(list)
        """The documents by the number of their input."""

    def records(self, batches: Iterable[pa.RecordBatch], language: str | None, rejected: BinaryIO) -> Iterator[bytes]:
        """The articles; what gives none is written to `rejected`."""
        answer = answering({}, language)
        for batch in batches:
            for row in batch.to_pylist():
                found: Document | Unreadable = pickle.loads(row["document"])
                self.positions[row["number"]].append(found.position)
                if isinstance(found, Document):
                    reply = answer(found.item)
                else:
                    reply = Rejected(found.error, found.message, 0, found.source)
                if isinstance(reply, Kept):
                    self.counts.add(reply.tally)
                    yield reply.record
                else:
                    assert reply is not None
                    self.counts.fail(reply.size, reply.error)
                    place = {"input": row["input"], "position": found.position, "source": reply.source or row["input"]}
                    rejected.write(rejection({**place, "error": reply.error, "message": reply.message}))


def _write_lines(path: Path, records: Iterable[bytes]) -> int:
    written = 0
    with path.open("wb") as file:
        for record in records:
            file.write(record + b"\n")
            written += 1
    return written


def _folder(unfinished: str | Path, number: int) -> Path:
    return Path(unfinished) / part_name(number)


def _read_part(unfinished: Path, number: int) -> dict[str, Any]:
    part: dict[str, Any] = json.loads((_folder(unfinished, number) / _PART).read_bytes())
    return part


def finish_run(folder: RunFolder, plan: Plan, numbers: Iterable[int]) -> Counts:
    """Bring the shards of all parts to where they shall stand, and put together what the parts counted and rejected.
    Then the manifest says that all is done. What stops in the middle of this is done again by the next call."""
    counts = Counts({})
    counts.seconds = time.time() - plan.begun
    with (folder.path / REJECTED).open("wb") as whole:
        for number in sorted(numbers):
            part = _folder(folder.unfinished, number)
            counts.merge(_read_part(folder.unfinished, number)["counts"])
            with (part / REJECTED).open("rb") as rejected:
                shutil.copyfileobj(rejected, whole)
            for shard in sorted(part.glob("*/part-*")):
                table = folder.path / shard.parent.name
                table.mkdir(exist_ok=True)
                shard.replace(table / shard.name)
        sync(whole)
    for table in {shard.parent for shard in folder.path.glob("*/part-*.*")}:
        with suppress(OSError):
            sync_folder(table)
    sizes = dict(size_in(folder.path, shard) for shard in sorted(shards_in(folder.path)))
    folder.manifest |= {"status": "done", "counts": counts.stored(), SHARD_BYTES: sizes}
    folder.write_manifest()
    shutil.rmtree(folder.unfinished, ignore_errors=True)
    return counts
