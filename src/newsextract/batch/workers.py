"""Local workers: a supervisor with one process and one pair of pipes for each, answers in input order.

`ProcessPoolExecutor` loses all that is in flight when one process dies, and `multiprocessing.Pool` waits for ever. Here
a worker that is killed, runs out of memory or hangs costs its item only. What it had not answered goes to a new worker,
which answers one by one, so that the item in work is known.

Workers are started as programs of their own, not forked: they share no locks or threads with the caller, and a caller's
script needs no `if __name__ == "__main__"`.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO, NamedTuple, cast

from ..errors import WorkerError
from .worker import READY, receive, send

__all__ = ["Lost", "Task", "run"]

BLAMES = 3
"""So often an item must have been in work when its worker died until it is given up: a worker may also be killed from
outside, and then the item is innocent."""

LATES = 2
"""So often an item must have taken too long, since the machine may have been slow. Where the first time one of several
did, it counts for whichever does so alone: waiting is dear."""

#: Items that travel to a worker together, and their bytes: fewer, and workers wait for the supervisor; more, and
#: answers come in gusts.
_CHUNK, _CHUNK_BYTES = 32, 500_000
#: Chunks that a worker may be ahead of what has been taken: they bound the memory.
_AHEAD = 3
#: How often the time limit is looked at, in seconds.
_TICK = 0.05
#: A terminal's Ctrl-C goes to the supervisor alone.
_OWN_GROUP = 0 if os.name == "posix" else None
#: Workers that die before they are ready, one after another, are not the fault of an item: so many that ended by
#: themselves, or that somebody killed.
_FALSE_STARTS, _KILLED_STARTS = 3, 100
#: How long a worker may take to end once its input has ended.
_LAST_WORDS = 1.0


class Task(NamedTuple):
    """An item for a worker."""

    item: Any
    """What `Work` is given; it must be picklable."""
    size: int
    """Bytes, about."""
    kept: Any
    """What the caller needs when the answer comes; it stays here."""


class Lost(NamedTuple):
    """In place of an answer: every worker that had the item in work died."""

    error: str
    """"TimeoutError" where the time limit ended the last one, else "WorkerDied"."""
    message: str


def run(
    tasks: Iterable[Task],
    work: str,
    *given: Any,
    workers: int,
    timeout: float | None = None,
    memory: int | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[list[tuple[Any, Any]]]:
    """What was kept of each task, with its answer, in input order, some tasks at a time.

    Args:
        tasks: Read as needed, in the caller's thread, some hundred ahead.
        work: "module:function", which makes of what is `given` what answers an item; see `worker.Work`.
        workers: How many processes.
        timeout: Seconds for an item.
        memory: Bytes that a worker may take.
        stopped: Once it says so, no more tasks are read or begun, and those in work are finished: what is answered ends
            in front of the first that is not.

    Raises:
        WorkerError: Workers die before they are ready.
    """
    pool = _Pool(work, given, workers, timeout, memory)
    try:
        yield from pool.run(_chunks(tasks), stopped)
    finally:
        pool.close()


def _chunks(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks that travel together. A large one travels alone: what memory it needs is no neighbour's fault."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        if chunk and (len(chunk) == _CHUNK or size + task.size > _CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(task)
        size += task.size
    if chunk:
        yield chunk


class _Pool:
    """The threads that each serve a worker, and what they share."""

    def __init__(
        self, work: str, given: tuple[Any, ...], workers: int, timeout: float | None, memory: int | None
    ) -> None:
        self.timeout = timeout
        self.todo: queue.SimpleQueue[tuple[int, Sequence[Any]] | None] = queue.SimpleQueue()
        self.done: dict[int, list[Any]] = {}
        self.news = threading.Condition()
        self.error: BaseException | None = None
        self.stopping = self.closing = False
        self.seats = [_Seat(self, work, given, memory) for _ in range(workers)]
        try:
            for seat in self.seats:
                seat.thread.start()
        except RuntimeError as error:
            self.close()
            raise WorkerError(f"workers cannot be started ({error}); use fewer") from None

    def run(self, chunks: Iterator[list[Task]], stopped: Callable[[], bool]) -> Iterator[list[tuple[Any, Any]]]:
        sent: deque[list[Any]] = deque()  # what was kept of each chunk in work
        taken = 0
        exhausted = False
        while True:
            if stopped():
                self._stop(sent)
            while not exhausted and not stopped() and len(sent) < _AHEAD * len(self.seats):
                chunk = next(chunks, None)
                exhausted = chunk is None
                if chunk is not None:
                    self.todo.put((taken + len(sent), [task.item for task in chunk]))
                    sent.append([task.kept for task in chunk])
            if not sent:
                return
            answers = self._take(taken)
            if answers is None:
                continue
            kept = sent.popleft()
            yield list(zip(kept, answers, strict=False))
            if len(answers) < len(kept):  # the end was asked for in the middle of it
                return
            taken += 1

    def _stop(self, sent: deque[list[Any]]) -> None:
        """Nothing more is begun: the chunks that no worker has, which are the last of `sent`, are taken back, and each
        of the others ends with the item that is in work."""
        self.stopping = True
        with contextlib.suppress(queue.Empty):
            while True:
                self.todo.get_nowait()
                sent.pop()

    def _take(self, number: int) -> list[Any] | None:
        """The answers of a chunk; None where there are none yet, after a moment."""
        with self.news:
            if number not in self.done and self.error is None:
                self.news.wait(_TICK)
            if self.error is not None:
                raise self.error
            if number in self.done:
                return self.done.pop(number)
        if self.timeout is not None:
            for seat in self.seats:
                seat.kill_if_late(self.timeout)
        return None

    def close(self) -> None:
        """End all workers, now."""
        self.closing = True
        for seat in self.seats:
            self.todo.put(None)
            seat.kill()
        for seat in self.seats:
            if seat.thread.ident is not None:  # it was started
                seat.thread.join()


class _Seat:
    """One place for a worker: a thread that gives chunks to a process, and to its successor when that dies."""

    def __init__(self, pool: _Pool, work: str, given: tuple[Any, ...], memory: int | None) -> None:
        self.pool, self.work, self.given, self.memory = pool, work, given, memory
        self.process: subprocess.Popen[bytes] | None = None
        self.requests: BinaryIO
        self.answers: BinaryIO
        self.since: float | None = None
        """When the item in work was begun."""
        self.was_late = False
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self._serve, name="newsextract-worker", daemon=True)

    def _serve(self) -> None:
        try:
            while (task := self.pool.todo.get()) is not None and not self.pool.closing:
                number, items = task
                if self.process is None:  # not before there is something to do: there may be more places than chunks
                    self._start()
                answers = self._answers(items)
                with self.pool.news:
                    self.pool.done[number] = answers
                    self.pool.news.notify()
                if len(answers) < len(items):  # the process has the others still
                    return
        except BaseException as error:  # noqa: BLE001 - it is raised again where the caller waits
            with self.pool.news:
                if not self.pool.closing:
                    self.pool.error = self.pool.error or error
                self.pool.news.notify()
        finally:
            self._end()

    def _answers(self, items: Sequence[Any]) -> list[Any]:
        """An answer for each item; once the end is asked for, for those up to the one in work."""
        answers: list[Any] = []
        careful = False
        blames = lates = unclear = 0
        while len(answers) < len(items) and not self.pool.stopping:
            begun = len(answers)
            try:
                send(self.requests, (items[begun:], careful))
                while len(answers) < len(items):
                    self.since = time.monotonic()
                    answers += receive(self.answers)
                    blames, lates = 0, 0
                    if self.pool.stopping:
                        break
                self.since = None
            except (EOFError, OSError):
                self.since = None
                lost = self._lost()
                if self.pool.closing:
                    raise
                if self.pool.stopping:  # who goes on where this stopped tries the item again
                    break
                is_late = lost.error == "TimeoutError"
                if not careful:  # nobody knows which item it was
                    unclear = int(is_late)
                else:
                    blames += 1
                    if is_late:
                        lates, unclear = lates + 1 + unclear, 0
                if blames == BLAMES or lates >= LATES:
                    answers.append(lost)
                    blames = lates = 0
                careful = True
                self._start()
        return answers

    def _lost(self) -> Lost:
        """What ended the worker."""
        code = self._end()
        if self.was_late:
            self.was_late = False
            limit = "1 second" if self.pool.timeout == 1 else f"{self.pool.timeout:g} seconds"
            return Lost("TimeoutError", f"took more than {limit}, {LATES} times")
        how = f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with exit code {code}"
        return Lost("WorkerDied", f"the worker that read it {how}, {BLAMES} times")

    def _start(self) -> None:
        exits = kills = 0
        while True:
            self._spawn()
            try:
                send(self.requests, self.given)
                if receive(self.answers) == READY:
                    return
            except (EOFError, OSError):
                pass
            code = self._end()
            if self.pool.closing:
                raise EOFError
            if code is not None and code < 0:
                kills += 1
            else:
                exits += 1
            if exits == _FALSE_STARTS or kills == _KILLED_STARTS:
                raise WorkerError(f"workers cannot be started: exit code {code}; their own error stands above")

    def _spawn(self) -> None:
        # With the caller's path, so that it imports what the caller would.
        code = f"import sys; sys.path[:] = {sys.path!r}; from newsextract.batch.worker import main; "
        code += f"main({self.work!r}, {os.getpid()}, {self.memory!r})"
        with self.lock:
            if self.pool.closing:
                raise EOFError
            try:
                self.process = subprocess.Popen(
                    [sys.executable, "-c", code],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    process_group=_OWN_GROUP,
                )
            except OSError as error:  # too many files or processes, too little memory
                raise WorkerError(f"workers cannot be started ({error.strerror or error}); use fewer") from None
        self.requests, self.answers = cast(BinaryIO, self.process.stdin), cast(BinaryIO, self.process.stdout)

    def kill_if_late(self, timeout: float) -> None:
        since = self.since
        if since is not None and time.monotonic() - since > timeout:
            self.was_late = True
            self.kill()

    def kill(self) -> None:
        with self.lock:
            if self.process is not None and self.process.poll() is None:
                self.process.kill()

    def _end(self) -> int | None:
        """Close the pipes and wait; the exit code."""
        process = self.process
        if process is None:
            return None
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                assert pipe is not None
                pipe.close()
        try:
            return process.wait(_LAST_WORDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
