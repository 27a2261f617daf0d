"""How contacts change hands: what kind of transfer each way is, and which touchpoints settle the matter."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from journeymap.exchange.importing.bpmn.ways import Edge
from journeymap.exchange.importing.draft import END
from journeymap.model.values import Kind

__all__ = ["Hands", "settling"]

_SEVERAL = ""
"""In place of a department where there are several."""


class Hands:
    """Kinds of transfer: a step inside one department, a ticket to another, a callback where the contact comes from
    one that never meets customers to one that does.

    The kind of a way to or from something technical is that of the touchpoints before and behind it, where they all
    are in one department. Linear in steps and ways.
    """

    def __init__(
        self,
        edges: Mapping[str, Sequence[Edge]],
        departments: Mapping[str, str],
        touchpoints: Container[str],
        facing: Container[str],
    ) -> None:
        self._departments = departments
        self._touchpoints = touchpoints
        self._facing = facing
        pairs = [(source, edge.target) for source, ways in edges.items() for edge in ways if edge.target != END]
        self._before = self._spread(pairs)
        self._behind = self._spread([(target, source) for source, target in pairs])

    def _spread(self, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
        """For each technical step the department of the touchpoints it is come to from, or `_SEVERAL`."""
        following: dict[str, list[str]] = {}
        for source, target in pairs:
            following.setdefault(source, []).append(target)
        known: dict[str, str] = {}
        waiting = [key for key in following if key in self._touchpoints]
        while waiting:
            key = waiting.pop()
            own = self._departments[key] if key in self._touchpoints else known[key]
            for target in following.get(key, ()):
                merged = own if known.get(target, own) == own else _SEVERAL
                if target not in self._touchpoints and known.get(target) != merged:
                    known[target] = merged
                    waiting.append(target)
        return known

    def kind(self, source: str, target: str) -> Kind | None:
        """The kind of a way between two steps; None where the rest of the way decides."""
        first, last = self._side(source, self._before), self._side(target, self._behind)
        if not first or not last:
            return None
        if first == last:
            return "step"
        return "callback" if last in self._facing and first not in self._facing else "ticket"

    def _side(self, key: str, known: Mapping[str, str]) -> str:
        return self._departments[key] if key in self._touchpoints else known.get(key, _SEVERAL)


def settling(edges: Mapping[str, Sequence[Edge]], touchpoints: Container[str]) -> set[str]:
    """The touchpoints after which a process ends normally, with nothing but technical steps between. Linear."""
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
    return {key for key in seen if key in touchpoints}
