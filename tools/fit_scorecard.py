"""Fits the scorecard of headings (src/newsextract/text/scorecard.py) to texts with known structure.

    python tools/fit_scorecard.py CORPUS.jsonl.gz[=SHARE]... [--write]

SHARE is how much a corpus counts against the others (1). A corpus has one JSON object a line: `text`, `lang`,
`source` (the site, which folds never split), and `gold`, a list of blocks with `kind` and `start` ("headline" and
"heading" count as headings), or `codes`, one for each line that is not blank ("H", "HL"; a code that ends in "?" is
left out). Blocks with a true key named in FLAGS may be called either way and are left out. Prints precision, recall
and F1 of each corpus and how often each confidence is right, with whole sites left out in five folds; the card that
is written is fitted to all of them. Same versions and corpora give the same bytes. Needs the dependency group
"train".
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newsextract.text import read_page, roles

CARD = Path(__file__).parents[1] / "src/newsextract/text/scorecard.py"
FLAGS = ("bold_only", "head_class", "marker_like", "typed", "was_item", "trailing", "split")
#: What fewer lines than this have is no evidence, and what weighs less than half a point's rounding is dropped.
LEAST_LINES = 30
FOLDS = 5
CONFIDENCES = (0.5, 0.6, 0.7, 0.8, 0.9)


def labels(row: dict[str, Any]) -> dict[int, bool]:
    """Whether the block at an offset is a heading, for the blocks that the corpus is sure of."""
    if "gold" in row:
        blocks = [block for block in row["gold"] if block.get("start") is not None]
        return {
            block["start"]: block["kind"] in ("headline", "heading")
            for block in blocks
            if not any(block.get(flag) for flag in FLAGS)
        }
    found, at, codes = {}, 0, iter(row["codes"])
    for line in row["text"].split("\n"):
        if line.strip():
            code = next(codes)
            if not code.endswith("?"):
                found[at + len(line) - len(line.lstrip())] = code in ("H", "HL")
        at += len(line) + 1
    return found


def examples(path: str) -> Iterator[tuple[dict[str, int], bool, str]]:
    """The evidence of each short bare line, whether it is a heading, and its site."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            known = labels(row)
            blocks, _ = read_page(row["text"], row["lang"])
            for at, pairs in roles.candidates(blocks):
                if pairs and blocks[at].start in known:
                    yield {f"{group}\t{value}": 1 for group, value in pairs}, known[blocks[at].start], row["source"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="CORPUS")
    parser.add_argument("--write", action="store_true", help=f"write {CARD.name}")
    args = parser.parse_args()
    corpora = [(path, float(share or 1)) for path, _, share in (each.partition("=") for each in args.corpora)]
    rows = [(*example, number) for number, (path, _) in enumerate(corpora) for example in examples(path)]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([row[0] for row in rows])
    truth, corpus = np.array([row[1] for row in rows]), np.array([row[3] for row in rows])
    sites = [row[2] for row in rows]
    # A corpus counts as much as it is told to, whatever its size.
    shares = np.array([share for _, share in corpora])
    weights = (shares / shares.mean() / np.bincount(corpus))[corpus] * len(rows) / len(corpora)
    chances = np.zeros(len(rows))
    for seen, unseen in GroupKFold(FOLDS).split(matrix, truth, sites):
        model = LogisticRegression(max_iter=500).fit(matrix[seen], truth[seen], weights[seen])
        chances[unseen] = model.predict_proba(matrix[unseen])[:, 1]
    guesses = chances >= 0.5
    for number, (path, _) in enumerate(corpora):
        mine = corpus == number
        hits = (guesses & truth & mine).sum()
        precision, recall = hits / (guesses & mine).sum(), hits / (truth & mine).sum()
        print(
            f"{path}: {mine.sum()} lines, precision {precision:.3f}, recall {recall:.3f}, "
            f"F1 {2 * precision * recall / (precision + recall):.3f}"
        )
    print("of the lines given a confidence, how many are headings:")
    for low in CONFIDENCES:
        mine = (chances >= low) & (chances < low + 0.1)
        print(f"  {low:.1f} to {low + 0.1:.1f}: {truth[mine].mean():.2f} of {mine.sum()}")
    if args.write:
        model = LogisticRegression(max_iter=500).fit(matrix, truth, weights)
        counts = np.asarray(matrix.sum(axis=0)).ravel()
        write(model.intercept_[0], zip(vectorizer.feature_names_, model.coef_[0], counts, strict=True))


def write(bias: float, weights: Any) -> None:
    """The card as a module, in tenths, ordered."""
    card: dict[str, dict[str, float]] = {}
    for name, weight, count in sorted(weights):
        group, value = name.split("\t")
        entries = card.setdefault(group, {})
        if count >= LEAST_LINES and round(weight, 1):
            entries[value] = round(float(weight), 1)
    lines = [
        '"""Evidence for and against headings, in logits: groups of values with their weights.',
        "",
        "Written by tools/fit_scorecard.py.",
        '"""',
        "",
        f"BIAS = {bias:.1f}",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for group, entries in card.items():
        lines += [
            f'    "{group}": {{',
            *(f'        "{value}": {weight},' for value, weight in entries.items()),
            "    },",
        ]
    CARD.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
