"""`newsextract report` in a browser: `make test-browser`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pages import Open, run, serious

pytest_plugins = ["chromium"]

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
HOSTILE = "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 2'> $\\alpha$ <!--"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over articles in many languages, hostile ones, and documents that fail with hostile names."""
    folder = tmp_path_factory.mktemp("report")
    texts = [path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "articles").glob("*.txt"))[::5]]
    rows: list[dict[str, object]] = []
    rows += [{"id": f"{HOSTILE}{at}", "text": f"{HOSTILE} {at}\n\n{text}"} for at, text in enumerate(texts)]
    rows += [{"id": HOSTILE, "text": 7, "language": HOSTILE}, {"id": HOSTILE, "text": "Rain.", "language": "x-y"}]
    dump = folder / "dump.jsonl"
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = folder / "<img src=x>"
    assert run("batch", dump, "-o", out, "-q") == 1
    assert run("report", out, "-o", folder / "report.html") == 0
    return folder / "report.html"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1400, 400])
def test_it_opens_without_a_network_and_is_accessible(report: Path, opened: Open, dark: bool, width: int) -> None:
    page = opened(report, dark=dark, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for plot in page.locator("figure svg").all():
        box = plot.bounding_box()
        assert box
        assert 100 < box["width"] <= width
    assert page.evaluate("window.ran") is None
    assert page.locator("img, body script").count() == 1  # the page's own
    for summary in page.locator("summary").all():
        summary.click()
    assert serious(page) == []


def test_the_plots_are_read_in_light_and_dark(report: Path, opened: Open) -> None:
    colours = []
    for dark in (False, True):
        label = opened(report, dark=dark).locator("figure svg text").first
        colours.append(label.evaluate("label => getComputedStyle(label).fill"))
    assert colours[0] != colours[1]


def test_the_samples_light_as_in_the_view_and_the_page_stays(report: Path, opened: Open) -> None:
    page = opened(report)
    view = page.locator(".view")
    view.scroll_into_view_if_needed()
    view.get_by_label("next article").click()
    shown = page.locator(".article:not([hidden])")
    part = shown.locator(".source .part").nth(2)
    part.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    part.hover()
    page.wait_for_timeout(200)
    assert shown.locator(".records .lit").count() >= 1
    assert page.evaluate("scrollY") == before
