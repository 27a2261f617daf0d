"""``journeymap lint``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journeymap import __version__
from journeymap.cli import output

if TYPE_CHECKING:
    from journeymap.api import LintReport
    from journeymap.findings import Severity

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap lint maps                      every map below the folder
  journeymap lint maps/harbour-bank.yaml    one map
  journeymap lint --select JM2,JM301 maps   loops, and repeated information
  journeymap lint --ignore JM006 maps       all rules but one
  journeymap lint --fail-on error maps      warnings do not fail the build
  journeymap lint --format json maps        for other programs
  cat map.yaml | journeymap lint -          from standard input

A code such as JM301 names a rule, its beginning such as JM2 a family of rules. Errors that keep a map from
being read (JM001 to JM004) are always reported.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run."""


def _codes(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for value in values for code in value.split(","))


@click.command("lint", epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(allow_dash=True, readable=False))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or for programs.")  # fmt: skip
@click.option("--select", multiple=True, metavar="CODES", callback=_codes,
              help="Only these rules: codes or beginnings of codes, separated by commas.")  # fmt: skip
@click.option("--ignore", multiple=True, metavar="CODES", callback=_codes, help="All rules but these.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), default="warning",
              show_default=True, help="The mildest severity that gives exit code 1.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
) -> None:
    """Find blind spots, pointless loops and repeated questions in contact maps.

    PATH is a map, a folder map, a folder with maps below it, a part of a folder map, or - for standard input.
    """
    report = _lint(paths, select, ignore)
    if format_ == "json":
        output.write_document(_json(report))
    else:
        colour = output.wants_colour()
        output.say(_text(report, colour=colour), colour=colour)
    ctx.exit(report.exit_code(_threshold(fail_on)))


def _lint(paths: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> LintReport:
    from journeymap import api

    progress = output.Progress()
    try:
        return api.check(*paths, select=select, ignore=ignore, progress=progress)
    finally:
        progress.done()


def _json(report: LintReport) -> str:
    from journeymap.report.json_v1 import json_report

    return json_report(report.maps, __version__, report.other_files)


def _text(report: LintReport, *, colour: bool) -> str:
    from journeymap.report.text import text_report

    return "\n".join(text_report(report.maps, report.other_files, colour=colour))


def _threshold(fail_on: str) -> Severity | None:
    from journeymap.findings import Severity

    return None if fail_on == "never" else Severity(fail_on)
