"""Menus: their choices, and what happens without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from journeymap.exchange.importing.genesys_architect.parsed import Path
from journeymap.exchange.importing.genesys_architect.wording import key_pressed, said
from journeymap.exchange.importing.loose import inner, mapping, text
from journeymap.exchange.importing.phrases import after, options

__all__ = ["choice_kind", "choices_of", "default_choice", "menu_name", "no_choice"]

_DEFAULT = re.compile(r"(\w+)\[(.*)\]$")


def choices_of(menu: Mapping[str, object], path: Path) -> Iterator[tuple[Path, str, Mapping[str, object], str]]:
    """Where each choice stands, its kind, its attributes, and its words: ``1 (Life insurance)``."""
    choices = menu.get("choices")
    for place, entry in enumerate(choices if isinstance(choices, list) else ()):
        for kind, choice in mapping(entry).items():
            attributes = mapping(choice)
            name, pressed = text(attributes.get("name")), key_pressed(attributes)
            words = f"{pressed} ({name})" if pressed and name else pressed or name
            yield (*path, "choices", str(place), kind), kind, attributes, words


def default_choice(menu: Mapping[str, object], path: Path) -> Path | None:
    """Where the choice stands that is taken for customers who choose nothing; None where there is no such choice."""
    match = _DEFAULT.search(text(menu.get("defaultChildMenuRef")))
    if match is None:
        return None
    for where, kind, choice, _ in choices_of(menu, path):
        if kind == match.group(1) and match.group(2) in (text(choice.get("refId")), text(choice.get("name"))):
            return where
    return None


def choice_kind(kind: str) -> str:
    """The action a choice takes: ``menuTransferToAcd`` gives ``transferToAcd``."""
    action = kind.removeprefix("menu")
    return action[:1].lower() + action[1:] or kind


def menu_name(action: Mapping[str, object], *, is_choice: bool) -> str:
    """What a question or menu without a name of its own is called: by what it says."""
    words = said(action)
    offered = list(options(words).values())
    return after("Menu" if is_choice else "Question", ", ".join(offered) if len(offered) > 1 else words)


def no_choice(menu: Mapping[str, object], flow: Mapping[str, object]) -> str:
    """What is said of customers who choose nothing, with how often the menu is repeated."""
    for settings in (menu, flow):
        count = text(inner(settings, "settingsMenu", "repeatCount", "lit"))
        if count.isdecimal():
            return f"no choice after {count} repeats"
    return "no choice"
