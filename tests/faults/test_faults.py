"""Whatever happens to workers, to the run or to its disk: nothing lost, nothing doubled, no innocent rejected, and the
output the same to the byte as that of a run that nothing happened to.

`make faults` does all of it; FAULTS=short, as in CI, fewer kills.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import WarcHeaderMap, WarcRecord, WarcRecordType

import newsextract
from poison import KINDS, SLOW

SHORT = os.environ.get("FAULTS") == "short"
DOCUMENTS = 400 if SHORT else 1_200
WORKER_KILLS, PARENT_KILLS = (15, 5) if SHORT else (100, 30)
HERE = Path(__file__).parent
FIXTURES = sorted((HERE.parents[1] / "fixtures" / "articles").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in FIXTURES if path.name.count(".") == 1]


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dump") / "dump.jsonl"
    rows = ({"id": f"d{number}", "text": TEXTS[number % len(TEXTS)]} for number in range(DOCUMENTS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def whole(dump: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run writes that nothing happens to."""
    out = tmp_path_factory.mktemp("whole") / "out"
    assert start(dump, out).wait() == 0
    return written(out)


def start(
    dump: Path, out: Path, *more: str, limit: Callable[[], None] | None = None, stderr: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(HERE / "poison.py"), str(dump), "-o", str(out), "--quiet", "--workers", "2"]
    return subprocess.Popen(
        [*command, "--shard-size", "150", *more],
        stderr=stderr,
        preexec_fn=limit,
    )


def written(out: Path) -> dict[str, bytes]:
    """What a run has written, its manifest aside, which tells times."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "manifest.json")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def children(process: int) -> list[int]:
    """Processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def is_gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def are_gone(processes: Iterable[int]) -> bool:
    return all(map(is_gone, processes))


def wait_until(true: Callable[[], bool], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


def rejected(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "rejected.jsonl").read_text(encoding="utf-8").splitlines()]


def test_poison_costs_itself_alone(tmp_path: Path) -> None:
    rows = []
    for number in range(20 * len(KINDS)):
        kind = KINDS[number // 20] if number % 20 == 7 else None
        rows.append({"id": f"d{number}", "text": f"POISON {kind}" if kind else TEXTS[number % len(TEXTS)]})
    dump = tmp_path / "dump.jsonl"
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run = start(dump, tmp_path / "out", "--timeout", "2", "--memory", "4G")
    workers: set[int] = set()
    while run.poll() is None:
        workers.update(children(run.pid))
        time.sleep(0.01)
    assert run.returncode == 1
    assert are_gone(workers)
    errors = {record["source"]: record["error"] for record in rejected(tmp_path / "out")}
    messages = {record["error"]: record["message"] for record in rejected(tmp_path / "out")}
    assert messages["TimeoutError"] == "took more than 2 seconds, 2 times; see --timeout"
    assert messages["MemoryError"] == "needs more memory than its process may take; see --memory"
    died = dict.fromkeys(("exit", "kill", "segfault"), "WorkerDied")
    own = {"exception": "KeyError", "recursion": "RecursionError", "memory": "MemoryError"}
    expected = [own.get(kind) or died.get(kind) or "TimeoutError" for kind in KINDS]
    assert errors == {f"d{20 * at + 7}": error for at, error in enumerate(expected)}
    lines = b"".join(written(tmp_path / "out")[f"articles/part-0000{part}.jsonl"] for part in range(2)).splitlines()
    healthy = [row for row in rows if not row["text"].startswith("POISON")]
    assert len(lines) == len(healthy)
    for line, row in zip(lines, healthy, strict=True):
        assert line.decode() == newsextract.parse_text(row["text"], source=row["id"]).model_dump_json()


def test_workers_are_killed_at_random(dump: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(7)
    kills = runs = 0
    while kills < WORKER_KILLS:
        out = tmp_path / f"out-{runs}"
        runs += 1
        run = start(dump, out)
        while run.poll() is None:
            if kills < WORKER_KILLS and (victims := children(run.pid)):
                os.kill(chance.choice(victims), signal.SIGKILL)
                kills += 1
            time.sleep(chance.uniform(0.0, 0.2))
        assert run.returncode == 0
        assert written(out) == whole


def test_the_run_itself_is_killed_and_goes_on(dump: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(8)
    for _ in range(PARENT_KILLS):
        run = start(dump, tmp_path / "out")
        time.sleep(chance.uniform(0.2, 2.0))
        workers = children(run.pid)
        run.kill()
        run.wait()
        assert wait_until(partial(are_gone, workers))
    assert start(dump, tmp_path / "out").wait() == 0
    assert written(tmp_path / "out") == whole


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_run_is_stopped_and_goes_on(
    number: signal.Signals, dump: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    def heed() -> None:  # whoever runs the tests may ignore it, as nohup does
        signal.signal(number, signal.SIG_DFL)

    run = start(dump, tmp_path / "out", limit=heed)
    assert wait_until((tmp_path / "out" / "articles" / "part-00000.jsonl").exists, 60)
    workers = children(run.pid)
    run.send_signal(number)
    assert run.wait() == 128 + number
    assert wait_until(partial(are_gone, workers))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert manifest["status"] == "running"
    assert 150 <= manifest["counts"]["documents"] < DOCUMENTS
    assert start(dump, tmp_path / "out").wait() == 0
    assert written(tmp_path / "out") == whole


def test_ctrl_c_is_answered_at_once_and_waits_for_a_document_and_not_for_all_that_were_read(tmp_path: Path) -> None:
    dump, out = tmp_path / "dump.jsonl", tmp_path / "out"
    rows = ({"id": f"d{number}", "text": f"POISON slow {number}"} for number in range(5))
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(HERE / "poison.py"), str(dump), "-o", str(out), "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as run:
        assert run.stderr is not None
        assert wait_until((out / "manifest.json").exists, 60)
        time.sleep(3)  # the worker starts, and is in one of them
        begun = time.monotonic()
        run.send_signal(signal.SIGINT)
        assert run.stderr.readline() == b"newsextract: finishing what is in work; Ctrl-C again ends at once\n"
        assert time.monotonic() - begun < SLOW / 2
        assert b"stopped; what is done is kept" in run.stderr.read()
        assert time.monotonic() - begun < 5 + 1.5 * SLOW  # it works on for five seconds
    assert run.returncode == 130
    first = json.loads((out / "manifest.json").read_bytes())["counts"]["documents"]
    assert 0 < first < 5
    assert subprocess.run([*command, "--quiet"], check=False).returncode == 0
    assert [article["source"] for article in kept(out)] == [f"d{number}" for number in range(5)]


def test_the_disk_is_full(dump: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    with start(dump, tmp_path / "out", limit=limit, stderr=subprocess.PIPE) as run:
        assert run.stderr is not None
        message = run.stderr.read().decode()
    assert run.returncode == 1
    assert message.count("\n") == 1
    assert "the same command goes on from here" in message
    assert start(dump, tmp_path / "out").wait() == 0
    assert written(tmp_path / "out") == whole


def test_a_truncated_gzip_gives_what_is_whole_in_it(dump: Path, tmp_path: Path) -> None:
    packed = gzip.compress(dump.read_bytes())
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(packed[: len(packed) // 2])
    assert start(cut, tmp_path / "out").wait() == 1
    articles = [article["source"] for article in kept(tmp_path / "out")]
    assert articles == [f"d{number}" for number in range(len(articles))]
    assert len(articles) > 10
    (record,) = rejected(tmp_path / "out")
    assert (record["error"], record["position"]) == ("InputError", len(articles))
    assert "damaged from here on" in record["message"]


def kept(out: Path) -> list[dict[str, Any]]:
    parts = sorted((out / "articles").glob("part-*"))
    return [json.loads(line) for part in parts for line in part.read_bytes().splitlines()]


def warc(texts: list[str]) -> Iterator[bytes]:
    for number, text in enumerate(texts):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.conversion)
        assert isinstance(record.headers, WarcHeaderMap)
        record.headers["WARC-Target-URI"] = f"https://paper.example/{number}"
        record.set_bytes_content(text.encode())
        stream = BytesIO()
        record.write(stream)
        yield stream.getvalue()


@pytest.mark.parametrize("length", [3, 20, 100, 210, -100])
def test_a_half_written_warc_gives_what_is_whole_in_it(length: int, tmp_path: Path) -> None:
    records = [*warc(TEXTS[:20])]
    cut = tmp_path / "cut.warc"
    cut.write_bytes(b"".join(records[:12]) + records[12][:length])
    assert start(cut, tmp_path / "out").wait() == 1
    articles = [article["url"] for article in kept(tmp_path / "out")]
    assert articles == [f"https://paper.example/{number}" for number in range(12)]
    (record,) = rejected(tmp_path / "out")
    assert "damaged from here on" in record["message"]
