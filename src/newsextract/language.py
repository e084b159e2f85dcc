"""Which language a text is in, cheaply: by script, then by its commonest words, its months and telling letters.

The words and letters are in language.toml.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from itertools import chain

from .errors import InputError

__all__ = ["detect", "likeliest", "stated_tag", "tag"]

#: A language, and whatever script, region and variants follow. Locale names ("en_GB") are taken too.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")

#: Characters of the beginning, and as many of the middle, that are looked at first. They settle 97 texts in 100.
#: One place alone may be a quotation in another language.
GLANCE = 120

#: Evidence that settles it at that glance, and how far the winner must be ahead of the next.
GLANCE_LEAST = 2.0
GLANCE_LEAD = 2.0

#: Beginning and middle of the text that are looked at where that does not, in characters. More makes no difference to
#: the answer: a language shows in a hundred words, and an article that changes language half-way has no single answer.
HEAD = 800
MIDDLE = 300

#: Characters, taken at equal distances from the whole text, that tell the script.
SPREAD = 32

#: Evidence that the winner needs, where a word that only one language has counts 1 and one that n share 1/n: one
#: telling word and a little more. Of texts cut at 80 characters 0.5 % came out wrong so, at 1.0 three times as many.
LEAST = 1.1

#: The same for scripts that few languages write.
LEAST_IN_SCRIPT = 0.9

#: How far the winner must be ahead of the next.
LEAD = 1.3

#: Words that more languages than this share ("a", "de", "na") tell too little to be worth counting.
SHARED = 8

#: With fewer different letters than this a script that several languages share decides nothing by itself.
FEW = 8

_WORD = re.compile(r"[^\W\d_]+")
_KANA = frozenset(map(chr, range(0x3041, 0x30FB)))

#: First code point of each script, in order. The answer for a script is a tag, a group of languages ("latin"), or None.
#: Blocks are taken whole; what lies between them (marks, symbols) is None. Kana go with "han": both stand in one text.
_SCRIPTS: tuple[tuple[int, str | None], ...] = (
    (0x0000, None), (0x0041, "latin"), (0x005B, None), (0x0061, "latin"), (0x007B, None), (0x00C0, "latin"),
    (0x0250, None), (0x0370, "el"), (0x0400, "cyrillic"), (0x0530, "hy"), (0x0590, "he"), (0x0600, "arabic"),
    (0x0700, None), (0x0750, "arabic"), (0x0780, None), (0x08A0, "arabic"), (0x0900, "devanagari"), (0x0980, "bn"),
    (0x0A00, "pa"), (0x0A80, "gu"), (0x0B00, "or"), (0x0B80, "ta"), (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"),
    (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, "bo"), (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"),
    (0x1200, "am"), (0x13A0, None), (0x1780, "km"), (0x1800, "mn"), (0x18B0, None), (0x1E00, "latin"), (0x1F00, "el"),
    (0x2000, None), (0x3041, "han"), (0x3100, None), (0x3130, "ko"), (0x3190, None), (0x3400, "han"), (0xA000, None),
    (0xAC00, "ko"), (0xD7B0, None), (0xF900, "han"), (0xFB00, None), (0xFB50, "arabic"), (0xFE00, None),
    (0xFE70, "arabic"), (0xFF00, None), (0xFF66, "han"), (0xFFA0, None), (0x20000, "han"), (0x40000, None),
)  # fmt: skip
_COMMONEST = {"cyrillic": "ru", "arabic": "ar", "devanagari": "hi", "han": "zh"}
_STARTS = [start for start, _ in _SCRIPTS]

#: A character of these says as much as three letters of an alphabet, and their texts are full of Latin names.
_DENSE = frozenset({"han", "ko"})

#: Characters of everyday Chinese, in simplified then traditional script, that Japanese writes otherwise or hardly uses,
#: and the other way round.
_CHINESE = frozenset(
    "的是吗呢吧你您她它很这们说还为从对个发产业东车长门问间时经过开关冻击农损坏园价济报导领员众电话亿银专买卖书见观规视认识让"
    "议论许设计谈请调负责货质贵费资轮轻转载达运进远选边迟适钱铁错队际陆险难页项顺须预题风飞马验鱼鸟龙"
    "嗎這們說從對會與發實學國經濟價圖氣廣縣鐵戰體點讀賣變總單壓應沒"
)
_JAPANESE = frozenset("円気県広駅売読対価経済発働込図帰戦験権転鉄歳々実単圧応総変労")

_DATA = tomllib.loads(files(__package__).joinpath("language.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = _DATA["words"]
_MONTHS: dict[str, str] = _DATA["months"]
_LETTERS: dict[str, str] = _DATA["letters"]

#: Languages of few articles: their words count half for them, and make no word of another language tell less.
_RARE = frozenset({"af", "be", "ckb", "eu", "gl", "is", "kk", "mk", "mr", "ne", "ps", "sq", "sw", "tl"})


def _evidence() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word or letter -> the languages that have it, each with what it counts for that one."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for tag, words in _WORDS.items():
        for word in dict.fromkeys(chain(words.split(), _MONTHS.get(tag, "").split(), _LETTERS.get(tag, ""))):
            having[word].append(tag)
    found = {}
    for word, tags in having.items():
        common = len(set(tags) - _RARE)
        if common <= SHARED:
            found[word] = tuple((tag, 0.5 / len(tags) if tag in _RARE else 1 / common) for tag in tags)
    return found


_EVIDENCE = _evidence()
_KNOWN = frozenset(_EVIDENCE)
#: Of languages that are not rare.
_COMMON = frozenset(word for word, found in _EVIDENCE.items() if not _RARE.issuperset(tag for tag, _ in found))
_TELLING = frozenset(chain.from_iterable(_LETTERS.values()))
_MONTH_NAMES = frozenset(chain.from_iterable(names.split() for names in _MONTHS.values()))
#: Of so few words a name may have one of another language ("Las Vegas", "Des Moines").
_LEAST_TELLING = 2


#: Codes of ISO 639-2 and 639-3, which corpora use ("eng", "cmn_Hani"), and one that was withdrawn. In place of them
#: BCP 47 has the code of two letters.
_LONGER = {
    "af": "afr", "am": "amh", "ar": "ara arb", "az": "aze azj", "be": "bel", "bg": "bul", "bn": "ben",
    "bo": "bod tib", "bs": "bos", "ca": "cat", "cs": "ces cze", "cy": "cym", "da": "dan", "de": "deu ger",
    "el": "ell gre", "en": "eng", "es": "spa", "et": "ekk est", "eu": "baq eus", "fa": "fas per pes", "fi": "fin",
    "fr": "fra fre", "ga": "gle", "gl": "glg", "gu": "guj", "he": "heb iw", "hi": "hin", "hr": "hrv", "hu": "hun",
    "hy": "arm hye", "id": "ind", "is": "ice isl", "it": "ita", "ja": "jpn", "ka": "geo kat", "kk": "kaz",
    "km": "khm", "kn": "kan", "ko": "kor", "lo": "lao", "lt": "lit", "lv": "lav lvs", "mk": "mac mkd", "ml": "mal",
    "mn": "khk mon", "mr": "mar", "ms": "may msa zsm", "my": "bur mya", "nb": "nob", "ne": "nep npi", "nl": "dut nld",
    "nn": "nno", "no": "nor", "or": "ori ory", "pa": "pan", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron rum",
    "ru": "rus", "si": "sin", "sk": "slk slo", "sl": "slv", "sq": "alb als sqi", "sr": "srp", "sv": "swe",
    "sw": "swa swh", "ta": "tam", "te": "tel", "th": "tha", "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd",
    "uz": "uzb uzn", "vi": "vie", "zh": "chi cmn zho",
}  # fmt: skip
_SHORTEST = {code: short for short, codes in _LONGER.items() for code in codes.split()}

#: Codes for a language that nobody told, for several, and for none.
_UNTOLD = frozenset(("und", "mul", "mis", "zxx"))


def tag(language: object) -> str | None:
    """A language as a caller gives it: its BCP 47 tag in the case that the standard writes, None for None, "" and
    "und". Raises InputError for what is none.

    >>> tag("en_gb"), tag("deu"), tag("ZH-hant-tw"), tag("")
    ('en-GB', 'de', 'zh-Hant-TW', None)
    """
    if language is None or language == "":
        return None
    if not isinstance(language, str):
        raise InputError(f"language is {type(language).__name__}; give a str or leave it out")
    if _TAG.fullmatch(language) is None:
        raise InputError(f"language is {language!r}, which is no BCP 47 tag: give one such as 'de' or 'en-GB'")
    code, *rest = language.lower().replace("_", "-").split("-")
    if code in _UNTOLD:
        return None
    # A single letter begins an extension or private use, in which all is lower case.
    plain = next((at for at, part in enumerate(rest) if len(part) == 1), len(rest))
    return "-".join((_SHORTEST.get(code, code), *(_cased(part) for part in rest[:plain]), *rest[plain:]))


def stated_tag(language: str | None) -> str | None:
    """The same for the language that a page states: what is no tag states none.

    >>> stated_tag("en-gb"), stated_tag("English (UK)"), stated_tag(None)
    ('en-GB', None, None)
    """
    return tag(language.strip()) if language and _TAG.fullmatch(language.strip()) else None


def _cased(part: str) -> str:
    """A part of a tag behind the language: regions are in capitals, scripts begin with one."""
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part


def detect(text: str) -> str | None:
    """The language of `text` as a BCP 47 tag without a region; None where there is too little to tell.

    A few hundred characters are looked at, so it takes the same time for a text of any size, and gives the same answer
    for the same text. Chinese is "zh" in both scripts, Norwegian "no" in both forms, Bosnian and Croatian are "hr".

    >>> detect("Frost has damaged fields of tea."), detect("Der Frost hat die Felder beschädigt.")
    ('en', 'de')
    >>> detect("霜で茶畑に被害"), detect("Γεια"), detect("OK 123")
    ('ja', 'el', None)
    """
    script = _script(text[:: max(1, len(text) // SPREAD)].lower())
    if script not in (None, "han", "latin", "cyrillic", "arabic", "devanagari"):
        return script
    glance = _excerpt(text, GLANCE, GLANCE).lower()
    if script == "han":
        return _chinese_or_japanese(set(glance)) or _chinese_or_japanese(set(_excerpt(text, HEAD, MIDDLE)))
    known = _KNOWN.intersection(glance.split())
    if not glance.isascii():
        known |= _TELLING.intersection(glance)
    return _best(known, GLANCE_LEAST, GLANCE_LEAD) or _by_all_words(text, script)


def likeliest(text: str) -> str:
    """The language to read words in where `detect` cannot tell: in Latin letters the one that most of the words that
    tell something speak for, where there are two, or the name of a month; unless as much speaks for English. Else the
    commonest one of the script, and English elsewhere.

    >>> likeliest("le 27 avril"), likeliest("3 мая"), likeliest("Las Vegas"), likeliest("OK 123")
    ('fr', 'ru', 'en', 'en')
    """
    script = _script(text[:: max(1, len(text) // SPREAD)].lower())
    if script != "latin":
        return _COMMONEST.get(script or "", "en")
    text = _excerpt(text, HEAD, MIDDLE).lower()
    known = _COMMON.intersection(word for word in _WORD.findall(text) if len(word) > 1) | _TELLING.intersection(text)
    scores = _scores(known)
    most = max(scores.values(), default=0)
    best = next((tag for tag in _WORDS if scores.get(tag) == most), "en")
    told = [word for word in known if any(tag == best for tag, _ in _EVIDENCE[word])]
    if scores.get("en", 0) * LEAD >= most or (len(told) < _LEAST_TELLING and _MONTH_NAMES.isdisjoint(told)):
        return "en"
    return best


def _script(sample: str) -> str | None:
    """The script of most letters."""
    if sample.isascii() or len(sample.encode("latin-1", "ignore")) > 0.9 * len(sample):
        return "latin"
    counts: dict[str, int] = {}
    for letter in sample:
        script = _SCRIPTS[bisect_right(_STARTS, ord(letter)) - 1][1]
        if script is not None:
            counts[script] = counts.get(script, 0) + (3 if script in _DENSE else 1)
    return max(counts, key=lambda script: (counts[script], script), default=None)


def _chinese_or_japanese(letters: set[str]) -> str | None:
    """Kana decide, unless they are as rare as a quoted name; else characters that only one of the two has."""
    han = sum("\u3400" <= letter <= "\u9fff" for letter in letters)
    if 20 * len(_KANA & letters) > han:
        return "ja"
    japanese, chinese = len(_JAPANESE & letters), len(_CHINESE & letters)
    if japanese != chinese:
        return "ja" if japanese > chinese else "zh"
    return "zh" if han >= FEW else None


def _excerpt(text: str, head: int, middle: int) -> str:
    """So many characters of its beginning, and of the middle of the rest."""
    if len(text) <= head + middle:
        return text
    begin = (len(text) + head - middle) // 2
    return text[:head] + " " + text[begin : begin + middle]


def _by_all_words(text: str, script: str | None) -> str | None:
    """What words cut from their punctuation and telling letters say, in a larger part of the text."""
    text = _excerpt(text, HEAD, MIDDLE).lower()
    known = _TELLING.intersection(text) | _KNOWN.intersection(_WORD.findall(text))
    return _best(known, LEAST if script == "latin" else LEAST_IN_SCRIPT, LEAD)


def _best(known: frozenset[str], least: float, lead: float) -> str | None:
    """The language that these words and letters speak for."""
    scores = _scores(known)
    if not scores:
        return None
    best = max(scores, key=scores.__getitem__)
    most = scores.pop(best)
    return best if most >= max(least, lead * max(scores.values(), default=0)) else None


def _scores(known: Iterable[str]) -> dict[str, float]:
    """How much these words and letters speak for each language."""
    scores: dict[str, float] = {}
    for word in known:
        for tag, weight in _EVIDENCE[word]:
            scores[tag] = scores.get(tag, 0.0) + weight
    return scores
