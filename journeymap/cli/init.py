"""``journeymap init``."""

from __future__ import annotations

from pathlib import Path

import click

from journeymap.cli import output
from journeymap.cli.starter import STARTER_MAP
from journeymap.report.visible import visible

__all__ = ["command"]

_MAIN_FILE = "journeymap.yaml"
_PARTS = (
    "note: a journeymap.yaml makes its folder a map: the YAML files beside and below it are parts of it now "
    "({others} here). If they are something else, move this map into a folder of its own"
)

_EPILOG = """\b
Examples:
  journeymap init                  writes journeymap.yaml: this folder is a map then
  journeymap init my-bank.yaml     a map in one file"""


@click.command("init", epilog=_EPILOG)
@click.argument("path", default="journeymap.yaml", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Write a commented starter map to PATH (default: journeymap.yaml). Nothing is ever overwritten."""
    from journeymap.adapters.disk import write_new

    target = path / _MAIN_FILE if path.is_dir() else path
    write_new(target, STARTER_MAP)
    output.say(f"wrote {visible(str(target))}\nnext: journeymap lint {visible(str(target))}")
    if target.name == _MAIN_FILE:
        _tell_of_parts(target.parent)


def _tell_of_parts(folder: Path) -> None:
    from journeymap.adapters.disk import other_parts

    others = other_parts(folder)
    if others:
        output.say(_PARTS.format(others=others))
