"""What the commands that write a page share."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from .names import EXIT_DONE, EXIT_SOME_FAILED, PROGRAM, STDIN

__all__ = ["check_out", "page_option", "write_page"]

page_option = click.option(
    "-o", "--out", metavar="PAGE", required=True, help='The page to write, such as page.html; "-" is standard output.'
)


def check_out(out: str, files: Iterable[str | os.PathLike[str]]) -> None:
    """Raise UsageError where the page would take the place of one of the files that are read for it."""
    if any(_is_same(file, out) for file in files):
        raise click.UsageError(f"-o {out}: is one of the files to read; give another name")


def _is_same(file: str | os.PathLike[str], out: str) -> bool:
    try:
        return file != STDIN and os.path.samefile(file, out)
    except (OSError, ValueError):  # one of them is not there, or its name is none
        return False


def write_page(page: str, out: str) -> int:
    """Write a page, and answer the exit code."""
    data = page.encode("utf-8", "replace")
    if out == STDIN:
        click.echo(data, nl=False)
        return EXIT_DONE
    try:
        with open(out, "wb") as file:
            file.write(data)
    except (OSError, ValueError) as error:  # a name with a NUL in it is no OSError
        reason = error.strerror if isinstance(error, OSError) else str(error)
        click.echo(f"{PROGRAM}: {out}: cannot be written ({reason}); give another path with -o", err=True)
        return EXIT_SOME_FAILED
    return EXIT_DONE
