"""What speaks for or against a run being the article's: what it is, where it stands, and what stands around it.

A run's features are a list of numbers in the order of `NAMES`; `content` weighs them. tools/fit_content.py fits the
weights and must be run again after any change here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from operator import mul
from typing import NamedTuple

from ..text import text_key
from .metadata import Metadata
from .names import KINDS, kind_of_name
from .nodes import HEADINGS, Node, Run
from .wording import TOPIC, WORDING, long_words, topic, wording, words_of

__all__ = ["NAMES", "features"]

_TAGS = (
    "article",
    "main",
    "aside",
    "footer",
    "header",
    "form",
    "figure",
    "figcaption",
    "li",
    "table",
    "blockquote",
    "dl",
    "details",
    "section",
)
_OWN_TAGS = ("p", "div", "li", "pre", "td", "h1", "h2", "h3", "h4", "span", "section")
_INHERITED = (*(f"in {tag}" for tag in _TAGS), *(f"named {kind}" for kind in KINDS))
_AROUND = (-2, -1, 1, 2)

NAMES = (
    *_INHERITED,
    *(f"tag {tag}" for tag in _OWN_TAGS),
    *WORDING,
    "is title",
    "is description",
    "in body",
    *(
        f"{block} {what}"
        for block in ("parent", "grandparent", "great")
        for what in ("size", "linked", "kids", "prose")
    ),
    "in main",
    "main size",
    "main prose",
    "depth",
    "part size",
    "part linked",
    "part prose",
    "place",
    "prose before",
    "between",
    "before",
    "after",
    "from h1",
    "from heading",
    "under furniture",
    "alike prose",
    "alike",
    "alike size",
    *TOPIC,
    *(f"{what} {step:+}" for step in _AROUND for what in ("size", "linked", "ending", "heading", "furniture")),
)
"""The features by name."""

_TAG_ROWS = {tag: tuple(float(tag == each) for each in _OWN_TAGS) for tag in _OWN_TAGS}
_NOTHING_INHERITED = [0.0] * len(_INHERITED)
_NO_TAG = (0.0,) * len(_OWN_TAGS)

#: As far as a run's text is compared, in characters.
_KEYED = 120
_LEAST_BODY = 200
#: A word that so many other runs of the article have is one of its subjects.
_FREQUENT = 3
_FAR = 99.0


_Said = tuple[dict[int, int], int]
"""What is said of a block, how deep the block lies that says it, by the feature's place; and how deep this one lies."""

Kind = tuple[str, str | None]
"""A block's tag and class: a page gives the paragraphs of its article the same, and its cards another."""


class _Page(NamedTuple):
    """What the features of all runs of a page are made with."""

    main: Node
    total: float
    """The prose of the page."""
    parts: dict[int, Node]
    ends: tuple[int, int]
    prose: float
    """That of the article's block."""
    runs: int
    h1: float
    copies: dict[str, float]
    alike: list[tuple[float, ...]]
    titles: set[str]
    title_words: set[str]
    description: str
    body: str


def features(
    runs: list[Run], main: Node, total: float, known: Metadata, chosen: Sequence[int] | None = None
) -> list[list[float]]:
    """The features of each run, or of those at the chosen places; `total` is the prose of the page."""
    page = _page(runs, main, total, known)
    chosen = range(len(runs)) if chosen is None else chosen
    own, near, words = _texts(runs, chosen)
    prosaic = {at for at in words if runs[at].score > 0 and at in page.parts}
    subjects = _subjects([words[at] for at in prosaic])
    wanted = frozenset(chosen)
    inherited: dict[Node, _Said] = {}
    blocks: dict[Node, tuple[float, ...]] = {}
    heading = -_FAR
    under = before = 0.0
    rows = []
    for run in runs:
        at = run.place
        if at not in own:
            continue
        texts = own[at]
        if near[at][3] or (texts[3] > 0.9 and texts[0] < 80):
            heading, under = float(at), texts[8]
        if at in wanted:
            row = _NOTHING_INHERITED.copy()
            says, depth = _inherited(run.parent, inherited)
            for place, said in says.items():
                row[place] = _FADING[min(depth - said, _FAINTEST)]
            row += _TAG_ROWS.get(run.parent.tag, _NO_TAG)
            row += texts
            row[-4] = page.copies[run.text]
            row += _stated_row(run, page)
            for node in _three_blocks(run.parent):
                row += blocks.get(node) or _block_row(node, page, blocks)
            row += _part_row(page.parts.get(at), run.parent, main, total)
            row += _place_row(at, before, page)
            row += (at - heading, under)
            row += page.alike[at]
            row += topic(words[at], *subjects[at in prosaic], page.title_words)
            row += (*near[at - 2], *near[at - 1], *near[at + 1], *near[at + 2])
            rows.append(row)
        if at in page.parts:
            before += run.score
    return rows


def _page(runs: list[Run], main: Node, total: float, known: Metadata) -> _Page:
    parts = _parts(main)
    return _Page(
        main=main,
        total=total,
        parts=parts,
        ends=_ends(runs, parts),
        prose=sum(run.score for run in runs if run.place in parts) or 1.0,
        runs=len(runs),
        h1=next((float(run.place) for run in runs if run.parent.tag == "h1"), -_FAR),
        copies=_copies(runs),
        alike=_alike(runs, total),
        titles={text_key(title) for title in known.titles},
        title_words={word for title in known.titles for word in long_words(title, words_of(title))},
        description=text_key(known.description)[:80],
        body=text_key(known.body) if len(known.body) >= _LEAST_BODY else "",
    )


def _texts(
    runs: list[Run], chosen: Sequence[int]
) -> tuple[dict[int, list[float]], dict[int, tuple[float, ...]], dict[int, set[str]]]:
    """By place, of the chosen runs and their neighbours: what a run's text says of itself, and of the runs around, and
    its long words."""
    own: dict[int, list[float]] = {}
    long: dict[int, set[str]] = {}
    near: dict[int, tuple[float, ...]] = dict.fromkeys((-2, -1, len(runs), len(runs) + 1), (-1.0,) * 5)
    for at in chosen:
        for each in range(max(at - 2, 0), min(at + 3, len(runs))):
            if each not in own:
                words = words_of(runs[each].text)
                long[each] = long_words(runs[each].text, words)
                texts = own[each] = wording(runs[each], words)
                near[each] = (*texts[:3], float(runs[each].parent.tag in HEADINGS), texts[8])
    return own, near, long


def _stated_row(run: Run, page: _Page) -> tuple[float, ...]:
    """Whether the metadata have the run's text as a title, as the description, in the article's text."""
    key = text_key(run.text[:_KEYED])[:80]
    return (
        float(key in page.titles),
        float(len(page.description) > 20 and key == page.description),
        -1.0 if not page.body else 0.5 if len(key) < 15 else float(key[:60] in page.body),
    )


def _three_blocks(parent: Node) -> tuple[Node, Node, Node]:
    above = parent.parent or parent
    return parent, above, above.parent or above


def _block_row(node: Node, page: _Page, known: dict[Node, tuple[float, ...]]) -> tuple[float, ...]:
    size = node.size or 1
    row = known[node] = (float(size), node.linked / size, float(len(node.kids)), node.weight / page.total)
    return row


def _place_row(at: int, before: float, page: _Page) -> tuple[float, ...]:
    first, last = page.ends
    return (
        at / page.runs,
        before / page.prose,
        float(first <= at <= last),
        float(max(first - at, 0)),
        float(max(at - last, 0)),
        at - page.h1,
    )


def _part_row(part: Node | None, parent: Node, main: Node, total: float) -> tuple[float, ...]:
    """What the article's block is, and the part of it in which a run lies."""
    if part is None:
        return 0.0, float(main.size), main.weight / total, -1.0, -1.0, -1.0, -1.0
    return (
        1.0,
        float(main.size),
        main.weight / total,
        float(parent.depth - main.depth),
        float(part.size),
        part.linked / (part.size or 1),
        part.weight / (main.weight or 1.0),
    )


def _parts(main: Node) -> dict[int, Node]:
    """By a run's place: the child of the article's block in which it lies."""
    within: dict[int, Node] = {}
    for kid in main.kids:
        if isinstance(kid, Run):
            within[kid.place] = main
        else:
            within.update((run.place, kid) for run in kid.runs())
    return within


def _ends(runs: list[Run], within: dict[int, Node]) -> tuple[int, int]:
    """The places of the first and last run of prose in the article's block."""
    strong = [run.place for run in runs if run.score > 0 and run.place in within]
    return (strong[0], strong[-1]) if strong else (0, len(runs))


def _inherited(node: Node, known: dict[Node, _Said]) -> _Said:
    """What a block's tag and names, and those of the blocks around it, say. Most say nothing, and have what the block
    around them has."""
    chain = []
    at: Node | None = node
    while at is not None and at not in known:
        chain.append(at)
        at = at.parent
    says, depth = known[at] if at is not None else ({}, 0)
    for each in reversed(chain):
        depth += 1
        place = _TAG_PLACES.get(each.tag)
        kind = kind_of_name(each.hints) if each.hints else ""
        if place is not None or kind:
            says = says.copy()
            if place is not None:
                says[place] = depth
            if kind:
                says[_KIND_PLACES[kind]] = depth
        known[each] = says, depth
    return says, depth


#: What a block says of itself, of the blocks in it, of those in them and so on: each time a share of it.
_FADING = tuple(accumulate(repeat(0.8, 100), mul, initial=1.0))
_FAINTEST = len(_FADING) - 1
_TAG_PLACES = {tag: at for at, tag in enumerate(_TAGS)}
_KIND_PLACES = {kind: at + len(_TAGS) for at, kind in enumerate(KINDS)}


def _copies(runs: list[Run]) -> dict[str, float]:
    copies: dict[str, float] = {}
    for run in runs:
        copies[run.text] = copies.get(run.text, 0.0) + 1.0
    return copies


def _subjects(prosaic: list[set[str]]) -> list[tuple[set[str], set[str]]]:
    """The words that the article's runs of prose share, and the frequent ones of them: for a run that is none of
    these, and for one that is, whose own words must be in one run more."""
    counts = Counter(chain.from_iterable(prosaic))
    repeated = [(word, count) for word, count in counts.items() if count > 1]
    return [
        (set(counts), {word for word, count in repeated if count >= _FREQUENT}),
        ({word for word, _ in repeated}, {word for word, count in repeated if count > _FREQUENT}),
    ]


def _alike(runs: list[Run], total: float) -> list[tuple[float, ...]]:
    """By a run's place, of all blocks of the kind that it lies in: the share of the page's prose that they hold, how
    many runs, and how long these are on average."""
    kinds = [_kind(run.parent) for run in runs]
    sums: dict[Kind, list[float]] = {kind: [0.0, 0.0, 0.0] for kind in kinds}
    for run, kind in zip(runs, kinds, strict=True):
        found = sums[kind]
        found[0] += run.score
        found[1] += 1.0
        found[2] += len(run.text)
    rows = {kind: (prose / total, count, size / count) for kind, (prose, count, size) in sums.items()}
    return [rows[kind] for kind in kinds]


def _kind(block: Node) -> Kind:
    return block.tag, block.element.get("class")
