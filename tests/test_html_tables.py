"""Tables of pages: which of their rows name the columns, and what is a table without being marked as one."""

from __future__ import annotations

import pytest

from newsextract import Table, parse_html, parse_text, to_text

PROSE = [
    f"<p>The {place} stays shut for a second week, since the river has taken the bank away beneath it at night.</p>"
    for place in ("lower road", "old mill", "market", "north quay", "school", "bridge", "station", "bakery", "chapel")
]
ROWS = "<tr><td>Tolls<td>45.2<td>40.4<tr><td>Fares<td>3.1<td>1.2"


def table(markup: str) -> Table:
    """The only table of a page with this in it."""
    (found,) = parse_html(f"<h1>Flood live</h1>{''.join(PROSE[:4])}{markup}{''.join(PROSE[4:])}").tables
    return found


def names(found: Table) -> list[str]:
    return [column.name for column in found.columns]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "<tr><td><td colspan=2><b>Year to March</b><tr><td>(in millions)<td><b>2025</b><td><b>2024</b>",
            ["(in millions)", "Year to March 2025", "Year to March 2024"],
        ),
        (
            "<tr><td><b>Item</b><td colspan=2>Year to March<tr><td><td><b>2025</b><td><b>2024</b>",
            ["Item", "Year to March 2025", "Year to March 2024"],
        ),
        ("<tr><td><b>Item</b><td><b>2025</b><td><b>2024</b>", ["Item", "2025", "2024"]),
    ],
)
def test_rows_in_bold_and_cells_over_several_columns_name_these(head: str, expected: list[str]) -> None:
    found = table(f"<table>{head}{ROWS}</table>")
    assert names(found) == expected
    assert [[cell.text for cell in row] for row in found.rows] == [["Tolls", "45.2", "40.4"], ["Fares", "3.1", "1.2"]]


@pytest.mark.parametrize("group", ["<td><b>By road</b><td><td>", "<td colspan=3><b>By road</b>"])
def test_a_name_of_the_rows_below_names_no_column(group: str) -> None:
    found = table(f"<table><tr><td><b>Item</b><td><b>2025</b><td><b>2024</b><tr>{group}{ROWS}</table>")
    assert names(found) == ["Item", "2025", "2024"]
    assert found.rows[0][0].text == "By road"


def test_rows_that_are_all_in_bold_are_data() -> None:
    rows = "".join(f"<tr><td><b>{name}</b><td><b>{count}</b>" for name, count in (("Tolls", 45), ("Fares", 3)))
    assert len(table(f"<table>{rows}</table>").rows) == 2


def test_roles_make_a_table() -> None:
    row = "<div role=row><span role={}>{}</span><span role={}>{}</span></div>"
    rows = row.format("columnheader", "Ward", "columnheader", "Seats") + row.format("cell", "Mill", "cell", "3")
    found = table(f"<div role=table>{rows}{row.format('rowheader', 'Hill', 'cell', '2')}</div>")
    assert names(found) == ["Ward", "Seats"]
    assert [[cell.text for cell in row] for row in found.rows] == [["Mill", "3"], ["Hill", "2"]]


def test_roles_lose_no_text_that_stands_in_no_cell() -> None:
    row = "<div role=row><span role=cell>Mill</span><span role=cell>3</span></div>"
    article = parse_html(f"<h1>Flood live</h1>{PROSE[0]}<div role=table>{PROSE[1]}{row * 2}</div>{''.join(PROSE[2:])}")
    assert article.tables == ()
    assert PROSE[1][3:-4] in [each.text for each in article.paragraphs]


def test_a_table_of_roles_in_a_part_about_other_things_is_none_of_the_article() -> None:
    row = "<div role=row><span role=cell>Mill</span><span role=cell>3</span></div>"
    beside = f"<div class=sidebar><div role=table>{row * 3}</div></div>"
    article = parse_html(f"<h1>Flood live</h1>{''.join(PROSE[:4])}{beside}{''.join(PROSE[4:])}")
    assert article.tables == ()


@pytest.mark.parametrize("around", ["form", "x-part", "div"])
def test_rows_in_a_form_are_rows_of_the_table_around_it(around: str) -> None:
    found = table(
        f"<table><tr><th>Port<th>Ships<tr><td>Pell<td>12</tr><{around}><tr><td>Kiel<td>15</tr></{around}>"
        "<tr><td>Oslo<td>9</table>"
    )
    assert names(found) == ["Port", "Ships"]
    assert [row[0].text for row in found.rows] == ["Pell", "Kiel", "Oslo"]


def test_text_of_a_table_that_stands_in_no_cell_is_kept_beside_it() -> None:
    note, last = "All sums are rounded to the next thousand crowns.", "The town counts them again in the spring."
    rows = f"<table>{note}{ROWS}<tr>{last}<td>Rents<td>7.5<td>8.1</table>"
    article = parse_html(f"<h1>Flood live</h1>{''.join(PROSE[:4])}{rows}{''.join(PROSE[4:])}")
    at = [block.type for block in article.blocks].index("table")
    assert [getattr(block, "text", None) for block in article.blocks][at - 1 : at + 2] == [note, None, last]
    assert [row[0].text for row in article.tables[0].rows] == ["Tolls", "Fares", "Rents"]


@pytest.mark.parametrize("rows", ["{caption}<table>{rows}</table>", "<table>{rows}</table>{caption}"])
@pytest.mark.parametrize("is_last", [False, True])
def test_the_caption_of_a_figure_is_that_of_its_table_and_nothing_besides(rows: str, is_last: bool) -> None:
    figure = rows.format(caption="<figcaption>Income of the town</figcaption>", rows=ROWS)
    behind = "" if is_last else "".join(PROSE[4:])
    article = parse_html(f"<h1>Flood live</h1>{''.join(PROSE[:4])}<figure>{figure}</figure>{behind}")
    assert [each.caption for each in article.tables] == ["Income of the town"]
    assert article.furniture == ()


def test_backslashes_and_pipes_in_cells_come_back_from_the_raw_form() -> None:
    cells = [r"a\|b", "a\\", r"c|d \\| e", "|", r"\\|", r"C:\dir"]
    rows = "".join(f"<tr><td>{cell}<td>{number}" for number, cell in enumerate(cells))
    found = table(f"<table><tr><th>Path<th>Files{rows}</table>")
    assert [row[0].text for row in found.rows] == cells
    article = parse_html(f"<h1>Flood live</h1>{''.join(PROSE)}<table><tr><th>Path<th>Files{rows}</table>")
    raw = to_text(article)
    (back,) = parse_text(raw).tables
    assert [[cell.text for cell in row] for row in back.rows] == [[cell.text for cell in row] for row in found.rows]
    places = [[(cell.start, cell.end) for cell in row] for row in article.tables[0].rows]
    assert [[(cell.start, cell.end) for cell in row] for row in back.rows] == places
