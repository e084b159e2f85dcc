"""What workers answer, and what a run has done in numbers. The supervisor needs it, and no parser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from ..model import Article

__all__ = ["Counts", "Kept", "Rejected", "Tally", "counted", "duration", "tally_of"]

_COUNTERS = ("failures", "languages", "blocks")
#: So many of each counter's names are told.
_MOST = 8


class Tally(NamedTuple):
    """Of one article."""

    size: int
    """Bytes of the document, or characters where it has been decoded."""
    language: str | None
    blocks: dict[str, int]
    dates: int


class Kept(NamedTuple):
    """A document that gave an article."""

    record: bytes
    """Its JSON."""
    tally: Tally


class Rejected(NamedTuple):
    """One that gave none."""

    error: str
    message: str
    size: int
    source: str | None
    """None where the dump's own row could not be read, or has no name."""


def tally_of(article: Article, size: int) -> Tally:
    """Count an article's parts."""
    return Tally(size, article.language, dict(Counter(block.type for block in article.blocks)), len(article.dates))


class Counts:
    """Of a whole run."""

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.documents = int(stored.get("documents", 0))
        self.articles = int(stored.get("articles", 0))
        self.bytes = int(stored.get("bytes", 0))
        self.dates = int(stored.get("dates", 0))
        self.seconds = float(stored.get("seconds", 0))
        self.failures, self.languages, self.blocks = (Counter(stored.get(name, {})) for name in _COUNTERS)

    def add(self, tally: Tally) -> None:
        """One more article."""
        self.documents += 1
        self.articles += 1
        self.bytes += tally.size
        self.dates += tally.dates
        self.languages[tally.language or "und"] += 1
        self.blocks.update(tally.blocks)

    def fail(self, size: int, error: str) -> None:
        """One more document without an article."""
        self.documents += 1
        self.bytes += size
        self.failures[error] += 1

    def merge(self, stored: Mapping[str, Any]) -> None:
        """What another part of the run has done."""
        for name in ("documents", "articles", "bytes", "dates"):
            setattr(self, name, getattr(self, name) + stored[name])
        for name in _COUNTERS:
            getattr(self, name).update(stored[name])

    def stored(self) -> dict[str, Any]:
        """As the manifest has it."""
        numbers = {name: getattr(self, name) for name in ("documents", "articles", "bytes", "dates")}
        counters = {name: dict(getattr(self, name).most_common()) for name in _COUNTERS}
        return {**numbers, "seconds": round(self.seconds, 3), **counters}

    def summary(self, rejected: Path) -> list[str]:
        """Lines for a person; `rejected` is the file that has what failed."""
        seconds = max(self.seconds, 1e-9)
        speed = f"{self.documents / seconds:,.0f} documents/s, {self.bytes / seconds / 1e6:.2f} MB/s"
        done = f"{counted(self.articles, 'article')} of {counted(self.documents, 'document')}"
        lines = [f"{done} in {duration(self.seconds)}: {speed}"]
        if self.failures:
            lines.append(f"failures: {_most(self.failures)}; see {rejected}")
        if self.articles:
            lines.append(f"languages: {_most(self.languages)}")
            lines.append(f"blocks: {_most(self.blocks) or 'none'}; dates: {self.dates:,}")
        return lines


def _most(counter: Counter[str]) -> str:
    shown = ", ".join(f"{name} {count:,}" for name, count in counter.most_common(_MOST))
    return f"{shown}, ..." if len(counter) > _MOST else shown


def counted(number: int, noun: str) -> str:
    """A number with what it counts.

    >>> counted(1, "article"), counted(2_000, "article")
    ('1 article', '2,000 articles')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def duration(seconds: float) -> str:
    """Seconds as a person says them.

    >>> duration(3.21), duration(75), duration(7300)
    ('3.2 s', '1 min 15 s', '2 h 1 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes = int(seconds // 60)
    return f"{minutes} min {seconds % 60:.0f} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
