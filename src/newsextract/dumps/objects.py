"""JSON as rows: an object a line, or the objects of an array however large it is."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from ..errors import InputError, LimitError
from ..files import MAX_BYTES, decode
from .fields import Fields
from .records import Line

__all__ = ["Found", "is_json", "of_array", "of_lines", "of_row", "read_line", "rows_of_array", "rows_of_lines"]

Found = dict[str, Any] | Line | InputError
"""An item of `parse_many`, a line that holds one, or why a place has none."""
#: So much of an array of JSON is read at a time.
_PIECE = 1 << 20
_BLANK = " \t\r\n"
_JSON_BLANK = re.compile(f"[{_BLANK}]*")
_DECODER = json.JSONDecoder()


def of_lines(reader: BinaryIO, name: str, fields: Fields) -> Iterator[Found]:
    """A JSON object a line."""
    number = 0
    while line := reader.readline(MAX_BYTES + 1):
        where = f"{name}#{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = reader.readline(MAX_BYTES)
            yield LimitError(f"{where}: a line of more than MAX_BYTES ({MAX_BYTES:,}) bytes")
            number += 1
            continue
        if number == 0:
            line = line.removeprefix(BOM_UTF8)
        if line.isspace():
            continue
        yield Line(line, where)
        number += 1


def read_line(line: Line, fields: Fields) -> dict[str, Any]:
    """The item that a line holds. Raises InputError for what is none."""
    data = line.data
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = decode(data, line.where)
    found = of_row(_json_value(json.loads, text, line.where), line.where, fields)
    if isinstance(found, InputError):
        raise found
    return found


def rows_of_lines(reader: BinaryIO) -> Iterator[object]:
    """What is JSON of them."""
    for found in of_lines(reader, "", Fields({})):
        if isinstance(found, Line):
            with suppress(ValueError, RecursionError):
                yield json.loads(found.data)


def of_array(reader: BinaryIO, name: str, fields: Fields) -> Iterator[Found]:
    """One object or an array of them, over many lines."""
    for number, row in enumerate(rows_of_array(reader, name)):
        yield of_row(row, f"{name}#{number}", fields)


def rows_of_array(reader: BinaryIO, name: str) -> Iterator[object]:
    """The values of an array, each when enough of it has been read; or the one value that is no array."""
    decoder = getincrementaldecoder("utf-8-sig")("surrogateescape")
    text = decoder.decode(reader.read(_PIECE))
    at = _behind_blank(text, 0)
    if not text.startswith("[", at):
        rest = reader.read(MAX_BYTES + 1)
        if len(rest) > MAX_BYTES:
            raise LimitError(f"{name}: an object of more than MAX_BYTES ({MAX_BYTES:,}) bytes")
        text += decoder.decode(rest, final=True)
        yield _json_value(json.loads, text, f"{name}#0")
        return
    at += 1
    number = 0
    while not text.startswith("]", at := _behind_blank(text, at)):
        where = f"{name}#{number}"
        broken, end = None, at
        try:
            value, end = _json_value(_DECODER.raw_decode, text, where, at)
            end = _behind_blank(text, end)
        except InputError as error:
            broken = error
        if broken or end == len(text):
            # Perhaps the value goes on. Pieces become as large as what is unread: a long value is tried a few times.
            more = reader.read(max(_PIECE, len(text) - at)) if len(text) - at <= MAX_BYTES else b""
            if more:
                text, at = text[at:] + decoder.decode(more), 0
                continue
        if broken:
            raise broken
        yield value
        if text[end : end + 1] not in (",", "]"):
            raise InputError(f"{where}: no JSON (neither a comma nor the array's end behind it)")
        at = end + (text[end] == ",")
        number += 1
    behind = text[at + 1 :]
    while not behind.strip(_BLANK):
        piece = reader.read(_PIECE)
        if not piece:
            return
        behind = decoder.decode(piece)
    raise InputError(f"{name}#{number}: no JSON (something stands behind the array's end)")


def _json_value(read: Callable[..., Any], text: str, where: str, *at: int) -> Any:
    """What a function of `json` reads. Raises InputError for what is none."""
    try:
        return read(text, *at)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: no JSON ({error})") from None


def _behind_blank(text: str, at: int) -> int:
    found = _JSON_BLANK.match(text, at)
    return found.end() if found else at


def is_json(line: bytes) -> bool:
    """Whether a line is JSON by itself."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def of_row(row: object, where: str, fields: Fields) -> dict[str, Any] | InputError:
    """The document in a row, or what is wrong with it: the rows behind it are read all the same."""
    if not isinstance(row, Mapping):
        return InputError(f"{where}: is {type(row).__name__}, no object")
    try:
        return fields.item(row, where)
    except InputError as error:
        return error
