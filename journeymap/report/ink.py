"""The one place that knows terminal colours, and the one gate through which user text reaches a report."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.report.visible import visible

__all__ = ["Ink"]

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "place": "1",
    "name": "1",
    "help": "32",
    "quiet": "2",
    "plain": "",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Writes text in a role (``error``, ``place``, ...), with ANSI colours or without; unsafe text is made visible."""

    colour: bool = False

    def __call__(self, text: str, role: str = "plain") -> str:
        """The text, safe, in that role."""
        safe = visible(text)
        code = _CODES[role]
        return f"\x1b[{code}m{safe}\x1b[0m" if self.colour and code and safe else safe
