"""The command `parse`: files in, records or a readable form out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from .inputs import (
    check_options,
    check_stdin,
    language_option,
    name_failure,
    published_option,
    read_article,
    read_input,
)
from .names import EXIT_DONE, EXIT_SOME_FAILED, STDIN

if TYPE_CHECKING:
    from ..model import Article

__all__ = ["parse"]

#: Parameters that change records alone.
_OF_RECORDS = ("form", "published", "repair")
#: Characters of each line that --explain shows.
_BEGIN = 48


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "markdown", "text", "html", "jsonld"]),
    default="json",
    show_default=True,
    help="json: records, indented on a terminal, else one line an article. jsonl: always one line. "
    "markdown: GitHub Markdown, without furniture; of several, each begins with a comment that names it. "
    "text: all parts in reading order, furniture too. html: a plain page, without furniture. "
    "jsonld: schema.org's NewsArticle; of several an object each, one behind the other.",
)
@language_option
@published_option
@click.option(
    "--repair/--no-repair",
    default=False,
    show_default=True,
    help="Put back the space that scraping lost (“reforms.The”) in the records' text; in a page none is lost.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="In place of the records, show for each line of a text what it was taken for, how sure, and why.",
)
@click.pass_context
def parse(
    context: click.Context,
    files: tuple[str, ...],
    form: str,
    language: str | None,
    published: str | None,
    repair: bool,
    explain: bool,
) -> int:
    """Parse files of text or HTML; "-" is standard input.

    Each file is one article: text, Markdown or a page, gzipped or not. A dump of many articles (JSON Lines, CSV) is
    for `newsextract batch`. A file that cannot be read is named on standard error, the others are still parsed, and
    the exit code is 1.

    \b
    Examples:
      newsextract parse --published 2025-02-07 article.txt
      newsextract parse *.txt > articles.jsonl
      pbpaste | newsextract parse --format markdown -
    """
    from ..errors import NewsExtractError

    given = (context.get_parameter_source(name) is not ParameterSource.DEFAULT for name in _OF_RECORDS)
    if explain and any(given):
        raise click.UsageError("--explain shows no records; leave --format, --published and --repair out", context)
    check_options(language, published)
    check_stdin(files)
    code = EXIT_DONE
    written = 0
    for file in files:
        try:
            if explain:
                _explain(file, language)
                continue
            article = read_article(file, language=language, published=published, repair=repair)
        except NewsExtractError as error:
            name_failure(error)
            code = EXIT_SOME_FAILED
            continue
        _write(article, form, first=written == 0, several=len(files) > 1)
        written += 1
    return code


def _explain(file: str, language: str | None) -> None:
    """Write a line for each part of a text: how sure, what it is, its beginning, and the reasons."""
    from ..errors import InputError
    from ..export.inline import printable
    from ..files import decode, is_page
    from ..text.explain import explain

    data, name, _ = read_input(file)
    if is_page(data, name):
        raise InputError(f"{name}: a page says itself what its lines are; --explain is for texts")
    for each in explain(decode(data, name), language):
        reasons = ", ".join(f"{reason} {weight:+.1f}" if weight else reason for reason, weight in each.reasons)
        begin = each.text if len(each.text) <= _BEGIN else each.text[: _BEGIN - 1] + "…"
        click.echo(printable(f"{each.confidence:4.2f}  {each.taken_for:22}  {begin:{_BEGIN}}  {reasons}"))


def _write(article: Article, form: str, *, first: bool, several: bool) -> None:
    """Articles in a readable form are parted by an empty line, in Markdown also by a comment that names each; in HTML
    they stand in one page."""
    if form == "json" and sys.stdout.isatty():
        from rich.console import Console

        Console().print_json(article.model_dump_json())
    elif form in ("json", "jsonl"):
        click.echo(article.model_dump_json().encode())
    else:
        above = "" if first else "\n"
        name = " ".join((article.source or STDIN).split())
        if several and form == "markdown":
            above += f"<!-- {name.replace('>', '&gt;')} -->\n\n"  # nothing in it ends the comment
        elif first and form == "html":
            from ..export.html import page_head

            above += page_head(article.headline.text if article.headline and not several else name)
        shown = above + _readable(article, form)
        if sys.stdout.isatty():
            from ..export.inline import printable

            shown = printable(shown)
        click.echo(shown.encode(), nl=False)


def _readable(article: Article, form: str) -> str:
    from .. import to_html, to_jsonld, to_markdown, to_text

    write = {"markdown": to_markdown, "text": to_text, "html": to_html, "jsonld": to_jsonld}[form]
    text = write(article)
    return text if text.endswith("\n") or not text else text + "\n"
