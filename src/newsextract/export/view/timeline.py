"""The dates of an article on a line: a row for each value, drawn where and as long as it can be."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from statistics import median

from ...model import Article, Date
from .marks import Marks
from .records import date_chip
from .source import shown

__all__ = ["all_dates", "timeline"]

#: A stretch of time in which nothing begins or ends is drawn at most so many times as long as their median: a founding
#: year in a report of one week would leave no room for the week.
_LONGEST = 6
#: Ticks stand at least so far apart, in hundredths of the line: that is the room of a label.
_TICK_ROOM = 18
_YEARS, _MONTHS = 365 * 5, 100


def timeline(article: Article, marks: Marks) -> str:
    """The dates with bounds in order on one scale, the others below."""
    dates = all_dates(article)
    if not dates:
        return '<p class="none">There are none.</p>'
    rows: dict[tuple[dt.date, dt.date, str], list[Date]] = {}
    loose: list[Date] = []
    for date in dates:
        if date.earliest and date.latest and date.value:
            rows.setdefault((date.earliest, date.latest, date.value), []).append(date)
        else:
            loose.append(date)
    html = []
    if rows:
        scale = _Scale([bound for first, last, _ in rows for bound in (first.toordinal(), last.toordinal() + 1)])
        known = {"published": article.published, "modified": article.modified}
        names = {marks.of(date).number: name for name, date in known.items() if date}
        lines = "".join(_row(key, rows[key], scale, marks, names) for key in sorted(rows))
        html.append(f'<div class="timeline" style="{_grid(scale)}">{_axis(scale)}<ol>{lines}</ol></div>')
    if loose:
        chips = "".join(date_chip(date, marks.of(date)) for date in loose)
        html.append(f'<h3>Without a place on the line</h3><p class="chips">{chips}</p>')
    return "".join(html)


def all_dates(article: Article) -> list[Date]:
    """All dates, and those of publication and update where they stand nowhere in the text."""
    outside = [date for date in (article.published, article.modified) if date and date.start is None]
    return [*outside, *article.dates]


class _Scale:
    """Days to hundredths of the line, long empty stretches shortened."""

    def __init__(self, days: Sequence[int]) -> None:
        self.days = sorted(set(days))
        steps = [later - earlier for earlier, later in pairwise(self.days)]
        most = _LONGEST * median(steps)
        self._at = [0, *accumulate(min(step, most) for step in steps)]
        self.breaks = [self.days[number] for number, step in enumerate(steps) if step > most]

    def __call__(self, day: int) -> float:
        """Where one of the days is."""
        return 100 * self._at[bisect_right(self.days, day) - 1] / self._at[-1]


def _ticks(scale: _Scale) -> list[tuple[float, str]]:
    """Places and labels: days on which something begins or ends, as fine as the whole is long."""
    whole = scale.days[-1] - scale.days[0]
    fine = 4 if whole > _YEARS else 7 if whole > _MONTHS else 10
    found: list[tuple[float, str]] = []
    for day in scale.days[:-1]:
        label = dt.date.fromordinal(day).isoformat()[:fine]
        if found and (scale(day) - found[-1][0] < _TICK_ROOM or label == found[-1][1]):
            continue
        found.append((scale(day), label))
    return [each for each in found if each[0] <= 100 - _TICK_ROOM / 2 or each is found[0]]


def _axis(scale: _Scale) -> str:
    labels = "".join(f'<span style="--from:{at:.2f}%">{label}</span>' for at, label in _ticks(scale))
    note = "<small>Empty stretches are shortened.</small>" if scale.breaks else ""
    return f'<div class="axis"><span></span><div class="track">{labels}</div>{note}</div>'


def _grid(scale: _Scale) -> str:
    """A line through all rows at each tick, as one background for all of them."""
    lines = (
        f"linear-gradient(to right,transparent {at:.2f}%,var(--line) 0,var(--line) calc({at:.2f}% + 1px),transparent 0)"
        for at, _ in _ticks(scale)
    )
    return f"--ticks:{','.join(lines)}"


def _row(
    key: tuple[dt.date, dt.date, str], dates: Sequence[Date], scale: _Scale, marks: Marks, names: Mapping[int, str]
) -> str:
    first, last, value = key
    at = scale(first.toordinal())
    width = scale(last.toordinal() + 1) - at
    chips = "".join(date_chip(date, marks.of(date), "text") for date in dates)
    called = [names[number] for date in dates if (number := marks.of(date).number) in names]
    name = "".join(f"<small>{each}</small>" for each in called)
    return (
        f'<li><b>{shown(value)}{name}</b><span class="track"><i style="--from:{at:.2f}%;--for:{width:.2f}%"></i></span>'
        f'<span class="chips">{chips}</span></li>'
    )
