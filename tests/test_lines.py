"""The texts of `fixtures/lines`, which have before each line what an editor says that it is: see fixtures/README.md."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT
from invariants import check
from newsextract import parse_text
from newsextract.text.explain import explain
from newsextract.text.line_model import FURNITURE

PATHS = sorted((ROOT / "fixtures" / "lines").glob("*.txt"))
#: What `explain` calls the lines of each code; a table's caption and the further lines of a part are not asked for.
NAMES = {
    "HL": "headline", "SF": "standfirst", "BY": "byline", "TS": "timestamp", "H": "heading", "P": "paragraph",
    "LI": "item", "LO": "item", "T": "table", "Q": "quote", **dict.fromkeys(FURNITURE, "furniture"),
}  # fmt: skip
FURTHER = ("P+", "L+", "TC")


def read(path: Path) -> tuple[str, list[str]]:
    """A text and the codes of its lines."""
    _, *rows = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(row.partition("|")[2] for row in rows), [row.partition("|")[0] for row in rows]


def test_there_are_texts_in_many_languages_with_codes_that_are_known() -> None:
    assert len(PATHS) > 400
    languages = Counter(path.read_text(encoding="utf-8").splitlines()[0] for path in PATHS)
    assert len(languages) >= 12
    for path in PATHS:
        text, codes = read(path)
        assert all(line.strip() for line in text.split("\n")), path.name
        assert {code.removesuffix("?") for code in codes} <= {*NAMES, *FURTHER}, path.name
        assert codes.count("HL") <= 1, path.name


@pytest.mark.parametrize("path", PATHS[::8], ids=lambda path: path.stem)
def test_every_character_lies_in_one_part(path: Path) -> None:
    text, _ = read(path)
    check(text, parse_text(text))


def test_most_lines_are_what_an_editor_says_they_are() -> None:
    """The model has learned from these texts, so this says that it is whole, and nothing of how good it is. Much of
    their furniture was written to read like prose."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in PATHS[::4]:
        text, codes = read(path)
        found = {each.start: each.taken_for.partition(" ")[0] for each in explain(text)}
        start = 0
        for line, code in zip(text.split("\n"), codes, strict=True):
            begin = start + len(line) - len(line.lstrip())
            if code in NAMES and begin in found:
                name = NAMES[code]
                asked[name] += 1
                right[name] += found[begin] == name
            start += len(line) + 1
    assert asked.total() > 3_000
    assert set(asked) == set(NAMES.values())
    assert right.total() >= 0.9 * asked.total()
    assert right["heading"] >= 0.95 * asked["heading"]
    assert right["paragraph"] >= 0.95 * asked["paragraph"]
    assert right["furniture"] >= 0.7 * asked["furniture"]
