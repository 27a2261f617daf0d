"""Values to model: what pydantic refuses, as many independent refusals as possible in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from journeymap.model import ContactMap
from journeymap.source.locations import Location, map_path, value_at
from journeymap.source.references import UNKNOWN
from journeymap.source.tree import Value

__all__ = ["Outcome", "Refusal", "validate"]

_MAX_ROUNDS = 6
_REFERENCES = frozenset({"channel", "department"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a model refused: the kind of problem, where (in model and map), what was written, named values."""

    kind: str
    location: Location
    path: tuple[str, ...]
    got: Value
    values: Mapping[str, Any]


@dataclass
class Outcome:
    """The model, if any; what was refused; and what was taken away to go on with the rest.

    `model` is what is left after the refused values were taken away: good for further checks, not for use.
    """

    model: ContactMap | None = None
    refusals: list[Refusal] = field(default_factory=list)
    removed: set[tuple[str, ...]] = field(default_factory=set)

    def touched(self) -> frozenset[tuple[str, ...]]:
        """The paths at or below which something was taken away; O(all of it)."""
        return frozenset(path[:length] for path in self.removed for length in range(1, len(path) + 1))


def validate(root: dict[str, Value]) -> Outcome:
    """Reads values into the model. Refused values are taken out of `root`, and the rest is tried again, a few times.

    The first round finds everything that is independent; later ones what was hidden behind a refused shape.
    """
    outcome = Outcome()
    for _ in range(_MAX_ROUNDS):
        try:
            outcome.model = ContactMap.model_validate(root)
        except ValidationError as error:
            refusals = [_refusal(root, details) for details in error.errors(include_url=False, include_input=False)]
            consequences = _Consequences(refusals, outcome)
            outcome.refusals += [refusal for refusal in refusals if not consequences.has(refusal)]
            for refusal in refusals:
                _take_away(root, refusal, outcome)
        else:
            break
    return outcome


def _refusal(root: dict[str, Value], details: Mapping[str, Any]) -> Refusal:
    values = dict(details.get("ctx", {}))
    location = (*details["loc"], *values.pop("at", ()))
    path = map_path(root, location)
    if details["type"] == "missing":
        path = (*map_path(root, location[:-1]), str(location[-1]))
    if details["type"] == "duplicate_id":
        ids = value_at(root, path[:-1])
        values["ids"] = tuple(ids) if isinstance(ids, list) else ()
    return Refusal(details["type"], location, path, value_at(root, path), values)


class _Consequences:
    """What is refused only because of what was refused already: a key is missing that was misspelt."""

    def __init__(self, refusals: list[Refusal], outcome: Outcome) -> None:
        self.touched = outcome.touched()
        self.unknown: dict[tuple[str, ...], list[str]] = {}
        for refusal in refusals:
            if refusal.kind == "extra_forbidden":
                self.unknown.setdefault(refusal.path[:-1], []).append(refusal.path[-1])

    def has(self, refusal: Refusal) -> bool:
        """Whether a refusal is one; O(unknown keys of the element)."""
        path = refusal.path
        if path in self.touched:
            return True
        misspelt = self.unknown.get(path[:-1]) if refusal.kind == "missing" else None
        if misspelt is None:
            return False
        from journeymap.source.suggestions import is_near

        return any(is_near(key, path[-1]) for key in misspelt)


def _take_away(root: dict[str, Value], refusal: Refusal, outcome: Outcome) -> None:
    if refusal.kind == "missing":
        _fill(root, refusal.path, outcome)
    elif refusal.kind == "duplicate_id":
        _remove_repeats(_container(root, refusal.path[:-1]))
    elif refusal.path:
        _remove(root, refusal.path, outcome)


def _remove_repeats(ids: Value) -> None:
    if isinstance(ids, list):
        first: dict[str, Value] = {}
        for item in ids:
            first.setdefault(str(item), item)
        ids[:] = first.values()


def _fill(root: dict[str, Value], path: tuple[str, ...], outcome: Outcome) -> None:
    parent = _container(root, path[:-1])
    if path[-1] in _REFERENCES and isinstance(parent, dict):
        parent[path[-1]] = UNKNOWN
    elif path[-1] in _REFERENCES and len(path) > 1:
        _replace(root, path[:-1])
    elif len(path) > 1:
        _remove(root, path[:-1], outcome)


def _replace(root: dict[str, Value], path: tuple[str, ...]) -> None:
    """A touchpoint without any content: only its id counts."""
    parent = _container(root, path[:-1])
    if isinstance(parent, dict):
        parent[path[-1]] = {"channel": UNKNOWN, "department": UNKNOWN}


def _remove(root: dict[str, Value], path: tuple[str, ...], outcome: Outcome) -> None:
    parent = _container(root, path[:-1])
    if isinstance(parent, dict) and path[-1] in parent:
        del parent[path[-1]]
        outcome.removed.add(path)
    elif len(path) > 1:
        _remove(root, path[:-1], outcome)


def _container(root: Value, path: tuple[str, ...]) -> Value:
    """The value at a path; None where it is gone already."""
    here = root
    for step in path:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list) and step.isdecimal() and int(step) < len(here):
            here = here[int(step)]
        else:
            return None
    return here
