"""The JSON Schema takes what the reader takes, as editors parse it, and refuses what is misspelt."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from source.strategies import contact_maps

from journeymap.model import ContactMap
from journeymap.source import SourceFile, dump, json_schema, read_map

SCHEMA = json_schema()
RICH = """\
journeymap: 1
name: 12
x-notes: [anything, {goes: here}]
country: CN
settings: {loop_length: 5, silent_loss: 0.2, week: 2026-03-02}
stages: [start, end]
segments: {retail: {share: 90%, value: 120}, private: {share: 0.1, priority: high}, other: }
products: {card: }
reasons: {lost: {product: card, stage: [start]}, fee: {complaint: yes}}
channels: {phone: {mode: live, cost: 1.5}, web: {mode: self, hours: 24/7}}
departments: {desk: {staff: {Mo-Fr 09:00-17:00: 12}, patience: 90 s, contact: 4711}, cards: {staff: 3}}
systems: {crm: {holds: story}}
information: [story, identity]
touchpoints:
  menu:
    channel: web
    department: desk
    for: {segment: {not: retail}, reason: [lost]}
    entry: {volume: 12000/month, by: {reason: {lost: 30%}}}
    needs: {identity: {reason: lost}, story: always}
    records: {crm: [story]}
    resolves: {fee: 60%, lost: }
    ignore: {JM201: agreed}
    tasks: [look up]
    transfers:
      agent: {kind: warm, carries: all, share: 0.5, if_closed: menu2, limit: 2}
      menu2: [{if_closed: {to: agent, kind: ticket}}, {}]
      menu:
  menu2: {channel: phone, department: [desk, cards], entry: on, resolves: true, reads: crm, records: [crm], hours: }
  agent: {channel: phone, department: cards, resolves: [fee], reply: {within: 2 d}, abandons: 5%}
contracts:
  a: {from: entry, reach: {handled_by: person, entry: false}, within: {transfers: 1, time: 5 min}, always: true}
  b: {never: {transfer: {from: {department: cards}, to: [agent, menu]}}}
scenarios:
  rush: {changes: [{for: {reason: fee}, volume: x3}, {department: cards, staff: x0.8, hours: 24/7}]}
"""


class EditorLoader(yaml.SafeLoader):
    """Parses as YAML 1.2 does in editors: a date is text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parsed(text: str) -> Any:
    return yaml.load(text, EditorLoader)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = SCHEMA
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_rich_map(validator: jsonschema.Draft202012Validator) -> None:
    assert read_map("m", [SourceFile("m", RICH.encode())]).findings == ()
    assert [error.message for error in validator.iter_errors(parsed(RICH))] == []


@settings(max_examples=10, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(contact_maps)
def test_every_dumped_map(contact_map: ContactMap) -> None:
    problems = jsonschema.Draft202012Validator(SCHEMA).iter_errors(parsed(dump(contact_map)))
    assert [error.message for error in problems] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("journeymap: 1", "journeymap: 2"),
        ("journeymap: 1\n", "\n"),
        ("products:", "product:"),
        ("channel: web", "chanel: web"),
        ("kind: warm", "kind: wram"),
        ("mode: live", "mode: lively"),
        ("share: 0.5", "share: 50"),
        ("department: desk\n    for", "for"),
        ("segment: {not", "segment: {nott"),
        ("reply: {within: 2 d}", "reply: {}"),
        ("from: entry, ", "from: 1.5, form: entry, "),
        ("loop_length: 5", "loop_length: 0"),
        ("stages: [start, end]", "stages: [start, start]"),
        ("card: }", "two cards: }"),
    ],
)
def test_wrong_maps(validator: jsonschema.Draft202012Validator, right: str, wrong: str) -> None:
    assert right in RICH
    assert not validator.is_valid(parsed(RICH.replace(right, wrong)))


def test_everything_is_described() -> None:
    schema = SCHEMA
    for name, definition in {"top": schema, **schema["$defs"]}.items():
        assert definition.get("description"), name
        assert definition["additionalProperties"] is False, name
        for key, field in definition["properties"].items():
            assert field.get("description"), (name, key)
