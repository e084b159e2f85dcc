"""Show what the library makes of a text: the article as Markdown, then its dates and a count of its parts."""

from __future__ import annotations

import sys
from collections import Counter

import newsextract as nx


def main(path: str) -> None:
    """Print the article for a person."""
    article = nx.parse_file(path)
    print(f"$ newsextract parse --format markdown {path}\n")
    print(nx.to_markdown(article))
    print("Dates, as written and as meant")
    for date in article.dates:
        print(f"  {date.text:<28} {date.value or '-':<26} {date.precision}, {date.basis}")
    print("\nParts")
    for name, count in parts(article).items():
        print(f"  {name:<28} {count}")
    for issue in article.issues:
        print(f"\nIssue {issue.code}: {issue.message}")


def parts(article: nx.Article) -> Counter[str]:
    """How many there are of each part, in the order of the first of each."""
    kinds = [name for name in ("headline", "standfirst", "byline", "dateline") if getattr(article, name)]
    for section in article.sections:
        kinds += ["heading"] if section.heading else []
        kinds += [block.type for block in section.blocks]
    return Counter([*kinds, *(f"furniture: {item.kind}" for item in article.furniture)])


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except nx.InputError as error:
        sys.exit(f"demo: {error}")
