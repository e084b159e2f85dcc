"""Whether time grows with the size of what is read, and no faster.

Processor time of this thread is compared with itself, a size with four times that size, turn by turn: what else the
machine does slows both. Linear work takes four times as long, quadratic work sixteen times.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

__all__ = ["check_growth"]

T = TypeVar("T")

FACTOR = 4
#: Between linear and quadratic, with room for caches that the larger one leaves.
MOST = 7.0
_TURNS = 3
_ATTEMPTS = 5
_FIRST_SIZE = 2_000


def check_growth(run: Callable[[T], object], make: Callable[[int], T], *, enough: float, largest: int) -> None:
    """Fail where `run` takes more than linear time for what `make` makes of a size.

    A size is large enough to be timed when it takes `enough` seconds. Where `largest` does not, there is nothing to
    fear, and a larger one would time the machine's memory.
    """
    size = _FIRST_SIZE
    small = make(size)
    run(small)  # what a first call costs is spent
    while seconds(run, small) < enough:
        if size >= largest:
            return
        size *= 2
        small = make(size)
    large = make(FACTOR * size)
    ratios: list[float] = []
    while len(ratios) < _ATTEMPTS:
        turns = [(seconds(run, small), seconds(run, large)) for _ in range(_TURNS)]
        ratios.append(min(turn[1] for turn in turns) / min(turn[0] for turn in turns))
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"size {FACTOR * size:,} took {min(ratios):.1f} times as long as {size:,}, at the best of {_ATTEMPTS}")


def seconds(run: Callable[[T], object], argument: T) -> float:
    """Without the garbage collector: it would be timed as well."""
    gc.disable()
    try:
        start = time.thread_time()
        run(argument)
        return time.thread_time() - start
    finally:
        gc.enable()
