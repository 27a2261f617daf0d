"""A map that is being drawn: read once, linted at most once, drawn as often as pictures are wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import BinaryIO, Literal

from journeymap.adapters.disk import find_maps
from journeymap.analysis import Answers
from journeymap.api.choosing import Choosing
from journeymap.api.finding_by_mark import finding_meant
from journeymap.api.picturing import Format, Look, Picture, TableView, scene_of, written
from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay, overlaid
from journeymap.draw.scene import View
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words
from journeymap.errors import CannotRun, InvalidMap
from journeymap.findings import Message
from journeymap.lint import MapReport, Selection, lint_map
from journeymap.source import ReadMap, read_map

__all__ = ["MOST_TOUCHPOINTS", "Drawing", "DrawnMap", "Findings", "opened"]

Findings = Literal["all", "none"] | tuple[str, ...] | None
"""Which findings are marked; None leaves it to the picture: all, but none on an overview that nobody asked for."""

MOST_TOUCHPOINTS = 300
"""Above so many, `contact` and `lanes` become the overview by departments: nobody could read them."""

_NOT_ONE = "{count} maps at {path}, not one"
_OVERVIEW = Words(
    "{count} touchpoints are too many for one picture: this is the overview by departments. "
    "Parts: --department, --focus, --split department",
    "触点多达 {count} 个，一张图放不下：这里是部门总览。查看局部：--department、--focus、--split department",
)
_CRASHED = "a rule crashed, so findings may be missing in the picture: journeymap lint tells more"
_PICTURES_OF_MANY = frozenset({"contact", "lanes"})


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of a map: `content` is text, or bytes for PNG and PDF.

    `view` is what was drawn: the overview by departments in place of a picture nobody could read. `counts` says how
    much it holds, `notes` what is to be said of it, `sources` are the files that were read. A set of pictures has its
    `files` by name, and the index page as `content`.
    """

    view: View
    format: Format
    content: str | bytes
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    files: Mapping[str, str | bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class DrawnMap:
    """One map with everything that is wanted of its pictures."""

    read: ReadMap
    answers: Answers
    wishes: Wishes = field(default_factory=Wishes)
    look: Look = field(default_factory=Look)
    findings: Findings = None
    config: str | os.PathLike[str] | None = None

    @property
    def language(self) -> Language:
        """The language of the map, as far as pictures speak it."""
        return "zh" if (self.answers.map.language or "").lower().startswith("zh") else "en"

    @cached_property
    def report(self) -> MapReport:
        """What linting says of the map, with the settings that count for it; only the rules that are asked for."""
        codes = self.findings if isinstance(self.findings, tuple) else ()
        return Choosing(codes, (), self.config).for_map(self.read.root).lint(self.read)

    def draw(self, view: TableView, chosen: Chosen) -> Drawing:
        """A view of the part that was chosen, or the overview where that is too large a picture."""
        too_many = view in _PICTURES_OF_MANY and len(chosen.touchpoints) > MOST_TOUCHPOINTS
        if not too_many:
            return self._drawing(self._picture(view, chosen, "all"))
        overview = self._picture("departments", chosen, "none")
        heading, count = overview.heading, len(chosen.touchpoints)
        note = _OVERVIEW.say(self.wishes.language, count=count)
        overview = replace(overview, heading=replace(heading, notes=(note, *heading.notes)))
        return self._drawing(overview, _OVERVIEW.say("en", count=count))

    def draw_finding(self, fingerprint: str | None) -> Drawing:
        """One finding as a picture of its walk; raises CannotRun where it is not clear which one is meant."""
        from journeymap.draw.views.finding import finding

        diagnostic = finding_meant(self.report.diagnostics, fingerprint)
        return self._drawing(finding(self.answers.network, diagnostic, self.wishes))

    def _picture(self, view: TableView, chosen: Chosen, default: Literal["all", "none"]) -> Picture:
        codes = default if self.findings is None else self.findings
        return scene_of(view, chosen, self.answers, self._overlay(codes, chosen, view), self.wishes)

    def _overlay(self, codes: Literal["all", "none"] | tuple[str, ...], chosen: Chosen, view: View) -> Overlay:
        if codes == "none":
            return Overlay()
        return overlaid(self.report.diagnostics, chosen, self.answers, codes, self.wishes.language, view)

    def _drawing(self, picture: Picture, *notes: str) -> Drawing:
        result = written(picture, self.look, self.wishes)
        crashed = (_CRASHED,) if "report" in self.__dict__ and self.report.crashed else ()
        return Drawing(
            view=picture.heading.view,
            format=self.look.format,
            content=result.content,
            counts=result.counts,
            notes=(*notes, *crashed, *result.notes),
            sources=self.read.files,
        )


def opened(path: str, standard_input: BinaryIO) -> DrawnMap:
    """The one map at a path, ready to be drawn; raises CannotRun if there is not one, InvalidMap if it has errors."""
    maps = find_maps([path], standard_input).maps
    if len(maps) != 1:
        raise CannotRun(str(Message(_NOT_ONE, {"count": len(maps), "path": path})), help=_one_of(m.root for m in maps))
    read = read_map(maps[0].root, maps[0].files)
    if read.map is None:
        raise InvalidMap(read.root, lint_map(read, Selection()).diagnostics)
    return DrawnMap(read, Answers(read.map))


def _one_of(roots: Iterable[str]) -> str:
    told = list(roots)
    return str(Message("name one of them, for instance {root}", {"root": told[0]})) if told else "name a map"
