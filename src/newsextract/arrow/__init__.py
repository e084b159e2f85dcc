"""Arrow in, Arrow out: the one function that Ray, Spark, Dask, `datasets` and all else that speaks Arrow call.

Needs the extra "arrow".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import InputError, missing

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    raise missing(error, "newsextract.arrow needs", "pyarrow", "arrow") from None

from ..dumps import Fields
from ..dumps.fields import as_text, is_empty
from ..items import read_item
from ..model import Article
from .schema import ARTICLE_SCHEMA, article_row, to_batch

__all__ = ["ARTICLE_SCHEMA", "extract_batch"]


def extract_batch(batch: pa.RecordBatch | pa.Table, *, fields: Mapping[str, str] | None = None) -> pa.RecordBatch:
    """An article for each row, in order, as ARTICLE_SCHEMA has them.

    Errors travel as columns: a row that cannot be read has `source`, `error` and `message`, and nothing else.

    Args:
        batch: Rows with a text or a page each, in columns of the usual names: see docs/batch.md.
        fields: Your own names of columns, by ours: {"text": "body"}.

    Raises:
        InputError: `batch` is neither a record batch nor a table, no column holds a text, none has the name that
            `fields` gives, or several have one that is read.

    >>> texts = ["Rain fell all day in the north of the country.", None]
    >>> batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": texts})
    >>> extract_batch(batch).select(["source", "language", "error"]).to_pylist()
    [{'source': 'a', 'language': 'en', 'error': None}, {'source': 'b', 'language': None, 'error': 'InputError'}]
    """
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        remedy = "pa.RecordBatch.from_pandas and from_pylist make one"
        raise InputError(f"extract_batch takes a pyarrow RecordBatch or Table, not {type(batch).__name__}; {remedy}")
    wanted = Fields(fields or {})
    names = batch.schema.names
    wanted.check(names, "the batch", 'fields={"text": NAME}')
    columns = [*dict.fromkeys(wanted.columns(names).values())]
    if twice := next((name for name in columns if names.count(name) > 1), None):
        raise InputError(f"the batch: has several columns {twice!r}; give each a name of its own")
    return to_batch([_row(wanted, row, at) for at, row in enumerate(batch.select(columns).to_pylist())])


def _row(fields: Fields, row: dict[str, Any], at: int) -> dict[str, Any]:
    own = fields.columns(row).get("source")
    source = as_text(row[own]) if own and not is_empty(row[own]) else None
    try:
        item = fields.item(row, source or f"row {at}")
    except InputError as error:
        return {"source": source, "error": type(error).__name__, "message": str(error)}
    if source is None:
        del item["source"]
    result = read_item(item, at)
    if isinstance(result, Article):
        return article_row(result.model_dump(mode="json"))
    return {"source": result.source, "error": result.error, "message": result.message}
