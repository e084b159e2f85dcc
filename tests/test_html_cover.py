"""Pages: every run of text between an article's first and last stands in one part of it, and in no second one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import ROOT
from newsextract.dates import reader
from newsextract.html.blocks import read_blocks
from newsextract.html.content import choose, weigh
from newsextract.html.head import read_head
from newsextract.html.metadata import read_metadata
from newsextract.html.nodes import Run
from newsextract.html.runs import read_nodes
from newsextract.html.tree import read_tree
from newsextract.text import Block

PAGES = sorted((ROOT / "fixtures" / "pages").glob("*.html"))
#: Rare letters, by which a run is known again in whatever part its words are.
FIRST_MARK = 0x20000
HEAD_ROLES = ("headline", "standfirst", "byline", "timestamp")


def mark(runs: list[Run]) -> dict[str, Run]:
    """Put a letter of its own into each run that has one, for a letter amid it: so it is as long as it was, and begins
    and ends as it did."""
    marked = {}
    for run in runs:
        letters = [at for at, letter in enumerate(run.text) if letter.isalpha()]
        if letters:
            at = letters[len(letters) // 2]
            letter = chr(FIRST_MARK + run.place)
            run.text = run.text[:at] + letter + run.text[at + 1 :]
            marked[letter] = run
    return marked


def texts_of(block: Block) -> Iterator[str]:
    """The texts of a block. Those of a table count as one, since the name of several columns is that of each."""
    if block.kind == "list":
        yield from (item["text"] for item in block.data["items"])
    elif block.kind == "table":
        words = [cell["text"] for row in block.data["rows"] for cell in row]
        yield "".join(set("".join(words))) + (block.data["caption"] or "")
    else:
        yield block.text
        yield block.data.get("attribution") or ""


def check_cover(runs: list[Run], blocks: list[Block], marked: dict[str, Run]) -> None:
    """What an article's quote or table takes from behind its end is in one part too, all else there in none; and so is
    all of a page that has no article."""
    if not any(run.kept for run in runs):
        assert not blocks
        return
    counts = Counter(letter for block in blocks for text in texts_of(block) for letter in text if letter in marked)
    for letter, run in marked.items():
        place = f"run {run.place} {run.text!r} in <{run.parent.tag}>, {run.kept=}, {run.role=}"
        if run.role in HEAD_ROLES:
            assert counts[letter] == 0, f"is in the head and the body: {place}"
        elif run.role == "elsewhere":
            assert counts[letter] <= 1, f"is in {counts[letter]} parts: {place}"
        else:
            assert counts[letter] == 1, f"is in {counts[letter]} parts: {place}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_run_of_a_page_is_in_one_part(path: Path) -> None:
    root = read_tree(path.read_bytes(), path.name).root
    nodes, runs = read_nodes(root)
    known = read_metadata(root, None)
    choose(nodes, runs, known)
    read_head(nodes, runs, known, reader(None))
    marked = mark(runs)
    blocks = read_blocks(nodes[0], runs)
    check_cover(runs, blocks, marked)


#: Elements that are read in ways of their own, and some that are not.
TAGS = (
    *("div", "p", "span", "b", "a", "time", "section", "article", "aside", "figure", "figcaption", "h1", "h2", "h3"),
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "cite", "footer", "pre", "table", "caption", "thead", "tbody"),
    *("tr", "td", "th", "form", "fieldset", "details", "summary", "button", "x-part"),
)
TEXTS = (
    "Alder stays",
    "The weir at Pell was shut for a week.",
    "Oslo",
    "15",
    "• a saw",
    "2) shears",
    "— Tom Reed",
    "Photo: Ana Prior",
    "Captain:",
)
PIECES = [*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "<br>", '<p class="quote">', *TEXTS * 4]


ROWS = "<tr><td>Pell<td>12<tr><td>Oslo<td>9"


@example("<table><tr><td>Pell<td>12</tr><form><tr><td>Kiel<td>15</tr></form><tr><td>Oslo<td>9</table>", -1)
@example("<table><tr><td>Pell<td>12</tr><x-part><tr><td>Kiel<td>15</tr></x-part><tr><td>Oslo<td>9</table>", -1)
@example("<table>All sums are rounded.<tr>Some words<td>Pell<td>12<tr><td>Oslo<td>9</table>", -1)
@example("<table><caption>Ships by port</caption><tr><td><td><tr><td><td></table>", -1)
@example("<table><caption>A.</caption><tr><td>B<td>C<tr><td><ul><li>1<li>2</ul><td><ul><li>3<li>4</ul></table>", -1)
@example("<table><tr><blockquote>So it was.</blockquote><td class=cite>Ann<td>12<tr><td>Oslo<td>9</table>", -1)
@example(f"<p>A.</p><figure><figcaption>Ships</figcaption><table>{ROWS}</table></figure>", ~2)
@example(f"<p>A.</p><figure><table>{ROWS}</table><figcaption>Ships</figcaption></figure>", 31)
@example("<dl><dt>Crew<dd>Twelve sailors<dl><dt>Captain<dd>Ana Ruiz</dl></dl>", -1)
@example("<dl><p>What follows are the facts.</p><dt>Crew<dd>Twelve sailors</dl>", -1)
@example("<ul><li>Photo: Ana Prior</ul><div><li>Photo: Ana Prior<li>Oslo</div>", ~2)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.integers(-(2**60), 2**60))
def test_each_run_of_any_markup_is_in_one_part_whichever_are_the_articles(markup: str, chosen: int) -> None:
    """`chosen` has a bit for each run that is the article's."""
    root = read_tree(markup, "a case").root
    if root is None:
        return
    nodes, runs = read_nodes(root)
    weigh(nodes, runs)
    for run in runs:
        run.kept = bool(chosen >> run.place & 1)
    marked = mark(runs)
    blocks = read_blocks(nodes[0], runs)
    check_cover(runs, blocks, marked)
