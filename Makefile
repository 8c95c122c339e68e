# make site: build the site      make serve: preview it      make test: every test      make quick: the tests without a browser
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve check test quick bench lint lock clean

site: .venv/ready .venv/pango
	$(BIN)/learning-network build $(SHEETS)

serve: .venv/ready
	$(BIN)/learning-network serve

check: .venv/ready
	$(BIN)/learning-network check

# The tests print every sheet themselves, so the site that they walk is built without.
test: .venv/ready .venv/pango lint
	$(BIN)/learning-network build --no-sheets
	$(BIN)/python tests/setup_machine.py
	$(BIN)/pytest -n 2 --dist loadgroup

quick: .venv/ready lint
	$(BIN)/pytest -n 2 -m "not browser and not build"

bench: .venv/ready .venv/pango
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_matrix_merge.py
	$(BIN)/python tests/bench_matrix.py
	$(BIN)/python tests/bench_sheets.py
	$(BIN)/python tests/bench_summaries.py
	$(BIN)/learning-network build --no-sheets
	$(BIN)/python tests/bench_screen.py

lint: .venv/ready
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy

# The virtual environment: from the lock file, hashes checked. Debian keeps venv in a package of its own.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv; } || { echo "Install python3-venv first (as root: apt-get install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Sheets are printed with Pango, a library of the system. Where it cannot be installed: make site SHEETS=--no-sheets.
.venv/pango: .venv/ready
	@$(BIN)/python -c "import weasyprint" 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; } || true
	@$(BIN)/python -c "import weasyprint" 2>/dev/null && touch $@ || echo "No Pango: install it (Debian: libpango-1.0-0 libpangoft2-1.0-0), or build without sheets: make site SHEETS=--no-sheets"

# New versions on purpose only: after a change in pyproject.toml, or with UPGRADE=--upgrade.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate $(UPGRADE) -o requirements.lock
	uv pip compile pyproject.toml --extra deidentify --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate $(UPGRADE) -o requirements-deidentify.lock

clean:
	rm -rf .venv .build site
