"""What holds for any text: tried on texts that look like articles and on texts that look like nothing.

`HYPOTHESIS_PROFILE=thorough` tries many more, and others each time.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import textwrap
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from invariants import check, tree
from newsextract import Article, find_dates, parse_text, to_markdown, to_text
from newsextract.text import read as read_blocks
from read_markdown import read, written

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("steady", max_examples=100, derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=_SLOW)
PROFILE = settings.get_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

SAMPLE = """
the river rose and nobody in Pell slept. Mayor said: “Not again!” It cost £3.1m, or 4.5% (more than ever);
Der Rat tagt am Freitag. Où va l'eau? Вода́ пришла ночью. وصل الماء ليلاً، 河水涨了。 川の水が増えた、 강물이 불었다
3 May 2024 03/04/2023 14:20 GMT last Tuesday in the 1990s 2024年5月3日
1. a) - | : • > # ** www.a.b @c ... – —
"""
WORDS = st.sampled_from(SAMPLE.split())
PROSE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
SENTENCE = PROSE.map(lambda text: f"{text}.")
PHRASE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
INDENT = st.sampled_from(["", "  ", "    ", "\t"])
BULLET = st.sampled_from(["- ", "* ", "• ", "– ", "· ", "▪", "1. ", "2) ", "a) ", "(iv) ", "٣. ", "１．", "-\n"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Items, some nested, some that run on, some with a label."""
    items = draw(st.lists(st.tuples(INDENT, BULLET, PHRASE, st.sampled_from(["", ": more", "\n   more"])), min_size=1))
    return "\n".join("".join(item) for item in items)


EXTRA_ROW = st.sampled_from(["|---|:-:|", "--- | ---", "Table 1: Wards"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Rows of any width in one dialect, with or without separator and caption."""
    cell = st.one_of(
        PHRASE, st.sampled_from(["", "412", "71.4%", "£3.1m", "n/a", "2024", "a \\| b", r"a \\\| b", "a\\"])
    )
    rows = draw(st.lists(st.lists(cell, min_size=1, max_size=5), min_size=1, max_size=6))
    dialect = draw(st.sampled_from(["| {} |", "{}", "|{}|", "{} |", "| {}"]))
    between = draw(st.sampled_from([" | ", "|", "||", "\t"]))
    lines = [dialect.format(between.join(row)) for row in rows]
    if draw(st.booleans()):
        lines.insert(draw(st.integers(0, len(lines))), draw(EXTRA_ROW))
    return "\n".join(lines)


MARK = st.sampled_from(["> ", ">> ", "# ", "#### ", "**", "*", "— ", "1. ", "By ", "Photo: ", "Read more: "])
MARKED = st.builds("{}{}".format, MARK, PHRASE)
SET_LINES = """\
Advertisement
Share
Sign up to our newsletter
Tags
© 2024 The Paper
By Ann Lee and Bo Gray
Von Ann Lee
文/李安
Reuters | Paris
PELL (Agency) - It rained.
Updated 3 May 2024 14:20
14:20
May
**Pros:**
***
---
===
-
•"""
SET_LINE = st.sampled_from(SET_LINES.split("\n"))
BLOCK = st.one_of(PROSE, SENTENCE, PHRASE, lists(), tables(), MARKED, SET_LINE, st.text(max_size=20))
GAP = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n", "\r\n", "\n \n", "\u2028", "\n\u200b\n", "\n\u00a0"])


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Blocks of all sorts, parted somehow."""
    pieces = draw(st.lists(st.tuples(BLOCK, GAP), max_size=12))
    return draw(st.sampled_from(["", "\ufeff", "\n\n", " "])) + "".join(block + gap for block, gap in pieces)


#: `st.text()` alone would never draw a lone surrogate.
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=300)
MARKS = '\n\n\r\t |-–*#>:.,=_\\1a5é字\u00a0\u200b\u200f\ufeff\x00\ud800()[]"“%$'
LAYOUT = st.text(st.sampled_from(MARKS), max_size=200)
TEXT = st.one_of(articles(), articles(), LAYOUT, ANY_TEXT)


@st.composite
def arguments(draw: st.DrawFn) -> dict[str, Any]:
    """Arguments of parse_text, each sometimes."""
    some = {
        "language": st.sampled_from(["en", "en-GB", "de", "zh-Hant", "ar", "xx", "tlh", ""]),
        "published": st.sampled_from([dt.date(2024, 2, 29), dt.datetime(2024, 5, 3, 14, 20), "2024-05-03T14:20Z"]),
        "headline": st.one_of(st.text(max_size=20), PHRASE),
        "repair": st.booleans(),
        "source": st.text(max_size=10),
    }
    return {name: draw(values) for name, values in some.items() if draw(st.booleans())}


@PROFILE
@given(TEXT, arguments())
@example("", {})
@example("\ufeff", {})
@example("\x00", {})
@example("\ud800", {})
@example("|", {})
@example("a\rb\x85c\u2029d", {})
@example("– anstelle\n\n  – nested\n– anstelle\n周六：多云2020\n> d", {})
@example("two sheets;\n\u200b\nthree sheets;\n", {})
def test_every_text_gives_an_article_that_keeps_every_character(text: str, given: dict[str, Any]) -> None:
    article = parse_text(text, **given)
    check(text, article)
    assert Article.model_validate_json(article.model_dump_json()) == article


@PROFILE
@given(TEXT)
@example("Rain\n-    \u200b\u200b\u200b\u200bPublished 1 May 2024,    updated 3 May 2024\nIt rained.")
@example("# Rain\n### By Ana \\*Ruiz\\* | 3 May 2024 | Updated 5 May 2024\nIt rained.")
@example("Rain\n\n```text\nIt rained on 3 May 2024.\n```\n> On 4 May\n> it did.\n— Ann, 5 May")
@example("河水又涨了一夜到了早晨下城区的人们都没有睡过一个小时水位还在2022年8\n月涨了一夜\n" * 9)
def test_the_dates_of_a_block_stand_where_it_says(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(filter(str.isalnum, words))

    blocks, _ = read_blocks(text)
    for block in blocks:
        assert len(block.spans) in (0, len(block.dates))
        for date, (start, end) in zip(block.dates, block.spans, strict=False):
            assert letters(block.text[start:end]) == letters(text[date.start : date.end])


@PROFILE
@given(TEXT)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert parse_text(text) == parse_text(text)


def without_places(value: Any) -> Any:
    """A record as JSON holds it, without offsets."""
    if isinstance(value, dict):
        return {name: without_places(each) for name, each in value.items() if name not in ("start", "end")}
    return [without_places(each) for each in value] if isinstance(value, list) else value


def records(text: str, **given: Any) -> Any:
    return without_places(json.loads(parse_text(text, **given).model_dump_json()))


LANGUAGE = st.sampled_from(["en", "de", "ru", "ar", "zh", "ja"])


@PROFILE
@given(articles(), LANGUAGE)
def test_newlines_of_either_sort_give_the_same_records(text: str, language: str) -> None:
    text = text.replace("\r", "")
    one, other = records(text, language=language), records(text.replace("\n", "\r\n"), language=language)
    # Dates are the next test's.
    assert one | {"dates": None} == other | {"dates": None}


@pytest.mark.parametrize("space", ["\r\n", "\n    ", "  "])
@pytest.mark.parametrize(
    ("text", "language"),
    [("on 3\nMay 2024", "en"), ("am 3.\nMai 2024", "de"), ("last\nTuesday", "en"), ("2024年5月\n3日", "zh")],
)
def test_dates_are_found_over_the_ends_of_lines(text: str, language: str, space: str) -> None:
    found = [(date.text, date.value) for date in find_dates(text.replace("\n", space), language=language)]
    assert found == [(date.text, date.value) for date in find_dates(text, language=language)]


@PROFILE
@given(articles(), LANGUAGE, st.data())
def test_hard_spaces_are_spaces(text: str, language: str, data: st.DataObject) -> None:
    places = [at for at, character in enumerate(text) if character == " "]
    assume(places)
    hard = set(data.draw(st.lists(st.sampled_from(places))) if data.draw(st.booleans()) else places)
    written = "".join("\u00a0" if at in hard else character for at, character in enumerate(text))
    assert records(written, language=language) == records(text, language=language)


@PROFILE
@given(articles(), LANGUAGE, st.integers(0, 12))
def test_blank_lines_at_the_end_mean_nothing(text: str, language: str, count: int) -> None:
    assert records(text + "\n" * count, language=language) == records(text, language=language)


@PROFILE
@given(articles(), LANGUAGE, st.integers(0, 12))
@example("the\nthe\n", "en", 1)
def test_blank_lines_at_the_beginning_mean_nothing(text: str, language: str, count: int) -> None:
    assert records("\n" * count + text, language=language) == records(text, language=language)


@PROFILE
@given(articles(), st.integers(0, 12))
@example("the\nBy the the rose 河水涨了。 2024年5月3日 £3.1m,\nAdvertisement\n", 12)
@example("It rained. Шёл дождь.", 40)
@example("\n0\n\nthe the the the the the river £3.1m, 川の水が増えた、 2024年5月3日\n", 12)
def test_white_space_does_not_change_the_language(text: str, count: int) -> None:
    language = parse_text(text).language
    assert parse_text("\n" * count + text + "\n" * count).language == language


@PROFILE
@given(articles(), arguments())
def test_repair_adds_spaces_and_nothing_else(text: str, given: dict[str, Any]) -> None:
    def spaceless(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: spaceless(each) for name, each in value.items()}
        if isinstance(value, list):
            return [spaceless(each) for each in value]
        return value.replace(" ", "") if isinstance(value, str) else value

    as_it_was = json.loads(parse_text(text, **{**given, "repair": False}).model_dump_json())
    repaired = json.loads(parse_text(text, **{**given, "repair": True}).model_dump_json())
    assert spaceless(repaired) == spaceless(as_it_was)


@PROFILE
@given(articles())
@example("Advertisement\n-\n\u200b\n")
@example("- ** :**0\n- ** a:** 0\n")
def test_any_article_can_be_written_and_read_again(text: str) -> None:
    """As text nothing is lost, whatever it then reads as; as Markdown it is what the records say."""
    article = parse_text(text)
    raw = to_text(article)
    check(raw, parse_text(raw))
    if "\0" not in text:  # readers of Markdown must replace it
        assert read(to_markdown(article)) == written(article)


#: Blocks that nobody would read otherwise, so that only what stands between them changes.
CLEAR = st.sampled_from(
    [
        "The river rose again in the night, and by the morning nobody in the lower town had slept for an hour.",
        "Am Morgen stand das Wasser in den Kellern der Unterstadt, und der Rat trat zu einer Sondersitzung zusammen.",
        "К утру вода стояла в подвалах нижнего города, и совет собрался на внеочередное заседание в здании школы.",
        "وبحلول الصباح كان الماء قد غمر الأقبية في المدينة السفلى، واجتمع المجلس في جلسة استثنائية داخل المدرسة.",
        "到了早晨，下城区的地窖里已经积满了水，镇议会在学校里召开了紧急会议，讨论如何安置居民和修复堤坝。",
        "| Ward | Houses |\n| --- | --- |\n| Mill Lane | 412 |\n| Church End | 96 |",
        "> We shall need more sandbags than there are in the whole county.\n— Ruth Ambrose, fruit grower",
        "- sandbags for every door in the street\n- a boat for the school\n- two pumps",
        "## What the council wants",
    ]
)


@PROFILE
@given(st.lists(CLEAR, min_size=2, max_size=10, unique=True))
def test_more_blank_lines_between_blocks_mean_nothing(blocks: list[str]) -> None:
    once = parse_text("\n\n".join(blocks))
    assert tree(parse_text("\n\n\n\n".join(blocks))) == tree(once)


@PROFILE
@given(st.lists(CLEAR, min_size=2, max_size=10, unique=True))
def test_blank_lines_between_blocks_may_be_missing(blocks: list[str]) -> None:
    once = parse_text("\n\n".join(blocks))
    assert tree(parse_text("\n".join(blocks))) == tree(once)


@PROFILE
@given(st.lists(CLEAR, min_size=1, max_size=9, unique=True), st.sampled_from(["\n", "\n\n"]))
def test_the_raw_form_gives_the_same_article(blocks: list[str], between: str) -> None:
    head = ["# Pell counts its pumps", "By Ruth Ambrose | 3 May 2024", "The water came before six, and left by noon."]
    once = parse_text(between.join([*head, *blocks]))
    assert tree(parse_text(to_text(once))) == tree(once)


@pytest.mark.parametrize(
    "text",
    [
        "## Ships return\nThe first ship came at dawn, and the second at noon.",
        "# Ships\n\nThe first ship came at dawn.\n\n## At noon\n\nIt rained.\n\n**In the night**\n\nIt snowed.",
        "The first ship came at dawn.\n\n### The pilot says\n\nIt was cold.\n\nThe mayor says\n------\n\nIt was not.",
        "##  Ships   return\nIt rained.\n## Furniture, sold\nChairs went first.",
        "# Ships return\n\nThe first ship came, and the second at noon.\n\n**What it costs**\n\nIt gave no figures.",
        "Ships return\n\nThe pilot came, and saw it.\n\n## Noon\n\nIt rained.\n\n**What it costs**\n\nIt was dear.",
    ],
)
def test_marked_headings_keep_their_marks_in_the_raw_form(text: str) -> None:
    once = parse_text(text)
    assert "# " in to_text(once)
    assert tree(parse_text(to_text(once))) == tree(once)


def test_what_was_told_by_its_words_alone_has_no_mark_in_the_raw_form() -> None:
    text = (ROOT / "fixtures" / "articles" / "lost-markers.txt").read_text(encoding="utf-8")
    once = parse_text(text)
    assert any(item.marker == "" for items in once.lists for item in items.items)
    assert "\n- " not in to_text(once)
    assert tree(parse_text(to_text(once))) == tree(once)
    for spaces in ("  ", "\u00a0", " \u200b"):
        assert to_text(parse_text(text.replace(" ", spaces))) == to_text(once)


PARAGRAPHS = """\
The river rose again in the night, and by the morning nobody in the lower town had slept for more than an hour.
The council met at noon on 3 May 2024 in the school, since its own house stood under water, and it stayed there
until the evening without a result.

In der Nacht stieg der Fluss wieder, und am Morgen hatte in der Unterstadt niemand länger als eine Stunde
geschlafen. Der Rat trat am 3. Mai 2024 in der Schule zusammen, weil sein Haus unter Wasser stand, und tagte
bis zum Abend, ohne Ergebnis.

Ночью река снова поднялась, и к утру в нижнем городе никто не спал больше часа. Совет собрался 3 мая 2024 года
в школе, потому что его дом стоял под водой, и заседал до самого вечера, но так ничего и не решил.

La rivière est encore montée cette nuit, et au matin personne en ville basse n'avait dormi plus d'une heure.
Le conseil s'est réuni le 3 mai 2024 dans l'école, car sa maison était sous l'eau, et a siégé jusqu'au soir."""
LONG = st.sampled_from([" ".join(paragraph.split()) for paragraph in PARAGRAPHS.split("\n\n")])


@PROFILE
@given(LONG, st.integers(2, 6), st.integers(55, 90))
def test_hard_wrapping_means_nothing(paragraph: str, count: int, width: int) -> None:
    paragraphs = [paragraph] * count
    plain = parse_text("\n\n".join(paragraphs))
    wrapped = parse_text("\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in paragraphs))
    assert tree(wrapped) == tree(plain)
    assert [(date.text, date.value) for date in wrapped.dates] == [(date.text, date.value) for date in plain.dates]


#: Texts in which one piece of white space for another once changed what was read.
ALIKE = [
    ("PELL (Agency) - It rained.", " (", "\u00a0("),
    ("PELL (Agency) - It rained.", " -", "\u00a0-"),
]


@pytest.mark.parametrize(("text", "space", "other"), ALIKE)
def test_found_by_search(text: str, space: str, other: str) -> None:
    assert records(text.replace(space, other)) == records(text)


@pytest.mark.parametrize("argument", ["headline", "source"])
def test_lone_surrogates_in_arguments_give_json(argument: str) -> None:
    given: dict[str, Any] = {argument: "\ud800"}
    assert parse_text("It rained.", **given).model_dump_json()


@pytest.mark.parametrize("separator", ["\n", "\r", "\r\n", *"\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"])
def test_every_newline_of_unicode_ends_a_line(separator: str) -> None:
    assert len(parse_text(f"The first ship came at dawn.{separator}The second came at noon.").paragraphs) == 2
