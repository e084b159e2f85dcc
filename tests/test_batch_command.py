"""`newsextract batch`: what it writes, what it refuses, and how it goes on. What kills it is in tests/faults."""

from __future__ import annotations

import itertools
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from newsextract import parse_text
from newsextract.arrow import ARTICLE_SCHEMA
from newsextract.batch import workers
from newsextract.batch.folder import AGAIN, RunFolder
from newsextract.batch.progress import Progress
from newsextract.batch.store import Store
from newsextract.batch.tally import Counts
from newsextract.cli import run
from scaling import seconds

ROWS = [{"id": f"a{at}", "text": f"Rain fell in the valley.\n\nIt fell again on {at + 1} May 2024."} for at in range(7)]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in [*ROWS, {"id": "empty"}]), encoding="utf-8")
    return path


def batch(dump: Path, *more: str) -> int:
    return run(["batch", str(dump), "-o", str(dump.parent / "out"), "--workers", "1", "--shard-size", "5", *more])


def test_shards_rejected_and_manifest(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(dump) == 1
    out = dump.parent / "out"
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()) == [
        *("articles/part-00000.jsonl", "articles/part-00001.jsonl", "manifest.json", "rejected.jsonl"),
    ]
    lines = [line for path in sorted(out.glob("articles/*")) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines == [parse_text(row["text"], source=row["id"]).model_dump_json() for row in ROWS]
    (rejected,) = map(json.loads, (out / "rejected.jsonl").read_text(encoding="utf-8").splitlines())
    assert (rejected["input"], rejected["position"], rejected["error"]) == (str(dump), 7, "InputError")
    counts = json.loads((out / "manifest.json").read_bytes())["counts"]
    assert (counts["documents"], counts["articles"], counts["dates"]) == (8, 7, 7)
    said = capsys.readouterr().err
    assert "7 articles of 8 documents" in said
    assert f"failures: InputError 1; see {out}/rejected.jsonl\n" in said


def test_a_finished_run_is_not_done_again(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(dump, "--quiet")
    before = (dump.parent / "out" / "manifest.json").read_bytes()
    assert batch(dump) == 1
    assert "this run is done" in capsys.readouterr().err
    assert (dump.parent / "out" / "manifest.json").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "shard"),
    [([], "articles/part-00001"), (["--layout", "tidy", "--format", "parquet"], "cells/part-00000")],
)
def test_a_shard_that_is_missing_or_damaged_is_no_finished_run(
    more: list[str], shard: str, dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch(dump, "--quiet", *more)
    out = dump.parent / "out"
    (path,) = out.glob(f"{shard}.*")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert batch(dump, *more) == 2
    damaged = f"is damaged ({len(whole) // 2:,} bytes, and the run wrote {len(whole):,})"
    assert capsys.readouterr().err == f"newsextract: {path}: {damaged}; {AGAIN}\n"
    path.unlink()
    assert batch(dump, *more) == 2
    assert capsys.readouterr().err == f"newsextract: {path}: is missing; {AGAIN}\n"
    manifest = json.loads((out / "manifest.json").read_bytes())
    del manifest["shard_bytes"]  # of a run of an older version
    (out / "manifest.json").write_text(json.dumps(manifest))
    assert batch(dump, *more) == 2
    assert capsys.readouterr().err == f"newsextract: {out}/{shard}.*: is missing; {AGAIN}\n"
    assert batch(dump, "--restart", "--quiet", *more) == 1
    assert [*out.glob(f"{shard}.*")]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--language", "de"], 'run (--language: none then, "de" now); --restart begins anew'),
        (
            ["--format", "parquet", "--shard-size", "9", "--field", "text=text"],
            '(--field text: none then, "text" now; --format: "jsonl" then, "parquet" now; --shard-size: 5 then, 9 now)',
        ),
    ],
)
def test_another_run_is_refused(more: list[str], message: str, dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(dump, "--quiet")
    assert batch(dump, *more) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert batch(dump, "--restart", "--quiet", *more) == 1


def test_a_changed_input_is_refused(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(dump, "--quiet")
    dump.write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    assert batch(dump) == 2
    assert "holds another run (inputs size: " in capsys.readouterr().err


def test_an_input_that_was_touched_is_told_by_its_times(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.utime(dump, ns=(0, 1_714_737_600_250_000_000))
    batch(dump, "--quiet")
    os.utime(dump, ns=(0, 1_714_737_601_000_000_000))
    assert batch(dump) == 2
    times = "2024-05-03 12:00:00.250000 UTC then, 2024-05-03 12:00:01.000000 UTC now"
    assert f"holds another run (inputs modified: {times}); --restart" in capsys.readouterr().err


def test_a_folder_of_other_things_is_left_alone(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dump.parent / "out").mkdir()
    (dump.parent / "out" / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert batch(dump, "--restart") == 2
    assert "holds thesis.txt and is no run's" in capsys.readouterr().err
    assert [path.name for path in (dump.parent / "out").iterdir()] == ["thesis.txt"]


def test_an_input_that_is_missing_is_named_and_the_others_are_read(
    dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = dump.read_text(encoding="utf-8").splitlines(keepends=True)[: len(ROWS)]
    dump.write_text("".join(rows), encoding="utf-8")
    assert batch(dump, str(dump.parent / "missing.jsonl")) == 1
    said = capsys.readouterr().err
    assert f"newsextract: {dump.parent}/missing.jsonl: no such file; check the path\n" in said
    assert "7 articles of 7 documents" in said


def test_where_no_input_can_be_read_nothing_is_written(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = dump.parent
    dump.unlink()
    assert batch(dump, str(folder / "missing.jsonl")) == 2
    assert "dump.jsonl: no such file; check the path" in capsys.readouterr().err
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--field", "text=body"], "has no field 'body'; its fields are id, text"),
        (["--field", "story"], "give OURS=THEIRS"),
        (["--field", "text=text", "--field", "text=body"], "--field text=body: text is 'text' already; give one name"),
        (["-o", "s3://bucket/out"], "s3://bucket/out: object stores are read, not written; give a folder, and copy"),
        (["-o", "a" * 300], "cannot be written (File name too long); give another folder"),
        (["--language", "German"], "language is 'German', which is no BCP 47 tag"),
        (["--timeout", "nan"], "'nan' is no number of seconds"),
        (["--memory", "1"], "1 is too little for a worker; give 100M or more"),
        (["--shard-size", "0"], "0 is not in the range"),
        (["--workers", "auto"], "'auto' is not a valid whole number"),
        (["--timeout", "long"], "'long' is not a valid number of seconds"),
        (["--format", "parquet", "--compress", "zstd"], "--compress is for JSON Lines; Parquet is always packed"),
    ],
)
def test_wrong_use_writes_nothing(
    more: list[str],
    message: str,
    dump: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(dump.parent)
    assert batch(dump, *more) == 2
    assert message in capsys.readouterr().err
    assert [*dump.parent.iterdir()] == [dump]


@pytest.mark.parametrize(
    ("module", "more", "message"),
    [
        ("pyarrow", ["--format", "parquet"], 'Parquet shards need pyarrow: pip install "newsextract[arrow]"'),
        ("pyarrow", ["--layout", "tidy"], 'tidy tables need pyarrow: pip install "newsextract[arrow]"'),
        ("zstandard", ["--compress", "zstd"], 'compressed shards need zstandard: pip install "newsextract[batch]"'),
    ],
)
def test_an_extra_that_is_missing_is_told_before_anything_is_written(
    module: str,
    more: list[str],
    message: str,
    dump: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert batch(dump, *more) == 2
    assert capsys.readouterr().err == f"newsextract: {message}\n"
    assert not (dump.parent / "out").exists()


def test_parquet_is_nested_or_tidy(dump: Path) -> None:
    out = dump.parent / "out"
    assert batch(dump, "--format", "parquet", "--quiet") == 1
    table = pq.read_table(out / "articles" / "part-00000.parquet")
    assert table.schema.equals(ARTICLE_SCHEMA)
    assert table.column("source").to_pylist() == ["a0", "a1", "a2", "a3", "a4"]
    assert batch(dump, "--format", "parquet", "--layout", "tidy", "--restart", "--quiet") == 1
    articles, dates = (pq.read_table(out / name, partitioning=None).to_pylist() for name in ("articles", "dates"))
    sources = {row["article"]: row["source"] for row in articles}
    assert [(sources[row["article"]], row["value"]) for row in dates] == [
        (row["id"], f"2024-05-0{at + 1}") for at, row in enumerate(ROWS)
    ]


def piped(out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "newsextract", "batch", "-", "-o", str(out), "--workers", "1", *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)


def test_standard_input_without_a_text_writes_nothing(tmp_path: Path) -> None:
    with piped(tmp_path / "out") as process:
        _, errors = process.communicate(b'{"story": "Rain."}\n{"story": "Wind."}\n')
    assert process.returncode == 2
    assert errors.decode().count("\n") == 1
    assert "-: no field holds a text; its fields are story" in errors.decode()
    assert not (tmp_path / "out").exists()


def test_empty_standard_input_is_an_empty_article(tmp_path: Path) -> None:
    with piped(tmp_path / "out") as process:
        process.communicate(b"")
    assert process.returncode == 0
    (line,) = (tmp_path / "out" / "articles" / "part-00000.jsonl").read_bytes().splitlines()
    assert [issue["code"] for issue in json.loads(line)["issues"]] == ["empty"]


def test_the_first_ctrl_c_ends_a_run_that_waits_for_input(tmp_path: Path) -> None:
    with piped(tmp_path / "out") as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write("".join(json.dumps(row) + "\n" for row in ROWS).encode())
        process.stdin.flush()
        while not (tmp_path / "out" / "manifest.json").exists():
            time.sleep(0.01)
        time.sleep(1)  # until it waits for more
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read().decode()
    assert process.returncode == 130
    assert "stopped; what is done is kept" in errors
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert manifest["counts"]["articles"] == manifest["committed"]["in_shard"] == len(ROWS)


def _writer_of(pipe: Path) -> int:
    """The other end of a pipe that somebody is about to read: there is none before."""
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nobody reads it")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_ctrl_c_before_anything_is_written_says_so(dump: Path) -> None:
    pipe = dump.parent / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "newsextract", "batch", str(pipe), "-o", str(dump.parent / "out")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        writer = _writer_of(pipe)
        time.sleep(0.2)  # until it waits for what nobody writes
        process.send_signal(signal.SIGINT)
        assert process.communicate()[1] == b"newsextract: stopped; nothing has been written\n"
        os.close(writer)
    assert process.returncode == 130
    assert not (dump.parent / "out").exists()


def test_a_run_that_began_anew_goes_on_without_that(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(dump, "--quiet") == 1
    shard = (dump.parent / "out" / "articles" / "part-00000.jsonl").read_bytes()

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Store, "finish_run", interrupt)
        assert batch(dump, "--restart") == 130
    remedy = "stopped; what is done is kept, and the same command without --restart goes on from here"
    assert remedy in capsys.readouterr().err
    assert batch(dump, "--quiet") == 1
    assert (dump.parent / "out" / "articles" / "part-00000.jsonl").read_bytes() == shard


def test_more_memory_than_there_can_be_is_all_of_it(dump: Path) -> None:
    assert batch(dump, "--quiet", "--memory", "9999999T") == 1
    assert (dump.parent / "out" / "articles" / "part-00000.jsonl").exists()


def test_a_title_that_is_none_costs_no_article(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps({**ROWS[0], "title": ["Rain"], "url": 7}) + "\n", encoding="utf-8")
    assert batch(dump, "--quiet") == 0
    article = json.loads((tmp_path / "out" / "articles" / "part-00000.jsonl").read_bytes())
    assert [issue["message"] for issue in article["issues"]] == [
        "title is \"['Rain']\", and was left out.",
        "url is '7', and was left out.",
    ]


def test_a_row_without_a_text_is_rejected_under_its_own_name(dump: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,text\nfull,Rain fell.\nbare,\n,\n", encoding="utf-8")
    assert batch(dump, str(table), "--quiet") == 1
    lines = (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["empty", "bare", str(table)]


def test_one_of_a_kind_is_counted_in_the_singular(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    assert batch(dump) == 0
    assert "1 article of 1 document in " in capsys.readouterr().err


def test_a_wrong_path_is_one_line_whatever_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(tmp_path / "no\nsuch\rfile.jsonl") == 2
    error = f"newsextract: {tmp_path}/no such file.jsonl: no such file; check the path"
    assert capsys.readouterr().err.splitlines() == [error]


def test_a_folder_may_hold_the_output(dump: Path) -> None:
    for _ in range(2):  # the second time its shards are there
        assert run(["batch", str(dump.parent), "-o", str(dump.parent / "out"), "--workers", "1", "--quiet"]) == 1


def test_a_manifest_of_something_else_is_left_alone(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = dump.parent / "out"
    (out / "parts").mkdir(parents=True)
    for name in ("manifest.json", "parts/part-one.txt", "parts/part-1.txt"):
        (out / name).write_text('{"name": "an extension of a browser"}', encoding="utf-8")
    for more in ([], ["--restart"]):
        assert batch(dump, *more) == 2
        assert "manifest.json: is no manifest of this version" in capsys.readouterr().err
    assert len([*out.rglob("*")]) == 4


def test_inputs_are_written_out_once_however_often_a_run_commits(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.manifest = {"format": 1, "none": None, "inputs": [{"name": f"a{at}\n\udc80.txt"} for at in range(50_000)]}
    assert seconds(lambda _: folder.write_manifest(), None) > 5 * seconds(lambda _: folder.write_manifest(), None)
    folder.manifest |= {"status": "done", "inputs": [{"name": "b.txt", "size": None}], "empty": {}}
    for _ in range(2):
        folder.write_manifest()
        written = (tmp_path / "manifest.json").read_text(encoding="utf-8")
        assert written == json.dumps(folder.manifest, indent=1) + "\n"


def test_files_of_others_in_the_folder_are_left_alone(dump: Path) -> None:
    out = dump.parent / "out"
    batch(dump, "--quiet")
    (out / "articles" / "notes.txt").write_text("mine", encoding="utf-8")
    (out / "parts").mkdir()
    (out / "parts" / "part-one.txt").write_text("mine", encoding="utf-8")
    mine = [out / "copy" / "part-00000.jsonl", out / "frames" / "part-00000-5b1c.c000.parquet"]  # as Spark names them
    mine.append(out / "articles" / "part-00000-fixed.jsonl")
    for path in mine:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine", encoding="utf-8")
    assert batch(dump, "--quiet", "--restart", "--format", "parquet") == 1
    assert [path.read_text(encoding="utf-8") for path in mine] == ["mine"] * 3
    assert {path.name for path in out.rglob("*.*")} == {
        *("notes.txt", "part-one.txt", "manifest.json", "rejected.jsonl", *(path.name for path in mine)),
        *("part-00000.parquet", "part-00001.parquet"),
    }


@pytest.mark.skipif(os.name != "posix", reason="the shell is that of POSIX")
@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", "2>/dev/full"])
def test_what_the_shell_closed_costs_no_run(closed: str, dump: Path) -> None:
    if closed.endswith("full") and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    command = shlex.join([sys.executable, "-m", "newsextract", "batch", str(dump), "-o", str(dump.parent / "out")])
    done = subprocess.run(f"{command} --workers 1 {closed}", shell=True, capture_output=True, check=False)
    assert done.returncode == 1
    articles = (dump.parent / "out" / "articles" / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"] for line in articles] == [row["id"] for row in ROWS]
    assert (dump.parent / "out" / "rejected.jsonl").read_bytes().count(b"\n") == 1


def test_progress_is_by_what_is_answered_and_not_by_what_is_read(dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []
    monkeypatch.setattr(workers, "_CHUNK", 1)
    monkeypatch.setattr(Progress, "show", lambda _, __, done: shown.append(done))
    assert batch(dump) == 1
    assert shown == [*itertools.accumulate(map(len, dump.read_bytes().splitlines(keepends=True)))]


def test_the_time_left_is_told_where_it_is_known(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = itertools.count(0, 20)
    monkeypatch.setattr("newsextract.batch.progress.time.monotonic", lambda: next(clock))
    progress = Progress(quiet=False)
    progress.begin(1_000, 400)
    for done in (400, 500, 1_000):
        progress.show(Counts({}), done)
    lines = [line.partition("failures")[2] for line in capsys.readouterr().err.splitlines()]
    assert lines == ["", ", about 200 s left", ""]  # 40 s for 100 bytes


def test_two_runs_into_one_folder_are_one_run(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with piped(dump.parent / "out") as process:
        assert process.stdin is not None
        process.stdin.write(dump.read_bytes())
        process.stdin.flush()
        while not (dump.parent / "out" / "manifest.json").exists():
            time.sleep(0.01)
        assert batch(dump) == 2
        assert "out: another run is writing there; let it end" in capsys.readouterr().err
        process.communicate()
    assert process.returncode == 1
    assert not (dump.parent / "out" / ".lock").exists()
