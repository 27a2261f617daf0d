"""Departments, and who hands over to whom: one arrow for all transfers from one department to another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Arrow, Box, Scene
from journeymap.draw.views.amounts import number
from journeymap.draw.views.contact import department_id
from journeymap.draw.views.details import department_details, finding_details, kind_name
from journeymap.draw.views.handovers import Handover, handovers, owner
from journeymap.draw.views.heading import heading_of
from journeymap.draw.views.legend import legend
from journeymap.draw.views.links import link_to
from journeymap.draw.views.naming import touchpoint_name
from journeymap.draw.views.touchpoints import emphasis_of, entering_id, entry_id
from journeymap.draw.views.volumes import monthly_entry
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words

__all__ = ["departments", "handover_id"]

MOST_BOXES, MOST_ARROWS = 60, 150
"""More are not read by anybody: the heaviest are shown, and the picture says what it leaves out."""
_WIDEST = 6.0
_TOLD = 12
_QUESTION = Words("Which departments hand customers over to which, and where do they come back?",
                  "客户在哪些部门之间转来转去，又在哪里被转了回来？")  # fmt: skip
_TOUCHPOINT = Words("1 touchpoint", "1 个触点")
_TOUCHPOINTS = Words("{count} touchpoints", "{count} 个触点")
_TRANSFER = Words("1 transfer", "1 条转接")
_TRANSFERS = Words("{count} transfers", "{count} 条转接")
_A_MONTH = Words("{count} a month", "每月 {count}")
_BEGIN = Words("Customers begin at: {name}", "客户由此进入：{name}")
_FROM_TO = Words("{source} → {target}", "{source} → {target}")
_WHICH = Words("{source} → {target} ({kind})", "{source} → {target}（{kind}）")
_MORE = Words("and {count} more", "另有 {count} 条")
_RETURNS = Words("The contact can come back from there", "客户可能又从那里被转回来")
_CUT_BOXES = Words(
    "Departments with fewer transfers that are not shown: {count}", "另有 {count} 个转接较少的部门未画出"
)
_CUT_ARROWS = Words(
    "Hand-overs with fewer transfers that are not shown: {count}", "另有 {count} 条较少的部门间转接未画出"
)
_BY_VOLUME = Words("Arrows are wider for more contacts a month", "线越粗，每月转接的联络越多")
_BY_NUMBER = Words("Arrows are wider for more kinds of transfer, not for more contacts",
                   "线的粗细表示转接的条数，而非联络量")  # fmt: skip


def handover_id(source: str, target: str) -> str:
    """The id of the arrow between two departments."""
    ends = (key.replace("%", "%25").replace(">", "%3E") for key in (source, target))
    return f"handover:{'>'.join(ends)}"


def departments(chosen: Chosen, overlay: Overlay, wishes: Wishes) -> Scene:
    """The scene of the view `departments`. O(touchpoints + transfers + departments x hand-overs)."""
    every = handovers(chosen)
    counts: dict[str, int] = {}
    for touchpoint in chosen.touchpoints:
        key = owner(chosen, touchpoint)
        counts[key] = counts.get(key, 0) + 1
    shown = _heaviest_departments(counts, every)
    kept = [each for each in every if each.source in shown and each.target in shown]
    drawn = _heaviest(kept)
    dots, ways_in = _entries(chosen, shown, wishes)
    boxes = (*dots, *(_box(chosen, key, counts[key], overlay, wishes) for key in sorted(shown)))
    arrows = (*ways_in, *_arrows(chosen, drawn, wishes))
    notes = [
        *([(_BY_VOLUME if _all_known(drawn) else _BY_NUMBER).say(wishes.language)] if drawn else []),
        *_left_out(_CUT_BOXES, len(counts) - len(shown), wishes.language),
        *_left_out(_CUT_ARROWS, len(every) - len(drawn), wishes.language),
    ]
    entries = legend(boxes, arrows, overlay.marks, wishes)
    question = _QUESTION.say(wishes.language)
    heading = heading_of("departments", chosen, overlay, wishes, question, legend=entries, notes=notes)
    return Scene(heading=heading, boxes=boxes, arrows=arrows, direction=wishes.direction)


def _heaviest_departments(counts: dict[str, int], every: Iterable[Handover]) -> frozenset[str]:
    """The departments with the most transfers, then with the most touchpoints."""
    transfers = dict.fromkeys(counts, 0)
    for each in every:
        transfers[each.source] += len(each.edges)
        transfers[each.target] += len(each.edges)
    ordered = sorted(counts, key=lambda key: (-transfers[key], -counts[key], key))
    return frozenset(ordered[:MOST_BOXES])


def _heaviest(every: Sequence[Handover]) -> list[Handover]:
    if len(every) <= MOST_ARROWS:
        return list(every)
    ordered = sorted(every, key=lambda each: (-len(each.edges), each.source, each.target))
    return sorted(ordered[:MOST_ARROWS], key=lambda each: (each.source, each.target))


def _left_out(words: Words, count: int, language: Language) -> list[str]:
    return [words.say(language, count=count)] if count else []


def _box(chosen: Chosen, key: str, count: int, overlay: Overlay, wishes: Wishes) -> Box:
    network, language = chosen.network, wishes.language
    badges = overlay.departments.get(key, ())
    told = (_TOUCHPOINT if count == 1 else _TOUCHPOINTS).say(language, count=count)
    hours = network.map.departments[key].hours
    findings = finding_details(badges, overlay, language)
    return Box(
        id=department_id(key),
        name=network.map.name_of("departments", key),
        kind="department",
        notes=(told, hours) if hours else (told,),
        badges=badges,
        emphasis=emphasis_of(badges, overlay),
        details=(*department_details(network, key, language), told, *findings),
        link=link_to(wishes, "department", key, f"departments.{key}"),
    )


def _entries(chosen: Chosen, shown: frozenset[str], wishes: Wishes) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    """A dot for each department where customers begin, with the volume of all its entries where it is known."""
    volumes: dict[str, list[float | None]] = {}
    for touchpoint in chosen.touchpoints:
        if chosen.network.entries.get(touchpoint, 0) & chosen.cases:
            volumes.setdefault(owner(chosen, touchpoint), []).append(monthly_entry(chosen, touchpoint))
    dots, ways_in = [], []
    for key in sorted(shown & volumes.keys()):
        known = [volume for volume in volumes[key] if volume is not None]
        name = _monthly(sum(known), wishes.language) if len(known) == len(volumes[key]) else ""
        told = _BEGIN.say(wishes.language, name=chosen.network.map.name_of("departments", key))
        dots.append(Box(id=entry_id(key), name=name, kind="entry", details=(told,)))
        ways_in.append(Arrow(id=entering_id(key), source=entry_id(key), target=department_id(key), kind="entry"))
    return tuple(dots), tuple(ways_in)


def _arrows(chosen: Chosen, drawn: Sequence[Handover], wishes: Wishes) -> Iterable[Arrow]:
    by_volume = _all_known(drawn)
    weights = [each.volume or 0.0 if by_volume else float(len(each.edges)) for each in drawn]
    most = max(weights, default=1.0)
    for each, weight in zip(drawn, weights, strict=True):
        yield _arrow(chosen, each, _width(weight, most), wishes)


def _all_known(drawn: Iterable[Handover]) -> bool:
    """One picture measures with one measure: by volume only where it is known for every arrow."""
    return all(each.volume is not None for each in drawn)


def _width(weight: float, most: float) -> float:
    """From 1 to 6, by the square root: so that a few heavy arrows do not make all others alike."""
    return round(1 + (_WIDEST - 1) * math.sqrt(weight / most), 2) if most > 1 else 1.0


def _arrow(chosen: Chosen, handover: Handover, width: float, wishes: Wishes) -> Arrow:
    language = wishes.language
    label = _amount(handover, language)
    names = {
        "source": chosen.network.map.name_of("departments", handover.source),
        "target": chosen.network.map.name_of("departments", handover.target),
    }
    returns = [_RETURNS.say(language)] if handover.returns else []
    return Arrow(
        id=handover_id(handover.source, handover.target),
        source=department_id(handover.source),
        target=department_id(handover.target),
        kind="handover",
        labels=(label,),
        width=width,
        emphasis="loop" if handover.returns else None,
        details=(_FROM_TO.say(language, **names), label, *returns, *_transfers(chosen, handover, language)),
    )


def _amount(handover: Handover, language: Language) -> str:
    if handover.volume is not None:
        return _monthly(handover.volume, language)
    count = len(handover.edges)
    return (_TRANSFER if count == 1 else _TRANSFERS).say(language, count=count)


def _monthly(volume: float, language: Language) -> str:
    """A volume that was worked out, to three digits: more of them would claim to know what nobody does."""
    return _A_MONTH.say(language, count=number(Decimal(f"{volume:.2e}")))


def _transfers(chosen: Chosen, handover: Handover, language: Language) -> Iterable[str]:
    """The transfers behind an arrow, the first few where there are many."""
    for edge in handover.edges[:_TOLD]:
        ends = {
            "source": touchpoint_name(chosen.network, edge.source),
            "target": touchpoint_name(chosen.network, edge.target),
        }
        yield _WHICH.say(language, **ends, kind=kind_name(edge.kind, language))
    if len(handover.edges) > _TOLD:
        yield _MORE.say(language, count=len(handover.edges) - _TOLD)
