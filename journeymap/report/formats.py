"""The formats of a report: one module each, with a function ``render(run) -> str``."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # the names of the formats are known without the model
    from journeymap.report.view import Run

__all__ = ["FORMATS", "NAMES", "Format", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, its module, what it is for."""

    name: str
    module: str
    purpose: str


FORMATS = (
    Format("text", "text", "for people, in a terminal"),
    Format("json", "json_v1", "for programs: everything that was found, `journeymap-lint/1`"),
    Format("sarif", "sarif", "SARIF 2.1.0, for GitHub code scanning and editors"),
    Format("github", "github", "annotations on the changed lines, in GitHub Actions"),
    Format("gitlab", "gitlab", "code-quality report for merge requests in GitLab"),
    Format("junit", "junit", "JUnit XML, for Jenkins, GitLab and others that show test results"),
    Format("markdown", "markdown", "a table for the comment on a pull request"),
    Format("csv", "comma_separated", "for spreadsheets"),
)
"""Every format, in the order in which they are offered."""

NAMES = tuple(each.name for each in FORMATS)
"""The names of the formats."""


def render(name: str, run: Run) -> str:
    """The report in the format of that name, ended by a line break; only its module is loaded."""
    (module,) = (each.module for each in FORMATS if each.name == name)
    renderer = importlib.import_module(f"journeymap.report.{module}").render
    return cast("Callable[[Run], str]", renderer)(run)
