"""An `ignore` that silences nothing."""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM008", "unused-suppression", Severity.WARNING, None, __name__)
