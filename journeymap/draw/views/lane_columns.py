"""The columns of the lanes: stages of the journey, or how many transfers from the entry."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from journeymap.draw.choosing import Chosen
from journeymap.draw.scene import Column
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words

__all__ = ["by_stages", "columns_of", "steps"]

_ENTRY = Words("Entry", "入口")
_STEP = Words("1 transfer on", "1 次转接后")
_STEPS = Words("{count} transfers on", "{count} 次转接后")
_UNREACHED = Words("Never reached", "无法到达")
_NO_STAGE = Words("No stage", "未定阶段")


def columns_of(chosen: Chosen, language: Language) -> tuple[dict[int, str], tuple[Column, ...]]:
    """The column of every touchpoint, and the columns that are used, from left to right. O(touchpoints + transfers)."""
    return _stages(chosen, language) if by_stages(chosen) else _steps(chosen, language)


def by_stages(chosen: Chosen) -> bool:
    """Whether the columns are stages: where most of the touchpoints name one, and not all the same."""
    used = [touchpoint.stage for touchpoint in map(chosen.network.touchpoints.__getitem__, chosen.touchpoints)]
    named = [stages for stages in used if stages]
    return 2 * len(named) > len(used) and len({stages[0] for stages in named}) > 1


def steps(chosen: Chosen) -> dict[int, int]:
    """The fewest transfers from an entry, for all that can be reached (breadth first). O(touchpoints + transfers).

    Where the choice holds no entry, from the touchpoints to which nothing leads; else from the first.
    """
    network = chosen.network
    onward: dict[int, list[int]] = {}
    for edge in chosen.edges:
        onward.setdefault(edge.source, []).append(edge.target)
    starts = [number for number in chosen.touchpoints if network.entries.get(number, 0) & chosen.cases]
    led_to = {edge.target for edge in chosen.edges}
    starts = starts or [number for number in chosen.touchpoints if number not in led_to] or list(chosen.touchpoints[:1])
    found = dict.fromkeys(starts, 0)
    waiting = deque(starts)
    while waiting:
        number = waiting.popleft()
        for target in onward.get(number, ()):
            if target not in found:
                found[target] = found[number] + 1
                waiting.append(target)
    return found


def _stages(chosen: Chosen, language: Language) -> tuple[dict[int, str], tuple[Column, ...]]:
    """A touchpoint with several stages stands in the first of them."""
    declared = {key: place for place, key in enumerate(chosen.network.map.stages)}
    columns = {}
    for number in chosen.touchpoints:
        own = sorted(chosen.network.touchpoints[number].stage, key=declared.__getitem__)
        columns[number] = f"stage:{own[0]}" if own else "no-stage"
    names = {f"stage:{key}": chosen.network.map.name_of("stages", key) for key in declared}
    return columns, _used(columns, {**names, "no-stage": _NO_STAGE.say(language)})


def _steps(chosen: Chosen, language: Language) -> tuple[dict[int, str], tuple[Column, ...]]:
    found = steps(chosen)
    columns = {number: f"step:{found[number]}" if number in found else "unreached" for number in chosen.touchpoints}
    names = {f"step:{count}": _step_name(count, language) for count in range(max(found.values(), default=0) + 1)}
    return columns, _used(columns, {**names, "unreached": _UNREACHED.say(language)})


def _step_name(count: int, language: Language) -> str:
    if count < 2:
        return (_STEP if count else _ENTRY).say(language)
    return _STEPS.say(language, count=count)


def _used(columns: Mapping[int, str], names: Mapping[str, str]) -> tuple[Column, ...]:
    used = set(columns.values())
    return tuple(Column(key, name) for key, name in names.items() if key in used)
