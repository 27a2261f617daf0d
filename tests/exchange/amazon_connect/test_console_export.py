"""Exports of the old console."""

from exchange.amazon_connect.flows import imported, transfers, ways_out


def module(identifier, kind, branches, target="", **parameters):
    written = [{"name": name, "value": value} for name, value in parameters.items()]
    made = {"id": identifier, "type": kind, "parameters": written, "metadata": {}}
    made["branches"] = [
        dict(zip(("condition", "transition", "conditionValue"), each, strict=False)) for each in branches
    ]
    return {**made, "target": target} if target else made


def export(*modules, name="Old", kind="contactFlow"):
    return {
        "modules": list(modules),
        "version": "1",
        "type": kind,
        "start": modules[0]["id"],
        "metadata": {"name": name},
    }


BYE = module("bye", "Disconnect", [])


def test_blocks_of_the_old_console():
    ask = module("ask", "GetUserInput", [("Evaluate", "pin", "1"), ("Evaluate", "staff", "2"), ("Timeout", "ask"),
                 ("NoMatch", "ask"), ("Error", "bye")], "Digits",
                 Text="Press 1 to pay. Press 2 to talk to us.")  # fmt: skip
    pin = module("pin", "StoreUserInput", [("Success", "use"), ("Error", "bye")], Text="Enter your pin",
                 EncryptEntry=True)  # fmt: skip
    use = module(
        "use", "InvokeExternalResource", [("Success", "thanks"), ("Error", "bye")], "Lambda", FunctionArn="Pay"
    )
    use["parameters"].append(
        {"name": "Parameter", "key": "pin", "value": "Stored customer input", "namespace": "System"}
    )
    thanks = module("thanks", "PlayPrompt", [("Success", "bye")], Text="Paid")
    staff = module("staff", "CheckStaffing", [("True", "set"), ("False", "nobody"), ("Error", "bye")], Status="Staffed")
    nobody = module("nobody", "PlayPrompt", [("Success", "bye")], Text="Nobody is there")
    chosen = module("set", "SetQueue", [("Success", "go"), ("Error", "bye")], Queue="arn:aws:connect:x/queue/1")
    chosen["parameters"][0]["resourceName"] = "Help desk"
    go = module("go", "Transfer", [("AtCapacity", "bye"), ("Error", "bye")], "Queue")
    found, _ = imported(export(ask, pin, use, thanks, staff, nobody, chosen, go, BYE))
    assert transfers(found, "ask")["pin"] == ["1: pay"]
    assert transfers(found, "ask")["help_desk"] == ["2: talk to us; number of agents staffed > 0"]
    assert found.information["pin"].sensitive
    assert set(found.touchpoints["pin"].needs) == {"pin"}
    assert found.touchpoints["thanks"].resolves
    assert not found.touchpoints["nobody"].resolves


def test_callbacks_outside_numbers_and_hooks():
    back = module("back", "Transfer", [("Success", "bye"), ("Error", "bye")], "Queue", InitialDelay="9", Queue="Later")
    out = module("out", "Transfer", [("Success", "bye"), ("CallFailure", "bye"), ("Timeout", "bye"), ("Error", "bye")],
                 "PhoneNumber", PhoneNumber="+15550100", BlindTransfer=False)  # fmt: skip
    ask = module("ask", "GetUserInput", [("Evaluate", "back", "1"), ("Evaluate", "out", "2"), ("Timeout", "bye"),
                 ("NoMatch", "bye"), ("Error", "bye")], "Digits")  # fmt: skip
    hook = module("hook", "SetContactFlow", [("Success", "ask")], Type="AgentWhisper", ContactFlowId="Whisper")
    found, remarks = imported(export(hook, ask, back, out, BYE))
    assert ways_out(found, "back")["later"][0].kind == "callback"
    assert found.touchpoints["out"].resolves
    assert (
        "dropped",
        '"Whisper" (AgentWhisper) is not among the files; what happens there is not in the map',
    ) in remarks


def test_a_loop_that_repeats_nothing_is_told():
    loop = module("loop", "Loop", [("Looping", "say"), ("Complete", "say")], LoopCount="3")
    _, remarks = imported(export(loop, module("say", "PlayPrompt", [("Success", "bye")], Text="Hi"), BYE))
    assert any(kind == "error" and "repeats nothing" in words for kind, words in remarks)
