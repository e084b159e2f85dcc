"""A worker's own side: it reads chunks of items from standard input and writes an answer for each to standard output.

A message is its length in four bytes and a pickle. Answers are written many at a time, since each message wakes the
supervisor. Where a worker died over a chunk, its successor is told to be careful: it writes each answer as soon as it
is ready, so that the supervisor knows which item is in work.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, BinaryIO

__all__ = ["READY", "Work", "main", "receive", "send"]

Work = Callable[..., Callable[[Any], Any]]
"""Makes, of what the caller gives, what is done to an item. That answers something that can be pickled, and raises
nothing that an item can cause."""

READY = "ready"
"""The first message of a worker: what it needs is imported."""

_LENGTH = struct.Struct("<I")
#: Answers are held back until an item has been answered for so many seconds.
_HOLD = 0.05
#: How often a worker looks whether its supervisor is there, in seconds, where the system does not tell.
_LOOK = 1.0
_PR_SET_PDEATHSIG = 1


def send(pipe: BinaryIO, message: object) -> None:
    """Write a message and flush. Raises OSError where nobody reads any more."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """Read a message. Raises EOFError where the other side is gone, even in the middle of one."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def main(work: str, parent: int, memory: int | None) -> None:
    """Serve until standard input ends. `work` is "module:function" of a `Work`, `parent` the supervisor's process id,
    `memory` the most bytes that may be taken. The first message is what the work is made of."""
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's to answer
    requests, answers = _pipes()
    if memory is not None:
        _limit(memory)
    module, _, name = work.partition(":")
    make: Work = getattr(import_module(module), name)
    with contextlib.suppress(EOFError, OSError):
        answer = make(*receive(requests))
        send(answers, READY)
        while True:
            items, careful = receive(requests)
            _serve(items, answer, answers, careful=careful)
    os._exit(0)  # what is buffered for a supervisor that is gone must not be flushed


def _serve(items: Sequence[Any], answer: Callable[[Any], Any], answers: BinaryIO, *, careful: bool) -> None:
    """Answer a chunk, in one message or in several."""
    ready = []
    since = time.monotonic()
    for item in items:
        ready.append(answer(item))
        if careful or time.monotonic() - since > _HOLD:
            send(answers, ready)
            ready = []
            since = time.monotonic()
    if ready:
        send(answers, ready)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages alone: what anybody prints goes to standard error."""
    try:
        os.fstat(2)
    except OSError:  # whoever started us has none
        os.open(os.devnull, os.O_WRONLY)  # it takes the lowest number that is free
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, answers


def _die_with(parent: int) -> None:
    """End when the supervisor ends, even in the middle of an item that never does."""
    if not sys.platform.startswith("linux"):
        threading.Thread(target=_look_for, args=(parent,), daemon=True).start()
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(0)


def _look_for(parent: int) -> None:
    """The same where the system kills nobody. On Windows, where a parent that is gone keeps its number, and in a call
    that holds the interpreter's lock, a worker ends at its next message."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(0)


def _limit(memory: int) -> None:
    """An item that needs more raises MemoryError instead of taking the machine with it."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = min(memory, sys.maxsize if most == resource.RLIM_INFINITY else most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
