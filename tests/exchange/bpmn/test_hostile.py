"""XML that means harm, or is none."""

from __future__ import annotations

import time
from random import Random

import pytest

from exchange.bpmn.processes import SPACE, codes, definitions, event, flows, imported, process, step
from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.xml_text import read_xml

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"<a>", "line 1, column 4: no element found"),
        (b"<a>\n<b></a>", "line 2, column 6: mismatched tag"),
        (BOMB + b"<x>&b;</x>", ": it has a document type declaration"),
        (OUTSIDE + b"<x>&a;</x>", ": it has a document type declaration"),
        (b'\n<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>', ": it has a document type"),
        (b"<x>&a;</x>", "line 1, column 4: undefined entity"),
        (b'<?xml version="1.0" encoding="martian"?><x/>', "unknown encoding"),
        (b'<?xml version="1.0" encoding="GBK"?>\n<x>\xff\xff</x>', "line 2, column 4: it is not gbk"),
        (b"<x>\xff</x>", "line 1, column 4: not well-formed"),
        (b"<a>" * 300, "more than 200 levels"),
        (b'<p:x xmlns="u"/>', "unbound prefix"),
        (b"{}", "line 1, column 1"),
    ],
)
def test_what_cannot_be_read_is_told_with_line_and_column(content: bytes, said: str) -> None:
    with pytest.raises(CannotRun) as error:
        read_xml(SourceText("model.bpmn", content))
    assert said in error.value.message
    assert error.value.message.startswith('"model.bpmn"')
    assert error.value.help


def test_another_root_is_told() -> None:
    with pytest.raises(CannotRun, match="its root is <svg>"):
        imported(b"<svg/>")


def test_five_thousand_tasks_take_seconds() -> None:
    count = 5000
    tasks = [step("userTask", f"t{number}", f"Task {number}") for number in range(count)]
    gates = [step("exclusiveGateway", f"g{number}") for number in range(count)]
    ways = [f"t{number} g{number}" for number in range(count)]
    ways += [f"g{number} t{number + 1}" for number in range(count - 1)] + [f"g{number} t0" for number in range(count)]
    began = time.perf_counter()
    result = imported(definitions(process(event("startEvent", "s"), *tasks, *gates, flows("s t0", *ways))))
    assert len(result.map.touchpoints) == count
    assert time.perf_counter() - began < 20


def test_damaged_and_tangled_models_never_break_down() -> None:
    random = Random(7)
    tags = ["task", "userTask", "subProcess", "startEvent", "endEvent", "exclusiveGateway", "boundaryEvent",
            "intermediateThrowEvent", "intermediateCatchEvent", "callActivity", "eventBasedGateway"]  # fmt: skip
    for _ in range(150):
        keys = [f"n{number}" for number in range(random.randint(1, 9))]
        ways = [f"{random.choice(keys)} {random.choice([*keys, 'nowhere'])}" for _ in range(random.randint(0, 14))]
        content = [
            event(random.choice(tags), key, random.choice(["", "", "error", "timer", "link", "terminate", "message"]),
                  name=random.choice(["", "A", "\u202e客户"]), attachedToRef=random.choice(keys),
                  calledElement=random.choice(["p", "q"]), triggeredByEvent=random.choice(["true", "false"]))
            for key in keys
        ]  # fmt: skip
        half = len(content) // 2
        nested = step("subProcess", "outer", "Outer", "".join(content[:half]))
        whole = definitions(process(nested, *content[half:], flows(*ways)), process(step("task", "z"), key="q"))
        codes(imported(whole))


def test_calls_in_a_circle_and_of_oneself_end() -> None:
    def calling(key: str, other: str) -> str:
        return process(step("callActivity", f"c{key}", f"Call {other}", calledElement=other), key=key, name=key)

    assert len(imported(definitions(calling("p", "p"))).map.touchpoints) == 1
    codes(imported(definitions(calling("p", "q"), calling("q", "p"))))


def test_the_draft_namespace_and_cut_files() -> None:
    whole = definitions(process(step("task", "t")), space="http://schema.omg.org/spec/BPMN/2.0")
    assert len(imported(whole).map.touchpoints) == 1
    for end in range(0, len(whole) - 2, 7):
        with pytest.raises(CannotRun):
            imported(whole[:end])
    assert SPACE.encode() not in whole
