"""``journeymap render``."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from journeymap.cli import output, render_options
from journeymap.cli.invalid import tell_errors
from journeymap.errors import CannotRun, InvalidMap
from journeymap.report.visible import visible

if TYPE_CHECKING:
    from journeymap.api import Drawing

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap render map.yaml -o map.svg                         the contact map
  journeymap render map.yaml -o lanes.pdf --view lanes --paper a3
  journeymap render map.yaml -o card.png --view journey retail/lost_card
  journeymap render map.yaml -o loop.svg --view finding JM201
  journeymap render map.yaml -o cards.svg --department cards --findings JM2,JM301
  journeymap render map.yaml -o agent.svg --focus agent --depth 1
  journeymap render map.yaml -o pictures --split department     a folder with an index page
  journeymap render map.yaml --format mermaid | less

The format follows the ending of FILE: .svg .png .pdf .dot .mmd .drawio .json. Segments, products, reasons,
departments, channels, stages and touchpoints are named by id or by name. A picture that journeymap drew is replaced;
anything else, and every .drawio file, only with --force.

PNG, PDF and the layout of the views contact and departments need `pip install "journeymap[draw]"`;
`journeymap doctor` tells what is there.

Exit codes: 0 drawn, 2 could not be drawn."""

_TO_TERMINAL = "{format} is no text: a terminal cannot show it"
_NAME_A_FILE = "name a file with -o, or lead the output into one"
_NO_FORMAT = "which format? neither -o FILE nor --format was given"
_UNKNOWN_ENDING = '"{name}" ends in no format'
_ENDINGS = "let FILE end in one of {endings}, or say --format"
_NO_FOLDER = "--split writes several files: name a folder with -o"
_ONE_MAP = "what is {which}? one map is drawn at a time, and only --view journey and finding take a word more"
_TWICE = "{which} and --{option} say the same twice"
_WROTE = "wrote {name}: {counts}"
_DRAWN = {"touchpoints": ("1 touchpoint", "{count} touchpoints"), "transfers": ("1 transfer", "{count} transfers"),
          "departments": ("1 department", "{count} departments"), "hand-overs": ("1 hand-over", "{count} hand-overs"),
          "rows": ("1 row", "{count} rows"), "columns": ("1 column", "{count} columns"),
          "pictures": ("1 picture", "{count} pictures"),
          "findings": ("1 finding marked", "{count} findings marked")}  # fmt: skip


@click.command("render", epilog=_EPILOG)
@click.argument("path", type=click.Path(allow_dash=True, readable=False))
@click.argument("which", required=False)
@render_options.where
@render_options.what
@render_options.filters
@render_options.look
@click.pass_context
def command(
    ctx: click.Context,
    /,
    path: str,
    which: str | None,
    file: str | None,
    format_: str | None,
    force: bool,
    **wanted: Any,  # noqa: ANN401 - the options of `render_options`, by name
) -> None:
    """Draw the map at PATH as a picture.

    PATH is a map, a folder map, a part of one, or - for standard input. WHICH is the case of --view journey or the
    fingerprint of --view finding.
    """
    _put(which, wanted)
    format_ = format_ or _format_of(file, is_set=wanted["split"] is not None)
    if wanted["split"] is not None and (file is None or file == "-"):
        raise click.UsageError(_NO_FOLDER)
    _be_able_to_show(file, format_)
    given = _standard_input(path)
    try:
        drawing = _draw(path, format_, wanted, given)
    except InvalidMap:
        tell_errors(ctx, path, given)
    output.remark(drawing.notes)
    if file is None or file == "-":
        _show(drawing)
    else:
        _write(drawing, file, force=force)


def _put(which: str | None, wanted: dict[str, Any]) -> None:
    """The word behind PATH in its place: what it means follows from the view."""
    if which is None:
        return
    option = {"journey": "case", "finding": "fingerprint"}.get(wanted["view"])
    if option is None:
        raise click.UsageError(_ONE_MAP.format(which=which))
    if wanted[option] is not None:
        raise click.UsageError(_TWICE.format(which=which, option=option))
    wanted[option] = which


def _draw(path: str, format_: str, wanted: dict[str, Any], given: BinaryIO | None) -> Drawing:
    from journeymap import api

    return api.render(
        path,
        format=format_,  # type: ignore[arg-type]  # one of click's choices
        choice=api.Choice(**render_options.choice_of(wanted)),
        wishes=api.Wishes(**render_options.wishes_of(wanted)),
        standard_input=given,
        **render_options.rest_of(wanted),
    )


def _standard_input(path: str) -> BinaryIO | None:
    """What stands on standard input, if that is the map: it may be needed twice."""
    if path != "-":
        return None
    from journeymap.source import MAX_FILE_BYTES

    return BytesIO(sys.stdin.buffer.read(MAX_FILE_BYTES + 1))


def _format_of(file: str | None, *, is_set: bool) -> str:
    if is_set:
        return "svg"
    if file is None or file == "-":
        raise click.UsageError(_NO_FORMAT)
    ending = PurePath(file).suffix.lower()
    if ending not in render_options.ENDINGS:
        endings = " ".join(render_options.ENDINGS)
        raise CannotRun(_UNKNOWN_ENDING.format(name=file), help=_ENDINGS.format(endings=endings))
    return render_options.ENDINGS[ending]


def _be_able_to_show(file: str | None, format_: str) -> None:
    """A terminal would take bytes for commands."""
    if (file is None or file == "-") and format_ in ("png", "pdf") and sys.stdout.isatty():
        raise CannotRun(_TO_TERMINAL.format(format=format_.upper()), help=_NAME_A_FILE)


def _show(drawing: Drawing) -> None:
    output.write_document(drawing.content)


def _write(drawing: Drawing, file: str, *, force: bool) -> None:
    from journeymap.adapters.pictures import write_picture, write_pictures
    from journeymap.draw.render.signature import is_signed

    if drawing.files:
        write_pictures(file, drawing.files, drawing.sources, is_signed, force=force)
    else:
        write_picture(file, drawing.content, drawing.sources, is_signed, force=force)
    output.say(_WROTE.format(name=visible(file), counts=", ".join(_counts(drawing))))


def _counts(drawing: Drawing) -> list[str]:
    told = []
    for what, count in drawing.counts.items():
        one, several = _DRAWN[what]
        if count or what != "findings":
            told.append(one if count == 1 else several.format(count=count))
    return told
