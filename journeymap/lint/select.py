"""Which rules a run asks: by code (``JM301``) or by the beginning of a code (``JM2``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.rules.catalogue import CODES, closest, find

__all__ = ["ALWAYS", "CRASHED", "Selection", "known_code"]

ALWAYS = frozenset({"JM001", "JM002", "JM003", "JM004"})
"""Faults that keep a map from being read: reported whatever is selected or ignored, and never suppressed."""

CRASHED = "JM000"
"""The code of the diagnostic that stands for a rule that crashed."""

_UNKNOWN = "no rule has the code {code}, nor one that begins with it"


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules of a run. `select` and `ignore` hold codes or beginnings of codes; nothing selected means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """A selection from what a user wrote; raises CannotRun where no rule is meant."""
        return cls(tuple(map(known_code, select)), tuple(map(known_code, ignore)))

    def __contains__(self, code: str) -> bool:
        if code in ALWAYS:
            return True
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))


def known_code(written: str) -> str:
    """The code or beginning of codes that is meant; raises CannotRun, with the nearest code, where no rule is."""
    code = written.strip().upper()
    if code.startswith("JM") and any(each.startswith(code) for each in CODES):
        return code
    raise CannotRun(str(Message(_UNKNOWN, {"code": written.strip() or '""'})), help=_way_out(written.strip()))


def _way_out(written: str) -> str:
    named = find(written)
    meant = named.code if named is not None else closest(written, CODES)
    if meant is None:
        return "`journeymap rules` lists every rule"
    return str(Message("did you mean {code}? `journeymap rules` lists every rule", {"code": meant}))
