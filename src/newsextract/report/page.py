"""The page of a run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from ..batch.tally import counted, duration
from ..export.view.page import page, view
from ..export.view.source import shown
from ..extras import extra
from . import plots
from .figures import OTHERS, Failures, Figures, count
from .run import Run, open_run
from .samples import samples

__all__ = ["report_page"]

_SAMPLES = 10
#: Languages that are named; the others are one bar.
_MOST_BARS = 14
#: Characters of a message that are shown.
_MOST_MESSAGE = 400
#: A plot of months leaves out this share of the dates, the earliest and the latest, and shows at most so many: one date
#: in 1066 would make all others a line.
_MOST_MONTHS = 240
_OUTSIDE = 0.05
#: How sizes are put together: each bin begins here and ends before the next.
_BINS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100)


def report_page(folder: Path) -> str:
    """The run in a folder as one page that needs no network; the same run gives the same page.

    Raises InputError where there is no run, one of its files is damaged, or matplotlib is not installed.
    """
    extra("matplotlib", "report", "plots")
    run = open_run(folder)
    figures = count(run)
    drawn = samples(run, figures.shard_sizes, _SAMPLES)
    name = folder.resolve().name
    body = Template((files(__package__) / "parts" / "report.html").read_text(encoding="utf-8")).substitute(
        name=shown(name),
        style=(files(__package__) / "parts" / "report.css").read_text(encoding="utf-8"),
        notice=_notice(run, figures),
        tiles=_tiles(run, figures),
        plots=_plots(figures),
        failures=_failures(figures.failures),
        issues=_issues(figures),
        origin=_origin(run),
        samples=_samples(run, figures, view(drawn) if drawn else ""),
    )
    return page(f"{name}: report", body, css="report")


def _notice(run: Run, figures: Figures) -> str:
    if not run.is_done:
        text = "This run is not finished. What follows is what it has kept so far; the same batch command goes on."
    elif not figures.articles and not figures.failures.kinds:
        text = "This run is empty: its inputs hold no documents."
    elif not figures.articles:
        text = "No document gave an article. The failures below say why."
    else:
        return ""
    return f'<p class="notice">{text}</p>'


def _tiles(run: Run, figures: Figures) -> str:
    failed = figures.failures.kinds.total()
    tiles = [("articles", f"{figures.articles:,}"), ("failures", f"{failed:,}"), ("dates", f"{figures.dates:,}")]
    if counts := run.counts:
        seconds = max(counts.seconds, 1e-9)
        tiles.insert(0, ("documents", f"{counts.documents:,}"))
        tiles += [
            ("of input", f"{counts.bytes / 1e6:,.1f} MB"),
            ("of work", duration(counts.seconds)),
            ("documents a second", f"{counts.documents / seconds:,.0f}"),
            ("MB a second", f"{counts.bytes / seconds / 1e6:.2f}"),
        ]
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in tiles)


def _plots(figures: Figures) -> str:
    shown_months, outside = _months(figures.months)
    loose = figures.dates - figures.months.total()
    notes = [f"outside these months: {outside:,}"] if outside else []
    notes += [f"vaguer than a month, or without a value: {loose:,}"] if loose else []
    cards = [
        _card("Languages", _most(figures.languages), plots.bars, "as detected or given; und: too little text to tell"),
        _card("Blocks", dict(figures.blocks.most_common()), plots.bars, f"{figures.blocks.total():,} in all"),
        _card("Dates by month", dict(shown_months), lambda _, name: plots.months(shown_months, name), "; ".join(notes)),
        _card("Blocks an article", _binned(figures.blocks_each), plots.columns, ""),
        _card("Rows a table", _binned(figures.table_rows), plots.columns, counted(figures.table_rows.total(), "table")),
        _card("Columns a table", _binned(figures.table_columns), plots.columns, ""),
        _card("Items a list", _binned(figures.list_items), plots.columns, counted(figures.list_items.total(), "list")),
    ]
    return "".join(cards)


def _card(name: str, values: Mapping[str, int], draw: Any, note: str) -> str:
    """A plot with its figures below, for who cannot see it or wants them exact."""
    if not values:
        return ""
    lines = "".join(f"<tr><th scope='row'>{shown(key)}</th><td>{value:,}</td></tr>" for key, value in values.items())
    return (
        f'<figure class="card"><figcaption><h2>{name}</h2><p>{note}</p></figcaption>{draw(values, name)}'
        f"<details><summary>Figures</summary><table>{lines}</table></details></figure>"
    )


def _most(counter: Counter[str]) -> dict[str, int]:
    named = dict(counter.most_common(_MOST_BARS))
    others = counter.total() - sum(named.values())
    return {**named, f"{len(counter) - len(named)} others": others} if others else named


def _binned(sizes: Counter[int]) -> dict[str, int]:
    """Sizes put together, from the least on to the last that there is.

    >>> _binned(Counter({0: 1, 2: 5, 6: 1, 7: 2}))
    {'0': 1, '1': 0, '2': 5, '3': 0, '4': 0, '5': 0, '6–7': 3}
    """
    bins = {"0": sizes[0]} if sizes[0] else {}
    for first, behind in zip(_BINS, (*_BINS[1:], None), strict=True):
        name = f"{first}+" if behind is None else str(first) if behind == first + 1 else f"{first}–{behind - 1}"
        inside = (size for size in sizes if size >= first and (behind is None or size < behind))
        bins[name] = sum(sizes[size] for size in inside)
    while bins and not [*bins.values()][-1]:
        bins.popitem()
    return bins


def _months(counter: Counter[str]) -> tuple[list[tuple[str, int]], int]:
    """The months from the first to the last that count, empty ones too, and how many dates lie outside."""
    if not counter:
        return [], 0
    numbers = {int(month[:4]) * 12 + int(month[5:7]) - 1: number for month, number in counter.items()}
    ordered = sorted(numbers)
    spare = counter.total() * _OUTSIDE / 2
    first, last = ordered[0], ordered[-1]
    for edge in (ordered, ordered[::-1]):
        passed = 0.0
        for month in edge:
            passed += numbers[month]
            if passed > spare:
                break
        first, last = (month, last) if edge is ordered else (first, month)
    first = max(first, last - _MOST_MONTHS + 1)
    found = [(f"{month // 12:04}-{month % 12 + 1:02}", numbers.get(month, 0)) for month in range(first, last + 1)]
    return found, counter.total() - sum(number for _, number in found)


def _failures(failures: Failures) -> str:
    if not failures.kinds:
        return '<p class="none">There are none.</p>'
    rows = []
    for kind, number in failures.kinds.most_common():
        examples = "".join(
            _example(failures.examples[kind, reason], alike, is_one_reason=reason != OTHERS)
            for reason, alike in failures.reasons[kind].most_common()
        )
        rows.append(f"<section><h3>{shown(kind)} <small>{number:,}</small></h3><ul>{examples}</ul></section>")
    return "".join(rows)


def _example(row: Mapping[str, Any], alike: int, *, is_one_reason: bool) -> str:
    """The first failure for a reason, and how many there are."""
    more = f" and {alike - 1:,} more {'like it' if is_one_reason else 'for other reasons'}" if alike > 1 else ""
    return (
        f"<li><bdi>{shown(str(row.get('source') or row.get('input') or 'no name'))}</bdi>{more}"
        f"<p>{shown(str(row.get('message') or '')[:_MOST_MESSAGE])}</p></li>"
    )


def _issues(figures: Figures) -> str:
    lines = "".join(
        f"<tr><th scope='row'><code>{shown(code)}</code></th><td>{number:,}</td></tr>"
        for code, number in figures.issues.most_common()
    )
    return f"<h2>Issues</h2><table>{lines}</table>" if lines else ""


def _origin(run: Run) -> str:
    if not run.manifest:
        return "<p>There is no manifest: what the run was given and how long it took is not known.</p>"
    inputs = run.inputs
    told = {name: run.manifest.get(name) for name in ("options", "versions")}
    names = "".join(f"<li><bdi>{shown(name)}</bdi></li>" for name in inputs[:50])
    more = f"<li>and {len(inputs) - 50:,} more</li>" if len(inputs) > 50 else ""
    return f"<pre>{shown(json.dumps(told, indent=1, ensure_ascii=False))}</pre><h3>Inputs</h3><ul>{names}{more}</ul>"


def _samples(run: Run, figures: Figures, drawn: str) -> str:
    if not drawn:
        return ""
    number = min(_SAMPLES, figures.articles)
    titled = "One article" if number == 1 else f"{number} articles"
    lost = " Tables that join hold no furniture and no issues, so none is shown." if run.is_tidy else ""
    return (
        f"<h2>{titled} at random</h2><p>A run does not keep the sources: on the left is the raw form that "
        f"<code>to_text</code> makes of the records.{lost}</p>{drawn}"
    )
