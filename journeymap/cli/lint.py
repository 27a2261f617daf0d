"""``journeymap lint``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journeymap.cli import options, output, reports, watch

if TYPE_CHECKING:
    from journeymap.api import LintReport
    from journeymap.lint import FailOn

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap lint maps                      every map below the folder
  journeymap lint maps/harbour-bank.yaml    one map
  journeymap lint --select JM2,JM301 maps   loops, and repeated information
  journeymap lint --ignore JM006 maps       all rules but one
  journeymap lint --fail-on error maps      warnings do not fail the build
  journeymap lint --format json maps        for other programs
  journeymap lint --baseline accepted.jsonl maps
  journeymap lint --output sarif=lint.sarif --output junit=lint.xml maps
  journeymap lint --watch maps              again after every save
  cat map.yaml | journeymap lint -          from standard input

A code such as JM301 names a rule, its beginning such as JM2 a family of rules. Errors that keep a map from
being read (JM001 to JM004) are always reported. --select, --ignore and --fail-on come before what the settings
say: journeymap.toml, or [tool.journeymap] in pyproject.toml, in the nearest folder above each map.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run."""


@click.command("lint", epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(allow_dash=True, readable=False))
@reports.format_
@reports.outputs
@options.select
@options.ignore
@options.fail_on
@options.config
@options.baseline
@click.option("--skip-other-files", is_flag=True,
              help="Pass over named files that are no maps: for a commit hook, which names what changed.")  # fmt: skip
@reports.statistics
@reports.quiet
@watch.option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str,
    outputs: tuple[tuple[str, str], ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: FailOn,
    config: str | None,
    baseline: str | None,
    skip_other_files: bool,
    statistics: bool,
    quiet: bool,
    watching: bool,
) -> None:
    """Find blind spots, pointless loops and repeated questions in contact maps.

    PATH is a map, a folder map, a folder with maps below it, a part of a folder map, or - for standard input.
    """
    named = tuple(file for file in (config, baseline) if file)
    telling = reports.Telling(format_, outputs, named, quiet=quiet, statistics=statistics)

    def once() -> LintReport:
        report = _lint(paths, select, ignore, skip_other_files, config, baseline)
        reports.tell(report, telling)
        return report

    if watching:
        watch.watch(once, (*paths, *named), telling.files, format_)
    ctx.exit(once().exit_code(fail_on))


def _lint(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    skip_other_files: bool,
    config: str | None,
    baseline: str | None,
) -> LintReport:
    from journeymap import api

    progress = output.Progress()
    try:
        report = api.check(
            *paths,
            select=select,
            ignore=ignore,
            progress=progress,
            skip_other_files=skip_other_files,
            config=config,
            baseline=baseline,
        )
    finally:
        progress.done()
    output.remark(report.notes)
    return report
