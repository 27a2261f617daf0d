"""A map as BPMN 2.0 (OMG formal/2013-12-09) with diagram interchange, for bpmn.io and other modelling tools.

The pool is the map, lanes are departments, tasks are touchpoints. What BPMN has no place for goes along as YAML in an
extension element, so that importing the file gives the same map.
"""

from __future__ import annotations

from journeymap.exchange.exporting.bpmn.attaching import Diagram
from journeymap.exchange.exporting.bpmn.namespaces import HELD_MAP, JOURNEYMAP, TOUCHPOINT
from journeymap.exchange.exporting.bpmn.outline import Outline, outline_of
from journeymap.exchange.exporting.bpmn.writing import bpmn

__all__ = ["HELD_MAP", "JOURNEYMAP", "TOUCHPOINT", "Diagram", "Outline", "bpmn", "outline_of"]
