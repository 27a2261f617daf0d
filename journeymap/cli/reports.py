"""How a run is told: one format on standard output, any number of them in files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from journeymap import __version__
from journeymap.cli import output
from journeymap.report.formats import NAMES

if TYPE_CHECKING:
    from journeymap.api import LintReport
    from journeymap.report.view import Run

__all__ = ["Telling", "format_", "outputs", "quiet", "statistics", "tell"]

_SYNTAX = "{written} is not FORMAT=FILE, such as sarif=lint.sarif"
_UNKNOWN = "there is no format {name}; choose from {names}"
_STANDARD_OUTPUT = "for standard output use --format {name}"
_TWICE = "two reports cannot be written to {file}"


@dataclass(frozen=True, slots=True)
class Telling:
    """What is wanted: the format on standard output, (format, file) pairs, and how much of the text.

    `inputs` are files that the run reads beside the maps.
    """

    format: str = "text"
    outputs: Sequence[tuple[str, str]] = ()
    inputs: Sequence[str] = ()
    quiet: bool = False
    statistics: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are written."""
        return tuple(file for _, file in self.outputs)


def _outputs(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = tuple(map(_pair, values))
    targets = [os.path.realpath(file) for _, file in pairs]
    for (_, file), target in zip(pairs, targets, strict=True):
        if targets.count(target) > 1:
            raise click.BadParameter(_TWICE.format(file=file))
    return pairs


def _pair(written: str) -> tuple[str, str]:
    name, equals, file = written.partition("=")
    if not equals or not file:
        raise click.BadParameter(_SYNTAX.format(written=written or '""'))
    if name not in NAMES:
        raise click.BadParameter(_UNKNOWN.format(name=name or '""', names=", ".join(NAMES)))
    if file == "-":
        raise click.BadParameter(_STANDARD_OUTPUT.format(name=name))
    return name, file


format_ = click.option(
    "--format",
    "format_",
    type=click.Choice(NAMES),
    default="text",
    show_default=True,
    help="The report on standard output: text for people, the others for programs.",
)
outputs = click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=_outputs,
    help="Write a report to a file too; may be given several times.",
)
quiet = click.option("--quiet", "-q", is_flag=True, help="Of the text only the summary, the last line.")
statistics = click.option("--statistics", is_flag=True, help="With the text: how often each rule fired.")


def tell(report: LintReport, telling: Telling) -> None:
    """Write the files, then standard output; raises CannotRun, before a word is said, if a file cannot be written."""
    run = _run(report)
    _write(run, telling)
    if telling.format == "text":
        colour = output.wants_colour()
        output.say(_text(run, telling, colour=colour), colour=colour)
    else:
        output.write_document(_rendered(telling.format, run))


def _run(report: LintReport) -> Run:
    from journeymap.report.view import Run

    return Run(report.maps, report.other_files, __version__)


def _write(run: Run, telling: Telling) -> None:
    if not telling.outputs:
        return
    from journeymap.adapters.overwriting import write_over

    inputs = [*telling.inputs, *(file for view in run.maps for file in view.files)]
    for name, file in telling.outputs:
        write_over(file, _rendered(name, run), inputs)


def _rendered(name: str, run: Run) -> str:
    from journeymap.report.formats import render

    return render(name, run)


def _text(run: Run, telling: Telling, *, colour: bool) -> str:
    from journeymap.report.text import text_report

    lines = text_report(
        run.maps, run.other_files, colour=colour, quiet=telling.quiet, with_statistics=telling.statistics
    )
    return "\n".join(lines)
