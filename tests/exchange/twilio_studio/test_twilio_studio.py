"""Flows of Twilio Studio: small ones of our own, and real ones where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Draft, SourceText
from journeymap.exchange.importing.kinds import kind_named
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.translating import translate
from journeymap.exchange.importing.twilio_studio import matches, read
from journeymap.exchange.importing.writing import map_text
from tests.exchange.importing import damaged, findings, imported, loads, messages, real_files, ways


def widget(name: str, kind: str, *exits: Any, **properties: Any) -> dict[str, Any]:
    """Exits are ``event: target`` as ``(event, target)``, or ``(event, target, conditions...)``."""
    transitions = [
        {
            "event": event,
            **({"next": target} if target else {}),
            **({"conditions": [condition(*one) for one in conditions]} if conditions else {}),
        }
        for event, target, *conditions in exits
    ]
    return {"name": name, "type": kind, "transitions": transitions, "properties": properties}


def condition(kind: str, value: str, name: str = "") -> dict[str, Any]:
    return {"type": kind, "value": value, "friendly_name": name or f"If value {kind} {value}", "arguments": []}


def trigger(**events: str) -> dict[str, Any]:
    return widget("Trigger", "trigger", *events.items())


def flow(*widgets: Mapping[str, Any], name: str = "Harbour line") -> dict[str, Any]:
    flags = {"allow_concurrent_calls": True}
    return {"description": name, "states": list(widgets), "initial_state": "Trigger", "flags": flags}


def studio(*widgets: Mapping[str, Any]) -> Imported:
    return imported("twilio-studio", a=json.dumps(flow(*widgets)).encode())


MENU = widget(
    "gather_1",
    "gather-input-on-call",
    ("keypress", "split_1"),
    ("speech", ""),
    ("timeout", "gather_1"),
    say="For cards, press 1. For loans, press 2.",
)
SPLIT = widget(
    "split_1",
    "split-based-on",
    ("noMatch", "gather_1"),
    ("match", "cards", ("equal_to", "1")),
    ("match", "loans", ("equal_to", "2", "Loans")),
    input="{{widgets.gather_1.Digits}}",
)
CARDS = widget(
    "cards",
    "send-to-flex",
    ("callComplete", "survey"),
    ("failedToEnqueue", "box"),
    ("callFailure", ""),
    workflow="WW" + "0" * 32,
)
LOANS = widget("loans", "connect-call-to", ("callCompleted", ""), ("hangup", ""), noun="number", to="+15550100")
SURVEY = widget("survey", "gather-input-on-call", ("keypress", "note"), ("timeout", ""), say="How well did we do?")
NOTE = widget(
    "note", "run-function", ("success", ""), ("fail", ""), parameters=[{"value": "{{widgets.survey.Digits}}"}]
)
BOX = widget("box", "record-voicemail", ("recordingComplete", ""), ("noAudio", ""), ("hangup", ""))


def test_menus_agents_numbers_and_voicemail() -> None:
    result = studio(trigger(incomingCall="gather_1"), MENU, SPLIT, CARDS, LOANS, SURVEY, NOTE, BOX)
    points = result.map.touchpoints
    menu = "menu_cards_loans"
    assert points[menu].entry is not None
    assert points[menu].handled_by == "machine"
    assert points[menu].needs == {}
    assert ways(result, menu) == {
        "queue_cards": ["1 (cards)"],
        "loans": ["2 (Loans)"],
        menu: ["something else / no input"],
        "box": ["1 (cards); cannot be queued"],
        "contact_ends": ["1 (cards); call fails, or spoken"],
    }
    assert points["queue_cards"].handled_by is None  # people, as the language has it
    assert points["queue_cards"].resolves is not None
    assert ways(result, "queue_cards") == {"survey": ["after the call"]}
    assert list(points["survey"].always_asks) == ["survey"]
    assert list(points["box"].needs) == ["message"]
    assert points["contact_ends"].resolves is None
    assert loads(result)
    assert "JM101" in findings(result)


def test_calls_and_messages_begin_at_blocks_of_their_own() -> None:
    ask = widget(
        "ask", "send-and-wait-for-reply", ("incomingMessage", "bye"), ("timeout", ""), body="What is your name?"
    )
    bye = widget("bye", "send-message", ("sent", ""), ("failed", ""), body="Thank you {{widgets.ask.inbound.Body}}!")
    hello = widget("hello", "say-play", ("audioComplete", ""), say="We are closed for good.")
    result = studio(trigger(incomingMessage="ask", incomingCall="hello"), ask, bye, hello)
    points = result.map.touchpoints
    assert {key for key, point in points.items() if point.entry is not None} == {"ask", "hello"}
    assert (points["ask"].channel, points["hello"].channel) == ("messages", "phone")
    assert list(points["ask"].always_asks) == ["name"]
    assert points["bye"].resolves is not None
    assert points["hello"].resolves is not None


def test_opening_hours_are_asked() -> None:
    check = widget("check", "run-function", ("success", "is_it_open"), ("fail", "agents"))
    hours = widget(
        "is_it_open",
        "split-based-on",
        ("noMatch", "closed"),
        ("match", "agents", ("equal_to", "true")),
        input="{{widgets.check.parsed.isOpen}}",
    )
    closed = widget("closed", "say-play", ("audioComplete", ""), say="We are closed.")
    agents = widget("agents", "enqueue-call", ("callComplete", ""), queue_name="support")
    result = studio(trigger(incomingCall="check"), check, hours, closed, agents)
    start = result.map.touchpoints["harbour_line_start"]
    (transfer, _) = start.transfers["queue_support"]  # type: ignore[misc]
    assert transfer.if_closed is not None
    assert transfer.if_closed.to == "closed"
    assert result.map.touchpoints["closed"].resolves is None


@pytest.mark.parametrize(
    ("kind", "exits", "name"),
    [
        ("capture-payments", [("success", ""), ("maxFailedAttempts", ""), ("hangup", "")], "card_payment"),
        ("connect-virtual-agent", [("return", ""), ("hangup", "")], "bot"),
        ("connect-virtual-agent-v2", [("completed", ""), ("liveAgentHandoff", "")], "bot"),
        ("send-to-auto-pilot", [("sessionEnded", ""), ("failure", "")], "bot"),
        ("add-twiml-redirect", [("return", ""), ("timeout", ""), ("fail", "")], "application"),
    ],
)
def test_machines_that_customers_meet(kind: str, exits: list[Any], name: str) -> None:
    result = studio(trigger(incomingCall="widget_1"), widget("widget_1", kind, *exits))
    assert result.map.touchpoints[name].handled_by == "machine"
    assert not messages(result, "dropped")


@pytest.mark.parametrize(
    "kind",
    ["set-variables", "make-http-request", "run-function", "fork-stream", "record-call", "make-outgoing-call-v2",
     "search-for-profile", "start-conversation"],
)  # fmt: skip
def test_technical_widgets_are_folded_away(kind: str) -> None:
    result = studio(
        trigger(incomingRequest="x"), widget("x", kind, ("next", "agents")), {**CARDS, "name": "agents"}, SURVEY
    )
    assert [key for key, point in result.map.touchpoints.items() if point.entry is not None] == ["queue_agents"]


def test_an_unknown_widget_is_told_and_passed() -> None:
    result = studio(trigger(incomingCall="x"), widget("x", "teleport", ("there", "loans")), LOANS)
    assert list(result.map.touchpoints) == ["loans"]
    assert any('"teleport"' in message for message in messages(result, "dropped"))


def test_subflows_are_gone_through_and_come_back() -> None:
    called = flow(
        widget("Trigger", "trigger", ("incomingParent", "who")),
        widget(
            "who", "gather-input-on-call", ("keypress", ""), ("timeout", ""), say="Please enter your account number."
        ),
        name="Identify",
    )
    main = flow(
        trigger(incomingCall="run"),
        widget("run", "run-subflow", ("completed", "loans"), ("failed", ""), flow_sid="FW1"),
        LOANS,
        widget("other", "run-subflow", ("completed", ""), flow_sid="FW9"),
    )
    listed = [{"sid": "FW1", "friendly_name": "Identify", "definition": called}, main]
    result = imported("twilio-studio", a=json.dumps(listed).encode())
    assert "loans" in ways(result, "who")
    assert result.map.information["account_number"].sensitive
    assert result.map.touchpoints["who"].entry is not None
    assert any("not among the files" in message for message in messages(result, "dropped"))
    assert "not_imported_other" in result.map.touchpoints


def test_wrapped_definitions_are_found() -> None:
    inside = flow(trigger(incomingCall="loans"), LOANS)
    wrapped = {
        "resource": {"twilio_studio_flows_v2": {"line": {"friendly_name": "Bank", "definition": json.dumps(inside)}}}
    }
    for value in (inside, [inside], {"flow": inside}, wrapped, {"data": [{"definition": inside, "sid": "FW"}]}):
        assert matches(value)
        assert list(imported("twilio-studio", a=json.dumps(value).encode()).map.touchpoints) == ["loans"]
    assert imported("twilio-studio", a=json.dumps(wrapped).encode()).map.name == "Bank"


def test_faults_of_the_source_are_told() -> None:
    astray = widget("x", "say-play", ("audioComplete", "nowhere"), say="Hello")
    other = widget("gather_2", "gather-input-on-call", ("keypress", "split_1"), say="Again: press 1 or 2")
    result = studio(trigger(incomingCall="gather_1"), MENU, SPLIT, CARDS, LOANS, SURVEY, BOX, astray, other, LOANS)
    told = messages(result, "error")
    assert any('"nowhere"' in message for message in told)
    assert any("several widgets" in message and "loans" in message for message in told)
    assert any("looks at the answer of" in message for message in told)
    assert any(message.startswith("nobody reaches") for message in told)
    assert any("does not go on after" in message for message in told)
    assert all(remark.place.line for remark in result.remarks if remark.kind == "error")


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"states": []}', b'{"states": [{"name": "a"}]}', b"[" * 100_000, b'{"states": [1, 2'],
)
def test_what_is_no_flow_is_refused(content: bytes) -> None:
    with pytest.raises(CannotRun):
        read([SourceText("a.json", content)])


def test_flows_that_run_each_other_end() -> None:
    one = flow(trigger(incomingCall="b"), widget("b", "run-subflow", ("completed", "b"), flow_sid="Two"), name="One")
    two = flow(
        trigger(incomingParent="c"),
        widget("c", "run-subflow", ("completed", "loans"), flow_sid="One"),
        LOANS,
        name="Two",
    )
    assert loads(imported("twilio-studio", a=json.dumps(one).encode(), b=json.dumps(two).encode()))


WHOLE = flow(trigger(incomingCall="gather_1", incomingMessage="box"), MENU, SPLIT, CARDS, LOANS, SURVEY, NOTE, BOX)


@given(st.data())
def test_whatever_is_damaged_gives_a_draft_or_a_refusal(data: st.DataObject) -> None:
    content = json.dumps(damaged(WHOLE, data.draw)).encode()
    cut = content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
    try:
        draft = read([SourceText("a.json", cut)])
    except CannotRun:
        return
    assert isinstance(draft, Draft)
    assert loads(translate([SourceText("a.json", cut)], kind_named("twilio-studio")))


def test_a_huge_flow_is_read() -> None:
    links = [
        widget(f"g{number}", "gather-input-on-call", ("keypress", f"s{number}"), ("timeout", ""), say=f"Press {number}")
        if number % 2
        else widget(f"g{number}", "run-function", ("success", f"g{number + 1}"), ("fail", ""))
        for number in range(2500)
    ]
    splits = [
        widget(f"s{number}", "split-based-on", ("noMatch", f"g{number + 1}"), input="{{widgets.g1.Digits}}")
        for number in range(1, 2499)
    ]
    result = studio(trigger(incomingCall="g0"), *links, *splits)
    assert len(result.map.touchpoints) > 1000


def test_the_order_of_files_changes_nothing() -> None:
    one = SourceText("a.json", json.dumps(WHOLE).encode())
    two = SourceText("b.json", json.dumps(flow(trigger(incomingCall="loans"), LOANS, name="Loans")).encode())
    kind = kind_named("twilio-studio")
    assert map_text(translate([one, two], kind)) == map_text(translate([two, one], kind))


def test_real_flows_load() -> None:
    files = [SourceText(path.name, path.read_bytes()) for path in real_files("twilio-studio")]
    kind = kind_named("twilio-studio")
    assert all(kind.matches(_content(file)) for file in files)
    for group in [*([file] for file in files), files]:
        assert loads(translate(group, kind))


def _content(file: SourceText) -> Any:
    from journeymap.exchange.importing.content import Content

    return Content(file)
