"""``journeymap doctor``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journeymap.cli import exits, output

if TYPE_CHECKING:
    from journeymap.api.health import Health

__all__ = ["command"]

_EPILOG = """\b
Nothing is needed for linting, comparing, and pictures as DOT, Mermaid and JSON. A layout engine is needed for the
views contact and departments, Typst for PNG and PDF.

Exit codes: 0 pictures can be drawn as SVG, PNG and PDF, 1 something for that is missing."""

_OK, _MISSING, _ABSENT = "ok     ", "missing", "-      "


@click.command("doctor", epilog=_EPILOG)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, format_: str) -> None:
    """Say what this machine has for drawing, and the way to what is missing.

    Each engine is really run.
    """
    from journeymap.api.health import health

    found = health()
    if format_ == "json":
        output.write_document(_document(found))
    else:
        output.say("\n".join(_lines(found)))
    ctx.exit(exits.CLEAN if found.can_draw else exits.FINDINGS)


def _lines(found: Health) -> list[str]:
    from journeymap.report.visible import visible

    lines = []
    for check in found.checks:
        mark = _OK if check.ok else _ABSENT if check.optional else _MISSING
        lines.append(f"{mark}  {check.what}: {visible(check.found)}")
        if check.help:
            lines.append(f"         help: {check.help}")
    return lines


def _document(found: Health) -> str:
    import json
    from dataclasses import asdict

    document = {"format": "journeymap-doctor/1", "can_draw": found.can_draw}
    return json.dumps(document | {"checks": [asdict(check) for check in found.checks]}, indent=2) + "\n"
