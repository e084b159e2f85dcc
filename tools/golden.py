"""Rewrite the golden records of the fixtures: what the parser makes of each article, as JSON. Read the difference, then
commit it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import newsextract as nx

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
#: A folder of fixtures, what their names end in, and how each is read. Texts are decoded as they are, since offsets
#: count the newlines that they have.
KINDS: tuple[tuple[str, str, Callable[[bytes], nx.Article]], ...] = (
    ("articles", ".txt", lambda data: nx.parse_text(data.decode("utf-8"))),
    ("pages", ".html", nx.parse_html),
)


def main() -> None:
    """Write `NAME.json` beside each fixture, and name those that changed."""
    for folder, suffix, parse in KINDS:
        paths = sorted((FIXTURES / folder).glob(f"*{suffix}"))
        changed = 0
        for path in paths:
            golden = path.with_suffix(".json")
            record = golden_record(parse(path.read_bytes()))
            if not golden.exists() or golden.read_text(encoding="utf-8") != record:
                golden.write_text(record, encoding="utf-8", newline="\n")
                print(f"changed: {golden.name}")
                changed += 1
        for golden in sorted((FIXTURES / folder).glob("*.json")):
            if golden.with_suffix(suffix) not in paths:
                golden.unlink()
                print(f"removed: {golden.name}")
        print(f"{len(paths)} {folder}, {changed} changed")


def golden_record(article: nx.Article) -> str:
    """The record of an article as it is written down."""
    return json.dumps(json.loads(article.model_dump_json()), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
