"""Parts on Spark."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from ..extras import extra
from .documents import DOCUMENT_SCHEMA, read_batches
from .parts import Plan, write_part

__all__ = ["errors", "write_parts"]

#: Partitions for each of the cluster's slots: more even out documents of different sizes.
_PARTITIONS = 3
#: Bytes of input, packed as it is, for a partition: what is lost where a run is stopped; and the most partitions.
_PARTITION_BYTES, _MOST_PARTITIONS = 64_000_000, 10_000
_NUMBERS = pa.schema({"number": pa.int64()})


def errors() -> tuple[type[Exception], ...]:
    """What Spark raises for a run that it gives up."""
    return (
        extra("pyspark.errors", "spark", "Spark runs").PySparkException,
        extra("py4j.protocol", "spark", "Spark runs").Py4JError,
    )


def write_parts(rows: list[dict[str, Any]], plan: Plan, size: int) -> list[int]:
    """Parse the documents of the files that the rows name, `size` bytes in all; the numbers of the parts.

    It uses the session that is open, else one that Spark's own settings describe, by default on this machine. Documents
    of a large file are spread over all slots.
    """
    sql: Any = extra("pyspark.sql", "spark", "Spark runs")
    types: Any = extra("pyspark.sql.pandas.types", "spark", "Spark runs")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else a local Spark takes any python3 that it finds
    session = sql.SparkSession.builder.appName("newsextract").getOrCreate()
    options = plan.options
    read = partial(read_batches, fields=dict(options.fields))
    partitions = max(_PARTITIONS * session.sparkContext.defaultParallelism, size // _PARTITION_BYTES)
    parts = (
        session.createDataFrame(rows)
        .repartition(len(rows))
        .mapInArrow(read, types.from_arrow_schema(DOCUMENT_SCHEMA))
        .repartition(min(partitions, _MOST_PARTITIONS))
        .mapInArrow(partial(_write, plan=plan), types.from_arrow_schema(_NUMBERS))
        .collect()
    )
    return [part["number"] for part in parts]


def _write(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    from pyspark import TaskContext

    context = TaskContext.get()
    assert context is not None
    number = write_part(batches, context.partitionId(), plan)
    yield pa.RecordBatch.from_pydict({"number": [number]}, schema=_NUMBERS)
