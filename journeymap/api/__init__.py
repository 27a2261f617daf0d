"""The Python API: load a map, lint maps.

import journeymap

loaded = journeymap.load("maps/harbour-bank.yaml")
loaded.map.touchpoints["menu"].needs
loaded.graph({"reason": "lost_card"})     # a networkx.MultiDiGraph
journeymap.check("maps", select=["JM3"])
"""

from journeymap.api.baselining import update_baseline
from journeymap.api.checking import LintReport, check
from journeymap.api.comparing import DiffReport, diff
from journeymap.api.loading import LoadedMap, load

__all__ = ["DiffReport", "LintReport", "LoadedMap", "check", "diff", "load", "update_baseline"]
