"""User text in Mermaid: inert, whatever it says and however strict the page is that shows it.

Mermaid reads its text in several passes (front matter, directives, comments, entity codes, the grammar of the diagram,
Markdown, icons, formulas, HTML). So nothing is left as it is that any of them could take for its own: of ASCII only
letters, digits, spaces and a few marks between words; everything else is a numeric entity code, which Mermaid turns
into a character of text at the very end.
"""

from __future__ import annotations

import json
import re

from journeymap.draw.render.characters import is_hidden, one_line

__all__ = ["BREAK", "front_matter_text", "label", "plain"]

BREAK = "<br/>"
_OWN = re.compile(r"(?<=ﬂ)(?=°)|(?<=¶)(?=ß)|(?<=\$)(?=\$)")
"""Within these pairs: entity codes while Mermaid works on them, and formulas. It looks for them even after decoding."""
_JOINER = "\u2060"
"""Parts a pair, and is not seen (word joiner)."""
_DOUBTFUL = re.compile(r"[^A-Za-z0-9 ,'()?!\u0080-\U0010ffff]")
_PUNCTUATION = re.compile(r"(?<=[A-Za-z\u00c0-\ud7ff])\.(?= |$)|(?<=\w)[-/](?=\w)|(?<=\w):(?= )")
"""A full stop, a hyphen, a slash or a colon where it can be nothing else."""


def plain(text: str) -> str:
    """A line of text with entity codes: for labels between quotation marks and for descriptions. Linear."""
    line = _parted(text)
    harmless = {match.start() for match in _PUNCTUATION.finditer(line)}
    return "".join(
        _code(character) if _DOUBTFUL.match(character) and place not in harmless else _shown(character)
        for place, character in enumerate(line)
    )


def _parted(text: str) -> str:
    return _OWN.sub(_JOINER, one_line(text))


def _shown(character: str) -> str:
    return _code(character) if not character.isascii() and is_hidden(character) else character


def _code(character: str) -> str:
    return f"#{ord(character)};"


def label(lines: tuple[str, ...]) -> str:
    """Lines of text as one quoted label."""
    return '"' + (BREAK.join(filter(None, map(plain, lines))) or " ") + '"'


def front_matter_text(text: str) -> str:
    """A line of text as a quoted YAML scalar in which nothing but letters, digits and spaces stands as it is."""
    line = _parted(text)
    return '"' + "".join(_yaml(character) for character in line) + '"'


def _yaml(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() or character in " ,.-?!()'/" else f"\\u{ord(character):04x}"
    return json.dumps(character)[1:-1] if len(json.dumps(character)) == 8 and is_hidden(character) else character
