"""How fast dates are found in English news, against `dateparser.search.search_dates` with the language given.

Both read the fixtures in turns, in each pass all texts with a made-up word in each long line; the first pass is not
counted, so that nothing is loaded or compiled in the time that is taken. It also counts the dates for which
`dateparser` was called while articles were parsed.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

import dateparser
from dateparser.search import search_dates

import newsextract as nx
from bench import FIXTURES, vary

PUBLISHED = dt.datetime(2025, 2, 7)
PASSES = 5


def main() -> None:
    """Print the table."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    texts = [text for text in texts if nx.parse_text(text).language == "en"]
    if not texts:
        sys.exit(f"bench_dates: no English texts in {FIXTURES}")
    contenders: dict[str, Callable[[str], object]] = {
        "find_dates": lambda text: nx.find_dates(text, language="en", published=PUBLISHED),
        "search_dates (language given)": lambda text: search_dates(
            text, languages=["en"], settings={"RELATIVE_BASE": PUBLISHED}
        ),
    }
    passes = [seconds(contenders, [vary(text, number) for text in texts]) for number in range(PASSES + 1)][1:]
    size = sum(len(text.encode()) for text in texts)
    print(f"\n{f'dates of {len(texts)} English texts, {size / 1e3:.0f} kB':<38}{'s/MB':>7}{'ratio':>8}")
    for name in contenders:
        speed = median(taken[name] for taken in passes) / size * 1e6
        ratio = median(taken[name] / taken["find_dates"] for taken in passes)
        print(f"  {name:<36}{speed:>7.2f}{ratio:>8.1f}")
    calls, dates = calls_of_dateparser(texts)
    print(f"  dateparser was called {calls} times for the {dates} dates of these articles")


def seconds(contenders: dict[str, Callable[[str], object]], texts: list[str]) -> dict[str, float]:
    """Processor time that each takes for all texts."""
    taken = {}
    for name, run in contenders.items():
        start = process_time()
        for text in texts:
            run(text)
        taken[name] = process_time() - start
    return taken


def calls_of_dateparser(texts: list[str]) -> tuple[int, int]:
    """How often `dateparser` was called while the texts were parsed, and how many dates they have."""
    calls = 0
    parse: Callable[..., Any] = dateparser.parse

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        return parse(*arguments, **options)

    setattr(dateparser, "parse", counted)  # noqa: B010, the name has a narrower type
    try:
        dates = sum(len(nx.parse_text(text).dates) for text in texts)
    finally:
        setattr(dateparser, "parse", parse)  # noqa: B010
    return calls, dates


if __name__ == "__main__":
    main()
