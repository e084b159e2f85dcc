"""What a run writes, and how it stays whole whatever happens.

    OUT/articles/part-00000.jsonl     a shard: the articles of so many documents, in input order
    OUT/rejected.jsonl                documents that gave none
    OUT/manifest.json                 inputs, options, versions, counts; and how far the run has come
    OUT/unfinished/                   the journal of the shard in work

Every article goes into the journal first. A commit writes journal and rejected documents to the disk, then replaces the
manifest, which says how long both are: that is the moment at which work is kept. What is behind it after a crash is cut
off, and read again. A shard is made from its journal when it is full, so its bytes are the same wherever a run was
interrupted.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import InputError

__all__ = ["FORMAT", "MANIFEST", "REJECTED", "UNFINISHED", "Finish", "Store", "StoreError", "opened"]

MANIFEST, REJECTED, UNFINISHED, _LOCK = "manifest.json", "rejected.jsonl", "unfinished", ".lock"
#: The manifest's own version.
FORMAT = 1

Finish = Callable[[Path, Path, str], list[Path]]
"""Makes the files of a shard: takes its journal, a folder for temporary files and the shard's name, and answers with
paths in that folder as they shall stand in OUT."""


class StoreError(InputError):
    """An output folder that cannot be used."""


class Store:
    """The output folder of one run, locked as long as it is open."""

    def __init__(self, folder: Path, finish: Finish) -> None:
        self.folder, self.finish = folder, finish
        self.journals = folder / UNFINISHED
        self.manifest: dict[str, Any] = {}
        self._journal: BinaryIO
        self._rejected: BinaryIO
        self._lock: int | None = None

    @property
    def shards(self) -> int:
        """How many shards are finished."""
        return int(self.manifest["committed"]["shards"])

    def open(self, identity: dict[str, Any], *, restart: bool) -> None:
        """Begin a run or go on with one.

        `identity` says what makes a run this one: inputs and options. Raises StoreError where the folder holds
        something else, or a run of which `identity` differs.
        """
        self._take_lock()
        path = self.folder / MANIFEST
        if restart:
            self._clear()
        if path.exists():
            self._resume(path, identity)
        else:
            strange = [name for name in sorted(os.listdir(self.folder)) if name not in (_LOCK, f".{MANIFEST}.new")]
            if strange:
                raise StoreError(f"{self.folder}: holds {strange[0]} and is no run's; give a new or empty folder")
            committed = {"shards": 0, "journal_bytes": 0, "rejected_bytes": 0, "next": [0, 0], "in_shard": 0}
            self.manifest = {"format": FORMAT, "status": "running", **identity, "committed": committed}
            self._write_manifest()  # from here on the folder is this run's
        if self.manifest["status"] != "done":
            self._settle()

    def close(self) -> None:
        """Close the files and give the folder free."""
        for name in ("_journal", "_rejected"):
            if name in vars(self):
                with contextlib.suppress(OSError):  # a full disk has been told of
                    getattr(self, name).close()
        if self._lock is not None:
            os.close(self._lock)
            (self.folder / _LOCK).unlink(missing_ok=True)

    def keep(self, record: bytes) -> None:
        """An article of the shard in work."""
        self._journal.write(record + b"\n")

    def reject(self, record: dict[str, Any]) -> None:
        """A document that gave none."""
        self._rejected.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")

    def commit(self, following: tuple[int, int], in_shard: int, **state: Any) -> None:
        """What has been kept is kept. `following` is where reading goes on, `in_shard` how many documents the shard in
        work has; `state` goes into the manifest."""
        _sync(self._journal)
        _sync(self._rejected)
        self._commit(following, shards=self.shards, journal_bytes=self._journal.tell(), in_shard=in_shard, **state)

    def finish_shard(self, following: tuple[int, int], **state: Any) -> None:
        """The shard in work is full: make its files, commit, begin the next."""
        number = self.shards
        _sync(self._journal)
        self._journal.close()
        _sync(self._rejected)
        journal = self._journal_path(number)
        room = self.journals / "files"
        room.mkdir(exist_ok=True)
        for made in self.finish(journal, room, f"part-{number:05}"):
            target = self.folder / made.relative_to(room)
            target.parent.mkdir(exist_ok=True)
            with made.open("rb+") as file:
                _sync(file)
            made.replace(target)
            _sync_folder(target.parent)
        self._journal = self._journal_path(number + 1).open("wb")
        self._commit(following, shards=number + 1, journal_bytes=0, in_shard=0, **state)
        journal.unlink(missing_ok=True)

    def finish_run(self, **state: Any) -> None:
        """Nothing is left to do."""
        self._journal.close()
        self.manifest |= {"status": "done", **state}
        self._write_manifest()
        shutil.rmtree(self.journals, ignore_errors=True)

    def _commit(
        self, following: tuple[int, int], *, shards: int, journal_bytes: int, in_shard: int, **state: Any
    ) -> None:
        self.manifest |= state
        self.manifest["committed"] = {
            "shards": shards,
            "journal_bytes": journal_bytes,
            "rejected_bytes": self._rejected.tell(),
            "next": list(following),
            "in_shard": in_shard,
        }
        self._write_manifest()

    def _write_manifest(self) -> None:
        _replace(self.folder / MANIFEST, json.dumps(self.manifest, indent=1, ensure_ascii=False).encode() + b"\n")

    def _journal_path(self, number: int) -> Path:
        return self.journals / f"part-{number:05}.jsonl"

    def _take_lock(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise StoreError(f"{self.folder}: cannot be written ({error.strerror or error})") from None
        try:
            import fcntl
        except ImportError:  # Windows has no such locks
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            self._lock = None
            raise StoreError(f"{self.folder}: another run is writing there") from None

    def _clear(self) -> None:
        """Remove what a run has written, and nothing else."""
        if (self.folder / MANIFEST).exists():
            for shard in self.folder.glob("*/part-*"):
                shard.unlink()
            for name in (REJECTED, MANIFEST):
                (self.folder / name).unlink(missing_ok=True)
            shutil.rmtree(self.journals, ignore_errors=True)
            for child in self.folder.iterdir():
                if child.is_dir() and not any(child.iterdir()):
                    child.rmdir()

    def _resume(self, path: Path, identity: dict[str, Any]) -> None:
        try:
            self.manifest = json.loads(path.read_bytes())
            before = {key: self.manifest[key] for key in identity}
        except (OSError, ValueError, KeyError):
            raise StoreError(f"{path}: is no manifest of this version; give another folder") from None
        differences = [*_differences(before, json.loads(json.dumps(identity)))]
        if differences:
            more = f", and {len(differences) - 1} more" if len(differences) > 1 else ""
            raise StoreError(f"{self.folder}: holds another run ({differences[0]}{more}); --restart begins anew")

    def _settle(self) -> None:
        """Bring the files to what the manifest says."""
        committed = self.manifest["committed"]
        number = committed["shards"]
        self.journals.mkdir(exist_ok=True)
        for shard in self.folder.glob("*/part-*"):
            if shard.parent != self.journals and int(shard.name[5:10]) >= number:
                shard.unlink()  # the crash came before its commit
        for journal in self.journals.glob("part-*"):
            if journal != self._journal_path(number):
                journal.unlink()
        shutil.rmtree(self.journals / "files", ignore_errors=True)
        self._journal = _cut(self._journal_path(number), committed["journal_bytes"])
        self._rejected = _cut(self.folder / REJECTED, committed["rejected_bytes"])


def _replace(path: Path, data: bytes) -> None:
    """Write a file so that it is the old one or the new one, whatever happens."""
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as file:
        file.write(data)
        _sync(file)
    temporary.replace(path)
    _sync_folder(path.parent)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _cut(path: Path, size: int) -> BinaryIO:
    """A file open at its end, which is at `size`. Raises StoreError for one that is shorter."""
    file = path.open("r+b" if path.exists() else "w+b")
    if file.seek(0, os.SEEK_END) < size:
        file.close()
        raise StoreError(f"{path}: is shorter than the manifest says; --restart begins anew")
    file.truncate(size)
    file.seek(size)
    return file


def _differences(before: Any, now: Any, where: str = "") -> Iterator[str]:
    """What differs, as a person would say it."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in {**before, **now}:
            yield from _differences(before.get(key), now.get(key), f"{where} {key}".strip())
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for old, new in zip(before, now, strict=True):
            yield from _differences(old, new, where)
    elif before != now:
        yield f"{where}: {_short(before)} then, {_short(now)} now"


def _short(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} of them"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:79] + "…"


@contextmanager
def opened(store: Store, identity: dict[str, Any], *, restart: bool) -> Iterator[Store]:
    """The store, open for a run."""
    try:
        store.open(identity, restart=restart)
        yield store
    finally:
        store.close()
