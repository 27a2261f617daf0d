"""The cases of a map, and sets of cases as bit sets.

A case is one kind of customer contact: (segment, reason, product). Elements differ between cases only by their
filters, so cases that every filter treats alike form one *class*; a set of cases is an `int` whose bit `n` stands
for class `n`. Thousands of cases cost no more than the filters that tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from typing import Literal

from journeymap.findings import ALL_CASES, CaseLabel
from journeymap.model import Choice, ContactMap, Filter
from journeymap.model.filters import DIMENSIONS

__all__ = ["CaseSpace", "bits"]

_Case = tuple[str | None, str | None, str | None]


def bits(mask: int) -> Iterator[int]:
    """The numbers of the set bits, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class CaseSpace:
    """All cases of a map and their classes.

    Built in O(cases x dimensions + classes x distinct filters) big-integer operations.
    """

    def __init__(self, contact_map: ContactMap) -> None:
        self._map = contact_map
        self._cases = _enumerate_cases(contact_map)
        self._everything = (1 << len(self._cases)) - 1
        self._values = _masks_by_value(self._cases)
        self._raw: dict[tuple[object, ...], int] = {}
        self._written: dict[int, tuple[CaseLabel, ...]] = {}
        self._classes = self._partition(self._distinct_masks())
        self._class_masks: dict[int, int] = {self._everything: (1 << len(self._classes)) - 1, 0: 0}
        self.all = (1 << len(self._classes)) - 1
        """The set of all cases."""

    def __len__(self) -> int:
        """The number of cases."""
        return len(self._cases)

    @property
    def class_count(self) -> int:
        """The number of classes: the bits in a set of cases."""
        return len(self._classes)

    def matching(self, chosen: Filter) -> int:
        """The set of cases that match the filter in every dimension it names."""
        if chosen.everyone:
            return self.all
        return self._as_classes(self._raw_mask(chosen))

    def with_reason(self, reason: str) -> int:
        """The set of cases with this reason for contact."""
        return self._as_classes(self._values.get((1, reason), 0))

    def used_values(self, dimension: str) -> frozenset[str]:
        """The ids of a dimension that some case contains."""
        wanted = DIMENSIONS.index(dimension)
        return frozenset(value for (number, value) in self._values if number == wanted and value is not None)

    def labels(self, mask: int) -> Literal["all"] | tuple[CaseLabel, ...]:
        """The cases of a set written down, in order; ``"all"`` where it is every case of the map."""
        if mask == self.all:
            return ALL_CASES
        return self.each(mask)

    def each(self, mask: int) -> tuple[CaseLabel, ...]:
        """The cases of a set written down, in order."""
        known = self._written.get(mask)
        if known is None:
            raw = 0
            for number in bits(mask):
                raw |= self._classes[number]
            known = self._written[mask] = tuple(self._labels[number] for number in bits(raw))
        return known

    def find(self, label: dict[str, str]) -> int:
        """The set that holds the class of the case written down as `label`, or 0 if there is no such case."""
        number = self._numbers.get(tuple((name, label[name]) for name in DIMENSIONS if name in label))
        return 0 if number is None or len(self._labels[number]) != len(label) else self._as_classes(1 << number)

    @cached_property
    def _labels(self) -> list[CaseLabel]:
        return [_label(case) for case in self._cases]

    @cached_property
    def _numbers(self) -> dict[CaseLabel, int]:
        return {label: number for number, label in enumerate(self._labels)}

    def _as_classes(self, raw: int) -> int:
        known = self._class_masks.get(raw)
        if known is None:
            known = sum(1 << number for number, members in enumerate(self._classes) if members & raw)
            self._class_masks[raw] = known
        return known

    def _raw_mask(self, chosen: Filter) -> int:
        key = tuple((choice.ids, choice.negated) if choice else None for choice in _choices(chosen))
        mask = self._raw.get(key)
        if mask is None:
            mask = self._everything
            for dimension, choice in enumerate(_choices(chosen)):
                if choice is not None:
                    mask &= self._choice_mask(dimension, choice)
            self._raw[key] = mask
        return mask

    def _choice_mask(self, dimension: int, choice: Choice) -> int:
        mask = 0
        for value in choice.ids:
            mask |= self._values.get((dimension, value), 0)
        return self._everything & ~mask if choice.negated else mask

    def _distinct_masks(self) -> set[int]:
        masks = {self._raw_mask(chosen) for chosen in _filters(self._map) if not chosen.everyone}
        for touchpoint in self._map.touchpoints.values():
            if touchpoint.resolves is not None and touchpoint.resolves.reasons is not None:
                masks.update(self._values.get((1, reason), 0) for reason in touchpoint.resolves.reasons)
        masks.update(self._values.get((1, key), 0) for key, reason in self._map.reasons.items() if reason.complaint)
        if self._map.stages:
            masks.update(self._values.get((2, key), 0) for key in self._map.products)
        return masks

    def _partition(self, masks: set[int]) -> list[int]:
        classes = [self._everything]
        for mask in sorted(masks):
            classes = [part for members in classes for part in (members & mask, members & ~mask) if part]
        return sorted(classes, key=lambda members: members & -members)


def _choices(chosen: Filter) -> tuple[Choice | None, Choice | None, Choice | None]:
    return chosen.segment, chosen.reason, chosen.product


def _filters(contact_map: ContactMap) -> Iterator[Filter]:
    for touchpoint in contact_map.touchpoints.values():
        yield touchpoint.for_
        yield from touchpoint.needs.values()
        yield from touchpoint.always_asks.values()
        for _, _, transfer in touchpoint.each_transfer():
            yield transfer.for_
    for promise in contact_map.contracts.values():
        yield promise.for_


def _enumerate_cases(contact_map: ContactMap) -> list[_Case]:
    """A reason meets every segment and product unless it names some; sorted, anonymous values first."""
    segments = _sorted_or_anonymous(contact_map.segments)
    products = _sorted_or_anonymous(contact_map.products)
    if not contact_map.reasons:
        return [(segment, None, item) for segment, item in product(segments, products)]
    cases: list[_Case] = []
    for reason, declared in contact_map.reasons.items():
        cases.extend(
            (segment, reason, item)
            for segment, item in product(declared.segment or segments, declared.product or products)
        )
    return sorted(cases, key=lambda case: tuple(value or "" for value in case))


def _sorted_or_anonymous(declared: Iterable[str]) -> tuple[str, ...] | tuple[None]:
    return tuple(sorted(declared)) or (None,)


def _masks_by_value(cases: list[_Case]) -> dict[tuple[int, str | None], int]:
    masks: dict[tuple[int, str | None], list[int]] = {}
    for number, case in enumerate(cases):
        for dimension, value in enumerate(case):
            masks.setdefault((dimension, value), []).append(number)
    return {key: _mask_of(numbers) for key, numbers in masks.items()}


def _mask_of(numbers: list[int]) -> int:
    """Set bits through a byte array: linear, where adding up powers of two would be quadratic."""
    buffer = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        buffer[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(buffer, "little")


def _label(case: _Case) -> CaseLabel:
    return tuple((name, value) for name, value in zip(DIMENSIONS, case, strict=True) if value is not None)
