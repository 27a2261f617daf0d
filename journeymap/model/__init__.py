"""The vocabulary of contact maps as frozen pydantic models: what format 1 of the language says.

The models hold what was *declared*; defaults that depend on other elements (who handles a touchpoint,
what a transfer carries) are worked out in `journeymap.graph`.
"""

from journeymap.model.contact_map import ContactMap
from journeymap.model.filters import Choice, Filter
from journeymap.model.promises import Promise, Scenario
from journeymap.model.settings import Settings
from journeymap.model.touchpoint import Entry, Resolves, Touchpoint
from journeymap.model.transfer import IfClosed, Transfer
from journeymap.model.vocabulary import (
    Channel,
    Department,
    Information,
    Product,
    Reason,
    Segment,
    Stage,
    System,
)

__all__ = [
    "Channel",
    "Choice",
    "ContactMap",
    "Department",
    "Entry",
    "Filter",
    "IfClosed",
    "Information",
    "Product",
    "Promise",
    "Reason",
    "Resolves",
    "Scenario",
    "Segment",
    "Settings",
    "Stage",
    "System",
    "Touchpoint",
    "Transfer",
]
