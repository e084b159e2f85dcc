"""Amounts as newspapers' tables write them: one cell, one number, with its unit.

A text is read whole or not at all: "about 50", ">100", "3 of 5" and "12-15" say more than one number can hold, and
"1st", "007", "1.2.3" and "3-2" are no amounts.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..writing import primary, words
from .units import LONGEST, fold, kind_of_unit, read_measure, read_prefix, read_unit

__all__ = ["LONGEST", "kind_of_unit", "read_quantity", "read_unit"]

_DIGIT = re.compile(r"\d")
_NO_DIGIT = re.compile(r"\D")

#: Most numbers of most tables: nothing to decide. Three digits behind a point may be thousands.
_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,2})?")

_AMOUNT = re.compile(
    r"""
    (?P<sign> [+-]?) \s?
    (?P<before> [^\d+-]{0,10}?) \s?              # a currency or a percent sign
    (?P<inner_sign> [+-]?)                       # "$-5"
    (?P<number> (?: (?<!\w) \. )? \d+ (?: [.,'\ ] \d+ )*)
    (?P<after> [^\d*†‡\[]* [23]?)                  # scale and unit; the digit is that of "km2"
    (?: \s? [*†‡]+ | \[ \w{1,2} \] )?            # a footnote's mark
    """,
    re.VERBOSE,
)

#: Accountants' brackets with the currency before them or the percent sign behind them: "£(9.8m)", "(4.6)%".
_INNER_BRACKETS = re.compile(r"(?P<before>[^\d()]{0,10})\((?P<inside>\d[^()]*)\)(?P<after>[^\d()]*)")

_BRACKETED_YEAR = re.compile(r"\((?:19|20)\d\d\)")

_PAIR = re.compile(r"[1-9]\d*(?:\ \d{3}|,(?:\d{1,2}|\d{4,}))|\d{4,},\d{3}")

#: Spaces that keep the groups of a number together.
_UNBROKEN = "\u00a0\u2007\u2009\u202f"

#: Groups of digits: thousands, or the Indian way (12,34,567).
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")

#: Of a number written in parts ("1兆2000億", "3만5000"): digits, and the power of ten that parts it from the next.
_PART = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\s?([兆조亿億억万萬만]?)\s?")
_MYRIADS = dict.fromkeys("万萬만", 4) | dict.fromkeys("亿億억", 8) | dict.fromkeys("兆조", 12)
_LAST_SCALE = min(_MYRIADS.values())
#: What goes on with the last part: a decimal sign, a scale.
_BEHIND_PART = tuple(".,千천百백十십")
#: A price without small change: "999,- €", "5.–".
_NO_CHANGE = re.compile(r"(?<=\d)[.,]-(?=[^\d-]*$)")
#: Minus signs of Japanese accounts. In China and Korea they say which way a price went.
_JAPANESE_MINUS = "▲△"

#: Languages that write 1.234,5; all others write 1,234.5. Where one separator and three digits leave it open, this
#: decides.
_COMMA_DECIMAL = words(
    "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq "
    "sr sv tr uk vi"
)
#: Regions that write the decimal point although their language does not elsewhere.
_POINT_REGIONS = words("de-ch de-li it-ch es-mx es-us es-pr es-do es-gt es-hn es-ni es-pa es-sv es-pe")


def read_quantity(
    text: str, language: str | None = None, *, unit: str | None = None, power: int = 0
) -> dict[str, Any] | None:
    """A cell's text as one amount, in the wire form of `Quantity`; None where it is not exactly one.

    `unit` and `power` are what the column's header says of its cells ("Revenue (£m)": "GBP" and 6). They complete a
    bare number; what the text says itself wins, and a text with another unit takes neither.

    A minus sign or an en dash before the number and accountants' brackets make it negative, the currency or percent
    sign inside them or outside; but a bracketed year stays unread. Decimals stay as written ("3.10"); a scaled number
    has no zeros beyond the point.

    >>> read_quantity("£3.1m")
    {'type': 'quantity', 'number': Decimal('3100000'), 'unit': 'GBP'}
    >>> [str(read_quantity(text, language)["number"]) for text, language in (("1.234", "de"), ("1.234", "en"))]
    ['1234', '1.234']
    >>> read_quantity("1st"), read_quantity("12-15"), read_quantity("about 50")
    (None, None, None)
    """
    if len(text) > LONGEST or not _DIGIT.search(text):
        return None
    if _PLAIN.fullmatch(text):
        return {"type": "quantity", "number": _scaled(text, power), "unit": unit}
    folded = fold(text)
    if "-" in folded:
        folded = _NO_CHANGE.sub("", folded)
    if not folded.isascii():
        folded = _in_one(folded)
        if folded[0] in _JAPANESE_MINUS and primary(language) == "ja":
            folded = "-" + folded[1:].lstrip()
    bracketed = folded.startswith("(") and folded.endswith(")")
    inner = None if bracketed or "(" not in folded else _INNER_BRACKETS.fullmatch(folded)
    if bracketed:
        match = _AMOUNT.fullmatch(folded[1:-1].strip())
    else:
        match = _AMOUNT.fullmatch("".join(inner.groups()) if inner else folded)
    if match is None or (bracketed and _BRACKETED_YEAR.fullmatch(folded)):
        return None
    sign, before, inner_sign, written, after = match.group("sign", "before", "inner_sign", "number", "after")
    number = _plain_number(written, language)
    own = read_prefix(before.strip(), language)
    if number is None or own is None or (sign and inner_sign) or _is_decade(after, number):
        return None
    measure = read_measure(after, language, kind_of_unit(own or unit) == "money")
    if measure is None or (own and measure[1]):
        return None
    own_power, own_unit = measure[0], own or measure[1]
    if inner and (sign or own == "%" or kind_of_unit(own_unit or unit) == "number"):
        return None  # "% (1)", "(3) km": a note, a number of something
    if not own_unit and own_power is None and _may_be_two(written, text, language):
        return None
    if own_power is None:
        same = own_unit in (None, unit) or (unit is None and kind_of_unit(own_unit) == "money")
        own_power = power if same else 0
    negative = "-" in (sign, inner_sign) or inner is not None or (bracketed and sign != "+")
    return {
        "type": "quantity",
        "number": _scaled("-" + number if negative else number, own_power),
        "unit": own_unit or unit,
    }


def _in_one(text: str) -> str:
    """The text with a number that is written in parts, each below the one before, in digits alone.

    >>> _in_one("1兆2,000億円"), _in_one("3만5000"), _in_one("2000億3兆"), _in_one("12億円")
    ('1200000000000円', '35000', '2000億3兆', '12億円')
    """
    first = _DIGIT.search(text)
    if first is None:
        return text
    start = at = first.start()
    total, count, below = 0, 0, None
    while part := _PART.match(text, at):
        number = int(part[1].replace(",", ""))
        power = _MYRIADS.get(part[2], 0)
        if below is not None and number * 10**power >= 10**below:
            return text
        if below and not power and (below > _LAST_SCALE or len(part[1]) == 1):
            return text  # "3万5", "1億5000": more than they say
        total, count, below, at = total + number * 10**power, count + 1, power, part.end()
        if not power:
            break
    if count < 2 or text[at : at + 1] in _BEHIND_PART:
        return text
    return f"{text[:start]}{total}{text[at:]}"


def _may_be_two(written: str, text: str, language: str | None) -> bool:
    """Whether bare digits may be two numbers, since the language would not write one so: "957 117", "10,11" in English.

    Spaces that keep together, as between thousands, say that it is one.
    """
    if not _PAIR.fullmatch(written) or any(space in text for space in _UNBROKEN):
        return False
    base = primary(language)
    return base != "" and base not in _COMMA_DECIMAL


def _plain_number(written: str, language: str | None) -> str | None:
    """Digits with a decimal point at most; None where the separators make no number, or zeros lead as in an id.

    >>> [_plain_number(n, None) for n in ("1.234,5", "12,34,567", "1,234", "1.234", "1.2.3", "007", "1 234.5")]
    ['1234.5', '1234567', '1234', '1.234', None, None, '1234.5']
    """
    if not written.isascii():
        written = "".join(str(int(char)) if char.isdecimal() else char for char in written)
    if written.isdecimal():
        return written if written[0] != "0" or written == "0" else None
    signs = _NO_DIGIT.findall(written)
    alike = signs.count(signs[0])
    if alike == len(signs):
        point = _decimal_sign(written, signs, language)
    else:  # two separators: the last is the decimal one
        point = signs[-1]
        if point in " '" or alike < len(signs) - 1:
            return None
    whole, _, fraction = written.rpartition(point) if point else (written, "", "")
    if not whole and point == ".":
        whole = "0"
    elif not whole.isdecimal():
        if not _GROUPED.fullmatch(whole):
            return None
        whole = whole.replace(signs[0], "")
    if len(whole) > 1 and whole[0] == "0":
        return None
    return f"{whole}.{fraction}" if fraction else whole


def _decimal_sign(written: str, signs: list[str], language: str | None) -> str:
    """The decimal separator of a number with separators of one sort; "" where they part thousands."""
    if len(signs) != 1 or signs[0] in " '":
        return ""
    sign = signs[0]
    whole, _, fraction = written.partition(sign)
    if len(fraction) != 3 or len(whole) > 3 or whole in ("0", ""):
        return sign
    return sign if sign == ("," if _has_decimal_comma(language) else ".") else ""


@lru_cache(maxsize=64)
def _has_decimal_comma(language: str | None) -> bool:
    tag = (language or "").lower().replace("_", "-")
    return primary(tag) in _COMMA_DECIMAL and not tag.startswith(tuple(_POINT_REGIONS))


def _is_decade(after: str, number: str) -> bool:
    """
    >>> _is_decade("s", "1990"), _is_decade("s", "9.58")
    (True, False)
    """
    return after == "s" and "." not in number and number.endswith("0")


def _scaled(number: str, power: int) -> Decimal:
    """Exact whatever the decimal context, in plain notation.

    >>> _scaled("-3.10", 6), _scaled("3.10", 0), _scaled("1.23456", 3)
    (Decimal('-3100000'), Decimal('3.10'), Decimal('1234.56'))
    """
    if not power:
        return Decimal(number)
    whole, _, fraction = number.partition(".")
    fraction = fraction.ljust(power, "0")
    rest = fraction[power:].rstrip("0")
    shifted = whole.lstrip("-") + fraction[:power]
    digits = shifted.lstrip("0") or "0"
    return Decimal(("-" if number[0] == "-" else "") + digits + ("." + rest if rest else ""))
