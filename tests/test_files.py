"""Bytes and files to text: encodings, gzip, limits, and one clear error for each thing that can be wrong."""

from __future__ import annotations

import bz2
import codecs
import gzip
import lzma
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newsextract import DecodingError, InputError, LimitError, files
from newsextract.files import decode, is_page, read_file, readable_name


def read_text(path: str | os.PathLike[str]) -> str:
    return decode(read_file(path), readable_name(path))


ENGLISH = "Frost hits tea growers – “prices rose”, café owners said.\r\nIt cost £5."
RUSSIAN = "Мороз повредил чайные плантации в горах.\nЦены выросли, сообщили в среду."
CHINESE = "今天早上，港口在十天的风暴之后重新开放了。\n这是第一艘船，船上有很多人。"
JAPANESE = "港は十日ぶりに再開した。\n最初の船は夜明けに入ったという。"
KOREAN = "항구가 열흘 만에 다시 열렸다.\n첫 배는 새벽에 들어왔다."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CHINESE, JAPANESE, KOREAN])
def test_unicode_loses_its_mark_and_nothing_else(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("Größere Schäden in Österreich, façade d'un château.", "latin-1"),
        ("¿Qué cambió? Perché no: così è già più caro.", "cp1252"),
        ("Więcej ciężarówek jeździ w pobliżu, mówią władze i mieszkańcy.", "cp1250"),
        ("Přístav se po deseti dnech znovu otevřel, řekl mluvčí o boži.", "cp1250"),
        ("Strażacy walczą z pożarem. Źródła mówią o piętnastu łodziach.", "iso8859-2"),
        ("Strażacy walczą z pożarem. Źródła mówią o piętnastu łodziach.", "cp1250"),
        ("Padesát hasičů bojuje s požárem, škoda je vyšší než loni, řekl starosta.", "iso8859-2"),
        ("Padesát hasičů bojuje s požárem, škoda je vyšší než loni, řekl starosta.", "cp1250"),
        ("20 m³ d'eau, © Coast 2024, ± 3 degrés, 30° à l'été", "latin-1"),
        ("Liman on günün ardından yeniden açıldı, ilk gemi şafakta girdi.", "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("Το λιμάνι άνοιξε ξανά μετά από δέκα ημέρες.", "iso8859-7"),
        ("أعيد فتح الميناء بعد عشرة أيام من العواصف", "cp1256"),
        (CHINESE, "gb18030"),
        ("今天早上，港口在十天的風暴之後重新開放了。這是第一艘船，船上有很多人。", "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (KOREAN, "euc-kr"),
    ],
)
def test_older_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text
    # The sample may end inside a character.
    assert decode((text * 2_000).encode(encoding), "a.txt") == text * 2_000


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"])))
def test_any_utf8_without_controls_is_text(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


@given(st.binary())
def test_bytes_are_text_or_one_of_the_library_s_errors(data: bytes) -> None:
    try:
        result = decode(data, "a.txt")
    except InputError as error:
        result = str(error).removeprefix("a.txt: ")
        assert result != str(error)  # noqa: PT017 - whether there is an error is up to the bytes
    assert isinstance(result, str)


def test_a_broken_character_costs_itself_alone() -> None:
    data = RUSSIAN.encode()
    assert decode(data[:-2] + data[-1:], "a.txt") == RUSSIAN[:-2] + "\ufffd."
    assert decode(data[:-2], "a.txt") == RUSSIAN[:-2] + "\ufffd"
    assert decode("“Frost” – it".encode() + b"\xe9", "a.txt") == "“Frost” – it\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        bytes(1_000),
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00",
        codecs.BOM_UTF16_LE + b"a",
        "נמל נפתח מחדש לאחר עשרה ימים".encode("iso8859-8"),
    ],
)
def test_bytes_that_are_no_text_are_an_error_not_wrong_letters(data: bytes) -> None:
    with pytest.raises(DecodingError, match="^a.bin: .*; if it is text, save it as UTF-8$"):
        decode(data, "a.bin")


def test_a_stray_control_character_is_no_binary() -> None:
    text = "Rain fell\x00 all day on the hills above the town.\x0c\n"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.dump"])
def test_gzip_is_told_by_its_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(ENGLISH.encode()) + gzip.compress(b" More."))
    assert read_text(path) == ENGLISH + " More."
    assert read_text(str(path)) == ENGLISH + " More."


def test_gzip_errors_say_what_is_wrong(tmp_path: Path) -> None:
    packed = gzip.compress(ENGLISH.encode())
    with pytest.raises(InputError, match="a.gz: the gzip ends too early"):
        decode(packed[:-10], "a.gz")
    with pytest.raises(InputError, match="a.gz: the gzip is damaged"):
        decode(packed[:12] + b"\xff" * 10 + packed[22:], "a.gz")
    path = tmp_path / "a.gz"
    path.write_text("plain")
    with pytest.raises(InputError, match="ends in .gz and is not gzip"):
        read_text(path)


def test_limits_hold_before_reading_and_while_unpacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000)
    path = tmp_path / "a.txt"
    path.write_text("a" * 1_000)
    assert len(read_text(path)) == 1_000
    path.write_text("a" * 1_001)
    with pytest.raises(LimitError, match=r"a.txt: more than 1,000 bytes \(MAX_BYTES\)"):
        read_text(path)
    path.write_bytes(gzip.compress(b"a" * 1_000_000))
    assert path.stat().st_size <= 1_000 + 100
    path.write_bytes(gzip.compress(b"a" * 100_000))
    with pytest.raises(LimitError, match="MAX_BYTES"):
        read_text(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs /dev/zero")
def test_a_device_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000)
    with pytest.raises(LimitError):
        read_text("/dev/zero")


def test_each_path_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="missing.txt: no such file; check the path"):
        read_text(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="is a directory; name the files in it"):
        read_text(tmp_path)
    with pytest.raises(InputError, match="is no path"):
        read_text("a\0b")
    for text in ("Rain fell. " * 100, "Rain fell.\n" * 20, "Rain fell.\0" * 100):
        with pytest.raises(InputError, match=r"(?s)^'?Rain .*…'?: (cannot be read|no such file|is no path)") as error:
            read_text(text)
        assert len(str(error.value)) < 250
        assert str(error.value).endswith("; for a text use parse_text") or "\0" in text

    def refuse(*args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match="no permission to read it"):
        read_text(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>a",
        "\n <html lang='de'>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "">',
        "<!-- saved -->\n<HTML>",
        "<p>It rained <b>all day</b>.</p>\n<p>Then it snowed.</p>\n",
        "<!-- wp:paragraph -->\n<p>It rained.</p>\n<!-- /wp:paragraph -->",
        '<div class="story">\n<h2>Rain</h2><p>It rained.</p></div>',
        "<!--[if IE]><i>a</i><![endif]--> <!-- a > b - c -->\n<!DOCTYPE html>",
        "\ufeff<!doctype html>",
    ],
)
def test_a_page_is_known_whatever_the_suffix(page: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert is_page(page.encode(encoding), "a.txt")
        assert is_page(gzip.compress(page.encode(encoding)), "a.txt")


def test_damaged_gzip_is_no_page() -> None:
    assert not is_page(gzip.compress(b"<!DOCTYPE html><p>a")[:8] + b"\xff" * 20, "a.txt")


def test_comments_that_never_end_are_looked_at_once() -> None:
    assert not is_page(b"<!-- " * 20_000 + b"-" * 20_000, "a.txt")


def test_a_page_is_known_by_its_suffix() -> None:
    assert all(is_page(b"", name) for name in ("a.html", "a.HTM", "a.html.gz"))


def test_a_pdf_is_named_whatever_the_suffix() -> None:
    for data in (b"%PDF-1.4\n", gzip.compress(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")):
        with pytest.raises(InputError, match="a.txt: is a PDF; extract its text first"):
            decode(data, "a.txt")


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress, zstandard.compress, lambda data: b"PAR1" + data])
def test_what_batch_alone_reads_is_told_so(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DecodingError, match="is a packed file or a table, not text; unpack it, or give a dump"):
        decode(pack(bytes(range(256)) * 4), "dump")
    assert decode(b"PAR1 is what begins a file.", "a.txt") == "PAR1 is what begins a file."


def test_a_zip_archive_is_named_as_the_document_that_it_may_be() -> None:
    with pytest.raises(DecodingError, match="is a zip archive, as .docx and .odt are; save the document as text"):
        decode(b"PK\x03\x04\x14\x00\x06\x00", "report.docx")


def test_an_address_is_told_from_a_path() -> None:
    with pytest.raises(InputError, match="^https://example.org/a.html: no such file; an address is not fetched"):
        read_text("https://example.org/a.html")


def test_what_is_no_path_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    with open(path, encoding="utf-8") as file, pytest.raises(InputError, match="not TextIOWrapper; of an open file"):
        read_text(file)  # type: ignore[arg-type] # the mistake
    with pytest.raises(InputError, match="a path is needed, not NoneType"):
        read_text(None)  # type: ignore[arg-type] # the mistake


def test_prose_with_angle_brackets_is_no_html() -> None:
    readme = '<div align="center"><h1>Rain</h1></div>\n\n## Install\n\nWith pip.'
    markdown = "<figure><img src='a'></figure>\n\n# Boats return\n\nThe first came at dawn.\n\n<p>© 2024</p>"
    for text in (
        "<html5> is a name",
        "a <b>bold</b> word",
        "<3 this town",
        "<p> begins a paragraph.",
        readme,
        markdown,
    ):
        assert decode(text.encode(), "a.txt") == text
        assert not is_page(text.encode(), "a.txt")


def test_names_can_always_be_printed() -> None:
    assert readable_name(Path("a/b.txt")) == str(Path("a/b.txt"))
    assert readable_name("caf\udce9.txt") == "caf\ufffd.txt"
