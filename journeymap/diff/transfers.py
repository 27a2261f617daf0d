"""Which transfers of a touchpoint were added, removed or changed; several to one target are paired as best they fit."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.diff.result import Change
from journeymap.diff.values import Fields, fields, key_changes
from journeymap.model import ContactMap, Touchpoint

__all__ = ["transfer_changes"]

SECTION = "transfers"
_NAME = "{source} -> {target}"


@dataclass(frozen=True, slots=True)
class _Transfer:
    path: str
    fields: Fields

    @property
    def written(self) -> str:
        """One text for each content."""
        return json.dumps(self.fields, sort_keys=True)


def transfer_changes(
    source: str, before: Touchpoint | None, after: Touchpoint | None, maps: tuple[ContactMap, ContactMap]
) -> Iterator[Change]:
    """What happened to the transfers of the touchpoint `source`, by target."""
    old, new = _by_target(source, before), _by_target(source, after)
    for target in sorted(old.keys() | new.keys()):
        name = _NAME.format(source=_name(maps, source), target=_name(maps, target))
        yield from _paired(old.get(target, ()), new.get(target, ()), name)


def _paired(old: Sequence[_Transfer], new: Sequence[_Transfer], name: str) -> Iterator[Change]:
    """Equal ones first, whatever their place in the list; of the others the first with the first, and so on."""
    equal = Counter(each.written for each in old) & Counter(each.written for each in new)
    unmatched, left = _without(old, equal), _without(new, equal)
    for one, other in zip(unmatched, left, strict=False):
        yield Change("changed", SECTION, other.path, name, key_changes(one.fields, other.fields))
    yield from (Change("removed", SECTION, each.path, name) for each in unmatched[len(left) :])
    yield from (Change("added", SECTION, each.path, name) for each in left[len(unmatched) :])


def _without(transfers: Sequence[_Transfer], equal: Counter[str]) -> list[_Transfer]:
    """Those that are left when each of the equal ones has been taken away."""
    taken = Counter(equal)
    left = []
    for transfer in transfers:
        if taken[transfer.written] > 0:
            taken[transfer.written] -= 1
        else:
            left.append(transfer)
    return left


def _by_target(source: str, touchpoint: Touchpoint | None) -> dict[str, list[_Transfer]]:
    found: dict[str, list[_Transfer]] = {}
    for target, place, transfer in touchpoint.each_transfer() if touchpoint is not None else ():
        path = f"touchpoints.{source}.transfers.{target}" + ("" if place is None else f".{place}")
        found.setdefault(target, []).append(_Transfer(path, fields(transfer)))
    return found


def _name(maps: tuple[ContactMap, ContactMap], touchpoint: str) -> str:
    old, new = maps
    return (new if touchpoint in new.touchpoints else old).name_of("touchpoints", touchpoint)
