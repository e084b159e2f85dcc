"""Whether a text was hard-wrapped, and at which width: in such a text most lines end where the next word would not have
fitted; in any other they end where a paragraph or heading does, far from any common width."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import NamedTuple

from .lines import Line

__all__ = ["Wrap", "find_wrap"]

#: Widths that people and programs wrap at: 32 (old newsletters in narrow columns) to 120.
_NARROWEST, _WIDEST = 32, 120
#: Of the breaks without a blank line, how many must be forced by one width, and how many there must be at all.
_LEAST_SHARE = 0.5
_LEAST_FORCED = 3
#: Between characters of scripts without spaces any break will do, but closing marks are kept off the head of a line and
#: programs differ about the width of quotation marks.
_UNSPACED_SLACK = 3
#: A width that few breaks show must be one that people use.
_LEAST_FEW_WIDTH = 55
#: Of the forced breaks, how many must fall within a sentence, which short lines of their own do not.
_LEAST_WITHIN = 0.25
#: Some programs keep words together ("14. Mai") and break early; such a line is nearly full and goes on in
#: mid-sentence.
_NEARLY = 0.8
#: Lines that begin like this are rows, items and quotes, whatever the line above.
_MARKS = frozenset("|-*•·▪◦‣>#")


class Wrap(NamedTuple):
    """How a text was wrapped."""

    width: int
    wide: bool
    """Whether the width is in columns, of which a Chinese, Japanese or Korean character takes two."""

    def forced(self, above: Line, line: Line) -> bool:
        """Whether the break between two lines is the width's doing: the first word of `line` would not have fitted
        above."""
        if line.gap or not line.text:
            return False
        least, most = _widths(above, line, self.wide)
        if least > self.width:
            return " " not in above.text  # an address that could not be broken
        return self.width <= most or (least >= self.width * _NEARLY and _in_mid_sentence(above, line))


def find_wrap(lines: list[Line]) -> Wrap | None:
    """The width that explains the most breaks, if it explains enough of them."""
    if sum(line.end - line.start > _WIDEST for line in lines) * 2 > len(lines):
        return None  # what most texts are: a paragraph a line
    pairs = [(above, line) for above, line in pairwise(lines) if not line.gap and line.text[:1] not in _MARKS]
    within = sum(_NARROWEST // 2 <= above.end - above.start <= _WIDEST for above, _ in pairs)
    # Where blank lines part the blocks, whatever stands without one is a break within a block: a few of them will do.
    going_on = [_in_mid_sentence(above, line) for above, line in pairs]
    least = 1 if all(going_on) and _has_gaps(lines) else _LEAST_FORCED
    if within < max(least, len(pairs) * _LEAST_SHARE):
        return None
    if sum(going_on) < max(1, len(pairs) * _LEAST_SHARE * _LEAST_WITHIN):
        return None  # the cheapest of the three conditions, which most texts fail
    measures = [False, True] if any(line.text[:1] >= "\u2e80" for line in lines) else [False]
    forced, width, wide = max((*_best_width(pairs, wide), wide) for wide in measures)
    if forced < max(least, len(pairs) * _LEAST_SHARE) or (forced < _LEAST_FORCED and width < _LEAST_FEW_WIDTH):
        return None
    wrap = Wrap(width, wide)
    within = sum(goes_on for (above, line), goes_on in zip(pairs, going_on, strict=True) if wrap.forced(above, line))
    return wrap if within >= forced * _LEAST_WITHIN else None


def _in_mid_sentence(above: Line, line: Line) -> bool:
    """Whether one sentence plainly goes on from line to line: it ended in no stop and goes on in no capital."""
    first = line.text[:1]
    return (above.text[-1:].isalnum() or above.text[-1:] in ",，、") and not first.isupper() and first not in '"“„«(['


def _has_gaps(lines: list[Line]) -> bool:
    return any(line.gap for line in lines)


def _best_width(pairs: list[tuple[Line, Line]], wide: bool) -> tuple[int, int]:
    """How many breaks the best width explains, and that width: a sweep over the widths that would explain each."""
    steps = [0] * (_WIDEST + 2)
    for above, line in pairs:
        least, most = _widths(above, line, wide)
        if most >= _NARROWEST and least <= _WIDEST:
            steps[max(least, _NARROWEST)] += 1
            steps[min(most, _WIDEST) + 1] -= 1
    covered = list(accumulate(steps))
    forced = max(covered)
    return forced, covered.index(forced)


def _widths(above: Line, line: Line, wide: bool) -> tuple[int, int]:
    """The widths, least and most, that would have forced the break between two lines."""
    length = above.indent + (_columns(above.text) if wide else above.end - above.start)
    first = line.text[:1]
    if first >= "\u2e80" and not "\uac00" <= first <= "\ud7a3":  # Korean is written with spaces
        return length, length + (2 if wide else 1) + _UNSPACED_SLACK
    word = line.text.partition(" ")[0]
    return length, length + (_columns(word) if wide else len(word))


def _columns(text: str) -> int:
    """
    >>> _columns("北京 5")
    6
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(character >= "\u2e80" for character in text)
