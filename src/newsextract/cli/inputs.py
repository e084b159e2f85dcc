"""What the commands that take articles share: their options, and files or standard input to articles."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from .names import PROGRAM, STDIN

if TYPE_CHECKING:
    from ..errors import NewsExtractError
    from ..export.view import Shown
    from ..model import Article

__all__ = [
    "check_options",
    "check_stdin",
    "language_option",
    "name_failure",
    "published_option",
    "read_article",
    "read_input",
    "read_shown",
]

#: What the names of dumps end in that can be read as text.
_DUMPS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
#: What crawls begin with, whatever their names.
_CRAWL = b"WARC/1."

language_option = click.option(
    "-l", "--language", metavar="TAG", help="Language of the texts, such as en-GB; detected when not given."
)
published_option = click.option(
    "-p", "--published", metavar="DATE", help="Date of publication (2025-02-07); anchors “on Tuesday”."
)


def check_options(language: str | None, published: str | None) -> None:
    """Raise UsageError for options that no text could be parsed with."""
    from ..api import parse_text
    from ..errors import InputError

    try:
        parse_text("", language=language)
    except InputError as error:
        raise click.UsageError(str(error)) from None
    try:
        parse_text("", published=published)
    except InputError:
        remedy = "give one such as 2025-02-07, or with a time 2025-02-07T08:15"
        raise click.UsageError(f"--published {published}: is no day as YYYY-MM-DD; {remedy}") from None


def check_stdin(files: tuple[str, ...]) -> None:
    """Raise UsageError where standard input, which can be read but once, is named twice."""
    if files.count(STDIN) > 1:
        raise click.UsageError(f"{STDIN!r} is there {files.count(STDIN)} times; standard input can be read once")


def name_failure(error: NewsExtractError) -> None:
    """Say on standard error, in one line, which input failed and why."""
    click.echo(f"{PROGRAM}: {' '.join(str(error).splitlines())}", err=True)


def _note_dump(file: str, data: bytes) -> None:
    """Say on standard error that a dump, by its name or as crawls begin, is read as one article, and what reads it."""
    if file.lower().removesuffix(".gz").endswith(_DUMPS) or data.startswith(_CRAWL):
        remedy = f"{PROGRAM} batch {shlex.quote(file)} -o FOLDER"
        click.echo(f"{PROGRAM}: {file}: is read as one article; for a dump of many: {remedy}", err=True)


class Given(NamedTuple):
    """A file or standard input."""

    data: bytes
    name: str
    """What errors call it."""
    source: str
    """What its article says that it is of."""


def read_input(file: str) -> Given:
    """The bytes of a file or of standard input."""
    from ..files import read_file, readable_name

    if file == STDIN:
        return Given(_stdin(), "standard input", STDIN)
    data = read_file(file)
    _note_dump(file, data)
    name = readable_name(file)
    return Given(data, name, name)


def read_article(file: str, *, language: str | None, published: str | None, repair: bool = False) -> Article:
    """The article in a file or on standard input."""
    return _parsed(read_input(file), language, published, repair)


def _parsed(given: Given, language: str | None, published: str | None, repair: bool = False) -> Article:
    from ..api import parse_bytes

    data, name, source = given
    return parse_bytes(data, name, source=source, language=language, published=published, repair=repair)


def read_shown(file: str, *, language: str | None, published: str | None) -> Shown:
    """The article in a file or on standard input, with the text that its offsets point into."""
    from .. import to_text
    from ..export.view import Shown
    from ..files import decode, is_page

    given = read_input(file)
    data, name, _ = given
    article = _parsed(given, language, published)
    return Shown(article, to_text(article) if is_page(data, name) else decode(data, name), name)


def _stdin() -> bytes:
    from ..errors import InputError
    from ..files import MAX_BYTES

    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, AttributeError) as error:  # it is None where it was closed
        reason = error.strerror if isinstance(error, OSError) else "it is closed"
        raise InputError(f"standard input: cannot be read ({reason})") from None
