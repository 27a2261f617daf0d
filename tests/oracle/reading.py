"""Plain map data read by the language page alone: defaults, cases, filters, shares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

Data = dict[str, Any]
Case = tuple[tuple[str, str], ...]
"""``(("segment", ...), ("reason", ...), ("product", ...))`` without the dimensions that are not declared."""

DIMENSIONS = (("segment", "segments"), ("reason", "reasons"), ("product", "products"))
NEW_CONTACT = ("next", "callback", "redirect")
ALL = "all"


class Declared(NamedTuple):
    """A transfer as declared: `place` is None outside a list."""

    sender: str
    receiver: str
    place: int | None
    data: Data

    @property
    def path(self) -> str:
        path = f"touchpoints.{self.sender}.transfers.{self.receiver}"
        return path if self.place is None else f"{path}.{self.place}"


def vocabulary(map_data: Data, section: str) -> dict[str, Data]:
    declared = map_data.get(section) or {}
    return {each: {} for each in declared} if isinstance(declared, list) else {k: v or {} for k, v in declared.items()}


def ids(value: Any) -> list[str]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | dict) else [value]


def flag(value: Any) -> bool:
    return str(value).lower() in ("true", "yes", "on", "是")


def share(value: Any) -> Fraction | None:
    """Exactly the declared share; None where the value is absent or no share."""
    text = unicodedata.normalize("NFKC", str(value)).strip()
    try:
        return Fraction(text[:-1].strip()) / 100 if text.endswith("%") else Fraction(text)
    except ValueError:
        return None


def number(value: Any) -> Fraction:
    return Fraction(unicodedata.normalize("NFKC", str(value or 0)).strip())


SECONDS = {"s": 1, "秒": 1, "min": 60, "分钟": 60, "h": 3600, "d": 86400}


def seconds(value: Any) -> Fraction:
    """A duration such as `1 h 30 min`; nothing declared is no time."""
    text = unicodedata.normalize("NFKC", str(value or ""))
    parts = re.findall(r"([\d.]+)\s*([^\W\d]+)", text)
    return sum((Fraction(count) * SECONDS[unit] for count, unit in parts), Fraction(0))


def setting(map_data: Data, key: str, default: Any) -> Any:
    return (map_data.get("settings") or {}).get(key, default)


# ---------------------------------------------------------------- cases


def cases(map_data: Data) -> list[Case]:
    """Every case of the map, sorted."""
    every = {dimension: list(vocabulary(map_data, section)) or [None] for dimension, section in DIMENSIONS}
    reasons = vocabulary(map_data, "reasons")
    found: set[Case] = set()
    for reason in every["reason"]:
        named = reasons.get(reason, {}) if reason else {}
        for segment in ids(named.get("segment")) or every["segment"]:
            for product in ids(named.get("product")) or every["product"]:
                values = (("segment", segment), ("reason", reason), ("product", product))
                found.add(tuple((dimension, value) for dimension, value in values if value is not None))
    return sorted(found)


def matches(for_: Data | None, case: Case) -> bool:
    here = dict(case)
    for dimension, choice in (for_ or {}).items():
        negated = isinstance(choice, dict)
        named = ids(choice["not"] if negated else choice)
        if (here[dimension] in named) == negated:
            return False
    return True


# ---------------------------------------------------------------- touchpoints


def touchpoints(map_data: Data) -> dict[str, Data]:
    return map_data.get("touchpoints") or {}


def mode(map_data: Data, touchpoint: str) -> str:
    channel = touchpoints(map_data)[touchpoint]["channel"]
    return str(vocabulary(map_data, "channels")[channel].get("mode") or "live")


def is_machine(map_data: Data, touchpoint: str) -> bool:
    default = "machine" if mode(map_data, touchpoint) == "self" else "person"
    return (touchpoints(map_data)[touchpoint].get("handled_by") or default) == "machine"


def is_person(map_data: Data, touchpoint: str) -> bool:
    """A person whom the customer can speak to: nobody does in a back-office queue."""
    return not is_machine(map_data, touchpoint) and mode(map_data, touchpoint) != "internal"


def is_entry(data: Data) -> bool:
    return isinstance(data.get("entry"), dict) or flag(data.get("entry"))


def owners(data: Data) -> frozenset[str]:
    return frozenset(ids(data["department"]))


def asked(data: Data, key: str, case: Case) -> set[str]:
    """The items of `needs` or `always_asks` that apply in the case."""
    value = data.get(key)
    if not isinstance(value, dict):
        return set(ids(value))
    return {item for item, for_ in value.items() if not isinstance(for_, dict) or matches(for_, case)}


def asked_or_needed(data: Data, case: Case) -> set[str]:
    return asked(data, "needs", case) | asked(data, "always_asks", case)


def screens(data: Data) -> set[str]:
    return set(ids(data.get("systems"))) | set(ids(data.get("reads"))) | set(records(data))


def records(data: Data) -> dict[str, list[str]]:
    """From system to the items listed; an empty list means everything known."""
    value = data.get("records")
    return {k: ids(v) for k, v in value.items()} if isinstance(value, dict) else {each: [] for each in ids(value)}


def resolution(data: Data, case: Case) -> tuple[bool, Fraction | None]:
    """Whether the case's reason is named at all, and the declared share (None: without one)."""
    value = data.get("resolves")
    if value is None or str(value).lower() in ("false", "no", "off", "否"):
        return False, None
    if isinstance(value, dict):
        reason = dict(case).get("reason")
        return reason in value, share(value.get(reason)) if reason in value else None
    if isinstance(value, list):
        return dict(case).get("reason") in value, None
    if flag(value) or share(value) is not None:
        return True, share(value)
    return dict(case).get("reason") == value, None


# ---------------------------------------------------------------- transfers


def declared_transfers(map_data: Data) -> Iterator[Declared]:
    for sender, data in touchpoints(map_data).items():
        for receiver, one_or_more in (data.get("transfers") or {}).items():
            if isinstance(one_or_more, list):
                for place, each in enumerate(one_or_more):
                    yield Declared(sender, receiver, place, each or {})
            else:
                yield Declared(sender, receiver, None, one_or_more or {})


def both_machines_on_one_channel(map_data: Data, left: str, right: str) -> bool:
    every = touchpoints(map_data)
    same = every[left]["channel"] == every[right]["channel"]
    return same and is_machine(map_data, left) and is_machine(map_data, right)


def kind(map_data: Data, transfer: Declared) -> str:
    default = "step" if both_machines_on_one_channel(map_data, transfer.sender, transfer.receiver) else "cold"
    return transfer.data.get("kind") or default


def if_closed(transfer: Declared) -> Data | None:
    value = transfer.data.get("if_closed")
    return {"to": value} if isinstance(value, str) else value


def kind_if_closed(map_data: Data, transfer: Declared, closed: Data) -> str:
    own = kind(map_data, transfer)
    together = both_machines_on_one_channel(map_data, transfer.sender, closed["to"])
    default = "cold" if own == "warm" or (own == "step" and not together) else own
    return closed.get("kind") or default


def carried(map_data: Data, data: Data, of_kind: str) -> frozenset[str]:
    """The items that survive the transfer, written out."""
    default = "all" if of_kind in ("step", "warm", "callback", "ticket") else "none"
    value = data.get("carries", default)
    if value in ("all", "none"):
        return frozenset(vocabulary(map_data, "information")) if value == "all" else frozenset()
    return frozenset(ids(value))
