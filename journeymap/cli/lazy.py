"""A group of commands that loads a command's module only when the command is used."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """Commands by name with their short helps; command ``x`` is the object ``command`` of its module."""

    def __init__(self, *, lazy: Mapping[str, tuple[str, str]], **attributes: object) -> None:
        super().__init__(**attributes)  # type: ignore[arg-type]  # click's own keywords
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a user meets the commands."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if name not in self._lazy:
            return None
        command = importlib.import_module(self._lazy[name][0]).command
        assert isinstance(command, click.Command)  # noqa: S101 - a slip in our own table
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in ``--help``, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short_help) for name, (_, short_help) in self._lazy.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest command where there is none of that name."""
        if args and args[0] not in self._lazy and not args[0].startswith("-"):
            ctx.fail(f"there is no command {args[0]}{self._meant(args[0])}")
        return super().resolve_command(ctx, args)

    def _meant(self, name: str) -> str:
        import difflib

        near = difflib.get_close_matches(name, self._lazy, n=1)
        return f", did you mean {near[0]}?" if near else ""
