"""Where the command line writes: the one sink for reports, errors and progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

import click

from journeymap.errors import CannotRun
from journeymap.report.visible import visible

__all__ = [
    "Progress",
    "ReaderGone",
    "be_encodable",
    "complain",
    "inform",
    "remark",
    "say",
    "wants_colour",
    "write_document",
]

PATIENCE = 2.0
"""Seconds before progress is shown."""


class ReaderGone(Exception):
    """Nobody reads standard output any more."""


@contextmanager
def _reader() -> Iterator[None]:
    """Errors of writing as errors of our own: click would end the process with the exit code of findings."""
    try:
        yield
    except BrokenPipeError:
        _give_up_output()
        raise ReaderGone from None
    except OSError as error:
        _give_up_output()
        message = f"the output cannot be written: {error.strerror or error}"
        raise CannotRun(message, help="see whether the disk it goes to is full") from None


def _give_up_output() -> None:
    """Whatever is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def be_encodable() -> None:
    """Let streams write what their encoding lacks as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody said NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str, *, colour: bool = False) -> None:
    """Write lines for people to standard output."""
    with _reader():
        click.echo(text, color=colour)


def write_document(document: str | bytes) -> None:
    """Write a document for machines to standard output: UTF-8 with plain line ends, whatever the terminal is."""
    stream = sys.stdout.buffer
    with _reader():
        stream.write(document.encode("utf-8") if isinstance(document, str) else document)
        stream.flush()


def complain(message: str, help_: str = "") -> None:
    """Say on standard error what went wrong, and the way out; further lines of the message are indented."""
    first, *others = message.split("\n")
    click.echo(f"error: {visible(first)}", err=True)
    for line in others:
        click.echo(f"       {visible(line)}", err=True)
    if help_:
        click.echo(f"help: {visible(help_)}", err=True)


def remark(notes: Iterable[str]) -> None:
    """Say on standard error what is no error and still worth knowing."""
    for note in notes:
        click.echo(f"note: {visible(note)}", err=True)


def inform(lines: Iterable[str]) -> None:
    """Say on standard error what was done, while standard output may be the document."""
    for line in lines:
        click.echo(visible(line), err=True)


class Progress:
    """Says on standard error, if that is a terminal, which map is being read once a run takes longer."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._wanted = sys.stderr.isatty()
        self._width = 0

    def __call__(self, root: str, number: int, all_maps: int) -> None:
        """Called before each map."""
        if self._wanted and time.monotonic() - self._begun > PATIENCE:
            self._show(f"{number + 1}/{all_maps} {ascii(root)[1:-1][:60]}")

    def done(self) -> None:
        """Wipe the line away."""
        if self._width:
            self._show("")
            click.echo("\r", err=True, nl=False)

    def _show(self, line: str) -> None:
        click.echo("\r" + line.ljust(self._width), err=True, nl=False)
        self._width = len(line)
