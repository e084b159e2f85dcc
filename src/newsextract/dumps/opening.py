"""Paths, globs and addresses to files; bytes unpacked as they are read."""

from __future__ import annotations

import bz2
import codecs
import glob
import importlib
import lzma
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from ..errors import InputError
from ..files import BYTE_ORDER_MARKS, GZIP_MAGIC, readable_name

__all__ = [
    "STDIN",
    "Input",
    "Meter",
    "MissingError",
    "beginning_of",
    "extra",
    "find_files",
    "forward",
    "open_input",
    "unpacked",
]

STDIN = "-"
#: How file systems call the time of the last change, or what else tells a version from another.
_CHANGED = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "modified", "created")
#: Files of a folder that are no dumps.
_HIDDEN = (".", "_")
_BUFFER = 1 << 20


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
        if argument == STDIN:
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
    return Input(STDIN, stream=BufferedReader(cast(Any, raw), _BUFFER))


def _local(path: Path) -> Input:
    try:
        status = path.stat()
    except OSError:  # opening it will say why
        return Input(readable_name(path), path=os.fspath(path))
    found = Input(readable_name(path), status.st_size, status.st_mtime_ns, path=os.fspath(path))
    if stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode):  # a folder is one that cannot be looked into
        return found
    return Input(found.name, stream=_peekable(open_input(found)))  # a pipe, such as that of <(zcat dump.gz)


def _remote(address: str) -> list[Input]:
    fsspec = extra("fsspec", "batch", "addresses")
    try:
        system, path = fsspec.core.url_to_fs(address)
        protocol = address.partition("://")[0]
        if any(mark in path for mark in "*?["):
            paths = sorted(system.glob(path))
        elif system.isdir(path):
            paths = sorted(system.find(path))
        else:
            paths = [path]
        found = []
        for name in paths:
            info = system.info(name)
            changed = next((str(info[key]) for key in _CHANGED if info.get(key)), None)
            shown = name if "://" in name else f"{protocol}://{name}"
            found.append(Input(shown, info.get("size"), changed, is_found=name != path))
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"{address}: cannot be opened ({error})") from None
    if not found:
        raise InputError(f"{address}: no such file; check the address")
    return found


class MissingError(InputError):
    """A package that is not installed: no file is to blame."""


def extra(module: str, name: str, use: str) -> Any:
    """A module of an extra. Raises MissingError where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingError(f'{use} need {module}: pip install "newsextract[{name}]"') from None


def open_input(each: Input) -> BinaryIO:
    """A file as it is, packed or not. Raises InputError where it cannot be opened."""
    try:
        if each.stream is not None:
            return each.stream
        if each.is_remote:
            return cast(BinaryIO, extra("fsspec", "batch", "addresses").open(each.name, "rb").open())
        return open(each.path or each.name, "rb", buffering=_BUFFER)
    except OSError as error:
        raise InputError(f"{each.name}: cannot be read ({error.strerror or error})") from None


def beginning_of(each: Input) -> BinaryIO:
    """A file as it is, or so much of standard input as can be looked at; it can be read again."""
    return open_input(each) if each.stream is None else BytesIO(each.stream.peek(_BUFFER))


def unpacked(file: BinaryIO) -> BufferedReader:
    """What a file holds; one may be packed in another."""
    reader = _peekable(file)
    while (make := next((make for magic, make in _PACKED if reader.peek(8).startswith(magic)), None)) is not None:
        reader = BufferedReader(_Unpacker(reader, make), _BUFFER)
    start = reader.peek(4)[:4]
    encoding = next((name for mark, name in _WIDE if start.startswith(mark)), None)
    return reader if encoding is None else BufferedReader(_Recoded(reader, encoding), _BUFFER)


class _Recoded(RawIOBase):
    """UTF-16 and UTF-32 as UTF-8: what spreadsheets call "Unicode text"."""

    def __init__(self, wide: BufferedReader, encoding: str) -> None:
        self._wide = wide
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._wide.read(_BUFFER)
            self._ready = self._decoder.decode(data, final=not data).encode()
            if not data:
                break
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size


class _Unpacker(RawIOBase):
    """The frames of a packed file, one after another.

    Libraries' own readers lose what stands before a break in the file, or, as that of zstandard, take a truncated file
    for a whole one.
    """

    def __init__(self, packed: BufferedReader, make: Callable[[], Any]) -> None:
        self._packed, self._make = packed, make
        self._frame = make()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._frame.unused_data if self._frame.eof else b""
            data = data or self._packed.read(_PACKED_BYTES)
            if self._frame.eof:
                data = data.lstrip(b"\0")  # padding behind the last frame
                if data:
                    self._frame = self._make()
            if not data:
                if not self._frame.eof:
                    raise EOFError("it ends in the middle")
                return 0
            try:
                self._ready = self._frame.decompress(data)
            except Exception as error:  # noqa: BLE001 - each library has an error of its own
                raise OSError(str(error)) from None
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size


class _Forward(RawIOBase):
    """A member of an archive: what its library gives cannot always say whether it can be sought in."""

    def __init__(self, member: Any) -> None:
        self._member = member

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._member.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def forward(member: Any) -> BufferedReader:
    """A member of an archive, read from its beginning to its end."""
    return BufferedReader(_Forward(member), _BUFFER)


def _zstd() -> Any:
    return extra("zstandard", "batch", ".zst files").ZstdDecompressor().decompressobj()


#: Byte order marks of encodings in which nothing else is looked for.
_WIDE = tuple(pair for pair in BYTE_ORDER_MARKS if pair[1] != "utf-8-sig")

#: What begins a packed file, and how to unpack it.
_PACKED: tuple[tuple[bytes, Callable[[], Any]], ...] = (
    (GZIP_MAGIC, partial(zlib.decompressobj, wbits=31)),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", lzma.LZMADecompressor),
    (b"\x28\xb5\x2f\xfd", _zstd),
)
#: So much is unpacked at a time: a bomb of zeros becomes a thousand times as large.
_PACKED_BYTES = 1 << 16


def _peekable(file: BinaryIO) -> BufferedReader:
    return file if isinstance(file, BufferedReader) else BufferedReader(cast(Any, file), _BUFFER)
