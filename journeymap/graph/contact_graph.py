"""A contact map as a `networkx.MultiDiGraph`, for everybody who works with networkx."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx

from journeymap.errors import CannotRun
from journeymap.graph.network import Edge, Network
from journeymap.model import ContactMap

__all__ = ["contact_graph"]


def contact_graph(contact_map: ContactMap, case: Mapping[str, str] | None = None) -> networkx.MultiDiGraph[str]:
    """The graph of a map, or of one case such as ``{"segment": "retail", "reason": "lost_card"}``.

    Nodes are touchpoint ids with the attributes ``name``, ``channel``, ``department`` (tuple), ``handled_by``,
    ``entry``, ``resolves`` (both in this case, or in some case) and ``touchpoint`` (the model). Edges are transfers
    with ``kind``, ``carries``, ``share``, ``when``, ``limit``, ``if_closed`` (whether the edge exists because another
    target is closed) and ``transfer`` (the model). Nodes and edges come in the order of ids.
    O(touchpoints + transfers).

    Raises `CannotRun` if there is no such case.
    """
    network = Network(contact_map)
    wanted = network.cases.all if case is None else network.cases.find(dict(case))
    if not wanted:
        raise CannotRun(f"no case {dict(case or {})} in this map", help="see LoadedMap.cases for the cases there are")  # noqa: EM102
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=contact_map.name or "", case=dict(case or {}))
    for number, key in enumerate(network.ids):
        if network.visible[number] & wanted:
            graph.add_node(key, **_node(network, number, wanted))
    for edges in network.out:
        for edge in edges:
            if edge.cases & wanted:
                graph.add_edge(network.ids[edge.source], network.ids[edge.target], **_edge(edge))
    return graph


def _node(network: Network, number: int, wanted: int) -> dict[str, Any]:
    touchpoint = network.touchpoints[number]
    return {
        "name": touchpoint.name or network.ids[number],
        "channel": touchpoint.channel,
        "department": touchpoint.department,
        "handled_by": "machine" if network.machine[number] else "person",
        "entry": bool(network.entries.get(number, 0) & wanted),
        "resolves": bool(network.resolving[number] & wanted),
        "touchpoint": touchpoint,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "kind": edge.kind,
        "carries": edge.carries,
        "share": None if edge.alternative else edge.transfer.share,
        "when": edge.transfer.when,
        "limit": edge.transfer.limit,
        "if_closed": edge.alternative,
        "transfer": edge.transfer,
    }
