"""How fast texts become records, from one run over the fixtures' texts: against two Markdown parsers and the floor.

The floor is what any parser to these records pays: cutting lines, and validating the finished dict. Markdown parsers
read the same texts with tables on; they find no headlines, dates or furniture, and are here as a known measure. Each
pass reads texts that were not read before, so that no cache answers, and all that is compared is run in turns on the
same text, so that what slows the machine down slows all of them down. Pages are measured against lxml's parse of them,
with trafilatura beside it.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import platform
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import mistune
from lxml import html as lxml_html
from markdown_it import MarkdownIt

import newsextract as nx
from newsextract.api import parse_to_wire

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "articles"
PAGES = FIXTURES.parent / "pages"
LONG_LINE = re.compile(r"^[^|\n]{60,}$", re.MULTILINE)

#: Where the time goes: a label, the module and the name of a function of the pipeline. What one spends in others of
#: this table is theirs alone.
STAGES = (
    ("lines", "newsextract.model", "without_surrogates"),
    ("lines", "newsextract.text.lines", "cut"),
    ("lines", "newsextract.text.wrapping", "find_wrap"),
    ("language", "newsextract.language", "detect"),
    ("blocks", "newsextract.text.blocks", "read_blocks"),
    ("dates", "newsextract.text.blocks", "give_dates"),
    ("dates", "newsextract.dates.find.reader", "Reader.read"),
    ("dates", "newsextract.dates.meaning.resolve", "numeric_order"),
    ("dates", "newsextract.dates.meaning.resolve", "resolve"),
    ("notices", "newsextract.text.roles.notice_lines", "mark_notices"),
    ("line model", "newsextract.text.roles", "assign"),
    ("tables", "newsextract.assemble.columns", "has_header"),
    ("tables", "newsextract.assemble.columns", "type_columns"),
    ("assemble", "newsextract.assemble.article", "assemble"),
)

#: From this many bytes on a text is an article of full length. Shorter ones measure what every call costs as much as
#: what a text does.
FULL_LENGTH = 4_000

Contender = Callable[[str], object]
Times = dict[str, float]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="Measure the parser on the fixtures' texts.")
    options.add_argument("--passes", type=int, default=9)
    passes: int = options.parse_args().passes
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    if not texts:
        sys.exit(f"bench: no texts in {FIXTURES}")
    contenders = contenders_of()
    measure(contenders, [vary(text, 0) for text in texts])  # what is loaded at the first call is not counted
    print(f"newsextract {nx.__version__}, Python {platform.python_version()}, {cpu()}, {passes} passes, medians")
    print("ratio: its time / newsextract's; above 1, newsextract is faster")
    numbers = count(1)  # no pass reads what another has read
    compare("all", texts, contenders, list(islice(numbers, passes)))
    full_length = [text for text in texts if len(text.encode()) >= FULL_LENGTH]
    compare(f"of {FULL_LENGTH / 1e3:.0f} kB and more", full_length, contenders, list(islice(numbers, passes)))
    compare_pages([path.read_bytes() for path in sorted(PAGES.glob("*.html"))], passes)
    unread = next(numbers)
    gc.collect()  # what the pages left behind is not to be looked through in the midst of a stage
    print_shares(shares([vary(text, unread) for text in texts]))


def compare(which: str, texts: list[str], contenders: dict[str, Contender], passes: list[int]) -> None:
    """Print the speed of each, and newsextract's distance from the floor."""
    results = [measure(contenders, [vary(text, number) for text in texts]) for number in passes]
    size = sum(len(text.encode()) for text in texts)
    print(f"\n{f'{len(texts)} texts ({which}), {size / 1e3:.0f} kB':<38}{'MB/s':>7}{'ratio':>8}")
    for name in contenders:
        speed = median(size / 1e6 / result[name] for result in results)
        ratio = median(result[name] / result["newsextract"] for result in results)
        print(f"  {name:<36}{speed:>7.2f}{ratio:>8.2f}")
    over_floor = median(result["newsextract"] / result["floor"] for result in results)
    print(f"  newsextract takes {over_floor:.1f} times the floor (splitlines + Article.model_validate)")


#: What a page of a paper has around its article: half of it scripts and styles, and some two hundred links.
MENU = b"<div class='menu'><ul>%s</ul></div>" % b"".join(
    b"<li class='item'><a href='/section/%d'>Section %d</a></li>" % (i, i) for i in range(200)
)
SCRIPTS = b"<script>%s</script>" % (b"window.data.push({kind: 'view', path: '/a/b', weight: 17});\n" * 1_200)
PARTS = b"".join(b"<div class='card c%d'><div><span></span></div></div>" % i for i in range(100))


def dressed(page: bytes) -> bytes:
    """A fixture's page with what pages have around their articles."""
    head, body, rest = page.partition(b"<body>")
    return head + body + MENU + PARTS + SCRIPTS + rest


def compare_pages(pages: list[bytes], passes: int) -> None:
    """Print how long pages take, as multiples of lxml's parse of them."""
    pages = [dressed(page) for page in pages if b"<body>" in page]
    contenders: dict[str, Callable[[bytes], object]] = {
        "lxml.html.fromstring": lxml_html.fromstring,
        "newsextract": nx.parse_html,
    }
    try:
        extract: Callable[..., object] = importlib.import_module("trafilatura").bare_extraction
        contenders["trafilatura"] = lambda page: extract(page, include_formatting=True, with_metadata=True)
    except ImportError as error:
        print(f"\nwithout trafilatura: {error}")
    best = dict.fromkeys(contenders, float("inf"))
    for _ in range(passes):
        for name, run in contenders.items():
            start = process_time()
            for page in pages:
                run(page)
            best[name] = min(best[name], process_time() - start)
    size = sum(map(len, pages))
    print(f"\n{f'{len(pages)} pages, {size / 1e6:.1f} MB':<38}{'ms each':>7}{'x lxml':>8}")
    for name, seconds in best.items():
        print(f"  {name:<36}{1e3 * seconds / len(pages):>7.1f}{seconds / best['lxml.html.fromstring']:>8.1f}")


def contenders_of() -> dict[str, Contender]:
    """What is compared, each from a text to its result. The floor stands apart: it also needs the record."""
    tables = MarkdownIt("commonmark").enable("table")
    return {
        "newsextract": nx.parse_text,
        "mistune (tables, no renderer)": mistune.create_markdown(renderer=None, plugins=["table"]),
        "markdown-it-py (tables)": tables.parse,
        "floor": str.splitlines,
    }


def vary(text: str, number: int) -> str:
    """The text with a made-up word in each long line, of the same structure and nearly the same length."""
    lines = 0

    def add_word(match: re.Match[str]) -> str:
        nonlocal lines
        lines += 1
        word = "".join("bdfgklmnprstvz"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:02}{lines:03}")
        head, space, tail = match[0].rpartition(" ")
        return f"{head}{space}{word} {tail}" if space else match[0] + word

    return LONG_LINE.sub(add_word, text)


def measure(contenders: dict[str, Contender], texts: list[str]) -> Times:
    """Seconds of processor time that each takes for all texts."""
    taken: Times = defaultdict(float)
    names = list(contenders)
    for turn, text in enumerate(texts):
        wire = nx.parse_text(vary(text, 99)).model_dump()
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            run = contenders[name]
            start = process_time()
            run(text)
            if name == "floor":
                nx.Article.model_validate(wire)
            taken[name] += process_time() - start
    return taken


def shares(texts: list[str]) -> Times:
    """Seconds in each stage, without the stages that it calls."""
    with timed_stages() as taken:
        start = process_time()
        for text in texts:
            wire = parse_to_wire(text, source=None, language=None, published=None, headline=None, repair=False)
            validating = process_time()
            nx.Article.model_validate(wire)
            taken["validate"] += process_time() - validating
        whole = process_time() - start
    taken["rest"] = whole - sum(taken.values())
    return taken


@contextmanager
def timed_stages() -> Iterator[Times]:
    """The pipeline's functions replaced by timed ones, for as long as the context lasts."""
    taken: Times = defaultdict(float)
    below = [0.0]  # by open call: seconds spent in stages that it called

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            start = process_time()
            below.append(0.0)
            try:
                return function(*arguments, **options)
            finally:
                spent = process_time() - start
                taken[stage] += spent - below.pop()
                below[-1] += spent

        return call

    places = [
        (owner, name, getattr(owner, name), stage)
        for stage, module, path in STAGES
        for owner, name in places_of(importlib.import_module(module), path)
    ]
    for owner, name, function, stage in places:
        setattr(owner, name, timed(stage, function))
    try:
        yield taken
    finally:
        for owner, name, function, _ in places:
            setattr(owner, name, function)


def places_of(home: Any, path: str) -> list[tuple[Any, str]]:
    """Where calls look a function up: a method in its class, all else also in each module that imported it."""
    outer, _, name = path.rpartition(".")
    if outer:
        return [(getattr(home, outer), name)]
    function = getattr(home, name)
    modules = [module for key, module in sys.modules.items() if key.startswith("newsextract.")]
    return [(module, name) for module in modules if vars(module).get(name) is function]


def print_shares(taken: Times) -> None:
    """The stages in the order in which they run."""
    whole = sum(taken.values())
    print("\nshare of each stage, all texts")
    for stage in [*dict.fromkeys(stage for stage, _, _ in STAGES), "validate", "rest"]:
        print(f"  {stage:<12}{taken[stage] / whole:>6.1%}  {'#' * round(50 * taken[stage] / whole)}")


def cpu() -> str:
    """The processor's name, where the system tells it."""
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
