"""How right articles are: by lines, where a corpus has a class for each, and by blocks, where it has blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unittest.mock import patch

from corpus import FLAGS, SAME, Text, lines

from newsextract import Article, parse_text
from newsextract.text.line_model import CLASS_OF_KIND, LineModel

#: Confidences from here to the next are counted together.
_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9)
#: Languages with fewer texts are not listed.
_LEAST_TEXTS = 40
_HEADINGS = ("HL", "H")


class Part(NamedTuple):
    """A part of an article, with the class that it has."""

    start: int
    end: int
    code: str
    confidence: float | None = None


def parts_of(article: Article) -> list[Part]:
    """All parts in source order, items for lists; a promoted headline once, as the heading it is."""
    parts = []
    for code, record in (("HL", article.headline), ("SF", article.standfirst), ("BY", article.byline)):
        if record is not None and record.start is not None and getattr(record, "origin", "line") == "line":
            parts.append(Part(record.start, record.end or record.start, code, getattr(record, "confidence", None)))
    parts += [Part(each.start, each.end, CLASS_OF_KIND[each.kind]) for each in article.furniture]
    for section in article.sections:
        if section.heading is not None:
            parts.append(Part(section.heading.start, section.heading.end, "H", section.heading.confidence))
        for block in section.blocks:
            if block.type == "list":
                parts += [Part(item.start, item.end, "LO" if item.ordered else "LI") for item in block.items]
            else:
                parts.append(Part(block.start, block.end, {"paragraph": "P", "table": "T", "quote": "Q"}[block.type]))
    return sorted(parts)


@dataclass
class Count:
    """Hits, what was given, and what there is."""

    hits: int = 0
    given: int = 0
    true: int = 0

    def add(self, given: bool, true: bool) -> None:
        """One more case."""
        self.hits += given and true
        self.given += given
        self.true += true

    @property
    def share(self) -> float:
        """F1."""
        return 2 * self.hits / (self.given + self.true)

    def __str__(self) -> str:
        return f"{self.share:.3f}" if self.given or self.true else "-"


@dataclass
class Figures:
    """The figures of a corpus."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    shares: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    languages: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    texts: Counter[str] = field(default_factory=Counter)
    sure: dict[float, list[bool]] = field(default_factory=lambda: defaultdict(list))

    def add(self, texts: Iterable[Text], model: str) -> None:
        """Parse the texts with a model and count."""
        fitted = LineModel(model)
        with patch("newsextract.text.roles.line_model", lambda: fitted):
            for text in texts:
                article = parse_text(text.source)
                self.texts[text.language or "und"] += 1
                if "codes" in text.row:
                    self._add_lines(text, article)
                elif "gold" in text.row:
                    self._add_blocks(text, article)

    def _add_lines(self, text: Text, article: Article) -> None:
        parts = parts_of(article)
        starts = [part.start for part in parts]
        found = [parts[bisect_right(starts, start) - 1] for start, _ in lines(text.source)]
        codes = text.row["codes"]
        scored = [(code, part) for code, part in zip(codes, found, strict=True) if not code.endswith("?")]
        for code, part in scored:
            true, given = _coarse(code), _coarse(part.code)
            for name in ("HL", "SF", "BY", "TS", "H", "P", "L", "T", "Q", "F"):
                self.counts[name].add(given == name, true == name)
            self._add_heading(text, given in _HEADINGS, true in _HEADINGS, part.confidence)
            self.shares["lines right"].append(true == given)
            if true == given == "F":
                self.shares["furniture kind"].append(code == part.code)
        furniture = Count()
        for code, part in scored:
            furniture.add(_coarse(part.code) == "F", _coarse(code) == "F")
        if furniture.given or furniture.true:
            # A single list of links moves the furniture of all lines together by hundredths.
            self.shares["furniture, by text"].append(furniture.share)
        self.shares["document exact"].append(all(_coarse(code) == _coarse(part.code) for code, part in scored))
        self.shares["headline right"].append(_headlines(codes) == _headlines([part.code for part in found]))

    def _add_blocks(self, text: Text, article: Article) -> None:
        """Blocks count by kind and place; those that may be called either way are left out."""
        parts = {part.start: part for part in parts_of(article)}
        kinds = {"headline": "H", "heading": "H", "list_item": "LI", "ordered_item": "LO", "table": "T"}
        gold = [block for block in text.row["gold"] if block.get("start") is not None]
        exact = True
        for block in gold:
            if any(block.get(flag) for flag in FLAGS):
                continue
            part = parts.get(block["start"])
            given = "none" if part is None or part.end != block["end"] else _as_block(part.code)
            true = kinds.get(block["kind"], "P")
            for name in ("P", "LI", "LO", "T"):
                self.counts[name].add(given == name, true == name)
            self._add_heading(text, given == "H", true == "H", part.confidence if part else None)
            exact = exact and given == true
        self.shares["document exact"].append(exact)
        headline = article.headline
        first = next((block for block in gold if block["kind"] in ("headline", "heading")), None)
        self.shares["headline, contract"].append(
            (headline is None) if first is None else headline is not None and headline.start == first["start"]
        )

    def _add_heading(self, text: Text, given: bool, true: bool, confidence: float | None) -> None:
        for counts, name in ((self.counts, "headings"), (self.languages, text.language or "und")):
            counts[name].add(given, true)
        if given and confidence is not None:
            step = max((step for step in _STEPS if confidence >= step), default=0.0)
            self.sure[step].append(true)

    def __str__(self) -> str:
        lines = [f"  {sum(self.texts.values())} texts"]
        lines += [f"  {name:20} {count}" for name, count in sorted(self.counts.items())]
        lines += [f"  {name:20} {sum(found) / len(found):.3f}" for name, found in self.shares.items() if found]
        lines += [
            f"  headings, {language:10} {self.languages[language]}  ({count} texts)"
            for language, count in self.texts.most_common()
            if count >= _LEAST_TEXTS
        ]
        lines += [
            f"  of headings given {step:.1f} and more, right: {sum(found) / len(found):.2f} of {len(found)}"
            for step, found in sorted(self.sure.items())
        ]
        return "\n".join(lines)


def _coarse(code: str) -> str:
    code = SAME.get(code, code)
    return "F" if code[0] == "F" else code


def _as_block(code: str) -> str:
    """What a class is where there is no furniture."""
    if code in _HEADINGS:
        return "H"
    return code if code in ("LI", "LO", "T") else "P"


def _headlines(codes: Sequence[str]) -> list[int]:
    return [at for at, code in enumerate(codes) if code == "HL"]
