"""A language's words of dates, compiled from `dateparser`'s locale tables and this package's own (`words.py`).

Each word has a code, one letter, and a value (`codes.py`).
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from ...writing import marks_beside, primary
from .codes import SHORTEST, Word, add_foreign_months, add_shared, words_of
from .words import Table, table

__all__ = ["Lexicon", "LoneDays", "lexicon", "order_of", "words_from"]


#: Languages whose dates stand without spaces between their words. Not all of `writing.is_spaceless`: Lao, Khmer and
#: Burmese set figures apart ("3 ພຶດສະພາ 2024"), so a date there is words beside each other as elsewhere.
_RUN_TOGETHER = frozenset({"zh", "ja", "th"})
_CLOCK_UNITS = ("hour", "minute", "second")
#: Roles of words.py that tell the tense.
_VERBS = (
    "future", "present", "modal", "past", "said", "until", "by", "since_day", "perfect", "plans", "within",
    "determiner", "not_until", "on_day", "before_event", "perhaps", "ends",
    "state", "wants", "plural", "fixture", "subjects", "listed", "deadline", "holds", "granted", "planned", "held",
    "participle", "surely_future", "due", "coming",
)  # fmt: skip
_LONE = ("behind_day", "behind_days", "before_days", "before_day")
_TRIGGERS = frozenset("MmjWHUKRySqcdfbJix@=#58")
#: Other words that a date may end with.
_BEHIND = frozenset("GgE7")
_FEASTS = frozenset("&")
#: Year, month and day of a date are parted by spaces, and a time from the half of its day.
_KOREAN = (
    *((f"{unit} {digit}", f"{unit}_{digit}") for unit in "년월" for digit in range(1, 10)),
    ("오전 ", "오전_"),
    ("오후 ", "오후_"),
    *((f"시 {digit}", f"시_{digit}") for digit in "012345"),
)
#: What is written with spaces and read as one word; "15 h 45" is a time.
_JOINED = {"hi": ((" वीं", "_वीं"), (" वें", "_वें")), "ko": _KOREAN, "fr": ((" h ", "_h_"),)}
#: The same where what stands before it matters: "à 18 heures 30"; "18 heures" are a length of time.
_JOINED_BEHIND = {
    "fr": re.compile(r"(?<=\bà )\d\d? heures?(?: [0-5]\d(?!\d))?(?!\w)"),
    # Months: behind "ngày" and a day, or "vào" and the like, or before a year. "Mỗi tháng 10 triệu" is an amount a
    # month, "3 tháng 10 ngày" a length of time.
    "vi": re.compile(
        r"""(?: (?<=\bngày\ \d\ )(?<!mỗi\ ngày\ \d\ )(?<!\d\ ngày\ \d\ )
              | (?<=\bngày\ \d\d\ )(?<!mỗi\ ngày\ \d\d\ )(?<!\d\ ngày\ \d\d\ ) )
            tháng\ (?: \d\d?(?!\d) | mười\ (?:một|hai)\b | [^\W\d_]+ )
          | (?: (?<=\bvào\ ) | (?<=\btrong\ ) | (?<=\bhồi\ ) | (?<=\bđầu\ ) | (?<=\bcuối\ ) | (?<=\bgiữa\ ) )
            tháng\ \d\d?(?![\d.,%]\d|\d|%|\ (?:triệu|tỷ|nghìn|ngàn|người|lần|đồng))
          | \btháng\ (?: \d\d?(?=/\d{4}) | (?: \d\d? | mười\ (?:một|hai) | [^\W\d_]+ )(?=,?\ năm\ \d{4}) )""",
        re.VERBOSE | re.IGNORECASE,
    ),
}
#: Years of the Hijri calendars, of the sun and of the moon, that news tell of.
_HIJRI = {
    **dict.fromkeys(("fa", "ps"), range(1200, 1500)),
    **dict.fromkeys(("ar", "ur", "ckb"), range(1300, 1500)),
}
#: "Halbjahr"; the half of a game is none.
_HALF_YEAR = ("h", "half_year")
#: The least number behind a century in a year in words: "nineteen ten".
_LEAST_OF_A_CENTURY = 10


class LoneDays(NamedTuple):
    """What stands beside "10日" where it is a day of the month, and where it is ten days."""

    behind: tuple[str, ...]
    behind_amount: tuple[str, ...]
    before_amount: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """What is known of a language, in all its regions."""

    words: dict[str, Word]
    """By the word in lower case."""
    capitals: bool
    """Whether the names of months are written with a capital."""
    given: frozenset[str]
    """Months and weekdays, which it writes small, that are names of persons too."""
    named: tuple[str, ...]
    """Names that a weekday or month is part of: "Sunday Times"."""
    titles: frozenset[str]
    """Words before the names of persons, of weekdays and months too: "Herr Sonntag"."""
    leading_to_names: frozenset[str]
    """The same where another name must be behind: "η Παρασκευή Λέκκα"."""
    game: frozenset[str]
    """Words of games that have quarters, and of nothing else."""
    business: frozenset[str]
    """Words of business, which has quarters too."""
    weak: frozenset[str]
    """Names of months that are words too."""
    triggers: tuple[str, ...]
    """The words that a search starts from."""
    special: tuple[str, ...]
    """Words that are more than a run of letters ("aujourd'hui", "a.m."), the longest first."""
    phrases: tuple[tuple[str, str], ...]
    """Words with a space in them ("il y a"), and how they are written in `words` ("il_y_a")."""
    joined: re.Pattern[str] | None
    """What else is written with spaces and read as one word."""
    verbs: dict[str, frozenset[str]]
    """What tells the tense (`find/tense.py`), by role."""
    leading: bool
    """Whether "last" and "ago" stand before a unit or are never without a number before it."""
    spaceless: bool
    """Whether the words of dates stand without spaces between them (Chinese, Japanese, Thai)."""
    clock_units: dict[str, str]
    """Words for hours, minutes and seconds."""
    lone_days: LoneDays | None
    """What stands beside a day of a month that is not named; None where none is written so."""
    eras: tuple[str, ...]
    """What stands before years of another era or calendar."""
    before_years: tuple[str, ...]
    """What stands before "10년 6월" where it is ten years and six months; () where nothing is written so."""
    behind_years: tuple[str, ...]
    """The same of what stands behind it."""
    traditional: tuple[frozenset[str], frozenset[str]]
    """Signs, and subtags of a language, of those who count years of two digits from another: 86年4月."""
    counted_days: bool
    """Whether what is written as a day of a month is an amount of days before "ago" and "later": 3日前."""
    era: int
    """Years that its own era is ahead, 0 where it has none."""
    year_names: tuple[str, ...]
    """Words for "year" before one of its own era."""
    solar: bool
    """Whether it counts by the solar Hijri calendar too."""
    foreign: range
    """Years that are rather those of another calendar."""
    verb_last: bool
    """Whether the verb ends the sentence."""
    marks: str
    """Marks that belong to the letters of its words, as the inside of a class; "" where they have none."""
    opening: frozenset[str]
    """Words beside the hours when a place is open: there a range of weekdays recurs."""
    from_behind: tuple[str, ...]
    """What stands behind the beginning of a range: 月曜から."""
    closed: tuple[tuple[str, ...], tuple[str, ...]]
    """What stands before a weekday that recurs, and what behind it: "sauf le lundi", 周一闭馆."""
    stems: dict[str, int]
    """Words with a particle behind them that is written with them ("수요일에"): so many letters are the word's own."""


#: So many languages at once: more than most collections have, few enough where the tags are made to fill memory.
_LANGUAGES = 32


def words_from(language: str | None) -> str:
    """The language whose words a BCP 47 tag is read with: English where there are none.

    >>> words_from("pt-BR"), words_from("tlh"), words_from(None)
    ('pt', 'en', 'en')
    """
    base = primary(language or "en")
    return base if table(base) or _locale(base) else "en"


@lru_cache(maxsize=_LANGUAGES)
def lexicon(base: str) -> Lexicon:
    """The lexicon of a language that `words_from` gives."""
    info, own = _locale(base), table(base)
    words, feasts = words_of(base, own, info)
    add_foreign_months(words)
    phrases = _JOINED.get(base, ()) + tuple(sorted(_phrases(words, base), key=lambda pair: -len(pair[0])))
    stems = _add_particles(words, own)
    feasts += tuple(feast + particle for feast in feasts for particle in own.get("particle", "").split())
    triggers = feasts + tuple(_triggers(base, words, own))
    add_shared(words)
    spaceless = base in _RUN_TOGETHER
    plain = re.compile(r"[^\W\d_]+")
    special = (word for word in words if spaceless or not plain.fullmatch(word))
    return Lexicon(
        words=words,
        capitals=base in ("en", "de"),
        given=frozenset(own.get("given", "").split()),
        named=_spaced(own, "named"),
        titles=frozenset(own.get("titles", "").split()),
        leading_to_names=frozenset(own.get("leading_to_names", "").split()),
        game=frozenset(own.get("game", "").split()),
        business=frozenset(own.get("business", "").split()),
        weak=frozenset(own.get("weak", "").split()),
        triggers=triggers,
        special=tuple(sorted(special, key=lambda word: (-len(word), word))),
        phrases=phrases,
        joined=_JOINED_BEHIND.get(base),
        verbs={role: frozenset(own.get(role, "").split()) for role in _VERBS},
        leading=own.get("leading", False),
        spaceless=spaceless,
        clock_units={
            form.lower(): unit for unit in _CLOCK_UNITS for form in info.get(unit, ()) if len(form) >= SHORTEST
        },
        lone_days=LoneDays(*(tuple(own.get(role, "").split()) for role in _LONE)) if _LONE[0] in own else None,
        eras=tuple(own.get("other_eras", "").split()),
        before_years=tuple(f"{own['before_years']} {own['before_days']}".split()) if "before_years" in own else (),
        behind_years=_spaced(own, "behind_years"),
        traditional=(frozenset(own.get("traditional", "")), frozenset(own.get("traditional_tags", "").split())),
        counted_days=own.get("counted_days", False),
        era=own.get("era", 0),
        year_names=tuple(own.get("year_name", "").split()),
        solar="solar_month" in own,
        foreign=_HIJRI.get(base, range(0)),
        verb_last=own.get("verb_last", False),
        marks="" if spaceless else marks_beside("".join(words)),
        opening=frozenset(own.get("opening", "").split()),
        from_behind=_spaced(own, "from_behind"),
        closed=(_spaced(own, "closed_before"), _spaced(own, "closed_behind")),
        stems=stems,
    )


def _spaced(own: Table, role: str) -> tuple[str, ...]:
    """The words of a role, with the spaces inside them."""
    return tuple(word.replace("_", " ") for word in own.get(role, "").split())


def _add_particles(words: dict[str, Word], own: Table) -> dict[str, int]:
    """The words of dates with each particle behind them added; by their form the length of the word alone."""
    stems = {}
    for word, entry in list(words.items()) if "particle" in own else ():
        for particle in own["particle"].split():
            if entry[0] in _TRIGGERS | _BEHIND | _FEASTS and word + particle not in words:
                words[word + particle] = entry
                stems[word + particle] = len(word)
    return stems


def _triggers(base: str, words: dict[str, Word], own: Table) -> Iterator[str]:
    yield from (word for word, (code, _) in words.items() if code in _TRIGGERS and not word.isspace())
    yield from (word for word, entry in words.items() if entry == _HALF_YEAR)
    yield from _days_by_their_parts(words)
    if base in _RUN_TOGETHER:  # 次の木曜日, 每周一: a search from the weekday would not look back
        shifts = [word for word, (code, _) in words.items() if (code == "L" and len(word) > 1) or code == "X"]
        yield from (shift + word for word, (code, _) in words.items() if code in "WS" for shift in shifts)
    for word in own.get("weak", "").split():  # "quinta (13)": the word alone is far more often another
        if len(word) > SHORTEST and words.get(word, ("",))[0] == "w":
            yield from (f"{word} ({figures}" for figures in ("0", "00"))
            for shift, (code, _) in words.items():  # "nesta quinta", "sexta passada"
                if code == "L":
                    yield from (f"{shift} {word}", f"{word} {shift}")
    numbers = [word for word, (code, value) in words.items() if code == "C" and value >= _LEAST_OF_A_CENTURY]
    for word in own.get("spoken", "").split():
        yield from (f"{word} {number}" for number in numbers)
    if "quarter_behind" in own:
        yield from ("q1", "h1", "fy0000")
    for word in own.get("short_year", "").split():
        yield f"{word} '00"
    yield from (word + bracket for word in own.get("day_in_brackets", "").split() for bracket in "（(")
    # Their figures alone are too many to look at: "am 22.4.", "le 22/04".
    for word in f"{own.get('dated', '')} {own.get('surely_dated', '')}".split():
        yield from (f"{word} {figures}" for figures in ("0 0", "0 00", "00 0", "00 00"))


def _phrases(words: dict[str, Word], base: str) -> Iterator[tuple[str, str]]:
    for word, (code, _) in words.items():
        if "_" in word and not (code == "M" and base in _JOINED_BEHIND):
            forms = [word, word[:1].upper() + word[1:]]
            if code == "W":  # thứ Hai, Thứ Hai
                head, _, last = word.rpartition("_")
                forms += [f"{head}_{last.capitalize()}", f"{head.capitalize()}_{last.capitalize()}"]
            for form in dict.fromkeys(forms):
                yield form.replace("_", " "), form


#: Tags of languages whose table has the name of one form of theirs.
_OTHER_NAMES = {"no": "nb"}


def _locale(base: str) -> dict[str, Any]:
    """dateparser's table of a language, {} where it has none. Only its data module is imported, which is quick."""
    if not re.fullmatch(r"[a-z]{2,3}", base):
        return {}
    base = _OTHER_NAMES.get(base, base)
    try:
        module = importlib.import_module(f"dateparser.data.date_translation_data.{base}")
    except ImportError:
        return {}
    return dict(module.info)


def order_of(language: str | None) -> str:
    """How numeric dates are read where nothing else tells, by the language and its region where the tables know it.

    >>> order_of("en"), order_of("en-GB"), order_of("de"), order_of("zh")
    ('MDY', 'DMY', 'DMY', 'YMD')
    """
    info = _locale(words_from(language))
    tag = (language or "").replace("_", "-").lower()
    region = next((each for name, each in info.get("locale_specific", {}).items() if name.lower() == tag), info)
    return str(region.get("date_order", info.get("date_order", "DMY")))


def _days_by_their_parts(words: dict[str, Word]) -> Iterator[str]:
    """ "Last night", "nuit dernière": a search that started from every night would look at too many."""
    parts = [word for word, (code, _) in words.items() if code == "u"]
    for word, (code, _) in words.items() if parts else ():
        if code in "Ll" and word.isalpha():
            for part in parts:
                yield from (f"{word} {part}", f"{part} {word}")
