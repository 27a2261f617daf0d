"""JM105 and JM106: when a customer can be where, minute by minute of the typical week."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from functools import cache

from opening_hours import OpeningHours

from .answers import Answers
from .reading import (
    Case,
    Data,
    Declared,
    if_closed,
    is_machine,
    kind,
    kind_if_closed,
    mode,
    owners,
    setting,
    touchpoints,
    vocabulary,
)
from .world import World

Minutes = int
"""A set of minutes of the week, one bit for each: 10080 from Monday 00:00."""
WEEK = 7 * 24 * 60
ALWAYS: Minutes = (1 << WEEK) - 1
LIVE = ("step", "warm", "cold")
NOBODY_WAITS = ("message", "internal")
DASHES = str.maketrans("–—−", "---")


@cache
def minutes(text: str, monday: str) -> Minutes:
    hours = OpeningHours(unicodedata.normalize("NFKC", text).translate(DASHES))
    start = datetime.combine(date.fromisoformat(monday), time())
    opened = [hours.is_open(start + timedelta(minutes=minute)) for minute in range(WEEK)]
    return int("".join("1" if each else "0" for each in reversed(opened)), 2)


def open_at(map_data: Data, touchpoint: str) -> Minutes:
    data = touchpoints(map_data)[touchpoint]
    if data.get("hours"):
        return declared_hours(map_data, data)
    channel = declared_hours(map_data, vocabulary(map_data, "channels")[data["channel"]])
    if is_machine(map_data, touchpoint) or mode(map_data, touchpoint) == "message":
        return channel
    of_owners = 0
    for owner in owners(data):
        of_owners |= declared_hours(map_data, vocabulary(map_data, "departments")[owner])
    return channel & of_owners


def declared_hours(map_data: Data, data: Data) -> Minutes:
    text = data.get("hours")
    return minutes(text, str(setting(map_data, "week", "2026-03-02"))) if text else ALWAYS


class Presence:
    """T(t) of every touchpoint of a case: the least fixed point, by going round until nothing changes."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.open = {each: open_at(world.map, each) for each in world.visible}
        self.there = {each: self.open[each] if each in world.entries else 0 for each in world.visible}
        before: dict[str, Minutes] = {}
        while before != self.there:
            before = dict(self.there)
            for transfer in world.declared:
                self._follow(transfer)

    def _follow(self, transfer: Declared) -> None:
        if not self.there[transfer.sender]:
            return
        target, closed = transfer.receiver, if_closed(transfer)
        self.there[target] |= self._arriving(transfer.sender, target, kind(self.world.map, transfer))
        if closed and closed["to"] in self.world.visible:
            of_kind = kind_if_closed(self.world.map, transfer, closed)
            instead = self._arriving(transfer.sender, closed["to"], of_kind)
            self.there[closed["to"]] |= instead & ~self.open[target]

    def _arriving(self, sender: str, receiver: str, of_kind: str) -> Minutes:
        leaving = self.there[sender] if self.is_live(receiver, of_kind) else ALWAYS
        return leaving & self.open[receiver]

    def is_live(self, receiver: str, of_kind: str) -> bool:
        return of_kind in LIVE and mode(self.world.map, receiver) not in NOBODY_WAITS

    def turned_away(self, transfer: Declared) -> Minutes:
        """When customers come by the declared transfer and nobody is there, neither here nor instead."""
        if not self.is_live(transfer.receiver, kind(self.world.map, transfer)):
            return 0
        closed = if_closed(transfer)
        instead = self.open.get(closed["to"], 0) if closed else 0
        return self.there[transfer.sender] & ~self.open[transfer.receiver] & ~instead


def judge(map_data: Data, every: list[World], answers: Answers) -> None:
    away: dict[tuple[str, str], dict[Case, Minutes]] = defaultdict(lambda: defaultdict(int))
    for world in every:
        presence = Presence(world)
        for transfer in world.declared:
            if turned_away := presence.turned_away(transfer):
                away[transfer.sender, transfer.receiver][world.case] |= turned_away
        settled = 0
        for touchpoint in world.resolvers:
            settled |= presence.there[touchpoint]
        if world.has_way_in and settled != ALWAYS:
            unsettled = (ALWAYS & ~settled).bit_count()
            answers.holds("JM106", world.case, case=dict(world.case), minutes_per_week=unsettled)
    for (sender, receiver), by_case in away.items():
        together = 0
        for each in by_case.values():
            together |= each
        for case in by_case:
            facts = {"from": sender, "to": receiver, "minutes_per_week": together.bit_count()}
            answers.holds("JM105", case, **facts)
