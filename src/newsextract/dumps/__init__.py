"""Dumps in: files, folders, archives and tables of articles as one stream of documents.

What a file is, its content says (`formats`), whatever its name. `find_inputs` looks at all of them before anything is
read, so that a wrong path or a dump without a text is an error at once; `read_dumps` then reads them one after another
in bounded memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import InputError, MissingError
from .fields import Fields
from .formats import documents, sniff
from .objects import read_line
from .opening import Input, Meter, find_files
from .records import Document, Line, Place, Unread, Unreadable, size_of

__all__ = [
    "Document",
    "Fields",
    "Input",
    "Line",
    "Meter",
    "Place",
    "Unreadable",
    "find_inputs",
    "read_dumps",
    "read_line",
    "read_places",
    "scan_dumps",
    "size_of",
]


def find_inputs(
    arguments: Sequence[str], fields: Mapping[str, str] | None = None, *, out: Path | None = None
) -> tuple[Input, ...]:
    """The files that the arguments name, folders and globs in sorted order, each looked at, and there but once.

    One that nobody named, which a folder or a glob has, may be one that cannot be read: reading says so in its place.

    Args:
        arguments: Paths, globs, folders, "-" for standard input, and addresses that `fsspec` opens ("s3://...").
        fields: The dump's own names of fields, by ours: {"text": "body"}.
        out: Where the run writes. That is left out of folders and globs: it may lie in one.

    Raises:
        InputError: There is no such file, it cannot be read, it is nothing that is known, or a table in it has no
            field that holds a text, or none of the name that `fields` gives. So for a file that is named, or for all.
    """
    wanted = Fields(fields or {})
    inputs = _each_once(find_files(arguments, out)) if len(arguments) > 1 else tuple(find_files(arguments, out))
    wrong = []
    for each in inputs:
        try:
            sniff(each, wanted)
        except MissingError:  # it would be missing for all files of a kind
            raise
        except InputError as error:
            if not each.is_found:
                raise
            wrong.append(error)
    if wrong and len(wrong) == len(inputs):
        raise wrong[0]
    return inputs


def _each_once(found: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs without what an earlier one names too, such as "./a.txt" behind "*.txt"."""
    by_place: dict[str, Input] = {}
    for each in found:
        place = each.name if each.path is None else os.path.abspath(each.path)
        first = by_place.setdefault(place, each)
        if first.is_found and not each.is_found:  # somebody named it after all
            by_place[place] = each
    return tuple(by_place.values())


def read_dumps(
    inputs: Sequence[Input],
    fields: Mapping[str, str] | None = None,
    *,
    start: tuple[int, int] = (0, 0),
    meter: Meter | None = None,
) -> Iterator[Document | Unreadable]:
    """All documents, in order; in place of one that cannot be read, an `Unreadable`.

    Args:
        inputs: What `find_inputs` found.
        fields: As for `find_inputs`.
        start: Input and position to begin with: what is before it is skipped.
        meter: Is told how many bytes have been read.
    """
    return read_places(scan_dumps(inputs, fields, start=start, meter=meter), inputs, fields)


def read_places(
    places: Iterable[Place], inputs: Sequence[Input], fields: Mapping[str, str] | None = None
) -> Iterator[Document | Unreadable]:
    """What stands there, with lines of JSON read."""
    wanted = Fields(fields or {})
    for found in places:
        if not isinstance(found, Unread):
            yield found
            continue
        number, position, line = found
        try:
            yield Document(number, position, read_line(line, wanted))
        except InputError as error:
            yield _unreadable(inputs, number, position, error)


def scan_dumps(
    inputs: Sequence[Input],
    fields: Mapping[str, str] | None = None,
    *,
    start: tuple[int, int] = (0, 0),
    meter: Meter | None = None,
) -> Iterator[Place]:
    """The same, with lines of JSON as they are: whoever parses them reads them too."""
    wanted = Fields(fields or {})
    first, skip = start
    meter = meter or Meter()
    for number, each in enumerate(inputs[first:], first):
        position = -1
        try:
            for position, found in enumerate(documents(each, wanted, meter)):
                if position < skip:
                    continue
                if isinstance(found, Line):
                    yield Unread(number, position, found)
                elif isinstance(found, InputError):
                    yield _unreadable(inputs, number, position, found)
                else:
                    yield Document(number, position, found)
        except InputError as error:  # the rest of the file is lost: it is damaged from here on
            if position + 1 >= skip:
                yield _unreadable(inputs, number, position + 1, error)
        skip = 0
        meter.add(each)


def _unreadable(inputs: Sequence[Input], number: int, position: int, error: InputError) -> Unreadable:
    return Unreadable(number, position, error.source or inputs[number].name, type(error).__name__, str(error))
