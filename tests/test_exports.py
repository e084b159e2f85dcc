"""What `__all__` says: the names that a module gives are those that others take."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "src" / "newsextract"
#: What the user of the package takes.
PUBLIC = {"newsextract", "newsextract.model"}
#: What is taken otherwise than by an import: by its name at run time, or by who reads of it in an error or a docstring.
TAKEN_OTHERWISE = {
    "newsextract.engines.ray.errors",
    "newsextract.engines.ray.write_parts",
    "newsextract.engines.spark.errors",
    "newsextract.engines.spark.write_parts",
    "newsextract.batch.worker.Work",
    "newsextract.batch.worker.main",
    "newsextract.html.tree.MAX_ELEMENTS",
}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def exported(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


def imports(tree: ast.Module, package: list[str]) -> Iterator[tuple[str, str]]:
    """The modules and names that are imported, and the names that are asked of a module."""
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            for each in node.names:
                modules[each.asname or each.name] = f"{source}.{each.name}"
                yield source, each.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield modules[node.value.id], node.attr


def taken(inside: bool) -> dict[str, set[str]]:
    """The names of each module that others take: those of the package, or its tests and tools too."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, tree in TREES.items():
        package = name.split(".")[: None if MODULES[name].name == "__init__.py" else -1]
        for source, imported in imports(tree, package):
            found[source].add(imported)
    for path in () if inside else [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tools").rglob("*.py")]:
        for source, imported in imports(ast.parse(path.read_text(encoding="utf-8")), []):
            found[source].add(imported)
    return found


BY_THE_PACKAGE, BY_ALL = taken(inside=True), taken(inside=False)


@pytest.mark.parametrize("name", MODULES)
def test_what_others_import_is_exported(name: str) -> None:
    missing = BY_THE_PACKAGE.get(name, set()) - set(exported(TREES[name]))
    assert {each for each in missing if f"{name}.{each}" not in MODULES and not each.startswith("__")} == set()


@pytest.mark.parametrize("name", sorted(MODULES.keys() - PUBLIC))
def test_what_is_exported_is_imported(name: str) -> None:
    """A class may also be there to name the type of what others are given."""
    classes = {node.name for node in TREES[name].body if isinstance(node, ast.ClassDef)}
    idle = set(exported(TREES[name])) - BY_ALL.get(name, set()) - classes
    assert {each for each in idle if f"{name}.{each}" not in TAKEN_OTHERWISE} == set()
