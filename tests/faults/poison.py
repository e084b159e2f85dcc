"""Documents that do to a worker what documents do, and a run of the command that meets them.

A worker imports this module in place of the library's own and finds `parse_text` exchanged: a text that begins with
"POISON" and a kind is as bad as it says.
"""

from __future__ import annotations

import ctypes
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

import newsextract
from newsextract import items
from newsextract.batch import answer, job

KINDS = ("exception", "recursion", "memory", "exit", "kill", "segfault", "loop", "hang", "regex")
"""All but the first three cost the worker its life. (A text that is "slow" costs time alone.)"""

SLOW = 4.0
"""Seconds that a slow text takes."""

_parse = newsextract.parse_text


def parse_text(text: str, **arguments: Any) -> Any:
    """As the library's, but for poison."""
    if text.startswith("POISON "):
        do(text.split()[1])
    return _parse(text, **arguments)


def do(kind: str) -> None:
    """Something bad."""
    if kind == "exception":
        raise KeyError("something that nobody thought of")
    if kind == "recursion":
        do(kind)
    if kind == "memory":
        bytearray(1 << 40)
    if kind == "exit":
        os._exit(3)
    if kind == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "segfault":
        ctypes.string_at(0)
    if kind == "loop":
        while True:
            pass
    if kind == "hang":
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
        time.sleep(3600)
    if kind == "slow":
        time.sleep(SLOW)
    if kind == "regex":
        re.match(r"(a+)+$", "a" * 64 + "b")


vars(items)["parse_text"] = parse_text
answering = answer.answering


def main(arguments: list[str]) -> int:
    """The command line, with workers that meet poison."""
    from newsextract.cli import run

    sys.path.insert(0, str(Path(__file__).parent))
    job.WORK = "poison:answering"
    return run(["batch", *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
