"""Imports merged into maps that people have edited."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import contact_maps, to_yaml

from journeymap.errors import CannotRun
from journeymap.exchange.merging import Merged, merge
from journeymap.model import ContactMap
from journeymap.source import SourceFile, dump, read_map

MAP = """\
# Our map, cared for by hand.
journeymap: 1
name: Bank  # the short name

channels: {phone: {name: Phone}}
departments:
  calls: &defaults  # who answers
    name: Calls
    hours: "Mo-Fr 09:00-17:00"

# The map itself
touchpoints:
  menu:
    name: "Main menu"
    channel: phone
    department: calls
    handled_by: machine
    entry: true
    transfers:
      agent: {when: "1"}   # most go here

  # People
  agent: {name: Agent, channel: phone, department: calls, resolves: true}
"""


def model(text: str) -> ContactMap:
    read = read_map("new.yaml", [SourceFile("new.yaml", text.encode())])
    assert read.map is not None, read.findings
    return read.map


def merged(imported: str | ContactMap, **files: str) -> Merged:
    contents = {f"{name}.yaml": text.encode() for name, text in files.items()}
    read = read_map("map", [SourceFile(name, content) for name, content in contents.items()])
    assert read.map is not None, read.findings
    return merge(read, contents, imported if isinstance(imported, ContactMap) else model(imported))


def result(imported: str, existing: str) -> str:
    return merged(imported, journeymap=existing).files["journeymap.yaml"].decode()


def test_the_same_again_changes_no_byte() -> None:
    done = merged(MAP, journeymap=MAP.replace("\n", "\r\n"))
    assert (dict(done.files), done.added, done.conflicts, done.missing) == ({}, (), (), ())


def test_new_elements_are_written_in_and_all_else_stays() -> None:
    new = MAP.replace('agent: {when: "1"}', 'agent: {when: "1"}\n      desk: {kind: warm}').replace(
        "calls: &defaults", "cards: {name: Cards}\n  calls: &defaults"
    )
    new += "  desk: {name: 柜台, channel: phone, department: cards, resolves: true}\n"
    text = result(new, MAP)
    assert text == MAP.replace(
        '    hours: "Mo-Fr 09:00-17:00"\n', '    hours: "Mo-Fr 09:00-17:00"\n  cards: {name: Cards}\n'
    ).replace("# most go here\n", "# most go here\n      desk: {kind: warm}\n").rstrip("\n") + (
        "\n  desk:\n    name: 柜台\n    channel: phone\n    department: cards\n    resolves: true\n"
    )
    assert model(text) == model(new)


def test_line_ends_and_byte_order_marks_stay() -> None:
    new = MAP.replace("resolves: true}", "resolves: true, time: 2 min}")
    existing = "\ufeff" + MAP.replace("\n", "\r\n")
    text = result(new, existing)
    assert text == "\ufeff" + new.replace("\n", "\r\n")


def test_what_differs_stays_and_is_told() -> None:
    done = merged(MAP.replace('"Main menu"', "Menu").replace('when: "1"', 'when: "9"'), journeymap=MAP)
    assert done.files == {}
    told = [(one.path, one.line, one.kept, one.imported) for one in done.conflicts]
    assert told == [
        ("touchpoints.menu.name", 14, "Main menu", "Menu"),
        ("touchpoints.menu.transfers.agent.when", 20, '"1"', '"9"'),
    ]


def test_what_is_gone_from_the_source_is_told_and_kept() -> None:
    shorter = MAP.partition("  # People")[0].replace('    transfers:\n      agent: {when: "1"}   # most go here\n', "")
    done = merged(shorter, journeymap=MAP)
    assert (done.files, done.missing) == ({}, ("touchpoints.agent",))


def test_elements_with_another_id_are_known_by_their_name() -> None:
    by_hand = MAP.replace("agent:", "坐席:").replace("menu:", "start:")
    done = merged(MAP, journeymap=by_hand)
    assert (done.files, done.conflicts, done.missing) == ({}, (), ())


def test_parts_are_edited_where_the_element_stands() -> None:
    main = "journeymap: 1\nchannels: [phone]\ndepartments:\n- calls # ours\n"
    part = "touchpoints:\n  menu: {channel: phone, department: calls, entry: true}\n"
    new = """journeymap: 1
channels: {phone: , web: {mode: self}}
departments: {calls: , cards: {name: Cards}}
touchpoints:
  menu: {channel: phone, department: calls, entry: true, resolves: true}
  page: {channel: web, department: cards}
"""
    done = merged(new, journeymap=main, part=part)
    assert done.files["part.yaml"].decode() == part.replace("true}", "true, resolves: true}")
    assert done.files["journeymap.yaml"].decode() == (
        "journeymap: 1\nchannels: {phone: {}, web: {mode: self}}\ndepartments:\ncalls: # ours\ncards: {name: Cards}\n"
        "touchpoints:\n  page:\n    channel: web\n    department: cards\n"
    ).replace("\ncalls:", "\n  calls:").replace("\ncards:", "\n  cards:")


@pytest.mark.parametrize("text", ["{}", "{name: Calls}", '{name: "a, b" }', "", "\n    name: |\n      a\n      b\n"])
def test_attributes_are_added_in_every_form(text: str) -> None:
    existing = f"journeymap: 1\ndepartments:\n  calls: {text}\n# last\n"
    wanted = model(existing).departments["calls"]
    new = dump(
        model(existing).model_copy(update={"departments": {"calls": wanted.model_copy(update={"contact": "x"})}})
    )
    done = result(new, existing)
    assert model(done) == model(new)
    assert "# last" in done


def test_entries_without_a_value_between_braces_are_filled() -> None:
    existing = "journeymap: 1\nchannels: {phone, web: , chat: {}}\ndepartments:\n- a\n- b # b\n"
    new = """journeymap: 1
channels: {phone: {mode: live, cost: 2}, web: {name: W}, chat: {name: C}}
departments: {a: , b: {name: B}}
"""
    text = result(new, existing)
    assert text == (
        "journeymap: 1\nchannels: {phone: {mode: live, cost: 2}, web: {name: W} , chat: {name: C}}\n"
        "departments:\n  a:\n  b: {name: B} # b\n"
    )


def test_what_an_alias_brings_in_is_not_touched() -> None:
    existing = MAP.replace("\n# The map", "  cards: *defaults\n\n# The map")
    new = MAP.replace("\n# The map", '  cards: {name: Calls, hours: "Mo-Fr 09:00-17:00", contact: me}\n\n# The map')
    done = merged(new, journeymap=existing)
    assert [(one.path, one.kept, one.imported) for one in done.conflicts] == [("departments.cards.contact", "", "me")]
    assert done.files == {}


def test_nothing_is_written_where_the_result_would_be_no_map() -> None:
    existing = MAP + "segments: {a: {share: 60%}}\n"
    new = MAP + "segments: {b: {share: 60%}}\n"
    with pytest.raises(CannotRun, match="merging would make a map with errors"):
        merged(new, journeymap=existing)


@settings(deadline=None, max_examples=60)
@given(contact_maps(), contact_maps())
def test_merging_keeps_everything_and_is_done_once(existing: object, imported: object) -> None:
    text, new = to_yaml(existing), model(to_yaml(imported))
    try:
        done = merged(new, journeymap=text)
    except CannotRun:
        return
    after = done.files.get("journeymap.yaml", text.encode()).decode()
    kept = iter(after)
    assert all(character in kept for character in text if character not in "-[]")
    again = merged(new, journeymap=after)
    assert again.added == ()
    assert {one.path for one in again.conflicts} == {one.path for one in done.conflicts}
