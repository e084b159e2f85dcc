"""What the commands that take articles share: their options, and files or standard input to articles."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import click

from .names import PROGRAM, STDIN

if TYPE_CHECKING:
    from ..errors import NewsExtractError
    from ..export.view import Shown
    from ..model import Article

__all__ = [
    "check_options",
    "language_option",
    "name_failure",
    "published_option",
    "read_article",
    "read_input",
    "read_shown",
]

#: What the names of dumps end in that can be read as text.
_DUMPS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")

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


def name_failure(error: NewsExtractError) -> None:
    """Say on standard error, in one line, which input failed and why."""
    click.echo(f"{PROGRAM}: {' '.join(str(error).splitlines())}", err=True)


def _note_dump(file: str) -> None:
    """Say on standard error that a file whose name is a dump's is read as one article, and what reads dumps."""
    if file.lower().removesuffix(".gz").endswith(_DUMPS):
        remedy = f"{PROGRAM} batch {shlex.quote(file)} -o FOLDER"
        click.echo(f"{PROGRAM}: {file}: is read as one article; for a dump of many: {remedy}", err=True)


def read_input(file: str) -> tuple[bytes, str]:
    """The bytes of a file or of standard input, and what errors call it."""
    from ..files import read_file, readable_name

    if file == STDIN:
        return _stdin(), "standard input"
    data = read_file(file)
    _note_dump(file)
    return data, readable_name(file)


def read_article(file: str, *, language: str | None, published: str | None, repair: bool = False) -> Article:
    """The article in a file or on standard input."""
    from ..api import parse_bytes, parse_file
    from ..files import readable_name

    if file == STDIN:
        data, name = read_input(file)
        return parse_bytes(data, name, source=STDIN, language=language, published=published, repair=repair)
    article = parse_file(file, source=readable_name(file), language=language, published=published, repair=repair)
    _note_dump(file)
    return article


def read_shown(file: str, *, language: str | None, published: str | None) -> Shown:
    """The article in a file or on standard input, with the text that its offsets point into."""
    from ..api import parse_bytes
    from ..assemble.raw import to_text
    from ..export.view import Shown
    from ..files import decode, is_page

    data, name = read_input(file)
    source = STDIN if file == STDIN else name
    article = parse_bytes(data, name, source=source, language=language, published=published)
    return Shown(article, to_text(article) if is_page(data, name) else decode(data, name), name)


def _stdin() -> bytes:
    from ..errors import InputError
    from ..files import MAX_BYTES

    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, AttributeError) as error:  # it is None where it was closed
        reason = error.strerror if isinstance(error, OSError) else "it is closed"
        raise InputError(f"standard input: cannot be read ({reason})") from None
