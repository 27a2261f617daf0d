"""A rule's page: the docstring of its module, taken apart into sections."""

from __future__ import annotations

import re

__all__ = ["SECTIONS", "sections", "title"]

SECTIONS = (
    "What it finds",
    "Why it hurts the customer",
    "A map it fires on",
    "The same map mended",
    "Settings",
    "References",
)
"""The sections of a rule's page, in order; the two maps are indented YAML and are run as tests."""

_HEADING = re.compile(r"^(?P<title>[A-Z][^\n]*)\n-{3,}\n", re.MULTILINE)


def title(page: str) -> str:
    """The first line of a page."""
    return page.split("\n", 1)[0]


def sections(page: str) -> dict[str, str]:
    """The sections of a page by title, in their order."""
    parts = _HEADING.split(page)
    return {heading: body.strip("\n") for heading, body in zip(parts[1::2], parts[2::2], strict=True)}
