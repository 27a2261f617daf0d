"""Damaged, odd and huge flows give a draft or a clear refusal, and nothing else."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.amazon_connect.flows import HANG_UP, action, described, draft, flow, imported, menu, source
from exchange.amazon_connect.test_console_export import BYE, export, module
from exchange.amazon_connect.test_reading import BANK
from journeymap.errors import CannotRun
from journeymap.exchange.importing.amazon_connect import read
from journeymap.exchange.importing.draft import SourceText

OLD = export(
    module("ask", "GetUserInput", [("Evaluate", "go", "1"), ("NoMatch", "ask")], "Digits", Text="Press 1"),
    module("loop", "Loop", [("Looping", "ask"), ("Complete", "go")], LoopCount="3"),
    module("go", "Transfer", [("Error", "bye")], "Flow", ContactFlowId="x"),
    BYE,
)
ODD = st.sampled_from(
    [None, True, 0, -1.5, "", "x", "menu", "$.Attributes.x", [], {}, ["menu"], {"x": 1}, "\ud800\x00\n"]
)


def paths(value, before=()):
    yield before
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in entries:
        yield from paths(part, (*before, key))


def damaged(value, path, odd, remove):
    changed = copy.deepcopy(value)
    inside = changed
    for key in path[:-1]:
        inside = inside[key]
    if not path:
        return odd
    if remove:
        del inside[path[-1]]
    else:
        inside[path[-1]] = odd
    return changed


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_damage_gives_a_draft_or_a_refusal(data):
    whole = data.draw(st.sampled_from([BANK, described(BANK, "Bank"), OLD]))
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(list(paths(whole))))
        whole = damaged(whole, path, data.draw(ODD), data.draw(st.booleans()))
    try:
        imported(whole, BANK) if data.draw(st.booleans()) else imported(whole)
    except CannotRun:
        return


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b"null", b'{"Actions": 3}', b"\xff\xfe\x00", b"[" * 5000])
def test_what_is_no_flow_is_refused(content):
    with pytest.raises(CannotRun) as refused:
        read([source(content, "odd.json")])
    assert "odd.json" in refused.value.message
    assert refused.value.help


def test_nothing_is_refused():
    with pytest.raises(CannotRun):
        read([])


def test_a_truncated_file_is_refused_with_its_place():
    with pytest.raises(CannotRun, match=r"cut\.json"):
        read([SourceText("cut.json", json.dumps(BANK).encode()[:-40])])


def test_wrong_kinds_everywhere():
    odd = {"Version": 1, "StartAction": ["menu"], "Metadata": [], "Actions": [3, None, "x", {"Identifier": {}}, {
        "Identifier": "a", "Type": 7, "Parameters": [1], "Transitions": [{}]}, {"Identifier": "b", "Type": "Loop",
        "Parameters": {"LoopCount": "9" * 400},
        "Transitions": {"Conditions": [{"Condition": 3}, 4], "Errors": {}}}]}  # fmt: skip
    assert draft(odd).flows


def test_flows_and_modules_that_call_themselves():
    again = action("go", "TransferToFlow", errors=[("NoMatchingError", "go")], ContactFlowId="Round")
    found, _ = imported(flow(again, HANG_UP, name="Round"))
    assert len(found.touchpoints) == 1
    call = action("call", "InvokeFlowModule", "end", errors=[("NoMatchingError", "call")], FlowModuleId="Round")
    found, _ = imported({"FlowModule": {"Name": "Round", "Content": json.dumps(
        flow(call, action("end", "EndFlowModuleExecution")))}})  # fmt: skip
    assert len(found.touchpoints) == 1


def test_five_thousand_blocks():
    count = 5_000
    blocks = [menu(f"ask {number}", "", [("1", f"ask {number + 1}")], f"ask {number}") for number in range(count)]
    found, _ = imported(flow(*blocks, action(f"ask {count}", "DisconnectParticipant")))
    assert len(found.touchpoints) >= count


def test_a_thousand_calls_of_one_module():
    calls = [action(f"call {number}", "InvokeFlowModule", f"call {number + 1}", errors=[("NoMatchingError", "bye")],
                    FlowModuleId="Pin") for number in range(1000)]  # fmt: skip
    pin = action(
        "pin", "GetParticipantInput", "end", errors=[("NoMatchingError", "end")], Text="PIN", StoreInput="True"
    )
    module_ = {
        "ContactFlowModule": {"Name": "Pin", "Content": json.dumps(flow(pin, action("end", "EndFlowModuleExecution")))}
    }
    made = draft(flow(*calls, action("call 1000", "DisconnectParticipant"), HANG_UP), module_)
    assert len(made.blocks) < 3_000
