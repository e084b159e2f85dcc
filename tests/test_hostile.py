"""Hostile texts: time and memory grow with their size alone, and what is too large or of a wrong type is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from html import escape
from typing import Any

import pytest

from invariants import check
from newsextract import InputError, LimitError, chunks, find_dates, parse_html, parse_text, to_markdown
from newsextract.api import MAX_CHARACTERS
from scaling import check_growth

PROSE = "The river rose again in the night, and by the morning nobody in the lower town had slept for an hour."

#: Texts by shape, each of about n characters.
SHAPES: dict[str, Callable[[int], str]] = {
    # one line
    "letters": lambda n: "a" * n,
    "capitals": lambda n: "A" * n,
    "words": lambda n: "word " * (n // 5),
    "words and stops": lambda n: "Word. " * (n // 6),
    "words and stops without spaces": lambda n: "word.Word" * (n // 9),
    "digits": lambda n: "7" * n,
    "digits and spaces": lambda n: "7 " * (n // 2),
    "dates": lambda n: "3 May 2024, " * (n // 12),
    "numeric dates": lambda n: "03/04/2023 " * (n // 11),
    "years and dashes": lambda n: "2019-" * (n // 5),
    "months": lambda n: "May " * (n // 4),
    "times": lambda n: "14:20 " * (n // 6),
    "amounts": lambda n: "£3.1m " * (n // 6),
    "dots": lambda n: "." * n,
    "commas": lambda n: "a, " * (n // 3),
    "pipes": lambda n: "|" * n,
    "cells": lambda n: "a | " * (n // 4),
    "escaped pipes": lambda n: "| \\" * (n // 3),
    "dashes": lambda n: "-" * n,
    "dashes and spaces": lambda n: "- " * (n // 2),
    "em dashes": lambda n: "— " * (n // 2),
    "spaces": lambda n: "a" + " " * n + "b",
    "cells far apart": lambda n: "7   " * (n // 4),
    "aligned cells": lambda n: "a    7\n" * (n // 7),
    "aligned cells and not": lambda n: ("a    7\n" * 70 + "aaaaaaa  7\n") * (n // 500),
    "tabs": lambda n: "a\t" * (n // 2),
    "numbers as markers": lambda n: "1. " * (n // 3),
    "roman numbers": lambda n: "(iv) " * (n // 5),
    "quote marks": lambda n: "> " * (n // 2),
    "greater-than signs": lambda n: ">" * n,
    "hashes": lambda n: "# " * (n // 2),
    "stars": lambda n: "*" * n,
    "bold marks": lambda n: "**a" * (n // 3),
    "underscores": lambda n: "__a" * (n // 3),
    "opening brackets": lambda n: "(" * n,
    "brackets": lambda n: "(a) " * (n // 4),
    "quotation marks": lambda n: '"' * n,
    "colons": lambda n: "a: " * (n // 3),
    "colons without spaces": lambda n: "a:" * (n // 2),
    "by and names": lambda n: "By Ann Lee and " * (n // 15),
    "names and commas": lambda n: "By " + "Ann Lee, " * (n // 9),
    "dateline": lambda n: "PARIS " * (n // 6) + "(Agency) - It rained.",
    "NULs": lambda n: "\0" * n,
    "surrogates": lambda n: "\ud800" * n,
    "right-to-left marks": lambda n: "\u200f" * n,
    "zero-width spaces": lambda n: "a\u200b" * (n // 2),
    "dates behind a mark": lambda n: "It was\u200b " + "on 3 May 2024, " * (n // 15) + "and over.",
    "combining marks": lambda n: "a" + "\u0301" * n,
    "Chinese": lambda n: "河水又涨了一夜" * (n // 7),
    "Chinese sentences": lambda n: "河水又涨了。" * (n // 6),
    "Arabic": lambda n: "ارتفع النهر ليلا، " * (n // 18),
    "emoji": lambda n: "🌊" * n,
    "dots inside a word": lambda n: "a" + "." * n + "b",
    "dots and quotation marks inside a word": lambda n: "a" + '."' * (n // 2) + "b",
    "mentions of furniture": lambda n: "Read more: " * (n // 11),
    # many lines
    "blank lines": lambda n: "\n" * n,
    "blank lines and words": lambda n: "a\n\n\n" * (n // 4),
    "prose": lambda n: (PROSE + "\n") * (n // len(PROSE)),
    "headings": lambda n: "A heading\n" * (n // 10),
    "letters a line": lambda n: "a\n" * (n // 2),
    "headings and prose": lambda n: ("A heading\n" + PROSE + "\n") * (n // (len(PROSE) + 11)),
    "hard-wrapped": lambda n: (PROSE[:70] + "\n") * (n // 71),
    "hard-wrapped Chinese": lambda n: "河水又涨了一夜到了早晨下城区的人们都没有睡过一个小时水位还在\n" * (n // 31),
    "bullets": lambda n: "- an item\n" * (n // 10),
    "bullets nested ever deeper": lambda n: "".join(" " * depth + "- a\n" for depth in range(int((2 * n) ** 0.5))),
    "bullets nested and not": lambda n: "- a\n  - b\n" * (n // 10),
    "numbered items": lambda n: "".join(f"{number % 999}. a\n" for number in range(n // 6)),
    "numbered heading and prose": lambda n: "1. Heading\nIt rained all day.\n" * (n // 30),
    "lone dashes": lambda n: "-\n" * (n // 2),
    "dashes before items": lambda n: "-\nan item\n" * (n // 10),
    "dashes behind items": lambda n: "an item\n-\n" * (n // 10),
    "labels": lambda n: "Cost: two million\n" * (n // 18),
    "rules": lambda n: "***\n" * (n // 4),
    "underlines": lambda n: "Title\n=====\n" * (n // 12),
    "quotes": lambda n: "> it rained\n" * (n // 12),
    "quotes and names": lambda n: "> it rained\n— Ann\n\n" * (n // 19),
    "rows": lambda n: "| a | 1 |\n" * (n // 10),
    "rows of alternating widths": lambda n: ("| a |\n" + "| a " * 20 + "|\n") * (n // 88),
    "one wide row, many narrow ones": lambda n: "|" * (n // 2) + "\n" + "| a |\n" * (n // 12),
    "narrow rows, then a wide one": lambda n: "| a |\n" * (n // 12) + "|" * (n // 2),
    "separator rows": lambda n: "|---|---|\n" * (n // 10),
    "tables with headers": lambda n: "| a | b |\n|---|---|\n| c | 1 |\n\n" * (n // 31),
    "rows broken over lines": lambda n: "| a\nb | c |\n" * (n // 11),
    "rows that stay open": lambda n: "| a\nb\n" * (n // 6),
    "rows open over many lines": lambda n: "| a\nb\nc\nd | e\n" * (n // 14),
    "an open row and one wide line": lambda n: "| a |\n" * (n // 12) + "| a\n" + "|" * (n // 2),
    "drawn grids": lambda n: "+---+---+\n| a | 1 |\n+---+---+\n| b | 2 |\n" * (n // 40),
    "borders of grids": lambda n: "+---+---+\n" * (n // 10),
    "one wide border": lambda n: "+-" * (n // 2) + "+",
    "numbers above items": lambda n: "".join(f"{number % 999}.\nan item\n" for number in range(n // 12)),
    "numbers alone": lambda n: "1.\n" * (n // 3),
    "items with pipes": lambda n: "- a | b\n" * (n // 8),
    "wrapped beside digits": lambda n: "河水又涨了一夜到了早晨下城区的人们都没有睡过水位还在2022\n" * (n // 30),
    "a pipe a line": lambda n: "|\n" * (n // 2),
    "cells a line": lambda n: "a|\n" * (n // 3),
    "cells a line with numbers": lambda n: "a|\n12|\n" * (n // 7),
    "rows of tabs": lambda n: "a\tb\tc\n" * (n // 6),
    "rows of tabs of all widths": lambda n: "".join("a\t" * (1 + i % 40) + "b\n" for i in range(n // 42)),
    "captions": lambda n: "Table 1: Wards\n" * (n // 15),
    "advertisements": lambda n: "Advertisement\n" * (n // 14),
    "bylines": lambda n: "By Ann Lee\n" * (n // 11),
    "timestamps": lambda n: "Updated 3 May 2024 14:20\n" * (n // 25),
    "weekdays": lambda n: "It rained on Tuesday.\n" * (n // 22),
    # runs that were once read again from each of their lines
    "tabs and one wide row": lambda n: "a\tb\n" * (n // 4) + "\t".join("x" * 100),
    "dialogue behind em dashes": lambda n: "— a b c.\n" * (n // 9),
    "rows with a short one at the end": lambda n: "a|b|\n" * (n // 5) + "c|\n",
    "lists that lost their markers": lambda n: "So it is:\na b\nc d\ne f\nIt rained.\n" * (n // 33),
    "titles with wide pipes": lambda n: "甲乙丙｜丁戊己\n" * (n // 8),
    "figures behind wide pipes, and then none": lambda n: "甲｜12\n" * (n // 10) + "甲｜乙\n" * (n // 10),
    "rows with ever more tabs": lambda n: "".join("a\t" * i + "b\n" for i in range(1, int(n**0.5))),
    "stars under colons": lambda n: "aa:\n*\n" * (n // 6) + "\nxx",
    "stars under words": lambda n: "aa\n*\n" * (n // 5) + "xx",
    "em dashes, and one item that is a sentence": lambda n: "— word\n" * (n // 7) + "— word.\n— next",
    "rows of one cell and of two": lambda n: "c|\nc|\nc|\na|b|\n" * (n // 14),
}


def page_of(text: str) -> str:
    """A page whose paragraphs are the lines of a text."""
    return "<article><h1>Rain</h1>" + "".join(f"<p>{escape(line)}" for line in text.split("\n")) + "</article>"


def test_quadratic_work_is_told_from_linear() -> None:
    check_growth(sorted, lambda size: range(size, 0, -1), enough=0.001, largest=200_000)
    with pytest.raises(pytest.fail.Exception, match="times as long"):
        check_growth(lambda text: [text.count("b") for _ in text], lambda size: "a" * size, enough=0.001, largest=9_000)


@pytest.mark.parametrize("name", SHAPES)
def test_texts_take_time_by_their_size(name: str) -> None:
    check_growth(parse_text, SHAPES[name], enough=0.004, largest=200_000)


@pytest.mark.parametrize("name", SHAPES)
def test_dates_take_time_by_the_size_of_the_text(name: str) -> None:
    check_growth(find_dates, SHAPES[name], enough=0.002, largest=100_000)


@pytest.mark.parametrize("name", SHAPES)
def test_pages_take_time_by_their_size(name: str) -> None:
    check_growth(parse_html, lambda size: page_of(SHAPES[name](size)), enough=0.004, largest=50_000)


@pytest.mark.parametrize("name", SHAPES)
def test_articles_are_written_and_cut_in_time_by_their_size(name: str) -> None:
    made = cache(lambda size: parse_text(SHAPES[name](size)))
    for write in (to_markdown, partial(chunks, max_chars=100, overlap=50)):
        check_growth(write, made, enough=0.001, largest=20_000)


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_is_lost(name: str) -> None:
    text = SHAPES[name](3000)
    check(text, parse_text(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("\n" * 100_000, 0),
        ("|" * 100_000, 1),
        ("".join(f"{'  ' * (i % 50)}- item\n" for i in range(10_000)), 1),
        ("".join(f"{' ' * i}- item\n" for i in range(2_000)), 1),
    ],
    ids=["100,000 blank lines", "100,000 pipes", "10,000 nested bullets", "2,000 bullets nested ever deeper"],
)
def test_large_counts(text: str, count: int) -> None:
    article = parse_text(text)
    assert len(article.blocks) + len(article.furniture) == count
    check(text, article)


def test_a_text_of_20_mb() -> None:
    paragraphs = (PROSE + " " + PROSE + "\n\n") * 40
    chapter = f"What the council wants\n\n{paragraphs}- Cost: £3.1m\n- Wards: 4\n\n| Ward | 412 |\n| Mill | 96 |\n\n"
    text = chapter * (20_000_000 // len(chapter))
    article = parse_text(text)
    # A list that has stood there a thousand times before, at the very end, may be taken for links.
    assert text.count("Cost:") - 1 <= len(article.lists) <= len(article.tables) == text.count("Cost:")
    assert len(article.paragraphs) == 40 * text.count("Cost:")


def test_a_line_of_10_mb() -> None:
    text = (PROSE + " ") * (10_000_000 // len(PROSE))
    (paragraph,) = parse_text(text).paragraphs
    assert len(paragraph.text) == len(text.strip())


def test_a_text_over_the_limit_is_refused_and_the_limit_named() -> None:
    assert MAX_CHARACTERS >= 20_000_000
    with pytest.raises(LimitError, match="MAX_CHARACTERS"):
        parse_text("a" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", b"bytes"),
        ("text", None),
        ("text", ["a"]),
        ("published", 5),
        ("published", "no date"),
        ("published", ""),
        ("published", "2024-05"),
        ("language", 5),
        ("language", "not a tag"),
        ("language", "German"),
        ("headline", 5),
        ("headline", b"bytes"),
        ("source", 5),
        ("repair", "no"),
        ("repair", None),
        ("repair", 1),
    ],
)
def test_a_wrong_argument_is_an_input_error_that_names_it(name: str, value: Any) -> None:
    arguments = {"text": "It rained.", name: value}
    with pytest.raises(InputError, match="takes a str" if name == "text" else name):
        parse_text(**arguments)
