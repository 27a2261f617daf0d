"""GraphML and GEXF: networkx reads them back, whatever the map is called."""

from __future__ import annotations

import io
from pathlib import Path

import networkx
import pytest
from hypothesis import HealthCheck, given, settings

import journeymap
from exchange.hostile import hostile_maps
from journeymap.exchange.exporting.network_files import gexf, graphml, network_graph
from journeymap.graph import Network
from journeymap.model import ContactMap

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MAPS = Path(__file__).parents[3] / "maps"


def counted(graph: networkx.MultiDiGraph[str]) -> tuple[int, int]:
    return graph.number_of_nodes(), graph.number_of_edges()


@SLOW
@given(hostile_maps())
def test_what_was_written_is_read_with_the_same_counts(contact_map: ContactMap) -> None:
    network = Network(contact_map)
    wanted = len(network.ids), sum(map(len, network.out))
    assert counted(networkx.read_graphml(io.BytesIO(graphml(contact_map)), force_multigraph=True)) == wanted
    assert counted(networkx.read_gexf(io.BytesIO(gexf(contact_map)))) == wanted


def test_attributes_are_text_in_the_notation_of_the_language() -> None:
    contact_map = journeymap.load(MAPS / "harbour-bank.yaml").map
    graph = networkx.read_graphml(io.BytesIO(graphml(contact_map)), force_multigraph=True)
    agent = graph.nodes["agent"]
    assert agent["label"] == agent["name"] == contact_map.name_of("touchpoints", "agent")
    assert agent["handled_by"] == "person"
    assert agent["entry"] is False
    edge = graph.edges["agent", "address_queue", 0]
    assert edge == {
        "kind": "ticket",
        "carries": "all",
        "for": "{reason: address_change}",
        "if_closed": False,
        "id": "0",
    }


def test_parallel_transfers_are_kept_and_what_if_closed_adds() -> None:
    ways = {"b": [{"when": "1"}, {"when": "2", "if_closed": "c"}]}
    touchpoints = {key: {"channel": "x", "department": "d"} for key in "abc"}
    touchpoints["a"] |= {"transfers": ways}  # type: ignore[dict-item]
    data = {"journeymap": "1", "channels": ["x"], "departments": ["d"], "touchpoints": touchpoints}
    graph = network_graph(ContactMap.model_validate(data))
    assert [(source, target, each["if_closed"]) for source, target, each in graph.edges(data=True)] == [
        ("a", "b", False),
        ("a", "b", False),
        ("a", "c", True),
    ]


@pytest.mark.parametrize("write", [graphml, gexf])
def test_the_same_map_gives_the_same_bytes(write: object) -> None:
    assert callable(write)
    contact_map = journeymap.load(MAPS / "insurer").map
    shuffled = contact_map.model_copy(update={"touchpoints": dict(reversed(contact_map.touchpoints.items()))})
    assert write(contact_map) == write(shuffled)
    assert b"lastmodified" not in write(contact_map)
