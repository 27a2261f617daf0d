"""Faults in the source, and what of it cannot be told in a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.exchange.importing.draft import Place, Remark
from journeymap.exchange.importing.twilio_studio.answers import Answers
from journeymap.exchange.importing.twilio_studio.catalogue import FAILURES, Part, part_of
from journeymap.exchange.importing.twilio_studio.linking import Links
from journeymap.exchange.importing.twilio_studio.parsed import ParsedFlow, Widget
from journeymap.exchange.importing.twilio_studio.ways import unhandled
from journeymap.exchange.importing.twilio_studio.wording import widget_name
from journeymap.findings import Message

__all__ = ["remarks_of"]

_MISSING = '"{name}" leads to "{target}", and the flow has no such widget'
_NO_START = 'the flow "{name}" begins at "{target}", and has no such widget'
_NO_BEGINNING = 'nothing follows the trigger of the flow "{name}"'
_TWICE = 'several widgets have the name "{name}"; the first is meant'
_UNHANDLED = '"{name}" does not go on after: {events}; the contact ends there'
_OTHER_ANSWER = '"{name}" looks at the answer of "{asking}", but customers come there from "{other}" as well'
_UNKNOWN = 'widgets of the type "{type}" are not known; "{name}" is taken for a technical one'
_NOT_IMPORTED = '"{called}", which "{name}" runs, is not among the files; it is taken to settle the matter'
_SETTLES = (
    "agents, queues, outside numbers, voicemail, and announcements before the end are taken to settle every matter"
)
_ANSWERED = (
    "a key, a reply or a message that nothing in the flow uses is a choice, all else that is asked is information"
)


def remarks_of(flows: Sequence[ParsedFlow], links: Links) -> list[Remark]:
    """Everything to be told of the flows, in their order; each unknown type once a file."""
    told: dict[tuple[object, ...], Remark] = {}
    for flow in flows:
        for remark in [*_of_flow(flow, links), *_of_widgets(flow, links)]:
            unknown = remark.message.values.get("type")
            told.setdefault((remark.place.file, unknown) if unknown else (remark.place, str(remark.message)), remark)
    assumed = [Remark("assumed", Place(flows[0].file), Message(words)) for words in (_SETTLES, _ANSWERED)]
    return [*told.values(), *assumed]


def _of_flow(flow: ParsedFlow, links: Links) -> Iterator[Remark]:
    named = {"name": flow.name}
    if flow.start not in flow.widgets:
        yield Remark("error", flow.place(), Message(_NO_START, {**named, "target": flow.start or "nothing"}))
    elif not links.first(flow):
        yield Remark("error", flow.place(), Message(_NO_BEGINNING, named))
    for name in flow.repeated:
        yield Remark("error", flow.place(), Message(_TWICE, {"name": name}))


def _of_widgets(flow: ParsedFlow, links: Links) -> Iterator[Remark]:
    answers = Answers(flow)
    for widget in flow.widgets.values():
        place, name = flow.place(widget), widget_name(widget)
        for exit_ in widget.exits:
            if exit_.target and exit_.target not in flow.widgets:
                yield Remark("error", place, Message(_MISSING, {"name": name, "target": exit_.target}))
        if part_of(widget) is Part.UNKNOWN:
            yield Remark("dropped", place, Message(_UNKNOWN, {"type": widget.type or "", "name": name}))
        if part_of(widget) is Part.SUBFLOW and links.called(widget) is None:
            yield Remark("dropped", place, Message(_NOT_IMPORTED, {"called": links.name(widget), "name": name}))
        yield from _of_ends(flow, widget, answers)
        yield from _of_answers(flow, widget, answers)


def _of_ends(flow: ParsedFlow, widget: Widget, answers: Answers) -> Iterator[Remark]:
    events = dict.fromkeys(unhandled(flow, widget, answers))
    if events and part_of(widget) is not Part.TRIGGER:
        values = {"name": widget_name(widget), "events": ", ".join(events)}
        yield Remark("error", flow.place(widget), Message(_UNHANDLED, values))


def _of_answers(flow: ParsedFlow, widget: Widget, answers: Answers) -> Iterator[Remark]:
    """A question that leads to a split which looks at the answer to another: its own answer changes nothing."""
    if part_of(widget) not in (Part.INPUT, Part.REPLY):
        return
    for target in dict.fromkeys(exit_.target for exit_ in widget.exits if exit_.event not in FAILURES):
        split = flow.widgets.get(target)
        asking = answers.asker(split) if split is not None and part_of(split) is Part.SPLIT else None
        if split is not None and asking is not None and asking is not widget:
            names = {"name": split.name, "asking": widget_name(asking), "other": widget_name(widget)}
            yield Remark("error", flow.place(split), Message(_OTHER_ANSWER, names))
