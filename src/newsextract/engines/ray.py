"""The command `batch` on Ray Data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..arrow import extract_batch
from ..dumps import extra, find_inputs
from . import failures_in, input_rows, read_batches

__all__ = ["run"]


def run(arguments: tuple[str, ...], out: Path, fields: Mapping[str, str], language: str | None) -> int:
    """Parse dumps into Parquet files of ARTICLE_SCHEMA under `out`/articles; how many rows have an error instead.

    It uses the cluster that Ray is connected to, else one on this machine.
    """
    rows = input_rows(find_inputs(arguments, fields))
    ray: Any = extra("ray", "ray", "Ray runs")
    data: Any = extra("ray.data", "ray", "Ray runs")
    ray.init(ignore_reinit_error=True, log_to_driver=False)
    documents = data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        partial(_read, fields=dict(fields), language=language), batch_format="pyarrow", batch_size=1
    )
    articles = documents.map_batches(_extract, batch_format="pyarrow", batch_size=64)
    articles.write_parquet(str(out / "articles"))
    return failures_in(out)


def _read(table: pa.Table, fields: Mapping[str, str], language: str | None) -> Iterator[pa.Table]:
    for batch in read_batches(table.to_batches(), fields, language):
        yield pa.Table.from_batches([batch])


def _extract(table: pa.Table) -> pa.Table:
    return pa.Table.from_batches([extract_batch(batch) for batch in table.combine_chunks().to_batches()])
