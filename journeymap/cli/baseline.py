"""``journeymap baseline``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journeymap.cli import options, output

if TYPE_CHECKING:
    from datetime import date

    from journeymap.lint import Update

__all__ = ["command"]

DEFAULT = "journeymap-baseline.jsonl"

_EPILOG = """\b
Examples:
  journeymap baseline maps                      writes journeymap-baseline.jsonl
  journeymap lint --baseline journeymap-baseline.jsonl maps
  journeymap baseline maps --update             takes out what is mended by now
  journeymap baseline maps --add --reason "new telephone menu comes in May" --expires 2027-05-31

An entry names a finding by map, rule and subject, never by line. Nothing is added to a file that is there already
unless you say --add. Errors that keep a map from being read (JM001 to JM004) cannot be accepted.

Exit codes: 0 done, 2 could not run."""

_WROTE = "wrote {name}: {entries} in the baseline"
_PARTS = {
    "added": "added: {number} ({entries})",
    "renewed": "expired, and renewed: {number} ({entries})",
    "removed": "removed, because they silence nothing any more: {number} ({entries})",
    "expired": "expired, so that their findings count again: {number} ({entries})",
    "left_out": "new findings, not added (--add adds them): {number} ({entries})",
}


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    from journeymap.lint import DAY_HELP, parse_day

    day = parse_day(value)
    if day is None:
        message = f"{value} is no day, {DAY_HELP}"
        raise click.BadParameter(message)
    return day


@click.command("baseline", epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(allow_dash=True))
@click.option("-o", "--output", "file", type=click.Path(), metavar="FILE", default=DEFAULT, show_default=True,
              help="The baseline.")  # fmt: skip
@click.option("--update", is_flag=True, help="Take out entries that silence nothing any more. Adds nothing.")
@click.option("--add", is_flag=True, help="The same, and add every finding that is not in it yet.")
@click.option("--reason", default="", metavar="TEXT", help="Why the findings that are added are accepted.")
@click.option("--expires", metavar="DAY", callback=_day, help="The last day on which they are: 2027-03-31.")
@options.select
@options.ignore
@options.config
def command(
    paths: tuple[str, ...],
    file: str,
    update: bool,
    add: bool,
    reason: str,
    expires: date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
) -> None:
    """Accept the findings of today in a file, so that `journeymap lint --baseline` fails only on new ones.

    PATH is as for `journeymap lint`.
    """
    if update and not add and (reason or expires):
        raise click.UsageError("--reason and --expires are for findings that are added, and --update adds none")  # noqa: EM101
    from journeymap import api
    from journeymap.lint import Wish

    wish = Wish(add or not update, reason, expires)
    report = api.check(*paths, select=select, ignore=ignore, config=config)
    _tell(api.update_baseline(file, report.maps, wish, update=update or add))


def _tell(update: Update) -> None:
    from journeymap.lint import told
    from journeymap.report.visible import visible

    output.say(_WROTE.format(name=visible(update.baseline.name), entries=len(update.baseline.entries)))
    for part, template in _PARTS.items():
        entries = getattr(update, part)
        if entries:
            output.say(template.format(number=len(entries), entries=visible(told(entries))))
