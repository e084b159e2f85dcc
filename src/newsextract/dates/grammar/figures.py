"""Numbers as written, read: years, days, dates in figures, times, decades."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..expression import full_year
from ..vocabulary.codes import Half, Word
from .calendars import SOLAR_YEARS, solar_day

__all__ = ["DIGITS", "HAN", "READERS", "Reading", "from_era", "in_gregorian", "roman", "year_of_era"]

_NONE: Word = ("", None)
#: From here on a year is written in full.
_SHORT_YEAR = 100
#: Years before the first of an era.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}


#: The numerals of Chinese and Japanese: digits, and all that numbers in words are made of.
DIGITS = "〇零一二三四五六七八九"
HAN = DIGITS + "十百两兩"


class Reading(NamedTuple):
    """A date in figures."""

    parts: tuple[int | None, ...]
    """Year, month and day, None for what is missing; or three numbers as they stand, where `ordered` is False."""
    ordered: bool
    time: str | None = None
    """Of an ISO date-time, what stands behind the T."""
    short_year: bool = False
    """Whether the year has two digits."""
    dotted: bool = False
    """Whether dots part the numbers: then the day comes first, whatever the language. Without a year ("22.4.") it is a
    date only behind a word for "on" or a weekday."""


def roman(text: str) -> int:
    """
    >>> roman("XIXe"), roman("XXI")
    (19, 21)
    """
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text if letter in "IVX"]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _number(text: str) -> Word:
    digits = re.findall(r"\d+", text)[0]
    value = int(digits)
    if len(digits) == 4:
        if digits != text and (text[-2:] not in _YEAR_ENDINGS or (text[-1] == "й" and value % 100 == 0)):
            return _NONE  # в 2000-й раз
        return ("Y", value) if 1000 <= value <= 2199 else ("9", value) if text[0] == "0" else _NONE
    if len(digits) <= 2 and 1 <= value <= 31:
        return ("D" if digits == text else "O", value)
    return ("N" if digits == text else "O", value)


#: "В 2015-м", "31 декабря 2022-го".
_YEAR_ENDINGS = frozenset({"го", "-м", "му", "-й"})


def _decade(text: str) -> Word:
    digits = text[:4] if text[:4].isdigit() else text[:2]
    if text[-1] in "代대" or "-tal" in text or "-lu" in text:
        return "e", digits
    if len(digits) == 2 and not 20 <= int(digits) <= 90 and digits != "00":
        return _number(text) if digits == "10" else ("", None)
    return "d", digits


def _quarter(text: str) -> Word:
    number = int(text[0] if text[0].isdigit() else text[1])
    return "Q", Half(number) if "h" in text.lower() else number


def _fiscal(text: str) -> Word:
    return "Y", int(text[len("fy") :])


def _iso(text: str) -> Word:
    if text.isdigit():  # 20161016
        return "k", Reading((int(text[:4]), int(text[4:6]), int(text[6:])), True)
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    return "k", Reading((year, month, day), True, text[11:] or None)


def _figures(text: str) -> Word:
    numbers = re.findall(r"\d+", text)
    if len(numbers[0]) == 4:
        return "k", Reading(tuple(map(int, numbers)), True)
    if len(numbers[2]) == 2 and len(text) < 8 and "/" not in text:
        return "", None  # 1.2.23 may be a version, 10-4-22 a score; 01.02.23 is a date
    if max(int(numbers[0]), int(numbers[1])) > 31 or int(numbers[0]) * int(numbers[1]) == 0:
        return "", None
    return "k", Reading(tuple(map(int, numbers)), False, None, len(numbers[2]) == 2, "." in text)


def in_gregorian(reading: Reading) -> Reading:
    """The day of a year that is one of the solar Hijri calendar.

    >>> in_gregorian(Reading((1402, 5, 12), True)).parts
    (2023, 8, 3)
    """
    year, month, day = (*reading.parts, None, None)[:3]
    if not reading.ordered or year is None or year not in SOLAR_YEARS:
        return reading
    gregorian = solar_day(year, month or 0, day or 0)
    return Reading((gregorian.year, gregorian.month, gregorian.day), True) if gregorian else reading


def year_of_era(year: int, era: int) -> int:
    """The Gregorian year of one of an era that is so many years ahead, of which two digits may be written.

    >>> year_of_era(2567, 543), year_of_era(67, 543), year_of_era(100, 543)
    (2024, 2024, -443)
    """
    return year - era + _ERA_CENTURY * (year < _SHORT_YEAR)


def from_era(reading: Reading, era: int) -> Reading:
    """A date in figures with the Gregorian year, where its own is one of an era: 15/5/2567, 15/5/67.

    >>> from_era(Reading((15, 5, 2567), False), 543).parts, from_era(Reading((15, 5, 2024), False), 543).parts
    ((15, 5, 2024), (15, 5, 2024))
    """
    at = 0 if reading.ordered else len(reading.parts) - 1
    year = reading.parts[at] or 0
    short = reading.short_year and year_of_era(year, era) in _SHORT_ERA
    if year not in _ERA and not short:
        return reading
    parts = (*reading.parts[:at], year_of_era(year, era), *reading.parts[at + 1 :])
    return reading._replace(parts=parts, short_year=False)


#: What two digits leave out of a year of the Buddhist era; the years that they are read as; years that are of it.
_ERA_CENTURY, _SHORT_ERA, _ERA = 2500, range(2000, 2040), range(2400, 2700)


def _eastern(text: str) -> Word:
    if text[:2] in _ERAS:
        year, _, rest = text[2:].partition("年")
        text = f"{text[:2]}{1 if year == '元' else year if year.isdecimal() else han(year)}年{rest}"
    text = text.replace("（", "(").partition("(")[0]  # 10日（月） is no month
    numbers: list[int | None] = [int(number) for number in re.findall(r"\d+", text)]
    if not ("年" in text or "년" in text):
        numbers[:0] = (None,) if "月" in text or "월" in text else (None, None)
    elif text[:2] in _ERAS:
        numbers[0] = _ERAS[text[:2]] + (numbers[0] or 0)
    elif (short := numbers[0] or 0) < _SHORT_YEAR:  # 18年10月
        numbers[0] = full_year(short)
        return "k", Reading((*numbers, None, None)[:3], True, short_year=True)
    return "k", Reading((*numbers, None, None)[:3], True)


def _time(text: str) -> Word:
    """A time of day: hour, minute, second, minutes east of Greenwich."""
    clock, zone = text, None
    for mark in "+-":
        if mark in text:
            clock, _, offset = text.partition(mark)
            offset = offset.replace(":", "")
            zone = (int(offset[:2]) * 60 + int(offset[2:])) * (1 if mark == "+" else -1)
    if text[-1] in "zZ":
        zone = 0
    numbers = [int(number) for number in re.findall(r"\d+", clock)]
    hour, minute, second = (*numbers, None, None)[:3]
    assert hour is not None
    half = re.search(r"([ap])\.?m", clock.lower())
    if half:
        if not 1 <= hour <= 12:
            return _NONE
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        return _NONE
    return "T", (hour, minute, second, zone)


def _offset(text: str) -> Word:
    return ("z" if len(text) > len("+03") else "+", _minutes(text))


def _zone(text: str) -> Word:
    return "z", _minutes(text[len("UTC") :])


def _minutes(offset: str) -> int:
    """
    >>> _minutes("+03:30"), _minutes("+3"), _minutes("-0800")
    (210, 180, -480)
    """
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= len("03") else (digits[:-2], digits[-2:])
    return (int(hours) * 60 + int(minutes)) * (1 if offset[0] == "+" else -1)


def _dotted(text: str) -> Word:
    hour, minute = map(int, text.split("."))
    return ("s" if text[2] == "." else "t", (hour, minute, None, None)) if hour < 24 and minute < 60 else _NONE


def han(text: str) -> int:
    """
    >>> han("五十三"), han("十"), han("一百二十"), han("二〇二七")
    (53, 10, 120, 2027)
    """
    if not set(text) & {"十", "百"}:
        return int("".join(str(max(DIGITS.index(sign) - 1, 0)) if sign in DIGITS else "2" for sign in text))
    total, amount = 0, 0
    for sign in text:
        if sign in "十百":
            total += (amount or 1) * (10 if sign == "十" else 100)
            amount = 0
        else:
            amount = 2 if sign in "两兩" else max(DIGITS.index(sign) - 1, 0)
    return total + amount


def _month_of_range(text: str) -> Word:
    return "k", Reading((None, int(text), None), True)


def _han(text: str) -> Word:
    year, mark, rest = text.partition("年")
    if not mark:
        return "C", han(text)
    if rest == "代":
        return "e", f"{han(year):02}"
    month, _, day = rest.partition("月")
    return "k", Reading((han(year), han(month) if month else None, han(day[:-1]) if day else None), True)


def _han_day(text: str) -> Word:
    month, _, day = text.partition("月")
    return "k", Reading((None, han(month), han(day[:-1])), True)


def _bracketed(text: str) -> Word:
    """今（3）日"""
    return "k", Reading((None, None, int(text[2:-2])), True)


def _oriental(text: str) -> Word:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    hour = numbers[0]
    minute = numbers[1] if len(numbers) > 1 else 30 if text[-1] in "半반" else None
    if hour < 12 and text[:2] in ("午後", "下午", "오후"):
        hour += 12
    return ("T", (hour, minute, None, None)) if hour < 24 and (minute or 0) < 60 else _NONE


def _day_and_month(text: str) -> Word:
    day, month = map(int, text.rstrip(".").split("."))
    return "k", Reading((None, month, day), True, dotted=True)


#: By the name of their group in the pattern of `tokens.py`.
READERS = {
    "oriental": _oriental,
    "han": _han,
    "bracketed": _bracketed,
    "han_day": _han_day,
    "fiscal": _fiscal,
    "iso": _iso,
    "figures": _figures,
    "eastern": _eastern,
    "month_of_range": _month_of_range,
    "time": _time,
    "decade": _decade,
    "quarter": _quarter,
    "number": _number,
    "day_and_month": _day_and_month,
    "dotted": _dotted,
    "offset": _offset,
    "zone": _zone,
}
