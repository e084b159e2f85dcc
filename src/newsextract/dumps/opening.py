"""Paths, globs and addresses to files."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from ..errors import InputError
from ..extras import extra
from ..files import readable_name
from .unpacking import BUFFER, peekable

__all__ = ["Input", "Meter", "beginning_of", "find_files", "open_input", "reason_of"]

_STDIN = "-"
#: How file systems call the time of the last change, or what else tells a version from another.
_CHANGED = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "modified", "created")
#: Files of a folder that are no dumps.
_HIDDEN = (".", "_")


class Input(NamedTuple):
    """A file to read."""

    name: str
    """As it is called in errors and sources: a path, "-" or an address."""
    size: int | None = None
    """Bytes, where that is known before it is read."""
    modified: int | str | None = None
    """When it was last changed, as its system says it (nanoseconds since 1970 for local files): together with the size
    it tells whether it is still the same."""
    stream: BufferedReader | None = None
    """Standard input or another pipe, which can be read once, and of which the beginning has been looked at."""
    path: str | None = None
    """What opens it, where that is not its name: a path with bytes that are no UTF-8."""
    is_found: bool = False
    """Whether nobody named it: a folder or a glob has it."""

    @property
    def is_remote(self) -> bool:
        """Whether fsspec opens it."""
        return "://" in self.name


class Meter:
    """How many bytes of the inputs have been read, packed as they are."""

    def __init__(self, before: int = 0) -> None:
        self._before = before
        self.file: BinaryIO | None = None

    def add(self, each: Input) -> None:
        """An input has been read."""
        self._before += each.size or 0
        self.file = None

    @property
    def bytes(self) -> int:
        """So far."""
        try:
            return self._before + (self.file.tell() if self.file is not None else 0)
        except (OSError, ValueError):  # a pipe, or just closed
            return self._before


def find_files(arguments: Iterable[str], out: Path | None = None) -> Iterator[Input]:
    """The files that arguments name, but for those below `out`, which the run itself writes. Raises InputError for an
    argument that names none."""
    written = None if out is None else os.path.realpath(out)
    for argument in arguments:
        if argument == _STDIN:
            yield _stdin()
        elif "://" in argument:
            yield from _remote(argument)
        elif os.path.isdir(argument):
            yield from _below(argument, sorted(_walked(argument)), written)
        elif os.path.exists(argument):
            yield _local(Path(argument))
        elif matches := sorted(filter(_is_file, glob.glob(argument, recursive=True))):
            yield from _below(argument, map(Path, matches), written)
        else:
            raise InputError(f"{argument}: no such file; check the path")


def _below(argument: str, paths: Iterable[Path], written: str | None) -> Iterator[Input]:
    """What a folder or a glob has, but for what is `written`. Raises InputError where that is nothing."""
    is_empty = True
    remedy = "hidden files are not read"
    for path in paths:
        if written is not None and Path(os.path.realpath(path)).is_relative_to(written):
            remedy = "but for what the run itself writes; give the output a folder of its own"
            continue
        is_empty = False
        yield _local(path)._replace(is_found=path != Path(argument))
    if is_empty:
        raise InputError(f"{argument}: holds no files to read; {remedy}")


def _walked(folder: str) -> Iterator[Path]:
    """The files of a folder and its folders; also links to nothing, and folders that cannot be looked into."""
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = (name for name in folders if not name.startswith(_HIDDEN))
        paths = (os.path.join(parent, name) for name in files if not name.startswith(_HIDDEN))
        yield from map(Path, filter(_is_file, paths))
    yield from (Path(error.filename) for error in closed)


def _is_file(path: str) -> bool:
    """Whether it is one, or looks like one and is not to be had."""
    return os.path.isfile(path) or not os.path.exists(path)


def _stdin() -> Input:
    if sys.stdin is None:  # the shell closed it: `<&-`
        raise InputError("-: standard input is closed; name files, or send it something")
    # Not Python's own reader: it looks only a few kilobytes ahead.
    raw = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
    return Input(_STDIN, stream=BufferedReader(cast(Any, raw), BUFFER))


def _local(path: Path) -> Input:
    try:
        status = path.stat()
    except OSError:  # opening it will say why
        return Input(readable_name(path), path=os.fspath(path))
    found = Input(readable_name(path), status.st_size, status.st_mtime_ns, path=os.fspath(path))
    if stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode):  # a folder is one that cannot be looked into
        return found
    return Input(found.name, stream=peekable(open_input(found)))  # a pipe, such as that of <(zcat dump.gz)


def _remote(address: str) -> list[Input]:
    fsspec = extra("fsspec", "batch", "addresses")
    try:
        system, path = fsspec.core.url_to_fs(address)
        protocol = address.partition("://")[0]
        if any(mark in path for mark in "*?["):
            known = system.glob(path, detail=True)
        elif system.isdir(path):
            files = system.find(path, detail=True)
            known = {name: info for name, info in files.items() if not _is_hidden(name.removeprefix(path))}
        else:
            known = {path: system.info(path)}
        found = []
        for name, info in sorted(known.items()):
            if info.get("type") == "directory":
                continue
            if info.get("size") is None:  # a list of files that says no more than their names
                info = system.info(name)
            changed = next((str(info[key]) for key in _CHANGED if info.get(key)), None)
            shown = name if "://" in name else f"{protocol}://{name}"
            found.append(Input(shown, info.get("size"), changed, is_found=name != path))
    except FileNotFoundError:  # of which many systems say nothing but the path
        found = []
    except Exception as error:  # noqa: BLE001 - each store has errors of its own
        raise InputError(f"{address}: cannot be opened ({reason_of(error)})") from None
    if not found:
        raise InputError(f"{address}: no such file; check the address")
    return found


def _is_hidden(path: str) -> bool:
    return any(name.startswith(_HIDDEN) for name in path.split("/"))


def open_input(each: Input) -> BinaryIO:
    """A file as it is, packed or not. Raises InputError where it cannot be opened."""
    try:
        if each.stream is not None:
            return each.stream
        if each.is_remote:
            return cast(BinaryIO, _Remote(each.name))
        return open(each.path or each.name, "rb", buffering=BUFFER)
    except OSError as error:
        raise InputError(f"{each.name}: cannot be read ({error.strerror or error})") from None


class _Remote(RawIOBase):
    """A file of an object store, read from its beginning to its end. Each store has errors of its own; here they are
    InputErrors. Raises one where it cannot be opened, too."""

    def __init__(self, address: str) -> None:
        self._address = address
        fsspec = extra("fsspec", "batch", "addresses")
        try:
            self._file = fsspec.open(address, "rb").open()
        except Exception as error:  # noqa: BLE001 - see above
            raise InputError(f"{address}: cannot be read ({reason_of(error)})") from None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read(len(buffer))
        except Exception as error:  # noqa: BLE001 - see above
            raise InputError(f"{self._address}: cannot be read from here on ({reason_of(error)})") from None
        buffer[: len(data)] = data
        return len(data)

    def tell(self) -> int:
        return int(self._file.tell())

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


def reason_of(error: Exception) -> str:
    """What an error says, in a line."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


def beginning_of(each: Input) -> BinaryIO:
    """A file as it is, or so much of standard input as can be looked at; it can be read again."""
    return open_input(each) if each.stream is None else BytesIO(each.stream.peek(BUFFER))
