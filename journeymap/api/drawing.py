"""Drawing a map: read it, choose, lay findings over it, write it in a format.

import journeymap

journeymap.render("maps/harbour-bank.yaml").content          # the contact map as SVG, a string
journeymap.render("maps/harbour-bank.yaml", view="journey", case="retail/lost_card", format="pdf")   # bytes
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, BinaryIO, Literal

from journeymap.api.drawn_map import Drawing, DrawnMap, Findings, opened
from journeymap.api.picturing import EngineName, Format, Look
from journeymap.draw.choosing import Choice, choose
from journeymap.draw.scene import View
from journeymap.draw.wishes import Language, Wishes
from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.lint import Selection

if TYPE_CHECKING:
    from journeymap.draw.paint.theme import ThemeName

__all__ = ["Drawing", "render"]

_NO_SPLIT = "a set of pictures by department is made of the views contact and lanes only"
_NO_LINK = "a link must not lead to {template}"
_SAFE_LINK = "begin it with https://, or name a place beside the picture, such as pages/{kind}-{id}.html"
_OTHER_VIEW = "a {what} is drawn by the view {view}, not by {asked}"
_ITS_VIEW = "choose the view {view}, or leave the {what} out"
_NO_SCALE = "{scale} is no scale, expected a number above 0"
_USUAL_SCALE = "2 is good for slides, 4 for printing"
_EVERYTHING, _STANDARD_WISHES = Choice(), Wishes()


def render(
    path: str | os.PathLike[str],
    *,
    view: View = "contact",
    format: Format = "svg",  # noqa: A002 - the word users see
    choice: Choice = _EVERYTHING,
    wishes: Wishes = _STANDARD_WISHES,
    language: Language | Literal["map"] = "map",
    findings: Literal["all", "none"] | Iterable[str] | None = None,
    case: str | None = None,
    fingerprint: str | None = None,
    theme: ThemeName = "light",
    engine: EngineName = "auto",
    scale: float = 2,
    split: Literal["department"] | None = None,
    config: str | os.PathLike[str] | None = None,
    standard_input: BinaryIO | None = None,
) -> Drawing:
    """Draw the one map at `path` (``"-"``: standard input). Nothing is written to disk.

    `language` is that of the words that are added; ``"map"`` is the map's own. `findings` are ``"all"`` (the most
    telling; the default, but none on an overview), ``"none"``, or codes and beginnings of codes. `case` is for the
    view `journey` (``"retail/lost_card"``), `fingerprint` for `finding` (its beginning, or the code of a rule that
    found one thing only). `scale` is the pixels of a PNG for each CSS pixel. With ``split="department"`` there is a
    picture for each department, an overview and an index page.

    Raises InvalidMap for a map with errors, CannotRun where there is not one map, where nothing is left to draw, for
    wishes that contradict each other, links that could run something, and where an engine or Typst is needed and
    missing.
    """
    _be_sensible(view, case, fingerprint, wishes.link_template, scale)
    drawn = opened(os.fspath(path), standard_input or sys.stdin.buffer)
    drawn = replace(
        drawn,
        wishes=replace(wishes, language=drawn.language if language == "map" else language),
        look=Look(format, theme, engine, scale),
        findings=_codes(findings),
        config=config,
    )
    if view == "finding":
        return drawn.draw_finding(fingerprint)
    network = drawn.answers.network
    chosen = choose(network, choice, _cases(drawn, case, choice) if view == "journey" else None)
    if split is None:
        return drawn.draw(view, chosen)
    if view not in ("contact", "lanes"):
        raise CannotRun(_NO_SPLIT, help="choose one of them, or do not split")
    from journeymap.api.splitting import split_by_department

    return split_by_department(drawn, view, chosen)


def _be_sensible(view: View, case: str | None, fingerprint: str | None, template: str | None, scale: float) -> None:
    """Raises CannotRun for what would be passed over in silence."""
    from journeymap.draw.render.svg_text import safe_link
    from journeymap.draw.views.links import link_to

    for what, value, its_view in (("case", case, "journey"), ("fingerprint", fingerprint, "finding")):
        if value is not None and view != its_view:
            other = Message(_OTHER_VIEW, {"what": what, "view": its_view, "asked": view})
            raise CannotRun(str(other), help=str(Message(_ITS_VIEW, {"view": its_view, "what": what})))
    if template is not None and safe_link(link_to(Wishes(link_template=template), "touchpoint", "id", "path")) is None:
        raise CannotRun(str(Message(_NO_LINK, {"template": template})), help=_SAFE_LINK)
    if not (isfinite(scale) and scale > 0):
        raise CannotRun(str(Message(_NO_SCALE, {"scale": str(scale)})), help=_USUAL_SCALE)


def _codes(findings: Literal["all", "none"] | Iterable[str] | None) -> Findings:
    if findings is None or findings == "all" or findings == "none":
        return findings
    return Selection.of([findings] if isinstance(findings, str) else findings).select


def _cases(drawn: DrawnMap, case: str | None, choice: Choice) -> int | None:
    """The cases of a journey: those that are named, or what the filters leave."""
    from journeymap.draw.views.case_choice import case_of

    if case is None and (choice.segments or choice.products or choice.reasons):
        return None
    return case_of(drawn.answers.cases, drawn.answers.map, case or "")
