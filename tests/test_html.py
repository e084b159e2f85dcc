"""Pages: their records as written down, where those point, and what is taken and refused."""

from __future__ import annotations

import gc
import inspect
import json
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from conftest import ROOT
from invariants import check, parts
from newsextract import Article, DecodingError, InputError, LimitError, parse_file, parse_html, to_markdown, to_text
from newsextract.html import features, tree, trees
from newsextract.html.runs import read_nodes
from newsextract.html.wording import prose
from newsextract.model import Furniture, Heading, Headline, Paragraph

PAGES = sorted((ROOT / "fixtures" / "pages").glob("*.html"))
assert len(PAGES) >= 40

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def check_page(article: Article) -> None:
    """The records of a page point into its raw form. A headline from metadata stands there and has no place."""
    text = to_text(article)
    headline = article.headline
    if headline and headline.origin == "metadata":
        text = " " * len(headline.text) + text[len(headline.text) :]
    check(text, article)
    for part in parts(article):
        if isinstance(part, Paragraph | Furniture | Headline):
            assert text[part.start : part.end] == part.text
        elif isinstance(part, Heading):
            assert text[part.start : part.end].lstrip("# ") == part.text.lstrip("# ")
    for date in article.dates:
        assert " ".join(text[date.start : date.end].split()) == date.text


@each_page
def test_the_records_are_the_golden_ones(path: Path) -> None:
    golden = path.with_suffix(".json")
    assert golden.exists(), "run `make golden`"
    record = json.loads(parse_html(path.read_bytes()).model_dump_json())
    assert record == json.loads(golden.read_text(encoding="utf-8")), "run `make golden` and read the difference"


@each_page
def test_the_records_stand_where_they_say(path: Path) -> None:
    check_page(parse_html(path.read_bytes()))


@each_page
def test_every_form_of_a_page_gives_the_same_article(path: Path) -> None:
    data = path.read_bytes()
    article = parse_html(data)
    root: Any = tree.read_tree(data, "a case").root
    before = etree.tostring(root)
    assert parse_html(root) == article
    assert parse_html(root.getroottree()) == article
    assert etree.tostring(root) == before, "it was changed"
    assert parse_file(path, source=None).sections == article.sections


def test_a_soup_is_read_and_not_changed() -> None:
    data = (ROOT / "fixtures" / "pages" / "lists-nested.html").read_bytes()
    soup = BeautifulSoup(data, "lxml")
    before = str(soup)
    assert parse_html(soup) == parse_html(data)
    assert str(soup) == before
    article = soup.find("article")
    assert article is not None
    assert len(parse_html(article).lists) == len(parse_html(data).lists)


def test_a_str_may_declare_an_encoding() -> None:
    page = '<?xml version="1.0" encoding="latin-1"?><html><head><meta charset="latin-1"></head><p>Größe</p></html>'
    assert parse_html(page).paragraphs[0].text == "Größe"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_is_told_without_a_declaration(encoding: str) -> None:
    page = "<html><body><p>" + "Žluťoučký kůň běžel domů. " * 20 + "</p></body></html>"
    assert parse_html(page.encode(encoding)).paragraphs[0].text.startswith("Žluťoučký kůň")


@pytest.mark.parametrize(
    ("encoding", "declared", "said"),
    [
        ("iso2022_jp", "iso-2022-jp", "港の当局は火曜日、三隻の船が月末までに戻ると言った。"),
        ("utf-16-le", "utf-16", "港の当局は、一九二五年の火曜日、三隻の船が月末までに戻ると言った。"),
        ("utf-16-be", "utf-16", "港の当局は　火曜日、三隻の船が月末までに　戻ると言った。"),
        ("cp1251", "iso-8859-1", "Власти порта заявили во вторник, что три парома вернутся до конца месяца."),
        ("cp1252", "iso-8859-1", "Das Hafenamt sagte am Dienstag, dass die Fähren bis Monatsende zurückkehren."),
    ],
)
def test_letters_tell_where_declarations_do_not(encoding: str, declared: str, said: str) -> None:
    paragraphs = "".join(f"<p>{said}{'!' * i}</p>" for i in range(20))
    page = f"<html><meta charset={declared}><body><h1>1</h1>{paragraphs}</body></html>"
    assert parse_html(page.encode(encoding)).paragraphs[0].text == " ".join(said.split())


def test_a_tree_of_xhtml_is_read_as_one_of_html_and_not_changed() -> None:
    head = "<head><title>T</title><script>var a=1;</script></head>"
    page = "<html{}>" + head + "<body><h1>Ships</h1><p>A <b>bold</b> one.</p></body></html>"
    root = etree.fromstring(page.format(' xmlns="http://www.w3.org/1999/xhtml"'))
    before = etree.tostring(root)
    assert parse_html(root) == parse_html(page.format(""))
    assert etree.tostring(root) == before


def test_a_page_with_a_few_broken_bytes_is_utf8() -> None:
    data = ("<meta charset=utf-8><p>" + "Größe und Maß. " * 20).encode() + b"\xff\xfe end</p>"
    assert "Größe" in parse_html(data).paragraphs[0].text


@pytest.mark.parametrize("page", ["", " ", "\0", b"", b"\n", "<!-- nothing -->", "<html></html>", "<body>"])
def test_nothing_is_an_empty_article(page: str | bytes) -> None:
    article = parse_html(page)
    assert not article.sections
    assert [issue.code for issue in article.issues] == ["empty"]


def test_a_page_of_a_menu_alone_is_not_empty() -> None:
    article = parse_html("<body><nav><ul><li><a href='/'>Home</a><li><a href='/news'>News</a></ul></nav></body>")
    assert not article.sections
    assert [issue.code for issue in article.issues] == ["no-article"]


def test_wrong_arguments_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="parse_html takes no int; give bytes"):
        parse_html(7)  # type: ignore[arg-type] # the mistake
    with pytest.raises(InputError, match="parse_html takes no _Comment; give bytes"):
        parse_html(etree.Comment("a"))
    with pytest.raises(InputError, match="url is int"):
        parse_html("<p>a", url=7)  # type: ignore[arg-type] # the mistake
    page = tmp_path / "a.html"
    page.write_text("<p>a", encoding="utf-8")
    with pytest.raises(InputError, match="headline is int"):
        parse_file(page, headline=7)  # type: ignore[arg-type] # the mistake
    with pytest.raises(InputError, match="published"):
        parse_html("<p>a", published="soon")
    with pytest.raises(DecodingError, match="binary"):
        parse_html(bytes(range(256)) * 40)


def test_a_page_over_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_ELEMENTS", 100)
    with pytest.raises(LimitError, match="more than 100 elements"):
        parse_html("<p>a</p>" * 200)
    monkeypatch.setattr(tree, "MAX_BYTES", 100)
    with pytest.raises(LimitError, match="more than 100 bytes"):
        parse_html("a" * 200)


def test_the_date_of_the_address_is_the_last_resort() -> None:
    page = (ROOT / "fixtures" / "pages" / "div-only.html").read_bytes()
    article = parse_html(page, url="https://courier.example/2025/02/07/ferry")
    assert article.published is not None
    assert (article.published.value, article.published.origin) == ("2025-02-07", "url")
    given = parse_html(page, url="https://courier.example/2025/02/07/ferry", published="2025-02-08").published
    assert given is not None
    assert (given.value, given.origin) == ("2025-02-08", "given")


def test_the_author_whom_a_page_links_to_is_its_own_where_it_links_to_no_other() -> None:
    page = (ROOT / "fixtures" / "pages" / "meta-author-box.html").read_text(encoding="utf-8")
    assert parse_html(page).authors == ("Ada Lomax",)
    assert parse_html(page.replace("</footer>", '<a href="/authors/ines-tarn">Ines Tarn</a></footer>')).authors == ()


SENTENCE = (
    "<p>The river rose again in the night, and by the morning nobody in the lower town had slept for an hour.</p>"
)

#: Hostile pages by shape, each of about n characters.
SHAPES: dict[str, Callable[[int], str]] = {
    "divs in divs": lambda n: "<div>" * (n // 5) + "a",
    "spans in spans": lambda n: "<span>" * (n // 6) + "a",
    "lists in lists": lambda n: "<ul><li>" * (n // 8) + "a",
    "tables in tables": lambda n: "<table><tr><td>" * (n // 15) + "a",
    "quotes in quotes": lambda n: "<blockquote>" * (n // 12) + "a",
    "ends without beginnings": lambda n: "</div>" * (n // 6) + "<p>a",
    "paragraphs": lambda n: SENTENCE * (n // len(SENTENCE)),
    "links to authors": lambda n: "<h1>a</h1>" + '<p><a href="/author/a">Ana Ruiz</a></p>' * (n // 41),
    "a link to an author around all": lambda n: '<h1>a</h1><a rel="author">' + "<p>a<br><br>b</p>" * (n // 17),
    "quotes": lambda n: "<p>One of them is here.<blockquote>Another one of them is here.</blockquote>" * (n // 74),
    "breaks": lambda n: "a<br>" * (n // 5),
    "empty lines": lambda n: "a<br><br>" * (n // 9),
    "spaces behind a break": lambda n: f"<p>a<br>b{' ' * n}c",
    "spaces in empty lines": lambda n: f"<p>a<br>{' ' * n}<br>{' ' * n}c",
    "items": lambda n: "<li>a" * (n // 5),
    "cells": lambda n: "<table><tr>" + "<td>a" * (n // 5),
    "rows": lambda n: "<table>" + "<tr><td>a<td>b" * (n // 14),
    "wide cells": lambda n: "<table>" + "<tr><td colspan=1000>a<td>b" * (n // 28),
    "tall cells": lambda n: "<table>" + "<tr><td rowspan=65534>a<td>b" * (n // 29),
    "headings": lambda n: "<h2>a</h2>" * (n // 10),
    "entities": lambda n: "&amp;lt;&nbsp;&#x41;" * (n // 20),
    "an entity bomb": lambda n: "<!DOCTYPE a [<!ENTITY b '" + "c" * (n // 2) + "'>]>" + "<p>&b;" * (n // 14),
    "attributes": lambda n: "<p " + "a=b " * (n // 4) + ">c",
    "classes": lambda n: f"<p class='{'menuBar ' * (n // 8)}'>a",
    "scripts": lambda n: '<script type="application/ld+json">{"a":' * (n // 40),
    "braces": lambda n: '<script type="application/ld+json">' + "[" * n + "</script><p>a",
    "templates": lambda n: '<template id="B:0"></template><div hidden id="S:0">' * (n // 50) + "a",
    "one long word": lambda n: "a" * n,
    "NULs": lambda n: "<p>a\0</p>" * (n // 9),
    "times": lambda n: '<time datetime="2024-05-03">a</time>' * (n // 36),
    "links": lambda n: "<a href=b>a</a> " * (n // 16),
    "figures in figures": lambda n: "<figure><figcaption>b</figcaption>" * (n // 35) + "a",
    "terms in terms": lambda n: "<dl><dt>a<dd>b" * (n // 14),
    "terms without ends": lambda n: "<dl>" + "<p>a<dt>b" * (n // 9),
    "rows in forms": lambda n: "<table>" + "<form><tr><td>a<td>b</tr></form>c" * (n // 33),
    "cells in parts": lambda n: "<table><tr>" + "<x-a><td>a<td>b</td></x-a>c" * (n // 27) + "<tr><td>a<td>b",
    "quotes in a figure": lambda n: f"<figure>{'<blockquote><cite>a</cite></blockquote>' * (n // 40)}<figcaption>b",
}


def seconds(page: str) -> float:
    best = float("inf")
    for _ in range(2):
        gc.collect()
        start = time.process_time()
        parse_html(page)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_size_alone(shape: str) -> None:
    make = SHAPES[shape]
    small, large = seconds(make(20_000)), seconds(make(160_000))
    # Eight times the size may take eight times as long, and twice that on a busy machine.
    assert large < max(16 * small, 0.5)
    check_page(parse_html(make(5_000)))


MARKUP = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<ul>",
    "<ol>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<b>",
    "</b>",
    "<h1>",
    "<h2>",
    "</h2>",
    "<pre>",
    "<blockquote>",
    "<figure>",
    "<figcaption>",
    "<a>",
    "</a>",
    "<dl>",
    "<dt>",
    "<dd>",
    "text",
    "Text.",
    ":",
    "May",
    "2024",
    "-",
    "|",
    "1.",
    "&lt;",
    "#",
    "By",
    "Ann",
]


@given(st.lists(st.sampled_from([*MARKUP, " ", "\n", "\u2028", "\xa0"]), max_size=60))
def test_any_markup_gives_an_article(pieces: list[str]) -> None:
    check_page(parse_html("".join(pieces)))


@pytest.mark.parametrize("nested", ["<blockquote>", "<figure>", "<ul><li>", "<dl><dd>", "<div>", "<table><tr><td>"])
def test_a_deep_page_is_read_where_the_callers_stack_is_deep(nested: str) -> None:
    page = f"<h1>a</h1>{SENTENCE}{nested * 500}<h2>b</h2>{SENTENCE.replace('again', 'too')}"

    def read_below(frames: int) -> Article:
        return read_below(frames - 1) if frames else parse_html(page)

    assert read_below(400).paragraphs


def test_threads_give_the_same_articles() -> None:
    pages = [path.read_bytes() for path in PAGES]
    alone = [parse_html(page) for page in pages]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parse_html, pages * 3)) == alone * 3


def shape_of(article: Article) -> dict[str, Any]:
    return {
        "headings": [(section.heading.level, section.heading.text) for section in article.sections if section.heading],
        "lists": [[(item.text, item.depth, item.ordered) for item in block.items] for block in article.lists],
        "tables": [(block.header, [[cell.text for cell in row] for row in block.rows]) for block in article.tables],
    }


def test_markdown_keeps_the_structure_of_a_page() -> None:
    from newsextract import parse_text

    same = 0
    for path in PAGES:
        article = parse_html(path.read_bytes())
        same += shape_of(parse_text(to_markdown(article))) == shape_of(article)
    assert same >= 0.95 * len(PAGES)


def test_the_trees_are_asked_about_the_features_that_they_were_fitted_with() -> None:
    fitted = re.findall(r"^    f(\d+): float,  # (.+)$", inspect.getsource(trees.total), re.MULTILINE)
    assert fitted == [(str(at), name) for at, name in enumerate(features.NAMES)]


PROSE = "<h1>Rain</h1><p>Rain fell on the town for a whole day, and the river rose by more than a metre at night.</p>"
HOSTILE: dict[str, Callable[[int], str]] = {
    "spaces in broken JSON": lambda n: f'<script type="application/ld+json">{{x "author":{" " * n}x</script><p>Rain.',
    "spaces behind JSON": lambda n: f'<script type="application/ld+json">{{"a":{" " * n}x</script><p>Rain.',
    "row spans": lambda n: "<table>" + "<tr><td rowspan=60000>a<td>b" * (n // 30) + "</table>",
    "rows below spans": lambda n: "<table><tr>" + "<td rowspan=60000>a" * (n // 40) + "<tr>" * (n // 8) + "</table>",
    "ragged rows": lambda n: "<table><tr>" + "<td>a" * (n // 20) + "<tr><td>a<td>b" * (n // 20) + "</table>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_time_by_its_size(name: str) -> None:
    make = HOSTILE[name]
    start = time.process_time()
    article = parse_html(PROSE + make(20_000))  # what was cubic in spaces took hours for these
    assert time.process_time() - start < 10
    for table in article.tables:
        assert sum(map(len, table.rows)) < 17 * make(20_000).count("<td") + 1_000


@pytest.mark.parametrize("items", [3, 30, 300])
def test_a_list_is_the_articles_as_a_whole_however_long_it_is(items: int) -> None:
    entries = [f"Gauge {at} stood {at + 3} centimetres higher than on the day before" for at in range(items)]
    gauges = "".join(f"<li>{entry}.</li>" for entry in entries)
    menu = "".join(f'<li><a href="/{at}">Town {at}</a></li>' for at in range(items))
    (found,) = parse_html(
        f"<nav><ul>{menu}</ul></nav>{PROSE}{PROSE[13:]}<ul>{gauges}</ul><p>So said the town.</p>"
    ).lists
    assert [item.text for item in found.items] == [f"{entry}." for entry in entries]


def test_a_row_far_longer_than_the_others_loses_no_cell() -> None:
    after = "<p>The figures are those of the town, which has measured the river at the old bridge since the flood.</p>"
    page = f"{PROSE}<table><tr>{'<td>a' * 1_500}{'<tr><td>b<td>c' * 1_500}</table>{after}"
    (table,) = parse_html(page).tables
    words = " ".join(cell.text for row in table.rows for cell in row).split() + list(table.header)
    assert [words.count(each) for each in "abc"] == [1_500] * 3
    heads = f"{PROSE}<table>{('<tr>' + '<th>d' * 1_500) * 2}{'<tr><td>b<td>c' * 3_000}</table>{after}"
    (table,) = parse_html(heads).tables
    assert " ".join(table.header).split()[-1_400:] == ["d"] * 1_400


@pytest.mark.parametrize("count", [2, 3, 4, 8])
@pytest.mark.parametrize("hidden", [{0}, {0, 1, 2, 3, 4, 5, 6, 7}], ids=["one", "all"])
@pytest.mark.parametrize("attribute", ["hidden", 'style="display: none"', 'class="answer" style="display:none"'])
def test_answers_that_are_folded_under_their_questions_are_kept(count: int, hidden: set[int], attribute: str) -> None:
    answers = "".join(
        f"<h3>Who pays for part {i}?</h3><div {attribute if i in hidden else ''}><p>The county pays for part {i} of "
        "the ferry, and the town pays for the rest of it in spring.</p></div>"
        for i in range(count)
    )
    article = parse_html(
        f"<h1>Questions</h1><p>These are the questions that people ask about the new ferry.</p>{answers}"
    )
    assert [section.heading.text for section in article.sections if section.heading] == [
        f"Who pays for part {i}?" for i in range(count)
    ]
    assert len(article.paragraphs) == count + 1


def test_of_several_answers_what_opens_each_is_its_heading() -> None:
    """One alone is no section: the article goes on behind it."""
    prose = "<p>The lower road stays shut for a second week, since the river has taken the bank away beneath it.</p>"
    answers = "".join(
        f"<details><summary>{asked}</summary><p>It is paid at the office by the quay, in coins alone.</p></details>"
        for asked in ("How is the fare paid?", "Tolls on the bridge")
    )
    article = parse_html(f"<h1>Flood live</h1>{prose}<h2>Questions</h2>{answers}")
    assert [(each.heading.text, each.heading.level) for each in article.sections if each.heading] == [
        ("Questions", 2),
        ("How is the fare paid?", 3),
        ("Tolls on the bridge", 3),
    ]
    lone = parse_html(f"<h1>Flood live</h1>{prose}{answers.partition('</details>')[0]}</details>{prose.upper()}")
    assert all(section.heading is None for section in lone.sections)


@pytest.mark.parametrize("parting", [" ", "<br>", " <b></b>"])
@pytest.mark.parametrize("call", ["Loading...", "Loading…", "Loading ....."])
def test_calls_to_wait_are_no_prose_however_many_they_are(call: str, parting: str) -> None:
    root = tree.read_tree(f"<p>{parting.join([call] * 20)}</p><p>{SENTENCE[3:-5]}...</p>", "a case").root
    assert [prose(run) > 0 for run in read_nodes(root)[1]] == [False, True]


def test_what_is_hidden_elsewhere_on_a_small_page_is_none_of_it() -> None:
    article = parse_html(f"{PROSE}<div hidden><p>The rest is loading.</p></div>")
    assert len(article.paragraphs) == 1


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article named the wrong street.",
        "Editor's note: This article was updated on 3 May to add a statement from the council.",
        "Disclosure: This article was sponsored by a maker of pumps, but all opinions are our own.",
        "Photo: Ana Prior",
        "The bridge from below. Photo: Ana Prior / Coastwire",
    ],
)
def test_an_editors_note_or_credit_is_furniture(note: str) -> None:
    prose = [
        f"<p>The {place} stays shut for a second week, since the river has taken the bank away beneath it.</p>"
        for place in ("lower road", "old mill", "market", "school")
    ]
    article = parse_html(f"<h1>Flood shuts the lower road</h1>{prose[0]}<p>{note}</p>{''.join(prose[1:])}")
    assert [part.text for part in article.furniture] == [note]
    assert len(article.paragraphs) == len(prose)


@pytest.mark.parametrize("around", ["{}", "<article>{}</article>", "<main><div class='article-body'>{}</div></main>"])
def test_a_long_article_is_read_to_its_end(around: str) -> None:
    """A transcript or a live blog: of 300 paragraphs the last hundred were once taken for what follows an article."""
    articles = (
        Article.model_validate_json(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "fixtures" / "articles").glob("*.json"))
    )
    texts = [each.text for article in articles if article.language == "en" for each in article.paragraphs]
    paragraphs = [text for text in dict.fromkeys(texts) if len(text) > 80 and not set(text) & set("<>&|\n")]
    assert len(paragraphs) >= 300
    body = "<h1>What the inquiry heard</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs)
    read = parse_html(f"<title>What the inquiry heard</title><body>{around.format(body)}</body>")
    # A few are said of their own articles: who wrote them, what was corrected.
    assert len(read.paragraphs) >= 0.98 * len(paragraphs)
    assert read.paragraphs[-1].text == paragraphs[-1]
