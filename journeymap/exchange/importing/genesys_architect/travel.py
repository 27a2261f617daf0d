"""Goes through the sequences of flows, list by list, and makes a block of every action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import END, Block, Item, Way
from journeymap.exchange.importing.genesys_architect.answers import Answers
from journeymap.exchange.importing.genesys_architect.catalogue import Part, channel_of, part_of
from journeymap.exchange.importing.genesys_architect.ends import ENDINGS, ended_at
from journeymap.exchange.importing.genesys_architect.linking import Links, called_name, reference
from journeymap.exchange.importing.genesys_architect.menus import (
    choice_kind,
    choices_of,
    default_choice,
    menu_name,
    no_choice,
)
from journeymap.exchange.importing.genesys_architect.outputs import LEAVING, Output, outputs_of
from journeymap.exchange.importing.genesys_architect.parsed import FlowPart, ParsedFlow, Path
from journeymap.exchange.importing.genesys_architect.places import Places
from journeymap.exchange.importing.genesys_architect.scope import Scope
from journeymap.exchange.importing.genesys_architect.wording import action_name, condition, told_name
from journeymap.exchange.importing.loose import inner, mapping, text
from journeymap.model.values import Kind

__all__ = ["Travel"]

_MOST_BLOCKS = 100_000
_MOST_RUNS = 400
_DEEPEST = 6
_CUT_OFF, _ANSWERED = "cut off while waiting", "an agent is free"
_INTO_PLACES = frozenset({Part.QUEUE, Part.PERSON, Part.NUMBER, Part.VOICEMAIL, Part.CALLBACK})
_INTO_FLOWS = frozenset({Part.FLOW, Part.SECURE, Part.BOT, Part.MODULE})
_INTO_SEQUENCES = frozenset({Part.INLINE, Part.MENU, Part.CALL_TASK, Part.TASK, Part.JUMP})


class Travel:
    """`made` are blocks by key; also by key, `spoken` are the actions that speak, `endings` those that only end
    something, `used` the answers that actions work with.
    """

    def __init__(self, links: Links, answers: Answers) -> None:
        self.links = links
        self.answers = answers
        self.places = Places()
        self.made: dict[str, Block] = {}
        self.spoken: dict[str, tuple[str, Mapping[str, object]]] = {}
        self.endings: set[str] = set()
        self.used: dict[str, tuple[Item, ...]] = {}
        self._runs: dict[tuple[object, ...], str] = {}
        self._begun: set[str] = set()
        self._waiting: list[tuple[Scope, FlowPart, str]] = []

    def begin(self, flow: ParsedFlow, sequence: FlowPart) -> str:
        """Goes on from a sequence of a flow that nobody called; the key of its first block."""
        scope = Scope(flow, flow.key, channel_of(flow.kind) or "phone")
        if flow.kind.casefold().startswith("inqueue"):
            scope = replace(scope, returns=self.places.queue(scope, "", flow.place()), waits=True)
        return self._finished(self._into(scope, sequence, scope.returns))

    def _finished(self, first: str) -> str:
        while self._waiting:
            scope, sequence, after = self._waiting.pop(0)
            if sequence.kind == "menu":
                self._menu(scope, sequence.path, after)
            else:
                self._list(scope, _actions(scope, sequence), after)
        return first

    def _into(self, scope: Scope, sequence: FlowPart, after: str) -> str:
        """The first block of a sequence, which is gone through later."""
        first = scope.key(sequence.path)
        if sequence.kind != "menu":
            first = self._first(scope, _actions(scope, sequence), after)
        mark = scope.key(sequence.path)
        if mark not in self._begun:
            self._begun.add(mark)
            self._waiting.append((scope, sequence, after))
        return first

    def _run(self, scope: Scope, what: Path, **changes: str | tuple[tuple[str, str], ...]) -> Scope:
        """A scope of its own for a run with its own way back; beyond some number they share one."""
        key = (scope.flow.key, what, scope.returns, scope.channel, *sorted(changes.items()))
        name = self._runs.get(key)
        if name is None:
            limit = len(self._runs) >= _MOST_RUNS or scope.depth >= _DEEPEST
            name = f"{scope.flow.key}~{'more' if limit else len(self._runs) + 1}"
            self._runs[key] = name
        changed = replace(scope, name=name, depth=scope.depth + 1, loop_next="", loop_exit="", menu="", back="")
        return replace(changed, **changes)  # type: ignore[arg-type]

    def _first(self, scope: Scope, path: Path, after: str) -> str:
        entries = _entries(scope, path)
        return scope.key((*path, *entries[0])) if entries else after

    def _list(self, scope: Scope, path: Path, after: str) -> str:
        """The actions of a list one after the other; the key of the first."""
        entries = _entries(scope, path)
        keys = [scope.key((*path, *entry)) for entry in entries] + [after]
        for entry, following in zip(entries, keys[1:], strict=True):
            where = (*path, *entry)
            self._action(scope, where, entry[1], mapping(scope.flow.value(where)), following)
        return keys[0]

    def _action(self, scope: Scope, path: Path, kind: str, action: Mapping[str, object], after: str) -> None:
        key, part = scope.key(path), part_of(kind)
        if key in self.made:
            return
        if len(self.made) >= _MOST_BLOCKS:
            message = f"these files have more than {_MOST_BLOCKS} actions"
            raise CannotRun(message, help="import fewer flows at a time")
        place = scope.flow.place(path, action_name(kind, action))
        block = Block(key, scope.flow.key, action_name(kind, action), place, channel=scope.channel)
        self.made[key] = block
        if part is Part.ASK:
            asks = self.answers.items(kind, action)
            used = self.answers.is_used(action)
            name = told_name(kind, action) or menu_name(action, is_choice=self.answers.is_choice(action)) or block.name
            block = replace(block, role="touchpoint", handled_by="machine", name=name, asks=asks, advances=used)
        elif part is Part.HOURS:
            block = replace(block, role="hours")
        elif part is Part.PROMPT:
            self.spoken[key] = (kind, action)
        elif part in ENDINGS:
            self.endings.add(key)
        self.used[key] = self.answers.used_by(scope.flow, action)
        ways = self._ways(scope, path, part, action, after, block)
        self.made[key] = replace(block, ways=tuple(dict.fromkeys(ways)))

    def _ways(
        self, scope: Scope, path: Path, part: Part, action: Mapping[str, object], after: str, block: Block
    ) -> list[Way]:
        place = block.place
        if scope.waits and part in (Part.HANG_UP, Part.PROMPT):
            free, cut = Way(scope.returns, _ANSWERED, place=place), Way(END, _CUT_OFF, failure=True, place=place)
            return [cut] if part is Part.HANG_UP else [free, Way(after, place=place)]
        if part in ENDINGS:
            return [Way(ended_at(scope, part, action) or after, place=place)]
        if part is Part.LOOP:
            return self._loop(scope, path, action, after, block)
        if part in _INTO_PLACES | _INTO_FLOWS:
            onward = self._onward(scope, path, part, action, after, block)
            if part in _INTO_FLOWS:
                after = self._outcome(block, [way for way in onward if not way.failure], after)
            into = self._into_place(scope, part, action, after, block)
            return [into, *(way for way in onward if way.failure or part not in _INTO_FLOWS)]
        if part in _INTO_SEQUENCES:
            return [Way(self._into_sequence(scope, path, part, action, after), place=place)]
        return self._onward(scope, path, part, action, after, block)

    def _outcome(self, block: Block, ways: Sequence[Way], after: str) -> str:
        """Where the contact goes on when it comes back from another flow: by its outcome, where that is asked for."""
        if all(way.target == after for way in ways):
            return after
        key = f"{block.key}/outcome"
        self.made[key] = replace(block, key=key, role="technical", ways=tuple(ways))
        return key

    def _into_place(self, scope: Scope, part: Part, action: Mapping[str, object], after: str, block: Block) -> Way:
        """The way to a person, a box, or another flow."""
        if part in _INTO_FLOWS:
            return Way(self._called(scope, part, action, after, block), place=block.place)
        if part is Part.VOICEMAIL:
            return Way(self.places.voicemail(scope, action, block.place), place=block.place)
        kind: Kind | None = "callback" if part is Part.CALLBACK else None
        return Way(self.places.behind(part, scope, action, block.place), kind=kind, place=block.place)

    def _into_sequence(self, scope: Scope, path: Path, part: Part, action: Mapping[str, object], after: str) -> str:
        """The first block of a list, menu, task or state of the same flow."""
        if part is Part.INLINE:
            return self._list(replace(scope, task_end=after), (*path, "task", "actions"), after)
        return (
            self._submenu(scope, path, action, after)
            if part is Part.MENU
            else self._sequence(scope, path, part, action, after)
        )

    def _onward(
        self, scope: Scope, path: Path, part: Part, action: Mapping[str, object], after: str, block: Block
    ) -> list[Way]:
        """The ways of the outputs; without any, the way on."""
        asked = self.answers.variables(scope.flow)
        outputs = outputs_of(part, action, path, asked)
        ways = []
        for output in outputs:
            target = self._list(scope, output.path, after) if output.path is not None else after
            words = self._words(path, part, output, action, asked, block)
            ways.append(Way(target, words, failure=output.failure, closed=output.closed, place=block.place))
        if not ways:
            return [Way(after, place=block.place)]
        usual = {way.target for way in ways if not way.failure and not way.closed}
        return [way for way in ways if way.target not in usual or not (way.failure or way.closed)]

    def _words(
        self, path: Path, part: Part, output: Output, action: Mapping[str, object], asked: frozenset[str], block: Block
    ) -> str:
        told = told_name(path[-1], action)
        if part is Part.DECISION:
            question = told
            answer = condition(action.get("condition"), asked)
            positive = output.name == "yes"
            if question.endswith("?"):
                return f"{question} {output.name}"
            return (question or answer) if positive else f"not: {question or answer}"
        if output.failure and not output.words:
            if part is Part.ASK:
                return "no valid input"
            failing = "transfer" if part in LEAVING else block.name if told else "look-up"
            return f"{failing} takes too long" if output.name == "timeout" else f"{failing} fails"
        return output.words

    def _loop(self, scope: Scope, path: Path, action: Mapping[str, object], after: str, block: Block) -> list[Way]:
        """Into the loop again and again, at most so often, and on when it is done."""
        inside = replace(scope, loop_next=block.key, loop_exit=after)
        count = text(inner(action, "loopCount", "lit"))
        limit = int(count) if count.isdecimal() and 0 < int(count[:6]) < 100_000 else None
        body = next((output.path for output in outputs_of(Part.LOOP, action, path, frozenset()) if output.path), None)
        first = self._list(inside, body, block.key) if body is not None else after
        done = f"after {limit} times" if limit else "when it is done"
        return [Way(first, limit=limit, place=block.place), Way(after, done, place=block.place)]

    def _sequence(self, scope: Scope, path: Path, part: Part, action: Mapping[str, object], after: str) -> str:
        sequence = self.links.sequence(scope.flow, reference(action))
        if sequence is None:
            return f"{scope.flow.key}/{reference(action) or 'nothing'}"
        if part is Part.CALL_TASK:
            outcomes = tuple(
                (output.name, self._list(scope, output.path, after))
                for output in outputs_of(part, action, path, frozenset())
                if output.path is not None
            )
            run = self._run(scope, sequence.path, task_end=after, outcomes=outcomes)
            return self._into(run, sequence, after)
        above = scope.menu if sequence.kind == "menu" else ""
        plain = replace(scope, task_end="", outcomes=(), loop_next="", loop_exit="", menu=above, back="")
        return self._into(plain, sequence, scope.returns)

    def _called(self, scope: Scope, part: Part, action: Mapping[str, object], after: str, block: Block) -> str:
        """The beginning of another flow; a bot, module or secure flow comes back to the action that follows."""
        name = called_name(action) or "a flow"
        flow = self.links.flow(name)
        first = self.links.first(flow) if flow is not None else None
        if flow is None or first is None:
            return self._elsewhere(scope, part, name, after, block)
        scope_there = Scope(flow, flow.key, channel_of(flow.kind) or scope.channel, depth=scope.depth)
        if part is Part.FLOW:
            return self._into(scope_there, first, scope_there.returns)
        run = self._run(replace(scope_there, channel=scope.channel, returns=after), first.path, task_end=after)
        return self._into(run, first, after)

    def _elsewhere(self, scope: Scope, part: Part, name: str, after: str, block: Block) -> str:
        if part is Part.FLOW:
            return self.places.elsewhere(scope, name, block.place)
        key = f"{block.key}/called"
        words = f"Bot {name}" if part is Part.BOT else name
        stands = replace(block, key=key, name=words, role="touchpoint", handled_by="machine")
        self.made[key] = replace(stands, ways=(Way(after, place=block.place),))
        return key if part in (Part.BOT, Part.SECURE) else after

    def _submenu(self, scope: Scope, path: Path, action: Mapping[str, object], after: str) -> str:
        where = path if "choices" in action else (*path, "menu")
        if "choices" not in mapping(scope.flow.value(where)):
            return self._sequence(scope, path, Part.JUMP, action, after)
        return self._menu(scope, where, after)

    def _menu(self, scope: Scope, path: Path, after: str) -> str:
        """A menu and what its choices lead to; the key of its block."""
        menu = mapping(scope.flow.value(path))
        key = scope.key(path) if scope.key(path) not in self.made else f"{scope.key(path)}/menu"
        if key in self.made:
            return key
        name = text(menu.get("name")) or menu_name(menu, is_choice=True)
        place = scope.flow.place(path, name)
        self.made[key] = Block(key, scope.flow.key, name, place, "touchpoint", scope.channel, "machine")
        inside = replace(scope, menu=key, back=scope.menu or key, task_end=key)
        ways = []
        for where, kind, choice, words in choices_of(menu, path):
            self._action(inside, where, choice_kind(kind), choice, key)
            ways.append(Way(inside.key(where), words, place=scope.flow.place(where, name)))
        default = default_choice(menu, path)
        without = inside.key(default) if default is not None else END
        ways.append(Way(without, no_choice(menu, scope.flow.body), failure=True, place=place))
        self.made[key] = replace(self.made[key], ways=tuple(ways))
        return key


def _actions(scope: Scope, sequence: FlowPart) -> Path:
    return sequence.path if sequence.kind == "actions" else (*sequence.path, "actions")


def _entries(scope: Scope, path: Path) -> list[tuple[str, str]]:
    """The actions of a list: the place of each, and its kind."""
    value = scope.flow.value(path)
    entries = value if isinstance(value, list) else []
    return [(str(place), kind) for place, entry in enumerate(entries) for kind in mapping(entry)]
