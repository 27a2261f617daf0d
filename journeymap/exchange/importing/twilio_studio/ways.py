"""The ways on from a widget: its transitions in the words of the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.exchange.importing.twilio_studio.answers import Answers
from journeymap.exchange.importing.twilio_studio.catalogue import FAILURES, GONE, Part, part_of
from journeymap.exchange.importing.twilio_studio.hours import asks_whether_open, closed_ways
from journeymap.exchange.importing.twilio_studio.parsed import Exit, ParsedFlow, Widget
from journeymap.exchange.importing.twilio_studio.wording import answered, compared, widget_name

__all__ = ["Onward", "onward_from", "unhandled"]

_USUAL = frozenset(
    {
        "audioComplete",
        "sent",
        "success",
        "next",
        "completed",
        "recordingComplete",
        "return",
        "answered",
        "incomingMessage",
    }
)
_SAID = {
    "keypress": "key pressed",
    "speech": "spoken",
    "callComplete": "after the call",
    "callCompleted": "after the call",
    "sessionEnded": "after the dialogue",
    "liveAgentHandoff": "asks for a person",
    "live-agent-handoff": "asks for a person",
    "notFound": "not found",
}
_PASSED = frozenset({Part.PROMPT, Part.TECHNICAL, Part.UNKNOWN})
_INPUTS = frozenset({"keypress", "speech"})


@dataclass(frozen=True, slots=True)
class Onward:
    """A way on: `target` is a widget of the flow, empty where the flow ends; `beyond` if it is one from the queue
    behind the widget.
    """

    target: str
    when: str = ""
    failure: bool = False
    closed: bool = False
    beyond: bool = False


def onward_from(flow: ParsedFlow, widget: Widget, answers: Answers) -> list[Onward]:
    """The ways on from a widget, in the order of the source; a transition to what does not exist ends the contact."""
    if part_of(widget) is Part.SPLIT:
        ways = list(_after_split(widget, answers))
    elif part_of(widget) is Part.INPUT:
        ways = list(_after_input(widget))
    else:
        ways = [_after_event(widget, exit_) for exit_ in widget.exits if exit_.target or exit_.event not in GONE]
    if part_of(widget) in _PASSED and not any(exit_.target for exit_ in widget.exits):
        return [Onward("")]  # the flow ends here, and a failure changes nothing for the customer
    return [way if way.target in flow.widgets or not way.target else _broken(way) for way in ways]


def _broken(way: Onward) -> Onward:
    return Onward("", way.when, failure=True, closed=way.closed, beyond=way.beyond)


def _after_split(widget: Widget, answers: Answers) -> Iterator[Onward]:
    looks_at_answer = answers.looks_at_answer(widget)
    hours = not looks_at_answer and asks_whether_open(widget)
    closed = closed_ways(widget) if hours else [False] * len(widget.exits)
    goes_on = any(exit_.target for exit_ in widget.exits if exit_.conditions)
    for exit_, is_closed in zip(widget.exits, closed, strict=True):
        failure = False
        if not exit_.conditions:
            failure = looks_at_answer or (goes_on and not exit_.target and not hours)
        elif not exit_.target:
            failure = goes_on and not looks_at_answer
        words = _split_words(widget, exit_, answers, looks_at_answer=looks_at_answer, hours=hours)
        yield Onward(exit_.target, words, failure=failure, closed=is_closed)


def _split_words(widget: Widget, exit_: Exit, answers: Answers, *, looks_at_answer: bool, hours: bool) -> str:
    if hours:
        return ""
    if looks_at_answer:
        return answered(exit_, answers.asker(widget)) if exit_.conditions else "something else"
    if exit_.conditions:
        return compared(exit_, widget)
    others = [other for other in widget.exits if other.conditions]
    return f"not: {compared(others[0], widget)}" if len(others) == 1 else "otherwise" if others else ""


def _after_input(widget: Widget) -> Iterator[Onward]:
    """Keys and speech are one way where they lead to the same; where one leads nowhere, it hangs up."""
    targets = dict.fromkeys(exit_.target for exit_ in widget.exits if exit_.event in _INPUTS)
    usual = [target for target in targets if target]
    for target in targets:
        events = [exit_.event for exit_ in widget.exits if exit_.event in _INPUTS and exit_.target == target]
        several = len(usual) > 1 or (usual and not target)
        words = " or ".join(_SAID[event] for event in events) if several else ""
        yield Onward(target, words, failure=bool(usual) and not target)
    yield from (_after_event(widget, exit_) for exit_ in widget.exits if exit_.event not in _INPUTS)


def _after_event(widget: Widget, exit_: Exit) -> Onward:
    event = exit_.event
    if event in FAILURES:
        return Onward(exit_.target, FAILURES[event] or _failing(widget, event), failure=True)
    if event in GONE:
        return Onward(exit_.target, "customer hangs up")
    beyond = part_of(widget) is Part.QUEUE
    if event in _USUAL:
        return Onward(exit_.target, beyond=beyond)
    return Onward(exit_.target, _SAID.get(event, _in_words(event)), beyond=beyond)


def _failing(widget: Widget, event: str) -> str:
    if event == "timeout":
        return {Part.INPUT: "no input", Part.REPLY: "no reply"}.get(part_of(widget), "no answer in time")
    if part_of(widget) is Part.PROMPT:
        return "message not sent"
    return f"{widget_name(widget)} fails"


def _in_words(event: str) -> str:
    return "".join(f" {character.lower()}" if character.isupper() else character for character in event).strip()


def unhandled(flow: ParsedFlow, widget: Widget, answers: Answers) -> list[str]:
    """The events off the ordinary way that nothing follows, in words."""
    return [way.when for way in onward_from(flow, widget, answers) if way.failure and way.when and not way.target]
