"""Ray and Spark, for who outgrows one machine: they distribute files and documents, and their tasks do what local
workers do.

Two steps: `documents.read_batches` reads the files that a record batch names, and `parts.write_part` parses the
documents that have come to its task and writes them as shards. In programs of your own the step is
`newsextract.arrow.extract_batch`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ..batch.folder import RunFolder, opened
from ..batch.job import Options, identity, is_done
from ..batch.progress import Progress
from ..batch.tally import Counts, counted
from ..dumps import find_inputs
from ..errors import EngineError
from ..extras import extra

__all__ = ["run_batch"]


def run_batch(
    engine: str, arguments: Sequence[str], out: Path, options: Options, *, restart: bool, progress: Progress
) -> Counts:
    """Do a run on "ray" or "spark", or the rest of one: the documents that no finished part has.

    Raises:
        InputError: The inputs or the folder cannot be used; nothing has been written.
        EngineError: The engine gave up. The same call goes on where this one stopped.
    """
    extra("pyarrow", engine, f"runs on {engine}")
    from .documents import input_rows
    from .parts import finish_run, plan_of

    module: Any = import_module(f".{engine}", __package__)
    inputs = find_inputs(arguments, options.fields, out=out)
    input_rows(inputs)  # what cannot be distributed is an error before anything is written
    with opened(RunFolder(out), identity(inputs, options, engine), restart=restart) as folder:
        if is_done(folder, progress):
            return Counts(folder.manifest["counts"])
        plan, kept = plan_of(folder, options)
        if kept.documents:
            progress.say(f"{out}: going on with what is left behind {counted(kept.documents, 'document')}")
        size = sum(each.size or 0 for each in inputs)
        try:
            numbers = module.write_parts(input_rows(inputs, kept.positions), plan, size)
        except module.errors() as error:
            raise EngineError(f"{engine}: {_reason(error)}; the same command goes on from here") from None
        return finish_run(folder, plan, [*kept.numbers, *numbers])


def _reason(error: BaseException) -> str:
    """The line of an engine's error that says why: the last, behind the tracebacks of the tasks."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
