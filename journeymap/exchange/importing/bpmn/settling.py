"""Which touchpoints settle the matter."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from journeymap.exchange.importing.bpmn.ways import Edge

__all__ = ["settling"]


def settling(edges: Mapping[str, Sequence[Edge]], touchpoints: Container[str], sending: Container[str]) -> set[str]:
    """The touchpoints after which a process ends normally, with nothing but technical steps between; not those that
    send the contact on to others of the company. Linear.
    """
    before: dict[str, list[str]] = {}
    waiting: list[str] = []
    for source, ways in edges.items():
        for edge in ways:
            if not edge.failure:
                before.setdefault(edge.target, []).append(source)
        if any(edge.resolves for edge in ways):
            waiting.append(source)
    seen = set(waiting)
    while waiting:
        key = waiting.pop()
        if key not in touchpoints:
            new = [source for source in before.get(key, ()) if source not in seen]
            seen.update(new)
            waiting += new
    return {key for key in seen if key in touchpoints and key not in sending}
