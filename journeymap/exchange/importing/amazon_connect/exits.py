"""The ways out of a block with their conditions in words, before anything is known of where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeymap.exchange.importing.amazon_connect.catalogue import BRANCHING, MOST_ACTIONS, Part, part_of
from journeymap.exchange.importing.amazon_connect.parsed import Action, Branch, ParsedFlow
from journeymap.exchange.importing.amazon_connect.wording import (
    attribute,
    compared,
    options,
    prompt,
    readable,
    resource,
)
from journeymap.exchange.importing.loose import text

__all__ = ["Exit", "exits_of", "is_idle_loop"]

_OPEN = re.compile(r"open|business_?hours|in_?hours|working_?hours", re.IGNORECASE)
_SHUT = re.compile(r"closed|holiday|out_?of_?hours|after_?hours|emergency", re.IGNORECASE)
_MAY_BE_SILENT = re.compile(r"\b(?:otherwise|hang up|stay on the line|hold the line)\b", re.IGNORECASE)
"""Said in a menu, these words make silence an answer."""
_YES = frozenset({"true", "yes", "y", "1", "open"})
_NO = frozenset({"false", "no", "n", "0"})
_ERROR_WORDS = {
    "InputTimeLimitExceeded": "no input",
    "QueueAtCapacity": "queue full",
    "CallFailed": "the call fails",
    "ConnectionTimeLimitExceeded": "nobody answers",
    "TimeLimitExceeded": "no answer in time",
    "InvalidPhoneNumber": "not a telephone number",
    "InvalidCallbackNumber": "not a telephone number",
    "CallbackNumberNotDialable": "the number cannot be called",
    "NoneFound": "none found",
    "NoneFoundError": "none found",
    "MultipleFound": "several found",
    "MultipleFoundError": "several found",
    "ContactNotLinked": "not linked",
}
_ORDINARY_ERRORS = frozenset({"NoneFound", "NoneFoundError", "ContactNotLinked"})
_RESULT_WORDS = {
    "WaitCompleted": "",
    "MessagesInterrupted": "still waiting",
    "BotParticipantDisconnected": "the bot leaves",
    "ParticipantNotFound": "nobody is there",
}


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a block to an identifier of its flow; the marks are those of `draft.Way`."""

    target: str
    when: str = ""
    failure: bool = False
    closed: bool = False
    limit: int | None = None
    ordinary: bool = False
    """Taken where the block does what it is for, without a condition."""


def exits_of(flow: ParsedFlow, action: Action) -> list[Exit]:
    """The ways out in the order of the file; an error that leads where the ordinary way leads is left out."""
    exits = [_leaving(flow, action, branch) for branch in _taken(action)]
    usual = {way.target for way in exits if way.ordinary}
    kept = [way for way in exits if way.ordinary or not (way.failure and way.target in usual)]
    return list(dict.fromkeys(kept))


def _taken(action: Action) -> Iterator[Branch]:
    """The branches that can be taken: `NextAction` is not, where some condition always fits."""
    conditional = any(branch.kind == "condition" for branch in action.branches)
    if is_idle_loop(action):
        yield Branch(action.branches[-1].target)
        return
    exhaustive = "NoMatchingCondition" in action.errors() or action.type in ("Loop", "CheckHoursOfOperation")
    for branch in action.branches:
        never = branch.kind == "next" and action.type in BRANCHING and exhaustive
        if not (never and (conditional or "NoMatchingCondition" in action.errors())):
            yield branch


def is_idle_loop(action: Action) -> bool:
    """Whether a loop repeats nothing: going on and being done lead to the same block."""
    return action.type == "Loop" and len({branch.target for branch in action.branches}) == 1


def _leaving(flow: ParsedFlow, action: Action, branch: Branch) -> Exit:
    part = part_of(action)
    if branch.kind == "next":
        return Exit(branch.target, ordinary=True)
    if part is Part.HOURS:
        return _hours_exit(action, branch)
    if branch.kind == "error":
        return _error_exit(action, branch)
    if part is Part.LOOP:
        return _loop_exit(flow, action, branch)
    return replace(Exit(branch.target), **_condition(action, branch))  # type: ignore[arg-type]


def _condition(action: Action, branch: Branch) -> dict[str, object]:
    part = part_of(action)
    if part is Part.MENU:
        meaning = options(prompt(action)).get(branch.operand)
        return {"when": f"{branch.operand}: {meaning}" if meaning else f"presses {branch.operand or 'a key'}"}
    if part in (Part.BOT, Part.VIEW, Part.SIGN_IN):
        return {"when": readable(branch.operand)}
    if action.type == "Compare":
        return {"when": compared(_subject(action), action.branches, branch), "closed": _says_closed(action, branch)}
    if action.type == "DistributeByPercentage":
        return {"when": _percentage(action, branch)}
    if action.type in ("CheckMetricData", "GetMetricData"):
        return {"when": compared(_subject(action), action.branches, branch)}
    return {"when": _RESULT_WORDS.get(branch.operand, _spaced(branch.operand))}


def _subject(action: Action) -> str:
    reference = text(action.parameters.get("ComparisonValue")) or text(action.parameters.get("MetricType"))
    words = readable(attribute(reference))
    return (_spaced(words) if action.type == "CheckMetricData" else words) or "value"


def _spaced(words: str) -> str:
    """``NumberOfAgentsStaffed`` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words).lower()


def _hours_exit(action: Action, branch: Branch) -> Exit:
    name = readable(resource(action.parameters.get("HoursOfOperationId"), action.shown.get("HoursOfOperationId", "")))
    of_hours = f" ({name})" if name else ""
    if branch.kind == "error":
        return Exit(branch.target, "hours unknown", failure=True)
    if branch.operand.casefold() in _YES:
        return Exit(branch.target, f"open{of_hours}")
    if branch.operand.casefold() in _NO:
        return Exit(branch.target, f"closed{of_hours}", closed=True)
    return Exit(branch.target, branch.operand)


def _loop_exit(flow: ParsedFlow, action: Action, branch: Branch) -> Exit:
    count = text(action.parameters.get("LoopCount"))
    times = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else None
    if branch.operand == "DoneLooping":
        when = f"after {times} times" if times is not None else "after the last time"
        return Exit(branch.target, when, failure=True)
    if times is not None and len(flow.actions) <= MOST_ACTIONS and _begins_with(flow, action, branch.target):
        times -= 1
    return Exit(branch.target, limit=max(times, 1) if times is not None else None)


def _begins_with(flow: ParsedFlow, loop: Action, target: str) -> bool:
    """Whether customers first come to `target` through the loop, so that one turn is no repetition."""
    waiting, seen = [flow.start], {loop.identifier}
    while waiting:
        identifier = waiting.pop()
        if identifier == target:
            return False
        if identifier not in seen and identifier in flow.actions:
            seen.add(identifier)
            waiting += [branch.target for branch in flow.actions[identifier].branches]
    return True


def _error_exit(action: Action, branch: Branch) -> Exit:
    part = part_of(action)
    if branch.operand == "InputTimeLimitExceeded" and _MAY_BE_SILENT.search(prompt(action)):
        return Exit(branch.target, _ERROR_WORDS[branch.operand])
    if branch.operand != "NoMatchingCondition":
        return Exit(branch.target, _error_words(action, branch), failure=branch.operand not in _ORDINARY_ERRORS)
    conditional = any(other.kind == "condition" for other in action.branches)
    if part in (Part.MENU, Part.BOT) and conditional:
        return Exit(branch.target, "another key" if part is Part.MENU else "not understood", failure=True)
    if not conditional:
        return Exit(branch.target, ordinary=True)
    when = _error_condition(action, branch)
    closed = action.type == "Compare" and _says_closed(action, branch)
    return Exit(branch.target, when, failure=_nobody_there(action), closed=closed)


def _error_condition(action: Action, branch: Branch) -> str:
    if action.type in ("Compare", "CheckMetricData", "GetMetricData"):
        return compared(_subject(action), action.branches, branch)
    return _percentage(action, branch) if action.type == "DistributeByPercentage" else "otherwise"


def _nobody_there(action: Action) -> bool:
    return action.type == "CheckMetricData" and "Agents" in text(action.parameters.get("MetricType"))


def _error_words(action: Action, branch: Branch) -> str:
    if action.type == "InvokeLambdaFunction":
        name = readable(resource(action.parameters.get("LambdaFunctionARN")))
        return f"{name} fails" if name else "look-up fails"
    if branch.operand == "NoMatchingError" and part_of(action) in (Part.QUEUE, Part.AGENT):
        return "cannot be queued"
    return _ERROR_WORDS.get(branch.operand, "error")


def _percentage(action: Action, branch: Branch) -> str:
    """The share of a branch; conditions compare a number from 1 to 100, each with its own upper limit."""
    limits = [
        int(other.operand)
        for other in action.branches
        if other.kind == "condition" and other.operand.isascii() and other.operand.isdigit() and len(other.operand) < 4
    ]
    if branch.kind == "error":
        return f"{max(0, 101 - max(limits, default=1))} %"
    if branch.operand not in map(str, limits):
        return branch.operand
    upper = int(branch.operand)
    lower = max((limit for limit in limits if limit < upper), default=1)
    return f"{upper - lower} %"


def _says_closed(action: Action, branch: Branch) -> bool:
    """Whether a comparison asks for opening hours in its own way, and this branch is taken when closed."""
    name = attribute(text(action.parameters.get("ComparisonValue")))
    if _SHUT.search(branch.operand):
        return True
    operands = {other.operand.casefold() for other in action.branches if other.kind == "condition"}
    if branch.kind == "condition":
        yes, no = branch.operand.casefold() in _YES, branch.operand.casefold() in _NO
    else:
        yes, no = bool(operands & _NO) and not operands & _YES, bool(operands & _YES) and not operands & _NO
    return (no and bool(_OPEN.search(name))) or (yes and bool(_SHUT.search(name)) and not _OPEN.search(name))
