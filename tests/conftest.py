"""What all tests share: where the fixtures are, and how long Hypothesis may take."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings

# A first call loads locale tables, and a shared machine may be slow: time is the benchmark's subject, not this one's.
# The same examples each time, so that a change is judged by what it changes; the thorough profile looks for new ones.
settings.register_profile("newsextract", deadline=None, derandomize=True)
settings.load_profile("newsextract")

ROOT = Path(__file__).resolve().parent.parent
