"""Whether a text was hard-wrapped, and at which width: in such a text most lines end where the next word would not have
fitted; in any other they end where a paragraph or heading does, far from any common width."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import category

from ..writing import CLOSERS, FIRST_WIDE, SENTENCE_END, is_unspaced, sentence_ends
from .lines import GAP, TEXT, Line
from .markers import BULLETS, MARKER_FIRSTS, marker_of

__all__ = ["Wrap", "find_wrap", "join_lines"]

#: Widths that people and programs wrap at: 32 (old newsletters in narrow columns) to 120.
_NARROWEST, _WIDEST = 32, 120
#: Of the breaks without a blank line, how many must be forced by one width, and how many there must be at all.
_LEAST_SHARE = 0.5
_LEAST_FORCED = 3
#: Between characters of scripts without spaces any break will do, but closing marks are kept off the head of a line and
#: programs differ about the width of quotation marks.
_UNSPACED_SLACK = 3
#: Where there are characters that take two columns, programs count columns, or characters, or each character as a wide
#: one.
_DOUBLED = 2
_NO_WAYS: tuple[int, ...] = ()
_ALL_WAYS = (0, 1, _DOUBLED)
_COUNTS = ((0,), (1,), (_DOUBLED,))
#: A width that few breaks show must be one that people use.
_LEAST_FEW_WIDTH = 55
#: Short lines of Chinese and Japanese that say the same of several things ("周六：多云，18到26度") are as long as each
#: other: of a narrow width it takes more to tell.
_LEAST_NARROW = 6
#: In news most paragraphs have two lines, and every other break is a paragraph's end: without blank lines fewer tell,
#: if nearly all of them fall within a sentence.
_LEAST_SURE = 0.25
#: Of the forced breaks, how many must fall within a sentence, which short lines of their own do not.
_LEAST_WITHIN = 0.25
#: Scripts without capitals show only whether the line above ended in a stop, which tells less.
_LEAST_WITHIN_WIDE = 0.5
#: Where nearly no break falls before a small letter: how many of the lines must end in no stop, and how many of the
#: breaks one width must force.
_LEAST_UNSTOPPED, _LEAST_SURE_SHARE = 0.6, 0.9
#: Without blank lines all of a text was wrapped or nothing was: how many forced breaks outweigh a line that is longer.
_FORCED_TO_LONGER = 2
#: Some programs keep words together ("14. Mai") and break early; such a line is nearly full and goes on in
#: mid-sentence.
_NEARLY = 0.8
_MARKS = frozenset("|-*•·▪◦‣>#+")
#: A line of prose that was broken has so many characters at least.
_LEAST_BROKEN = 60
#: Lines one below the other that both have one of these are rows.
_CELL_MARKS = (" | ", "\t")
#: Of the marks of items a dash may head a line by chance ("an address / – the third – that"), but not behind an end.
_BULLETS, _DASHES = frozenset(BULLETS), "-–"
_ENDS = tuple(SENTENCE_END + ":;：；")
#: An address that is too long for the line may leave little on it ("via:").
_ADDRESS = ("http://", "https://", "www.")
_LETTER_ENDS = (")", ".")
_MARKER_FIRSTS = frozenset(MARKER_FIRSTS)
#: A word of another script ends where one of these characters follows it.
_WORD = re.compile(r"[\s\u2e80-\uabff\uf900-\U0010ffff]")
#: Characters of scripts without capitals: from Hebrew to Burmese, Hangul and Ethiopic, Khmer, all of East Asia.
_CASELESS = re.compile("[\u0590-\u109f\u1100-\u139f\u1780-\u17ff\u2e80-\uffff\U00020000-\U0003ffff]")
#: Marks that Chinese and Japanese share with other scripts, and write without spaces too.
_SHARED_MARKS = frozenset("“”‘’—…·")
#: Between a letter or digit of another script and a character of these some texts have a space, most have none.
_TIGHT = re.compile(r"[0-9A-Za-z][\u3000-\u9fff]|[\u3000-\u9fff][0-9A-Za-z]")
_LOOSE = re.compile(r"[0-9A-Za-z] [\u3000-\u9fff]|[\u3000-\u9fff] [0-9A-Za-z]")


class Wrap(NamedTuple):
    """How a text was wrapped."""

    width: int
    """In columns."""
    ways: tuple[int, ...]
    """How it is counted: see `_COUNTS`."""

    def forced(self, above: Line, line: Line) -> bool:
        """Whether the break between two lines is the width's doing: the first word of `line` would not have fitted
        above."""
        text = line.text
        if line.gap or not text:
            return False
        if text[1:2] == " " and text[0] in _BULLETS and (text[0] not in _DASHES or above.text.endswith(_ENDS)):
            return False
        width = self.width
        ranges = _widths(above, line, self.ways)
        for least, most in ranges:
            if least <= width <= most:
                return True
        least = ranges[0][0]
        if least > width:
            return " " not in above.text and above.text[0] < FIRST_WIDE  # an address that could not be broken
        return least >= width * _NEARLY and _in_mid_sentence(above, line)


def find_wrap(lines: list[Line]) -> Wrap | None:
    """The width that explains the most breaks, if it explains enough of them."""
    parted = any(map(GAP, lines))
    if not parted and _are_paragraphs(lines):
        return None
    breaks = _Breaks(lines, parted)
    if not breaks.may_be_forced():
        return None
    best = breaks.best_width()
    if not breaks.show(best):
        return None
    wrap = breaks.wrap_at(best)
    return wrap if breaks.bear_out(wrap, best.forced) else None


def _are_paragraphs(lines: list[Line]) -> bool:
    """Whether so many lines are longer than any width that they are what those of most texts are, a paragraph each."""
    longer = sum(len(text) > _WIDEST for text in map(TEXT, lines))
    return longer * (1 + _FORCED_TO_LONGER) > len(lines)


class _Best(NamedTuple):
    """The width that explains the most breaks."""

    forced: int
    """How many."""
    width: int
    widest: int
    """The least and the most that it may be."""
    ways: tuple[int, ...]
    """How it is counted."""


class _Breaks:
    """The breaks of a text that no blank line and no mark explains."""

    def __init__(self, lines: list[Line], parted: bool) -> None:
        self.lines = lines
        self.parted = parted
        """Whether blank lines part the blocks: then whatever stands without one is a break within a block."""
        self.pairs = [pair for pair in pairwise(lines) if not pair[1].gap and not _is_marked(*pair)]
        self.going_on = [
            _in_mid_sentence(above, line) or (parted and _is_broken_prose(above, line)) for above, line in self.pairs
        ]
        """Of each, whether one sentence plainly goes on over it."""
        self.unstopped = sum(_is_unstopped(above) for above, _ in self.pairs) if parted else 0
        self.wide = any(line.text[:1] >= FIRST_WIDE for line in lines)
        self.in_one_way = self.wide and not parted
        """One program wrapped all of a text, and counted in one way. In files from several hands, blank lines part
        them."""

    @property
    def least(self) -> int:
        """How many breaks one width must force. Where all go on a few will do."""
        count = len(self.pairs)
        all_go_on = (self.unstopped == count and any(self.going_on)) or (self.parted and all(self.going_on))
        return 1 if all_go_on else _LEAST_FORCED

    @property
    def before_names(self) -> bool:
        """Whether the lines may go on though they begin with capitals, as names do, and in German all nouns: where
        these head the lines, the lines above end in no stop."""
        return self.unstopped >= max(1, len(self.pairs) * _LEAST_UNSTOPPED)

    def may_be_forced(self) -> bool:
        """Whether enough lines are of a length to be broken at, and go on; most texts fail, and it is cheap to ask."""
        fitting = sum(
            _NARROWEST // 2 <= above.end - above.start <= _WIDEST or line.text.startswith(_ADDRESS)
            for above, line in self.pairs
        )
        if fitting < max(self.least, len(self.pairs) * _LEAST_SHARE):
            return False
        return self.before_names or sum(self.going_on) >= max(1, len(self.pairs) * _LEAST_SHARE * _LEAST_WITHIN)

    def best_width(self) -> _Best:
        """The width that forces the most of them, of several the wider one as far as that tells."""
        counts = _COUNTS if self.in_one_way else (_ALL_WAYS,) if self.wide else (_NO_WAYS,)
        found = [_Best(*_best_width(self.pairs, ways), ways) for ways in counts]
        return max(found, key=lambda best: (best.forced, min(best.widest, _LEAST_FEW_WIDTH)))

    def show(self, best: _Best) -> bool:
        """Whether it forces enough of them, and hardly a line is longer."""
        forced, count = best.forced, len(self.pairs)
        if forced < max(self.least, count * (_LEAST_SHARE if self.parted else _LEAST_SURE)):
            return False
        are_many = forced >= (_LEAST_NARROW if self.in_one_way else _LEAST_FORCED)
        if not are_many and best.widest < _LEAST_FEW_WIDTH:
            return self.parted and forced == count and _are_sentences(self.pairs)
        return self.parted or forced >= _FORCED_TO_LONGER * sum(
            _is_longer(line, best.width, best.ways) for line in self.lines
        )

    def wrap_at(self, best: _Best) -> Wrap:
        """How the text was wrapped. The longest line that any of these widths has room for shows what there was room
        for, where it is counted in characters."""
        width = best.width
        if not best.ways:
            width = max([width, *(length for line in self.lines if (length := _length(line)) <= best.widest)])
        return Wrap(width, best.ways)

    def bear_out(self, wrap: Wrap, forced: int) -> bool:
        """Whether enough of the breaks that the width forces fall within a sentence."""
        within = sum(goes_on for pair, goes_on in zip(self.pairs, self.going_on, strict=True) if wrap.forced(*pair))
        count = len(self.pairs)
        if not self.parted and forced < count * _LEAST_SHARE:
            return within >= max(_LEAST_FORCED, forced * _NEARLY)
        if within >= forced * (_LEAST_WITHIN_WIDE if self.wide else _LEAST_WITHIN):
            return True
        return self.before_names and forced >= count * _LEAST_SURE_SHARE


def _are_sentences(pairs: list[tuple[Line, Line]]) -> bool:
    """Whether no line but the last of each block ends in a stop, and that does: each block is a sentence, of which few
    lines and a narrow width may be all that there is."""
    inner = {above.start for above, _ in pairs}
    return all(
        _is_unstopped(above) and (line.start in inner or line.text.rstrip(CLOSERS)[-1:] in SENTENCE_END)
        for above, line in pairs
    )


def _is_marked(above: Line, line: Line) -> bool:
    """Whether a line is a row, an item or a quotation, or says who spoke; a number may head a line by chance, but not
    behind a stop or below another item."""
    text = line.text
    first = text[:1]
    if first in _MARKS or (first == "—" and above.text[:1] == ">"):
        return True
    if any(mark in text and mark in above.text for mark in _CELL_MARKS):
        return True
    marker = marker_of(text) if first in _MARKER_FIRSTS or text[1:2] in _LETTER_ENDS else None
    if marker is None:
        return False
    return marker.number is None or not _is_unstopped(above) or marker_of(above.text) is not None


def _in_mid_sentence(above: Line, line: Line) -> bool:
    """Whether one sentence plainly goes on from line to line: it ended in no stop and goes on in no capital."""
    if line.text.startswith(_ADDRESS):
        return _is_unstopped(above) or above.text[-1:] in ":："
    first = line.text[:1]
    if first.islower():
        return not above.text.endswith(_ENDS)
    # Among a script without capitals those of another, as of names, begin no sentence.
    capital = first.isupper() and not (_CASELESS.search(above.text) and _CASELESS.search(line.text))
    return _is_unstopped(above) and not capital and first not in '"“„«([' and not _is_bulleted(line)


def _is_broken_prose(above: Line, line: Line) -> bool:
    """Whether a line ends in the middle of its second sentence or a later one, which the line below ends: whatever that
    begins with, as it may with a name, and in German with any noun."""
    return (
        len(above.text) >= _LEAST_BROKEN
        and _is_unstopped(above)
        and line.text.rstrip(CLOSERS)[-1:] in SENTENCE_END
        and not _is_bulleted(line)
        and next(sentence_ends(above.text), None) is not None
    )


def _is_bulleted(line: Line) -> bool:
    return line.text[:1] in _BULLETS and line.text[1:2] == " "


def _is_unstopped(line: Line) -> bool:
    last = line.text[-1:]
    # Arabic and Indic words may end in a vowel's sign, which is no letter.
    return last.isalnum() or last in ",，、،" or category(last or " ")[0] == "M"


def _is_longer(line: Line, width: int, ways: tuple[int, ...]) -> bool:
    """Whether a line is longer than the width, though it could have been broken: no row of a table and no address."""
    least = min(_widths(line, line, ways))[0]
    return least > width and "|" not in line.text and not any(map(line.text.__contains__, _ADDRESS))


def _best_width(pairs: list[tuple[Line, Line]], ways: tuple[int, ...]) -> tuple[int, int, int]:
    """How many breaks the best width explains, and the least and most that it may be: a sweep over the widths that
    would explain each."""
    steps = [0] * (_WIDEST + 2)
    for above, line in pairs:
        end = _NARROWEST - 1  # of the widths that are counted for this break
        ranges = _widths(above, line, ways)
        for least, most in sorted(ranges) if ways else ranges:
            if most > end and least <= _WIDEST:
                steps[max(least, end + 1)] += 1
                end = min(most, _WIDEST)
                steps[end + 1] -= 1
    covered = list(accumulate(steps))
    forced = max(covered)
    # Of several ranges the widest, of which the others may be halves.
    width = widest = len(covered) - 1 - covered[::-1].index(forced)
    while width and covered[width - 1] == forced:
        width -= 1  # the least of a range is what a line fills
    return forced, width, widest


def _widths(above: Line, line: Line, ways: tuple[int, ...]) -> list[tuple[int, int]]:
    """The ranges of widths, least and most, any of which would have forced the break between two lines, each by one way
    of counting."""
    length = above.indent + above.end - above.start
    text = line.text
    if text[:1] == ">":
        text = text.lstrip("> ")  # a quotation's mark is no word
    if not ways:
        space = text.find(" ")
        return [(length, length + (len(text) if space < 0 else space))]
    first = text[:1]
    unspaced = is_unspaced(first)
    if unspaced:
        word = first
    elif ways == _ALL_WAYS:
        word = text.partition(" ")[0]  # some programs know no place for a break but spaces
    else:
        word = _WORD.split(text, maxsplit=1)[0]
    slack = _UNSPACED_SLACK if unspaced else 0
    columns, doubled = above.indent + _columns(above.text), 2 * length - above.indent
    ranges = (
        (columns, columns + _columns(word) + slack),
        (length, length + len(word) + slack),
        (doubled, doubled + 2 * (len(word) + slack)),
    )
    return [ranges[way] for way in ways if way != _DOUBLED or columns > length or ways != _ALL_WAYS]


def _length(line: Line) -> int:
    return line.indent + line.end - line.start


def _columns(text: str) -> int:
    """
    >>> _columns("北京 5")
    6
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(character >= FIRST_WIDE for character in text)


def join_lines(parts: list[str]) -> str:
    """Lines of one paragraph as one: with a space, but none between characters of scripts written without spaces.

    >>> join_lines(["two of", "them"]), join_lines(["北京的", "天气"])
    ('two of them', '北京的天气')
    >>> join_lines(["在2022年8", "月"]), join_lines(["在 2022 年 8", "月"])
    ('在2022年8月', '在 2022 年 8 月')
    """
    pieces: list[str] = []
    tight: bool | None = None
    for part in filter(None, parts):
        if pieces:
            spaced = _is_spaced(pieces[-1][-1], part[0])
            if spaced is None:
                spaced = not (tight := _is_tight(parts) if tight is None else tight)
            if spaced:
                pieces.append(" ")
        pieces.append(part)
    return "".join(pieces)


def _is_spaced(last: str, first: str) -> bool | None:
    """Whether a space stands between the last character of a line and the first of the next; None if the paragraph
    must show it."""
    left, right = is_unspaced(last), is_unspaced(first)
    if left == right:
        return not left
    other = first if left else last
    if other in _SHARED_MARKS:
        return False
    return None if other.isascii() and other.isalnum() else True


def _is_tight(parts: list[str]) -> bool:
    """Whether a paragraph shows that it has no spaces where scripts meet."""
    return any(map(_TIGHT.search, parts)) and not any(map(_LOOSE.search, parts))
