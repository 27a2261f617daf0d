"""Files of every kind that are cut off, in other encodings, or bombs: a kind refusal or a valid map, soon."""

from __future__ import annotations

import json
import time

import pytest

from exchange.importing import loads
from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.kinds import guess, kind_named
from journeymap.exchange.importing.translating import translate

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
CONNECT = {"Version": "2019-10-30", "StartAction": "ask", "Actions": [
    {"Identifier": "ask", "Type": "GetParticipantInput", "Parameters": {"Text": "查询请按1"},
     "Transitions": {"NextAction": "../../end", "Conditions": [], "Errors": []}},
    {"Identifier": "../../end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}  # fmt: skip
STUDIO = {"initial_state": "Trigger", "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "问"}]},
    {"name": "问", "type": "gather-input-on-call", "properties": {"say": "Press 1"},
     "transitions": [{"event": "keypress", "next": "问"}]}]}  # fmt: skip
FORM = {"startPage": "/一", "pages": [
    {"path": "/一", "title": "姓名", "components": [{"type": "TextField", "title": "姓名", "name": "a"}],
     "next": [{"path": "/一"}, {"path": "/../../etc/passwd"}]}]}  # fmt: skip
ARCHITECT = """\
inboundCall:
  name: 热线
  defaultLanguage: zh-cn
  startUpRef: /inboundCall/tasks/task[a]
  tasks:
    - task:
        name: A
        refId: a
        actions:
          - collectInput: {name: 问, inputAudio: {tts: 请输入订单号}}
          - jumpToTask: {name: Again, targetTaskRef: "/inboundCall/tasks/task[a]"}
"""
MODEL = (
    f'<definitions xmlns="{BPMN}"><process id="p"><startEvent id="s"/><task id="../t" name="受理"/>'
    '<sequenceFlow id="f" sourceRef="s" targetRef="../t"/><sequenceFlow id="g" sourceRef="../t" targetRef="../t"/>'
    "</process></definitions>"
)
SAMPLES = {
    "amazon-connect": json.dumps(CONNECT, ensure_ascii=False),
    "twilio-studio": json.dumps(STUDIO, ensure_ascii=False),
    "govuk-forms": json.dumps(FORM, ensure_ascii=False),
    "genesys-architect": ARCHITECT,
    "bpmn": MODEL,
}
NINE = b",".join([b"*%c"] * 9)
YAML_BOMB = b"a: &a [x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + place, 98 + place, NINE.replace(b"%c", b"%c" % (97 + place))) for place in range(9)
)
BOMBS = {
    "empty": b"",
    "list": b"[]",
    "null": b"null",
    "object": b"{}",
    "infinite": b"1e999",
    "deep": b"[" * 201 + b"]" * 201,
    "deeper": b'{"a":' * 50_000,
    "deep yaml": b"\n".join(b" " * depth + b"a:" for depth in range(300)),
    "yaml bomb": YAML_BOMB,
    "tag": b"inboundCall: !!python/object/apply:os.system [ls]\n",
    "laughs": b'<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><definitions>&b;</definitions>',
    "quadratic": b'<!DOCTYPE l [<!ENTITY a "' + b"x" * 100_000 + b'">]><x>' + b"&a;" * 100_000 + b"</x>",
    "outside": b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_file_is_known_by_its_content_and_becomes_a_valid_map(kind: str) -> None:
    sources = [SourceText("客服 主流程", SAMPLES[kind].encode())]
    assert guess(sources).name == kind
    assert loads(translate(sources, kind_named(kind)))


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("percent", range(0, 100, 5))
def test_a_file_that_is_cut_off_is_refused_or_valid(kind: str, percent: int) -> None:
    content = SAMPLES[kind].encode()
    _refused_or_valid(kind, content[: len(content) * percent // 100])


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk"])
def test_other_encodings_are_read_or_refused(kind: str, encoding: str) -> None:
    _refused_or_valid(kind, SAMPLES[kind].encode(encoding))


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_at_once(kind: str, bomb: str) -> None:
    begun = time.monotonic()
    with pytest.raises(CannotRun) as error:
        translate([SourceText("bomb", BOMBS[bomb])], kind_named(kind))
    assert '"bomb"' in error.value.message or "bomb:" in error.value.message
    assert error.value.help
    assert time.monotonic() - begun < 5


def _refused_or_valid(kind: str, content: bytes) -> None:
    result, refusal = None, None
    try:
        result = translate([SourceText("odd", content)], kind_named(kind))
    except CannotRun as error:
        refusal = error
    assert loads(result) if result is not None else refusal is not None and "odd" in refusal.message and refusal.help
