"""Crawls, as servers and crawlers really write them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from newsextract.dumps import Document, crawls, find_inputs, read_dumps

PAGE = b"<!DOCTYPE html><title>Ships</title><p>The harbour reopened at dawn."


def answer(name: str, body: bytes, *head: str) -> bytes:
    """A record of what a server answered."""
    http = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *head, "", ""]).encode() + body
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
