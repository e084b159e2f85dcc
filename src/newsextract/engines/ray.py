"""Parts on Ray Data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pyarrow as pa

from ..extras import extra
from .documents import read_batches
from .parts import Plan, write_part

__all__ = ["errors", "write_parts"]

#: Documents that stand in a task's own memory at once.
_BATCH = 64


def errors() -> tuple[type[Exception], ...]:
    """What Ray raises for a run that it gives up."""
    return (extra("ray.exceptions", "ray", "Ray runs").RayError,)


def write_parts(rows: list[dict[str, Any]], plan: Plan, size: int) -> list[int]:
    """Parse the documents of the files that the rows name; the numbers of the parts.

    It uses the cluster that Ray is connected to, else one on this machine. Documents of a large file are spread over
    tasks, a shard's worth to each.
    """
    ray: Any = extra("ray", "ray", "Ray runs")
    data: Any = extra("ray.data", "ray", "Ray runs")
    ray.init(ignore_reinit_error=True, log_to_driver=False)
    options = plan.options
    documents = data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        partial(_read, fields=dict(options.fields)), batch_format="pyarrow", batch_size=1
    )
    numbers: list[int] = []

    class Shards(data.Datasink):  # type: ignore[misc]  # it is there only now
        def write(self, blocks: Any, ctx: Any) -> int:
            tables = (data.block.BlockAccessor.for_block(block).to_arrow() for block in blocks)
            return write_part((batch for table in tables for batch in table.to_batches(_BATCH)), ctx.task_idx, plan)

        def on_write_complete(self, write_result: Any) -> None:
            numbers.extend(write_result.write_returns)

    documents.repartition(target_num_rows_per_block=options.shard_size, strict=True).write_datasink(Shards())
    return numbers


def _read(table: pa.Table, fields: Mapping[str, str]) -> Iterator[pa.Table]:
    for batch in read_batches(table.to_batches(), fields):
        yield pa.Table.from_batches([batch])
