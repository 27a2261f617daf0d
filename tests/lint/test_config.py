"""Settings files: what they mean, and what is said of those that mean nothing."""

from __future__ import annotations

import pytest

from journeymap.errors import CannotRun
from journeymap.findings import Severity
from journeymap.lint import Config, parse_config


def config(text: str, name: str = "journeymap.toml") -> Config:
    parsed = parse_config(name, text.encode())
    assert parsed is not None
    return parsed


def test_every_setting() -> None:
    read = config("""
        select = ["JM2", "jm301"]
        ignore = "JM203"
        fail-on = "error"
        severity = {JM2 = "warning", JM201 = "error"}
        [per-path-ignores]
        "old/**" = ["JM1"]
        "drafts" = "JM"
    """)
    assert (read.select, read.ignore, read.fail_on) == (("JM2", "JM301"), ("JM203",), Severity.ERROR)
    assert read.ignored_at("old/map.yaml") == ("JM1",)
    assert read.ignored_at("drafts/deep/map.yaml") == ("JM",)
    assert read.ignored_at("map.yaml") == ()


def test_the_longest_beginning_gives_the_severity() -> None:
    read = config('[severity]\nJM = "info"\nJM2 = "warning"\nJM201 = "error"\n')
    assert [read.graded(code) for code in ("JM201", "JM202", "JM301")] == ["error", "warning", "info"]
    assert config("").graded("JM201") is None


def test_never_and_the_default() -> None:
    assert config('fail-on = "never"').fail_on is None
    assert config("").fail_on is Severity.WARNING


def test_a_pyproject_speaks_for_us_only_in_our_table() -> None:
    assert parse_config("a/pyproject.toml", b'[project]\nname = "x"\n[tool.ruff]\nselect = ["E"]\n') is None
    assert parse_config("pyproject.toml", b"tool = 3") is None
    assert config('[tool.journeymap]\nselect = ["JM2"]', "pyproject.toml").select == ("JM2",)
    assert config("[tool.journeymap]", "pyproject.toml") == Config("pyproject.toml")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert config('\ufeffselect = ["JM2"]').select == ("JM2",)


@pytest.mark.parametrize(
    ("text", "place", "said", "help_"),
    [
        ("fial-on = 1", "c.toml:1: ", '"fial-on"', "did you mean fail-on?"),
        ("\n# select\nSelect = []", "c.toml:3: ", '"Select"', "did you mean select?"),
        ('fail-on = "warnings"', "c.toml:1: ", '"warnings"', "did you mean warning?"),
        ("fail-on = true", "c.toml:1: ", "true or false", "configuration"),
        ('select = [\n"JM201",\n"JM3O1"]', "c.toml:3: ", "JM3O1", "did you mean JM301?"),
        ('select = ["ping-pong"]', "c.toml:1: ", "ping-pong", "did you mean JM201?"),
        ("ignore = [1]", "c.toml:1: ", "a number", "configuration"),
        ("ignore = {}", "c.toml:1: ", "a table", "configuration"),
        ("severity = []", "c.toml:1: ", "a list", "configuration"),
        ('[severity]\nJM999 = "info"', "c.toml:2: ", "JM999", "journeymap rules"),
        ('[severity]\nJM201 = "eror"', "c.toml:2: ", '"eror"', "did you mean error?"),
        ("[severity]\nJM201 = 1", "c.toml:2: ", "a number", "configuration"),
        ('[severity]\nJM002 = "info"', "c.toml:2: ", "always an error", "take it out"),
        ("per-path-ignores = 2020-01-01", "c.toml:1: ", "a date or a time", "configuration"),
        ('[per-path-ignores]\n"../x" = "JM2"', "c.toml:2: ", '"../x"', "maps/old/**"),
        ('[per-path-ignores]\n"/x" = "JM2"', "c.toml:2: ", '"/x"', "maps/old/**"),
        ("[per-path-ignores]\n'a\\b' = \"JM2\"", "c.toml:2: ", "leads out", "maps/old/**"),
        ('[per-path-ignores]\n"a" = "JX2"', "c.toml:2: ", "JX2", "journeymap rules"),
        ('select = ["JM2"', "c.toml", "not TOML", "quotes"),
        ("\nselect = JM2", "c.toml:2: ", "not TOML", "quotes"),
        ('select = ["JM1"]\nselect = ["JM2"]', "c.toml", "not TOML", "quotes"),
        ("x" * 5000 + " = 1", "c.toml:1: ", "xxx...", "select"),
        ("x = " + "[" * 100_000, "c.toml", "nested too deeply", ""),
        ("x = " + "9" * 5000, "c.toml", "", ""),
    ],
)
def test_what_is_misspelt_is_said_with_its_place_and_the_way_out(text: str, place: str, said: str, help_: str) -> None:
    with pytest.raises(CannotRun) as raised:
        parse_config("c.toml", text.encode())
    assert raised.value.message.startswith(place)
    assert said in raised.value.message
    assert help_ in raised.value.help
    assert len(raised.value.message) < 500


def test_in_a_pyproject_the_line_is_looked_for_in_our_table() -> None:
    text = b'[tool.ruff]\nselct = []\n[tool.journeymap]\nselct = ["JM2"]\n'
    with pytest.raises(CannotRun, match=r"pyproject.toml:4: .*selct"):
        parse_config("pyproject.toml", text)
    with pytest.raises(CannotRun, match="a number"):
        parse_config("pyproject.toml", b"[tool]\njourneymap = 3")


@pytest.mark.parametrize("content", [b"\xff\xfes\x00", b"select = '\xe9'"])
def test_what_is_no_text_cannot_run(content: bytes) -> None:
    with pytest.raises(CannotRun, match="UTF-8"):
        parse_config("c.toml", content)
