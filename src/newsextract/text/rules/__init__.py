"""The rules that read blocks off lines, in the order in which they are asked."""

from __future__ import annotations

from string import ascii_letters

from ..blocks import Page, Rule
from ..lines import TEXT
from ..markers import MARKER_FIRSTS
from .aligned import aligned_table
from .cell_lines import cell_a_line
from .figures import LEAST_ROWS, figure_rows
from .files import fenced_code, front_matter
from .lists import dash_list, item_list, lettered_list
from .lone_markers import lone_dashes, lone_numbers
from .marks import bare_line, heading_mark, quote, rule_line, underlined_heading
from .tables import grid_table, pipe_table, tab_table, wide_pipe_table

__all__ = ["RULES"]


def _has_figures_at_ends(page: Page) -> bool:
    """Whether some lines end in a figure, as rows of figures do."""
    return sum(text[-1:] in "0123456789%" for text in map(TEXT, page.lines)) >= LEAST_ROWS


def _has_gaps(page: Page) -> bool:
    """Whether several spaces stand together somewhere, of which some may not break."""
    return "   " in page.source or any(gap in page.source for gap in ("\u00a0 ", " \u00a0", "\u00a0\u00a0"))


RULES = (
    Rule(front_matter, first="-"),
    Rule(fenced_code, first="`~"),
    Rule(cell_a_line, needs=lambda page: "|" in page.source),
    Rule(pipe_table, needs=lambda page: "|" in page.source),
    Rule(grid_table, first="+"),
    Rule(tab_table, needs=lambda page: "\t" in page.source),
    Rule(wide_pipe_table, needs=lambda page: "｜" in page.source),
    Rule(aligned_table, needs=_has_gaps),
    Rule(figure_rows, needs=_has_figures_at_ends),
    Rule(lone_dashes, needs=lambda page: 1 in map(len, map(TEXT, page.lines))),
    Rule(lone_numbers, first="0123456789("),
    Rule(rule_line, never=ascii_letters),
    Rule(quote, first=">"),
    Rule(heading_mark, first="#*_"),
    Rule(item_list, first=MARKER_FIRSTS),
    Rule(lettered_list, first=ascii_letters, needs=lambda page: ")" in page.source or "b. " in page.source),
    Rule(dash_list, first="—"),
    Rule(underlined_heading, needs=lambda page: "---" in page.source or "===" in page.source),
    Rule(bare_line),
)
"""The first that answers wins; the last always does."""
