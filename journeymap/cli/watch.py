"""``--watch``: lint, wait until something is saved, lint again."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from journeymap.cli.output import complain
from journeymap.errors import CannotRun

if TYPE_CHECKING:
    from journeymap.api import LintReport

__all__ = ["option", "watch"]

_WATCHING = "watching {files} files; Ctrl-C ends"

option = click.option(
    "--watch",
    "watching",
    is_flag=True,
    help="Lint again whenever a map or its settings are saved; Ctrl-C ends.",
)


def watch(lint: Callable[[], LintReport], paths: Sequence[str], but: Sequence[str], format_: str) -> NoReturn:
    """Call `lint` now and after every change of the maps at `paths`, for ever; files `but` (our own) do not count.

    What cannot be linted just now, such as a file that is gone, is said, and waited for.
    """
    if "-" in paths or format_ != "text":
        what = "standard input" if "-" in paths else f"--format {format_}"
        raise click.UsageError(f"--watch does not go with {what}")  # noqa: EM102
    from journeymap.adapters.watching import signatures, wait_for_change

    gc.enable()  # this process does not end with the first run
    known, watched = signatures(paths, but), tuple(paths)
    while True:
        watched = _round(lint, paths, watched)
        known = signatures(watched, but) | known
        click.echo(_WATCHING.format(files=len(known)), err=True)
        known = wait_for_change(watched, known, but)


def _round(lint: Callable[[], LintReport], paths: Sequence[str], watched: tuple[str, ...]) -> tuple[str, ...]:
    """One run; the paths to watch from now on: the folder of a map is watched whatever part of it was named."""
    if sys.stdout.isatty():
        click.clear()
    try:
        report = lint()
    except CannotRun as error:
        complain(error.message, error.help)
        return watched
    files = (name for view in report.maps for name in (view.root, *view.files))
    return tuple(dict.fromkeys((*paths, *files)))
