"""``journeymap import``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeymap.cli import exits, output

if TYPE_CHECKING:
    from journeymap.api.importing import ImportReport

__all__ = ["command"]

_DONE = "{done}: {kind}, files: {files}, touchpoints: {touchpoints}, technical blocks folded away: {folded}"
_NO_SOURCE = "Missing argument 'SOURCE...'."
_TEMPLATE_ALONE = "--template writes tables to begin with: it takes no SOURCE"
_TEMPLATE = "wrote {name}: fill it in, then: journeymap import {name} -o map.yaml"

_EPILOG = """\b
Kinds, guessed from the content unless --from names one:
  amazon-connect     Amazon Connect flows, exported or described (JSON)
  twilio-studio      Twilio Studio flows (JSON)
  genesys-architect  Genesys Cloud Architect flows (Archy YAML)
  govuk-forms        GOV.UK digital form builder (JSON); several forms are one application
  bpmn               BPMN 2.0 processes (XML)
  xlsx, csv          tables of touchpoints and transfers
  json               the resolved map of `journeymap export --to json`

\b
Examples:
  journeymap import main-flow.json queue-flow.json -o bank.yaml
  journeymap import exported-flows/ --name "Harbour Bank" -o maps/bank.yaml
  journeymap import --template xlsx -o map.xlsx     tables to begin with (csv: a folder)
  journeymap import main-flow.json --merge -o maps/bank.yaml
  journeymap import flow.yaml --from genesys-architect -o - | less

What could not be translated, or had to be assumed, is told, and stands in the comment on top of the map.
With --merge, where map and source say something different the map keeps what it says, and the difference is told.
Exit codes: 0 imported, 1 imported and faults found in the source or differences from the map, 2 could not import."""


def _date(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        message = f'"{value}" is no date; write it like 2026-03-02'
        raise click.BadParameter(message) from None


@click.command("import", epilog=_EPILOG)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--from", "kind", metavar="KIND", help="What the sources are, in place of a guess.")
@click.option("-o", "--output", "target", required=True, metavar="PATH",
              help="The map to be written: a file, a folder, or - for standard output.")  # fmt: skip
@click.option("--template", type=click.Choice(["xlsx", "csv"]),
              help="Write tables to begin with, one example in each, in place of an import.")  # fmt: skip
@click.option("--name", metavar="TEXT", help="The name of the map, in place of the one in the source.")
@click.option("--date", callback=_date, metavar="DATE", help="A date for the comment on top; without it there is none.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option(
    "--merge",
    "merging",
    is_flag=True,
    help="Add what is new to the map that is at PATH; everything in it stays as it is.",
)
@click.option("-v", "--verbose", is_flag=True, help="Tell every remark, not the first 20 only.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    kind: str | None,
    target: str,
    template: str | None,
    name: str | None,
    date: str,
    force: bool,
    merging: bool,
    verbose: bool,
) -> None:
    """Make a contact map from what there is already: flows, forms, processes, tables.

    SOURCE is a file, a folder (all files of the kind in it and below), or - for standard input. All sources together
    become one map.
    """
    if template is not None:
        _write_template(template, sources, target, force=force)
        return
    if not sources:
        raise click.UsageError(_NO_SOURCE)
    if merging and (force or target == "-"):
        message = "--merge adds to a map that is there: give its file or folder with -o, and no --force"
        raise click.UsageError(message)
    report = _import(sources, kind, name)
    if merging:
        from journeymap.cli.merging import merge

        differs = merge(report, target, sources, verbose=verbose)
    else:
        differs = False
        written = _write(report.text(date), target, sources, force=force)
        output.inform(_summary(report, written, verbose=verbose))
    faults = any(remark.kind == "error" for remark in report.remarks)
    ctx.exit(exits.FINDINGS if faults or differs else exits.CLEAN)


def _write_template(format_: str, sources: tuple[str, ...], target: str, *, force: bool) -> None:
    from journeymap.adapters.exports import write_file, write_files
    from journeymap.api.exporting import template

    if sources:
        raise click.UsageError(_TEMPLATE_ALONE)
    content = template(format_)
    if isinstance(content, bytes):
        write_file(target, content, (), force=force)
    else:
        write_files(target, content, (), force=force)
    output.inform([_TEMPLATE.format(name=target)])


def _import(sources: tuple[str, ...], kind: str | None, name: str | None) -> ImportReport:
    from journeymap import api

    progress = output.Progress()
    try:
        return api.import_map(*sources, kind=kind, name=name, standard_input=sys.stdin.buffer, progress=progress)
    finally:
        progress.done()


def _write(text: str, target: str, sources: tuple[str, ...], *, force: bool) -> str:
    """Writes the map; gives the name it can be linted by, empty for standard output."""
    if target == "-":
        output.write_document(text)
        return ""
    path = Path(target) / "journeymap.yaml" if Path(target).is_dir() else Path(target)
    if force:
        from journeymap.adapters.overwriting import write_over

        write_over(str(path), text, sources)
    else:
        from journeymap.adapters.disk import write_new

        write_new(path, text)
    return str(path)


def _summary(report: ImportReport, written: str, *, verbose: bool) -> list[str]:
    from journeymap.cli.remarks import remark_lines

    imported, done = report.imported, f"wrote {written}" if written else "imported"
    lines = [_DONE.format(done=done, kind=imported.kind, files=len(imported.sources),
                          touchpoints=len(report.map.touchpoints), folded=imported.folded)]  # fmt: skip
    if report.passed_over:
        lines.append(f"{report.passed_over} other files in the folders were passed over")
    lines += remark_lines(report.remarks, verbose=verbose)
    return [*lines, *([f"next: journeymap lint {written}"] if written else [])]
