"""The element of a map that a user means by an id or a name."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.model import ContactMap
from journeymap.source.suggestions import Suggester

__all__ = ["known_id", "meant", "way_out"]

_UNKNOWN = 'there is no {kind} "{written}" in this map'
_SHARED = '{count} elements of this map are called "{written}" (the ids are {ids})'
_MEANT = "did you mean {meant}?"
_THERE_ARE = "the map has {known}"
_THERE_IS_NONE = "the map has none at all"
_TOLD = 8


def known_id(contact_map: ContactMap, section: str, kind: str, written: str) -> str:
    """The id of the element of a section that is meant by its id, or by a name that no other one has.

    Raises CannotRun with the nearest id or name where there is none, and with the ids where several have the name.
    """
    elements: dict[str, object] = getattr(contact_map, section)
    if written in elements:
        return written
    found = meant(contact_map, section, written)
    if len(found) > 1:
        shared = Message(_SHARED, {"count": len(found), "written": written, "ids": ", ".join(found)})
        raise CannotRun(str(shared), help="name it by its id")
    if not found:
        unknown = Message(_UNKNOWN, {"kind": kind, "written": written})
        names = [contact_map.name_of(section, key) for key in elements]
        raise CannotRun(str(unknown), help=way_out(written, elements, names))
    return found[0]


def meant(contact_map: ContactMap, section: str, written: str) -> list[str]:
    """The ids of a section with that name, in upper or lower case, in order."""
    folded = written.strip().casefold()
    keys = sorted(getattr(contact_map, section))
    return [key for key in keys if contact_map.name_of(section, key).casefold() == folded]


def way_out(written: str, ids: Iterable[str], names: Iterable[str] = ()) -> str:
    """The nearest of the ids and names; where none is near, the ids there are."""
    ids = sorted(ids)
    near = Suggester().nearest(written, ids) or Suggester().nearest(written, sorted(names))
    if near is not None:
        return str(Message(_MEANT, {"meant": near}))
    if not ids:
        return _THERE_IS_NONE
    rest = [f"{len(ids) - _TOLD} more"] if len(ids) > _TOLD else []
    return str(Message(_THERE_ARE, {"known": ", ".join([*ids[:_TOLD], *rest])}))
