# make run: set up (the first time), run the demo, open the window.   make test: set up and run every test.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
PYTEST  = $(BIN)/python -m pytest
FAST    = not slow and not libreoffice and not xcb
# All cores, a file's tests on one of them: what a file prepares is prepared once. Benchmarks want a core of their own.
# A test process that dies ends the run; started again, it can leave it waiting for ever.
TOGETHER = -p no:xvfb --benchmark-disable -n auto --maxprocesses 4 --max-worker-restart=0 --dist loadfile --ignore=tests/benchmarks
PROOF = nice -n 19 $(PYTEST) -p no:xvfb --benchmark-disable --timeout=0
MOMENT ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1793577600)
export PYTHON VENV
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_ROOT_USER_ACTION = ignore
PIP_DEFAULT_TIMEOUT ?= 180
UV_HTTP_TIMEOUT ?= 180
export PIP_DEFAULT_TIMEOUT UV_HTTP_TIMEOUT

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup run test check lint types imports format quick soak golden bench kills power fuzz screens package clean python \
    packages-run packages-test packages-package

help:
	@echo "make run      set up, run the demo (files land in out/demo) and, where there is a screen, open the window"
	@echo "make test     set up and run everything, LibreOffice and X server tests included"
	@echo "make check    the checks before a commit, three minutes"
	@echo "make setup | format | lint | types | imports | quick | golden | bench | soak | kills | power | fuzz | screens | package | clean"

# --- the environment ---------------------------------------------------------------------------------------------

setup: $(VENV)/.ready

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Launchpad needs Python 3.11 or newer; name one with: make PYTHON=python3.11")'

packages-run: python
	@sh packaging/debian_packages.sh run

packages-test: python
	@sh packaging/debian_packages.sh test

packages-package: python
	@sh packaging/debian_packages.sh package

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
	@test -z "$$DISPLAY$$WAYLAND_DISPLAY" || $(BIN)/python -m launchpad out/demo/sample.launch

test: packages-test setup lint types imports
	env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb $(PYTEST) -m xcb
	$(PYTEST) -p no:xvfb --benchmark-disable tests/benchmarks
	$(PYTEST) $(TOGETHER) -m "not xcb"

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
	$(PYTEST) $(TOGETHER) -m "$(FAST)"

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: setup  # rewrite tests/golden; read the diff before you commit it
	$(PYTEST) -p no:xvfb -m "not xcb" --update-golden

bench: setup
	$(PYTEST) -p no:xvfb --benchmark-only --benchmark-sort=name

# The long proofs, each with its figures at the end.

soak: setup  # a plan lived with for SOAK_MINUTES, then random plans: HYPOTHESIS_EXAMPLES=100000 make soak
	SOAK_MINUTES=$${SOAK_MINUTES:-60} $(PROOF) tests/trust/test_soak.py
	$(PROOF) -m "hypothesis or slow" --hypothesis-profile=soak --ignore=tests/trust

kills: setup  # 20,000 processes killed in the middle of their work
	LAUNCHPAD_KILLS=$${LAUNCHPAD_KILLS:-20000} $(PROOF) -m slow tests/trust/test_kills.py

power: setup  # 20,000 moments at which the power may fail
	LAUNCHPAD_STATES=$${LAUNCHPAD_STATES:-20000} $(PROOF) tests/trust/test_power_loss.py

fuzz: setup  # 50,000 spoiled files for each reader of files from outside
	LAUNCHPAD_FUZZ=$${LAUNCHPAD_FUZZ:-50000} $(PROOF) -m slow tests/trust/test_fuzz.py

screens: setup  # every screen as a picture
	$(BIN)/python -m launchpad screens out/screens

# The program with all it needs, the Debian package of it, and the wheel; then the program is started on an X server.
package: VERSION = $(shell $(BIN)/python -c 'import launchpad; print(launchpad.__version__)')
package: DEB = dist/launchpad_$(VERSION)_$(shell dpkg --print-architecture).deb
package: packages-package setup
	$(BIN)/hatchling build -d dist
	SQLITE=$$(sh packaging/linux/build_sqlite.sh build/sqlite) PYTHONHASHSEED=1 SOURCE_DATE_EPOCH=$(MOMENT) \
	    $(BIN)/pyinstaller --noconfirm --clean --log-level WARN \
	    --distpath build/program --workpath build/work packaging/launchpad.spec
	SOURCE_DATE_EPOCH=$(MOMENT) sh packaging/linux/build_deb.sh build/program/launchpad $(VERSION) dist
	PROGRAM=build/program/launchpad DEB=$(DEB) $(PYTEST) -p no:xvfb -s packaging/test_program.py

clean:
	rm -rf $(VENV) build dist out/demo .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
