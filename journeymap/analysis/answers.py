"""Every answer about one map, each worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from journeymap.analysis import (
    dead_ends,
    loops,
    promises,
    questions,
    repeats,
    requests,
    returns,
    shares,
    unheard,
    usage,
    ways,
    work,
)  # fmt: skip
from journeymap.analysis.components import Gathering
from journeymap.analysis.dead_ends import End, Trap
from journeymap.analysis.knowledge import Knowledge
from journeymap.analysis.loops import Loops
from journeymap.analysis.presence import Presence
from journeymap.analysis.promises import Broken
from journeymap.analysis.questions import UselessQuestion
from journeymap.analysis.reach import Reach, reach
from journeymap.analysis.repeats import Repeats
from journeymap.analysis.requests import LackingTickets, NoFollowUp
from journeymap.analysis.returns import Return
from journeymap.analysis.shares import ShareSum
from journeymap.analysis.tangles import Tangle
from journeymap.analysis.unheard import Unheard
from journeymap.analysis.usage import EmptyCarries, SilentStage, Unused
from journeymap.analysis.ways import LongWay, NoPerson
from journeymap.analysis.work import DuplicatedWork, MachineWork, Screens, TwoSources
from journeymap.findings import Message
from journeymap.graph import CaseSpace, Edge, Network
from journeymap.model import ContactMap

__all__ = ["Answers"]

_KEYS_CUT = (
    "{count} items ({items}) are recorded, looked up and handed over in so many combinations that not all of them were "
    "followed: what JM009, JM111, JM301, JM302 and JM304 would say of them beyond that is not shown"
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

    @cached_property
    def presence(self) -> Presence:
        """When customers can be where."""
        return Presence(self.reach)

    @cached_property
    def tangled(self) -> list[Gathering]:
        """The components of the pointless graph."""
        return loops.pointless_gatherings(self.reach)

    @cached_property
    def boomerangs(self) -> tuple[Return, ...]:
        """Walks back to a department already left."""
        return returns.boomerangs(self.reach, self.tangled)

    @cached_property
    def channel_bounces(self) -> tuple[Return, ...]:
        """Walks back to a channel already left."""
        return returns.channel_bounces(self.reach)

    @cached_property
    def long_ways(self) -> tuple[LongWay, ...]:
        """Entries far from any resolution."""
        return ways.long_ways(self.reach)

    @cached_property
    def persons_out_of_reach(self) -> tuple[NoPerson, ...]:
        """Machine entries from which no person is near."""
        return ways.persons_out_of_reach(self.network)

    @cached_property
    def person_cases(self) -> int:
        """The cases in which some entry reaches a person within `max_menus` transfers."""
        return ways.person_cases(self.network)

    @cached_property
    def only_paid(self) -> int:
        """The cases in which every way to a resolution has to be paid for."""
        return ways.only_paid(self.reach)

    @cached_property
    def without_follow_up(self) -> tuple[NoFollowUp, ...]:
        """Complaints resolved without anybody checking the outcome."""
        return requests.without_follow_up(self.reach)

    @cached_property
    def lacking_tickets(self) -> LackingTickets:
        """Back-office work that needs what nobody has collected."""
        return requests.lacking_tickets(self.reach)

    @cached_property
    def _asked_items(self) -> Knowledge:
        return questions.asked_items(self.network)

    @cached_property
    def early_asks(self) -> tuple[UselessQuestion, ...]:
        """Items a machine asks too early."""
        return questions.early_asks(self.reach, self._asked_items)

    @cached_property
    def collected_for_nothing(self) -> tuple[UselessQuestion, ...]:
        """Items nobody needs."""
        return questions.collected_for_nothing(self.reach, self._asked_items)

    @cached_property
    def two_sources(self) -> tuple[TwoSources, ...]:
        """Items recorded in several systems of which only one is read."""
        return work.two_sources(self.network, self.reach)

    @cached_property
    def duplicated_work(self) -> tuple[DuplicatedWork, ...]:
        """Tasks done by two departments on one walk."""
        return work.duplicated_work(self.reach)

    @cached_property
    def machine_work(self) -> tuple[MachineWork, ...]:
        """Persons' touchpoints that do what machines do."""
        return work.machine_work(self.reach)

    @cached_property
    def too_many_screens(self) -> tuple[Screens, ...]:
        """Touchpoints with too many systems."""
        return work.too_many_screens(self.reach)

    @cached_property
    def broken_promises(self) -> tuple[Broken, ...]:
        """Contracts that do not hold."""
        asked = any(promise.never is not None and promise.never.repeat for promise in self.map.contracts.values())
        return promises.broken_promises(self.reach, self.repeats.repeated if asked else (), self.tangled)

    @cached_property
    def silent_stages(self) -> tuple[SilentStage, ...]:
        """Stages in which a product has no touchpoint."""
        return usage.silent_stages(self.network)

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
        tickets = self.lacking_tickets.cut if "lacking_tickets" in self.__dict__ else ()
        return sorted({*repeated, *carried, *tickets})

    def _items_note(self, cut: list[str]) -> Message:
        names = ", ".join(self.map.name_of("information", item) for item in cut[:_NAMED_ITEMS])
        shown = names if len(cut) <= _NAMED_ITEMS else f"{names}, ..."
        return Message(_KEYS_CUT, {"count": len(cut), "items": shown})

    def _loop_note(self, tangle: Tangle) -> Message:
        name = self.map.name_of("touchpoints", self.network.ids[tangle.touchpoints[0]])
        return Message(_LOOPS_CUT, {"touchpoint": name, "touchpoints": len(tangle.touchpoints)})
