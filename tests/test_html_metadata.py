"""What pages state of their article outside its text, and which of several statements is believed."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from newsextract import Article, parse_html

PROSE = "<p>The lower road stays shut for a second week, since the river has taken the bank away beneath it.</p>"


def page(*things: Any, head: str = "", body: str = "<h1>Flood live</h1>") -> Article:
    """The article of a page that has these objects as JSON-LD, a script each."""
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)
    return parse_html(f"<html><head>{head}{scripts}</head><body>{body}{PROSE}</body></html>")


def published(article: Article) -> str | None:
    return article.published.value if article.published else None


OWN = {"@type": "NewsArticle", "headline": "Flood live", "datePublished": "2024-05-07"}
OTHER = {"@type": "BlogPosting", "headline": "Road shut", "datePublished": "2020-01-01", "articleBody": "Shut."}


@pytest.mark.parametrize("field", ["liveBlogUpdate", "relatedLink", "mainEntity", "hasPart", "blogPost"])
@pytest.mark.parametrize("value", [OTHER, [OTHER, OTHER]], ids=["one", "two"])
def test_an_article_in_an_article_is_another(field: str, value: Any) -> None:
    article = page({**OWN, field: value}, body="<h1>Flood live</h1><h2>Road shut</h2>")
    assert article.headline is not None
    assert (article.headline.text, published(article)) == ("Flood live", "2024-05-07")


@pytest.mark.parametrize("things", [(OTHER, OWN), (OWN, OTHER), ({"@graph": [OTHER, OWN]},)])
def test_of_several_articles_the_page_is_about_the_one_that_it_is_named_for(things: tuple[Any, ...]) -> None:
    assert published(page(*things)) == "2024-05-07"
    assert published(page(*things, head="<title>Flood live | The Kalmora Post</title>", body="")) == "2024-05-07"


def test_of_several_articles_the_page_is_about_the_one_with_its_address() -> None:
    ours = {**OWN, "headline": "The river rises", "mainEntityOfPage": {"@id": "https://post.example/flood/"}}
    canonical = '<link rel="canonical" href="https://www.post.example/flood">'
    assert published(page(OTHER, ours, head=canonical)) == "2024-05-07"


def test_an_article_that_wraps_none_is_found_in_what_describes_the_page() -> None:
    assert published(page({"@type": "WebPage", "mainEntity": OWN, "relatedLink": [OTHER]})) == "2024-05-07"


PERSON = {"@type": "Person", "@id": "#prior", "name": "Ana Prior"}


@pytest.mark.parametrize("author", [{"@id": "#prior"}, [{"@id": "#prior"}], {"@type": "Person", "@id": "#prior"}])
def test_an_author_may_stand_elsewhere_on_the_page(author: Any) -> None:
    assert page({"@graph": [{**OWN, "author": author}, PERSON]}).authors == ("Ana Prior",)
    assert page({**OWN, "author": author}, PERSON).authors == ("Ana Prior",)
    assert page(PERSON, {**OWN, "author": author}).authors == ("Ana Prior",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Moss and Bo Li", ("Ada Moss", "Bo Li")),
        ("By Bo Li and Cy Oh", ("Ada Moss",)),
        ("By Ada Moss, Garden Specialist", ("Ada Moss",)),
    ],
    ids=["one of them", "none of them", "what she is"],
)
def test_a_byline_wins_that_names_all_who_are_stated_and_more(line: str, authors: tuple[str, ...]) -> None:
    article = page({**OWN, "author": {"name": "Ada Moss"}}, body=f"<h1>Flood live</h1><p>{line}</p>")
    assert article.authors == authors


def test_what_refers_to_nothing_names_nobody() -> None:
    assert page({**OWN, "author": {"@id": "#prior"}}, {**PERSON, "name": {"@id": "#prior"}}).authors == ()


def test_objects_may_refer_to_each_other() -> None:
    one = {"@type": "Article", "@id": "#one", "name": "Flood", "author": {"@id": "#two"}, "datePublished": "2024-05-07"}
    two = {**one, "@id": "#two", "author": {"@id": "#one"}}
    assert page(one, two, {**one, "@type": "WebPage"}, {**two, "@type": "WebPage"}).authors == ("Flood",)


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("By Ana Prior and Bo Li", ("Ana Prior", "Bo Li")),
        ("Ana Prior, Bo Li and Cy Oh", ("Ana Prior", "Bo Li", "Cy Oh")),
        ("Ana Prior, Bo Li, and Cy Oh", ("Ana Prior", "Bo Li", "Cy Oh")),
        ("Ana Prior & Bo Li, Reporters", ("Ana Prior", "Bo Li")),
        ("Ana Prior and Bo Li, The Harbour Courier", ("Ana Prior", "Bo Li")),
        ("Ana Prior und Bo Li, kna", ("Ana Prior", "Bo Li", "kna")),
        ("Ana Prior | The Kalmora Post", ("Ana Prior",)),
        ("Par Léa Prior et Jo Roy", ("Léa Prior", "Jo Roy")),
        ("Von Lena van der Moor", ("Lena van der Moor",)),
        ("Ана Приор и Лев Дорин", ("Ана Приор", "Лев Дорин")),
        ("方若琳、沈继明", ("方若琳", "沈继明")),
        ("ليلى منصور، كريم داود", ("ليلى منصور", "كريم داود")),
        # One person, or a body.
        ("Prior, Ana", ("Prior, Ana",)),
        ("Ana Prior, MD, PhD", ("Ana Prior, MD, PhD",)),
        ("Ana Prior, Staff Writer", ("Ana Prior",)),
        ("Ana Prior | Staff Writer", ("Ana Prior",)),
        ("Ana Prior | ", ("Ana Prior",)),
        ("Ana Prior, Associated Press", ("Ana Prior",)),
        ("ana.prior@post.example (Ana Prior)", ("Ana Prior",)),
        ("Ana Prior <ana.prior@post.example>", ("Ana Prior",)),
        ("Bo Li <bo@x.example>, Ana Prior <ana@x.example>", ("Bo Li", "Ana Prior")),
        ("bo@x.example (Bo Li), ana@x.example (Ana Prior)", ("Bo Li", "Ana Prior")),
        ("Bo Li (bo@x.example) and Ana Prior [ana@x.example]", ("Bo Li", "Ana Prior")),
        ("Ana Prior, Garden Expert", ("Ana Prior, Garden Expert",)),
        ("Moss & Moss", ("Moss & Moss",)),
        ("Ministry of Rain and Public Works", ("Ministry of Rain and Public Works",)),
        ("文化和旅游部", ("文化和旅游部",)),
        # Nobody.
        ("Staff", ()),
        ("ana.prior@post.example", ()),
        ("Staff reporter", ()),
        ("Die Redaktion", ()),
        ("La Rédaction", ()),
        ("Редакция", ()),
        ("编辑部", ()),
    ],
)
def test_a_string_of_authors_is_read_as_names(stated: str, authors: tuple[str, ...]) -> None:
    site = '<meta property="og:site_name" content="The Kalmora Post">'
    assert page({**OWN, "author": stated}, head=site).authors == authors
    assert page({**OWN, "author": {"@type": "Person", "name": stated}}, head=site).authors == authors
    assert page(head=f'{site}<meta name="author" content="{stated}">').authors == authors


def test_hostile_statements_take_time_by_their_size() -> None:
    things = [
        {**OWN, "headline": f"Other {i}", "url": "/" * 2_000 + "a", "author": {"@id": f"#{i}"}} for i in range(300)
    ]
    start = time.process_time()
    page(*things, head=f'<link rel="canonical" href="{"/" * 20_000}b"><title>{"a | " * 20_000}</title>')
    page({**OWN, "author": [", ".join(["Ana Prior and"] * 30)] * 500})
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("stated", "byline", "authors"),
    [
        ('{"@type": "Organization", "name": "Kurier"}', "By Ada Moss", ("Ada Moss",)),
        ('{"@type": "Person", "name": "a.moss"}', "By Ada Moss and Bo Li", ("Ada Moss", "Bo Li")),
        ('{"@type": "Person", "name": "Cy Oh"}', "By Ada Moss", ("Cy Oh",)),
        ('{"@type": "Organization", "name": "Kurier"}', "By Coastwire", ("Kurier",)),
    ],
)
def test_persons_in_the_byline_win_over_what_is_no_person(stated: str, byline: str, authors: tuple[str, ...]) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {stated}}}</script>'
    prose = "<p>The lower road stays shut for a second week, since the river has taken the bank away beneath it.</p>"
    assert parse_html(f"{data}<h1>Flood shuts the lower road</h1><p>{byline}</p>{prose}").authors == authors


@pytest.mark.parametrize("name", ["author", "article:author", "parsely-author", "dc.creator", "citation_author"])
def test_meta_elements_name_an_author_each(name: str) -> None:
    metas = [f'<meta name="{name}" content="{author}">' for author in ("Ana Prior", "Bo Li", "Ana Prior")]
    assert page(head="".join(metas)).authors == ("Ana Prior", "Bo Li")


def test_a_journal_states_when_a_paper_came_out_and_its_title() -> None:
    metas = (
        '<meta name="citation_publication_date" content="2024"><meta name="citation_online_date" content="2024/05/07">'
    )
    article = page(head=f'{metas}<meta name="citation_title" content="Flood live">', body="")
    assert published(article) == "2024-05-07"
    assert article.headline is not None
    assert article.headline.text == "Flood live"


@pytest.mark.parametrize("kind", ["Review", "CriticReview", "Recipe", "HowTo"])
def test_a_page_may_be_about_a_review_or_recipe(kind: str) -> None:
    thing = {"@type": kind, "name": "Flood live", "datePublished": "2024-05-07", "author": {"name": "Ana Prior"}}
    article = page(thing)
    assert (article.authors, published(article)) == (("Ana Prior",), "2024-05-07")
    other = {**thing, "datePublished": "2020-01-01", "author": {"name": "Bo Li"}}
    assert published(page(OWN, thing | {"datePublished": "2020-01-01"})) == "2024-05-07"
    assert published(page(thing, other)) is None


@pytest.mark.parametrize("kind", ["Review", "CriticReview", "Question"])
def test_a_review_that_is_not_the_pages_own_says_nothing_of_it(kind: str) -> None:
    said = {"@type": kind, "datePublished": "2019-01-02", "author": "Ana Prior"}
    whole = {"@type": "WebPage", "datePublished": "2024-05-03"}
    for things in ((whole, said), (said, whole), (said,), (said | {"name": "Soup", "url": "#said"},)):
        article = page(*things)
        assert (article.authors, published(article)) == ((), None)
    canonical = '<link rel="canonical" href="https://post.example/flood">'
    ours = said | {"mainEntityOfPage": "https://post.example/flood"}
    assert published(page(whole, ours, head=canonical)) == "2019-01-02"


@pytest.mark.parametrize("field", ["review", "reviews"])
def test_what_readers_say_of_a_thing_is_no_article(field: str) -> None:
    said = {"@type": "Review", "datePublished": "2024-05-07", "author": {"name": "Ana Prior"}}
    article = page({"@type": "Product", "name": "Soup", field: [said]}, {"@type": "WebPage"})
    assert (article.authors, published(article)) == ((), None)
    assert page(said, said).authors == ()


@pytest.mark.parametrize(
    "field", [{"creator": {"name": "Ana Prior"}}, {"author": {"givenName": "Ana", "familyName": "Prior"}}]
)
def test_an_author_in_other_fields(field: Any) -> None:
    assert page({**OWN, **field}).authors == ("Ana Prior",)


SITE = '<meta property="og:site_name" content="The Pell Post">'


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ([{"@type": "Person", "name": "Ada Moss"}, {"@type": "Organization", "name": "Pell Post"}], ("Ada Moss",)),
        ("Ada Moss, Pell Post", ("Ada Moss",)),
        ({"@type": "Organization", "name": "Pell Post"}, ("Pell Post",)),
        ("ADA MOSS AND BO LI", ("ADA MOSS", "BO LI")),
    ],
)
def test_the_site_is_no_author_beside_others(author: Any, authors: tuple[str, ...]) -> None:
    assert page({**OWN, "author": author}, head=SITE).authors == authors


@pytest.mark.parametrize("nobody", ["Super User", "wpadmin", "Editor", "Site Admin", "Administrador", "Администратор"])
def test_what_content_systems_fill_in_is_no_author(nobody: str) -> None:
    stated = f'<meta name="author" content="{nobody}">'
    assert page(head=stated).authors == ()
    assert page(head=stated, body="<h1>Flood live</h1><p>Written by Ada Moss</p>").authors == ("Ada Moss",)
