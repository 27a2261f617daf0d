"""A map is recognised by its top-level `journeymap` key."""

from __future__ import annotations

import pytest

from journeymap.source import declares_map


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        ("journeymap: 1\n", True),
        ("# a map\nname: x\njourneymap: 1", True),
        ("\ufeffjourneymap: 1\n", True),
        ("name: x\r\njourneymap:\r\n", True),
        ('"journeymap": 1\n', True),
        ('{"journeymap": 1}\n', True),
        ("journeymap：1\n", True),
        ("journeymap:1\n", True),
        ("", False),
        ("name: journeymap: 1\n", False),
        ("x:\n  journeymap: 1\n", False),
        ("journeymaps: 1\n", False),
        ("journeymap\n", False),
    ],
)
def test_declares_map(content: str, declared: bool) -> None:
    assert declares_map(content.encode()) is declared
    text = content.removeprefix("\ufeff")
    if text.isascii():
        assert declares_map(text.encode("utf-16")) is declares_map(text.encode("utf-16-le")) is declared
