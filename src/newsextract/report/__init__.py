"""A run of `batch` as a page: what it has done, what failed, what its articles are like, and ten of them."""

from __future__ import annotations

from .page import report_page

__all__ = ["report_page"]
