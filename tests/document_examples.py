"""The examples of documents, run in a folder of two articles as docs/howto.md describes it."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

#: Those whose examples need more packages than the other tests do, and the suite that runs them.
ELSEWHERE = {"retrieval.md": "integrations", "recipes.md": "engines"}

FROST = """\
Frost hits tea growers
By Ada Kimani | 7 February 2025
Frost has damaged two farms in three since Tuesday, and pickers were sent home without pay.
Advertisement
What it costs
The growers' union gave these figures for the districts that were hit:
District | Lost | Since
Limuru | £3.1m | 3 February
Kericho | £12m | n/a
© 2025 The Paper
"""
SHIPS = "Ships return to port\nThe harbour reopened after ten days of storms, and the first ship came in at dawn.\n"


#: A command that a page shows in a block of its own.
COMMAND = re.compile(r"^\$ newsextract (.*)$", re.MULTILINE)


def run_examples(document: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, *, commands: bool = False) -> None:
    """Fail unless each example of a document gives what stands below it; `commands`: run those of newsextract too."""
    (folder / "articles").mkdir()
    (folder / "articles" / "frost.txt").write_text(FROST, encoding="utf-8")
    (folder / "articles" / "ships.txt").write_text(SHIPS, encoding="utf-8")
    monkeypatch.chdir(folder)
    text = document.read_text(encoding="utf-8")
    if commands:
        text = COMMAND.sub(lambda match: f">>> newsextract({match[1]!r})\n", text)
    examples = doctest.DocTestParser().get_doctest(text, {"newsextract": _command}, document.name, str(document), 0)
    failed, tried = doctest.DocTestRunner().run(examples)
    assert tried > 1
    assert failed == 0


def _command(arguments: str) -> None:
    command = [sys.executable, "-m", "newsextract", *shlex.split(arguments)]
    subprocess.run(command, check=True, capture_output=True)
