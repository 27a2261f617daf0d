"""``journeymap export``."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

import click

from journeymap.cli import output
from journeymap.cli.invalid import tell_errors
from journeymap.errors import CannotRun, InvalidMap
from journeymap.report.visible import visible

if TYPE_CHECKING:
    from journeymap.api.exporting import Export

__all__ = ["ENDINGS", "NAMES", "command"]

NAMES = ("graphml", "gexf", "json", "csv", "xlsx", "bpmn", "mermaid", "plantuml")
ENDINGS = {
    ".graphml": "graphml", ".gexf": "gexf", ".json": "json", ".xlsx": "xlsx", ".bpmn": "bpmn", ".mmd": "mermaid",
    ".mermaid": "mermaid", ".puml": "plantuml", ".plantuml": "plantuml",
}  # fmt: skip
"""Formats by the ending of a file; those of `exchange.exporting.formats`, which `--help` need not load."""

_EPILOG = """\b
Formats:
  graphml, gexf  networks, for Gephi, yEd, Cytoscape
  json           the resolved map, every default worked out
  csv, xlsx      tables, the columns of the language; csv is a folder of files
  bpmn           BPMN 2.0 with a diagram, for bpmn.io and process tools
  mermaid        text that GitHub and many wikis draw
  plantuml       a component diagram as text

\b
Examples:
  journeymap export map.yaml -o map.graphml
  journeymap export maps/insurer --to csv -o tables
  journeymap export map.yaml --to plantuml -o - | plantuml -pipe > map.png
  journeymap import tables -o map.yaml              and back again

What a format cannot carry of the map is told. json, csv, xlsx and bpmn carry everything, and `journeymap import`
reads them back. Workbooks need `pip install "journeymap[exchange]"`.

Exit codes: 0 exported, 2 could not export."""

_UNKNOWN_ENDING = '"{name}" ends in no format'
_SAY = "say --to, one of: {names}"
_SEVERAL = "{format} is several files: name a folder with -o"
_TO_TERMINAL = "{format} is no text: a terminal cannot show it"
_OTHERS = '"{folder}" holds other tables too, which importing the folder would read: {names}'
_WROTE = "wrote {name}: {format}, touchpoints: {touchpoints}"


@click.command("export", epilog=_EPILOG)
@click.argument("path", type=click.Path(allow_dash=True, readable=False))
@click.option("--to", "format_", type=click.Choice(NAMES), help="The format; the ending of FILE says it too.")
@click.option("-o", "--output", "file", required=True, metavar="FILE",
              help="The file to be written (for csv a folder), or - for standard output.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over what is there already.")
@click.pass_context
def command(ctx: click.Context, path: str, format_: str | None, file: str, force: bool) -> None:
    """Write the map at PATH in the format of another program.

    PATH is a map, a folder map, a part of one, or - for standard input.
    """
    format_ = format_ or _format_of(file)
    given = _standard_input(path)
    try:
        exported = _export(path, format_, given)
    except InvalidMap:
        tell_errors(ctx, path, given)
    output.remark(exported.notes)
    _write(exported, file, force=force)


def _format_of(file: str) -> str:
    ending = PurePath(file).suffix.lower()
    if ending not in ENDINGS:
        raise CannotRun(_UNKNOWN_ENDING.format(name=file), help=_SAY.format(names=", ".join(NAMES)))
    return ENDINGS[ending]


def _standard_input(path: str) -> BinaryIO | None:
    """What stands on standard input, if that is the map: it may be needed twice."""
    if path != "-":
        return None
    from journeymap.source import MAX_FILE_BYTES

    return BytesIO(sys.stdin.buffer.read(MAX_FILE_BYTES + 1))


def _export(path: str, format_: str, given: BinaryIO | None) -> Export:
    from journeymap import api

    return api.export(path, format_, standard_input=given)


def _write(exported: Export, file: str, *, force: bool) -> None:
    from journeymap.adapters.exports import write_file, write_files

    if file == "-":
        _show(exported)
        return
    if exported.files:
        others = write_files(file, exported.files, exported.sources, force=force)
        output.remark([_OTHERS.format(folder=file, names=", ".join(others))] if others else [])
    else:
        write_file(file, exported.content, exported.sources, force=force)
    wrote = _WROTE.format(name=visible(file), format=exported.format, touchpoints=exported.touchpoints)
    output.inform([wrote])


def _show(exported: Export) -> None:
    if exported.files:
        raise CannotRun(_SEVERAL.format(format=exported.format), help="for instance -o tables")
    if exported.format == "xlsx" and sys.stdout.isatty():
        raise CannotRun(_TO_TERMINAL.format(format=exported.format), help="name a file with -o")
    output.write_document(exported.content)
