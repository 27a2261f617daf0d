"""User text made harmless: whatever could move the cursor, hide or reorder text is shown, never emitted.

Maps come from many hands; a name with an escape sequence in it must not repaint a terminal, and one with a
bidirectional mark must not read as something else.
"""

from __future__ import annotations

import re

__all__ = ["escape_json", "no_command", "visible"]

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, the escape character among them
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible or reordering
    "\ud800-\udfff\ufffe\uffff"  # half a character, or none
    "\U000e0000-\U000e007f]"  # invisible tags
)


_COMMAND = re.compile(r"^(?P<before>\s*):(?=:)|#(?=#(?:vso)?\[)")
"""What the runners of GitHub Actions and Azure Pipelines take for a command in a line of a log."""


def visible(text: str) -> str:
    """The text with every unsafe character written as ``<U+202E>``; other text as it is. Linear."""
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def no_command(line: str) -> str:
    """A line of a log in which no runner finds a command: ``::error::`` becomes ``<U+003A>:error::``."""
    return _COMMAND.sub(_shown_command, line) if ":" in line or "#" in line else line


def _shown_command(match: re.Match[str]) -> str:
    return f"{match['before'] or ''}<U+{ord(match[0][-1]):04X}>"


def escape_json(document: str) -> str:
    """JSON without line breaks, with every unsafe character in its strings as a JSON escape."""
    return _UNSAFE.sub(_json_escape, document)


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
