"""Lists of pages: what their items begin with."""

from __future__ import annotations

import pytest

from newsextract import parse_html, parse_text, to_text

PROSE = "<p>The lower road stays shut for a second week, since the river has taken the bank away beneath it.</p>"
ITEMS = "<li>a saw for the boughs</li><li>shears</li><li>a ladder</li>"


@pytest.mark.parametrize(
    ("page", "markers"),
    [
        (f"<ol>{ITEMS}</ol>", ["1.", "2.", "3."]),
        (f'<ol start="5">{ITEMS}</ol>', ["5.", "6.", "7."]),
        (f"<ol reversed>{ITEMS}</ol>", ["3.", "2.", "1."]),
        (f'<ol reversed start="9">{ITEMS}</ol>', ["9.", "8.", "7."]),
        (f'<ol type="a">{ITEMS}</ol>', ["a)", "b)", "c)"]),
        (f'<ol type="I" start="4">{ITEMS}</ol>', ["IV)", "V)", "VI)"]),
        (f'<ol type="a" start="40">{ITEMS}</ol>', ["40.", "41.", "42."]),
        (f'<ol start="x" type="?">{ITEMS}</ol>', ["1.", "2.", "3."]),
        ('<ol><li>a saw</li><li value="7">shears</li><li>a ladder</li></ol>', ["1.", "7.", "8."]),
        ("<ol reversed><li>a saw</li><li></li><li>shears</li><li>a ladder</li></ol>", ["3.", "2.", "1."]),
    ],
)
def test_items_are_numbered_as_the_page_shows_them(page: str, markers: list[str]) -> None:
    article = parse_html(f"<h1>What to bring</h1>{PROSE}{page}{PROSE.upper()}")
    (items,) = (block.items for block in article.lists)
    assert [item.marker for item in items] == markers
    assert all(item.ordered for item in items)
    (back,) = (block.items for block in parse_text(to_text(article)).lists)
    assert [item.marker for item in back] == markers


@pytest.mark.parametrize("bullet", ["•", "▪", "●", "✓"])
def test_paragraphs_behind_bullets_are_items(bullet: str) -> None:
    lines = "".join(f"<p>{bullet} {text}</p>" for text in ("a saw", "shears", "a ladder"))
    article = parse_html(f"<h1>What to bring</h1>{PROSE}{lines}{PROSE.upper()}")
    assert [[(item.marker, item.text) for item in block.items] for block in article.lists] == [
        [(bullet, "a saw"), (bullet, "shears"), (bullet, "a ladder")]
    ]
    assert len(article.paragraphs) == 2


def test_what_people_say_behind_dashes_is_no_list() -> None:
    said = "<p>— Who shut the road?</p><p>— The river did.</p>"
    assert not parse_html(f"<h1>The road</h1>{PROSE}{said}{PROSE.upper()}").lists


def test_whatever_its_words_a_term_is_a_label_and_all_that_it_means_is_its() -> None:
    terms = "<dt>1999</dt><dd>A new roof</dd><dt>2004:</dt><dd>A second boiler is put in</dd><dd>The café opens</dd>"
    (found,) = parse_html(f"<h1>The old pool</h1>{PROSE}<dl>{terms}</dl>{PROSE.upper()}").lists
    assert [(item.label, item.body, item.depth) for item in found.items] == [
        ("1999", "A new roof", 0),
        ("2004", "A second boiler is put in", 0),
        (None, "The café opens", 1),
    ]


def test_questions_and_their_answers_are_the_articles_without_a_heading() -> None:
    terms = "<dt>Who pays?</dt><dd>The council pays for all of it.</dd><dt>Since when?</dt><dd>Since May.</dd>"
    head, *rest = [PROSE.replace("<p>", f"<p>In the week that ended on day {day} it was so too. ") for day in range(9)]
    article = parse_html(f"<h1>The old pool</h1>{head}{''.join(rest)}<dl>{terms}</dl><p>By post.</p>")
    (found,) = article.lists
    assert [item.body for item in found.items] == ["The council pays for all of it.", "Since May."]


def test_terms_in_what_a_term_means_are_a_level_below() -> None:
    inner = "<dl><dt>Captain<dd>Ana Ruiz<dt>Cook<dd>Bo Li</dl>"
    terms = f"<dt>Crew<dd>Twelve sailors {inner}<dt>Home<dd>{inner}<dt>Length<dd>Twenty metres"
    (found,) = parse_html(f"<h1>The old ferry</h1>{PROSE}<dl>{terms}</dl>{PROSE.upper()}").lists
    assert [(item.text, item.depth) for item in found.items] == [
        ("Crew: Twelve sailors", 0),
        ("Captain: Ana Ruiz", 1),
        ("Cook: Bo Li", 1),
        ("Home", 0),
        ("Captain: Ana Ruiz", 1),
        ("Cook: Bo Li", 1),
        ("Length: Twenty metres", 0),
    ]


def test_what_in_a_list_of_terms_is_no_term_is_a_paragraph() -> None:
    intro = "What follows are the facts of the ferry, as the town has them in its books."
    terms = f"<p>{intro}</p><dt>Crew<dd>Twelve sailors<dt>Length<dd>Twenty metres"
    article = parse_html(f"<h1>The old ferry</h1>{PROSE}<dl>{terms}</dl>{PROSE.upper()}")
    assert [part.text for part in article.paragraphs][1:2] == [intro]
    assert [item.label for item in article.lists[0].items] == ["Crew", "Length"]
    assert parse_html(f"<h1>The old ferry</h1>{PROSE}<dl><p>{intro}</p></dl>").paragraphs[1].text == intro
