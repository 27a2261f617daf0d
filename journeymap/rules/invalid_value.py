"""A value, key or combination that the language does not have."""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM002", "invalid-value", Severity.ERROR, None, __name__)
