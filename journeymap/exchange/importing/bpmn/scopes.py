"""Processes and subprocesses inside one another: where each begins, what follows it, and what catches its failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeymap.exchange.importing.bpmn.process import Definitions, Link, Node

__all__ = ["Scopes", "called", "is_compensation", "is_on_a_way"]

_NO_STARTS = frozenset({"boundaryEvent", "endEvent"})


def is_compensation(node: Node) -> bool:
    """Whether a step only undoes others: no way of a contact leads there."""
    return node.element.attributes.get("isForCompensation") == "true" or (
        node.is_boundary and node.triggers == ("compensate",)
    )


def is_on_a_way(node: Node) -> bool:
    """Whether a contact can be there: not at what only undoes, and not at the frame of an event subprocess."""
    return not is_compensation(node) and not node.is_event_subprocess


class Scopes:
    """The scopes of one file. A process that one activity calls, and nobody else, is inside that activity."""

    def __init__(self, definitions: Definitions) -> None:
        self.nodes = definitions.nodes
        self.members: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            self.members.setdefault(node.scope, []).append(node)
        self.flows: dict[str, list[Link]] = {}
        self.entered: set[str] = set()
        for link in definitions.sequence:
            self.flows.setdefault(link.source, []).append(link)
            self.entered.add(link.target)
        self.hosted: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            if node.is_boundary and not is_compensation(node):
                host = node.element.attributes.get("attachedToRef", "").rpartition(":")[2]
                self.hosted.setdefault(host, []).append(node)
        self.inner = {
            node.id: node.id for node in self.nodes.values() if node.is_subprocess and node.id in self.members
        }
        self.outer = {scope: node for node, scope in self.inner.items()}
        self._take_in(definitions)
        self.starts = {scope: list(self._starts(scope)) for scope in self.members}

    def _take_in(self, definitions: Definitions) -> None:
        calls = [(node.id, called(node)) for node in self.nodes.values() if called(node) in definitions.processes]
        callers = Counter(process for _, process in calls)
        for caller, process in calls:
            if callers[process] == 1 and process in self.members and process not in self._around(caller):
                self.inner[caller], self.outer[process] = process, caller

    def _around(self, node: str) -> Iterator[str]:
        """The scopes that a node lies in, from the inside."""
        key: str | None = node
        while key is not None:
            scope = self.nodes[key].scope
            yield scope
            key = self.outer.get(scope)

    def _starts(self, scope: str) -> Iterator[Node]:
        """Start events; where there are none, whatever no flow leads to."""
        members = self.members[scope]
        events = [node for node in members if node.is_start]
        for node in events or members:
            is_free = node.id not in self.entered and node.tag not in _NO_STARTS and not node.is_event_subprocess
            if node.is_start or (is_free and not is_compensation(node) and not _is_caught_link(node)):
                yield node

    def exit(self, node: Node) -> str | None:
        """The activity after which the contact goes on when a scope ends; None at the end of a process."""
        around = self.outer.get(node.scope)
        if around is not None and self.nodes[around].is_event_subprocess:
            return self.exit(self.nodes[around])
        return around

    def catching(self, node: Node, trigger: str) -> Node | None:
        """The event at an activity around that catches what is thrown; the innermost."""
        for scope in self._around(node.id):
            for event in self.hosted.get(self.outer.get(scope, ""), ()):
                if trigger in event.triggers:
                    return event
        return None

    def handlers(self, node: Node) -> Iterator[Node]:
        """Events that may take the contact away from a step: at it, at activities around it, and event subprocesses.

        What handles an event is not taken away by the next: that would lead round and round.
        """
        yield from self.hosted.get(node.id, ())
        is_handling = False
        for scope in self._around(node.id):
            for member in self._event_subprocesses(scope) if not is_handling else ():
                yield from self.starts.get(member.id, ())
            around = self.outer.get(scope)
            is_handling = around is not None and self.nodes[around].is_event_subprocess
            yield from self.hosted.get(around or "", ())

    def _event_subprocesses(self, scope: str) -> list[Node]:
        return [node for node in self.members[scope] if node.is_event_subprocess]


def called(node: Node) -> str:
    """The id of the process that a call activity calls; empty for everything else."""
    return node.element.attributes.get("calledElement", "").rpartition(":")[2] if node.tag == "callActivity" else ""


def _is_caught_link(node: Node) -> bool:
    return node.tag == "intermediateCatchEvent" and "link" in node.triggers
