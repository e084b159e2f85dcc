"""Tables: typed columns, rows of cells, and the amounts and dates in them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, PlainSerializer

from ..errors import missing
from .base import Record, Span
from .date import Date

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BLANKS", "Cell", "Column", "ColumnKind", "Quantity", "Table", "unique_names"]

ColumnKind = Literal["text", "date", "number", "percent", "money"]

#: Cells that say that there is nothing, in any column: they have no value, and `records` gives None for them. Signs
#: that may say yes or no ("x", "?") or how good a thing is ("*") are not among them, nor what has other meanings beside
#: words ("TBA", "n.b.", "NM"); and case tells: "Na" is sodium.
BLANKS = frozenset(
    {"", "-", "–", "—", "―", "−", "--", "---", ".", "..", "...", "…", "-*", "–*", "—*", "无", "無", "暂无"}
    | {"n/a", "N/A", "n.a.", "N.A.", "na", "NA", "#N/A", "NaN", "n/m", "N/M", "n.m."}
    | {"n/d", "N/D", "n.d.", "s/d", "s.o.", "k.A.", "k. A.", "n.v.t.", "b.d."}
    | {"н/д", "н.д.", "н/п", "нет данных", "немає даних", "غير متاح", "不适用", "不適用", "なし", "없음"}
)


class Quantity(Record):
    """An amount: a plain number, a percentage, or money."""

    type: Literal["quantity"] = "quantity"
    """Tells a quantity from a date in `Cell.value`."""
    number: Annotated[
        Decimal,
        PlainSerializer(lambda number: format(number, "f"), return_type=str, when_used="json"),
        Field(allow_inf_nan=False),
    ]
    """The number in full, in plain notation: "£3.1m" is 3100000, "(4.7)" is -4.7."""
    unit: str | None = None
    """ISO 4217 code of a currency where the text names it for certain, its sign where it does not ("$"), "%", or a unit
    of measurement as written; null for a bare number."""


class Column(Record):
    """A column of a table."""

    name: str
    """The header's text, "" where the table has none."""
    kind: ColumnKind = "text"
    """What its cells hold, empty ones aside."""
    align: Literal["left", "center", "right"] | None = None
    """From a Markdown separator row (":--", ":-:", "--:"), else null."""


class Cell(Span):
    """A cell. An empty one has an empty span where it would stand."""

    text: str
    """Its text, escapes undone, white space folded."""
    value: Annotated[Date | Quantity, Field(discriminator="type")] | None = None
    """What it means where that is a date or an amount."""


class Table(Span):
    """A table laid out as a grid: each row has as many cells as there are columns."""

    type: Literal["table"] = "table"
    """Tells blocks apart."""
    caption: str | None = None
    """Its caption line ("Table 2: Visits by ward"), which lies in the table's span."""
    intro: str | None = None
    """The sentence ending in a colon right before it, which stays in its paragraph too."""
    columns: tuple[Column, ...]
    """The columns, left to right."""
    rows: tuple[tuple[Cell, ...], ...]
    """The rows below the header, each padded to the widest."""

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names, shape (columns,)."""
        return tuple(column.name for column in self.columns)

    def records(self) -> list[dict[str, Date | Quantity | str | None]]:
        """The rows as dicts: a `Date` or `Quantity` where a cell has a value, None where it is blank, else its text.

        A nameless column is "column N", counted from 1; a second "Share" is "Share 2".
        """
        keys = unique_names(self.header)
        return [{key: _cell_value(cell) for key, cell in zip(keys, row, strict=True)} for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """The table as a DataFrame of the same columns as `records`, blanks missing. Needs pandas.

        Numbers, percentages and money are floats where a column has one unit; where it has several they are as
        written, since their sum would mean nothing. A column of days is one of timestamps; one with
        coarser dates or times has their EDTF values. Cells of a text column, and any that are not of their column's
        kind, are as written.

        Raises MissingError, which is an ImportError, where pandas is not installed.
        """
        try:
            import pandas as pd
        except ModuleNotFoundError as error:
            raise missing(error, "Table.to_pandas needs", "pandas", "pandas") from None

        columns = {}
        for i, (key, column) in enumerate(zip(unique_names(self.header), self.columns, strict=True)):
            values = _plain_values([row[i] for row in self.rows], column.kind)
            if any(isinstance(value, dt.date) for value in values):
                values = [None if value is None else pd.Timestamp(value) for value in values]
            columns[key] = pd.Series(values, dtype=None if values else "object")
        return pd.DataFrame(columns)


def unique_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names fit for keys, in the columns' order.

    >>> unique_names(("", "Share", "Share", "Share 2"))
    ('column 1', 'Share', 'Share 2', 'Share 2 2')
    """
    taken: set[str] = set()
    last: dict[str, int] = {}  # by base: a thousand columns of one name are not counted from 1 each
    out = []
    for position, name in enumerate(names, start=1):
        base = name or f"column {position}"
        key, count = base, last.get(base, 1)
        while key in taken:
            count += 1
            key = f"{base} {count}"
        last[base] = count
        taken.add(key)
        out.append(key)
    return tuple(out)


def _cell_value(cell: Cell) -> Date | Quantity | str | None:
    """Its value, else its text, None where it is blank."""
    return cell.value or (None if cell.text in BLANKS else cell.text)


def _plain_values(cells: list[Cell], kind: ColumnKind) -> list[Any]:
    """A column's cells as plain values: floats, days (all of them or none), EDTF values or text; None for blanks."""
    written = [None if cell.text in BLANKS else cell.text for cell in cells]
    if kind == "text":
        return list(written)
    if kind == "date":
        dates = [cell.value if isinstance(cell.value, Date) else None for cell in cells]
        days = [_day(date) for date in dates]
        if all(day or text is None for day, text in zip(days, written, strict=True)):
            return list(days)
        return [(date and date.value) or text for date, text in zip(dates, written, strict=True)]
    amounts = [cell.value if isinstance(cell.value, Quantity) else None for cell in cells]
    if len({amount.unit for amount in amounts if amount is not None}) > 1:
        return list(written)
    return [float(amount.number) if amount else text for amount, text in zip(amounts, written, strict=True)]


def _day(date: Date | None) -> dt.date | None:
    """The day that a date names, None for a coarser one or a time."""
    return date.earliest if date is not None and date.precision == "day" and date.earliest == date.latest else None
