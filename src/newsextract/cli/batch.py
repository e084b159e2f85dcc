"""The command `batch`: dumps of any size to shards of records."""

from __future__ import annotations

import math
import os
import re
import signal
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import MissingError
from ..extras import extra
from .inputs import check_options, check_stdin, name_failure
from .names import EXIT_DONE, EXIT_SOME_FAILED, EXIT_WRONG_USE, PROGRAM, STDIN

if TYPE_CHECKING:
    from ..batch.tally import Counts
    from ..errors import InputError

__all__ = ["batch"]

#: Tables that join number their articles by it: see `arrow.files.ARTICLES_IN_SHARD`.
_MOST_IN_SHARD = 500_000_000

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)B?", re.IGNORECASE)


class _Count(click.IntRange):
    name = "whole number"


class _Seconds(click.FloatRange):
    """More than none; "nan" is no number of them, though Python says so."""

    name = "number of seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        seconds = float(super().convert(value, param, ctx))
        if math.isnan(seconds):
            self.fail(f"{value!r} is no number of seconds", param, ctx)
        return seconds


class _Size(click.ParamType):  # type: ignore[type-arg]  # older versions of click have none
    """Bytes: 500M, 2G."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """A number with a unit as bytes."""
        from ..batch.job import LEAST_MEMORY

        match = _SIZE.fullmatch(str(value))
        if match is None:
            self.fail(f"{value!r} is no size; give one such as 500M or 2G", param, ctx)
        size = int(float(match[1]) * 1024 ** " KMGT".index(match[2].upper() or " "))
        if size < LEAST_MEMORY:
            self.fail(f"{value} is too little for a worker; give {LEAST_MEMORY // 1_000_000}M or more", param, ctx)
        return size


class _Folder(click.Path):
    """A folder on this machine; an address would become one of that name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        if "://" in str(value):
            self.fail(f"{value}: object stores are read, not written; give a folder, and copy it there", param, ctx)
        return Path(os.fsdecode(super().convert(value, param, ctx)))


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--out", metavar="FOLDER", required=True, type=_Folder(), help="Where to write.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True,
    help='jsonl: a record a line. parquet: with types; needs the extra "arrow".',
)  # fmt: skip
@click.option("--compress", type=click.Choice(["zstd"]), help="Pack shards of JSON Lines. Parquet is always packed.")
@click.option(
    "--layout",
    type=click.Choice(["nested", "tidy"]),
    default="nested",
    show_default=True,
    help="nested: an article a row. tidy: tables of articles, sections, blocks, items, cells and dates that join; "
    'needs the extra "arrow".',
)
@click.option(
    "--field", "fields", metavar="OURS=THEIRS", multiple=True,
    help="A dump's own name of text, html, source, url, title, published or language, such as text=story; once for "
    "each. Usual names are found without.",
)  # fmt: skip
@click.option("-l", "--language", metavar="TAG", help="Language of documents that do not say theirs.")
@click.option("--workers", type=_Count(min=1), metavar="N", help="Processes; as many as there are processors.")
@click.option(
    "--timeout", type=_Seconds(min=0, min_open=True), default=60, show_default=True, metavar="SECONDS",
    help="For a document. One that takes longer, twice, is rejected.",
)  # fmt: skip
@click.option("--memory", type=_Size(), metavar="SIZE", help="For a worker, such as 2G; four fifths of all together.")
@click.option(
    "--shard-size", type=_Count(1, _MOST_IN_SHARD), default=5_000, show_default=True, metavar="DOCUMENTS",
    help="For a file of the output.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["local", "ray", "spark"]), default="local", show_default=True,
    help="ray, spark: the same on a cluster, to a folder that all its nodes have.",
)  # fmt: skip
@click.option("--restart", is_flag=True, help="Begin anew: what a run wrote in the folder is removed.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def batch(
    inputs: tuple[str, ...],
    out: Path,
    form: str,
    compress: str | None,
    layout: str,
    fields: tuple[str, ...],
    language: str | None,
    workers: int | None,
    timeout: float,
    memory: int | None,
    shard_size: int,
    engine: str,
    restart: bool,
    quiet: bool,
) -> int:
    """Parse dumps into a folder of shards.

    An INPUT is a file, a folder, a glob, "-" or an address (s3://...): texts and pages, zip and tar, JSON Lines, CSV,
    Parquet, WARC and WET, packed or not. What cannot be read is in rejected.jsonl, all else in manifest.json. Run the
    same command again to go on with what was interrupted.

    \b
    Examples:
      newsextract batch dump.jsonl.gz -o articles
      newsextract batch --field text=body --format parquet 'crawl/*.parquet' -o articles
      newsextract batch --layout tidy CC-NEWS.warc.gz -o tables
    """
    from ..batch.folder import MANIFEST, REJECTED
    from ..batch.job import Options, Stopped
    from ..batch.progress import Progress
    from ..errors import InputError, NewsExtractError

    check_options(language, None)
    check_stdin(inputs)
    if compress and form == "parquet":
        raise click.UsageError("--compress is for JSON Lines; Parquet is always packed, leave it out")
    progress = Progress(quiet=quiet)
    again = f"the same command {'without --restart ' if restart else ''}goes on from here"
    try:
        _check_extras(form, compress, layout)
        chosen = {"workers": workers, "memory": memory}
        options = Options(
            fields=_pairs(fields), form=form, compress=compress, layout=layout, language=language,
            shard_size=shard_size, timeout=timeout, **{name: value for name, value in chosen.items() if value},
        )  # fmt: skip
        run = _runner(engine)
        failed: list[InputError] = []
        try:
            counts = run(inputs, out, options, restart=restart, progress=progress)
        except InputError:  # nothing has been written
            inputs, failed = _usable(inputs, options.fields, out)
            if not inputs or not failed:
                raise
            for error in failed:
                name_failure(error)
            counts = run(inputs, out, options, restart=restart, progress=progress)
    except NewsExtractError as error:
        progress.end()
        name_failure(error)
        return EXIT_WRONG_USE if isinstance(error, InputError) else EXIT_SOME_FAILED
    except OSError as error:
        progress.end()
        click.echo(f"{PROGRAM}: {out}: {error.strerror or error}; {again}", err=True)
        return EXIT_SOME_FAILED
    except (Stopped, KeyboardInterrupt) as stopped:
        progress.end()
        is_begun = os.path.exists(out / MANIFEST)
        progress.say(f"stopped; what is done is kept, and {again}" if is_begun else "stopped; nothing has been written")
        return 128 + (stopped.signal_number if isinstance(stopped, Stopped) else signal.SIGINT)
    finally:
        progress.end()
    for line in counts.summary(out / REJECTED):
        progress.say(line)
    return EXIT_SOME_FAILED if counts.failures or failed else EXIT_DONE


def _runner(engine: str) -> Callable[..., Counts]:
    """What runs a batch: on this machine, or on a cluster."""
    from ..batch.job import run_batch

    if engine == "local":
        return run_batch
    from .. import engines

    return partial(engines.run_batch, engine)


def _usable(inputs: tuple[str, ...], fields: Mapping[str, str], out: Path) -> tuple[tuple[str, ...], list[InputError]]:
    """The inputs that can be read, and what is wrong with each of the others; none of the latter where standard input,
    which cannot be looked at twice, is among them. Of a package that is not installed no input is to blame."""
    from ..dumps import find_inputs
    from ..errors import InputError

    usable: list[str] = []
    failed: list[InputError] = []
    for each in inputs if STDIN not in inputs else ():
        try:
            find_inputs([each], fields, out=out)
        except MissingError:
            raise
        except InputError as error:
            if fields and _is_usable(each, out):
                raise  # the names of fields are wrong, and not the input
            failed.append(error)
        else:
            usable.append(each)
    return tuple(usable), failed


def _is_usable(each: str, out: Path) -> bool:
    from ..dumps import find_inputs
    from ..errors import InputError

    try:
        find_inputs([each], out=out)
    except InputError:
        return False
    return True


def _check_extras(form: str, compress: str | None, layout: str) -> None:
    """Raise InputError where an extra that the shards need is not installed, before hours of work have gone by."""
    if form == "parquet" or layout == "tidy":
        extra("pyarrow", "arrow", "Parquet shards" if form == "parquet" else "tidy tables")
    if compress == "zstd":
        extra("zstandard", "batch", "compressed shards")


def _pairs(fields: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for field in fields:
        ours, sign, theirs = field.partition("=")
        if not sign or not theirs:
            raise click.UsageError(f"--field {field}: give OURS=THEIRS, such as text=body")
        if pairs.setdefault(ours, theirs) != theirs:
            raise click.UsageError(f"--field {field}: {ours} is {pairs[ours]!r} already; give one name for each")
    return pairs
