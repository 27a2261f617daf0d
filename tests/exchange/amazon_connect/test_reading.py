"""What flows in the flow language become."""

import json

from exchange.amazon_connect.flows import (
    ARN,
    HANG_UP,
    action,
    described,
    draft,
    flow,
    imported,
    menu,
    set_queue,
    source,
    to_queue,
    transfers,
    ways_out,
)
from journeymap.exchange.importing.amazon_connect import matches, read

GREETING = action("hello", "MessageParticipant", "menu", Text="Welcome")
MENU = menu("menu", "Press 1 to pay. For help, press 2.", [("1", "card"), ("2", "q")], "bye")
CARD = action(
    "card", "GetParticipantInput", "save", errors=[("NoMatchingError", "bye")],
    Text="Please enter your 16 digit card number, then press pound.", StoreInput="True",
)  # fmt: skip
SAVE = action("save", "InvokeLambdaFunction", "done", errors=[("NoMatchingError", "bye")], LambdaFunctionARN="Pay",
              LambdaInvocationAttributes={"card": "$.StoredCustomerInput"})  # fmt: skip
DONE = action("done", "MessageParticipant", "bye", Text="Thank you, it is paid.")
BANK = flow(GREETING, MENU, CARD, SAVE, DONE, set_queue("q", "help", "t"), to_queue("t"), HANG_UP, name="Bank")


def test_menus_inputs_announcements_and_queues_are_touchpoints():
    found, remarks = imported(BANK)
    assert set(found.touchpoints) == {"menu", "card", "done", "help", "contact_ends"}
    assert found.touchpoints["menu"].entry
    assert found.touchpoints["menu"].handled_by == "machine"
    assert transfers(found, "menu")["card"] == ["1: pay"]
    assert transfers(found, "menu")["help"] == ["2: help"]
    assert found.touchpoints["help"].department == ("help",)
    assert found.touchpoints["help"].resolves
    assert found.touchpoints["done"].resolves
    assert not found.touchpoints["card"].resolves
    assert found.information["card_number"].sensitive
    assert set(found.touchpoints["card"].needs) == set(found.touchpoints["card"].always_asks) == {"card_number"}
    assert [kind for kind, _ in remarks] == ["assumed"]


def test_the_order_of_files_changes_nothing():
    other = flow(action("x", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId="Bank"), HANG_UP)
    files = [source(BANK, "a.json"), source(other, "b.json")]
    assert read(files) == read(files[::-1])


def test_a_queue_is_named_by_the_block_on_the_way():
    split = menu("menu", "", [("1", "a"), ("2", "b")], "bye")
    found, _ = imported(flow(split, set_queue("a", "north", "t"), set_queue("b", "south", "t"), to_queue("t"), HANG_UP))
    assert transfers(found, "menu")["north"] == ["presses 1"]
    assert transfers(found, "menu")["south"] == ["presses 2"]


def test_a_queue_is_known_in_the_flow_a_contact_is_transferred_to():
    go = action("go", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId=f"{ARN}contact-flow/2")
    first = described(flow(menu("menu", "", [("1", "a")], "bye"), set_queue("a", "north", "go"), go, HANG_UP), "First")
    second = described(flow(to_queue("t"), HANG_UP), "Second", key="2")
    found, _ = imported(first, second)
    assert "north" in found.touchpoints
    assert "queue" not in found.touchpoints
    assert [key for key, place in found.touchpoints.items() if place.entry] == ["menu"]


def test_modules_return_to_the_block_behind_their_caller():
    pin = action("pin", "GetParticipantInput", "end", errors=[("NoMatchingError", "end")], Text="Enter your PIN",
                 StoreInput="True")  # fmt: skip
    module = {"ContactFlowModule": {"Id": "m", "Name": "Identify", "Content": json.dumps(
        flow(pin, action("end", "EndFlowModuleExecution")))}}  # fmt: skip
    call = action("call", "InvokeFlowModule", "q", errors=[("NoMatchingError", "bye")], FlowModuleId="m")
    found, _ = imported(described(flow(call, set_queue("q", "help", "t"), to_queue("t"), HANG_UP), "Main"), module)
    assert transfers(found, "pin")["help"] == [None]
    assert found.touchpoints["pin"].department == ("identify",)


def test_a_flow_heard_while_waiting_leads_to_the_queue():
    hook = action("hook", "UpdateContactEventHooks", "q", errors=[("NoMatchingError", "bye")],
                  EventHooks={"CustomerQueue": "2"})  # fmt: skip
    main = described(flow(menu("menu", "", [("1", "hook")], "bye"), hook, set_queue("q", "help", "t"), to_queue("t"),
                          HANG_UP), "Main")  # fmt: skip
    music = action("music", "MessageParticipantIteratively", None, [("MessagesInterrupted", "offer")],
                   Messages=[{"Text": "la"}], InterruptFrequencySeconds="60")  # fmt: skip
    offer = menu("offer", "Press 1 to be called back", [("1", "back")], "music")
    back = action("back", "CreateCallbackContact", "bye", errors=[("NoMatchingError", "music")])
    found, _ = imported(main, described(flow(music, offer, back, HANG_UP), "Waiting", "CUSTOMER_QUEUE", "2"))
    assert {"help", "offer"} <= set(transfers(found, "menu"))
    assert {"back", "help", "offer"} <= set(transfers(found, "offer"))
    assert ways_out(found, "back")["help"][0].kind == "callback"


def test_a_disconnect_flow_follows_the_agent():
    hook = action("hook", "UpdateContactEventHooks", "q", errors=[("NoMatchingError", "bye")],
                  EventHooks={"CustomerRemaining": "Survey"})  # fmt: skip
    ask = action("ask", "GetParticipantInput", "bye", errors=[("NoMatchingError", "bye")], Text="How was it?",
                 StoreInput="True")  # fmt: skip
    found, _ = imported(
        flow(hook, set_queue("q", "help", "t"), to_queue("t"), HANG_UP, name="Main"),
        flow(ask, HANG_UP, name="Survey"),
    )
    assert transfers(found, "help") == {"ask": ["the agent hangs up"]}
    assert not found.touchpoints["ask"].entry


def test_hours_become_if_closed():
    hours = action("hours", "CheckHoursOfOperation", "closed", [("True", "t"), ("False", "closed")],
                   [("NoMatchingError", "closed")])  # fmt: skip
    closed = action("closed", "MessageParticipant", "bye", Text="We are closed")
    choose = menu("menu", "", [("1", "q")], "bye")
    found, _ = imported(flow(choose, set_queue("q", "help", "hours"), hours, closed, to_queue("t"), HANG_UP))
    (transfer,) = ways_out(found, "menu")["help"]
    assert transfer.if_closed is not None
    assert transfer.if_closed.to == "closed"
    assert not found.touchpoints["closed"].resolves


def test_loops_bound_the_way_back():
    loop = action("again", "Loop", "bye", [("ContinueLooping", "menu"), ("DoneLooping", "bye")], LoopCount="3")
    found, _ = imported(flow(loop, menu("menu", "", [("1", "q")], "again"), set_queue("q", "help", "t"), to_queue("t"),
                             HANG_UP))  # fmt: skip
    (back,) = ways_out(found, "menu")["menu"]
    assert back.limit == 2


def test_percentages_and_comparisons_are_told():
    shares = [("31", "a", "NumericLessThan"), ("51", "b", "NumericLessThan")]
    split = action("split", "DistributeByPercentage", None, shares,
                   [("NoMatchingCondition", "c")])  # fmt: skip
    compare = action("c", "Compare", "bye", [("gold", "a")], [("NoMatchingCondition", "b")],
                     ComparisonValue="$.Attributes.level")  # fmt: skip
    found, _ = imported(flow(menu("menu", "", [("1", "split")], "bye"), split, compare, set_queue("a", "one", "t"),
                             set_queue("b", "two", "t"), to_queue("t"), HANG_UP))  # fmt: skip
    assert transfers(found, "menu")["one"] == ["presses 1; 30 %, or presses 1; 50 %; level = gold"]
    assert transfers(found, "menu")["two"] == ["presses 1; 20 %, or presses 1; 50 %; level not gold"]


def test_outside_numbers_bots_views_and_tasks():
    bot = action("bot", "ConnectParticipantWithLexBot", "bye", [("Pay", "view"), ("Person", "out")],
                 [("NoMatchingCondition", "bye"), ("NoMatchingError", "bye")], Text="How can I help?")  # fmt: skip
    fields = {"Sections": [{"Items": [{"Label": "Amount", "Name": "amount", "Type": "FormInput"}]}]}
    view = action("view", "ShowView", None, [("Next", "task")], [("NoMatchingCondition", "bye"),
                  ("NoMatchingError", "bye"), ("TimeLimitExceeded", "bye")], ViewData=fields)  # fmt: skip
    task = action("task", "CreateTask", "bye", errors=[("NoMatchingError", "bye")], Name="Check", ContactFlowId="no")
    out = action("out", "TransferParticipantToThirdParty", "bye", errors=[("CallFailed", "bye"), ("NoMatchingError",
                 "bye"), ("ConnectionTimeLimitExceeded", "bye")], ThirdPartyPhoneNumber="+15550100")  # fmt: skip
    found, _ = imported(flow(bot, view, task, out, HANG_UP))
    assert transfers(found, "bot")["view"] == ["Pay"]
    assert found.touchpoints["out"].resolves
    assert found.touchpoints["out"].handled_by in (None, "person")
    assert set(found.touchpoints["view"].needs) == {"amount"}
    assert ways_out(found, "view")["task_check"][0].kind == "ticket"
    assert found.channels["task"].mode == "internal"


def test_a_flow_that_is_not_imported_settles_the_matter_and_is_told():
    go = action("go", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId=f"{ARN}contact-flow/9-9")
    found, remarks = imported(flow(menu("menu", "", [("1", "go")], "bye"), go, HANG_UP))
    assert found.touchpoints["not_imported_9_9"].resolves
    assert any(kind == "dropped" and "9-9" in words for kind, words in remarks)


def test_symbolic_names_attributes_and_placeholders_link_flows():
    for reference in ("$.FlowAttributes.pay", "%%Make Payment%%", "${F:Make Payment:F}", "CHANGE TO PAYMENT FLOW"):
        attributes = action("attr", "UpdateFlowAttributes", "menu", errors=[("NoMatchingError", "bye")],
                            FlowAttributes={"pay": {"Value": f"{ARN}contact-flow/${{F:Make Payment:F}}"}})  # fmt: skip
        go = action("go", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId=reference)
        main = flow(attributes, menu("menu", "", [("1", "go")], "bye"), go, HANG_UP, name="Main")
        found, _ = imported(main, flow(CARD, SAVE, DONE, HANG_UP, name="Make Payment"))
        assert "card" in transfers(found, "menu"), reference


def test_faults_of_the_source_are_told_with_their_line():
    lost = action("lost", "MessageParticipant", "nowhere", Text="Hello")
    alone = action("alone", "GetParticipantInput", "bye", Text="Nobody hears this", StoreInput="False")
    unknown = action("odd", "TeleportParticipant", "lost")
    found = draft(flow(menu("menu", "", [("1", "odd")], "bye"), unknown, lost, alone, HANG_UP))
    told = {str(remark.message): remark for remark in found.remarks}
    missing = told['"lost" leads to "nowhere", and the flow has no such block']
    assert missing.kind == "error"
    assert missing.place.line is not None
    assert "lost" in missing.place.within
    assert any("NoMatchingCondition" in words and "alone" in words for words in told)
    assert any(remark.kind == "dropped" and "TeleportParticipant" in words for words, remark in told.items())
    _, remarks = imported(flow(menu("menu", "", [("1", "odd")], "bye"), unknown, lost, alone, HANG_UP))
    assert any("nobody reaches" in words and "alone" in words for _, words in remarks)


def test_flows_that_lead_to_each_other_have_one_beginning():
    def other(name, to):
        go = action("go", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId=to)
        return flow(menu(f"menu of {name}", "", [("1", "go")], "bye"), go, HANG_UP, name=name)

    main = flow(
        menu("main menu", "", [("1", "a"), ("2", "b")], "bye"),
        action("a", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId="A"),
        action("b", "TransferToFlow", errors=[("NoMatchingError", "bye")], ContactFlowId="B"),
        HANG_UP, name="Main",
    )  # fmt: skip
    found, remarks = imported(other("A", "Main"), other("B", "Main"), main)
    assert [key for key, place in found.touchpoints.items() if place.entry] == ["main_menu"]
    assert any(kind == "assumed" and "Main" in words for kind, words in remarks)


def test_whispers_are_not_in_the_map_and_a_map_is_never_empty():
    whisper = described(flow(action("w", "MessageParticipant", "end", Text="x"), action("end", "EndFlowExecution")),
                        "Whisper", "AGENT_WHISPER", "3")  # fmt: skip
    found, remarks = imported(described(BANK, "Bank"), whisper)
    assert any(kind == "dropped" and "Whisper" in words for kind, words in remarks)
    assert not any("whisper" in key for key in found.departments)
    alone, _ = imported(described(flow(action("end", "EndFlowExecution")), "Nothing", "AGENT_HOLD"))
    assert [place.entry is not None for place in alone.touchpoints.values()] == [True]


def test_guessing():
    assert matches(BANK)
    assert matches(described(BANK, "Bank"))
    assert matches({"modules": [], "start": "x"})
    template = {"Resources": {"Main": {"Type": "AWS::Connect::ContactFlow", "Properties": {"Content": {
        "Fn::Sub": json.dumps(BANK)}}}}}  # fmt: skip
    assert matches(template)
    assert not matches({"pages": []})
    assert not matches([1, "x", None])
    assert not matches({"Actions": 3})
    assert draft(template).flows[0].name == "Bank"
