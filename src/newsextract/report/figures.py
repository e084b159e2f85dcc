"""What a run's articles are like, in numbers: counted one by one, so that memory does not grow with the run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ..errors import StoreError
from .run import Run, Shard, rejected, rows

__all__ = ["OTHERS", "Failures", "Figures", "count"]

#: What is read of nested Parquet: a table's rows as the starts of its cells, a list's items as their depths.
_BLOCK = "sections.list.element.blocks.list.element"
_COLUMNS = (
    *("language", "error", "source", "message", "issues.list.element.code"),
    *("dates.list.element.earliest", "dates.list.element.latest"),
    *(f"{_BLOCK}.type", f"{_BLOCK}.items.list.element.depth", f"{_BLOCK}.rows.list.element.list.element.start"),
)
#: Kinds of failures that are told apart, more than there are errors (a file could be somebody else's), and reasons of a
#: kind; what comes later counts with the others.
_MOST_KINDS, _MOST_REASONS = 50, 10
OTHERS = "others"
_NUMBER = re.compile(r"\d+")


@dataclass
class Failures:
    """Documents that gave no article, by the class of their error, and by the reasons that messages give."""

    kinds: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(default_factory=dict)
    examples: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """The first of each kind and reason."""

    def add(self, row: dict[str, Any]) -> None:
        """One more."""
        kind = str(row.get("error"))
        if kind not in self.kinds and len(self.kinds) >= _MOST_KINDS:
            kind = OTHERS
        self.kinds[kind] += 1
        reasons = self.reasons.setdefault(kind, Counter())
        reason = _reason(str(row.get("message")))
        if reason not in reasons and len(reasons) >= _MOST_REASONS:
            reason = OTHERS
        reasons[reason] += 1
        self.examples.setdefault((kind, reason), row)


def _reason(message: str) -> str:
    """A message without the place that it names, and without its numbers.

    >>> _reason("a.csv#7: has 2 cells too many"), _reason("no place")
    ('has 0 cells too many', 'no place')
    """
    return _NUMBER.sub("0", message.partition(": ")[2] or message)


@dataclass
class Figures:
    """Of all articles of a run."""

    shard_sizes: list[int] = field(default_factory=list)
    """Articles in each shard."""
    dates: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    """Dates that lie in one month, by that: 2024-05."""
    blocks_each: Counter[int] = field(default_factory=Counter)
    """Articles by how many blocks they have."""
    table_rows: Counter[int] = field(default_factory=Counter)
    table_columns: Counter[int] = field(default_factory=Counter)
    list_items: Counter[int] = field(default_factory=Counter)
    failures: Failures = field(default_factory=Failures)

    @property
    def articles(self) -> int:
        """How many there are."""
        return sum(self.shard_sizes)

    def add_date(self, row: dict[str, Any]) -> None:
        """One more date."""
        self.dates += 1
        first, last = str(row["earliest"])[:7], str(row["latest"])[:7]
        if first == last and first != "None":
            self.months[first] += 1

    def add_table(self, table_rows: int, columns: int) -> None:
        """One more table."""
        self.table_rows[table_rows] += 1
        self.table_columns[columns] += 1


def count(run: Run) -> Figures:
    """Read all of a run once. Raises StoreError for a shard that is damaged or holds something else."""
    figures = Figures()
    for row in rejected(run):
        figures.failures.add(row)
    for shard in run.shards:
        try:
            figures.shard_sizes.append(_count_tidy(shard, figures) if shard.is_tidy else _count_nested(shard, figures))
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            path = next(iter(shard.files.values()))
            raise StoreError(f"{path}: holds something else than records ({error!r}); is it a shard?") from None
    return figures


def _count_nested(shard: Shard, figures: Figures) -> int:
    articles = 0
    for row in rows(shard.files["articles"], _COLUMNS, shard.limit):
        if row.get("error") is not None:  # of a program that wrote what extract_batch gave
            figures.failures.add(row)
            continue
        articles += 1
        figures.languages[row["language"] or "und"] += 1
        figures.issues.update(issue["code"] for issue in row["issues"])
        for date in row["dates"]:
            figures.add_date(date)
        blocks = [block for section in row["sections"] for block in section["blocks"]]
        figures.blocks_each[len(blocks)] += 1
        for block in blocks:
            figures.blocks[block["type"]] += 1
            if block["type"] == "list":
                figures.list_items[len(block["items"])] += 1
            elif block["type"] == "table":
                table = block["rows"]
                figures.add_table(len(table), max(map(len, table), default=0))
    return articles


def _count_tidy(shard: Shard, figures: Figures) -> int:
    """The same of tables, each in the order of the articles."""

    def table(name: str, *columns: str) -> Iterator[dict[str, Any]]:
        return rows(shard.files[name], columns)

    articles = 0
    for row in table("articles", "language"):
        articles += 1
        figures.languages[row["language"] or "und"] += 1
    for date in table("dates", "earliest", "latest"):
        figures.add_date(date)
    with_blocks = 0
    for group in _groups(table("blocks", "article", "type"), lambda row: row["article"]):
        types = [row["type"] for row in group]
        figures.blocks.update(types)
        figures.blocks_each[len(types)] += 1
        with_blocks += 1
    figures.blocks_each[0] += articles - with_blocks
    for group in _groups(table("items", "article", "block"), _block_of):
        figures.list_items[sum(1 for _ in group)] += 1
    for group in _groups(table("cells", "article", "block", "row", "column"), _block_of):
        at = [(row["row"], row["column"]) for row in group]
        figures.add_table(max(row for row, _ in at) + 1, max(column for _, column in at) + 1)
    return articles


def _block_of(row: dict[str, Any]) -> tuple[int, int]:
    return row["article"], row["block"]


def _groups(
    found: Iterable[dict[str, Any]], key: Callable[[dict[str, Any]], object]
) -> Iterator[Iterable[dict[str, Any]]]:
    return (group for _, group in groupby(found, key))
