"""Small texts, a file for each rule: what they are by the contract, whatever the parser makes of them."""

from __future__ import annotations

import pytest

from cases import look, parts_of, read_cases
from conftest import ROOT
from invariants import check
from newsextract import phrases

FILES = sorted((ROOT / "tests" / "data" / "rules").glob("*.txt"))
CASES = {f"{path.stem}: {case.title}": case for path in FILES for case in read_cases(path)}
assert len(FILES) >= 9
assert len(CASES) > 100


@pytest.mark.parametrize("name", CASES)
def test_rule(name: str) -> None:
    case = CASES[name]
    article = case.parse()
    check(case.text, article)
    assert parts_of(article, case).split("\n") == case.parts.split("\n")
    assert {path: look(article, path) for path in case.details} == case.details


def test_every_phrase_of_furniture_is_an_expression() -> None:
    """They are compiled when a line first begins like them."""
    for beginning in phrases._FURNITURE_HEADS:
        assert phrases._furniture(beginning).groupindex
