"""YAML of other tools: values, and the line of everything in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.exchange.importing.draft import SourceText
from journeymap.source.encoding import decode
from journeymap.source.files import SourceFile
from journeymap.source.plain_yaml import read_plain_yaml
from journeymap.source.tree import Tree, Value

__all__ = ["YamlText", "read_yaml"]

_PLACEHOLDER = re.compile(rb"\{\{([^{}\"'\r\n]{1,200})\}\}")
"""What a deployment fills in, ``{{queue_name}}``: without quotes it would be a mapping as a key."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A YAML file that was read: every scalar is text (``"true"``, ``"30"``), None where nothing is written."""

    name: str
    tree: Tree

    @property
    def value(self) -> Value:
        """The value of the whole file."""
        return self.tree.root

    def line(self, path: Sequence[str | int]) -> int | None:
        """The line, from 1, of what a path of keys and places in lists leads to; None where it leads nowhere."""
        node = place = 0
        for key in path:
            child = self.tree.children(node).get(str(key))
            if child is None:
                return None
            place, node = child.key, child.value
        return self.tree.file.position(self.tree.starts[place])[0] if self.tree.values else None


def read_yaml(source: SourceText) -> YamlText:
    """Reads a YAML file (UTF-8 or UTF-16) safely: no tags are acted on, aliases, depth and size are limited.

    A placeholder ``{{name}}`` is read as the text ``<<name>>``, with quotes or without. Raises CannotRun, with line and
    column, where it is no YAML or goes beyond a limit. Linear.
    """
    content = _PLACEHOLDER.sub(rb"<<\1>>", _in_utf_8(source))
    return YamlText(source.name, read_plain_yaml(SourceFile(source.name, content)))


def _in_utf_8(source: SourceText) -> bytes:
    """UTF-16 is what some shells write where the output of a tool is kept in a file."""
    text, fault = decode(SourceFile(source.name, source.content))
    return text.text.encode() if fault is not None and fault.kind == "utf_16" else source.content
