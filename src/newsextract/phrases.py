"""The set phrases of newsrooms, in many languages: what a byline, an update line or a piece of furniture begins with.

The phrases themselves are in phrases.toml; here they become what lines are matched against, which `writing.fold` has
put in lower case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

__all__ = [
    "AGENCIES",
    "AGENCIES_BESIDE_PLACES",
    "ARTICLES",
    "BYLINE",
    "BYLINE_CREDITS",
    "BYLINE_HEADS",
    "BYLINE_TURNS",
    "BYLINE_WIDE",
    "BY_IN",
    "CONTACT_BESIDE",
    "CONTACT_WORDS",
    "DEGREES",
    "DESKS",
    "FOR",
    "FURNITURE_SENTENCES",
    "FURNITURE_SHAPES",
    "HOME_WORDS",
    "JOBS",
    "JOINTS",
    "LINK_LABELS",
    "NEWSROOM",
    "NO_NAMES",
    "OUTLETS",
    "OUTLETS_BEGIN",
    "PART_WORDS",
    "PHOTO_AGENCIES",
    "PHOTO_BRACKET",
    "PHOTO_CREDIT",
    "PHOTO_WORDS",
    "PHOTO_WORDS_WIDE",
    "PLACES_BEGIN",
    "PUBLISH_WORDS",
    "RECEIVED_WORDS",
    "RELEASE_LABELS",
    "ROLES",
    "SAYS_WHO",
    "SECTION_NAMES",
    "SECTION_WORDS",
    "SUMMARY_LABELS",
    "TIMESTAMP_WORDS",
    "UPDATE_WORDS",
    "VERDICT_LABELS",
    "WITH",
    "begins_with",
    "match_furniture",
]

#: In lower case as they stand there, and folded but for that.
_PHRASES = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8").replace("ı", "i"))
_BY = _PHRASES["byline"]
_FURNITURE: dict[str, list[str]] = _PHRASES["furniture"]

BY_IN: dict[str, str] = _BY["alone"]
"""Words for "by" of one language alone, by its tag."""

ROLES = frozenset(_BY["roles"].split())
"""Words of roles, which stand beside names in a byline and are none."""

JOBS = frozenset(_BY["jobs"].split())
"""The last words of what others do, who are named in releases."""

CONTACT_WORDS, CONTACT_BESIDE = (frozenset(_PHRASES["contact"][each].split()) for each in ("words", "beside"))
"""Words of a label over the name of somebody to ask ("Media contact"), and those that stand beside them."""

DESKS = frozenset(_BY["desks"].split())
"""Words that stand before those."""

OUTLETS, OUTLETS_BEGIN = frozenset(_BY["outlets"].split()), frozenset(_BY["outlets_begin"].split())
"""Words of the names of papers, and those that may begin such a name and no author's."""

ARTICLES = frozenset(_BY["articles"].split())
"""Articles, which begin the names of some places and much else."""

PLACES_BEGIN = frozenset(_BY["places"].split())
"""Words that begin the names of places, and of no person."""

SUMMARY_LABELS = frozenset(_PHRASES["summary"]["labels"])
"""Labels over the points of a summary, in lower case."""

VERDICT_LABELS = frozenset(_PHRASES["summary"]["verdicts"])
"""Labels over what speaks for a thing and over what speaks against it."""

LINK_LABELS = frozenset(_PHRASES["links"]["labels"])
"""What stands alone over a link to another article, in the middle of one."""

RELEASE_LABELS = frozenset(_PHRASES["release"]["labels"])
"""Labels of releases and of kinds of articles, which head them and are neither place nor headline."""

HOME_WORDS = frozenset(_PHRASES["breadcrumb"]["home"])
"""What the first of a row of links to parts of a site says."""

PART_WORDS = frozenset(_PHRASES["summary"]["part"].split())
"""Words that begin the heading of a part of a list of ingredients: "For the icing"."""

TIMESTAMP_WORDS = frozenset(_PHRASES["timestamp"]["words"].split())
"""Words that may stand beside a date and leave the line a timestamp."""

SECTION_NAMES = frozenset(_PHRASES["sections"]["names"].split())
"""Names of parts of papers that look like those of persons, in scripts without capitals."""

SECTION_WORDS = frozenset(_PHRASES["timestamp"]["section"].split())
"""Words between the date of a post and the part of the site that it stands in."""

UPDATE_WORDS = tuple(_PHRASES["timestamp"]["update"])
"""Words that make a timestamp one of an update."""

PUBLISH_WORDS = tuple(_PHRASES["timestamp"]["publish"])
"""Words that make it one of the publication."""

RECEIVED_WORDS = tuple(_PHRASES["timestamp"]["received"])
"""Words that make it one of the days before that."""

DEGREES = frozenset(_BY["degrees"].split())
"""Degrees, which stand behind names and are none; without their stops."""

BYLINE = re.compile(
    "(?:"
    rf"(?:{'|'.join(_BY['spaced'])})(?:\s*[:：]\s*|(?<=[:：])\s*|\s+)"
    rf"|(?:{'|'.join(_BY['unspaced'])})\s*[:：/／|｜丨=＝\s]\s*"
    # The longest first: nothing parts these from a name, and one of them may begin another.
    rf"|(?:{'|'.join(sorted(_BY['joined'], key=len, reverse=True))})\s*[:：]?\s*"
    r")(?P<names>\S.*)"
)
"""The head of a byline in lower case; `names` is what stands behind the word for "by"."""

BYLINE_WIDE = re.compile(
    rf"""
      [\[(（【]? \s? (?: [^\s\[\]()（）【】=]{{2,20}} [\s=] )?                # [푸른일보 김하나 기자]
      (?P<behind> (?! {"|".join(_BY["titles"])} ) [가-힣]{{2,4}} (?: \s? [·,、] \s? [가-힣]{{2,4}} )* )
      \s? (?:{"|".join(_BY["titles"])})? (?:{"|".join(_BY["behind"])}) \s? [\])）】]?
      (?: \s? [\w.+-]{{1,64}}@[\w.-]{{1,64}} )?
    | [一-鿿]{{2,8}} [社报報网網台] (?:见习|实习|特约)? [记記]者 \s* [:：\s] \s*          # 青河日报记者 李文清 报道
      (?P<between> [一-鿿]{{2,4}} (?: [\s、] [一-鿿]{{2,4}} )*? )
      (?: \s* (?:{"|".join(_BY["reported"])}) )?
    | [\[(（【〔]? (?:本报|本報 | [一-鿿]{{2,8}} [社报報网網台] \s?)? [记記]者 \s?     # 【記者王小明／台北報導】
      (?P<placed> [一-鿿]{{2,4}} (?: [\s、] [一-鿿]{{2,4}} )* )
      \s? [／/] [一-鿿]{{2,8}}? (?:{"|".join(_BY["reported"])}) [\])）】〕]?
    """,
    re.VERBOSE,
)
"""A whole byline of East Asia that does not begin with its word; the names are in `behind`,
`between` or `placed`."""

BYLINE_CREDITS = re.compile(rf"[\s、，・·](?:{'|'.join(_BY['credits'])})\s?[:：/／|｜丨=＝].*")
"""What stands behind the names in a byline of East Asia: who took the pictures, "、撮影＝佐藤花子"."""

SAYS_WHO = re.compile(rf"(?:(?P<dash>[ ,.!?…][—–-])|,) (?:a |ha )?(?:{'|'.join(_PHRASES['speech']['says'].split())}) ")
"""A dash or comma and a word of saying inside a line, behind what is said: "- We stay - says the mayor"."""

NO_NAMES = frozenset(_BY["behind"] + _BY["reported"] + _BY["between"])
"""Words of East Asia that stand beside names as names do."""

WITH = tuple(_BY["with"].split())
"""Words for "with" between the names of two authors."""

JOINTS = (*_BY["and"].split(), *WITH)
"""All words between the names of two authors."""

FOR = tuple(_BY["for"].split())
"""Words between a name and the paper that the report is for."""

NEWSROOM = re.compile(_BY["newsroom"].replace("{parts}", f"(?:{'|'.join(sorted(DESKS | OUTLETS))})"))
"""The newsroom of a paper or a part of it, which signs as nobody: "Web Desk", "Redazione Cronache"."""

BYLINE_TURNS = re.compile(
    rf"\s(?:(?:{'|'.join(_BY['from'].split())})\s(?:(?:{'|'.join(_BY['articles'].split())})\s)?(?=[^\W\d_a-z])"
    rf"|(?i:{'|'.join(FOR)})\s).*"
)
"""What stands behind a name: the place that the report is from, or the paper that it is for."""

FURNITURE_SHAPES = re.compile(
    r"""
      (?P<copyright> [^.!?©]{0,60} ©.* )                                      # Terms | Privacy | © 2024
    | (?P<credit>    [a-zäöüéèàçñ]{2,4} (?: / [a-zäöüéèàçñ]{2,4} )+           # sm/yk
                   | (?: [\w-]{1,10} [:：] \s? )?                              # ana.ruiz@coast.example, @ana_ruiz
                     (?: [\w.+-]{1,64} @ [\w-]{1,64} (?: \.[\w-]{1,64} ){1,4} | @ \w{2,30} ) )
    | (?P<other>     \d{1,3} [\s-] min(?:ute)?s? (?:\s read)?                   # 5 min read
                   | \d{1,5} \s (?: comments? | kommentare? | commentaires? | comentarios? | commenti | comentários?
                                  | reacties | комментари[йяев]+ | shares? | views? ) )  # 27 comments
    """,
    re.VERBOSE,
)
"""The same for lines that no phrase begins."""

PHOTO_CREDIT = re.compile(
    r"""
    (?:photos?|photograph|fotos?|фото|bild|image|imagen|imagem|picture|beeld|kuva)
    (?:\s(?:by|credit|courtesy))? \s? [:：/©] \s? \S [^.!?]{0,60} (?:\.\s[^.!?:]{1,30}:[^.!?]{1,40})? [)\]]? \.? $
    | (?:图源|圖源|图片|圖片|写真|画像|撮影|사진(?:\s?제공)?) \s? [:：/／=＝©] \s?    # 写真＝江東日報
      [^\s。！？] [^。！？]{0,40} $
    | (?:[一-鿿]{2,6}[社报報网網])? (?:记者|記者|通讯员|通訊員) \s?                       # 江东社记者 王小明 摄
      [^\s。！？，、：]{2,4} (?:\s [^\s。！？，、：]{1,4})? \s? [摄攝] [)）]? $
    | fot\. \s? \S [^.!?]{0,60} $                                                      # / fot. Ewa Lis
    | © \s? [^\W\d] [^\d.!?©|]{1,60} $                                                # © Jean Roux
    """,
    re.VERBOSE,
)
"""The end of a caption, behind a sentence: "A dog on the gallery. Photo: Ana Ruiz"."""

PHOTO_WORDS = ("photo", "foto", "bild", "image", "picture", "beeld", "kuva", "fot.")
PHOTO_WORDS_WIDE = (
    *PHOTO_WORDS, "©", "фото", "图源", "圖源", "图片", "圖片", "写真", "画像", "撮影", "사진", "摄", "攝",
)  # fmt: skip
"""What each such credit has one of; without a letter beyond ASCII, and with some. To look for them takes a tenth of the
time that the expression takes to find nothing."""

PHOTO_BRACKET = re.compile(
    rf"(?:[^:/：]{{0,20}}\s)?(?:(?:{'|'.join(_PHRASES['photo']['words'].split())})"
    r"(?:\s?[:：/©]|\s(?:by|credit|courtesy|de|di|von)\s)|(?:quelle|source|fonte|fuente)\s?:[^/]{1,60}/).{1,80}"
    r"|(?:圖|图|照片|写真|사진)\s?[:：/／=＝].{1,40}|(?!由)[^\s。][^。]{0,40}(?:(?<![でにをが費费料天日時时])提供|供图|供圖|翻攝|翻拍|摄|攝|撮影|제공|촬영|캡처)"
)
"""What the bracket at the end of a caption holds, whatever stands before it: "(Photo by Ana Ruiz/Coastwire)". What is
provided for nothing or all day is no picture: （無料で提供）."""

PHOTO_AGENCIES = frozenset(_PHRASES["photo"]["agencies"].split())
"""Agencies of pictures, which are credited with a name and a slash: "AP/Ana Ruiz"."""

AGENCIES = PHOTO_AGENCIES | frozenset(_PHRASES["photo"]["wires"].split())
"""Those and the agencies and channels of news, which stand in datelines where places do, and are none; a hyphen joins
the words of one."""

AGENCIES_BESIDE_PLACES = AGENCIES.difference(_PHRASES["photo"]["ambiguous"].split())
"""Those that mean nothing else: what stands before one of them and a dash is a place."""

#: What a phrase may begin with: a group of alternatives, perhaps optional; a class of characters; an optional
#: character; plain characters up to the first that means something to the expression.
_GROUP = re.compile(r"\(\?:([^()]*)\)(\??)")
_CLASS = re.compile(r"\[((?:\\.|[^\\^\]])+)\]")
_OPTIONAL = re.compile(r"([^\\\[(])\?")
_PLAIN = re.compile(r"(?:(?:\\\W|[^\\\[\](){}.?*+|^$])(?![?*]))*")


def _literal_heads(phrase: str) -> Iterator[str]:
    """The plain characters that a text matching the phrase begins with, one for each way to begin.

    >>> list(_literal_heads("read (?:more|also)")), list(_literal_heads("(?:à )?lire")), list(_literal_heads("e-?mail"))
    (['read '], ['à ', 'lire'], ['e'])
    """
    if group := _GROUP.match(phrase):
        for alternative in group[1].split("|"):
            yield from _literal_heads(alternative)
        if group[2]:
            yield from _literal_heads(phrase[group.end() :])
    elif characters := _CLASS.match(phrase):
        yield from characters[1].replace("\\", "")
    elif optional := _OPTIONAL.match(phrase):
        yield optional[1]
        yield from _literal_heads(phrase[optional.end() :])
    else:
        plain = _PLAIN.match(phrase)
        yield plain.group().replace("\\", "") if plain else ""


def _heads_of(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """The heads of each phrase."""
    found = {phrase: frozenset(_literal_heads(phrase)) for phrase in phrases}
    if vague := [phrase for phrase, heads in found.items() if "" in heads]:
        raise ValueError(f"phrases must begin with plain characters: {vague}")
    return found


def _by_beginning(heads: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The heads by their first two characters, and those of a single character by that."""
    found: dict[str, set[str]] = {head[:2]: {head[:1]} & heads for head in heads}
    for head in heads:
        for beginning in found.keys() & {head[:1], head[:2]}:
            found[beginning].add(head)
    return {beginning: tuple(sorted(each)) for beginning, each in found.items()}


_HEADS_OF_FURNITURE = _heads_of(phrase for each in _FURNITURE.values() for phrase in each)
_FURNITURE_HEADS = _by_beginning(frozenset().union(*_HEADS_OF_FURNITURE.values()))
FURNITURE_SENTENCES = tuple(_PHRASES["sentences"]["heads"])
"""What furniture that is a whole sentence begins with."""
BYLINE_HEADS = _by_beginning(frozenset().union(*_heads_of(_BY["spaced"] + _BY["unspaced"] + _BY["joined"]).values()))
"""What bylines begin with, by its first two characters (or one): str.startswith over these spares most lines the
expression."""


def begins_with(heads: dict[str, tuple[str, ...]], lowered: str) -> bool:
    """Whether a line in lower case begins with one of the heads."""
    near = heads.get(lowered[:2]) or heads.get(lowered[:1])
    return near is not None and lowered.startswith(near)


def match_furniture(lowered: str) -> re.Match[str] | None:
    """A whole line in lower case as furniture, the last group of the match named as its kind.

    >>> match_furniture("advertisement").lastgroup, match_furniture("adverts rise")
    ('advertisement', None)
    """
    if not begins_with(_FURNITURE_HEADS, lowered):
        return None
    beginning = lowered[:2] if lowered[:2] in _FURNITURE_HEADS else lowered[:1]
    return _furniture(beginning).fullmatch(lowered)


@cache
def _furniture(beginning: str) -> re.Pattern[str]:
    """What furniture that begins so looks like, a named group for each kind; the first that matches wins. All phrases
    in one expression took ten times as long to match, and a line of prose begins like some of them."""
    near = _FURNITURE_HEADS[beginning]
    kinds = {
        kind: [phrase for phrase in each if not _HEADS_OF_FURNITURE[phrase].isdisjoint(near)]
        for kind, each in _FURNITURE.items()
    }
    # Without re.IGNORECASE the engine skips an alternative by its first letter.
    return re.compile(
        "|".join(rf"(?P<{kind}>(?:{'|'.join(each)})(?!\w)\s*[:：.!…>»›→]*)" for kind, each in kinds.items() if each)
    )
