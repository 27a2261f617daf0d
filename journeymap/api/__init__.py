"""The Python API: load a map, lint maps, draw them.

import journeymap

loaded = journeymap.load("maps/harbour-bank.yaml")
loaded.map.touchpoints["menu"].needs
loaded.graph({"reason": "lost_card"})     # a networkx.MultiDiGraph
journeymap.check("maps", select=["JM3"])
journeymap.render("maps/harbour-bank.yaml", choice=journeymap.api.Choice(reasons=("lost_card",))).content  # SVG

Each name is imported when it is first used: linting does not pay for what comparing and drawing need.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeymap.api.baselining import update_baseline
    from journeymap.api.checking import LintReport, check
    from journeymap.api.comparing import DiffReport, diff
    from journeymap.api.drawing import Drawing, render
    from journeymap.api.exporting import Export, export
    from journeymap.api.importing import ImportReport, import_map
    from journeymap.api.loading import LoadedMap, load
    from journeymap.api.merging import Merged, merge_map
    from journeymap.draw.choosing import Choice
    from journeymap.draw.wishes import Wishes

__all__ = [
    "Choice",
    "DiffReport",
    "Drawing",
    "Export",
    "ImportReport",
    "LintReport",
    "LoadedMap",
    "Merged",
    "Wishes",
    "check",
    "diff",
    "export",
    "import_map",
    "load",
    "merge_map",
    "render",
    "update_baseline",
]

_HOMES = {
    "Choice": "journeymap.draw.choosing",
    "DiffReport": "journeymap.api.comparing",
    "Drawing": "journeymap.api.drawing",
    "Export": "journeymap.api.exporting",
    "ImportReport": "journeymap.api.importing",
    "LintReport": "journeymap.api.checking",
    "LoadedMap": "journeymap.api.loading",
    "Merged": "journeymap.api.merging",
    "Wishes": "journeymap.draw.wishes",
    "check": "journeymap.api.checking",
    "diff": "journeymap.api.comparing",
    "export": "journeymap.api.exporting",
    "import_map": "journeymap.api.importing",
    "merge_map": "journeymap.api.merging",
    "load": "journeymap.api.loading",
    "render": "journeymap.api.drawing",
    "update_baseline": "journeymap.api.baselining",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  # noqa: EM102
    return getattr(importlib.import_module(home), name)
