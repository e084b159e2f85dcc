"""Tables: typed columns, rows of cells, and the amounts and dates in them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, PlainSerializer

from .base import Record, Span
from .date import Date

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Cell", "Column", "ColumnKind", "Quantity", "Table"]

ColumnKind = Literal["text", "date", "number", "percent", "money"]

#: Cells that say that there is nothing: they have no value, and `records` gives None for them.
BLANKS = frozenset({"", "-", "–", "—", "−", "--", "..", "...", "…", "n/a", "N/A", "n.a.", "na", "NA", "k.A.", "n.d.", "s.o.", "н/д", "無", "无"})


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
        return [{key: cell_value(cell) for key, cell in zip(keys, row, strict=True)} for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """The table as a DataFrame of the same columns as `records`: amounts as floats (their unit is the column's
        affair), days as timestamps, coarser dates as their EDTF values, blanks as missing. Needs pandas."""
        import pandas as pd

        keys = unique_names(self.header)
        columns = {key: [plain_value(cell) for cell in cells] for key, cells in zip(keys, self._by_column(), strict=True)}
        for key, column in zip(keys, self.columns, strict=True):
            if column.kind == "date" and all(value is None or isinstance(value, dt.date) for value in columns[key]):
                columns[key] = [None if value is None else pd.Timestamp(value) for value in columns[key]]
        return pd.DataFrame(columns, columns=list(keys))

    def _by_column(self) -> list[list[Cell]]:
        return [[row[i] for row in self.rows] for i in range(len(self.columns))]


def unique_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """
    >>> unique_names(("", "Share", "Share", "Share 2"))
    ('column 1', 'Share', 'Share 2', 'Share 2 2')
    """
    taken: set[str] = set()
    out = []
    for position, name in enumerate(names, start=1):
        base = name or f"column {position}"
        key, count = base, 1
        while key in taken:
            count += 1
            key = f"{base} {count}"
        taken.add(key)
        out.append(key)
    return tuple(out)


def cell_value(cell: Cell) -> Date | Quantity | str | None:
    if cell.value is not None:
        return cell.value
    return None if cell.text in BLANKS else cell.text


def plain_value(cell: Cell) -> Any:
    """A cell as a plain Python value: float, date, EDTF text, text or None."""
    value = cell_value(cell)
    if isinstance(value, Quantity):
        return float(value.number)
    if isinstance(value, Date):
        if value.precision == "day" and value.earliest is not None and value.earliest == value.latest:
            return value.earliest
        return value.value or value.text
    return value
