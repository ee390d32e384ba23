# Two commands: `make brief` runs the main job on the shipped example, `make test` sets up and passes the tests.
# Both set everything up first: a virtual environment in .venv with the versions pinned in constraints.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: brief test slow check lint types gate bench ftm clean
brief: $(STAMP)
	$(BIN)/accordingto brief examples/harbour --list examples/list/un_dprk_excerpt.jsonl

test: $(STAMP)
	$(BIN)/pytest -n 2 -m "not slow"

slow: $(STAMP)
	$(BIN)/pytest -n 2 -m slow

lint: $(STAMP)
	$(BIN)/ruff check src tests training eval
	$(BIN)/ruff format --check src tests training eval

types: $(STAMP)
	$(BIN)/mypy

gate: $(STAMP)
	$(BIN)/python eval/gate.py

bench: $(STAMP)
	$(BIN)/python eval/bench.py examples/harbour

# The export as the real FollowTheMoney library reads it; its PyICU is built here and wants libicu-dev and a C++ compiler.
ftm: $(STAMP) .venv-ftm/.ready
	$(BIN)/accordingto export examples/harbour --format ftm | .venv-ftm/bin/python eval/ftm_check.py

.venv-ftm/.ready: Makefile
	$(PYTHON) -m venv .venv-ftm && .venv-ftm/bin/python -m pip install --quiet --disable-pip-version-check followthemoney==4.11.2 pyicu==2.17
	@touch $@

check: lint types test

$(STAMP): pyproject.toml constraints.txt
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[dev]'; \
	else \
	  $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'; \
	fi
	@touch $@

clean:
	rm -rf $(VENV) .venv-ftm .pytest_cache .mypy_cache .ruff_cache .hypothesis
