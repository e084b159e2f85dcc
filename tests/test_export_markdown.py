"""Markdown, read back by an independent reader: the same headings, lists, tables and quotes, and no markup more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import ROOT
from newsextract import Article, InputError, parse_file, to_markdown, to_text
from read_markdown import read, written

FIXTURES = sorted([*(ROOT / "fixtures" / "articles").glob("*.txt"), *(ROOT / "fixtures" / "pages").glob("*.html")])
SPAN = {"start": 0, "end": 0}

# Mostly what Markdown might take for markup, among words of scripts with and without capitals and spaces.
PIECES = [*"#*_-+=>|~`[]()!\\<&:.$/\"'0127ab", " ", " ", "1. ", "- ", "](", "&amp;", "<b>", "**", "~~", "[x]: ", "x_y"]
WORDS = ["Ships", "день", "潮位", "سفن", "–", "“", "é"]
texts = st.lists(st.sampled_from(PIECES + WORDS), max_size=12).map(lambda pieces: " ".join("".join(pieces).split()))
some_text = texts.filter(bool)


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "text": text, **SPAN}


def heading(text: str, level: int = 2) -> dict[str, Any]:
    return {"text": text, "level": level, **SPAN}


def item(text: str, depth: int = 0, marker: str = "-") -> dict[str, Any]:
    return {"text": text, "depth": depth, "marker": marker, "ordered": marker[:1].isdigit(), **SPAN}


def item_list(*items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "list", "ordered": items[0]["ordered"], "items": items, **SPAN}


def table(header: list[str], *rows: list[str], align: str | None = None, caption: str | None = None) -> dict[str, Any]:
    return {
        "type": "table",
        "caption": caption,
        "columns": [{"name": name, "align": align} for name in header],
        "rows": [[{"text": text, **SPAN} for text in row] for row in rows],
        **SPAN,
    }


def quote(text: str, attribution: str | None = None) -> dict[str, Any]:
    return {"type": "quote", "text": text, "attribution": attribution, **SPAN}


def article(*blocks: dict[str, Any], **fields: Any) -> Article:
    return Article.model_validate({"sections": [{"blocks": blocks}], **fields})


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    width = draw(st.integers(1, 4))
    row = st.lists(texts, min_size=width, max_size=width)
    align = draw(st.sampled_from([None, "left", "center", "right"]))
    return table(draw(row), *draw(st.lists(row, max_size=3)), align=align)


items = st.builds(item, texts, st.integers(0, 3), st.sampled_from(["-", "•", "1.", "7)", "12."]))
blocks = st.one_of(
    some_text.map(paragraph),
    st.lists(items, min_size=1, max_size=6).map(lambda found: item_list(*found)),
    tables(),
    st.lists(some_text, min_size=1, max_size=3).map("\n".join).map(quote),
)
sections = st.fixed_dictionaries(
    {"heading": st.none() | st.builds(heading, texts, st.integers(1, 6)), "blocks": st.lists(blocks, max_size=4)}
)
articles = st.lists(sections, max_size=3).map(lambda found: Article.model_validate({"sections": found}))


@given(articles)
@example(article(item_list(item("--"), item("- -", 1), item("", 1))))
@example(article(item_list(item("a"), item("b", 1, "3."), item("c", 2, "7)"), item("d"))))
@example(article(*(item_list(item("a", 0, marker)) for marker in ("-", "-", "1.", "1.", "-"))))
@example(article(*map(paragraph, ("1986. A year", "***", "_ _ _", "---", "~~~", "[a]: b", "# #", "> a"))))
@example(article(table(["a\\|b"], ["|"], ["\\"], [""])))
@example(article(paragraph("**a** `b` <b> &amp; [a](b) \\* _a_ ~~a~~")))
def test_markdown_reads_back_as_the_same_blocks(given_article: Article) -> None:
    assert read(to_markdown(given_article)) == written(given_article)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_fixtures_read_back_as_the_same_blocks(path: Path) -> None:
    fixture = parse_file(path)
    assert read(to_markdown(fixture)) == written(fixture)


def test_there_are_fixtures() -> None:
    assert len(FIXTURES) >= 40


@pytest.mark.parametrize(
    "text", ["snake_case, 5 * 3", "AT&T, R&D, a < b", "~5 [1] (2) {3}", "*Prices rose", "-5 degrees", "C#", "1.5 (5)"]
)
def test_no_escape_where_none_is_needed(text: str) -> None:
    assert to_markdown(article(paragraph(text))) == text + "\n"


def test_the_head_comes_first_and_furniture_is_left_out() -> None:
    found = article(
        paragraph("Fields froze."),
        headline={"text": "Frost", "start": 0, "end": 5},
        standfirst={"text": "A cold week.", **SPAN},
        byline={"text": "By A. Writer"},
        furniture=[{"kind": "share", "text": "Share this", **SPAN}],
    )
    assert to_markdown(found) == "# Frost\n\nA cold week.\n\nBy A. Writer\n\nFields froze.\n"


def test_a_promoted_headline_is_written_once() -> None:
    found = Article.model_validate(
        {
            "headline": {"text": "Ships return", "origin": "first_heading", **SPAN},
            "sections": [{"heading": heading("Ships return")}],
        }
    )
    assert to_markdown(found) == "## Ships return\n"


def test_tables_keep_alignment_and_caption_and_get_a_header() -> None:
    found = article(table(["", ""], ["a|b", ""], align="right", caption="Table 2: Visits"))
    assert to_markdown(found) == "Table 2: Visits\n\n|  |  |\n| ---: | ---: |\n| a\\|b |  |\n"


def test_nesting_follows_the_width_of_the_markers() -> None:
    found = article(item_list(item("one", 0, "10."), item("inner", 1), item("deep", 2, "(iv)"), item("two", 0, "11.")))
    assert to_markdown(found) == "10. one\n    - inner\n      - deep\n11. two\n"


def test_items_nested_beyond_reason_are_kept_at_the_deepest_level_that_readers_take() -> None:
    found = article(item_list(*(item(f"item {depth}", depth) for depth in range(10_000))))
    markdown = to_markdown(found)
    assert len(markdown) < 1_000_000
    assert read(markdown) == [("item", min(depth, 8), False, f"item {depth}") for depth in range(10_000)]


def test_quotes_keep_their_paragraphs_and_who_said_it() -> None:
    assert to_markdown(article(quote("First.\nSecond.", "A. Writer"))) == "> First.\n>\n> Second.\n>\n> — A. Writer\n"


def test_the_raw_form_has_the_marks_that_the_source_had() -> None:
    said = quote("“Not again!”")
    assert to_text(article(said)) == "> “Not again!”\n"
    assert to_text(article({**said, "start": 7, "end": 7 + len("“Not again!”")})) == "“Not again!”\n"
    lost = item("two pumps", marker="")
    assert to_text(article(item_list(lost))) == "- two pumps\n"
    for spaces in ("", " "):  # however wide they were
        end = 7 + len(f"two {spaces}pumps")
        assert to_text(article(item_list({**lost, "start": 7, "end": end}))) == "two pumps\n"


@pytest.mark.parametrize("write", [to_markdown, to_text])
def test_what_is_no_article_is_an_error_that_says_so(write: Callable[[Any], str]) -> None:
    with pytest.raises(InputError, match=f"{write.__name__} takes an Article, not str"):
        write("Rain fell.")


def test_an_empty_article_is_an_empty_text() -> None:
    assert to_markdown(Article()) == ""


@pytest.mark.parametrize("piece", ["*_", "\\", "[", "1", "- ", "#", "_ ", "`", "\\|", " #", "](", "&a"])
def test_the_result_and_the_time_grow_with_the_text_alone(piece: str) -> None:
    text = piece * 100_000 + "a"
    assert len(to_markdown(article(paragraph(text), table([text])))) < 10 * len(text)


def test_spaces_and_newlines_in_a_text_take_time_by_their_number() -> None:
    block = paragraph("a" + " " * 300_000 + "b \r\n \t c")
    article = Article.model_validate({"language": None, "sections": [{"blocks": [block]}]})
    assert to_markdown(article).rstrip().endswith("b c")  # what was quadratic took ten minutes
