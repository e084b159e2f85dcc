"""Texts with known structure, as units with features and the classes that each may have.

A corpus is a file of one JSON object a line, gzipped: `text`, `lang`, `source` (the site, which folds never split),
and either `codes`, a class for each line that is not blank ("?" behind it: two editors could differ), or `gold`, a list
of blocks with `kind` and `start`. A folder is one too: articles, `NAME.txt` with an outline in `NAME.outline`,
files of cases, texts that have the code of each line before it (fixtures/README.md); or pages, `NAME.html.gz` with the
address in `NAME.json`, whose texts trafilatura extracts.

readings.jsonl has what we read of texts that are not here: the classes of their lines, in order, by a digest of the
text. Where a corpus has such a text, these count, whatever the corpus itself says. Of pages, those are taken that have
been read.

`gold` says what mark or tag a block had, which leaves open what it is: a paragraph may be furniture, a byline or a
quote; and where an extractor wrote the text (`extractor` says which), an item may be a link. Such lines are given the
class among the possible ones that a model of the certain ones finds likeliest.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import md5
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsextract.text import read_undecided
from newsextract.text.line_model import CLASS_OF_KIND, FURNITURE, given_class
from newsextract.text.line_model.echoes import Form, forms_of
from newsextract.text.line_model.facts import features_of
from newsextract.text.line_model.features import facts_of
from newsextract.text.roles import units_with_notices
from newsextract.text.units import Unit
from newsextract.writing import is_spaceless

sys.path.append(str(Path(__file__).parents[2] / "tests"))
from cases import read_cases

CLASSES = ("HL", "SF", "BY", "TS", "H", "P", "L", "T", "Q", *FURNITURE)
SAME = {"P+": "P", "LI": "L", "LO": "L", "L+": "L", "TC": "T"}
LABELLED = "# lang="
"""What a text with the classes of its lines begins with."""
_MAYBE = 0.3
"""How much a line counts of which an editor was not sure."""
#: What a tag of a page may hold, and what Markdown's marks may; flags say what else a paragraph may be.
_TAGGED = {
    "headline": ("HL",),
    "heading": ("H", "HL", *FURNITURE),
    "paragraph": ("P", "L", "SF", "BY", "TS", "Q", *FURNITURE),
    "list_item": ("L", "P", *FURNITURE),
    "ordered_item": ("L", "P", *FURNITURE),
    "table": ("T",),
    "quote": ("Q", "P"),
}
_MARKED = {
    "headline": ("HL",),
    "heading": ("H",),
    "paragraph": ("P", "SF", "BY", "TS", "Q", *FURNITURE),
    "list_item": ("L",),
    "ordered_item": ("L",),
    "table": ("T",),
    "quote": ("Q", "P"),
}
FLAGS = {
    "was_item": "L", "typed": "L", "marker_like": "L", "bold_only": "H", "head_class": "H",
    "trailing": "P", "split": "P",
}  # fmt: skip
_NAMES = {
    "headline": "HL",
    "standfirst": "SF",
    "byline": "BY",
    "heading": "H",
    "paragraph": "P",
    "quote": "Q",
    "item": "L",
}


@dataclass
class Text:
    """A text of a corpus."""

    name: str
    site: str
    language: str | None
    source: str
    row: dict[str, Any]
    units: list[Unit]
    features: list[list[str] | None]
    forms: list[Form]
    given: list[str]
    """The classes of the units that have no features; "" for the others."""
    possible: list[tuple[str, ...]]
    """The classes that each unit may have; () where nothing is known."""
    shares: list[float]
    """How much each unit counts."""
    is_read: bool
    """Whether it is one of readings.jsonl."""

    @property
    def fold(self) -> int:
        """Which of 60 parts its site is in: the same for all corpora, versions and machines."""
        return int(md5(self.site.encode()).hexdigest(), 16) % 60


def read_corpus(path: str) -> Iterator[Text]:
    """The texts of a corpus."""
    for row in _rows(Path(path)):
        blocks, language = read_undecided(row["text"])
        units = units_with_notices(blocks, language)
        reading = _readings().get(digest(row["text"]))
        known = dict(_known({**row, "codes": reading} if reading else row, units))
        found = facts_of(units, is_spaceless(language))
        features = [None if facts is None else features_of(facts) for facts in found]
        labels = [known.get(unit.start, ((), 0.0)) for unit in units]
        yield Text(
            name=str(row.get("id", "")) + row.get("variant", ""),
            site=row["source"],
            language=row.get("lang"),
            source=row["text"],
            row=row,
            units=units,
            features=features,
            forms=forms_of(units, found),
            given=[given_class(unit) if names is None else "" for unit, names in zip(units, features, strict=True)],
            possible=[possible for possible, _ in labels],
            shares=[share for _, share in labels],
            is_read=reading is not None,
        )


@cache
def _readings() -> dict[str, list[str]]:
    """The codes of each text that was read, by its digest."""
    found = {}
    for line in Path(__file__).with_name("readings.jsonl").read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        runs = [run.rpartition("*") for run in reading["codes"].split()]  # "P", "8*P"
        found[reading["text"]] = [code for count, _, code in runs for _ in range(int(count or 1))]
    return found


def digest(text: str) -> str:
    """What a text is known by in readings.jsonl, with blank lines or without."""
    return md5("\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip()).encode()).hexdigest()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_dir():
        yield from _written(path)
        yield from _labelled(path)
        yield from _pages(path)
        return
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            for block in row.get("gold", ()):
                _strip(block, row["text"])
            yield row


def _pages(folder: Path) -> Iterator[dict[str, Any]]:
    """Pages that were read, as the text that an extractor makes of them."""
    paths = sorted(folder.glob("*.html.gz"))
    if not paths:
        return
    import trafilatura

    for path in paths:
        about = path.with_name(path.name.replace(".html.gz", ".json"))
        address = json.loads(about.read_text(encoding="utf-8")).get("url") if about.exists() else None
        text = trafilatura.extract(gzip.decompress(path.read_bytes()), include_tables=True, include_comments=False)
        codes = _readings().get(digest(text or ""))
        if codes:
            yield {"id": path.name, "source": _site(address) if address else path.name, "text": text, "codes": codes}


def _site(address: str) -> str:
    """The domain of an address that somebody has registered: "news.pell.example.co.uk" is "example.co.uk"."""
    labels = (urlsplit(address).hostname or address).split(".")
    return ".".join(labels[-3 if len(labels[-1]) == 2 and len(labels[-2]) <= 3 else -2 :])


def _strip(block: dict[str, Any], text: str) -> None:
    """Leave out the spaces around a block, as units do: an item under another one is indented."""
    if block.get("start") is not None:
        written = text[block["start"] : block["end"]]
        block["start"] += len(written) - len(written.lstrip())
        block["end"] -= len(written) - len(written.rstrip())


def _written(folder: Path) -> Iterator[dict[str, Any]]:
    """Articles with an outline beside them, and files of cases: see tests/outline.py and tests/cases.py."""
    for path in sorted(folder.glob("*.outline")):
        text = path.with_suffix(".txt").read_bytes().decode()
        yield {"id": path.stem, "source": path.stem, "text": text, "outline": path.read_text(encoding="utf-8")}
    for path in sorted(folder.rglob("*.txt")):
        if path.read_bytes().startswith(b"@@@") or b"\n@@@ " in path.read_bytes():
            for case in read_cases(path):
                if not case.arguments:
                    yield {"id": case.title, "source": case.title, "text": case.text, "outline": case.parts}


def _labelled(folder: Path) -> Iterator[dict[str, Any]]:
    """Texts that have the class of each line before it: see fixtures/README.md."""
    for path in sorted(folder.glob("*.txt")):
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        if head.startswith(LABELLED):
            codes, _, texts = zip(*(row.partition("|") for row in rows), strict=True)
            language = head.removeprefix(LABELLED)
            yield {"id": path.stem, "source": path.stem, "lang": language, "text": "\n".join(texts), "codes": codes}


_ENTRY = re.compile(
    r"(?P<kind>headline|standfirst|byline|heading|paragraph|quote|furniture (?P<furniture>\w+)): |\s+[-#] "
)


def _of_outline(units: list[Unit], outline: str) -> Iterator[tuple[int, str]]:
    """The offset and class of each unit that stands in an outline, matched by text, in order."""
    at = 0
    for line in outline.split("\n"):
        entry = _ENTRY.match(line)
        if entry is None:
            continue
        text = _letters(line[entry.end() :])
        kind = entry["kind"] or "item"
        name = CLASS_OF_KIND[entry["furniture"]] if entry["furniture"] else _NAMES[kind]
        found = next((place for place in range(at, len(units)) if text and _letters(units[place].text) == text), None)
        if found is not None:
            yield units[found].start, name
            at = found + 1


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _known(row: dict[str, Any], units: list[Unit]) -> Iterator[tuple[int, tuple[tuple[str, ...], float]]]:
    """The offset of each line or block that something is known of, the classes it may have, how much it counts."""
    if "outline" in row:
        for start, code in _of_outline(units, row["outline"]):
            yield start, ((code,), 1.0)
    elif "codes" in row:
        for (start, _), code in zip(lines(row["text"]), row["codes"], strict=True):
            name = code.rstrip("?")
            yield start, ((SAME.get(name, name),), _MAYBE if code.endswith("?") else 1.0)
    else:
        for block in row["gold"]:
            if block.get("start") is not None:
                more = tuple({name for flag, name in FLAGS.items() if block.get(flag)})
                possible = (_TAGGED if "extractor" in row else _MARKED)[block["kind"]]
                yield block["start"], ((*possible, *more), 1.0)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank, without the spaces around it."""
    at = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            yield start, start + len(body)
        at += len(line) + 1
