"""Parts of an article that say little by themselves: what a recipe takes, questions over their answers, code."""

from __future__ import annotations

import json
from typing import Any

from newsextract import Article, parse_html

_SAID = "The harbour authority said on Tuesday that the ferry would return before the month is out, and that nobody "
PROSE = "".join(f"<p>{_SAID} would have to wait for more than {days} days.</p>" for days in range(3, 9))
MENU = "<header><a href=/>Orsa</a><nav><ul><li><a href=/r>Bread</a><li><a href=/s>Soup</a></ul></nav></header>"


def page(body: str, stated: dict[str, Any] | None = None) -> Article:
    script = f'<script type="application/ld+json">{json.dumps(stated)}</script>' if stated else ""
    return parse_html(
        f"<html lang=en><head><title>Rye buns | Orsa</title>{script}</head><body>{MENU}<main><article><h1>Rye buns</h1>"
        f"<div class=entry-content>{body}</div></article><section class=related><h3>You may also like</h3><ul>"
        "<li><a href=/a>Oat bread</a><li><a href=/b>2 tsp salt</a></ul></section></main><footer>© Orsa</footer></body>"
    )


def titles(article: Article) -> list[str]:
    return [heading.text for heading in article.headings]


RECIPE = {
    "@type": "Recipe",
    "name": "Rye buns",
    "recipeIngredient": ["300 g rye flour", "2 tsp salt", "1 egg, beaten"],
    "recipeInstructions": [
        {"@type": "HowToSection", "name": "Dough", "itemListElement": [{"text": "Mix the flour with the salt."}]},
        {"@type": "HowToStep", "text": "<p>Shape twelve buns &amp; let them rise.</p>"},
    ],
}
CARD = (
    "<div class=tasty-recipes><h2>Rye buns</h2><div class=details><ul><li>Total: 2 hours<li>Yield: 12</ul></div>"
    "<a href=/print>Print</a><div><div><h3>Ingredients</h3><div><span>Scale</span><button>1x</button></div></div>"
    "<ul><li>300 g rye flour<li>2 tsp salt<li>1 egg, <i>beaten</i></ul></div>"
    "<div><h3>Instructions</h3><h4>Dough</h4><ol><li>Mix the flour with the salt.</ol>"
    "<ol><li>Shape twelve buns &amp; let them rise.</ol></div></div>"
)


def test_what_a_page_states_of_its_recipe_is_its_own_with_the_headings_over_it() -> None:
    article = page(PROSE + CARD, RECIPE)
    assert titles(article) == ["Ingredients", "Instructions", "Dough"]
    items = [item.text for block in article.lists for item in block.items]
    assert items == [
        *("300 g rye flour", "2 tsp salt", "1 egg, beaten"),
        *("Mix the flour with the salt.", "Shape twelve buns & let them rise."),
    ]


def test_a_recipe_that_is_stated_in_no_order_or_of_another_page_changes_nothing() -> None:
    odd = {"@type": ["Recipe"], "recipeIngredient": {"name": 3}, "recipeInstructions": [None, [["Bake it."]]]}
    assert titles(page(PROSE, odd)) == []
    assert not page(PROSE, {"@type": "Article", "relatedLink": RECIPE}).lists


def answers(tag: str, asked: str) -> str:
    """Questions about invented parts, with answers in blocks of the page's own."""
    said = "The council, which has paid for it since the spring, pays for it as it did before, in two parts a year."
    return "".join(
        f"<{tag} class='item {'open' if i == 1 else ''}'><div class=toggle>{asked.format(i)}</div>"
        f"<div class=panel><p>{said} That is so for part {i}.</p></div></{tag}>"
        for i in range(1, 5)
    )


def test_questions_go_with_their_answers() -> None:
    for asked in ("Who pays for part {}?", "第{}部分由谁支付？", "<a href='#a{0}'>Who pays for part {0}?</a>"):
        article = page(PROSE + f"<div class=faq>{answers('div', asked)}</div>" + PROSE.replace("Tuesday", "Friday"))
        ours = [each.text for each in article.paragraphs if each.text[-1] in "?？"]
        assert len(ours) == 4, asked


def test_questions_that_lead_to_other_pages_are_none_of_the_article() -> None:
    article = page(PROSE + f"<div class=faq>{answers('div', '<a href=/q{0}>Who pays for part {0}?</a>')}</div>" + PROSE)
    assert not [each.text for each in article.paragraphs if each.text[-1] == "?"]


def test_of_several_listings_of_an_article_none_is_left_out() -> None:
    short = "<pre><code>ferry stop --now\nferry start\n</code></pre>"
    long = (
        "<pre><code>"
        + "func open(gate *Gate) (int, error) {\n\tif gate == nil {\n\t\treturn 0, err\n\t}\n" * 6
        + "</code></pre>"
    )
    body = (
        "".join(f"{text}</p>{short}" for text in PROSE.split("</p>")[:-1])
        + f"{long}{PROSE.replace('Tuesday', 'Friday')}"
    )
    texts = [each.text for each in page(body).paragraphs]
    assert sum("ferry stop" in text for text in texts) == 6
    assert any(text.startswith("func open") for text in texts)


NOTES = (
    "<div class=footnotes><hr><ol><li id=fn1><p>Nine of them said so. <a href='#r1'>↩</a></p></li>"
    "<li id=fn2><p>See the book by Ilse Brandt, which is out of print.</p></li></ol></div>"
)


def test_notes_to_an_article_are_its_own() -> None:
    said = f"<p>{_SAID} had counted the waves.<sup><a href='#fn1'>1</a></sup> They were nine.</p>"
    assert [item.text for block in page(PROSE + said + NOTES).lists for item in block.items] == [
        "Nine of them said so.",
        "See the book by Ilse Brandt, which is out of print.",
    ]


def test_what_other_links_lead_to_is_no_note() -> None:
    said = f"<p>{_SAID} had counted the <a href='#fn1'>waves</a> of the <a href='/9#fn1'>9</a>th.</p>"
    assert not page(PROSE + said + NOTES).lists


def test_the_heading_of_a_box_goes_with_its_paragraph() -> None:
    said = "Dora Finch, born in Pell in 1961, is a locksmith by trade, and came to the lock in 1992."
    box = f"<div class=infobox><h3>Zur Person</h3><p>{said}</p></div>"
    assert titles(page(PROSE + box + PROSE.replace("Tuesday", "Friday"))) == ["Zur Person"]


def test_the_heading_of_a_box_goes_with_its_list() -> None:
    items = "<ul><li>Grip on wet wood<li>Can be resoled<li>Light<li>Dries in an hour, even in winter</ul>"
    box = f"<div class=specs><div><span>Runner-up</span></div><div class=i><h3>Zur Person</h3>{items}</div></div>"
    assert titles(page(PROSE + box + PROSE.replace("Tuesday", "Friday"))) == ["Zur Person"]
