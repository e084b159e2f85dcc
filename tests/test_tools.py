"""The tools that make runs, and that of round trips: they reach into the pipeline, which may change under them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from newsextract import parse_html


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_demo_shows_the_article() -> None:
    shown = run("tools/demo.py", "fixtures/articles/table-typed.txt")
    assert "# Corrant Works returns to profit" in shown
    assert "| --- |" in shown
    assert "2024-05-23" in shown


def test_round_trips_are_counted_and_shown() -> None:
    shown = run("tools/round_trip.py", "fixtures/articles/table-typed.txt", "fixtures/pages", "--limit", "3")
    assert "1    1.000        1.000  fixtures/articles/table-typed.txt" in shown
    assert shown.splitlines()[-1].endswith("1.000  fixtures/pages")


def test_the_benchmark_names_what_it_compares() -> None:
    pytest.importorskip("mistune")
    shown = run("tools/bench.py", "--passes", "1")
    for name in ("mistune", "markdown-it-py", "floor", "share of each stage", "dates"):
        assert name in shown


def test_what_the_trees_of_pages_find_is_scored_as_a_page_is_parsed(tmp_path: Path) -> None:
    """Pages of a few runs are read without the trees: whatever those have learned, their text is found."""
    pytest.importorskip("sklearn")
    rows = []
    for at in range(10):
        said = " ".join([f"The weir of ward {at} stays shut for another week, as the river is high."] * 3)
        page = f"<title>Ward {at}</title><h1>Ward {at}</h1><p>{said}</p><nav><a href='/'>Home and the news</a></nav>"
        (tmp_path / f"{at}.html").write_text(page, encoding="utf-8")
        text = "\n".join(part.text for part in parse_html(page).paragraphs)
        rows.append(json.dumps({"page": f"{at}.html", "site": str(at), "text": f"Ward {at}\n{text}"}))
    (tmp_path / "wards.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run("tools/fit_content.py", str(tmp_path / "wards.jsonl"), "--halves") == (
        "wards: 10 pages, text F1 1.0000, below .8: 0\n"
    )
