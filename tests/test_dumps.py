"""Dumps in every form that they come in, each with the same three articles."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import errno
import gzip
import io
import itertools
import json
import lzma
import math
import os
import struct
import sys
import tarfile
import threading
import tracemalloc
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar, cast

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from fastwarc.warc import WarcRecord, WarcRecordType
from fsspec.implementations.memory import MemoryFileSystem

from newsextract import InputError, LimitError
from newsextract.arrow import extract_batch
from newsextract.dumps import Document, Unreadable, find_inputs, formats, read_dumps
from newsextract.dumps.unpacking import unpacked
from newsextract.errors import MissingError
from newsextract.extras import extra

TEXTS = ("The harbour reopened at dawn.", "Ferries, trains; buses\nran again.", "Rain fell “all day”.")
PAGE = "<!DOCTYPE html><title>Ships</title><p>The harbour reopened at dawn."
ROWS = [{"ID": f"a{at}", "Body": text, "date": "2025-02-07"} for at, text in enumerate(TEXTS)]


def lines() -> bytes:
    return "".join(json.dumps(row) + "\n" for row in ROWS).encode()


def table(mark: str) -> bytes:
    names = mark.join(ROWS[0])
    cells = (mark.join(f'"{value}"' for value in row.values()) for row in ROWS)
    return "\n".join([names, *cells]).encode()


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), out)
    return out.getvalue()


def arrow(make: Callable[..., Any]) -> bytes:
    out = io.BytesIO()
    rows = pa.Table.from_pylist(ROWS)
    with make(out, rows.schema) as writer:
        writer.write_table(rows)
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for at, text in enumerate(TEXTS):
            archive.writestr(f"a{at}.txt", text)
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for at, text in enumerate(TEXTS):
            member = tarfile.TarInfo(f"a{at}.txt")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return out.getvalue()


def warc() -> bytes:
    out = io.BytesIO()
    for at, text in enumerate(TEXTS):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.conversion)
        record.headers["WARC-Target-URI"] = f"https://paper.example/{at}"
        record.set_bytes_content(text.encode())
        record.write(out)
    return out.getvalue()


def tables_in_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("table.csv")
        member.size = len(table(","))
        archive.addfile(member, io.BytesIO(table(",")))
    return out.getvalue()


FORMS: dict[str, bytes] = {
    "lines.jsonl": lines(),
    "lines.txt": lines(),
    "array.json": json.dumps(ROWS, indent=1).encode(),
    "table.csv": table(","),
    "table.tsv": table("\t"),
    "rows.parquet": parquet(),
    "rows.arrow": arrow(pa.ipc.new_file),
    "rows.arrows": arrow(pa.ipc.new_stream),
    "texts.zip": zipped(),
    "texts.tar": tarred(),
    "tables.tar": tables_in_tar(),
    "texts.tar.gz": gzip.compress(tarred()),
    "crawl.wet": warc(),
    "crawl.wet.gz": gzip.compress(warc()),
    "lines.jsonl.gz": gzip.compress(lines()),
    "lines.jsonl.bz2": bz2.compress(lines()),
    "lines.jsonl.xz": lzma.compress(lines()),
    "lines.jsonl.zst": zstandard.ZstdCompressor().compress(lines()),
    "two frames.jsonl.gz": gzip.compress(lines()[:90]) + gzip.compress(lines()[90:]),
}


def texts(path: Path | str, **options: Any) -> list[str]:
    return [_text(found) for found in read_dumps(find_inputs([str(path)]), **options)]


def _text(found: Document | Unreadable) -> str:
    if isinstance(found, Unreadable):
        return f"{found.error}: {found.message}"
    text = found.item.get("text", found.item.get("html"))
    return text.decode() if isinstance(text, bytes) else str(text)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_texts(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMS[name])
    assert texts(tmp_path / name) == list(TEXTS)


@pytest.mark.parametrize("name", FORMS)
def test_reading_begins_where_it_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMS[name])
    (rest,) = read_dumps(find_inputs([str(tmp_path / name)]), start=(0, 2))
    assert (rest.input, rest.position, _text(rest)) == (0, 2, TEXTS[2])


@pytest.mark.parametrize("name", ["lines.jsonl.gz", "lines.jsonl.zst", "lines.jsonl.xz", "crawl.wet"])
def test_a_truncated_file_gives_what_is_whole_and_then_says_so(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMS[name][: len(FORMS[name]) * 2 // 3])
    *whole, last = texts(tmp_path / name)
    assert whole == list(TEXTS[: len(whole)])
    assert last.startswith("InputError: ")


def test_a_folder_is_read_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name, text in (("b.txt", TEXTS[1]), ("a/z.txt", TEXTS[0]), (".git/x.txt", "no"), ("c.html", PAGE)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert texts(tmp_path) == [TEXTS[0], TEXTS[1], PAGE]
    assert texts(f"{tmp_path}/*.txt") == [TEXTS[1]]


def test_a_file_that_several_arguments_name_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "c.txt").symlink_to("a.txt")
    named = ["b.txt", "*.txt", "./a.txt", str(tmp_path), "memory://rows.jsonl", "memory://rows.jsonl"]
    fsspec.filesystem("memory").pipe("/rows.jsonl", lines())
    assert [each.name for each in find_inputs(named)] == ["b.txt", "a.txt", "c.txt", "memory:///rows.jsonl"]
    with pytest.raises(InputError, match="gone.txt: no such file"):
        find_inputs(["a.txt", "gone.txt"])


def test_fields_are_found_by_their_usual_names_or_as_told(tmp_path: Path) -> None:
    row = {
        "MainText": "one",
        "story": "two",
        "html": None,
        "Headline": "Ships",
        "date_publish": "2025-02-07",
        "URL": "u",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    inputs = find_inputs([str(tmp_path / "a.jsonl")])
    (found,) = read_dumps(inputs)
    assert isinstance(found, Document)
    assert found.item == {"text": "one", "title": "Ships", "published": "2025-02-07", "url": "u", "source": "u"}
    (told,) = read_dumps(inputs, {"text": "story"})
    assert _text(told) == "two"


def test_a_page_in_a_column_of_texts_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PAGE}), encoding="utf-8")
    (found,) = read_dumps(find_inputs([str(tmp_path / "a.jsonl")]))
    assert isinstance(found, Document)
    assert found.item == {"html": PAGE, "source": f"{tmp_path}/a.jsonl#0"}


def test_bad_rows_are_said_and_the_others_read(tmp_path: Path) -> None:
    lines = ('{"text": "one"}', '{"text": ', "[1]", '{"id": 3}', '{"text": "two"}', '{"id": 5, "body": ""}')
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = texts(tmp_path / "a.jsonl")
    assert (found[0], found[4]) == ("one", "two")
    assert "no JSON" in found[1]
    assert "is list, no object" in found[2]
    assert "no text; its fields are id" in found[3]
    assert "no text; its field 'body' is empty" in found[5]


def test_an_array_in_an_object_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"articles": [{"text": "one"}]}), encoding="utf-8")
    (error,) = texts(tmp_path / "a.json")
    assert error.endswith("no text; its fields are articles; for the objects in 'articles' give that array alone")


def test_an_address_is_opened_by_fsspec() -> None:
    with fsspec.open("memory://dump/a.jsonl.gz", "wb") as file:
        file.write(FORMS["lines.jsonl.gz"])
    assert texts("memory://dump/a.jsonl.gz") == texts("memory://dump/*.gz") == list(TEXTS)


def test_of_a_folder_at_an_address_the_same_is_read_as_of_one_here(tmp_path: Path) -> None:
    for name in ("_SUCCESS", ".a.txt.crc", "_temporary/0/b.txt", "sub/c.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
        with fsspec.open(f"memory://_folder/{name}", "w") as file:
            file.write(name)
    assert texts("memory://_folder") == texts(tmp_path) == ["a.txt", "sub/c.txt"]
    assert texts("memory://_folder/[!.]*") == texts(f"{tmp_path}/*") == ["_SUCCESS", "a.txt"]


class FaultOfStoreError(Exception):
    """As those of object stores are: of no class of Python's."""


class Store(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
    """An object store of which something fails, as the address says."""

    protocol = "store"
    store: ClassVar[dict[str, Any]] = {}

    def isdir(self, path: str) -> bool:
        if "list" in path:
            raise FaultOfStoreError("no credentials\nsee the manual")
        return False

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        return {"name": path, "size": 100, "type": "file"}

    def _open(self, path: str, *_: Any, **__: Any) -> Any:
        if "open" in path:
            raise FaultOfStoreError
        return Failing(path)


class Failing(io.BytesIO):
    """It gives a line, and then no more."""

    def __init__(self, path: str) -> None:
        super().__init__(lines().splitlines(keepends=True)[0])
        self.path = path

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        if not data or "read" in self.path:
            raise FaultOfStoreError("the line is dead")
        return data


def test_an_object_store_may_fail_with_any_error(monkeypatch: pytest.MonkeyPatch) -> None:
    fsspec.register_implementation("store", Store, clobber=True)
    at_once = {
        "store://list": "store://list: cannot be opened (no credentials)",
        "store://open": "store://open: cannot be read (FaultOfStoreError)",
        "store://read": "store://read: cannot be read from here on (the line is dead)",
    }
    for address, message in at_once.items():
        with pytest.raises(InputError) as error:
            find_inputs([address])
        assert str(error.value) == message
    lost = "InputError: store://a: cannot be read from here on (the line is dead)"
    assert texts("store://a") == [TEXTS[0], lost]
    monkeypatch.setattr("newsextract.dumps.sniff", lambda *_: None)  # the store is well until it is read
    for address in ("store://open", "store://read"):
        assert texts(address) == [f"InputError: {at_once[address]}"]


WRONG: list[tuple[str, dict[str, str], str]] = [
    ("missing.txt", {}, "no such file; check the path"),
    ("empty", {}, "empty: holds no files to read; hidden files are not read"),
    ("no text.csv", {}, "no field holds a text; its fields are id, title; name it with --field text=NAME"),
    ("no *.csv", {}, "no text.csv: no field holds a text"),
    ("no text.csv", {}, "(the first line of a table has their names)"),
    ("bare", {}, "bare/a.csv: no field holds a text"),
    ("texts.csv", {"text": "story"}, "has no field 'story'; its fields are id, text"),
    ("texts.csv", {"tekst": "text"}, "field 'tekst': there is no such field; there are text, html, source"),
    ("missing://a", {}, "cannot be opened"),
    ("memory://a.csv", {}, "memory://a.csv: no such file; check the address"),
]


@pytest.mark.parametrize(("name", "fields", "message"), WRONG)
def test_what_cannot_be_used_is_an_error_at_once(
    name: str, fields: dict[str, str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "bare").mkdir()
    for bare in ("a.csv", "b.csv"):
        (tmp_path / "bare" / bare).write_text("id,title\n1,Ships\n", encoding="utf-8")
    (tmp_path / "no text.csv").write_text("id,title\n1,Ships\n", encoding="utf-8")
    (tmp_path / "texts.csv").write_text("id,text\n1,Ships\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        find_inputs([name], fields)
    assert message in str(error.value)


def test_what_nobody_named_and_cannot_be_read_is_said_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "closed/x.txt", "d.txt", "locked.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "b.csv").write_text("id,title\n1,Ships\n", encoding="utf-8")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    _close(monkeypatch, tmp_path / "closed", tmp_path / "locked.txt")
    named = "name it with --field text=NAME (the first line of a table has their names)"
    assert [text.replace(str(tmp_path), "") for text in texts(tmp_path)] == [
        TEXTS[0],
        f"InputError: /b.csv: no field holds a text; its fields are id, title; {named}",
        "InputError: /c.txt: cannot be read (No such file or directory)",
        "InputError: /closed: cannot be read (Permission denied)",
        TEXTS[0],
        "InputError: /locked.txt: cannot be read (Permission denied)",
    ]
    assert [text.startswith("InputError: ") for text in texts(f"{tmp_path}/*.txt")] == [False, True, False, True]
    for name in ("b.csv", "closed", "locked.txt"):
        with pytest.raises(InputError, match="no field holds a text|Permission denied"):
            find_inputs([str(tmp_path), str(tmp_path / name)])


def _close(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Take the permission to read from paths, also for root, who has it always."""
    closed = {os.fspath(path) for path in paths}

    def denied(function: Callable[..., Any]) -> Callable[..., Any]:
        def checked(path: Any, *arguments: Any, **options: Any) -> Any:
            if not isinstance(path, int) and os.fspath(path) in closed:
                raise PermissionError(errno.EACCES, "Permission denied", path)
            return function(path, *arguments, **options)

        return checked

    monkeypatch.setattr("builtins.open", denied(open))
    monkeypatch.setattr(os, "scandir", denied(os.scandir))


def test_a_package_that_is_missing_is_no_fault_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "b.parquet").write_bytes(FORMS["rows.parquet"])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingError, match="Parquet and Arrow files need pyarrow"):
        find_inputs([str(tmp_path)])


def test_a_package_that_is_broken_says_itself_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zstandard.py").write_text("import libzstd_that_is_not_there", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "zstandard", raising=False)
    with pytest.raises(ModuleNotFoundError, match="libzstd_that_is_not_there"):
        extra("zstandard", "zstd", "files")


def test_extract_batch_takes_arrow_alone_and_says_what_makes_it() -> None:
    rows = [{"text": "Rain fell on Monday."}]
    for batch in (pa.RecordBatch.from_pylist(rows), pa.Table.from_pylist(rows)):
        assert extract_batch(batch).num_rows == 1
    wrong: Any = rows
    with pytest.raises(InputError, match="takes a pyarrow RecordBatch or Table, not list; pa.RecordBatch.from"):
        extract_batch(wrong)
    with pytest.raises(InputError, match='name it with fields={"text": NAME}$'):
        extract_batch(pa.RecordBatch.from_pylist([{"story": "Rain fell."}]))


def test_columns_of_the_callers_own_are_left_alone() -> None:
    rows = pa.RecordBatch.from_pylist([{"id": "a", "text": "Rain fell on Monday.", "error": "boom", "message": "m"}])
    assert extract_batch(rows).select(["source", "error"]).to_pylist() == [{"source": "a", "error": None}]


def test_of_columns_of_one_name_extract_batch_takes_none() -> None:
    def batch(*names: str) -> pa.RecordBatch:
        return pa.RecordBatch.from_arrays([pa.array([f"Rain fell on {name}."]) for name in names], names=names)

    with pytest.raises(InputError, match="the batch: has several columns 'text'; give each a name of its own"):
        extract_batch(batch("id", "text", "text"))
    assert extract_batch(batch("id", "text", "other", "other")).column("error").to_pylist() == [None]


def test_an_array_of_any_size_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsextract.dumps.objects._PIECE", 7)
    rows = [{"text": "ä" * number, "id": str(number), "list": [{"a": "]"}]} for number in range(1, 40)]
    for indent in (None, 2):
        (tmp_path / "a.json").write_bytes(json.dumps(rows, indent=indent, ensure_ascii=False).encode("utf-8-sig"))
        assert texts(tmp_path / "a.json") == [row["text"] for row in rows]


@pytest.mark.parametrize(
    ("array", "message"),
    [
        ('[{"text": "one"}, {"text": "tw', "a.json#1: no JSON (Unterminated string"),
        ('[{"text": "one"}, {"text" "two"}]', "a.json#1: no JSON (Expecting ':'"),
        ('[{"text": "one"} {"text": "two"}]', "a.json#0: no JSON (neither a comma"),
        ('[{"text": "one"}', "a.json#0: no JSON (neither a comma"),
        ('[{"text": "one"}]' + " " * 3_000_000 + "[2]", "a.json#1: no JSON (something stands behind the array's end)"),
        ('[{"text": "one"}]\n[{"text": "two"}]', "a.json#1: no JSON (something stands behind the array's end)"),
    ],
)
def test_a_broken_array_gives_what_stands_before(array: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(array, encoding="utf-8")
    *found, error = texts(tmp_path / "a.json")
    assert found == ["one"]
    assert message in error


def test_an_array_of_json_is_no_article_whatever_is_in_it(tmp_path: Path) -> None:
    given = {"[]": [], " [1,\n2]": ["int"] * 2, '["one", "two"]': ["str"] * 2, "[[1], []]": ["list"] * 2}
    for array, kinds in given.items():
        (tmp_path / "a.json").write_text(array, encoding="utf-8")
        where = f"InputError: {tmp_path}/a.json"
        assert texts(tmp_path / "a.json") == [f"{where}#{at}: is {kind}, no object" for at, kind in enumerate(kinds)]
    (tmp_path / "a.txt").write_text('["We were there," she said.]', encoding="utf-8")
    assert texts(tmp_path / "a.txt") == ['["We were there," she said.]']


def test_a_first_line_of_prose_is_no_line_of_names(tmp_path: Path) -> None:
    text = "Body, mind, soul\nThe union, the growers and the state met, and they will meet again."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert texts(tmp_path / "a.txt") == [text]


def test_what_is_not_a_number_is_missing(tmp_path: Path) -> None:
    row = {"id": math.nan, "date": math.nan, "title": math.nan, "text": "Rain fell."}
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(row)}\n{json.dumps(row | {'text': math.nan})}\n", encoding="utf-8")
    found, error = read_dumps(find_inputs([str(tmp_path / "a.jsonl")]))
    assert isinstance(found, Document)
    assert found.item == {"text": "Rain fell.", "source": f"{tmp_path}/a.jsonl#0"}
    assert isinstance(error, Unreadable)
    assert error.message == f"{tmp_path}/a.jsonl#1: no text; its field 'text' is empty"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_what_unpacks_to_a_million_times_its_size_takes_no_memory(pack: Callable[[bytes], bytes]) -> None:
    packed = io.BufferedReader(cast(Any, io.BytesIO(pack(bytes(40_000_000)))))
    tracemalloc.start()
    try:
        reader = unpacked(packed)
        assert sum(len(piece) for piece in iter(lambda: reader.read(1 << 16), b"")) == 40_000_000
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()


def test_a_line_of_a_table_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MAX_BYTES", 1_000)
    (tmp_path / "a.csv").write_text(f"id,text\n1,Rain fell.\n2,{'a' * 1_000}\n3,It stopped.\n", encoding="utf-8")
    message = f"LimitError: {tmp_path}/a.csv: a line of more than MAX_BYTES (1,000) bytes; the rest is not read"
    assert texts(tmp_path / "a.csv") == ["Rain fell.", message]
    (tmp_path / "b.csv").write_text("a," * 1_000, encoding="utf-8")
    with pytest.raises(LimitError, match=r"b\.csv: a line of more than MAX_BYTES"):
        find_inputs([str(tmp_path / "b.csv")])


def test_the_end_of_a_line_is_counted_in_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MAX_BYTES", 1_000)
    (tmp_path / "a.csv").write_text(f"id,text\n1,{'雨' * 300}\n2,{'雨' * 400}\n", encoding="utf-8")
    message = f"LimitError: {tmp_path}/a.csv: a line of more than MAX_BYTES (1,000) bytes; the rest is not read"
    assert texts(tmp_path / "a.csv") == ["雨" * 300, message]


def test_who_reads_a_table_finds_the_limits_of_csv_as_they_were(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    long = "Rain fell. " * (before // 10)
    (tmp_path / "a.csv").write_text(f"id,text\n1,Rain fell.\n2,{long}\n3,It stopped.\n", encoding="utf-8")
    inputs = find_inputs([str(tmp_path / "a.csv")])
    for found in read_dumps(inputs):
        assert isinstance(found, Document)
        assert csv.field_size_limit() == before
    with ThreadPoolExecutor(8) as pool:
        counts = [*pool.map(lambda _: len([*map(_text, read_dumps(inputs))]), range(200))]
    assert counts == [3] * 200
    assert csv.field_size_limit() == before


def test_lines_may_end_as_they_did_on_old_machines(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        (tmp_path / "a.csv").write_bytes(end.join(["id,text", '1,"Rain fell.', 'It stopped."', "2,Wind.", ""]).encode())
        assert texts(tmp_path / "a.csv") == [f"Rain fell.{end}It stopped.", "Wind."]


def test_lines_of_another_encoding_are_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Überfälle in Österreich, {at}"}, ensure_ascii=False) for at in range(2)]
    (tmp_path / "a.jsonl").write_bytes(lines[0].encode() + b"\n" + lines[1].encode("cp1252"))
    assert texts(tmp_path / "a.jsonl") == ["Überfälle in Österreich, 0", "Überfälle in Österreich, 1"]


def test_tables_of_other_encodings_are_read(tmp_path: Path) -> None:
    table = 'id\ttext\n1\t"Überfälle in Österreich"\n'
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"):
        (tmp_path / "a.tsv").write_bytes(table.encode(encoding))
        assert texts(tmp_path / "a.tsv") == ["Überfälle in Österreich"]
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):  # by their byte order marks
        (tmp_path / "a.tsv").write_bytes(f"\ufeff{table}".encode(encoding))
        assert texts(tmp_path / "a.tsv") == ["Überfälle in Österreich"], encoding


def test_an_empty_file_has_no_rows_and_an_empty_text_is_a_text(tmp_path: Path) -> None:
    for blank in (b"", b" \n"):
        for name in ("a.csv", "a.JSONL", "a.parquet", "a.tsv.gz"):
            (tmp_path / name).write_bytes(gzip.compress(blank) if name.endswith(".gz") else blank)
            assert texts(tmp_path / name) == []
        for name in ("a.txt", "a.html", "a"):
            (tmp_path / name).write_bytes(blank)
            assert texts(tmp_path / name) == [blank.decode()]


def test_a_member_that_cannot_be_opened_costs_itself_alone(tmp_path: Path) -> None:
    archive = bytearray(zipped())
    flags = archive.index(b"PK\x01\x02") + 8  # of the first member, in the archive's directory
    archive[flags] |= 1
    (tmp_path / "a.zip").write_bytes(archive)
    locked, *others = texts(tmp_path / "a.zip")
    assert locked.startswith(f"InputError: {tmp_path}/a.zip!a0.txt: cannot be unpacked (File")
    assert "is encrypted" in locked
    assert locked.endswith("; unpack the archive, and give the folder")
    assert others == list(TEXTS[1:])


def _heads() -> list[int]:
    """Where the members of `tarred` begin, and where its end mark does."""
    with tarfile.open(fileobj=io.BytesIO(tarred())) as archive:
        return [*(member.offset for member in archive), archive.offset]


HEAD, LAST, END = _heads()[1], _heads()[2], _heads()[3]
"""Of the second member, of the last, and the end mark."""
BROKEN_TARS = {
    "a byte of a head": (1, tarred()[:HEAD] + b"\xff" + tarred()[HEAD + 1 :]),
    "a size": (1, tarred()[: HEAD + 124] + b"z" * 11 + tarred()[HEAD + 135 :]),
    "zeros for a head": (1, tarred()[:HEAD] + bytes(512) + tarred()[HEAD + 512 :]),
    "cut in a head": (1, tarred()[: HEAD + 200]),
    "cut behind a member": (2, tarred()[:LAST]),
    "cut before the end mark": (3, tarred()[:END]),
    "packed, a byte of a head": (1, gzip.compress(tarred()[:HEAD] + b"\xff" + tarred()[HEAD + 1 :])),
    "packed, cut behind a member": (2, gzip.compress(tarred()[:LAST])),
    "packed, without its checksum": (3, gzip.compress(tarred())[:-8]),
    "packed in two, the second damaged": (3, gzip.compress(tarred()) + gzip.compress(bytes(512))[:-8] + bytes(8)),
}
"""How many texts stand before the break."""


@pytest.mark.parametrize("behind", [b"x" * 700, b"\n"])
def test_what_stands_behind_the_end_mark_of_a_tar_is_nobodys(behind: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred() + behind)
    assert not any(isinstance(found, Unreadable) for found in read_dumps(find_inputs([str(tmp_path / "a.tar")])))


@pytest.mark.parametrize("what", BROKEN_TARS)
def test_of_a_broken_tar_all_before_the_break_is_read_and_then_it_is_said(what: str, tmp_path: Path) -> None:
    whole, data = BROKEN_TARS[what]
    (tmp_path / "a.tar").write_bytes(data)
    *before, last = texts(tmp_path / "a.tar")
    assert before == list(TEXTS[:whole])
    assert last.startswith(f"InputError: {tmp_path}/a.tar: damaged from here on (")


@pytest.mark.parametrize("data", [tarred()[: END + 300], tarred()[: END + 512], tarred() + bytes(700)])
def test_the_end_of_a_tar_may_be_short_or_long(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(data)
    assert texts(tmp_path / "a.tar") == list(TEXTS)


@pytest.mark.parametrize("data", [tarred() * 2, tarred()[:END] + tarred(), gzip.compress(tarred()) * 2])
def test_tars_behind_one_another_are_all_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(data)
    assert texts(tmp_path / "a.tar") == [*TEXTS, *TEXTS]


def test_a_hard_link_in_a_tar_is_said_where_its_target_was_not_read(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, target in (("a.txt", ""), ("b.txt", "a.txt"), ("d.txt", "lost.txt"), ("c.txt", "")):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.LNKTYPE if target else tarfile.REGTYPE, target
            member.size = 0 if member.linkname else len(name)
            archive.addfile(member, io.BytesIO(name.encode()))
    first, linked, last = texts(tmp_path / "a.tar")
    assert (first, last) == ("a.txt", "c.txt")
    assert linked.startswith(
        f"InputError: {tmp_path}/a.tar!d.txt: is a hard link to lost.txt, which is not before it; "
    )


def test_what_is_hidden_in_an_archive_is_no_document(tmp_path: Path) -> None:
    double = b"\0\5\x16\7\0\2\0\0Mac OS X        " + bytes(40)  # what macOS keeps of a file beside it
    names = {"__MACOSX/dump/._a.txt": double, "dump/.DS_Store": double, "./._a.txt": double, ".git/config": b"[core]"}
    names |= dict.fromkeys(("./a.txt", "dump/_b.txt", "../c.txt"), b"Rain fell.")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed, tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, data in names.items():
            packed.writestr(name, data)
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    assert texts(tmp_path / "a.zip") == texts(tmp_path / "a.tar") == ["Rain fell."] * 3


def test_an_archive_of_nothing_has_no_documents(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"), tarfile.open(tmp_path / "empty.tar", "w"):
        pass
    with zipfile.ZipFile(tmp_path / "folder.zip", "w") as archive:
        archive.writestr("folder/", "")
    (tmp_path / "empty.tar.gz").write_bytes(gzip.compress((tmp_path / "empty.tar").read_bytes()))
    for name in ("empty.zip", "empty.tar", "empty.tar.gz", "folder.zip"):
        assert texts(tmp_path / name) == []


def test_a_table_may_begin_with_blank_lines_and_a_row_without_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\n\nid;text\n1;\n2;Rain fell.\n", encoding="utf-8")
    pq.write_table(pa.table({"id": ["1", "2"], "text": [None, "Rain fell."]}), tmp_path / "a.parquet")
    for name in ("a.csv", "a.parquet"):
        none, text = texts(tmp_path / name)
        assert "#0: no text; its field 'text' is empty" in none
        assert text == "Rain fell."


def test_a_row_that_the_table_has_no_columns_for_is_no_article_cut_short(tmp_path: Path) -> None:
    rows = 'id,text\n1,Rain fell.\n2,Rain, snow, hail.\n3,Sun.,\n4,"Open, they said.\n5,Wind.\n'
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    one, two, three, *rest = texts(tmp_path / "a.csv")
    assert one == "Rain fell."
    assert "#1: has 2 cells too many; quote what holds ','" in two
    assert three == "Sun."
    assert len(rest) == 1
    assert "#3: opens a quote that nothing closes" in rest[0]


def test_a_moment_that_python_has_not_costs_no_row(tmp_path: Path) -> None:
    moments = pa.array([1_700_000_000, 1_200_000_000_000], pa.timestamp("s"))
    pq.write_table(pa.table({"text": ["one", "two"], "date": moments}), tmp_path / "a.parquet")
    first, second = read_dumps(find_inputs([str(tmp_path / "a.parquet")]))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.item["text"], second.item["text"]) == ("one", "two")
    assert first.item["published"] == dt.datetime(2023, 11, 14, 22, 13, 20)
    assert isinstance(second.item["published"], str)


def test_a_midnight_of_a_column_is_a_day(tmp_path: Path) -> None:
    days = pa.array([dt.datetime(2025, 2, 7)], pa.timestamp("us"))
    pq.write_table(pa.table({"text": ["one"], "date": days}), tmp_path / "a.parquet")
    (found,) = read_dumps(find_inputs([str(tmp_path / "a.parquet")]))
    assert isinstance(found, Document)
    assert found.item["published"] == dt.date(2025, 2, 7)
    assert not isinstance(found.item["published"], dt.datetime)


@pytest.mark.parametrize("name", ["rows.arrow", "rows.arrows"])
def test_a_damaged_file_of_arrow_is_not_read_beyond_its_end(name: str, tmp_path: Path) -> None:
    offsets = [0, *itertools.accumulate(len(text.encode()) for text in TEXTS)]
    whole, damaged = struct.pack("<4i", *offsets), struct.pack("<4i", 0, 1 << 30, -5, 1 << 20)
    assert FORMS[name].count(whole) == 1
    (tmp_path / name).write_bytes(FORMS[name].replace(whole, damaged))
    (error,) = texts(tmp_path / name)
    assert error.startswith(f"InputError: {tmp_path}/{name}: damaged from here on (")


def test_columns_of_bytes_are_texts(tmp_path: Path) -> None:
    """As Impala and Hive write them."""
    known = {"id": "a1", "url": "https://paper.example/größe", "title": "Ships", "lang": "en", "date": "2025-02-07"}
    rows = pa.table(
        {name: [value.encode()] * 3 for name, value in known.items()} | {"text": [b"Rain.", PAGE.encode(), b""]}
    )
    pq.write_table(rows, tmp_path / "a.parquet")
    text, page, empty = read_dumps(find_inputs([str(tmp_path / "a.parquet")]))
    assert isinstance(text, Document)
    assert isinstance(page, Document)
    assert isinstance(empty, Unreadable)
    ours = {"source": "a1", "url": known["url"], "title": "Ships", "language": "en", "published": "2025-02-07"}
    assert text.item == {**ours, "text": b"Rain."}
    assert page.item == {**ours, "html": PAGE.encode()}
    assert empty.source == "a1"
    articles = extract_batch(rows).select(["source", "url", "error"]).to_pylist()
    assert articles[1:] == [
        {"source": "a1", "url": known["url"], "error": None},
        {"source": "a1", "url": None, "error": "InputError"},
    ]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names and no such pipes")
def test_a_name_that_is_no_utf_8_is_opened_and_told_readably(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.jsonl")
    path.write_bytes(lines())
    (one,) = find_inputs([str(path)])
    assert one.name == f"{tmp_path}/caf\ufffd.jsonl"
    assert texts(path) == texts(tmp_path) == list(TEXTS)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names and no such pipes")
def test_a_named_pipe_is_read_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(gzip.compress(lines()),))
    writer.start()
    assert texts(tmp_path / "pipe") == list(TEXTS)
    writer.join()


def test_what_the_run_itself_writes_is_no_input(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for path in (tmp_path / "a.txt", out / "b.txt"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("Rain fell.", encoding="utf-8")
    for argument in (str(tmp_path), f"{tmp_path}/**/*.txt"):
        assert len(find_inputs([argument])) == 2
        assert [each.name for each in find_inputs([argument], out=out)] == [str(tmp_path / "a.txt")]
    for argument in (str(out), f"{out}/*.txt"):
        with pytest.raises(InputError, match="holds no files to read; but for what the run itself writes"):
            find_inputs([argument], out=out)


def test_a_link_to_nothing_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    with pytest.raises(InputError, match="itself: cannot be read"):
        find_inputs([str(tmp_path / "itself")])


def test_padding_between_packed_parts_of_any_length_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "one"}\n') + bytes(20_000) + gzip.compress(b'{"text": "two"}\n'))
    assert [found.item["text"] for found in read_dumps(find_inputs([str(path)])) if isinstance(found, Document)] == [
        "one",
        "two",
    ]
