"""How languages are written: what ends a sentence, what belongs to a letter, and which set no spaces between words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

__all__ = [
    "ANY_QUOTATION_MARK",
    "CLOSERS",
    "COLONS",
    "FIRST_WIDE",
    "INVISIBLE",
    "QUESTIONS",
    "SENTENCE_END",
    "fold",
    "has_digit",
    "is_mark",
    "is_spaceless",
    "is_unspaced",
    "marks_beside",
    "primary",
    "quotation_marks",
    "sentence_ends",
    "words",
]

#: Ends with no space behind them: those of Chinese and Japanese, and those that Ethiopic and Burmese often set so.
_UNSPACED_ENDS = "。！？｡።፧፨။"
SENTENCE_END = ".!?…؟۔।॥։។៕།" + _UNSPACED_ENDS
"""Characters that end a sentence, in all scripts."""
QUESTIONS = "?？؟፧"
"""Question marks. The Greek one is a semicolon: see `text.shapes.last_mark`."""
COLONS = (":", "：")
"""What ends a line that introduces others."""
CLOSERS = "\"'”’»)]）」』】"
"""Characters that may stand behind the mark that ends a sentence, in most languages."""
#: Quotation marks that close in German, Polish or Danish, and open elsewhere; a stop before one tells.
_CLOSERS_BEHIND_STOPS = CLOSERS + "“‘«‹›"

ANY_QUOTATION_MARK = frozenset("\"'“”„‟«»‹›‘’‚「」『』")
"""Marks that open or close a quotation, in most languages."""
#: Marks by language: what opens, what closes. Other languages have those of English.
_QUOTATION_MARKS = {
    **dict.fromkeys(("bg", "cs", "de", "et", "is", "ka", "lt", "sk", "sl"), ("„", "“")),
    **dict.fromkeys(("hr", "hu", "pl", "ro", "sr"), ("„", "”")),
    **dict.fromkeys(("fi", "sv"), ("”", "”")),
    **dict.fromkeys(
        ("ar", "be", "ca", "el", "es", "eu", "fa", "hy", "it", "kk", "nb", "nn", "no", "ru", "uk"), ("«", "»")
    ),
    "fr": ("«\u00a0", "\u00a0»"),
    "ja": ("「", "」"),
}
_ENGLISH_MARKS = ("“", "”")

INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters that show nothing and mean nothing for an article: byte order marks, zero-width spaces, soft hyphens,
directional marks. The joiners U+200C and U+200D stay: Persian and Indic words are written with them."""

FIRST_WIDE = "\u2e80"
"""The first character of the scripts of East Asia, whose characters take two columns and whose names have no spaces."""

#: A run of marks is read once and as a whole: thousands of dots may stand in one with no space behind them.
_SENTENCE_BREAK = re.compile(
    rf"""
    (?: (?<![{re.escape(SENTENCE_END)}]) [{re.escape(SENTENCE_END)}]++ [{re.escape(_CLOSERS_BEHIND_STOPS)}]*+ (?=\s)
      | [{_UNSPACED_ENDS}]+ [{re.escape(CLOSERS)}]* )
    \s*
    """,
    re.VERBOSE,
)


_ASCII_DIGIT = re.compile("[0-9]")


def has_digit(text: str) -> bool:
    """Whether a text has a digit of any script, raised ones and those in circles among them.

    >>> has_digit("3 May"), has_digit("①"), has_digit("May")
    (True, True, False)
    """
    return _ASCII_DIGIT.search(text) is not None or (not text.isascii() and any(map(str.isdigit, text)))


def sentence_ends(text: str, begin: int = 0) -> Iterator[int]:
    """Where sentences end in a text from an offset on, the space behind each with it; the last one aside.

    A stop with a small letter behind it or a single capital before it ends none: "the U.S. delegation", "J. Smith".

    >>> text = "J. Smith left. It rained!  “So what?” Then"
    >>> [text[:end] for end in sentence_ends(text)]
    ['J. Smith left. ', 'J. Smith left. It rained!  ', 'J. Smith left. It rained!  “So what?” ']
    >>> list(sentence_ends("下雨了。河水涨了。")), list(sentence_ends("ዝናብ ዘነበ። ወንዙ ሞላ።"))
    ([4], [9])
    """
    for stop in _SENTENCE_BREAK.finditer(text, begin):
        end = stop.end()
        if end < len(text) and not text[end].islower() and not _is_initial(text, stop.start()):
            yield end


def _is_initial(text: str, stop: int) -> bool:
    return text[stop] == "." and text[stop - 1 : stop].isupper() and not text[max(0, stop - 2) : stop - 1].isalnum()


def fold(text: str) -> str:
    """A text in lower case, as long as it was, as set phrases are compared. The two letters of Turkish are one here: a
    capital I may be either of them.

    >>> fold("İLGİLİ HABERLER"), fold("BASIN") == fold("basın")
    ('ilgili haberler', True)
    """
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i")


def quotation_marks(language: str | None) -> tuple[str, str]:
    """The marks that open and close a quotation in a language, hard spaces with them.

    >>> quotation_marks("de-AT"), quotation_marks("en"), quotation_marks(None)
    (('„', '“'), ('“', '”'), ('“', '”'))
    """
    return _QUOTATION_MARKS.get(primary(language), _ENGLISH_MARKS)


def words(listed: str) -> frozenset[str]:
    """The words of a list parted by spaces."""
    return frozenset(listed.split())


def primary(tag: str | None) -> str:
    """The first subtag of a language tag in lower case, "" for None.

    >>> primary("pt-BR"), primary("zh_TW")
    ('pt', 'zh')
    """
    return tag.replace("_", "-").partition("-")[0].lower() if tag else ""


#: Scripts without spaces between words: Thai and Lao, Tibetan, Burmese, Khmer, Chinese and Japanese. Korean has them.
_UNSPACED = re.compile(
    "[\u0e00-\u109f\u1780-\u17ff\u2e80-\u312f\u3190-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\uf900-\ufaff\uff00-\uff9f\uffe0-\uffef\U00020000-\U0003ffff]"
)
_FIRST_UNSPACED = "\u0e00"
#: The same by language.
_SPACELESS = frozenset(("bo", "dz", "ja", "km", "lo", "my", "th", "wuu", "yue", "zh"))


def is_unspaced(character: str) -> bool:
    """Whether words stand without spaces around this character, East Asia's marks and full-width forms among them.

    >>> [is_unspaced(character) for character in "文かไກក、Ａ"], [is_unspaced(character) for character in "가a"]
    ([True, True, True, True, True, True, True], [False, False])
    """
    return character >= _FIRST_UNSPACED and _UNSPACED.match(character) is not None


def is_spaceless(language: str | None) -> bool:
    """Whether a language is written without spaces between words.

    >>> is_spaceless("zh-TW"), is_spaceless("ko"), is_spaceless(None)
    (True, False, False)
    """
    return primary(language) in _SPACELESS


def is_mark(character: str) -> bool:
    """Whether it belongs to the letter before it: a vowel sign, an accent on its own."""
    return unicodedata.category(character)[0] == "M"


def marks_beside(text: str) -> str:
    """The marks of the scripts that have some in a text, as the inside of a class of a regex; "" where there are none.

    >>> marks_beside("मार्च")
    'ऀ-ःऺ-़ा-ॏ॑-ॗॢ-ॣ'
    """
    ranges: list[str] = []
    for block in sorted({ord(character) // _BLOCK for character in text if is_mark(character)}):
        of_block = map(chr, range(block * _BLOCK, (block + 1) * _BLOCK))
        for is_one, run in groupby(of_block, is_mark):
            first, *others = run
            if is_one:
                ranges.append(f"{first}-{others[-1]}" if others else first)
    return "".join(ranges)


#: Most scripts have a block of so many characters.
_BLOCK = 128
