"""What comes next in forms whose pages follow in the order of the file, those with a condition only where it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.exchange.importing.draft import Remark, Way
from journeymap.exchange.importing.govuk_forms.form import Form, Page
from journeymap.exchange.importing.govuk_forms.links import condition_words, key_of
from journeymap.findings import Message

__all__ = ["Order"]

_OTHERWISE = "otherwise"
_ANY = "under a condition"
_MOST_SKIPPED = 40
_TOO_MANY = 'more than {most} pages after "{page}" have conditions; those behind are taken for reached by way of them'


@dataclass(frozen=True)
class Order:
    """The pages of a form in their order, each with its condition in words, empty where it has none."""

    form: Form
    pages: tuple[Page, ...]
    conditions: Mapping[str, str]

    @classmethod
    def of(cls, form: Form, remarks: list[Remark]) -> Order:
        """The order of a form; conditions that do not exist are told in `remarks`."""
        pages = tuple(page for page in form.all_pages if form.pages[page.path] is page)
        return cls(form, pages, {page.path: _condition(form, page, remarks) for page in pages})

    def ways_from(self, place: int, remarks: list[Remark]) -> list[Way]:
        """The ways from the page at a place: to those with conditions that follow, and to the next without one."""
        page, ways = self.pages[place], list[Way]()
        if page.is_summary or page.is_terminal or page.is_confirmation:
            return ways
        where = self.form.place("pages", page.number, within=page.path)
        for following in self.pages[place + 1 : place + 1 + _MOST_SKIPPED]:
            condition = self.conditions[following.path]
            ways.append(Way(key_of(self.form, following.path), condition or (_OTHERWISE if ways else ""), place=where))
            if not condition:
                return ways
        if place + 1 + _MOST_SKIPPED < len(self.pages):
            remarks.append(Remark("assumed", where, Message(_TOO_MANY, {"most": _MOST_SKIPPED, "page": page.title})))
        return ways


def _condition(form: Form, page: Page, remarks: list[Remark]) -> str:
    name = page.content.get("condition")
    if isinstance(name, str) and name.strip():
        return condition_words(form, page, name, remarks)
    return _ANY if name else ""
