"""Files and bytes to text: limits, gzip, encodings, and which are pages. Newlines stay as they are; a byte order mark
does not."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import re
import stat
import zlib

from .errors import DecodingError, InputError, LimitError, shortened
from .model import without_surrogates

__all__ = [
    "BYTE_ORDER_MARKS",
    "BZIP2_MAGIC",
    "CONTROLS",
    "GZIP_MAGIC",
    "GZIP_WINDOW",
    "MAX_BYTES",
    "PAGE_TYPES",
    "TABLE_MAGIC",
    "XZ_MAGIC",
    "ZIP_MAGIC",
    "ZSTD_MAGIC",
    "decode",
    "decode_legacy",
    "is_binary",
    "is_mostly_utf8",
    "is_markup",
    "is_page",
    "read_file",
    "readable_name",
    "unpack_if_packed",
]

#: The largest file that is read, before and after unpacking. It keeps a wrong path or a gzip bomb from filling the
#: memory; four bytes a character is the most that an encoding takes.
MAX_BYTES = 128_000_000

HTML_SUFFIXES = (".html", ".htm", ".xhtml")
PAGE_TYPES = ("text/html", "application/xhtml+xml")
"""The media types of pages."""
#: No system has longer names; what is longer is a text, and an error shows so much of it.
_LONGEST_NAME = 255
_IS_TEXT = "for a text use parse_text"
GZIP_MAGIC = b"\x1f\x8b"
GZIP_WINDOW = zlib.MAX_WBITS | 16
"""What zlib is told as its window bits, for gzip."""
PDF_MAGIC = b"%PDF-"
ZIP_MAGIC = b"PK\x03\x04"
BZIP2_MAGIC, XZ_MAGIC, ZSTD_MAGIC = b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"
TABLE_MAGIC = (b"PAR1", b"ARROW1")
"""What files of Parquet and Arrow begin with."""
#: What only `newsextract batch` reads.
_OF_DUMPS = (BZIP2_MAGIC, XZ_MAGIC, ZSTD_MAGIC, *TABLE_MAGIC)

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Texts and pages may hold stray control characters; one byte in twenty is a binary format.
_BINARY_SHARE = 20
#: Of the characters beyond ASCII so many may be broken: cut off, or pasted from elsewhere. More are another encoding.
_BROKEN_SHARE = 3
#: Control characters that no text needs; tabs, newlines, form feeds and escape are left out.
CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])

#: Encodings older than Unicode, each with the commonest characters of the texts in it and the least share of them among
#: those beyond ASCII. The first that decodes and reaches its share wins. Where none does, a guess would give wrong
#: letters without a word, so there is an error instead. (charset-normalizer 3.4 reads 66 of 84 articles in such
#: encodings right, taking English with curly quotes for Baltic; bs4's UnicodeDammit takes all of them for cp1252.)
LEGACY_ENCODINGS = (
    ("euc_jp", re.compile(r"[ぁ-ヶ]"), 0.2),
    ("cp932", re.compile(r"[ぁ-ヶ]"), 0.2),
    ("cp949", re.compile(r"[이다는의에을가고하은를로지도]"), 0.15),
    ("gb18030", re.compile(r"[的一是不了在人有我这中大来上国]"), 0.04),
    ("big5", re.compile(r"[的一是不了在人有我這中大來上國]"), 0.04),
    # Where Polish has these inside words, Western texts have ¹, ³ and ¿, which stand at their edges.
    ("cp1250", re.compile(r"(?<=[a-z])[ąłż](?=[a-zćęńóś])|[šžŠŽ]"), 0.1),
    ("iso8859_2", re.compile(r"(?<=[a-z])[ąłżšž](?=[a-zćęńóśáéíýčďěňřťů])"), 0.05),
    ("cp1254", re.compile(r"[ışğİŞĞüöçÜÖÇâ“”‘’–—]"), 0.95),
    # Western accents stand among ASCII letters: three in a row are as rare there as they are common in other scripts.
    ("cp1252", re.compile(r"(?<![À-ÿ])[À-ÿ]{1,2}(?![À-ÿ])|[\xa0-¿ŒœŠšŽžŸ“”‘’„‚–—…•€™]"), 0.6),
    ("cp1251", re.compile(r"[оеаинтслр]"), 0.5),
    ("koi8_r", re.compile(r"[оеаинтслр]"), 0.5),
    ("cp1253", re.compile(r"[αοιετσνηρς]"), 0.5),
    ("cp1256", re.compile(r"[الينمروتب]"), 0.5),
)
SAMPLE_BYTES = 65_536

#: The two encodings of Central Europe, which differ in a few letters alone: either reads most of the other's. What
#: neither Polish nor Czech has tells: control characters, signs and capitals inside words.
_CENTRAL = ("cp1250", "iso8859_2")
_ODD = re.compile(
    r"""
      [\x80-\x9f] | (?<=[^\W\d_])[±¶¦¬ˇ] | [±¶¦¬ˇ](?=[^\W\d_])
    | (?<=[^\W\d_])[«»©®](?=[^\W\d_]) | (?<=[a-z])[ĽĄŠŽŤ](?=[a-z]|\b)
    """,
    re.VERBOSE,
)

#: The elements that what a page holds begins and ends with, where the page around it was left out.
_BLOCKS = "p|div|h[1-6]|article|section|main|ul|ol|dl|table|blockquote|figure|pre"
_START = r"""
    \ufeff? \s*
    (?: <\?xml [^>]* > \s* )?   # XHTML's declaration
    (?: <!-- (?: [^-] | -(?!->) )*+ --> \s*+ ){0,8}   # comments, as saved pages begin
"""
_PAGE_START = re.compile(_START + r"< (?: !doctype \s+ html | html | head | body ) \b", re.VERBOSE | re.IGNORECASE)
_FRAGMENT_START = re.compile(_START + rf"< (?: {_BLOCKS} ) (?: \s [^<>]* )? >", re.VERBOSE | re.IGNORECASE)
_FRAGMENT_END = re.compile(rf"(?: </ (?: {_BLOCKS} ) \s* > | --> ) \s* \Z", re.VERBOSE | re.IGNORECASE)
_MARKDOWN = re.compile(r"^ {0,3}(?:#{1,6} |[-*+] |={3})", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[^\S\n]*+\n\s*+")
#: Characters at the end of a text that show how it ends.
_END = 100


def read_file(path: str | os.PathLike[str]) -> bytes:
    """What a file holds; gzip is unpacked, whatever the file's name.

    Raises:
        InputError: It is no path, there is no such file, it cannot be read, or its gzip is damaged.
        LimitError: It has more than `MAX_BYTES` bytes, packed or unpacked.
    """
    if not isinstance(path, str | bytes | os.PathLike):
        remedy = "of an open file, give what it reads to parse_text"
        raise InputError(f"a path is needed, not {type(path).__name__}; {remedy}")
    name = readable_name(path)
    data = _read_bytes(path, name)
    if name.lower().endswith(".gz") and data and not data.startswith(GZIP_MAGIC):
        raise InputError(f"{name}: ends in .gz and is not gzip; if it is plain text, rename it")
    return _unpacked(data, name)


def is_page(data: bytes, name: str) -> bool:
    """Whether bytes, gzip or not, are HTML: their name says so, or they begin as a page does.

    >>> is_page(b"", "a.html.gz"), is_page(b"<!DOCTYPE html><p>a", "a.txt"), is_page(b"<3 this town", "a.txt")
    (True, True, False)
    """
    if name.lower().removesuffix(".gz").endswith(HTML_SUFFIXES):
        return True
    start = _beginning(data)
    end = (start if data.startswith(GZIP_MAGIC) else data)[-4 * _END :]
    encoding = "latin-1"
    for mark, marked in BYTE_ORDER_MARKS:
        if start.startswith(mark):
            encoding, end = marked, mark + end
            break
    return _is_markup(start.decode(encoding, "ignore"), end.decode(encoding, "ignore"))


def is_markup(text: str) -> bool:
    """Whether a text is HTML: it begins as a page does, or begins and ends with the tags of blocks, as what feeds and
    databases of sites hold does. (Markdown may begin and end so, too, but most of what blank lines part there does
    not.)

    >>> is_markup("<html><p>a"), is_markup("<p>It rained.</p>"), is_markup("<p> begins a paragraph in HTML.")
    (True, True, False)
    """
    return _is_markup(text[:SAMPLE_BYTES], text[-_END:])


def _is_markup(start: str, end: str) -> bool:
    if _PAGE_START.match(start) is not None:
        return True
    if _FRAGMENT_START.match(start) is None or _FRAGMENT_END.search(end) is None:
        return False
    parts: list[str] = _BLANK_LINES.split(start.strip("\ufeff \t\r\n"))
    return sum(part.startswith("<") for part in parts) > len(parts) // 2 and _MARKDOWN.search(start) is None


def _beginning(data: bytes) -> bytes:
    """The first bytes, unpacked; of damaged gzip none."""
    if not data.startswith(GZIP_MAGIC):
        return data[:SAMPLE_BYTES]
    try:
        return zlib.decompressobj(wbits=GZIP_WINDOW).decompress(data[:SAMPLE_BYTES], SAMPLE_BYTES)
    except zlib.error:
        return b""


def is_binary(data: bytes, controls: bytes = CONTROLS) -> bool:
    """Whether bytes have too many control characters to be text."""
    return (len(data) - len(data.translate(None, controls))) * _BINARY_SHARE > len(data)


def is_mostly_utf8(text: str) -> bool:
    """Whether bytes that were decoded as UTF-8, errors replaced, were that, though some characters are broken."""
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * _BROKEN_SHARE <= beyond_ascii


def decode(data: bytes, name: str) -> str:
    """The text that the bytes hold, gzip or not; `name` is what errors call them.

    Raises:
        InputError: They are PDF, or gzip that is damaged.
        DecodingError: They are no text.
        LimitError: There are more than `MAX_BYTES` of them, packed or unpacked.

    >>> decode("Größe".encode("utf-16"), "a.txt"), decode("Größe".encode("latin-1"), "b.txt")
    ('Größe', 'Größe')
    """
    data = _unpacked(data, name)
    if data.startswith(PDF_MAGIC):
        raise InputError(f"{name}: is a PDF; extract its text first")
    if data.startswith(ZIP_MAGIC):
        remedy = "save the document as text, or give an archive of articles to `newsextract batch`"
        raise DecodingError(f"{name}: is a zip archive, as .docx and .odt are; {remedy}")
    return _decode(data, name)


def _unpacked(data: bytes, name: str) -> bytes:
    data = unpack_if_packed(data, name)
    if len(data) > MAX_BYTES:
        raise _limit_error(name)
    return data


def readable_name(path: str | os.PathLike[str]) -> str:
    """A path as text that can be printed and encoded: bytes of a file name that are not UTF-8 become U+FFFD."""
    return without_surrogates(os.fsdecode(path))


def _read_bytes(path: str | os.PathLike[str], name: str) -> bytes:
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise _limit_error(name)
            # Pipes and devices do not tell their size beforehand.
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        remedy = "an address is not fetched, save it first" if "://" in name else "check the path"
        raise InputError(f"{_shown(name)}: no such file; {_IS_TEXT if _is_text(name) else remedy}") from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a directory; name the files in it") from None
    except PermissionError:
        raise InputError(f"{name}: no permission to read it; check its mode and owner") from None
    except OSError as error:
        remedy = _IS_TEXT if _is_text(name) else "check the path"
        raise InputError(f"{_shown(name)}: cannot be read ({error.strerror or error}); {remedy}") from None
    except ValueError as error:  # a NUL in the path
        if isinstance(error, InputError):
            raise
        raise InputError(f"{_shown(name)!r}: is no path ({error})") from None


def _is_text(name: str) -> bool:
    """Whether a path that leads nowhere is a text that was given in place of one."""
    return "\n" in name or max(map(len, name.split("/"))) > _LONGEST_NAME


def _shown(name: str) -> str:
    """A path for an error's message: of a text its beginning."""
    return shortened(name) if _is_text(name) else name


def unpack_if_packed(data: bytes, name: str) -> bytes:
    """The bytes, unpacked if they are gzip, up to one more than `MAX_BYTES`. Raises InputError if it is damaged."""
    if not data.startswith(GZIP_MAGIC):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(MAX_BYTES + 1)
    except EOFError:
        raise InputError(f"{name}: the gzip ends too early; fetch the file again") from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{name}: the gzip is damaged ({error}); fetch the file again") from None


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                if encoding != "utf-8-sig":
                    raise _decoding_error(name, f"begins as {encoding} and breaks at byte {error.start}") from None
    if is_binary(data):
        if data.startswith(_OF_DUMPS):
            remedy = "unpack it, or give a dump of articles to `newsextract batch`"
            raise DecodingError(f"{name}: is a packed file or a table, not text; {remedy}")
        raise _decoding_error(name, "is binary data, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_damaged(data) or decode_legacy(data, name)


def _decode_damaged(data: bytes) -> str | None:
    """UTF-8 in which some characters are broken (cut off, or pasted from elsewhere): those become U+FFFD. In texts of
    older encodings hardly a character beyond ASCII is UTF-8 by chance."""
    text = data.decode("utf-8-sig", "replace")
    return text if is_mostly_utf8(text) else None


def decode_legacy(data: bytes, name: str) -> str:
    """Bytes in an older encoding, which is told by what stands in them. Raises DecodingError where none is certain."""
    for encoding, known_by, least_share in LEGACY_ENCODINGS:
        try:
            # Incremental, so that a character cut by the sample's end is no error.
            sample = codecs.getincrementaldecoder(encoding)().decode(data[:SAMPLE_BYTES])
            beyond_ascii = len(sample) - len(sample.encode("ascii", "ignore"))
            if sum(map(len, known_by.findall(sample))) >= least_share * max(beyond_ascii, 1):
                return data.decode(_likelier(encoding, data[:SAMPLE_BYTES]))
        except UnicodeDecodeError:
            continue
    raise _decoding_error(name, "is neither UTF-8 nor an older encoding that could be told for certain")


def _likelier(encoding: str, sample: bytes) -> str:
    """Of the two encodings of Central Europe the one in which a sample reads with fewer odd signs; any other as given.

    >>> _likelier("cp1250", "walczą z pożarem, piętnaście łodzi".encode("iso8859_2"))
    'iso8859_2'
    >>> _likelier("cp1250", "walczą z pożarem, łodzi".encode("cp1250")), _likelier("cp1252", b"")
    ('cp1250', 'cp1252')
    """
    if encoding not in _CENTRAL:
        return encoding
    return min(_CENTRAL, key=lambda each: _odd_signs(sample.decode(each, "replace")))


def _odd_signs(text: str) -> int:
    """How many characters of a text of Central Europe are out of place: beside what is odd anywhere, letters with
    carons in a text that has the letters of Polish, and a letter of Polish in one that has not."""
    strange = "šžľ" if "ł" in text else "ą"
    return sum(1 for _ in _ODD.finditer(text)) + sum(map(text.count, strange))


def _decoding_error(name: str, reason: str) -> DecodingError:
    return DecodingError(f"{name}: {reason}; if it is text, save it as UTF-8")


def _limit_error(name: str) -> LimitError:
    return LimitError(f"{name}: more than {MAX_BYTES:,} bytes (MAX_BYTES); split it into one file an article")
