"""The documents are true: their examples run, their links lead somewhere, and README names every command."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import newsextract
from conftest import ROOT
from documents import DOCUMENTS, ELSEWHERE, run_examples
from newsextract import Furniture, errors
from newsextract.cli import commands
from newsextract.model import FurnitureKind

README = (ROOT / "README.md").read_text(encoding="utf-8")


EXAMPLES = [
    document
    for document in DOCUMENTS
    if "\n>>> " in document.read_text(encoding="utf-8") and document.name not in ELSEWHERE
]


@pytest.mark.parametrize("document", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_run(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_examples(document, tmp_path, monkeypatch)


def test_the_examples_that_need_more_packages_run_in_the_suite_that_has_them() -> None:
    for name, suite in ELSEWHERE.items():
        assert (ROOT / "docs" / name).exists()
        files = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / suite).glob("test_*.py")]
        assert any(f'run_examples(ROOT / "docs" / "{name}"' in text for text in files), name


def test_every_block_of_python_is_an_example_that_runs() -> None:
    python = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
    for document in DOCUMENTS:
        for block in python.findall(document.read_text(encoding="utf-8")):
            assert block.startswith(">>> "), document
            assert block.endswith("\n\n"), f"{document}: a blank line must end the example, else ``` is its output"


def test_every_kind_of_furniture_is_explained() -> None:
    listed = re.findall(r"^\| `([a-z]+)` \|", (ROOT / "docs" / "howto.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == list(get_args(FurnitureKind))
    assert [f'"{kind}"' in str(Furniture.model_fields["kind"].description) for kind in listed] == [True] * len(listed)


def test_every_command_is_named() -> None:
    for name in commands.commands:
        assert f"newsextract {name}" in README


def test_every_make_target_that_is_named_exists() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for document in ("README.md", "CONTRIBUTING.md"):
        named = re.findall(r"(?:`|\$ )make ([a-z]+)", (ROOT / document).read_text(encoding="utf-8"))
        assert named
        assert set(named) <= set(targets)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_linked_file_exists(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_every_document_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for document in (ROOT / "docs").glob("*.md"):
        assert f"- {document.name}\n" in navigation, document


def test_every_public_name_is_documented() -> None:
    names = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    records = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    assert "::: newsextract.errors\n" in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")  # all of them
    for name in set(newsextract.__all__) - set(errors.__all__):
        assert f"::: newsextract.{name}\n" in names or f"\n## {name}\n" in records or f"`newsextract.{name}`" in names
