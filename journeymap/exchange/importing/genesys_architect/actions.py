"""Every action of a flow, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeymap.exchange.importing.genesys_architect.menus import choice_kind
from journeymap.exchange.importing.genesys_architect.parsed import ParsedFlow, Path

__all__ = ["Found", "actions_in"]

_LISTS = frozenset({"actions", "outputActions", "startUpTaskActions", "startUpActions"})


@dataclass(frozen=True, slots=True)
class Found:
    """An action, or a choice of a menu as the action it takes."""

    kind: str
    action: Mapping[str, object]
    path: Path


def actions_in(flow: ParsedFlow) -> Iterator[Found]:
    """The actions of a flow in reading order; no recursion."""
    waiting: list[tuple[Path, object]] = [((flow.kind,), dict(flow.body))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, key), inside) for key, inside in reversed(value.items())]
        elif isinstance(value, list):
            if path[-1] in _LISTS or path[-1] == "choices":
                yield from _listed(path, value)
            waiting += [((*path, str(place)), inside) for place, inside in reversed(list(enumerate(value)))]


def _listed(path: Path, entries: list[object]) -> Iterator[Found]:
    for place, entry in enumerate(entries):
        for kind, action in entry.items() if isinstance(entry, dict) else ():
            if isinstance(action, dict):
                yield Found(choice_kind(kind) if path[-1] == "choices" else kind, action, (*path, str(place), kind))
