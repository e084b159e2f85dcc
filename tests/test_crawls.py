"""Crawls, as servers and crawlers really write them."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from newsextract.dumps import Document, crawls, find_inputs, read_dumps

PAGE = b"<!DOCTYPE html><title>Ships</title><p>The harbour reopened at dawn."


NOISE = random.Random(7).randbytes(2_000)


def answer(name: str, body: bytes, *head: str) -> bytes:
    """A record of what a server answered."""
    return record(name, "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *head, "", ""]).encode() + body)


def record(name: str, http: bytes) -> bytes:
    """The same with a head of its own."""
    about = [
        *("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: https://paper.example/{name}"),
        *("WARC-Record-ID: <urn:uuid:1>", "WARC-Date: 2024-05-03T00:00:00Z"),
        *("Content-Type: application/http; msgtype=response", f"Content-Length: {len(http)}", "", ""),
    ]
    return "\r\n".join(about).encode() + http + b"\r\n\r\n"


def read(records: list[bytes], path: Path) -> dict[str, object]:
    """The page of each record, or what is wrong with it."""
    path.write_bytes(b"".join(records))
    return {
        found.item["source"] if isinstance(found, Document) else found.source: (
            found.item["html"] if isinstance(found, Document) else found.message
        )
        for found in read_dumps(find_inputs([str(path)]))
    }


def test_a_page_is_unpacked_as_its_head_says_or_was_before(tmp_path: Path) -> None:
    records = [
        answer("plain", PAGE),
        answer("gzip", gzip.compress(PAGE), "Content-Encoding: gzip"),
        answer("chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"),
        answer("was-gzip", PAGE, "Content-Encoding: gzip"),
        answer("was-brotli", PAGE, "Content-Encoding: br"),
        answer("was-chunked", PAGE, "Transfer-Encoding: chunked"),
        answer(
            "is-chunked-was-gzip",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE),
            "Content-Encoding: gzip",
            "Transfer-Encoding: chunked",
        ),
        answer("last", PAGE),
    ]
    for name, packed in (("crawl.warc", records), ("crawl.warc.gz", [*map(gzip.compress, records)])):
        found = read(packed, tmp_path / name)
        assert set(found.values()) == {PAGE}
        assert len(found) == len(records)


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("zstd", zstandard.compress), ("br", lambda _: NOISE)],
)
def test_a_page_whose_packing_is_damaged_is_told_with_its_record(
    coding: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    damaged = pack(PAGE)[:20] + NOISE
    head = (f"Content-Encoding: {coding}", "Transfer-Encoding: chunked")
    records = [
        answer("damaged", damaged, head[0]),
        answer("chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(damaged), damaged), *head),
        answer("was-chunked", damaged, *head),
        answer("last", PAGE),
    ]
    found = read(records, tmp_path / "crawl.warc")
    assert found.pop("https://paper.example/last") == PAGE
    assert len(found) == 3
    for source, message in found.items():
        assert f"crawl.warc: the record of {source} is no answer of a server (" in str(message)


def test_what_is_not_packed_as_its_head_says_is_a_page_in_any_encoding(tmp_path: Path) -> None:
    pages = [PAGE, PAGE.decode().encode("utf-16-le"), PAGE + "Überfälle".encode("cp1252") * 9, gzip.compress(PAGE)]
    head = ("Content-Encoding: br", "Transfer-Encoding: chunked")
    found = read([answer(str(at), page, *head) for at, page in enumerate(pages)], tmp_path / "crawl.warc")
    assert [*found.values()] == [*pages[:3], PAGE]


def test_a_page_is_told_by_itself_where_its_head_says_nothing(tmp_path: Path) -> None:
    pages = {
        "no-type": b"HTTP/1.1 200 OK\r\nServer: a\r\n\r\n" + PAGE,
        "no-type-gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE),
        "bare-newlines": b"HTTP/1.1 200 OK\nContent-Type: text/html\nServer: a\n\n" + PAGE,
        "some-bare": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\nServer: a\r\n\n" + PAGE,
        "in-part": b"HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n\r\n" + PAGE,
    }
    found = read([record(name, http) for name, http in pages.items()], tmp_path / "crawl.warc")
    assert found == {f"https://paper.example/{name}": PAGE for name in pages}


def test_what_is_no_page_is_left_out(tmp_path: Path) -> None:
    html = b"\r\nContent-Type: text/html\r\n\r\n"
    others = {
        "image": b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + NOISE,
        "no-type": b"HTTP/1.1 200 OK\r\n\r\n" + NOISE,
        "script": b"HTTP/1.1 200 OK\nContent-Type: text/javascript\n\n" + PAGE,
        "moved": b"HTTP/1.1 301 Moved Permanently" + html + b"<html><p>Moved.",
        "gone": b"HTTP/1.1 404 Not Found\nContent-Type: text/html\n\n<html><p>There is no such page.",
        "broken": b"HTTP/1.1 503 Service Unavailable" + html + PAGE,
        "empty": b"HTTP/1.1 200 OK" + html,
        "blank": b"HTTP/1.1 200 OK" + html + b"\r\n",
    }
    records = [record(name, http) for name, http in others.items()]
    assert read([*records, answer("last", PAGE)], tmp_path / "crawl.warc") == {"https://paper.example/last": PAGE}


def test_an_address_in_brackets_is_the_address(tmp_path: Path) -> None:
    bracketed = answer("a", PAGE).replace(b"https://paper.example/a", b"<https://paper.example/a>")
    assert read([bracketed], tmp_path / "crawl.warc") == {"https://paper.example/a": PAGE}


def test_a_record_that_cannot_be_read_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawls, "MAX_BYTES", 1_000_000)
    records = [
        answer("first", PAGE),
        answer("endless", PAGE, f"X: {'x' * 500_000}"),
        answer("film", bytes(2_000_000)),
        answer("last", PAGE),
    ]
    found = read(records, tmp_path / "crawl.warc")
    assert found["https://paper.example/first"] == found["https://paper.example/last"] == PAGE
    assert "/endless is no answer of a server (" in str(found["https://paper.example/endless"])
    film = f"{tmp_path}/crawl.warc: the record of https://paper.example/film has more than MAX_BYTES (1,000,000) bytes"
    assert found["https://paper.example/film"] == film
