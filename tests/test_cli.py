"""The command line, as a person at a terminal and a script see it."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsextract import Article, cli

TEXT = "Ships return to port\nThe harbour reopened on Tuesday after ten days of storms, the council said.\n"
COMMAND = [sys.executable, "-m", "newsextract"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, env=environment, timeout=60, check=False
    )


def test_json_is_one_line_an_article_when_piped(article: Path) -> None:
    done = run("parse", article, article)
    assert (done.returncode, done.stderr) == (0, b"")
    records = [Article.model_validate_json(line) for line in done.stdout.splitlines()]
    assert [record.source for record in records] == [str(article)] * 2
    assert run("parse", "--format", "jsonl", article, article).stdout == done.stdout


def test_json_is_indented_on_a_terminal(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")  # no colours
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert cli.run(["parse", str(article)]) == 0
    shown = capsys.readouterr().out
    assert shown.count("\n") > 10
    assert json.loads(shown)["source"] == str(article)


@pytest.mark.parametrize(
    "how", [["--explain"], *(["--format", form] for form in ("markdown", "text", "html", "jsonld"))]
)
def test_a_text_cannot_command_the_terminal(
    how: list[str], article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article.write_text(f"\x1b]0;owned\x07{TEXT}\n\x1b[2JRain fell.\x9b31m\n", encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert cli.run(["parse", *how, str(article)]) == 0
    shown = capsys.readouterr().out
    assert "Ships return to port" in shown
    assert not {"\x1b", "\x07", "\x9b"} & {*shown}


def test_what_goes_to_a_file_is_left_as_it_is(article: Path) -> None:
    article.write_text(f"{TEXT}\nRain\x07 fell.\n", encoding="utf-8")
    assert b"Rain\x07 fell." in run("parse", "--format", "text", article).stdout


def test_standard_input_is_a_file(article: Path) -> None:
    done = run("parse", "-", stdin=TEXT.encode("utf-16"))
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert record["source"] == "-"
    of_file = json.loads(run("parse", article).stdout)
    assert {**record, "source": None} == {**of_file, "source": None}
    for data in (TEXT.encode(), b"<!DOCTYPE html><h1>Rain</h1><p>It rained all day, and the harbour was closed.</p>"):
        assert run("parse", "-", stdin=gzip.compress(data)).stdout == run("parse", "-", stdin=data).stdout


def test_options_reach_the_parser(article: Path) -> None:
    done = run("parse", "--language", "en-GB", "--published", "2025-02-07", article)
    record = json.loads(done.stdout)
    assert record["language"] == "en-GB"
    assert record["published"]["value"] == "2025-02-07"
    article.write_text("The council backed the reforms.The vote was close, and it took all night.\n")
    assert b"reforms. The" in run("parse", "--repair", article).stdout
    assert b"reforms. The" not in run("parse", article).stdout


def test_readable_forms_are_utf8_whatever_the_locale(article: Path) -> None:
    article.write_text("# Größe zählt\n\nDer Hafen öffnete nach zehn Tagen wieder, sagte der Rat.\n", encoding="utf-8")
    for form in ("markdown", "text"):
        one = run("parse", "--format", form, article)
        assert one.returncode == 0
        assert "Größe zählt" in one.stdout.decode()
        name = f"<!-- {article} -->\n\n".encode() if form == "markdown" else b""
        two = run("parse", "--format", form, article, article)
        assert two.stdout == name + one.stdout + b"\n" + name + one.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_no_locale_is_too_small_for_what_is_written(encoding: str, article: Path) -> None:
    small = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    article.write_text("# “Größe” zählt…\n\nDer Hafen öffnete nach zehn Tagen wieder.\n", encoding="utf-8")
    commands: list[list[str | Path]] = [["parse", "--explain", article], ["show", article], ["parse", "--help"]]
    for command in commands:
        done = subprocess.run([*COMMAND, *map(str, command)], capture_output=True, env=small, check=False)
        assert (done.returncode, done.stderr) == (0, b""), command
        assert done.stdout == run(*command).stdout


def test_no_file_name_ends_the_comment_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "a --> b\n.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = run("parse", "--format", "markdown", path, path).stdout.decode()
    assert shown.startswith(f"<!-- {tmp_path}/a --&gt; b .txt -->\n\n#")


def test_each_input_that_fails_is_named_in_one_line_and_the_others_are_parsed(article: Path, tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)))
    pdf = tmp_path / "print.pdf"
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    page = tmp_path / "picture.html"
    page.write_bytes(bytes(range(256)))
    cut = tmp_path / "cut.html.gz"
    cut.write_bytes(gzip.compress(b"<p>" + bytes(range(256)) * 20)[:-20])
    done = run("parse", tmp_path / "missing.txt", article, tmp_path, binary, pdf, page, cut, article)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.decode().splitlines() == [
        f"newsextract: {tmp_path / 'missing.txt'}: no such file; check the path",
        f"newsextract: {tmp_path}: is a directory; name the files in it",
        f"newsextract: {binary}: is binary data, not text; if it is text, save it as UTF-8",
        f"newsextract: {pdf}: is a PDF; extract its text first",
        f"newsextract: {page}: is binary data, not a page; give HTML",
        f"newsextract: {cut}: the gzip ends too early; fetch the file again",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "--format", "xml", "a.txt"],
        ["parse", "--published", "soon", "a.txt"],
        ["parse", "--explain", "--format", "json", "a.txt"],
        ["parse", "--explain", "--repair", "a.txt"],
        ["parse", "--explain", "--published", "2025-02-07", "a.txt"],
        ["nothing"],
        ["--nothing"],
    ],
)
def test_wrong_use_is_exit_2_with_a_hint(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Usage: newsextract" in done.stderr
    assert b"Error: " in done.stderr


@pytest.mark.parametrize("day", ["soon", "20250207", "2025-W06-5", "2025-038"])
def test_a_day_that_is_none_is_told_how_to_write_one(day: str) -> None:
    error = run("parse", "--published", day, "a.txt").stderr.decode()
    assert f"--published {day}: is no day as YYYY-MM-DD; give one such as 2025-02-07" in error


def test_a_file_in_place_of_a_command_is_told_what_was_meant(article: Path) -> None:
    spaced = article.rename(article.with_name("an article.txt"))
    done = run(spaced, "--format", "text")
    assert done.returncode == 2
    assert f"is no command; to parse it: newsextract parse '{spaced}' --format text" in done.stderr.decode()
    assert b"newsextract parse -\n" in run("-").stderr
    assert b"No such command 'missing.txt'" in run("missing.txt").stderr


def test_a_dump_is_read_as_one_article_and_said_to_be(article: Path) -> None:
    dump = article.rename(article.with_name("a dump.jsonl"))
    for command in ("parse", "show"):
        done = run(command, dump)
        assert done.returncode == 0
        remedy = f"for a dump of many: newsextract batch '{dump}' -o FOLDER"
        assert done.stderr.decode() == f"newsextract: {dump}: is read as one article; {remedy}\n"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_crawl_is_said_to_be_one_whatever_its_name(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "crawl"
    path.write_bytes(pack(b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 10\r\n\r\nRain fell.\r\n\r\n"))
    assert f"for a dump of many: newsextract batch {path} -o FOLDER" in run("parse", path).stderr.decode()


@pytest.mark.parametrize("command", [["parse"], ["show"], ["view", "-o", "a.html"], ["batch", "-o", "out"]])
def test_standard_input_is_read_once(command: list[str]) -> None:
    done = run(*command, "-", "-", stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Error: '-' is there 2 times; standard input can be read once\n" in done.stderr


def test_help_and_version() -> None:
    for arguments in (["--help"], ["-h"], ["parse", "--help"], ["schema", "--help"]):
        done = run(*arguments)
        assert (done.returncode, done.stderr) == (0, b"")
    assert b"Examples:" in run("parse", "--help").stdout
    version = run("--version")
    assert version.returncode == 0
    assert version.stdout.startswith(b"newsextract ")


def test_schema_is_json() -> None:
    done = run("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)["title"] == "Article"


def test_a_closed_pipe_is_quiet(article: Path) -> None:
    files = " ".join([str(article)] * 400)
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m newsextract parse {files} | head -n 1; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (141, b"")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_line(article: Path) -> None:
    for command in (["parse", article], ["parse", *[article] * 100], ["schema"], ["--help"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([*COMMAND, *map(str, command)], stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1, command
        message = b"newsextract: standard output: cannot be written (No space left on device)\n"
        assert done.stderr == message, command


@pytest.mark.parametrize(
    ("closed", "message"),
    [
        ("<&-", b"newsextract: standard input: cannot be read (it is closed)\n"),
        (">&-", b"newsextract: standard output: is closed; send it to /dev/null if it is not wanted\n"),
    ],
)
def test_what_the_shell_has_closed_is_one_line(closed: str, message: bytes) -> None:
    command = ["bash", "-c", f"{sys.executable} -m newsextract parse - {closed}"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, message)


def test_ctrl_c_is_quiet(article: Path) -> None:
    code = (
        "import sys, newsextract.api as api\n"
        "from newsextract.__main__ import main\n"
        "def interrupt(*_, **options): raise KeyboardInterrupt\n"
        "api.parse_bytes = interrupt\n"
        f"sys.argv = ['newsextract', 'parse', {str(article)!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_error_of_another_file_is_not_told_of_standard_output(article: Path) -> None:
    code = (
        "import sys, newsextract.api as api\n"
        "from newsextract.__main__ import main\n"
        "api.parse_bytes = lambda *_, **options: open('no/such/file.txt')\n"
        f"sys.argv = ['newsextract', 'parse', {str(article)!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    message = b"newsextract: no/such/file.txt (No such file or directory)\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", message)


@pytest.mark.parametrize("module", ["newsextract", "newsextract.cli"])
def test_nothing_heavy_is_imported_before_it_is_used(module: str) -> None:
    heavy = {"pydantic", "rich", "dateparser", "lxml", "bs4"}
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_help_answers_at_once() -> None:
    """At most 100 ms of processor time over an empty program, by the best of a few runs."""
    run("--help")  # compiles the bytecode where that was not done yet
    empty = min(_cpu_seconds([sys.executable, "-c", "pass"]) for _ in range(5))
    assert min(_cpu_seconds([*COMMAND, "--help"]) for _ in range(5)) - empty < 0.1


def _cpu_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_explain_says_of_each_part_what_it_is_and_why(article: Path) -> None:
    done = run("parse", "--explain", article)
    assert (done.returncode, done.stderr) == (0, b"")
    headline, paragraph = done.stdout.decode().splitlines()
    assert "headline" in headline
    assert "Ships return to port" in headline
    assert "paragraph" in paragraph
    missing = run("parse", "--explain", article.with_name("missing.txt"), article)
    assert missing.returncode == 1
    assert missing.stderr.count(b"\n") == 1
    assert missing.stdout == done.stdout


def test_html_is_one_page_of_all_articles_and_jsonld_an_object_each(article: Path) -> None:
    page = run("parse", "--format", "html", article, article).stdout.decode()
    assert page.startswith(f'<!doctype html>\n<meta charset="utf-8">\n<title>{article}</title>\n<article lang="en"')
    assert (page.count("<title>"), page.count("<article")) == (1, 2)
    assert "<title>Ships return to port</title>" in run("parse", "--format", "html", article).stdout.decode()
    known = json.loads(run("parse", "--format", "jsonld", article).stdout)
    assert (known["@type"], known["headline"]) == ("NewsArticle", "Ships return to port")
