"""Find the dates of a text: gate, tokens, grammar."""

from __future__ import annotations

import datetime as dt
import re
import sys
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from ..expression import LONGEST_DATE, MONTHS, MOST_DAYS, Expression, Fields
from ..grammar.expressions import expressions
from ..grammar.fields import is_real
from ..grammar.figures import HAN
from ..grammar.tokens import Tokens
from ..meaning.resolve import resolve
from ..vocabulary.codes import EitherWay
from ..vocabulary.lexicon import Lexicon, lexicon, order_of, words_from
from . import vague
from .gate import Gate, gate
from .others import OTHERS, Others
from .recurring import RECURRING, Recurring
from .tense import Tenses

__all__ = ["Reader", "reader"]

#: White space that may stand inside a date (hard-wrapped text, no-break spaces) and signs that are written in two ways:
#: replaced one for one, so that offsets stay.
_PLAIN = (("\n", " "), ("\r", " "), ("\t", " "), ("\xa0", " "), ("\u202f", " "), ("’", "'"), ("‑", "-"))
#: A number that can begin a date: a year, a decade, a date in figures.
_NUMBER = re.compile(
    r"""  [12۱۲١٢]\d{3} (?! [\d,]\d | \.\d\d(?!\.) )
        | (?:19|20)\d\d[01]\d[0-3]\d (?! \d )
        | \d\d? ([-./]) \d\d? \1 \d\d
        | \d{1,4} \s?[年月년월]
        | \d\d? [日일]
        | [1-4]분기
        | \d0 [-'sSeEеn]
    """,
    re.VERBOSE,
).match
_ISO_MONTH = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
_ISO_WEEK = re.compile(r"([12][0-9]{3})-?W([0-5][0-9])(?:-?([1-7]))?")
#: A time zone that is one of several ("CST", "IST") or stands for none that is known here, and is no other word.
_ZONE = re.compile(
    r" ?\(?(?:A[DMS]T|AK[DS]T|BD?ST|CST|ECT|GST|HKT|HST|ICT|IST|MYT|N[DS]T|PHT|PKT|SAST|SGT|SST|WAT|WST)\)?"
)
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})[/.]([0-9]{4}|[0-9]{1,2})")
#: What may stand beside a heading in its line. White space is of any kind: of CRLF a carriage return is left.
_BARE = re.compile(r"[\s#:]")
#: A line may be under a weekday or today, which ends as in "Tuesday night:"; the marks that it may begin with, and
#: so many characters and words that may stand before the day: "Tendance pour lundi :".
_LABELS = frozenset({"weekday", "shift"})
_LABEL_END = re.compile(r"(?: [^\W\d_]+)?[*_]*\s?(?:[:–—]|-\s|[\r\n]|\Z)[*_]*")
_LINE, _MARKS = re.compile(r"[\r\n]"), re.compile(r"[#*_>|•·–—-]")
_NEAR_LABEL, _MOST_BEFORE_LABEL = 25, 2
#: Forms of which the past is told as of a month, and those of which it always is.
_MONTHLY = frozenset({"season", "weekdayofmonth", "partofmonth"})
_TOLD_OF = frozenset({"shift", "laterorahead", "numberedday"})
#: Codes of the names of months: plain, also a word, short.
_MONTHS = "Mmj"
_WEEKDAYS = ("W", "w")
_FAR = sys.maxsize
#: A sentence begins with a year that so many words, and no more characters than these, lead up to: "But in 1991".
_LEADING, _LEAD, _ENDS = 3, 30, ".!?;:。！？"
#: Codes of words before a weekday that is another date: "on", "and".
_LICENSING = ("P", "I", "L")
#: So many characters beside a day say whether it is one; so many in which script a text is.
_BESIDE, _NEAR = 8, 200
_BRACKETS = frozenset(")）")
#: Two digits and "year", no era before them; a month that an expression begins with, and years before it.
_SHORT_YEAR = re.compile(r"(?<![\d和成正治])\d\d[ _]?[年년]")
_MONTH_FIRST = re.compile(rf"[\d{HAN}]{{1,3}}[ _]?[月월]")
_YEARS_BEFORE = re.compile(rf"(?<![\d{HAN}])[\d{HAN}]{{1,3}}[年년][ _]?\Z")
#: Lengths of time in months that companies report on besides quarters.
_MONTHS_REPORTED = (6, 9)
#: So many languages are compiled at once, and so many tags of them ("en-GB", "en-US") have a reader.
_LANGUAGES, _TAGS = 32, 64
#: The cells of a table are read more than once: to tell its header, a column's kind, a month. So many are remembered.
_CELLS = 512


@lru_cache(maxsize=_TAGS)
def reader(language: str | None) -> Reader:
    """The reader of a BCP 47 tag. A language that is not known is read as English."""
    return Reader(language)


class _Compiled(NamedTuple):
    """What is compiled of a language at its first use. Its regions have it in common."""

    lexicon: Lexicon
    gate: Gate
    tokens: Tokens
    tenses: Tenses
    others: Others
    recurring: Recurring


@lru_cache(maxsize=_LANGUAGES)
def _compiled(base: str) -> _Compiled:
    words = lexicon(base)
    return _Compiled(
        words,
        gate(words.triggers, spaceless=words.spaceless, marks=words.marks),
        Tokens(words),
        Tenses(words),
        Others(words),
        Recurring(words),
    )


class Reader:
    """Finds dates in the words of one language, and dates in figures of all."""

    def __init__(self, language: str | None) -> None:
        self._base = words_from(language)
        self._order = order_of(language)
        self._subtags = frozenset((language or "").lower().replace("_", "-").split("-"))
        self.lexicon, self._places, tokens, self._tenses, self._others, self._recurring = _compiled(self._base)
        self._phrases = tuple((word, tuple(pairs)) for word, pairs in groupby(self.lexicon.phrases, key=_longest_word))
        self._stretch = tokens.stretch
        self._places_in_cell = lru_cache(maxsize=_CELLS)(self._places)
        words = self.lexicon
        #: Whether the language has other calendars, or days and lengths of time that only look like dates.
        self._reckons = bool(words.foreign or words.eras or words.before_years or words.lone_days is not None)

    def find(
        self,
        source: str,
        spans: Sequence[tuple[int, int]] | None = None,
        kinds: Collection[str] = ("date", "time"),
    ) -> list[Expression]:
        """The dates in the given parts (start, end) of a text; in the whole where None are given.

        Parts are ascending and disjoint, and no date runs across the edge of one. Lengths of time and sets are looked
        for only where `kinds` has "duration" or "set".
        """
        text = source
        for written, plain in _PLAIN:
            text = text.replace(written, plain)
        for word, phrases in self._phrases:
            if word in text:  # most texts have none of its phrases
                for written, plain in phrases:
                    text = text.replace(written, plain)
        if self.lexicon.joined is not None:
            text = self.lexicon.joined.sub(lambda match: match[0].replace(" ", "_"), text)
        found: list[Expression] = []
        lengths = "duration" in kinds or "set" in kinds
        stretch, is_none = self._stretch, self._others.has
        parts = ((0, len(text)),) if spans is None else spans
        low = high = end = closed = 0
        quarterly = True
        alone: Expression | None = None
        for place in self._places(text):
            if place < end or (text[place].isdigit() and not _NUMBER(text, place)):
                continue
            if place >= high:
                at = bisect_right(parts, (place, _FAR))
                if not at or place >= parts[at - 1][1]:
                    continue
                low, high = parts[at - 1]
            codes, pieces, end = stretch(text, place, end if end > low else low, high)
            if not codes:
                continue
            for expression in expressions(codes, pieces, text, lengths):
                form = expression.form
                if form in OTHERS and is_none(expression, source, text, low, high):
                    continue
                if form == "quarter":
                    quarterly = True
                elif form == "duration":
                    quarterly = quarterly and not _is_part_of_year(expression.data)
                    if not lengths:
                        continue
                expression.quarterly, expression.begin = quarterly, low
                if (self._reckons or form == "loneday") and self._is_reckoned_otherwise(expression, text, low, high):
                    continue
                if form in RECURRING:
                    if self._recurring.is_closed(expression, text, low, closed):
                        closed = expression.end
                        continue
                    if found and self._recurring.is_of_hours(found[-1], expression, source, low, high):
                        found.pop()
                        continue
                    if form == "weekday" and found and self._names_day(found[-1], expression, text):
                        continue
                self._complete(expression, source, text, low, high, alone)
                if (form == "date" and expression.data.month is None) or (form == "season" and expression.data[1]):
                    alone = expression
                found.append(expression)
        if lengths:
            found = vague.find(text, self._base, found, "time" in kinds)
            for expression in found:
                expression.text = expression.text or " ".join(source[expression.start : expression.end].split())
        return found

    def read(
        self,
        text: str,
        anchor: dt.date | None = None,
        order: str | None = None,
        *,
        year: int | None = None,
        surely: bool = False,
    ) -> dict[str, Any] | None:
        """A text that is one date from end to end (a table's cell), or None. Offsets are the text's own.

        `year` completes one that has none. `surely`: it is known to be a date, and "May" or "mars" is a month.
        """
        bare = text.strip()
        if not bare or len(bare) > LONGEST_DATE:
            return None
        if surely and (name := self.lexicon.words.get(bare.lower())) is not None and name[0] in _MONTHS:
            month = Expression(0, len(text), "date", Fields(month=name[1]), text=bare)
            return next(iter(resolve([month], anchor=anchor, year=year)), None)
        if not self._places_in_cell(bare) and not (surely and _TWO_NUMBERS.fullmatch(bare)):
            return None
        for written in dict.fromkeys((bare, bare.title())):
            found = _alone(bare, surely) or self.find(written)
            if surely and len(found) == 1 and found[0].time and _ZONE.fullmatch(bare, found[0].end):
                found[0].end = len(bare)
            if len(found) == 1 and found[0].start == 0 and found[0].end == len(bare):
                offset = len(text) - len(text.lstrip())
                found[0].text = " ".join(bare.split())
                found[0].start += offset
                found[0].end += offset
                return next(iter(resolve(found, anchor=anchor, order=order, year=year)), None)
        return None

    def is_weekday(self, word: str) -> bool:
        code, _ = self.lexicon.words.get(word.lower(), ("", None))
        return code in _WEEKDAYS

    def day_of(self, text: str, year: int | None, month: int, day: int) -> dict[str, Any] | None:
        """A text that names a day alone, of a month that is known from elsewhere; None if it has no such day."""
        bare = text.strip()
        start = len(text) - len(text.lstrip())
        fields = Fields(None, month, day)
        if not is_real(Fields(year, month, day)):
            return None
        expression = Expression(start, start + len(bare), "date", fields, text=" ".join(bare.split()))
        return next(iter(resolve([expression], year=year)), None)

    def _is_reckoned_otherwise(self, expression: Expression, text: str, low: int, high: int) -> bool:
        """Whether it is of another calendar, or days and lengths of time that are no date."""
        words = self.lexicon
        if words.foreign and _year_of(expression) in words.foreign:
            return True
        if self._is_lone(expression) and not self._is_day(expression, text, low, high):
            return True
        if words.eras and self._is_of_another_era(expression, text, low):
            return True
        return bool(words.before_years) and self._is_length(expression, text, low, high)

    def _is_lone(self, expression: Expression) -> bool:
        return expression.form == "loneday" or (expression.form == "shiftedday" and self.lexicon.lone_days is not None)

    def _names_day(self, one: Expression, expression: Expression, text: str) -> bool:
        """Whether a weekday only says which one the full date before it was: "on July 20, 1969, a Sunday", "Der
        9. November 1989 war ein Donnerstag"."""
        fields = one.data
        if one.form != "date" or not fields.year or not fields.day:
            return False
        if expression.data[1] is not None or expression.time is not None:
            return False
        if dt.date(fields.year, fields.month, fields.day).weekday() != expression.data[0]:
            return False
        words = text[one.end : expression.start].replace(",", " ").replace("(", " ").split()
        if len(words) > _LEADING or any(word[-1] in _ENDS for word in words):
            return False
        return all(self.lexicon.words.get(word.lower(), ("",))[0] not in _LICENSING for word in words)

    def _is_day(self, expression: Expression, text: str, low: int, high: int) -> bool:
        """Whether 10日 is a day and not ten days, by what stands beside it."""
        beside = self.lexicon.lone_days
        start, end = expression.start, expression.end
        if beside is None or text[max(low, start - _BESIDE) : start].rstrip().endswith(beside.before_amount):
            return False
        if expression.time is not None or not _BRACKETS.isdisjoint(text[end - 2 : end]):  # 10日（月）, 今（3）日
            return True
        led = text[max(low, start - _BESIDE) : start].endswith(beside.before)
        behind = text[end : min(high, end + _BESIDE)]
        word = behind.lstrip()
        if word.startswith(beside.behind_amount) or word[:1].isdigit():
            return False
        # Where words are parted by spaces, the word before one has no need of what names it.
        return led or behind.startswith(beside.behind) or (not self.lexicon.spaceless and not behind[:1].isalnum())

    def _is_of_another_era(self, expression: Expression, text: str, low: int) -> bool:
        """Whether a date is one before Christ, or of another calendar, by what stands before it: 公元前, 乾隆."""
        start = expression.start
        return text[max(low, start - _BESIDE) : start].rstrip(" ").endswith(self.lexicon.eras)

    def _is_length(self, expression: Expression, text: str, low: int, high: int) -> bool:
        """Whether 10년 6월 is ten years and six months, by what stands beside it; and so 6월 behind 5년. In traditional
        Chinese its year is one of another era."""
        start, end = expression.start, expression.end
        if _MONTH_FIRST.match(text, start) and _YEARS_BEFORE.search(text, max(low, start - _BESIDE), start):
            return True
        years = _SHORT_YEAR.search(text, start, end)
        if years is None:
            return False
        if expression.modifier == "approximate" or text.startswith(self.lexicon.behind_years, end, high):
            return True
        if text[max(low, start - _BESIDE) : years.start()].rstrip().endswith(self.lexicon.before_years):
            return True
        signs, subtags = self.lexicon.traditional
        near = text[max(low, start - _NEAR) : min(high, end + _NEAR)]
        return not subtags.isdisjoint(self._subtags) or not signs.isdisjoint(near)

    def _complete(
        self, expression: Expression, source: str, text: str, low: int, high: int, alone: Expression | None
    ) -> None:
        """What the words around it and the language say. `alone` is the last year alone before it."""
        form, data, start = expression.form, expression.data, expression.start
        written = source[start : expression.end]
        if written[-1].isspace():  # "last May .": the stop was an abbreviation's, a space before it
            written = written.rstrip()
            expression.end = start + len(written)
        expression.text = written if written.isprintable() and "  " not in written else " ".join(written.split())
        expression.order = self._order
        if form == "date" and data.month is None:
            words = text[max(low, start - _LEAD) : start].split()[-_LEADING:]
            expression.opens = start - low < _LEAD or any(word[-1] in _ENDS for word in words)
            expression.heads = _is_line(source, expression)
        elif form in _LABELS and _LABEL_END.match(source, expression.end):
            expression.label = _is_label(source, expression)
        if not self._tenses.known or not _is_open(form, data):
            return
        day, month, past = False, form in _MONTHLY, form in _TOLD_OF or expression.label
        if form == "date":
            month = data.day is None
            day = not month
        elif form == "weekday":
            past = past or data[1] == 0
        elif form == "ahead":
            past = data[2]
        if alone is not None and alone.begin == low:
            if alone.lent < 0:
                alone.lent = self._tenses.lent(text, alone.start, alone.end, low, high)
            past = past or start < alone.lent
        expression.tense = self._tenses.around(text, start, expression.end, low, high, month=month, past=past, day=day)


def _longest_word(phrase: tuple[str, str]) -> str:
    """What no text lacks that has the phrase, without its first letter: that may be a capital.

    >>> _longest_word(("two thousand", "two_thousand")), _longest_word(("Deux mille", "Deux_mille"))
    ('thousand', 'mille')
    """
    written, _ = phrase
    return max(written[1:].split(" "), key=len)


def _is_line(source: str, expression: Expression) -> bool:
    """Whether an expression is a line of its own, as a heading is; a cell of a table is none."""
    before = source[max(0, expression.start - _BESIDE) : expression.start].rpartition("\n")
    behind = source[expression.end : expression.end + _BESIDE].partition("\n")
    begins = before[1] or expression.start <= _BESIDE
    ends = behind[1] or expression.end + _BESIDE >= len(source)
    return bool(begins and ends) and not _BARE.sub("", before[2]) and not _BARE.sub("", behind[0])


def _is_label(source: str, expression: Expression) -> bool:
    """Whether what a line says is of a day, a weekday or today, which begins it or is all there is: "Tuesday: Rain",
    "**Tuesday night**"."""
    form, data, start = expression.form, expression.data, expression.start
    if expression.time is not None or (data[1] is not None if form == "weekday" else data[0] != "day"):
        return False
    line = _LINE.split(source[max(0, start - _NEAR_LABEL) : start])
    if len(line) == 1 and start > _NEAR_LABEL:
        return False
    return len(_MARKS.sub(" ", line[-1]).split()) <= _MOST_BEFORE_LABEL


def _alone(text: str, surely: bool) -> list[Expression]:
    """What is a date only where it stands alone.

    "2010-12" is the month of ISO 8601; in a sentence it is a range of years, as "2010–12" is anywhere. "2024-W18" is a
    week of it, "2024-W18-5" the Friday.

    Where it is known to be a date, so is "12/2010" the month, and "31/12" or "12/31" the day.
    """
    if _ISO_MONTH.fullmatch(text):
        return [Expression(0, len(text), "date", Fields(int(text[:4]), int(text[5:])))]
    if week := _ISO_WEEK.fullmatch(text):
        year, number, weekday = (int(part or 0) for part in week.groups())
        if not weekday:
            return [Expression(0, len(text), "weeknumber", (number, year))]
        try:
            day = dt.date.fromisocalendar(year, number, weekday)
        except ValueError:  # it has no such week
            return []
        return [Expression(0, len(text), "date", Fields(day.year, day.month, day.day))]
    numbers = _TWO_NUMBERS.fullmatch(text) if surely else None
    if numbers is None:
        return []
    first, second = map(int, numbers.groups())
    fields = Fields(second, first) if second > MOST_DAYS else Fields(None, min(first, second), max(first, second))
    if not is_real(fields) or (fields.day is not None and fields.day <= MONTHS and first != second):
        return []
    return [Expression(0, len(text), "date", fields)]


def _year_of(expression: Expression) -> int:
    """The year that is written, 0 if none is."""
    form, data = expression.form, expression.data
    if form in ("range", "iso"):
        form, data = "date", data[0]
    if form == "between":
        form, data, _ = data
    if form == "date":
        return data.year or 0
    if form == "numeric":
        return data.parts[2] or 0
    if form == "decade":
        return int(data)
    return (data[1] or 0) if form in ("season", "quarter", "half") else 0


def _is_part_of_year(data: tuple[int, str]) -> bool:
    """Whether a length of time is one of a year that companies report on besides quarters."""
    return data[1] == "month" and data[0] in _MONTHS_REPORTED


def _is_open(form: str, data: Any) -> bool:
    """Whether the tense may decide which day or year is meant."""
    if form == "weekday":
        return data[1] is None or data[1] == 0
    if form == "shift":
        return isinstance(data[1], EitherWay)
    if form in ("counted", "between"):
        return _is_open(*data[:2])
    if form == "weekdayofmonth":
        form, data = "date", data[2]
    if form == "partofmonth":
        form, data = data[2:]
    if form == "date":
        return data.year is None and data.shift is None and data.years is None and data.same is None
    if form == "range":
        return data[0].year is None
    if form == "feast":
        return data[1] is None and data[2] is None and data[3] is None
    if form == "weekend":
        return data is None or data == 0
    if form in ("season", "quarter", "half"):
        return data[1] is None
    return form in ("ahead", "laterorahead", "numberedday", "dayfigures")
