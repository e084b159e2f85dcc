"""Datelines: where a report was written, and often when and for which agency, at the beginning of its first
paragraph."""

from __future__ import annotations

import re

from ..dates import resolve
from ..phrases import RELEASE_LABELS
from ..text import Block, Wire
from ..timestamps import DAY_OR_FINER
from ..writing import INVISIBLE, fold, has_digit

__all__ = ["dateline_of", "has_dateline"]

#: "NAIROBI (Agency) - ", "BERLIN, 3 May - ", "PARIS — ", "(Agency) - Roma, 6 mag - ", "МОСКВА, 3 мая — Агентство. ": a
#: place in capitals, or with an agency or a day, and a dash.
_DATELINE = re.compile(
    r"""
    (?P<lead>  [(（\[] [^()（）\[\]]{1,40} [)）\]] \s* [—–-] \s* )?                   # an agency
    (?P<place> [^\W\d_] [\w.'’/-]* (?: [ ,/]{1,2} [^\W\d_] [\w.'’/-]* ){0,4}? )     # up to five words
    (?P<rest>  (?: \s* [,،、，] (?P<when> [^()—–-]{1,30}? ) )?                         # a day
               (?: \s [—–-] \s (?P<day> [^()—–-]{3,24}? \d{4} ) )?                     # a day of its own
               (?P<agency> \s* [(（\[] [^()（）\[\]]{1,40} [)）\]] | \s* / [^/]{2,40} / )? )   # an agency
    \s* (?: — | – | \.?-{1,2} ) \s+
    (?: [А-ЯІЇЄҐ][\w-]* (?: [ ][А-ЯІЇЄҐ][\w-]* )? \. \s+ (?=[«"А-ЯІЇЄҐ]) )?           # an agency behind the dash
    """,
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
_DATELINE_MARKS = (" - ", ".- ", "— ", "– ", "--", "日", "/", "=", "】")
#: What stands before the day: "Paris, le 6 mai", "Kiel, den 7. November". Behind a preposition it is a sentence's ("In
#: London, on 6 May 2024 - a Monday - ...").
_ARTICLES = ("", "le", "den", "il", "el", "a", "o")
#: A state or country between the place and the day: "Boston, Mass., January 22, 2025".
_REGION = re.compile(r"[A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?,")
_OPENERS = "\"'“”„«»‘’([ "
#: What may stand behind a day ("2024 г."), in characters.
_LONGEST_REST = 4
_SPACE = re.compile(r"\s")


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
    if found is None or start + found.end() >= first.end:
        return None
    return {
        "text": head[: found.end()],
        "place": " ".join(found["place"].split()),
        "start": start,
        "end": start + found.end(),
    }


def has_dateline(block: Block) -> bool:
    """Whether a line begins with a dateline."""
    return _find(_SPACE.sub(" ", block.text[:_LONGEST_DATELINE]), block, block.spans) is not None


def _find(head: str, block: Block, spans: list[tuple[int, int]]) -> re.Match[str] | None:
    """The dateline at the head of a block, the dates of which stand at the given spans of it."""
    if not any(mark in head for mark in _DATELINE_MARKS):
        return None
    found = next((found for form in _DATELINES if (found := form.match(head))), None) or _DATELINE.match(head)
    if found is None or found.re is not _DATELINE or found["agency"]:
        return found
    # Without an agency or a day only capitals tell a place from the subject of a sentence; "BERLIN" has no small
    # letters.
    if (found["when"] or found["day"]) and _is_dated(found, block, spans):
        return found
    return found if not found["day"] and _is_in_capitals(found["place"], head[found.end() :]) else None


def _is_in_capitals(place: str, behind: str) -> bool:
    """Whether a place is in capitals, and a sentence begins behind it.

    >>> _is_in_capitals("PARIS", "A man"), _is_in_capitals("NATO", "the alliance")
    (True, False)
    """
    return (
        place.upper() == place
        and place.lower() != place
        and len(place) > 1
        and not has_digit(place)
        and fold(place) not in RELEASE_LABELS
        and not behind.lstrip(_OPENERS)[:1].islower()
    )


def _is_dated(found: re.Match[str], block: Block, spans: list[tuple[int, int]]) -> bool:
    """Whether a day stands behind the place, and no other words."""
    if found["place"][0].islower():
        return False
    group = "day" if found["day"] else "when"
    begin, end = found.span(group)
    within = [
        (date, span) for date, span in zip(block.dates, spans, strict=False) if begin <= span[0] and span[1] <= end
    ]
    if len(within) != 1 or resolve([within[0][0]])[0]["precision"] not in DAY_OR_FINER:
        return False
    first, last = within[0][1]
    before, behind = found[group][: first - begin].strip(), found[group][last - begin :]
    return (before.lower() in _ARTICLES or _REGION.fullmatch(before) is not None) and len(behind) <= _LONGEST_REST
