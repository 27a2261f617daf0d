"""Ids from names: readable, in the script of the name, and the same again when other things are added."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

__all__ = ["harmless", "identified"]

_LONGEST = 48
_LONGEST_TEXT = 300
_MARKS = ("Mn", "Mc")
"""Vowels of many scripts are combining marks: they belong to their word."""


def identified(names: Iterable[str], fallback: str) -> list[str]:
    """One id for each name, in order: ``Main menu`` becomes ``main_menu``, a second one ``main_menu_2``.

    A name without a letter or digit gets the id `fallback`. Linear.
    """
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    ids = []
    for name in names:
        base = _readable(name) or fallback
        key = base
        while key in taken:
            numbers[base] = numbers.get(base, 1) + 1
            key = f"{base}_{numbers[base]}"
        taken.add(key)
        ids.append(key)
    return ids


def _readable(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name[: 4 * _LONGEST]).lower()
    words = "".join(_kept(character) for character in folded).split()
    return unicodedata.normalize("NFC", _shortened(words))


def _kept(character: str) -> str:
    if character.isalnum() or unicodedata.category(character) in _MARKS:
        return character
    return "" if character in "'’\u200c\u200d" else " "


def _shortened(words: list[str]) -> str:
    """As many whole words as fit; the beginning of the first where not even that does."""
    kept = "_".join(words)
    while len(kept) > _LONGEST and len(words) > 1:
        words = words[:-1]
        kept = "_".join(words)
    return kept[:_LONGEST]


def harmless(text: str) -> str:
    """Foreign text on one line, without control characters and half characters; very long text is cut."""
    one_line = " ".join("".join(_shown(character) for character in text[: 4 * _LONGEST_TEXT]).split())
    return one_line if len(one_line) <= _LONGEST_TEXT else one_line[: _LONGEST_TEXT - 1].rstrip() + "…"


def _shown(character: str) -> str:
    if character.isprintable() or character in "\u200c\u200d":
        return character
    return "\ufffd" if unicodedata.category(character) == "Cs" else " "
