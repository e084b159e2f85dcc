"""Tables, lists and quotes of a page: each is the article's as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, pairwise
from typing import NamedTuple

from ..text import marker_of
from ..writing import QUESTIONS, SENTENCE_END
from .nodes import HEADINGS, Node, Run, around
from .tables import is_data
from .tree import Element
from .wording import CERTAIN

__all__ = [
    "SIDE_TAGS",
    "SURE",
    "SURE_OF_SHORT",
    "Whole",
    "copies",
    "even_out",
    "find_quotes",
    "find_wholes",
    "leads_away",
    "opens_one_of_several",
    "raise_beside",
    "raise_listings",
    "raise_loose",
    "raise_summaries",
    "raise_titles",
]

SURE = 0.45
"""From this confidence on a run is the article's."""
SURE_OF_SHORT = 0.85
"""And a line of a few words, which may be anything."""
SIDE_TAGS = frozenset(("aside", "footer", "form", "dialog", "fieldset"))
"""Tags of parts that stand beside an article."""
_WHOLES = frozenset(("table", "ul", "ol", "dl"))
#: Of these, those that belong to an article by what stands right above them: cards and menus are lists too.
_SAID_ABOVE = frozenset(("ul", "ol", "dl"))
#: So many runs of a table or list speak for all of it. A prime number, or it might be always the same column.
_ENOUGH = 31
#: So many paragraphs of the article beside a table, list or quote make it the article's.
_LEAST_BESIDE = 2
_LEAST_ITEMS = 2
_LEAST_NAMES = 2
_BARE = frozenset(("div", "section"))
#: What an article's own parts are by their names.
_OWN_KINDS = frozenset(("", "body"))
_COLONS = ":："
_STOPS = frozenset(SENTENCE_END + QUESTIONS)
#: How sure a heading is at least that what is below it makes surer.
_LEAST_TITLE = 0.2
#: So many elements around a part that opens have nothing else in them, and it is one of them; so many are looked at
#: around a list or paragraph for the block that its heading stands in.
_MOST_WRAPPERS = 4
#: A list of this share of links has nothing else in it, and a line above it that says so is short, in characters.
_ALL = 0.9
_LONGEST_LABEL = 80


class Whole(NamedTuple):
    """A table or list: its block, its runs in order, and those of them that are asked."""

    node: Node
    runs: list[Run]
    asked: list[Run]


def find_wholes(nodes: list[Node]) -> list[Whole]:
    """The tables and lists of a page that lie in no other: each is the article's as a whole, or not at all, but for
    cards that stand beside its items."""
    wholes = []
    found: set[Node] = set()
    runs_of = _without_asides if "aside" in {node.tag for node in nodes} else Node.runs
    for node in [node for node in nodes if node.tag in _WHOLES and node.size]:
        if not found.isdisjoint(around(node)):
            continue
        if node.tag != "table" or is_data(node):
            found.add(node)
            if runs := runs_of(node):
                few = len(runs) <= _ENOUGH
                wholes.append(
                    Whole(node, runs, runs if few else [runs[at * len(runs) // _ENOUGH] for at in range(_ENOUGH)])
                )
    return wholes


def even_out(wholes: list[Whole], confidences: list[float]) -> None:
    """Make the runs of a table or list equally sure."""
    for _, runs, asked in wholes:
        size = sum(len(run.text) for run in asked)
        sure = sum(confidences[run.place] * len(run.text) for run in asked) / size
        for run in runs:
            confidences[run.place] = sure


def find_quotes(nodes: list[Node]) -> list[Whole]:
    """The quotes of a page. Who said something is one of their runs, so that they are none of `find_wholes`."""
    quotes = [node for node in nodes if node.tag == "blockquote" and node.size]
    return [Whole(node, runs, runs) for node in quotes if (runs := node.runs())]


def raise_beside(wholes: list[Whole], confidences: list[float]) -> None:
    """Make the tables, lists and quotes that stand among the article's paragraphs sure, and the heading right above:
    short as their runs are, they say little themselves, the less at the article's end, where nothing follows."""
    among: dict[Node, bool] = {}
    for node, runs, _ in wholes:
        is_of_links = node.linked * 2 > node.size
        part = None if is_of_links and not _has_header(node) else _part_of(node)
        if part is None:
            continue
        above = _only(_above(part))
        heading = above if isinstance(above, Node) and above.tag in HEADINGS else None
        block = part.parent
        while block and heading and block.size == part.size + heading.size and _may_be_article(block):
            block = block.parent  # a section for the two, or what is around it alone
        if block is None or not _is_among_paragraphs(block, confidences, among):
            continue
        titles = heading.runs() if heading else []
        if is_of_links or confidences[runs[0].place] < SURE:
            said = heading or _is_intro(above, confidences)
            if is_of_links and not said and not _holds_values(node):
                continue
            if node.tag in _SAID_ABOVE and not said and not _answers(node, runs):
                continue
            if any(run.notice in CERTAIN for run in titles):
                continue
        for run in (*titles, *runs):
            confidences[run.place] = max(confidences[run.place], SURE)


def _has_header(node: Node) -> bool:
    """Whether a table names its columns, by more than links: then its cells are values, be they links."""
    names = (inner for inner in node.nodes() if inner.tag == "th") if node.tag == "table" else ()
    return sum(2 * name.linked < name.size for name in names) >= _LEAST_NAMES


def _holds_values(table: Node) -> bool:
    """Whether as many cells of a table are plain as have links: names are long, and what is said of each is not."""
    cells = [inner for inner in table.nodes() if inner.tag == "td" and inner.size]
    return 2 * sum(not cell.linked for cell in cells) >= len(cells) > 0


def _answers(node: Node, runs: list[Run]) -> bool:
    """Whether a list of terms is mostly sentences, as questions with answers are and the facts of a card are not."""
    said = sum(len(run.text) for run in runs if run.text[-1] in _STOPS)
    return node.tag == "dl" and said * 2 > sum(len(run.text) for run in runs)


def _part_of(node: Node) -> Node | None:
    """The outermost block that holds nothing but a table, list or quote, or is its figure; None where one of them is
    named for something else than an article. A quote alone in an aside is one pulled out of the article."""
    is_quote = node.tag == "blockquote"
    while _may_be_article(node) or (is_quote and node.tag == "aside" and node.kind in _OWN_KINDS):
        above = node.parent
        if above is None or (above.size != node.size and above.tag != "figure"):
            return node
        node = above
    return None


def _may_be_article(node: Node) -> bool:
    """By its tag and names. A post of a network is named for it, or for sharing."""
    return _is_own(node) or (node.tag == "blockquote" and node.kind == "share")


def _is_own(node: Node) -> bool:
    return node.tag not in SIDE_TAGS and node.part in _OWN_KINDS


def _is_among_paragraphs(block: Node, confidences: list[float], known: dict[Node, bool]) -> bool:
    """Whether a block has paragraphs of the article that are in no other block."""
    if block not in known:
        beside = 0
        for kid in block.kids:
            inner = _only(kid)
            if isinstance(inner, Run) or (inner and inner.tag == "p"):
                runs = [inner] if isinstance(inner, Run) else inner.runs()
                beside += any(run.score > 0 and confidences[run.place] >= SURE for run in runs)
        known[block] = beside >= _LEAST_BESIDE
    return known[block]


def _above(part: Node) -> Node | Run | None:
    """What stands right above a block in the one that both are in."""
    run = part.page[part.first - 1] if part.first else None
    if run is None or run.parent is part.parent:
        return run
    return next((node for node in around(run.parent) if node.parent is part.parent), None)


def _only(part: Node | Run | None) -> Node | Run | None:
    """What alone stands in a block that is nothing by itself, and in that: page builders put each part of an article in
    blocks of its own."""
    while isinstance(part, Node) and part.tag in _BARE:
        held = [kid for kid in part.kids if isinstance(kid, Run) or kid.size]
        if len(held) != 1:
            break
        part = held[0]
    return part


def _is_intro(above: Node | Run | None, confidences: list[float]) -> bool:
    """Whether a block ends in a line of the article that says what follows."""
    if above is None:
        return False
    last = above if isinstance(above, Run) else above.runs()[-1]
    return last.text[-1] in _COLONS and confidences[last.place] >= SURE


def raise_listings(nodes: list[Node], runs: list[Run], confidences: list[float]) -> None:
    """Make the listings between paragraphs of the article sure where most of them are: code reads like no prose, and of
    several steps some would stay without the others."""
    prosaic = [run.place for run in runs if run.score > 0 and confidences[run.place] >= SURE_OF_SHORT]
    if not prosaic:
        return
    listings = [
        node
        for node in nodes
        if node.tag == "pre" and node.size and prosaic[0] < node.first < prosaic[-1] and all(map(_is_own, around(node)))
    ]
    sure = sum(confidences[node.first] >= SURE for node in listings)
    if 2 * sure > len(listings):
        for run in (run for node in listings for run in node.runs()):
            confidences[run.place] = max(confidences[run.place], SURE)


def raise_loose(runs: list[Run], confidences: list[float]) -> None:
    """Make items that are lines of loose text among the article's paragraphs sure, with the line above them."""
    among: dict[Node, bool] = {}
    for run in runs:
        at = run.place
        if not 0 < confidences[at] < SURE_OF_SHORT or "\n" not in run.text or run.linked * 2 > len(run.text):
            continue
        if _has_items(run) and _is_among_paragraphs(run.parent, confidences, among):
            confidences[at] = SURE_OF_SHORT


def raise_summaries(nodes: list[Node], confidences: list[float]) -> None:
    """Make what opens one of several answers as sure as the answer is, and the heading right above: a question says
    little by itself."""
    for node in [node for node in nodes if node.tag == "summary"]:
        details = node.parent
        if details is None or not opens_one_of_several(node):
            continue
        if any(confidences[place] >= SURE for place in range(node.last, details.last)):
            above = _above(details)
            titles = above.runs() if isinstance(above, Node) and above.tag in HEADINGS else []
            for run in (*titles, *node.runs()):
                confidences[run.place] = max(confidences[run.place], SURE_OF_SHORT)


def raise_titles(runs: list[Run], confidences: list[float]) -> None:
    """Make the headings sure of which the paragraph or list right below is, in the same block: that of a box is a few
    words."""
    for title, run in pairwise(runs):
        if (
            title.parent.tag in HEADINGS[1:]
            and _LEAST_TITLE < confidences[title.place] < SURE
            and confidences[run.place] >= (SURE_OF_SHORT if run.score > 0 else SURE)
            and (run.score > 0 or _is_of_item(run))
            and any(block is title.parent.parent for block in islice(around(run.parent), _MOST_WRAPPERS))
            and not title.linked
            and title.notice not in CERTAIN
        ):
            confidences[title.place] = SURE


def _is_of_item(run: Run) -> bool:
    above = run.parent.parent
    return run.parent.tag == "li" or (above is not None and above.tag == "li")


def opens_one_of_several(summary: Node) -> bool:
    """Whether another part that opens stands right beside that which a summary opens, or each of them alone in a block
    or item of its own."""
    part = summary.element.getparent()
    if part is None or part.tag != "details":
        return False
    for _ in range(_MOST_WRAPPERS):
        beside = (part.getprevious(), part.getnext())
        if any(each is not None and each.tag == part.tag and _opens(each) for each in beside):
            return True
        above = part.getparent()
        if above is None or len(above) > 1:
            return False
        part = above
    return False


def _opens(element: Element) -> bool:
    """Whether an element is a part that opens, or has such a one and nothing else in it."""
    for _ in range(_MOST_WRAPPERS):
        if element.tag == "details":
            return True
        if len(element) != 1:
            return False
        element = element[0]
    return False


def _has_items(run: Run) -> bool:
    bullets = (found for line in run.text.split("\n") if (found := marker_of(line)) and found.number is None)
    return next(islice(bullets, _LEAST_ITEMS - 1, None), None) is not None


def leads_away(whole: Whole) -> bool:
    """Whether a list has nothing but links in it, under a line that says that they lead to other articles. Those of a
    table of contents lead to places in this one."""
    node = whole.node
    above = node.page[node.first - 1] if node.first else None
    return (
        above is not None
        and node.linked > _ALL * node.size
        and len(above.text) <= _LONGEST_LABEL
        and above.notice == "related"
        and not all("#" in (link.get("href") or "") for link in node.element.iter("a"))
    )


def copies(holding: Iterable[Node]) -> list[Node]:
    """Blocks that say, run by run, what the one right above them says: narrow screens have copies of their own."""
    found = []
    for block in holding:
        above: Node | None = None
        for kid in block.kids:
            if isinstance(kid, Run):
                above = None
            elif kid.size:
                if above and above.size == kid.size and _says_the_same(above, kid):
                    found.append(kid)
                else:
                    above = kid
    return found


def _says_the_same(one: Node, other: Node) -> bool:
    texts = [run.text for run in one.runs()]
    return len(texts) >= _LEAST_ITEMS and texts == [run.text for run in other.runs()]


def _without_asides(whole: Node) -> list[Run]:
    """Its runs in order, but for those of cards."""
    runs: list[Run] = []
    todo: list[Node | Run] = [whole]
    while todo:
        each = todo.pop()
        if isinstance(each, Run):
            runs.append(each)
        elif each.tag != "aside":
            todo.extend(reversed(each.kids))
    return runs
