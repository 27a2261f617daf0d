"""Actions that end something: the contact, a flow, a task, a loop, or the stay in a menu."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.exchange.importing.draft import END
from journeymap.exchange.importing.genesys_architect.catalogue import Part
from journeymap.exchange.importing.genesys_architect.scope import Scope
from journeymap.exchange.importing.loose import inner, text

__all__ = ["ENDINGS", "ended_at"]

ENDINGS = frozenset(
    {Part.HANG_UP, Part.END_OF_FLOW, Part.END_OF_TASK, Part.NEXT_LOOP, Part.EXIT_LOOP, Part.BACK, Part.AGAIN}
)


def ended_at(scope: Scope, part: Part, action: Mapping[str, object]) -> str:
    """Where the contact is after an action that ends something; empty where nothing was to be ended."""
    match part:
        case Part.HANG_UP:
            return END
        case Part.END_OF_FLOW:
            return scope.returns
        case Part.END_OF_TASK:
            return scope.outcome(text(inner(action, "outputPath", "name")))
        case Part.NEXT_LOOP:
            return scope.loop_next
        case Part.EXIT_LOOP:
            return scope.loop_exit
        case Part.BACK:
            return scope.back or scope.menu
        case _:
            return scope.menu
