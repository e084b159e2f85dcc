"""Which language a text is in, cheaply: by script, then by its commonest words and telling letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
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

#: The commonest words of each language and the days' names, most of them short; a word under several languages tells
#: less. Written as they stand in lower case, parted by spaces.
_WORDS = {
    "en": "the of and to in is that for it with as was on are by be this at from or have an not has its but were which "
    "their been they will more who said would about when what there can if you your how after new also than his her "
    "we our one had all up out into over some could other two so no just most monday tuesday wednesday thursday friday "
    "saturday sunday",
    "de": "der die das und ist von den mit des ein eine zu auf für im nicht dem sich auch als an es werden aus er bei "
    "sind wird nach einer um am haben einen noch wie über einem so zum hat nur oder zur vor mehr durch man wenn aber "
    "können sie wir ich war kann wurde bis unter sein ihre seine keine diese dieser gegen schon montag dienstag "
    "mittwoch donnerstag freitag samstag sonntag",
    "fr": "le la les de des du et est un une en dans que qui pour pas sur par au plus avec ce il ne se aux sont son "
    "cette ont mais ou été nous vous comme leur elle ces sa ses fait être après aussi très sans deux entre même où y "
    "je ils l qu on lundi mardi mercredi jeudi vendredi samedi dimanche selon depuis",
    "es": "el la los las de del y en que un una es por con para se no su al lo como más sus ha este esta pero son fue "
    "entre sobre también hasta desde muy sin hay ya cuando años está ser dos han porque todo era según le nos o tras "
    "lunes martes miércoles jueves viernes sábado domingo qué cómo si",
    "it": "il la di che e è per un una del della in non con le dei gli i da al alla si sono come più anche nel nella "
    "delle ha ma lo dal questo questa sul dalla suo sua degli ai stato essere anni ed o se cui tra dopo ho l "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica sulla perché molto",
    "pt": "o a os as de do da dos das em no na que um uma é para com não por mais se ao foi são pela pelo como sua seu "
    "também às já ou nos nas mas anos entre até está ser tem à muito quando sobre você isso segunda terça quarta "
    "quinta sexta domingo após segundo esta este depois ele ela",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als door naar bij of dan uit nog "
    "maar wordt werd heeft worden deze over meer tot je we zich hij ze kan geen dit veel wel hebben onder wat na was "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag jaar",
    "sv": "och att det i en som är av för på med den till inte har de ett om men var sig från vi så kan när han hon "
    "också eller efter vid ska under mer nu jag där alla skulle blir över år ut sin kommer mot finns måndag tisdag "
    "onsdag torsdag fredag lördag söndag",
    "da": "og at det i en er af for på med den til ikke har de et om men var sig fra vi så kan når han hun også eller "
    "efter ved skal under mere nu jeg der som blev bliver over år ud sin være mod hvor meget nogle mandag tirsdag "
    "onsdag torsdag fredag lørdag søndag dem havde",
    "no": "og at det i en er av for på med den til ikke har de et om men var seg fra vi så kan når han hun også eller "
    "etter ved skal under mer nå jeg der som ble blir over år ut sin være mot hvor mye noen mandag tirsdag onsdag "
    "torsdag fredag lørdag søndag dem hadde sier",
    "fi": "ja on ei että se oli ovat hän mutta myös kun niin kuin sen tai jos ole vain joka nyt mitä siitä sekä vuoden "
    "mukaan jo enemmän jälkeen kanssa voi tämä hänen olla ollut vielä ne vuonna mm noin sitä joita maanantaina "
    "tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
    "pl": "w i na z się nie do że to jest o jak za po od przez dla ale są oraz czy ze co jego już tym być będzie tylko "
    "może tego także roku przed po które który która ma było został lub również a u tej by poniedziałek wtorek środa "
    "środę czwartek piątek sobota sobotę niedziela niedzielę",
    "cs": "a v se na je že s z do to o i k ve pro za by ale si po jako které který od jsou byl podle jeho bude tak "
    "jsme také už být jen nebo před bylo až při roku než více která může jsem pondělí úterý středa středu čtvrtek "
    "pátek sobota sobotu neděle neděli",
    "sk": "a v sa na je že s z do to o i k vo pre za by ale si po ako ktoré ktorý od sú bol podľa jeho bude tak sme "
    "tiež už byť len alebo pred bolo až pri roku než viac ktorá môže som pondelok utorok streda stredu štvrtok piatok "
    "sobota sobotu nedeľa nedeľu aj však",
    "hu": "a az és hogy nem is egy ez volt de meg már csak van ezt azt még mint el ha ki vagy lesz szerint után amely "
    "pedig akkor minden nagyon majd így több sem lehet most mert ami kell lett között hétfő hétfőn kedd kedden szerda "
    "szerdán csütörtök csütörtökön péntek pénteken szombat szombaton vasárnap",
    "ro": "de și în a la că cu pe nu o din un să se pentru care mai este sunt fost ce lui o au am prin după fi cea cel "
    "sau dar dacă fără până iar al ale ei acest această ani între doar foarte luni marți miercuri joi vineri sâmbătă "
    "duminică si sa",
    "tr": "ve bir bu da de için ile çok olarak daha olan en var ne gibi kadar sonra her olduğunu değil ya o ama veya "
    "ise oldu göre ancak hem tarafından şu yeni büyük iki dedi etti mi ki pazartesi salı çarşamba perşembe cuma "
    "cumartesi pazar yıl",
    "id": "yang dan di dengan untuk dari ini itu dalam tidak pada akan ke adalah juga oleh sebagai bisa ada atau "
    "karena telah saat mereka kami saya lebih dapat tersebut bahwa kata orang sudah menjadi para tahun senin selasa "
    "rabu kamis jumat sabtu minggu secara hanya",
    "vi": "và của là có cho không được các trong một những đã với để người này khi đến từ ra vào năm về cũng như tại "
    "nhiều theo sau sẽ còn trên đó phải làm bị nhưng ngày hơn hai ông tôi việc thứ",
    "ca": "el la els les de del dels i en que un una és per amb no es al als com més aquest aquesta però són va ha ser "
    "també sobre entre fins després seva seu han molt hi ja quan anys perquè dilluns dimarts dimecres dijous divendres "
    "dissabte diumenge l",
    "gl": "o a os as de do da dos das en no na que un unha é para con non por máis se ao foi son pola polo como súa "
    "seu tamén xa ou nos nas pero anos entre ata está ser ten moi cando sobre luns martes mércores xoves venres sábado",
    "et": "ja on ei et see oli ka ta kui mis oma aga siis või ning selle kes nii juba seda mida veel pole välja aasta "
    "tema ma mitte üks üle kuid olema pärast sest ole peab võib enne esmaspäeval teisipäeval kolmapäeval neljapäeval "
    "reedel laupäeval pühapäeval",
    "lt": "ir į kad su iš yra tai bet buvo kaip už ne jau per dar apie jo tik taip savo po nuo metų gali kurie kuri "
    "arba jis bus prie iki labai daugiau šiuo pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį "
    "sekmadienį",
    "lv": "un ir ar no par uz ka lai kas tas bet arī kā vai nav ne gada pie jau bija pēc var tikai viņš šo būs līdz "
    "tiek vairāk to savu ja pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien",
    "hr": "i u je na da se za su od s o kako ne što iz bi ili sve kao već koji koja koje nije samo biti po će jer "
    "prema nakon te ali bio godine oko još prije gdje tako može ponedjeljak utorak srijeda četvrtak petak subota "
    "nedjelja",
    "sl": "in je v na za se da so z s ki ne pa tudi kot od po bi iz ali bo ni še pri že le bil bila kako več ko lahko "
    "do leta letih med smo pred to zaradi ponedeljek torek sreda četrtek petek sobota nedelja",
    "sw": "ya na wa kwa ni katika za la cha kuwa hiyo huo hii yake wake kama alisema lakini pia watu baada sana hata "
    "hivyo ambao ambayo huyo wakati mwaka bila zaidi vya yao hapo kwamba nchi mtu wao ndani serikali kutoka ili moja "
    "nchini rais hilo hili wengine mwenye wenye siku mmoja ambapo jumatatu jumanne jumatano alhamisi ijumaa jumamosi "
    "jumapili",
    "eu": "eta da ez du bat dira zen dela izan ere beste egin duen bere hau den hori baina dute dituzte baino gehiago "
    "edo arte bi urte izango zuen dago egun",
    "is": "og að í á er sem til við um en það af ekki með var því fyrir hann hefur frá eru verið sé hún ég þar ef "
    "eftir eða hafa þeir voru segir þetta mánudag þriðjudag miðvikudag fimmtudag föstudag",
    "sq": "të e në i dhe për me që një është nga se ka do më si nuk kjo janë ky u së edhe ishte por duke pas ndërsa",
    "af": "die en van is in het nie wat vir met om te dat op sy hy was aan hulle ook as word deur ons kan sal by maar "
    "na uit hierdie meer baie",
    "tl": "ang ng sa na at mga ay ito para kung hindi siya mula may si nang ni pa din lang kaya ayon niya",
    "ru": "и в не на что с по это как из за от для его к о у так но все был мы они также года я бы его она которые "
    "была или может быть при если до после уже более только их во со том года лет понедельник вторник среду четверг "
    "пятницу субботу воскресенье",
    "uk": "і в не на що з по це як із за від для його до у так але всі був ми вони також року я та що й про чи які або "
    "може бути при якщо після вже більше тільки їх під є понеділок вівторок середу четвер п'ятницю суботу неділю",
    "be": "і ў не на што з па гэта як за ад для яго да у але былі мы яны таксама года я і які або пра пры калі пасля "
    "больш толькі іх",
    "bg": "и в не на че с по това като за от за си се да са го но ще е най към до или при които който бъде след през "
    "има му само още ми ги им със беше",
    "sr": "и у је на да се за су од са о како не што из би или све као већ који која које није само бити по ће јер "
    "према након али био године око још пре где тако може",
    "mk": "и во на да се за од со е не што го ќе или како по но до кои кој која беше има само ги тоа оваа уште според "
    "нема бидејќи",
    "kk": "және мен бұл үшін бір деп бойынша болды туралы жылы осы еді де да ол",
    "ar": "في من على إلى أن التي الذي عن مع هذا هذه كان ما لا بعد كما قال وقال ولا بين أو ذلك خلال قد لم كل حيث يوم",
    "fa": "در و به از که این را با است برای آن یک شد می خود تا کرد بر هم نیز شده های گفت اما ما",
    "ur": "کے میں کی ہے اور سے کا کو اس نے کہ پر ہیں کر یہ بھی تھا نہیں ایک ہو گیا لیے",
    "ps": "د په او چې دی ته له کې یې دا هم",
    "ckb": "لە بە و کە بۆ ئەم ئەو لەگەڵ بوو",
    "hi": "के में है की और से का को पर यह हैं ने कि नहीं एक भी हो लिए ये था कर इस तो किया",
    "mr": "आहे आणि या च्या व हे तो आहेत की ते होते मध्ये झाली केली यांनी नाही",
    "ne": "छ र छन् भएको गरेको गरेका पनि लागि यो गर्न हुने तथा भने छैन",
}  # fmt: skip

#: Letters that few languages have. Each counts as a word does.
_LETTERS = {
    "de": "äöüß", "fr": "çéèêàùœ", "es": "ñáéíóú¿¡", "it": "àèìòù", "pt": "ãõçáéíâê", "nl": "ë", "sv": "åäö",
    "da": "æøå", "no": "æøå", "fi": "äö", "pl": "łąęśżźćńó", "cs": "řěůýžšč", "sk": "ľĺŕôäžšč", "hu": "őűáéíöü",
    "ro": "șțăîâşţ", "tr": "ğışçöü", "vi": "đơưạảấầậếềệộớờợựữ", "ca": "çàèòï·", "et": "õäüö", "lt": "ėųįūčšž",
    "lv": "āēīūķļņģčšž", "hr": "đćčšž", "sl": "čšž", "is": "ðþæö", "sq": "ëç", "gl": "ñáéíóú",
    "ru": "ыэъё", "uk": "іїєґ", "be": "ўіыэё", "bg": "ъщ", "sr": "јљњћђџ", "mk": "јљњѓќѕџ", "kk": "әғқңөұүһі",
    "ar": "ةىيكأإؤ", "fa": "پچژگکی", "ur": "ٹڈڑےںہھکیگپچ", "ps": "ټډړښېۍکی", "ckb": "ێۆڵڕەکی", "mr": "ळ",
}  # fmt: skip


#: Languages of few articles: their words count half for them, and make no word of another language tell less.
_RARE = frozenset({"af", "be", "ckb", "eu", "gl", "is", "kk", "mk", "mr", "ne", "ps", "sq", "sw", "tl"})


def _evidence() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word or letter -> the languages that have it, each with what it counts for that one."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for tag, words in _WORDS.items():
        for word in dict.fromkeys(chain(words.split(), _LETTERS.get(tag, ""))):
            having[word].append(tag)
    found = {}
    for word, tags in having.items():
        common = len(set(tags) - _RARE)
        if common <= SHARED:
            found[word] = tuple((tag, 0.5 / len(tags) if tag in _RARE else 1 / common) for tag in tags)
    return found


_EVIDENCE = _evidence()
_KNOWN = frozenset(_EVIDENCE)
_TELLING = frozenset(chain.from_iterable(_LETTERS.values()))


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
    """The language to read words in where `detect` cannot tell: the commonest one of the script, English elsewhere.

    >>> likeliest("3 мая"), likeliest("OK 123")
    ('ru', 'en')
    """
    script = _script(text[:: max(1, len(text) // SPREAD)].lower())
    return _COMMONEST.get(script or "", "en")


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
    scores: dict[str, float] = {}
    for word in known:
        for tag, weight in _EVIDENCE[word]:
            scores[tag] = scores.get(tag, 0.0) + weight
    if not scores:
        return None
    best = max(scores, key=scores.__getitem__)
    most = scores.pop(best)
    return best if most >= max(least, lead * max(scores.values(), default=0)) else None
