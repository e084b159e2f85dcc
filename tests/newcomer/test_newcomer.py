"""README followed to the letter in a fresh copy, by who has nothing but Python and make: `make test-newcomer`.

All commands of its console blocks are run in their order, and must print what stands below them; "..." is whatever is
there. A command that is added to the page is run from then on.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: Behind the output of each command; no program prints it.
END = "-- that was all; exit code"
#: It runs here already: there its recipe is only shown.
TESTS = "make test "
LEAST = 6


class Step(NamedTuple):
    command: str
    output: str


def steps() -> list[Step]:
    found: list[Step] = []
    for block in CONSOLE.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Step(command, output))
    return found


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git knows, as they are now."""
    folder = tmp_path_factory.mktemp("fresh") / "newsextract"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """That of a new shell: without what the make that runs this tells its children, or an environment of ours."""
    ours = ("MAKE", "MFLAGS", "VENV", "VIRTUAL_ENV", "PYTHON")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | {"COLUMNS": "80"}


def test_each_command_of_the_page_prints_what_the_page_says(clone: Path, environment: dict[str, str]) -> None:
    todo = steps()
    assert len(todo) >= LEAST
    lines = [step.command.replace(TESTS, "make --dry-run test ", 1) for step in todo]
    script = "\n".join(f"{line}\necho; echo '{END}' $?" for line in lines)
    done = subprocess.run(
        ["bash"],
        input=script,
        cwd=clone,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=900,
        check=True,
    )
    printed = re.split(rf"^{END} (\d+)\n", done.stdout, flags=re.MULTILINE)
    assert len(printed) == 2 * len(todo) + 1
    checker = doctest.OutputChecker()
    for step, output, code in zip(todo, printed[::2], printed[1::2], strict=False):
        assert code == "0", f"$ {step.command}\n{output}"
        if step.output:
            found = output.removesuffix("\n")
            assert checker.check_output(step.output, found, doctest.ELLIPSIS), f"$ {step.command}\n{found}"
    assert (clone / ".venv" / "bin" / "newsextract").exists()


def test_the_examples_of_the_page_run_in_what_the_page_installed(
    clone: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    python = str(clone / ".venv" / "bin" / "python")
    command = [python, "-m", "doctest", "-o", "NORMALIZE_WHITESPACE", str(clone / "README.md")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
