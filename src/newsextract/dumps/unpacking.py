"""Bytes unpacked as they are read: gzip and its like, UTF-16 and UTF-32, members of archives."""

from __future__ import annotations

import bz2
import codecs
import lzma
import zlib
from collections.abc import Callable
from functools import partial
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO, cast

from ..extras import extra
from ..files import BYTE_ORDER_MARKS, BZIP2_MAGIC, GZIP_MAGIC, GZIP_WINDOW, XZ_MAGIC, ZSTD_MAGIC

__all__ = ["BUFFER", "forward", "peekable", "unpacked"]

#: So much is read at a time, and can be looked at before it is read.
BUFFER = 1 << 20


def unpacked(file: BinaryIO) -> BufferedReader:
    """What a file holds; one may be packed in another."""
    reader = peekable(file)
    while (make := next((make for magic, make in _PACKED if reader.peek(8).startswith(magic)), None)) is not None:
        reader = BufferedReader(_Unpacker(reader, make), BUFFER)
    start = reader.peek(4)[:4]
    encoding = next((name for mark, name in _WIDE if start.startswith(mark)), None)
    return reader if encoding is None else BufferedReader(_Recoded(reader, encoding), BUFFER)


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
            data = self._wide.read(BUFFER)
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
        self._is_bounded = hasattr(self._frame, "needs_input")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            holds = self._holds_more()
            data = b"" if holds else self._next_data()
            if not data and not holds:
                if not self._frame.eof:
                    raise EOFError("it ends in the middle")
                return 0
            try:
                self._ready = self._frame.decompress(data, BUFFER) if self._is_bounded else self._frame.decompress(data)
            except Exception as error:  # noqa: BLE001 - each library has an error of its own
                raise OSError(str(error)) from None
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _holds_more(self) -> bool:
        """Whether the frame has not given all of what it was fed."""
        return self._is_bounded and not self._frame.eof and not self._frame.needs_input

    def _next_data(self) -> bytes:
        """What comes next in the file, for this frame or a new one."""
        if not self._frame.eof:
            return self._packed.read(_PACKED_BYTES)
        data = self._frame.unused_data or self._packed.read(_PACKED_BYTES)
        while data and not (data := data.lstrip(b"\0")):  # padding behind the last frame
            data = self._packed.read(_PACKED_BYTES)
        if data:
            self._frame = self._make()
        return bytes(data)


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
    return BufferedReader(_Forward(member), BUFFER)


def _zstd() -> Any:
    return extra("zstandard", "batch", ".zst files").ZstdDecompressor().decompressobj()


#: Byte order marks of encodings in which nothing else is looked for.
_WIDE = tuple(pair for pair in BYTE_ORDER_MARKS if pair[1] != "utf-8-sig")

#: What begins a packed file, and how to unpack it.
_PACKED: tuple[tuple[bytes, Callable[[], Any]], ...] = (
    (GZIP_MAGIC, partial(zlib.decompressobj, wbits=GZIP_WINDOW)),
    (BZIP2_MAGIC, bz2.BZ2Decompressor),
    (XZ_MAGIC, lzma.LZMADecompressor),
    (ZSTD_MAGIC, _zstd),
)
#: So much is unpacked at a time: of zeros gzip makes a thousandth, zstd a thirty thousandth. (The others are told how
#: much they may give: bzip2 makes a millionth of them.)
_PACKED_BYTES = 1 << 12


def peekable(file: BinaryIO) -> BufferedReader:
    """A file of which the beginning can be looked at."""
    return file if isinstance(file, BufferedReader) else BufferedReader(cast(Any, file), BUFFER)
