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
Values = dict[str, list[str]]
"""For some dimensions some of their ids."""

_COUNTED = "in {few} of {all} cases: {which}"
_MORE = "{which}; and {more} more"
_ALL_BUT = "all but {others}"
_SAID = "{dimension} {values}"


class CaseWords:
    """Tells sets of cases of one map. Sets are numbers with a bit for each case, so that thousands cost little."""

    def __init__(self, every: tuple[CaseLabel, ...], names: Names) -> None:
        self._every = every
        self._names = names
        self._bit = {case: 1 << number for number, case in enumerate(every)}
        self._with: dict[str, dict[str, int]] = {}
        for case, bit in self._bit.items():
            for dimension, key in case:
                having = self._with.setdefault(dimension, {})
                having[key] = having.get(key, 0) | bit
        self._all = (1 << len(every)) - 1
        self._tell = lru_cache(maxsize=1024)(self._told)

    def __call__(self, cases: Cases) -> str:
        """Words for the cases; empty for a map that has only one case."""
        if len(self._every) <= 1:
            return ""
        if cases == "all":
            return "in every case"
        chosen = 0
        for case in cases:
            chosen |= self._bit[case]
        return "in every case" if chosen == self._all else self._tell(chosen)

    def _told(self, chosen: int) -> str:
        which = self._in_common(chosen) or self._all_but(chosen) or self._listed(chosen)
        return _COUNTED.format(few=chosen.bit_count(), all=len(self._every), which=which)

    def _all_but(self, chosen: int) -> str:
        others = self._in_common(self._all & ~chosen)  # never none of them: that would be every case
        return _ALL_BUT.format(others=others) if others else ""

    def _in_common(self, chosen: int) -> str:
        """The values that pick out exactly these cases, if some do and they are few; no more of them than it takes."""
        telling = {
            name: [key for key, having in values.items() if having & chosen] for name, values in self._with.items()
        }
        if self._chosen_by(telling) != chosen:
            return ""
        for dimension in reversed(self._with):
            fewer = {name: keys for name, keys in telling.items() if name != dimension}
            if self._chosen_by(fewer) == chosen:
                telling = fewer
        if any(len(keys) > FEW for keys in telling.values()):
            return ""
        return ", ".join(self._said(name, keys) for name, keys in telling.items())

    def _chosen_by(self, values: Values) -> int:
        """The cases that have one of the values in each of the dimensions."""
        chosen = self._all
        for dimension, keys in values.items():
            having = 0
            for key in keys:
                having |= self._with[dimension][key]
            chosen &= having
        return chosen

    def _said(self, dimension: str, keys: list[str]) -> str:
        values = " or ".join(self._names.value(dimension, key) for key in sorted(keys))
        return _SAID.format(dimension=dimension, values=values)

    def _listed(self, chosen: int) -> str:
        which = "; ".join(" / ".join(self._parts(case)) for case in self._first(chosen))
        return _MORE.format(which=which, more=chosen.bit_count() - FEW) if chosen.bit_count() > FEW else which

    def _first(self, chosen: int) -> Iterator[CaseLabel]:
        for _ in range(min(FEW, chosen.bit_count())):
            lowest = chosen & -chosen
            yield self._every[lowest.bit_length() - 1]
            chosen ^= lowest

    def _parts(self, case: CaseLabel) -> Iterator[str]:
        for dimension, key in case:
            yield self._names.value(dimension, key)
