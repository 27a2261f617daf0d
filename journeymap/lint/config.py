"""The project's settings: ``journeymap.toml``, or ``[tool.journeymap]`` in ``pyproject.toml``.

Text in, settings out; whatever is misspelt is `CannotRun` with file, line (where it can be told) and the way out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from journeymap.findings import Severity
from journeymap.lint.config_text import ConfigText
from journeymap.lint.globs import matches

__all__ = ["NEVER", "SETTINGS", "Config", "parse_config"]

NEVER = "never"
SEVERITIES = tuple(severity.value for severity in Severity)
SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "select": "only these rules: a list of codes or beginnings of codes",
        "ignore": "all rules but these, likewise",
        "severity": "a table from code, or beginning of codes, to `error`, `warning` or `info`; the longest counts",
        "per-path-ignores": "a table from path pattern to the codes that are not reported in files there",
        "fail-on": "the mildest severity that gives exit code 1: `error`, `warning`, `info` or `never`",
    }
)
"""Every setting with its meaning."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one file; `name` is empty where there is none, and everything has its default then."""

    name: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    per_path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fail_on: Severity | None = Severity.WARNING

    def graded(self, code: str) -> Severity | None:
        """The severity that the settings give to a rule; None where they say nothing about it."""
        fitting = [(begin, severity) for begin, severity in self.severity if code.startswith(begin)]
        return max(fitting, key=lambda each: len(each[0]))[1] if fitting else None

    def ignored_at(self, path: str) -> tuple[str, ...]:
        """The codes, or beginnings of codes, not reported in a file; `path` is relative to the settings' folder."""
        return tuple(code for pattern, codes in self.per_path_ignores if matches(path, pattern) for code in codes)


def parse_config(name: str, content: bytes) -> Config | None:
    """The settings in a file of that name; None for a ``pyproject.toml`` without a table of ours."""
    text = ConfigText.of(name, content)
    table: Any = text.data
    if text.is_pyproject:
        tool = table.get("tool")
        table = tool.get("journeymap") if isinstance(tool, dict) else None
        if table is None:
            return None
        table = text.table("journeymap", table)
    return _config(text, table)


def _config(text: ConfigText, table: Mapping[str, Any]) -> Config:
    for key in table:
        if key not in SETTINGS:
            raise text.no_setting(key, SETTINGS)
    return Config(
        name=text.name,
        select=text.codes("select", table.get("select", [])),
        ignore=text.codes("ignore", table.get("ignore", [])),
        severity=_severity(text, table.get("severity", {})),
        per_path_ignores=_per_path(text, table.get("per-path-ignores", {})),
        fail_on=_fail_on(text, table.get("fail-on", Severity.WARNING.value)),
    )


def _severity(text: ConfigText, value: object) -> tuple[tuple[str, Severity], ...]:
    grades = []
    for written, severity in text.table("severity", value).items():
        grades.append((text.regraded(written), Severity(text.word(written, severity, SEVERITIES))))
    return tuple(sorted(grades))


def _per_path(text: ConfigText, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    patterns = text.table("per-path-ignores", value)
    return tuple((text.pattern(pattern), text.codes(pattern, codes)) for pattern, codes in patterns.items())


def _fail_on(text: ConfigText, value: object) -> Severity | None:
    word = text.word("fail-on", value, (*SEVERITIES, NEVER))
    return None if word == NEVER else Severity(word)
