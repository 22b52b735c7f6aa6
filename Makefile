# One word per chore. `make run` is the main job; `make test` proves it.
PORT ?= 8501
WORKERS ?= 2
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
# The environment is made again when a requirement changes, not when a file was merely touched.
STAMP := .venv/.installed-$(shell cat requirements.txt requirements-dev.txt | sha256sum | cut -c1-12)

.PHONY: help setup run test check bench demo
help: ## what can be asked for
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/'

setup: $(STAMP) ## make the environment in .venv

$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --compile --disable-pip-version-check -r requirements-dev.txt
	rm -f .venv/.installed*
	touch $@

run: setup ## serve the dashboard on this machine; the demo is made on an empty store (make run PORT=8600 chooses the port)
	$(PY) -m demo ensure
	$(PY) server.py --port $(PORT)

# A module of tests stays with one worker, so each worker opens one browser and one served store at most; the order is tests/conftest.py's.
# What was compiled is kept, even where the environment says otherwise: the tests start many processes of their own.
test: export PYTHONDONTWRITEBYTECODE =
test: setup ## run the whole suite (make test WORKERS=4 when there are more cores)
	$(PY) -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder

check: setup ## formatting, lint, layers of imports, types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports
	$(PY) -m mypy

bench: setup ## measure, as ratios to the floors
	$(PY) -m benchmarks

demo: setup ## make the demo anew
	$(PY) -m demo rebuild
