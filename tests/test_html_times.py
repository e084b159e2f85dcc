"""The moments that a page's elements state: `<time>` in the head, microdata anywhere in the article."""

from __future__ import annotations

import pytest

from newsextract import Article, parse_html

PROSE = "".join(
    f"<p>The {place} stays shut for a second week, since the river has taken the bank away beneath it at night.</p>"
    for place in ("lower road", "old mill", "market", "north quay", "school", "bridge", "station", "bakery", "chapel")
)
HEADLINE = "<h1>Flood shuts the lower road</h1>"
MOMENT, LATER = "2025-03-14T06:00+00:00", "2025-03-15T09:30+00:00"


def page(head: str, behind: str = "") -> Article:
    return parse_html(f"<title>Flood shuts the lower road</title><article>{head}{PROSE}{behind}</article>")


def times(article: Article) -> tuple[str | None, str | None]:
    published, modified = article.published, article.modified
    return published.value if published else None, modified.value if modified else None


@pytest.mark.parametrize(
    "head",
    [
        HEADLINE + f"<div><time datetime='{MOMENT}'>3 hours ago</time></div>",
        HEADLINE + f"<div><time datetime='{MOMENT}'>Friday</time></div>",
        HEADLINE + f"<div><time datetime='{MOMENT}'>14 Mar</time></div>",
        HEADLINE + f"<div>By Ada Moss, <time datetime='{MOMENT}'>06:00</time></div>",
        f"<div><p><time datetime='{MOMENT}'>3 hours ago</time></p>{HEADLINE}</div>",
    ],
)
def test_a_time_under_or_above_the_headline_counts_whatever_its_words(head: str) -> None:
    assert times(page(head)) == (MOMENT, None)


@pytest.mark.parametrize(
    "line",
    [
        f"<time class='updated' datetime='{LATER}'>3 hours ago</time>",
        f"<p class='modified'><time datetime='{LATER}'>15 March 2025</time></p>",
        f"<p>Updated: <time datetime='{LATER}'>15 March 2025</time></p>",
        f"Updated <time datetime='{LATER}'>3 hours ago</time>",
        f"<time itemprop='dateModified' datetime='{LATER}'>3 hours ago</time>",
    ],
)
def test_a_time_of_a_change_is_no_time_of_publication(line: str) -> None:
    assert times(page(f"{HEADLINE}<div>{line}</div>")) == (None, LATER)
    first = f"<time datetime='{MOMENT}'>yesterday</time>"
    assert times(page(f"{HEADLINE}<div>{first} {line}</div>")) == (MOMENT, LATER)


def test_the_terms_of_dates_say_which_is_which() -> None:
    terms = "<dt>From:</dt><dd>Harbour office</dd><dt>Published</dt><dd>14 March 2025</dd>"
    article = page(f"{HEADLINE}<dl class='metadata'>{terms}<dt>Last updated</dt><dd>16 March 2025</dd></dl>")
    assert times(article) == ("2025-03-14", "2025-03-16")
    assert [each.text for each in article.furniture if each.kind == "timestamp"] == [
        "Published: 14 March 2025",
        "Last updated: 16 March 2025",
    ]


@pytest.mark.parametrize("name", ["", "dates", "summary"])
def test_a_line_of_dates_sums_nothing_up(name: str) -> None:
    line = "<span>Published 9:15 AM EST, Fri March 14, 2025</span><span>Updated 11:02 AM EST, Sun March 16, 2025</span>"
    article = page(f"{HEADLINE}<div>By Ada Moss</div><div class='{name}'>{line}</div>")
    assert article.standfirst is None
    assert times(article) == ("2025-03-14T09:15-05:00", "2025-03-16T11:02-05:00")


def test_microdata_behind_the_article_counts() -> None:
    article = page(
        HEADLINE,
        "<div><span itemprop='author' itemscope><span itemprop='name'>Ada Moss</span>, Harrow Bay</span>"
        f"<time itemprop='datePublished' datetime='{MOMENT}'>March 14</time>"
        f"<time itemprop='dateModified' datetime='{LATER}'>March 15</time></div>",
    )
    assert times(article) == (MOMENT, LATER)
    assert article.authors == ("Ada Moss",)


@pytest.mark.parametrize(
    "behind",
    [
        f"<div class='comments'><b itemprop='author'>Ada Moss</b><i itemprop='datePublished'>{MOMENT}</i> Well!</div>",
        f"<p itemprop='comment'><b itemprop='author'>Ada Moss</b> <i itemprop='datePublished'>{MOMENT}</i> Well!</p>",
        f"<aside><a href='/2'>Wind</a> <time itemprop='datePublished' datetime='{MOMENT}'>Friday</time></aside>",
        f"<p>Work begins <time datetime='{MOMENT}'>on Friday</time> at the quay.</p>",
        f"<i itemprop='datePublished'>{MOMENT}</i> <i itemprop='datePublished'>{LATER}</i>",
        "<b itemprop='author'>10 ways to dry a road</b>",
    ],
)
def test_what_is_said_of_others_does_not_count(behind: str) -> None:
    article = page(HEADLINE, behind)
    assert times(article) == (None, None)
    assert article.authors == ()


@pytest.mark.parametrize(
    "line",
    ["By Ada Moss | March 5, 2024 – March 5, 2024", "March 5, 2024 – March 5, 2024", "2024-03-05 - 2024-03-05"],
)
def test_a_day_that_is_given_twice_is_that_day(line: str) -> None:
    assert times(page(f"{HEADLINE}<p class='byline'>{line}</p>")) == ("2024-03-05", None)


@pytest.mark.parametrize("mark", ["—", "|", "·", "-", ","])
def test_a_mark_before_the_date_with_no_name_before_it_names_nobody(mark: str) -> None:
    article = page(f"{HEADLINE}<p class='byline'>{mark} 5 March 2024</p>")
    assert (article.authors, times(article)) == ((), ("2024-03-05", None))


@pytest.mark.parametrize("words", ["Last updated on {} by <b>Ada Kimani</b>", "Zuletzt aktualisiert am {}"])
def test_a_change_that_is_told_under_an_article_does_not_publish_it(words: str) -> None:
    behind = words.format(f"<b><time datetime='{LATER}'>15.03.2025</time></b>")
    assert times(page(HEADLINE, f"<footer><div>{behind}</div></footer>"))[0] is None


def test_terms_in_a_block_that_is_named_for_what_is_said_of_the_article() -> None:
    terms = "<dt>From:</dt><dd><a href='/o'>Department for Meadows</a></dd><dt>Published</dt><dd>14 March 2025</dd>"
    updated = "<dt>Last updated</dt><dd>16 March 2025 — <a href='#h'>See all updates</a></dd>"
    article = page(f"{HEADLINE}<div class='gem-c-metadata'><dl data-module='m'>{terms}{updated}</dl></div>")
    assert times(article)[0] == "2025-03-14"
