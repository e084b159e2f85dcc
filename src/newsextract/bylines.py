"""Lines that say who wrote an article: the names in a byline, and those on a line of names alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .phrases import (
    BYLINE,
    BYLINE_CREDITS,
    BYLINE_HEADS,
    BYLINE_TURNS,
    BYLINE_WIDE,
    CONTACT_BESIDE,
    CONTACT_WORDS,
    DEGREES,
    DESKS,
    FOR,
    JOBS,
    JOINTS,
    NEWSROOM,
    NO_NAMES,
    OUTLETS,
    OUTLETS_BEGIN,
    PHOTO_AGENCIES,
    PLACES_BEGIN,
    RELEASE_LABELS,
    ROLES,
    SECTION_NAMES,
    WITH,
    begins_with,
)
from .timestamps import PUNCTUATION, SEPARATOR, is_plain, is_timestamp, says_when
from .writing import FIRST_WIDE, SENTENCE_END, fold, has_digit

__all__ = [
    "LONGEST_WIDE_NAME",
    "bare_names",
    "behind_by",
    "byline_names",
    "is_by",
    "is_contact_label",
    "is_role",
    "is_signed_by_newsroom",
    "names_beside",
    "split_names",
    "wide_name_before",
    "without_role",
]

_WORDS = rf"(?:{'|'.join(JOINTS)})\s+"
_AND = re.compile(rf"(\s*[,;、，،]\s*(?:(?<=\s){_WORDS})?|\s{_WORDS}|\s*(?:和|与|および)\s*|\s&\s)")
#: The same words between names in capitals, some of which are initials there as well: "ROBERT E LEE".
_SHOUTED_AND = re.compile(rf"(\s(?:{'|'.join(JOINTS).upper()})\s)")
#: Joints behind which a single word is more often a place or an agency; and those behind which it is one where a full
#: name stands before: words for "with", and those that mean "and" in one language and "in" or "at" in another.
_LISTED, _BEFORE_PLACE = (",", ";", "，", "、", "،"), frozenset(("en", "i", "a", *WITH))
_COMMAS = "".join(_LISTED) + " "
_BEFORE_OUTLET = frozenset((*JOINTS, *FOR))
_WIDE_AND = re.compile(r"\s?[·,、\s]\s?")
_COLON = re.compile("[:：]")
#: What papers and agencies begin with, and no person's name: "The Associated Press".
_ARTICLE = "the"
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s")
_BRACKET = re.compile(r"\s*[(（\[【<].*")
#: Words of a name, particles included; what is longer is a sentence that begins with "By".
_NAME_WORDS = 5
_LEAST_NAME_WORDS = 2
_ROLE_WORDS = 4
_LONGEST_NAMES = 80
_LONGEST_CASELESS = 40
#: "BBC", but neither "B." nor "III".
_ACRONYM = re.compile(r"(?![IVX]+$)[A-Z]{3,6},?$")
LONGEST_WIDE_NAME = 6
"""Of a name in the scripts of East Asia, in characters: Japanese ones have up to five or six."""
#: "Ben Adeyinka at Harbour Park"
_PLACE = re.compile(r"\s(?:at|in|aus|à|en|a|da|de|em|te|i|w|в|у)\s(?=[^\W\d_a-z])")
#: Four characters or more, as most Japanese names have, or two parts; the last is none that papers, places and
#: their parts end in, and none says when (更新, 公開).
_WIDE_NAME = re.compile(
    r"""
    (?= \w{4,6} $ | \w{1,3}\ \w{1,3} $ ) (?! .*[日時更新公開掲載配信] )
    [一-鿿] [一-鿿ぁ-ゟ々\ ]+ (?<! [社報聞网網台局紙誌部版館市県区町党会] )
    """,
    re.VERBOSE,
)
#: Markdown's emphasis and links, in which a name or the whole line may stand.
_MARKED = re.compile(r"[*_\w]\*|\*[*_\w]|\b_|_\b|\]\(")
_LINK = re.compile(r"\[([^\[\]]{0,100})\]\([^()\s]{0,1000}\)")
_EMPHASIS = {ord("*"): None, ord("_"): None}
#: "| von Inga Buller", "— By Ana Ruiz"
_BYLINE_ADORNMENT = "|·•—– "


def byline_names(text: str, dates: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """The authors that a line names; () for a line that is no byline. The names stand before its dates, which stand at
    the given spans of it.

    >>> byline_names("By Ana Ruiz and Bo Li, Transport Correspondents"), byline_names("By the river")
    (('Ana Ruiz', 'Bo Li'), ())
    >>> byline_names("By Ana Ruiz, Bo Li, and Cy Oh"), byline_names("By Ana Ruiz, City Editor, and Bo Li in Pell")
    (('Ana Ruiz', 'Bo Li', 'Cy Oh'), ('Ana Ruiz', 'Bo Li'))
    >>> byline_names("By Ana Ruiz farming correspondent"), byline_names("By Daily Gazette Reporter")
    (('Ana Ruiz',), ())
    >>> byline_names("By Ana Ruiz, San Orsa, California"), byline_names("By Ana Ruiz, New Pell, and Bo Li, Orsa")
    (('Ana Ruiz',), ('Ana Ruiz', 'Bo Li'))
    >>> byline_names("Von Ada Buller in Kiel"), byline_names("By Ana Ruiz for the Post"), byline_names("김하나 기자")
    (('Ada Buller',), ('Ana Ruiz',), ('김하나',))
    """
    until = dates[0][0] if dates else len(text)
    bare = text[:until]
    if ("*" in text or "_" in text or "](" in text) and _MARKED.search(text):
        bare = _unmarked(bare)
    bare = bare.lstrip(_BYLINE_ADORNMENT)
    if bare != text[:until]:
        cut = until - len(bare)
        return byline_names(bare + text[until:], [(start - cut, end - cut) for start, end in dates]) if bare else ()
    begun = behind_by(text)
    if begun is None:
        return _wide_names(_without_plain(text[:until]))  # 記者王小明／台北報導
    line = text[begun:until]
    if dates:
        line = _before_dates(text, begun, dates)
    if "@" in line:
        line = line[: max(line.rfind(" ", 0, line.index("@")), 0)]  # By Ana Ruiz @ana_ruiz
    if line[-1:] in SENTENCE_END and not line.endswith("."):
        return ()
    line = BYLINE_CREDITS.sub("", line)
    line = _without_outlet(SEPARATOR.split(line, maxsplit=1)[0].strip(" ,;|"))
    if line[:1] >= FIRST_WIDE:
        line = line.replace(" ", "、")  # 记者 方若琳 沈继明
    elif (stop := _SENTENCE.search(line)) is not None:
        line = line[: stop.start()]  # Words by Ana Ruiz. Photographs by Bo Li
    names: list[str] = []
    joint = ""
    is_behind_role = False
    for at, part in enumerate(_parts(line)):
        if at % 2:
            joint = part
            continue
        name = BYLINE_TURNS.sub("", _BRACKET.sub("", part)).strip(" ,:：")
        if not name or name in NO_NAMES:
            continue
        labelled = _COLON.search(name)
        if labelled is not None:  # Text: Ana Ruiz, Fotos: Bo Li
            name = name[: max(name.rfind(" ", 0, labelled.start()), 0)]
        if not name:
            break
        is_behind_name = names != [] and " " in names[0]
        listed = joint.strip() in _LISTED or (is_behind_name and joint.strip(_COMMAS) in _BEFORE_PLACE)
        if OUTLETS.isdisjoint(fold(name).split()):
            name = without_role(name)  # Ana Ruiz political editor, and not: Coast Gazette Reporter
        is_place = is_behind_name and joint[:1] in _LISTED and fold(name).split()[0] in PLACES_BEGIN
        if is_place or not _is_name(name, first=not names, listed=listed):
            if names and (is_place or is_role(name) or fold(name).replace(".", "") in DEGREES):
                is_behind_role = True
                continue
            break  # a place or a sentence
        if is_behind_role and not (" " in name and joint[:1] in _LISTED and joint.strip() not in _LISTED):
            break  # By Ana Ruiz, Editor, Calmora; By Ana Ruiz, Transport Editor, and Bo Li
        name = without_role(name)
        names.append(name.rstrip(".") if name[-2:-1].islower() else name)
        if labelled is not None:
            break
    return tuple(names)


def _unmarked(text: str) -> str:
    """
    >>> _unmarked("By [Ana Ruiz](https://coast.example/ana)"), _unmarked("*By **Bo Li***")
    ('By Ana Ruiz', 'By Bo Li')
    """
    return _LINK.sub(r"\1", text).translate(_EMPHASIS).strip()


def _before_dates(text: str, begun: int, dates: Sequence[tuple[int, int]]) -> str:
    """What stands between a word for "by" and the dates behind it, without the words that lead over to them: such as
    say that it was published or changed, and others where nothing but a moment follows.

    >>> _before_dates("By Ana Ruiz Updated: 3 May 2024", 3, [(21, 31)]), _before_dates("By Bo on 3 May", 3, [(9, 14)])
    ('Ana Ruiz', 'Bo')
    >>> _before_dates("By Pope John on 3 May 2024 named to the see", 3, [(16, 26)])
    'Pope John on'
    """
    until = dates[0][0]
    whole = line = text[begun:until].rstrip()
    said, lets_on = says_when(text[:begun]), False
    while (space := line.rfind(" ")) > 0:
        word = line[space + 1 :]
        if not is_plain(word) or not word.strip(PUNCTUATION):
            break
        if says_when(word):
            said = True
        elif not word[0].isupper():
            lets_on = True
        elif not said or line.count(" ") < _LEAST_NAME_WORDS:
            break  # By Ana Page, 3 May 2024
        line = line[:space].rstrip()
    if lets_on and not (said and text[-1] not in SENTENCE_END):
        return line if is_timestamp(text[until:], [(start - until, end - until) for start, end in dates]) else whole
    return line


def _without_outlet(line: str) -> str:
    """Names without the paper or agency that a slash, its article or its capitals set apart.

    >>> _without_outlet("Ana Ruiz/The Gazette"), _without_outlet("AP/Ana Ruiz"), _without_outlet("Ana Ruiz/Bo Li")
    ('Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz, Bo Li')
    >>> _without_outlet("Ana Ruiz BBC News, Leeds"), _without_outlet("ANA RUIZ AND BO LI")
    ('Ana Ruiz', 'ANA RUIZ AND BO LI')
    """
    if "/" in line:
        line = ", ".join(filter(None, ("" if _is_outlet(part) else part.strip() for part in line.split("/")))) or line
    words = line.split()
    for at, word in enumerate(words[_LEAST_NAME_WORDS:], _LEAST_NAME_WORDS):
        if word.endswith((",", "،")) or words[at - 1].endswith((",", "،")):
            break
        if word == "The" or (_ACRONYM.match(word) and not _is_shouted(words[:at], words[at + 1 : at + 2])):
            if fold(words[at - 1]) in _BEFORE_OUTLET:
                at -= 1  # Le Courrier avec AFP
            return " ".join(words[:at])
    return line


def _is_shouted(names: list[str], behind: list[str]) -> bool:
    """Whether names are in capitals, as those behind them are, and no paper goes on behind a word of capitals.

    >>> _is_shouted(["ANA", "RUIZ", "and"], ["LI"]), _is_shouted(["ANA", "RUIZ"], ["News"])
    (True, False)
    """
    return all(name.isupper() or name in JOINTS for name in names) and OUTLETS.isdisjoint(map(fold, behind))


def _is_outlet(part: str) -> bool:
    """Whether what a slash parts from a name is a paper, an agency or the place of a report."""
    words = fold(part).split()
    if not words:
        return True
    if part.strip()[0] >= FIRST_WIDE:
        return part.strip().endswith(("报道", "報導"))
    return words[0] == _ARTICLE or words[0] in PHOTO_AGENCIES or not OUTLETS.isdisjoint(words[-2:]) or part.isupper()


def without_role(name: str) -> str:
    """A name without the role behind it.

    >>> without_role("Ana Ruiz Political editor"), without_role("Ana Ruiz"), without_role("Senior Content Editor")
    ('Ana Ruiz', 'Ana Ruiz', 'Senior Content Editor')
    """
    words = name.split()
    told = [fold(word) in ROLES or fold(word) in DESKS for word in words]
    end = len(words)
    while end and told[end - 1]:
        end -= 1
    if end < _LEAST_NAME_WORDS or fold(words[0]) == _ARTICLE or any(told[:end]) or fold(words[-1]) not in ROLES:
        return name
    return " ".join(words[:end])


def _without_plain(text: str) -> str:
    """A text without the words at its end that lead over to a time: "김하나 기자 입력"."""
    words = text.split(" ")
    while words and is_plain(words[-1]):
        words.pop()
    return " ".join(words)


def _wide_names(text: str) -> tuple[str, ...]:
    """The names on a byline of East Asia that does not begin with its word.

    >>> _wide_names("[푸른일보 김하나·박두리 기자]"), _wide_names("青河日报记者 李文清 报道"), _wide_names("记者手记")
    (('김하나', '박두리'), ('李文清',), ())
    """
    if text[-1:] < FIRST_WIDE and "@" not in text and text[-1:] not in ("]", ")"):
        return ()
    found = BYLINE_WIDE.fullmatch(text) if len(text) <= _LONGEST_NAMES else None
    return tuple(_WIDE_AND.split(found["behind"] or found["between"] or found["placed"])) if found else ()


def is_by(text: str) -> bool:
    """Whether a text begins with a word for "by", whoever it names.

    >>> is_by("by admin"), is_by("to admin")
    (True, False)
    """
    return behind_by(text) is not None


def is_signed_by_newsroom(text: str) -> bool:
    """Whether a line says that the newsroom wrote the article, or a part of it, and nobody of a name.

    >>> is_signed_by_newsroom("By Web Desk"), is_signed_by_newsroom("By Ana Ruiz, Sports Desk")
    (True, False)
    """
    begun = behind_by(text)
    return begun is not None and _is_newsroom(text[begun:])


def _is_newsroom(name: str) -> bool:
    return len(name) <= _LONGEST_CASELESS and "," not in name and NEWSROOM.fullmatch(fold(name)) is not None


def behind_by(text: str) -> int | None:
    """Where the names begin in a text that begins with a word for "by"; None for another.

    >>> behind_by("Written by: Ana Ruiz")
    12
    """
    lowered = fold(text)
    found = BYLINE.match(lowered) if begins_with(BYLINE_HEADS, lowered) else None
    return found.start("names") if found else None


def bare_names(text: str) -> tuple[str, ...]:
    """The names on a line that holds nothing else, a role or place behind a comma aside: a byline where its place
    says so.

    >>> bare_names("Ana Ruiz, Consumer Affairs Editor"), bare_names("Prices rise"), bare_names("田所真由美、川瀬健")
    (('Ana Ruiz',), (), ('田所真由美', '川瀬健'))
    >>> bare_names("The Bridge"), bare_names("World Politics"), bare_names("社会")
    ((), (), ())
    """
    if not 0 < len(text) <= _LONGEST_NAMES or has_digit(text) or text[-1] in SENTENCE_END or _COLON.search(text):
        return ()
    names: list[str] = []
    for at, part in enumerate(_parts(text)):
        if at % 2:
            continue
        words = _PLACE.split(part, maxsplit=1)[0].split()
        if any(fold(word) in ROLES for word in words) or (words and fold(words[-1]) in JOBS):
            break
        if names and words and fold(words[0]) in PLACES_BEGIN:
            break
        if words and (fold(words[0]) in OUTLETS_BEGIN or fold(words[0]) == _ARTICLE):
            return tuple(names)
        if part.strip() in SECTION_NAMES or all(fold(word) in DESKS or fold(word) in OUTLETS for word in words):
            return tuple(names)  # World Politics
        cased = words and words[0][0].upper() != words[0][0].lower()
        if cased and not (
            _LEAST_NAME_WORDS <= len(words) <= _NAME_WORDS and words[0][0].isupper() and words[-1][0].isupper()
        ):
            return () if not names else tuple(names)
        if not cased and not 2 <= len(part) <= LONGEST_WIDE_NAME:
            return ()
        names.append(" ".join(words))
    return tuple(names)


def names_beside(text: str, dates: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The names on a line of dates, at the given spans of it, in a part that a pipe, a dot, a dash or a comma sets
    apart; no paper's.

    >>> names_beside("Ana Ruiz | 3 May 2024", [(11, 21)]), names_beside("Pell Gazette - 3 May 2024", [(15, 25)])
    (('Ana Ruiz',), ())
    """
    for start, end in reversed(dates):
        text = f"{text[:start]}|{text[end:]}"
    for part in SEPARATOR.split(text):
        name = part.strip(" ,|" + PUNCTUATION)
        words = fold(name).split()
        if len(words) < _LEAST_NAME_WORDS or not OUTLETS.isdisjoint(words) or fold(name) in RELEASE_LABELS:
            continue
        if (names := bare_names(name)) and not all(map(is_plain, words)):
            return names
    return ()


def wide_name_before(text: str, dates: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The Japanese name on a line that goes on with dates, at the given spans of it, and holds nothing else; no name of
    a paper or place, and no label.

    >>> wide_name_before("山田花子 5月8日 17:30", [(5, 15)]), wide_name_before("毎朝新聞 5月8日 17:30", [(5, 15)])
    (('山田花子',), ())
    """
    begin, end = dates[0][0], dates[-1][1]
    name = text[:begin].strip()
    return (name,) if text[end:].strip() == "" and _WIDE_NAME.fullmatch(name) is not None else ()


def split_names(text: str) -> list[str]:
    """The parts of a list of names, at its commas and words for "and".

    >>> split_names("Ana Ruiz, Bo Li, and Cy Oh")
    ['Ana Ruiz', 'Bo Li', 'Cy Oh']
    """
    return [part.strip() for part in _parts(text)[::2] if part.strip()]


def _parts(text: str) -> list[str]:
    """The parts of a list of names, with what joins them between. In capitals a joint is one between names of several
    words alone.

    >>> _parts("ANA RUIZ Y BO LI"), _parts("Ana Ruiz and Bo Li"), _parts("ROBERT E LEE")
    (['ANA RUIZ', ' Y ', 'BO LI'], ['Ana Ruiz', ' and ', 'Bo Li'], ['ROBERT E LEE'])
    """
    parts: list[str] = []
    for part in _AND.split(text):
        shouted = _SHOUTED_AND.split(part) if part.isupper() else ()
        parts += shouted if shouted and all(" " in name.strip() for name in shouted[::2]) else (part,)
    return parts


def is_contact_label(text: str) -> bool:
    """Whether a line stands over the name of somebody to ask, who is no author.

    >>> is_contact_label("Media Contact:"), is_contact_label("First contact")
    (True, False)
    """
    if len(text) > _LONGEST_CASELESS:
        return False
    words = fold(text).replace(":", " ").replace("：", " ").split()
    return not CONTACT_WORDS.isdisjoint(words) and (
        text[-1] in ":：" or all(word in CONTACT_WORDS or word in CONTACT_BESIDE for word in words)
    )


def is_role(text: str) -> bool:
    """Whether a short line names what somebody does.

    >>> is_role("Political correspondent, Kalmora"), is_role("Reporter"), is_role("Rain on Monday")
    (True, True, False)
    """
    if text.count(" ") >= _ROLE_WORDS or text[-1] in SENTENCE_END:
        return False
    return not ROLES.isdisjoint([word.strip(PUNCTUATION) for word in fold(text).split()])


def _is_name(name: str, *, first: bool, listed: bool) -> bool:
    """Whether words are a person's or agency's name. Behind a comma a single word is more often a place or an
    agency."""
    words = name.split()
    if len(words) > _NAME_WORDS or has_digit(name) or _is_newsroom(name):
        return False
    cased = [word for word in words if word[0].upper() != word[0].lower()]
    if not cased:  # no capitals in this script to go by
        if not any(map(str.isalpha, name)) or len(name) > _LONGEST_CASELESS:
            return False
        return first or not listed or len(words) > 1 or name[0] >= FIRST_WIDE
    lowered = [fold(word).strip(".") for word in words]
    roles = sum(word in ROLES for word in lowered)
    if roles and (not first or all(word in ROLES or word in DESKS or word in OUTLETS for word in lowered)):
        return False  # Daily Mail Reporter
    capitals = sum(word[0].isupper() for word in cased)
    return (
        cased[0][0].isupper()
        and cased[-1][0].isupper()
        and capitals * 2 >= len(cased)
        and (first or not listed or len(words) > 1)
    )
