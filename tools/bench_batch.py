"""What `newsextract batch` costs beside a bare loop over `parse_text` and `model_dump_json`, and what memory it takes.

All figures are ratios, since a machine has other things to do as well: a loop and a run alternate, and the median of
the rounds' ratios counts. The dump is the fixtures' texts over and over, each with a number of its own, as JSON Lines.
Processor time is that of all processes together.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "articles"

#: The loop that a user would write instead.
LOOP = """
import json, sys
from newsextract import parse_text
with open(sys.argv[1], encoding="utf-8") as dump, open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in dump:
        row = json.loads(line)
        print(parse_text(row["text"], source=row["id"]).model_dump_json(), file=out)
"""

#: A short document: memory is measured over very many.
SHORT = "Rain fell on {number}\nThe council met on Tuesday, 7 February 2025, and heard what the storms had cost.\n"

STARTS = 9


class Cost(NamedTuple):
    """What processes took: seconds of processor time and of the clock, and bytes of the largest of them."""

    cpu: float
    wall: float
    memory: int


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="Measure newsextract batch against a bare loop.")
    options.add_argument("--documents", type=int, default=20_000, help="of full length")
    options.add_argument("--rounds", type=int, default=3, help="of a loop and a run each")
    options.add_argument("--short", type=int, default=100_000, help="short ones, beside a tenth of them, for memory")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        dump, *halves = write_dumps(place, given.documents)
        print(f"batch: {given.documents:,} documents, {dump.stat().st_size / 1e6:.0f} MB of JSON Lines")
        one = [*rounds([loop_over(dump)], dump, given.rounds, workers=1)]
        print_ratios("CPU of one worker / of a bare loop", "at most 1.10", [run.cpu / loop.cpu for loop, run in one])
        two = [*rounds([*map(loop_over, halves)], dump, given.rounds, workers=2)]
        speeds = [loops.wall / run.wall for loops, run in two]
        print_ratios("docs/s of two workers / of two loops", "at least 0.90", speeds)
        print_ratios("the same by CPU", "where all cores are busy", [loops.cpu / run.cpu for loops, run in two])
        print(f"  CPU a document, ms {1000 * median(run.cpu for _, run in one) / given.documents:33.2f}")
        few = cost([batch_of(write_short(place, given.short // 10), place / "few", workers=2)])
        many = cost([batch_of(write_short(place, given.short), place / "many", workers=2)])
        print(f"  peak memory of {given.short:,} / a tenth of them {many.memory / few.memory:9.3f}   (at most 1.05)")
        print(f"  peak memory of the largest process, MB {many.memory / 1e6:13.0f}")
    print(f"  CPU of --help beside python -c pass, ms {1000 * help_cost():12.0f}   (at most 100)")


def rounds(loops: list[list[str]], dump: Path, count: int, *, workers: int) -> Iterator[tuple[Cost, Cost]]:
    """What loops take side by side and what a run takes, in turns; every other time the run goes first."""
    for number in range(count):
        with tempfile.TemporaryDirectory() as out:
            run = [batch_of(dump, Path(out), workers=workers)]
            if number % 2:
                second = cost(run)
                yield cost(loops), second
            else:
                yield cost(loops), cost(run)


def print_ratios(name: str, wanted: str, ratios: list[float]) -> None:
    """The median, and the least and the most."""
    spread = f"{min(ratios):.3f} to {max(ratios):.3f}"
    print(f"  {name:38} {median(ratios):14.3f}   ({wanted}; {spread})", flush=True)


def write_dumps(place: Path, count: int) -> Iterator[Path]:
    """A dump, and the two halves of it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    rows = [
        json.dumps({"id": f"a-{number}", "text": f"{texts[number % len(texts)]}\nNo {number} of all\n"}) + "\n"
        for number in range(count)
    ]
    for name, part in (("whole", rows), ("first", rows[::2]), ("second", rows[1::2])):
        path = place / f"{name}.jsonl"
        path.write_text("".join(part), encoding="utf-8")
        yield path


def write_short(place: Path, count: int) -> Path:
    """A dump of short documents."""
    path = place / f"short-{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": f"s-{number}", "text": SHORT.format(number=number)}) + "\n")
    return path


def loop_over(dump: Path) -> list[str]:
    """The command of the bare loop."""
    return [sys.executable, "-c", LOOP, str(dump), f"{dump}.out"]


def batch_of(dump: Path, out: Path, *, workers: int) -> list[str]:
    """The command of a run."""
    command = [sys.executable, "-m", "newsextract", "batch", str(dump), "-o", str(out)]
    return [*command, "--workers", str(workers), "--quiet"]


def cost(commands: Iterable[list[str]]) -> Cost:
    """What commands took that were run side by side."""
    start = time.monotonic()
    started = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    cpu, memory = 0.0, 0
    for process in started:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"bench: exit code {process.returncode} of {process.args!r}")
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
    return Cost(cpu, time.monotonic() - start, memory)


def help_cost() -> float:
    """Seconds of processor time that --help takes more than nothing does."""
    nothing = [sys.executable, "-c", "pass"]
    help_page = [sys.executable, "-m", "newsextract", "--help"]
    pairs = [(cost([nothing]).cpu, cost([help_page]).cpu) for _ in range(STARTS)]
    least, most = (median(side) for side in zip(*pairs, strict=True))
    return float(most - least)


if __name__ == "__main__":
    main()
