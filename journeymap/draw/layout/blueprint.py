"""Where the columns and rows of a service blueprint go, and the ways of its arrows.

Columns are stops. From top to bottom: stages, what the customer does and is asked, the line of interaction, ways
forward, the touchpoints that the customer meets, ways back and down, the line of visibility, the touchpoints behind
it, ways back there, and rows about every stop (Shostack 1984; Bitner, Ostrom and Morgan 2008).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from journeymap.draw.layout.bands import Band, LegLabel, band
from journeymap.draw.layout.sizes import LEADING, NAME, SMALL
from journeymap.draw.layout.stops import StopTexts, column_width, stop_texts
from journeymap.draw.layout.tracks import Run, Side
from journeymap.draw.measure import wrap
from journeymap.draw.placement import Point, Rectangle, Route, Size
from journeymap.draw.tables import JourneyScene, Leg

__all__ = ["BAR_HEIGHT", "FINDING_HEIGHT", "TITLES", "Blueprint", "blueprint"]

TITLES = 132.0
"""Width of the row titles at the left."""
BAR_HEIGHT = 34.0
"""Height of a row of bars."""
FINDING_HEIGHT = 22.0
"""Height of a finding below a stop."""
_GAP, _DOTS = 12.0, 26.0


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Everything in its place: columns by stop, boxes by stop, rows by name, routes and labels by leg.

    `interaction` and `visibility` are the heights of the two lines; `stages` have their lines and fields.
    """

    size: Size
    stages: tuple[tuple[tuple[str, ...], Rectangle], ...]
    texts: Mapping[str, StopTexts]
    columns: Mapping[str, Rectangle]
    boxes: Mapping[str, Rectangle]
    rows: Mapping[str, Rectangle]
    interaction: float
    visibility: float
    routes: Mapping[str, Route]
    labels: Mapping[str, LegLabel]


@dataclass(frozen=True, slots=True)
class _Bands:
    """The ways forward above the boxes, those between the rows of boxes, and the ways back under the lower row."""

    above: Band
    between: Band
    below: Band
    straight: tuple[Leg, ...]


def blueprint(scene: JourneyScene) -> Blueprint:
    """The places of a journey. O(stops + legs squared + characters)."""
    width, gutter = column_width(scene)
    texts = {stop.id: stop_texts(stop, width) for stop in scene.stops}
    across = {
        stop.id: Rectangle(TITLES + _GAP + place * (width + gutter), 0, width, 0)
        for place, stop in enumerate(scene.stops)
    }
    bands = _bands(scene, across)
    return _Stack(scene, texts, across, bands).blueprint()


def _bands(scene: JourneyScene, across: Mapping[str, Rectangle]) -> _Bands:
    seen = {stop.id: stop.visible for stop in scene.stops}
    straight = _straight(scene)
    aside = {leg.id for leg in straight}
    above: list[Run] = []
    between: list[Run] = []
    below: list[Run] = []
    for leg in scene.legs:
        if leg.id in aside:
            continue
        back = across[leg.target].x < across[leg.source].x
        if seen[leg.source] and seen[leg.target]:
            if back:
                between.append(Run(leg.id, leg.source, leg.target, "above", "above"))
            else:
                above.append(Run(leg.id, leg.source, leg.target, "below", "below"))
        elif not seen[leg.source] and not seen[leg.target] and back:
            below.append(Run(leg.id, leg.source, leg.target, "above", "above"))
        else:
            between.append(Run(leg.id, leg.source, leg.target, _side(seen[leg.source]), _side(seen[leg.target])))
    legs = {leg.id: leg for leg in scene.legs}
    entries = [stop.id for stop in scene.stops if stop.entry and stop.visible]
    hidden_entries = [stop.id for stop in scene.stops if stop.entry and not stop.visible]
    return _Bands(
        band(above, legs, across, entries),
        band(between, legs, across, hidden_entries),
        band(below, legs, across),
        straight,
    )


def _side(seen: bool) -> Side:
    return "above" if seen else "below"


def _straight(scene: JourneyScene) -> tuple[Leg, ...]:
    """Legs without text to the next box of the same row: they need no track."""
    following: dict[str, str] = {}
    for row in (True, False):
        stops = [stop.id for stop in scene.stops if stop.visible is row]
        following.update(pairwise(stops))
    found: dict[str, Leg] = {}
    for leg in scene.legs:
        bare = not leg.badges and not any(label.strip() for label in leg.labels)
        if bare and following.get(leg.source) == leg.target:
            found.setdefault(leg.source, leg)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Stack:
    """Rows one below the other."""

    scene: JourneyScene
    texts: Mapping[str, StopTexts]
    across: Mapping[str, Rectangle]
    bands: _Bands

    def blueprint(self) -> Blueprint:
        """All heights from top to bottom, then the ways between the boxes."""
        scene, texts, bands = self.scene, self.texts.values(), self.bands
        right = max((place.right for place in self.across.values()), default=TITLES + 200) + _GAP
        stages, y = self._stages()
        rows: dict[str, Rectangle] = {}

        def row(name: str, height: float) -> None:
            nonlocal y
            if height:
                rows[name] = Rectangle(0, y, right, height)
                y += height + _GAP

        row("customer", max((each.customer_height for each in texts), default=0))
        row("asked", max((each.chips_height for each in texts), default=0))
        interaction = y - _GAP / 2
        dots = _DOTS if any(stop.entry and stop.visible for stop in scene.stops) else _GAP
        y += max(bands.above.height, _GAP) + dots - _GAP
        met_top = y
        met = self._box_height(visible=True)
        y += met + max(bands.between.height, _GAP)
        behind = self._box_height(visible=False)
        visibility = y + _GAP / 2
        y = visibility + _GAP
        behind_top = y
        y += behind + bands.below.height + (_GAP if behind else 0)
        row("department", max((len(each.department) for each in texts), default=0) * SMALL * LEADING)
        row("waiting", BAR_HEIGHT if any(stop.waiting for stop in scene.stops) else 0)
        row("handling", BAR_HEIGHT if any(stop.handling for stop in scene.stops) else 0)
        row("findings", max((len(stop.badges) for stop in scene.stops), default=0) * FINDING_HEIGHT)
        boxes = {
            stop.id: self.across[stop.id]._replace(
                y=met_top if stop.visible else behind_top, height=met if stop.visible else behind
            )
            for stop in scene.stops
        }
        if met:
            rows["met"] = Rectangle(0, met_top, right, met)
        if behind:
            rows["behind"] = Rectangle(0, behind_top, right, behind)
        tops = (met_top - dots - bands.above.height, met_top + met, behind_top + behind)
        routes, labels = self._ways(boxes, tops)
        columns = {key: place._replace(height=y) for key, place in self.across.items()}
        return Blueprint(
            Size(right, y), stages, self.texts, columns, boxes, rows, interaction, visibility, routes, labels
        )

    def _stages(self) -> tuple[tuple[tuple[tuple[str, ...], Rectangle], ...], float]:
        fields = []
        for name, members in groupby(self.scene.stops, key=lambda stop: stop.stage):
            stops = list(members)
            if name:
                left, last = self.across[stops[0].id], self.across[stops[-1].id]
                fields.append((name, Rectangle(left.x, 0, last.right - left.x, 0)))
        wrapped = [(wrap(name, place.width - 8, NAME, semibold=True), place) for name, place in fields]
        height = max((len(lines) for lines, _ in wrapped), default=0) * NAME * LEADING + 8
        if not wrapped:
            return (), 0.0
        return tuple((lines, place._replace(height=height)) for lines, place in wrapped), height + _GAP

    def _box_height(self, *, visible: bool) -> float:
        heights = [self.texts[stop.id].box_height for stop in self.scene.stops if stop.visible is visible]
        return float(int(max(heights, default=0) + 0.99))

    def _ways(
        self, boxes: Mapping[str, Rectangle], tops: tuple[float, float, float]
    ) -> tuple[dict[str, Route], dict[str, LegLabel]]:
        routes = {leg.id: _across(boxes[leg.source], boxes[leg.target]) for leg in self.bands.straight}
        labels: dict[str, LegLabel] = {}
        legs = {leg.id: leg for leg in self.scene.legs}
        for part, top in zip((self.bands.above, self.bands.between, self.bands.below), tops, strict=True):
            for arrow, track in part.tracks.items():
                leg = legs[arrow]
                ends = part.ports[arrow, 0], part.ports[arrow, 1]
                routes[arrow] = _along(boxes[leg.source], boxes[leg.target], ends, top + track)
            for arrow, label in part.labels.items():
                labels[arrow] = LegLabel(label.lines, label.place._replace(y=label.place.y + top))
        return routes, labels


def _across(source: Rectangle, target: Rectangle) -> Route:
    y = source.centre.y
    return Route((Point(source.right, y), Point(target.x, y)), "line")


def _along(source: Rectangle, target: Rectangle, ends: tuple[float, float], y: float) -> Route:
    """From the edge of the source that faces the track, along it, to the edge of the target that faces it."""
    start = Point(ends[0], source.y if y < source.y else source.bottom)
    end = Point(ends[1], target.y if y < target.y else target.bottom)
    return Route((start, Point(ends[0], y), Point(ends[1], y), end), "line")
