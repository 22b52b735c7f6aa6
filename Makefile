# One word per chore. `make run` is the main job; `make test` proves it.
PORT ?= 8501
PY := .venv/bin/python
STAMP := .venv/.installed

.PHONY: setup run test check bench demo
setup: $(STAMP)

$(STAMP): requirements.txt requirements-dev.txt
	test -x $(PY) || python3 -m venv .venv
	.venv/bin/pip install --quiet --compile -r requirements-dev.txt
	touch $@

run: setup
	$(PY) -m demo ensure
	$(PY) server.py --port $(PORT)

test: setup
	$(PY) -m pytest

check: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy

bench: setup
	$(PY) -m benchmarks

demo: setup
	$(PY) -m demo rebuild
