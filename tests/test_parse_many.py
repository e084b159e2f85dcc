"""Many items: every kind of item, in order, each read when asked for, and none stops the others."""

from __future__ import annotations

import datetime as dt
import errno
import itertools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsextract import Article, Failure, InputError, WorkerError, parse_date, parse_many
from newsextract.batch.workers import Task, run
from newsextract.items import Item, read_item

TEXT = "The harbour reopened after ten days of storms."


def first(item: Any) -> Article | Failure:
    (result,) = parse_many([item])
    return result


def lead(result: Article | Failure) -> str:
    assert isinstance(result, Article), result
    assert result.lead
    return result.lead.text


def test_every_kind_of_item_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-16")
    items: list[Item] = [TEXT, TEXT.encode(), path, {"text": TEXT}, {"text": TEXT.encode("utf-16")}]
    results = list(parse_many(items))
    assert [lead(result) for result in results] == [TEXT] * len(items)
    assert [result.source for result in results] == [None, None, str(path), None, None]


def test_a_mapping_s_fields_are_carried_through() -> None:
    fields = {"id": 7, "url": "https://example.org/a", "title": "Ships return", "language": "en", "other": object()}
    result = first({"text": TEXT, **fields})
    assert isinstance(result, Article)
    assert result.headline
    assert (result.source, result.url, result.language) == ("7", "https://example.org/a", "en")
    assert result.headline.text == "Ships return"


def test_a_headline_comes_from_either_field() -> None:
    for fields in ({"headline": "Ships return"}, {"title": "Ships return", "headline": "Other"}):
        result = first({"text": TEXT, **fields})
        assert isinstance(result, Article)
        assert result.headline
        assert result.headline.text == "Ships return"


@pytest.mark.parametrize("key", ["published", "date"])
@pytest.mark.parametrize(
    "value",
    ["2025-02-07", dt.date(2025, 2, 7), dt.datetime(2025, 2, 7, 8, 15, tzinfo=dt.UTC), parse_date("7 Feb 2025")],
)
def test_published_comes_from_either_field(key: str, value: object) -> None:
    result = first({"text": TEXT, key: value})
    assert isinstance(result, Article)
    assert result.published
    assert result.published.earliest == dt.date(2025, 2, 7)


def test_a_midnight_of_a_data_frame_is_a_day() -> None:
    pd = pytest.importorskip("pandas")
    for written, value in (
        ("2025-02-07", "2025-02-07"),
        ("2025-02-07T08:15", "2025-02-07T08:15"),
        ("2025-02-07T00:00Z", "2025-02-07T00:00+00:00"),
    ):
        frame = pd.DataFrame({"text": [TEXT], "published": pd.to_datetime([written])})
        (item,) = frame.to_dict("records")
        for result in (first(item), read_item(item, 0)):
            assert isinstance(result, Article)
            assert result.published
            assert result.published.value == value


def test_empty_fields_are_absent() -> None:
    fields = dict.fromkeys(["source", "url", "title", "published", "date", "language"], "")
    assert first({"text": TEXT, **fields}) == first(TEXT)
    assert first({"text": TEXT, **dict.fromkeys(fields)}) == first(TEXT)


def test_what_pandas_writes_for_a_missing_value_is_absent() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"text": [TEXT], "id": [float("nan")], "date": [pd.NaT], "title": [None], "html": [None]})
    for missing in (frame, frame.convert_dtypes()):
        (item,) = missing.to_dict("records")
        assert first(item) == first(TEXT)
    (row,) = frame.to_dict("records")
    for nothing in (float("nan"), np.float32("nan"), pd.NA, pd.NaT):
        assert lead(read_item({**row, "published": nothing, "language": nothing}, 0)) == TEXT
        assert lead(read_item({**row, "published": "01/05/2024", "language": nothing}, 0)) == TEXT
    page = first({"text": "", "html": f"<p>{TEXT}</p>"})
    assert page == first({"text": " \n", "html": f"<p>{TEXT}</p>"})
    assert page == first({"text": float("nan"), "html": f"<p>{TEXT}</p>"})
    assert lead(page) == TEXT


@pytest.mark.parametrize(
    ("item", "error", "message"),
    [
        (7, "InputError", "an item is of type int; give"),
        (None, "InputError", "an item is of type NoneType; give"),
        ({}, "InputError", "has neither 'text' nor 'html'; it is an empty mapping"),
        ({"id": 7, "body": TEXT}, "InputError", "has neither 'text' nor 'html'; its keys are 'id', 'body'"),
        ({str(number): "" for number in range(100)}, "InputError", "'10', '11', ..."),
        ({"text": None}, "InputError", "text: is NoneType"),
        ({"text": 1.5}, "InputError", "text: is float"),
        ({"html": 7}, "InputError", "parse_html takes no int"),
        (b"\x00\x01\x02\x03", "DecodingError", "bytes: is binary data"),
        (Path("no/such/file.txt"), "InputError", "no such file"),
    ],
)
def test_a_bad_item_is_a_failure_with_its_place(item: Any, error: str, message: str) -> None:
    results = list(parse_many([TEXT, item, TEXT]))
    assert lead(results[0]) == lead(results[2]) == TEXT
    failure = results[1]
    assert isinstance(failure, Failure)
    assert (failure.position, failure.error) == (1, error)
    assert message in failure.message


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("published", "soon", "soon"),
        ("date", 7, "7"),
        ("language", 7, "7"),
        ("language", np.array(["en", "de"]), "['en' 'de']"),
        ("title", 7, "7"),
        ("headline", ["Ships"], "['Ships']"),
        ("url", 7, "7"),
    ],
)
def test_a_field_that_is_none_costs_itself_alone(name: str, value: object, shown: str) -> None:
    result = first({"text": TEXT, "id": "a", name: value})
    assert lead(result) == TEXT
    assert isinstance(result, Article)
    assert [(each.code, each.message) for each in result.issues] == [
        ("unread-field", f"{name} is {shown!r}, and was left out.")
    ]


def test_a_language_that_is_not_told_is_no_wrong_one() -> None:
    assert first({"text": TEXT, "language": "und"}) == first(TEXT)


def test_a_date_may_be_written_in_any_way_and_one_that_is_none_hides_no_other() -> None:
    for fields, value, alternatives in (
        ({"date": "Fri, 07 Feb 2025 08:15:00 GMT"}, "2025-02-07T08:15+00:00", ()),
        ({"published": "soon", "date": "7. Februar 2025"}, "2025-02-07", ()),
        ({"published": "02/07/2025", "date": "2024"}, "2025-02-07", ("2025-07-02",)),
        ({"published": np.datetime64("2025-02-07")}, "2025-02-07", ()),
    ):
        result = first({"text": TEXT, **fields})
        assert isinstance(result, Article)
        assert result.published
        assert (result.published.value, result.published.alternatives) == (value, alternatives)


def test_failures_name_their_source_and_can_always_be_written() -> None:
    for item, source in [
        ({"id": "a-7"}, "a-7"),
        ({"url": "https://example.org/\udce9"}, "https://example.org/\ufffd"),
        (Path("caf\udce9.txt"), "caf\ufffd.txt"),
    ]:
        failure = first(item)
        assert isinstance(failure, Failure)
        assert failure.source == source
        assert json.loads(failure.model_dump_json())["source"] == source


def test_a_fault_of_the_library_s_own_is_a_failure_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **options: object) -> Article:
        raise RuntimeError("no such rule")

    monkeypatch.setattr("newsextract.items.parse_text", fail)
    failure = first(TEXT)
    assert isinstance(failure, Failure)
    assert failure.error == "RuntimeError"
    assert failure.message == "unexpected, please report it: RuntimeError('no such rule')"


def test_an_item_that_needs_too_much_memory_is_no_fault_of_the_library_s(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **options: object) -> Article:
        raise MemoryError

    monkeypatch.setattr("newsextract.items.parse_text", fail)
    failure = first(TEXT)
    assert isinstance(failure, Failure)
    assert (failure.error, failure.message) == ("MemoryError", "needs more memory than its process may take")


def test_items_are_read_one_by_one() -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in itertools.count():
            taken.append(number)
            yield TEXT

    results = parse_many(endless())
    assert taken == []
    next(results)
    next(results)
    assert taken == [0, 1]


def test_what_the_items_raise_is_the_caller_s() -> None:
    def broken() -> Iterator[str]:
        yield TEXT
        raise OSError("the dump ends here")

    results = parse_many(broken())
    assert lead(next(results)) == TEXT
    with pytest.raises(OSError, match="the dump ends here"):
        next(results)


@pytest.mark.parametrize("items", [TEXT, TEXT.encode(), Path("a.txt"), {"text": TEXT}, 7])
def test_one_item_in_place_of_many_is_an_error_at_once(items: Any) -> None:
    with pytest.raises(InputError, match=r"give an iterable of items"):
        parse_many(items)


def test_a_data_frame_is_told_from_its_rows() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"text": [TEXT]})
    with pytest.raises(InputError, match=r'is a data frame, .*: frame\.to_dict\("records"\)$'):
        parse_many(frame)
    assert lead(next(parse_many(frame["text"]))) == TEXT

    class Polars:
        columns, iter_rows, to_dict, __iter__ = ["text"], None, None, iter

    with pytest.raises(InputError, match=r"frame\.iter_rows\(named=True\)$"):
        parse_many(Polars())


def test_workers_and_timeouts_that_cannot_be_are_an_error_at_once() -> None:
    wrong: Any
    for wrong in (0, -1, 1.5, "2", float("nan")):
        with pytest.raises(InputError, match=f"workers={wrong!r}: give a whole number from 1 on"):
            parse_many([], workers=wrong)
    for wrong in (0, -1, "2", float("nan")):
        with pytest.raises(InputError, match=f"timeout={wrong!r}: give seconds"):
            parse_many([], timeout=wrong)


def test_no_worker_is_started_before_there_is_something_to_do() -> None:
    assert list(parse_many([], workers=1_000)) == []


def test_workers_give_what_one_process_gives_in_order() -> None:
    items: list[Item] = [{"id": number, "text": f"{TEXT} That was on {number} May 2024."} for number in range(1, 30)]
    items += [{"id": 7}, Path("missing.txt"), b"\x00\x01"]
    assert list(parse_many(items, workers=2)) == list(parse_many(items))


def test_an_item_that_takes_too_long_is_a_failure_and_the_next_is_read() -> None:
    # A busy machine may stop any process for a good part of a second; this text takes several seconds.
    slow, after = parse_many([{"id": "slow", "text": "It is slow. " * 2_500_000}, TEXT], timeout=1)
    assert isinstance(slow, Failure)
    assert (slow.source, slow.position, slow.error) == ("slow", 0, "TimeoutError")
    assert slow.message == "took more than 1 second, 2 times; give a larger `timeout`, or None for no limit"
    assert isinstance(after, Article)


def test_what_the_items_raise_comes_behind_the_articles_before_it() -> None:
    def items() -> Iterator[str]:
        yield TEXT
        raise OSError("the line is dead")

    results = parse_many(items(), workers=2)
    assert isinstance(next(results), Article)
    with pytest.raises(OSError, match="the line is dead"):
        next(results)


def test_an_item_that_cannot_travel_is_a_failure() -> None:
    def local() -> None: ...

    failure, article = parse_many([{"id": "a1", "text": local}, TEXT], workers=2)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.position) == ("a1", 0)
    assert "cannot be sent to a worker" in failure.message
    assert isinstance(article, Article)


def test_closing_early_leaves_no_worker() -> None:
    results = parse_many(itertools.repeat(TEXT), workers=2)
    assert isinstance(next(results), Article)
    assert isinstance(results, Generator)
    before = threading.active_count()
    results.close()
    assert threading.active_count() == before - 2  # each worker has a thread that waits for its end


class Raising(dict[str, str]):
    """A row of a lazy data set."""

    def get(self, *_: object) -> str:
        raise RuntimeError("the row is gone")


def test_an_item_whose_own_code_raises_is_a_failure() -> None:
    first, second = parse_many([Raising(text="Rain fell."), "Rain fell."])
    assert isinstance(first, Failure)
    assert (first.error, first.position) == ("RuntimeError", 0)
    assert isinstance(second, Article)


def test_an_empty_date_hides_no_other() -> None:
    (article,) = parse_many([{"text": "Rain fell.", "published": "", "date": "2025-01-01"}])
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.value == "2025-01-01"


WORKER = """
import os, sys
sys.platform = "darwin"
from newsextract.batch import worker
worker._LOOK = 0.05
worker._die_with(os.getppid())
print("in work", flush=True)
while True: pass
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows says nothing of a parent that is gone")
def test_an_endless_item_ends_with_the_supervisor_where_the_system_kills_nobody() -> None:
    supervisor = "import subprocess, sys; worker = subprocess.Popen([sys.executable, '-c', sys.argv[1]], stdout=1); "
    supervisor += "sys.stdin.readline()"
    with subprocess.Popen(
        [sys.executable, "-c", supervisor, WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"in work\n"
        process.communicate(timeout=30)  # the supervisor ends, and then the worker, who holds the pipe


def test_of_a_mapping_workers_are_sent_what_is_read_alone() -> None:
    items: list[Item] = [{"text": TEXT, "id": 1, "more": lambda: None}, {"id": 2, "body": lambda: None}]
    assert list(parse_many(items, workers=2)) == list(parse_many(items))


def test_workers_that_the_system_refuses_are_an_error_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(WorkerError, match=r"workers cannot be started \(Too many open files\); use fewer"):
        list(parse_many([TEXT], workers=2))


def test_threads_that_the_system_refuses_are_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before, start = threading.active_count(), threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if threading.active_count() - before == 3:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(WorkerError, match=r"workers cannot be started \(can't start new thread\); use fewer"):
        list(parse_many([TEXT], workers=9))
    assert threading.active_count() == before


@pytest.mark.parametrize("size", [0, 500_001])  # they travel together, or each by itself
def test_who_asks_for_an_end_waits_for_the_item_in_work_alone(size: int) -> None:
    seconds = (0.0, 3.0, 60.0, 60.0)
    tasks = (Task(each, size, at) for at, each in enumerate(seconds))
    begun = time.monotonic()
    answered = run(tasks, "functools:partial", time.sleep, workers=1, stopped=lambda: time.monotonic() > begun + 1.5)
    kept = [at for answers in answered for at, _ in answers]
    assert kept == [0, 1][: len(kept)]  # none where the worker was not ready
    assert time.monotonic() < begun + 30


def test_ctrl_c_inside_the_items_leaves_no_worker() -> None:
    def items() -> Iterator[str]:
        yield TEXT
        raise KeyboardInterrupt

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        list(parse_many(items(), workers=2))
    assert threading.active_count() == before


def test_a_script_needs_no_guard_and_items_may_be_of_its_own_classes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import collections, newsextract\n"
        "class Row(collections.UserDict): pass\n"
        f"rows = [Row(text={TEXT!r}, id=at) for at in range(3)]\n"
        "print([article.source for article in newsextract.parse_many(rows, workers=2)])\n",
        encoding="utf-8",
    )
    for arguments, given in (([str(script)], None), (["-"], script.read_text(encoding="utf-8"))):
        done = subprocess.run([sys.executable, *arguments], input=given, capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ("['0', '1', '2']\n", "")
