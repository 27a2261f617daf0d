"""Plain data as YAML text: block style outside, flow style where an element fits on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Plain", "Written", "flow", "lay_out", "scalar"]

_WIDTH = 100
_PLAIN_TEXT = re.compile(r"[^\W\d_](?:[\w ./()%+;-]*[\w)%])?")
_AMBIGUOUS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Plain(str):
    """Text that is written as it stands, without quotes: numbers, shares, words of the language."""

    __slots__ = ()


Written = None | str | Plain | Sequence["Written"] | Mapping[str, "Written"]


def lay_out(sections: Mapping[str, Written]) -> str:
    """The sections as a YAML file; a blank line before each section that is a mapping."""
    lines: list[str] = []
    for key, value in sections.items():
        if isinstance(value, Mapping) and value:
            lines.append("")
        lines += _entry(key, value, 0)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Written, level: int) -> Iterator[str]:
    start = "  " * level + f"{scalar(key)}:"
    if not isinstance(value, Mapping) or not value or _on_one_line(start, key, value, level):
        yield from _short_entry(start, value, level)
        return
    yield start
    for inner, item in value.items():
        yield from _entry(inner, item, level + 1)


def _short_entry(start: str, value: Written, level: int) -> Iterator[str]:
    line = f"{start} {flow(value)}".rstrip()
    if len(line) <= _WIDTH or isinstance(value, str | None) or not value or isinstance(value, Mapping):
        yield line
        return
    yield start
    for item in value:
        yield "  " * (level + 1) + f"- {flow(item)}"


def _on_one_line(start: str, key: str, value: Mapping[str, Written], level: int) -> bool:
    if level == 0 or key == "transfers" or isinstance(value.get("transfers"), Mapping) or "channel" in value:
        return False
    return len(start) + 1 + len(flow(value)) <= _WIDTH


def flow(value: Written) -> str:
    """A value on one line, in flow style."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value if isinstance(value, Plain) else scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(flow(item) for item in value) + "]"


def scalar(text: str) -> str:
    """Text as a scalar that every YAML reader takes for text."""
    if _PLAIN_TEXT.fullmatch(text) and text.isprintable() and text.lower() not in _AMBIGUOUS:
        return str(text)
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
