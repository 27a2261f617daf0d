"""Realistic big contact maps, the same at every run: N touchpoints and exactly 5 N transfers, as YAML text.

    python tests/benchmarks/generate.py 10000 > map.yaml

Service lines of 40 touchpoints (menus, agents, desks, a back office) with mostly forward transfers, a main menu
that opens every line, a few shared hubs, 20 items, systems, segments and reasons. About one touchpoint in a
hundred has a defect of `DEFECTS`; all the others are meant to be sound.
"""

from __future__ import annotations

import sys

from places import Dice, Place, Way, write_map

__all__ = ["DEFECTS", "build", "line_map"]

LINE_LENGTH = 40
TRANSFERS_PER_TOUCHPOINT = 5
WINDOW = 9
FIRST_AGENT, FIRST_DESK, FIRST_OFFICE = 8, 30, 37
MAIN_MENU = "main_menu"
HUBS = ("hub_complaints", "hub_retention", "hub_escalation", "hub_billing", "hub_legal", "hub_follow_up")
DEFECTS = (
    "dead_end",
    "ping_pong",
    "lost_item",
    "unreachable",
    "trap",
    "self_transfer",
    "silent_loss",
    "menu_loop",
    "unheard",
)
ITEMS = (
    "customer_number", "identity", "story", "address", "order", "contract", "amount", "date", "device", "bank_account",
    "invoice", "tariff", "meter", "policy", "claim", "photo", "witness", "serial_number", "consent", "callback_number",
)  # fmt: skip
SYSTEMS = {"crm": "[customer_number]", "ticketing": "", "ledger": "[bank_account]", "knowledge": ""}
REASONS = ("lost_card", "wrong_fee", "new_contract")
SEGMENTS = ("retail", "business")

VOCABULARY = """\
journeymap: 1
name: Generated map
segments:
  retail: {name: Retail, share: 80%}
  business: {name: Business, share: 20%}
reasons:
  lost_card: {name: Lost card}
  wrong_fee: {name: Wrong fee}
  new_contract: {name: New contract}
channels:
  phone: {name: Phone, mode: live}
  web: {name: Web, mode: self}
  chat: {name: Chat, mode: live}
  branch: {name: Branch, mode: live}
  hotline: {name: Specialists, mode: live}
  queue: {name: Back-office queue, mode: internal}
departments:
  front:
  service: {name: Service, hours: "24/7"}
  claims: {name: Claims, hours: "24/7"}
  specialists: {name: Specialists, hours: "24/7"}
  back_office: {name: Back office, hours: "Mo-Fr 09:00-17:00"}
"""


class Line:
    """One service line: touchpoints in the order in which a contact goes forward."""

    def __init__(self, number: int, length: int, dice: Dice) -> None:
        self.number, self.length, self.dice = number, length, dice
        self.contact_channel = ("phone", "chat", "branch")[number % 3]
        self.menu_channel = "web" if number % 3 == 1 else "phone"
        self.items = ("customer_number", *dice.some(ITEMS[2:], 3))
        self.defects = self._defects()
        self.places = [self._place(position) for position in range(length)]
        for position in range(length):
            self._connect(position)

    def _defects(self) -> dict[int, str]:
        """Two defects in five lines of 40 touchpoints: one touchpoint in a hundred."""
        if self.length < LINE_LENGTH or self.number % 5 not in (1, 3):
            return {}
        kind = DEFECTS[(self.number // 5 * 2 + self.number % 5 // 2) % len(DEFECTS)]
        if kind == "menu_loop" and self.menu_channel == "web":
            kind = "dead_end"  # going back is no fault on the web
        return {4 if kind == "menu_loop" else 12 + self.dice.below(15): kind}

    def _role(self, position: int) -> str:
        starts = ((FIRST_OFFICE, "office"), (FIRST_DESK, "desk"), (FIRST_AGENT, "agent"))
        return next((role for start, role in starts if position >= start), "menu")

    def _id(self, position: int) -> str:
        return f"line{self.number:04}_{self._role(position)}{position:02}"

    def _place(self, position: int) -> Place:
        place = getattr(self, f"_{self._role(position)}")(position)
        if position < len(self.items):
            place.needs = (self.items[position],)
        elif self.dice.one_in(2):
            place.needs = self.dice.some(self.items, 1 + self.dice.below(2))
        return self._with_defect(place, self.defects.get(position, ""))

    def _menu(self, position: int) -> Place:
        entry = position == 0 and self.number % 10 == 0
        return Place(self._id(position), self.menu_channel, "front", machine=True, entry=entry, abandons=5)

    def _agent(self, position: int) -> Place:
        place = Place(self._id(position), self.contact_channel, "service", resolves="20%", abandons=5)
        if position % 3 == 0:
            place.reads = ("crm", "knowledge")
        elif position % 3 == 1:
            place.records = {"crm": self.items[:2]}
        if self.number % 10 == 0 and position == FIRST_AGENT + 2:
            place.only = "{segment: business}"
        return place

    def _desk(self, position: int) -> Place:
        place = Place(self._id(position), self.contact_channel, "claims", resolves="20%", abandons=5)
        place.reads = ("ticketing", "ledger")[position % 2 :]
        return place

    def _office(self, position: int) -> Place:
        return Place(self._id(position), "queue", "back_office", resolves="true", reply=True, reads=("ticketing",))

    def _with_defect(self, place: Place, defect: str) -> Place:
        if defect in ("dead_end", "trap", "silent_loss"):
            place.resolves = ""
        if defect == "lost_item":
            place.needs = self.items[1:2]
        if defect == "ping_pong":
            place.department = "claims"
        return place

    def _connect(self, position: int) -> None:
        defect = self.defects.get(position, "")
        place = self.places[position]
        if defect == "dead_end":
            return
        if defect == "trap":
            place.ways[place.id] = Way("cold", limit=3)
            return
        for target in self._targets(position):
            place.ways[target] = self._way(position, target)
        self._sent_back(position, defect)
        self._decide(place, position, defect)

    def _targets(self, position: int) -> list[str]:
        ahead = [
            self._id(place)
            for place in range(position + 1, min(position + WINDOW, self.length))
            if self.defects.get(place) != "unreachable"
        ]
        near, far = ahead[:2], ahead[2:]
        hubs = self.dice.some(HUBS, max(1 if position % 3 == 0 else 0, TRANSFERS_PER_TOUCHPOINT - len(ahead)))
        return near + self.dice.some(far, TRANSFERS_PER_TOUCHPOINT - len(near) - len(hubs)) + hubs

    def _way(self, position: int, target: str) -> Way:
        here, there = self._role(position), self._role(int(target[-2:])) if target not in HUBS else "hub"
        if there == "office":
            return Way("ticket")
        if here == "office":
            return Way("callback")
        if here == there == "menu":
            return Way("step")
        if target == self._id(position + 1) and self.defects.get(position + 1) == "lost_item":
            return Way("cold", carries=f"[{', '.join((self.items[0], *self.items[2:]))}]")
        if target == self._id(position + 1) and self.defects.get(position + 1) == "unheard":
            return Way("ticket")
        return Way("cold", carries="all") if here == "menu" or self.dice.one_in(4) else Way("warm")

    def _sent_back(self, position: int, defect: str) -> None:
        place = self.places[position]
        if defect in ("ping_pong", "menu_loop"):
            back = self._id(position - 1)
            place.ways[back] = Way("step" if defect == "menu_loop" else "cold", carries="all")
        elif defect == "self_transfer":
            place.ways[place.id] = Way("cold")
        elif position in (16, 25) and self.number % 3 == 0 and self.defects.get(position - 3) != "unreachable":
            place.ways[self._id(position - 3)] = Way("warm", limit=2)

    def _decide(self, place: Place, position: int, defect: str) -> None:
        """Who may take the last way, where the first one leads at night, how much is shared out."""
        if self.number % 7 == 0 and position == FIRST_DESK - 2:
            next(iter(place.ways.values())).if_closed = "{to: hub_retention, kind: cold, carries: all}"
        if self.dice.one_in(20) and place.resolves:
            list(place.ways.values())[-1].only = f"{{reason: {REASONS[self.dice.below(len(REASONS))]}}}"
            return
        left = 100 - place.abandons - (20 if place.resolves else 0)
        place.shared_out = left - 30 if defect == "silent_loss" else left


def _hubs() -> list[Place]:
    hubs = [Place(hub, "hotline", "specialists", needs=("identity",), resolves="true", reply=True) for hub in HUBS]
    hubs[-1].follow_up = True
    for position, hub in enumerate(hubs):
        hub.ways = {later: Way("warm") for later in HUBS[position + 1 :]}
    return hubs


def _balance(places: list[Place], surplus: int) -> None:
    """Take away or add transfers, one a touchpoint, until `surplus` is none."""
    for place in places:
        if surplus == 0:
            return
        if "_agent" not in place.id or len(place.ways) != TRANSFERS_PER_TOUCHPOINT:
            continue
        hub = next(hub for hub in HUBS if hub not in place.ways)
        if surplus > 0:
            del place.ways[list(place.ways)[2]]
        else:
            place.ways[hub] = Way("warm")
        surplus += -1 if surplus > 0 else 1


def _share_out(places: list[Place]) -> None:
    """Shares for the ways; none where a way leads to a touchpoint that does not exist for everybody."""
    for_some = {place.id for place in places if place.only}
    for place in places:
        if not for_some.isdisjoint(place.ways):
            continue
        for way in place.ways.values():
            way.share = place.shared_out // len(place.ways)


def build(touchpoints: int, seed: int = 1) -> list[Place]:
    """The touchpoints of a realistic map, in order; their transfers are five times as many (from 60 touchpoints on)."""
    dice = Dice(seed)
    left = touchpoints - len(HUBS) - 1
    sizes = [min(LINE_LENGTH, left - start) for start in range(0, left, LINE_LENGTH)]
    lines = [Line(number, length, dice) for number, length in enumerate(sizes)]
    main = Place(MAIN_MENU, "phone", "front", machine=True, entry=True)
    for line in lines:
        main.ways[line.places[0].id] = Way("step") if line.menu_channel == "phone" else Way("redirect", carries="all")
    in_lines = [place for line in lines for place in line.places]
    places = [main, *_hubs(), *in_lines]
    _balance(in_lines, sum(len(place.ways) for place in places) - TRANSFERS_PER_TOUCHPOINT * touchpoints)
    _share_out(places)
    return places


def line_map(touchpoints: int, seed: int = 1) -> str:
    """A realistic map of so many touchpoints and five times as many transfers, about 500 bytes a touchpoint."""
    head = [VOCABULARY, "systems:\n"]
    head += [f"  {system}: {{holds: {holds}}}\n" if holds else f"  {system}:\n" for system, holds in SYSTEMS.items()]
    head.append("information:\n")
    head += [f"  {item}: {{lasts: contact}}\n" if item == "identity" else f"  {item}:\n" for item in ITEMS]
    return write_map("".join(head), build(touchpoints, seed))


if __name__ == "__main__":
    sys.stdout.write(line_map(int(sys.argv[1])))
