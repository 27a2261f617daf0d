"""``journeymap``: the group of all commands, and how every ending becomes an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import click

from journeymap import __version__
from journeymap.cli import exits
from journeymap.cli.lazy import LazyGroup
from journeymap.cli.output import ReaderGone, be_encodable, complain, say
from journeymap.errors import CannotRun, described

__all__ = ["journeymap", "main"]

_COMMANDS = {
    "lint": ("journeymap.cli.lint", "Find blind spots, pointless loops and repeats in maps."),
    "baseline": ("journeymap.cli.baseline", "Accept today's findings, so that only new ones fail."),
    "diff": ("journeymap.cli.diff", "Say what changed between two maps, and which findings are new."),
    "import": ("journeymap.cli.import_", "Make a map from flows, forms, processes or tables there are already."),
    "export": ("journeymap.cli.export", "Write a map for other programs: tables, networks, BPMN, diagrams as text."),
    "render": ("journeymap.cli.render", "Draw a map: contact map, swimlanes, matrix, journey, one finding."),
    "doctor": ("journeymap.cli.doctor", "Say what this machine has for drawing, and what is missing."),
    "init": ("journeymap.cli.init", "Write a commented starter map."),
    "explain": ("journeymap.cli.explain", "Explain a rule: what it finds, why it hurts, how to mend it."),
    "rules": ("journeymap.cli.rules", "List every rule."),
    "schema": ("journeymap.cli.schema", "Print the JSON Schema of the map language."),
}

_REPORT = "this is a fault in journeymap, not in the map: please report it with this message"

_EPILOG = """\b
Examples:
  journeymap init                 write journeymap.yaml to begin with
  journeymap lint journeymap.yaml say what is wrong with it
  journeymap lint maps            lint every map below a folder
  journeymap explain JM301        what a code means
  journeymap render journeymap.yaml -o map.svg

Exit codes: 0 nothing found, 1 findings, 2 could not run."""


@click.group(
    cls=LazyGroup,
    lazy=_COMMANDS,
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="journeymap", message="%(prog)s %(version)s")
@click.pass_context
def journeymap(ctx: click.Context) -> None:
    """Customer-company contact maps in YAML: find where customers get lost, passed around, or asked again."""
    if ctx.invoked_subcommand is None:
        say(ctx.get_help())
        ctx.exit(exits.CANNOT_RUN)


def main() -> None:
    """The console script: run the command line and leave with its exit code.

    Without cyclic garbage collection: in a process that does one thing and ends, with millions of small objects,
    it would be the biggest cost of all.
    """
    gc.disable()
    be_encodable()
    exits.leave(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; every error is told on standard error and becomes an exit code."""
    try:
        code = journeymap.main(list(arguments), prog_name="journeymap", standalone_mode=False)
    except CannotRun as error:
        complain(error.message, error.help)
    except click.UsageError as error:
        complain(error.format_message(), _usage(error))
    except click.ClickException as error:
        complain(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return exits.INTERRUPTED
    except ReaderGone:
        return exits.BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 - a crash must not look like findings
        complain(f"journeymap broke down at {described(error)}", _REPORT)
    else:
        return code if isinstance(code, int) else exits.CLEAN
    return exits.CANNOT_RUN


def _usage(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx is not None else "journeymap"
    return f"`{command} --help` shows how it is used"
