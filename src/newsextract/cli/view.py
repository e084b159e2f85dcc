"""The command `view`: articles as one page for a browser."""

from __future__ import annotations

import click

from .inputs import check_options, check_stdin, language_option, name_failure, published_option, read_shown
from .names import EXIT_DONE, EXIT_SOME_FAILED
from .outputs import check_out, page_option, write_page

__all__ = ["view"]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@page_option
@language_option
@published_option
def view(files: tuple[str, ...], out: str, language: str | None, published: str | None) -> int:
    """Show articles in a browser; "-" is standard input.

    Writes one page that needs no network: the source on the left with the place of every record marked, the records on
    the right; pointing at one lights the other. Of a page the source is its text, as `parse --format text` gives it. A
    file that cannot be read is named on standard error, the others are still shown, and the exit code is 1.

    \b
    Examples:
      newsextract view article.txt -o article.html
      newsextract view --published 2025-02-07 *.txt page.html -o all.html
    """
    check_options(language, published)
    check_stdin(files)
    check_out(out, files)

    from ..errors import NewsExtractError
    from ..export.view import Shown, view_page

    code = EXIT_DONE
    shown: list[Shown] = []
    for file in files:
        try:
            shown.append(read_shown(file, language=language, published=published))
        except NewsExtractError as error:
            name_failure(error)
            code = EXIT_SOME_FAILED
    return max(code, write_page(view_page(shown), out)) if shown else code
