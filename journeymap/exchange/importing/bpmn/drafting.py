"""One file as flows and blocks of a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from journeymap.exchange.importing.bpmn.channels import channels_of
from journeymap.exchange.importing.bpmn.conversations import Conversation, conversations_of
from journeymap.exchange.importing.bpmn.departments import Department, Departments
from journeymap.exchange.importing.bpmn.parties import parties_of
from journeymap.exchange.importing.bpmn.process import Definitions, Node
from journeymap.exchange.importing.bpmn.scopes import Scopes, called
from journeymap.exchange.importing.bpmn.settling import settling
from journeymap.exchange.importing.bpmn.steps import Step, handler_of, handler_of_pool
from journeymap.exchange.importing.bpmn.ways import AFTER, Edge, edges_of
from journeymap.exchange.importing.bpmn.wording import BACK_OFFICE, meets_customers
from journeymap.exchange.importing.draft import END, Block, Channel, Flow, Remark, Way
from journeymap.findings import Message

__all__ = ["FileDraft", "alias_of"]

_NOT_AMONG = '"{name}" calls "{process}", which is not among the files'
_NEVER_MET = "lanes and pools that customers never meet, taken for a back office: {names}"


def alias_of(process: str) -> str:
    """The name by which other files call a process."""
    return f"bpmn process {process}"


class FileDraft:
    """Flows and blocks of one file; `processes` are ids of all files, `called_elsewhere` those that others call."""

    def __init__(
        self, definitions: Definitions, processes: Collection[str], called_elsewhere: Collection[str],
        remarks: list[Remark],
    ) -> None:  # fmt: skip
        self.definitions = definitions
        self.remarks = remarks
        self.processes = processes
        self.called = called_elsewhere
        self.parties = parties_of(definitions, remarks)
        self.scopes = Scopes(definitions)
        self.edges = edges_of(self.parties, self.scopes)
        self.departments = Departments(self.parties, self.scopes)
        self.steps = {key: self._step(key) for key in self.edges}
        for one in conversations_of(self.parties, self.edges, remarks):
            self._add_conversation(one)
        self.starts = list(self._all_starts())
        self.entries = [node for node in self.starts if self._is_entry(node)]
        self.facing = self._facing()
        touchpoints = {key for key, step in self.steps.items() if step.is_touchpoint}
        sending = {link.source for link in self.parties.between}
        self.settling = settling(self.edges, touchpoints, sending)
        self.spoken = channels_of(self.steps, self.parties, self.entries)
        self.channels: list[Channel] = []

    def flows(self) -> Iterator[Flow]:
        """A flow for each department; it begins with the start events in it."""
        entries: dict[str, list[Node]] = {}
        begins: dict[str, list[str]] = {}
        for process, node in {node.process: node for node in reversed(self.starts)}.items():
            if process in self.called:
                begins.setdefault(self.departments.of[node.id].key, []).append(alias_of(process))
        for node in self.entries:
            entries.setdefault(self.departments.of[node.id].key, []).append(node)
        for department in dict.fromkeys(step.department for step in self.steps.values()):
            firsts = [self._key(node.id) for node in entries.get(department.key, [])]
            called_here = [self._key(node.id) for node in self.starts if self._is_called_in(node, department)]
            aliases = tuple(begins.get(department.key, ()))
            first = next(iter([*firsts, *called_here]), None)
            yield Flow(
                department.key, department.name, department.place, first, bool(firsts), aliases, tuple(firsts[1:])
            )

    def blocks(self) -> Iterator[Block]:
        """A block for each step, with its ways."""
        for key, step in self.steps.items():
            channel = self._channel(step)
            if step.is_touchpoint and channel not in self.channels:
                self.channels.append(channel)
            yield Block(
                self._key(key), step.department.key, step.name, step.place,
                "touchpoint" if step.is_touchpoint else "technical",
                channel.key if step.is_touchpoint else "", step.handled_by,
                resolves=key in self.settling, ways=tuple(self._ways(key)),
            )  # fmt: skip

    def told(self) -> Iterator[Remark]:
        """What is to be said of departments and calls."""
        hidden = [
            one.name for one in dict.fromkeys(step.department for step in self.steps.values() if step.is_touchpoint)
            if one.key not in self.facing
        ]  # fmt: skip
        if hidden:
            place = next(iter(self.departments.all.values())).place
            yield Remark("assumed", place, Message(_NEVER_MET, {"names": ", ".join(hidden)}))
        for key in self.edges:
            node = self.definitions.nodes.get(key)
            if node is not None and called(node) and called(node) not in self.processes:
                yield Remark("dropped", node.place, Message(_NOT_AMONG, {"name": node.name, "process": called(node)}))

    def _step(self, key: str) -> Step:
        node = self.definitions.nodes[key.removesuffix(AFTER)]
        department = self.departments.of[node.id]
        speaks = node.id in self.parties.told and not node.is_activity
        works = node.is_activity and node.id not in self.scopes.inner
        is_touchpoint = (speaks or works) and not key.endswith(AFTER)
        handled_by = handler_of(node, department) if is_touchpoint else None
        return Step(key, node.name, department, node.place, is_touchpoint, handled_by)

    def _add_conversation(self, one: Conversation) -> None:
        name = one.pool.name or one.pool.id
        department = Department(f"{self.definitions.file}#{one.pool.id}", name, name, one.pool.place)
        self.steps[one.key] = Step(
            one.key,
            name,
            department,
            one.questions[0].place,
            is_touchpoint=True,
            handled_by=handler_of_pool(department),
        )
        for link in one.questions:
            self.edges[link.source] = [*self.edges[link.source], Edge(one.key, link.name, link.place)]
        self.edges[one.key] = [Edge(link.target, link.name, link.place) for link in one.answers]

    def _all_starts(self) -> Iterator[Node]:
        """Where the processes begin that are inside no activity, and event subprocesses that customers begin."""
        for scope, starts in self.scopes.starts.items():
            outer = self.scopes.outer.get(scope)
            is_event = outer is not None and self.definitions.nodes[outer].is_event_subprocess
            for node in starts:
                if node.id in self.edges and (outer is None or (is_event and node.id in self.parties.heard)):
                    yield node

    def _is_entry(self, node: Node) -> bool:
        fed = any(link.target == node.id for link in self.parties.between)
        return not fed and node.process not in self.called

    def _is_called_in(self, node: Node, department: Department) -> bool:
        return node.process in self.called and self.departments.of[node.id] == department

    def _facing(self) -> set[str]:
        met = [key for key in (*self.parties.told, *self.parties.heard) if key in self.steps]
        if not met:
            met = [node.id for node in self.entries]
        facing = {self.steps[key].department.key for key in met}
        if not self.parties.customers:
            facing |= {one.key for one in self.departments.all.values() if meets_customers(one.name)}
        return facing or {one.key for one in self.departments.all.values()}

    def _channel(self, step: Step) -> Channel:
        return self.spoken[step.id] if step.department.key in self.facing else BACK_OFFICE

    def _ways(self, key: str) -> Iterator[Way]:
        for edge in self.edges[key]:
            if edge.target == END:
                yield Way(END, edge.when, failure=edge.failure, place=edge.place)
            elif edge.target in self.steps:
                yield Way(self._key(edge.target), edge.when, None, edge.failure, place=edge.place, wait=edge.wait)
        node = self.definitions.nodes.get(key)
        if node is not None and key not in self.scopes.inner and called(node) in self.processes:
            yield Way(alias_of(called(node)), kind="step", place=node.place)

    def _key(self, key: str) -> str:
        return f"{self.steps[key].department.key}/{key}"
