"""The folder of a run, read again: its manifest, its rejected documents, and its shards in all their forms."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from ..batch.folder import (
    AGAIN,
    FORMAT,
    MANIFEST,
    REJECTED,
    UNFINISHED,
    check_files,
    part_name,
    shard_file,
    tables_of,
)
from ..batch.tally import Counts
from ..dumps import Input
from ..dumps.opening import open_input
from ..dumps.unpacking import unpacked
from ..errors import InputError, StoreError
from ..extras import extra

__all__ = ["Run", "Shard", "open_run", "rejected", "rows"]

_GIVE = "give the folder that `newsextract batch -o` wrote"
#: What tasks of an engine have rejected stands in folders of their own until all is done.
_REJECTED_OF_PARTS = f"{UNFINISHED}/part-*/{REJECTED}"
#: Rows of Parquet that stand in memory at once.
_BATCH = 200


@dataclass(frozen=True)
class Shard:
    """So many articles in a file, or in a file a table."""

    files: dict[str, Path]
    is_tidy: bool = False
    limit: int | None = None
    """Bytes of the file that count, where it is still written."""


@dataclass(frozen=True)
class Run:
    """What a folder says of itself."""

    folder: Path
    manifest: dict[str, Any] = field(default_factory=dict)
    """Empty where there is none: shards of a program of the user's own."""
    shards: tuple[Shard, ...] = ()
    counts: Counts | None = None
    inputs: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether all inputs have been read."""
        return bool(self.manifest.get("status", "done") == "done")

    @property
    def is_tidy(self) -> bool:
        """Whether its shards are tables that join."""
        return any(shard.is_tidy for shard in self.shards)

    @property
    def files(self) -> Iterator[Path]:
        """What is read of it."""
        yield from (self.folder / name for name in (MANIFEST, REJECTED))
        yield from self.folder.glob(_REJECTED_OF_PARTS)
        for shard in self.shards:
            yield from shard.files.values()


def open_run(folder: Path) -> Run:
    """The run in a folder. Raises InputError where there is none, or one that cannot be read."""
    if not os.path.isdir(folder):  # `Path.is_dir` raises for a name that is too long
        what = "is a file" if os.path.exists(folder) else "no such folder"
        raise InputError(f"{folder}: {what}; {_GIVE}")
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        parquet = tuple(Shard({"articles": each}) for each in sorted(folder.glob("articles/*.parquet")))
        if not parquet:
            raise InputError(f"{folder}: holds no run, there is no {MANIFEST} in it; {_GIVE}") from None
        return Run(folder, {}, parquet)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from None
    try:
        manifest = json.loads(data)
        if manifest["format"] != FORMAT:
            raise ValueError(f"its format is {manifest['format']!r}")
        inputs = tuple(str(each["name"]) for each in manifest["inputs"])
        check_files(folder, manifest)
        shards = tuple(_shards(folder, manifest))
        counts = Counts(manifest["counts"]) if "counts" in manifest else None
        return Run(folder, manifest, shards, counts, inputs)
    except InputError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: is no manifest of this version ({error}); {_GIVE}") from None


def _shards(folder: Path, manifest: dict[str, Any]) -> Iterator[Shard]:
    tables = tables_of(manifest)
    is_tidy = len(tables) > 1
    if manifest["engine"] != "local":  # what tasks have finished stands in folders of their own until all is done
        parts = "articles/part-*" if manifest["status"] == "done" else f"{UNFINISHED}/part-*/articles/part-*"
        for path in sorted(folder.glob(parts)):
            yield Shard({table: path.parent.parent / table / path.name for table in tables}, is_tidy)
        return
    committed = manifest["committed"]
    for number in range(committed["shards"]):
        yield Shard({table: shard_file(folder, table, number) for table in tables}, is_tidy)
    journal = folder / UNFINISHED / f"{part_name(committed['shards'])}.jsonl"
    if committed["journal_bytes"] and manifest["status"] != "done":
        yield Shard({"articles": journal}, limit=committed["journal_bytes"])


def rejected(run: Run) -> Iterator[dict[str, Any]]:
    """The documents that gave no article."""
    path = run.folder / REJECTED
    if run.is_done and path.exists():
        yield from rows(path)
    elif path.exists() and "committed" in run.manifest:
        yield from rows(path, limit=run.manifest["committed"]["rejected_bytes"])
    else:
        for part in sorted(run.folder.glob(_REJECTED_OF_PARTS)):
            yield from rows(part)


def rows(path: Path, columns: Sequence[str] | None = None, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a file, JSON Lines or Parquet. `columns` spares Parquet the others.

    Raises StoreError for a file that is damaged, and MissingError where it needs an extra that is not installed.
    """
    try:
        if path.suffix == ".parquet":
            parquet = extra("pyarrow.parquet", "arrow", "Parquet files")
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(_BATCH, columns=columns):
                    yield from batch.to_pylist()
        else:
            yield from _lines(path, limit)
    except InputError:
        raise
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{path}: is damaged ({error}); {AGAIN}") from None


def _lines(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    read = 0
    with open_input(Input(str(path))) as packed, unpacked(packed) as file:
        for line in file:
            read += len(line)
            if limit is not None and read > limit:
                return
            yield from_json(line)
    if limit is not None and read < limit:
        raise EOFError(f"{read:,} bytes, and the run wrote {limit:,}")
