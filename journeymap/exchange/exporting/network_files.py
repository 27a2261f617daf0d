"""A map as GraphML or GEXF, for programs that analyse networks (Gephi, yEd, Cytoscape).

Touchpoints are nodes, transfers edges; parallel ones, and what an `if_closed` adds, are edges of their own. Attributes
are text in the notation of the map language; `entry` and `if_closed` are true or false.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from journeymap.exchange.exporting.characters import held_by_xml
from journeymap.graph import Edge, Network
from journeymap.model import ContactMap
from journeymap.source.canonical import written
from journeymap.source.layout import Written, flow

if TYPE_CHECKING:
    import networkx

__all__ = ["gexf", "graphml", "network_graph"]

_META = re.compile(rb"\s*<meta\b.*?</meta>", re.DOTALL)
"""When and by which version of networkx the file was made: the same map shall give the same bytes."""


def graphml(contact_map: ContactMap) -> bytes:
    """The map as GraphML. O(touchpoints + transfers)."""
    import networkx

    target = io.BytesIO()
    networkx.write_graphml_xml(network_graph(contact_map), target, named_key_ids=False)
    return target.getvalue()


def gexf(contact_map: ContactMap) -> bytes:
    """The map as GEXF 1.2. O(touchpoints + transfers)."""
    import networkx

    target = io.BytesIO()
    networkx.write_gexf(network_graph(contact_map), target)
    return _META.sub(b"", target.getvalue(), count=1)


def network_graph(contact_map: ContactMap) -> networkx.MultiDiGraph[str]:
    """The graph that is written: nodes are ids, every attribute is text or a flag."""
    import networkx

    network = Network(contact_map)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=held_by_xml(contact_map.name or ""))
    for number, key in enumerate(network.ids):
        graph.add_node(held_by_xml(key), **_node(network, number))
    count = 0
    for edges in network.out:
        for edge in edges:
            source, target = (held_by_xml(network.ids[number]) for number in (edge.source, edge.target))
            graph.add_edge(source, target, key=str(count), id=str(count), **_edge(edge))
            count += 1
    return graph


def _node(network: Network, number: int) -> dict[str, Any]:
    touchpoint = network.touchpoints[number]
    said = {key: value for key, value in written(touchpoint).items() if key not in ("transfers", "entry")}
    name = touchpoint.name or network.ids[number]
    texts = _texts({**said, "name": name, "handled_by": "machine" if network.machine[number] else "person"})
    entry = written(touchpoint).get("entry")
    volume = _texts({"entry_volume": entry}) if isinstance(entry, Mapping) else {}
    return {"label": held_by_xml(name), **texts, **volume, "entry": touchpoint.entry is not None}


def _edge(edge: Edge) -> dict[str, Any]:
    said = {key: value for key, value in written(edge.transfer).items() if key != "if_closed"}
    if edge.alternative:
        said.pop("share", None)
    carries = edge.carries if isinstance(edge.carries, str) else list(edge.carries)
    return {**_texts({**said, "kind": edge.kind, "carries": carries}), "if_closed": edge.alternative}


def _texts(values: Mapping[str, Written]) -> dict[str, str]:
    return {key: held_by_xml(value if isinstance(value, str) else flow(value)) for key, value in values.items()}
