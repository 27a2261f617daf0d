"""The page that leads to a set of pictures: plain HTML, no script, nothing fetched but the pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from journeymap.draw.render.characters import one_line
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words

__all__ = ["Entry", "Page", "index_page"]

_DEPARTMENTS = Words("Departments", "部门")
_MAP = Words("Contact map", "客户联络图")
_LANGUAGES = {"en": "en", "zh": "zh-CN"}
_SHOWN = (".svg", ".png")
"""Pictures that a browser shows inside a page; the others are links."""

_STYLE = """
:root { color-scheme: light; font-family: Inter, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC",
  "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #18222d; background: #fff; }
body { max-width: 76rem; margin: 0 auto; padding: 2rem; line-height: 1.45; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .75rem; }
p { color: #556170; margin: .25rem 0; max-width: 46rem; }
a { color: #0b5394; } a:focus-visible { outline: 3px solid #0b5394; outline-offset: 3px; }
img { display: block; width: 100%; height: auto; border: 1px solid #d5dbe1; border-radius: 6px; background: #fff; }
ul { list-style: none; padding: 0; display: grid; gap: 1.5rem;
  grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
li img { height: 11rem; object-fit: contain; margin-bottom: .5rem; } li span { color: #556170; }
@media print { body { padding: 0; } }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture: what it is called, the file it is in (empty where there is none), and a few words about it."""

    name: str
    file: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the page."""

    title: str
    description: str
    language: Language
    date: str
    overview: Entry
    departments: tuple[Entry, ...]


def index_page(page: Page) -> str:
    """The page as HTML; whatever a map says is text in it, never markup. Linear."""
    title = _text(page.title or _MAP.say(page.language))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_LANGUAGES[page.language]}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style></head>",
            f"<body><header><h1>{title}</h1>{_paragraph(page.description)}{_paragraph(page.date)}</header><main>",
            *_overview(page),
            *_departments(page),
            "</main></body></html>",
            "",
        )
    )


def _overview(page: Page) -> Iterator[str]:
    yield f"<section><h2>{_text(page.overview.name)}</h2>{_linked(page.overview)}</section>"


def _departments(page: Page) -> Iterator[str]:
    yield f"<section><h2>{_DEPARTMENTS.say(page.language)}</h2><ul>"
    for entry in page.departments:
        yield f"<li>{_linked(entry, lazy=True)} <span>{_text(entry.note)}</span></li>"
    yield "</ul></section>"


def _linked(entry: Entry, *, lazy: bool = False) -> str:
    """A link with the picture in it where a browser can show it; with its name in words always, read out once."""
    if not entry.file:
        return f"<bdi>{_text(entry.name)}</bdi>"
    address = escape(quote(entry.file))
    image = ""
    if entry.file.endswith(_SHOWN):
        loading = ' loading="lazy"' if lazy else ""
        image = f'<img src="{address}" alt=""{loading}>'
    return f'<a href="{address}">{image}<bdi>{_text(entry.name)}</bdi></a>'


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>" if text else ""


def _text(text: str) -> str:
    return escape(one_line(text))
