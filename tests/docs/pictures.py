"""The pictures of the documentation: drawn from `maps/`, the README's example and the maps on the rules' pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import journeymap
from journeymap.api import Choice, Wishes
from journeymap.rules.catalogue import CATALOGUE, Listing
from journeymap.rules.page import sections

ROOT = Path(__file__).parents[2]
GALLERY = "docs/gallery"
ENGINE_FILE = f"{GALLERY}/engine.txt"
README_PICTURE = "docs/examples/cards.svg"
LAID_OUT_BY_GRAPHVIZ = frozenset({"contact", "departments"})
FIRED_ON = "A map it fires on"
_FIRST_BLOCK = re.compile(r"^    .*(?:\n(?:    .*)?)*", re.MULTILINE)


@dataclass(frozen=True)
class Picture:
    """One picture of the gallery: what it shows in words, the command that draws it, and the same for `render`."""

    file: str
    words: str
    map: str
    arguments: tuple[tuple[str, Any], ...]

    @property
    def needs_engine(self) -> bool:
        return dict(self.arguments).get("view", "contact") in LAID_OUT_BY_GRAPHVIZ

    @property
    def command(self) -> str:
        options = dict(self.arguments)
        which = options.pop("case", None) or options.pop("fingerprint", None)
        words = ["journeymap render", f"maps/{self.map}"]
        words += [f"--view {options.pop('view')}"] if "view" in options else []
        words += [which] if which else []
        choice = options.pop("choice", None)
        words += [f"--department {each}" for each in (choice.departments if choice else ())]
        words += [f"--{key} {value}" for key, value in options.items()]
        return " ".join([*words, "-o", self.file])

    def svg(self) -> str:
        return drawn(ROOT / "maps" / self.map, **dict(self.arguments))


def picture(file: str, words: str, map_name: str, **arguments: Any) -> Picture:
    return Picture(f"{file}.svg", words, map_name, tuple(arguments.items()))


PICTURES = {
    "Where customers meet the company": [
        picture("contact", "A bank with faults in it, marked and numbered", "harbour-bank.yaml"),
        picture("contact-mended", "The same bank after the work was done", "harbour-bank-mended.yaml"),
        picture("contact-zh", "A bank in Chinese: the words of the tool follow the map", "银行客服中心.yaml"),
        picture("contact-insurer", "An insurer, one file per department", "insurer"),
        picture(
            "contact-part", "One department of a public telephone network", "futel",
            choice=Choice(departments=("street_roots",)),
        ),
    ],
    "Swimlanes": [
        picture("lanes", "Departments as lanes, stages as columns", "harbour-bank-mended.yaml", view="lanes"),
        picture("lanes-zh", "The bank in Chinese", "银行客服中心.yaml", view="lanes"),
        picture("lanes-insurer", "The insurer", "insurer", view="lanes"),
    ],
    "Who hands over to whom": [
        picture("departments", "Loops between departments stand out", "harbour-bank.yaml", view="departments"),
        picture("departments-futel", "The telephone network", "futel", view="departments"),
    ],
    "Who is there for what": [
        picture("matrix", "Harbour Bank: closing an account is resolved nowhere", "harbour-bank.yaml", view="matrix"),
        picture("matrix-zh", "The bank in Chinese", "银行客服中心.yaml", view="matrix"),
    ],
    "One customer's journey": [
        picture(
            "journey", "A private client with a wrong fee", "harbour-bank.yaml",
            view="journey", case="private/wrong_fee",
        ),
    ],
    "One finding": [
        picture("finding", "A ping-pong", "harbour-bank.yaml", view="finding", fingerprint="JM201"),
    ],
    "Themes": [
        picture("theme-dark", "Dark", "insurer", view="departments", theme="dark"),
        picture("theme-print", "For paper, without areas of colour", "insurer", view="departments", theme="print"),
        picture(
            "theme-colour-blind-safe", "Safe for colour-blind eyes", "insurer",
            view="departments", theme="colour-blind-safe",
        ),
    ],
}  # fmt: skip


@cache
def gallery_page() -> str:
    """The gallery's sections: each picture with what it shows and the command that draws it."""
    return "\n".join(_gallery_lines())


def _gallery_lines() -> Iterator[str]:
    for heading, pictures in PICTURES.items():
        yield f"## {heading}\n"
        for each in pictures:
            yield f"[![{each.words}](gallery/{each.file})](gallery/{each.file})\n"
            yield f"{each.words}:\n\n```sh\n{each.command}\n```\n"


@cache
def drawings(*, comparable: bool) -> dict[str, str]:
    """Every picture by its path; with `comparable` only those that this machine draws as the one that drew them did."""
    by_engine = not comparable or _same_engine()
    files = {f"{GALLERY}/{each.file}": each.svg() for each in _gallery() if by_engine or not each.needs_engine}
    for listing in CATALOGUE:
        svg = rule_drawing(listing)
        if svg is not None:
            files[rule_file(listing)] = svg
    if by_engine:
        files[README_PICTURE] = drawn(ROOT / "docs/examples/cards.yaml", legend=False)
        files[ENGINE_FILE] = f"pygraphviz {version('pygraphviz')}\n"
    return files


def all_names() -> set[str]:
    """The paths of all pictures of the gallery and the rules' pages, drawn here or not."""
    rules = {rule_file(listing) for listing in CATALOGUE if rule_map(listing) is not None}
    return {f"{GALLERY}/{each.file}" for each in _gallery()} | rules


def rule_file(listing: Listing) -> str:
    return f"docs/rules/drawings/{listing.name}.svg"


@cache
def rule_drawing(listing: Listing) -> str | None:
    """The first finding of a rule on the map of its page; None for rules about maps that cannot be read."""
    text = rule_map(listing)
    if text is None:
        return None
    fired = journeymap.check("-", standard_input=BytesIO(text)).diagnostics
    found = [each for each in fired if each.code == listing.code and each.suppressed is None]
    return drawn("-", view="finding", fingerprint=found[0].fingerprint, standard_input=BytesIO(text))


@cache
def rule_map(listing: Listing) -> bytes | None:
    """The map on a rule's page, where it is one that can be drawn."""
    block = _FIRST_BLOCK.search(sections(listing.page).get(FIRED_ON, ""))
    if block is None:
        return None
    text = "\n".join(line[4:] for line in block[0].splitlines()).encode()
    read = journeymap.check("-", standard_input=BytesIO(text)).maps[0]
    return text if read.analysed else None


def drawn(path: Path | str, *, legend: bool = True, **arguments: Any) -> str:
    content = journeymap.render(path, wishes=Wishes(legend=legend), **arguments).content
    assert isinstance(content, str)
    return content


def _gallery() -> list[Picture]:
    return [each for pictures in PICTURES.values() for each in pictures]


def _same_engine() -> bool:
    """Another version of Graphviz may place boxes elsewhere: what it would draw says nothing about our pictures."""
    path = ROOT / ENGINE_FILE
    return not path.exists() or path.read_text(encoding="utf-8") == f"pygraphviz {version('pygraphviz')}\n"
