"""The rules: which answer is a fault, how grave, in which words. One file per rule, named after the fault.

`catalogue` lists them without loading any; `RULES` loads them all, and with them the analyses, when it is
first asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeymap.rules.rule import Rule

    RULES: tuple[Rule, ...]

__all__ = ["RULES"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  # noqa: EM102
    from journeymap.rules.catalogue import CATALOGUE

    rules = tuple(importlib.import_module(listing.module).RULE for listing in CATALOGUE)
    globals()["RULES"] = rules
    return rules
