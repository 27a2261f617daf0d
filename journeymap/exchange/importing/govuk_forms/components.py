"""What a page asks: its input components as items, equal labels being equal items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.exchange.importing.draft import Item
from journeymap.exchange.importing.govuk_forms.form import Form, Page, mappings, words

__all__ = ["items_of"]

_TELLING = frozenset(
    {"Para", "Html", "DynamicHtml", "InsetText", "Details", "FlashCard", "List", "WarningText", "NotificationBanner",
     "Markdown", "Image", "Heading", "BlankField"}
)  # fmt: skip
"""Components that show something and ask nothing; every other one asks."""
_DEPTH = 4
_CLOSING = " .:?!…"


def items_of(form: Form, page: Page) -> tuple[Item, ...]:
    """The items a page asks for, in its order; those revealed by an option count too."""
    found = _asked(form, mappings(page.content.get("components")), "", page.title, _DEPTH)
    return tuple({item.key: item for item in found}.values())


def _asked(form: Form, components: list[Mapping[str, Any]], group: str, fallback: str, depth: int) -> Iterator[Item]:
    for component in components if depth else ():
        if component.get("type") in _TELLING:
            continue
        label = words(component.get("title")) or fallback
        children = mappings(component.get("children")) or mappings(component.get("components"))
        if children:  # a list of things of one sort: the name of a partner is not the applicant's
            yield from _asked(form, children, f"{group}{label} – ", label, depth - 1)
            continue
        yield _item(f"{group}{label}")
        for revealed in _revealed(form, component):
            yield from _asked(form, revealed, group, label, depth - 1)


def _item(label: str) -> Item:
    name = label.rstrip(_CLOSING) + ("?" if label.rstrip().endswith("?") else "")
    return Item(label.rstrip(_CLOSING).casefold(), name)


def _revealed(form: Form, component: Mapping[str, Any]) -> Iterator[list[Mapping[str, Any]]]:
    """Components that appear when an option is chosen."""
    options = form.lists.get(str(component.get("list")), {})
    values = component.get("values")
    for holder in (options, values if isinstance(values, dict) else {}):
        for option in mappings(holder.get("items")):
            conditional = option.get("conditional")
            yield mappings(conditional.get("components")) if isinstance(conditional, dict) else []
            yield mappings(option.get("children"))
