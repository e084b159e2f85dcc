"""The command `show`: articles in the terminal, with their structure coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .inputs import check_options, check_stdin, language_option, name_failure, published_option, read_article
from .names import EXIT_DONE, EXIT_SOME_FAILED

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["show"]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@language_option
@published_option
def show(files: tuple[str, ...], language: str | None, published: str | None) -> int:
    """Show articles in the terminal; "-" is standard input.

    Headline, headings and labels are coloured, tables are drawn, dates are underlined and followed by what they mean,
    and furniture is dimmed. Piped, the same comes without colours. A file that cannot be read is named on standard
    error, the others are still shown, and the exit code is 1.

    \b
    Examples:
      newsextract show article.txt
      newsextract show --published 2025-02-07 page.html
      newsextract show *.txt | less
    """
    check_options(language, published)
    check_stdin(files)

    from rich.console import Console

    from ..errors import NewsExtractError
    from ..export.terminal import rule, terminal_view

    console = Console(highlight=False)
    code = EXIT_DONE
    for file in files:
        try:
            article = read_article(file, language=language, published=published)
        except NewsExtractError as error:
            name_failure(error)
            code = EXIT_SOME_FAILED
            continue
        if len(files) > 1:
            _print(console, rule(article.source or file))
        for part in terminal_view(article):
            _print(console, part)
    return code


def _print(console: Console, part: RenderableType) -> None:
    """Print a part; without the spaces that fill lines where it goes to a file or a program."""
    if console.is_terminal:
        console.print(part)
        return
    with console.capture() as captured:
        console.print(part)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())
