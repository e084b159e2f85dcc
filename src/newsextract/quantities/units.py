"""Units and scales: what may stand before and behind a number, in the languages of the world's newspapers."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal

from ..writing import INVISIBLE, primary, words

__all__ = ["LONGEST", "fold", "kind_of_unit", "read_measure", "read_prefix", "read_unit"]


#: No amount is longer, its unit in words included; a longer cell is prose and is not looked at.
LONGEST = 40

_THOUSANDS = re.compile(r"[x×]?\s?(?:'?000s?|1[.,' ]?000)")

#: Full-width forms, and all spaces, minus signs and separators that print like another.
_FOLD: dict[int, str | None] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([9, 10, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys(map(ord, INVISIBLE)),
    **dict.fromkeys(map(ord, "−–﹣"), "-"),
    **dict.fromkeys(map(ord, "’‘ʼ＇"), "'"),
    **{ord("٫"): ".", ord("٬"): ",", ord("،"): ",", ord("٪"): "%", ord("﹪"): "%", ord("￥"): "¥", ord("￡"): "£"},
}

_CODES = words(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
    "CNH CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
    "LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
#: Codes that are words as well ("TOP 10", "COP 28"): they count behind a number only.
_WORD_CODES = frozenset({"ALL", "BAM", "COP", "CUP", "GEL", "LAK", "MOP", "PEN", "SOS", "TOP", "TRY"})

#: Signs and words for money -> ISO 4217 code, or the sign where it may be one of several ("$", "kr").
_CURRENCIES = {
    sign: code
    for code, signs in {
        "$": "$ dollar dollars Dollar Dollars dólar dólares dollari доллар доллара долларов دولار دولارا دولارات "
        "דולר 달러 ドル",
        "ريال": "ريال ريالا ريالات ریال", "جنيه": "جنيه جنيها جنيهات", "درهم": "درهم درهما",
        "دينار": "دينار دينارا", "ليرة": "ليرة", "lira": "lira", "تومان": "تومان", "lei": "lei leu",
        "kr": "kr kr. kronor kroner krona krone", "¥": "¥", "元": "元", "﷼": "﷼", "₿": "₿", "¢": "¢",
        "USD": "US$ $US U$S USD$ 美元 米ドル", "AUD": "A$ AU$", "CAD": "C$ CA$ $CA", "HKD": "HK$ 港元", "NZD": "NZ$",
        "SGD": "S$ SG$", "TWD": "NT$", "BRL": "R$ reais", "MXN": "MX$ Mex$", "GBP": "£",
        "EUR": "€ euro euros Euro Euros eur Eur евро ευρώ يورو אירו eura यूरो ইউরো ยูโร 欧元 歐元 ユーロ 유로",
        "CHF": "Fr. SFr. sFr.",
        "JPY": "円 円(税込) 円(税別) 円(税抜) yen Yen JP¥ 日元", "CNY": "CN¥ RMB yuan Yuan 人民币",
        "RUB": "₽ руб. руб рубль рубля рублей р.",
        "INR": "₹ Rs Rs. रुपये रुपए", "KRW": "₩ 원", "PLN": "zł złotych złote", "BGN": "лв лв. лева",
        "TRY": "₺ TL", "VND": "₫ đ đồng", "ILS": '₪ שקל שקלים ש"ח',
        "THB": "฿ บาท", "NGN": "₦", "UAH": "₴ грн грн. гривень гривні",
        "PHP": "₱", "CRC": "₡", "PYG": "₲", "KZT": "₸", "AZN": "₼", "GEL": "₾", "AMD": "֏",
        "BDT": "৳ টাকা", "CZK": "Kč korun", "HUF": "Ft forint", "IDR": "Rp Rp. rupiah",
        "MYR": "RM", "PEN": "S/",
    }.items()
    for sign in signs.split()
}  # fmt: skip
#: What some of these are in a text of this language.
_BY_LANGUAGE = {"¥": {"zh": "CNY", "ja": "JPY"}, "lira": {"tr": "TRY"}}

_PERCENT = words(
    "% percent pct pct. prozent v.h. procent procenta процент процента процентов процентів パーセント 퍼센트 百分之 "
    "بالمئة بالمائة persen proc. proc درصد אחוז אחוזים เปอร์เซ็นต์ प्रतिशत फीसदी শতাংশ százalék posto prosent prosenttia "
    "yüzde відсотків відсотки"
) | {"per cent", "pour cent", "por ciento", "por cento", "per cento", "في المئة", "في المائة", "la sută", "phần trăm"}

#: Units whose letters' case tells, then words and symbols where it does not. Written as they were, never converted.
#: Single letters that are labels far more often than units (A, B, C, K, N, V) are left out.
_SYMBOLS = words(
    "m g t l L h s p J W kW MW GW TW Wh kWh MWh GWh TWh kV mV Ah mAh Hz kHz MHz GHz kB KB MB GB TB PB KiB MiB GiB TiB "
    "Mb Gb kbps Mbps Gbps Mbit Gbit Mbit/s Gbit/s MB/s GB/s Pa hPa kPa MPa kJ MJ GJ TJ PJ Nm PS CV hp bhp dB µg μg mg "
    "µm μm nm kt Mt Gt kn M⊙ °C °F ° ºC º C° ‰ pp p.p. pps ppt pts pt п.п. bp bps x × p.a. Tsd Wp kWp MWp"
)
_UNITS = words(
    "km cm mm ft in. yd mi kg lb lbs oz ml cl dl hl cc ha km² km2 m² m2 cm² mi² m³ m3 km³ cm³ mm² km/h kmh kph mph m/s "
    "l/s m³/s kcal cal ppm ppb ppt dpi px psi bar mbar min min. sec hr hrs hrs. std. sek. acre acres hectare hectares "
    "metre metres meter meters kilometre kilometres kilometer kilometers mile miles foot feet inch inches tonne tonnes "
    "ton tons gram grams kilo kilos litre litres liter liters degree degrees watt watts megawatt megawatts gigawatts "
    "year years yrs month months week weeks day days hour hours minute minutes mins second seconds secs point points "
    "jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minuten sekunde sekunden grad "
    "hektar tonnen liter punkt punkte prozentpunkt prozentpunkte prozentpunkten an ans année années mois semaine "
    "semaines jour jours heure heures seconde secondes mètre mètres kilomètres hectares degrés litres año años mes "
    "meses semana semanas día días hora horas minuto minutos segundo segundos metro metros kilómetros hectáreas "
    "toneladas grados litros anno anni mese mesi settimana settimane giorno giorni ora ore minuti secondi metri "
    "chilometri ettari tonnellate gradi litri ano anos mês dia dias quilômetros quilómetros hectares jaar maand "
    "maanden weken dag dagen uur minuten seconden kilometer ton graden år måneder månader timer timmar dager dagar "
    "minutter minuter rok roku lat lata let roky godzin godziny hodin dni dní dagar gün saat yıl ay dakika км м см мм "
    "кг г т га л км² км/ч мин час часа часов год года лет месяц месяца месяцев неделя недели недель день дня дней "
    "минут минуты секунд тонн метров километров років днів годин 公里 千米 米 厘米 毫米 公斤 千克 克 吨 噸 公顷 亩 "
    "小时 小時 分钟 分鐘 秒 天 周 个月 個月 人 人次 名 个 個 岁 歳 件 次 台 户 时间 時間 分 か月 ヶ月 カ月 週間 "
    "日間 年間 回 本 社 キロ トン メートル 명 개 건 시간 분 초 개월 세 대 km㎡ ㎡ ㎢ ㎞ ㎏ كم كغ كلم متر طن يوم أيام "
    "ساعة ساعات سنة سنوات شهر أشهر دقيقة دقائق كيلومتر كيلوغرام غرام بوصة سال ماه روز ساعت دقیقه کیلومتر "
    'کیلوگرم گرم لیتر نفر تن שנים שנה חודשים ימים שעות דקות ק"מ ק"ג גרם מטר ליטר साल वर्ष महीने दिन घंटे मिनट '
    "किमी किलो ग्राम मीटर लीटर বছর মাস দিন ঘণ্টা মিনিট কিমি কেজি গ্রাম মিটার লিটার জন ปี เดือน วัน ชั่วโมง นาที กม. "
    "กก. กรัม เมตร ลิตร คน กิโลเมตร กิโลกรัม năm tháng ngày giờ phút người tahun bulan hari jam menit orang χρόνια "
    "έτη ημέρες ώρες λεπτά χλμ χλμ. κιλά μέτρα λίτρα év hónap nap óra perc ani luni zile vuotta kuukautta "
    "päivää tuntia minuuttia години месеца дни минути 点 點".casefold()
)

#: Words and abbreviations of scale, without their full stop, in lower case -> power of ten.
_SCALES = {
    word: power
    for power, words in {
        2: "百 백",
        3: "tysięcy тысяч тисяч χιλιάδεσ tisuća хиляди tuhatta هزار हजार হাজার thousand thousands tausend "
        "tsd mille mila duizend tusen tusind tys tis tisíc tisíce tuhat bin ezer mii ribu nghìn ngàn тыс "
        "тис хил χιλ ألف آلاف هزار אלף พัน 千 천",
        4: "หมื่น 万 萬 만",
        5: "lakh lakhs लाख লাখ แสน 十万 十萬 십만",
        6: "milioane milijun milijuna miljoonaa милиона εκατομμύρια million millions mn mln mio mill millón "
        "millones milione milioni milhão milhões milió milions miljoen miljoner miljon millioner "
        "millionen milj milion miliony milionów milionů millió milioane milyon juta triệu млн миллион "
        "миллиона миллионов мільйон мільйонів εκατ مليون ملايين میلیون מיליון ล้าน 百万 百萬 백만",
        7: "crore crores cr करोड़ কোটি 千万 千萬 천만",
        8: "亿 億 억",
        9: "milijarda milijarde miljardia милиарда δισεκατομμύρια billion billions bn bln mrd md mds mld mia "
        "milliard milliards milliarde milliarden milliarder miliardo miliardi miljard miljarder miliard "
        "miliardy miliardów miliardů milliárd miliarde milyar miliar bilhão bilhões tỷ млрд миллиард "
        "миллиарда миллиардов мільярд мільярдів δισ مليار مليارات میلیارد מיליארד "
        "十亿 十億 십억",
        10: "百亿 百億 백억",
        11: "千亿 千億 천억",
        12: "trillion trillions tn trn bio billionen billón billones bilião biliões biljoen biljoner bilioni "
        "bilión bilionů triliun trilyon trilhão trilhões трлн تريليون 万亿 萬億 兆 조",
    }.items()
    for word in words.split()
} | dict.fromkeys(("lakh crore", "lakh crores", "लाख करोड़", "লাখ কোটি"), 12)  # fmt: skip
#: Languages whose "billion" has twelve zeros.
_LONG_BILLION = frozenset({"de", "fr", "da", "no", "nb", "sv", "pl", "fi"})
_BILLIONS = frozenset({"billion", "billions", "bilion"})
_TRILLIONS = frozenset({"trillion", "trillions", "trillionen"})
#: "mil" is a thousand here, a million there, and nothing certain where the language is not known.
_MIL = dict.fromkeys(("es", "pt", "ca", "gl"), 3) | dict.fromkeys(("en", "cs", "sk", "hr", "sl", "sr", "bs"), 6)
#: Short forms of one language, behind money alone: "R$ 3,5 mi" is no distance.
_SHORT = {"pt": {"mi": 6, "bi": 9, "tri": 12}}
#: Scale and currency in one word, in lower case: thousands ("TEUR", "tkr"), millions, billions.
_SCALED_MONEY = {
    short + word: (power, unit)
    for short, power in {"t": 3, "m": 6, "mn": 6, "md": 9}.items()
    for word, unit in {"kr": "kr", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "eur": "EUR", "chf": "CHF"}.items()
}
#: Single letters right behind the digits or beside money. "3.1m" without money is left in its unit "m", since nothing
#: says whether it is metres or millions; with money, or with money in the column's header, it is millions.
_LETTERS = {"k": 3, "K": 3, "M": 6, "B": 9}
_MONEY_LETTERS = _LETTERS | {"m": 6, "mm": 6, "MM": 6, "b": 9, "t": 12, "T": 12}

#: First character of a scale -> the lengths that those with it have, longest first, with a full stop behind.
_SCALE_LENGTHS = {
    first: sorted({len(word) + dot for word in alike for dot in (0, 1)}, reverse=True)
    for first, alike in groupby(
        sorted({*_SCALES, *_BILLIONS, *_TRILLIONS, "mil", *map(str.lower, _MONEY_LETTERS)}.union(*_SHORT.values())),
        itemgetter(0),
    )
}

#: "3 millones de euros", "3 milliards d'euros"
_OF = re.compile(r"(?:de|di|d')\s?(?=\w)")


def fold(text: str) -> str:
    """The text with ASCII signs and plain spaces where it has others of the same meaning; letters stay."""
    return (text if text.isascii() else text.translate(_FOLD)).strip()


def kind_of_unit(unit: str | None) -> Literal["number", "percent", "money"]:
    """What an amount in this unit is."""
    if unit is None:
        return "number"
    if unit == "%":
        return "percent"
    return "money" if unit in _CODES or unit in _CURRENCIES else "number"


def read_unit(text: str, language: str | None = None) -> tuple[int, str | None] | None:
    """What a table's header says of the amounts under it, as a power of ten and a unit.

    >>> read_unit("£m"), read_unit("Mio. Euro", "de"), read_unit("'000"), read_unit("km"), read_unit("of GDP")
    ((6, 'GBP'), (6, 'EUR'), (3, None), (0, 'km'), None)
    """
    text = fold(text)
    if not text or len(text) > LONGEST:
        return None
    # A word that money begins with has two letters more at most ("EURm").
    shortest = len(text) - 2 if text.isalpha() and text.isascii() else 1
    for end in (len(text), *range(min(len(text), 5), max(shortest, 1) - 1, -1)):
        rest = text[end:].strip()
        if len(rest) > 2 and text[end - 1 : end + 1].isalpha():
            continue  # inside a word
        sign = _currency(text[:end].strip(), language)
        if sign is None:
            continue
        if _THOUSANDS.fullmatch(rest):
            return 3, sign
        measure = _measure(rest, language, money=True)
        if measure is not None and measure[1] is None:
            return measure[0] or 0, sign
    if _THOUSANDS.fullmatch(text):
        return 3, None
    measure = _measure(" " + text, language, money=False)
    return None if measure is None else (measure[0] or 0, measure[1])


def read_prefix(text: str, language: str | None) -> str | None:
    """The unit before a number, "" for none; None where it is something else."""
    if not text:
        return ""
    if text in _PERCENT:
        return "%"
    return None if text in _WORD_CODES else _currency(text, language)


@lru_cache(maxsize=512)  # the cells of a column have the same units, and so have the columns of a site
def read_measure(after: str, language: str | None, money: bool) -> tuple[int | None, str | None] | None:
    """What stands behind a number, as power of ten (None where there is none) and unit; None where it is neither."""
    return _measure(after, language, money=money)


def _measure(after: str, language: str | None, *, money: bool) -> tuple[int | None, str | None] | None:
    attached = not after[:1].isspace()
    text = after.strip()
    if not text:
        return None, None
    if money and (power := _MONEY_LETTERS.get(text)):
        return power, None
    short = _SHORT.get(primary(language), {})
    if money and text in short:
        return short[text], None
    if scaled := _SCALED_MONEY.get(text.lower()):
        return scaled
    if attached and text == "pc" and primary(language) == "en":
        return None, "%"
    if unit := _unit(text, language):
        return None, unit
    for end in _SCALE_LENGTHS.get(text[0].lower(), ()):
        if end > len(text):
            continue
        head, rest = text[:end], text[end:]
        if rest and head[-1].isascii() and head[-1].isalpha() and rest[0].isascii() and rest[0].isalpha():
            continue  # inside a word
        rest = rest.lstrip()
        unit = _unit(_OF.sub("", rest, count=1) if rest else "", language)
        if rest and unit is None:
            continue
        beside_money = money or kind_of_unit(unit) == "money"
        short_forms = _MONEY_LETTERS | short if beside_money else _LETTERS if attached else {}
        power = short_forms.get(head) or _scale(head, language)
        if power:
            return power, unit
    return None


def _scale(text: str, language: str | None) -> int | None:
    word, base = text.casefold().rstrip("."), primary(language)
    if word == "mil":
        return _MIL.get(base)
    if word == "mn" and base == "fr":  # minutes
        return None
    if base in _LONG_BILLION and word in _BILLIONS:
        return 12
    if base in _LONG_BILLION and word in _TRILLIONS:
        return 18
    return _SCALES.get(word)


def _currency(text: str, language: str | None) -> str | None:
    if text in _BY_LANGUAGE:
        return _BY_LANGUAGE[text].get(primary(language), text)
    return text if text in _CODES else _CURRENCIES.get(text)


def _unit(text: str, language: str | None) -> str | None:
    """A percent sign or word, money, or a unit of measurement as written."""
    folded = text.casefold()
    if folded in _PERCENT:
        return "%"
    return _currency(text, language) or (text if text in _SYMBOLS or folded in _UNITS else None)
