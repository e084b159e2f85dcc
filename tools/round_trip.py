"""How many articles come back from what the library writes: `python tools/round_trip.py CORPUS...`.

A corpus is whatever `newsextract batch` reads: a folder, a dump. Of each of its texts and pages

- `to_text` is parsed again, and must give the same headline, headings, blocks and furniture;
- `to_markdown` is read by markdown-it-py, and must give the same headings, paragraphs, lists, tables and quotes.

The raw form of a page is plain text, which says less than tags do: an article of a page need not come back from it.
`--errors N` shows where the first N that do not come back differ.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from pprint import pformat
from typing import Any

from newsextract import Article, parse_text, to_markdown, to_text
from newsextract.dumps import Document, find_inputs, read_dumps
from newsextract.items import read_item

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from invariants import tree
from read_markdown import read, written

Trip = Callable[[Article], tuple[list[Any], list[Any]]]
FORMS: dict[str, Trip] = {
    "to_text": lambda article: (tree(article), tree(parse_text(to_text(article)))),
    "to_markdown": lambda article: (written(article), read(to_markdown(article))),
}


def main() -> None:
    """Print the share of articles that come back, for each corpus and form."""
    parser = argparse.ArgumentParser(description="How many articles come back from what the library writes.")
    parser.add_argument("corpora", nargs="+", metavar="CORPUS")
    parser.add_argument("--limit", type=int, metavar="N", help="N articles of each, evenly spread")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N differences")
    args = parser.parse_args()
    print(f"{'articles':>8} {'to_text':>8} {'to_markdown':>12}")
    for corpus in args.corpora:
        right = dict.fromkeys(FORMS, 0)
        count = 0
        for article in _articles(corpus, args.limit):
            count += 1
            for form, trip in FORMS.items():
                once, again = trip(article)
                right[form] += once == again
                if once != again and args.errors > 0:
                    args.errors -= 1
                    _show(article, form, once, again)
        shares = [right[form] / max(count, 1) for form in FORMS]
        print(f"{count:8} {shares[0]:8.3f} {shares[1]:12.3f}  {corpus}", flush=True)


def _articles(corpus: str, limit: int | None) -> Iterator[Article]:
    inputs = find_inputs([corpus])
    found = [each for each in read_dumps(inputs) if isinstance(each, Document)]
    if limit is not None and limit < len(found):
        found = [found[at * len(found) // limit] for at in range(limit)]
    for document in found:
        article = read_item(document.item, document.position)
        if isinstance(article, Article):
            yield article


def _show(article: Article, form: str, once: list[Any], again: list[Any]) -> None:
    print(f"-- {form}: {article.source}")
    before, after = ([pformat(part, width=160, compact=True) for part in parts] for parts in (once, again))
    for line in list(unified_diff(before, after, lineterm="", n=1))[2:24]:
        print(f"   {line[:400]}")


if __name__ == "__main__":
    main()
