"""User text in DOT: names of nodes, plain attributes, and labels in Graphviz's HTML-like language.

Graphviz reads a plain attribute in three passes: quotation marks, backslash sequences, HTML entities. A label in
angle brackets is XML. https://graphviz.org/doc/info/shapes.html#html and #k:escString
"""

from __future__ import annotations

import html

import graphviz

from journeymap.draw.render.characters import holdable, is_hidden, one_line

__all__ = ["attribute", "markup", "node_name", "rich"]

_IN_NAMES = {character: f"%{ord(character):02X}" for character in '%:\\"'}
_LAST_ENTITY = 0xFFFF
_JOINER = "\u2060"
"""Parts two characters, and is not seen (word joiner)."""


def node_name(identifier: str) -> str:
    """The name of a node: its id with a slash after the kind, for a colon in an edge would name a port."""
    kind, _, key = holdable(identifier).partition(":")
    return "/".join("".join(_IN_NAMES.get(character, character) for character in part) for part in (kind, key))


def attribute(text: str) -> str:
    """Text as a plain attribute that says just that: no escape sequences, no entities, no HTML. Linear."""
    lines = (_plain(line) for line in holdable(text).splitlines())
    escaped: str = graphviz.escape(_codes("\n".join(lines).replace("&", "&amp;")))
    return escaped


def markup(text: str) -> str:
    """Text inside an HTML-like label."""
    return _codes(html.escape(_plain(text)))


def rich(content: str) -> str:
    """An HTML-like label from finished markup."""
    return f"<{content}>"


def _plain(text: str) -> str:
    """One line in which no backslash begins a sequence: Graphviz puts in names even where its markup has none."""
    return one_line(text).replace("\\", f"\\{_JOINER}")


def _codes(text: str) -> str:
    """Hidden characters as entities, as far as Graphviz knows them: it garbles those beyond four digits."""
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    coded = character != "\n" and ord(character) <= _LAST_ENTITY and is_hidden(character)
    return f"&#{ord(character)};" if coded else character
