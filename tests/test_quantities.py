"""Amounts: one file of cases, and what must hold for any text."""

from __future__ import annotations

import time
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.model import Quantity
from newsextract.quantities import LONGEST, kind_of_unit, read_quantity, read_unit

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "quantities.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
assert len(CASES) > 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]}".strip())
def test_cases(case: list[str]) -> None:
    text, language, number, *unit = case
    found = read_quantity(text, language or None)
    if number == "none":
        assert found is None
        return
    assert found is not None
    assert (format(found["number"], "f"), found["unit"] or "") == (number, unit[0] if unit else "")
    assert "E" not in str(found["number"])
    assert Quantity.model_validate(found).number == Decimal(number)


@given(st.text(max_size=LONGEST + 5), st.sampled_from([None, "en", "de", "fr", "zh", "ar", "xx"]))
def test_total(text: str, language: str | None) -> None:
    found = read_quantity(text, language)
    assert found is None or Quantity.model_validate(found).number.is_finite()
    read_unit(text, language)


@given(st.from_regex(r"[-+($£€ ]{0,3}[0-9][0-9.,' ]{0,12}[a-zA-Z%€)° ]{0,8}", fullmatch=True))
def test_total_on_what_looks_like_amounts(text: str) -> None:
    found = read_quantity(text)
    assert found is None or Quantity.model_validate(found).number.is_finite()


@given(st.integers(-(10**20), 10**20), st.sampled_from([("en", ","), ("de", "."), ("ru", "\u00a0"), ("de-CH", "’")]))
def test_whole_numbers_in_every_grouping(number: int, style: tuple[str, str]) -> None:
    language, separator = style
    found = read_quantity(f"{number:,}".replace(",", separator), language)
    assert found is not None
    assert found["number"] == number


def test_the_decimal_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 3
        found = read_quantity("£123456.789m")
    assert found is not None
    assert str(found["number"]) == "123456789000"


def test_what_the_header_says_completes_a_bare_number() -> None:
    def read(text: str, unit: str | None = "GBP", power: int = 6) -> tuple[str, str | None]:
        found = read_quantity(text, "en", unit=unit, power=power)
        assert found is not None
        return str(found["number"]), found["unit"]

    assert read("3.1") == ("3100000", "GBP")
    assert read("£3.1") == ("3100000", "GBP")
    assert read("3.1bn") == ("3100000000", "GBP")
    assert read("3.1m", power=0) == ("3100000", "GBP")
    assert read("5%") == ("5", "%")
    assert read("€5") == ("5", "EUR")
    assert read("(4.7)") == ("-4700000", "GBP")
    assert read("£50", unit=None, power=3) == ("50000", "GBP")
    assert read("5 km", unit=None, power=3) == ("5", "km")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("%", None, (0, "%")),
        ("£", None, (0, "GBP")),
        ("£m", "en", (6, "GBP")),
        ("£ million", "en", (6, "GBP")),
        ("£'000", "en", (3, "GBP")),
        ("US$ bn", "en", (9, "USD")),
        ("million euros", "en", (6, "EUR")),
        ("millions", "en", (6, None)),
        ("Mio. €", "de", (6, "EUR")),
        ("Mrd. Euro", "de", (9, "EUR")),
        ("M€", "fr", (6, "EUR")),
        ("milliers", "fr", None),
        ("млн руб.", "ru", (6, "RUB")),
        ("万人", "zh", (4, "人")),
        ("億円", "ja", (8, "JPY")),
        ("千円", "ja", (3, "JPY")),
        ("EUR", "de", (0, "EUR")),
        ("kg", "en", (0, "kg")),
        ("m", "en", (0, "m")),
        ("000s", "en", (3, None)),
        ("rank", "en", None),
        ("", "en", None),
        ("EUROPE", "en", None),
        ("x" * 100, "en", None),
    ],
)
def test_units_of_headers(text: str, language: str | None, expected: tuple[int, str | None] | None) -> None:
    assert read_unit(text, language) == expected


def test_kinds_of_units() -> None:
    assert [kind_of_unit(unit) for unit in ("GBP", "$", "kr", "%", "km", None)] == [
        "money",
        "money",
        "money",
        "percent",
        "number",
        "number",
    ]


def test_time_does_not_grow_with_the_text() -> None:
    start = time.perf_counter()
    for text in ("1" * 10**6, "1," * 10**6, " " * 10**6, "$" * 10**6, "1 " * 10**6 + "x", "x" * 10**6):
        read_quantity(text)
        read_unit(text)
    for text in ("1," * 20, "$" * 39 + "1", "1 " * 20, "1" * 40, "a" * 40, "1" + "m" * 39):
        for _ in range(200):
            read_quantity(text)
    assert time.perf_counter() - start < 2
