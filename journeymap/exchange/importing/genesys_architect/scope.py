"""Where a contact is while it goes through sequences: what is around it, and where it goes on afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.exchange.importing.draft import END
from journeymap.exchange.importing.genesys_architect.parsed import ParsedFlow, Path

__all__ = ["Scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """A run of a flow, and in it of a task, loop or menu; all targets are keys of blocks, or END.

    `name` tells runs apart; `returns` follows the end of the flow, `task_end` the end of the task, `outcomes` other
    ways out of it by name; `loop_next` and `loop_exit` belong to the loop around, `menu` and `back` to the menu;
    `waits` is said of a queue in which the flow is heard.
    """

    flow: ParsedFlow
    name: str
    channel: str
    returns: str = END
    task_end: str = ""
    outcomes: tuple[tuple[str, str], ...] = ()
    loop_next: str = ""
    loop_exit: str = ""
    menu: str = ""
    back: str = ""
    depth: int = 0
    waits: bool = False

    def key(self, path: Path) -> str:
        """The key of the block that stands at a path."""
        return f"{self.name}:{'/'.join(path)}"

    def outcome(self, name: str) -> str:
        """What follows the end of the task, by the name of its way out."""
        return dict(self.outcomes).get(name) or self.task_end or self.returns
