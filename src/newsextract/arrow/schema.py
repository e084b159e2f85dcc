"""The records as Arrow types, made of the models themselves, so that they cannot drift apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel

from ..model import Article, Cell

__all__ = ["ARTICLE_SCHEMA", "article_row", "to_batch", "value_columns"]

_PLAIN = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
    Decimal: pa.float64(),
}
#: What a cell means, in three columns: a date's EDTF, a quantity's number (as the nearest double; the JSON has all its
#: digits) and its unit.
_VALUE = (("date", pa.string()), ("number", pa.float64()), ("unit", pa.string()))

#: What a row without an article has: name of the error's class, and what is wrong.
_ERRORS = (("error", pa.string()), ("message", pa.string()))


def _type_of(annotation: Any) -> pa.DataType:
    """The Arrow type of a field."""
    if get_origin(annotation) is Annotated:
        return _type_of(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        return _type_of(members[0]) if len(members) == 1 else pa.struct(_merged(members))
    if get_origin(annotation) is tuple:
        return pa.list_(_type_of(get_args(annotation)[0]))
    if get_origin(annotation) is Literal:
        return pa.string()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields_of(annotation))
    return _PLAIN[annotation]


def _fields_of(model: type[BaseModel]) -> list[pa.Field]:
    fields = []
    for name, info in model.model_fields.items():
        if model is Cell and name == "value":
            fields += [pa.field(*column) for column in _VALUE]
        else:
            fields.append(pa.field(name, _type_of(info.annotation)))
    return fields


def _merged(models: list[type[BaseModel]]) -> list[pa.Field]:
    """Of a closed union: one struct with the fields of all its members, null where a member has none. `type` tells
    them apart."""
    fields: dict[str, pa.Field] = {}
    for model in models:
        for each in _fields_of(model):
            fields.setdefault(each.name, each)
    return list(fields.values())


ARTICLE_SCHEMA: pa.Schema = pa.schema([*_fields_of(Article), *(pa.field(*column) for column in _ERRORS)])
"""An article a row: the records of docs/records.md as nested structs, and the two columns of errors."""

_NO_VALUE: Mapping[str, None] = dict.fromkeys((name for name, _ in _VALUE), None)


def to_batch(rows: Sequence[Mapping[str, Any]], schema: pa.Schema = ARTICLE_SCHEMA) -> pa.RecordBatch:
    """Rows as a batch; what a row leaves out is null."""
    return pa.RecordBatch.from_struct_array(pa.array(rows, pa.struct(list(schema))))


def article_row(record: dict[str, Any]) -> dict[str, Any]:
    """An article as a row of ARTICLE_SCHEMA, from its JSON form, which is changed."""
    for section in record["sections"]:
        for block in section["blocks"]:
            for cells in block.get("rows", ()):
                for cell in cells:
                    cell.update(value_columns(cell.pop("value")))
    for date in (record["published"], record["modified"], *record["dates"]):
        if date is not None:
            for bound in ("earliest", "latest"):
                if date[bound] is not None:
                    date[bound] = dt.date.fromisoformat(date[bound])
    return record


def value_columns(value: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """What a cell means as its three columns, from its JSON form.

    >>> value_columns({"type": "quantity", "number": "3.5", "unit": "%"})
    {'date': None, 'number': 3.5, 'unit': '%'}
    """
    if value is None:
        return _NO_VALUE
    if value["type"] == "date":
        return {**_NO_VALUE, "date": value["value"]}
    return {**_NO_VALUE, "number": float(value["number"]), "unit": value["unit"]}
