"""What looks like a form and is none, or is another date than it looks like, by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..vocabulary.codes import Behind, Capital, FirstMonths, InnerCapital, PluralDay
from .figures import HAN
from .streets import is_street
from .tokens import Token

__all__ = ["GUARDS", "Place", "is_person"]


class Place(NamedTuple):
    """A form where it was found: `codes[first:last]`, whose tokens stand in `text`."""

    codes: str
    tokens: Sequence[Token]
    first: int
    last: int
    text: str

    @property
    def start(self) -> int:
        return self.tokens[self.first][0]

    @property
    def end(self) -> int:
        return self.tokens[self.last - 1][1]

    @property
    def code_behind(self) -> str:
        return self.codes[self.last : self.last + 1]

    @property
    def is_closed(self) -> bool:
        """Whether nothing stands behind it that a number at its end could count."""
        return self.text[self.end : self.end + 1] in _CLOSING


def _other_month(place: Place) -> bool:
    """ "April Jones"; "este mar"; "by October standards"."""
    codes, tokens, first, last, text = place
    if codes[first:last] == "Lj" and text[tokens[last - 1][0]].islower():
        return True
    if text.startswith(_KIND, place.end) and text[place.end + len(_KIND) :][:1] in _CLOSING:
        return True
    led = first and codes[first - 1] in _LEADING_TO_MONTHS
    return not led and is_person(text, place.start, place.end)


def _other_told(place: Place) -> bool:
    """共同日报, 这次日本队, 前年同月比, 同年代"""
    codes, tokens, first, _, text = place
    start, end, _ = tokens[first]
    return codes[first] == "f" and (text[start - 1 : start] in _SHARING or text[end : end + 1] in _IN_OTHERS)


def _lunar_day(place: Place) -> bool:
    """十月初一, a day of the lunar calendar."""
    return place.codes[place.first] == "M" and place.text[place.end : place.end + 1] in _HAN


def _other_weekday(place: Place) -> bool:
    """ "Nesta quinta edição", "este mar"; not "nesta quinta, na sexta passada"."""
    at = place.codes.find("w", place.first, place.last)
    if at < 0:
        return False
    short = place.tokens[at][1] - place.tokens[at][0] <= _ABBREVIATED
    return short or not (at == place.first or place.is_closed or place.code_behind in _LINKS)


def _last_of_some(place: Place) -> bool:
    """ "Sista söndagen i advent", "последний понедельник месяца": not the one before today; "w ostatnią niedzielę w
    Krakowie"."""
    codes, tokens, first, last, text = place
    if codes[first:last] != "oW":
        return False
    every = first > 0 and codes[first - 1] == "X"
    if every or _OF_SOME.match(codes, last) or text.startswith(_BEFORE_EVENTS, place.end):
        return True
    if place.code_behind not in ("P", "F"):
        return False
    if codes[last] == "F" and tokens[last][2] is None:  # της, i
        return True
    behind = tokens[last][1]
    return not text[behind + 1 : behind + 2].isupper()


#: What stands before a capital inside a sentence: a word in small letters, a comma or a dash.
_INSIDE = re.compile(r"(?:(?<!\w)[^\W\dA-Z_]\w*[\"”)]?,?|[\w\"”)],| [-–—]|\w[-–—]) ?\Z")
#: What a weekday is one of, behind it.
_OF_SOME = re.compile(r"[PIF]{0,3}[ULXlKqchJ&SMmjY]")
_BEFORE_EVENTS = (" перед ", " до ", " före ", " innan ", " przed ", " před ", " πριν ")


def _named_day(place: Place) -> bool:
    """ "Τρίτη φορά", "η Τρίτη Ηλικία"; "Minggu lalu", "Pasar Minggu"; not "Minggu malam"."""
    codes, tokens, first, last, text = place
    if first and _is_one_of_several(codes, tokens, first):
        return True
    day = tokens[codes.index("W", first)][2]
    if isinstance(day, PluralDay) and first and codes[first - 1] in _AMOUNTS:
        return True  # trei luni, three months
    if not isinstance(day, Capital):
        return False
    led = codes[first] == "L" or (first > 0 and codes[first - 1] in _LINKS)
    if isinstance(day, InnerCapital) and not led:
        part_behind = place.code_behind == "u" and text[tokens[last][0]].islower()
        led = part_behind or _INSIDE.search(text, max(0, place.start - _NEAR), place.start) is not None
    return not led or text[place.end + 1 : place.end + 2].isupper()


def _named_or_other_weekday(place: Place) -> bool:
    """The same of one with "last" or "this": "Minggu ini", where a sentence begins, is this week."""
    first = place.first
    inner = place.codes[first] == "W" and isinstance(place.tokens[first][2], InnerCapital)
    return _other_weekday(place) or (inner and _named_day(place))


def _is_one_of_several(codes: str, tokens: Sequence[Token], first: int) -> bool:
    """ "Los martes y jueves": weekdays that have no plural of their own, behind the article that has."""
    while first > _PAIR and codes[first - 1] == "P" and codes[first - _PAIR] == "W":
        first -= _PAIR
    return bool(tokens[first - 1][2] == "several")


_AMOUNTS = frozenset("CDNa")
#: So many codes from a weekday to the one before it: "martes y".
_PAIR = len("WP")


def _age_in_tens(place: Place) -> bool:
    """ "In his late 40s"; "в 20-х числах мая", days of a month."""
    if place.text.startswith(_NUMBERED_DAYS, place.end):
        return True
    return place.text.endswith(_OWN, 0, place.start) or place.text.startswith(_OF_AGE, place.end)


def _ages(place: Place) -> bool:
    """ "In his late 30s and 40s", "temperatures reached the 80s and 90s": two digits and two need more than "the"."""
    codes, tokens, first, last, text = place
    start, end, _ = tokens[first]
    if codes[first] != "d" or last > first + 1 or end - start != len("90s") or text[start - 1] in _APOSTROPHES:
        return False
    at = len(codes[:first].rstrip("P-/.")) - 1
    return tokens[at][1] - tokens[at][0] <= len("80s") and not _BEFORE_DECADES.search(codes, 0, at)


#: Codes before the first of two decades: "in the 80s", "the early 80s", "années 80".
_BEFORE_DECADES, _APOSTROPHES = re.compile(r"(?:[PI]F|F[EA]|[UK])\Z"), frozenset("'’‘")


def _other_number(place: Place) -> bool:
    """ "Produce al día 20 barriles", "el día 1 de la guerra", "week 2 van de ronde"."""
    codes, tokens, first, _, text = place
    if tokens[first][2] == "week":
        return place.code_behind in ("F", "C")
    rate = first and tokens[first - 1][2] == "to"
    led = codes[first - 1 : first] in ("F", "P", "I") and not rate
    return not led or place.code_behind == "C" or _OF_WHAT.match(text, place.end) is not None


def _first_of_many(place: Place) -> bool:
    """ "In July first reports came"; not "July fourth"."""
    last = place.last - 1
    return place.codes[last] == "o" and place.text[place.tokens[last][0]].islower() and not place.is_closed


def _other_feast(place: Place) -> bool:
    """ "The Good Friday Agreement", "the second day of Christmas", "l'ascension de 2020", 海の日差し"""
    codes, _, first, _, text = place
    counted = first > 0 and codes[first - 1] in _COUNTING.get(codes[first], ())
    if counted or _OTHER_FEASTS.match(text, place.start):
        return True
    return _agreement(place)


def _agreement(place: Place) -> bool:
    return place.text.startswith(_AGREEMENTS, place.end) or place.text.endswith(_AGREED_ON, 0, place.start)


def _other_season(place: Place) -> bool:
    codes, tokens, first, last, text = place
    return codes[last - 1] == "S" and last - first == 1 and _is_no_season(codes[first - 1], tokens[first - 1], text)


def _other_date(place: Place) -> bool:
    """ "9. Jan Meier": without a stop it is a name."""
    if _street(place):
        return True
    text, end = place.text, place.end
    named = place.codes[place.last - 2 : place.last] == ".j"
    return named and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _street(place: Place) -> bool:
    return is_street(place.codes[place.first : place.last], place.start, place.end, place.text)


def _other_figures(place: Place) -> bool:
    codes, tokens, first, last, text = place
    if first and codes[first - 1] == "n" and tokens[first - 1][1] + 1 >= tokens[first][0]:
        return True  # version 3.5.2024
    return _is_bare(codes, tokens, first, last) or _is_serial(codes, tokens, first, last, text)


def _comparison(place: Place) -> bool:
    return _is_comparison(place.codes, place.tokens, place.last, place.text)


def _other_shift(place: Place) -> bool:
    codes, tokens, first, last, text = place
    if codes[first] == "E" and first and tokens[first - 1][2] == "of" and codes[last - 2] == "F":
        return True  # les fêtes de fin d'année
    if codes[first] != "L":
        return False
    if isinstance(tokens[first][2], Behind):  # trước tháng 10
        return True
    two = tokens[first][2] in _TWO_STEPS and codes[last : last + 1] == "F"
    return two or _is_part(codes, tokens, last, text) or _is_title(tokens[first:last], text)


def _weekend_of_month(place: Place) -> bool:
    """ "The last weekend in June": not the one before this."""
    last = place.codes[place.first] == "L" and place.tokens[place.first][2] == -1
    return last and _MONTH_BEHIND.match(place.codes, place.last) is not None


def _occasion(place: Place) -> bool:
    """ "Las fiestas de fin de año"; 毎月末, 3カ月末."""
    before, edge = place.text[max(0, place.start - 2) : place.start], place.text[place.start : place.end]
    if before.endswith("大") and place.text[place.end : place.end + 1] in _HAN:
        return True  # 大年初一, a day of the lunar calendar
    if (edge in _BARE_ENDS and _BEFORE_ENDS.search(before)) or (edge[0] in "年月" and _EVERY.search(before)):
        return True
    return place.first > 0 and place.tokens[place.first - 1][2] == "of"


#: Before them a figure or a kanji says of which month or year they are the end; before any edge "every" may stand.
_BARE_ENDS, _BEFORE_ENDS = frozenset({"月末", "年末"}), re.compile(r"[\d\u3400-\u9fff々カヶヵケか]\Z")
_EVERY = re.compile(r"[每毎各][年月]?\Z")


def _counted_behind(place: Place) -> bool:
    """ "Monday 3 people came", "Friday the first came", "Freitag 9 bis 17 Uhr"."""
    at = place.codes.find("DP", place.first, place.last) + 1
    if at and place.tokens[at][2] == "to" and place.tokens[at][1] - place.tokens[at][0] > _AT:
        return True
    return place.codes[place.last - 1] in "Do" and not place.is_closed and place.code_behind not in _LINKS


#: A shorter word for "to" is one for "at" as well: "martes 4 a las 17 h", "mardi 4 à 20 h".
_AT = 2


def _fraction(place: Place) -> bool:
    """ "On Saturday 3/4 agreed"."""
    codes, tokens, first, last, _ = place
    if codes[last - 1] != "D" or place.is_closed:
        return False
    is_fraction = codes[first] != "L" and _is_short(tokens[last - 3], tokens[last - 1])
    return place.code_behind not in (_JOINTS if is_fraction else _LINKS)


def _in_halves(place: Place) -> bool:
    """ "Полтора года назад", "il y a un an et demi", "2,5 Jahre zuvor", "a quarter of a century ago": a year and a part
    of one is another amount than what was read of it."""
    text, start = place.text, place.start
    before = text[max(0, start - _NEAR) : start]
    return (
        before.endswith(_PARTS_BEFORE)
        or _DECIMAL.search(before) is not None
        or text.startswith(_PARTS_BEHIND, place.end)
        or not _PART_SIGNS.isdisjoint(text[start : place.end])
    )


def _other_following(place: Place) -> bool:
    return _other_told(place) if place.codes[place.first] == "f" else _in_halves(place)


#: Words of so much and a part more, before the unit that is counted and behind it.
_PARTS_BEFORE = (
    *("полтора ", "полутора ", "половиной ", "півтора ", "півтори ", "половиною ", "półtora ", "półtorej ", "pół "),
    *("polovina ", "půl ", "quarter of ", "½ ", "¼ ", "¾ "),
)
_PARTS_BEHIND = (" et demi", " y medi", " e mezz", " e mei", " and a half", " i pół", " и половин", " ونصف", " și jum")
_PART_SIGNS = frozenset("½¼¾")
_DECIMAL = re.compile(r"\d[.,]\d{1,2} \Z")


def _other_first_months(place: Place) -> bool:
    """此前9月, 三年前9月, 疫情前6月: one month of a year that is not said, or so many before it."""
    codes, tokens, first, _, text = place
    start, end, value = tokens[first]
    if codes[first] != "@" or not isinstance(value, FirstMonths):
        return False
    before = text[start - 1 : start]
    if text.endswith("月", start, end):
        return before.isalpha() and before not in _LEADING_TO_FIRST
    return before in _ENDING_IN_BEFORE


#: Of figures 前 says so only where a clause begins or behind these.
_LEADING_TO_FIRST = frozenset("在为為和及与與")
#: What makes another word of 前 behind it: 此前, 之前, 三年前.
_ENDING_IN_BEFORE = frozenset("此之目日年天月周週個个提以先空")


def _ended(place: Place) -> bool:
    return place.text.startswith(_ENDED, place.end)


def _name(place: Place) -> bool:
    return _is_name(place.text, place.start, place.end)


def _other_ordinal(place: Place) -> bool:
    """ "1999-й километр", "бег на 1500-м": a number with an ending is a year behind "in", "from", or before a stop."""
    codes, tokens, first, last, text = place
    start, end, _ = tokens[last - 1]
    if codes[last - 1] != "Y" or not _ORDINAL.fullmatch(text, start, end):
        return False
    if first and codes[first - 1] in _LINKS:
        return bool(tokens[first - 1][2] == "on")
    return not place.is_closed


_ORDINAL = re.compile(r"\d{4}-[^\W\d_]+")


def _other_year(place: Place) -> bool:
    return place.text.startswith(_OTHER_YEARS, place.end)


def _no_length(place: Place) -> bool:
    """ "A 6-year-old", "44 Jahre alt"; "three quarters", which is a share where nothing leads to a length of time."""
    codes, tokens, first, last, text = place
    if codes[last - 1] == "q" and tokens[first][2] in _SHARES and codes[first - 1 : first] not in _LEADING_TO_LENGTHS:
        return True
    return text.startswith(_AGES, place.end)


#: So many quarters are a part of a whole: "one quarter said yes".
_SHARES = (1, 3)
_LEADING_TO_LENGTHS = ("P", "I", "L", "o")


#: By a form's name whether what stands around one makes something else of it.
GUARDS: dict[str, Callable[[Place], bool]] = {
    "month": _other_month,
    "following": _other_following,
    "oftold": _other_told,
    "yearedge": _lunar_day,
    "weekday": _named_or_other_weekday,
    "weekdayofmonth": _last_of_some,
    "plain": _named_day,
    "decade": _age_in_tens,
    "decadealone": _age_in_tens,
    "decadebehind": _ages,
    "numberedunit": _other_number,
    "monthday": _first_of_many,
    "feast": _other_feast,
    "season": _other_season,
    "date": _other_date,
    "monthdate": _street,
    "figures": _other_figures,
    "ago": _in_halves,
    "agoalone": _in_halves,
    "later": _comparison,
    "shift": _other_shift,
    "quarter": _other_first_months,
    "weekend": _weekend_of_month,
    "edge": _occasion,
    "dayof": _counted_behind,
    "weekdayfigures": _fraction,
    "same": _ended,
    "today": _name,
    "whole": _other_year,
    "year": _other_ordinal,
    "length": _no_length,
}


def _is_short(day: Token, month: Token) -> bool:
    """Whether figures have not two digits each, and may be a fraction: on Tuesday 2/3 of them came."""
    return day[1] - day[0] + month[1] - month[0] < len("1803")


def _is_bare(codes: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "22.4." that no word makes a date: behind "am" or a weekday it is one, and at the end of a range."""
    reading = tokens[codes.index("k", first)][2]
    if reading.parts[0] is not None or not reading.dotted or not _WEEKDAYS.isdisjoint(codes[first:last]):
        return False
    return not first or tokens[first - 1][2] not in _LEADING_TO_DAYS


def _is_serial(codes: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """ "Order 20161016", "20161016 votes": digits without a mark are a date behind a word for "on" or a bracket, or
    where they begin the text."""
    at = codes.index("k", first)
    start, end, _ = tokens[at]
    if end - start != _COMPACT or not text[start:end].isdigit():
        return False
    licensed = not start or text[start - 1] in _BRACKETS or (at > 0 and codes[at - 1] in _LICENCES)
    return not licensed or codes[last : last + 1] in _COUNTED


_COMPACT = len("20161016")
_BRACKETS = frozenset("([")
_LICENCES, _COUNTED = frozenset("PFIWwTts,-"), frozenset("vDNC")


def _is_no_season(code: str, before: Token, text: str) -> bool:
    """ "Jeux d'hiver", "spring and autumn", "to fall"."""
    if before[2] == "to":
        return text[before[0] : before[1]].lower() == "to"
    return before[2] == "of" or (code == "P" and before[2] not in _LEADING_TO_SEASONS)


def _is_name(text: str, start: int, end: int) -> bool:
    """ "The Nation Today reported": a capital in the middle of a sentence, behind another."""
    if not text[start].isupper() or not text[end + 1 : end + 2].islower():
        return False
    return text[start - 2 : start - 1].isalnum() and text[text.rfind(" ", 0, start - 1) + 1 : start][:1].isupper()


_WEEKDAYS, _LEADING_TO_SEASONS = frozenset("Ww"), frozenset({"since", "due"})
_LEADING_TO_DAYS = frozenset({"dated", "to"})
#: The words beside a feast that is part of a name: "the Good Friday Agreement", "l'accord du vendredi saint".
_AGREEMENTS, _AGREED_ON = (" Agreement", " agreement", " Accord", " accord"), ("accord du ", "accords du ")
#: By the first code of a feast's name, what makes it one of several where it stands before that.
_COUNTING = {"U": frozenset("oOCDN"), "W": frozenset("oO")}
_OTHER_FEASTS = re.compile(
    r"ascension\b|Ascension d|\w{1,4}の日(?!当日|前日|翌日|前後|午前|午後|[夜朝昼])[\u3400-\u9fff]"
)
#: "Die vorletzte Woche der Ferien" is one of them.
_TWO_STEPS = (-2, 2)
#: What stands behind a day's number, if nothing is counted.
_CLOSING = frozenset(("", ",", ".", ";", ":", ")", "?", "!", "\n"))
_HAN = frozenset(HAN)
#: Signs before and behind 同日 and the like that make another word of it.
_SHARING, _IN_OTHERS = frozenset("共合年"), frozenset("本曜程代齢龄级級会會")
#: Letters of the abbreviations of weekdays.
_ABBREVIATED = 3
_LINKS = frozenset("PFI!")
#: Those of them that no fraction has behind it.
_JOINTS = frozenset("P!")
#: So many characters before a date are looked at.
_NEAR = 20
#: Months that persons are called, where a capital follows and nothing leads to a month.
_GIVEN_NAMES = frozenset({"April", "June", "August", "Julio"})
#: What such a month is like in any year: "warm by October standards".
_KIND = " standards"
_LEADING_TO_MONTHS = frozenset("PFIEABLXZ,-")
_NUMBERED_DAYS = (" числ", " чисел")
#: Before a decade that is an age: "in his late 40s".
_OF_AGE = (" من عمر", " من العمر")
_OF_WHAT = re.compile(r" d(?:[eao]s?|el|i|ell[aeo]?)\b")
_OWN = (" his ", " her ", " their ", " my ", " your ", " our ")


def _is_part(codes: str, tokens: Sequence[Token], last: int, text: str) -> bool:
    """ "The last week of May", "the last year of the war": not the one before this."""
    if text.startswith(_OF, tokens[last - 1][1]) and not text.startswith(_OF_COURSE, tokens[last - 1][1]):
        return True
    if _PART_OF.match(codes, last) is None or tokens[last][2] == "on":
        return False
    return next(tokens[at][2] for at in range(last - 1, 0, -1) if codes[at] in "UKqc") in _SHORT_UNITS


_MONTH_BEHIND = re.compile("[PIF]F{0,2}[Mmj]")
_OF, _OF_COURSE = " of ", " of course"
_SHORT_UNITS = frozenset({"day", "week", "month"})
#: A month or a year that a week or month is one of: "la dernière semaine de mai", "letzte Woche im Mai".
_PART_OF = re.compile(r"[PF]F?(?:[MmY]|U(?![PIF]))")


def _is_title(words: Sequence[Token], text: str) -> bool:
    """ "This Week" in quotes and with capitals: a programme, a film."""
    return text[words[0][0] - 1 : words[0][0]] in _QUOTES and all(text[start].isupper() for start, _, _ in words)


_QUOTES = ('"', "“", "„", "«", "‘")


def _is_comparison(codes: str, tokens: Sequence[Token], last: int, text: str) -> bool:
    """ "Two days later than planned", "dos días después de la boda"."""
    behind = codes[last : last + 1] == "F" and tokens[last][2] == "of"
    if behind and text[tokens[last][1] + 1 : tokens[last][1] + 2] in _CURRENCIES:
        return False  # a year earlier of $3m
    return behind or text.startswith(_THAN, tokens[last - 1][1])


_CURRENCIES = frozenset("$€£¥#")


_THAN = (" than ", " als ", " que ", " dan ", " che ")
_AGES = ("-old", " old", " alt")
#: "The quarter ended 30 June" is that of its end, not of what the text spoke of; "quarter-to-quarter" is none.
_ENDED = (" end", "-")
#: "For the year ended 30 June", "for the year ahead".
_OTHER_YEARS = (" end", " ahead", " to ")


def is_person(text: str, start: int, end: int) -> bool:
    """Whether a month is rather a person's first name, another behind it: "April Jones"."""
    return text[start:end] in _GIVEN_NAMES and text[end + 1 : end + 2].isupper()
