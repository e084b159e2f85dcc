"""The published schema is the one that the records have, and records keep to it."""

from __future__ import annotations

import json
import re
import runpy
from typing import Any

import newsextract
from conftest import ROOT
from newsextract import Article
from newsextract.export.schema import json_schema

SCHEMA: dict[str, Any] = json.loads(json_schema())


def test_the_published_schema_has_not_drifted() -> None:
    published = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
    assert published == SCHEMA, "the records have changed: run `make schema` and read the difference"


def test_the_page_of_the_records_has_not_drifted() -> None:
    page = runpy.run_path(str(ROOT / "tools" / "schema.py"))["records_page"](SCHEMA)
    assert (ROOT / "docs" / "records.md").read_text(encoding="utf-8") == page, "run `make schema`"
    links = set(re.findall(r"\(#([a-z]+)\)", page))
    assert links <= {name.lower() for name in re.findall(r"^## (\w+)$", page, re.MULTILINE)}


def test_every_record_and_field_is_described() -> None:
    for name, record in {"Article": SCHEMA, **SCHEMA["$defs"]}.items():
        assert record["description"], name
        for field, schema in record["properties"].items():
            assert schema.get("description"), f"{name}.{field}"


def test_every_field_is_always_written() -> None:
    for record in (SCHEMA, *SCHEMA["$defs"].values()):
        assert set(record["required"]) == set(record["properties"])
    assert set(json.loads(Article().model_dump_json())) == set(SCHEMA["properties"])


def test_a_record_with_a_field_of_a_later_version_can_be_read() -> None:
    later = {**json.loads(Article(source="a").model_dump_json()), "schema_version": "1.7", "mood": "glad"}
    assert Article.model_validate(later).source == "a"


def test_every_public_name_is_there() -> None:
    assert dir(newsextract) == sorted(newsextract.__all__)
    for name in newsextract.__all__:
        assert getattr(newsextract, name) is not None
    assert not hasattr(newsextract, "no_such_name")
    assert newsextract.__version__.count(".") == 2
