"""The command `batch` on Spark."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from ..batch.tally import Counts
from ..dumps import Input, extra
from . import DOCUMENT_SCHEMA, input_rows, manifest_of, read_batches
from .parts import Plan, finish_run, write_part

__all__ = ["run"]

#: Partitions for each of the cluster's slots: more even out documents of different sizes.
_PARTITIONS = 3
_COUNTS = pa.schema({"counts": pa.string()})


def run(inputs: tuple[Input, ...], plan: Plan) -> Counts:
    """Parse dumps into the shards of `plan`; what has been counted.

    It uses the session that is open, else one that Spark's own settings describe, by default on this machine. Documents
    of a large file are spread over all slots.
    """
    rows = input_rows(inputs)
    sql: Any = extra("pyspark.sql", "spark", "Spark runs")
    types: Any = extra("pyspark.sql.pandas.types", "spark", "Spark runs")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else a local Spark takes any python3 that it finds
    begun = time.monotonic()
    session = sql.SparkSession.builder.appName("newsextract").getOrCreate()
    options = plan.options
    read = partial(read_batches, fields=dict(options.fields), language=options.language)
    parts = (
        session.createDataFrame(rows)
        .repartition(len(rows))
        .mapInArrow(read, types.from_arrow_schema(DOCUMENT_SCHEMA))
        .repartition(_PARTITIONS * session.sparkContext.defaultParallelism)
        .mapInArrow(partial(_write, plan=plan), types.from_arrow_schema(_COUNTS))
        .collect()
    )
    counted = [json.loads(part["counts"]) for part in parts]
    return finish_run(plan, counted, manifest_of(inputs, options, "spark"), time.monotonic() - begun)


def _write(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    from pyspark import TaskContext

    context = TaskContext.get()
    assert context is not None
    counts = write_part(batches, context.partitionId(), plan)
    yield pa.RecordBatch.from_pydict({"counts": [json.dumps(counts)]}, schema=_COUNTS)
