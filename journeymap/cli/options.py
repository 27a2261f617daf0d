"""Options that several commands share: which rules, what fails, which settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from journeymap.lint import FailOn

__all__ = ["baseline", "config", "fail_on", "ignore", "select"]


def _codes(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for value in values for code in value.split(","))


def _threshold(ctx: click.Context, parameter: click.Parameter, value: str | None) -> FailOn:
    if value is None:
        return "configured"
    if value == "never":
        return "never"
    from journeymap.findings import Severity

    return Severity(value)


select = click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    callback=_codes,
    help="Only these rules: codes or beginnings of codes, separated by commas.",
)
ignore = click.option("--ignore", multiple=True, metavar="CODES", callback=_codes, help="All rules but these.")
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    callback=_threshold,
    help="The mildest severity that gives exit code 1 (default: as in the settings, else warning).",
)
config = click.option(
    "--config",
    type=click.Path(),
    metavar="FILE",
    help="The settings, in place of the nearest journeymap.toml or pyproject.toml above each map.",
)
baseline = click.option(
    "--baseline",
    type=click.Path(),
    metavar="FILE",
    help="Fail only on findings that are not in this file; `journeymap baseline` writes it.",
)
