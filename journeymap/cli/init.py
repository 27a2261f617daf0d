"""``journeymap init``."""

from __future__ import annotations

from pathlib import Path

import click

from journeymap.cli import output
from journeymap.cli.starter import STARTER_MAP
from journeymap.report.visible import visible

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap init                     writes journeymap.yaml
  journeymap init maps/my-bank.yaml"""


@click.command("init", epilog=_EPILOG)
@click.argument("path", default="journeymap.yaml", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Write a commented starter map to PATH (default: journeymap.yaml). Nothing is ever overwritten."""
    from journeymap.adapters.disk import write_new

    target = path / "journeymap.yaml" if path.is_dir() else path
    write_new(target, STARTER_MAP)
    output.say(f"wrote {visible(str(target))}\nnext: journeymap lint {visible(str(target))}")
