"""Fits the line model to texts with known structure, and says how good it is on sites that it has not seen.

    python tools/line_model folds CORPUS[=SHARE]...      train and score, whole sites left out
    python tools/line_model write CORPUS[=SHARE]...      train on everything and write the package's model

A corpus is a gzipped file of JSON lines or a folder of golden articles or pages: see corpus.py. SHARE is how much one
of its lines counts (1); those of a text that we have read count READ. A text that stands in several corpora counts in
the first one alone, in whatever layout it stands in the others. Same versions and corpora give the same bytes. Needs
the dependency group "train".
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from corpus import Text, read_corpus
from figures import Figures
from training import train

MODEL = Path(__file__).parents[2] / "src/newsextract/text/line_model/weights.txt"
FOLDS = 5
READ = 0.4
"""How much a line counts of a text that we have read. At 1, whole documents of clean Markdown are right .02 less often
on sites left out, and furniture is found hardly better."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("folds", "write"))
    parser.add_argument("corpora", nargs="+", metavar="CORPUS")
    parser.add_argument("--keep", metavar="FOLDER", type=Path, help="keep the models of the folds there")
    args = parser.parse_args()
    corpora, shares = _read(args.corpora)
    learned = _once(list(corpora.values()), shares)
    if args.command == "write":
        MODEL.write_text(train(*learned), encoding="utf-8")
        return
    figures = {path: Figures() for path in corpora}
    for fold in range(FOLDS):
        seen = [(text, share) for text, share in zip(*learned, strict=True) if text.fold % FOLDS != fold]
        model = train([text for text, _ in seen], [share for _, share in seen])
        if args.keep:
            args.keep.mkdir(parents=True, exist_ok=True)
            (args.keep / f"fold-{fold}.txt").write_text(model, encoding="utf-8")
        for path, corpus in corpora.items():
            figures[path].add([text for text in corpus if text.fold % FOLDS == fold], model)
        print(f"fold {fold + 1} of {FOLDS} done", flush=True)
    for path, found in figures.items():
        print(f"\n{path}\n{found}")


def _read(paths: Sequence[str]) -> tuple[dict[str, list[Text]], list[float]]:
    parts = [path.partition("=") for path in paths]
    return {path: list(read_corpus(path)) for path, _, _ in parts}, [float(share or 1) for _, _, share in parts]


def _once(corpora: list[list[Text]], shares: list[float]) -> tuple[list[Text], list[float]]:
    """Each text once, in the first corpus that has it. What an editor said of it is not contradicted by what the tags
    said of the same words with blank lines between."""
    seen: set[str] = set()
    kept = []
    for corpus, share in zip(corpora, shares, strict=True):
        new = {text.source: text for text in corpus if share and _words(text) not in seen}
        kept += [(text, READ if text.is_read else share) for text in new.values()]
        seen.update(map(_words, new.values()))
    return [text for text, _ in kept], [share for _, share in kept]


def _words(text: Text) -> str:
    """A text in any of its layouts."""
    return "".join(text.source.split())


if __name__ == "__main__":
    main()
