"""What is said where a map with errors is to be drawn or exported."""

from __future__ import annotations

from typing import BinaryIO, NoReturn

import click

from journeymap.cli import exits

__all__ = ["tell_errors"]


def tell_errors(ctx: click.Context, path: str, given: BinaryIO | None) -> NoReturn:
    """The errors of a map as linting tells them, on standard error; `given` is what stood on standard input."""
    from journeymap import api
    from journeymap.report.text import text_report

    if given is not None:
        given.seek(0)
    report = api.check(path, standard_input=given)
    for line in text_report(report.maps, report.other_files):
        click.echo(line, err=True)
    ctx.exit(exits.CANNOT_RUN)
