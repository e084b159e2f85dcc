"""A worker's own side: it reads chunks of items from standard input and writes an answer for each to standard output.

A message is its length in four bytes and a pickle. Answers are written many at a time, since each write wakes the
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
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

__all__ = ["READY", "Work", "main", "receive", "send"]

Work = Callable[[Any], Any]
"""What is done to an item. It answers something that can be pickled, and raises nothing that an item can cause."""

READY = "ready"
"""The first message of a worker: what it needs is imported."""

_LENGTH = struct.Struct("<I")
#: Answers are held back for so many seconds at most, and so many bytes.
_HOLD, _BUFFER = 0.05, 1 << 20
_PR_SET_PDEATHSIG = 1


def send(pipe: BinaryIO, message: object) -> None:
    """Write a message and flush. Raises OSError where nobody reads any more."""
    _write(pipe, message)
    pipe.flush()


def _write(pipe: BinaryIO, message: object) -> None:
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)) + data)


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
    """Serve until standard input ends. `work` is "module:function", `parent` the supervisor's process id, `memory` the
    most bytes that may be taken."""
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's to answer
    requests, answers = _pipes()
    if memory is not None:
        _limit(memory)
    module, _, name = work.partition(":")
    function: Work = getattr(import_module(module), name)
    with contextlib.suppress(EOFError, OSError):
        send(answers, READY)
        while True:
            items, careful = receive(requests)
            written = time.monotonic()
            for item in items:
                _write(answers, function(item))
                if careful or time.monotonic() - written > _HOLD:
                    answers.flush()
                    written = time.monotonic()
            answers.flush()
    os._exit(0)  # what is buffered for a supervisor that is gone must not be flushed


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages alone: what anybody prints goes to standard error."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb", buffering=_BUFFER)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, answers


def _die_with(parent: int) -> None:
    """End when the supervisor ends, even in the middle of an item that never does. Elsewhere than on Linux a worker
    ends at its next message."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(0)


def _limit(memory: int) -> None:
    """An item that needs more raises MemoryError instead of taking the machine with it."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
