"""What a run writes, and how it stays whole whatever happens.

    OUT/articles/part-00000.jsonl     a shard: the articles of so many documents, in input order
    OUT/rejected.jsonl                documents that gave none
    OUT/manifest.json                 inputs, options, versions, counts, lengths of shards; how far the run has come
    OUT/unfinished/                   the journal of the shard in work

Every article goes into the journal first. A commit writes journal and rejected documents to the disk, then replaces the
manifest, which says how long both are: that is the moment at which work is kept. What is behind it after a crash is cut
off, and read again. A shard is made from its journal when it is full, so its bytes are the same wherever a run was
interrupted.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import StoreError
from .folder import (
    REJECTED,
    SHARD_BYTES,
    RunFolder,
    part_name,
    part_number,
    rejection,
    shard_file,
    shards_in,
    size_in,
    sync,
    sync_file,
    sync_folder,
    tables_of,
)

__all__ = ["Finish", "Store"]

Finish = Callable[[Path, Path, str], list[Path]]
"""Makes the files of a shard: takes its journal, a folder for temporary files and the shard's name, and answers with
paths in that folder as they shall stand in OUT."""

#: What has been kept when a run begins.
_NOTHING = {"shards": 0, "journal_bytes": 0, "rejected_bytes": 0, "next": [0, 0], "in_shard": 0}


class Store(RunFolder):
    """The output folder of one run of local workers, locked as long as it is open."""

    def __init__(self, path: Path, finish: Finish) -> None:
        super().__init__(path)
        self.finish = finish
        self._journal: BinaryIO
        self._rejected: BinaryIO

    @property
    def shards(self) -> int:
        """How many shards are finished."""
        return int(self.manifest["committed"]["shards"])

    def open(self, identity: Mapping[str, Any], *, restart: bool, **state: Any) -> None:
        """Begin a run or go on with one. Raises StoreError where a finished shard is missing or damaged, too."""
        super().open(identity, restart=restart, **state, committed=_NOTHING, **{SHARD_BYTES: {}})
        for number in range(self.shards):
            for table in tables_of(self.manifest):
                shard_file(self.path, table, number)
        if self.manifest["status"] != "done":
            self._settle()

    def close(self) -> None:
        """Close the files and give the folder free."""
        for name in ("_journal", "_rejected"):
            if name in vars(self):
                with contextlib.suppress(OSError):  # a full disk has been told of
                    getattr(self, name).close()
        super().close()

    def keep(self, record: bytes) -> None:
        """An article of the shard in work."""
        self._journal.write(record + b"\n")

    def reject(self, record: dict[str, Any]) -> None:
        """A document that gave none."""
        self._rejected.write(rejection(record))

    def commit(self, following: tuple[int, int], in_shard: int, **state: Any) -> None:
        """What has been kept is kept. `following` is where reading goes on, `in_shard` how many documents the shard in
        work has; `state` goes into the manifest."""
        sync(self._journal)
        sync(self._rejected)
        self._commit(following, shards=self.shards, journal_bytes=self._journal.tell(), in_shard=in_shard, **state)

    def finish_shard(self, following: tuple[int, int], **state: Any) -> None:
        """The shard in work is full: make its files, commit, begin the next."""
        number = self.shards
        sync(self._journal)
        self._journal.close()
        sync(self._rejected)
        journal = self._journal_path(number)
        room = self.unfinished / "files"
        room.mkdir(exist_ok=True)
        sizes = self.manifest.setdefault(SHARD_BYTES, {})
        for made in self.finish(journal, room, part_name(number)):
            target = self.path / made.relative_to(room)
            target.parent.mkdir(exist_ok=True)
            sync_file(made)
            made.replace(target)
            sync_folder(target.parent)
            sizes.update([size_in(self.path, target)])
        self._journal = self._journal_path(number + 1).open("wb")
        self._commit(following, shards=number + 1, journal_bytes=0, in_shard=0, **state)
        journal.unlink(missing_ok=True)

    def finish_run(self, **state: Any) -> None:
        """Nothing is left to do."""
        self._journal.close()
        self.manifest |= {"status": "done", **state}
        self.write_manifest()
        shutil.rmtree(self.unfinished, ignore_errors=True)

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
        self.write_manifest()

    def _journal_path(self, number: int) -> Path:
        return self.unfinished / f"{part_name(number)}.jsonl"

    def _settle(self) -> None:
        """Bring the files to what the manifest says."""
        committed = self.manifest["committed"]
        number = committed["shards"]
        self.unfinished.mkdir(exist_ok=True)
        for shard in [*shards_in(self.path)]:
            if part_number(shard.name) >= number:
                shard.unlink()  # the crash came before its commit
        for journal in self.unfinished.glob("part-*"):
            if journal != self._journal_path(number):
                journal.unlink()
        shutil.rmtree(self.unfinished / "files", ignore_errors=True)
        self._journal = _cut(self._journal_path(number), committed["journal_bytes"])
        self._rejected = _cut(self.path / REJECTED, committed["rejected_bytes"])


def _cut(path: Path, size: int) -> BinaryIO:
    """A file open at its end, which is at `size`. Raises StoreError for one that is shorter."""
    file = path.open("r+b" if path.exists() else "w+b")
    if file.seek(0, os.SEEK_END) < size:
        file.close()
        raise StoreError(f"{path}: is shorter than the manifest says; --restart begins anew")
    file.truncate(size)
    file.seek(size)
    return file
