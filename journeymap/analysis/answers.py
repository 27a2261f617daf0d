"""Every answer about one map, each worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from journeymap.analysis import dead_ends, loops, repeats, shares, unheard, usage
from journeymap.analysis.dead_ends import End, Trap
from journeymap.analysis.knowledge import MAX_KEYS
from journeymap.analysis.loops import Loops
from journeymap.analysis.reach import Reach, reach
from journeymap.analysis.repeats import Repeats
from journeymap.analysis.shares import ShareSum
from journeymap.analysis.tangles import Tangle
from journeymap.analysis.unheard import Unheard
from journeymap.analysis.usage import EmptyCarries, Unused
from journeymap.findings import Message
from journeymap.graph import CaseSpace, Edge, Network
from journeymap.model import ContactMap

__all__ = ["Answers"]

_KEYS_CUT = (
    "{count} items are recorded and looked up in so many systems ({items}) that only the {limit} simplest "
    "combinations at each touchpoint were followed: what JM301, JM302 and JM009 would say beyond them is not shown"
)
_LOOPS_CUT = (
    'the tangle around "{touchpoint}" ({touchpoints} touchpoints) is so large that its loops were searched only '
    "within a fixed amount of work: shorter loops than the ones shown may exist"
)
_NAMED_ITEMS = 3


class Answers:
    """The analyses of one map. Pure: the same map always gives equal answers."""

    def __init__(self, contact_map: ContactMap) -> None:
        self.map = contact_map

    @cached_property
    def network(self) -> Network:
        """The compact graph of the map."""
        return Network(self.map)

    @property
    def cases(self) -> CaseSpace:
        """The cases of the map."""
        return self.network.cases

    @cached_property
    def reach(self) -> Reach:
        """What customers can reach."""
        return reach(self.network)

    @cached_property
    def dead_ends(self) -> tuple[End, ...]:
        """Dead ends and stranded callers."""
        return dead_ends.dead_ends(self.reach)

    @cached_property
    def traps(self) -> tuple[Trap, ...]:
        """Loops with no way out and no resolution."""
        return dead_ends.traps(self.reach)

    @cached_property
    def unheard(self) -> tuple[Unheard, ...]:
        """Requests that are settled while nobody tells the customer."""
        return unheard.unheard(self.network)

    @cached_property
    def shares_over_100(self) -> tuple[ShareSum, ...]:
        """Touchpoints whose shares exceed 100 %."""
        return shares.over_100(self.network)

    @cached_property
    def silent_losses(self) -> tuple[ShareSum, ...]:
        """Touchpoints where contacts go nowhere."""
        return shares.silent_losses(self.reach)

    @cached_property
    def loops(self) -> Loops:
        """Pointless loops and tangles."""
        return loops.loops(self.reach)

    @cached_property
    def repeats(self) -> Repeats:
        """Repeated information, and items asked although known."""
        return repeats.repeats(self.network)

    @cached_property
    def impossible_carries(self) -> EmptyCarries:
        """Transfers that list an item their sender never knows."""
        return usage.impossible_carries(self.reach)

    @cached_property
    def unused(self) -> tuple[Unused, ...]:
        """Declared elements that are never used."""
        return usage.unused(self.network)

    @cached_property
    def never_taken(self) -> tuple[Edge, ...]:
        """Transfers that exist in no case."""
        return usage.never_taken(self.network)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What was summarised or cut short in the answers given so far."""
        notes = [self._items_note(cut)] if (cut := self._items_cut()) else []
        if "loops" in self.__dict__:
            notes.extend(self._loop_note(tangle) for tangle in self.loops.tangles if not tangle.complete)
        return tuple(notes)

    def _items_cut(self) -> list[str]:
        """The items that were not followed fully in the answers given so far."""
        repeated = self.repeats.cut if "repeats" in self.__dict__ else ()
        carried = self.impossible_carries.cut if "impossible_carries" in self.__dict__ else ()
        return sorted({*repeated, *carried})

    def _items_note(self, cut: list[str]) -> Message:
        names = ", ".join(self.map.name_of("information", item) for item in cut[:_NAMED_ITEMS])
        shown = names if len(cut) <= _NAMED_ITEMS else f"{names}, ..."
        return Message(_KEYS_CUT, {"count": len(cut), "items": shown, "limit": MAX_KEYS})

    def _loop_note(self, tangle: Tangle) -> Message:
        name = self.map.name_of("touchpoints", self.network.ids[tangle.touchpoints[0]])
        return Message(_LOOPS_CUT, {"touchpoint": name, "touchpoints": len(tangle.touchpoints)})
