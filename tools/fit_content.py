"""Fits the trees that tell an article's text from the rest of its page (src/newsextract/html/trees.py).

    python tools/fit_content.py CORPUS.jsonl... [--halves] [--write]

A corpus has one JSON object a line: `page` (path of the HTML, perhaps gzipped, from the corpus's folder), `site`
(folds never split one), and `text` (what of the page is the article, a block a line). Prints the F1 of words, averaged
over the pages, with whole sites left out in five folds; `--halves` trains on one half of the sites and scores the
other. The trees that are written are fitted to all pages. Needs the dependency group "train".

Few pages of a corpus are long, and trees know nothing of what they have not seen: of a transcript of three hundred
paragraphs they took the last hundred for what follows an article. So one page in eight is learned from a second time,
lengthened by paragraphs of other sites.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from lxml import html as lxml_html
from sklearn.ensemble import HistGradientBoostingClassifier

from newsextract.html.content import Weighed, decide, weighed, worth_asking
from newsextract.html.features import NAMES, features
from newsextract.html.metadata import Metadata, read_metadata
from newsextract.html.runs import read_nodes
from newsextract.html.tree import read_tree

MODULE = Path(__file__).parents[1] / "src/newsextract/html/trees.py"
FOLDS = 5
TREES, LEAVES, RATE, LEAST_RUNS = 48, 24, 0.2, 60
#: A run of so few words counts as the article's only where it is a line of it; a longer one where most of its
#: sequences of four words are in it.
FEW_WORDS = 4
LEAST_WEIGHT = 3
#: A run weighs by its words, to this power, since headings and items have few of them; all pages weigh about the same.
WEIGHT, PAGE_WEIGHT = 0.75, 30.0
MOST_FOUND = 0.6
#: One page in so many is lengthened, by one of these numbers of paragraphs; in every other one, so many of these stand
#: under a heading.
LENGTHENED, MORE_PARAGRAPHS, A_HEADING = 8, (60, 120, 200, 300, 450, 600), 6
LONGER = "lengthened"
#: What counts as a paragraph that says where the article stands, and as one that may lengthen another, in characters.
LEAST_PARAGRAPH, LONGEST_PARAGRAPH = 120, 900
#: The article's paragraphs stand in one block, where so many do.
LEAST_BESIDE = 5
_WORD = re.compile(r"[^\W_]+")
_MARKER = re.compile(r"^\s*(?:[-*•·]|\d+[.)])\s+")


class Page(NamedTuple):
    """A page with its features and what they should say."""

    site: str
    corpus: str
    weighed: Weighed
    known: Metadata
    asked: list[int]
    """The places of the runs that the trees are asked about when a page is parsed; they are fitted to all."""
    rows: Any
    labels: Any
    weights: Any
    words: list[list[str]]
    text: list[str]


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def read_pages(corpora: list[Path]) -> list[Page]:
    """All pages of the corpora, and those that are lengthened as a corpus of their own. The paragraphs of these are of
    any site, for it is where they stand that is learned, and not what they say."""
    rows: list[tuple[dict[str, Any], Path]] = []
    for corpus in corpora:
        rows += [(json.loads(line), corpus) for line in corpus.read_text(encoding="utf-8").splitlines()]
    lines = [(row["site"], line) for row, _ in rows for line in row["text"].split("\n")]
    paragraphs = [each for each in lines if LEAST_PARAGRAPH <= len(each[1]) <= LONGEST_PARAGRAPH]
    pages = []
    for number, (row, corpus) in enumerate(rows):
        data = (corpus.parent / row["page"]).read_bytes()
        pages.append(read_page(data, row["text"], row, corpus.stem))
        if number % LENGTHENED == 0 and (longer := lengthened(data, row, paragraphs, random.Random(number))):
            pages.append(read_page(*longer, row, LONGER))
    return [page for page in pages if page]


def lengthened(
    data: bytes, row: dict[str, Any], paragraphs: list[tuple[str, str]], chance: random.Random
) -> tuple[bytes, str] | None:
    """A page with paragraphs of other sites behind its own, and the text of its article; None where the article's do
    not stand in one block."""
    root = read_tree(data, row["page"]).root
    lines = {" ".join(words_of(line)) for line in row["text"].split("\n") if len(line) >= LEAST_PARAGRAPH}
    beside = defaultdict(list)
    for each in () if root is None else root.iter("p"):
        if " ".join(words_of("".join(each.itertext()))) in lines:
            beside[each.getparent()].append(each)
    *_, last = max(beside.values(), key=len, default=[None])
    if last is None or len(beside[last.getparent()]) < LEAST_BESIDE:
        return None
    headed = chance.random() < 0.5
    text, at = row["text"], last
    for count, (site, more) in enumerate(chance.sample(paragraphs, chance.choice(MORE_PARAGRAPHS))):
        if site == row["site"]:
            continue
        said = [("p", more)]
        if headed and count % A_HEADING == 0:
            said.insert(0, ("h2", " ".join(more.split()[:FEW_WORDS])))
        for tag, words in said:
            new = last.makeelement(tag, dict(last.attrib) if tag == "p" else {})
            new.text, new.tail = words, "\n"
            at.addnext(new)
            at, text = new, f"{text}\n{words}"
    return lxml_html.tostring(root, encoding="utf-8"), text


def read_page(data: bytes, article: str, row: dict[str, Any], corpus: str) -> Page | None:
    """The page, and which of its runs are the article, whose text is given."""
    root = read_tree(data, row["page"]).root
    if root is None:
        return None
    nodes, runs = read_nodes(root)
    if not runs:
        return None
    page = weighed(nodes, runs)
    rows = np.array(features(runs, page.main, page.total), dtype="f4")
    lines = {" ".join(words_of(each)) for line in article.split("\n") for each in (line, _MARKER.sub("", line))}
    text = words_of(article)
    fours: set[tuple[str, ...]] = set(zip(text, text[1:], text[2:], text[3:], strict=False))
    words = [words_of(run.text) for run in runs]
    labels = np.array([label(words, at, lines, fours) for at in range(len(words))])
    weights = np.array([max(len(each), LEAST_WEIGHT) for each in words]) ** WEIGHT
    weights *= PAGE_WEIGHT / max(sum(map(len, words)), 1) ** WEIGHT
    known = read_metadata(root, None)
    asked = worth_asking(page)
    return Page(row["site"], corpus, page, known, asked, rows, labels, weights, words, text)


def label(runs: list[list[str]], at: int, lines: set[str], fours: set[tuple[str, ...]]) -> bool:
    """Whether the run at a place is the article's: it is a line of it, or what it says stands in it, a short one with
    the words of its neighbours (cells of a table)."""
    words = runs[at]
    if not words or " ".join(words) in lines:
        return bool(words)
    if len(words) >= FEW_WORDS:
        found = [four in fours for four in zip(words, words[1:], words[2:], words[3:], strict=False)]
        return sum(found) >= MOST_FOUND * len(found)
    before = [word for run in runs[max(0, at - 3) : at] for word in run][-3:]
    after = [word for run in runs[at + 1 : at + 4] for word in run][:3]
    near = before + words + after
    first, last = len(before), len(before) + len(words)
    windows = [near[i : i + 4] for i in range(max(0, last - 4), min(first, len(near) - 4) + 1)]
    return any(tuple(window) in fours for window in windows)


def fit(pages: list[Page]) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAST_RUNS,
        max_bins=64,
        random_state=0,
        early_stopping=False,
    )
    rows, labels = np.concatenate([page.rows for page in pages]), np.concatenate([page.labels for page in pages])
    return model.fit(rows, labels, sample_weight=np.concatenate([page.weights for page in pages]))


def score(page: Page, confidences: Any) -> float:
    """F1 of the words of what is kept."""
    runs = page.weighed.runs
    sure = [0.0] * len(runs)
    for place in page.asked:
        sure[place] = float(confidences[place])
    decide(page.weighed, page.known, sure)
    got = Counter(word for run, words in zip(runs, page.words, strict=True) if run.kept for word in words)
    want = Counter(page.text)
    both = sum((got & want).values())
    return 2 * both / ((sum(got.values()) + sum(want.values())) or 1)


def report(pages: list[Page], folds: int) -> None:
    scores: dict[str, list[float]] = {}
    for fold in range(folds):
        held = [page for page in pages if zlib.crc32(page.site.encode()) % folds == fold]
        model = fit([page for page in pages if zlib.crc32(page.site.encode()) % folds != fold])
        for page in held:
            scores.setdefault(page.corpus, []).append(score(page, model.predict_proba(page.rows)[:, 1]))
    for corpus, each in scores.items():
        print(f"{corpus}: {len(each)} pages, text F1 {np.mean(each):.4f}, below .8: {sum(x < 0.8 for x in each)}")


def terms_of(model: HistGradientBoostingClassifier) -> list[str]:
    """What the trees' answers are the sum of, as expressions over the features `f0`, `f1` and so on."""

    def expression(nodes: Any, at: int) -> str:
        node = nodes[at]
        if node["is_leaf"]:
            return repr(round(float(node["value"]), 4))
        threshold = float(f"{node['num_threshold']:.6g}")
        low, high = expression(nodes, node["left"]), expression(nodes, node["right"])
        return f"({low} if f{node['feature_idx']} <= {threshold!r} else {high})"

    bias = repr(round(float(model._baseline_prediction.item()), 4))
    return [bias, *(expression(predictors[0].nodes, 0) for predictors in model._predictors)]


def source_of(terms: list[str]) -> str:
    """The module of their sum. Asked node by node trees take five times as long, and a page has hundreds of runs."""
    arguments = "".join(f"    f{at}: float,  # {name}\n" for at, name in enumerate(NAMES))
    trees = "\n        + ".join(terms)
    return f'''"""The fitted trees that weigh a run's features. tools/fit_content.py writes this file."""

from __future__ import annotations

__all__ = ["total"]


# fmt: off
def total(
{arguments}) -> float:
    """The sum of what the trees say, which stand a line each."""
    return (
        {trees}
    )
'''


def main() -> None:
    options = argparse.ArgumentParser(description="Fit the trees that find an article in its page.")
    options.add_argument("corpora", nargs="+", type=Path)
    options.add_argument("--halves", action="store_true")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    pages = read_pages(given.corpora)
    report(pages, 2 if given.halves else FOLDS)
    if given.write:
        MODULE.write_text(source_of(terms_of(fit(pages))), encoding="utf-8")


if __name__ == "__main__":
    main()
