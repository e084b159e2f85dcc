"""The words of dates that `dateparser`'s tables lack: number words, inflections, "last" and "next", seasons, and so on.

They are in `languages/`, a file a language and one (`shared.toml`) of what holds in all. A key is a role, its words are
parted by spaces; an underscore stands for a space inside a word. Where a word's place is its value (`number`,
`ordinal`, `season`, `month`, `weekday`) a list has them in order, "" where one is left out; where it must be named
(`day`, `unit` and the like) a table has the words by it. The roles:

number, ordinal   "three", "third"; `a` is one before a unit ("a week ago")
day_words         those of `number` and `ordinal` that stand before a month as a day does: "premier mai", "due giugno"
hour              words for a time of day, by its hour: "noon"
tens              larger numbers, by their value
spoken            those of `number` that a year in words begins with: "nineteen ninety-one"
last, this, next  adjectives: "last week", "nächster Monat"; `last_but_one` and `next_but_one` are two steps
last_behind, this_behind, next_behind  those that are so only behind their unit: "tuần trước"; before it they are
                  "before" and "then"; behind an amount the first is "ago"
last_several, next_several  the same in the plural
ago, ago_before   behind the amount ("three days ago") or before it ("vor drei Tagen", "il y a trois jours");
                  `ago_alone` where a unit alone is one ("год назад"), `ago_either` on either side
ahead             before an amount to come ("in three days"); `surely_ahead` where nothing else can be meant
                  ("dans trois jours"), `ahead_amount` where an amount of anything is as likely ("za 2000
                  eura"), `ahead_alone` where a unit alone is one ("через год")
from_now          behind an amount to come and "from": "two weeks from now"
or_so             behind an amount and "or": "a week or so ago"
ahead_behind      behind an amount to come: "kahden viikon kuluttua"; later where a verb speaks of the past;
                  `ahead_either` is "after" elsewhere: "kahe nädala pärast"
later, earlier    behind an amount: counted from the date that the text spoke of last ("two years later")
later_or_ahead    the same where it is as well counted from today: "3日後"
following, same   adjectives of the same ("the following year", "that year")
numbered          units whose number behind them names one, by the unit: "el día 21", "vecka 12"; `dated_unit` those
                  behind which two numbers of any length are a day and month: "ngày 14/1"
solar_month       months of the solar Hijri calendar
era_name          what a year of the language's own era stands behind, wherever it may
year_name         words for "year" before one of that era
era               the number that years of the language's own era are ahead: Thai 2567 is 2024
year_words        what a year in words begins with, by its number: "two thousand"; `one_word` is true where it is one
                  word with the rest: "zweitausendvier"
numbered_week     words for a week of a month or year, by its number, -1 the last: 第一周
told              single words for a unit so far from the date that the text spoke of last: "le lendemain", 同年
preceding         "l'année précédente"
that              the one of `same` that never stands behind
week_number       what the number of a week of the year stands beside: "KW 12"
period, weekend   "the latest period"; "last weekend"; `in_weekend` needs no word before it
weak              months, weekdays and feasts that are words or names too: dates only beside a number or behind a word
                  of `in`
named             names that a weekday or month is part of: "Sunday Times", "Plaza de Mayo"
given             months and weekdays, which the language writes small, that are names of persons too: "Plácido Domingo"
titles            what stands before persons' names: "Herr Sonntag"; `leading_to_names` where a name must be behind, too
game, business    words around a quarter without a year that tell of a game ("scored in the third quarter") or not
weak_small        weekdays that are other words in small letters: there only with a capital, alone only behind a word of
                  `in` or `of`; `weak_first`: where a sentence begins, too, unless a part of a day is behind
accented          words that are others without their accents ("março", a name; "passé", a verb)
in_season         adverbs of a season: dates without a word before them ("летом"); `past_season`: of the last such
                  ("i somras")
in                licenses a bare year or an ambiguous month behind it ("in 2020", "since May"); so does `of`
of                may stand inside a date ("3 de mayo de 2024", "spring of 2025", "the")
when, when_of     those of `in` and `of` that make of a number behind them a year ("у 1862")
of_kind           those of `of` that a season behind them describes something with ("jeux d'hiver")
of_several        those of `of` behind which a weekday that looks like one is several: "los martes"
plural_too        weekdays that are the plural of a unit, too, behind an amount: "luni", months
no_weekday        what begins with the name of a weekday and is none: "salı günleri", "minggu lalu"
opening           words beside the hours when a place is open or closed: "open Monday to Friday"
from_behind       what stands behind the first day of a range: 月曜から
closed_before, closed_behind  what stands right beside a weekday that recurs: "sauf le lundi", 周一闭馆
fiscal, whole     "this fiscal year", "the full year"
early, mid, late, about, quarter, half, season, every
early_behind, mid_behind, late_behind  those that stand behind a year or month: "aasta lõpus"
course            what leads to a year or month and says neither: "im Laufe des Jahres"
early_of, late_of  words of `early` and `late` only before one of `of_kind` ("the end of May"); so is `rest_of`, which
                  says neither
half, half_of     "Halbjahr", and what is half a year only beside a year
quarters          `quarter` in the plural
final             "the last", where another word is "the one before": "sista veckan i maj"
half_of_month     words for half a month, by its number: "première quinzaine"
half_of_year      words for a half of the year before them, by its number: 前半
half_behind_year  those that are others where no year is right before them: 前半年
quarter_of_year   words for a quarter of the year before them, by its number: 第1季
first_months      words for so many months from January on (前三季度); `first_months_of_year` only behind a year
part_of_year      words for a half ("h1") or a quarter of a year
nearly            adverbs before an amount: "vor gut zwei Jahren"
unit              the words of each unit; `days`, `weeks`, `months`, `years`, `several_years` (behind which stands no
                  decade), `centuries` are plurals; `numbered_century`: a number before it never counts ("20 ст.")
day, weekly, monthly, year  today, yesterday and the like, by the days, weeks, months or years that they are ahead;
                  "±1" is yesterday or tomorrow, as the verb says
day_in_brackets   what stands before a day of the month in brackets: 今（3）日
behind_day        what stands behind a day of the month in figures that names no month: 10日午前; so may `before_day`
                  before it (于16日); `behind_days` and `before_days` make the number one of days
other_eras        what makes a year or day behind it one of another era or calendar: 公元前, 乾隆, 旧暦
before_years      what stands before years and months in figures that are a length of time: 징역 10년 6월; so do
                  `before_days`, and `behind_years` behind them
traditional       signs of those who count years of two digits from another (Taiwan: 86年4月 is of 1997), and
                  `traditional_tags`: subtags that say so
counted_days      true where the same is an amount of days before "ago" and "later": 3日前
decade            "nineties", by the number
this_season       words for a season of a year, by the years that it is ahead, spring first: 来春
edge, this_edge   words for the end or beginning of a year or month, by unit and modifier: "Jahresende"; with the units
                  that it is ahead: 明年初
day_part          "morning", "night"; `glued_part`: written as one word with a weekday ("Freitagabend")
verb_last         true where the verb ends the sentence
leading           true where "last" and "next" never stand behind a unit
before, after     those of `in` that stand behind a unit: "the year before", "the week before last"; they and `from`
                  between an amount and a day: "three days after 3 May"
starting          between a week and the day that it begins on: "the week commencing 3 May"
since             those of `in` that license a season behind them, and a year in words; `due`: only the season, for they
                  lead to amounts too ("it grew by nineteen hundred and ten")
lasting           those of `in` that an amount behind them lasts: "within three days after 3 May"
for               the one of `in` that stands before a whole year: "for the year"
ended             the one of `in` between a quarter and its last day
on                the word of `in` between a day and its week: "во вторник на прошлой неделе"
onto              what stands only between two days: "vom 3. auf den 4. Juni"
and               that of `in` which begins what is another date
between           that of `in` behind which the words of `and` lead to the end of a range: "between Friday and Saturday"
to, to_of         those of `in` and of `of` that lead to the end of a range ("Monday to Friday")
dash              signs and words that are as good as a dash
this_week         what makes a weekday behind it one of a week, by the weeks that it is ahead; `this_weekend` has the
                  words themselves
particle          what is written behind a word of dates without a space: "수요일에"
dated             those of `of` that a day and month in figures may follow ("am 22.4.", "le 22/04")
surely_dated      those of `of` behind which two numbers of any length are nothing else: "ngày 14/1"
daylight          time zones whose words stand for their summer time too, by their minutes in winter: "ET"; in "Eastern
                  time" the second word is `zone_time`
oclock            before a time of day: "alle ore 18.05"
at                what a street and number may follow ("at 1984 Elm Street")
vague             what "today's" says nothing certain of ("today's world")
label             what a number names, so that the number behind is no year ("page 1999")
not               words that the tables give as abbreviations, and that are other words far more often
measure           what numbers count, so that the number before is no year
times, often, once, per  how often something recurs: "three times", "twice", and "once", which is a conjunction too;
                  "per week"
uncounted         what no number counts, so that the number before is a day: "el lunes 10 se reunirán"
present           forms of the present that put a weekday or month behind them into the future: "it opens on Friday"
perhaps           the same that are nouns too, where no other verb is: "the Senate votes on Tuesday"
plural            the same that are nouns and infinitives too, behind one of `subjects` (or of their endings, behind a
                  "*"): "polls open on Tuesday"; `fixture` those of sport, behind a name too: "Boston visits Miami"
listed            words behind a colon that say with names alone what comes next: "Lakers: At New York on Tuesday"
future, modal, past, said
                  verb forms that tell the tense of a bare weekday or month behind them, and their endings behind a "*";
                  those of `modal` that of a date before them too. After one of `said` any tense goes
surely_future     those of `modal` that do not turn so: "they will have met"
perfect           verbs that put a word of the future into the past: "had planned"
plans             verbs that put an infinitive with "to" into the future: "plan to", "is to"
due               weekdays and months that put themselves into the future: "reedeks"
coming            words before a weekday that put it into the future, unless it ends as one with a "*" says: "på måndag"
until             words right before a date that put it into the future ("until Tuesday", "as early as Tuesday")
by                those of them that do so where no verb speaks of the past ("by Friday")
ends              words right before a date (behind it where the verb ends the sentence) that lead to the end of
                  something, and never to what is summed up ("through March")
deadline          those of `until` and `by` that put a month or season into the future, too, where no verb is known ("by
                  October")
holds             forms of "have" that do so right before one of `until`: "they have until October"; where there are
                  `granted`, one of them must be behind: "haben bis Oktober Zeit"
participle        endings of participles, behind which a `deadline` is one of what was, if none of `state` is near:
                  "muertes registradas a partir de octubre"
planned           participles that do so right behind the date: "ist für Oktober angesetzt"
held              two words that do so right before it, where nothing is behind: "Start ist im September."
state             forms of the present of what goes on to such an end: "is closed until December"
wants             the same of what is expected or wanted by then: "we want a deal by December"
since_day         words right before a date that is behind: "since 3 May", "the year ended 3 May"
not_until         what turns them round: "not until Tuesday"
quarter_behind    words that "Q2" or "H1" without a year may follow: "by Q2"
short_year        words that a year of two digits with an apostrophe may follow: "in '98"
within            words right before a month in which something was, or its endings behind a "*": "it began in
                  December", "toukokuussa"
before_event      words before a weekday and an "'s" that put it into the future: "ahead of Sunday's vote"; so do they a
                  month with an article: "ahead of the November election"
on_day            words right before a day of a month on which something was: "it began on 3 May"
determiner        words behind which a participle is no verb: "the revised plan", "it remains closed"
feasts            names of feasts, by their day (`feasts.py`)
phrases           what has a TIMEX3 value and no place on the calendar (`find/vague.py`): phrases by their value; TMO
                  and the like are parts of a day; `amounts` has amounts that are not known, `none` what is no other
zone, moscow, clock  of `shared.toml`: time zones by their minutes east of Greenwich, that of Moscow by those of today;
                  what stands behind a time
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["Table", "table"]

#: By the role its words, or the words by their values.
Table = dict[str, Any]

_LANGUAGES = files(__package__) / "languages"
_NAME = re.compile(r"[a-z]{2,3}|shared")


@lru_cache(maxsize=32)
def table(language: str) -> Table:
    """The words of a language, or the "shared" ones; {} where there is no file.

    >>> table("en")["ago"], table("en")["day"], table("tlh")
    ('ago', {'-1': 'yesterday', '0': 'today tonight', '1': 'tomorrow'}, {})
    """
    if not _NAME.fullmatch(language):
        return {}
    try:
        return tomllib.loads((_LANGUAGES / f"{language}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
