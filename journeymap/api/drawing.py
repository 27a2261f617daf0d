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
from typing import TYPE_CHECKING, BinaryIO, Literal

from journeymap.api.drawn_map import Drawing, DrawnMap, Findings, opened
from journeymap.api.picturing import EngineName, Format, Look
from journeymap.draw.choosing import Choice, choose
from journeymap.draw.scene import View
from journeymap.draw.wishes import Language, Wishes
from journeymap.errors import CannotRun
from journeymap.lint import Selection

if TYPE_CHECKING:
    from journeymap.draw.paint.theme import ThemeName

__all__ = ["Drawing", "render"]

_NO_SPLIT = "a set of pictures by department is made of the views contact and lanes only"
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

    Raises InvalidMap for a map with errors, CannotRun where there is not one map, where nothing is left to draw, and
    where an engine or Typst is needed and missing.
    """
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
