"""The folder that a run writes: whose it is, that one run at a time writes there, and what may go on in it."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from ..errors import StoreError
from ..model import without_surrogates

__all__ = [
    "AGAIN",
    "FORMAT",
    "MANIFEST",
    "REJECTED",
    "SHARD_BYTES",
    "TABLE_NAMES",
    "UNFINISHED",
    "RunFolder",
    "check_files",
    "opened",
    "part_name",
    "part_number",
    "rejection",
    "shard_file",
    "shards_in",
    "size_in",
    "sync",
    "sync_file",
    "sync_folder",
    "tables_of",
]

REJECTED = "rejected.jsonl"
MANIFEST, UNFINISHED = "manifest.json", "unfinished"
SHARD_BYTES = "shard_bytes"
"""The entry of the manifest that says how long each finished shard is, by its path in the folder."""
_LOCK, _PART = ".lock", "part-"
_SUFFIXES = (".jsonl", ".jsonl.zst", ".parquet")
_SHARD = re.compile(rf"{_PART}\d+(?:{'|'.join(map(re.escape, _SUFFIXES))})")
AGAIN = "run the same batch command again with --restart"
"""What mends a run that has been damaged."""
#: So many differences of two runs are told: all options, and a few of the inputs.
_MOST_DIFFERENCES = 10
#: The manifest's own version.
FORMAT = 1
TABLE_NAMES = ("articles", "sections", "blocks", "items", "cells", "dates")
"""Those of the tidy layout. (Their schemas need pyarrow, which a run of JSON Lines does not.)"""


class RunFolder:
    """A folder of one run, locked as long as it is open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unfinished = path / UNFINISHED
        self.manifest: dict[str, Any] = {}
        self._lock: int | None = None
        self._inputs: tuple[object, bytes] = (None, b"")

    def open(self, identity: Mapping[str, Any], *, restart: bool, **state: Any) -> None:
        """Begin a run or go on with one.

        `identity` says what makes a run this one: inputs and options; `state` is what the manifest of a new one says
        besides. Raises StoreError where the folder holds something else, or a run of which `identity` differs.
        """
        self._take_lock()
        is_run = (self.path / MANIFEST).exists()
        if is_run and not restart:
            self._resume(identity)
            return
        if is_run:
            self._clear()
        else:
            strange = [name for name in sorted(os.listdir(self.path)) if name not in (_LOCK, f".{MANIFEST}.new")]
            if strange:
                raise StoreError(f"{self.path}: holds {strange[0]} and is no run's; give a new or empty folder")
        self.manifest = {"format": FORMAT, "status": "running", **identity, **state}
        self.write_manifest()  # from here on the folder is this run's

    def close(self) -> None:
        """Give the folder free."""
        if self._lock is not None:
            with suppress(OSError):  # Windows removes nothing that is open
                (self.path / _LOCK).unlink()  # while it is held: a later run's would not be ours to remove
            os.close(self._lock)
            self._lock = None

    def write_manifest(self) -> None:
        """Replace the manifest, so that it is the old one or the new one, whatever happens."""
        entries = (b' "%s": %s' % (key.encode(), self._entry(key)) for key in self.manifest)
        data = b"{\n" + b",\n".join(entries) + b"\n}\n"
        temporary = self.path / f".{MANIFEST}.new"
        with temporary.open("wb") as file:
            file.write(data)
            sync(file)
        temporary.replace(self.path / MANIFEST)
        sync_folder(self.path)

    def _entry(self, key: str) -> bytes:
        """An entry of the manifest as it is written. Inputs may be a million files, and stay the same: they are made
        text once, since a commit must not take the longer the more there are."""
        value = self.manifest[key]
        if key == "inputs" and self._inputs[0] is value:
            return self._inputs[1]
        # That of the shards grows with the run, and Python takes ten times as long to indent.
        indent = None if key == SHARD_BYTES else 1
        data = without_surrogates(json.dumps(value, indent=indent, ensure_ascii=False).replace("\n", "\n ")).encode()
        if key == "inputs":
            self._inputs = value, data
        return data

    def _take_lock(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            while self._lock is None:
                self._lock = _locked(self.path / _LOCK)
        except BlockingIOError:
            raise StoreError(f"{self.path}: another run is writing there; let it end, or give another folder") from None
        except OSError as error:
            reason = "it is a file" if os.path.isfile(self.path) else error.strerror or error
            raise StoreError(f"{self.path}: cannot be written ({reason}); give another folder") from None

    def _clear(self) -> None:
        """Remove what a run has written, and nothing else."""
        self._read_manifest()  # a file of that name may be anybody's
        shutil.rmtree(self.unfinished, ignore_errors=True)
        shards = [*shards_in(self.path)]
        for shard in shards:
            shard.unlink()
        for name in (REJECTED, MANIFEST):
            (self.path / name).unlink(missing_ok=True)
        for table in {shard.parent for shard in shards}:
            with suppress(OSError):  # it holds something else too
                table.rmdir()

    def _read_manifest(self) -> None:
        path = self.path / MANIFEST
        try:
            self.manifest = json.loads(path.read_bytes())
            if self.manifest["format"] != FORMAT or "newsextract" not in self.manifest["versions"]:
                raise ValueError
        except (OSError, ValueError, KeyError, TypeError):
            raise StoreError(f"{path}: is no manifest of this version; give another folder") from None

    def _resume(self, identity: Mapping[str, Any]) -> None:
        self._read_manifest()
        before = {key: self.manifest.get(key) for key in identity}
        differences = [*_differences(before, json.loads(json.dumps(identity)))]
        if differences:
            told = "; ".join(differences[:_MOST_DIFFERENCES])
            more = f"; and {len(differences) - _MOST_DIFFERENCES} more" if len(differences) > _MOST_DIFFERENCES else ""
            raise StoreError(f"{self.path}: holds another run ({told}{more}); --restart begins anew")
        check_files(self.path, self.manifest)


def tables_of(manifest: Mapping[str, Any]) -> tuple[str, ...]:
    """The folders that a run has shards in."""
    return TABLE_NAMES if manifest["options"]["layout"] == "tidy" else TABLE_NAMES[:1]


def part_name(number: int) -> str:
    """The name of a shard or part of the run by its number, without a suffix.

    >>> part_name(7), part_number("part-00007.jsonl.zst")
    ('part-00007', 7)
    """
    return f"{_PART}{number:05}"


def part_number(name: str) -> int:
    """The number that `part_name` has given a name; what stands behind a dot is left out."""
    return int(name.partition(".")[0].removeprefix(_PART))


def shards_in(folder: Path) -> Iterator[Path]:
    """The shards of the folder's run. Files of other names are somebody else's, and so is all in other folders, where
    programs that read shards may write parts of their own."""
    for table in TABLE_NAMES:
        for path in (folder / table).glob(f"{_PART}*"):
            if _SHARD.fullmatch(path.name) and path.is_file():
                yield path


def shard_file(folder: Path, table: str, number: int) -> Path:
    """A finished shard of local workers. Raises StoreError where it is missing."""
    name = folder / table / part_name(number)
    for suffix in _SUFFIXES:
        if (path := name.with_name(name.name + suffix)).exists():
            return path
    raise StoreError(f"{name}.*: is missing; {AGAIN}")


def size_in(folder: Path, path: Path) -> tuple[str, int]:
    """A shard's entry in `SHARD_BYTES`."""
    return path.relative_to(folder).as_posix(), path.stat().st_size


def check_files(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Raise StoreError where a finished shard is missing or has not the size that the run gave it, or some of what was
    rejected is gone. (Runs of older versions do not say how long their shards are.)"""
    for name, size in manifest.get(SHARD_BYTES, {}).items():
        found = _size(folder / name)
        if found != size:
            raise StoreError(f"{folder / name}: is damaged ({found:,} bytes, and the run wrote {size:,}); {AGAIN}")
    size = manifest.get("committed", {}).get("rejected_bytes", 0)
    if size and (found := _size(folder / REJECTED)) < size:
        raise StoreError(f"{folder / REJECTED}: is damaged ({found:,} bytes, and the run wrote {size:,}); {AGAIN}")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        raise StoreError(f"{path}: is missing; {AGAIN}") from None


def _locked(path: Path) -> int | None:
    """A descriptor of the lock; None where its owner has just removed it. Raises BlockingIOError where it has one."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        import fcntl
    except ImportError:  # Windows has no such locks
        return lock
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise
    except OSError:  # some file systems have none either
        return lock
    with suppress(OSError):
        if os.path.samestat(os.fstat(lock), os.stat(path)):
            return lock
    os.close(lock)
    return None


def rejection(record: Mapping[str, Any]) -> bytes:
    """The line of `REJECTED` for a document that gave no article."""
    return without_surrogates(json.dumps(record, ensure_ascii=False)).encode() + b"\n"


def sync(file: BinaryIO) -> None:
    """Wait until what was written to a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """The same for a file that is closed."""
    with path.open("rb+") as file:
        sync(file)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can tell."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _differences(before: Any, now: Any, where: str = "") -> Iterator[str]:
    """What differs, as a person would say it."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in {**before, **now}:
            yield from _differences(before.get(key), now.get(key), f"{where} {key}".strip())
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for old, new in zip(before, now, strict=True):
            yield from _differences(old, new, where)
    elif before != now:
        show = _moment if where == "inputs modified" else _short
        yield f"{_option(where)}: {show(before)} then, {show(now)} now"


def _option(where: str) -> str:
    """An option as the command line calls it; what is none as it is.

    >>> _option("options shard_size"), _option("options fields text"), _option("versions schema")
    ('--shard-size', '--field text', 'versions schema')
    """
    kind, _, name = where.partition(" ")
    first, *rest = name.split(" ")
    first = {"form": "format", "fields": "field"}.get(first, first.replace("_", "-"))
    return " ".join((f"--{first}", *rest)) if kind == "options" else where


def _moment(value: Any) -> str:
    """When a file was changed, as a person reads it, where it is a local one.

    >>> _moment(1_714_737_600_250_000_000), _moment("etag")
    ('2024-05-03 12:00:00.250000 UTC', '"etag"')
    """
    if not isinstance(value, int):
        return _short(value)
    return f"{dt.datetime(1970, 1, 1) + dt.timedelta(microseconds=value // 1000):%Y-%m-%d %H:%M:%S.%f} UTC"


def _short(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return f"{len(value)} of them"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:79] + "…"


_Folder = TypeVar("_Folder", bound=RunFolder)


@contextmanager
def opened(folder: _Folder, identity: Mapping[str, Any], *, restart: bool) -> Iterator[_Folder]:
    """The folder, open for a run."""
    try:
        folder.open(identity, restart=restart)
        yield folder
    finally:
        folder.close()
