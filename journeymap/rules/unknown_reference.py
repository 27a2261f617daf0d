"""An id that is used but not declared."""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM003", "unknown-reference", Severity.ERROR, None, __name__)
