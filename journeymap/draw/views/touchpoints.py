"""Touchpoints, transfers and entries as boxes and arrows: what the views contact, lanes and finding share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from journeymap.draw.choosing import Choice, Chosen
from journeymap.draw.overlay import ArrowKey, Overlay
from journeymap.draw.scene import Arrow, Badge, Box, Category, Tag
from journeymap.draw.views.amounts import percent, percent_range, volume
from journeymap.draw.views.channels import channel_glyph
from journeymap.draw.views.details import finding_details, touchpoint_details, transfer_details
from journeymap.draw.views.links import link_to
from journeymap.draw.views.naming import touchpoint_name
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words
from journeymap.graph import Edge, Network
from journeymap.model import Entry, Filter
from journeymap.rules.telling import touchpoint_path, transfer_path

__all__ = [
    "arrow_key",
    "chosen_part",
    "emphasis_of",
    "entering_id",
    "entry_id",
    "entry_parts",
    "touchpoint_box",
    "touchpoint_id",
    "transfer_arrow",
    "transfer_id",
]

_IF_CLOSED = Words("if closed", "关闭时")
_ASKED = Words("asked when not known", "未知时询问")
_ALWAYS = Words("asked on every visit, known or not", "每次都问，无论是否已知")
_REPEATED = Words("asked again, although already given", "客户已经提供过，又被问一遍")
_TAG_WORDS = {"asked": _ASKED, "always": _ALWAYS, "repeated": _REPEATED}
_ENTRY = Words("Customers begin at: {name}", "客户由此进入：{name}")
_SEVERITIES = {"error": 0, "warning": 1, "info": 2}
_CATEGORIES: tuple[Category, ...] = ("blind_spot", "repeat", "loop", "closed", "other")
TagState = Literal["asked", "always", "repeated"]
_TAG_ORDER = {"repeated": 0, "always": 1, "asked": 2}


def touchpoint_id(key: str) -> str:
    """The id of a touchpoint's box."""
    return f"touchpoint:{key}"


def entry_id(key: str) -> str:
    """The id of the dot that leads into a touchpoint."""
    return f"entry:{key}"


def entering_id(key: str) -> str:
    """The id of the arrow from that dot."""
    return f"entering:{key}"


def arrow_key(network: Network, edge: Edge) -> ArrowKey:
    """The declared transfer that an edge belongs to."""
    return network.ids[edge.source], network.ids[edge.declared_target], edge.place or 0


def transfer_id(network: Network, edge: Edge) -> str:
    """The id of a transfer's arrow: ``transfer:menu>agent:0``, or ``closed:menu>agent:0`` for its ``if_closed``."""
    *ends, place = arrow_key(network, edge)
    source, target = (str(end).replace("%", "%25").replace(">", "%3E") for end in ends)
    return f"{'closed' if edge.alternative else 'transfer'}:{source}>{target}:{place}"


def emphasis_of(badges: tuple[Badge, ...], overlay: Overlay) -> Category | None:
    """The category of the gravest of some badges: by severity, then blind spots, repeats and loops before the rest."""
    severity = {mark.number: _SEVERITIES[mark.severity] for mark in overlay.marks}
    graded = [
        (severity.get(badge.number, len(_SEVERITIES)), _CATEGORIES.index(badge.category), badge.category)
        for badge in badges
    ]
    return min(graded)[2] if graded else None


def touchpoint_box(
    chosen: Chosen, number: int, overlay: Overlay, wishes: Wishes, *, group: str | None, column: str | None = None
) -> Box:
    """A touchpoint with what the chosen cases meet there."""
    network, key = chosen.network, chosen.network.ids[number]
    repeated = overlay.repeated.get(key, frozenset())
    badges = overlay.touchpoints.get(key, ())
    details = touchpoint_details(network, number, wishes.language, chosen.cases, repeated)
    return Box(
        id=touchpoint_id(key),
        name=touchpoint_name(network, number),
        group=group,
        column=column,
        handled_by="machine" if network.machine[number] else "person",
        glyph=channel_glyph(network, number),
        tags=_tags(chosen, number, repeated, wishes.language),
        resolution=_resolution(chosen, number),
        badges=badges,
        emphasis=emphasis_of(badges, overlay),
        details=(*details, *finding_details(badges, overlay, wishes.language)),
        link=link_to(wishes, "touchpoint", key, touchpoint_path(network, number)),
    )


def transfer_arrow(chosen: Chosen, edge: Edge, overlay: Overlay, wishes: Wishes) -> Arrow:
    """A transfer, or what its ``if_closed`` adds, each with the findings that are about it."""
    network, key = chosen.network, arrow_key(chosen.network, edge)
    badges = (overlay.alternatives if edge.alternative else overlay.transfers).get(key, ())
    closed = None if edge.alternative else overlay.closed.get(key)
    lost = frozenset() if edge.alternative else overlay.lost.get(key, frozenset())
    details = transfer_details(network, edge, wishes.language, closed, lost)
    return Arrow(
        id=transfer_id(network, edge),
        source=touchpoint_id(network.ids[edge.source]),
        target=touchpoint_id(network.ids[edge.target]),
        kind=edge.kind,
        labels=tuple(_labels(edge, wishes.language)),
        closed=closed,
        alternative=edge.alternative,
        badges=badges,
        emphasis=emphasis_of(badges, overlay),
        details=(*details, *finding_details(badges, overlay, wishes.language)),
        link=link_to(wishes, "transfer", f"{key[0]}>{network.ids[edge.target]}", transfer_path(network, edge)),
    )


def entry_parts(chosen: Chosen, wishes: Wishes) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    """The dots where customers of the chosen cases begin, and the arrows from them."""
    network = chosen.network
    boxes, arrows = [], []
    for number in chosen.touchpoints:
        if network.entries.get(number, 0) & chosen.cases:
            key = network.ids[number]
            dot, volume_there = entry_id(key), _entering(chosen, number, wishes.language)
            boxes.append(Box(id=dot, name=volume_there, kind="entry", details=_entry_details(network, number, wishes)))
            arrows.append(Arrow(id=entering_id(key), source=dot, target=touchpoint_id(key), kind="entry"))
    return tuple(boxes), tuple(arrows)


def _tags(chosen: Chosen, number: int, repeated: frozenset[str], language: Language) -> tuple[Tag, ...]:
    """What is asked in some chosen case: what is asked again first, then what is always asked."""
    network, touchpoint = chosen.network, chosen.network.touchpoints[number]
    cases = network.visible[number] & chosen.cases
    always = _asked(network, touchpoint.always_asks, cases)
    items = always | _asked(network, touchpoint.needs, cases)
    states: dict[str, TagState] = {
        item: "repeated" if item in repeated else "always" if item in always else "asked" for item in sorted(items)
    }
    ordered = sorted(states.items(), key=lambda pair: (_TAG_ORDER[pair[1]], pair[0]))
    return tuple(
        Tag(network.map.name_of("information", item), state, _TAG_WORDS[state].say(language)) for item, state in ordered
    )


def _asked(network: Network, questions: dict[str, Filter], cases: int) -> set[str]:
    return {item for item, chosen in questions.items() if network.cases.matching(chosen) & cases}


def _resolution(chosen: Chosen, number: int) -> str | None:
    """The share, or the range of shares, that is resolved in the chosen cases; empty where it is not declared."""
    network = chosen.network
    cases = network.resolving[number] & chosen.cases
    resolves = network.touchpoints[number].resolves
    if not cases or resolves is None:
        return None
    if resolves.reasons is None:
        return percent_range([resolves.share] if resolves.share is not None else [])
    shares = [share for key, share in resolves.reasons.items() if network.cases.with_reason(key) & cases]
    declared = [share for share in shares if share is not None and share > 0]
    return percent_range(declared) if None not in shares else ""


def _labels(edge: Edge, language: Language) -> Iterator[str]:
    if edge.alternative:
        yield _IF_CLOSED.say(language)
        return
    if edge.transfer.when:
        yield edge.transfer.when
    if edge.transfer.share is not None:
        yield percent(edge.transfer.share)


def _entry_details(network: Network, number: int, wishes: Wishes) -> tuple[str, ...]:
    return (_ENTRY.say(wishes.language, name=touchpoint_name(network, number)),)


def _entering(chosen: Chosen, number: int, language: Language) -> str:
    """The volume at an entry, or the part of it that was chosen; empty where it is not known."""
    entry = chosen.network.touchpoints[number].entry
    if entry is None or entry.volume is None:
        return ""
    part = chosen_part(entry, chosen.choice)
    return "" if part is None else volume(entry.volume, language, part)


def chosen_part(entry: Entry, choice: Choice) -> Decimal | None:
    """The share of an entry's contacts that the filters choose; None where the map does not say."""
    part = Decimal(1)
    filters = (
        (choice.segments, entry.by.segment),
        (choice.products, entry.by.product),
        (choice.reasons, entry.by.reason),
    )
    for wanted, shares in filters:
        if wanted and not shares:
            return None
        if wanted:
            part *= sum((shares.get(key, Decimal(0)) for key in wanted), Decimal(0))
    return part
