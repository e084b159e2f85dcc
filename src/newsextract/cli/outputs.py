"""What the commands that write a page share."""

from __future__ import annotations

import click

from .names import EXIT_DONE, EXIT_SOME_FAILED, PROGRAM, STDIN

__all__ = ["page_option", "write_page"]

page_option = click.option(
    "-o", "--out", metavar="PAGE", required=True, help='The page to write, such as page.html; "-" is standard output.'
)


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
