"""Drawing by chances in twentieths, and the pools of names that generated maps are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

Data = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]
T = TypeVar("T")

KINDS = ("step", "warm", "cold", "redirect", "callback", "ticket", "next")
MODES = ("live", "message", "self", "internal")
# Capitals, digits, accents and Chinese: ids sort by code point, in no natural order.
TOUCHPOINTS = ("agent", "Agent", "b10", "b2", "no", "12:30", "éclair", "呼叫中心", "zoo")
SEGMENTS, PRODUCTS, REASONS = ("retail", "Private", "学生"), ("card", "loan", "7"), ("lost", "fee", "投诉")
CHANNELS, DEPARTMENTS = ("phone", "web", "信箱"), ("centre", "cards", "Back")
SYSTEMS, INFORMATION, STAGES = ("crm", "Ledger", "工单"), ("number", "identity", "story", "身份"), ("start", "end")
SHARES = ("10 %", "0%", "5%", "0.2", "25%", "30%", "３５％", "40%", "60%", "100%")
HOURS = (
    "24/7", "Mo-Fr 09:00-17:00", "Sa 10:00-14:00", "Mo-Su 22:00-02:00", "Mo-Fr 08:00-12:00,13:00-18:00", "off",
    "Mo–Fr 09：00–17：00", "Mo-Fr 08:00-20:00; We off", "Mo-Fr unknown; Sa,Su 00:00-24:00",
)  # fmt: skip
TASKS = ("check identity", "block card", "核对")
DURATIONS = ("90 s", "6 min", "1 h 30 min", "2 d", "5 分钟")
DIMENSIONS = (("segment", "segments"), ("product", "products"), ("reason", "reasons"))

_TWENTIETH = st.integers(0, 19)
_CHOICES: dict[Sequence[Any], st.SearchStrategy[Any]] = {}


def chance(draw: Draw, twentieths: int) -> bool:
    return bool(draw(_TWENTIETH) >= 20 - twentieths)  # the smallest draw is "no": examples shrink to less


def one(draw: Draw, values: Sequence[T]) -> T:
    if values not in _CHOICES:
        _CHOICES[values] = st.sampled_from(values)
    chosen: T = draw(_CHOICES[values])
    return chosen


def some(draw: Draw, values: Iterable[str], twentieths: int) -> list[str]:
    return [value for value in values if chance(draw, twentieths)]


def at_least_one(draw: Draw, values: Sequence[str], twentieths: int) -> list[str]:
    return some(draw, values, twentieths) or [one(draw, tuple(values))]


def several(draw: Draw, pool: Sequence[str], least: int, most: int) -> list[str]:
    count = draw(st.integers(least, most))
    chosen: list[str] = []
    for _ in range(count):
        chosen.append(one(draw, tuple(each for each in pool if each not in chosen)))
    return chosen


def one_or_list(draw: Draw, ids: list[str]) -> str | list[str]:
    return ids[0] if len(ids) == 1 and chance(draw, 10) else ids
