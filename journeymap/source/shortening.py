"""Values for messages: on one line, and not too long."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["shorten", "shortened"]

_SHOWN = 60


def shorten(text: str) -> str:
    """A value for a message: on one line, and not too long."""
    line = " ".join(text.split()) if not text.isprintable() else text
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def shortened(values: Mapping[str, str | int]) -> dict[str, str | int]:
    """Named values, each of them short."""
    return {key: shorten(value) if isinstance(value, str) else value for key, value in values.items()}
