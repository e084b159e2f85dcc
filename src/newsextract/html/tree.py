"""A page to a tree: bytes of any encoding, text, trees that others parsed. What is given is never changed."""

from __future__ import annotations

import codecs
import copy
import importlib
import re
import sys
from typing import Any, NamedTuple

from lxml import etree

from ..errors import DecodingError, InputError, LimitError
from ..files import (
    BYTE_ORDER_MARKS,
    CONTROLS,
    MAX_BYTES,
    decode_legacy,
    is_binary,
    is_mostly_utf8,
    unpack_if_packed,
)
from ..model import without_surrogates

__all__ = ["MAX_ELEMENTS", "Element", "Tree", "read_tree", "text_of"]

Element = Any
"""An element of lxml, whose stubs know less than it does."""

MAX_ELEMENTS = 1_000_000
"""Most elements of a page. A page of 20 MB has some two hundred thousand; what has more is no article, and every one
costs half a kilobyte while it is read."""

#: The declaration stands within the first 1,024 bytes by the standard; pages put scripts before it.
_DECLARED_WITHIN = 8_192
_DECLARED = re.compile(
    rb"""
      <meta \b [^>]{0,400}? \b charset \s* = \s* ["']? \s* (?P<meta> [A-Za-z0-9_:.-]{2,40} )
    | \A \s* <\?xml \b [^>]{0,200}? \b encoding \s* = \s* ["'] (?P<xml> [A-Za-z0-9_:.-]{2,40} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What browsers read where a page declares these: supersets, of which the added characters are what pages hold.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_UNICODE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7")
_LOOKED_AT = 4_096
#: So many bytes are read at once; a character that goes on behind them is read with the next.
_PIECE = 32_768
_XHTML = "{http://www.w3.org/1999/xhtml}"
#: Of the bytes of a page in UTF-16 that begin a character of its markup so many are NUL at least, and of the others
#: fewer by so many times. Some letters of East Asia have a NUL too (一), and so has its space.
_LEAST_NULS, _MORE_NULS = 1 / 8, 2
_BEYOND_ASCII = bytes(range(0xC0, 0x100))
_NO_LETTERS = bytes(each for each in range(0xC0) if not chr(each).isalpha() or each >= 0x80)
_TAG = re.compile(r"<[A-Za-z!/]")
_MARKUP = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)|<[^>]*>", re.DOTALL | re.IGNORECASE)
#: How ISO-2022-JP goes over to Japanese: its bytes are all ASCII.
_ESCAPE, _TO_JAPANESE = b"\x1b", (b"\x1b$B", b"\x1b$@")


class Tree(NamedTuple):
    """A page, parsed."""

    root: Element | None
    """None where it holds nothing at all."""
    is_cut: bool = False
    """Whether it is nested too deep for the parser, which left out all that follows."""


def read_tree(page: object, name: str) -> Tree:
    """The elements of a page.

    `page` is bytes (gzip or not), str, an element or tree of lxml, or a soup or tag of BeautifulSoup; `name` is what
    errors call it.

    Raises:
        InputError: It is none of these.
        DecodingError: Its bytes are no text.
        LimitError: It is larger than `files.MAX_BYTES`, or has more tags than `MAX_ELEMENTS` elements have, two each.
            Trees that are given were read already, and are not counted.
    """
    if isinstance(page, bytes | bytearray | memoryview):
        return _parse(_utf8(bytes(page), name), name)
    if isinstance(page, str):
        return _parse(_cleaned(page), name)
    if _is_soup(page):  # asked first, since a soup says that it has whatever it is asked for
        return _parse(_cleaned(_written(page)), name)
    root = page.getroot() if hasattr(page, "getroot") else page
    if root is None or isinstance(getattr(root, "tag", None), str):  # comments and instructions have a function there
        return Tree(_without_namespace(root))
    remedy = "give bytes, a str, an lxml element or a BeautifulSoup object; for a file use parse_file"
    raise InputError(f"parse_html takes no {type(page).__name__}; {remedy}")


def _parse(data: bytes, name: str) -> Tree:
    if len(data) > MAX_BYTES:
        raise LimitError(f"{name}: more than {MAX_BYTES:,} bytes (MAX_BYTES); no page of an article is that large")
    # A rough count, of pages that are long enough for it: tags are what begins with "<", and an element has two.
    if len(data) > 2 * MAX_ELEMENTS and data.count(b"<") > 2 * MAX_ELEMENTS:
        raise LimitError(f"{name}: more than {MAX_ELEMENTS:,} elements (MAX_ELEMENTS); give the article's part of it")
    # A parser of its own for each page: one that is shared makes threads wait for each other. No network, no entities
    # of its own (the HTML parser knows none), no table of ids, since nothing is looked up by them, and depth is bounded
    # by the parser (2,048).
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing in it that is an element or text
        root = None
    return Tree(root, any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log))


def _without_namespace(root: Element | None) -> Element | None:
    """The tree as parsers of HTML give it, which knows no namespaces; those of XHTML are in one."""
    if root is None or root.tag.__class__ is not str or not root.tag.startswith(_XHTML):
        return root
    root = copy.deepcopy(root)
    for element in root.iter():
        if element.tag.__class__ is str:
            element.tag = element.tag.rpartition("}")[2]
    return root


def _cleaned(text: str) -> bytes:
    """A text in UTF-8 without control characters: a NUL would end the page for the parser."""
    return without_surrogates(text).encode().translate(None, CONTROLS)


def _is_soup(page: object) -> bool:
    bs4 = sys.modules.get("bs4")  # whoever has a soup has imported it
    return bs4 is not None and isinstance(page, bs4.Tag)


def _written(soup: Any) -> str:
    return str(soup.decode(formatter="minimal"))


def _utf8(data: bytes, name: str) -> bytes:
    """The page in UTF-8 without what is no text: by its byte order mark, else as UTF-8 if it is that whatever it
    declares, else as it declares, else by its letters."""
    data = unpack_if_packed(data, name)
    if len(data) > MAX_BYTES:
        raise LimitError(f"{name}: more than {MAX_BYTES:,} bytes (MAX_BYTES); no page of an article is that large")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _cleaned(data.decode(encoding, "replace"))
    if b"\0" in data[:_LOOKED_AT]:
        # UTF-16 without a mark: every other byte of the markup is a NUL.
        for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
            half = data[at:_LOOKED_AT:2]
            nuls, others = half.count(0), data[1 - at : _LOOKED_AT : 2].count(0)
            if nuls > len(half) * _LEAST_NULS and nuls > others * _MORE_NULS:
                text = data.decode(encoding, "replace")
                if text.count("\ufffd") * 50 <= len(text) and _TAG.search(text, 0, _LOOKED_AT):
                    return _cleaned(text)
    if _ESCAPE in data and data.isascii() and any(map(data.__contains__, _TO_JAPANESE)):
        return _cleaned(data.decode("iso2022_jp", "replace"))
    if _is_utf8(data):
        return data.translate(None, CONTROLS)
    if is_binary(data):
        raise DecodingError(f"{name}: is binary data, not a page; give HTML")
    return _cleaned(_decoded(data, name))


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8. They are read piece by piece: nobody asks for their text, and to make all of it at once
    takes twice as long."""
    at = 0
    while at < len(data):
        is_last = at + _PIECE >= len(data)
        try:
            at += codecs.utf_8_decode(data[at : at + _PIECE], "strict", is_last)[1]
        except UnicodeDecodeError:
            return False
    return True


def _decoded(data: bytes, name: str) -> str:
    """Bytes that are not valid UTF-8."""
    text = data.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    declared = _declared(data)
    if is_mostly_utf8(text) and declared in (None, "utf-8", "cp1252"):
        return text
    if declared not in (None, "utf-8", *_UNICODE):
        # A few bytes that are none in it do not make the declaration a lie; many do.
        text = data.decode(declared, "replace")
        if declared == "cp1252" and _is_foreign(data):
            return _guessed(data, name)
        if text.count("\ufffd") * 50 <= beyond_ascii:
            return text
    return _guessed(data, name)


def _is_foreign(data: bytes) -> bool:
    """Whether most letters of a page are beyond ASCII, as in no Western language: many servers call all that they send
    Western."""
    letters = _MARKUP.sub(b"", data).translate(None, _NO_LETTERS)
    return 2 * len(letters.translate(None, _BEYOND_ASCII)) < len(letters)


def _guessed(data: bytes, name: str) -> str:
    """By the letters of the text, tags left out of it; else what UnicodeDammit makes of it, which is a Western
    encoding."""
    try:
        return decode_legacy(data, name)
    except DecodingError:
        dammit = importlib.import_module("bs4.dammit").UnicodeDammit  # slow to import, and seldom needed
        text = dammit(data, is_html=True).unicode_markup
        return data.decode("cp1252", "replace") if text is None else str(text)


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, as Python calls the one that browsers read then."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if found is None:
        return None
    label = (found["meta"] or found["xml"]).decode("ascii").lower().removeprefix("x-")
    try:
        encoding = codecs.lookup(label).name
    except LookupError:
        return None
    return _SUPERSETS.get(encoding, encoding)


def text_of(element: Element) -> str:
    """All text in an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
