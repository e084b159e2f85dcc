"""The documents are true: their examples run, their links lead somewhere, and README names every command."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree

import newsextract
from conftest import ROOT
from document_examples import COMMAND, DOCUMENTS, ELSEWHERE, run_examples
from newsextract import Cell, Furniture, Quantity, errors
from newsextract.arrow.tidy import TABLES
from newsextract.batch.folder import TABLE_NAMES
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


def test_the_picture_shows_what_the_parser_makes_of_its_text() -> None:
    picture = etree.parse(ROOT / "docs" / "records.svg")
    raw, records = (picture.find(f".//{{*}}g[@id='{name}']") for name in ("raw", "records"))
    assert raw is not None
    assert records is not None
    article = newsextract.parse_text("\n".join(line.text or "" for line in raw))
    table = article.tables[0]
    made = [
        *([("headline", article.headline.text)] if article.headline else []),
        *(("author", name) for name in article.authors),
        *([("published", article.published.value)] if article.published else []),
        *(("paragraph", paragraph.text) for paragraph in article.paragraphs),
        *(("date", f"{date.text} = {date.value}") for date in article.dates[1:]),
        *(("heading", section.title) for section in article.sections if section.title),
        ("table", ", ".join(f"{column.name}: {column.kind}" for column in table.columns)),
        *(("row", ", ".join(map(meaning, row))) for row in table.rows),
        *(("furniture", f"{part.kind}: {part.text}") for part in article.furniture),
    ]
    shown = [tuple(span.text or "" for span in line) for line in records]
    assert len(shown) == len(made)
    for (kind, text), (made_kind, made_text) in zip(shown, made, strict=True):
        begin, _, cut = text.partition("…")
        assert (kind, cut) == (made_kind, "")
        assert str(made_text) == text if begin == text else str(made_text).startswith(begin)


def meaning(cell: Cell) -> str:
    return f"{cell.value.number} {cell.value.unit}" if isinstance(cell.value, Quantity) else cell.text


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


def test_every_extra_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    howto = (ROOT / "docs" / "howto.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`\[([a-z-]+)\]`", howto)) == set(project["optional-dependencies"])


def test_every_column_of_the_tidy_tables_is_named() -> None:
    batch = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (?:an?) .*? \| (.*) \|$", batch, re.MULTILINE)
    named = {table: ["article", *re.findall(r"`(\w+)`", columns)] for table, columns in rows}
    assert named == {table: schema.names for table, schema in TABLES.items()}
    assert tuple(TABLES) == TABLE_NAMES


def test_every_command_is_named() -> None:
    for name in commands.commands:
        assert f"newsextract {name}" in README


def test_every_command_that_is_shown_is_one() -> None:
    shown = [match[1] for document in DOCUMENTS for match in COMMAND.finditer(document.read_text(encoding="utf-8"))]
    assert len(shown) > 10
    for line in shown:
        name, *arguments = shlex.split(line, comments=True)
        command = commands.commands[name]
        context = command.make_context(name, [], resilient_parsing=True)
        command.make_parser(context).parse_args(arguments)  # raises for an option that there is not


def test_every_make_target_that_is_named_exists() -> None:
    targets = re.findall(r"^([a-z-]+)(?: [a-z]+)*:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = [
        target
        for document in DOCUMENTS
        for target in re.findall(r"(?:`|\$ )make ([a-z-]+)", document.read_text(encoding="utf-8"))
    ]
    assert len(named) > 10
    assert {*named} <= {*targets, "model"}  # which is made as `folds` is


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


def test_every_loader_is_documented() -> None:
    names = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "newsextract" / "integrations"
    for module in folder.glob("[a-z]*.py"):
        for name in re.findall(r"^class (\w+)", module.read_text(encoding="utf-8"), re.MULTILINE):
            assert f"::: newsextract.integrations.{module.stem}.{name}\n" in names
