"""The command `batch` on Ray Data."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pyarrow as pa

from ..batch.tally import Counts
from ..dumps import Input, extra
from . import input_rows, manifest_of, read_batches
from .parts import Plan, finish_run, write_part

__all__ = ["run"]


def run(inputs: tuple[Input, ...], plan: Plan) -> Counts:
    """Parse dumps into the shards of `plan`; what has been counted.

    It uses the cluster that Ray is connected to, else one on this machine. Documents of a large file are spread over
    tasks, a shard's worth to each.
    """
    rows = input_rows(inputs)
    ray: Any = extra("ray", "ray", "Ray runs")
    data: Any = extra("ray.data", "ray", "Ray runs")
    begun = time.monotonic()
    ray.init(ignore_reinit_error=True, log_to_driver=False)
    options = plan.options
    documents = data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        partial(_read, fields=dict(options.fields), language=options.language), batch_format="pyarrow", batch_size=1
    )
    parts: list[dict[str, Any]] = []

    class Shards(data.Datasink):  # type: ignore[misc]  # it is there only now
        def write(self, blocks: Any, ctx: Any) -> dict[str, Any]:
            tables = (data.block.BlockAccessor.for_block(block).to_arrow() for block in blocks)
            return write_part((batch for table in tables for batch in table.to_batches(_BATCH)), ctx.task_idx, plan)

        def on_write_complete(self, write_result: Any) -> None:
            parts.extend(write_result.write_returns)

    documents.repartition(target_num_rows_per_block=options.shard_size, strict=True).write_datasink(Shards())
    return finish_run(plan, parts, manifest_of(inputs, options, "ray"), time.monotonic() - begun)


#: Documents that stand in a task's own memory at once.
_BATCH = 64


def _read(table: pa.Table, fields: Mapping[str, str], language: str | None) -> Iterator[pa.Table]:
    for batch in read_batches(table.to_batches(), fields, language):
        yield pa.Table.from_batches([batch])
