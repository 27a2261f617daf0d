"""The ways between the steps of a file: sequence flows, messages, events at the edge, ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from journeymap.exchange.importing.bpmn.parties import Parties
from journeymap.exchange.importing.bpmn.process import Link, Node
from journeymap.exchange.importing.bpmn.scopes import Scopes, is_on_a_way
from journeymap.exchange.importing.bpmn.wording import asked, duration_of, words
from journeymap.exchange.importing.draft import END, Place

__all__ = ["AFTER", "Edge", "edges_of"]

AFTER = "\0after"
"""Behind the id of an activity with steps inside: the place where it is left."""

_FAILURES = frozenset({"error", "cancel"})
_CAUGHT = frozenset({"error", "cancel", "escalation"})
_TOGETHER = "at the same time"
_OTHERWISE = "otherwise"
_QUESTIONS = frozenset({"exclusiveGateway", "inclusiveGateway", "complexGateway"})


@dataclass(frozen=True, slots=True)
class Edge:
    """A way on to an id of a step, one with `AFTER`, or END; `resolves` marks a normal end."""

    target: str
    when: str = ""
    place: Place | None = None
    failure: bool = False
    resolves: bool = False
    wait: timedelta | None = field(default=None)


def edges_of(parties: Parties, scopes: Scopes) -> dict[str, list[Edge]]:
    """The ways from each step of the company, in the order of the file.

    Linear in steps and flows, and in activities times the events at those around them.
    """
    return _Ways(parties, scopes).edges()


class _Ways:
    def __init__(self, parties: Parties, scopes: Scopes) -> None:
        self.parties = parties
        self.scopes = scopes
        self.nodes = parties.definitions.nodes
        self.names = parties.definitions.words
        self.sent: dict[str, list[Link]] = {}
        for link in parties.between:
            self.sent.setdefault(link.source, []).append(link)
        self.answered = {link.target for link in parties.between if link.target in self.sent}
        """Steps that ask others of the company and get the answer themselves: it leads on from there, not back."""
        self.thrown: set[str] = set()
        """Boundary events to which an end event inside leads: no other step needs to."""

    def edges(self) -> dict[str, list[Edge]]:
        ours = [node for node in self.nodes.values() if self.parties.is_ours(node) and is_on_a_way(node)]
        found: dict[str, list[Edge]] = {}
        for node in ours:
            leaving = self._leaving(node)
            if node.id in self.scopes.inner:
                starts = self.scopes.starts[self.scopes.inner[node.id]]
                found[node.id] = [Edge(start.id, place=node.place) for start in starts]
                found[node.id + AFTER] = leaving
            else:
                found[node.id] = leaving
                if node.id in self.answered:
                    found[node.id + AFTER] = [edge for edge in leaving if edge not in self._told(node)]
        for node in ours:
            if node.is_activity and node.id not in self.scopes.inner:
                found[node.id] += self._caught(node)
        return found

    def _leaving(self, node: Node) -> list[Edge]:
        links = self.scopes.flows.get(node.id, [])
        told = self._told(node)
        if links:
            return [*(self._along(node, link, len(links) > 1) for link in links), *told]
        ending = self._ending(node, is_told=bool(told))
        return [*(replace(edge, resolves=edge.resolves and not told) for edge in ending), *told]

    def _told(self, node: Node) -> list[Edge]:
        """The messages that a step sends inside the company."""
        return [
            Edge(link.target + AFTER if link.target in self.answered else link.target, link.name, link.place)
            for link in self.sent.get(node.id, [])
        ]

    def _along(self, node: Node, link: Link, divides: bool) -> Edge:
        is_default = divides and node.element.attributes.get("default", "").rpartition(":")[2] == link.id
        answer = link.name or (_OTHERWISE if is_default else link.condition)
        if node.tag in _QUESTIONS:
            answer = asked(node.label if divides else "", answer)
        elif node.tag == "parallelGateway":
            answer = _TOGETHER if divides else ""
        if node.tag != "intermediateCatchEvent":
            return Edge(link.target, asked("", answer), link.place)
        caught = "" if "link" in node.triggers else self._event(node)
        return Edge(link.target, asked("", caught or answer), link.place, wait=self._wait(node))

    def _ending(self, node: Node, *, is_told: bool) -> Iterable[Edge]:
        """What follows a step that no sequence flow leaves."""
        if "link" in node.triggers and node.tag == "intermediateThrowEvent":
            return [Edge(target.id, place=node.place) for target in self._link_targets(node)]
        if is_told and not node.is_activity:
            return []
        thrown = next((trigger for trigger in node.triggers if trigger in _CAUGHT), None)
        if node.tag == "endEvent" and thrown is not None:
            catching = self.scopes.catching(node, thrown)
            if catching is not None:
                self.thrown.add(catching.id)
                return [Edge(catching.id, node.label, node.place, thrown in _FAILURES)]
            if thrown in _FAILURES:
                return [Edge(END, node.label, node.place, failure=True)]
        return [self._normal_end(node)]

    def _normal_end(self, node: Node) -> Edge:
        around = self.scopes.exit(node)
        when = node.label if node.tag == "endEvent" else ""
        if around is not None:
            return Edge(around + AFTER, when, node.place)
        return Edge(END, when, node.place, resolves="terminate" not in node.triggers or not self._ends_otherwise(node))

    def _ends_otherwise(self, node: Node) -> bool:
        """Whether its process has an end that is reached in the normal course of things."""
        return any(
            other.tag == "endEvent" and not _FAILURES & set(other.triggers) and "terminate" not in other.triggers
            for other in self.scopes.members[node.scope]
        )

    def _link_targets(self, node: Node) -> Iterator[Node]:
        for other in self.scopes.members[node.scope]:
            if other.tag == "intermediateCatchEvent" and "link" in other.triggers and _link(other) == _link(node):
                yield other

    def _caught(self, node: Node) -> Iterator[Edge]:
        for event in dict.fromkeys(self.scopes.handlers(node)):
            is_at_it = event in self.scopes.hosted.get(node.id, ())
            if is_at_it or event.id not in self.thrown:
                when = self._event(event) or (event.triggers[0] if event.triggers else "")
                yield Edge(event.id, asked("", when), event.place, _is_failure(event), wait=self._wait(event))

    def _event(self, node: Node) -> str:
        """What happens at an event, in words: its name, that of what it waits for, or the time."""
        if node.label:
            return node.label
        for definition in node.element.children:
            for name, value in definition.attributes.items():
                if name.endswith("Ref") and definition.name.endswith("EventDefinition"):
                    return self.names.get(value.rpartition(":")[2], "")
        return self._time(node)

    def _time(self, node: Node) -> str:
        timer = node.element.first("timerEventDefinition")
        return next((words(child.text) for child in timer.children), "") if timer is not None else ""

    def _wait(self, node: Node) -> timedelta | None:
        timer = node.element.first("timerEventDefinition")
        duration = timer.first("timeDuration") if timer is not None else None
        return duration_of(duration.text) if duration is not None else None


def _is_failure(event: Node) -> bool:
    """Errors are, and time-outs that break off the work."""
    interrupts = "false" not in (
        event.element.attributes.get("cancelActivity"), event.element.attributes.get("isInterrupting")
    )  # fmt: skip
    return bool(_FAILURES & set(event.triggers)) or ("timer" in event.triggers and interrupts)


def _link(node: Node) -> str:
    definition = node.element.first("linkEventDefinition")
    return words(definition.attributes.get("name")) if definition is not None else node.label
