"""Parts of a page that are not its article, however much they read like it: comments, boxes, other articles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ..notices import LONGEST_TERMS, is_placeholder
from ..text import text_key
from ..writing import SENTENCE_END
from .metadata import Metadata, host_of
from .names import BOXES, BYLINE, COMMENTS, CONSENT, words_of_name
from .nodes import HEADINGS, Node, Run, around, line_of_runs
from .tree import Element, text_of
from .wording import prose

__all__ = [
    "beneath",
    "blocks_around",
    "boxes",
    "captions",
    "cards_among",
    "headlines_of",
    "other_articles",
    "placeholders",
]

#: Parts by their kinds, and the words of their names that say what is nobody's article.
_BENEATH = {"comments": COMMENTS, "notice": CONSENT}
#: A headline is a line, perhaps broken into a few: what has more in it is compared by these.
_HEADLINE_RUNS = 4
_BOX_TAGS = frozenset(("div", "section", "aside", "form"))
#: A box is no part of the page that has the article in it, in characters, nor is a label on a button a sentence.
_LARGEST_BOX = 600
_LONGEST_LABEL = 40
#: So many elements around a field may be a box.
_AROUND_FIELD = 8
#: A line, and one that it is over.
_LEAST_LED = 2
_LISTS = ("ul", "ol", "dl", "table")
_FIGURES_TEXT = ("table", "ul", "ol", "dl", "pre", "blockquote")
#: A link may be as many elements above the text of a card.
_AROUND_BLOCK = 4
#: And a card so many blocks above its heading.
_TO_CARD = 4
_CARD_TAGS = frozenset(("div", "section", "article", "li", "aside"))
_CONTROLS = ("form", "input", "button")
_PRESSED = ("button", "input", "label")
#: A table has two cells for a picture and its caption.
_MOST_CELLS = 3
_PICTURES = ("img", "picture", "video", "amp-img")
_LONGEST_CAPTION = 400


def beneath(nodes: Iterable[Node], headed: set[Node]) -> list[Node]:
    """Those that are nobody's article, however much prose they have: footers, what readers say, what asks for their
    consent. None has a headline in it (`headed`); on a page that has none anywhere, no part is so sure."""
    if not headed:
        return []
    return [
        node
        for node in nodes
        if (node.tag == "footer" or node.kind in _BENEATH)  # few are
        and node not in headed
        and (_is_footer(node) or _is_beneath(node))
    ]


def headlines_of(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if node.tag == "h1"]


def blocks_around(headlines: list[Node]) -> set[Node]:
    """The blocks that a headline lies in."""
    return {above for node in headlines for above in around(node)}


def other_articles(headlines: list[Node], known: Metadata) -> list[Node]:
    """The articles with a headline of their own beside the one that the page is named for: many pages go on with the
    next article where theirs ends."""
    if len(headlines) < 2:
        return []
    titles = [text_key(title) for title in known.titles]
    named = [node for node in headlines if _is_title(node, titles)]
    ours = {article for node in named if (article := _article_around(node))}
    if not ours:
        return _other_stories(headlines, named)
    holding = {above for article in ours for above in around(article)}
    others = [article for node in headlines if (article := _article_around(node))]
    return [article for article in others if article not in holding and ours.isdisjoint(around(article))]


def _is_title(headline: Node, titles: list[str]) -> bool:
    key = text_key(line_of_runs(islice(headline.runs(), _HEADLINE_RUNS)))
    return bool(key) and any(title.startswith(key) for title in titles)


def _other_stories(headlines: list[Node], named: list[Node]) -> list[Node]:
    """Those of a page that has no `<article>`: blocks beside the one with the page's headline that are made like it and
    are signed. Parts of one article have headlines on some pages, but no byline each."""
    if len(named) != 1:
        return []
    ours = set(around(named[0]))
    others = []
    for story in {story: None for headline in headlines if (story := _below(headline, ours))}:
        mine = _below(named[0], set(around(story.parent)))
        if mine and _is_alike(story, mine) and _is_signed(story):
            others.append(story)
    return others


def _below(node: Node, blocks: set[Node]) -> Node | None:
    """The outermost block around a node that is none of those, None where the node is one."""
    return next((block for block in around(node) if block not in blocks and block.parent in blocks), None)


def _is_alike(one: Node, other: Node) -> bool:
    return one.tag == other.tag and one.element.get("class") == other.element.get("class")


def _is_signed(story: Node) -> bool:
    return any(not BYLINE.isdisjoint(words_of_name(node.hints)) for node in story.nodes())


def _article_around(node: Node) -> Node | None:
    return next((above for above in around(node) if above.tag == "article"), None)


def _is_footer(node: Node) -> bool:
    return node.tag == "footer" and all(above.tag not in ("blockquote", "figure") for above in around(node))


def _is_beneath(node: Node) -> bool:
    telling = _BENEATH.get(node.kind)
    return telling is not None and not telling.isdisjoint(words_of_name(node.hints))


def placeholders(runs: Iterable[Run], headed: set[Node]) -> list[Run]:
    """The runs of boxes that stand where a post or film of another site would, until the reader presses something;
    where nothing is to be pressed, the lines that say so. None has a headline in it (`headed`)."""
    found = []
    for run in runs:
        if run.notice == "other" and len(run.text) <= LONGEST_TERMS and is_placeholder(run.line):
            near = islice(around(run.parent), _AROUND_BLOCK)
            pressed = (node for node in near if next(node.element.iter(*_PRESSED), None) is not None)
            box = next(pressed, None)
            is_box = box is not None and box.size <= _LARGEST_BOX and box not in headed and _is_alone(run, box)
            found += box.runs() if box and is_box else [run]
    return found


def _is_alone(placeholder: Run, box: Node) -> bool:
    """Whether nothing in a box reads like an article, but for what is said in place of the film or right behind it."""
    return all(
        run is placeholder or run.parent.parent is placeholder.parent.parent or not prose(run) for run in box.runs()
    ) and not any(node.tag in HEADINGS and node.first < placeholder.place for node in box.nodes())


def captions(nodes: Iterable[Node], headed: set[Node]) -> list[Node]:
    """Small blocks that say what a picture shows: those that are named for a caption and have a picture in them or
    beside them, tables of two cells of which one has a picture, and headings in a figure of nothing but pictures. None
    has a headline in it (`headed`)."""
    return [
        node
        for node in nodes
        if node.size <= _LONGEST_CAPTION
        and node not in headed
        and (
            (node.kind == "caption" and _is_pictured(node))
            or (node.tag == "table" and _is_of_picture(node.element))
            or (node.tag in HEADINGS and _is_in_figure(node))
        )
    ]


def _is_in_figure(heading: Node) -> bool:
    """Whether a heading is that of a player or of pictures: figures of tables, terms, code and quotes have theirs."""
    figure = next((node for node in around(heading) if node.tag == "figure"), None)
    if figure is None or next(figure.element.iter(*_FIGURES_TEXT), None) is not None:
        return False
    return not any(prose(run) and all(node.tag != "figcaption" for node in around(run.parent)) for run in figure.runs())


def _is_pictured(node: Node) -> bool:
    return any(_has_picture(each.element) for each in (node, node.parent) if each is not None)


def _has_picture(element: Element) -> bool:
    return next(element.iter(*_PICTURES), None) is not None


def _is_of_picture(table: Element) -> bool:
    """Whether a table has a cell with nothing but a picture in it, and one other."""
    cells = list(islice(table.iter("td"), _MOST_CELLS))
    return len(cells) < _MOST_CELLS and any(_has_picture(cell) and not text_of(cell) for cell in cells)


def boxes(nodes: Iterable[Node], headed: set[Node], main: Node) -> list[Node]:
    """Boxes amid an article: those that are named for what they ask of its readers and have something to press, small
    ones that have a field for an address of mail or begin with a line over links to others, and links to other
    articles. None has a headline in it (`headed`)."""
    asking = _around_mail_fields(main.element)
    whole = set(around(main))

    def is_box(node: Node) -> bool:
        if node.kind in _BOX_KINDS and _BOX_KINDS[node.kind](node):
            return True
        if node.size > _LARGEST_BOX or node in whole:
            return False
        return _leads_to_others(node) or (node.element in asking and _has_no_list(node))

    return [node for node in nodes if node.tag in _BOX_TAGS and node not in headed and is_box(node)]


def _leads_to_others(node: Node) -> bool:
    """Whether a block has links under a line that says that they lead to others."""
    if not node.linked or node.last - node.first < _LEAST_LED:
        return False
    label = node.page[node.first]
    is_label = len(label.text) <= _LONGEST_LABEL and not label.linked and label.text[-1] not in SENTENCE_END
    return is_label and label.notice == "related"


def cards_among(runs: list[Run], headed: set[Node], known: Metadata) -> list[Run]:
    """The runs of cards that lead to other pages."""
    places = [run.place for run in runs if run.kept]
    if not places:
        return []
    linked = _linked_blocks(runs[place] for place in places if runs[place].linked)
    runs = runs[places[0] : places[-1] + 1]
    return linked + [run for card in _teasers(runs, headed, known) for run in card.runs()]


def _linked_blocks(kept: Iterable[Run]) -> list[Run]:
    """The runs of small blocks that stand in one link with all that they say: cards that lead to other pages."""
    inside: dict[Element, list[Run]] = {}
    for run in kept:
        if run.linked * 2 > len(run.text):
            above = islice(run.parent.element.iterancestors(), _AROUND_BLOCK)
            link = next((element for element in above if element.tag == "a"), None)
            if link is not None and not (link.get("href") or "#").startswith("#"):
                inside.setdefault(link, []).append(run)
    return [run for runs in inside.values() if _is_card(runs) for run in runs]


def _is_card(runs: list[Run]) -> bool:
    is_small = len(runs) > 1 and sum(len(run.text) for run in runs) <= _LARGEST_BOX
    return is_small and all(run.parent.tag != "h1" for run in runs)


def _teasers(runs: list[Run], headed: set[Node], known: Metadata) -> list[Node]:
    """Of blocks side by side that look alike, two and more that have a picture and a heading that lead to the same page
    of the site, and a few words on it."""
    alike: dict[tuple[Node | None, str, str | None], list[Node]] = {}
    for run in runs:
        heading = run.parent
        if not run.linked or heading.tag not in HEADINGS or run.linked < len(run.text):
            continue
        above = islice(around(heading.parent), _TO_CARD)
        cards = (node for node in above if node.tag in _CARD_TAGS and node.linked < node.size <= _LARGEST_BOX)
        card = next((node for node in cards if _is_teaser(node, heading, known)), None)
        while card and card.parent and card.parent.size == card.size:
            card = card.parent  # a slide that holds nothing else
        if card and card not in headed:
            alike.setdefault((card.parent, card.tag, card.element.get("class")), []).append(card)
    return [card for cards in alike.values() if len(cards) > 1 for card in cards]


def _is_teaser(card: Node, heading: Node, known: Metadata) -> bool:
    inner, outer = heading.element.iter("a"), islice(heading.element.iterancestors("a"), 1)
    links = {link.get("href") or "#" for link in (*inner, *outer)}
    link = links.pop()
    if links or link[0] == "#" or host_of(link) not in ("", known.host):
        return False
    is_pictured = any(link == each.get("href") and _has_picture(each) for each in card.element.iter("a"))
    return is_pictured and sum(node.tag in HEADINGS for node in card.nodes()) == 1


def _around_mail_fields(main: Element) -> set[Element]:
    """The elements around the fields for an address of mail."""
    fields = (field for field in main.iter("input") if field.get("type") == "email" or _is_for_mail(field))
    return {above for field in fields for above in islice(field.iterancestors(), _AROUND_FIELD)}


def _has_no_list(node: Node) -> bool:
    return next(node.element.iter(*_LISTS), None) is None


def _is_for_mail(field: Element) -> bool:
    name = field.get("name")
    return name is not None and field.get("type", "text") == "text" and "email" in name.lower()


def _asks(node: Node) -> bool:
    """Whether a block asks for an address, for money or for custom."""
    return (
        node.size <= _LARGEST_BOX
        and not BOXES.isdisjoint(words_of_name(node.hints))
        and (
            next(node.element.iter(*_CONTROLS), None) is not None
            or any(len(run.text) <= min(run.linked, _LONGEST_LABEL) for run in node.runs())
        )
    )


def _is_of_links(node: Node) -> bool:
    """Whether most of what a block says are links."""
    return node.linked * 3 > node.size * 2


_BOX_KINDS = {"newsletter": _asks, "advertisement": _asks, "related": _is_of_links}
