"""The page around the two sides: one file that asks no other for anything, and obeys nothing that a text says."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import NamedTuple

from ...model import Article
from ..inline import direction
from .marks import Marks
from .records import facts, issues_panel, outline
from .source import shown, source_pane
from .timeline import all_dates, timeline

__all__ = ["Shown", "page", "view", "view_page"]


class Shown(NamedTuple):
    """What the view shows of an article."""

    article: Article
    source: str
    """The text that its offsets point into."""
    name: str
    """What it is called where there are several."""


def view_page(articles: Iterable[Shown]) -> str:
    """A page with all of them, the first one open."""
    each = list(articles)
    title = each[0].name if len(each) == 1 else f"{len(each)} articles"
    return page(title, f"<main>{view(each)}</main>", css="whole")


def page(title: str, body: str, *, css: str = "") -> str:
    """A page of HTML with the style and the script of the views in it.

    Its policy lets no script run but that one, and nothing be fetched: what escaping might miss stays dead too.
    """
    script = _part("view.js")
    return Template(_part("page.html")).substitute(
        title=shown(title),
        hash=b64encode(sha256(script.encode()).digest()).decode(),
        style=_part("view.css"),
        script=script,
        css=css,
        body=body,
    )


def view(articles: Iterable[Shown]) -> str:
    """The element that shows one of several articles at a time."""
    sections, options = [], []
    first = 0  # of the marks of each, whose numbers go on
    for at, each in enumerate(articles):
        marks = Marks(each.article, first)
        first = marks.next
        sections.append(_article(at, each, marks))
        options.append(f'<option value="{at}">{shown(_title(each))}</option>')
    chooser = ""
    if len(options) > 1:
        chooser = Template(_part("chooser.html")).substitute(options="".join(options))
    return Template(_part("view.html")).substitute(chooser=chooser, articles="".join(sections))


def _title(each: Shown) -> str:
    headline = each.article.headline
    return f"{each.name} — {headline.text}" if headline else each.name


def _article(at: int, each: Shown, marks: Marks) -> str:
    article = each.article
    headline = article.headline.text if article.headline else each.name
    return Template(_part("article.html")).substitute(
        at=at,
        hidden="" if at == 0 else "hidden",
        title=shown(headline),
        name=shown(each.name),
        lang=f'lang="{shown(article.language)}"' if article.language else "",
        dir=direction(article.language),
        length=f"{len(each.source):,}",
        source=source_pane(each.source, marks.all),
        facts=facts(article, marks),
        outline=outline(article, marks),
        timeline=timeline(article, marks),
        issues=issues_panel(article, marks),
        dates_count=len(all_dates(article)),
        issues_count=len(article.issues),
        records_count=len(marks.all),
    )


def _part(name: str) -> str:
    return (files(__package__) / "parts" / name).read_text(encoding="utf-8")
