"""What a rule says: findings on map paths, and the diagnostics they become once placed in a file.

A `Finding` names a symbolic place (a path in the map such as ``touchpoints.menu.transfers.agent``);
the lint engine makes it concrete (file, line, column) as a `Diagnostic`. All types are frozen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

__all__ = [
    "ALL_CASES",
    "CaseLabel",
    "Diagnostic",
    "Finding",
    "Json",
    "Message",
    "PlacedRelated",
    "Related",
    "Severity",
    "Span",
    "Step",
    "Suppression",
]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""Anything JSON can say."""

CaseLabel = tuple[tuple[str, str], ...]
"""One case, written down: ``(("segment", "retail"), ("reason", "lost_card"))``; undeclared dimensions are left out."""

ALL_CASES: Literal["all"] = "all"


class Severity(StrEnum):
    """How grave a finding is; `rank` orders them, the gravest highest."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """3 for error, 2 for warning, 1 for info."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Message:
    """One template with named values (`str.format` syntax), so that it can be translated."""

    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.values)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file; lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a witness, told from the customer's side. `facts` holds the ids it speaks of.

    ============  ====================================  =====================================================
    event         facts                                 meaning
    ============  ====================================  =====================================================
    enters        touchpoint                            the customer begins here
    gives         touchpoint, information               the customer is asked for the item and gives it
    read          touchpoint, information, system       the item is looked up in a system
    transferred   from, to, kind                        the contact is handed over
    lost          from, to, kind, information, carries  handed over, and the item does not go with it
    asked_again   touchpoint, information               the customer is asked for what they already gave
    known         touchpoint, information               asked although it is known here
    taken_in      touchpoint                            a request is taken in here
    settled       touchpoint                            the matter is resolved here
    last_exit     touchpoint                            from here a resolution could still be reached
    ends          touchpoint                            there is no way on from here
    circles       touchpoint                            the way leads back here
    ============  ====================================  =====================================================
    """

    event: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place the finding speaks of: a map path, or a span where no path leads there."""

    path: str
    message: Message
    part: Literal["key", "value"] = "key"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a symbolic place of the map.

    `path` is the map path; `part` says whether the key or the value there is underlined; `span`, where given,
    is the exact place (unreadable files have no paths). `subject` is the machine-readable fact of the rule
    (`docs/rules/`), `key` the part of it that identifies the finding for ever (default: all of it).
    `elements` are further paths at which an ``ignore`` may silence the finding.
    """

    code: str
    path: str
    subject: Mapping[str, Json]
    message: Message
    help: Message
    part: Literal["key", "value"] = "key"
    span: Span | None = None
    cases: Literal["all"] | tuple[CaseLabel, ...] = ALL_CASES
    witness: tuple[Step, ...] = ()
    related: tuple[Related, ...] = ()
    elements: tuple[str, ...] = ()
    key: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class PlacedRelated:
    """A related place made concrete."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding was accepted: by the ``ignore`` at a map path, or by the baseline (no path then)."""

    reason: str
    path: str
    baseline: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding placed in a file, graded and ready for every report; `key` is what identifies it for ever."""

    map: str
    code: str
    name: str
    severity: Severity
    message: str
    help: str
    path: str
    span: Span
    subject: Mapping[str, Json]
    cases: Literal["all"] | tuple[CaseLabel, ...]
    witness: tuple[Step, ...]
    related: tuple[PlacedRelated, ...]
    fingerprint: str
    suppressed: Suppression | None = None
    key: Mapping[str, Json] = field(default_factory=dict)
