"""Datelines: where a report was written, and often when and for which agency, at the beginning of its first
paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..dates import resolve
from ..phrases import AGENCIES, AGENCIES_BESIDE_PLACES, ARTICLES, RELEASE_LABELS
from ..timestamps import DAY_OR_FINER
from ..writing import INVISIBLE, fold, has_digit
from .blocks import Block, Wire
from .shapes import NO_HEADING, shape

__all__ = ["dateline_of", "has_dateline", "opens_report"]

#: The letters of a place, with the signs that stand on and behind those of many scripts.
_LETTERS = r"[\w.'’/\u0300-\u036f\u064b-\u065f\u0900-\u0dff-]"
_PLACE = rf"(?P<place> [^\W\d_] {_LETTERS}* (?: [ ,/]{{1,2}} [^\W\d_] {_LETTERS}* ){{0,4}}? )"  # up to five words
_AGENCY = r"[(（\[] [^()（）\[\]]{1,40} [)）\]]"
#: "NAIROBI (Agency) - ", "BERLIN, 3 May - ", "PARIS — ", "(Agency) - Roma, 6 mag - ", "МОСКВА, 3 мая — Агентство. ": a
#: place in capitals, or with an agency or a day, and a dash.
_DATELINE = re.compile(
    rf"""
    (?P<lead>  {_AGENCY} \s* [—–-] \s* )?
    {_PLACE}
    (?P<rest>  (?: \s* [,،、，] (?P<when> [^()—–-]{{1,30}}? ) )?            # a day
               (?: \s [—–-] \s (?P<day> [^()—–-]{{3,24}}? \d{{4}} ) )?      # a day of its own
               (?P<agency> \s* {_AGENCY} | \s* / [^/]{{2,40}} / )? )
    \s* (?: — | – | \.?-{{1,2}} ) (?: \s+ | $ )
    (?: [А-ЯІЇЄҐ][\w-]* (?: [ ][А-ЯІЇЄҐ][\w-]* )? \. \s+ (?=[«"А-ЯІЇЄҐ]) )?           # an agency behind the dash
    """,
    re.VERBOSE,
)
#: "New Delhi, Nov 5 (Agency) Schools", "Marlow, 5 May 2024 (Agency)": a day and an agency need no dash.
_UNDASHED = re.compile(
    rf"{_PLACE} \s* [,،、，] (?P<when> [^()—–-]{{1,30}}? ) (?P<agency> \s* (?! \S{{0,40}}\d ) {_AGENCY} )"
    r"(?: \s+ (?! [\s.—–-] ) | $ )",
    re.VERBOSE,
)
#: Forms of their own, which need no further proof.
_DATELINES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        # 新华社北京5月3日电（记者 …）, 本报上海3日讯
        r"""
        (?: [一-鿿]{2,6} (?:社|网|報|报) | 本报 | 本報 )  # the agency, or "our paper"
        (?P<place> [一-鿿]{2,8}? )
        (?:\d{1,2}月)? \d{1,2}日                           # the day
        [电電讯訊] \s*                                     # "wires", "reports"
        (?: [（(] [^（）()]{1,40} [）)] )? \s*             # the reporters
        """,
        # 江东6月3日电（记者 周启明）: without an agency the reporters tell
        r"""
        (?P<place> [一-鿿]{2,6} )
        \d{1,2}月\d{1,2}日 [电電讯訊] \s*
        [（(] [^（）()]{0,12} [记記]者 [^（）()]{1,30} [）)] \s*
        """,
        # 【ロンドン時事】, 【ソウル＝川瀬健】
        r"""
        【 (?P<place> [^\W\d_]{1,12}? )
        (?: \s? (?: 時事 | 共同 | 聯合 | [^\s【】]{1,6} (?:通信|新聞|日報|社) )  # an agency
          | \s? [=＝] [^【】]{1,20} )                                           # or a reporter
        】 \s*
        """,
        # ［ロンドン　６日　通信］ -
        r"""
        [［\[] (?P<place> [^\W\d_]{1,12} ) \s
        (?:\d{1,2}月)? \d{1,2}日               # the day
        (?: \s [^［］\[\]]{1,20} )? [］\]] \s*  # an agency
        (?: [—–-]+ \s+ )?
        """,
        # МОСКВА, 3 мая. /ТАСС/.
        r"""
        (?P<place> [^\W\d_] [\w.’-]* (?: [ -] [^\W\d_] [\w.’-]* ){0,3} )  # up to four words
        [,.] [^/\n]{1,30} [./]                                           # the day
        \s* / [^/\n]{2,30} / \.? \s*                                    # an agency
        (?: [—–-] \s+ )?
        """,
        # BOSTON--(AGENCY)--
        r"""
        (?P<place> [^\W\d_] [^\n()]{1,40}? )
        \s? -- \s? \( [^()\n]{2,40} \) \s? -- \s*  # an agency
        """,
        # （通訊社記者王小明台北3日電）
        r"""
        [（(] [一-鿿]{2,6} 社           # an agency
        [記记]者 [一-鿿]{2,3}           # its reporter
        (?P<place> [一-鿿]{2,4} )
        (?:\d{1,2}月)? \d{1,2}日        # the day
        [電电] [）)] \s*
        """,
        # (서울=연합뉴스) 김기자 기자 =, [서울=연합뉴스]
        r"""
        [(\[] (?P<place> [가-힣]{2,10} )
        = [가-힣\w ]{2,20} [)\]] \s*         # an agency
        (?: [가-힣 ·]{2,30} 기자 \s* )? = \s*  # a reporter
        """,
    )
)
_LONGEST_DATELINE = 80
#: Every dateline has one of these, and few paragraphs do.
_DATELINE_MARKS = re.compile(r"[—–-](?:\s|$)|--|[日/=】)）\]]")
#: What stands before the day: "Paris, le 6 mai", "Kiel, den 7. November". Behind a preposition it is a sentence's ("In
#: London, on 6 May 2024 - a Monday - ...").
_BEFORE_DAY = ("", "le", "den", "il", "el", "a", "o")
#: A state or country between the place and the day: "Boston, Mass., January 22, 2025".
_REGION = re.compile(r"[A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?,")
_BRACKETS = "()（）[] "
_OPENERS = "\"'“”„«»‘’([ "
#: What may stand behind a day ("2024 г."), in characters.
_LONGEST_REST = 4
_SPACE = re.compile(r"\s")
_COMMA = re.compile(r"\s*[,،、，]\s*")
#: "COAST.CO.ID", but neither "D.C." nor "St.Gallen".
_DOMAIN = re.compile(r"[\w-]{3,}(?:\.[a-z]{2,4}){1,2}")
#: "Disney's network", but neither "St. John's" nor "L'Aquila".
_POSSESSIVE = re.compile(r"['’]\w?\s")


class _Dateline(NamedTuple):
    """A dateline at the head of a block."""

    end: int
    """How much of it belongs to it."""
    place: str
    is_sure: bool
    """Whether more tells it than a place in capitals."""


def dateline_of(blocks: list[Block], source: str) -> Wire | None:
    """The dateline of the first paragraph of the body, a span of it."""
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return None
    # One for one, so that offsets stay; before the first letter may stand marks that show nothing.
    head = _SPACE.sub(" ", source[first.start : min(first.end, first.start + _LONGEST_DATELINE)])
    begin = len(head) - len(head.lstrip(INVISIBLE))
    start, head = first.start + begin, head[begin:]
    found = _find(head, first, [(date.start - start, date.end - start) for date in first.dates])
    if found is None or (not found.is_sure and start + found.end >= first.end):
        return None
    return {
        "text": head[: found.end],
        "place": " ".join(found.place.split()),
        "start": start,
        "end": start + found.end,
    }


def has_dateline(block: Block) -> bool:
    """Whether a line begins with a dateline."""
    return _dateline_at(block) is not None


def opens_report(block: Block) -> bool:
    """Whether a line is a dateline that a day, an agency or its form tells, alone or with a sentence behind it."""
    found = _dateline_at(block)
    return found is not None and found.is_sure and (found.end == len(block.text) or shape(block) in NO_HEADING)


def _dateline_at(block: Block) -> _Dateline | None:
    return _find(block.text[:_LONGEST_DATELINE], block, block.spans)


def _find(head: str, block: Block, spans: list[tuple[int, int]]) -> _Dateline | None:
    """The dateline at the head of a block, the dates of which stand at the given spans of it."""
    if _DATELINE_MARKS.search(head) is None:
        return None
    head = _SPACE.sub(" ", head)
    found = next((found for form in _DATELINES if (found := form.match(head))), None)
    if found is not None:
        return _Dateline(found.end(), found["place"], is_sure=True)
    if (
        (found := _UNDASHED.match(head)) is not None
        and (_begins(found["agency"]) or fold(found["agency"].strip(_BRACKETS)) in AGENCIES)
        and _begins(head[found.end() :])
        and _is_dated(found, "when", block, spans)
    ):
        return _Dateline(found.end(), found["place"], is_sure=True)
    found = _DATELINE.match(head)
    if found is None:
        return None
    place, is_reported = _place_of(found)
    group = "day" if found["day"] else "when"
    if place == "":
        return None
    begins = _begins(head[found.end() :])
    if (begins and (is_reported or found["agency"])) or (found[group] and _is_dated(found, group, block, spans)):
        return _Dateline(found.end(), place, is_sure=True)
    # Without an agency or a day only capitals tell a place from the subject of a sentence, which goes on in small
    # letters: "NATO — the alliance of many states — met".
    if found["day"] or not begins or not _is_in_capitals(place):
        return None
    return _Dateline(found.end(), place, is_sure=False)


def _begins(text: str) -> bool:
    """Whether a text may begin a sentence or name: not with a small letter."""
    return not text.lstrip(_OPENERS)[:1].islower()


def _place_of(found: re.Match[str]) -> tuple[str, bool]:
    """The place of a dateline, "" where only a paper or agency stands there; and whether one that is nothing else
    stands beside the place: "COAST.CO, Jakarta - ", "Jakarta, AFP - "."""
    parts = [part.strip() for part in _COMMA.split(f"{found['place']},{found['when'] or ''}") if part.strip()]
    places = [part for part in parts if not _is_outlet(part)]
    if len(places) == len(parts):
        return found["place"], False
    if len(places) != 1 or not _may_be_place(places[0]):
        return "", False
    return places[0], all(part in places or _tells_place(part) for part in parts)


def _is_outlet(part: str) -> bool:
    word = fold(part).split()[0]
    return word in AGENCIES or _DOMAIN.fullmatch(word) is not None


def _tells_place(outlet: str) -> bool:
    """Whether a paper or agency makes the words beside it a place, and is no firm's or network's name in a sentence.

    >>> _tells_place("AFP"), _tells_place("COAST.co"), _tells_place("Coast.co"), _tells_place("AP")
    (True, True, False, False)
    """
    name = fold(outlet)
    if _DOMAIN.fullmatch(name):
        return outlet.partition(".")[0].isupper()
    return name.replace(" ", "-") in AGENCIES_BESIDE_PLACES


def _may_be_place(name: str) -> bool:
    """Whether a name beside a paper or agency may be a place.

    >>> _may_be_place("Cape Town"), _may_be_place("Our partner"), _may_be_place("Disney's Network")
    (True, False, False)
    """
    words = name.split()
    if not name[0].isalpha() or name[0].islower() or words[-1][0].islower() or _POSSESSIVE.search(name):
        return False
    return name.isupper() or fold(words[0]) not in ARTICLES


def _is_in_capitals(place: str) -> bool:
    """Whether a place is in capitals.

    >>> _is_in_capitals("PARIS"), _is_in_capitals("Paris"), _is_in_capitals("INTERVIEW")
    (True, False, False)
    """
    return (
        place.upper() == place
        and place.lower() != place
        and len(place) > 1
        and not has_digit(place)
        and fold(place) not in RELEASE_LABELS
    )


def _is_dated(found: re.Match[str], group: str, block: Block, spans: list[tuple[int, int]]) -> bool:
    """Whether a day stands in a group behind the place, and no other words."""
    if found["place"][0].islower():
        return False
    begin, end = found.span(group)
    within = [
        (date, span) for date, span in zip(block.dates, spans, strict=False) if begin <= span[0] and span[1] <= end
    ]
    if len(within) != 1 or resolve([within[0][0]])[0]["precision"] not in DAY_OR_FINER:
        return False
    first, last = within[0][1]
    before, behind = found[group][: first - begin].strip(), found[group][last - begin :]
    return (before.lower() in _BEFORE_DAY or _REGION.fullmatch(before) is not None) and len(behind) <= _LONGEST_REST
