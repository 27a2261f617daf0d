"""``journeymap diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journeymap import __version__
from journeymap.cli import options, output

if TYPE_CHECKING:
    from journeymap.diff import MapsDiff
    from journeymap.lint import FailOn

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap diff maps/bank.yaml maps/bank-new.yaml
  journeymap diff HEAD:maps/bank.yaml maps/bank.yaml       what I have changed
  journeymap diff HEAD:maps :maps                          what I am about to commit
  journeymap diff origin/main:maps HEAD:maps --format markdown > comment.md

REV:path is a path in a git revision, from the top of the repository (REV:./path from here); a path that exists on
disk comes first. Findings are known by rule and subject, not by line. The settings are those above NEW, for both.

Exit codes: 0 no new findings at or above --fail-on, 1 new ones, 2 could not run."""


@click.command("diff", epilog=_EPILOG)
@click.argument("old")
@click.argument("new")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text",
              show_default=True, help="For people, for programs, or for a comment on a pull request.")  # fmt: skip
@options.select
@options.ignore
@options.fail_on
@options.config
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: FailOn,
    config: str | None,
) -> None:
    """Say what changed from OLD to NEW: elements added, removed and changed; findings new, gone and kept.

    OLD and NEW are maps, folders with maps, or either of them in a git revision, written REV:path.
    """
    from journeymap import api

    report = api.diff(old, new, select, ignore, config)
    if format_ == "text":
        colour = output.wants_colour()
        output.say(_text(report.changed, colour=colour), colour=colour)
    else:
        output.write_document(_document(report.changed, format_))
    ctx.exit(report.exit_code(fail_on))


def _text(changed: MapsDiff, *, colour: bool) -> str:
    from journeymap.report.diff_text import diff_text

    return "\n".join(diff_text(changed, colour=colour))


def _document(changed: MapsDiff, format_: str) -> str:
    if format_ == "json":
        from journeymap.report.diff_json import diff_json

        return diff_json(changed, __version__)
    from journeymap.report.diff_markdown import diff_markdown

    return diff_markdown(changed)
