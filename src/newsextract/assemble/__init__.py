"""Blocks to an Article."""

from __future__ import annotations

from .article import assemble
from .issues import issue
from .publication import Published

__all__ = ["Published", "assemble", "issue"]
