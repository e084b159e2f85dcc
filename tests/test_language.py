"""Detection of the language: sentences of our own, one a language, and what must hold for any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract import find_dates, parse_html, parse_text
from newsextract.language import detect, tag

SENTENCES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "languages.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
assert len(SENTENCES) > 40


@pytest.mark.parametrize(("tag", "text"), SENTENCES, ids=[f"{tag} {text[:30]}" for tag, text in SENTENCES])
def test_sentences(tag: str, text: str) -> None:
    expected = None if tag == "none" else tag
    assert detect(text) == expected
    assert detect(text.upper()) == expected


@pytest.mark.parametrize(
    ("given_as", "expected"),
    [("deu", "de"), ("ger", "de"), ("eng_Latn", "en-Latn"), ("cmn-Hant", "zh-Hant"), ("iw", "he"), ("DEU", "de")],
)
def test_the_codes_of_corpora_are_the_tags_of_the_same_languages(given_as: str, expected: str) -> None:
    assert tag(given_as) == expected


@pytest.mark.parametrize("code", ["und", "mul", "mis", "zxx"])
def test_a_language_that_nobody_told_is_detected(code: str) -> None:
    assert tag(code) is None
    assert parse_text("Der Rat tagt am Montag, und er wird lange tagen.", language=code).language == "de"


@pytest.mark.parametrize(
    ("given_as", "expected"),
    [
        ("zh-hant", "zh-Hant"),
        ("EN-gb", "en-GB"),
        ("sr_LATN_rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("sl-ROZAJ", "sl-rozaj"),
        ("en-US-U-CA-Gregory", "en-US-u-ca-gregory"),
    ],
)
def test_a_tag_is_written_as_the_standard_writes_it(given_as: str, expected: str) -> None:
    assert tag(given_as) == expected
    page = f"<html lang='{given_as}'><p>1 2 3 4 5.</p></html>"
    assert parse_html(page).language == expected


def test_a_language_that_has_no_shorter_code_stays() -> None:
    assert (tag("ckb"), tag("fil"), tag("de_AT")) == ("ckb", "fil", "de-AT")


def test_a_long_text_is_read_as_a_short_one() -> None:
    text = "Der Rat tagt am Montag. " * 5
    assert detect(text) == detect(text * 20) == "de"


def test_a_quotation_in_another_language_is_not_taken_for_the_texts() -> None:
    spanish = "El consejo aprobó el lunes las cuentas del puerto y de la ciudad, según dijo el alcalde. " * 6
    assert detect(spanish + "The council had approved what was on the table and no more. " * 3 + spanish) != "en"


def test_a_heading_in_another_script_changes_nothing() -> None:
    chinese = "港口的货运量比去年同期增长，这对当地经济是好消息。" * 20
    assert detect("Weekly report on the harbour\n" * 8 + chinese) == "zh"
    assert detect("Linux Kernel 6.1 と GPU Driver を使う人のための話をしよう") == "ja"


def test_a_name_in_another_script_changes_nothing() -> None:
    assert detect("The ministry of Киев and the town of 北京 signed what they had agreed on Monday.") == "en"
    assert detect("Der Verein hat am Montag über die Stadt Ærø und über São Paulo gesprochen.") == "de"


@given(st.text(max_size=3000))
def test_total_and_the_same_each_time(text: str) -> None:
    assert detect(text) == detect(text)


def test_time_does_not_grow_with_the_text() -> None:
    start = time.perf_counter()
    for text in ("a" * 10**7, "the " * 10**6, "文" * 10**7, "\ud800" * 10**6, "я" * 10**7):
        detect(text)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Vendu pour 12 $ le 27 décembre 2018", "2018-12-27"),
        ("Reunión 3 septiembre 2019", "2019-09-03"),
        ("Cultura, 14 marzo 2016", "2016-03-14"),
        ("14 września 2020", "2020-09-14"),
        ("5 червня 2021", "2021-06-05"),
        ("12 Eylül 2022", "2022-09-12"),
        ("WASHINGTON, August 11 2003", "2003-08-11"),
        ("Las Vegas, 03/04/2024", "2024-03-04"),
        ("Des Moines 03/04/2024", "2024-03-04"),
        ("Das Boot opens in May 2024", "2024-05"),
    ],
)
def test_a_date_by_itself_is_read_in_a_language_of_its_month(text: str, value: str) -> None:
    assert [date.value for date in find_dates(text)] == [value]
