"""``journeymap schema``."""

from __future__ import annotations

import json

import click

from journeymap.cli import output

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap schema > journeymap-1.json

\b
An editor with a YAML language server completes and checks a map that begins with
  # yaml-language-server: $schema=journeymap-1.json"""


@click.command("schema", epilog=_EPILOG)
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of the map language, with descriptions."""
    from journeymap.source import json_schema

    output.write_document(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
