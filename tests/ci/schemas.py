"""The schemas of other people's files that check-jsonschema brings along."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

__all__ = ["problems"]


def problems(document: object, name: str) -> list[str]:
    """What is wrong with a document by the schema of that name; skips the test where there is no such schema."""
    package = pytest.importorskip("check_jsonschema")
    text = (files(package) / "builtin_schemas/vendor" / f"{name}.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [error.message for error in validator.iter_errors(document)]
