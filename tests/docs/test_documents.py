"""What the hand-written documents say is true: links lead somewhere, examples run, commands are those that are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import journeymap
from docs import generate
from journeymap.cli.starter import STARTER_MAP
from journeymap.model import Settings
from journeymap.rules.catalogue import CATALOGUE
from journeymap.rules.page import sections

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)")
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in _LINK.findall(_FENCE.sub("", path.read_text(encoding="utf-8"))):
        linked = (path.parent / target).resolve() if target else path
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_blocks_that_look_generated_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    begun = re.findall(r"<!-- begin ([\w -]+) -->", text)
    assert begun == re.findall(r"<!-- end ([\w -]+) -->", text)


def test_the_python_examples_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "docs/python.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile("\n".join(examples), "docs/python.md", "exec"), {})
    assert "JM3" in capsys.readouterr().out


def test_the_quick_start_breaks_the_starter_map_as_it_says(tmp_path: Path) -> None:
    path = tmp_path / "journeymap.yaml"
    path.write_text(STARTER_MAP, encoding="utf-8")
    assert journeymap.check(path).diagnostics == ()
    broken = STARTER_MAP.replace(", carries: [customer_number]", "")
    assert broken != STARTER_MAP
    path.write_text(broken, encoding="utf-8")
    assert [each.code for each in journeymap.check(path).diagnostics] == ["JM301"]


def test_the_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    main, tests = commands
    assert main.endswith("journeymap render maps/harbour-bank.yaml -o harbour-bank.svg")
    assert tests.endswith("pytest")
    assert (ROOT / "maps/harbour-bank.yaml").exists()


def test_every_rule_has_its_page() -> None:
    pages = {path.stem for path in (ROOT / "docs/rules").glob("*.md")} - {"index"}
    assert pages == {listing.name for listing in CATALOGUE}


def test_every_setting_is_used_by_a_rule() -> None:
    used = {setting for listing in CATALOGUE for setting in generate.used_settings(listing)}
    assert used == Settings.model_fields.keys()


def test_pages_give_the_defaults_that_settings_have() -> None:
    for listing in CATALOGUE:
        section = sections(listing.page).get("Settings", "")
        for setting, value in re.findall(r"`(\w+): ([^`]*)`", section):
            field = Settings.model_fields.get(setting)
            assert field is None or value == generate.setting_value(field), (listing.code, setting)


def test_every_rule_belongs_to_a_family() -> None:
    assert [each.code for each in CATALOGUE if each.code[:3] not in generate.FAMILIES] == []
