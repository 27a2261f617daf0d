"""Model to YAML and back is the identity; equal maps give equal text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from source.strategies import contact_maps

from journeymap.model import ContactMap
from journeymap.source import SourceFile, dump, read_map


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(contact_maps)
def test_round_trip(contact_map: ContactMap) -> None:
    text = dump(contact_map)
    read = read_map("m.yaml", [SourceFile("m.yaml", text.encode())])
    assert [str(finding.message) for finding in read.findings] == []
    assert read.map == contact_map
    assert dump(read.map) == text


def test_short_forms() -> None:
    contact_map = ContactMap.model_validate(
        {
            "journeymap": 1,
            "segments": {"b": {"share": "0.6"}, "a": {}},
            "products": ["loan", "card"],
            "stages": ["start", "end"],
            "channels": ["phone"],
            "departments": {"desk": {"staff": "12", "patience": "90 s"}},
            "information": ["story"],
            "touchpoints": {
                "menu": {
                    "channel": "phone",
                    "department": "desk",
                    "entry": {"volume": "12000/month"},
                    "needs": ["story"],
                    "time": "5400 s",
                    "transfers": {"menu": None},
                    "resolves": True,
                }
            },
        }
    )
    assert dump(contact_map) == SHORT


SHORT = """\
journeymap: 1
stages: [start, end]

segments:
  a: {}
  b: {share: 60%}
products: [card, loan]
channels: [phone]

departments:
  desk: {staff: 12, patience: 1 min 30 s}
information: [story]

touchpoints:
  menu:
    channel: phone
    department: desk
    entry: {volume: 12000/month}
    needs: story
    resolves: true
    time: 1 h 30 min
    transfers:
      menu: {}
"""
