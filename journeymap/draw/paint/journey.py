"""A journey as a service blueprint: one column for each stop, the customer's part above, the company's below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from journeymap.draw.layout.bands import LegLabel
from journeymap.draw.layout.blueprint import FINDING_HEIGHT, TITLES, Blueprint, blueprint
from journeymap.draw.layout.sizes import BADGE, LEADING, NAME, SMALL, badges_shown
from journeymap.draw.measure import wrap
from journeymap.draw.paint.arrows import paint_arrow
from journeymap.draw.paint.bars import bar, longest_drawn
from journeymap.draw.paint.frame import framed
from journeymap.draw.paint.parts import badge, badge_row, text_lines
from journeymap.draw.paint.stops import paint_customer, paint_department, paint_stop
from journeymap.draw.placement import Rectangle
from journeymap.draw.scene import Arrow
from journeymap.draw.sheet import Block, Item, Outline, Part, Sheet
from journeymap.draw.tables import JourneyScene, Leg, Stop
from journeymap.draw.views.amounts import duration
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words

__all__ = ["paint_journey"]

_TITLES = {
    "customer": Words("What the customer goes through", "客户经历"),
    "asked": Words("What is asked", "询问的信息"),
    "met": Words("Touchpoints", "触点"),
    "behind": Words("Behind the scenes", "后台"),
    "department": Words("Who answers for it", "负责部门"),
    "waiting": Words("Waiting", "等待时间"),
    "handling": Words("Handling", "处理时间"),
    "findings": Words("Findings", "诊断发现"),
}
_INTERACTION = Words("Line of interaction", "互动分界线")
_VISIBILITY = Words("Line of visibility", "可视分界线")


def paint_journey(scene: JourneyScene, wishes: Wishes) -> Sheet:
    """The whole blueprint, framed. O(stops + legs squared + characters)."""
    places = blueprint(scene)
    return framed(scene.heading, places.size, tuple(_items(scene, places)), wishes)


def _items(scene: JourneyScene, places: Blueprint) -> Iterator[Item]:
    language = scene.heading.language
    yield from _stripes(scene, places)
    for number, (lines, place) in enumerate(places.stages):
        yield _stage(f"stage:{number}", lines, place)
    for name, place in places.rows.items():
        yield _title(name, place, language)
    yield _line("line-of-interaction", _INTERACTION.say(language), places.interaction, 2, places)
    yield _line("line-of-visibility", _VISIBILITY.say(language), places.visibility, -SMALL * LEADING - 2, places)
    plain_first = sorted(scene.legs, key=lambda leg: leg.emphasis is not None)
    for leg in plain_first:
        yield paint_arrow(_arrow(leg), places.routes[leg.id])
    for stop in scene.stops:
        yield _entry_and_box(stop, places)
    for leg in plain_first:
        if leg.id in places.labels:
            yield _label(leg, places.labels[leg.id])
    longest = longest_drawn(time for stop in scene.stops for time in (stop.waiting, stop.handling))
    codes = {mark.number: mark.code for mark in scene.heading.marks}
    for stop in scene.stops:
        yield from _about(stop, places, longest, language)
        if stop.badges:
            yield _findings(stop, places, codes)


def _stripes(scene: JourneyScene, places: Blueprint) -> Iterator[Item]:
    """Every other column is shaded where there is text, so that the eye finds down it past the arrows."""
    fields = [place for name, place in places.rows.items() if name not in ("met", "behind")]
    above = [place for place in fields if place.y < places.interaction]
    below = [place for place in fields if place.y > places.interaction]
    for stop in scene.stops[::2]:
        column = places.columns[stop.id]
        blocks = tuple(
            Block(column.x - 6, part[0].y - 4, column.width + 12, part[-1].bottom - part[0].y + 8, 4, "stripe")
            for part in (above, below)
            if part
        )
        yield Item(f"{stop.id}:stripe", "stripe", blocks)


def _stage(key: str, lines: tuple[str, ...], place: Rectangle) -> Item:
    block = Block(*place, 4, "header")
    top = place.centre.y - len(lines) * NAME * LEADING / 2
    words = text_lines(lines, place.centre.x, top, NAME, "ink", semibold=True, middle=True)
    return Item(key, "stage", (block, *words))


def _title(name: str, place: Rectangle, language: Language) -> Item:
    """What stands in a row, at its left."""
    lines = wrap(_TITLES[name].say(language), TITLES - 12, SMALL, semibold=True)
    boxes = name in ("met", "behind")
    top = place.centre.y - len(lines) * SMALL * LEADING / 2 if boxes else place.y
    return Item(f"row:{name}", "row-title", text_lines(lines, 0, top, SMALL, "soft", semibold=True))


def _line(key: str, words: str, y: float, down: float, places: Blueprint) -> Item:
    """A dashed line through the whole picture, with its name at the left."""
    lines = wrap(words, TITLES - 12, SMALL, lines=1)
    rule = Outline(f"M0 {y:.2f} L{places.size.width:.2f} {y:.2f}", None, "line_soft", 1.2, (8, 5))
    text = text_lines(lines, 0, y + down, SMALL, "soft")
    return Item(key, "line", (rule, *text), words)


def _arrow(leg: Leg) -> Arrow:
    return Arrow(
        id=leg.id,
        source=leg.source,
        target=leg.target,
        kind=leg.kind,
        labels=leg.labels,
        alternative=leg.alternative,
        badges=leg.badges,
        emphasis=leg.emphasis,
        details=leg.details,
        link=leg.link,
    )


def _entry_and_box(stop: Stop, places: Blueprint) -> Item:
    return paint_stop(stop, places.texts[stop.id], places.boxes[stop.id])


def _label(leg: Leg, label: LegLabel) -> Item:
    """The text of an arrow in the middle of its track, on the ground."""
    place = label.place
    parts: list[Part] = [Block(*place, 3, "ground")]
    shown = badges_shown(leg.badges, label=True)
    if shown:
        parts.append(badge_row(leg.id, leg.badges, place.x + BADGE / 2 + 1, place.centre.y, shown, BADGE))
    top = place.centre.y - len(label.lines) * SMALL * LEADING / 2
    middle = place.x + shown * BADGE + (place.width - shown * BADGE) / 2
    parts += text_lines(label.lines, middle, top, SMALL, "soft", middle=True)
    return Item(f"{leg.id}:label", "label", tuple(parts), "\n".join(leg.details), leg.link)


def _about(stop: Stop, places: Blueprint, longest: float, language: Language) -> Iterator[Item]:
    """What stands above and below the box of a stop."""
    texts, column = places.texts[stop.id], places.columns[stop.id]
    yield paint_customer(stop, texts, column, places.rows)
    yield paint_department(stop, texts, column, places.rows)
    for kind, seconds in (("waiting", stop.waiting), ("handling", stop.handling)):
        if seconds:
            words = duration(timedelta(seconds=seconds), language)
            parts = bar(kind, seconds, words, longest, column.x, places.rows[kind].y, column.width)
            yield Item(f"{stop.id}:{kind}", f"bar {kind}", parts, words)


def _findings(stop: Stop, places: Blueprint, codes: Mapping[int, str]) -> Item:
    """The findings at a stop, one below the other, with the codes that `journeymap explain` knows."""
    x, y = places.columns[stop.id].x, places.rows["findings"].y
    parts: list[Part] = []
    for number, mark in enumerate(stop.badges):
        top = y + number * FINDING_HEIGHT
        parts += badge(mark, x + BADGE / 2 + 1, top + BADGE / 2)
        parts += text_lines([codes[mark.number]] if mark.number in codes else [], x + BADGE + 7, top + 2, SMALL, "ink")
    return Item(f"{stop.id}:findings", "findings", tuple(parts), "\n".join(stop.findings))
