"""Keeps values apart in an interval, each as near as possible to where it would like to be."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["spread"]


def spread(wanted: Sequence[float], low: float, high: float, apart: float) -> list[float]:
    """Values in the given order, at least `apart` from one another and between `low` and `high`, with the least sum of
    squared distances from those wanted. Where there is not room enough, they stand evenly. O(values).

    Isotonic regression by pooling adjacent violators (Ayer et al., Annals of Mathematical Statistics 26(4), 1955).
    """
    count = len(wanted)
    if count < 2:
        return [min(max(value, low), max(low, high)) for value in wanted]
    apart = max(0.0, min(apart, (high - low) / (count - 1)))
    pools: list[tuple[float, int]] = []
    for place, value in enumerate(wanted):
        mean, size = value - place * apart, 1
        while pools and pools[-1][0] > mean:
            before, weight = pools.pop()
            mean, size = (before * weight + mean * size) / (weight + size), weight + size
        pools.append((mean, size))
    highest = max(low, high - (count - 1) * apart)
    even = [min(max(mean, low), highest) for mean, size in pools for _ in range(size)]
    return [value + place * apart for place, value in enumerate(even)]
