"""The realistic map as a BPMN 2.0 process: the same touchpoints as tasks, the same transfers as sequence flows.

python tests/benchmarks/bpmn.py 10000 > map.bpmn
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from generate import build
from places import Place

__all__ = ["process"]

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="map" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="contact" name="Generated map" isExecutable="false">
"""
TAIL = """\
  </bpmn:process>
</bpmn:definitions>
"""


@dataclass(frozen=True)
class Flow:
    """One sequence flow."""

    id: str
    source: str
    target: str


def _flows(places: list[Place]) -> Iterator[Flow]:
    number = 0
    for place in places:
        if place.entry:
            yield Flow(f"flow{(number := number + 1)}", f"start_{place.id}", place.id)
        for target in place.ways:
            yield Flow(f"flow{(number := number + 1)}", place.id, target)
        if not place.ways:
            yield Flow(f"flow{(number := number + 1)}", place.id, f"end_{place.id}")


def _node(kind: str, id_: str, incoming: list[str], outgoing: list[str]) -> Iterator[str]:
    yield f"    <bpmn:{kind} id={quoteattr(id_)} name={quoteattr(id_.replace('_', ' '))}>"
    yield from (f"      <bpmn:incoming>{flow}</bpmn:incoming>" for flow in incoming)
    yield from (f"      <bpmn:outgoing>{flow}</bpmn:outgoing>" for flow in outgoing)
    yield f"    </bpmn:{kind}>"


def process(touchpoints: int) -> str:
    """A BPMN 2.0 process with a task per touchpoint and a sequence flow per transfer, without a diagram.

    Tasks split and join without gateways: a gateway per touchpoint would add as many nodes and flows again,
    and it is the same graph that is to be compared.
    """
    places = build(touchpoints)
    flows = list(_flows(places))
    leaving, arriving = defaultdict(list), defaultdict(list)
    for flow in flows:
        leaving[flow.source].append(flow.id)
        arriving[flow.target].append(flow.id)
    lines: list[str] = []
    for place in places:
        if place.entry:
            lines += _node("startEvent", f"start_{place.id}", [], leaving[f"start_{place.id}"])
        lines += _node("userTask", place.id, arriving[place.id], leaving[place.id])
        if not place.ways:
            lines += _node("endEvent", f"end_{place.id}", arriving[f"end_{place.id}"], [])
    lines += [
        f'    <bpmn:sequenceFlow id="{flow.id}" sourceRef="{flow.source}" targetRef="{flow.target}" />'
        for flow in flows
    ]
    return HEAD + "\n".join(lines) + "\n" + TAIL


if __name__ == "__main__":
    sys.stdout.write(process(int(sys.argv[1])))
