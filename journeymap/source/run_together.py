"""Ids that are several in truth: signs of full width stand where YAML wants commas or colons.

Such signs may stand in ids. So an id is told to be several only where it is declared without quotes and without
attributes, and is used nowhere as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.model import ContactMap
from journeymap.source.as_written import is_in_quotes
from journeymap.source.places import Places
from journeymap.source.references import Use, every_use
from journeymap.source.slips import COMMAS

__all__ = ["RunTogether", "parts_of", "run_together"]

_SECTIONS = ("stages", "segments", "products", "reasons", "channels", "departments", "systems", "information")
_SIGN = re.compile(f"[{COMMAS}：]")


@dataclass(frozen=True, slots=True)
class RunTogether:
    """An id of a section that is several, and the first sign in it that is not the one YAML wants."""

    section: str
    id: str
    sign: str

    @property
    def parts(self) -> frozenset[tuple[str, str]]:
        """The ids that were meant, each with its section."""
        return frozenset((self.section, part) for part in parts_of(self.id))


def parts_of(one: str) -> list[str]:
    """What stands between the signs of an id, in order."""
    return [part for part in _SIGN.split(one) if part]


def run_together(
    contact_map: ContactMap, places: Places, unknown: Sequence[Use], *, everything_read: bool
) -> list[RunTogether]:
    """Declared ids that are several, given the uses of ids that are not declared.

    If not everything could be read, only those count of which a part is used and not declared. O(declared ids);
    O(size of the map) if one of them has such a sign.
    """
    suspects = [one for one in _suspects(contact_map) if not is_in_quotes(places, (one.section, one.id), "key")]
    if not suspects:
        return []
    used = {(use.section, use.id) for use in every_use(contact_map)}
    missed = {(use.section, use.id) for use in unknown}
    return [
        one
        for one in suspects
        if (one.section, one.id) not in used
        and (not missed.isdisjoint(one.parts) or (everything_read and one.sign in COMMAS))
    ]


def _suspects(contact_map: ContactMap) -> Iterator[RunTogether]:
    for section in _SECTIONS:
        declared: Mapping[str, object] = getattr(contact_map, section)
        for key, sign in _signs(declared):
            if not getattr(declared[key], "model_fields_set", None):
                yield RunTogether(section, key, sign)


def _signs(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Ids with a sign between two parts of them, and the sign."""
    for one in ids:
        match = None if one.isascii() else _SIGN.search(one)
        if match is not None and all(_SIGN.split(one)):
            yield one, match[0]
