"""``journeymap explain``."""

from __future__ import annotations

import click

from journeymap.cli import output
from journeymap.errors import CannotRun
from journeymap.rules.catalogue import CATALOGUE, Listing, closest, find

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap explain JM301
  journeymap explain ping-pong"""


def _begun(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Codes and names for shell completion."""
    words = [word for listing in CATALOGUE for word in (listing.code, listing.name)]
    return [word for word in words if word.lower().startswith(incomplete.lower())]


@click.command("explain", epilog=_EPILOG)
@click.argument("code", shell_complete=_begun)
def command(code: str) -> None:
    """Explain a rule: what it finds, why it hurts the customer, a map it fires on, and the same map mended.

    CODE is the code of a rule, or its name.
    """
    listing = _rule(code)
    output.say(f"{listing.code} {listing.name} ({listing.severity.value})\n\n{listing.page.rstrip()}")


def _rule(code: str) -> Listing:
    listing = find(code)
    if listing is not None:
        return listing
    meant = closest(code)
    way_out = "`journeymap rules` lists every rule"
    raise CannotRun(f"there is no rule {code}", help=f"did you mean {meant}? {way_out}" if meant else way_out)  # noqa: EM102
