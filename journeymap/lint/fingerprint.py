"""The mark by which a finding is known again after lines have moved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from journeymap.findings import Finding, Json

__all__ = ["canonical_json", "fingerprint", "identity"]


def canonical_json(value: Json | Mapping[str, Json]) -> str:
    """JSON with sorted keys and no white space: one text per value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def identity(finding: Finding) -> Mapping[str, Json]:
    """What identifies a finding among those of its rule: its `key`, or all of its subject."""
    return finding.subject if finding.key is None else finding.key


def fingerprint(finding: Finding) -> str:
    """The first 16 hexadecimal digits of SHA-256 over the code and what identifies the finding; never its lines."""
    text = canonical_json([finding.code, dict(identity(finding))])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
