"""Which rules there are: code, name and severity, without loading a single one.

Listing and explaining rules needs no analysis and no model, so this module imports neither. The order is
that of the codes; each rule lives in the module named after its fault, and a test holds the two together.
"""

from __future__ import annotations

import ast
import difflib
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.findings import Severity

__all__ = ["CATALOGUE", "CODES", "Listing", "closest", "find"]


@dataclass(frozen=True, slots=True)
class Listing:
    """One line of the catalogue."""

    code: str
    name: str
    severity: Severity

    @property
    def module(self) -> str:
        """The module that holds the rule."""
        return f"journeymap.rules.{self.name.replace('-', '_')}"

    @property
    def page(self) -> str:
        """The rule's page, read from the module's source without running it."""
        spec = importlib.util.find_spec(self.module)
        source = spec.loader.get_source(self.module) if spec is not None and spec.loader is not None else None  # type: ignore[attr-defined]
        return ast.get_docstring(ast.parse(source or "")) or ""


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CATALOGUE: tuple[Listing, ...] = (
    Listing("JM001", "unreadable-file", _ERROR),
    Listing("JM002", "invalid-value", _ERROR),
    Listing("JM003", "unknown-reference", _ERROR),
    Listing("JM004", "duplicate-definition", _ERROR),
    Listing("JM005", "shares-over-100", _ERROR),
    Listing("JM006", "unused-definition", _INFO),
    Listing("JM007", "self-transfer", _WARNING),
    Listing("JM008", "unused-suppression", _WARNING),
    Listing("JM009", "impossible-carry", _WARNING),
    Listing("JM010", "never-taken", _WARNING),
    Listing("JM101", "dead-end", _ERROR),
    Listing("JM102", "trap", _ERROR),
    Listing("JM103", "no-way-in", _ERROR),
    Listing("JM104", "unreachable-touchpoint", _WARNING),
    Listing("JM105", "closed-on-arrival", _WARNING),
    Listing("JM106", "out-of-hours", _INFO),
    Listing("JM107", "unheard-request", _WARNING),
    Listing("JM108", "silent-stage", _INFO),
    Listing("JM109", "contested-ownership", _WARNING),
    Listing("JM110", "complaint-without-follow-up", _WARNING),
    Listing("JM111", "ticket-lacks-information", _WARNING),
    Listing("JM112", "stranded-caller", _WARNING),
    Listing("JM113", "silent-loss", _WARNING),
    Listing("JM201", "ping-pong", _ERROR),
    Listing("JM202", "carousel", _ERROR),
    Listing("JM203", "menu-loop", _INFO),
    Listing("JM204", "inner-loop", _WARNING),
    Listing("JM205", "tangle", _WARNING),
    Listing("JM206", "boomerang", _WARNING),
    Listing("JM207", "long-way-round", _WARNING),
    Listing("JM208", "channel-bounce", _INFO),
    Listing("JM209", "person-out-of-reach", _WARNING),
    Listing("JM301", "repeated-information", _ERROR),
    Listing("JM302", "asked-although-known", _WARNING),
    Listing("JM303", "early-ask", _WARNING),
    Listing("JM304", "two-sources-of-truth", _INFO),
    Listing("JM305", "collected-for-nothing", _INFO),
    Listing("JM401", "valued-segment-without-person", _WARNING),
    Listing("JM402", "person-does-machine-work", _INFO),
    Listing("JM403", "only-paid-way", _WARNING),
    Listing("JM501", "too-many-screens", _INFO),
    Listing("JM502", "duplicated-work", _WARNING),
    Listing("JM901", "broken-contract", _ERROR),
)
"""Every rule, by code."""

CODES = tuple(listing.code for listing in CATALOGUE)
"""Every code."""

_BY_WORD = {word: listing for listing in CATALOGUE for word in (listing.code, listing.name)}


def find(code_or_name: str) -> Listing | None:
    """The rule of that code or name, in upper or lower case; None if there is none."""
    return _BY_WORD.get(code_or_name.upper()) or _BY_WORD.get(code_or_name.lower())


def closest(word: str, words: Iterable[str] = _BY_WORD) -> str | None:
    """The one of `words` (default: every code and name) that `word` most likely meant; None if none is near."""
    folded = {candidate.lower(): candidate for candidate in words}
    near = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None
