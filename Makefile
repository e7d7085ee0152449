# make run     opens the program (without a screen: the example audit through the command line)
# make test    runs everything that must pass
# make lint    style, types, layers
# make bench   prints the figures; make soak, the long safety tests; make screenshots, every screen as PNG
# make golden  writes the expected words of the report anew: read the difference before you commit it
# make pack    publishes the questionnaire; AGAIN=--again in place of the same version
PY := .venv/bin/python
DEVELOPMENT := .venv/ready
EXAMPLE := examples/nordlys-full.toml
# Tests that measure coverage: they need no window.
PURE := tests/domain tests/app tests/presentation tests/scenarios

.DEFAULT_GOAL := help
.PHONY: help run test lint bench soak screenshots golden pack pins wheel clean

help:
	@sed -n 's/^# make/make/p' Makefile

$(DEVELOPMENT): requirements/dev.txt scripts/pyproject.toml tools/setup.sh
	@tools/setup.sh

run: $(DEVELOPMENT)
	@tools/run.sh $(EXAMPLE)

test: lint
	$(PY) -m coverage erase
	$(PY) -m pytest -q -n 2 --cov --cov-config=pyproject.toml --cov-report= $(PURE)
	$(PY) -m coverage report --include='cxaudit/domain/*,cxaudit/app/*,cxaudit/presentation/*' --fail-under=100
	$(PY) -m pytest -q -n 2 --dist worksteal $(addprefix --ignore=,$(PURE)) tests

lint: $(DEVELOPMENT)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m basedpyright --warnings
	.venv/bin/lint-imports
	$(PY) -m cxaudit pack lint questionnaires/cx-core

bench: $(DEVELOPMENT)
	$(PY) tools/bench.py

soak: $(DEVELOPMENT)
	CXAUDIT_SOAK=1 $(PY) -m pytest -q -n 2 tests/storage tests/domain tests/ui/test_random_keys.py

screenshots: $(DEVELOPMENT)
	$(PY) tools/screenshots.py screenshots

golden: $(DEVELOPMENT)
	CXAUDIT_UPDATE_GOLDEN=1 $(PY) -m pytest -q tests/report/test_golden.py

pack: $(DEVELOPMENT)
	$(PY) -m cxaudit pack publish questionnaires/cx-core $(AGAIN)

wheel: $(DEVELOPMENT)
	rm -rf dist
	$(PY) -m build --quiet --wheel --no-isolation
	$(PY) -m build --quiet --wheel --no-isolation --outdir dist scripts
	tools/check-wheel.sh

pins: $(DEVELOPMENT)
	tools/pin.sh

clean:
	rm -rf .venv dist build screenshots .coverage .coverage.* .pytest_cache .ruff_cache .hypothesis
