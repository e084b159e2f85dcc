"""Tables as records: dicts and data frames."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

import pytest

from newsextract.model import Cell, Column, Date, Quantity, Table
from newsextract.model.table import unique_names


def day(value: str) -> Date:
    date = dt.date.fromisoformat(value)
    return Date(text=value, value=value, precision="day", earliest=date, latest=date)


def month(value: str) -> Date:
    first = dt.date.fromisoformat(value + "-01")
    return Date(text=value, value=value, precision="month", earliest=first, latest=first.replace(day=28))


def cell(text: str, value: Date | Quantity | None = None) -> Cell:
    return Cell(text=text, value=value, start=0, end=len(text))


def amount(text: str, number: str, unit: str | None = None) -> Cell:
    return cell(text, Quantity(number=Decimal(number), unit=unit))


def table(kinds: dict[str, Any], *rows: list[Cell]) -> Table:
    columns = tuple(Column(name=name.rstrip("\0"), kind=kind) for name, kind in kinds.items())
    return Table(columns=columns, rows=tuple(map(tuple, rows)), start=0, end=0)


HOSPITALS = table(
    {"Hospital": "text", "Opened": "date", "Share": "percent", "Share\0": "number", "": "text"},
    [cell("North"), cell("3 May 1998", day("1998-05-03")), amount("71.4%", "71.4", "%"), amount("0", "0"), cell("n/a")],
    [cell("South"), cell("–"), cell("n/a"), cell(""), amount("12", "12")],
)


def test_records() -> None:
    first, second = HOSPITALS.records()
    assert list(first) == ["Hospital", "Opened", "Share", "Share 2", "column 5"]
    assert first["Opened"] == day("1998-05-03")
    assert first["Share"] == Quantity(number=Decimal("71.4"), unit="%")
    assert first["Share 2"] == Quantity(number=Decimal("0"))
    assert first["column 5"] is None
    assert (second["Opened"], second["Share"], second["Share 2"]) == (None, None, None)
    assert second["Hospital"] == "South"


def test_records_keep_stars_and_words_that_are_short_for_something() -> None:
    texts = ("*", "**", "TBA", "n.b.", "n.s.")
    notes = table({"Stars": "text"}, *([cell(text)] for text in texts))
    assert [row["Stars"] for row in notes.records()] == list(texts)


def test_a_table_without_rows() -> None:
    empty = table({"a": "text", "b": "number"})
    assert empty.records() == []
    assert empty.header == ("a", "b")


def test_amounts_survive_json_in_plain_notation() -> None:
    found = Quantity(number=Decimal("3.1E+6"), unit="GBP")
    assert found.model_dump_json() == '{"type":"quantity","number":"3100000","unit":"GBP"}'
    assert Quantity.model_validate_json(found.model_dump_json()) == found


def test_to_pandas() -> None:
    pd = pytest.importorskip("pandas")
    frame = HOSPITALS.to_pandas()
    assert list(frame.columns) == ["Hospital", "Opened", "Share", "Share 2", "column 5"]
    assert frame["Opened"].iloc[0] == pd.Timestamp("1998-05-03")
    assert pd.api.types.is_datetime64_any_dtype(frame["Opened"])
    assert pd.isna(frame["Opened"].iloc[1])
    assert frame["Share"].dtype == float
    assert frame["Share"].iloc[0] == 71.4
    assert frame["Share"].isna().tolist() == [False, True]
    assert frame["Share 2"].dtype == float
    # A column of text is text throughout.
    assert frame["column 5"].iloc[1] == "12"
    assert pd.isna(frame["column 5"].iloc[0])


def test_pandas_that_is_missing_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r'Table.to_pandas needs pandas: pip install "newsextract\[pandas\]"'):
        HOSPITALS.to_pandas()


def test_to_pandas_keeps_what_is_not_of_the_columns_kind() -> None:
    pytest.importorskip("pandas")
    mixed = table(
        {"When": "date", "Seen": "number"},
        [cell("3 May 1998", day("1998-05-03")), amount("12", "12")],
        [cell("June 1998", month("1998-06")), cell("about 50")],
        [cell("unknown"), amount("13.50", "13.50")],
    )
    frame = mixed.to_pandas()
    assert frame["When"].tolist() == ["1998-05-03", "1998-06", "unknown"]
    assert frame["Seen"].tolist() == [12.0, "about 50", 13.5]


def test_to_pandas_takes_old_days_and_no_rows() -> None:
    pytest.importorskip("pandas")
    old = table({"When": "date"}, [cell("14 October 1066", day("1066-10-14"))])
    assert old.to_pandas()["When"].iloc[0].year == 1066
    assert table({"When": "date", "b": "number"}).to_pandas().shape == (0, 2)
    assert table({}).to_pandas().shape == (0, 0)


def test_many_columns_of_one_name_are_numbered_in_turn() -> None:
    names = unique_names(("a",) * 30_000)  # what was quadratic took two minutes
    assert (names[0], names[1], names[-1]) == ("a", "a 2", "a 30000")
