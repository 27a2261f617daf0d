"""BPMN processes become maps: what each construct is, and what is told of faults."""

from __future__ import annotations

from datetime import timedelta

import pytest

from exchange.bpmn.processes import (
    codes,
    collaboration,
    definitions,
    event,
    flows,
    imported,
    process,
    remarks,
    step,
    transfers,
)
from journeymap.errors import CannotRun
from journeymap.exchange.importing.bpmn import matches
from journeymap.model import Transfer

LINE = (event("startEvent", "s"), step("userTask", "t1", "Take call"), event("endEvent", "e"))


def test_a_process_is_known_by_its_root_whatever_the_prefix() -> None:
    assert matches(definitions(process(*LINE)))
    assert matches(b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')
    assert not matches(b'<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>')
    assert not matches(b"{}")


def test_tasks_are_touchpoints_and_gateways_are_folded_away() -> None:
    result = imported(
        definitions(
            process(
                *LINE, step("exclusiveGateway", "g", "Solved?"), step("serviceTask", "t2", "Open ticket"),
                flows("s t1", "t1 g", "g e: yes", "g t2: no", "t2 e"),
            )
        )
    )  # fmt: skip
    assert list(result.map.touchpoints) == ["take_call", "open_ticket"]
    call, ticket = result.map.touchpoints.values()
    assert (call.entry is not None, call.resolves is not None, call.handled_by) == (True, True, None)
    assert (ticket.handled_by, ticket.resolves is not None, ticket.department) == ("machine", True, ("service",))
    assert transfers(result, "take_call") == {"open_ticket": ("step", "Solved? no")}
    assert codes(result) == []


def test_lanes_are_departments_and_customers_are_none() -> None:
    lanes = {"Call Center": "s t1 t3", "Engineers": "t2 e"}
    tasks = (step("userTask", "t2", "Repair"), step("userTask", "t3", "Call back"))
    service = process(*LINE, *tasks, flows("s t1", "t1 t2", "t2 t3", "t3 e"), lanes=lanes)
    customer = process(step("task", "c1", "Has a problem"), key="q", name="")
    result = imported(definitions(collaboration({"Service": "p", "Customer": "q"}, "c1 s", "t3 c1"), service, customer))
    assert [one.name for one in result.map.departments.values()] == ["Call Center", "Engineers"]
    assert {key: one.channel for key, one in result.map.touchpoints.items()} == {
        "take_call": "phone", "call_back": "phone", "repair": "back_office",
    }  # fmt: skip
    assert transfers(result, "take_call") == {"repair": ("ticket", None)}
    assert transfers(result, "repair") == {"call_back": ("callback", None)}
    assert 'the pool "Customer" is taken for the customer: its own steps are not in the map' in remarks(
        result, "assumed"
    )


def test_a_question_to_another_pool_comes_back_behind_the_task_that_asked() -> None:
    ours = process(*LINE, step("task", "t2", "Tell"), flows("s t1", "t1 t2", "t2 e"))
    theirs = process(
        event("startEvent", "s2", "message"), step("task", "u", "Look it up"), event("endEvent", "e2"),
        flows("s2 u", "u e2"), key="q",
    )  # fmt: skip
    result = imported(
        definitions(
            collaboration({"Desk": "p", "Archive": "q", "Caller": ""}, "t1 s2", "e2 t1", "pool_2 s"), ours, theirs
        )
    )
    assert transfers(result, "take_call") == {"tell": ("step", None), "look_it_up": ("ticket", None)}
    assert transfers(result, "look_it_up") == {"tell": ("callback", None)}
    assert result.map.touchpoints["look_it_up"].resolves is None
    assert codes(result) == []


def test_a_pool_of_which_only_the_name_is_known_answers_where_the_answer_arrives() -> None:
    ours = process(
        *LINE, event("intermediateCatchEvent", "w", "message", name="Answer"), step("task", "t2", "Tell"),
        flows("s t1", "t1 w", "w t2", "t2 e"),
    )  # fmt: skip
    pools = {"Desk": "p", "Ticket System": "", "Customer": ""}
    result = imported(definitions(collaboration(pools, "pool_2 s", "t1 pool_1", "pool_1 w", "t2 pool_2"), ours))
    assert transfers(result, "take_call") == {"tell": ("step", "Answer"), "ticket_system": ("ticket", None)}
    assert transfers(result, "ticket_system") == {"tell": ("callback", "Answer")}
    assert result.map.touchpoints["ticket_system"].handled_by == "machine"


def test_boundary_events_are_ways_and_timers_take_time() -> None:
    timer = "<b:timeDuration>PT2H30M</b:timeDuration>"
    result = imported(
        definitions(
            process(
                *LINE, step("userTask", "t2", "Escalate"), event("endEvent", "x", "error"),
                event("boundaryEvent", "late", "timer", timer, attachedToRef="t1"),
                event("boundaryEvent", "bad", "error", name="no card", attachedToRef="t1"),
                flows("s t1", "t1 e", "late t2", "bad x", "t2 e"),
            )
        )
    )  # fmt: skip
    escalate = result.map.touchpoints["take_call"].transfers["escalate"]
    assert isinstance(escalate, Transfer)
    assert (escalate.wait, escalate.when) == (timedelta(hours=2, minutes=30), "PT2H30M")
    assert transfers(result, "take_call")["contact_ends"] == ("step", "no card; error")
    assert codes(result) == ["JM101"]


def test_subprocesses_are_gone_through_and_left() -> None:
    inside = (
        event("startEvent", "is") + step("userTask", "i1", "Check") + event("endEvent", "ie", "error")
        + event("endEvent", "in") + step("exclusiveGateway", "ig", "ok?")
        + flows("is i1", "i1 ig", "ig ie: no", "ig in: yes")
    )  # fmt: skip
    result = imported(
        definitions(
            process(
                *LINE, step("subProcess", "sub", "Examine", inside), step("userTask", "t2", "Reject"),
                step("subProcess", "empty", "Billing"),
                event("boundaryEvent", "b", "error", attachedToRef="sub"),
                flows("s sub", "sub t1", "b t2", "t1 empty", "empty e"),
            )
        )
    )  # fmt: skip
    assert list(result.map.touchpoints) == ["take_call", "check", "reject", "billing"]
    assert transfers(result, "check") == {"take_call": ("step", "ok? yes"), "reject": ("step", "ok? no; error")}
    assert result.map.touchpoints["check"].entry is not None


def test_processes_call_one_another_in_one_file_and_in_several() -> None:
    call = step("callActivity", "t2", "Look up", calledElement="q")
    ours = process(*LINE, call, flows("s t1", "t1 t2", "t2 e"))
    theirs = process(event("startEvent", "s2"), step("task", "u", "Search"), flows("s2 u"), key="q", name="Archive")
    inside = imported(definitions(ours, theirs))
    assert list(inside.map.touchpoints) == ["take_call", "search"]
    assert transfers(inside, "take_call") == {"search": ("step", None)}
    apart = imported(definitions(ours), definitions(theirs))
    assert transfers(apart, "look_up") == {"search": ("step", None)}
    assert [key for key, one in apart.map.touchpoints.items() if one.entry] == ["take_call"]
    alone = imported(definitions(ours))
    assert '"Look up" calls "q", which is not among the files' in remarks(alone, "dropped")


def test_links_event_subprocesses_and_compensation() -> None:
    handler = event("startEvent", "hs", "message", name="cancels") + step("task", "h", "Cancel") + flows("hs h")
    result = imported(
        definitions(
            process(
                *LINE,
                event("intermediateThrowEvent", "to", "link", name="A"),
                event("intermediateCatchEvent", "at", "link", name="A"),
                step("task", "t2", "Ship"), step("task", "undo", "Undo", isForCompensation="true"),
                event("boundaryEvent", "cb", "compensate", attachedToRef="t2"),
                step("subProcess", "hsub", "Handler", handler, triggeredByEvent="true"),
                flows("s t1", "t1 to", "at t2", "t2 e"),
            )
        )
    )  # fmt: skip
    assert transfers(result, "take_call") == {"ship": ("step", None), "cancel": ("step", "cancels")}
    assert "undo" not in result.map.touchpoints
    assert remarks(result, "error") == []


def test_faults_are_told_with_their_place() -> None:
    result = imported(
        definitions(
            process(
                *LINE, step("task", "lost", "Lost"), step("task", "t1", "Again"),
                event("boundaryEvent", "b", "error", attachedToRef="nothing"),
                '<b:sequenceFlow id="f1" sourceRef="t1" targetRef="gone"/><b:sequenceFlow id="f2" sourceRef="t1"/>',
                flows("s t1", "t1 e", "e lost"), lanes={"Desk": "s t1 e unknown"},
            ),
            collaboration({"X": "nowhere", "Service": "p"}),
        )
    )  # fmt: skip
    assert sorted(remarks(result, "error")) == [
        'nobody reaches "Boundary event"',
        'the boundary event "Boundary event" is at no activity',
        'the id "t1" stands twice; the first one counts',
        'the lane "Desk" names "unknown", which does not exist',
        'the pool "X" is about the process "nowhere", which does not exist',
        'the sequence flow "f1" leads to "gone", which does not exist',
        'the sequence flow "f2" does not say where it ends',
    ]
    assert all(one.place.line and one.place.file == "model0.bpmn" for one in result.remarks if one.kind == "error")


def test_gateways_that_leave_something_open_are_told() -> None:
    condition = "<b:conditionExpression>${paid}</b:conditionExpression>"
    ways = "".join(
        f'<b:sequenceFlow id="{key}" sourceRef="g" targetRef="{target}">{inside}</b:sequenceFlow>'
        for key, target, inside in (("f1", "t1", condition), ("f2", "t2", ""))
    )
    gateway = step("exclusiveGateway", "g", "Paid?")
    result = imported(definitions(process(*LINE, gateway, step("task", "t2", "Remind"), ways, flows("s g", "t1 e"))))
    assert remarks(result, "error") == ['nothing says when "Paid?" is left for "Remind"']


@pytest.mark.parametrize(
    "content",
    [
        definitions(),
        definitions('<b:choreography id="c"/>'),
        definitions(process(event("startEvent", "s"), event("endEvent", "e"), flows("s e"))),
    ],
)
def test_a_file_without_tasks_is_refused_kindly(content: bytes) -> None:
    with pytest.raises(CannotRun, match="could be a touchpoint") as error:
        imported(content)
    assert error.value.help


def test_names_in_chinese_and_files_in_any_order() -> None:
    one = definitions(
        process(event("startEvent", "s"), step("userTask", "t", "接听电话"), flows("s t"), name="客服中心")
    )
    result = imported(one)
    assert list(result.map.touchpoints) == ["接听电话"]
    assert (result.map.name, list(result.map.departments)) == ("客服中心", ["客服中心"])
    gbk = one.decode().replace("UTF-8", "GBK").encode("gbk")
    assert imported(gbk).map == result.map
    assert imported(one.decode().replace("UTF-8", "UTF-16").encode("utf-16")).map == result.map
