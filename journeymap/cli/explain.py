"""``journeymap explain``."""

from __future__ import annotations

import click

from journeymap.cli import output
from journeymap.errors import CannotRun
from journeymap.rules.catalogue import Listing, closest, find

__all__ = ["command"]

_EPILOG = """\b
Examples:
  journeymap explain JM301
  journeymap explain ping-pong"""


@click.command("explain", epilog=_EPILOG)
@click.argument("code")
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
