"""Parts amid a page's article: what stands between its paragraphs, and what it is read as."""

from __future__ import annotations

import pytest

from cases import Case, look, read_cases
from conftest import ROOT
from newsextract import Article, parse_html
from newsextract.html.content import weigh
from newsextract.html.runs import read_nodes
from newsextract.html.tree import read_tree
from outline import outline

CASES = read_cases(ROOT / "tests" / "data" / "page_parts.txt")
SAID = "The harbour authority said on Tuesday that the ferry would return before the month is out."
PROSE = [f"<p>{SAID} It is the ferry of the {day}th.</p>" for day in range(4, 12)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_amid_paragraphs(case: Case) -> None:
    article = amid(case.text.replace("…", SAID))
    lines = outline(article).split("\n")
    first, last = (lines.index(f"paragraph: {text[3:-4]}") for text in PROSE[3:5])
    assert [line.replace(SAID, "…") for line in lines[first + 1 : last]] == case.parts.strip().split("\n")
    for path, value in case.details.items():
        assert look(article, path) == value, path


def amid(markup: str) -> Article:
    """A page's article with this between its paragraphs."""
    return parse_html(
        f"<article><h1>Ships return to port</h1>{''.join(PROSE[:4])}{markup}{''.join(PROSE[4:])}</article>"
    )


def test_a_question_goes_with_its_answer() -> None:
    answers = "".join(
        f"<details><summary>Costs of part {i}</summary><p>The council, which has paid for it since the spring, pays "
        f"for part {i} of it, as the harbour authority said on Tuesday in a statement.</p></details>"
        for i in range(4)
    )
    said = "the three ferries would return to service before the end of the month, provided that the inspectors agree"
    body = "".join(f"<p>The harbour authority said on Tuesday that {said}. Number {i}.</p>" for i in range(20))
    page = (
        "<header><a href=/>Courier</a><nav><ul><li><a href=/n>News</a><li><a href=/s>Sport</a></ul></nav></header>"
        f"<article><h1>Ships return to port</h1>{body}<h2>Questions</h2>{answers}</article>"
        "<footer><p>© 2025 The Courier. All rights reserved.</p></footer>"
    )
    titles = [section.title for section in parse_html(page).sections]
    assert titles == [None, "Questions", *(f"Costs of part {i}" for i in range(4))]


def test_the_entries_of_a_live_blog_are_read_though_each_is_an_article_beside_the_pages() -> None:
    entries = [
        f"The water at the {i}th lock has fallen by a foot since the morning, the council said." for i in range(5)
    ]
    live = "".join(
        f'<article class="live-entry"><h2>Lock {i} opens</h2><p class="byline">By Bo Li</p><time>1{i}:00</time>'
        f"<p>{entry}</p></article>"
        for i, entry in enumerate(entries)
    )
    article = parse_html(f"<main><article><h1>Ships return to port</h1>{''.join(PROSE[:2])}</article>{live}</main>")
    assert [each.text for each in article.paragraphs if each.text in entries] == entries


def test_what_is_all_of_the_article_is_no_box_and_no_caption() -> None:
    form = "<form><input type=email><button>Send</button></form>"
    assert len(parse_html(f"<div><p>{SAID}</p><p>{SAID} So be it.</p>{form}</div>").paragraphs) == 2
    title = f"<div class=hero-caption><h1>Ships return to port</h1><p>{SAID}</p></div>"
    article = parse_html(f"<main><div class=hero><img src=a.jpg>{title}</div>{''.join(PROSE)}</main>")
    assert len(article.paragraphs) + (article.standfirst is not None) == 1 + len(PROSE)


def test_cards_are_the_article_where_it_is_made_of_them() -> None:
    cards = "".join(
        f"<div class=item><a href=/{i}><img src=a.jpg></a><h3><a href=/{i}>Course {i}</a></h3><p>{text[3:-4]}</p></div>"
        for i, text in enumerate(PROSE)
    )
    article = parse_html(f"<main><h1>Courses of the harbour school</h1>{PROSE[0][:-4]} Or so.</p>{cards}</main>")
    assert [section.title for section in article.sections][-len(PROSE) :] == [f"Course {i}" for i in range(len(PROSE))]


#: Paragraphs each of its own length and words, as an article has them.
_STORY = """\
The council of Orsa Bay voted on Monday to close the old ferry pier after a survey found that its piles
were sinking into the mud of the harbour.

Surveyors said that the beams under the deck had rotted through in nine places at the least, and that
nobody had looked at them since the pier was painted.

“We have been landing on a sponge,” said Ada Moss, who has been the pilot for eleven years and whose
father held the post before her.

A new pier would cost about four million pounds, which is more than the town raises in three years, and
the ministry has promised only half of it.

Residents packed the hall on the quay, some of them standing on chairs at the back, and the meeting went
on until long after the last ferry had left.

Councillors will meet again in the spring to decide whether to ask for a loan, and until then the crew
will land on the beach with a borrowed tractor.
"""
STORY = [f"<p>{' '.join(text.split())}</p>" for text in _STORY.split("\n\n")]


def story(body: str) -> Article:
    """A page of an invented paper with this as the body of its article."""
    menu = "".join(f"<li><a href=/{name}>{name}</a>" for name in ("News", "Sport", "Tides", "Letters"))
    read = "".join(
        f"<li><a href=/{i}>{title}</a>" for i, title in enumerate(("Fares rise again", "Seal found in bakery"))
    )
    return parse_html(
        f"<title>Pier to close as piles sink | Orsa Post</title><header><a href=/>Orsa Post</a><ul>{menu}</ul></header>"
        f"<main><article><h1>Pier to close as piles sink</h1><p class=byline>By Ada Moss</p>"
        f"<div class=article-body>{body}</div></article></main><aside class=sidebar><h3>Most read</h3><ul>{read}</ul>"
        "</aside><footer><p>© 2025 Orsa Post. All rights reserved.</p></footer>"
    )


def test_a_card_that_is_all_one_link_is_none_of_the_article() -> None:
    excerpt = "The café at the end of the quay has been sold to a chain that promises to keep the stove and the cat."
    card = f"<a href=/4 class=teaser-box><img src=c.jpg><h4>Harbour café sold</h4><p>{excerpt}</p></a>"
    article = story("".join((*STORY[:3], card, *STORY[3:])))
    assert [section.title for section in article.sections] == [None]
    assert len(article.paragraphs) == len(STORY)


def test_a_disclosure_under_the_headline_does_not_sum_the_article_up() -> None:
    disclosure = "This post may contain affiliate links. Please read my disclosure policy."
    article = story(f"<p class=disclosure><em>{disclosure}</em></p>{''.join(STORY * 2)}")
    assert article.standfirst is None
    assert len(article.paragraphs) == len(STORY)


def test_text_behind_a_paywall_is_no_call_to_pay() -> None:
    """Publishers name it so for search engines, and so are the boxes named that ask for money."""
    text = f'<p class="paywall">{SAID}</p><h2 class="head paywall">What it costs</h2>'
    call = '<p>Read every story for two pounds.</p><a href="/pay">Subscribe</a>'
    page = (
        f'<h1>Ships return to port</h1>{"".join(PROSE)}{text}<div class="paywall">{"".join(PROSE * 2)}</div>'
        f'<div class="paywall">{call}</div><p class="paywall newsletter">{SAID}</p>'
    )
    nodes, runs = read_nodes(read_tree(page, "a case").root)
    weigh(nodes, runs)
    assert [node.kind for node in nodes if "paywall" in node.hints] == ["", "", "", "newsletter", "newsletter"]
