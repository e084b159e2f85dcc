"""How far a run is: a bar on a terminal, else a line now and then, on standard error."""

from __future__ import annotations

import sys
import time
from typing import Any

from .tally import Counts, counted

__all__ = ["Progress"]

#: Seconds between two lines where there is no terminal.
_LINE_SECONDS = 10.0
#: Speed is that of the last so many seconds.
_SPEED_SECONDS = 30.0


class Progress:
    """Tells what a run does, unless it is to be quiet."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self._bar: Any = None
        self._task: Any = None
        self._total = self._before = 0
        self._begun = self._last_line = time.monotonic()
        self._documents_before: int | None = None

    def say(self, text: str) -> None:
        """A line."""
        if self.quiet:
            return
        try:
            print(f"newsextract: {text}", file=sys.stderr, flush=True)  # noqa: T201 - it is for a person
        except OSError:  # nobody reads it any more, such as behind `2>&1 | head`; the run goes on
            self.quiet = True

    def begin(self, total: int, done: int = 0) -> None:
        """Work begins; `total` bytes of inputs are known, `done` of them were read before."""
        self._total, self._before = total, done
        self._begun = self._last_line = time.monotonic()
        if self.quiet or not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=_SPEED_SECONDS)
        self._task = self._bar.add_task("", total=total or None, completed=done)
        self._bar.start()

    def show(self, counts: Counts, done: int) -> None:
        """So far; `done` bytes of the inputs have been read and answered."""
        if self.quiet:
            return
        now = time.monotonic()
        if self._documents_before is None:
            self._documents_before = counts.documents
        speed = (counts.documents - self._documents_before) / max(now - self._begun, 1e-9)
        failures = counted(counts.failures.total(), "failure")
        text = f"{counted(counts.documents, 'document')}, {speed:,.0f}/s, {failures}"
        if self._bar is not None:
            self._bar.update(self._task, completed=done, description=text)
        elif now - self._last_line >= _LINE_SECONDS:
            self._last_line = now
            new = done - self._before
            if new > 0 and done < self._total:  # what is packed may all be read long before it is answered
                text += f", about {(now - self._begun) * (self._total - done) / new:,.0f} s left"
            self.say(text)

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
