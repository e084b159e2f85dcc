"""Blocks to an Article."""

from __future__ import annotations

from .article import Stated, assemble
from .head import mark_head, mark_repeats, mark_seconds
from .issues import issue
from .levels import set_levels
from .placing import lay_out

__all__ = ["Stated", "assemble", "issue", "lay_out", "mark_head", "mark_repeats", "mark_seconds", "set_levels"]
