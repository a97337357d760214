# make demo    the chronology of a text in data/
# make test    the tests
# make check   format, lint, types, tests
# make bench   accuracy, speed and scaling beside other tools (docs/benchmarks.md); GOLD=, CORPUS=, BENCH=options

VENV ?= .venv
BIN := $(VENV)/bin
TEXT ?= data/news-port.txt

.PHONY: demo test check format bench clean

demo: $(VENV)/.installed
	$(BIN)/timeline show $(TEXT)

test: $(VENV)/.installed-dev
	$(BIN)/pytest

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict
	$(MAKE) test

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed
	benchmarks/install-peers
	$(BIN)/python -m benchmarks $(if $(GOLD),--gold $(GOLD)) $(if $(CORPUS),--corpus $(CORPUS)) $(BENCH)

clean:
	rm -rf benchmarks/.venv benchmarks/node_modules
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/.installed: pyproject.toml .ci/venv
	.ci/venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bidi]'
	touch $@

$(VENV)/.installed-dev: pyproject.toml .ci/venv
	.ci/venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[all,dev]'
	touch $(VENV)/.installed $@
