"""Which links may get into a file: whoever opens it must not run anything by a click."""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["web_link"]

_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_KEPT = "/:?#[]@!$&*+,=%-._~"
"""What stands in a URL as it is; quotes, brackets, semicolons and everything outside ASCII are percent-encoded."""


def web_link(link: str | None) -> str | None:
    """The link with every doubtful character percent-encoded; None unless it leads to a page of the web."""
    if link is None or not _WEB.match(link.strip()):
        return None
    return quote(link.strip().encode("utf-8", "replace"), safe=_KEPT)
