# Two commands do everything on a fresh machine: `make run` and `make test`. They need Python 3.11+, make and a package index.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/ready

.PHONY: run test lint types layers data unit wheel versions faults soak bench docs clean

run: $(READY)
	$(BIN)/safetravel country japan
	$(BIN)/safetravel embassy --near 35.66,139.70

$(READY): pyproject.toml requirements/dev.txt
	$(PYTHON) tools/find_python.py >/dev/null
	`$(PYTHON) tools/find_python.py` -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

UNIT = HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not faults"

# The quick whole: what a change must pass. What uses one core each goes side by side.
test: $(READY)
	$(MAKE) -j2 lint types layers data
	$(UNIT)
	$(MAKE) wheel versions

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src tools tests
	$(BIN)/python tools/make_door.py --check
	$(BIN)/python tools/make_docs.py --check

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

data: $(READY)
	$(BIN)/python tools/check_data.py
	$(BIN)/python tools/build_snapshot.py

unit: $(READY) data
	$(UNIT)

# The built wheel in a clean environment, with the network cut off after installation.
wheel: $(READY)
	$(BIN)/python tools/try_wheel.py

# The program on each other Python that is there, and the start-up tests on the newest typer; `faults` and `soak` try more.
versions: $(READY)
	$(BIN)/python tools/try_versions.py

# What needs real parts (Debian packages) or minutes. Fails on any skip.
faults: $(READY) data
	tools/debian_packages.sh
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/faults.txt
	$(BIN)/python tools/try_versions.py --more
	HYPOTHESIS_PROFILE=normal $(BIN)/python -m pytest -q -n 2 --dist worksteal tests/property
	SAFETRAVEL_KILLS=200 SAFETRAVEL_POWER_CUTS=12 SAFETRAVEL_LINKS=8 $(BIN)/python tools/no_skips.py -m faults

soak: $(READY) data
	tools/debian_packages.sh
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/faults.txt
	$(BIN)/python tools/try_versions.py --whole
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -q -n 2 --dist worksteal tests/property
	SAFETRAVEL_KILLS=1000 SAFETRAVEL_POWER_CUTS=200 SAFETRAVEL_LINKS=50 $(BIN)/python tools/no_skips.py -m faults

bench: $(READY)
	$(BIN)/python tools/bench.py

docs: $(READY)
	$(BIN)/python tools/make_docs.py

clean:
	rm -rf $(VENV) .venv-* build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache src/safetravel_cli/_data
