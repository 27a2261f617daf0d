"""What a rule is: a code, a name, a severity, and a pure function from answers to findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeymap.findings import Finding, Severity
from journeymap.rules.page import SECTIONS, sections, title

if TYPE_CHECKING:  # a page can be read without the analyses
    from journeymap.analysis import Answers

__all__ = ["SECTIONS", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `check` is None where the reader itself finds the fault (JM001 to JM004) or the engine does (JM008)."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Answers], Iterable[Finding]] | None
    module: str

    @property
    def page(self) -> str:
        """The docstring of the rule's module: its page."""
        return sys.modules[self.module].__doc__ or ""

    @property
    def title(self) -> str:
        """The first line of the page."""
        return title(self.page)

    @property
    def sections(self) -> dict[str, str]:
        """The page's sections by title."""
        return sections(self.page)
