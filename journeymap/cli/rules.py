"""``journeymap rules``."""

from __future__ import annotations

import json

import click

from journeymap.cli import output
from journeymap.rules.catalogue import CATALOGUE, Listing
from journeymap.rules.page import sections, title

__all__ = ["FORMAT", "command"]

FORMAT = "journeymap-rules/1"

_EPILOG = """\b
Examples:
  journeymap rules
  journeymap rules --format json"""


@click.command("rules", epilog=_EPILOG)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or for programs.")  # fmt: skip
def command(format_: str) -> None:
    """List every rule: code, severity, name, and in a few words the fault."""
    if format_ == "json":
        document = {"format": FORMAT, "rules": [_entry(listing) for listing in CATALOGUE]}
        output.write_document(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        output.say("\n".join(_line(listing) for listing in CATALOGUE))


def _line(listing: Listing) -> str:
    return f"{listing.code}  {listing.severity.value:<7}  {listing.name:<22}  {title(listing.page)}"


def _entry(listing: Listing) -> dict[str, object]:
    page = listing.page
    return {
        "code": listing.code,
        "name": listing.name,
        "severity": listing.severity.value,
        "title": title(page),
        "sections": sections(page),
    }
