# make run: set up (the first time) and run the demo.   make test: set up and run every test.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
PYTEST  = $(BIN)/python -m pytest
FAST    = not slow and not libreoffice and not xcb
export PYTHON VENV
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_ROOT_USER_ACTION = ignore
PIP_DEFAULT_TIMEOUT ?= 180
UV_HTTP_TIMEOUT ?= 180
export PIP_DEFAULT_TIMEOUT UV_HTTP_TIMEOUT

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup run test check lint types imports format quick soak golden bench package clean python packages-run packages-test

help:
	@echo "make run      set up and run the demo (files land in out/demo)"
	@echo "make test     set up and run everything, LibreOffice and X server tests included"
	@echo "make check    the checks before a commit, under two minutes"
	@echo "make setup | format | lint | types | imports | quick | golden | bench | soak | package | clean"

# --- the environment ---------------------------------------------------------------------------------------------

setup: $(VENV)/.ready

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Launchpad needs Python 3.11 or newer; name one with: make PYTHON=python3.11")'

packages-run: python
	@sh packaging/debian_packages.sh run

packages-test: python
	@sh packaging/debian_packages.sh test

# uv comes first and from the lock too, so that nothing unnamed is installed.
$(VENV)/.ready: requirements.lock pyproject.toml | packages-run
	@test -e $@ || $(PYTHON) -m venv --clear $(VENV)
	@sed -n '/^uv==/,/^ *# via/p' requirements.lock > $(VENV)/uv.txt
	@$(BIN)/python -m pip install -q --no-deps --require-hashes -r $(VENV)/uv.txt
	@$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

# --- what people run ---------------------------------------------------------------------------------------------

run: setup
	@$(BIN)/python -m launchpad demo out/demo

test: packages-test setup lint types imports
	env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb $(PYTEST) -m xcb
	$(PYTEST) -p no:xvfb --benchmark-disable -m "not xcb"

# --- what we run -------------------------------------------------------------------------------------------------

check: lint types imports quick

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports --no-logo

quick: setup
	$(PYTEST) -p no:xvfb --benchmark-skip -m "$(FAST)"

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: setup  # rewrite tests/golden; read the diff before you commit it
	$(PYTEST) -p no:xvfb -m "not xcb" --update-golden

bench: setup
	$(PYTEST) -p no:xvfb --benchmark-only --benchmark-sort=name

soak: setup  # hours of random plans if you let it: HYPOTHESIS_EXAMPLES=100000 make soak
	$(PYTEST) -p no:xvfb -m "hypothesis or slow" --hypothesis-profile=soak --timeout=0

package: setup
	$(BIN)/hatchling build -d dist

clean:
	rm -rf $(VENV) build dist out/demo .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
