"""Cases in words: "in every case", by what they have in common, or the first few of a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from journeymap.findings import CaseLabel
from journeymap.model.filters import DIMENSIONS
from journeymap.report.naming import Names

__all__ = ["CaseWords"]

FEW = 3
"""So many cases, or values of a dimension, are named one by one."""

Cases = Literal["all"] | tuple[CaseLabel, ...]

_COUNTED = "in {few} of {all} cases: {which}"
_MORE = "{which}; and {more} more"
_ALL_BUT = "all but {others}"
_SAID = "{dimension} {values}"


class CaseWords:
    """Tells sets of cases of one map; equal sets are worked out once."""

    def __init__(self, every: tuple[CaseLabel, ...], names: Names) -> None:
        self._every = every
        self._names = names
        self._tell = lru_cache(maxsize=1024)(self._told)

    def __call__(self, cases: Cases) -> str:
        """Words for the cases; empty for a map that has only one case."""
        if len(self._every) <= 1:
            return ""
        return "in every case" if cases == "all" else self._tell(cases)

    def _told(self, cases: tuple[CaseLabel, ...]) -> str:
        which = self._in_common(cases) or self._all_but(cases) or self._listed(cases)
        return _COUNTED.format(few=len(cases), all=len(self._every), which=which)

    def _all_but(self, cases: tuple[CaseLabel, ...]) -> str:
        chosen = set(cases)
        others = self._in_common(tuple(case for case in self._every if case not in chosen))
        return _ALL_BUT.format(others=others) if others else ""

    def _in_common(self, cases: tuple[CaseLabel, ...]) -> str:
        """The values that pick out exactly these cases, if some do and they are few; no more of them than it takes."""
        telling = _values_by_dimension(cases)
        if self._chosen_by(telling) != len(cases):
            return ""
        for dimension in reversed(DIMENSIONS):
            fewer = {name: values for name, values in telling.items() if name != dimension}
            if self._chosen_by(fewer) == len(cases):
                telling = fewer
        if any(len(values) > FEW for values in telling.values()):
            return ""
        return ", ".join(
            _SAID.format(dimension=name, values=" or ".join(self._names.value(name, key) for key in sorted(found)))
            for name, found in telling.items()
        )

    def _chosen_by(self, values: dict[str, set[str]]) -> int:
        """How many cases have one of the values in each of the dimensions."""
        return sum(all(values.get(name) is None or key in values[name] for name, key in case) for case in self._every)

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
