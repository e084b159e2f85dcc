"""Words and numbers around a place where a date could be, each with its code (`vocabulary/codes.py`)."""

from __future__ import annotations

import re
from typing import Any

from ...writing import is_mark
from ..vocabulary.codes import Capital, Daylight, HalfBehindYear, NamedYear, Word
from ..vocabulary.lexicon import Lexicon
from .figures import DIGITS, HAN, READERS, from_era, in_gregorian, roman, year_of_era

__all__ = ["Piece", "Token", "Tokens"]

#: (start, end, value)
Token = tuple[int, int, Any]
#: Where a chunk stands in the text, and its tokens, whose offsets count from there.
Piece = tuple[int, tuple[Token, ...]]


#: What stands between two spaces, read: its codes; its tokens, whose offsets count from the chunk's start; whether what
#: stands before it, and what stands behind it, can belong to the same date.
Chunk = tuple[str, tuple[Token, ...], bool, bool]

#: A stretch is cut here; no date is as long, and a hostile text of months alone stays cheap.
_LONGEST = 40
#: A longer chunk is no word of dates, where words are parted by spaces.
_CHUNK = 40
#: So far a token's pattern looks ahead.
_AHEAD = 5
#: So many characters before a place can belong to its date ("at 10 a.m. on Tuesday the 3rd of May").
_WINDOW_BACK = 60
#: So many behind a place are looked at, and as many again where a date goes on. Not more spaces may part its words.
_WINDOW = 60
#: Chunks are remembered, because few make up most of any text; so many, then they are forgotten.
_REMEMBERED = 20_000

_TOKENS = r"""
  (?P<oriental> (?:午前|午後|上午|下午|오전[\ _]?|오후[\ _]?)\d\d?:\d\d(?!\d)
  | (?:午前|午後|上午|下午|오전[\ _]?|오후[\ _]?)?\d\d?[時时시](?!間|间|간)(?:[\ _]?\d\d?[分분]|半|반)? )
 |(?P<bracketed> [今昨明][（(]\d\d?[）)]日 )
 |(?P<han_day> [{han}]{{1,2}}月[{han}]{{1,3}}[日号號](?![間间]) )
 |{named}{special}
  (?P<han> [{digits}]{{4}}年(?:[{han}]{{1,3}}月(?:[{han}]{{1,3}}[日号號])?)? | [{han}]?十年代 | [{han}]{{1,8}} )
 |(?P<zone> (?:utc|gmt) (?: [-+−–]\d\d? (?: :?\d\d )? ) (?! [\d%:] ) )
 |(?P<fiscal> fy[12]\d{{3}}(?!\w) )
 |(?P<word> (?!(?:令和|平成|昭和|大正|明治)[\d{han}元]) {letter}+ (?!\d) )
 |(?P<iso> (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) (?! [\d%‰€$£¥°_/-] | [.,:]\d | {word} )
   | \d{{4}}-\d\d-\d\d (?: [T]\d\d:\d\d (?::\d\d(?:[.,]\d{{1,9}})?)? (?:Z|[+-]\d\d:?\d\d)? )? (?!{word}|/|[-.]\d) )
 |(?P<figures> \d{{4}}(?P<behind_year>[/.])\d\d?(?P=behind_year)\d\d?(?!{word}|/|\.\d)
   | \d\d?(?P<behind_day>[-/.])\d\d?(?P=behind_day)(?:\d{{4}}|\d\d)
     (?!{word}|/|\.\d|-\d(?!\d?(?P=behind_day)\d\d?(?P=behind_day)\d\d)) )
 |(?P<eastern> \d{{4}}\ ?[年년](?![代대])(?:[\ _]{{0,8}}\d\d?(?:\ ?[月월]{day}?|(?={dash}\d\d?[月월])))?
   | \d\d[年년][\ _]?\d\d?\ ?[月월](?:{day}|(?!\d))
   | \d\d?\ ?[月월](?:{day}|(?!\d))
   | (?<=[\d日号號일]{dash})\d\d?[日号號일]{weekday}(?![間间간])
   | {lone}
   | (?:令和|平成|昭和|大正|明治)(?:\d\d?|元|[{han}]{{1,3}})年(?:\d\d?月(?:\d\d?日{weekday})?)? )
 |(?P<month_of_range> (?:1[0-2]|[1-9])(?={dash}(?:1[0-2]|[1-9])\ ?[月월](?!\d)) )
 |(?P<time> \d\d? (?: [:h]\d\d (?::\d\d(?:\.\d{{3,9}})?)? (?!\d|[:.]\d)
              (?:[ap]m\b|[ap]\.m\b\.?|uhr\b|h\b|Z\b|[+-]\d\d:?\d\d\b)?
            | (?:\.\d\d)? (?:[ap]m\b|[ap]\.m\b\.?) | h(?!\w) | _h(?:eures?)?(?:_[0-5]\d(?!\d))? ) )
 |(?P<decade> (?:\d\d)?\d0
            (?: (?:s|'s|e[rn]n?|-?(?:те|е|х|ті|ми)|'?erne|-(?:ih|ima|tall?(?:ene?|e?ts?)|årene|lu[vk]u\w{{0,8}})
                  |-?nda\w{{0,6}}
                  |'?l[ae]r\w{{0,8}}|'?l[ıiuü]|(?<=\d{{4}})-an(?!-)) (?!\w)
              | [年년][代대] ) )
 |(?P<quarter> [QqTt][1-4](?!\w)|[1-4]Q(?!\w)|H[12](?!\w) )
 |(?P<number> \d{{1,4}}(?:st|nd|rd|th|er|re|ère|ème|e|[ºª°]|-?(?:го|й|я|е|м|му|ті|тих)|-?(?:ος|ου|ης|ο|η)
      |_?(?:वीं|वें|वी|वां)|'?[ıiuü]?nc[ıiuü])?
    (?! [\dA-Za-z\u00c0-\u02af\u0370-\u052f%‰€$£¥₽₪₩₴₺₹°원円元] | [.,:]\d | \ [%€£$₪₩₴₺₹°] ) )
 |(?P<mark> [-–—−־/.,()~'‘|•·،，（）] )
 |(?P<day_and_month> {bare} )
 |(?P<dotted> \d\d?\.\d\d (?![\d%]|[.,]\d|\w) )
 |(?P<offset> \+ (?: \d\d:?\d\d | \d\d? ) (?![\w%:]|[.,]\d) )
"""
#: The groups of _TOKENS that are words; the others are figures, which READERS read, and marks.
_LETTERS = ("word", "special")
#: A sign for "and", which joins two dates, and leads to none: "Marks & May".
_JOINING = "&"
#: Plain numbers have so many digits at most.
_DIGITS = 4
#: Codes of names that are words too.
_NAMES = ("m", "w", "&")
_OPENING = "\"'“„‘«‹[¿¡<*_"
#: Before the figures of a year; the opening quote by mistake.
_APOSTROPHES = ("'", "‘")
_MARKS = {mark: mark for mark in "-/.,()'|"}
_MARKS |= {
    "–": "-",
    "—": "-",
    "−": "-",
    "־": "-",
    "~": "'",
    "‘": "'",
    "،": ",",
    "，": ",",
    "（": "(",
    "）": ")",
    "•": "|",
    "·": "|",
}
#: Codes of words for numbers: "five", "fifth".
_COUNTING = ("C", "o")
#: Codes of what a number counts: 15 พ.ค. 67 คน.
_MEASURES = ("v", "U")
_UNKNOWN: Word = ("", None)
#: What stands before a unit or a year where there are no spaces: 三天前, 令和6年.
_LEAD_IN = frozenset("0123456789０１２３４５６７８９令和平成昭大正明治元" + HAN)
_NUMERAL = frozenset("0123456789０１２３４５６７８９" + HAN)
#: A zone that is written so is one only in capitals: "PT", but "Mt. Etna".
_SHORT_ZONE = 2
#: Letters that a number in words of letters can begin with, Roman or Chinese; and the capital of which the small form
#: is longer, so that its word is not found as it stands.
_NUMERALS = frozenset("IVXİ" + HAN)
#: A letter or digit, but not one of the scripts that stand beside figures without a space. These have no capitals, and
#: `re` would look for the small letter of each of their signs.
_WORD = r"(?-i:[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
#: "2024年5月3日（金）": the day of the week of a date in figures.
_IN_BRACKETS = "(?:[（(][月火水木金土日一二三四五六월화수목금토일][)）])?"
#: 至 and the like are as good as a dash: 5月3日至5日, 5月3～5日.
_DASH = "[-–—~～〜∼至到]"
_DAY = rf"(?:[\ _]{{0,8}}\d\d?(?:\ ?[日号號일]{_IN_BRACKETS}|(?={_DASH}\d\d?[日号號일])))"
#: A day and month in figures, where a word before them can make them a date: "am 22.4."
_BARE = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?!\w)"
#: A day of a month that is not named: 10日午前. What stands beside it decides whether it is one.
_LONE_DAY = rf"(?:[12]\d|3[01]|[1-9])[日일](?![間间간目째內内以{{sides}}]){_IN_BRACKETS}"
#: Behind a day's number they count days, and in Chinese say "before the 3rd".
_SIDES = "前後后"
#: Right behind a year: 2019年, 二〇一九年, 去年.
_BEHIND_YEAR = rf"(?:(?<=\d{{4}}年)|(?<=\d{{4}}\ 年)|(?<=[{DIGITS}]{{4}}年)|(?<=[去今明]年))"
_ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})(?:e|er|ème)?")
#: "14 Mar 2025" where words stand without spaces.
_DAY_BEFORE = re.compile(r"(?<!\d)\d\d?[ -]\Z")
#: "4〜6月期" where words stand without spaces.
_MONTH_BEFORE, _MONTH = re.compile(r"(?<!\d)\d\d?[-–~～〜∼至到]\Z"), re.compile(r"\d\d?月(?!\d)")
_NEW: Chunk = ("", (), False, False)


class Tokens:
    """Reads stretches of text in one language, and remembers the chunks that it has read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        special = "|".join(
            _BEHIND_YEAR * isinstance(lexicon.words[word][1], HalfBehindYear)
            + re.escape(word)
            + r"(?![a-z])" * word.isascii()
            + r"(?!\d)" * word[-1].isdigit()
            for word in lexicon.special
        )
        letter = rf"(?:[^\W\d_]|[{lexicon.marks}])" if lexicon.marks else r"[^\W\d_]"
        end = "" if lexicon.spaceless else f"(?!{letter})"
        special = f"(?P<special>(?:{special}){end}) |" if special else ""
        lone = _LONE_DAY.format(sides="" if lexicon.counted_days else _SIDES) if lexicon.lone_days else "(?!)"
        bare = _BARE if ("F", "dated") in lexicon.words.values() else "(?!)"
        named = "|".join(map(re.escape, lexicon.year_names))
        eras = [word for word, (_, value) in lexicon.words.items() if value == "era"]
        self._era_before = re.compile(rf"(?:{'|'.join(map(re.escape, [*lexicon.year_names, *eras]))})\ ?\Z")
        tokens = _TOKENS.format(
            named=rf"(?:{named})\ ?(?P<named_year> 2[45]\d\d (?![\d%/-]|[.,]\d) ) |" if named else "",
            bare=bare,
            lone=lone,
            special=special,
            letter=letter,
            digits=DIGITS,
            han=HAN,
            weekday=_IN_BRACKETS,
            day=_DAY,
            dash=_DASH,
            word=_WORD,
        )
        self._token = re.compile(tokens, re.VERBOSE | re.IGNORECASE).match
        self._chunks: dict[str, Chunk | None] = {}
        self._spaceless = lexicon.spaceless
        self._leading = lexicon.leading
        self._stems = lexicon.stems
        self._era, self._solar = lexicon.era, lexicon.solar
        self._counted = tuple(word for word, (code, _) in lexicon.words.items() if code in _MEASURES)

    def stretch(self, text: str, place: int, low: int, high: int) -> tuple[str, list[Piece], int]:
        """The codes and chunks around `place`, within `low` and `high`, and where to go on."""
        if self._spaceless:
            return self._characters(text, place, low, high)
        start = place
        if place > low and text[place - 1] != " ":
            start = self._begin(text, place, low, high)
            if start < 0:
                return "", [], place + 1
        raws = text[start : start + _WINDOW if start + _WINDOW < high else high].split(" ")
        raw = raws[0]
        chunk = self._chunks.get(raw, _NEW)
        if chunk is _NEW:
            chunk = self._learn(raw)
        if chunk is None:
            return "", [], place + 1
        codes, tokens, left, right = chunk
        pieces = [(start, tokens)]
        if left and start > low and text[start - 1] == " ":
            before, pieces = self._before(text, start, low, pieces)
            codes = before + codes
        if len(pieces) == 1 and self._leading and codes[0] in "Uqc" and "-" not in codes:
            return "", [], place + 1  # "the year" without a word before it that makes it a date
        if right and start + len(raw) < high:
            codes += self._behind(text, start, raws, high, pieces)
            start, tokens = pieces[-1]
        end = start + tokens[-1][1]
        return codes, pieces, end if end > place else place + 1

    def _characters(self, text: str, place: int, low: int, high: int) -> tuple[str, list[Piece], int]:
        """The same where words stand without spaces."""
        named = place
        for _ in range(6):
            if place == low or text[place - 1] not in _LEAD_IN:
                break
            place -= 1
        begun = _MONTH_BEFORE.search(text, max(low, place - _AHEAD), place) if text[place].isdigit() else None
        place = begun.start() if begun and _MONTH.match(text, place) else place
        if place > low and text[place].isascii() and text[place].isalpha():
            if text[place - 1].isascii() and text[place - 1].isalpha():
                return "", [], place + 1  # inside a word of Latin letters
            place = self._day_before(text, place, low)
        elif self._era:
            place = self._day_before(text, place, low)
            era = self._era_before.search(text, max(low, place - _AHEAD), place) if text[place].isdigit() else None
            place = era.start() if era else place
        if place > low and (text[place - 1].isdigit() or (text[place - 1] in "/.-:," and text[place - 2].isdigit())):
            return "", [], place + 1  # inside figures
        chunk = self._read(text[place : min(high, place + _CHUNK)])
        if chunk is None and place < named:  # 昨晚和今晚: 和 is "and", and part of the name of an era
            place = next((at for at in range(place, named) if text[at] in _NUMERAL), named)
            chunk = self._read(text[place : min(high, place + _CHUNK)])
        if place + _CHUNK < high:
            chunk = _without_end(chunk)
        if chunk is None:
            return "", [], place + 1
        codes, tokens, _, _ = chunk
        return codes, [(place, tokens)], place + max(tokens[-1][1], 1)

    @staticmethod
    def _day_before(text: str, place: int, low: int) -> int:
        """Where the day before a month begins; the place itself where there is none."""
        day = _DAY_BEFORE.search(text, max(low, place - _AHEAD), place)
        return day.start() if day else place

    def _begin(self, text: str, place: int, low: int, high: int) -> int:
        """Where to read from, for a place that is not behind a space: the chunk's start or the place; -1: nowhere."""
        start = max(text.rfind(" ", max(low, place - _CHUNK), place) + 1, low)
        end = text.find(" ", start, min(start + _CHUNK, high))
        raw = text[start : end if end >= 0 else min(start + _CHUNK, high)]
        chunk = self._chunks.get(raw, _NEW)
        if chunk is _NEW:
            chunk = self._learn(raw)
        if chunk is not None and start + chunk[1][-1][1] > place:
            return start
        before = text[place - 1]
        if is_mark(before):
            return -1
        if before.isalnum() and (before != before.swapcase() or before.isdigit() or text[place].isalpha()):
            return -1  # inside a word or a number
        if before == "-" and text[place - 2].isalpha() and text[place].isalpha():
            return -1  # a compound: "Black-Friday", "MIP-Montag"
        return -1 if before in "/.-:," and text[place - 2].isdigit() else place  # inside figures

    def _before(self, text: str, start: int, low: int, pieces: list[Piece]) -> tuple[str, list[Piece]]:
        """The codes of the chunks that lead up to `start`, and those chunks in front of `pieces`."""
        codes = ""
        floor = start - _WINDOW_BACK if start - low > _WINDOW_BACK else low
        known, words = self._chunks, self.lexicon.words
        while start > low:
            at = text.rfind(" ", floor, start - 1) + 1
            if not at:
                if floor > low:
                    break  # it may be cut
                at = low
            raw = text[at : start - 1]
            start = at
            if not raw:  # a line that was indented, or a newline of two characters
                continue
            chunk = known.get(raw, _NEW)
            if chunk is _NEW:
                if raw.isalpha() and raw.lower() not in words and raw[0] not in _NUMERALS:
                    break  # most words: too many to remember
                chunk = self._learn(raw)
            if chunk is None or not chunk[3]:
                break
            codes = chunk[0] + codes
            pieces = [(start, chunk[1]), *pieces]
            if not chunk[2]:
                break
        if codes and text[pieces[0][0]] == _JOINING:
            return codes[1:], pieces[1:]
        return codes, pieces

    def _behind(self, text: str, at: int, raws: list[str], high: int, pieces: list[Piece]) -> str:
        """The codes of the chunks behind the first of `raws`, which stands at `at`; they are added to `pieces`."""
        codes = ""
        known, words = self._chunks, self.lexicon.words
        end = at + _WINDOW
        at += len(raws[0]) + 1
        del raws[0]
        while True:
            if end < high:
                raws.pop()  # it may be cut
            for raw in raws:
                if raw:  # else a line that is indented, or a newline of two characters
                    chunk = known.get(raw, _NEW)
                    if chunk is _NEW:
                        if raw.isalpha() and raw.lower() not in words and raw[0] not in _NUMERALS:
                            return codes
                        chunk = self._learn(raw)
                    if chunk is None or not chunk[2]:
                        return codes
                    codes += chunk[0]
                    pieces.append((at, chunk[1]))
                    if not chunk[3]:
                        return codes
                at += len(raw) + 1
            if end >= high or len(pieces) > _LONGEST:
                return codes
            end = at + _WINDOW
            window = text[at : end if end < high else high]
            if not window.strip(" "):
                return codes
            raws = window.split(" ")
            if len(raws) == 1:
                raws.append("")  # longer than a window: read what there is

    def _learn(self, raw: str) -> Chunk | None:
        """A chunk that is not remembered yet."""
        if len(raw) >= _CHUNK:
            return _without_end(self._read(raw[:_CHUNK]))
        if len(self._chunks) >= _REMEMBERED:
            self._chunks.clear()
        stem = raw[:-1] if raw[-1:] in (",", ".") else raw
        known = stem.isascii()
        if known and stem.isalpha():
            word = self._word(stem)
            # The last: an abbreviation that is known with its stop.
            known = stem is raw or raw.lower() not in self.lexicon.words
        elif known and stem.isdigit() and len(stem) <= _DIGITS:
            word = READERS["number"](stem)
        else:
            known = False
        self._chunks[raw] = chunk = _chunk(raw, stem, word) if known else self._read(raw)
        return chunk

    def _word(self, word: str) -> Word:
        code, value = self.lexicon.words.get(word.replace("İ", "i").lower(), _UNKNOWN)
        if isinstance(value, Capital) and word.islower():
            return _UNKNOWN
        if code in _NAMES and self.lexicon.capitals and word[0].islower() and word in self.lexicon.weak:
            return _UNKNOWN  # "It may rain", "they march", "a good Friday"
        if isinstance(value, Daylight) and len(word) == _SHORT_ZONE and not word.isupper():
            return _UNKNOWN
        if not code and word[0] in "IVX" and _ROMAN.fullmatch(word):
            return "r", roman(word)
        return code, value

    def _read(self, raw: str) -> Chunk | None:
        """The tokens at the beginning of a text; None where there are none."""
        position = len(raw) - len(raw.lstrip(_OPENING))
        if raw[position - 1 : position] in _APOSTROPHES and raw[position : position + 1].isdigit():
            position -= 1  # the '90s, the ‘90s
        left = position == 0
        codes: list[str] = []
        tokens: list[Token] = []
        while position < len(raw):
            while raw[position : position + 1] == " " and tokens:
                position += 1
            if raw[position - 1 : position + 1] == "년_" and tokens:  # 내년 3월: parted by a space that was joined
                position += 1
            match = self._token(raw, position)
            if match is None:
                break
            kind = match.lastgroup
            assert kind is not None
            start, end = match.span(kind)
            position = end
            if kind in _LETTERS:
                code, value = self._word(match[kind])
                if self._stems:
                    end = start + self._stems.get(match[kind], end - start)
            elif kind == "mark":
                code, value = _MARKS[match[kind]], match[kind]
                if code == "'":  # "Monday's", "l'été"
                    position += raw[end:] in ("s", "s,", "s.")
                    continue
            elif kind == "named_year":  # ปี 2540
                code, value = "Y", NamedYear(int(match[kind]) - self._era)
            else:
                code, value = READERS[kind](match[kind])
                if self._solar and code == "k":
                    value = in_gregorian(value)
                elif self._era and code == "k":
                    value = from_era(value, self._era)
                elif self._era and match[kind].isdecimal() and codes:
                    counts = raw[end:].lstrip().startswith(self._counted)
                    if _is_of_era(codes, code, tokens[-1], counts):
                        code, value = "Y", NamedYear(year_of_era(int(match[kind]), self._era))
                        if value < 1:
                            return None
            if not code:
                if codes[-1:] == ["-"]:
                    position = start  # 1950-től 1960: nothing behind it goes with what is before it
                break
            if code in _COUNTING and codes[-2:] == ["C", "-"] and value < 10 <= tokens[-2][2]:
                start, value = tokens[-2][0], type(value)(tokens[-2][2] + value)  # twenty-five, twenty-first
                del codes[-2:], tokens[-2:]
            codes.append(code)
            tokens.append((start, end, value))
        return ("".join(codes), tuple(tokens), left, position >= len(raw)) if tokens else None


def _is_of_era(codes: list[str], code: str, token: Token, counts: bool) -> bool:
    """Whether a number is a year of the language's own era: behind its name, or behind a month if it is no other; 67
    behind a day and a month, if it counts nothing."""
    if token[2] == "era":
        return True
    short = code == "N" and codes[-2:] == ["D", "M"] and not counts
    return codes[-1] == "M" and (not code or short)


def _chunk(raw: str, stem: str, word: Word) -> Chunk | None:
    """A word or number, and perhaps a stop or comma behind it."""
    code, value = word
    if not code:
        return None
    if stem is raw:
        return code, ((0, len(raw), value),), True, True
    end = len(stem)
    return code + raw[-1], ((0, end, value), (end, end + 1, raw[-1])), True, True


def _without_end(chunk: Chunk | None) -> Chunk | None:
    """A chunk that was cut, without what may go on behind the cut."""
    if chunk is None:
        return None
    codes, tokens, left, _ = chunk
    sure = [token for token in tokens if token[1] <= _CHUNK - _AHEAD]
    return (codes[: len(sure)], tuple(sure), left, False) if sure else None
