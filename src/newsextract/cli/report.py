"""The command `report`: a run of `batch` as one page."""

from __future__ import annotations

from pathlib import Path

import click

from .inputs import name_failure
from .names import EXIT_SOME_FAILED, EXIT_WRONG_USE
from .outputs import check_out, page_option, write_page

__all__ = ["report"]


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@page_option
def report(folder: Path, out: str) -> int:
    """Show what a run of `batch` has done, as a page.

    FOLDER is what `newsextract batch -o` wrote, in any of its forms. The page has counts and speed, failures by kind
    and reason, languages, kinds of blocks, dates by month, sizes of tables and lists, and ten articles at random as
    `view` shows them. It needs no network. The same run gives the same page. Of a run with a shard that is damaged or
    missing there is none, and the exit code is 1. Needs the extra "report".

    \b
    Examples:
      newsextract batch dump.jsonl.gz -o articles
      newsextract report articles -o report.html
    """
    from ..errors import InputError, StoreError
    from ..report import report_page
    from ..report.run import open_run

    try:
        check_out(out, open_run(folder).files)
        page = report_page(folder)
    except InputError as error:
        name_failure(error)
        return EXIT_SOME_FAILED if isinstance(error, StoreError) else EXIT_WRONG_USE
    return write_page(page, out)
