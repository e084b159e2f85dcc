"""Parts amid a page's article: what stands between its paragraphs, and what it is read as, in the form of `outline`."""

from __future__ import annotations

import pytest

from newsextract import parse_html
from outline import outline

SAID = "The harbour authority said on Tuesday that the {} ferry would return before the month is out."
PROSE = [f"<p>{SAID.format(which)}</p>" for which in "first second third fourth fifth sixth seventh eighth".split()]
FOOTER = "<footer><p>© 2025 The Courier. All rights reserved.</p></footer>"
FURTHER = SAID.format("last")

HEADINGS = [
    (
        "a heading over a picture and headings of its own",
        "<h2>1. Kalmora X2</h2><figure><img><figcaption>The kettle</figcaption></figure>"
        f"<h3>What we like</h3><p>{FURTHER}</p><h2>2. Orsa</h2><p>{FURTHER} It is blue.</p>",
        f"""
        heading: 1. Kalmora X2
        furniture caption: The kettle
        heading: What we like
        paragraph: {FURTHER}
        heading: 2. Orsa
        paragraph: {FURTHER} It is blue.
        """,
    ),
    (
        "a heading over a card and headings of its own",
        "<h2>1. Kalmora X2</h2><div class=promo><a href=/b>Buy at Orsa for £40</a></div>"
        f"<h4>What we like</h4><p>{FURTHER}</p>",
        f"""
        heading: 1. Kalmora X2
        furniture advertisement: Buy at Orsa for £40
        heading: What we like
        paragraph: {FURTHER}
        """,
    ),
    (
        "a heading over nothing but a card",
        f"<h2>More to read</h2><div class=related><a href=/b>Frost hits tea</a></div><h2>The bay</h2><p>{FURTHER}</p>",
        f"""
        furniture other: More to read
        furniture related: Frost hits tea
        heading: The bay
        paragraph: {FURTHER}
        """,
    ),
]


@pytest.mark.parametrize(("markup", "expected"), [case[1:] for case in HEADINGS], ids=[case[0] for case in HEADINGS])
def test_amid_paragraphs(markup: str, expected: str) -> None:
    assert amid(markup) == [line.removeprefix(" " * 8) for line in expected.strip().split("\n")]


def test_a_question_goes_with_its_answer() -> None:
    answers = "".join(
        f"<details><summary>Costs of part {i}</summary><p>The council, which has paid for it since the spring, pays "
        f"for part {i} of it, as the harbour authority said on Tuesday in a statement.</p></details>"
        for i in range(4)
    )
    menu = "<header><a href=/>Courier</a><nav><ul><li><a href=/n>News</a><li><a href=/s>Sport</a></ul></nav></header>"
    said = "the three ferries would return to service before the end of the month, provided that the inspectors agree"
    body = "".join(f"<p>The harbour authority said on Tuesday that {said}. Number {i}.</p>" for i in range(20))
    page = f"{menu}<article><h1>Ships return to port</h1>{body}<h2>Questions</h2>{answers}</article>{FOOTER}"
    titles = [section.title for section in parse_html(page).sections]
    assert titles == [None, "Questions", *(f"Costs of part {i}" for i in range(4))]


def amid(markup: str) -> list[str]:
    """The outline of what stands between the paragraphs of an article."""
    page = f"<article><h1>Ships return to port</h1>{''.join(PROSE[:4])}{markup}{''.join(PROSE[4:])}</article>"
    lines = outline(parse_html(page)).split("\n")
    first, last = (lines.index(f"paragraph: {text[3:-4]}") for text in (PROSE[3], PROSE[4]))
    return lines[first + 1 : last]
