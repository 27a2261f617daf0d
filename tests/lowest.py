"""Print the lowest versions that pyproject.toml allows, with the extras for drawing and exchanging, as constraints."""

from __future__ import annotations

import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
EXTRAS = ("draw", "exchange")

project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
optional = [requirement for extra in EXTRAS for requirement in project["optional-dependencies"][extra]]
for requirement in [*project["dependencies"], *optional]:
    print(requirement.replace(">=", "=="))
