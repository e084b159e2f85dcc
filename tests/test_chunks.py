"""Pieces for retrieval: nothing lost, nothing cut that must stay whole, everything in its place."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from conftest import ROOT
from newsextract import Article, Block, Chunk, InputError, ItemList, Standfirst, Table, chunks, parse_text
from newsextract.assemble.raw import pipe_row
from test_export_markdown import article, articles

FIXTURES = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
assert len(FIXTURES) >= 60

TEXT = """\
# Frost hits tea growers

Frost has damaged two farms in three since Tuesday, 4 February 2025. Pickers were sent home without pay. Nobody knows
when they can return to the fields, said the union.

## What it costs

The growers' union gave these figures for the districts that were hit:

- Limuru: 40 hectares, says the council of the town
- Kericho: 210 hectares, as of 3 February 2025

### By district

| District | Lost | Share |
| --- | --- | --- |
| Limuru | £3.1m | 71.4% |
| Kericho | £12m | 12% |
| Nandi | £1m | 3% |
"""


HOSTILE = ["a" * 300_000, "a. " * 100_000, "2024 " * 20_000, "- a\n" * 20_000, "| a | b |\n" * 20_000]


def spaceless(text: str) -> str:
    return "".join(text.split())


def whole_lines(given_article: Article) -> list[str]:
    """The items and rows, which must each stand in one chunk."""
    found = []
    for block in given_article.blocks:
        if isinstance(block, ItemList):
            found += [f"{item.marker or '-'} {item.text}" for item in block.items]
        elif isinstance(block, Table):
            found += [pipe_row(cell.text for cell in row) for row in block.rows]
    return found


def bodies(found: Article) -> list[Block | Standfirst]:
    return [*found.blocks, *([found.standfirst] if found.standfirst else [])]


@pytest.mark.parametrize("max_chars", [1, 40, 200, 1000, 10**9])
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_fixtures_are_cut_where_they_may_be(path: Path, max_chars: int) -> None:
    text = path.read_bytes().decode()
    found = parse_text(text)
    pieces = chunks(found, max_chars=max_chars)
    together = spaceless("".join(piece.text for piece in pieces))
    for paragraph in found.paragraphs:
        assert spaceless(paragraph.text) in together
    texts = [piece.text for piece in pieces]
    for line in whole_lines(found):
        assert any(line in text for text in texts), "a row or item was cut or lost"
    for piece in pieces:
        assert 0 <= piece.start < piece.end <= len(text)
        for date in piece.dates:
            assert date.start is not None
            assert piece.start <= date.start < piece.end
        if len(piece.text) > max_chars:  # one item, or one row with its header
            lines = [line for line in piece.text.splitlines() if line.strip()]
            assert lines[-1].strip() in [line.strip() for line in whole_lines(found)]
            assert len(lines) <= 4
    chunked = [date for piece in pieces for date in piece.dates]
    for date in found.dates:
        assert chunked.count(date) == any(block.start <= (date.start or 0) < block.end for block in bodies(found))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_chunk_that_is_the_sources_to_the_letter_has_its_exact_place(path: Path) -> None:
    text = path.read_bytes().decode()
    found = parse_text(text)
    exact = [block for block in found.paragraphs if text[block.start : block.end] == block.text]
    pieces = chunks(found, max_chars=120)
    for paragraph in exact:
        within = [piece for piece in pieces if paragraph.start <= piece.start and piece.end <= paragraph.end]
        assert [text[piece.start : piece.end] for piece in within] == [piece.text for piece in within]


@given(articles, st.integers(1, 120), st.integers(0, 60))
def test_any_article_can_be_cut(given_article: Article, max_chars: int, overlap: int) -> None:
    if overlap >= max_chars:
        overlap = 0
    pieces = chunks(given_article, max_chars=max_chars, overlap=overlap)
    lines = {line for block in whole_lines(given_article) for line in [block.strip()]}
    for piece in pieces:
        if len(piece.text) > max_chars:
            assert piece.text.rsplit("\n", 1)[-1].strip() in lines or "|" in piece.text
    texts = [piece.text for piece in pieces]
    for line in lines:
        assert any(line in text for text in texts)


def test_sections_headings_and_headers() -> None:
    found = chunks(parse_text(TEXT), max_chars=110)
    assert [piece.headings for piece in found] == [
        ("Frost hits tea growers",),
        ("Frost hits tea growers",),
        ("Frost hits tea growers", "What it costs"),
        ("Frost hits tea growers", "What it costs"),
        ("Frost hits tea growers", "What it costs", "By district"),
        ("Frost hits tea growers", "What it costs", "By district"),
    ]
    assert [piece.text for piece in found[-2:]] == [
        "| District | Lost | Share |\n| --- | --- | --- |\n| Limuru | £3.1m | 71.4% |\n| Kericho | £12m | 12% |",
        "| District | Lost | Share |\n| --- | --- | --- |\n| Nandi | £1m | 3% |",
    ]
    assert [date.value for date in found[0].dates] == ["2025-02-04"]
    assert [date.value for date in found[3].dates] == ["2025-02-03"]
    assert TEXT[found[3].start : found[3].end] == found[3].text
    assert TEXT[found[5].start : found[5].end].strip(" |\n") == "Nandi | £1m | 3%"


def test_the_overlap_is_of_whole_sentences() -> None:
    text = "Ships return\n\nOne came at dawn. Two came at noon. Three came at dusk. Four came at night.\n"
    found = chunks(parse_text(text), max_chars=40, overlap=20)
    assert [piece.text for piece in found] == [
        "One came at dawn. Two came at noon.",
        "Two came at noon. Three came at dusk.",
        "Three came at dusk. Four came at night.",
    ]
    assert [text[piece.start : piece.end] for piece in found] == [piece.text for piece in found]


@pytest.mark.parametrize(
    "sentences",
    [
        ["ዝናብ ሌሊቱን ሙሉ ዘነበ። ", "ወንዙ ከድልድዩ በላይ ሞላ። ", "ማንም አልተኛም።"],
        ["Ամբողջ գիշեր անձրև եկավ։ ", "Գետը բարձրացավ մինչև կամուրջը։ ", "Ոչ ոք չքնեց։"],
        ["সারা রাত বৃষ্টি হয়েছে। ", "নদীর জল সেতু পর্যন্ত বেড়েছে। ", "কেউ ঘুমায়নি।"],
        ["တစ်ညလုံး မိုးရွာသည်။ ", "မြစ်ရေ တံတားအထိ တက်သည်။", "ဘယ်သူမှ မအိပ်ပါ။"],
        ["ساری رات بارش ہوئی۔ ", "دریا پل تک چڑھ گیا۔ ", "کوئی نہ سویا۔"],
        ["Es hat die ganze Nacht geregnet. ", "„Das Wasser steht an der Brücke.“ ", "Niemand schlief."],
        ["So said A. Kimani of the U.S. office in town. ", "Why? ", "The river had risen."],
    ],
    ids=["am", "hy", "bn", "my", "ur", "de", "en"],
)
def test_a_paragraph_is_cut_between_its_sentences(sentences: list[str]) -> None:
    paragraph = {"type": "paragraph", "text": "".join(sentences), "start": 0, "end": len("".join(sentences))}
    found = chunks(Article.model_validate({"sections": [{"blocks": [paragraph]}]}), max_chars=max(map(len, sentences)))
    texts = [piece.text for piece in found]
    for sentence in sentences:
        assert any(sentence.strip() in text for text in texts), "a sentence was cut"
    assert len(texts) > 1


def test_writing_without_spaces_is_cut_behind_its_stops() -> None:
    text = "潮位が上がった\n\n" + "川の水が夜のうちに増えた。町の人はだれも眠らなかった。朝になって水は引いた。" * 3
    found = chunks(parse_text(text, language="ja"), max_chars=45)
    assert len(found) > 2
    assert all(piece.text.endswith("。") for piece in found)


def test_a_chunk_is_a_frozen_record() -> None:
    piece = chunks(parse_text(TEXT))[0]
    assert Chunk.model_validate_json(piece.model_dump_json()) == piece
    with pytest.raises(ValidationError):
        piece.text = ""


@pytest.mark.parametrize(
    ("given_article", "arguments", "message"),
    [
        ("Rain fell.", {}, "chunks takes an Article, not str"),
        (Article(), {"max_chars": 0}, "max_chars is 0; give a number of characters from 1 up"),
        (Article(), {"max_chars": "9"}, "max_chars is '9'"),
        (Article(), {"max_chars": 9, "overlap": 9}, "overlap is 9; give"),
        (Article(), {"overlap": -1}, "overlap is -1; give"),
        (Article(), {"max_chars": True}, "max_chars is True"),
        (Article(), {"max_chars": 9.0}, "max_chars is 9.0"),
        (Article(), {"overlap": False}, "overlap is False"),
    ],
)
def test_wrong_arguments_are_named(given_article: Any, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        chunks(given_article, **arguments)


def test_whole_numbers_of_other_libraries_are_taken() -> None:
    found = parse_text(TEXT)
    size: Any = np.int64(120)
    overlap: Any = np.uint8(30)
    assert chunks(found, max_chars=size, overlap=overlap) == chunks(found, max_chars=120, overlap=30)


def test_no_article_no_chunks() -> None:
    assert chunks(Article()) == ()
    assert chunks(article()) == ()


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "a. " * 100_000, "2024 " * 20_000, "- a\n" * 20_000, "| a | b |\n" * 20_000]
)
@pytest.mark.parametrize("max_chars", [7, 1000, 10**7])
def test_the_time_grows_with_the_text_alone(text: str, max_chars: int) -> None:
    found = parse_text("Ships return\n\n" + text)
    began = time.process_time()
    chunks(found, max_chars=max_chars, overlap=max_chars // 2)
    assert time.process_time() - began < 8
