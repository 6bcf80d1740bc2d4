# The two commands a newcomer needs are `make demo` and `make test`; `make help` lists the rest.
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STATIC_SOURCES := $(shell find static home services forms_flow -path '*static*' -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help setup browser demo test test-fast test-matrix lint format types messages bench lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/.ready ## Make the virtual environment with everything pinned

$(VENV)/.ready: requirements-dev.txt pyproject.toml deploy/setup.sh
	@PYTHON="$(PYTHON)" deploy/setup.sh "$(VENV)" requirements-dev.txt
	@touch $@

browser: setup ## Install what the tests need (Chromium, gettext, nginx)
	@deploy/debian-packages.sh chromium gettext nginx libnginx-mod-http-brotli-static

var/static/.collected: $(VENV)/.ready $(STATIC_SOURCES)
	@echo "Collecting and compressing static files (once; about a minute) ..."
	@$(PY) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@

demo: setup var/static/.collected ## Run the site with demo content at http://127.0.0.1:8000/ (PORT=8123 to change)
	@exec deploy/demo.sh "$(PORT)"

test: browser var/static/.collected ## Run every check and every test
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest -n 2 --dist loadgroup $(ARGS)

test-fast: setup ## Run the tests that need no browser
	@$(PY) -m pytest -n 2 --reuse-db -m "not e2e" $(ARGS)

test-matrix: browser ## Also run on Django 6.1 with a newer Python, and on a real PostgreSQL
	@deploy/test-matrix.sh

lint: browser ## Style, types, layers, templates, migrations, translations, deployment check
	@deploy/lint.sh

format: setup ## Put the code in shape
	@$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format --quiet .

messages: browser ## Collect the texts of the code into locale/ and compile them
	@$(PY) manage.py messages

bench: setup ## Measure speed as ratios in one run (docs/performance.md)
	@PYTHONPATH=. $(PY) -m tests.bench.run $(ARGS)

lock: setup ## Renew the pins of requirements*.txt
	@deploy/lock.sh

clean: ## Remove the environments and everything written at run time
	rm -rf .venv .venv-* var
