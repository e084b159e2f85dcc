"""Tables whose columns lost most of the spaces between them: a name and figures, as in those of a league."""

from __future__ import annotations

import re

from ..blocks import Block, Page, Wire
from ..lines import Line, clean
from .rows import table_block

__all__ = ["LEAST_ROWS", "figure_rows"]

_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[+\-−–]?[0-9][0-9.,:]{0,11}%?")
#: Fewer figures are a score, a date or a price; and so many rows are no accident.
_LEAST_FIGURES, LEAST_ROWS = 3, 3
#: Words of a name and characters of a row at most.
_NAME_WORDS, _LONGEST_ROW = 5, 100


def figure_rows(page: Page, at: int) -> tuple[Block, int] | None:
    """Rows of a name and figures, as many in each, with spaces between them; the names of the columns may stand above,
    a word each."""
    lines = page.lines
    first = at
    count = _figures(lines[at])
    if not count and at + 1 < len(lines):
        count, first = _figures(lines[at + 1]), at + 1
        if lines[at].text.count(" ") != count or count == 0 or lines[first].gap:
            return None
    if count < _LEAST_FIGURES:
        return None
    end = first
    while end < len(lines) and _figures(lines[end]) == count and (end == first or not lines[end].gap):
        end += 1
    if end - first < LEAST_ROWS:
        return None
    rows = [_row(page, line, count) for line in lines[at:end]]
    return table_block(page, at, end, rows, header=first > at), end


def _figures(line: Line) -> int:
    """How many figures a line ends in, behind a name of a few words; 0 for any other."""
    text = line.text
    if not text or text[-1] not in "0123456789%" or len(text) > _LONGEST_ROW:
        return 0
    words = text.split(" ")
    name = len(words)
    while name and _FIGURE.fullmatch(words[name - 1]) is not None:
        name -= 1
    return len(words) - name if 0 < name <= _NAME_WORDS and words[0][0].isalpha() else 0


def _row(page: Page, line: Line, figures: int) -> list[Wire]:
    words = [(word.start(), word.end()) for word in _WORD.finditer(page.source, line.start, line.end)]
    spans = [(words[0][0], words[-figures - 1][1]), *words[-figures:]]
    return [{"text": clean(page.source[start:end]), "value": None, "start": start, "end": end} for start, end in spans]
