"""Words that the tool itself adds to a picture, in every language it speaks."""

from __future__ import annotations

from typing import NamedTuple

from journeymap.draw.wishes import Language

__all__ = ["Words"]


class Words(NamedTuple):
    """One template in each language, with named values (`str.format` syntax)."""

    en: str
    zh: str

    def say(self, language: Language, **values: str | int) -> str:
        """The template filled in."""
        return (self.zh if language == "zh" else self.en).format_map(values)
