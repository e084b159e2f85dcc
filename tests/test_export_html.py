"""HTML and JSON-LD, read back by independent readers: the same parts, nothing invented, and text stays text."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import html as lxml_html

from conftest import ROOT
from newsextract import (
    Article,
    Heading,
    InputError,
    ItemList,
    Paragraph,
    Quote,
    Table,
    parse_file,
    parse_text,
    to_html,
    to_jsonld,
)
from test_export_markdown import SPAN, article, articles, item, item_list, paragraph, quote, table

FIXTURES = sorted([*(ROOT / "fixtures" / "articles").glob("*.txt"), *(ROOT / "fixtures" / "pages").glob("*.html")])
assert len(FIXTURES) >= 60
each_fixture = pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)

#: The only elements and attributes that `to_html` writes.
ELEMENTS = {
    *(
        "article",
        "header",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "b",
        "table",
        "caption",
    ),
    *("thead", "tbody", "tr", "th", "td", "blockquote", "figure", "figcaption", "time", "data"),
}
ATTRIBUTES = {"lang", "dir", "class", "scope", "style", "value", "datetime"}

HOSTILE = [
    "<script>alert(1)</script>",
    "</article></li></td><img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)' x=\"",
    "<!-- --> ]]> <![CDATA[ &lt;script&gt; &#60;",
    "javascript:alert(1) \0 \r \x1b[31m \u202e",
]


def root(given: Article) -> Any:
    return lxml_html.fragment_fromstring(to_html(given))


def texts(element: Any, path: str) -> list[str]:
    return [found.text_content() for found in element.xpath(path)]


def written_as_html(text: str) -> str:
    return text.replace("\0", "\ufffd")


def headings(found: Article) -> list[Heading]:
    return [section.heading for section in found.sections if section.heading]


def check_same_parts(given: Article) -> None:
    element = root(given)
    assert {each.tag for each in element.iter()} <= ELEMENTS
    assert {name for each in element.iter() for name in each.attrib} <= ATTRIBUTES
    found = element.xpath("section/*[starts-with(name(), 'h')]")
    assert [(each.tag, each.text_content()) for each in found] == [
        (f"h{each.level}", each.text) for each in headings(given)
    ]
    assert texts(element, "section/p") == [block.text for block in given.blocks if isinstance(block, Paragraph)]
    items = [each for block in given.blocks if isinstance(block, ItemList) for each in block.items]
    # An item's own text, without that of the lists nested in it.
    own = [
        "".join(li.xpath("text() | b//text() | time//text() | data//text()")).rstrip("\n") for li in element.iter("li")
    ]
    assert [text.rstrip("\n") for text in own] == [each.text for each in items]
    assert [li.getparent().tag for li in element.iter("li")] == ["ol" if each.ordered else "ul" for each in items]
    tables = [block for block in given.blocks if isinstance(block, Table)]
    for grid, block in zip(element.iter("table"), tables, strict=True):
        assert texts(grid, "thead/tr/th") == (list(block.header) if any(block.header) else [])
        rows = [[cell.text_content() for cell in row] for row in grid.xpath("tbody/tr")]
        assert rows == [[cell.text for cell in row] for row in block.rows]
    quotes = [block for block in given.blocks if isinstance(block, Quote)]
    assert ["\n".join(texts(each, "p")) for each in element.iter("blockquote")] == [block.text for block in quotes]


@given(articles)
def test_html_reads_back_as_the_same_parts(given_article: Article) -> None:
    check_same_parts(given_article)


@each_fixture
def test_the_fixtures_read_back_as_the_same_parts(path: Path) -> None:
    check_same_parts(parse_file(path))


@each_fixture
def test_every_date_of_the_fixtures_is_marked_with_its_value(path: Path) -> None:
    """In running text and items; one in a table's header or a quote's attribution has no place of its own."""
    found = parse_file(path)
    blocks = [block for block in (*found.blocks, *headings(found)) if not isinstance(block, Table)]
    attributions = [block.attribution for block in found.blocks if isinstance(block, Quote) and block.attribution]
    expected = [
        (date.text, date.value)
        for date in found.dates
        if date.start is not None and date.value and any(block.start <= date.start < block.end for block in blocks)
        if not any(date.text in attribution for attribution in attributions)
    ]
    dates = root(found).xpath("section//*[(self::time or self::data) and not(ancestor::table)]")
    marked = [(date.text_content(), date.get("datetime") or date.get("value")) for date in dates]
    assert marked == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    found = article(
        paragraph(text),
        item_list(item(text)),
        table([text], [text], caption=text),
        quote(text, text),
        headline={"text": text, **SPAN},
        byline={"text": text},
        language=text,
        source=text,
        published={"text": text, "value": text, "precision": "day"},
        authors=[text],
    )
    element = root(found)
    assert {each.tag for each in element.iter()} <= ELEMENTS
    assert {name for each in element.iter() for name in each.attrib} <= ATTRIBUTES
    assert element.xpath("string(section/p)").replace("\n", "\r") == written_as_html(text).replace("\n", "\r")
    written = to_jsonld(found)
    assert "<" not in written
    assert json.loads(written)["headline"] == text


def test_a_date_is_only_as_fine_as_it_is() -> None:
    found = parse_text(
        "Work began in October 2023, ended in spring 2025 and was paid for in 2024-25, the council said."
    )
    times = [
        (each.tag, each.text, each.get("datetime") or each.get("value")) for each in root(found).iter("time", "data")
    ]
    assert times[:2] == [("time", "October 2023", "2023-10"), ("data", "spring 2025", "2025-21")]


def test_numbers_lists_and_amounts_are_marked() -> None:
    found = article(
        item_list(item("Cost: two", 0, "7)") | {"label": "Cost"}, item("inner", 1), item("last", 0, "(iv)"))
    )
    assert (
        to_html(found)
        .split("<section>\n")[1]
        .startswith(
            '<ol>\n<li value="7"><b>Cost</b>: two\n<ul>\n<li>inner</li>\n</ul></li>\n</ol>\n<ul>\n<li>last</li>\n</ul>'
        )
    )
    grid = table(["Cost"], ["£3.1m"], align="right")
    grid["rows"][0][0]["value"] = {"type": "quantity", "number": Decimal("3100000"), "unit": "GBP"}
    assert '<td style="text-align: right"><data value="3100000 GBP">£3.1m</data></td>' in to_html(article(grid))


def test_the_language_gives_the_direction() -> None:
    assert root(Article(language="ar-EG")).attrib == {"lang": "ar-EG", "dir": "rtl"}
    assert root(Article()).attrib == {"dir": "auto"}


def test_jsonld_says_what_is_known_and_nothing_else() -> None:
    assert json.loads(to_jsonld(Article())) == {"@context": "https://schema.org", "@type": "NewsArticle"}
    found = parse_text(
        "Frost hits tea growers\nBy Ada Kimani | 7 February 2025\n"
        "Frost has damaged two farms in three since Tuesday, and pickers were sent home without pay.\n"
        "The growers' union gave these figures for the two districts that were hit:\n"
        "- Limuru: 40 hectares\n- Kericho: 210 hectares\n",
        source="a1",
    )
    written = json.loads(to_jsonld(found))
    body = written.pop("articleBody")
    assert body.startswith("Frost has damaged")
    assert body.endswith("were hit:\n\n- Limuru: 40 hectares\n- Kericho: 210 hectares")
    assert written == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": "a1",
        "inLanguage": "en",
        "headline": "Frost hits tea growers",
        "author": [{"name": "Ada Kimani"}],
        "datePublished": "2025-02-07",
        "hasPart": [
            {
                "@type": "ItemList",
                "name": "The growers' union gave these figures for the two districts that were hit:",
                "itemListOrder": "https://schema.org/ItemListUnordered",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Limuru: 40 hectares"},
                    {"@type": "ListItem", "position": 2, "name": "Kericho: 210 hectares"},
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        ("2023-10", "month", "2023-10"),
        ("2023", "year", "2023"),
        ("2025-02-07T08:15+00:00", "minute", "2025-02-07T08:15+00:00"),
        ("2025-21", "season", None),
        ("199X", "decade", None),
        ("1850~", "year", None),
        ("2023-10-03/2023-10-07", "day", None),
        (None, "day", None),
    ],
)
def test_jsonld_dates_are_iso_8601_or_missing(value: str | None, precision: str, expected: str | None) -> None:
    found = Article.model_validate({"published": {"text": "then", "value": value, "precision": precision}})
    assert json.loads(to_jsonld(found)).get("datePublished") == expected


def test_jsonld_nests_items_and_keeps_all() -> None:
    found = article(item_list(item("deep", 3), item("a"), item("b", 1, "1."), item("c", 2), item("d", 1), item("e")))
    (part,) = json.loads(to_jsonld(found))["hasPart"]
    outer = part["itemListElement"]
    assert [each["name"] for each in outer] == ["deep", "a", "e"]
    assert [each["name"] for each in outer[1]["item"]["itemListElement"]] == ["b", "d"]
    assert outer[1]["item"]["itemListElement"][0]["item"]["itemListElement"][0]["name"] == "c"


@given(articles)
def test_jsonld_has_every_list_and_table(given_article: Article) -> None:
    parts = json.loads(to_jsonld(given_article)).get("hasPart", [])
    kinds = [block.type for block in given_article.blocks if isinstance(block, (ItemList, Table))]
    assert [part["@type"] for part in parts] == ["ItemList" if kind == "list" else "Table" for kind in kinds]


@pytest.mark.parametrize("write", [to_html, to_jsonld])
def test_what_is_no_article_is_an_error_that_says_so(write: Any) -> None:
    with pytest.raises(InputError, match=f"{write.__name__} takes an Article, not str"):
        write("Rain fell.")


def test_deep_and_long_lists_are_written_in_time() -> None:
    deep = article(item_list(*(item(f"item {depth}", depth) for depth in range(10_000))))
    assert to_html(deep).count("<li") == 10_000
    assert len(to_jsonld(deep)) < 5_000_000
