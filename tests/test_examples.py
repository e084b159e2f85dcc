"""Small texts and their records in detail, and one article's JSON in full."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cases import Case, look, parts_of, read_cases
from conftest import ROOT
from newsextract import Article, parse_text
from newsextract.assemble import assemble
from newsextract.text import Block

CASES = read_cases(ROOT / "tests/data/examples.txt")
assert len(CASES) > 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_example(case: Case) -> None:
    article = case.parse()
    assert parts_of(article, case) == case.parts
    assert {path: look(article, path) for path in case.details} == case.details


FROST = """Frost hits tea growers
By A. Writer | 7 Feb 2025 08:15 GMT
NAIROBI (Agency) - Frost has damaged fields.
Prices rise
Tea cost more on Tuesday."""

PUBLISHED: dict[str, Any] = {
    "type": "date",
    "text": "7 Feb 2025 08:15 GMT",
    "value": "2025-02-07T08:15+00:00",
    "precision": "minute",
    "kind": "time",
    "earliest": "2025-02-07",
    "latest": "2025-02-07",
    "basis": "explicit",
    "modifier": None,
    "alternatives": [],
    "origin": "text",
    "start": 38,
    "end": 58,
}
TUESDAY = PUBLISHED | {
    "text": "Tuesday",
    "value": "2025-02-04",
    "precision": "day",
    "kind": "date",
    "earliest": "2025-02-04",
    "latest": "2025-02-04",
    "basis": "relative",
    "start": 133,
    "end": 140,
}
FROST_RECORD = {
    "schema_version": "1.0",
    "source": None,
    "url": None,
    "language": "en",
    "headline": {"text": "Frost hits tea growers", "origin": "line", "start": 0, "end": 22},
    "standfirst": None,
    "byline": {"text": "By A. Writer | 7 Feb 2025 08:15 GMT", "authors": ["A. Writer"], "start": 23, "end": 58},
    "authors": ["A. Writer"],
    "dateline": {"text": "NAIROBI (Agency) - ", "place": "NAIROBI", "start": 59, "end": 78},
    "published": PUBLISHED,
    "modified": None,
    "sections": [
        {
            "heading": None,
            "blocks": [
                {
                    "type": "paragraph",
                    "text": "NAIROBI (Agency) - Frost has damaged fields.",
                    "start": 59,
                    "end": 103,
                }
            ],
        },
        {
            "heading": {"text": "Prices rise", "level": 2, "start": 104, "end": 115},
            "blocks": [{"type": "paragraph", "text": "Tea cost more on Tuesday.", "start": 116, "end": 141}],
        },
    ],
    "dates": [PUBLISHED, TUESDAY],
    "furniture": [],
    "issues": [],
}


def test_the_json_of_an_article() -> None:
    record = json.loads(parse_text(FROST).model_dump_json())
    # How sure it is may change with what it learns; that it says so may not.
    assert record["headline"].pop("confidence") > 0.5
    assert record["sections"][1]["heading"].pop("confidence") > 0.5
    assert record == FROST_RECORD
    assert list(record) == list(FROST_RECORD), "fields stand in the model's order"


def test_later_minor_versions_can_be_read() -> None:
    record = json.loads(parse_text(FROST).model_dump_json())
    later = record | {"schema_version": "1.7", "mood": "calm", "headline": record["headline"] | {"rank": 1}}
    assert Article.model_validate(later).headline == parse_text(FROST).headline


@pytest.mark.parametrize(("confidence", "promoted"), [(0.9, True), (0.3, False)])
def test_a_heading_that_is_hardly_one_is_not_promoted(confidence: float, promoted: bool) -> None:
    text = "It rained.\nMore of it\nIt rained."
    heading = Block("heading", "More of it", 11, 21, data={"level": 2, "confidence": confidence})
    blocks = [Block("paragraph", "It rained.", 0, 10), heading, Block("paragraph", "It rained.", 22, 32)]
    wire = assemble(blocks, text, source=None, language="en", published=None, headline=None, repair=False)
    assert (wire["headline"] is not None) == promoted
    assert wire["sections"][1]["heading"]["text"] == "More of it"
