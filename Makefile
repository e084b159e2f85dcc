# A fresh machine needs Python 3.11 or later and make; everything else is installed into .venv.
# `make demo PYTHON=python3.12` takes another Python.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO ?= fixtures/articles/mix-of-everything.txt

.PHONY: help demo test faults test-engines test-integrations test-newcomer test-browser lint docs bench golden schema folds model clean

help:
	@echo "make demo    parse a fixture article to readable output (DEMO=path takes another text)"
	@echo "make test    run the tests that need Python alone"
	@echo "make faults  batch runs that are poisoned, killed and starved; FAULTS=short does less"
	@echo "make test-engines  Ray, Spark, datasets, DuckDB and Polars against local workers; needs Java for Spark"
	@echo "make test-integrations  the documents of LangChain, LlamaIndex and Haystack, in the real packages"
	@echo "make test-newcomer  README followed to the letter in a fresh copy with an environment of its own"
	@echo "make test-browser  the pages that view and report write, in headless Chromium, which root has it install"
	@echo "make lint    ruff, mypy and the import layers"
	@echo "make docs    the documentation as a site, into build/docs; a broken link is an error"
	@echo "make bench   speed against Markdown parsers, the floor and search_dates, with the share of each stage; batch runs; memory"
	@echo "make golden  rewrite the golden records of the fixtures; read the difference before committing"
	@echo "make schema  rewrite docs/schema.json and docs/records.md"
	@echo "make folds   how good the line model is on sites that it has not seen: CORPORA=\"a.jsonl.gz b.jsonl.gz=.3\""
	@echo "make model   fit the line model to CORPORA anew; read the golden records afterwards"
	@echo "make clean   remove .venv and all caches"

# The stamp is as old as the last whole installation: pip runs again when pyproject.toml changes, and only then.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsextract needs Python 3.11 or later: make PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: $(STAMP)
	@$(BIN)/python tools/demo.py $(DEMO)

test: $(STAMP)
	$(BIN)/python -m pytest

faults: $(STAMP)
	$(BIN)/python -m pytest tests/faults/test_faults.py

test-engines: $(STAMP)
	$(BIN)/python -m pip install --quiet --group engines
	$(BIN)/python -m pytest tests/engines/test_engines.py

test-integrations: $(STAMP)
	$(BIN)/python -m pip install --quiet --group integrations
	$(BIN)/python -m pytest src/newsextract/integrations tests/integrations

test-newcomer: $(STAMP)
	$(BIN)/python -m pytest tests/newcomer

# Chromium is Debian's: the builds that playwright would fetch are not asked for.
test-browser: $(STAMP)
	@sh tools/chromium.sh
	$(BIN)/python -m pip install --quiet --group browser
	$(BIN)/python -m pytest tests/browser/test_*.py

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMP)
	$(BIN)/python -m pip install --quiet --group docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --clean --strict

bench: $(STAMP)
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_dates.py
	$(BIN)/python tools/bench_batch.py
	$(BIN)/python tools/bench_memory.py

golden: $(STAMP)
	$(BIN)/python tools/golden.py

schema: $(STAMP)
	$(BIN)/python tools/schema.py

folds model: $(STAMP)
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python tools/line_model $(if $(filter model,$@),write,folds) fixtures/articles=3 fixtures/lines tests/data $(CORPORA)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
