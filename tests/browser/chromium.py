"""A real browser without a network, and pages in it that must ask for nothing and complain of nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from pages import Open

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
#: It says nothing to anybody, and needs neither a screen nor a sandbox of its own (root has none).
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing: make test-browser installs it, or says how"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens a file: `opened(path, dark=True, width=400)`. At the end no page may have asked for anything else, nor have
    written to the console, nor opened a dialogue."""
    pages: list[Page] = []
    wrong: list[str] = []

    def open_(path: Path, *, dark: bool = False, width: int = 1400, height: int = 900, anchor: str = "") -> Page:
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", offline=True
        )
        pages.append(page)
        own = path.as_uri()

        def asked(request: Request) -> None:
            if request.url.partition("#")[0] != own:
                wrong.append(f"asked: {request.url}")

        def dialogue(dialog: Dialog) -> None:
            wrong.append(f"dialogue: {dialog.message}")
            dialog.dismiss()

        page.on("request", asked)
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", dialogue)
        page.goto(own + anchor)
        return page

    yield open_
    for page in pages:
        page.close()
    assert not wrong
