"""A flow as read, the same for all dialects: actions in the words of the flow language, and their branches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Action", "Branch", "ParsedFlow"]


@dataclass(frozen=True, slots=True)
class Branch:
    """A way on as the file has it: the ordinary one, one with a condition, or one of an error (`operand` names it)."""

    target: str
    kind: Literal["next", "condition", "error"] = "next"
    operator: str = ""
    operand: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A block; `shown` are the names the editor shows for the resources in its parameters, by parameter."""

    identifier: str
    type: str
    parameters: Mapping[str, Any]
    branches: tuple[Branch, ...]
    shown: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None

    def errors(self) -> frozenset[str]:
        """The kinds of error that have a branch."""
        return frozenset(branch.operand for branch in self.branches if branch.kind == "error")


@dataclass(frozen=True, slots=True)
class ParsedFlow:
    """A flow or a module; `kind` is its type as the service names it (CONTACT_FLOW, CUSTOMER_QUEUE, MODULE, ...)."""

    key: str
    name: str
    kind: str
    start: str
    actions: Mapping[str, Action]
    file: str
    line: int | None = None
    aliases: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    """Identifiers that several actions have: the first is meant."""
