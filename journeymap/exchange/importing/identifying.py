"""Ids from names: readable, in the script of the name, and the same again when other things are added."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

__all__ = ["harmless", "identified"]

_LONGEST = 48
_LONGEST_TEXT = 300
_MARKS = ("Mn", "Mc")
"""Vowels of many scripts are combining marks: they belong to their word."""


def identified(names: Iterable[str], fallback: str, groups: Iterable[str] | None = None) -> list[str]:
    """One id for each name, in order: ``Main menu`` becomes ``main_menu``, a second one ``main_menu_2``.

    Where `groups` names the group of each, a second one of another group is told by it: ``main_menu_billing``.
    A name without a letter or digit gets the id `fallback`. Linear.
    """
    taken: dict[str, str] = {}
    numbers: dict[str, int] = {}
    ids = []
    for name, group in zip(names, groups, strict=True) if groups is not None else ((name, "") for name in names):
        base = _readable(name, _LONGEST) or fallback
        if taken.get(base, group) != group:
            base = "_".join(filter(None, (_readable(base, _LONGEST // 2), _readable(group, _LONGEST // 2))))
        key = base
        while key in taken:
            numbers[base] = numbers.get(base, 1) + 1
            key = f"{base}_{numbers[base]}"
        taken[key] = group
        ids.append(key)
    return ids


def _readable(name: str, longest: int) -> str:
    folded = unicodedata.normalize("NFKC", name[: 4 * _LONGEST]).lower()
    words = "".join(_kept(character) for character in folded).split()
    return unicodedata.normalize("NFC", _shortened(words, longest))


def _kept(character: str) -> str:
    if character.isalnum() or unicodedata.category(character) in _MARKS:
        return character
    return "" if character in "'’\u200c\u200d" else " "


def _shortened(words: list[str], longest: int) -> str:
    """As many whole words as fit; the beginning of the first where not even that does."""
    kept = "_".join(words)
    while len(kept) > longest and len(words) > 1:
        words = words[:-1]
        kept = "_".join(words)
    return kept[:longest]


def harmless(text: str) -> str:
    """Foreign text on one line, without control characters and half characters; very long text is cut."""
    one_line = " ".join("".join(_shown(character) for character in text[: 4 * _LONGEST_TEXT]).split())
    return one_line if len(one_line) <= _LONGEST_TEXT else one_line[: _LONGEST_TEXT - 1].rstrip() + "…"


def _shown(character: str) -> str:
    if character.isprintable() or character in "\u200c\u200d":
        return character
    return "\ufffd" if unicodedata.category(character) == "Cs" else " "
