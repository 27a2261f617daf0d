"""Which case a user means: ``retail/lost_card``, ``lost_card``, or names in place of ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from journeymap.draw.choosing import Choice, with_ids
from journeymap.draw.lookup import meant, way_out
from journeymap.errors import CannotRun
from journeymap.findings import CaseLabel, Message
from journeymap.graph import Network
from journeymap.model import ContactMap
from journeymap.model.filters import DIMENSIONS

__all__ = ["one_case", "written_case"]

_NONE = 'there is no case "{case}" in this map'
_NEEDED = "which case is to be drawn? this map has {count}"
_SEVERAL = '"{case}" is {count} cases that are not alike'
_ONE_OF = "one of them, for instance: {cases}"
_SEPARATOR = "/"
_TOLD = 6


def one_case(network: Network, written: str | None, choice: Choice) -> Choice:
    """The choice narrowed to one case, or to cases that every element of the map treats alike.

    `written` holds ids or names of a segment, reason and product in any order, separated by slashes; what all cases
    have in common, or what makes no difference, may be left out. Raises CannotRun where no case, or several that are
    not alike, are meant. O(cases).
    """
    choice = with_ids(network.map, choice)
    found = [case for case in network.cases.each(network.cases.all) if _chosen(case, choice)]
    for word in _words(network.map, written):
        found = [case for case in found if not word.isdisjoint(case)]
    if not found:
        raise CannotRun(str(Message(_NONE, {"case": written or ""})), help=_nearest(network, written or ""))
    if len({network.cases.find(dict(case)) for case in found}) > 1:
        raise _several(written, found)
    common = dict(set.intersection(*map(set, found)))
    values: dict[str, Any] = {f"{dimension}s": (common[dimension],) for dimension in DIMENSIONS if dimension in common}
    return replace(choice, **values)


def written_case(case: CaseLabel) -> str:
    """A case as a user writes it."""
    return _SEPARATOR.join(value for _, value in case)


def _chosen(case: CaseLabel, choice: Choice) -> bool:
    return all(not (wanted := getattr(choice, f"{name}s")) or value in wanted for name, value in case)


def _words(contact_map: ContactMap, written: str | None) -> list[set[tuple[str, str]]]:
    """For each part of what is written the values that it may mean; an id or a name may itself hold a slash."""
    if not written:
        return []
    whole = _values(contact_map, written)
    return [whole] if whole else [_values(contact_map, part.strip()) for part in written.split(_SEPARATOR)]


def _values(contact_map: ContactMap, word: str) -> set[tuple[str, str]]:
    by_id = {(name, word) for name in DIMENSIONS if word in getattr(contact_map, f"{name}s")}
    return by_id or {(name, key) for name in DIMENSIONS for key in meant(contact_map, f"{name}s", word)}


def _nearest(network: Network, written: str) -> str:
    cases = [written_case(case) for case in network.cases.each(network.cases.all)]
    unknown = (part for part in written.split(_SEPARATOR) if not _values(network.map, part.strip()))
    word = next(unknown, None)
    if word is None:
        return way_out(written, cases)
    known = {key for name in DIMENSIONS for key in getattr(network.map, f"{name}s")}
    return way_out(word, known, _names(network.map))


def _names(contact_map: ContactMap) -> Iterable[str]:
    return (contact_map.name_of(f"{name}s", key) for name in DIMENSIONS for key in getattr(contact_map, f"{name}s"))


def _several(written: str | None, found: Sequence[CaseLabel]) -> CannotRun:
    message = _SEVERAL if written else _NEEDED
    examples = ", ".join(map(written_case, found[:_TOLD]))
    return CannotRun(
        str(Message(message, {"case": written or "", "count": len(found)})),
        help=str(Message(_ONE_OF, {"cases": examples})),
    )
