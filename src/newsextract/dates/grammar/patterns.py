"""The forms that dates have, for all languages: expressions over codes (`vocabulary/codes.py`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

__all__ = [
    "BEHIND_AMOUNT",
    "CLOCK_BEFORE_ZONE",
    "LAST_QUARTER",
    "NUMBER_MONTH",
    "OFTEN",
    "SHORT_YEAR",
    "TWO_MONTHS",
    "WORDED_DAY",
    "forms_from",
]


#: Codes that a time of day can begin with.
_CLOCKS = "TtsDN:"


#: Parts of the expressions below.
_NAMES = {
    # Days that begin with a month, a year, a number in words; what may stand behind a day. They have parts themselves.
    "MONTHFIRST": r"[Mmj]DTz?Y | [Mmj][-/]D[-/]Y(?![-/]) | L?{MONTH} F? [DO] (?!-[UC]) (?:,?F?Y(?!v))?",
    "YEARFIRST": r"Y[-/]{MONTH}[-/][DO](?![-/]) | Y,?{MONTH}[DO](?![DO]) | Y\.{MONTH}[DO](?:\.|{CASED})",
    "CASED": r"(?=-(?![DNkMmj]|Y(?!\.)))",  # an ending behind a day, as Hungarian writes it: 3-án
    "WORDFIRST": r"o F {MONTH} (?:,?F?Y)?",
    "TAIL": r"(?:{ASIDE})? (?: (?:[|/]?|,?-?[PIFEA]{0,2}){TIME} | (?<=Y)s(?!v) | F?[Ll]U | F{0,2}UL | L(?!U) | y )?",
    "STAMP": r"(?: (?:\|?|,?-?[PIFEA]{0,2}){TIME} )",
    # a day's weekday behind it: 3 May (Tuesday); 3 May, Tuesday, at; 3 Mayıs Salı
    "ASIDE": r",?\({WEEKDAY}\) | ,P?W(?=[,.)]) | W(?=[.,)U]|\Z)",
    "OFYEAR": r"(?: {YEAR} | F{0,2}LU | F{0,2}UL | F{0,2}y | F{1,2}U )",  # of 2024; of last year; of the year
    "QUARTEROFYEAR": r"Q[,/-]?F{0,2}Y(?![-/](?!Q))",
    "LISTED": r"(?:(?:,?P|,)F?{DAY}){1,8}F?{MONTH}",  # (24) and 25 June: more days of a month
    "DAY": r"[DO]\.?",
    "NTH": r"(?:[oO]\.?|D\.|r\.?)",  # of quarters and halves: first, 1st, 1., I
    "OTHER": r"(?:,?P{1,2}|,|[-/])F{0,2}",  # between two parts of a year: and, to, a dash
    "MONTH": r"(?:[Mm]|j\.?)",
    "WEEKDAY": r"(?:W|w\.?)",
    "YEAR": r"(?:F{0,2},?F?|F{1,2}UF?)Y(?:U(?!L)(?:\.(?=,?T))?)?",  # of 2024; des Jahres 2024; 2024 года; 2024 г. 10:15
    # 14:20 GMT; 9 a.m.; 14.20 Uhr; 14:20 GMT +3
    "TIME": r"(?:Tp?|[tsDN]p|[ts](?=\(?z)|:\.?[TtsDN](?![.:]?[DN]))(?:\(?z\+?\)?)?",
    # a time before its day: "14:20 GMT on"
    "BEFORE": r"(?:(?::\.?[Tts]|Tp?|[tsDN]p|[ts](?=\(?z))(?:z\+?)?[,-]?[PIF]{0,2})?",
    "ONE": r"(?<![CN])(?<!C[-P])",  # not the end of a longer number: twenty five, treinta y cinco
    "EDGE": r"(?:E[PI]?F{0,2}-?F?|ZF{1,2})?",
    "ABOUT": r"(?:E[PI]?F{0,2}-?F?|AF{0,2}-?F?|ZF{1,2})?",  # early, mid-, late in the, circa
}


#: The forms in the order in which they are tried: name; the codes that one can begin with; the expression.
_FORMS = (
    # -- ranges parted by a dash: 3-7 October 2023; October 3-7, 2023; 28 May - 3 June 2024; May 28 - June 3, 2024
    ("span", "kYD", r"[kY]-k | D\.-k"),
    (
        "days",
        "WwDO",
        r"""  (?:{WEEKDAY},?)? {DAY} [-/] {DAY} F? {MONTH} (?:{YEAR})?
            | {DAY} F? {MONTH} (?:{YEAR})? - {DAY} F? {MONTH} (?:{YEAR})?""",
    ),
    (
        "monthdays",
        "MmjY",
        r"""  {MONTH} [DO] [-/] [DO] (?!\.?F?[Mmj]) (?:,?Y)?
            | Y\. {MONTH} D - D (?:\.(?!F?[Mmj])|{CASED})
            | {MONTH} [DO] (?:,?Y)? - {MONTH} [DO] (?:,?Y)?""",
    ),
    ("months", "Mmj", r"{MONTH} (?:,?F?Y)? [-/] {MONTH} {YEAR} | [Mmj]-[Mm](?!-?[qDO]|-)"),
    # -- the beginning or end of a year or month, behind it: 2024年底; 5月下旬; 五月底; 다음 달 초
    ("yearedge", "kMR", r"[kMR][E=]"),
    # -- a season of a year in figures: 2024年春
    ("seasonoffigures", "k", r"kF?S"),
    # -- a week of a month by its number, where one word says so: 5月第1週
    (
        "partofmonth",
        "7kRMmjY",
        r"7[PF]{0,2}(?:UF?)?{MONTH}(?:{YEAR})? | (?: [kR] | {MONTH}(?:{YEAR}|UF?)? | YF?{MONTH} )F?7",
    ),
    # -- days counted in figures; a day of a month that is over or to come: 3日前; 지난 6일, 오는 6일
    ("countedfigures", "k", r"k[Gg](?![Gg])"),
    (
        "shiftedday",
        "L",
        r"Lk(?![Gg-]) | LUD (?![A-EG-OQ-Za-z/]|\.?-|\.?F{0,2}[Mmj]|P[DNC]|[.,][DN])",  # próximo dia 20
    ),
    # -- a day of a month that is not named, in figures behind a word for "day": no dia 21/5
    ("numberedday", "U", r"UD/D(?!\.?[/DNYkMmj-]|F[Mmj])"),
    # -- a day or month of the solar Hijri calendar: ۵ خرداد ۱۴۰۳
    ("solardate", _CLOCKS + "WwDO8", r"(?:{BEFORE}(?:{WEEKDAY},?F?)?[DO]F?)?8U{0,2}F?Y(?:{STAMP} | (?![/v]|-[YDN]))"),
    # -- a day: 3 May 2024; Tuesday, 3rd of May, 2024, at 2:20 pm; 14:20 GMT on May 3; 2024 May 3; 3 May last year
    (
        "figures",
        _CLOCKS + "Wwk",
        r"""{BEFORE} (?:{WEEKDAY},?F?\(?)? k(?!F?@) (?:F?W | \(?{WEEKDAY}\)?)?
            (?:(?:\|?|\.(?=T)|,?-?[PIFEA]{0,2}){TIME})?""",
    ),
    ("weekdayfigures", "LWw", r"L?{WEEKDAY},?F?(?: \(D/D\) | D/D(?!\.?[/DNYkMmj-]|F[Mmj]) )"),
    ("dayfigures", "D", r"(?: (?<=F) | (?<=D/D,) | (?<=D/DP) | (?<=D/D,P) )D/D(?!\.?[/DNYkMmj-]|F[Mmj])"),
    (
        "date",
        _CLOCKS + "LWwDO",
        r"""{BEFORE} (?:L?{WEEKDAY}[,-]?F?\(?|L(?=D))?
            (?: [DO][-/]{MONTH}[-/]Y(?![-/]) | {DAY} F{0,2} {MONTH} (?:{YEAR})?
              | {MONTHFIRST} | {YEARFIRST} | {WORDFIRST} ) {TAIL}""",
    ),
    # -- the same where none of that stands before it: fewer forms to try, and to compile
    ("monthdate", "Mmj", r"(?: {MONTHFIRST} ) {TAIL}"),
    ("yeardate", "Y", r"(?: {YEARFIRST} ) {TAIL} | Y\.D\.D(?:\.|(?=[,)]|\Z))(?![DNkYMmj])"),
    ("worddate", "o", r"{WORDFIRST} {TAIL}"),
    # -- other ways to write one, apart because few words begin so: July Fourth; 14-May; 12 XI 1918; 3. 5. 2024
    ("monthday", "MmjLWw", r"(?:L?{WEEKDAY},?)?[Mm]o(?![A-Za-z-]) (?:,?Y(?!v))?"),
    (
        "daymonth",
        "DWw",
        r"""(?:{WEEKDAY},?F?)?
            (?: D[-/]{MONTH}(?![-/]|\.?F?Y) | D\.?r\.?Y(?!v)
              | D\.D\.Y(?![-/v]) {STAMP}? )""",
    ),
    # -- a day of a month that is not named: Friday 14th; martes 4
    (
        "dayof",
        "LWw",
        r"""{WEEKDAY},?F?O(?![A-EG-OQ-Za-z-]|\.?F?[Mmj]|[PF]{1,2}[DO])
            | {WEEKDAY},?Fo(?![A-Za-z-])
            | L?w\(D\.?\)
            | L?W (?:D|\(D\.?\))
              (?: ,?[PIFEA]{0,2}{TIME} | (?![A-EG-OQ-Za-z/-]|\.?F{0,2}[Mmj]|P[DNC]|[.,][DN]) )""",
    ),
    # -- of last year, next year, where one word says so: 昨年10月; 去年四月
    ("ofyear", "yLY", r"(?: (?:y|Y\.?U)F? | LU ) (?: k(?:-k)? | {DAY} F? {MONTH} | {MONTH} (?:[DO](?!\.?[Mmj]))? ) 0?"),
    # -- of the year or month that the text spoke of last: 同年3月, 同月5日
    ("oftold", "f", r"fF?k | f{MONTH}(?!\.?[DO])"),
    # -- a day of this month, the last or the next, where one word says so: 今月10日; 지난달 10일
    ("ofmonth", "R", r"RF?k"),
    # -- a day of a month that is another's: the 15th of next month; le 15 du mois prochain; the 28th of the same month
    (
        "dayinmonth",
        "DOU",
        r"(?: O | D\.(?=F) | (?<=F)D | (?<=[FPI])UD ) F{1,2} (?: LU | UL | lU ) | (?: D\. | (?<=[FPI])UD )[lL]U",
    ),
    # -- weeks by their numbers, which share what says that they are some: weeks 3 to 5 of 2024; KW 12-14; 12.-14. KW
    (
        "weekfirst",
        "#UDO",
        r"""  [\#U][DN] (?=[P/-][DN](?:[/,]|F{1,2})?Y(?![v/-])) | \#[DN] (?=-[DN](?![.:,]?[DNMmj]|[/-]))
            | (?:O|D\.) (?=[P/-]F?(?:O|D\.)\#)""",
    ),
    (
        "weeklast",
        "DN",
        r"""  (?<=[\#U][DN][P/-]) [DN] (?:[/,]|F{1,2})?Y(?![v/-])
            | (?<=\#[DN]-) [DN] (?![.:,]?[DNMmj]|[/-])""",
    ),
    # -- decades of which one says the century, or that they are some: 1980s-90s; les années 80 et 90; 80-90-е годы
    (
        "decadebefore",
        "DNYd",
        r"N\. (?=[P-]N\.U) | Y\. (?=-Y\.U) | [DN] (?=-P?(?:e|d[UK])) | Y (?=-P?[de]) | d (?=[P/-]d[UK])",
    ),
    (
        "decadebehind",
        "deDNYC",
        r"""  (?: (?<=[de][P/-]) | (?<=[DNYd]-P) | (?<=[DNY]-) ) [de][UK]?
            | (?: (?<=U[DNC][P/-]) | (?<=U[DN]\.[P/-]) | (?<=UYP) | (?<=KFYP) )
              (?: [DNC](?!\.?F{0,2}[Mmj]|[UKc]) | Y(?![v/-]) )""",
    ),
    # -- days that share a month: 3., 4. und 5. Oktober; 7 and 8 May 2024
    ("shared", "DO", r"{DAY} (?= (?:(?:,?[P2]|,|F)F{0,2}{DAY}){1,8} F?{MONTH})"),
    (
        "sharing",
        "DO",
        r"""(?<=[Mmj][DO]P)[DO],?Y | (?<=[Mmj][DO]PF)[DO],?Y
            | (?<=[Mmj][DO]P)(?: D(?=[.,)PI]) | O(?![A-Za-z]) )(?!\.?F?[Mmj])""",
    ),
    # -- days that share a month before them: May 3, 4 and 5, 2024
    (
        "listed",
        "DO",
        r"""(?<=[DO],)[DO](?=(?:,[DO]){0,8},?PF?[DO])
            | (?: (?<=[DO]P) | (?<=[DO],P) | (?<=[DO]PF) )(?: [DO],?Y(?!v) | D(?=[.,)PI]) | O(?![A-Za-z]) )""",
    ),
    # -- a quarter by its last month: the September quarter
    ("monthquarter", "Mmj", r"(?:{MONTH}-)?{MONTH}(?:,?Y)?-?q(?!-)"),
    # -- a month: early March 2024; mid-March; March last year; last March; mars dernier; in May
    (
        "month",
        "ZEALMmjY",
        r"""{ABOUT} (?: L{MONTH} | {MONTH}F{0,2}lF?U | Y\.U{MONTH} | YM(?![DO])
                      | {MONTH}{YEAR}(?!v) | [Mmj][-/]Y(?![-/v])
                      | {MONTH}F{0,2}LF?U | {MONTH}F{0,2}UL | {MONTH}[Ly]
                      | M | (?<=[PFIEABL-])(?:m|j\.)(?!\.?[DO]) | (?<=[oOL]UF)j(?!\.?[DO]) ) 0?""",
    ),
    # -- a feast: Good Friday, Christmas Day 2023, New Year's Eve; vendredi saint; last Christmas
    (
        "feast",
        "L&WyUo",
        r"""(?:L|yF?)? (?: &(?:W|U[U&]?|&U?|F{1,2}&(?![UW]))? | WF{0,2}& | UF{0,3}&&?(?![UW]) | o& ) J?
            (?: ,?F?Y(?![/DNv-]) | F?LU )?""",
    ),
    # -- quarters, halves, seasons; those whose year is said with another: Q1 and Q2 2024; 2024 Q1-Q2
    (
        "quarterbefore",
        "QoODr",
        r"""Q (?=(?:{OTHER}Q)+(?![A-Za-z-]|[,/-]?F{0,2}Y) | (?:{OTHER}Q)*{OTHER}{QUARTEROFYEAR})
            | {NTH} (?=(?:{OTHER}{NTH})+-?[qh](?!-))""",
    ),
    ("quarterbehind", "Q", r"(?: (?<=YQ[P/-]) | (?<=Y-Q[P/-]) | (?<=[PI]Q[/-]) ) Q (?![A-Za-z-]|[,/-]?F{0,2}Y)"),
    (
        "quarter",
        "QYULFoODrykqh@ZE",
        r"""  {QUARTEROFYEAR} | QF{0,2}LU | Y[,-]?Q(?![,/-]?F{0,2}Y(?!-?Q)) | Q(?=[,)])
            | (?:(?<=[PI])|ZF{1,2}|E-?)Q(?![A-Za-z-])
            | F?(?:[oO]\.?|D\.|oF|r\.?(?=[qh]))-?[qh](?!-) {OFYEAR}?
            | (?:U?Y(?:-|\.U)?|LU|(?<![aCDNLl.-])U) F? [oOr]\.?-?[qh] | [ykL]?F?@ | LF?[qh]{YEAR} | F?[oL][CD]q{YEAR}
            | (?: [qh]F?[oOr] | [oO]E ){YEAR} | q[Dr]/Y""",  # الربع الأول من عام 2025; pierwszej połowie 2024
    ),
    # -- the quarter that was spoken of, and that of the year before: the latest period; the year-ago (third) quarter
    ("compared", "UYL", r"(?<![CDN]-)U-[Gg]-?(?: (?:[oO]?-?q | b)? (?![Gg-]) ) | (?:Y-?|LU)[qb](?!-)"),
    # -- a week by its number: KW 12/2024; 12. Kalenderwoche
    ("weeknumber", "#DON", r"(?: \#[DN](?![.:,]?[DNMmj]) | [DON]\.?\# ) (?: [/,]?F{0,2}Y )?"),
    # -- the same counted from the first or the last: the first week of 2015; week 12 of 2015
    (
        "weekinyear",
        "oODLUY7",
        r"(?: [oO]UF{0,2} | D\.UF{0,2} | LUF{1,2} | U[DNO](?:/|F{1,2}) | 7F{1,2} )Y(?![v/-]) | YU?F{0,2}7",
    ),
    ("yearseason", "y", r"yF?S"),
    ("quarterended", "qb", r"[qb](?=P{MONTH}[DO])"),
    ("same", "qLl", r"(?<=F)q(?!F?L) | [Ll]b | lq"),
    ("weekendalone", "J", r"(?<![A-Za-z-])J(?![A-Za-z-])"),
    ("weekend", "LJ", r"L F? J | J F? L | JPL(?![A-EG-OQ-Za-z]) | (?<=[PFI])J(?![FDOMmjk-])"),
    (
        "season",
        "ZEALSiY",
        r"""{ABOUT} (?: [Si](?:{YEAR}|UY)(?:[-/][YDN])? | LF?[Si] | [Si]F{0,2}(?:LF?U|UL)(?![A-EG-OQ-Za-z])
                      | [Si]F?L | Y(?:\.U[Si]|i) | (?:(?<=[FIEP])(?<![yk]F)|(?<=E-))S(?![FSP-]) | i )""",
    ),
    # -- centuries, decades
    ("centuries", "oODr", r"[oODr]\.? (?: -[oODr]\.?-?c | (?=PF?[oODr]\.?-?c) )"),
    ("century", "ZEAoODrcC", r"{ABOUT} (?: [oODr]\.?-?c(?![eG]) | Cc(?![eG]) | c(?:F-?)?[rDo](?!\.?F?[Mmj]) )"),
    ("decadealone", "d", r"(?<=P)d(?![UKc-])"),
    (
        "decade",
        "ZEAFdeUKDNC",
        r"""{ABOUT} (?: (?:[DC]c)?e | Ud | [ND]\.U(?!L) | F?[de][UK]?
                      | (?:U(?:F-(?=[ND](?!-)))?|KF{0,2})
                        (?:(?:[ND]|C(?!-))(?!\.?F?[MmjUKDNv:]|\.?{LISTED})|Y(?![/DNUv]|-[YDN])0?) )""",
    ),
    # -- a decade by the ending of an adjective: 1990-es évek
    ("decadecased", "YN", r"[YN]-FU(?!L)"),
    ("yeardecade", "Y", r"Y\.U(?![LMmDOSi])0? | YFK"),
    # -- a weekday behind its week: next week Wednesday
    ("weekandday", "LU", r"(?<![aCDN])(?:LU|UL)W(?!F?[kDO])"),
    # -- counted from another day: last week; three days ago; vor drei Tagen; in two weeks; late last year
    ("edge", "x=", r"[x=](?:F{0,2}Y)?"),
    (
        "shift",
        "ZELUKqcg",  # not "about": worries about last year
        r"{EDGE} (?: L[UKqc] | LFU | [UKqc]L ) 0? | (?<![aCDNl-])U0 | [EZg][PI]?F{1,2}U | (?<![aCDN])EU(?![A-Za-z])",
    ),
    ("partofday", "Llu", r"[Ll]u(?!-) | u[Ll](?![Ww]) | LR"),  # not noite desta segunda-feira
    (
        "whole",
        "FU",
        r"""(?: (?<=P)F{1,2}U
             | (?:(?<=[oL][CDN]UF)|(?<=[oL][CDN]UFF)|(?<=[oL]UF)|(?<=[oL]UFF))U )(?![A-Za-z-])""",
    ),
    # -- counted from the day that the text spoke of last: a year earlier; the following day; le lendemain
    ("later", "CDNa", r"(?: {ONE}[CDN] | (?<!h)a ) -?[UKq](?:-?F?g|P(?=[,.)]))"),
    ("following", "lLUf", r"l[UKqc] | [UKqc]l | LU | UF?L(?!U) | Ug(?!F) | UP(?=[,.)]) | f(?!F)"),
    ("followingday", "lW", r"lW(?!,?F?\(?(?:k|[DO]\.?F?[Mmj]|[Mmj]D)) | Wl"),
    # -- so long before or behind today, on the day: ten years ago today; heute vor 20 Jahren
    ("agotoday", "CDNaR", r"(?: {ONE}[CDN] | (?<!h)a ) UGR | RB%?[CaDN]U"),
    ("ago", "CDNaB", r"(?: {ONE}[CDN] | (?<!h)a ) [UKc] (?:(?:P!)?G|P!) | B%?[CaDN][UKc]"),
    ("agoalone", "UK", r"(?<![a-zA-Z!-])[UK]G"),
    ("ahead", "I", r"I%?[CaDN][UK] | I[UK](?![A-Za-z-])"),
    # -- a weekday of a month by its number: the first Monday of May 2024; le dernier vendredi de juin
    (
        "weekdayofmonth",
        "oODLW",
        r"""  (?: o | (?:O|D\.)(?=W(?:[FI]F?|P)(?:{MONTH}|F?U)) | (?<=F)L(?=WPF?{MONTH}|W[FI]F?{MONTH}|WF{1,2}U) )
                W (?: (?:[FI]F?|PF?){MONTH} (?:,?F?Y(?![v/-]))? | {MONTH}(?!\.?[DO]) (?:F?YU?(?![v/-]))? )?
            # -- of each month; the second ("segunda", a Monday elsewhere) of May: not the weekday alone
            | (?:(?<=X)L | L(?=WF{0,2}(?:XU|LU)))W | W(?=F{0,2}XU) | (?<=w)W(?=F{1,2}{MONTH})""",
    ),
    # -- a day of a week: Tuesday last week; 先週の火曜日
    ("dayofweek", "HWR", r"H | WF{0,3}(?:LU|UL) | RF?W"),
    ("weekon", "WR", r"[WR]I[CaDN]U"),
    ("weekbehind", "W", r"W(?=FC(?![A-Za-z-]))"),
    ("weekday", "LWw", r"LW | WF?L | WR | WPL(?![A-EG-OQ-Za-z]) | Lw(?!\.?-) | wF?L(?![A-EG-OQ-Za-z])"),
    ("today", "URy", r"UPR | UPL(?![A-EG-OQ-Za-z]) | RR | (?<![aL])y0 | (?<![aL])[Ry] (?:,?[PIFEA]{0,2}{TIME})? (?!V)"),
    ("plain", _CLOCKS + "W", r"W (?:,?[PIFEA]{0,2}{TIME})? | {BEFORE} W"),
    # -- years: 2019-21, 2019/20, in 2020
    ("years", "ZEAY", r"{ABOUT} Y[-/](?:Y|[DN])(?![-/])"),
    ("year", "ZEAY", r"{ABOUT} (?<!n)(?<!n\.) Y(?:U(?!L))?(?![/v]|[DN](?!v)|-[YDN]|-[Mmj][/-])0?"),
    # -- durations and sets: every two weeks; twice a week
    (
        "set",
        "X6",
        r"""  X (?: F{0,2}[Ww](?:P?F{0,2}[Ww])* | [CDN]?[UKc] | [CDN]?q(?!F) | [Mm](?![DOY]) )
            | 6 (?: (?:[a1X]|PF?)[UKqc](?![YDNOGg-]|PL) | [FI][UKqc](?![YDNOGgLPF-]) )""",
    ),
    ("length", "CDNa", r"{ONE}[CDN] (?: -?[UKc] | q(?!F) ) | (?<!h)a-?[UKc]"),
)


@cache
def forms_from(code: str) -> Callable[[str, int], re.Match[str] | None] | None:
    """The forms that can begin with a code, None if none can. Compiled when one is first needed: most never are."""
    forms = [f"(?P<{name}> {pattern} )" for name, firsts, pattern in _FORMS if code in firsts]
    return _compiled(" | ".join(forms)).match if forms else None


def _compiled(pattern: str) -> re.Pattern[str]:
    """An expression with its parts, by their names in braces."""
    for name, part in _NAMES.items():
        pattern = pattern.replace("{" + name + "}", part)
    return re.compile(pattern, re.VERBOSE)


#: From a quarter or half to the one that says the year of both.
LAST_QUARTER = _compiled(
    r"""  (?:Q{OTHER})+ (?P<quarter> Q(?:[,/-]?F{0,2}Y)? )
        | (?:{NTH}{OTHER})+ (?P<numbered> {NTH}-?[qh]{OFYEAR}? )"""
)

SHORT_YEAR = re.compile(r"(?:[Mmj]\.?(?:F|[DO](?:-[DO])?,?)?|[Si]F?|(?<![A-Za-z-])[PFI])([DN])")

#: A number in words that may be a day, of two words perhaps: "treinta y uno de mayo", "двадцать второго июня".
WORDED_DAY = re.compile(r"(?<![CDNO])(?<![CDN][P-])(?:[Co]P?[Co](?=F?[Mm])|[oC](?=[Mm])|C(?=F[Mm]))")

#: A month that is rather a number: "sept ans", "sept mai".
NUMBER_MONTH = re.compile(r"(?<![DONC.-])j(?=-?U|F?[Mm])")


#: What may say how often something recurs: "three times a month".
OFTEN = re.compile("(?<![CN])(?<!C[-P])[CDN]v(?=(?:[a1XIF]|PF?)[UKqc])")


#: What is "ago" or "later" behind an amount, and another word elsewhere: "ba ngày trước", "τρεις μέρες πριν".
BEHIND_AMOUNT = re.compile("[CDN]U(?=L(?!U)|P|B(?![CaDN]))")

#: Four digits that are a time before its zone: "June 10, 1400 GMT", "0600 GMT on Thursday".
CLOCK_BEFORE_ZONE = re.compile("[Y9](?=z)")

#: Where a month may be named twice: "مارس/آذار".
TWO_MONTHS = re.compile("[Mm]/[Mm]")
