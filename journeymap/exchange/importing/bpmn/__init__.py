"""BPMN 2.0 processes (OMG formal/2013-12-09, ISO/IEC 19510): XML of any modelling tool.

Lanes, or pools without lanes, are departments; tasks are touchpoints; sequence and message flows are transfers;
gateways and events are folded away. The customer's own pool is no department: its messages say who meets customers.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.exchange.importing.bpmn.carried import carried_map
from journeymap.exchange.importing.bpmn.model import draft_of
from journeymap.exchange.importing.bpmn.reading import NAMESPACES
from journeymap.exchange.importing.content import Content
from journeymap.exchange.importing.draft import Draft, SourceText

__all__ = ["carried_map", "matches", "read"]


def matches(content: bytes) -> bool:
    """Whether a file is XML with the root element of BPMN 2.0."""
    space, name = Content(SourceText("", content)).xml_root or ("", "")
    return name == "definitions" and space in NAMESPACES


def read(files: Sequence[SourceText]) -> Draft:
    """The processes of all files. Raises CannotRun for a file that is no BPMN, and if no step is in any. Linear."""
    return draft_of(files)
