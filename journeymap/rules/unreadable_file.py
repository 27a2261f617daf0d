"""A file that cannot be read as a map."""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM001", "unreadable-file", Severity.ERROR, None, __name__)
