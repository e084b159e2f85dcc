"""`newsextract show`: what a person sees in the terminal, and what a pipe gets."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from conftest import ROOT
from newsextract import parse_file
from newsextract.export.terminal import terminal_view

TEXT = """\
Frost hits tea growers
By Ada Kimani | 7 February 2025
Frost has damaged two farms in three since Tuesday, and pickers were sent home without pay.
Advertisement
What it costs
The growers' union gave these figures for the districts that were hit:
- Limuru: 40 hectares
- Kericho: 210 hectares
District | Lost | Share
Limuru | £3.1m | 71.4%
Kericho | £12m | n/a
"""
MIXED = ROOT / "fixtures" / "articles" / "mix-of-everything.txt"


def show(*arguments: str | Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newsextract", "show", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "ascii", "COLUMNS": "80", **environment},
        timeout=60,
        check=False,
    )


def test_piped_it_is_plain_text_with_the_tables_drawn() -> None:
    done = show("-", stdin=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Frost hits tea growers",
        "",
        "By Ada Kimani | 7 February 2025 [2025-02-07]",
        "",
        "Frost has damaged two farms in three since Tuesday [2025-02-04], and pickers",
        "were sent home without pay.",
        "",
        "advertisement: Advertisement",
        "",
        "## What it costs",
        "",
        "The growers' union gave these figures for the districts that were hit:",
        "",
        "  • Limuru: 40 hectares",
        "  • Kericho: 210 hectares",
        "",
        "╭──────────┬───────┬───────╮",
        "│ District │  Lost │ Share │",
        "├──────────┼───────┼───────┤",
        "│ Limuru   │ £3.1m │ 71.4% │",
        "│ Kericho  │  £12m │   n/a │",
        "╰──────────┴───────┴───────╯",
        "",
    ]


def test_on_a_terminal_it_is_coloured() -> None:
    shown = show("-", stdin=TEXT, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert "\x1b[1;37;44mFrost hits tea growers\x1b[0m" in shown
    assert "\x1b[4mTuesday\x1b[0m\x1b[2;36m [2025-02-04]\x1b[0m" in shown
    assert "\x1b[1;34mWhat it costs\x1b[0m" in shown
    assert "\x1b[1;32mLimuru\x1b[0m" in shown
    assert "\x1b[2mAdvertisement\x1b[0m" in shown
    assert re.sub("\x1b\\[[0-9;]*m", "", shown).split() == show("-", stdin=TEXT).stdout.split()


def test_a_text_cannot_command_the_terminal() -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07 Ships return\n\n\x9b31mThe first came at dawn, the harbour master said.\n"
    for environment in ({}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        shown = show("-", stdin=hostile, **environment).stdout
        assert "\x1b[2J" not in shown
        assert "\x1b]" not in shown
        assert "\x07" not in shown
        assert "\x9b" not in shown


def test_marks_of_other_markups_are_text() -> None:
    text = "Ships [bold]return[/bold]\n\nThe first came [/] at dawn :smile:, the harbour master of the town said.\n"
    assert "Ships [bold]return[/bold]" in show("-", stdin=text).stdout
    assert "[/] at dawn :smile:" in show("-", stdin=text).stdout


def test_several_files_are_named_and_failures_too(tmp_path: Path) -> None:
    page = ROOT / "fixtures" / "pages" / "headings-levels.html"
    done = show(MIXED, tmp_path / "missing.txt", page)
    assert done.returncode == 1
    assert done.stderr == f"newsextract: {tmp_path / 'missing.txt'}: no such file; check the path\n"
    named = [line for line in done.stdout.splitlines() if line.endswith("───")]
    assert len(named) == 2
    headline = parse_file(page).headline
    assert headline
    assert headline.text in done.stdout


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_all_text_of_every_fixture_is_shown(path: Path) -> None:
    article = parse_file(path)
    console = Console(width=2000, highlight=False, file=io.StringIO())
    for part in terminal_view(article):
        console.print(part)
    shown = console.file.getvalue()  # type: ignore[attr-defined]  # it is the StringIO
    for value in {date.value for date in article.dates}:
        shown = shown.replace(f" [{value}]", "")
    shown = "".join(shown.split())
    texts = [block.text for block in article.paragraphs] + [block.text for block in article.quotes]
    texts += [item.text for items in article.lists for item in items.items]
    for text in texts:
        assert "".join(text.split()) in shown


def test_a_long_article_is_shown_in_time() -> None:
    began = time.monotonic()
    done = show(
        "-", stdin="\n\n".join(f"It rained on day {day} of the year 2024, all day long." for day in range(2000))
    )
    assert done.stdout.count("It rained") == 2000
    assert time.monotonic() - began < 20


def test_wrong_use_is_exit_2() -> None:
    assert show().returncode == 2
    done = show("--published", "soon", "a.txt")
    assert done.returncode == 2
    assert "Error: " in done.stderr
