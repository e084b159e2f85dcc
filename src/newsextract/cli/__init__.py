"""The command line, a module for each command that is more than a line or two. Everything heavy is imported inside the
commands, so that `--help` answers at once."""

from __future__ import annotations

import os
import shlex

import click

from .batch import batch
from .names import EXIT_DONE, PROGRAM, STDIN
from .parse import parse
from .report import report
from .show import show
from .view import view

__all__ = ["commands", "run"]


def run(arguments: list[str]) -> int:
    """Run a command line and give its exit code: 0 done, 1 some inputs failed, 2 wrong use.

    A closed pipe and Ctrl-C are the caller's to handle.
    """
    try:
        # Not `commands.main`, which answers a closed pipe and Ctrl-C with exit codes of its own.
        with commands.make_context(PROGRAM, arguments) as context:
            code = commands.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code if isinstance(code, int) else EXIT_DONE


class _Commands(click.Group):
    """A group that knows what is meant where a file is named in place of a command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and (args[0] == STDIN or os.path.exists(args[0])):
            raise click.UsageError(f"{args[0]!r} is no command; to parse it: {PROGRAM} parse {shlex.join(args)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsextract", prog_name=PROGRAM, message="%(prog)s %(version)s")
def commands() -> None:
    """Turn raw article text and article pages into typed records.

    Headline, byline, sections, paragraphs, lists, tables and quotes, with every date normalised and the place of each
    in the source.

    \b
    Examples:
      newsextract parse article.txt
      newsextract parse --format markdown article.txt > article.md
      newsextract view article.txt -o article.html
      newsextract batch dump.jsonl.gz -o articles
      newsextract report articles -o report.html
      newsextract schema > article.schema.json
    """


commands.add_command(parse)
commands.add_command(batch)
commands.add_command(report)
commands.add_command(show)
commands.add_command(view)


@commands.command()
def schema() -> None:
    """Print the JSON Schema of the records."""
    from ..export.schema import json_schema

    click.echo(json_schema().encode(), nl=False)
