"""Blocks to an Article."""

from __future__ import annotations

from .article import assemble

__all__ = ["assemble"]
