"""Small texts, a file for each rule: what they are by the contract, whatever the parser makes of them."""

from __future__ import annotations

import pytest

from cases import look, parts_of, read_cases
from conftest import ROOT
from invariants import check

FILES = sorted((ROOT / "tests" / "data" / "rules").glob("*.txt"))
CASES = {f"{path.stem}: {case.title}": case for path in FILES for case in read_cases(path)}
assert len(FILES) >= 9
assert len(CASES) > 100

#: Cases that the parser does not answer yet: each with what it makes of the text.
KNOWN_DIFFERENCES: dict[str, str] = {}


@pytest.mark.parametrize("name", CASES)
def test_rule(name: str, request: pytest.FixtureRequest) -> None:
    if name in KNOWN_DIFFERENCES:
        request.applymarker(pytest.mark.xfail(reason=KNOWN_DIFFERENCES[name], strict=True))
    case = CASES[name]
    article = case.parse()
    check(case.text, article)
    assert parts_of(article, case).split("\n") == case.parts.split("\n")
    assert {path: look(article, path) for path in case.details} == case.details


def test_known_differences_are_of_cases_that_there_are() -> None:
    assert set(KNOWN_DIFFERENCES) <= set(CASES)
