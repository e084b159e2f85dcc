"""Plots as pieces of SVG for a page: drawn by matplotlib, coloured and set by the page's own style."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..extras import extra

__all__ = ["bars", "columns", "months"]

#: Colours that nobody would choose, each with the page's own that takes its place: they follow light and dark.
_INK, _SOFT, _LINE, _FILL = "#010203", "#010204", "#010205", "#010206"
_STYLE = {_INK: "var(--ink)", _SOFT: "var(--soft)", _LINE: "var(--line)", _FILL: "var(--fill, var(--head))"}
_SETTINGS = {
    "svg.fonttype": "none",  # text stays text: small, and read aloud
    "text.parse_math": False,  # a name may hold a dollar
    "font.size": 10,
    "text.color": _INK,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": _SOFT,
    "ytick.color": _INK,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}
_WIDTH = 5.6
_MOST_TICKS = 8


def bars(values: Mapping[str, int], name: str) -> str:
    """Lengths by name, the first on top."""

    def draw(axes: Any) -> None:
        names = [*values]
        drawn = axes.barh(range(len(names)), [*values.values()], color=_FILL, height=0.7)
        axes.bar_label(drawn, [f"{value:,}" for value in values.values()], padding=4, color=_SOFT)
        axes.set_yticks(range(len(names)), names)
        axes.invert_yaxis()
        axes.tick_params(left=False)
        axes.set_xticks([])
        axes.margins(x=0.16, y=0.02)
        axes.spines[["bottom", "left"]].set_visible(False)

    return _svg(draw, name, height=0.5 + 0.27 * len(values))


def columns(values: Mapping[str, int], name: str) -> str:
    """Heights by name, side by side."""

    def draw(axes: Any) -> None:
        names = [*values]
        axes.bar(range(len(names)), [*values.values()], color=_FILL, width=0.8)
        axes.set_xticks(range(len(names)), names, fontsize=10 if len(names) < 9 else 7.5)
        _count_axis(axes)

    return _svg(draw, name)


def months(values: Sequence[tuple[str, int]], name: str) -> str:
    """Heights of months that follow each other without a gap: ("2024-05", 12)."""

    def draw(axes: Any) -> None:
        axes.bar(range(len(values)), [value for _, value in values], color=_FILL, width=1 if len(values) > 60 else 0.85)
        years = [at for at, (month, _) in enumerate(values) if month.endswith("-01")]
        is_long = len(years) > 2
        ticks = years if is_long else [*range(len(values))]
        ticks = ticks[:: -(-len(ticks) // _MOST_TICKS)]
        axes.set_xticks(ticks, [values[at][0][: 4 if is_long else 7] for at in ticks])
        axes.margins(x=0.01)
        _count_axis(axes)

    return _svg(draw, name)


def _count_axis(axes: Any) -> None:
    ticker = extra("matplotlib.ticker", "report", "plots")
    axes.yaxis.set_major_locator(ticker.MaxNLocator(4, integer=True))
    axes.yaxis.set_major_formatter(ticker.StrMethodFormatter("{x:,.0f}"))
    axes.tick_params(bottom=False, left=False, labelcolor=_SOFT)
    axes.grid(axis="y", color=_LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)


def _svg(draw: Callable[[Any], None], name: str, height: float = 2.4) -> str:
    matplotlib = extra("matplotlib", "report", "plots")
    figure_module = extra("matplotlib.figure", "report", "plots")
    out = io.StringIO()
    # The salt makes the names inside one plot the same in every run, and other than those of the plots beside it.
    with matplotlib.rc_context({**_SETTINGS, "svg.hashsalt": name}):
        figure = figure_module.Figure(figsize=(_WIDTH, height), layout="constrained")
        draw(figure.subplots())
        figure.savefig(out, format="svg", metadata={"Date": None})
    return _for_page(out.getvalue(), name)


def _for_page(svg: str, name: str) -> str:
    """The element alone, as wide as its place, with the page's fonts and colours, and with names of its own."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>|<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r' (?:width|height)="[\d.]+pt"', "", svg, count=2)
    svg = re.sub(r"font: ([\d.]+px) [^;\"]*", r"font-size: \1", svg)
    key = re.sub(r"\W", "", name)
    svg = re.sub(r'(id="|url\(#|href="#)', rf"\g<1>{key}-", svg)
    for colour, own in _STYLE.items():
        svg = svg.replace(colour, own)
    return svg.replace("<svg", f'<svg role="img" aria-label="{name}"', 1)
