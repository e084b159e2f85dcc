"""How memory grows while one process parses many pages, again and again the same: what grows then is kept for nothing.

python tools/bench_memory.py [PAGE...]      without pages, the fixtures'
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from itertools import cycle, islice
from pathlib import Path

import newsextract as nx

PAGES = Path(__file__).resolve().parent.parent / "fixtures" / "pages"
#: From here to there: at the beginning caches fill.
FIRST, LAST = 500, 10_000


def main() -> None:
    """Print the growth."""
    options = argparse.ArgumentParser(description="Measure how memory grows over many pages.")
    options.add_argument("pages", nargs="*", type=Path, help="HTML files, perhaps gzipped")
    paths: list[Path] = options.parse_args().pages or sorted(PAGES.glob("*.html"))
    if not Path("/proc/self/statm").exists():
        sys.exit("bench: memory is measured where there is /proc")
    pages = [path.read_bytes() for path in paths]
    before = 0
    for number, page in enumerate(islice(cycle(pages), LAST), 1):
        nx.parse_html(gzip.decompress(page) if page[:2] == b"\x1f\x8b" else page)
        if number == FIRST:
            before = resident()
    growth = resident() / before - 1
    print(f"pages: {len(pages):,} pages, read in turns")
    print(f"  memory after {LAST:,} / after {FIRST:,}, growth {growth:26.1%}   (at most 5%; {before / 1e6:.0f} MB)")


def resident() -> int:
    """Bytes of memory that the process takes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
