"""Small texts, a file for each rule: what they are by the contract, whatever the parser makes of them."""

from __future__ import annotations

import pytest

from cases import Case, look, parts_of, read_cases
from conftest import ROOT
from invariants import check

FILES = sorted((ROOT / "tests" / "data" / "rules").glob("*.txt"))
CASES = [(path.stem, case) for path in FILES for case in read_cases(path)]
assert len(FILES) >= 9
assert len(CASES) > 100

#: Cases that the parser does not answer yet: each with what it makes of the text.
KNOWN_DIFFERENCES: dict[str, str] = {}


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{file}: {case.title}" for file, case in CASES])
def test_rule(case: Case, request: pytest.FixtureRequest) -> None:
    if case.title in KNOWN_DIFFERENCES:
        request.applymarker(pytest.mark.xfail(reason=KNOWN_DIFFERENCES[case.title], strict=True))
    article = case.parse()
    check(case.text, article)
    assert parts_of(article, case).split("\n") == case.parts.split("\n")
    assert {path: look(article, path) for path in case.details} == case.details


def test_titles_tell_cases_apart() -> None:
    titles = [case.title for _, case in CASES]
    assert len(set(titles)) == len(titles), "a title stands twice"
    assert set(titles) >= set(KNOWN_DIFFERENCES)
