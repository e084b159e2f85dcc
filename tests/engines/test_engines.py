"""The same records from local workers, Ray and Spark, and what other programs make of them: `make test-engines`."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newsextract
from conftest import ROOT
from document_examples import run_examples
from newsextract.arrow import ARTICLE_SCHEMA, extract_batch

FIXTURES = ROOT / "fixtures"
DOCUMENTS = 2_000


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts and pages, mixed, in eight files; one row of it has no text."""
    folder = tmp_path_factory.mktemp("dump")
    texts = [path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "articles").glob("*.txt"))]
    pages = [path.read_bytes().decode("utf-8", "replace") for path in sorted((FIXTURES / "pages").glob("*.html"))]
    bodies = texts + pages
    rows = [{"id": f"d{at}", "text": bodies[at % len(bodies)], "date": "2025-02-07"} for at in range(DOCUMENTS - 1)]
    rows.insert(100, {"id": "empty", "text": "", "date": ""})
    for part in range(8):
        lines = "".join(json.dumps(row) + "\n" for row in rows[part::8])
        (folder / f"part-{part}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def started(dump: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "newsextract", "batch", str(dump), "-o", str(out), "--format", "parquet", *more]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def batch(dump: Path, out: Path, *more: str) -> int:
    with started(dump, out, "--quiet", *more) as run:
        run.communicate()
    return run.returncode


def records(out: Path) -> dict[str, dict[str, Any]]:
    table = pa.concat_tables(
        pq.read_table(path, partitioning=None).cast(ARTICLE_SCHEMA) for path in sorted(out.glob("articles/*.parquet"))
    )
    return {row["source"]: row for row in table.to_pylist() if row["error"] is None}


@pytest.fixture(scope="module")
def local(dump: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    out = tmp_path_factory.mktemp("local") / "out"
    assert batch(dump, out) == 1  # the row without a text
    found = records(out)
    assert len(found) == DOCUMENTS - 1
    return found


def test_local_records_are_those_of_the_parser(local: dict[str, dict[str, Any]]) -> None:
    text = sorted((FIXTURES / "articles").glob("*.txt"))[0].read_text(encoding="utf-8")
    article = newsextract.parse_text(text, source="d0", published="2025-02-07")
    assert local["d0"]["headline"]["text"] == (article.headline and article.headline.text)
    assert [len(section["blocks"]) for section in local["d0"]["sections"]] == [len(s.blocks) for s in article.sections]


@pytest.mark.parametrize("engine", ["ray", "spark"])
def test_an_engine_gives_the_same_records(
    engine: str, dump: Path, local: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    assert batch(dump, tmp_path / "out", "--engine", engine) == 1
    assert records(tmp_path / "out") == local
    (rejected,) = map(json.loads, (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8").splitlines())
    assert (Path(rejected["input"]).name, rejected["error"]) == ("part-4.jsonl", "InputError")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (manifest["status"], manifest["engine"]) == ("done", engine)
    assert (manifest["counts"]["documents"], manifest["counts"]["articles"]) == (DOCUMENTS, DOCUMENTS - 1)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"articles", "rejected.jsonl", "manifest.json"}


@pytest.mark.parametrize("engine", ["ray", "spark"])
def test_a_run_that_is_stopped_goes_on_with_what_is_left(
    engine: str, dump: Path, local: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    out = tmp_path / "out"
    more = ("--engine", engine, "--shard-size", "100")
    with started(dump, out, *more) as run:
        while not any(out.glob("unfinished/part-*")):
            assert run.poll() is None
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        assert run.stderr is not None
        assert "stopped; what is done is kept" in run.stderr.read().decode()
    assert run.returncode == 130
    kept = {path.name for path in out.glob("unfinished/part-*")}
    done = sum(json.loads(path.read_bytes())["counts"]["documents"] for path in out.glob("unfinished/part-*/part.json"))
    assert 0 < done < DOCUMENTS
    with started(dump, out, *more, "--language", "de") as run:
        assert run.stderr is not None
        assert "holds another run (--language: none then, " in run.stderr.read().decode()
    assert run.returncode == 2
    assert {path.name for path in out.glob("unfinished/part-*")} == kept
    with started(dump, out, *more) as run:
        assert run.stderr is not None
        assert f"going on with what is left behind {done:,} documents" in run.stderr.read().decode()
    assert run.returncode == 1
    assert records(out) == local
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert (manifest["counts"]["documents"], manifest["counts"]["articles"]) == (DOCUMENTS, DOCUMENTS - 1)
    assert len((out / "rejected.jsonl").read_bytes().splitlines()) == 1
    assert {path.name for path in out.iterdir()} == {"articles", "rejected.jsonl", "manifest.json"}
    assert batch(dump, out, *more) == 1  # it is done, and nothing happens
    assert batch(dump, out) == 2


def test_restart_begins_anew_also_where_a_run_of_local_workers_was(dump: Path, tmp_path: Path) -> None:
    one, out = dump / "part-1.jsonl", tmp_path / "out"
    assert batch(one, out) == 0
    assert batch(one, out, "--engine", "ray") == 2
    assert batch(one, out, "--engine", "ray", "--restart") == 0
    assert [path.name for path in out.glob("articles/*")] == ["part-0000000000.parquet"]
    assert batch(one, out, "--engine", "ray", "--restart", "--shard-size", "100") == 0
    assert len([*out.glob("articles/*")]) == 3
    assert batch(one, out, "--restart") == 0
    assert [path.name for path in out.glob("articles/*")] == ["part-00000.parquet"]


def test_the_documents_of_one_file_are_spread_and_written_as_lines(dump: Path, tmp_path: Path) -> None:
    one = dump / "part-1.jsonl"
    for name, more in (("local", []), ("ray", ["--engine", "ray"])):
        assert batch(one, tmp_path / name, "--format", "jsonl", "--shard-size", "100", *more) == 0
    lines = {
        name: sorted(
            line for path in (tmp_path / name / "articles").iterdir() for line in path.read_bytes().splitlines()
        )
        for name in ("local", "ray")
    }
    assert lines["ray"] == lines["local"]
    assert len({path.name[:10] for path in (tmp_path / "ray" / "articles").iterdir()}) > 1


def test_duckdb_and_polars_read_the_shards(dump: Path, tmp_path: Path) -> None:
    assert batch(dump, tmp_path / "out", "--layout", "tidy") == 1
    cells, articles = (str(tmp_path / "out" / name / "*.parquet") for name in ("cells", "articles"))
    question = (
        f"select count(distinct a.source) from '{cells}' c join '{articles}' a using (article) where c.kind = 'money'"
    )
    ((count,),) = duckdb.connect().execute(question).fetchall()
    frame = polars.read_parquet(cells).join(polars.read_parquet(articles), on="article")
    assert frame.filter(polars.col("kind") == "money")["source"].n_unique() == count > 50


def test_datasets_runs_the_function(dump: Path, local: dict[str, dict[str, Any]]) -> None:
    import datasets

    lines = (dump / "part-1.jsonl").read_text(encoding="utf-8").splitlines()
    rows = datasets.Dataset.from_list([json.loads(line) for line in lines])
    found = rows.with_format("arrow").map(
        lambda table: pa.Table.from_batches([extract_batch(part) for part in table.to_batches()]),
        batched=True,
        batch_size=50,
        remove_columns=rows.column_names,
    )
    first = found.with_format(None)[0]
    assert first["headline"]["text"] == local[first["source"]]["headline"]["text"]
    assert len(found) == len(rows)


@pytest.mark.filterwarnings("default")  # PySpark and Ray warn of themselves
def test_the_recipes_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    run_examples(ROOT / "docs" / "recipes.md", tmp_path, monkeypatch, commands=True)
