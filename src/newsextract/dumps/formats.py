"""What a file holds, told by its content, and a reader for each kind."""

from __future__ import annotations

import csv
import re
import shutil
import struct
import tarfile
import tempfile
import zipfile
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import partial
from io import BufferedReader
from itertools import count, dropwhile
from threading import Lock
from typing import IO, Any, BinaryIO, Self, cast

from ..errors import InputError, LimitError
from ..extras import extra
from ..files import MAX_BYTES, TABLE_MAGIC, ZIP_MAGIC, decode, is_page
from .crawls import of_warc
from .fields import NAMES, Fields
from .objects import Found, is_json, of_array, of_lines, of_row, rows_of_array, rows_of_lines
from .opening import Input, Meter, beginning_of, open_input, reason_of
from .unpacking import forward, unpacked

__all__ = ["documents", "sniff"]

Reader = Callable[[BufferedReader, str, Fields], Iterator[Found]]
_Member = tuple[str, Callable[[], IO[bytes]]]
"""A file in an archive: its name there, and what opens it."""

#: What readers raise for a file that is not what it begins as. Most errors of pyarrow are ValueErrors, and it has a
#: MemoryError for what says that it is terabytes long, and RuntimeErrors for what it does not know.
_DAMAGE = (
    *(ArithmeticError, EOFError, LookupError, MemoryError, OSError, RuntimeError, ValueError),
    *(csv.Error, struct.error, tarfile.TarError, zipfile.BadZipFile, zlib.error),
)
#: Held while `csv` has a limit of ours: see `_long_cells`.
_CELL_LIMIT = Lock()
#: How much of a file tells what it is.
_HEAD = 1 << 16
#: Archives in archives: deeper ones are bombs.
_DEEPEST = 3
#: Rows of a column store that are read together.
_BATCH = 64
#: So many lines tell whether each is an object of JSON, and so many rows whether a dump has texts.
_TRIED, _TRIED_ROWS = 5, 100
_OBJECT = re.compile(rb"\{\s*[\"}]")
_ARRAY = re.compile(rb"\[\s*\{\s*\"")
_TAR_MAGIC = slice(257, 262)
#: An archive of nothing is but its end: two blocks of zeros, which other files have too.
_TAR_END, _TAR_NAME = bytes(2 * tarfile.BLOCKSIZE), re.compile(r"\.(?:tar|t[gbx]z)\b", re.IGNORECASE)
#: Members of archives that are no documents: what begins with a dot, as in folders, and what macOS puts beside files.
_HIDDEN = re.compile(r"(?:^|/)(?:\.(?!\.?/)|__MACOSX/)")
#: What the names of files end in that hold many articles.
_ROWS = (
    *(".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".tab", ".parquet", ".arrow", ".arrows", ".feather"),
    *(".warc", ".wet", ".zip", ".tar", ".tgz"),
)


def sniff(each: Input, fields: Fields) -> None:
    """Raise InputError for a file that cannot be opened, and for a table that has no text."""
    with closing(beginning_of(each)) as file:
        try:
            _check(unpacked(file), each.name, fields)
        except InputError:
            raise
        except _DAMAGE:
            pass  # reading will tell of it, and where it is


def _check(reader: BufferedReader, name: str, fields: Fields) -> None:
    """Whether a table has a text, or one of the first rows where each has fields of its own."""
    kind = _kind(reader, name)
    if kind in (_table, _columns):
        next(cast(Reader, kind)(reader, name, fields), None)  # its first row may be without a text; its columns may not
    elif kind in (of_lines, of_array):
        _check_rows(rows_of_lines(reader) if kind is of_lines else rows_of_array(reader, name), name, fields)


def _check_rows(rows: Iterable[object], name: str, fields: Fields) -> None:
    wrong = None
    number = 0
    with suppress(InputError):  # as above
        for number, row in enumerate((row for row in rows if isinstance(row, Mapping)), 1):
            try:
                fields.check(row, name)
            except InputError as error:
                wrong = wrong or error
            else:
                return
            if number == _TRIED_ROWS:
                break
    if wrong and (number > 1 or fields.given):  # a file of one object is an article, which may be an empty one
        raise wrong


def documents(each: Input, fields: Fields, meter: Meter) -> Iterator[Found]:
    """The items of a file. What is damaged in the middle gives its items up to there, then raises InputError."""
    with _named(each.name), closing(open_input(each)) as file:
        meter.file = file
        yield from _documents(unpacked(file), each.name, fields, 0)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Errors of the formats' libraries as our own."""
    try:
        yield
    except InputError:
        raise
    except _ClosedError as error:
        raise InputError(f"{name}: {error}; unpack the archive, and give the folder") from None
    except _DAMAGE as error:
        raise InputError(f"{name}: damaged from here on ({reason_of(error)})") from None


class _ClosedError(Exception):
    """A member cannot be had, though the archive is whole."""


def _documents(reader: BufferedReader, name: str, fields: Fields, depth: int) -> Iterator[Found]:
    kind = _kind(reader, name)
    if kind in (_zip, _tar):
        if depth == _DEEPEST:
            raise LimitError(f"{name}: more than {_DEEPEST} archives in each other")
        for member, open_member in cast(Any, kind)(reader):
            inside = f"{name}!{member}"
            try:
                with _named(inside), closing(open_member()) as inner:
                    yield from _documents(unpacked(forward(inner)), inside, fields, depth + 1)
            except InputError as error:
                yield error  # the next member may be whole
    else:
        yield from cast(Reader, kind)(reader, name, fields)


def _kind(reader: BufferedReader, name: str) -> Callable[..., Any]:
    """The reader for what a file holds. Its name is asked only where content cannot tell."""
    head = reader.peek(_HEAD)[:_HEAD]
    if head.startswith((ZIP_MAGIC, b"PK\x05\x06")):
        return _zip
    if head[_TAR_MAGIC] == b"ustar" or (head.startswith(_TAR_END) and _TAR_NAME.search(name)):
        return _tar
    if head.startswith(b"WARC/"):
        return of_warc
    if head.startswith((*TABLE_MAGIC, b"\xff\xff\xff\xff")):
        return _columns
    start = head.removeprefix(BOM_UTF8).lstrip()
    if _OBJECT.match(start):
        first, *more = start.split(b"\n")[:_TRIED]
        # A line that is too long for the look is no object over many lines; a damaged first line is none either.
        return of_lines if not more or is_json(first) or any(map(_OBJECT.match, more)) else of_array
    if _ARRAY.match(start) or (start.startswith(b"[") and _bare(name).endswith(".json")):
        return of_array
    if start and _dialect(head, name) is not None:
        return _table
    return _whole


def _whole(reader: BufferedReader, name: str, fields: Fields) -> Iterator[Found]:
    """A file that is one article, an empty one too, unless its name says that it has rows or members: it has none."""
    data = reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise LimitError(f"{name}: has more than MAX_BYTES ({MAX_BYTES:,}) bytes, too many for one article")
    if data.strip() or not _bare(name).endswith(_ROWS):
        yield {"html" if is_page(data, name.rpartition("!")[2]) else "text": data, "source": name}


def _bare(name: str) -> str:
    """A name in small letters, without what says how the file is packed.

    >>> _bare("A.CSV.gz")
    'a.csv'
    """
    lower = name.lower()
    for packed in (".gz", ".zst", ".bz2", ".xz"):
        lower = lower.removesuffix(packed)
    return lower


def _dialect(head: bytes, name: str) -> str | None:
    """What parts the cells of a table in text: its name says that it is one, or its first line names a text."""
    lower = _bare(name)
    line = head.decode("utf-8-sig", "replace").lstrip().partition("\n")[0]
    if lower.endswith((".tsv", ".tab")):
        return "\t"
    if lower.endswith(".csv"):
        return max(",;\t", key=line.count)
    known = {*NAMES["text"], *NAMES["html"]}
    for mark in "\t,;":
        # With spaces it is prose: "Body, mind, soul".
        names = [cell.strip('"\r').lower() for cell in line.split(mark)]
        if len(names) > 1 and known.intersection(names) and all(cell.isidentifier() for cell in names):
            return mark
    return None


def _table(reader: BufferedReader, name: str, fields: Fields) -> Iterator[Found]:
    """Comma or tab separated values with a line of names."""
    dialect = _dialect(reader.peek(_HEAD)[:_HEAD], name) or ","
    is_read = False

    def lines() -> Iterator[str]:
        nonlocal is_read
        yield from dropwhile(str.isspace, _lines(reader, name))
        is_read = True

    rows = csv.DictReader(lines(), delimiter=dialect)
    with _long_cells():
        names = rows.fieldnames or ()
    try:
        fields.check(names, name)
    except InputError as error:
        raise InputError(f"{error} (the first line of a table has their names)") from None
    for number in count():
        with _long_cells():
            row = next(rows, None)
        if row is None:
            return
        where = f"{name}#{number}"
        surplus = cast(Any, row).pop(None, ())
        if is_read:  # only a row whose quotes are open asks for a line behind the last
            yield InputError(f"{where}: opens a quote that nothing closes, so the rest of the file is lost in it")
        elif any(surplus):
            yield InputError(f"{where}: has {len(surplus)} cells too many; quote what holds {dialect!r}")
        else:
            yield of_row(row, where, fields)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Cells may be as long as articles. Python has one limit for all of a process, and it is the caller's again as soon
    as a row is read."""
    with _CELL_LIMIT:
        before = csv.field_size_limit(MAX_BYTES)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _lines(reader: BufferedReader, name: str) -> Iterator[str]:
    """The lines of a table as text without NUL; LimitError in place of one that has no end."""
    is_first = True
    while data := reader.readline(MAX_BYTES + 1):
        if len(data) > MAX_BYTES:
            raise LimitError(f"{name}: a line of more than MAX_BYTES ({MAX_BYTES:,}) bytes; the rest is not read")
        if is_first:
            data, is_first = data.removeprefix(BOM_UTF8), False
        for line in data.splitlines(keepends=True):  # at "\r" too, with which old programs end them
            yield _decoded(line, name).replace("\0", "\ufffd")


def _decoded(line: bytes, name: str) -> str:
    """A line in UTF-8 or an older encoding; where none is certain, an article's issues tell."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        with suppress(InputError):
            return decode(line, name)
    return line.decode(errors="surrogateescape")


@contextmanager
def _seekable(reader: BufferedReader) -> Iterator[BinaryIO]:
    """A file that can be read from its end, copied to disk where it is a stream."""
    if reader.seekable() and isinstance(getattr(reader.raw, "name", None), str):
        yield reader
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(reader, copy)
        copy.seek(0)
        yield copy


def _columns(reader: BufferedReader, name: str, fields: Fields) -> Iterator[Found]:
    """Parquet and Arrow, a few rows at a time."""
    pa = extra("pyarrow", "arrow", "Parquet and Arrow files")
    with _seekable(reader) as file:
        number = 0
        for batch in _batches(pa, file, name, fields):
            for row in _rows(batch):
                yield of_row(row, f"{name}#{number}", fields)
                number += 1


def _rows(batch: Any) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
    except _DAMAGE:  # one of them has a value that Python has not, such as a date in the year 40000
        columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        rows = [{name: _value(column, at) for name, column in columns.items()} for at in range(batch.num_rows)]
    return rows


def _value(column: Any, at: int) -> Any:
    """A cell; as text where Python has no such value."""
    try:
        return column[at].as_py()
    except _DAMAGE:
        return str(column.slice(at, 1).cast("string")[0])


def _batches(pa: Any, file: BinaryIO, name: str, fields: Fields) -> Iterator[Any]:
    magic = file.read(6)
    file.seek(0)
    if magic.startswith(b"PAR1"):
        import pyarrow.parquet as pq

        table = pq.ParquetFile(file)
        names = table.schema_arrow.names
        fields.check(names, name)
        yield from table.iter_batches(_BATCH, columns=[*dict.fromkeys(fields.columns(names).values())])
        return
    source = pa.ipc.open_file(file) if magic == b"ARROW1" else pa.ipc.open_stream(file)
    fields.check(source.schema.names, name)
    whole = map(source.get_batch, range(source.num_record_batches)) if magic == b"ARROW1" else source
    for batch in whole:
        batch.validate(full=True)  # of a damaged file pyarrow would read whatever stands in memory
        for begin in range(0, batch.num_rows, _BATCH):
            yield batch.slice(begin, _BATCH)


def _zip(reader: BufferedReader) -> Iterator[_Member]:
    with _seekable(reader) as file, zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if not member.is_dir() and not _HIDDEN.search(member.filename):
                yield member.filename, partial(_unzipped, archive, member)


def _unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(member)
    except RuntimeError as error:  # it is encrypted, or packed in a way that `zipfile` does not know
        raise _ClosedError(f"cannot be unpacked ({error})") from None


def _tar(reader: BufferedReader) -> Iterator[_Member]:
    """Members, also of archives behind the first (`cat a.tar b.tar`). The file is read to its end, where what packs it
    says whether it is whole."""
    with tarfile.open(fileobj=reader, mode="r|", tarinfo=_Head, ignore_zeros=True) as archive:
        end = 0
        read: set[int] = set()  # names by their hashes, since there may be millions
        while (member := _next_of(archive, end)) is not None:
            cast(Any, archive).members = []  # it would keep all of them
            end = archive.offset
            if _HIDDEN.search(member.name):
                continue
            if member.islnk():
                if hash(member.linkname) not in read:
                    yield member.name, partial(_linked, member.linkname)
            elif member.isfile():
                read.add(hash(member.name))
                yield member.name, partial(_untarred, archive, member)
        if archive.offset == end:  # no zeros stand behind the last member
            raise EOFError("it has no end mark: members may be missing")
    while reader.read(MAX_BYTES):
        pass


def _next_of(archive: tarfile.TarFile, end: int) -> tarfile.TarInfo | None:
    """The next member; None behind the last, which ends at `end`. What stands behind an end mark, and is no member, is
    nobody's: some programs fill the last record with what was there before."""
    try:
        return archive.next()
    except tarfile.ReadError:
        if archive.offset < end + len(_TAR_END):  # one block of zeros may be a head that was lost
            raise
        return None


def _untarred(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    file = archive.extractfile(member)
    assert file is not None  # so for files
    return file


def _linked(target: str) -> IO[bytes]:
    raise _ClosedError(f"is a hard link to {target}, which is not before it")


class _Head(tarfile.TarInfo):
    """What stands before a member. `tarfile` takes one that is damaged for the archive's end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The head that a block holds. Raises HeaderError for the end mark, ReadError for what is neither."""
        is_mark = not buf.strip(b"\0")
        if is_mark and buf:  # it may be cut
            buf = bytes(tarfile.BLOCKSIZE)
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if is_mark:
                raise
            raise tarfile.ReadError(f"no head of a member: {error}") from None
