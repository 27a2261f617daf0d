"""The case that a user means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import contact_maps, to_yaml

from journeymap.draw.views.case_choice import case_of
from journeymap.errors import CannotRun
from journeymap.graph import CaseSpace
from journeymap.model import ContactMap
from journeymap.source import SourceFile, read_map

BANK = """\
journeymap: 1
segments: {retail: {name: Retail}, private: {name: Private banking}}
products: {card: {name: Cards}, loan: {name: Home loan}}
reasons:
  lost_card: {name: Lost card, product: card}
  arrears: {name: Behind with payments, product: loan, segment: retail}
  card: {name: Question about a card}
channels: [phone]
departments: [desk]
touchpoints:
  menu: {channel: phone, department: desk, entry: true}
  agent: {channel: phone, department: desk, for: {segment: private}}
  desk: {channel: phone, department: desk, for: {reason: [lost_card, card], product: card}}
"""


def read(text: str = BANK) -> tuple[CaseSpace, ContactMap]:
    found = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert found.map is not None, found.findings
    return CaseSpace(found.map), found.map


def mask(**values: str) -> int:
    cases, _ = read()
    return sum({cases.find(dict(label)) for label in cases.each(cases.all) if values.items() <= dict(label).items()})


def chosen(text: str) -> int:
    return case_of(*read(), text)


@pytest.mark.parametrize(
    "text",
    [
        "segment=retail,reason=lost_card,product=card",
        "retail/lost_card",
        "lost_card/retail",
        "lost_card retail",
        "retail，lost_card",
        " Retail , LOST CARD ",
        "客户分群=retail，来电原因=lost_card",
        "segment = retail, reason = lost_card",
    ],
)
def test_one_case_in_many_ways(text: str) -> None:
    assert chosen(text) == mask(segment="retail", reason="lost_card")


def test_what_is_not_said_may_be_anything() -> None:
    assert chosen("lost_card") == mask(reason="lost_card")
    assert chosen("arrears") == mask(segment="retail", reason="arrears", product="loan")


def test_a_name_with_spaces_is_taken_as_a_whole() -> None:
    assert chosen("Private banking") == mask(segment="private")


def test_an_id_of_two_dimensions_is_told_apart_by_the_cases_or_asked_back() -> None:
    assert chosen("card,lost_card") == mask(product="card", reason="lost_card")
    assert chosen("reason=card") == mask(reason="card")
    assert chosen("card/card") == mask(product="card", reason="card")
    with pytest.raises(CannotRun, match=r"can mean several cases: reason=card \| product=card"):
        chosen("card")


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("", "which case? this map has 7", "the cases are: segment=private,reason=card,product=card"),
        ("lost_crad", 'no segment, product or reason "lost_crad"', "did you mean lost_card?"),
        ("segment=xxxxx", 'no segment "xxxxx"', "the map has private, retail"),
        ("private/arrears", 'no case "private/arrears"', "segment=retail,reason=arrears,product=loan"),
        ("retail,private", "says the segment twice", "the cases are"),
    ],
)
def test_what_cannot_be_meant_is_told_with_the_way_out(text: str, message: str, help: str) -> None:  # noqa: A002
    with pytest.raises(CannotRun) as told:
        chosen(text)
    assert message in told.value.message
    assert help in told.value.help


def test_ten_cases_are_listed_and_the_rest_counted() -> None:
    reasons = ", ".join(f"r{number:02}" for number in range(23))
    text = f"journeymap: 1\nreasons: [{reasons}]\nchannels: [phone]\ndepartments: [desk]\n"
    with pytest.raises(CannotRun) as told:
        case_of(*read(text), " ")
    assert told.value.help.endswith("reason=r08 | reason=r09 and 13 more")


def test_a_map_with_one_case_needs_no_words() -> None:
    cases, contact_map = read("journeymap: 1\nchannels: [phone]\ndepartments: [desk]\n")
    assert case_of(cases, contact_map, "") == cases.all


@settings(deadline=None, max_examples=60)
@given(contact_maps())
def test_every_case_written_out_is_found_again(map_data: dict[str, object]) -> None:
    cases, contact_map = read(to_yaml(map_data))
    for label in cases.each(cases.all):
        if label:
            text = ",".join(f"{dimension}={value}" for dimension, value in label)
            assert case_of(cases, contact_map, text) == cases.find(dict(label))
