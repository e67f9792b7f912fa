# Kolom RB. `make` alone prints this help, made from the comments behind the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CLOCK = @date +%s > $(VENV)/.mulai
TOOK = @echo "$@: selesai dalam $$(( $$(date +%s) - $$(cat $(VENV)/.mulai) )) detik"

.DEFAULT_GOAL := help
.PHONY: help site test check uji-panjang serve fix golden weigh bench lighthouse lock clean

help: ## show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.site ## set up, then build the whole site from content/ into site/
	$(CLOCK)
	$(BIN)/kolom bangun
	$(TOOK)

test: $(VENV)/.test ## set up, then run every check whose tools are there; ends with a table of groups
	$(CLOCK)
	$(BIN)/python tests/groups.py
	$(TOOK)

check: $(VENV)/.test ## the quick checks: format, lint, types, unit tests, content
	$(BIN)/python tests/groups.py gaya tipe uji isi

uji-panjang: $(VENV)/.test ## the long runs: each property with 2,000 examples, Lighthouse where npm is
	$(BIN)/python tests/groups.py acak situs lighthouse

serve: $(VENV)/.site ## serve the site with live reload at http://127.0.0.1:8000
	$(BIN)/kolom sajikan

fix: $(VENV)/.test ## format the code, mend what ruff can mend, write the JSON Schemas anew
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/kolom skema --tulis

golden: $(VENV)/.test ## write the golden pages of the tests anew; read the diff before you commit it
	$(BIN)/pytest tests/test_pages.py --tulis-golden

weigh: $(VENV)/.test ## print what the heaviest page of each kind weighs; fail above the budget
	$(BIN)/kolom bangun
	$(BIN)/python tests/weights.py site

bench: $(VENV)/.site ## time the parts of a build over the real content
	$(BIN)/python tests/bench/measure.py

lighthouse: $(VENV)/.test ## score six pages of site/ as a phone sees them (needs chromium and npm)
	$(BIN)/python tests/bench/lighthouse.py

lock: ## write both lock files anew (needs uv)
	printf 'hatchling>=1.27\neditables>=0.5\n' > build.in
	uv pip compile pyproject.toml build.in $(LOCK) -o requirements.lock
	uv pip compile --group dev -c requirements.lock $(LOCK) -o tests/requirements.lock
	rm build.in
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean: ## remove what the targets made
	rm -rf $(VENV) site .cache

$(VENV)/.site: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Perlu Python 3.11 atau lebih baru; pakai: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(CLOCK)
	$(PIP) install --require-hashes --no-deps -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	$(TOOK)
	@touch $@

$(VENV)/.test: $(VENV)/.site tests/requirements.lock
	$(CLOCK)
	$(PIP) install --require-hashes --no-deps -r tests/requirements.lock
	$(TOOK)
	@touch $@
