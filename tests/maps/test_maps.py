"""Every map of `maps/` is read, checked against the schema, and says what it said before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from journeymap import api
from journeymap.lint.fingerprint import canonical_json
from journeymap.source import json_schema

ROOT = Path(__file__).parents[2]
MAPS = ROOT / "maps"
ROOTS = sorted(path for path in MAPS.iterdir() if path.suffix == ".yaml" or (path / "journeymap.yaml").exists())
TOP_FILES = sorted(path for path in MAPS.rglob("*.yaml") if path.parent == MAPS or path.name == "journeymap.yaml")


class _AsEditorsRead(yaml.SafeLoader):
    """Dates are text, as in YAML 1.2, which editors read."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def pinned(root: Path) -> str:
    report = api.check(str(root))
    lines = []
    for diagnostic in report.maps[0].diagnostics:
        cases: Any = diagnostic.cases
        told = {
            "code": diagnostic.code,
            "subject": diagnostic.subject,
            "cases": cases if cases == "all" else [dict(case) for case in cases],
            "suppressed": diagnostic.suppressed is not None,
        }
        lines.append(canonical_json(told))
    return "".join(f"{line}\n" for line in sorted(lines))


def test_the_maps_are_there() -> None:
    expected = ["futel", "harbour-bank-mended.yaml", "harbour-bank.yaml", "insurer", "银行客服中心.yaml"]
    assert [root.name for root in ROOTS] == expected


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.stem)
def test_findings_are_pinned(root: Path, golden: Any) -> None:
    golden(Path(__file__).parent / f"{root.stem}.out", pinned(root))


def test_the_mended_bank_lints_clean() -> None:
    report = api.check(str(MAPS / "harbour-bank-mended.yaml"))
    assert [diagnostic for diagnostic in report.maps[0].diagnostics if diagnostic.suppressed is None] == []


@pytest.mark.parametrize("path", TOP_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_valid_by_the_schema_named_in_its_first_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    modeline, _, name = text.splitlines()[0].partition("$schema=")
    assert modeline == "# yaml-language-server: "
    published = json.loads((path.parent / name).read_text(encoding="utf-8"))
    assert published == json_schema()
    jsonschema.validate(yaml.load(text, _AsEditorsRead), published, cls=jsonschema.Draft202012Validator)


def test_the_order_of_files_given_means_nothing() -> None:
    every = [str(root) for root in ROOTS]
    assert api.check(*every).maps == api.check(*reversed(every)).maps
