"""journeymap: contact maps in YAML, exact findings out.

    import journeymap
    loaded = journeymap.load("maps/harbour-bank.yaml")
    loaded.map              # the frozen model
    loaded.graph()          # a networkx.MultiDiGraph of the whole map
    journeymap.check("maps") # diagnostics, as the command line gives them
    journeymap.render("maps/harbour-bank.yaml").content      # the contact map as SVG

Importing the package loads nothing else; each name is imported when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeymap.api import check, export, import_map, load, render

__all__ = ["__version__", "check", "export", "import_map", "load", "render"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    if name in {"check", "export", "import_map", "load", "render"}:
        return getattr(importlib.import_module("journeymap.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  # noqa: EM102
