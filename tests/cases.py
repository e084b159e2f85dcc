"""Files of cases: a text, the parts that it has, and where that is not enough, details of its records.

    @@@ Title of the case
    the text, as many lines as it has
    @@ with {"language": "en-GB"}       arguments of parse_text as JSON; left out where there are none
    @@ parts
    the outline of `outline.py`; its last line, `language:`, only where the case is about it
    @@ details
    dates.*.value = ["2024-03", null]   a path from the article, * for each of a tuple, and the value as JSON

A line of a text cannot begin with @@. What an editor would spoil or hide is written by the signs of `SIGNS`. Blank
lines before a mark are not part of the text; where they are meant, the sign for a newline writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsextract import Article, parse_text
from outline import outline

#: Pictures of characters, which no text here means themselves.
SIGNS = str.maketrans(
    {
        "␉": "\t",
        "␍": "\r",
        "␊": "\n",
        "␀": "\0",
        "␠": " ",
        "⍽": "\u00a0",
        "␁": "\ufeff",
        "␂": "\u200b",
        "␃": "\u200f",
        "␄": "\u061c",
    }
)


@dataclass
class Case:
    """A text and what is expected of it."""

    title: str
    text: str
    parts: str
    arguments: dict[str, Any] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)

    def parse(self) -> Article:
        """The article that the text gives."""
        return parse_text(self.text, **self.arguments)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in its order; no title stands twice."""
    cases = list(_cases(path.read_text(encoding="utf-8")))
    assert len({case.title for case in cases}) == len(cases), path
    return cases


def _cases(source: str) -> Iterator[Case]:
    _, *chunks = ("\n" + source).split("\n@@@ ")
    for chunk in chunks:
        head, *blocks = chunk.split("\n@@ ")
        title, _, text = head.partition("\n")
        case = Case(title, text.rstrip("\n").translate(SIGNS), "")
        for block in blocks:
            name, _, body = block.partition("\n")
            if name == "parts":
                case.parts = body.strip("\n").translate(SIGNS)
            elif name == "details":
                pairs = [line.partition(" = ") for line in body.split("\n") if line]
                case.details = {path: json.loads(value) for path, _, value in pairs}
            else:
                assert name.startswith("with "), f"{title}: {name}"
                case.arguments = json.loads(name.removeprefix("with "))
        yield case


def parts_of(article: Article, case: Case) -> str:
    """The article's outline, without the language unless the case names one."""
    lines = outline(article).rstrip("\n").split("\n")
    if "language: " not in case.parts:
        lines.pop()
    return "\n".join(lines)


def look(value: Any, path: str) -> Any:
    """What stands at a path in a record, as JSON holds it.

    >>> look({"rows": ({"text": "a"}, {"text": "b"})}, "rows.*.text")
    ['a', 'b']
    """
    step, _, rest = path.partition(".")
    if not step:
        return json.loads(json.dumps(value, default=str))
    if step == "*":
        return [look(each, rest) for each in value]
    if isinstance(value, dict):
        return look(value[step], rest)
    return look(value[int(step)] if step.isdigit() else getattr(value, step), rest)
