"""The command `batch` on Spark."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..arrow import ARTICLE_SCHEMA, extract_batch
from ..dumps import extra, find_inputs
from . import DOCUMENT_SCHEMA, failures_in, input_rows, read_batches

__all__ = ["run"]

#: Partitions for each of the cluster's slots: more even out documents of different sizes.
_PARTITIONS = 3


def run(arguments: tuple[str, ...], out: Path, fields: Mapping[str, str], language: str | None) -> int:
    """Parse dumps into Parquet files of ARTICLE_SCHEMA under `out`/articles; how many rows have an error instead.

    It uses the session that is open, else one that Spark's own settings describe, by default on this machine.
    """
    rows = input_rows(find_inputs(arguments, fields))
    sql: Any = extra("pyspark.sql", "spark", "Spark runs")
    types: Any = extra("pyspark.sql.pandas.types", "spark", "Spark runs")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else a local Spark takes any python3 that it finds
    session = sql.SparkSession.builder.appName("newsextract").getOrCreate()
    parts = _PARTITIONS * session.sparkContext.defaultParallelism
    read = partial(read_batches, fields=dict(fields), language=language)
    articles = (
        session.createDataFrame(rows)
        .repartition(len(rows))
        .mapInArrow(read, types.from_arrow_schema(DOCUMENT_SCHEMA))
        .repartition(parts)
        .mapInArrow(_extract, types.from_arrow_schema(ARTICLE_SCHEMA))
    )
    target = str((out / "articles").absolute())
    articles.write.mode("overwrite").parquet(target)
    return failures_in(out)


def _extract(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield extract_batch(batch)
