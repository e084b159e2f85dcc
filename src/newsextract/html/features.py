"""What speaks for or against a run being the article's: what it is, where it stands, and what stands around it.

A run's features are a list of numbers in the order of `NAMES`; `content` weighs them. tools/fit_content.py fits the
weights and must be run again after any change here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import mul
from typing import NamedTuple

from .names import KINDS
from .nodes import HEADINGS, Node, Run
from .wording import SHAPE, WORDING, shape, wording

__all__ = ["NAMES", "features"]

#: Those that say something of all that is in them.
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
    "section",
)
_OWN_TAGS = ("p", "div", "pre", "h2")
_INHERITED = (*(f"in {tag}" for tag in _TAGS), *(f"named {kind}" for kind in KINDS))

NAMES = (
    *_INHERITED,
    *(f"tag {tag}" for tag in _OWN_TAGS),
    *SHAPE,
    *WORDING,
    "copies",
    *(
        f"{block} {what}"
        for block in ("parent", "grandparent", "great")
        for what in ("size", "linked", "kids", "prose")
    ),
    "in main",
    "part size",
    "part linked",
    "part prose",
    "depth",
    "main size",
    "main prose",
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
    *(f"{what} {step:+}" for step in (-1, 1) for what in ("size", "linked", "ending", "heading")),
)
"""The features by name."""

_TAG_ROWS = {tag: tuple(float(tag == each) for each in _OWN_TAGS) for tag in _OWN_TAGS}
_NO_TAG = (0.0,) * len(_OWN_TAGS)
_NO_NEIGHBOUR = (-1.0,) * 4
_NO_PART = (0.0, -1.0, -1.0, -1.0)

_FAR = 99.0


_Said = tuple[dict[int, int], int]
"""What is said of a block, how deep the block lies that says it, by the feature's place; and how deep this one lies."""

_Place = tuple[Node | None, int | None, str]
"""Where a block lies, and what its tag and its names say: all is said of two blocks alike that have the same."""

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
    h1: float
    copies: dict[str, int]
    alike: dict[int, list[float]]


def features(runs: list[Run], main: Node, total: float, chosen: Sequence[int] | None = None) -> list[list[float]]:
    """The features of each run, or of those at the chosen places; `total` is the prose of the page."""
    chosen = range(len(runs)) if chosen is None else chosen
    page = _page(runs, main, total, chosen)
    own, near = _texts(runs, chosen)
    parts = page.parts
    wanted = frozenset(chosen)
    said: dict[Node | None, _Said] = {None: ({}, 0)}
    inherited: dict[_Place, list[float]] = {}
    blocks: dict[Node, tuple[float, ...]] = {}
    above: dict[Node, tuple[float, ...]] = {}
    within: dict[Node, tuple[float, ...]] = {}
    article = (float(main.size), main.weight / total)
    heading = -_FAR
    under = before = 0.0
    rows = []
    for run in runs:
        at = run.place
        part = parts.get(at)
        texts = own.get(at)
        if texts is not None:
            if near[at][3] or _is_bold(run):
                heading, under = float(at), texts[_FURNITURE]
            if at in wanted:
                parent = run.parent
                around = parent.parent or parent
                rows.append(
                    [
                        *_inherited(parent, inherited, said),
                        *_TAG_ROWS.get(parent.tag, _NO_TAG),
                        *texts,
                        float(page.copies[run.text]),
                        *(blocks.get(parent) or _block_row(parent, page, blocks)),
                        *(above.get(around) or _above_row(around, page, blocks, above)),
                        *(_NO_PART if part is None else within.get(part) or _part_row(part, page, within)),
                        -1.0 if part is None else float(parent.depth - main.depth),
                        *article,
                        at / len(runs),
                        before / page.prose,
                        *_between(at, page.ends),
                        at - page.h1,
                        at - heading,
                        under,
                        *page.alike[at],
                        *near[at - 1],
                        *near[at + 1],
                    ]
                )
        if part is not None:
            before += run.score
    return rows


#: A line in bold is bold as a whole, and no longer than this.
_BOLD = 0.9
_SHORT = 80
_FURNITURE = (*SHAPE, *WORDING).index("furniture")


def _page(runs: list[Run], main: Node, total: float, chosen: Sequence[int]) -> _Page:
    parts = _parts(main)
    return _Page(
        main=main,
        total=total,
        parts=parts,
        ends=_ends(runs, parts),
        prose=sum(run.score for run in runs if run.place in parts) or 1.0,
        h1=next((float(run.place) for run in runs if run.parent.tag == "h1"), -_FAR),
        copies=Counter([run.text for run in runs]),
        alike=_alike(runs, chosen, total),
    )


def _texts(runs: list[Run], chosen: Sequence[int]) -> tuple[dict[int, list[float]], dict[int, tuple[float, ...]]]:
    """By place: what the text of each chosen run says of itself, and of headings beside those; what it and that of its
    neighbours say of the runs around."""
    own: dict[int, list[float]] = {}
    near: dict[int, tuple[float, ...]] = {-1: _NO_NEIGHBOUR, len(runs): _NO_NEIGHBOUR}
    wanted = frozenset(chosen)
    places = {each for at in chosen for each in (at - 1, at, at + 1)}
    for at in places.difference(near):
        run = runs[at]
        is_heading = run.parent.tag in HEADINGS
        told = shape(run)
        if at in wanted or is_heading or _is_bold(run):
            own[at] = [*told, *wording(run)]
        near[at] = (*told, float(is_heading))
    return own, near


def _is_bold(run: Run) -> bool:
    """Whether a run is a line in bold: a heading, or as good as one."""
    return run.bold > _BOLD * len(run.text) and len(run.text) < _SHORT


def _block_row(node: Node, page: _Page, known: dict[Node, tuple[float, ...]]) -> tuple[float, ...]:
    size = node.size or 1
    row = known[node] = (float(size), node.linked / size, float(len(node.kids)), node.weight / page.total)
    return row


def _above_row(
    node: Node, page: _Page, blocks: dict[Node, tuple[float, ...]], known: dict[Node, tuple[float, ...]]
) -> tuple[float, ...]:
    """Those of the block around a run's own, and of the one around that: most have many runs in them."""
    around = node.parent or node
    row = known[node] = (
        *(blocks.get(node) or _block_row(node, page, blocks)),
        *(blocks.get(around) or _block_row(around, page, blocks)),
    )
    return row


def _between(at: int, ends: tuple[int, int]) -> tuple[float, float, float]:
    """Whether a run stands between the first and the last prose of the article's block; how far before, and behind."""
    first, last = ends
    if at < first:
        return 0.0, float(first - at), 0.0
    return (1.0, 0.0, 0.0) if at <= last else (0.0, 0.0, float(at - last))


def _part_row(part: Node, page: _Page, known: dict[Node, tuple[float, ...]]) -> tuple[float, ...]:
    """What the part of the article's block is in which a run lies."""
    row = known[part] = (
        1.0,
        float(part.size),
        part.linked / (part.size or 1),
        part.weight / (page.main.weight or 1.0),
    )
    return row


def _parts(main: Node) -> dict[int, Node]:
    """By a run's place: the child of the article's block in which it lies."""
    within: dict[int, Node] = {}
    for kid in main.kids:
        if isinstance(kid, Run):
            within[kid.place] = main
        else:
            within.update(dict.fromkeys(range(kid.first, kid.last), kid))
    return within


def _ends(runs: list[Run], within: dict[int, Node]) -> tuple[int, int]:
    """The places of the first and last run of prose in the article's block."""
    strong = [run.place for run in runs if run.score > 0 and run.place in within]
    return (strong[0], strong[-1]) if strong else (0, len(runs))


def _inherited(node: Node, rows: dict[_Place, list[float]], known: dict[Node | None, _Said]) -> list[float]:
    """What the tags and names of a block and of those around it say of what is in it."""
    place = node.parent, _TAG_PLACES.get(node.tag), node.kind
    row = rows.get(place)
    if row is None:
        says, depth = _said(node, known)
        row = rows[place] = [0.0] * len(_INHERITED)
        for at, said in says.items():
            row[at] = _FADING[min(depth - said, _FAINTEST)]
    return row


def _said(node: Node, known: dict[Node | None, _Said]) -> _Said:
    """Most blocks say nothing, and have what the block around them has."""
    steps: list[Node] = []
    at: Node | None = node
    while at is not None and at not in known:
        steps.append(at)
        at = at.parent
    says, depth = known[at]
    for step in reversed(steps):
        depth += 1
        tag, kind = _TAG_PLACES.get(step.tag), step.kind
        if tag is not None or kind:
            says = says.copy()
            if tag is not None:
                says[tag] = depth
            if kind:
                says[_KIND_PLACES[kind]] = depth
        known[step] = says, depth
    return says, depth


#: What a block says of itself, of the blocks in it, of those in them and so on: each time a share of it.
_FADING = tuple(accumulate(repeat(0.8, 100), mul, initial=1.0))
_FAINTEST = len(_FADING) - 1
_TAG_PLACES = {tag: at for at, tag in enumerate(_TAGS)}
_KIND_PLACES = {kind: at + len(_TAGS) for at, kind in enumerate(KINDS)}


def _alike(runs: list[Run], chosen: Sequence[int], total: float) -> dict[int, list[float]]:
    """By the places of the chosen runs, of all blocks of the kind that each lies in: the share of the page's prose that
    they hold, how many runs, and how long these are on average."""
    tags = {runs[at].parent.tag for at in chosen}  # most runs are links of menus, and lie in others
    by_kind: dict[Kind, list[float]] = {}
    rows: dict[int, list[float]] = {}
    for run in runs:
        parent = run.parent
        if parent.tag in tags:
            kind = parent.tag, parent.element.get("class")
            row = by_kind.get(kind)
            if row is None:
                row = by_kind[kind] = [0.0, 0.0, 0.0]
            row[0] += run.score
            row[1] += 1.0
            row[2] += len(run.text)
            rows[run.place] = row
    for row in by_kind.values():
        prose, count, size = row
        row[:] = prose / total, count, size / count
    return rows
