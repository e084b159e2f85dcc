"""A run of the command `batch`: dumps in, shards out, on this machine's workers."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import Any

from ..dumps import Fields, Input, Line, Meter, Place, Unreadable, find_inputs, read_line, scan_dumps, size_of
from ..errors import InputError
from ..extras import extra
from ..model import SCHEMA_VERSION
from .folder import RunFolder, opened
from .progress import Progress
from .store import Finish, Store
from .tally import Counts, Kept
from .workers import Lost, Task, run

__all__ = ["LEAST_MEMORY", "Options", "Stopped", "finish_of", "identity", "is_done", "run_batch"]

#: How often work is committed, in seconds: what a crash costs.
_COMMIT_SECONDS = 5.0
#: Where the user asks for an end, so many seconds of work go into what has been read, which a pipe does not give again.
_PATIENCE = 5.0


LEAST_MEMORY = 100_000_000
"""Bytes without which a worker reads nothing: the libraries that it loads take most of them."""


def usable_cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spare_memory() -> int | None:
    """Bytes that each of so many workers as there are processors may take, so that together they leave a fifth of the
    machine's; None where the system does not say."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
    return max(LEAST_MEMORY, int(0.8 * whole / usable_cores()))


@dataclass(frozen=True)
class Options:
    """What makes a run's output what it is, and how it is worked."""

    fields: Mapping[str, str] = field(default_factory=dict)
    form: str = "jsonl"
    """jsonl | parquet"""
    compress: str | None = None
    """zstd, of JSON Lines; Parquet is always compressed."""
    layout: str = "nested"
    """nested | tidy"""
    language: str | None = None
    shard_size: int = 5_000
    """Documents in a shard."""
    workers: int = field(default_factory=usable_cores)
    timeout: float = 60.0
    """Seconds for a document."""
    memory: int | None = field(default_factory=spare_memory)
    """Bytes that a worker may take."""


WORK = "newsextract.batch.answer:answering"
"""What workers do to documents."""
#: The option that gives a document more of what it ran out of, by the error.
_REMEDIES = {"TimeoutError": "; see --timeout", "MemoryError": "; see --memory"}
#: Options that change nothing of what is written.
_HOW = ("workers", "timeout", "memory")


class Stopped(Exception):  # noqa: N818 - it is no error
    """The user asked for an end; what is done is kept."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number


def run_batch(arguments: Sequence[str], out: Path, options: Options, *, restart: bool, progress: Progress) -> Counts:
    """Do a run, or the rest of one.

    Raises:
        InputError: The inputs or the folder cannot be used; nothing has been written.
        Stopped: The user asked for an end.
        OSError: What is written cannot be, such as on a full disk. The same call goes on where this one stopped.
    """
    inputs = find_inputs(arguments, options.fields, out=out)
    finish = finish_of(options)
    with (
        opened(Store(out, finish), identity(inputs, options), restart=restart) as store,
        _stop_on_signal(progress) as stop,
    ):
        counts = Counts(store.manifest.get("counts", {}))
        if is_done(store, progress):
            return counts
        if counts.documents:
            progress.say(f"{out}: going on behind document {counts.documents:,}")
        _work(store, inputs, options, counts, progress, stop)
        store.finish_run(counts=counts.stored())
    return counts


def is_done(folder: RunFolder, progress: Progress) -> bool:
    """Whether a run was done before; who asked for it is told."""
    done = bool(folder.manifest["status"] == "done")
    if done:
        progress.say(f"{folder.path}: this run is done; --restart does it again")
    return done


def _work(
    store: Store, inputs: Sequence[Input], options: Options, counts: Counts, progress: Progress, stop: _Stop
) -> None:
    """Read, parse and keep all that is left."""
    committed = store.manifest["committed"]
    following, in_shard = (committed["next"][0], committed["next"][1]), int(committed["in_shard"])
    earlier, begun = counts.seconds, time.monotonic()
    last_commit = begun
    done = sum(each.size or 0 for each in inputs[: following[0]])
    meter = Meter(done)
    documents = scan_dumps(inputs, options.fields, start=following, meter=meter)
    progress.begin(sum(each.size or 0 for each in inputs), done)
    for answers in run(
        _tasks(documents, meter, stop),
        WORK,
        dict(options.fields),
        options.language,
        workers=options.workers,
        timeout=options.timeout,
        memory=options.memory,
        stopped=stop.is_due,
    ):
        for (document, read), reply in answers:
            _keep(store, counts, inputs, document, reply, options.fields)
            following, in_shard, done = (document.input, document.position + 1), in_shard + 1, read
            if in_shard == options.shard_size:
                counts.seconds = earlier + time.monotonic() - begun
                store.finish_shard(following, counts=counts.stored())
                in_shard = 0
        now = time.monotonic()
        counts.seconds = earlier + now - begun
        if now - last_commit > _COMMIT_SECONDS:
            store.commit(following, in_shard, counts=counts.stored())
            last_commit = now
        progress.show(counts, done)
    if stop.signal_number is not None:
        store.commit(following, in_shard, counts=counts.stored())
        raise Stopped(stop.signal_number)
    if in_shard:
        store.finish_shard(following, counts=counts.stored())


def _tasks(documents: Iterator[Place], meter: Meter, stop: _Stop) -> Iterator[Task]:
    """Documents as workers take them. With each is kept how many bytes had been read: when it is answered, the meter is
    ahead by all that workers have been sent."""
    for document in _until_stopped(documents, stop):
        kept = document, meter.bytes
        if isinstance(document, Unreadable):
            yield Task(None, 0, kept)
        else:
            yield Task(document.item, size_of(document.item), kept)


def _until_stopped(documents: Iterator[Place], stop: _Stop) -> Iterator[Place]:
    """The documents, until the user asks for an end, even if that is while a pipe is waited for."""
    try:
        while stop.signal_number is None:
            stop.is_reading = True
            try:
                document = next(documents, None)
            finally:
                stop.is_reading = False
            if document is None:
                return
            yield document
    except _Interrupted:
        return


def _source_of(item: Mapping[str, Any] | Line, fields: Mapping[str, str]) -> str | None:
    """What a document is called that no worker lived to tell of."""
    try:
        row = read_line(item, Fields(fields)) if isinstance(item, Line) else item
    except InputError as error:
        return error.source
    source: str | None = row.get("source")
    return source


def _keep(
    store: Store,
    counts: Counts,
    inputs: Sequence[Input],
    document: Place,
    reply: Any,
    fields: Mapping[str, str],
) -> None:
    if isinstance(reply, Kept):
        store.keep(reply.record)
        counts.add(reply.tally)
        return
    size, source = 0, None
    if isinstance(document, Unreadable):
        error, message, source = document.error, document.message, document.source
    else:
        if isinstance(reply, Lost):
            error, message = reply
            size, source = size_of(document.item), _source_of(document.item, fields)
        else:
            error, message, size, source = reply
        message += _REMEDIES.get(error, "")
    name = inputs[document.input].name
    place = {"input": name, "position": document.position, "source": source or name}
    store.reject({**place, "error": error, "message": message})
    counts.fail(size, error)


def identity(inputs: Sequence[Input], options: Options, engine: str = "local") -> dict[str, Any]:
    """What must be the same for a run to go on."""
    shown = {name: value for name, value in asdict(options).items() if name not in _HOW}
    return {
        "engine": engine,
        "inputs": [{"name": each.name, "size": each.size, "modified": each.modified} for each in inputs],
        "options": {**shown, "fields": dict(options.fields)},
        "versions": {
            "newsextract": metadata.version("newsextract"),
            "schema": SCHEMA_VERSION,
        },
    }


def finish_of(options: Options) -> Finish:
    """How a journal becomes the files of a shard."""
    if options.form == "jsonl" and options.layout == "nested":
        return _compressed if options.compress == "zstd" else _as_it_is
    from ..arrow.files import write_shard

    return partial(write_shard, form=options.form, layout=options.layout, compress=options.compress)


def _as_it_is(journal: Path, room: Path, name: str) -> list[Path]:
    target = _article_file(room, f"{name}.jsonl")
    try:
        os.link(journal, target)
    except OSError:  # a file system without links
        shutil.copyfile(journal, target)
    return [target]


def _compressed(journal: Path, room: Path, name: str) -> list[Path]:
    zstandard = extra("zstandard", "batch", "compressed shards")
    target = _article_file(room, f"{name}.jsonl.zst")
    with journal.open("rb") as source, target.open("wb") as packed:
        zstandard.ZstdCompressor(level=9).copy_stream(source, packed, size=journal.stat().st_size)
    return [target]


def _article_file(room: Path, name: str) -> Path:
    folder = room / "articles"
    folder.mkdir(exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    return folder / name


class _Interrupted(BaseException):
    """Out of a read that waits; a base exception, since no reader may take it for damage."""


class _Stop:
    """Whether the user has asked for an end."""

    def __init__(self, progress: Progress) -> None:
        self.signal_number: int | None = None
        self.since = 0.0
        self.is_reading = False
        """Whether inputs are read just now, which may take for ever. An interrupted read is the last."""
        self._progress = progress
        self._is_answered = False

    def is_due(self) -> bool:
        """Whether nothing more shall be begun. Once there is a signal, the user is told, since what is in work may take
        a minute. (The handler of the signal itself may write nothing: it may come in the middle of a line.)"""
        if self.signal_number is None:
            return False
        if not self._is_answered:
            self._is_answered = True
            again = "; Ctrl-C again ends at once" if self.signal_number == signal.SIGINT else ""
            self._progress.say(f"finishing what is in work{again}")
        return time.monotonic() - self.since > _PATIENCE


@contextmanager
def _stop_on_signal(progress: Progress) -> Iterator[_Stop]:
    """The first Ctrl-C, SIGTERM or end of the terminal is noted, the second ends the program as it always would."""
    stop = _Stop(progress)
    before: dict[int, Any] = {}

    def note(number: int, _frame: FrameType | None) -> None:
        stop.since = time.monotonic()
        stop.signal_number = number
        signal.signal(number, before[number])
        if stop.is_reading:
            stop.is_reading = False
            raise _Interrupted

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is None or (name == "SIGHUP" and signal.getsignal(number) == signal.SIG_IGN):  # `nohup`
            continue
        before[number] = signal.signal(number, note)
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
