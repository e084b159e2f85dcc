"""Lines about the article rather than of it, told by their words and dates: bylines, timestamps, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .phrases import (
    BYLINE,
    BYLINE_HEADS,
    BYLINE_TURNS,
    BYLINE_WIDE,
    FURNITURE,
    FURNITURE_HEADS,
    FURNITURE_SENTENCES,
    FURNITURE_SHAPES,
    HOME_WORDS,
    NO_NAMES,
    OUTLETS,
    OUTLETS_BEGIN,
    PHOTO_AGENCIES,
    PHOTO_BRACKET,
    PHOTO_CREDIT,
    PUBLISH_WORDS,
    RELEASE_LABELS,
    ROLES,
    TIMESTAMP_WORDS,
    UPDATE_WORDS,
    begins_with,
)
from .writing import FIRST_WIDE, SENTENCE_END, has_digit, is_unspaced

__all__ = [
    "DAY_OR_FINER",
    "LONGEST_WIDE_NAME",
    "bare_names",
    "byline_names",
    "ends_as_update",
    "furniture_kind",
    "is_by",
    "is_masthead",
    "is_mostly_moment",
    "is_role",
    "is_timestamp",
    "names_beside",
    "reads_as_update",
    "split_names",
]

DAY_OR_FINER = ("day", "hour", "minute", "second")
"""Precisions that a date of publication has."""

_SEPARATOR = re.compile(r"\s*[|·•／丨—–]\s*|\s[-/]\s")
_AND = re.compile(
    r"(\s*[,;、，،]\s*|\s(?:and|und|et|y|e|en|och|og|ja|i|и|та|ve|και|with|و)\s+|\s*(?:和|与|および)\s*|\s&\s)"
)
#: Joints behind which a single word is more often a place or an agency, and those that mean "and" in one language and
#: "in" in another: behind a full name a single word is a place.
_LISTED, _AND_OR_IN = (",", ";", "，", "、", "،"), ("en", "i")
_WIDE_AND = re.compile(r"\s?[·,、\s]\s?")
_COLON = re.compile("[:：]")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s")
_BRACKET = re.compile(r"\s*[(（\[【<].*")
#: Words of a name, particles included; what is longer is a sentence that begins with "By".
_NAME_WORDS = 5
_LEAST_NAME_WORDS = 2
_ROLE_WORDS = 4
_LONGEST_NAMES = 80
LONGEST_WIDE_NAME = 6
"""Of a name in the scripts of East Asia, in characters: Japanese ones have up to five or six."""
#: "Ben Adeyinka at Harbour Park"
_PLACE = re.compile(r"\s(?:at|in|aus|à|en|a|da|de|em|te|i|w|в|у)\s(?=[^\W\d_a-z])")
#: Brackets, bullets and arrows around a call to action.
_ADORNMENT = "[]()-–—*•·+ <>»▶\ufe0f"
#: "| von Inga Buller", "— By Ana Ruiz"
_BYLINE_ADORNMENT = "|·•—– "
#: What stands before a photo credit: the end of the caption's sentence, or a dash. And how long a credit is at most.
_CAPTION_ENDS = '.!?»"”)]。！？」—–|/'
#: What photo credits without one of ":/©" have, and what those of Chinese end in.
_WIDE_CREDIT_MARKS, _CREDIT_ENDS = "：／=＝", ("摄", "攝", "摄）", "攝）", "摄)", "攝)")
_LONGEST_CREDIT = 140
_CREDIT_OPENERS, _CREDIT_CLOSERS = "([（", ")]）"
_MOST_CREDIT_WORDS = 4
#: A call of a few words may end in a stop ("Share this article.").
_FEW_WORDS = 4
_FEW_UNSPACED = 8
#: "Home | News | Sport | Weather"
_LEAST_MENU = 3
_CRUMBS = re.compile(r"\s[>»›/|]\s")
_MOST_CRUMBS = 8
_MASTHEAD_WORDS = 3
_MENU_WORDS = 2
_PUNCTUATION = ".,:：;،؛、，()（）[]/-–—"
#: How many short parts besides the date a timestamp between pipes may have ("Reuters | Paris | Updated 3 May 2024"),
#: and of how many words.
_OTHER_PARTS = 3
_PART_WORDS = 3
_PART_LENGTH = 30
#: Characters besides the dates that such a line may have.
_LONGEST_REST = 90
#: The letters that other words may have in a line of days and clock times, for each character of those.
_MOST_OTHERS = 0.6
_CLOCK = re.compile(r"\d[:h.時시]\s?[0-5]\d(?!\d)")
#: "来源：青河日报 字号：大 中 小": characters of a label, and of a value without one; and what sentences alone have.
_LONGEST_LABEL, _LONGEST_WIDE_VALUE = 6, 4
_WIDE_STOPS = frozenset("，。！？；")


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that a short line is by its words alone, or None.

    >>> furniture_kind("Read more: ten bargains"), furniture_kind("Advertisement"), furniture_kind("Adverts rise")
    ('related', 'advertisement', None)
    """
    lowered = text.strip(_ADORNMENT).lower()
    found = FURNITURE.fullmatch(lowered) if begins_with(FURNITURE_HEADS, lowered) else None
    if found is None and ("/" in lowered or "©" in lowered or "@" in lowered or lowered[:1].isdigit()):
        found = FURNITURE_SHAPES.fullmatch(lowered)
    if found is not None and (not _is_sentence(lowered) or lowered.startswith(FURNITURE_SENTENCES)):
        return found.lastgroup
    if lowered.count(" | ") >= _LEAST_MENU and all(len(part.split()) <= _MENU_WORDS for part in lowered.split(" | ")):
        return "other"
    if text[-1:] in _CREDIT_CLOSERS and PHOTO_BRACKET.fullmatch(lowered, _bracket(lowered)) is not None:
        return "caption"
    if "/" in text and _is_signed_photo(text):
        return "caption"
    if _may_credit(lowered):
        credit = PHOTO_CREDIT.search(lowered, max(0, len(lowered) - _LONGEST_CREDIT))
        if credit is not None and (lowered[: credit.start()].rstrip(" ([（")[-1:] or ".") in _CAPTION_ENDS:
            return "caption"
    return None


def _bracket(text: str) -> int:
    """Where the last bracket of a text begins, its end for none."""
    return max(map(text.rfind, _CREDIT_OPENERS)) + 1 or len(text)


def _is_signed_photo(text: str) -> bool:
    """Whether a line ends in a name and whose picture it is, and no more stands there, or a caption and a dash.

    >>> _is_signed_photo("AP/Ana Ruiz"), _is_signed_photo("Rain in Pell - Ana Ruiz/Coast"), _is_signed_photo("On/Off")
    (True, True, False)
    """
    _, dash, credit = text.rpartition(" - ")
    left, _, right = (part.strip() for part in credit.partition("/"))
    if not left or not right or right.count(" ") >= _MOST_CREDIT_WORDS:
        return False
    if left.lower() in PHOTO_AGENCIES:
        return bare_names(right) != ()
    return (right.lower() in PHOTO_AGENCIES or (dash != "" and right[0].isupper())) and bare_names(left) != ()


def is_masthead(text: str) -> bool:
    """Whether a line over a headline is a row of links to parts of the site, a paper's name or the label of a release.

    >>> is_masthead("Home > News > Pell"), is_masthead("Accueil / Faits divers"), is_masthead("Pell Gazette")
    (True, True, True)
    >>> is_masthead("Rain > sun"), is_masthead("Press release"), is_masthead("Pell Gazette closes")
    (False, True, False)
    """
    lowered = text.strip(_ADORNMENT + ":：").lower()
    if lowered in RELEASE_LABELS:
        return True
    parts = _CRUMBS.split(lowered, maxsplit=_MOST_CRUMBS)
    if len(parts) > 1 and "«" not in text and len(text) <= _LONGEST_REST and text[-1] not in SENTENCE_END:
        return parts[0].strip(" :") in HOME_WORDS or (len(parts) > 2 and "/" not in text and "|" not in text)
    words = text.split()
    return (
        len(words) <= _MASTHEAD_WORDS
        and len(words) > 1
        and all(word[0].isupper() for word in words)
        and not OUTLETS.isdisjoint((words[0].lower(), words[-1].lower()))
    )


def _may_credit(text: str) -> bool:
    """Whether a line has one of the marks that every photo credit has."""
    if ":" in text or "/" in text or "©" in text:
        return True
    return not text.isascii() and (any(mark in text for mark in _WIDE_CREDIT_MARKS) or text.endswith(_CREDIT_ENDS))


def _is_sentence(text: str) -> bool:
    """Whether a text of more than a few words ends like a sentence."""
    if text[-1:] not in SENTENCE_END or text.endswith(("...", "…")):
        return False
    return text.count(" ") >= _FEW_WORDS or (is_unspaced(text[0]) and len(text) > _FEW_UNSPACED)


def byline_names(text: str, until: int | None = None) -> tuple[str, ...]:
    """The authors that a line names; () for a line that is no byline. The names stand before `until`, where a date
    begins.

    >>> byline_names("By Ana Ruiz and Bo Li, Transport Correspondents"), byline_names("By the river")
    (('Ana Ruiz', 'Bo Li'), ())
    >>> byline_names("Von Ada Buller in Kiel"), byline_names("By Ana Ruiz for the Post"), byline_names("김하나 기자")
    (('Ada Buller',), ('Ana Ruiz',), ('김하나',))
    """
    if text[:1] in _BYLINE_ADORNMENT:
        bare = text.lstrip(_BYLINE_ADORNMENT)
        return byline_names(bare, until and until - (len(text) - len(bare))) if bare else ()
    lowered = text.lower()
    if not begins_with(BYLINE_HEADS, lowered):
        return _wide_names(text[:until].strip())
    begun = BYLINE.match(lowered)
    if begun is None or len(lowered) != len(text):  # İ is longer in lower case, and no word for "by" is Turkish
        return ()
    line = text[begun.start("names") : until]
    if "@" in line:
        line = line[: max(line.rfind(" ", 0, line.index("@")), 0)]  # By Ana Ruiz @ana_ruiz
    if line[-1:] in SENTENCE_END and not line.endswith("."):
        return ()
    line = _SEPARATOR.split(line, maxsplit=1)[0].strip(" ,;|")
    if line[:1] >= FIRST_WIDE:
        line = line.replace(" ", "、")  # 记者 方若琳 沈继明
    elif (stop := _SENTENCE.search(line)) is not None:
        line = line[: stop.start()]  # Words by Ana Ruiz. Photographs by Bo Li
    names: list[str] = []
    joint = ""
    for at, part in enumerate(_AND.split(line)):
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
        listed = joint.strip() in _LISTED or (joint.strip() in _AND_OR_IN and names != [] and " " in names[0])
        if not _is_name(name, first=not names, listed=listed):
            break  # a role, a place or a sentence: "Ana Ruiz, transport correspondent"
        names.append(name.rstrip(".") if name[-2:-1].islower() else name)
        if labelled is not None:
            break
    return tuple(names)


def _wide_names(text: str) -> tuple[str, ...]:
    """The names on a byline of East Asia that does not begin with its word.

    >>> _wide_names("[푸른일보 김하나·박두리 기자]"), _wide_names("青河日报记者 李文清 报道"), _wide_names("记者手记")
    (('김하나', '박두리'), ('李文清',), ())
    """
    if text[-1:] < FIRST_WIDE and "@" not in text and text[-1:] not in ("]", ")"):
        return ()
    found = BYLINE_WIDE.fullmatch(text) if len(text) <= _LONGEST_NAMES else None
    return tuple(_WIDE_AND.split(found["behind"] or found["between"])) if found else ()


def is_by(text: str) -> bool:
    """Whether a text begins with a word for "by", whoever it names.

    >>> is_by("by admin"), is_by("to admin")
    (True, False)
    """
    lowered = text.lower()
    return begins_with(BYLINE_HEADS, lowered) and BYLINE.match(lowered) is not None


def bare_names(text: str) -> tuple[str, ...]:
    """The names on a line that holds nothing else, a role or place behind a comma aside: a byline where its place
    says so.

    >>> bare_names("Ana Ruiz, Consumer Affairs Editor"), bare_names("Prices rise"), bare_names("田所真由美、川瀬健")
    (('Ana Ruiz',), (), ('田所真由美', '川瀬健'))
    """
    if len(text) > _LONGEST_NAMES or has_digit(text) or text[-1] in SENTENCE_END + ":：":
        return ()
    names: list[str] = []
    for at, part in enumerate(_AND.split(text)):
        if at % 2:
            continue
        words = _PLACE.split(part, maxsplit=1)[0].split()
        if any(word.lower() in ROLES for word in words):
            break
        if words and words[0].lower() in OUTLETS_BEGIN:
            return tuple(names)
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
    for part in _SEPARATOR.split(text):
        name = part.strip(" ,|" + _PUNCTUATION)
        words = name.lower().split()
        if len(words) < _LEAST_NAME_WORDS or not OUTLETS.isdisjoint(words) or name.lower() in RELEASE_LABELS:
            continue
        if (names := bare_names(name)) and not all(map(_is_plain, words)):
            return names
    return ()


def split_names(text: str) -> list[str]:
    """The parts of a list of names, at its commas and words for "and".

    >>> split_names("Ana Ruiz, Bo Li, and Cy Oh")
    ['Ana Ruiz', 'Bo Li', 'Cy Oh']
    """
    names = (part for piece in _AND.split(text)[::2] for part in _AND.split(f" {piece}")[::2])
    return [part.strip() for part in names if part.strip()]


def is_role(text: str) -> bool:
    """Whether a short line names what somebody does.

    >>> is_role("Political correspondent, Kalmora"), is_role("Reporter"), is_role("Rain on Monday")
    (True, True, False)
    """
    if text.count(" ") >= _ROLE_WORDS or text[-1] in SENTENCE_END:
        return False
    return not ROLES.isdisjoint([word.strip(_PUNCTUATION) for word in text.lower().split()])


def _is_name(name: str, *, first: bool, listed: bool) -> bool:
    """Whether words are a person's or agency's name. Behind a comma a single word is more often a place or an
    agency."""
    words = name.split()
    if len(words) > _NAME_WORDS or has_digit(name):
        return False
    cased = [word for word in words if word[0].upper() != word[0].lower()]
    if not cased:
        return True  # no capitals in this script to go by
    roles = sum(word.lower().strip(".") in ROLES for word in words)
    if roles and (not first or roles == len(words)):
        return False
    capitals = sum(word[0].isupper() for word in cased)
    return (
        cased[0][0].isupper()
        and cased[-1][0].isupper()
        and capitals * 2 >= len(cased)
        and (first or not listed or len(words) > 1)
    )


def is_timestamp(text: str, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a line holds nothing but dates, at the given spans of it, and words that go with a time of publication;
    or that as one part of several that are parted by pipes or dots.

    >>> is_timestamp("Updated 3 May 2024", [(8, 18)]), is_timestamp("Rain on 3 May 2024", [(8, 18)])
    (True, False)
    """
    if len(text) - sum(end - start for start, end in dates) > _LONGEST_REST:
        return False
    for start, end in reversed(dates):
        text = f"{text[:start]} \0 {text[end:]}"
    parts = [part for part in _SEPARATOR.split(text) if part.strip(" |")]
    plain = [part for part in parts if all(_is_plain(word) for word in part.split())]
    if any("\0" in part for part in plain):
        others = len(parts) - len(plain)
        return others <= _OTHER_PARTS and (others == 0 or all(len(part.split()) <= _PART_WORDS for part in parts))
    # 2024年6月3日 14:20 来源：江东日报: a moment first, and whose it is behind it, which is short and has no spaces.
    rest = text.replace("\0", "").strip()
    if text.lstrip().startswith("\0") and rest[:1] >= FIRST_WIDE and len(rest) <= _PART_LENGTH and " " not in rest:
        return True
    if "：" not in rest and not rest.isascii():
        rest = rest.replace(": ", "：")  # 来源: 青河日报
    return "：" in rest and "\0" in text and _is_labelled(rest.split())


def _is_labelled(words: Sequence[str]) -> bool:
    """Whether words of a script without spaces are labels with what belongs to them and no sentence.

    >>> _is_labelled("来源：青河日报 字号：大 中 小".split()), _is_labelled("大桥开通 现场：人山人海".split())
    (True, False)
    """
    labelled = False
    for word in words:
        label, colon, _ = word.partition("：")
        labelled = labelled or (bool(colon) and 0 < len(label) <= _LONGEST_LABEL)
        if _is_plain(word):
            continue
        if not labelled or word[0] < FIRST_WIDE or not _WIDE_STOPS.isdisjoint(word) or len(word) > _PART_LENGTH:
            return False
        if not colon and len(word) > _LONGEST_WIDE_VALUE:
            return False
    return labelled


def _is_plain(word: str) -> bool:
    word = word.strip(_PUNCTUATION).lower()
    return word in ("", "\0") or word in TIMESTAMP_WORDS or word.isdigit() or word.replace(":", "").isdigit()


def reads_as_update(text: str) -> bool:
    """Whether words before a date say that it is when the article was changed, rather than published."""
    lowered = text.lower()
    return any(word in lowered for word in UPDATE_WORDS)


def ends_as_update(before: str, behind: str) -> bool:
    """Whether the words behind a date say so: the last of them, and none before it says that it was published.

    >>> ends_as_update("Am ", " aktualisiert."), ends_as_update("", " | Updated 3 hours ago")
    (True, False)
    """
    lowered = behind.lower()
    if any(word in before.lower() for word in PUBLISH_WORDS):
        return False
    ends = (lowered.rfind(word) + len(word) for word in UPDATE_WORDS if word in lowered)
    return any(" " not in lowered[end:].strip(_PUNCTUATION + " ") for end in ends)


def is_mostly_moment(text: str, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a line that is no sentence holds days and a clock time, and of other words than those of a timestamp
    little: whose it is, or for whom.

    >>> text = "Pell, 3 May 2024 (updated at 14:20)"
    >>> is_mostly_moment(text, [(6, 16)]), is_mostly_moment("3 May 2024, 14:20 Ferry sinks off Pell", [(0, 17)])
    (True, False)
    """
    if len(text) > _LONGEST_REST or text[-1] in SENTENCE_END or _CLOCK.search(text) is None:
        return False
    dated = 0
    for start, end in reversed(dates):
        dated += end - start
        text = f"{text[:start]} {text[end:]}"
    others = sum(sum(map(str.isalpha, word)) for word in text.split() if not _is_plain(word))
    return others <= _MOST_OTHERS * dated
