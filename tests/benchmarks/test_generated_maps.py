"""The generated maps are the same at every run, of the promised size, and valid; nothing here measures speed."""

import functools
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import bpmn
import generate
import hostile
import pytest

from journeymap.source import SourceFile, read_map

SMALL_HOSTILE: dict[str, Callable[[], str]] = {
    "complete": functools.partial(hostile.complete, 12),
    "ring": functools.partial(hostile.ring, 30),
    "systems": functools.partial(hostile.systems, 64, 100),
    "items": functools.partial(hostile.items, 200, 100),
    "cases": functools.partial(hostile.cases, 100),
}


def _read(text: str):
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert [str(finding.message) for finding in read.findings] == []
    return read.map


@pytest.mark.parametrize("touchpoints", [60, 500, 1_000])
def test_realistic_map_has_the_promised_size(touchpoints):
    contact_map = _read(generate.line_map(touchpoints))
    assert len(contact_map.touchpoints) == touchpoints
    transfers = sum(len(list(touchpoint.each_transfer())) for touchpoint in contact_map.touchpoints.values())
    assert transfers == 5 * touchpoints


def test_realistic_map_is_the_same_at_every_run():
    assert generate.line_map(500) == generate.line_map(500)


def test_realistic_map_takes_about_500_bytes_a_touchpoint():
    assert 450 * 1_000 < len(generate.line_map(1_000)) < 550 * 1_000


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_hostile_map_is_valid_and_the_same_at_every_run(name):
    text = SMALL_HOSTILE[name]()
    assert text == SMALL_HOSTILE[name]()
    _read(text)


def test_bpmn_is_the_same_graph():
    model = ElementTree.fromstring(bpmn.process(200))
    kinds = [element.tag.rpartition("}")[2] for element in model.iter()]
    ends = kinds.count("startEvent") + kinds.count("endEvent")
    assert kinds.count("userTask") == 200
    assert kinds.count("sequenceFlow") == 5 * 200 + ends
