"""Flows of Genesys Cloud Architect: small ones of our own, and real ones where they are at hand."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journeymap.errors import CannotRun
from journeymap.exchange.importing.content import Content
from journeymap.exchange.importing.draft import Draft, SourceText
from journeymap.exchange.importing.genesys_architect import read
from journeymap.exchange.importing.kinds import kind_named
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.translating import translate
from journeymap.exchange.importing.writing import map_text
from tests.exchange.importing import damaged, imported, loads, messages, real_files, ways

QUEUE = {"lit": {"name": "Cards"}}


def say(words: str) -> dict[str, Any]:
    return {"playAudio": {"name": "Play Audio", "audio": {"tts": words}}}


def to_queue(name: str, *failing: Any) -> dict[str, Any]:
    outputs = {"outputs": {"failure": {"actions": list(failing)}}} if failing else {}
    return {"transferToAcd": {"name": "Transfer to ACD", "targetQueue": {"lit": {"name": name}}, **outputs}}


def decide(expression: str, yes: list[Any] | None, no: list[Any] | None, name: str = "Decision") -> dict[str, Any]:
    outputs = {word: {"actions": list_} for word, list_ in (("yes", yes), ("no", no)) if list_ is not None}
    return {"decision": {"name": name, "condition": {"exp": expression}, "outputs": outputs}}


HANG_UP = {"disconnect": {"name": "Disconnect"}}
COLLECT = {
    "collectInput": {
        "name": "Collect Input",
        "inputData": {"var": "Task.account"},
        "inputAudio": {"tts": "Please enter your account number."},
        "outputs": {"failure": {"actions": [say("We did not hear you."), HANG_UP]}},
    }
}
LOOK_UP = {
    "callData": {
        "name": "Find account",
        "category": {"Bank": {"dataAction": {"Find": {"inputs": {"number": {"exp": "Task.account"}}}}}},
        "outputs": {"failure": {"actions": [say("Our systems are down.")]}},
    }
}


def flow(kind: str = "inboundCall", name: str = "Harbour line", **parts: Any) -> dict[str, Any]:
    return {kind: {"name": name, "defaultLanguage": "en-us", **parts}}


def task(name: str, *actions: Any) -> dict[str, Any]:
    return {"task": {"name": name, "refId": f"{name}_1", "actions": list(actions)}}


def tasks(*actions: Any, **others: list[Any]) -> dict[str, Any]:
    several = [task("Main", *actions), *(task(name, *those) for name, those in others.items())]
    return flow(tasks=several, startUpRef="/inboundCall/tasks/task[Main_1]")


def architect(*flows: dict[str, Any]) -> Imported:
    files = {f"f{number}": yaml.safe_dump(one, sort_keys=False).encode() for number, one in enumerate(flows)}
    return imported("genesys-architect", **files)


def test_menus_choose_between_queues_tasks_and_the_end() -> None:
    told = {"actions": [say("Nine to five."), HANG_UP]}
    menu = {
        "menu": {
            "name": "Main Menu",
            "refId": "Main Menu_10",
            "audio": {"tts": "Press one"},
            "settingsMenu": {"repeatCount": {"lit": 2}},
            "choices": [
                {"menuTransferToAcd": {"name": "Cards", "dtmf": "digit_1", "targetQueue": QUEUE}},
                {
                    "menuTask": {
                        "name": "Hours",
                        "dtmf": "digit_2",
                        "task": told,
                    }
                },
                {"menuJumpToTask": {"name": "Loans", "dtmf": "digit_star", "targetTaskRef": "./tasks/task[Loans_1]"}},
                {"menuDisconnect": {"name": "Bye", "dtmf": "digit_9"}},
                {
                    "menuSubMenu": {
                        "name": "More",
                        "dtmf": "digit_3",
                        "menu": {
                            "name": "Second menu",
                            "choices": [{"menuPreviousMenu": {"name": "Back", "dtmf": "digit_0"}}],
                        },
                    }
                },
            ],
        }
    }
    result = architect(
        flow(menus=[menu], tasks=[task("Loans", to_queue("Loans"))], startUpRef="/inboundCall/menus/menu[Main Menu_10]")
    )
    assert result.map.touchpoints["main_menu"].entry is not None
    found = ways(result, "main_menu")
    assert found["queue_cards"] == ["1 (Cards)"]
    assert found["announcement_nine_to_five"] == ["2 (Hours)"]
    assert found["queue_loans"] == ["* (Loans)"]
    assert found["second_menu"] == ["3 (More)"]
    assert "no choice after 2 repeats" in str(found["contact_ends"])
    assert ways(result, "second_menu")["main_menu"] == ["0 (Back)"]
    assert result.map.touchpoints["queue_cards"].handled_by is None  # people, as the language has it
    assert result.map.touchpoints["announcement_nine_to_five"].resolves is not None
    assert loads(result)


def test_a_default_choice_is_taken_without_one() -> None:
    cards = {"name": "Cards", "refId": "Cards_2", "dtmf": "digit_1", "targetQueue": QUEUE}
    menu = {
        "name": "Main",
        "refId": "M_1",
        "defaultChildMenuRef": "./choices/menuTransferToAcd[Cards_2]",
        "choices": [{"menuTransferToAcd": cards}],
    }
    result = architect(flow(menus=[{"menu": menu}], startUpRef="./menus/menu[M_1]"))
    assert ways(result, "main")["queue_cards"] == ["1 (Cards) / no choice"]
    assert "contact_ends" not in result.map.touchpoints


def test_outputs_come_back_to_the_action_that_follows() -> None:
    result = architect(tasks(COLLECT, LOOK_UP, say("One moment."), to_queue("Cards", say("Nobody is there.")), HANG_UP))
    first = "question_please_enter_your_account_number"
    assert list(result.map.touchpoints[first].always_asks) == ["account_number"]
    assert set(ways(result, first)) == {
        "queue_cards",
        "announcement_nobody_is_there",
        "announcement_we_did_not_hear_you",
    }
    assert result.map.touchpoints["announcement_nobody_is_there"].resolves is None
    assert result.map.information["account_number"].sensitive


def test_hours_become_a_way_when_closed() -> None:
    group = {
        "evaluateScheduleGroup": {
            "name": "Evaluate Schedule Group",
            "outputs": {"closed": {"actions": [say("We are closed."), HANG_UP]}, "holiday": {"actions": [HANG_UP]}},
        }
    }
    result = architect(tasks(COLLECT, group, to_queue("Cards")))
    found = ways(result, "question_please_enter_your_account_number")
    assert "queue_cards" in found
    assert result.map.touchpoints["announcement_we_are_closed"].resolves is None
    assert "contact_ends" in result.map.touchpoints


def test_decisions_switches_and_loops() -> None:
    again = {
        "loop": {
            "name": "Loop",
            "loopCount": {"lit": 3},
            "outputs": {
                "loop": {
                    "actions": [
                        COLLECT,
                        decide('Task.account == "1"', [{"loopExit": {"name": "Exit Loop"}}], None, "Is it known?"),
                    ]
                }
            },
        }
    }
    switch = {
        "switch": {
            "name": "Switch",
            "evaluate": {
                "firstTrue": {
                    "default": {"actions": [to_queue("Rest")]},
                    "cases": [{"case": {"value": {"exp": "Flow.vip"}, "actions": [to_queue("Private")]}}],
                }
            },
        }
    }
    result = architect(tasks(again, switch))
    first = next(key for key in result.map.touchpoints if key.startswith(("question", "menu")))
    assert any("Is it known? yes" in str(when) for when in ways(result, first)["queue_private"])
    assert "otherwise" in str(ways(result, first)["queue_rest"])
    assert "3" in map_text(result)


def test_tasks_are_called_and_come_back_and_other_flows_are_gone_into() -> None:
    call = {"callTask": {"name": "Call Task", "targetTaskRef": "/inboundCall/tasks/task[Ask_1]"}}
    astray = {"jumpToTask": {"name": "Jump", "targetTaskRef": "/inboundCall/tasks/task[Nowhere_1]"}}
    bot = {"callBotFlow": {"name": "Call Bot Flow", "botFlow": {"Helper": {"ver_latestPublished": {}}}}}
    unknown_bot = {"callLexBot": {"name": "Call Lex Bot", "botName": {"lit": "Old"}}}
    leave = {"transferToFlow": {"name": "Transfer to Flow", "targetFlow": {"name": "Elsewhere"}}}
    main = tasks(
        call, decide("Flow.a", [astray], None), bot, unknown_bot, leave,
        Ask=[COLLECT, {"endTask": {"name": "End Task", "outputPath": {"name": "default"}}}],
    )  # fmt: skip
    ask = {
        "askForIntent": {
            "name": "Ask for Intent",
            "question": {"exp": 'MakeCommunication("How can I help?")'},
            "outputs": {
                "intents": [{"intent": {"name": "Card", "actions": [{"exitBotFlow": {"name": "Exit Bot Flow"}}]}}]
            },
        }
    }
    helper = flow("botFlow", "Helper", bots=[{"bot": {"name": "B", "refId": "B_1", "actions": [ask]}}],
                  startUpRef="/botFlow/bots/bot[B_1]")  # fmt: skip
    result = architect(main, helper)
    assert "menu_how_can_i_help" in ways(result, "question_please_enter_your_account_number")
    assert "bot_old" in ways(result, "menu_how_can_i_help")
    assert result.map.touchpoints["not_imported_elsewhere"].resolves is not None
    assert result.map.touchpoints["menu_how_can_i_help"].channel == "phone"
    assert any("Nowhere_1" in message for message in messages(result, "error"))
    assert len(messages(result, "dropped")) == 2


@pytest.mark.parametrize(
    ("action", "touchpoint"),
    [
        ({"transferToUser": {"name": "Transfer to User", "targetUser": {"lit": {"name": "Ann"}}}}, "person_ann"),
        ({"transferToGroup": {"name": "Transfer to Group", "targetGroup": {"lit": {"name": "Desk"}}}}, "group_desk"),
        ({"transferToNumber": {"name": "x", "targetNumber": {"lit": "+15550100"}}}, "outside_number_15550100"),
        ({"transferToVoicemail": {"name": "x", "destination": {"queue": {"targetQueue": QUEUE}}}}, "voicemail_cards"),
        ({"createCallback": {"name": "Create Callback", "queue": QUEUE}}, "queue_cards"),
        ({"askForBoolean": {"name": "Sure", "outputs": {"no": {"actions": [HANG_UP]}}}}, "sure"),
        ({"digitalMenu": {"name": "Pick", "outputs": {"paths": [{"path": {"name": "A", "actions": []}}]}}}, "pick"),
        ({"transferToFlowSecure": {"name": "x", "targetFlow": {"name": "Pay"}}}, "pay"),
    ],
)
def test_places_that_customers_come_to(action: dict[str, Any], touchpoint: str) -> None:
    assert touchpoint in architect(tasks(COLLECT, action)).map.touchpoints


@pytest.mark.parametrize(
    ("kind", "channel"),
    [("inboundChat", "chat"), ("inboundEmail", "email"), ("inboundShortMessage", "messages"), ("outboundCall", "phone"),
     ("digitalBot", "messages"), ("secureCall", "phone"), ("workflow", "internal"), ("workitem", "internal")],
)  # fmt: skip
def test_every_kind_of_flow_has_its_channel(kind: str, channel: str) -> None:
    state = {"state": {"name": "Initial", "refId": "I_1", "actions": [to_queue("Cards")]}}
    result = architect(flow(kind, states=[state], startUpRef=f"/{kind}/states/state[I_1]"))
    assert result.map.touchpoints["queue_cards"].channel == channel


def test_whoever_waits_in_a_queue_is_answered_or_cut_off() -> None:
    hold = {"holdMusic": {"name": "Hold Music"}}
    result = architect(flow("inqueueCall", startUpTaskActions=[COLLECT, hold, HANG_UP]))
    found = ways(result, "question_please_enter_your_account_number")
    assert found["agents"] == ["an agent is free, or no valid input; an agent is free"]
    assert "cut off while waiting" in str(found["contact_ends"])


PLACEHOLDERS = b"""
inboundCall:
  name: {{name}}
  startUpRef: ./tasks/task[t]
  tasks:
    - task:
        name: t
        actions:
          - transferToAcd: {targetQueue: {{queue}}}
"""


def test_placeholders_of_deployments_are_text() -> None:
    result = imported("genesys-architect", **{"support line.yaml": PLACEHOLDERS})
    assert list(result.map.touchpoints) == ["queue"]
    assert result.map.name == "support line"


def test_an_unknown_action_is_told_and_passed() -> None:
    result = architect(tasks({"teleport": {"name": "Beam"}}, to_queue("Cards")))
    assert list(result.map.touchpoints) == ["queue_cards"]
    assert any('"teleport"' in message for message in messages(result, "dropped"))


@pytest.mark.parametrize(
    "content", [b"", b"a: b", b"inboundCall: 1", b"inboundCall:\n\tname: x", b"- 1", b"\xff\xfe\x00"]
)
def test_what_is_no_flow_is_refused(content: bytes) -> None:
    with pytest.raises(CannotRun):
        read([SourceText("a.yaml", content)])


def test_tasks_that_call_each_other_end() -> None:
    def call(name: str) -> dict[str, Any]:
        return {"callTask": {"targetTaskRef": f"./tasks/task[{name}_1]"}}

    assert loads(architect(tasks(call("One"), One=[call("Two"), COLLECT], Two=[call("One"), to_queue("Cards")])))


WHOLE = tasks(COLLECT, LOOK_UP, decide("Flow.a", [HANG_UP], None), to_queue("Cards", say("No.")), Other=[to_queue("B")])


@given(st.data())
def test_whatever_is_damaged_gives_a_draft_or_a_refusal(data: st.DataObject) -> None:
    content = yaml.safe_dump(damaged(WHOLE, data.draw)).encode()
    cut = content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
    try:
        draft = read([SourceText("a.yaml", cut)])
    except CannotRun:
        return
    assert isinstance(draft, Draft)
    assert loads(translate([SourceText("a.yaml", cut)], kind_named("genesys-architect")))


def test_a_huge_flow_is_read() -> None:
    actions = [part for _ in range(1250) for part in (COLLECT, LOOK_UP, decide("Flow.a", [], None), say("Hm"))]
    assert len(architect(tasks(*actions)).map.touchpoints) > 1250


def test_a_long_chain_of_tasks_is_read() -> None:
    chain = {f"T{number}": [COLLECT, {"jumpToTask": {"targetTaskRef": f"T{number + 1}_1"}}] for number in range(1500)}
    assert len(architect(tasks({"jumpToTask": {"targetTaskRef": "T0_1"}}, **chain)).map.touchpoints) >= 1500


def test_real_flows_load() -> None:
    files = [SourceText(path.name, path.read_bytes()) for path in real_files("genesys-architect")]
    kind = kind_named("genesys-architect")
    for group in [*([file] for file in files), files]:
        assert all(kind.matches(Content(file)) for file in group)
        assert loads(translate(group, kind))


def test_a_bot_goes_on_by_its_outcome() -> None:
    result = imported(
        "genesys-architect",
        a=b"""
inboundMessage:
  name: Messages
  defaultLanguage: en-us
  startUpRef: /inboundMessage/states/state[a]
  states:
    - state:
        name: A
        refId: a
        actions:
          - callLexV2Bot:
              name: Ask the bot
              outputs:
                intents:
                  - intent:
                      name: Person
                      actions:
                        - transferToUser: {name: Person, targetUser: {lit: {email: ada@example.com}}}
                  - intent:
                      name: Status
                      actions:
                        - sendResponse: {name: Status, messageBody: {tts: It is on its way}}
          - disconnect: {name: Disconnect}
""",
    )
    assert "Person" in str(ways(result, "bot_ask_the_bot")["person_ada_example_com"])
    assert any("Status" in str(when) for when in ways(result, "bot_ask_the_bot").values())


def test_back_leads_to_the_menu_above() -> None:
    result = imported(
        "genesys-architect",
        a=b"""
inboundCall:
  name: Calls
  defaultLanguage: en-us
  startUpRef: /inboundCall/menus/menu[a]
  menus:
    - menu:
        name: Main
        refId: a
        choices:
          - menuSubMenu: {name: Bills, dtmf: digit_1, targetMenuRef: "/inboundCall/menus/menu[b]"}
    - menu:
        name: Bills
        refId: b
        choices:
          - menuPreviousMenu: {name: Back, dtmf: digit_9}
""",
    )
    assert next(iter(result.map.touchpoints["bills"].transfers)) == "main"
