"""The JSON Schema of the records, as they are written."""

from __future__ import annotations

import json

from ..model import Article

__all__ = ["json_schema"]


def json_schema() -> str:
    """The JSON Schema (2020-12) of an article's JSON, indented, with a newline at its end."""
    schema = Article.model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
