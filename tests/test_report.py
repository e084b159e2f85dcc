"""`newsextract report`: real runs of all forms, and folders that are none."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from lxml import html as lxml_html

from conftest import ROOT
from newsextract import Article, InputError, parse_text
from newsextract.arrow import extract_batch
from newsextract.arrow.tidy import TABLES, tidy_rows
from newsextract.cli import run as command_line
from newsextract.errors import StoreError
from newsextract.report import report_page
from newsextract.report.figures import Figures, count
from newsextract.report.run import open_run
from newsextract.report.samples import joined, samples
from scaling import check_growth

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))[::4]]
FORMS: dict[str, list[str]] = {
    "jsonl": [],
    "zstd": ["--compress", "zstd"],
    "parquet": ["--format", "parquet"],
    "tidy": ["--layout", "tidy", "--compress", "zstd"],
    "tidy-parquet": ["--layout", "tidy", "--format", "parquet"],
}
#: A manifest of which one entry is not what it should be.
DAMAGED = b"""
{"format": 1, "status": "done", "options": {"layout": "nested"}, "committed": {"shards": 0, "journal_bytes": 0}, %s}
"""
each_form = pytest.mark.parametrize("form", FORMS)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "newsextract", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=200, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of each form, of the same dump, in two shards; three of its rows give no article."""
    folder = tmp_path_factory.mktemp("runs")
    rows: list[dict[str, Any]] = [{"id": f"d{at}", "text": text, "date": "2025-02-07"} for at, text in enumerate(TEXTS)]
    rows[3:3] = [{"id": "<b>none</b>", "text": 7}, {"id": "x", "text": None}, {"id": "y", "text": 7}]
    dump = folder / "dump.jsonl"
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for form, options in FORMS.items():
        done = run("batch", dump, "-o", folder / form, "--quiet", "--shard-size", "20", *options)
        assert done.returncode == 1, done.stderr
    return folder


def figures_of(folder: Path) -> Figures:
    return count(open_run(folder))


@each_form
def test_the_figures_are_those_of_the_articles(folder: Path, form: str) -> None:
    articles = [parse_text(text, published="2025-02-07") for text in TEXTS]
    figures = figures_of(folder / form)
    assert figures.shard_sizes == [17, len(TEXTS) - 17]
    assert figures.languages == Counter(each.language or "und" for each in articles)
    assert figures.blocks == Counter(block.type for each in articles for block in each.blocks)
    assert figures.blocks_each == Counter(len(each.blocks) for each in articles)
    tables = [table for each in articles for table in each.tables if table.rows]
    assert figures.table_rows == Counter(len(table.rows) for table in tables)
    assert figures.table_columns == Counter(len(table.columns) for table in tables)
    assert figures.list_items == Counter(len(block.items) for each in articles for block in each.lists)
    assert figures.dates == sum(len(each.dates) for each in articles)
    bounds = [(date.earliest, date.latest) for each in articles for date in each.dates if date.earliest and date.latest]
    same = [first for first, last in bounds if (first.year, first.month) == (last.year, last.month)]
    assert figures.months == Counter(f"{day:%Y-%m}" for day in same)
    assert figures.failures.kinds == {"InputError": 3}
    if "tidy" not in form:
        assert figures.issues == Counter(issue.code for each in articles for issue in each.issues)
    assert figures.issues or "tidy" in form


@each_form
def test_the_samples_are_those_articles(folder: Path, form: str) -> None:
    drawn = samples(open_run(folder / form), figures_of(folder / form).shard_sizes, 12)
    assert len(drawn) == 12
    assert len({each.name for each in drawn}) == 12
    assert [each.name for each in drawn] == sorted((each.name for each in drawn), key=lambda name: int(name[1:]))
    for each in drawn:
        article = parse_text(TEXTS[int(each.name[1:])], published="2025-02-07")
        assert [block.model_dump(include={"type", "text"}) for block in each.article.blocks] == [
            block.model_dump(include={"type", "text"}) for block in article.blocks
        ]
        assert (each.article.headline and each.article.headline.text) == (article.headline and article.headline.text)
        assert [[cell.text for row in table.rows for cell in row] for table in each.article.tables] == [
            [cell.text for row in table.rows for cell in row] for table in article.tables
        ]
        assert [(date.text, date.value) for date in each.article.dates] == [
            (date.text, date.value) for date in article.dates
        ]
        for paragraph in each.article.paragraphs:
            assert each.source[paragraph.start : paragraph.end] == paragraph.text


@each_form
def test_the_same_run_gives_the_same_page_and_all_of_it_is_there(folder: Path, form: str) -> None:
    page = report_page(folder / form)
    assert page == report_page(folder / form)
    root: Any = lxml_html.document_fromstring(page)
    tiles = {each.xpath("string(dt)"): each.xpath("string(dd)") for each in root.xpath("//dl[@class='tiles']/div")}
    assert tiles["documents"] == str(len(TEXTS) + 3)
    assert tiles["articles"] == str(len(TEXTS))
    assert tiles["failures"] == "3"
    assert float(tiles["documents a second"].replace(",", "")) > 0
    assert len(root.xpath("//figure//*[name() = 'svg']")) == 7
    assert len(root.xpath("//article")) == 10
    assert root.xpath("string(//section[@class='failures']//h3)") == "InputError 3"
    examples = root.xpath("//section[@class='failures']//li")
    assert [each.xpath("string(bdi)") + (each.find("bdi").tail or "") for each in examples] == [
        *("<b>none</b> and 1 more like it", "x"),
    ]
    assert not root.xpath("//b[. = 'none']")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert "#01020" not in page


def test_an_unfinished_run_says_so_and_shows_what_it_has(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    row = json.dumps({"id": "a", "text": TEXTS[0]}) + "\n"
    dump.write_text(row * 20_000, encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "newsextract", "batch", str(dump), "-o", str(out), "--shard-size", "30", "-q"]
    going = subprocess.Popen(command)
    while going.poll() is None and len([*out.glob("articles/*")]) < 2:
        time.sleep(0.05)
    os.kill(going.pid, signal.SIGINT)
    assert going.wait(60) == 130
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert manifest["committed"]["in_shard"] or manifest["committed"]["shards"] > 2
    figures = figures_of(out)
    assert 60 <= figures.articles == manifest["counts"]["articles"] < 20_000
    assert "This run is not finished." in report_page(out)
    size = manifest["committed"]["journal_bytes"]
    if size:
        (journal,) = out.glob("unfinished/part-*.jsonl")
        whole = journal.read_bytes()[:size]
        journal.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
        with pytest.raises(StoreError, match=rf"is damaged \([\d,]+ bytes, and the run wrote {size:,}\)"):
            figures_of(out)


def test_a_run_without_documents_or_articles_says_so(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text("")
    assert run("batch", dump, "-o", tmp_path / "none", "-q").returncode == 0
    assert "This run is empty" in report_page(tmp_path / "none")
    dump.write_text('{"id": 1, "text": null}\n')
    assert run("batch", dump, "-o", tmp_path / "failed", "-q").returncode == 1
    assert "No document gave an article." in report_page(tmp_path / "failed")


def test_shards_of_a_program_of_the_user_s_own_have_no_manifest(tmp_path: Path) -> None:
    batch = pa.RecordBatch.from_pydict({"id": ["a", "b", "c"], "text": [TEXTS[0], None, TEXTS[1]]})
    (tmp_path / "articles").mkdir()
    pq.write_table(pa.Table.from_batches([extract_batch(batch)]), tmp_path / "articles" / "0-0.parquet")
    figures = figures_of(tmp_path)
    assert figures.articles == 2
    assert figures.failures.kinds == {"InputError": 1}
    assert [each.name for each in samples(open_run(tmp_path), figures.shard_sizes, 10)] == ["a", "c"]
    assert "documents a second" not in report_page(tmp_path)


@pytest.mark.parametrize("form", ["jsonl", "tidy-parquet"])
def test_a_run_on_an_engine_is_that_of_local_workers(folder: Path, tmp_path: Path, form: str) -> None:
    """Its shards are numbered by part, and until all is done they stand in a folder for each part."""
    out = tmp_path / "out"
    shutil.copytree(folder / form, out)
    manifest = json.loads((out / "manifest.json").read_bytes())
    del manifest["committed"], manifest["shard_bytes"]
    (out / "manifest.json").write_text(json.dumps({**manifest, "engine": "ray"}))
    for shard in out.glob("*/part-*"):
        shard.rename(shard.with_name(shard.name.replace("part-", "part-00007")))
    done = figures_of(out)
    assert done == figures_of(folder / form)
    assert "documents a second" in report_page(out)
    (out / "unfinished").mkdir()
    (tmp_path / "part").mkdir()
    for table in {shard.parent for shard in out.glob("*/part-*")} | {out / "rejected.jsonl"}:
        table.rename(tmp_path / "part" / table.name)
    (tmp_path / "part").rename(out / "unfinished" / "part-00007")
    del manifest["counts"]
    (out / "manifest.json").write_text(json.dumps({**manifest, "engine": "ray", "status": "running"}))
    assert figures_of(out) == done
    assert "This run is not finished." in report_page(out)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("jsonl", "articles/part-00000.jsonl"),
        ("jsonl", "manifest.json"),
        ("jsonl", "rejected.jsonl"),
        ("tidy-parquet", "cells/part-00001.parquet"),
    ],
)
def test_the_page_takes_the_place_of_nothing_that_it_is_made_of(
    folder: Path, tmp_path: Path, form: str, name: str
) -> None:
    shutil.copytree(folder / form, tmp_path / "run")
    before = (tmp_path / "run" / name).read_bytes()
    (tmp_path / "link.html").symlink_to(tmp_path / "run" / name)
    for out in (tmp_path / "run" / name, tmp_path / "link.html"):
        done = run("report", tmp_path / "run", "-o", out)
        assert done.returncode == 2
        assert f"-o {out}: is one of the files to read; give another name" in done.stderr
    assert (tmp_path / "run" / name).read_bytes() == before
    assert run("report", tmp_path / "run", "-o", tmp_path / "run" / "report.html").returncode == 0


def test_a_folder_that_is_no_run_is_exit_2_in_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "odd" / "manifest.json").mkdir(parents=True)
    long = "a" * 300
    (tmp_path / "other" / "articles").mkdir(parents=True)
    for name, message in {
        "missing": "no such folder; give the folder that `newsextract batch -o` wrote",
        long: "no such folder; give the folder that `newsextract batch -o` wrote",
        "file": "is a file; give the folder that `newsextract batch -o` wrote",
        "other": "holds no run, there is no manifest.json in it; give the folder that `newsextract batch -o` wrote",
    }.items():
        done = run("report", tmp_path / name, "-o", tmp_path / "page.html")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"newsextract: {tmp_path / name}: {message}\n"
    odd = run("report", tmp_path / "odd", "-o", tmp_path / "page.html")
    assert (odd.returncode, odd.stderr) == (
        2,
        f"newsextract: {tmp_path}/odd/manifest.json: cannot be read (Is a directory)\n",
    )
    assert not (tmp_path / "page.html").exists()
    assert run("report", folder / "jsonl").returncode == 2
    done = run("report", folder / "jsonl", "-o", "-")
    assert done.returncode == 0  # in a new environment matplotlib may say that it looks for fonts
    assert done.stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("form", "name", "data", "message"),
    [
        ("jsonl", "manifest.json", b"{", "is no manifest of this version"),
        ("jsonl", "manifest.json", b'{"format": 99}', "is no manifest of this version"),
        ("jsonl", "manifest.json", b"[1]", "is no manifest of this version"),
        ("jsonl", "manifest.json", DAMAGED % b'"inputs": 7, "counts": {}', "is no manifest of this version"),
        ("jsonl", "manifest.json", DAMAGED % b'"inputs": [], "counts": {"articles": "x"}', "is no manifest"),
        ("jsonl", "articles/part-00001.jsonl", None, "is missing"),
        ("jsonl", "articles/part-00001.jsonl", b'{"language": "e', "is damaged"),
        ("jsonl", "articles/part-00001.jsonl", b'{"a": 1}\n', "holds something else than records"),
        ("jsonl", "articles/part-00001.jsonl", b"7\n", "holds something else than records"),
        ("zstd", "articles/part-00000.jsonl.zst", b"(\xb5/\xfd\x04", "is damaged"),
        ("parquet", "articles/part-00000.parquet", b"PAR1", "is damaged"),
        ("tidy-parquet", "cells/part-00000.parquet", None, "is missing"),
        ("jsonl", "rejected.jsonl", b"\xff\n", "is damaged"),
    ],
)
def test_a_damaged_run_is_an_error_that_names_the_file(
    folder: Path,
    tmp_path: Path,
    form: str,
    name: str,
    data: bytes | None,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder / form, broken)
    path = broken / name
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
        if path.name != "manifest.json":  # of a run of an older version, which does not say how long its files are
            manifest = json.loads((broken / "manifest.json").read_bytes())
            manifest["committed"]["rejected_bytes"] = len(data)
            (broken / "manifest.json").write_text(json.dumps({**manifest, "shard_bytes": {}}))
    with pytest.raises(InputError, match=message) as caught:
        report_page(broken)
    assert path.name.partition(".")[0] in str(caught.value)
    code = command_line(["report", str(broken), "-o", str(tmp_path / "page.html")])
    assert code == (2 if name == "manifest.json" else 1)  # perhaps it is no run at all
    assert capsys.readouterr().err == f"newsextract: {' '.join(str(caught.value).splitlines())}\n"


@pytest.mark.parametrize("form", FORMS)
def test_a_shard_or_rejected_documents_of_another_size_are_damaged(form: str, folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder / form, broken)
    *_, last = sorted(broken.glob("*/part-00001.*"))
    for path, data in (
        (last, last.with_name(last.name.replace("1", "0")).read_bytes()),
        (broken / "rejected.jsonl", b""),
    ):
        whole = path.read_bytes()
        path.write_bytes(data)
        message = (
            f"{path}: is damaged ({len(data):,} bytes, and the run wrote {len(whole):,}); run the same batch command"
        )
        with pytest.raises(StoreError, match=re.escape(message)):
            report_page(broken)
        path.write_bytes(whole)
    assert report_page(broken)


def test_without_matplotlib_the_extra_is_named(folder: Path) -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        f"from newsextract.cli import run; sys.exit(run(['report', {str(folder / 'jsonl')!r}, '-o', '-']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr == 'newsextract: plots need matplotlib: pip install "newsextract[report]"\n'


@pytest.mark.parametrize("form", ["jsonl", "zstd"])
def test_memory_does_not_grow_with_the_run(folder: Path, tmp_path: Path, form: str) -> None:
    long = tmp_path / "long"
    shutil.copytree(folder / form, long)
    manifest = json.loads((long / "manifest.json").read_bytes())
    first, second = sorted((long / "articles").iterdir())
    for number in range(2, 20):
        shutil.copy(first, first.with_name(first.name.replace("00000", f"{number:05}")))
    manifest["committed"]["shards"] = 20
    (long / "manifest.json").write_text(json.dumps(manifest))
    assert second.exists()

    def peak(run_folder: Path) -> int:
        tracemalloc.start()
        figures_of(run_folder)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(folder / form)  # what is imported and cached
    assert peak(long) < 1.3 * peak(folder / form)


def test_time_grows_with_the_sections_of_an_article_alone() -> None:
    def record(sections: int) -> dict[str, Any]:
        block = {"type": "paragraph", "text": "Rain fell.", "start": 0, "end": 1}
        heading = {"text": "Rain", "start": 0, "end": 1}
        return Article.model_validate({"sections": [{"heading": heading, "blocks": [block]}] * sections}).model_dump()

    def tables(sections: int) -> dict[str, list[dict[str, Any]]]:
        parts: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
        for table, row in tidy_rows(record(sections), 0):
            parts[table].append(row)
        return parts

    check_growth(lambda parts: joined(parts["articles"][0], parts), tables, enough=0.01, largest=50_000)
