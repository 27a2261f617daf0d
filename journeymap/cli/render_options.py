"""The options of ``journeymap render``: where to, what, which part, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import click

__all__ = ["ENDINGS", "choice_of", "filters", "look", "rest_of", "what", "where", "wishes_of"]

ENDINGS: Mapping[str, str] = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".drawio": "drawio",
    ".json": "json",
}
"""Formats by the ending of a file."""

_FORMATS = tuple(dict.fromkeys(ENDINGS.values()))
_VIEWS = ("contact", "lanes", "departments", "matrix", "journey", "finding")
_FILTERS = ("segments", "products", "reasons", "departments", "channels", "stages", "focus", "depth")
_WISHES = ("title", "legend", "date", "link_template", "lanes", "paper")
_Command = TypeVar("_Command", bound=Callable[..., Any])
_NO_DAY = "{value} is no day, expected today or a day such as 2026-11-30"
_NO_PLACE = "{value} has none of {{kind}}, {{id}} and {{path}} in it"
_NO_CODES = "no code is named, expected all, none, or codes such as JM2,JM301"
_FIELD = re.compile(r"\{(\w*)\}")


def _together(*options: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    """Several decorators as one, in the order in which `--help` shows them."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """The date as it is shown; empty where none is asked for, so that a picture does not depend on its day."""
    if value is None:
        return ""
    if value.strip().lower() == "today":
        from journeymap.adapters.baselines import today

        return today().isoformat()
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        raise click.BadParameter(_NO_DAY.format(value=value)) from None


def _template(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    fields = set(_FIELD.findall(value or "{id}"))
    if not fields or not fields <= {"kind", "id", "path"}:
        raise click.BadParameter(_NO_PLACE.format(value=value))
    return value


def _codes(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | tuple[str, ...] | None:
    if value is None or value.strip().lower() in ("all", "none"):
        return value and value.strip().lower()
    codes = tuple(code for code in value.split(",") if code.strip())
    if not codes:
        raise click.BadParameter(_NO_CODES)
    return codes


def _several(name: str, field: str, what: str) -> Callable[[_Command], _Command]:
    return click.option(f"--{name}", field, multiple=True, metavar="ID", help=f"Only {what}; repeatable.")


where = _together(
    click.option("-o", "--output", "file", type=click.Path(allow_dash=True), metavar="FILE",
                 help="The picture, or the folder for --split; - is standard output."),
    click.option("--format", "format_", type=click.Choice(_FORMATS),
                 help="The format (default: by the ending of FILE)."),
    click.option("--force", is_flag=True, help="Write over FILE even if journeymap did not draw it."),
)  # fmt: skip

what = _together(
    click.option("--view", type=click.Choice(_VIEWS), default="contact", show_default=True,
                 help="contact: touchpoints and transfers; lanes: swimlanes; departments: who hands over to whom; "
                 "matrix: who is there for what; journey: one case; finding: one finding."),
    click.option("--case", metavar="CASE", help="The case of a journey: retail/lost_card."),
    click.option("--fingerprint", metavar="MARK",
                 help="The finding: four or more digits of its fingerprint, or its code where there is one only."),
    click.option("--findings", callback=_codes, metavar="all|none|CODES",
                 help="Which findings are marked: the most telling (all, the default), none, or every one of these "
                 "codes or beginnings of codes."),
    click.option("--split", type=click.Choice(["department"]),
                 help="A picture for each department, an overview and an index page, in the folder FILE."),
)  # fmt: skip

filters = _together(
    _several("segment", "segments", "what customers of this segment meet"),
    _several("product", "products", "what customers with this product meet"),
    _several("reason", "reasons", "what customers with this reason for contact meet"),
    _several("department", "departments", "touchpoints of this department"),
    _several("channel", "channels", "touchpoints on this channel"),
    _several("stage", "stages", "touchpoints of this stage"),
    click.option("--focus", metavar="TOUCHPOINT", help="Only what is near this touchpoint."),
    click.option("--depth", type=click.IntRange(0, 100), default=2, show_default=True,
                 help="How many transfers are near, before and behind."),
)  # fmt: skip

look = _together(
    click.option("--theme", type=click.Choice(["light", "dark", "print", "colour-blind-safe"]), default="light",
                 show_default=True, help="The colours; print needs none."),
    click.option("--lang", "language", type=click.Choice(["en", "zh"]), default=None,
                 help="The language of the words that are added (default: that of the map)."),
    click.option("--title", metavar="TEXT", help="The title, in place of the map's name."),
    click.option("--date", callback=_day, metavar="DAY", help="A date below the title: today, or 2026-11-30."),
    click.option("--legend/--no-legend", default=True, help="With or without the legend."),
    click.option("--lanes", type=click.Choice(["department", "channel"]), default="department", show_default=True,
                 help="What a lane of --view lanes is."),
    click.option("--paper", type=click.Choice(["a4", "a3", "16:9"]),
                 help="Fit the picture on a page; upright or lying, whichever is larger."),
    click.option("--link-template", callback=_template, metavar="URL",
                 help="A link on every box and arrow: {kind}, {id} and {path} are filled in."),
    click.option("--scale", type=click.FloatRange(0.1, 20), default=2, show_default=True,
                 help="PNG: pixels for each CSS pixel."),
    click.option("--engine", type=click.Choice(["auto", "embedded", "dot"]), default="auto", show_default=True,
                 help="Which Graphviz lays out contact and departments: the embedded one, or the program dot."),
    click.option("--config", type=click.Path(), metavar="FILE",
                 help="The settings for findings, in place of the nearest journeymap.toml or pyproject.toml."),
)  # fmt: skip


def choice_of(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The options that say which part of the map is drawn."""
    return {name: wanted[name] for name in _FILTERS}


def wishes_of(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The options that say how the picture is wanted."""
    return {name: wanted[name] for name in _WISHES}


def rest_of(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The options that are neither."""
    rest = {name: value for name, value in wanted.items() if name not in (*_FILTERS, *_WISHES)}
    return rest | {"language": wanted["language"] or "map"}
