"""Rewrite the golden records of the fixtures: what the parser makes of each article, as JSON. Read the difference, then
commit it."""

from __future__ import annotations

import json
from pathlib import Path

import newsextract as nx

ARTICLES = Path(__file__).resolve().parent.parent / "fixtures" / "articles"


def main() -> None:
    """Write `NAME.json` beside each `NAME.txt`, and name those that changed."""
    paths = sorted(ARTICLES.glob("*.txt"))
    changed = 0
    for path in paths:
        golden = path.with_suffix(".json")
        record = golden_record(path)
        if not golden.exists() or golden.read_text(encoding="utf-8") != record:
            golden.write_text(record, encoding="utf-8", newline="\n")
            print(f"changed: {golden.name}")
            changed += 1
    for golden in sorted(ARTICLES.glob("*.json")):
        if golden.with_suffix(".txt") not in paths:
            golden.unlink()
            print(f"removed: {golden.name}")
    print(f"{len(paths)} articles, {changed} changed")


def golden_record(path: Path) -> str:
    """The record of a text. Its bytes are decoded as they are, since offsets count the newlines that it has."""
    article = nx.parse_text(path.read_bytes().decode("utf-8"))
    return json.dumps(json.loads(article.model_dump_json()), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
