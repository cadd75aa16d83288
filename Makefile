# hipcare's commands. Each sets itself up; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
JOBS ?= 3

.PHONY: help run test check format bench lock messages

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 14

$(VENV)/run.stamp: requirements/run.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt requirements/run.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/run.stamp

run: $(VENV)/run.stamp ## Prepare and serve hipcare on http://HOST:PORT
	@$(BIN)/python manage.py prepare
	@HOST=$(HOST) PORT=$(PORT) exec $(BIN)/python manage.py serve

test: $(VENV)/dev.stamp ## Run every test, the browser's included
	@tools/find-browser
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup $(ARGS)

check: $(VENV)/dev.stamp ## Lint, check formatting, types, imports, templates and migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@tools/check-javascript

format: $(VENV)/dev.stamp ## Format the Python code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/dev.stamp ## Measure the budgets of the design (Lighthouse needs Node)
	@tools/find-browser
	@$(BIN)/python -m bench

messages: $(VENV)/dev.stamp ## Collect what is to be translated and compile translations (needs GNU gettext)
	@tools/messages

lock: $(VENV)/dev.stamp ## Work the locked requirements out anew
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet pyproject.toml -o requirements/run.txt
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
