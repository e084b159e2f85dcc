"""The fixtures' articles: their records as written down, their outlines as an editor wrote them by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import ROOT
from invariants import check, parts, place, tree, within
from newsextract import Article, parse_text, to_text
from newsextract.model import Issue, ItemList, Quote, Table
from outline import fold, outline

ARTICLES = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
assert len(ARTICLES) >= 60

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


def read(path: Path) -> str:
    """The text with the newlines that it has."""
    return path.read_bytes().decode("utf-8")


@each_article
def test_the_records_are_the_golden_ones(path: Path) -> None:
    golden = path.with_suffix(".json")
    assert golden.exists(), "run `make golden`"
    record = json.loads(parse_text(read(path)).model_dump_json())
    assert record == json.loads(golden.read_text(encoding="utf-8")), "run `make golden` and read the difference"


def test_no_golden_record_is_without_its_text() -> None:
    assert {path.stem for path in (ROOT / "fixtures" / "articles").glob("*.json")} == {path.stem for path in ARTICLES}


@each_article
def test_the_outline_is_the_one_written_by_hand(path: Path) -> None:
    expected = path.with_suffix(".outline").read_text(encoding="utf-8")
    assert outline(parse_text(read(path))).split("\n") == expected.split("\n")


@each_article
def test_the_golden_records_stand_where_they_say(path: Path) -> None:
    """In the file, not as parsed: a record that was read from a database says as much."""
    text = read(path)
    article = Article.model_validate_json(path.with_suffix(".json").read_text(encoding="utf-8"))
    check(text, article)
    for record in [*parts(article), *within(article)]:
        start, end = place(record)
        if not isinstance(record, Quote | ItemList | Table | Issue):
            assert without_space(getattr(record, "text", "")) in without_space(text[start:end])


def without_space(text: str) -> str:
    return fold(text).replace(" ", "").replace("\\|", "|")


@each_article
def test_the_raw_form_gives_the_same_article(path: Path) -> None:
    article = parse_text(read(path))
    assert tree(parse_text(to_text(article))) == tree(article)
