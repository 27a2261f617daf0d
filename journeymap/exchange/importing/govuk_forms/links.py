"""Where a page leads: its `next` links as ways, conditions in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.exchange.importing.draft import Remark, Way
from journeymap.exchange.importing.govuk_forms.form import Form, Page, mappings, words
from journeymap.findings import Message

__all__ = ["condition_words", "key_of", "links_of"]

_NO_CONDITION = '"{page}" asks for the condition "{condition}", which does not exist'
_OTHERWISE = "otherwise"
_WEB = ("http://", "https://")


def key_of(form: Form, path: str) -> str:
    """The key of the block of a page."""
    return f"{form.name}{path}"


def _outside(link: Mapping[str, Any]) -> str:
    """The address outside the form that a link leads to; empty where it stays inside."""
    for address in (link.get("redirect"), link.get("path")):
        if isinstance(address, str) and address.startswith(_WEB):
            return address
    return ""


def links_of(form: Form, page: Page, remarks: list[Remark]) -> list[Way]:
    """The ways from a page to others, in order, outside the form to an address with ``://``; a condition that does not
    exist is told in `remarks`.
    """
    links = [link for link in mappings(page.content.get("next")) if isinstance(link.get("path"), str) or _outside(link)]
    conditions = [_condition(form, page, link, remarks) for link in links]
    ways = []
    for number, (link, condition) in enumerate(zip(links, conditions, strict=True)):
        when = condition or (_OTHERWISE if any(conditions) else "")
        address = _outside(link)
        path = "/" + str(link.get("path", "")).strip().lstrip("/")
        place = form.place("pages", page.number, "next", number, within=page.path)
        ways.append(Way(address or key_of(form, path), when, "next" if address else None, place=place))
    return ways


def _condition(form: Form, page: Page, link: Mapping[str, Any], remarks: list[Remark]) -> str:
    """The condition of a link in the words of the form."""
    name = link.get("condition") or link.get("if")
    if not isinstance(name, str) or not name.strip():
        return ""
    return condition_words(form, page, name, remarks)


def condition_words(form: Form, page: Page, name: str, remarks: list[Remark]) -> str:
    """A condition that a page names in the words of the form; its name, and a remark, where it does not exist."""
    condition = form.conditions.get(name)
    if condition is None:
        where = "condition" if form.in_order else "next"
        place = form.place("pages", page.number, where, within=page.path)
        remarks.append(Remark("error", place, Message(_NO_CONDITION, {"page": page.title, "condition": name})))
        return name
    return words(condition.get("displayName")) or _spelt(condition.get("value")) or name


def _spelt(value: object) -> str:
    """A condition without a name of its own, from its parts."""
    if isinstance(value, str):
        return value
    parts: Sequence[Mapping[str, Any]] = mappings(value.get("conditions")) if isinstance(value, dict) else ()
    return " ".join(filter(None, (_part(part) for part in parts)))


def _part(part: Mapping[str, Any]) -> str:
    field, value = part.get("field"), part.get("value")
    display = words(field.get("display")) if isinstance(field, dict) else ""
    wanted = words(value.get("display") or value.get("value")) if isinstance(value, dict) else words(value)
    return " ".join(filter(None, (words(part.get("coordinator")), display, words(part.get("operator")), wanted)))
