# Two commands matter: `make run` starts the service, `make test` runs every test.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test quick check lint types imports eval clean

run: .venv/ready
	@"$(BIN)/tracuu" serve --port $(PORT)

# the browser's own event loop keeps others from starting one: its tests have a process of their own
test: .venv/ready-test
	"$(BIN)/python" -m pytest -n 2 --ignore-glob "*/test_browser*.py"
	"$(BIN)/python" -m pytest tests/test_browser*.py

quick: .venv/ready-test
	"$(BIN)/python" -m pytest -n 2 -m "not slow" --ignore-glob "*/test_browser*.py"

check: lint types imports test eval

lint: .venv/ready-test
	"$(BIN)/ruff" check .
	"$(BIN)/ruff" format --check .

types: .venv/ready-test
	"$(BIN)/mypy"

imports: .venv/ready-test
	"$(BIN)/lint-imports"

eval: .venv/ready
	"$(BIN)/python" -m eval run

.venv/bin/python:
	$(PYTHON) -m venv .venv

# torch first and alone: the others then find it and ask for no other build
.venv/ready: .venv/bin/python pyproject.toml constraints.txt
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/ready-test: .venv/ready
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@touch $@

clean:
	rm -rf .venv
