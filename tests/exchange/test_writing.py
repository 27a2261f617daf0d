"""The file that an import writes: a comment that tells what to know, and sections to be edited by hand."""

from __future__ import annotations

from dataclasses import replace

from exchange.drafts import PLACE, draft, touchpoint, way
from journeymap.exchange.importing.building import built
from journeymap.exchange.importing.draft import Item, Remark
from journeymap.exchange.importing.folding import fold
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.writing import map_text
from journeymap.findings import Message

SOURCE = draft(
    touchpoint("zero", way("alpha", "1"), asks=(Item("n", "Number"),)),
    touchpoint("alpha", handled_by="person", resolves=True),
)
REMARKS = (
    Remark("assumed", replace(PLACE, line=None), Message("agents settle everything")),
    Remark("error", PLACE, Message("nobody reaches {name}", {"name": "x\n: y\x1b[0m\u2028z"})),
)


def imported(**changes: object) -> Imported:
    contact_map, _ = built(SOURCE, fold(SOURCE))
    return replace(Imported(contact_map, "twilio-studio", ("flows/flow.json",), REMARKS, 3), **changes)  # type: ignore[arg-type]


def test_the_file_as_a_whole() -> None:
    assert (
        map_text(imported())
        == """\
# Bank: imported from twilio-studio with `journeymap import`, to be edited by hand from here on.
# Sources (1) in flows/:
# - flow.json
# Technical blocks that are folded into the transfers between touchpoints: 3.
#
# Faults in the source:
# - flow.json:7: nobody reaches x : y [0m z
#
# Assumed, since the source is silent (please check):
# - flow.json: agents settle everything
journeymap: 1
name: Bank

# The media. live: the customer waits; message: the answer comes later; self: self-service.
channels:
  phone: {name: Phone, mode: live}

# Who answers for touchpoints. Opening hours can be added, such as hours: "Mo-Fr 08:00-18:00".
departments:
  main_line: {name: Main line}

# What customers are asked for.
information:
  number: {name: Number}

# The map itself, in the order of the source: who handles it, what it asks, where it goes then.
touchpoints:
  zero:
    channel: phone
    department: main_line
    handled_by: machine
    entry: true
    needs: number
    transfers:
      alpha: {when: "1"}
  alpha:
    channel: phone
    department: main_line
    resolves: true
"""
    )


def test_a_date_stands_there_only_if_it_is_given() -> None:
    assert map_text(imported(), "2026-03-02").startswith("# Bank: imported from twilio-studio on 2026-03-02 with")


def test_many_files_and_remarks_are_counted() -> None:
    remarks = tuple(Remark("dropped", PLACE, Message("block {n}", {"n": n})) for n in range(120))
    text = map_text(imported(sources=tuple(f"{n}.json" for n in range(30)), remarks=remarks))
    assert "# Sources (30):\n" in text
    assert "# - and 10 more\n" in text
    assert "# - and 20 more\n" in text
