"""The view `journey`: what the customers of one case go through, stop by stop, as a service blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from journeymap.analysis import Answers
from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Arrow, Box, Heading, LegendEntry, Tag
from journeymap.draw.tables import JourneyScene, Leg, Stop
from journeymap.draw.views.amounts import duration
from journeymap.draw.views.asked import Asked, asked_again, asked_on_the_way
from journeymap.draw.views.details import finding_details
from journeymap.draw.views.experience import action, experiences
from journeymap.draw.views.heading import heading_of
from journeymap.draw.views.itinerary import Itinerary, itinerary
from journeymap.draw.views.legend import legend
from journeymap.draw.views.naming import names
from journeymap.draw.views.touchpoints import touchpoint_box, transfer_arrow
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words
from journeymap.graph import Edge, Network

__all__ = ["journey"]

_QUESTION = Words("What does this customer go through: {case}?", "这位客户要经历什么：{case}？")
_QUESTION_OF_ALL = Words("What does a customer go through?", "客户要经历什么？")
_DESCRIPTION = Words(
    "A service blueprint. Touchpoints: {stops}; transfers: {legs}. Touchpoints that can resolve the matter: "
    "{resolved}; dead ends: {ends}; that ask again for what was already given: {again}.",
    "服务蓝图：{stops} 个触点，{legs} 次转接；其中 {resolved} 个可以解决问题，{ends} 个是死路，"
    "{again} 个重复询问信息。",
)
_VALUES = Words(" · ", " · ")
_ALIKE = Words(" or ", "或")
_FEW = 3
_MORE_VALUES = Words("{values} and {more} more", "{values}等（另有 {more} 项）")
_FIRST_OF = Words(
    "{count} different journeys match: this is the first of them; name segment, reason and product for another one",
    "符合条件的旅程共 {count} 种，此为第一种；请写明客户分群、来电原因与产品线以查看其他",
)
_LEFT_OUT = Words(
    "Touchpoints farther from the entries that are not shown: {count}; choose with --focus, --channel or --department",
    "离入口更远的 {count} 个触点未画出：请用 --focus、--channel 或 --department 筛选",
)
_MORE_EDGES = Words("Transfers between them that are not shown: {count}", "其间另有 {count} 次转接未画出")
_NO_STOPS = Words("Customers of this case have no way in at all", "此类客户没有任何入口")
_NO_SOLUTION = Words("Nothing on this way resolves the matter", "一路上没有任何触点可以解决问题")
_WAITS = Words("wait {time}", "等待 {time}")
_ASKED = Words("asked here", "在此询问")
_ALWAYS = Words("asked on every visit, known or not", "每次都问，无论是否已知")
_REPEATED = Words("asked again, although already given", "客户已经提供过，又被问一遍")
_LEGEND = {
    "bar:waiting": Words("Waiting", "等待时间"),
    "bar:handling": Words("Handling", "处理时间"),
    "end:dead_end": Words("No way on from here", "到此没有出路"),
}
_DIMENSIONS = (("segment", "segments"), ("reason", "reasons"), ("product", "products"))


def journey(chosen: Chosen, answers: Answers, overlay: Overlay, wishes: Wishes) -> JourneyScene:
    """The first of the chosen cases from the customer's view; a note tells where several different ones were chosen.

    Stops are the touchpoints that customers of the case can reach. O(touchpoints + transfers), and one search for what
    is asked (see `analysis.repeats`).
    """
    way = itinerary(chosen, answers.reach)
    again = asked_again(answers, way.case)
    told = replace(overlay, repeated={chosen.network.ids[number]: items for number, items in again.items()})
    view = _View(replace(chosen, cases=way.case), told, wishes, way, asked_on_the_way(chosen.network, way.case), again)
    boxes = [touchpoint_box(view.chosen, number, told, wishes, group=None) for number in way.stops]
    arrows = [transfer_arrow(view.chosen, edge, told, wishes) for edge in way.edges]
    stops = tuple(view.stop(number, box) for number, box in zip(way.stops, boxes, strict=True))
    legs = tuple(view.leg(edge, arrow) for edge, arrow in zip(way.edges, arrows, strict=True))
    heading = view.heading(stops, legs, boxes, arrows, several=chosen.cases.bit_count())
    return JourneyScene(heading, stops, legs)


@dataclass(frozen=True, slots=True)
class _View:
    """The words of one journey."""

    chosen: Chosen
    overlay: Overlay
    wishes: Wishes
    way: Itinerary
    asked: Asked
    again: Asked

    @property
    def _network(self) -> Network:
        return self.chosen.network

    @property
    def _language(self) -> Language:
        return self.wishes.language

    def stop(self, number: int, box: Box) -> Stop:
        """A touchpoint as the customers of the case meet it."""
        network, touchpoint = self._network, self._network.touchpoints[number]
        ending, again = self._ending(number), self.again.get(number, frozenset())
        glyph, share = box.glyph or "other", box.resolution or ""
        return Stop(
            id=box.id,
            name=box.name,
            stage=self._stage(number),
            action=action(
                network, number, self.way.first_ways.get(number), glyph, self._language, asked=number in self.asked
            ),
            channel=network.map.name_of("channels", touchpoint.channel),
            glyph=glyph,
            handled_by=box.handled_by or "person",
            department=names(network, "departments", touchpoint.department, self._language),
            visible=network.mode[number] != "internal",
            tags=self._tags(number),
            waiting=self._waiting(number),
            handling=_seconds(touchpoint.time),
            ending=ending,
            share=share,
            entry=bool(network.entries.get(number, 0) & self.way.case),
            badges=box.badges,
            emphasis="blind_spot" if ending == "dead_end" else box.emphasis,
            findings=finding_details(box.badges, self.overlay, self._language),
            details=box.details,
            link=box.link,
            experiences=experiences(network, number, again, ending, share, self._language),
        )

    def leg(self, edge: Edge, arrow: Arrow) -> Leg:
        """A transfer of the case."""
        wait = None if edge.alternative else edge.transfer.wait
        waits = (_WAITS.say(self._language, time=duration(wait, self._language)),) if wait is not None else ()
        return Leg(
            id=arrow.id,
            source=arrow.source,
            target=arrow.target,
            kind=arrow.kind,
            labels=(*arrow.labels, *waits),
            waiting=_seconds(wait),
            badges=arrow.badges,
            emphasis=arrow.emphasis,
            details=arrow.details,
            alternative=arrow.alternative,
            link=arrow.link,
        )

    def heading(
        self, stops: tuple[Stop, ...], legs: tuple[Leg, ...], boxes: list[Box], arrows: list[Arrow], several: int
    ) -> Heading:
        """What the journey says as a whole."""
        badges = [*(box.badges for box in boxes), *(arrow.badges for arrow in arrows)]
        shown = {badge.number for some in badges for badge in some}
        marks = tuple(mark for mark in self.overlay.marks if mark.number in shown)
        case = self._case()
        question = _QUESTION.say(self._language, case=case) if case else _QUESTION_OF_ALL.say(self._language)
        description = _DESCRIPTION.say(
            self._language,
            stops=len(stops),
            legs=len(legs),
            resolved=sum(stop.ending == "resolved" for stop in stops),
            ends=sum(stop.ending == "dead_end" for stop in stops),
            again=sum(any(tag.state == "repeated" for tag in stop.tags) for stop in stops),
        )
        told = [replace(box, tags=stop.tags) for box, stop in zip(boxes, stops, strict=True)]
        drawn = [replace(arrow, closed=None) for arrow in arrows]  # the hours stand with the finding
        entries = (*legend(told, drawn, marks, self.wishes), *_legend(stops, self.wishes))
        notes = self._notes(stops, several)
        heading = heading_of(
            "journey", self.chosen, self.overlay, self.wishes, question,
            description=description, legend=entries, notes=notes,
        )  # fmt: skip
        return replace(heading, marks=marks)

    def _stage(self, number: int) -> str:
        stage = self.way.stages[number]
        return self._network.map.name_of("stages", stage) if stage is not None else ""

    def _ending(self, number: int) -> Literal["resolved", "dead_end"] | None:
        """A dead end as JM101 and JM112 have it: no way on, nothing resolved, and no follow-up."""
        network = self._network
        if network.resolving[number] & self.way.case:
            return "resolved"
        if network.leaving[number] & self.way.case or network.touchpoints[number].follow_up:
            return None
        return "dead_end"

    def _waiting(self, number: int) -> float | None:
        """The longest wait of a transfer to here, and the wait here."""
        ways = (edge.transfer for edge in self.way.edges if edge.target == number and not edge.alternative)
        waits = [transfer.wait for transfer in ways if transfer.wait is not None]
        own = self._network.touchpoints[number].wait
        if not waits and own is None:
            return None
        return _seconds(max(waits, default=timedelta()) + (own or timedelta()))

    def _tags(self, number: int) -> tuple[Tag, ...]:
        """What is asked again first, then what is always asked, then what is asked."""
        again, always = self.again.get(number, frozenset()), self._always_asked(number)
        items = sorted(self.asked.get(number, frozenset()) | again)
        groups: tuple[tuple[Literal["repeated", "always", "asked"], Words, list[str]], ...] = (
            ("repeated", _REPEATED, [item for item in items if item in again]),
            ("always", _ALWAYS, [item for item in items if item not in again and item in always]),
            ("asked", _ASKED, [item for item in items if item not in again and item not in always]),
        )
        return tuple(
            Tag(self._network.map.name_of("information", item), state, words.say(self._language))
            for state, words, group in groups
            for item in group
        )

    def _always_asked(self, number: int) -> frozenset[str]:
        """What customers of this case are asked on every visit."""
        questions, cases = self._network.touchpoints[number].always_asks, self._network.cases
        return frozenset(item for item, asked in questions.items() if cases.matching(asked) & self.way.case)

    def _case(self) -> str:
        """The case in words; where cases are alike on the map, all of them."""
        labels = [dict(label) for label in self._network.cases.each(self.way.case)]
        told = []
        for dimension, section in _DIMENSIONS:
            keys = sorted({label[dimension] for label in labels if dimension in label})
            if keys and (len(keys) == 1 or len(keys) < len(getattr(self._network.map, section))):
                told.append(self._alike(section, keys))
        return _VALUES.say(self._language).join(told)

    def _alike(self, section: str, keys: list[str]) -> str:
        values = [self._network.map.name_of(section, key) for key in keys[:_FEW]]
        joined = _ALIKE.say(self._language).join(values)
        more = len(keys) - _FEW
        return _MORE_VALUES.say(self._language, values=joined, more=more) if more > 0 else joined

    def _notes(self, stops: tuple[Stop, ...], several: int) -> Iterator[str]:
        if several > 1:
            yield _FIRST_OF.say(self._language, count=several)
        if self.way.left_out:
            yield _LEFT_OUT.say(self._language, count=self.way.left_out)
        if self.way.more_edges:
            yield _MORE_EDGES.say(self._language, count=self.way.more_edges)
        if not stops:
            yield _NO_STOPS.say(self._language)
        elif not self.way.left_out and not any(stop.ending == "resolved" for stop in stops):
            yield _NO_SOLUTION.say(self._language)


def _seconds(time: timedelta | None) -> float | None:
    return time.total_seconds() if time is not None else None


def _legend(stops: tuple[Stop, ...], wishes: Wishes) -> tuple[LegendEntry, ...]:
    if not wishes.legend:
        return ()
    contained = {
        "bar:waiting": any(stop.waiting for stop in stops),
        "bar:handling": any(stop.handling for stop in stops),
        "end:dead_end": any(stop.ending == "dead_end" for stop in stops),
    }
    return tuple(
        LegendEntry(symbol, words.say(wishes.language)) for symbol, words in _LEGEND.items() if contained[symbol]
    )
