"""Crawls (WARC): pages as servers sent them (responses), and texts made of pages (WET, conversions)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

from ..errors import InputError, LimitError
from ..extras import extra
from ..files import CONTROLS, MAX_BYTES, PAGE_TYPES, is_binary, is_page
from .fields import Fields
from .objects import Found
from .unpacking import unpacked

__all__ = ["of_warc"]

#: How a page is packed: as its head says, in part, or not at all. Crawlers that unpack pages often keep the head.
_PACKED = ("all", "transfer", "none")
#: Control characters of no text, but for NUL, which UTF-16 has; one byte in twenty is a page that is packed still.
_CONTROLS = CONTROLS.replace(b"\0", b"")
#: The least status of answers that hold no article: they send the reader elsewhere, or say what went wrong.
_ELSEWHERE = 300
_HEAD_END, _BARE_NEWLINE = re.compile(rb"\r?\n\r?\n"), re.compile(rb"(?<!\r)\n")


def of_warc(reader: BufferedReader, name: str, fields: Fields) -> Iterator[Found]:
    """The pages or texts of a crawl. Other records hold no article."""
    warc = extra("fastwarc.warc", "batch", "WARC files")
    pages, texts = warc.WarcRecordType.response, warc.WarcRecordType.conversion
    for record in warc.ArchiveIterator(_Unsought(reader), parse_http=False):
        if record.headers.get("Content-Length") is None:  # every record has one: the file was cut in its head
            raise EOFError("the head of a record ends before its end")
        if record.record_type not in (pages, texts):
            continue
        address = _bare(record.headers.get("WARC-Target-URI"))
        source = address or record.record_id
        length = record.content_length
        if length > MAX_BYTES:
            yield _error(LimitError, f"has more than MAX_BYTES ({MAX_BYTES:,}) bytes", name, source)
            continue
        record.freeze()  # all of it is read now, and its length is what there was
        if record.content_length < length:
            raise EOFError("a record ends before its end")
        kind = "html" if record.record_type == pages else "text"
        try:
            data = _page(warc, record) if kind == "html" else record.reader.read()
        except Exception as error:  # noqa: BLE001 - each version of the library has errors of its own
            yield _error(InputError, f"is no answer of a server ({error})", name, source)
            continue
        if data is not None:
            yield {kind: data, "source": source} | ({"url": address} if address else {})


def _bare(address: str | None) -> str | None:
    """An address without the brackets that some versions of wget put around it.

    >>> _bare("<https://paper.example/1>")
    'https://paper.example/1'
    """
    return address.removeprefix("<").removesuffix(">") if address else None


def _page(warc: Any, record: Any) -> bytes | None:
    """The page in a response, unpacked; None where it holds something else. Where it is not packed as its head says and
    is no page otherwise, it is damaged: raises what the first try did."""
    answer = _with_whole_newlines(record.reader.read())
    wrong: Exception | None = None
    for packed in _PACKED:
        try:
            page = _as_said(warc, record, answer, packed)
            if wrong is None or page is None:
                return page
            page = unpacked(BytesIO(page)).read(MAX_BYTES + 1)
        except Exception as error:  # noqa: BLE001 - each version of the library has errors of its own
            wrong = wrong or error
        else:
            if not is_binary(page, _CONTROLS):
                return page
    assert wrong is not None
    raise wrong


def _with_whole_newlines(answer: bytes) -> bytes:
    """An answer whose head has its newlines as they shall be: some servers, and some crawlers, write bare ones."""
    end = _HEAD_END.search(answer)
    if end is None or not _BARE_NEWLINE.search(answer, 0, end.end()):
        return answer
    return _BARE_NEWLINE.sub(b"\r\n", answer[: end.end()]) + answer[end.end() :]


def _as_said(warc: Any, record: Any, answer: bytes, packed: str) -> bytes | None:
    # A record of its own: an error in that of the file would end the reading of the file.
    copy = warc.WarcRecord()
    copy.init_headers(record_type=record.record_type)
    copy.set_bytes_content(answer)
    copy.is_http = record.is_http
    copy.parse_http(auto_decode=packed)
    head = copy.http_headers
    if head is not None and (head.status_code or 0) >= _ELSEWHERE:
        return None
    kind = (copy.http_content_type or "").lower()
    if kind and kind not in PAGE_TYPES:
        return None
    page = bytes(copy.reader.read(MAX_BYTES + 1))
    return page if page.strip() and (kind or is_page(page, "")) else None


def _error(kind: type[InputError], what: str, name: str, source: str) -> InputError:
    error = kind(f"{name}: the record of {source} {what}")
    error.source = source
    return error


class _Unsought:
    """A stream for `fastwarc`, which asks where it is and panics where that cannot be told."""

    def __init__(self, reader: BufferedReader) -> None:
        self.read = reader.read

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def tell(self) -> int:
        return 0
