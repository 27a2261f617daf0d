"""What an import has to say, in lines for people: faults first, and not more than anybody reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymap.exchange.importing.draft import Remark

__all__ = ["SHOWN", "cut", "remark_lines"]

SHOWN = 20
"""How many lines are told unless all are wanted."""
_KIND_WORDS = {"error": "fault", "dropped": "left out", "assumed": "assumed"}
_MORE = "and {count} more; -v tells them all"


def remark_lines(remarks: Sequence[Remark], *, verbose: bool) -> list[str]:
    """A line for each remark: faults, what was left out, what was assumed; `verbose` for all of them."""
    from journeymap.exchange.importing.writing import place_words

    told = sorted(remarks, key=lambda remark: list(_KIND_WORDS).index(remark.kind))
    return cut([f"{_KIND_WORDS[one.kind]}: {place_words(one)}{one.message}" for one in told], verbose=verbose)


def cut(lines: Sequence[str], *, verbose: bool) -> list[str]:
    """The first lines, and how many there are besides; `verbose` for all of them."""
    shown = list(lines) if verbose else list(lines[:SHOWN])
    more = len(lines) - len(shown)
    return [*shown, *([_MORE.format(count=more)] if more else [])]
