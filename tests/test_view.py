"""`newsextract view`: the page, without a browser. What a browser makes of it: `make test-browser`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import html as lxml_html

from conftest import ROOT
from newsextract import Article, ItemList, Paragraph, Table, parse_file, parse_text, to_text
from newsextract.export.view import Shown, view_page
from newsextract.export.view.marks import Mark
from newsextract.export.view.relaid import relaid
from newsextract.export.view.source import source_pane
from newsextract.export.view.timeline import all_dates
from newsextract.files import decode
from test_export_html import HOSTILE, each_fixture
from test_export_markdown import article, articles, item, item_list, paragraph, quote, table
from test_properties import PROFILE, TEXT

MIXED = ROOT / "fixtures" / "articles" / "mix-of-everything.txt"
RAGGED = ROOT / "fixtures" / "articles" / "table-ragged.txt"


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", "-m", "newsextract", "view", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False)


def page(*shown: Shown) -> Any:
    return lxml_html.document_fromstring(view_page(shown))


def of(found: Article, source: str | None = None) -> Any:
    return page(Shown(found, to_text(found) if source is None else source, "a.txt"))


def source_of(root: Any) -> str:
    return str(root.xpath("string(//section[contains(@class, 'source')]/div[@class='scroll'])"))


def in_browser(text: str) -> str:
    """A text as an element shows it: newlines of all systems are one, and controls have signs."""
    text = re.sub("\r\n?", "\n", text)
    return re.sub("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "*", text)


def check_source(source: str, root: Any) -> None:
    signs = "[\u2400-\u2421\ufffd]"
    assert re.sub(signs, "*", source_of(root)) == re.sub(signs, "*", in_browser(source))


@each_fixture
def test_every_record_of_the_fixtures_is_on_both_sides(path: Path) -> None:
    found = parse_file(path)
    source = decode(path.read_bytes(), path.name) if path.suffix == ".txt" else to_text(found)
    root = of(found, source)
    check_source(source, root)
    records: list[Any] = [*found.blocks, *found.furniture, *found.dates, *found.issues]
    records += [each for block in found.lists for each in block.items]
    records += [cell for block in found.tables for row in block.rows for cell in row]
    spans = {(each.start, each.end) for each in records}
    shown = root.xpath("//section[contains(@class, 'records')]//*[@data-n]")
    assert {(each.get("data-span")) for each in shown} >= {f"{a}–{b}" for a, b in spans if a is not None}
    texts = {each.get("data-n"): "" for each in shown}
    for each in root.xpath("//section[contains(@class, 'source')]//*[@data-n]"):
        texts[each.get("data-n")] += each.text_content()
    for each in shown:
        if each.get("data-span"):
            start, end = map(int, each.get("data-span").split("–"))
            marked = texts[each.get("data-n")].strip()
            assert marked == in_browser(source[start:end]).strip() or "\x0b" in source[start:end]


@PROFILE
@given(TEXT)
def test_no_character_of_any_text_is_left_out(text: str) -> None:
    check_source(text, of(parse_text(text), text))


def test_spans_that_cross_are_cut_and_go_on() -> None:
    marks = [
        Mark(1, "paragraph", "", "", 0, 10),
        Mark(2, "date", "", "", 1, 5),
        Mark(3, "issue", "", "", 3, 14),
        Mark(4, "paragraph", "", "", 11, 20),
        Mark(5, "cell", "", "", 7, 7),
    ]
    html = re.sub(' (class|data-label|dir)="[^"]*"', "", source_pane("0123456789\nabcdefghij", marks))
    assert html == (
        '<div><div data-n="1">0<span data-n="2">12<span data-n="3">34</span></span>'
        '<span data-n="3">56<span data-n="5"></span>789</span>\n</div>'
        '<div data-n="4"><span data-n="3">abc</span>defghi</div><div>j</div></div>'
    )


@pytest.mark.parametrize(
    "text", [*HOSTILE, "</script><script>alert(1)</script>", "$title ${script} \u2028 \ufeff", "a\ud800b"]
)
def test_hostile_text_stays_text(text: str) -> None:
    found = article(
        paragraph(text),
        item_list({**item(text, marker=text), "label": text}),
        table([text], [text], caption=text),
        quote(text, text),
        headline={"text": text, "start": None, "end": None},
        byline={"text": text},
        language=text,
        source=text,
        url=text,
        published={"text": text, "value": text, "precision": "day", "earliest": "2024-05-03", "latest": "2024-05-03"},
        authors=[text],
        issues=[{"code": text, "message": text}],
    )
    written = view_page([Shown(found, text, text), Shown(found, text, text)])
    plain = page(Shown(article(), "", "a"), Shown(article(), "", "a"))
    root: Any = lxml_html.document_fromstring(written)
    assert len(root.xpath("//script")) == len(root.xpath("//style")) == 1
    assert root.xpath("string(//script)") == plain.xpath("string(//script)")
    assert not root.xpath("//img | //@src | //@href[. != 'data:,'] | //@*[starts-with(name(), 'on')]")
    assert not root.xpath("//comment()")


def test_a_page_asks_for_nothing_and_says_so() -> None:
    written = view_page([Shown(parse_file(MIXED), MIXED.read_text(encoding="utf-8"), "a")])
    assert "default-src 'none'; script-src 'sha256-" in written
    assert "http:" not in written
    assert "https:" not in written


def test_dates_stand_on_one_line_in_order() -> None:
    found = parse_text(
        "The mill was founded in 1850. It burnt on 3 May 2024, was rebuilt by 7 May 2024, and opens in spring 2025 "
        "or, the mayor said, on Tuesday. A fire in May 2024 was not the first: one was in 1850."
    )
    root = of(found)
    rows = root.xpath("//div[@class='timeline']//li")
    assert [row.xpath("string(b)") for row in rows] == ["1850", "2024-05", "2024-05-03", "2024-05-07"]
    assert [len(row.xpath("span[@class='chips']/span")) for row in rows] == [2, 1, 1, 1]
    bars = [re.findall(r"[\d.]+", row.xpath("string(.//i/@style)")) for row in rows]
    starts, lengths = [float(start) for start, _ in bars], [float(length) for _, length in bars]
    assert starts == sorted(starts)
    assert lengths[1] > lengths[2]
    assert starts[-1] + lengths[-1] <= 100
    shown = root.xpath("//div[contains(@id, '-dates')]//span[@data-n]")
    assert len(shown) == len(all_dates(found))


def test_the_published_date_is_named_and_marked_once() -> None:
    root = of(parse_text("Ships return\n\nBy Bo Li, 3 May 2024\n\nThe first came on 3 May 2024, at dawn.\n"))
    assert root.xpath("string(//div[@class='timeline']//small)") == "published"
    fact = root.xpath("//dl[@class='facts']//span[@data-n]")[0]
    assert fact.get("data-path") == "dates[0]"


def test_an_empty_article_is_shown() -> None:
    assert "There is nothing in it." in view_page([Shown(parse_text(""), "", "empty.txt")])


def test_files_are_written_to_one_page_and_failures_named(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = run(MIXED, tmp_path / "missing.txt", ROOT / "fixtures" / "pages" / "table-spans.html", "-o", out)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"newsextract: {tmp_path / 'missing.txt'}: no such file; check the path\n"
    root: Any = lxml_html.document_fromstring(out.read_bytes())
    assert len(root.xpath("//article")) == len(root.xpath("//option")) == 2
    assert root.xpath("//article/@hidden") == [""]
    numbers = [each.xpath("string(@data-n)") for each in root.xpath("//article[1]//*[@data-n]")]
    assert not {*numbers} & {*root.xpath("//article[2]//@data-n")}


def test_standard_input_and_output_will_do() -> None:
    done = run("-", "-o", "-", stdin="Größe zählt\n\nDer Hafen öffnete am 3. Mai 2024.\n".encode("utf-16"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Größe zählt" in done.stdout.decode()
    assert b"2024-05-03" in done.stdout


def test_options_reach_the_parser() -> None:
    text = b"The harbour reopened on Tuesday after ten days of storms, the council said.\n"
    assert b"<b>2025-02-04</b>" in run("-", "-o", "-", "--published", "2025-02-07", stdin=text).stdout
    assert b"<dd>en-GB</dd>" in run("-", "-o", "-", "--language", "en-GB", stdin=text).stdout


def test_wrong_use_is_exit_2_and_writes_nothing(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes(MIXED.read_bytes())
    assert run(text).returncode == 2
    assert run("-o", tmp_path / "b.html").returncode == 2
    assert run(text, "-o", tmp_path / "b.html", "--published", "soon").returncode == 2
    done = run(text, "-o", text)
    assert done.returncode == 2
    assert b"is one of the files to read" in done.stderr
    assert text.read_bytes() == MIXED.read_bytes()
    assert not (tmp_path / "b.html").exists()


def test_a_page_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    out = tmp_path / "no" / "page.html"
    done = run(RAGGED, "-o", out)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        f"newsextract: {out}: cannot be written (No such file or directory); give another path with -o\n"
    )
    done = run(tmp_path / "missing.txt", "-o", tmp_path / "page.html")
    assert done.returncode == 1
    assert not (tmp_path / "page.html").exists()


@each_fixture
def test_an_article_without_its_source_is_laid_out_anew(path: Path) -> None:
    found = parse_file(path)
    text, moved = relaid(found)
    assert text == to_text(found)
    if path.suffix == ".html":
        assert moved.model_dump(exclude={"issues"}) == found.model_dump(exclude={"issues"})
    for block in moved.blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                marked = f"{item.marker or '-'} {item.text}"
                assert text[item.start : item.end] in (marked, marked if item.marker else item.text)
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                assert text[cell.start : cell.end].replace("\\|", "|") == cell.text
        elif isinstance(block, Paragraph):
            assert text[block.start : block.end] == block.text
    for date in moved.dates:
        assert date.start is None or text[date.start : date.end] == date.text
    placed = [date.start for date in moved.dates if date.start is not None]
    assert len(placed) >= 0.95 * len([date for date in found.dates if date.start is not None])
    check_source(text, of(moved, text))


@given(articles)
def test_any_article_can_be_laid_out_anew(given_article: Article) -> None:
    text, moved = relaid(given_article)
    check_source(text, of(moved, text))
