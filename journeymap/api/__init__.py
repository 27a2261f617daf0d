"""The Python API: load a map, lint maps.

import journeymap

loaded = journeymap.load("maps/harbour-bank.yaml")
loaded.map.touchpoints["menu"].needs
loaded.graph({"reason": "lost_card"})     # a networkx.MultiDiGraph
journeymap.check("maps", select=["JM3"])

Each name is imported when it is first used: linting does not pay for what comparing needs.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeymap.api.baselining import update_baseline
    from journeymap.api.checking import LintReport, check
    from journeymap.api.comparing import DiffReport, diff
    from journeymap.api.importing import ImportReport, import_map
    from journeymap.api.loading import LoadedMap, load

__all__ = [
    "DiffReport",
    "ImportReport",
    "LintReport",
    "LoadedMap",
    "check",
    "diff",
    "import_map",
    "load",
    "update_baseline",
]

_HOMES = {
    "DiffReport": "comparing",
    "ImportReport": "importing",
    "LintReport": "checking",
    "LoadedMap": "loading",
    "check": "checking",
    "diff": "comparing",
    "import_map": "importing",
    "load": "loading",
    "update_baseline": "baselining",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  # noqa: EM102
    return getattr(importlib.import_module(f"journeymap.api.{home}"), name)
