"""Text and attributes of an SVG file: everything a user wrote is escaped, isolated and harmless."""

from __future__ import annotations

import re
import unicodedata

from journeymap.draw.render.characters import holdable
from journeymap.draw.render.weblinks import web_link

__all__ = ["attributes", "escaped", "identifier", "isolated", "number", "safe_link"]

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRO", "LRE"})
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NOT_IN_IDS = re.compile(r"[^\w.:>-]")
_OTHER_SCHEME = re.compile(r"^[^/?#]*:")
_KEPT_SCHEMES = re.compile(r"mailto:", re.IGNORECASE)
_OTHER_HOST = re.compile(r"[/\\]{2}")  # browsers take a backslash for a slash
_BLANK = re.compile(r"[\s\x00-\x20]")


def escaped(text: str) -> str:
    """Text as it stands between tags or in an attribute; characters that XML cannot hold become U+FFFD."""
    text = holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", " ").replace("\t", " ")


def isolated(text: str) -> str:
    """A line that contains right-to-left text, between isolates, so that it does not turn what stands around it."""
    plain = _BIDI_CONTROLS.sub("", text)
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"\u2068{plain}\u2069"
    return plain


def number(value: float) -> str:
    """A length with at most two decimals, without trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def attributes(**values: str | float | None) -> str:
    """Attributes in the order given; None is left out, an underscore stands for a hyphen."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for name, value in values.items()
        if value is not None
    )


def identifier(text: str) -> str:
    """An id without white space and marks; different texts get different ids."""
    return _NOT_IN_IDS.sub(lambda found: f"_{ord(found[0]):x}_", holdable(text))


def safe_link(link: str | None) -> str | None:
    """The link if it leads to the web, to mail, or to a place beside the picture; else None, so nothing can be run."""
    if link is None or not link.strip() or _OTHER_HOST.match(link.strip()):
        return None
    if _KEPT_SCHEMES.match(link) or not _OTHER_SCHEME.match(link.strip()):
        return _BLANK.sub("%20", holdable(link.strip()))
    return web_link(link)
