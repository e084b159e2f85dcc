"""Rewrite what is published of the records: docs/schema.json and, as tables for people, docs/records.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsextract.export.schema import json_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"

INTRODUCTION = """\
# Records

What parsing gives, field by field, in its JSON form; [schema.json](schema.json) says the same for machines. In Python
the same names are attributes: arrays are tuples, numbers in strings `Decimal`, ISO dates `datetime.date`, null None.
Every field is always written. Offsets are half-open and count code points of the text that was parsed.

Written by `make schema`.
"""

#: The records in the order of reading. Any that is not named here comes last.
ORDER = (
    *("Article", "Headline", "Standfirst", "Byline", "Dateline", "Section", "Heading", "Paragraph", "ItemList"),
    *("ListItem", "Table", "Column", "Cell", "Quantity", "Quote", "Furniture", "Date", "Issue"),
)


def main() -> None:
    """Write both."""
    schema = json_schema()
    (DOCS / "schema.json").write_text(schema, encoding="utf-8", newline="\n")
    (DOCS / "records.md").write_text(records_page(json.loads(schema)), encoding="utf-8", newline="\n")


def records_page(schema: dict[str, Any]) -> str:
    """The page of all records."""
    records = {"Article": schema, **schema["$defs"]}
    names = [*(name for name in ORDER if name in records), *(name for name in records if name not in ORDER)]
    return "\n".join([INTRODUCTION, *(_record(name, records[name]) for name in names)])


def _record(name: str, record: dict[str, Any]) -> str:
    rows = [
        f"| `{field}` | {_type(schema)} | {_on_one_line(schema['description'])} |"
        for field, schema in record["properties"].items()
    ]
    head = ["| field | type | meaning |", "| --- | --- | --- |"]
    return "\n".join([f"## {name}", "", _on_one_line(record["description"]), "", *head, *rows, ""])


def _type(schema: dict[str, Any]) -> str:
    """
    >>> _type({"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Cell"}}, {"type": "null"}]})
    'array of [Cell](#cell), or null'
    """
    for union in ("anyOf", "oneOf"):
        if union in schema:
            types = [_type(each) for each in schema[union]]
            return " or ".join(types) if "null" not in types else f"{' or '.join(types[:-1])}, or null"
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in schema:
        return f'`"{schema["const"]}"`'
    if "enum" in schema:
        return ", ".join(f'`"{value}"`' for value in schema["enum"])
    if schema["type"] == "array":
        return f"array of {_type(schema['items'])}"
    if "minimum" in schema and "maximum" in schema:
        return f"{schema['type']}, {schema['minimum']} to {schema['maximum']}"
    return f"{schema['type']} ({schema['format']})" if "format" in schema else str(schema["type"])


def _on_one_line(description: str) -> str:
    return " ".join(description.split()).replace("|", "\\|")


if __name__ == "__main__":
    main()
