"""The tools that make runs, and that of round trips: they reach into the pipeline, which may change under them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import ROOT


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
