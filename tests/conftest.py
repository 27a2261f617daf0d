"""One option for all golden tests: ``--update`` rewrites them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite golden files; read the difference before committing"
    )


class Golden(Protocol):
    def __call__(self, path: Path, text: str) -> None: ...


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden file, or rewrites it with ``--update``."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path.name} is missing: run with --update"
        assert path.read_text(encoding="utf-8") == text

    return compare
