# make demo: play with two boutiques on this machine · make test: everything CI checks · make bench: the figures
SHELL := /bin/bash
MAKEFLAGS += --jobs=2
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
export PORT
BIN := .venv/bin
SUITE := -n 3 --dist loadfile --no-loadscope-reorder
PAGES := $(shell find dashboard/src dashboard/public -type f 2>/dev/null) \
         $(wildcard dashboard/*.html dashboard/*.js dashboard/*.ts dashboard/*.json dashboard/scripts/*.mjs)

.PHONY: help demo test suite coverage wires check check-python check-pages bench documents clean
help:
	@echo "make demo    two boutiques, their customers' phones and M-Pesa, at http://localhost:$(PORT)"
	@echo "make test    all tests"
	@echo "make coverage  all tests, and the lines that none of them reaches"
	@echo "make wires   every story of a customer over every combination of real neighbours' wires"
	@echo "make check   style, types and the laws of the house, without the tests"
	@echo "make bench   the figures, each beside its limit"

demo: .venv/ready dashboard/dist/ready
	@exec $(BIN)/dukani demo

test: suite check-pages check-python

suite: .venv/ready-dev dashboard/dist/ready
	@$(BIN)/python -m pytest $(SUITE)

# Counting lines makes the tests half as long again, so it has a run of its own.
coverage: .venv/ready-dev dashboard/dist/ready
	@$(BIN)/python -m pytest $(SUITE) --cov --cov-report=term:skip-covered --cov-fail-under=90

wires: .venv/ready-dev
	@$(BIN)/python -m pytest tests/stories/test_over_the_wires.py --wires=all -n 3 --dist loadgroup -rx

check: check-python check-pages

check-python: .venv/ready-dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

check-pages: .venv/ready dashboard/dist/ready
	@cd dashboard && npm run --silent check

bench: .venv/ready-dev $(if $(filter pages,$(PARTS)),dashboard/dist/ready)
	@$(BIN)/python -m tests.bench $(PARTS)

documents: .venv/ready-dev
	@$(BIN)/python -m interfaces.documents
	@cd dashboard && npm run --silent types

clean:
	rm -rf .venv dashboard/node_modules dashboard/dist

.venv/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "This is $$($(PYTHON) -V); Dukani needs Python 3.11 or newer: make PYTHON=python3.12 demo"; exit 1; }
	@echo "Making a place for Python's packages …"
	@$(PYTHON) -m venv .venv && touch $@

.venv/ready: .venv/python requirements.txt pyproject.toml
	@echo "Installing Python's packages (about 250 MB, once) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@echo "Installing the tools of the tests …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore --require-hashes -r requirements-dev.txt
	@touch $@

dashboard/node_modules/ready: dashboard/package-lock.json
	@command -v node >/dev/null || { echo "Node is missing: install Node 20 or newer."; exit 1; }
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a * 100 + b < 2019 ? 1 : 0)' \
	  || { echo "This is Node $$(node -v); the dashboard needs Node 20.19 or newer."; exit 1; }
	@echo "Installing the dashboard's packages …"
	@cd dashboard && npm ci --silent --no-audit --no-fund && touch node_modules/ready

dashboard/dist/ready: dashboard/node_modules/ready $(PAGES)
	@echo "Building the pages …"
	@cd dashboard && npm run --silent build >/dev/null && touch dist/ready
