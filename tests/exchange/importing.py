"""What the tests of importers share: files in, a map and its findings out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.kinds import kind_named
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.translating import translate
from journeymap.exchange.importing.writing import map_text
from journeymap.lint import Selection, lint_map
from journeymap.source import SourceFile, read_map


def imported(kind: str, **files: bytes) -> Imported:
    return translate([SourceText(name, content) for name, content in files.items()], kind_named(kind))


def messages(result: Imported, kind: str) -> list[str]:
    return [str(remark.message) for remark in result.remarks if remark.kind == kind]


def ways(result: Imported, touchpoint: str) -> dict[str, list[str | None]]:
    """The conditions of the transfers of a touchpoint, by target."""
    found = result.map.touchpoints[touchpoint].transfers
    several = {target: one if isinstance(one, tuple) else (one,) for target, one in found.items()}
    return {target: [way.when for way in all_of_them] for target, all_of_them in several.items()}


def findings(result: Imported) -> list[str]:
    """The codes of what lint says of the written map, in order."""
    read = read_map("m.yaml", [SourceFile("m.yaml", map_text(result).encode())])
    return [one.code for one in lint_map(read, Selection()).diagnostics]


def loads(result: Imported) -> bool:
    """Whether the written map is read without an error of form."""
    return not [code for code in findings(result) if code.startswith("JM00") and code <= "JM005"]


def real_files(folder: str) -> list[Path]:
    """Real files, where they are at hand."""
    roots = (Path("/work/shared/data"), Path(__file__).parents[3] / "shared" / "data")
    found = next((root / folder for root in roots if (root / folder).is_dir()), None)
    if found is None:
        pytest.skip("the real files are not at hand")
    return sorted(found.iterdir())


JUNK: Mapping[str, Any] = {"": None, "states": 1, "name": [], "next": {}, "actions": "x", "outputs": [1]}


def damaged(value: Any, draw: st.DrawFn) -> Any:
    """The value with some parts taken out or replaced by junk."""
    if draw(st.integers(0, 12)) == 0:
        return draw(st.sampled_from([None, "", "x", 0, 1e9, True, [], {}, [[]], JUNK]))
    if isinstance(value, dict):
        return {key: damaged(part, draw) for key, part in value.items() if draw(st.integers(0, 15))}
    if isinstance(value, list):
        return [damaged(part, draw) for part in value if draw(st.integers(0, 15))]
    return value
