"""Dates: the tables beside this file, what must hold for any text, and the time it takes."""

from __future__ import annotations

import datetime as dt
import doctest
import gc
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsextract import dates
from newsextract.dates import find_dates, parse_date
from newsextract.dates.grammar import slots
from newsextract.errors import DateError, InputError
from newsextract.model import Date

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs" / "dates.md"
LANGUAGES = sorted(path.stem for path in HERE.glob("??.txt"))


def rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split(" | ")]


CASES = [(language, *row) for language in LANGUAGES for row in rows(f"{language}.txt")]
TRAPS = [tuple(row) for row in rows("traps.txt")]


def described(date: Date) -> str:
    words = [date.text, "=", date.value or "-", date.precision]
    words += [date.basis] if date.basis != "explicit" else []
    words += [date.modifier] if date.modifier else []
    words += [f"or {value}" for value in date.alternatives]
    return " ".join(words)


def test_there_are_tables() -> None:
    assert len(LANGUAGES) >= 16
    assert len(CASES) >= 150
    assert len(TRAPS) >= 400
    assert len({language for language, _ in TRAPS}) >= 18


@pytest.mark.parametrize(("language", "published", "text", "expected"), CASES)
def test_table(language: str, published: str, text: str, expected: str) -> None:
    found = find_dates(text, language=language, published=None if published == "-" else published)
    assert " ; ".join(map(described, found)) == expected
    for date in found:
        assert text[date.start : date.end] == date.text


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_trap(language: str, text: str) -> None:
    assert find_dates(text, language=language, published="2025-02-07") == ()


def test_another_thread_may_forget_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful(dict[str, Any]):
        def __contains__(self, key: object) -> bool:
            known = super().__contains__(key)
            self.clear()
            return known

    monkeypatch.setattr(slots, "_KNOWN", Forgetful())
    for text in ("May 2024", "It was in May 2024", "Of the May 2024"):  # the same date behind other words
        assert [date.value for date in find_dates(text, language="en")] == ["2024-05"]


def test_region_decides_the_order_of_figures() -> None:
    for language, value, other in (("en", "2023-03-04", "2023-04-03"), ("en-GB", "2023-04-03", "2023-03-04")):
        (date,) = find_dates("The vote was on 03/04/2023.", language=language)
        assert (date.value, date.alternatives) == (value, (other,))


def test_a_language_is_compiled_once_for_all_its_regions() -> None:
    # Tags that nothing else asks for: of many languages those that were compiled first are forgotten.
    readers = [dates.reader(tag) for tag in ("en-NZ", "en-IE", "en_ZA", "tlh", "en-SG")]
    assert len({id(reader.lexicon) for reader in readers}) == 1


def test_years_of_two_digits_are_of_one_hundred_years() -> None:
    for year in (1940, 1969, 1999, 2000, 2039):
        short = f"{year % 100:02}"
        for text in (f"On 13/04/{short}.", f"On 13.04.{short}.", f"On 13 April '{short}."):
            assert [date.value for date in find_dates(text, language="en")] == [f"{year}-04-13"], text
        for text in (f"13/04/{short}", f"13-Apr-{short}", f"13 avril {short}"):
            assert parse_date(text).value == f"{year}-04-13", text


def test_a_pipe_may_part_a_date_from_its_time() -> None:
    (date,) = find_dates("Ugo Rossi | 16 giugno 2025 | 08:32", language="it")
    assert (date.text, date.value) == ("16 giugno 2025 | 08:32", "2025-06-16T08:32")


def test_the_language_is_detected() -> None:
    german = "Die Sitzung war am 3. Mai 2024, und danach wird am Dienstag in der Stadt getagt."
    assert [date.value for date in find_dates(german, published="2025-02-07")] == ["2024-05-03", "2025-02-11"]
    assert parse_date("3 mai 2024").value == "2024-05-03"


def test_a_year_is_not_borrowed_from_far_away() -> None:
    near, far = ("In March 2027 it opens. " + "People came and went. " * count + "On 17 June." for count in (5, 50))
    assert [date.value for date in find_dates(near)] == ["2027-03", "2027-06-17"]
    assert [date.value for date in find_dates(far)] == ["2027-03", None]


def test_a_year_alone_is_not_borrowed_from_another_part() -> None:
    text = "The first bus of 1991 was red.\n\nDogs\n\nThey will be banned from June. In winter they may return."
    assert [date.value for date in find_dates(text)] == ["1991", None, None]
    text = "It opened on 3 May 2024.\n\nIt shut in June. It will open in July."
    assert [date.value for date in find_dates(text)] == ["2024-05-03", "2024-06", "2024-07"]


def test_a_year_on_a_line_of_its_own_is_that_of_the_days_under_it() -> None:
    text = "## 1938\n\nMarch 12: The mill burned.\n\nIt was built again by June 30. It will open on July 3."
    found = find_dates(text, language="en", published="2025-06-12")
    assert [date.value for date in found] == ["1938", "1938-03-12", "1938-06-30", "2025-07-03"]
    for other in (text.replace("\n", "\r\n"), text.replace("## 1938\n", "\t1938\u00a0\n"), text.replace("## ", "")):
        values = [date.value for date in find_dates(other, language="en", published="2025-06-12")]
        assert values == [date.value for date in found]
    for text in ("In 1938.\n\nMarch 12: It burned.", "| 1938 | 5 |\n\nMarch 12: It burned."):
        assert find_dates(text, language="en", published="2025-06-12")[-1].value == "2025-03-12"


def test_lines_under_weekdays_that_begin_today_or_tomorrow_are_a_forecast() -> None:
    def values(language: str, published: str, *lines: str) -> list[str | None]:
        return [d.value for d in find_dates("\n".join(lines), language=language, published=published)]

    week = [
        f"{day}: Rain."
        for day in ("Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday")
    ]
    assert values("en", "2024-12-03", *week) == [f"2024-12-{day:02}" for day in range(3, 11)]
    # A week in review begins so, too.
    assert values("en", "2024-12-02", *week[:3]) == ["2024-11-26", "2024-11-27", "2024-11-28"]
    for first in ("**Tonight:** Rain.", "Today: Wind.", "- Tonight – ice"):
        lines = (first, "Wednesday: Snow.", "Wednesday night: Ice.", "Thursday: Sun.")
        assert values("en", "2024-12-03", *lines) == ["2024-12-03", "2024-12-04", "2024-12-04", "2024-12-05"]
    assert values("en", "2024-12-03", "Today: Rain.", "Thursday: Snow.") == ["2024-12-03", "2024-12-05"]
    assert values("de", "2024-12-03", "Dienstag: Sonne.", "Mittwoch: Regen.") == ["2024-12-03", "2024-12-04"]
    trend = ("Tendance pour mardi : pluie.", "Tendance pour mercredi : neige.")
    assert values("fr", "2024-12-03", *trend) == ["2024-12-03", "2024-12-04"]


def test_lines_under_weekdays_that_tell_of_what_was_end_with_the_day_of_publication() -> None:
    lines = ("Monday: The jury was sworn in.", "Tuesday: It went home.", "Wednesday: The court rested.")
    for published in ("2024-12-01", "2024-11-29", "2024-11-27"):
        found = find_dates("\n".join(lines), language="en", published=published)
        assert [date.value for date in found] == ["2024-11-25", "2024-11-26", "2024-11-27"]
    for text in (
        "Wednesday: Rain.\nFriday: Sun.",
        "Wednesday: Rain.",
        "It rained on Wednesday.\nIt snowed Thursday.",
    ):
        found = find_dates(text, language="en", published="2024-12-03")
        assert all(date.latest and date.latest <= dt.date(2024, 12, 3) for date in found)


def test_what_a_quarter_is_of_is_told_in_other_paragraphs_too() -> None:
    game = "They were 20 down in the fourth quarter.\n\nLund scored 14 points as Hull came back to win 98-90."
    assert find_dates(game, language="en", published="2025-02-09") == ()
    bank = "They were $20m down in the fourth quarter.\n\nLund scored the results 5 out of 10."
    assert [d.value for d in find_dates(bank, language="en", published="2025-02-09")] == ["2024-10-01/2024-12-31"]


def test_a_month_on_a_line_of_its_own_is_no_first_name_of_the_next_line() -> None:
    assert [d.value for d in find_dates("Avril\nParis est beau.", language="fr", published="2025-02-09")] == ["2025-04"]


def test_a_zone_of_north_america_has_the_summer_time_of_the_date() -> None:
    assert parse_date("June 12, 2025 7:45 p.m. ET").value == "2025-06-12T19:45-04:00"
    assert parse_date("Jan 12, 2025 / 07:45 AM PT").value == "2025-01-12T07:45-08:00"
    (date,) = find_dates("At 10 a.m. ET on 10/01/2023.", language="en")
    assert (date.value, date.alternatives) == ("2023-10-01T10-04:00", ("2023-01-10T10-05:00",))


def test_two_numbers_that_are_known_to_be_a_date() -> None:
    assert parse_date("12/2024").value == parse_date("12.2024").value == "2024-12"
    assert parse_date("31/12", published="2024-10-08").value == "2024-12-31"
    assert parse_date("12/31", published="2024-10-08").value == "2024-12-31"
    for text in ("3/4", "13/2024", "31/31", "30/2"):
        with pytest.raises(DateError):
            parse_date(text, published="2024-10-08")


def test_a_year_and_a_month_alone_are_a_month() -> None:
    assert parse_date("2010-12").value == "2010-12"
    assert parse_date("2010–12").value == "2010/2012"


def test_a_week_of_iso_8601_alone() -> None:
    assert parse_date("2024-W18").value == "2024-04-29/2024-05-05"
    assert parse_date("2024-W18-5").value == parse_date("2024W185").value == "2024-05-03"
    assert parse_date("2020-W53-7").value == "2021-01-03"
    for text in ("2021-W53", "2024-W60-1", "2024-W00-5"):
        with pytest.raises(DateError):
            parse_date(text)


def test_a_time_alone_with_its_day_is_not_lost() -> None:
    assert parse_date("2024-05-03 10:15:30.123456+00:00").value == "2024-05-03T10:15:30+00:00"
    assert parse_date("3 мая 2024 г. 10:15").value == "2024-05-03T10:15"
    for zone in ("CST", "IST", "(IST)"):
        assert parse_date(f"May 3, 2024 10:15 AM {zone}").value == "2024-05-03T10:15"
    for word in ("LEFT", "POST"):
        with pytest.raises(DateError):
            parse_date(f"May 3, 2024 10:15 AM {word}")


def test_hard_wrapped_and_no_break_spaces() -> None:
    (date,) = find_dates("It opened on 3\nMay\u00a02024.")
    assert (date.text, date.value) == ("3 May 2024", "2024-05-03")
    for space in ("\r\n", "\n    ", "  ", "\t", "\u00a0\n"):
        for text in ("on Tuesday 3 May 2022 at 2 pm", "three days ago", "last week", "in the 19th century"):
            (date,) = find_dates(text.replace(" ", space), published="2025-02-07")
            (plain,) = find_dates(text, published="2025-02-07")
            assert (date.text, date.value) == (plain.text, plain.value)


def test_nothing_crosses_a_blank_line_or_a_part() -> None:
    assert [date.value for date in find_dates("May\n\n2024.")] == ["2024"]
    source = "on 3 May 2024"
    found = dates.reader("en").find(source, [(0, 8), (8, len(source))])
    assert [source[e.start : e.end] for e in found] == ["3 May", "2024"]


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_run_of_figures_is_no_date(language: str) -> None:
    for text in ("1/2" * 100, "2024-" * 100, "1.2.2024." * 100, "12345" * 100):
        assert find_dates(text, language=language) == ()


def test_durations_and_sets_are_asked_for() -> None:
    text = "For three days and every Monday."
    assert find_dates(text) == ()
    found = find_dates(text, kinds=("duration", "set"))
    assert [(date.kind, date.value) for date in found] == [("duration", "P3D"), ("set", "XXXX-WXX-1")]


LENGTHS = [
    ("en", "three centuries and two quarters, a decade", ["P300Y", "P6M", "P10Y"]),
    ("en", "for three quarters, over the past 12 quarters, a century", ["P9M", "P36M", "P100Y"]),
    ("de", "drei Jahrhunderte und zwei Quartale", ["P300Y", "P6M"]),
    ("fr", "trois siècles et deux trimestres", ["P300Y", "P6M"]),
    ("es", "tres siglos y dos trimestres", ["P300Y", "P6M"]),
    ("vi", "3 ngày, ba ngày và hai tuần", ["P3D", "P3D", "P2W"]),
]
SETS = [
    ("en", "every decade, every quarter, each century and every two weeks", ["P10Y", "P3M", "P100Y", "P2W"]),
    ("en", "twice a week, three times a month, once a year, 4 times each day", ["P1W", "P1M", "P1Y", "P1D"]),
    ("en", "once in a decade it won twice in years", []),
    ("de", "jedes Quartal, zweimal pro Woche, einmal im Monat, drei Mal am Tag", ["P3M", "P1W", "P1M", "P1D"]),
    ("fr", "chaque trimestre, deux fois par semaine", ["P3M", "P1W"]),
    ("es", "cada trimestre, tres veces al mes, una vez por semana", ["P3M", "P1M", "P1W"]),
    ("it", "ogni decennio, due volte alla settimana", ["P10Y", "P1W"]),
    ("pt", "cada década, duas vezes por semana", ["P10Y", "P1W"]),
    ("nl", "elke twee weken, twee keer per week", ["P2W", "P1W"]),
    ("ru", "каждый квартал, два раза в неделю, дважды в месяц", ["P3M", "P1W", "P1M"]),
]


@pytest.mark.parametrize(
    ("kind", "language", "text", "values"),
    [*(("duration", *row) for row in LENGTHS), *(("set", *row) for row in SETS)],
)
def test_lengths_and_sets(kind: str, language: str, text: str, values: list[str]) -> None:
    found = find_dates(f"(… {text}.)", language=language, kinds=("date", "duration", "set"))
    assert [(date.kind, date.value) for date in found] == [(kind, value) for value in values]
    assert find_dates(f"(… {text}.)", language=language) == ()


def test_what_is_no_length_and_no_set() -> None:
    for text in (
        "Three quarters of them and two quarters of the cake; three-quarters said yes, one quarter no.",
        "Each quarter of the city was asked, once the year was over; half a century.",
        "In 19 century.",
    ):
        assert find_dates(text, language="en", kinds=("date", "duration", "set")) == (), text
    text = "Once a month ago, twice the week before last."
    plain = find_dates(text, language="en", published="2025-02-07")
    assert [date.value for date in plain] == ["2025-01", "2025-01-20/2025-01-26"]
    assert find_dates(text, language="en", published="2025-02-07", kinds=("date", "duration", "set")) == plain


def test_timex() -> None:
    text = "In spring 2025, the 1990s, Q3 2023, on 3 May 2024 at 2 pm, and last week."
    found = find_dates(text, published="2025-01-01")
    assert [date.timex for date in found] == ["2025-SP", "199", "2023-Q3", "2024-05-03T14", "2024-W52"]


def test_an_interval_has_no_timex_but_where_it_has_a_name() -> None:
    for text in ("the 19th–20th centuries", "2019–2021", "October 3-7, 2023", "January-May 2024", "3 May-4 June 2024"):
        (date,) = find_dates(f"In {text}.", language="en")
        assert "/" in str(date.value), text
        assert date.timex is None, text
    named = find_dates("In the first half of 2023, in Q4 2023, in week 3 of 2024.", language="en")
    assert [date.timex for date in named] == ["2023-H1", "2023-Q4", "2024-W03"]


def test_what_a_temporal_tagger_asks_for() -> None:
    text = "Now, as recently, a 6-year-old ran for 3 hours daily; several years ago, within a few weeks, every month."
    assert find_dates(text) == ()
    found = find_dates(text, kinds=("date", "duration", "set"))
    assert [(date.text, date.timex) for date in found] == [
        ("Now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("3 hours", "PT3H"),
        ("daily", "P1D"),
        ("several years ago", "PAST_REF"),
        ("a few weeks", "PXW"),
        ("every month", "P1M"),
    ]
    assert {date.precision for date in found if date.timex == "PT3H"} == {"hour"}


def test_a_temporal_tagger_is_told_parts_of_days() -> None:
    text = "They met on Friday night and this morning; each July they rest, as in recent years and the past."
    asked = find_dates(text, published="2025-02-07", kinds=("date", "time", "duration", "set"))
    assert [(date.text, date.timex) for date in asked] == [
        ("Friday night", "2025-02-07TNI"),
        ("this morning", "2025-02-07TMO"),
        ("each July", "XXXX-07"),
        ("recent years", "PXY"),
        ("the past", "PAST_REF"),
    ]
    plain = find_dates(text, published="2025-02-07")
    assert [(date.text, date.value) for date in plain] == [("Friday", "2025-02-07"), ("this morning", "2025-02-07")]
    days = find_dates(text, published="2025-02-07", kinds=("date", "duration"))
    assert [date.value for date in days if date.kind == "date"] == ["2025-02-07", "2025-02-07", "PAST_REF"]
    german = find_dates("Am Freitagabend.", language="de", published="2025-02-07", kinds=("date", "time", "set"))
    assert [(date.text, date.timex) for date in german] == [("Freitagabend", "2025-02-07TEV")]


def test_a_date_is_counted_from_one_that_is_close_by() -> None:
    near, far = (
        "In March 2020 it opened. " + "People came and went. " * count + "A year later it shut." for count in (5, 50)
    )
    assert [date.value for date in find_dates(near)] == ["2020-03", "2021"]
    assert [date.value for date in find_dates(far)] == ["2020-03"]


def test_a_weekend_in_timex() -> None:
    (date,) = find_dates("They met last weekend.", published="2025-02-07")
    assert (date.value, date.timex) == ("2025-02-01/2025-02-02", "2025-W05-WE")


def test_cells() -> None:
    reader = dates.reader("en")
    read = reader.read(" 3 may 2024 ", None, None)
    assert read is not None
    assert (read["value"], read["start"], read["end"]) == ("2024-05-03", 1, 11)
    for cell in ("", "412", "in May 2024", "3 May 2024 and more", "Nurse", "71.4%", "1.30", "2,000"):
        assert reader.read(cell, None, None) is None


@pytest.mark.parametrize("text", ["", "  ", "soon", "1.1%", "1.1% of 2020", "on", "3 May 2024 or so", "2023-02-30"])
def test_parse_date_says_why_not(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.text == text
    assert error.value.reason


@pytest.mark.parametrize("text", ["3 May 2024 and 4 May 2024", "3. Mai 2024 oder im Juni 2025"])
def test_parse_date_of_several_says_what_finds_them(text: str) -> None:
    with pytest.raises(DateError, match="is no date: it has several; find_dates finds them"):
        parse_date(text)


def test_wrong_arguments_are_named() -> None:
    with pytest.raises(InputError, match="published is 'soon'"):
        find_dates("today", published="soon")
    with pytest.raises(InputError, match="no such kind of date: week"):
        find_dates("today", kinds=("week",))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="order is 'DYM'"):
        parse_date("3 May 2024", order="DYM")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("text", None, "takes a str as text, not NoneType"),
        ("text", b"3 May 2024", "takes a str as text, not bytes"),
        ("language", 5, "language is int"),
        ("language", "German", "language is 'German', which is no BCP 47 tag"),
        ("published", 5, "published is 5"),
        ("kinds", "duration", "kinds is a str; give a tuple"),
        ("kinds", 5, "kinds is a int"),
        ("kinds", [[]], "kinds: no such kind"),
        ("order", [], "order is "),
    ],
)
def test_a_wrong_argument_is_named(name: str, value: object, says: str) -> None:
    arguments: dict[str, Any] = {"text": "3 May 2024", name: value}
    if name != "order":
        with pytest.raises(InputError, match=says):
            find_dates(**arguments)
    if name != "kinds":
        with pytest.raises(InputError, match=says):
            parse_date(**arguments)


def test_lone_surrogates() -> None:
    (date,) = find_dates("\ud800 on 3 May 2024\udfff")
    assert (date.text, date.start, date.end) == ("3 May 2024", 5, 15)
    with pytest.raises(DateError):
        parse_date("\ud800")
    for text in ("in 2020\ud800", "3 May\udfff 2024"):
        assert all(date.model_dump_json() for date in find_dates(text))


def test_a_name_behind_white_space_alone() -> None:
    for before in (" ", "\n\t ", "\u3000", ""):
        assert not find_dates(f"{before}Abril Méndez", language="es")
        assert [date.text for date in find_dates(f"{before}Domingo Vera", language="es")] == ["Domingo"]


def test_the_end_of_a_range_of_weekdays_is_not_before_its_beginning() -> None:
    for day in range(1, 8):
        for language, text in (("en", "Monday to Friday"), ("en", "Friday–Monday"), ("de", "von Freitag bis Montag")):
            begin, end = find_dates(text, language=language, published=dt.date(2025, 2, day))
            assert begin.earliest is not None
            assert end.latest is not None
            assert begin.earliest < end.latest
            assert [date.value for date in find_dates(text, language=language)] == [None, None]


# ---- what holds for any text

WORDS = st.sampled_from(
    (
        *(
            "-",
            "–",
            "/",
            ",",
            ".",
            "(",
            ")",
            "on",
            "in",
            "the",
            "of",
            "last",
            "next",
            "this",
            "at",
            "pm",
            "GMT",
            "early",
        ),
        *("before", "after", "each", "half", "ended", "Good", "Christmas", "Day", "Friday", "night", "nine", "months"),
        *("am", "22.04.", "22/04", "heute", "Morgen", "vor", "gut", "zwei", "Jahren", "93", "H2", "September", "Eve"),
        *("mid", "third", "three", "ago", "days", "May", "March", "Tuesday", "February", "3", "3rd", "12", "29", "30"),
        *(
            "31",
            "2024",
            "1999",
            "1000",
            "9999",
            "03/04/2023",
            "2023-09-12",
            "2:20",
            "week",
            "year",
            "quarter",
            "spring",
        ),
        *("Q1", "H2", "Q4", "and", "to", "80", "90s", "KW", "weeks", "twice", "a", "every", "quarters", "centuries"),
        *("1990s", "'90s", "5月3日", "2024年", "two thousand", "weekend", "month", "hundred", "Halloween", "next week"),
    )
)
PHRASES = st.lists(WORDS, max_size=12).map(" ".join)
ANCHORS = st.none() | st.dates()
RANK = {
    name: rank for rank, name in enumerate(("century", "decade", "year", "season", "quarter", "month", "week", "day"))
}


@settings(max_examples=400, deadline=None)
@example("last May .", None, None)
@given(
    PHRASES | st.text(max_size=80),
    ANCHORS,
    st.sampled_from([None, "en", "de", "fr", "ru", "ar", "fa", "th", "zh", "ja", "xx"]),
)
def test_any_text(text: str, anchor: dt.date | None, language: str | None) -> None:
    end, known = 0, anchor is not None
    for date in find_dates(text, language=language, published=anchor, kinds=("date", "time", "duration", "set")):
        assert date.start is not None
        assert date.end is not None
        assert end <= date.start < date.end <= len(text)
        assert date.text == " ".join(text[date.start : date.end].split())
        end = date.end
        check_value(date, known)
        known = known or (date.kind in ("date", "time") and date.earliest is not None)


def check_value(date: Date, known: bool) -> None:
    """`known`: whether there is a day to count from, that of publication or a date before this one."""
    if date.value is not None and date.value.endswith("_REF"):
        return
    if date.basis == "relative" and not known:
        assert date.value is None
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest
    if date.value is None or date.kind in ("duration", "set"):
        return
    parts = date.value.rstrip("~").partition("T")[0].split("/")
    if date.precision in ("week", "quarter", "season", "decade", "century"):
        return
    # Never finer than the text: a month has two parts, a year one.
    depth = {"year": 1, "month": 2}.get(date.precision, 3)
    assert all(len(part.split("-")) <= depth for part in parts)
    assert date.earliest is not None
    assert date.latest is not None
    assert date.earliest.isoformat().startswith(parts[0])
    assert date.latest.isoformat().startswith(parts[-1])


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
@settings(deadline=None)
def test_every_day_is_read_back(day: dt.date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day:%d %b %Y}",
    ):
        assert parse_date(text).value == day.isoformat()


# ---- time

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits and slashes": lambda n: "1/2" * n,
    "digits": lambda n: "1" * n,
    "years": lambda n: "2024-" * n,
    "months": lambda n: "May " * n,
    "ranges": lambda n: "3-" * n + " May",
    "the": lambda n: "the " * n + "week",
    "last": lambda n: "last of the " * n,
    "apostrophes": lambda n: "'90s'" * n,
    "weekdays": lambda n: "Tuesday, " * n,
    "days of a list": lambda n: "3, " * n + "May",
    "years in Chinese": lambda n: "2024年" * n,
    "no spaces": lambda n: "May2024" * n,
    "days to a dash in Chinese": lambda n: "5月3日至" * n,
    "weeks": lambda n: "Tuesday last week on " * n,
    "days of the": lambda n: "3 of the " * n + "May",
    "numerals": lambda n: "五十年" * n,
    "pipes": lambda n: "3 May 2024 | " * n,
    "later": lambda n: "two years later " * n,
    "that year": lambda n: "May of that year " * n,
    "weekends": lambda n: "last weekend " * n,
    "weeks of months": lambda n: "the first week of May " * n,
    "years in words": lambda n: "in two thousand and four " * n,
    "numbers in words": lambda n: "two thousand " + "twenty " * n,
    "spaces": lambda n: "May" + " " * n + "2024",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["en", "zh", "ru"])
def test_time_is_linear(name: str, language: str) -> None:
    reader = dates.reader(language)
    short, long = HOSTILE[name](8_000), HOSTILE[name](16_000)

    def seconds(text: str) -> float:
        gc.collect()
        gc.disable()  # its passes come where they like
        try:
            begin = time.process_time()
            dates.resolve(reader.find(text), anchor=dt.date(2024, 1, 1))
            return time.process_time() - begin
        finally:
            gc.enable()

    reader.find(short)  # what is compiled and remembered at first use is not timed
    ratios = []
    for _ in range(5):
        ratios.append(seconds(long) / max(seconds(short), 1e-3))
        if min(ratios) <= 2.5:
            return
    pytest.fail(f"twice the text took {min(ratios):.1f} times the time")


def test_the_page_of_the_docs() -> None:
    assert doctest.testfile(str(DOCS), module_relative=False).failed == 0
    table = re.findall(r"^\| (?:(\w\w) \| )?`(.+?)` \| (-|`.+?`) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(table) > 60
    assert len({language for language, _, _ in table}) >= 18
    for language, text, values in table:
        found = find_dates(text.replace("\\|", "|"), language=language or None, published="2025-02-07")
        assert (", ".join(f"`{date.value}`" for date in found) or "-") == values, text
