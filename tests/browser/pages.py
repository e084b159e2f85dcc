"""What the tests of pages share: how they are made, opened and judged."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Open = Callable[..., Page]
"""The fixture `opened`."""


def run(*arguments: str | Path) -> int:
    """The command line, as a user runs it; answers its exit code."""
    command = [sys.executable, "-m", "newsextract", *map(str, arguments)]
    return subprocess.run(command, timeout=300, check=False).returncode


def serious(page: Page) -> list[str]:
    """What axe finds that is serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"][:3]
    ]
