"""One finding as a picture: the walk, in words and numbers; every rule's finding is a connected picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import contact_maps, to_yaml

from journeymap.draw.layout.walk import walk_placement
from journeymap.draw.scene import Scene
from journeymap.draw.views.finding import finding
from journeymap.draw.wishes import Wishes
from journeymap.findings import Diagnostic, Suppression
from journeymap.graph import Network
from journeymap.lint import Selection, lint_map
from journeymap.source import SourceFile, read_map

from .routes import wrongly_placed

CASES = sorted((Path(__file__).parent.parent / "rules").glob("*/*.yaml"))

BANK = """
journeymap: 1
name: Bank
channels: {phone: {name: Telephone}}
departments: {desk: {name: Service desk}, cards: {name: Cards, hours: "Mo-Fr 09:00-17:00"}}
systems: {fax: {name: Fax archive}}
information: {number: {name: Customer number}}
reasons: {fee: {name: Wrong fee}}
touchpoints:
  menu:
    channel: phone
    department: desk
    handled_by: machine
    entry: {volume: 900/day}
    needs: [number]
    transfers: {agent: {kind: cold, when: "anything else"}}
  agent:
    name: Agent
    channel: phone
    department: desk
    needs: [number]
    transfers: {desk: {kind: cold}, deaf: {kind: cold}}
  desk:
    name: Cards desk
    channel: phone
    department: cards
    resolves: 50%
    transfers: {agent: {kind: warm, share: 50%}}
  deaf: {name: Deaf end, channel: phone, department: desk}
"""


def found(text: str) -> tuple[Network, tuple[Diagnostic, ...]]:
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.map is not None, read.findings
    return Network(read.map), lint_map(read, Selection()).diagnostics


def pictured(code: str, text: str = BANK, wishes: Wishes | None = None) -> Scene:
    network, diagnostics = found(text)
    return finding(network, next(each for each in diagnostics if each.code == code), wishes or Wishes())


def is_connected(scene: Scene) -> bool:
    seen, waiting = set[str](), [scene.boxes[0].id]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += [arrow.target for arrow in scene.arrows if arrow.source == key]
            waiting += [arrow.source for arrow in scene.arrows if arrow.target == key]
    return len(seen) == len(scene.boxes)


def test_given_lost_and_asked_again_are_one_two_three() -> None:
    scene = pictured("JM301")
    given_at, again = scene.boxes
    (arrow,) = scene.arrows
    assert (given_at.step, again.step) == (1, 3)
    assert "given here" in given_at.notes
    assert "asked again here" in again.notes
    assert [tag.state for tag in (*given_at.tags, *again.tags)] == ["asked", "repeated"]
    assert arrow.labels == ("2 lost: Customer number",)
    assert arrow.emphasis == "repeat"


def test_the_words_that_are_added_are_in_the_language_wished() -> None:
    scene = pictured("JM301", wishes=Wishes(language="zh"))
    assert scene.arrows[0].labels == ("2 丢失：Customer number",)
    assert "在此又被询问" in scene.boxes[1].notes
    assert scene.heading.title == "重复提供信息：Bank"
    assert scene.heading.subtitle == scene.heading.marks[0].text


def test_the_heading_says_what_was_found() -> None:
    heading = pictured("JM101").heading
    assert heading.title == "Dead end: Bank"
    assert heading.subtitle.startswith('Contact is lost at "Deaf end"')
    assert [(mark.number, mark.code, mark.category) for mark in heading.marks] == [(1, "JM101", "blind_spot")]
    assert pictured("JM101", wishes=Wishes(title="Mine")).heading.title == "Mine"


def test_a_dead_end_is_walked_to_from_the_entry() -> None:
    scene = pictured("JM101")
    assert [box.id for box in scene.boxes] == ["entry:menu", "touchpoint:menu", "touchpoint:agent", "touchpoint:deaf"]
    assert [box.step for box in scene.boxes] == [None, 1, 2, 3]
    assert "the contact ends here" in scene.boxes[-1].notes
    assert "last exit to a resolution" in scene.boxes[-2].notes


def test_a_loop_is_its_touchpoints_and_closes() -> None:
    scene = pictured("JM201")
    assert [(arrow.source, arrow.target) for arrow in scene.arrows] == [
        ("touchpoint:agent", "touchpoint:desk"),
        ("touchpoint:desk", "touchpoint:agent"),
    ]
    assert {arrow.emphasis for arrow in scene.arrows} == {"loop"}
    assert [box.notes[0] for box in scene.boxes] == ["Service desk", "Cards"]


def test_a_closed_door_shows_the_hours() -> None:
    scene = pictured("JM105")
    assert scene.arrows[-1].closed is not None
    assert "open Mo-Fr 09:00-17:00" in scene.boxes[-1].notes


def test_a_word_of_the_vocabulary_is_a_single_box() -> None:
    (box,) = pictured("JM006").boxes
    assert (box.name, box.kind, box.notes) == ("Fax archive", "more", ("System",))


def test_accepted_findings_are_drawn_as_well() -> None:
    network, diagnostics = found(BANK)
    loop = next(each for each in diagnostics if each.code == "JM201")
    accepted = replace(loop, suppressed=Suppression("so be it", "touchpoints.agent"))
    assert finding(network, accepted, Wishes()) == finding(network, loop, Wishes())


def test_without_a_walk_the_neighbours_are_shown_and_counted() -> None:
    many = "".join(f"  t{n}: {{channel: phone, department: desk, resolves: true}}\n" for n in range(9))
    ways = ", ".join(f"t{n}: {{share: 1%}}" for n in range(9))
    text = BANK.replace("transfers: {agent: {kind: warm, share: 50%}}", f"transfers: {{{ways}}}") + many
    scene = pictured("JM113", text)
    assert scene.heading.notes == ("5 more touchpoints beside are not shown",)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_finding_of_every_rule_is_a_connected_picture(path: Path) -> None:
    read = read_map(path.name, [SourceFile(path.name, path.read_bytes())])
    if read.map is None:
        return
    network = Network(read.map)
    for diagnostic in lint_map(read, Selection()).diagnostics:
        scene = finding(network, diagnostic, Wishes())
        assert is_connected(scene) or diagnostic.code == "JM304", diagnostic
        assert wrongly_placed(scene, walk_placement(scene)) == []


@settings(deadline=None)
@given(contact_maps())
def test_every_finding_of_any_map_is_a_good_picture(data: dict[str, object]) -> None:
    network, diagnostics = found(to_yaml(data))
    for diagnostic in diagnostics[:5]:
        scene = finding(network, diagnostic, Wishes())
        assert wrongly_placed(scene, walk_placement(scene)) == []
