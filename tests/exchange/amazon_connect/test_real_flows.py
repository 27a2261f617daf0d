"""Flows as published, where they are present."""

from pathlib import Path

import pytest

from journeymap.exchange.importing.amazon_connect import read
from journeymap.exchange.importing.building import built
from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.folding import fold
from journeymap.source import SourceFile, read_map
from journeymap.source.canonical import dump

PLACES = [Path(__file__).parents[4] / "shared/data/amazon-connect", Path("/work/shared/data/amazon-connect")]
DATA = next((place for place in PLACES if place.is_dir()), None)
FILES = sorted(file for file in DATA.rglob("*") if file.is_file()) if DATA else []
GROUPS = [[file] for file in FILES] + [sorted(folder.iterdir()) for folder in sorted(DATA.iterdir())] if DATA else []

pytestmark = pytest.mark.skipif(not FILES, reason="the published flows are not here")


@pytest.mark.parametrize(
    "files", [*GROUPS, FILES], ids=lambda files: files[0].stem if len(files) == 1 else str(len(files))
)
def test_published_flows_become_valid_maps(files):
    made = read([SourceText(file.relative_to(DATA).as_posix(), file.read_bytes()) for file in files])
    contact_map, _ = built(made, fold(made))
    result = read_map("map.yaml", [SourceFile("map.yaml", dump(contact_map).encode())])
    assert not [finding for finding in result.findings if finding.code in {"JM001", "JM002", "JM003", "JM004", "JM005"}]
    assert contact_map.touchpoints
    assert any(touchpoint.entry for touchpoint in contact_map.touchpoints.values())
