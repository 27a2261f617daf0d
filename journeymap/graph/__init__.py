"""How a contact map is a graph: its cases, its edges, and a networkx view of it."""

from journeymap.graph.cases import CaseSpace
from journeymap.graph.network import Edge, Network

__all__ = ["CaseSpace", "Edge", "Network"]
