"""Every code of an issue is explained in docs/issues.md, and a text is known that raises it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import ROOT
from newsextract import Article, parse_html, parse_text
from newsextract.assemble.issues import CODES
from newsextract.items import read_item

RAISED_BY: dict[str, dict[str, Any]] = {
    "empty": {"text": " \n "},
    "html": {"text": "<!DOCTYPE html><html><body><p>It rained.</p></body></html>"},
    "lone-surrogate": {"text": "It rained \ud83c all day."},
    "no-article": {"page": "<html><head><title>Sign in</title></head><body><form>Name</form></body></html>"},
    "published-differs": {"text": "Updated 4 May 2024\nBy Ann Lee | 3 May 2024\nIt rained.", "published": "2024-05-05"},
    "ragged-table": {"text": "| a | b |\n| c |"},
    "table-width-guessed": {"text": "a|\nb|\nc|\nd|\n"},
    "too-deep": {"page": f"<p>It rained all day.</p>{'<div>' * 3_000}<p>It rained all night."},
    "unread-field": {"item": {"text": "It rained.", "published": "unknown"}},
}


#: Pages that have no article: one with no words and one with a menu alone.
BARE_PAGES = {
    "empty": ("", " ", "<html><body><img src='a.png'></body></html>", "<p> </p><script>1</script>"),
    "no-article": ("<nav><a href='/'>Home</a><a href='/x'>News</a></nav>", "<title>Sign in</title>"),
}


@pytest.mark.parametrize(("code", "page"), [(code, page) for code, pages in BARE_PAGES.items() for page in pages])
def test_a_page_is_empty_only_where_it_has_no_words(code: str, page: str) -> None:
    assert [issue.code for issue in parse_html(page).issues] == [code]


def test_the_documentation_lists_the_codes() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "issues.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == list(CODES)
    assert set(RAISED_BY) == set(CODES)


@pytest.mark.parametrize("code", RAISED_BY)
def test_a_text_raises_it(code: str) -> None:
    given = RAISED_BY[code]
    parse = parse_html if "page" in given else parse_text
    result = read_item(given["item"], 0) if "item" in given else parse(**given)
    assert isinstance(result, Article)
    assert [issue.code for issue in result.issues] == [code]


def test_a_dump_may_write_dates_in_any_way() -> None:
    item = {"text": "It rained.", "published": "Fri, 7 Feb 2025 08:15:00 GMT", "language": "English"}
    article = read_item(item, 0)
    assert isinstance(article, Article)
    assert article.published is not None
    assert str(article.published.earliest) == "2025-02-07"
    assert [issue.message for issue in article.issues] == ["language is 'English', and was left out."]


FRENCH = "La bibliothèque prêtera des outils dès avril, a annoncé mardi la mairie du village."


@pytest.mark.parametrize(
    ("fields", "value", "alternatives"),
    [
        ({"published": "01/05/2024"}, "2024-05-01", ("2024-01-05",)),  # as the text's language reads it
        ({"published": "01/05/2024", "language": "en"}, "2024-01-05", ("2024-05-01",)),  # as that of the field does
        ({"published": "01/05/2024", "language": "French"}, "2024-05-01", ("2024-01-05",)),
        ({"published": "01.05.2024", "language": "de"}, "2024-05-01", ()),
        ({"published": "May 1, 2024"}, "2024-05-01", ()),
    ],
)
def test_of_two_readings_of_a_dump_s_date_both_are_kept(
    fields: dict[str, str], value: str, alternatives: tuple[str, ...]
) -> None:
    article = read_item({"text": FRENCH, **fields}, 0)
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.value, article.published.alternatives) == (value, alternatives)


@pytest.mark.parametrize("published", ["May 2024", "2024-05", "2024", "spring 2024", "yesterday"])
def test_a_dump_s_date_that_is_no_day_costs_itself_alone(published: str) -> None:
    article = read_item({"text": FRENCH, "published": published}, 0)
    assert isinstance(article, Article)
    assert article.published is None
    assert [issue.message for issue in article.issues] == [f"published is '{published}', and was left out."]


def test_the_issue_of_a_table_has_its_span() -> None:
    (issue,) = parse_text("It rained.\n\n| a | b |\n| c |").issues
    assert (issue.start, issue.end) == (12, 27)


def test_surrogates_keep_the_offsets() -> None:
    article = parse_text("\ud83c rain\n\nIt rained \udfff on 3 May 2024, all day and all night, and nobody slept.")
    assert article.dates[0].start == 23
    assert "\ufffd" in article.paragraphs[-1].text
