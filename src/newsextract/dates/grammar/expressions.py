"""The grammar of dates: what stands in a stretch of words, as expressions.

The forms (`patterns.py`) are found in the string of codes. What a form says is read by its builder (`forms.py`) into an
`Expression`, which leaves open what it means (`meaning/`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..expression import Expression, Time
from ..vocabulary.codes import DatedUnit, Leading, NumberedUnit
from .fields import value_of
from .forms import BEGINNINGS, BUILDERS, BY_PLACE
from .guards import GUARDS, Place
from .joins import count_from, is_counted_from, is_named_by, link, take_part
from .slots import Slot, known_of, parted
from .spelling import (
    with_ago,
    with_clocks,
    with_day_words,
    with_number_months,
    with_often,
    with_short_years,
    with_single_months,
    with_spoken_years,
    with_year_words,
    without_bare_ends,
)
from .tokens import Piece, Token
from .years import is_before_christ, is_year

__all__ = ["expressions"]


def expressions(codes: str, pieces: Sequence[Piece], text: str, lengths: bool = False) -> list[Expression]:
    """The dates in a stretch of chunks; durations and sets too where `lengths` are asked for."""
    known = known_of(codes)
    codes, head, short_years = known.codes, known.head, known.short_years
    slots = known.everything if lengths else known.dates
    if short_years:
        short_years = "N" in codes or text.find("'", pieces[0][0], pieces[-1][0] + 1) >= 0
    if not slots and not short_years and not known.respelt and not known.behind_amount:
        return []
    tokens = [(at + start, at + end, value) for at, read in pieces for start, end, value in read]
    if head:
        del tokens[:head]
    if known.behind_amount and (spelt := with_ago(codes, tokens, text)) != codes:
        known = known_of(spelt)
        codes = known.codes
        del tokens[: known.head]
        slots = known.everything if lengths else known.dates
    if short_years or known.respelt:
        codes = with_clocks(codes, tokens)
        codes = with_single_months(codes, tokens)
        codes = with_spoken_years(codes, tokens)
        codes = with_year_words(codes, tokens, text)
        if short_years:
            codes = with_short_years(codes, tokens, text)
        spelt = codes
        codes = with_number_months(codes, tokens)
        if known.worded_days or codes != spelt:
            codes = with_day_words(codes, tokens)
        codes = with_often(codes, tokens)
        codes = without_bare_ends(codes, tokens)
        known = known_of(codes)
        codes = known.codes
        del tokens[: known.head]
        slots = known.everything if lengths else known.dates
    if known.dashed:
        slots = tuple(parted(slots, codes, lambda at: tokens[at][1] < tokens[at + 1][0]))
    found: list[Expression] = []
    before: tuple[Expression, int] | None = None
    units = known.units
    for slot in slots:
        expression = _expression(slot, codes, tokens, text)
        if expression is not None:
            if units and count_from(expression, slot, codes, tokens) and found and found[-1].end > expression.start:
                found.pop()  # the amount, as a length of time
            found.append(expression)
            beside = before is not None or (units and codes[slot.first - 1 : slot.first] in _LINKING)
            if beside and link(before, expression, slot.first, codes, tokens):
                del found[-2]
            if units:
                take_part(before, expression, slot.first, codes, tokens, text)
            if units and before and is_named_by(*before, expression, slot.first, codes, tokens):
                del found[-2]
            before = expression, slot.last
    return found


def _expression(slot: Slot, codes: str, tokens: list[Token], text: str) -> Expression | None:
    """What stands in a slot, None if it is no date after all."""
    form, first, last, start, part, clock, modified, trim, year_word, closing, numbered = slot
    if form == "year" and not is_year(codes, tokens, first, last, text):
        return None
    if form == "decade" and isinstance(tokens[first][2], NumberedUnit):
        form = "numberedunit"  # el día 21, vecka 12: written as "les années 90" is
    used, time, zone = tokens[first:last], None, None
    if form in GUARDS and GUARDS[form](Place(codes, tokens, first, last, text)):
        if form != "feast":
            return _beginning(form, part, used)
        if codes[last - 1] != "Y" or not is_year(codes, tokens, last - 1, last, text):
            return None
        form, start, part, used = "year", last - 1, "Y", used[-1:]
    if clock is not None:
        if not clock[0] and (apart := _apart(used, clock[1])):
            start = first + clock[1] + apart
            start += codes[start] == "F"
        else:
            time, zone = _time_of(codes[first:last], used, clock)
        del used[clock[0] : clock[1]]
    if part[:3] == "UPR" and used[0][2] != "day":  # the year ending tomorrow
        start, part, used = start + 2, part[2:], used[2:]
    behind = None
    if part[-1] == "0":  # aasta lõpus
        behind = used[-1][2]
        part, used = part[:-1], used[:-1]
    elif form in _NARROWED:
        form, start, last, part, used = _narrowed(form, start, last, part, used, text)
    by_place = BY_PLACE.get(form)
    built = by_place(codes, tokens, first) if by_place else BUILDERS[form](part, used)
    if built is None:
        return _beginning(form, part, used)
    end = used[-2][1] if year_word else tokens[last - 1][1] - trim
    if closing and text[end : end + 1] in (")", "）"):
        end += 1
    if numbered and is_before_christ(text, end):
        return None
    meaning, data = built
    if meaning == "feast":
        rule, *others = data
        if not rule.sure and others == [None, None, None] and not is_counted_from(codes, tokens, first):
            return _beginning(form, part, used)
    if form == "plain" and _is_of_another_week(codes, tokens, first, last):
        meaning, data = "dayofweek", (data[0], None)
    modifier = used[0][2] if modified else behind
    if form in _MODIFIED:
        modifier = _modifier(form, part, used)
    return Expression(tokens[start][0], end, meaning, data, modifier, time, zone)


#: Codes between a week or month and the date in it.
_LINKING = frozenset({"F", "P", "n"})
_NARROWED, _MODIFIED = (
    frozenset({"feast", "followingday", "dayinmonth", "weekinyear", "numberedday"}),
    frozenset({"ago", "edge", "yearedge"}),
)


def _narrowed(
    form: str, start: int, last: int, part: str, used: list[Token], text: str
) -> tuple[str, int, int, str, list[Token]]:
    """A form that is longer than the date in it: its name, first and last code, codes and tokens, cut where it must be.

    Not the week of "the first day of 2015", not the day of "he was third of last year" or "Sie ist 15. Im letzten Monat
    war sie hier"; of "said that Tuesday", "el mismo martes", "the Tuesday following the vote" only the weekday.
    """
    if form == "feast":  # the eve of Christmas; the last day of Easter 2024
        at = part.find("F&") + 1
        if at and part.lstrip("L")[0] != "W" and BUILDERS[form](part, used) is None:
            start, part, used = start + at, part[at:], used[at:]
        return form, start, last, part, used
    if form == "numberedday":  # ngày 14/1: the figures alone, as behind other words of the kind
        cut = isinstance(used[0][2], DatedUnit)
        return form, start + cut, last, part[cut:], used[cut:]
    if form == "weekinyear":
        unit = value_of(part, used, "U")
        if "7" in part or unit == "week" or (unit == "month" and part[0] in "oO"):
            return form, start, last, part, used
        return "year", last - 1, last, "Y", used[-1:]
    if form == "dayinmonth":
        if isinstance(used[0][2], NumberedUnit):
            return form, start, last, part[1:], used[1:]
        sentence = part[1] == "." and text[used[2][0]].isupper()
        if part[0] != "U" and value_of(part, used, "U") == "month" and not sentence:
            return form, start, last, part, used
        at = next(index for index, code in enumerate(part) if code in "LlU" and index)
        return ("following" if "l" in part else "shift"), start + at, last, part[at:], used[at:]
    at = part.index("l")
    offset = used[at][2]
    if not offset or (at and isinstance(offset, Leading)):
        start, last = (start, last - 1) if at else (start + 1, last)
    return form, start, last, part, used


def _modifier(form: str, part: str, used: list[Token]) -> str | None:
    """The modifier of a form that does not begin with it."""
    if form == "ago":  # a week or so ago
        return "approximate" if part[-2] == "!" else None
    value = used[0 if form == "edge" else 1][2]
    if form != "edge" and part[1] == "E":
        return None if value is None else str(value)  # "resto" says none
    return str(value[1])


def _beginning(form: str, part: str, used: list[Token]) -> Expression | None:
    """The first part of a form that is none as a whole: "Berlin 2005 - 271 Seiten", "Friday on the New Bourse"."""
    begins = BEGINNINGS.get(form)
    if begins is None:
        return None
    built, last = begins(part, used), part[0] == "L" or part[:2] == "UL"
    return Expression(used[0][0], used[last][1], *built) if built and last + 1 < len(used) else None


def _is_of_another_week(codes: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Tuesday week", "a week on Tuesday": not the Tuesday that is nearest."""
    if codes[last : last + 1] == "U" and tokens[last][2] == "week":
        return True
    return first >= _LEAD and codes[first - _LEAD : first] in ("aUF", "aUP") and tokens[first - 2][2] == "week"


_LEAD = len("aUF")


def _apart(used: list[Token], at: int) -> int:
    """How many words at a place part a time from the day behind it: "from 4 to 5.30 p.m. and on 3 May", 17:00，周一. 0:
    it belongs to that."""
    comma = int(used[at][2] == ",")
    if used[at + comma][2] == "and":
        return 1 + comma
    return int(used[at][2] == "，")


def _time_of(part: str, used: list[Token], clock: tuple[int, int]) -> tuple[Time | None, int | None]:
    """The time of day in a form, (hour, minute, second), and its minutes east of Greenwich."""
    first, last = clock
    if part[first] == ":":  # alle ore 18.05
        first = last - 1
    value = used[first][2]
    hour, minute, second, zone = (value, None, None, None) if part[first] in "DN" else value
    after = used[last - 1][2] if part[last - 1] == "p" else None
    if after is not None and 1 <= hour <= 12:
        hour = hour % 12 + after
    if "z" in part:
        at = part.index("z")
        zone = used[at][2]
        if part[at + 1 : at + 2] == "+":  # GMT +3
            zone += used[at + 1][2]
    return ((hour, minute, second), zone) if hour < 24 else (None, None)
