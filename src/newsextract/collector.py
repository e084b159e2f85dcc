"""The cyclic garbage collector at rest while a page or a huge text is parsed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["resting"]

_one_at_a_time = Lock()


@contextmanager
def resting() -> Iterator[None]:
    """Without the collector for the time of one parse.

    It looks through all records again and again as they grow, and finds nothing to free before the parse has ended:
    that takes more than half of the time of a text of 20 MB, and more than twice the time for twice the text; of a
    page's, an eighth.

    Its switch is the process's, so only one parse at a time turns it off, and the same one turns it on again. What
    other threads parse meanwhile leaves it as it is: were it off until the last of them ended, threads that overlap
    would never let it work.
    """
    if not _one_at_a_time.acquire(blocking=False):
        yield
        return
    try:
        if not gc.isenabled():
            yield
            return
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
    finally:
        _one_at_a_time.release()
