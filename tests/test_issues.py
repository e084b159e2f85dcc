"""Every code of an issue is explained in docs/issues.md, and a text is known that raises it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import ROOT
from newsextract import parse_html, parse_text
from newsextract.assemble.issues import CODES

RAISED_BY: dict[str, dict[str, Any]] = {
    "empty": {"text": " \n "},
    "html": {"text": "<!DOCTYPE html><html><body><p>It rained.</p></body></html>"},
    "lone-surrogate": {"text": "It rained \ud83c all day."},
    "no-article": {"page": "<html><head><title>Sign in</title></head><body><form>Name</form></body></html>"},
    "published-differs": {"text": "Updated 4 May 2024\nBy Ann Lee | 3 May 2024\nIt rained.", "published": "2024-05-05"},
    "ragged-table": {"text": "| a | b |\n| c |"},
    "table-width-guessed": {"text": "a|\nb|\nc|\nd|\n"},
}


def test_the_documentation_lists_the_codes() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "issues.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == list(CODES)
    assert set(RAISED_BY) == set(CODES)


@pytest.mark.parametrize("code", RAISED_BY)
def test_a_text_raises_it(code: str) -> None:
    parse = parse_html if "page" in RAISED_BY[code] else parse_text
    assert [issue.code for issue in parse(**RAISED_BY[code]).issues] == [code]


def test_the_issue_of_a_table_has_its_span() -> None:
    (issue,) = parse_text("It rained.\n\n| a | b |\n| c |").issues
    assert (issue.start, issue.end) == (12, 27)


def test_surrogates_keep_the_offsets() -> None:
    article = parse_text("\ud83c rain\n\nIt rained \udfff on 3 May 2024, all day and all night, and nobody slept.")
    assert article.dates[0].start == 23
    assert "\ufffd" in article.paragraphs[-1].text
