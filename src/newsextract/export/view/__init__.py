"""Articles as one page for a browser: the source with every span marked beside the records, each lighting the other."""

from __future__ import annotations

from .page import Shown, view_page

__all__ = ["Shown", "view_page"]
