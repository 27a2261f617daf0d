# The same recipes for people, hooks and CI. `make check` is everything a change must pass.
.PHONY: check test thorough lint types rooms docs site format

check:            ## everything, in a fresh environment
	.ci/run
test:             ## the quick tests
	pytest
thorough:         ## the oracle tests with 2,000 generated maps each
	pytest -m thorough
lint:
	ruff check . && ruff format --check .
types:
	mypy
rooms:            ## who may import whom
	lint-imports
docs:             ## bring generated documentation up to date
	python tests/docs/generate.py
site:             ## the documentation site, in build/site
	NO_MKDOCS_2_WARNING=1 mkdocs build --config-file .mkdocs.yml --strict
format:
	ruff format . && ruff check --fix .
