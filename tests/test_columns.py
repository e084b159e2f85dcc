"""Kinds of columns, values of cells, and whether a first row is a header."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.assemble.cell_dates import ReadDate
from newsextract.assemble.columns import has_header, type_columns
from newsextract.model import Cell, Column

MONTHS = {"january": 1, "may": 5, "juin": 6}


def read_date(text: str, order: str | None, surely: bool = False) -> dict[str, Any] | None:
    """A reader of few forms, in place of the library's own."""
    if re.fullmatch(r"\d{4}", text):
        return date(text, text, "year")
    if match := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text):
        month = MONTHS.get(match[2].lower())
        return date(text, f"{match[3]}-{month:02}-{int(match[1]):02}", "day") if month else None
    if match := re.fullmatch(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?", text):
        first, second = int(match[1]), int(match[2])
        month, day = (first, second) if order == "MDY" else (second, first)
        return date(text, f"{match[3] or 'XXXX'}-{month:02}-{day:02}", "day") if month < 13 else None
    return None


def under(name: str) -> ReadDate:
    """The same for any column."""
    return read_date


def date(text: str, value: str, precision: str) -> dict[str, Any]:
    return {"type": "date", "text": text, "value": value, "precision": precision}


def typed(
    name: str, *texts: str, language: str | None = "en", order: str | None = None
) -> tuple[str, list[str | None]]:
    """Kind of a column, and each cell's value in short."""
    rows = [[{"text": text, "value": "unset", "start": 0, "end": len(text)}] for text in texts]
    (column,) = type_columns([name], ["right"], rows, language=language, order_of_dates=order, dates_under=under)
    assert Column.model_validate(column).align == "right"
    for (cell,) in rows:
        Cell.model_validate(cell)
    values: list[Any] = [row[0]["value"] for row in rows]
    return column["kind"], [short(value) for value in values]


def short(value: dict[str, Any] | None) -> str | None:
    if value is None:
        return None
    if value["type"] == "date":
        return str(value["value"])
    return f"{value['number']} {value['unit'] or ''}".strip()


@pytest.mark.parametrize(
    ("name", "texts", "kind", "values"),
    [
        ("Seen", ("48,210", "12,733"), "number", ["48210", "12733"]),
        ("Share", ("71.4%", ""), "percent", ["71.4 %", None]),
        ("Cost", ("£3.1m", "£250k"), "money", ["3100000 GBP", "250000 GBP"]),
        ("Change", ("(4.7)", "+3", "n/a", "–"), "number", ["-4.7", "3", None, None]),
        ("Opened", ("3 May 1998", "4 January 2001"), "date", ["1998-05-03", "2001-01-04"]),
        ("Hospital", ("North", "South"), "text", [None, None]),
        ("Change", ("+8%", "+9%", "n/m", "unch.", "NM"), "percent", ["8 %", "9 %", None, None, None]),
        ("State", ("NM", "TX"), "text", [None, None]),
        ("", (), "text", []),
        ("Empty", ("", "-"), "text", [None, None]),
        ("One", ("12",), "number", ["12"]),
        # One remark in five does not make a column of numbers text.
        ("Seen", ("1", "2", "3", "4", "about 5"), "number", ["1", "2", "3", "4", None]),
        ("Seen", ("1", "2", "about 5"), "text", ["1", "2", None]),
        # Facts of several sorts keep their values.
        ("Value", ("3 May 1998", "412", "North"), "text", ["1998-05-03", "412", None]),
        ("Value", ("£5m", "12 km", "3%"), "number", ["5000000 GBP", "12 km", "3 %"]),
        # Years.
        ("Year", ("2019", "2020", "2021"), "date", ["2019", "2020", "2021"]),
        ("Year", ("1899",), "date", ["1899"]),
        ("", ("2019", "2020"), "date", ["2019", "2020"]),
        ("Founded", ("1923", "2004"), "date", ["1923", "2004"]),
        ("Visits", ("1950", "2210"), "number", ["1950", "2210"]),
        ("Height (m)", ("1950", "2010"), "number", ["1950 m", "2010 m"]),
        ("Seen", ("2019",), "number", ["2019"]),
        ("", ("(12)", "(20%)"), "text", [None, None]),
        # Ids.
        ("Postcode", ("01234", "90210"), "text", [None, None]),
        # The order of numeric dates, by the one that shows it.
        ("Day", ("03/04/2023", "13/04/2023"), "date", ["2023-04-03", "2023-04-13"]),
        ("Day", ("03/04/2023", "04/13/2023"), "date", ["2023-03-04", "2023-04-13"]),
        # Among dates "12.10" is one of them.
        ("Day", ("12.10", "1/2/2023", "2/2/2023", "3/2/2023", "4/2/2023"), "date", None),
        # Units and scales of the header.
        (
            "Revenue (£m)",
            ("3.1", "(0.4)", "5%", "£2bn", "7"),
            "money",
            ["3100000 GBP", "-400000 GBP", "5 %", "2000000000 GBP", "7000000 GBP"],
        ),
        ("Share (%)", ("71.4", "3"), "percent", ["71.4 %", "3 %"]),
        ("%", ("71.4", "3"), "percent", ["71.4 %", "3 %"]),
        ("Price $", ("5", "6"), "money", ["5 $", "6 $"]),
        ("Price ($)", ("5m", "6"), "money", ["5000000 $", "6 $"]),
        ("Weight, kg", ("5", "6.5"), "number", ["5 kg", "6.5 kg"]),
        ("Visitors (thousands)", ("5", "6.5"), "number", ["5000", "6500"]),
        ("Sales £'000", ("5", "6.5"), "money", ["5000 GBP", "6500 GBP"]),
        ("Minutes", ("5", "6"), "number", ["5", "6"]),
        ("Rank (of 20)", ("5", "6"), "number", ["5", "6"]),
    ],
)
def test_columns(name: str, texts: tuple[str, ...], kind: str, values: list[str | None] | None) -> None:
    found = typed(name, *texts)
    assert found[0] == kind
    if values is None:
        assert found[1][0] == "XXXX-10-12"
    else:
        assert found[1] == values


@pytest.mark.parametrize(
    ("language", "name", "texts", "kind", "values"),
    [
        ("de", "Umsatz in Mio. Euro", ("1.234,5", "3"), "money", ["1234500000 EUR", "3000000 EUR"]),
        ("de", "Anteil in Prozent", ("71,4", "3"), "percent", ["71.4 %", "3 %"]),
        ("de", "Jahr", ("1850", "1875"), "date", ["1850", "1875"]),
        ("fr", "Montant en M€", ("3,5", "1 200"), "money", ["3500000 EUR", "1200000000 EUR"]),
        ("es", "Población", ("1.234", "567"), "number", ["1234", "567"]),
        ("ru", "Выручка, млн руб.", ("1 234,5", "н/д"), "money", ["1234500000 RUB", None]),
        ("zh", "年份", ("1850", "1875"), "date", ["1850", "1875"]),
        ("zh", "人口（万人）", ("12.5", "30"), "number", ["125000 人", "300000 人"]),
        ("ja", "売上高（億円）", ("12.5", "30"), "money", ["1250000000 JPY", "3000000000 JPY"]),
        ("ja", "増減", ("▲1.2%", "3%"), "percent", ["-1.2 %", "3 %"]),
        ("ja", "前日比", ("▲1.2%", "△3%"), "text", [None, None]),
        ("en", "Price (p)", ("99p", "120"), "number", ["99 p", "120 p"]),
        ("sv", "Omsättning, MSEK", ("1 234,5", "3"), "money", ["1234500000 SEK", "3000000 SEK"]),
        ("ar", "النسبة (٪)", ("٧١٫٤", "٣"), "percent", ["71.4 %", "3 %"]),
    ],
)
def test_languages(language: str, name: str, texts: tuple[str, ...], kind: str, values: list[str | None]) -> None:
    assert typed(name, *texts, language=language) == (kind, values)


def test_the_articles_order_of_dates_is_used_where_the_column_shows_none() -> None:
    assert typed("Day", "03/04/2023", order="MDY")[1] == ["2023-03-04"]
    assert typed("Day", "03/04/2023", order="DMY")[1] == ["2023-04-03"]


def test_a_date_stands_where_its_cell_stands() -> None:
    rows: list[list[dict[str, Any]]] = [[{"text": "3 May 1998", "value": None, "start": 40, "end": 50}]]
    type_columns(["Day"], [None], rows, language="en", order_of_dates=None, dates_under=under)
    assert (rows[0][0]["value"]["start"], rows[0][0]["value"]["end"]) == (40, 50)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Job|Vacancies / Nurse|412", True),
        ("Hospital|Seen|Share / St Anne's|48,210|71.4% / Moor Lane|12,733|", True),
        ("a|b / c|d", False),
        ("Ann|31 / Bo|29", False),
        ("Job|2019|2020 / Nurse|412|400", True),
        ("|2019|2020 / Nurse|412|400", True),
        ("2019|2020 / 412|400", True),
        ("2019|2020 / 2021|2022", False),
        ("Event|Date / Opening|3 May 1998", True),
        ("Opening|3 May 1998 / Closing|4 January 2001", False),
        ("|Ann|Bo / Town|Rome|Oslo", True),
        ("|Ann|Bo / |Rome|Oslo", False),
        ("Name|Club| / Ann|31|x", False),
        ("Job|Vacancies", False),
        ("Job / 412", False),
        ("职位|空缺 / 护士|412", True),
        ("Beruf|Stellen / Pflege|1.234", True),
        ("Job|Seen / Nurse|n/a", False),
        ("Job|Seen / Nurse|about 5 / Cook|12", False),
        # Ranges and remarks begin as amounts do.
        ("Job|Price / Nurse|$45–$70 / Cook|$12 (net)", True),
        ("Job|16–24|25–34 / Nurse|12|13", True),
        ("1.|Ann / 2.|Bo", False),
        ("3 Elm Street|Ann / 5 Oak Street|Bo", False),
        # What says that there is no figure is none.
        ("Item|Rate / A|n/m / B|5% / C|6%", True),
        ("Item|Rate / A|TBC / B|5%", True),
        ("Item|Rate / A|nil / B|unch. / C|6%", True),
        ("Item|Rate / A|–* / B|6%", True),
        ("State|Name / NM|Ann / TX|Bo", False),
        # An amount with a unit behind a word begins as none does, and is a figure.
        ("Item|Rate / A|c. 5% / B|up 3% / C|up £5", True),
        ("A|up 3% / B|c. 5%", False),
        ("Ann|Room 4 / Bo|Room 5", False),
        # Under a name that says what stands there, one is enough.
        ("Date|Event / 3 May 1998|Start / to be decided|Party / later|End", True),
        ("Item|% / A|none yet / B|5%", True),
        ("Item|Rate / A|none yet / B|5%", False),
        ("Date|Event / soon|Start / to be decided|Party", False),
        # A column that is blank throughout has a blank name.
        ("Job|Seen| / Nurse|12|", True),
    ],
)
def test_headers(rows: str, expected: bool) -> None:
    texts = [row.split("|") for row in rows.split(" / ")]
    assert has_header(texts, "en", read_date) is expected


def test_headers_over_plain_dates_without_a_reader() -> None:
    assert has_header([["Event", "Date"], ["Opening", "2023-05-03"]])
    assert not has_header([[], []])
    assert not has_header([])


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), min_size=1, max_size=5))
def test_total(texts: list[list[str]]) -> None:
    has_header(texts, None, read_date)
    rows = [[{"text": text, "value": None, "start": 0, "end": 0} for text in row] for row in texts[1:]]
    columns = type_columns(texts[0], [None, None], rows, language=None, order_of_dates=None, dates_under=under)
    assert [Column.model_validate(column).name for column in columns] == texts[0]


def test_time_grows_with_the_cells_alone() -> None:
    start = time.perf_counter()
    for text in ("(" * 10**6, "1/" * 10**6, "a " * 10**6, ", " * 10**6, "in " * 10**6):
        typed(text, text)
        has_header([[text, text], [text, text]])
    typed("Day", *["3 May 1998", "12.10"] * 10**3, *["4 May 1998"] * 10**4)
    assert time.perf_counter() - start < 2
