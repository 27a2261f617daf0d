"""Cases in words: "in every case", by what they have in common, or the first few of a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from journeymap.findings import CaseLabel
from journeymap.report.naming import Names

__all__ = ["CaseWords"]

FEW = 3
"""So many cases, or values of a dimension, are named one by one."""

Cases = Literal["all"] | tuple[CaseLabel, ...]

_COUNTED = "in {few} of {all} cases: {which}"
_MORE = "{which}; and {more} more"
_SAID = "{dimension} {values}"


class CaseWords:
    """Tells sets of cases of one map; equal sets are worked out once."""

    def __init__(self, every: tuple[CaseLabel, ...], names: Names) -> None:
        self._every = every
        self._names = names
        self._values = _values_by_dimension(every)
        self._tell = lru_cache(maxsize=1024)(self._told)

    def __call__(self, cases: Cases) -> str:
        """Words for the cases; empty for a map that has only one case."""
        if len(self._every) <= 1:
            return ""
        return "in every case" if cases == "all" else self._tell(cases)

    def _told(self, cases: tuple[CaseLabel, ...]) -> str:
        which = self._in_common(cases) or self._listed(cases)
        return _COUNTED.format(few=len(cases), all=len(self._every), which=which)

    def _in_common(self, cases: tuple[CaseLabel, ...]) -> str:
        """The values that pick out exactly these cases, if some do and they are few."""
        values = _values_by_dimension(cases)
        chosen = sum(all(value in values[dimension] for dimension, value in case) for case in self._every)
        telling = {name: found for name, found in values.items() if found != self._values[name]}
        if chosen != len(cases) or not telling or any(len(found) > FEW for found in telling.values()):
            return ""
        return ", ".join(
            _SAID.format(dimension=name, values=" or ".join(self._names.value(name, key) for key in sorted(found)))
            for name, found in telling.items()
        )

    def _listed(self, cases: tuple[CaseLabel, ...]) -> str:
        which = "; ".join(" / ".join(self._parts(case)) for case in cases[:FEW])
        return _MORE.format(which=which, more=len(cases) - FEW) if len(cases) > FEW else which

    def _parts(self, case: CaseLabel) -> Iterator[str]:
        for dimension, key in case:
            yield self._names.value(dimension, key)


def _values_by_dimension(cases: tuple[CaseLabel, ...]) -> dict[str, set[str]]:
    values: dict[str, set[str]] = {}
    for case in cases:
        for dimension, key in case:
            values.setdefault(dimension, set()).add(key)
    return values
