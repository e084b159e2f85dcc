"""Quotes of pages, and who is quoted."""

from __future__ import annotations

import pytest

from newsextract import Article, parse_html, to_text

SAID = "A ferry is a road that comes to you, and asks for patience."
PROSE = [
    f"<p>The {place} stays shut for a second week, since the river has taken the bank away beneath it at night.</p>"
    for place in ("lower road", "old mill", "market", "north quay", "school", "bridge", "station", "bakery", "chapel")
]


def page(quote: str, small: bool, last: bool) -> Article:
    """The article of a page with a quote in it, or at its end; pages of a few lines are read in another way."""
    behind = PROSE[1:2] if small else PROSE[1:]
    return parse_html(f"<h1>Flood live</h1>{PROSE[0]}{''.join(behind)}{quote}{'' if last else PROSE[0].upper()}")


@pytest.mark.parametrize("last", [False, True], ids=["amid", "last"])
@pytest.mark.parametrize("small", [False, True], ids=["page", "small"])
@pytest.mark.parametrize(
    ("quote", "attribution"),
    [
        ("<blockquote><p>{}</p><footer>Tom Reed</footer></blockquote>", "Tom Reed"),
        ("<blockquote><p>{}</p><footer>— <cite>Tom Reed</cite>, baker</footer></blockquote>", "Tom Reed, baker"),
        ("<blockquote><p>{}</p><cite>Dana Pell</cite></blockquote>", "Dana Pell"),
        ("<blockquote><p>{}</p><p><cite>Dana Pell</cite>, baker</p></blockquote>", "Dana Pell, baker"),
        ("<blockquote><p>{}<cite>Dana Pell</cite></p></blockquote>", "Dana Pell"),
        ("<blockquote><p>{}</p><cite><a href='/pell'>Dana Pell</a></cite></blockquote>", "Dana Pell"),
        ("<blockquote><p>{}</p><p class='quote-author'>Dana Pell</p></blockquote>", "Dana Pell"),
        ("<blockquote>{}<br>– Dana Pell</blockquote>", "Dana Pell"),
        ("<blockquote><p>{}</p><p><strong>Dana Pell</strong>, baker</p></blockquote>", "Dana Pell, baker"),
        (
            "<blockquote><p>{}</p><p><cite class='quote__author'>Jo Kerr</cite><a href='/t'>Tweet</a></p></blockquote>",
            "Jo Kerr",
        ),
        ("<blockquote><p>{}</p></blockquote><p class='attribution'>— Dana Pell, baker</p>", "Dana Pell, baker"),
        (
            '<div class="pull-quote"><p>{}</p><p class="pull-quote__author">Dana Pell, baker</p></div>',
            "Dana Pell, baker",
        ),
        ('<section class="c-quote quote"><p>{}</p><p class="name">Dana Pell</p></section>', "Dana Pell"),
        ('<p class="pullquote">{}</p>', None),
        ("<figure><blockquote>{}</blockquote><figcaption>Tom Reed</figcaption></figure>", "Tom Reed"),
        (
            "<blockquote><p>{}</p>&mdash; The Council (@council) <a href='/1'>May 7, 2024</a></blockquote>",
            "The Council (@council) May 7, 2024",
        ),
        ("<blockquote><p>{}</p></blockquote>", None),
        ("<blockquote><p><cite>{}</cite></p></blockquote>", None),
        ('<figure><img src="a.jpg"><blockquote>{}</blockquote><figcaption>A quay.</figcaption></figure>', None),
    ],
)
def test_who_is_quoted_goes_with_the_quote(quote: str, attribution: str | None, small: bool, last: bool) -> None:
    article = page(quote.format(SAID), small, last)
    assert [(block.text, block.attribution) for block in article.quotes] == [(SAID, attribution)]
    assert article.authors == ()
    if attribution:
        assert to_text(article).count(attribution) == 1


@pytest.mark.parametrize("above", ["", PROSE[0], PROSE[0] + PROSE[1]], ids=["first", "second", "third"])
@pytest.mark.parametrize(
    "quote",
    [
        '<div class="pullquote"><p>{}</p><p class="pullquote__author">Dana Pell, baker</p></div>',
        '<aside class="quote"><p>{}</p><p class="author">Dana Pell</p></aside>',
        '<blockquote><p>{}</p><p><a href="/author/pell">Dana Pell</a></p></blockquote>',
    ],
)
def test_who_is_quoted_wrote_no_article(quote: str, above: str) -> None:
    article = parse_html(f"<article><h1>Flood live</h1>{above}{quote.format(SAID)}{''.join(PROSE[2:])}</article>")
    assert (article.authors, article.byline) == ((), None)


def test_a_list_in_a_quote_is_part_of_it() -> None:
    quote = (
        f"<blockquote><p>{SAID}</p><ul><li>time</li><li>money</li></ul><p>And no more than these two.</p></blockquote>"
    )
    article = page(quote, False, False)
    assert [block.text for block in article.quotes] == [f"{SAID}\ntime\nmoney\nAnd no more than these two."]
    assert article.lists == ()
    assert article.furniture == ()


def test_a_part_named_for_what_one_asks_for_is_no_quote() -> None:
    article = page(f'<div class="get-a-quote"><p>{SAID}</p></div>', False, False)
    assert article.quotes == ()


def test_a_work_that_a_quote_names_is_part_of_it() -> None:
    (quote,) = page("<blockquote><p>All of it is in <cite>The Ferry Book</cite></p></blockquote>", False, False).quotes
    assert (quote.text, quote.attribution) == ("All of it is in The Ferry Book", None)


def test_what_else_stands_in_a_quote_is_furniture() -> None:
    quote = f"<blockquote><p>{SAID}</p><div class='share'><a href='/t'>Share</a></div></blockquote>"
    article = page(quote, False, False)
    assert [(block.text, block.attribution) for block in article.quotes] == [(SAID, None)]
    assert ("share", "Share") in [(block.kind, block.text) for block in article.furniture]


def test_a_post_of_a_network_is_a_quote() -> None:
    article = page(f'<blockquote class="twitter-tweet"><p>{SAID}</p>— Tom Reed (@reed)</blockquote>', True, False)
    assert [(block.text, block.attribution) for block in article.quotes] == [(SAID, "Tom Reed (@reed)")]


def test_a_pull_quote_keeps_who_is_quoted() -> None:
    article = page(
        "<blockquote>The river has taken the bank away beneath it<footer>Tom Reed</footer></blockquote>", False, False
    )
    assert [(part.kind, part.text) for part in article.furniture] == [
        ("repeat", "The river has taken the bank away beneath it — Tom Reed")
    ]


def test_a_name_in_italics_signs_what_quotation_marks_close() -> None:
    signed, ended = "<p><em>Dana Pell</em></p>", "<p><em>Dana Pell waits</em></p>"
    said = page(f"<blockquote><p>“{SAID}”</p>{signed}</blockquote>", False, False).quotes[0]
    assert (said.text, said.attribution) == (f"“{SAID}”", "Dana Pell")
    for quote in (f"<p>{SAID}</p>{signed}", f"<p>“{SAID}”</p>{ended}", f"<p>“{SAID}”</p><p>Dana <em>Pell</em></p>"):
        assert page(f"<blockquote>{quote}</blockquote>", False, False).quotes[0].attribution is None


def test_a_dash_begins_a_line_in_scripts_without_capitals() -> None:
    article = page("<blockquote><p>「港は静かだった。」<br>――山田太郎</p></blockquote>", False, False)
    assert [(quote.text, quote.attribution) for quote in article.quotes] == [("「港は静かだった。」", "山田太郎")]
