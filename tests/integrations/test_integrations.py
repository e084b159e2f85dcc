"""Articles as documents of LangChain, LlamaIndex and Haystack, in the real packages: `make test-integrations`."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import os
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

import pytest

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"

from haystack import Pipeline
from haystack.components.writers import DocumentWriter
from haystack.dataclasses import ByteStream
from haystack.document_stores.in_memory import InMemoryDocumentStore
from langchain_core.embeddings import DeterministicFakeEmbedding
from langchain_core.vectorstores import InMemoryVectorStore
from llama_index.core import MockEmbedding, SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.schema import MetadataMode
from llama_index.core.vector_stores import FilterOperator, MetadataFilter, MetadataFilters
from llama_index.core.vector_stores.utils import node_to_metadata_dict

import newsextract as nx
from conftest import ROOT
from document_examples import run_examples
from newsextract.integrations import pieces
from newsextract.integrations.haystack import NewsExtractConverter
from newsextract.integrations.langchain import NewsExtractLoader
from newsextract.integrations.llama_index import NewsExtractReader

FROST = """\
Frost hits tea growers
By Ada Kimani | 7 February 2025
Frost has damaged two farms in three since Tuesday, and pickers were sent home without pay.
What it costs
The growers' union gave these figures for the districts that were hit:
District | Lost | Since
Limuru | £3.1m | 3 February
Kericho | £12m | n/a
"""
SHIPS = "<h1>Ships return</h1><p>By Bo Li, 3 May 2024<p>The first ship came at dawn, and the harbour has reopened.</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "frost.txt").write_text(FROST, encoding="utf-8")
    (tmp_path / "ships.html").write_text(SHIPS, encoding="utf-8")
    with gzip.open(tmp_path / "dump.jsonl.gz", "wt", encoding="utf-8") as dump:
        for row in ({"id": "a1", "text": "Rain fell on Monday.", "date": "2025-02-07"}, {"id": "a2", "title": "None"}):
            dump.write(json.dumps(row) + "\n")
    return tmp_path


def test_a_piece_has_what_is_known_of_it_and_nothing_else(folder: Path) -> None:
    path = str(folder / "frost.txt")
    first, second = pieces(path)
    assert second.metadata == {
        "source": path,
        "language": "en",
        "headline": "Frost hits tea growers",
        "authors": ["Ada Kimani"],
        "headings": ["Frost hits tea growers", "What it costs"],
        "start": FROST.index("The growers'"),
        "end": len(FROST) - 1,
        "published": "2025-02-07",
        "published_earliest": 20250207,
        "published_latest": 20250207,
        "dates": ["2025-02-03"],
        "dates_earliest": 20250203,
        "dates_latest": 20250203,
    }
    assert first.metadata["dates"] == ["2025-02-04"]
    ((_, _, bare),) = pieces({"text": "Rain fell."})
    assert bare == {"start": 0, "end": 10}


def test_dates_are_as_wide_as_their_words() -> None:
    ((_, _, metadata),) = pieces({"text": "It began in October 2023, and in spring 2025 it will end."})
    assert metadata["dates"] == ["2023-10", "2025-21"]
    assert (metadata["dates_earliest"], metadata["dates_latest"]) == (20231001, 20231031)


def test_the_metadata_of_all_fixtures_is_flat() -> None:
    found = list(pieces([ROOT / "fixtures" / "articles" / "*.txt", ROOT / "fixtures" / "pages" / "*.html"]))
    assert len({piece.id for piece in found}) == len(found) > 300
    for piece in found:
        for value in piece.metadata.values():
            assert value not in ("", [])
            assert isinstance(value, str | int) or {type(each) for each in value} == {str}


def test_the_same_piece_has_the_same_id(folder: Path) -> None:
    once = list(pieces(folder, max_chars=60))
    assert [piece.id for piece in pieces(folder, max_chars=60)] == [piece.id for piece in once]
    assert len({uuid.UUID(piece.id) for piece in once}) == len(once) > 5
    ((one, _, _),), ((other, _, _),) = (
        pieces({"id": "a", "text": "It rained."}),
        pieces({"id": "b", "text": "It rained."}),
    )
    assert one != other


def test_sources_of_all_sorts(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    article = nx.parse_text("It snowed.", source="a4")
    found = list(
        pieces([folder / "*.jsonl.gz", str(folder / "ships.html"), {"id": "a3", "text": "It hailed."}, article])
    )
    assert [piece.metadata["source"] for piece in found] == ["a1", str(folder / "ships.html"), "a3", "a4"]
    assert caplog.messages == [f"left out: a2: {folder}/dump.jsonl.gz#1: no text; its fields are id, title"]


def test_one_wrong_path_of_many_costs_itself_alone(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "rows.csv").write_text("id,day\n1,Monday\n", encoding="utf-8")
    found = pieces([folder / "frost.txt", str(folder / "gone.txt"), folder / "rows.csv", folder / "ships.html"])
    assert {piece.metadata["headline"] for piece in found} == {"Frost hits tea growers", "Ships return"}
    gone, rows = caplog.messages
    assert gone == f"left out: {folder}/gone.txt: no such file; check the path"
    assert rows.startswith(f"left out: {folder}/rows.csv: no field holds a text; ")


def test_bytes_are_one_source() -> None:
    assert [piece.text for piece in pieces(b"<!doctype html><p>It rained all day, and nobody went out.")] == [
        "It rained all day, and nobody went out."
    ]


def test_an_article_without_a_body_gives_nothing() -> None:
    assert list(pieces({"text": ""})) == list(pieces({"text": ""}, max_chars=None)) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"max_chars": 0}, "max_chars is 0"),
        ({"max_chars": 9, "overlap": 9}, "overlap is 9"),
        ({"overlap": -1}, "overlap"),
    ],
)
def test_wrong_arguments_are_told_at_once(arguments: dict[str, Any], message: str) -> None:
    for make in (lambda **how: NewsExtractLoader([], **how), NewsExtractReader, NewsExtractConverter):
        with pytest.raises(nx.InputError, match=message):
            make(**arguments)


@pytest.mark.parametrize("sources", [7, None])
def test_what_is_no_source_is_an_error(sources: Any) -> None:
    with pytest.raises(nx.InputError, match="sources is (int|NoneType); give paths, bytes, mappings or articles"):
        next(pieces(sources))


def test_a_path_that_names_nothing_is_an_error() -> None:
    with pytest.raises(nx.InputError, match="nowhere.txt: no such file; check the path"):
        NewsExtractLoader("nowhere.txt").load()
    with pytest.raises(nx.InputError, match="nowhere.txt: no such file; check the path"):
        NewsExtractReader().load_data(Path("nowhere.txt"))


def test_langchain_stores_and_filters(folder: Path) -> None:
    loader = NewsExtractLoader([folder / "frost.txt", folder / "ships.html"])
    documents = loader.load()
    assert [document.page_content for document in documents] == [piece.text for piece in pieces(loader.sources)]
    assert asyncio.run(loader.aload()) == documents
    store = InMemoryVectorStore(DeterministicFakeEmbedding(size=8))
    store.add_documents(documents)
    store.add_documents(loader.load())  # the same ids: nothing is there twice
    found = store.similarity_search("figures", k=9, filter=lambda each: each.metadata["published_latest"] >= 20250101)
    assert sorted(each.metadata["start"] for each in found) == sorted(each.metadata["start"] for each in documents[:2])


def test_langchain_takes_whole_articles(folder: Path) -> None:
    (document,) = NewsExtractLoader(folder / "frost.txt", max_chars=None).load()
    assert document.page_content == nx.to_markdown(nx.parse_text(FROST))
    assert "headings" not in document.metadata
    assert FROST[document.metadata["start"] :].startswith("Frost has damaged")


def test_llama_index_indexes_and_filters(folder: Path) -> None:
    documents = NewsExtractReader().load_data(
        [folder / "frost.txt", folder / "ships.html"], extra_info={"desk": "farms"}
    )
    assert (
        documents[1]
        .get_content(MetadataMode.EMBED)
        .startswith("headings: Frost hits tea growers > What it costs\n\nThe")
    )
    assert "published: 2025-02-07" in documents[1].get_content(MetadataMode.LLM)
    assert "start:" not in documents[1].get_content(MetadataMode.LLM)
    for document in documents:
        assert document.metadata["desk"] == "farms"
        node_to_metadata_dict(document, flat_metadata=True)  # what the stores that take no lists call
    index = VectorStoreIndex.from_documents(documents, embed_model=MockEmbedding(8))
    late = MetadataFilters(
        filters=[MetadataFilter(key="published_latest", value=20250101, operator=FilterOperator.GTE)]
    )
    found = index.as_retriever(similarity_top_k=9, filters=late).retrieve("figures")
    assert {each.node.ref_doc_id for each in found} == {document.doc_id for document in documents[:2]}


def test_llama_index_reads_folders_with_it(folder: Path) -> None:
    reader = SimpleDirectoryReader(str(folder), required_exts=[".txt"], file_extractor={".txt": NewsExtractReader()})
    documents = reader.load_data()
    assert [document.text for document in documents] == [piece.text for piece in pieces(folder / "frost.txt")]
    assert {document.metadata["file_name"] for document in documents} == {"frost.txt"}


def test_haystack_writes_and_filters(folder: Path) -> None:
    store = InMemoryDocumentStore()
    pipeline = Pipeline()
    pipeline.add_component("read", NewsExtractConverter(max_chars=500))
    pipeline.add_component("write", DocumentWriter(store))
    pipeline.connect("read.documents", "write.documents")
    sources = [str(folder / "frost.txt"), folder / "ships.html", "nowhere.txt"]
    assert pipeline.run({"read": {"sources": sources, "meta": {"desk": "farms"}}})["write"]["documents_written"] == 3
    found = store.filter_documents({"field": "meta.published_latest", "operator": ">=", "value": 20250101})
    assert {each.meta["headline"] for each in found} == {"Frost hits tea growers"}
    assert {each.meta["desk"] for each in found} == {"farms"}
    again = store.filter_documents({"field": "meta.dates", "operator": "in", "value": [["2025-02-03"]]})
    assert len(again) == 1


def test_haystack_pipelines_are_kept_as_yaml() -> None:
    pipeline = Pipeline()
    pipeline.add_component("read", NewsExtractConverter(max_chars=None))
    again = Pipeline.loads(pipeline.dumps(), allowed_modules=["newsextract.*"]).get_component("read")
    assert isinstance(again, NewsExtractConverter)
    assert (again.max_chars, again.overlap) == (None, 0)


def test_haystack_leaves_out_what_cannot_be_read(caplog: pytest.LogCaptureFixture) -> None:
    page = ByteStream(SHIPS.encode(), meta={"url": "https://a.example/ships"}, mime_type="text/html")
    broken = ByteStream(b"\x00\xff" * 99, meta={"file_path": "broken.bin"})
    with caplog.at_level(logging.WARNING):
        found = NewsExtractConverter().run(sources=[broken, page, "nowhere.txt"], meta=[{}, {"n": 1}, {}])["documents"]
    assert [(each.meta["source"], each.meta["headline"], each.meta["n"]) for each in found] == [
        ("https://a.example/ships", "Ships return", 1)
    ]
    assert [message.partition(";")[0] for message in caplog.messages] == [
        "left out: broken.bin: is binary data, not text",
        "left out: nowhere.txt: no such file",
    ]


@pytest.mark.parametrize(
    ("module", "framework", "package", "extra"),
    [
        ("langchain", "langchain_core", "langchain-core", "langchain"),
        ("llama_index", "llama_index", "llama-index-core", "llama-index"),
        ("haystack", "haystack", "haystack-ai", "haystack"),
    ],
)
def test_a_framework_that_is_missing_is_named_with_its_extra(
    module: str, framework: str, package: str, extra: str
) -> None:
    program = f"import sys; sys.modules[{framework!r}] = None; import newsextract.integrations.{module}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    message = f'newsextract.integrations.{module} needs {package}: pip install "newsextract[{extra}]"'
    assert done.stderr.splitlines()[-1] == f"newsextract.errors.MissingError: {message}"


def test_no_framework_is_imported_before_it_is_asked_for() -> None:
    program = (
        "import newsextract.integrations, sys; print({'langchain_core', 'llama_index', 'haystack'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_examples(ROOT / "docs" / "retrieval.md", tmp_path, monkeypatch)
