"""One form as it was read: its pages by path, its conditions, lists and sections by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Place, SourceText
from journeymap.exchange.importing.json_text import JsonText, read_json
from journeymap.findings import Json

__all__ = ["Form", "Page", "is_form", "mappings", "words"]

_TAG = re.compile(r"<[^<>]*>")
_NO_SECTION = frozenset({"", "default section"})
_SUMMARY = "Check your answers"
_NUMBER = re.compile(r"\d+")


def is_form(value: Json) -> bool:
    """Whether a JSON value is a form."""
    pages = value.get("pages") if isinstance(value, dict) else None
    return any(isinstance(page.get("path"), str) and _has_parts(page) for page in mappings(pages))


def _has_parts(page: Mapping[str, Any]) -> bool:
    """Whether a page has components or links as the form builder writes them, be they none."""
    components, links = page.get("components"), page.get("next")
    has_components = components == [] or any("type" in component for component in mappings(components))
    return has_components or links == [] or any("path" in link or "redirect" in link for link in mappings(links))


def mappings(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list; whatever else stands there is no part of the format."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def words(value: object) -> str:
    """A text of the form on one line, without mark-up; of texts in several languages the English one, or the first."""
    if isinstance(value, dict):
        value = value.get("en") or next(iter(value.values()), "")
    return " ".join(_TAG.sub(" ", value).split()) if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a form, and its place among the pages of the file."""

    path: str
    content: Mapping[str, Any]
    number: int

    @property
    def title(self) -> str:
        """Its title; where it has none, what the form shows in its place; or its path."""
        shown = (words(component.get("title")) for component in mappings(self.content.get("components")))
        default = _SUMMARY if self.is_summary else self.path
        return words(self.content.get("title")) or next(filter(None, shown), default)

    @property
    def controller(self) -> str:
        """The bare name of what runs the page: ``start``, ``summary``, ``confirm``, ``RepeatPageController``."""
        name = str(self.content.get("controller") or "").rsplit("/", 1)[-1]
        return name.removesuffix(".js").removesuffix(".ts")

    @property
    def is_summary(self) -> bool:
        """Whether the answers are sent off here."""
        return self.controller.lower().startswith("summary")

    @property
    def is_terminal(self) -> bool:
        """Whether the form ends here without being sent off."""
        return self.controller.lower().startswith("terminal")

    @property
    def is_confirmation(self) -> bool:
        """Whether it tells that all is done."""
        return self.controller.lower().startswith("confirm")


@dataclass(frozen=True)
class Form:
    """A form; `name` is that of its file."""

    name: str
    content: Mapping[str, Any]
    text: JsonText

    @classmethod
    def read(cls, file: SourceText) -> Form:
        """Reads a form; raises CannotRun if the file is none."""
        text = read_json(file)
        if not is_form(text.value):
            message = f'"{file.name}" is no form: it holds no pages with a path'
            raise CannotRun(message, help="name the JSON files of the form builder only")
        assert isinstance(text.value, dict)  # noqa: S101 - see is_form
        return cls(file.name, text.value, text)

    def place(self, *path: str | int, within: str = "") -> Place:
        """The place of what a path in the file leads to."""
        return Place(self.name, self.text.line(path), within)

    @cached_property
    def all_pages(self) -> list[Page]:
        """Every page of the file with a path, those too whose path stands twice."""
        return [
            Page(_path(page["path"]), page, number)
            for number, page in enumerate(self.content["pages"])
            if isinstance(page, dict) and isinstance(page.get("path"), str)
        ]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages by path; of two with one path the first."""
        return {page.path: page for page in reversed(self.all_pages)}

    @cached_property
    def in_order(self) -> bool:
        """Whether pages follow in the order of the file (engine V2), those with a condition only where it holds; else
        each page says itself what comes next.
        """
        alone = len(self.pages) < 2 or any(page.content.get("next") for page in self.all_pages)
        return self.content.get("engine") == "V2" or not alone

    @cached_property
    def first(self) -> Page:
        """Where applicants begin: the start page, or the first page where that does not exist or counts for nothing."""
        return self.all_pages[0] if self.in_order else self.pages.get(self.start, self.all_pages[0])

    def is_linked(self, page: Page) -> bool:
        """Whether a page says itself what comes next."""
        return not self.in_order and bool(page.content.get("next"))

    def ends_at(self, page: Page) -> bool:
        """Whether nothing comes after a page."""
        return page.is_terminal or page is self.all_pages[-1] if self.in_order else not self.is_linked(page)

    @property
    def start(self) -> str:
        """The path of the start page as the form says it; empty where it says none."""
        start = self.content.get("startPage")
        return _path(start) if isinstance(start, str) else ""

    @cached_property
    def conditions(self) -> dict[str, Mapping[str, Any]]:
        """Conditions by name and id."""
        return self._by_name("conditions")

    @cached_property
    def lists(self) -> dict[str, Mapping[str, Any]]:
        """Lists of options by name and id."""
        return self._by_name("lists")

    def _by_name(self, key: str) -> dict[str, Mapping[str, Any]]:
        entries = mappings(self.content.get(key))
        return {str(entry[name]): entry for name in ("id", "name") for entry in entries if name in entry}

    @cached_property
    def title(self) -> str:
        """What the form is called among others: its only section with a title, or its first page."""
        return self.section or self.first.title

    @property
    def section(self) -> str:
        """The title of its only section with a title; empty where there is none, or are several."""
        sections = list(dict.fromkeys(self._sections()))
        return sections[0] if len(sections) == 1 else ""

    def _sections(self) -> Iterator[str]:
        for section in mappings(self.content.get("sections")):
            title = words(section.get("title"))
            if title.lower() not in _NO_SECTION:
                yield title

    @property
    def order(self) -> tuple[bool, bool, list[int], str]:
        """The place of the form in an application: checks that come before it (nothing is sent off), then by numbers
        in the titles (1.3 before 2.1 before 10), then by name.
        """
        checks = not any(page.is_summary for page in self.pages.values())
        numbers = [int(digits[:9]) for digits in _NUMBER.findall(self.title.split(" ")[0])]
        return not checks, not numbers, numbers, self.name


def _path(path: str) -> str:
    return "/" + path.strip().lstrip("/")
