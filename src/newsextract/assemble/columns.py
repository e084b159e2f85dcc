"""What a table's columns hold: whether its first row is a header, each column's kind, each cell's value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..dates import LONGEST_DATE
from ..model.table import BLANKS
from ..quantities import kind_of_unit, read_quantity, read_unit
from ..writing import words
from .cell_dates import ReadDate, names_days

__all__ = ["has_header", "type_columns"]

#: A column is of a kind if this share of its cells is; the rest may be remarks ("about 50", "not yet known").
SHARE = 0.8

#: Cells that count for no kind of column and yet may say something: zero, no change, not yet. In other columns they are
#: words, or stars.
_REMARKS = words(
    "* nil Nil NIL NM nm unch unch. Unch Unch. n/s n.s. n.c. n.b. i.u. TBA TBC TBD tba tbc tbd "
    "未定 待定 未公布 非公表 미정"
)

#: Rows below the first that `has_header` looks at: the first few show what a column holds.
LOOKED_AT = 8

#: A longer cell is no month alone.
LONGEST_MONTH = 20

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RECENT_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMERIC_DATE = re.compile(r"\D*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}(?!\d)")
_DATE_SHAPE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d(?:-\d\d)?|(?:1[5-9]|20)\d\d|\d{1,2}:\d\d")
_FIGURE = re.compile(r"[^\w\s]{0,3}\s?\d")
#: "up 3%", "c. £5m": an amount with a unit behind a word is no amount, and yet a figure.
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,8}\.?\s?(?=[^\s\w]{0,3}\d)")
#: What `_shape` says of cells under the name of a column.
_FIGURES = ("amount", "date", "figure")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")

_TRIANGLES = "▲△▼▽"

#: "900k", "2bn": thousands and billions of no unit.
_SCALED = re.compile(r"\d\s?(?:[kK]|bn|b|tn)$")

#: Names of columns of years.
_YEAR_WORDS = words(
    "year years jahr jahre année années annee an año años ano anos anno anni jaar jaren år aar vuosi rok roky év an "
    "anul yıl tahun năm any aasta metai gads godina leto mwaka год года годы рік година жыл έτος سنة السنة عام العام "
    "سال שנה वर्ष साल ปี 年 年份 年度 西暦 年次 연도 년도 년 season saison temporada stagione seizoen сезон"
)

#: "Revenue (£m)", "Umsatz [Mio. €]"
_BRACKETS = re.compile(r"[(\[（［【]([^()\[\]（）［］【】]{1,40})[)\]）］】]\s*")
#: "Выручка, млн руб.", "単位：億円"
_BEHIND_MARK = re.compile(r"[,;:，；：、/|]")
#: "Umsatz in Mio. Euro", "Montant en M€"
_IN = re.compile(r"\s(?:in|en|em|i|w|v|в|у)\s")
_BRACKETS_OR_MARKS = re.compile(rf"[)\]）］】]|{_BEHIND_MARK.pattern}|{_IN.pattern}")


def has_header(rows: list[list[str]], language: str | None = None, read_date: ReadDate | None = None) -> bool:
    """Whether the first of a table's rows names the columns, where no separator row says so.

    It does if all its cells are labels and one of them stands over figures: amounts, dates, or what begins as one
    ("$45–$70", "up 3%"); one figure is enough under a label that says what it is over ("Date", "%"). A label is text,
    or a year or another figure over plain amounts. Only the first cell, the corner, may be blank, and cells of columns
    that are blank throughout. A blank corner over labels of rows is enough by itself.
    Two rows of mere text have no header: nothing tells.

    >>> has_header([["Job", "Vacancies"], ["Nurse", "412"]]), has_header([["a", "b"], ["c", "d"]])
    (True, False)
    >>> has_header([["Job", "2023"], ["Nurse", "412"]]), has_header([["Ann", "31"], ["Bo", "29"]])
    (True, False)
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    head, body = rows[0], rows[1 : 1 + LOOKED_AT]
    corner = _is_blank(head[0])
    columns = []
    for i, name in enumerate(head[corner:], start=int(corner)):
        below = [row[i] for row in body if i < len(row) and not _is_blank(row[i])]
        if _is_blank(name):
            if below:
                return False
            continue
        kind = _shape(name, language, read_date)
        if kind == "amount" or (kind and not _are(("amount",), below, language, read_date)):
            return False
        columns.append((name, below))
    if corner and all(row and _LETTER.search(row[0]) for row in body):
        return True
    # Figures stand to the right, mostly, and one column of them is enough.
    return any(
        _are(_FIGURES, below, language, read_date, once=_names_figures(name, language))
        for name, below in reversed(columns)
    )


def _names_figures(name: str, language: str | None) -> bool:
    """Whether a column's name says that it holds dates, money or percentages."""
    if len(name) > LONGEST_DATE:
        return False
    if names_days(name) or not _YEAR_WORDS.isdisjoint(_WORD.findall(name.lower())):
        return True
    return kind_of_unit(_named_measure(name, language)[1]) != "number"


def _are(
    kinds: tuple[str, ...], texts: list[str], language: str | None, read_date: ReadDate | None, *, once: bool = False
) -> bool:
    """Whether a column's cells are of these kinds, but for a few; `once`: whether one is."""
    least = 1 if once else max(1, SHARE * len(texts))
    count, left = 0, len(texts)
    for text in texts:
        if count >= least or count + left < least:  # the rest changes nothing
            break
        count, left = count + (_shape(text, language, read_date) in kinds), left - 1
    return count >= least


def type_columns(
    names: list[str],
    aligns: list[str | None],
    rows: list[list[dict[str, Any]]],
    *,
    language: str | None,
    order_of_dates: str | None,
    dates_under: Callable[[str], ReadDate],
) -> list[dict[str, Any]]:
    """The columns of a table, in the wire form of `Column`; sets "value" of each cell dict of `rows`.

    All of a column decides together:

    - It is of a kind if four in five of its non-blank cells are, and at least two or all: dates; else amounts, "money"
      or "percent" if those are, "number" if they are mixed or bare. Anything else is "text".
    - Bare years are dates under a name such as "Year", and where all cells of at least two are from 1900 to 2099 and
      the header gives no unit. Elsewhere 1998 is a number.
    - Digits alone are no amounts in a column where one of them begins with a zero: those are ids.
    - Brackets around every cell of a column are not minus signs; such a column is text.
    - Where triangles of two sorts stand before amounts, none of them is the minus sign of Japanese accounts.
    - One numeric date with a part over 12 settles the order of all of them.
    - "May" is a month among dates, and a word elsewhere.
    - A year in the name or caption completes dates without one, a month the days under a name such as "Day"
      (`dates_under` gives the reader of a column).
    - A unit or scale in the name ("Revenue (£m)", "Umsatz in Mio. Euro", "Share %") completes bare numbers.

    A cell of a text column keeps its value where its whole text is a date or an amount, as in tables of facts
    ("Founded | 3 May 1998", "Staff | 412").
    """
    columns = []
    for i, (name, align) in enumerate(zip(names, aligns, strict=True)):
        cells = [row[i] for row in rows]
        kind = _type_column(name, cells, language, order_of_dates, dates_under(name))
        columns.append({"name": name, "kind": kind, "align": align})
    return columns


def _type_column(
    name: str, cells: list[dict[str, Any]], language: str | None, order: str | None, read_date: ReadDate
) -> str:
    for cell in cells:
        cell["value"] = None
    filled = [cell for cell in cells if not _is_blank(cell["text"])]
    texts = [cell["text"] for cell in filled]
    unread = filled
    if _DIGIT.search("".join(texts)):
        days = names_days(name) and any(text.isdecimal() and read_date(text, order) for text in texts)
        unread = filled if days else _read_amounts(name, filled, texts, language)
        order = (_order(texts) if unread else None) or order
    for cell in unread:
        cell["value"] = _date_of(cell, order, read_date)
    values = [cell["value"] for cell in filled if cell["value"]]
    amounts = [value for value in values if value["type"] == "quantity"]
    enough = max(SHARE * len(filled), min(2, len(filled)), 1)
    dated = len(values) - len(amounts)
    months = {} if dated == len(filled) else _months(filled, read_date, enough - dated)
    if dated + len(months) >= enough and (dated or len(months) > 1):
        for cell in filled:
            cell["value"] = cell["value"] or months.get(cell["start"])
        # "12.10" among dates is one of them, not an amount.
        for cell in filled:
            if cell["value"] and cell["value"]["type"] == "quantity":
                cell["value"] = _date_of(cell, order, read_date) or cell["value"]
        return "date"
    if len(amounts) < enough:
        return "text"
    kinds = [kind_of_unit(value["unit"]) for value in amounts]
    return next((kind for kind in ("money", "percent") if kinds.count(kind) >= SHARE * len(kinds)), "number")


def _read_amounts(
    name: str, cells: list[dict[str, Any]], texts: list[str], language: str | None
) -> list[dict[str, Any]]:
    """Set the values of cells that are amounts; answer those that may be dates instead. Where "900k" or "2bn" stand in
    the column, "1.5m" is no length."""
    if len(texts) > 1 and all(text[0] in "(（" for text in texts):
        return cells
    power, unit = _named_measure(name, language)
    years = _are_years(name, texts, measured=bool(power or unit))
    ids = any(text[0] == "0" and len(text) > 1 and text.isdecimal() for text in texts)
    millions = not unit and any(_SCALED.search(text) for text in texts)
    directions = len({text[0] for text in texts if text[0] in _TRIANGLES}) > 1
    unread = []
    for cell, text in zip(cells, texts, strict=True):
        if (years and _YEAR.fullmatch(text)) or (directions and text[0] in _TRIANGLES):
            unread.append(cell)
        elif not (ids and text.isdecimal()):
            if millions and text[-1] == "m" and text[-2:-1].isdigit():
                cell["value"] = read_quantity(text[:-1], language, power=6)
            else:
                cell["value"] = read_quantity(text, language, unit=unit, power=power)
            if cell["value"] is None:
                unread.append(cell)
    return unread


def _is_blank(text: str) -> bool:
    text = text.strip()
    return text in BLANKS or text in _REMARKS


def _read_date(text: str, order: str | None, read_date: ReadDate) -> dict[str, Any] | None:
    return read_date(text, order) if len(text) <= LONGEST_DATE else None


def _date_of(cell: dict[str, Any], order: str | None, read_date: ReadDate) -> dict[str, Any] | None:
    """The date that a cell is, with the cell's place in the source."""
    date = _read_date(cell["text"], order, read_date)
    return {**date, "start": cell["start"], "end": cell["end"]} if date else None


def _months(cells: list[dict[str, Any]], read_date: ReadDate, least: float) -> dict[int, dict[str, Any]]:
    """The cells without a value that are months if they are dates at all ("May"), by their places; where there cannot
    be so many as `least`, only some of them."""
    found: dict[int, dict[str, Any]] = {}
    open_cells = [cell for cell in cells if cell["value"] is None and len(cell["text"]) <= LONGEST_MONTH]
    for left, cell in zip(range(len(open_cells), 0, -1), open_cells, strict=True):
        if len(found) + left < least:
            break
        date = read_date(cell["text"], None, surely=True)
        if date is not None:
            found[cell["start"]] = {**date, "start": cell["start"], "end": cell["end"]}
    return found


def _are_years(name: str, texts: list[str], *, measured: bool) -> bool:
    years = [text for text in texts if len(text) == 4 and _YEAR.fullmatch(text)]
    if not years or measured:
        return False
    if not _YEAR_WORDS.isdisjoint(_WORD.findall(name.lower())):
        return len(years) >= SHARE * len(texts)
    return len(texts) >= 2 and all(_RECENT_YEAR.fullmatch(text) for text in texts)


def _order(texts: list[str]) -> str | None:
    """The order that the numeric dates of a column have in common, where one of them shows it.

    >>> _order(["03/04/2023", "13/04/2023"]), _order(["03/04/2023"]), _order(["13/04/2023", "04/13/2023"])
    ('DMY', None, None)
    """
    orders = set()
    for text in texts:
        match = _NUMERIC_DATE.match(text) if len(text) <= LONGEST_DATE else None
        if match:
            first, second = int(match[1]), int(match[2])
            orders.add("DMY" if first > 12 >= second else "MDY" if second > 12 >= first else None)
    orders.discard(None)
    return orders.pop() if len(orders) == 1 else None


def _named_measure(name: str, language: str | None) -> tuple[int, str | None]:
    """Power of ten and unit that a column's name gives: in brackets, behind a mark, behind "in", or, for money and
    percentages alone, as its last words or the whole of it.

    >>> [_named_measure(name, "en") for name in ("Revenue (£m)", "Sales in million euros", "Share %", "Weight (kg)")]
    [(6, 'GBP'), (6, 'EUR'), (0, '%'), (0, 'kg')]
    >>> [_named_measure(name, "en") for name in ("Kilometre", "Top 10 (a)")]
    [(0, None), (0, None)]
    """
    name = name.strip()
    if not name or len(name) > 200:
        return 0, None
    if _BRACKETS_OR_MARKS.search(name):
        bracketed = _BRACKETS.findall(name)
        spelled = [bracketed[-1]] if bracketed else []
        spelled += [name[matches[-1].end() :] for mark in (_BEHIND_MARK, _IN) if (matches := list(mark.finditer(name)))]
        for text in spelled:
            if measure := read_unit(_IN.sub("", f" {text.strip()}", count=1), language):
                return measure
    parts = name.split()[-3:]
    last = parts[-1]
    if _YEAR.fullmatch(last) or (all(map(str.isalpha, parts)) and not read_unit(last, language)):
        return 0, None
    for start in range(len(parts)):
        measure = read_unit(" ".join(parts[start:]), language)
        if measure and kind_of_unit(measure[1]) != "number":
            return measure
    return 0, None


def _shape(text: str, language: str | None, read_date: ReadDate | None) -> str | None:
    """What a cell is by itself: "date", "amount", "figure" for what begins as one, or None."""
    text = text.strip()
    if len(text) == 4 and _RECENT_YEAR.fullmatch(text):
        return "date"
    if read_quantity(text, language):
        return "amount"
    if _DATE_SHAPE.match(text) if read_date is None else _read_date(text, None, read_date):
        return "date"
    if _FIGURE.match(text):
        return "figure"
    word = _WORD_BEFORE.match(text)
    amount = read_quantity(text[word.end() :], language) if word else None
    return "figure" if amount and kind_of_unit(amount["unit"]) != "number" else None
