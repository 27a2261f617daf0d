"""A key or an id defined twice."""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM004", "duplicate-definition", Severity.ERROR, None, __name__)
