"""A rule's page as plain text and as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from journeymap.rules.page import sections, title

__all__ = ["markdown_page", "with_fences"]

_INDENTED = re.compile(r"((?:^ {4}.*\n?|^\n(?= {4}))+)", re.MULTILINE)


def markdown_page(page: str) -> str:
    """The page with its sections as headings of the second level and its maps as fenced YAML."""
    lines = [title(page), ""]
    for heading, body in sections(page).items():
        lines += [f"## {heading}", "", with_fences(body), ""]
    return "\n".join(lines)


def with_fences(body: str, prose: Callable[[str], str] = str) -> str:
    """Indented YAML as fenced YAML; what is between goes through `prose`."""
    parts = _INDENTED.split(body)
    blocks = [_fenced(part) if number % 2 else prose(part.strip("\n")) for number, part in enumerate(parts)]
    return "\n\n".join(block for block in blocks if block)


def _fenced(block: str) -> str:
    yaml = textwrap.dedent(block).strip("\n").rstrip()
    return f"```yaml\n{yaml}\n```"
