"""What this machine has for drawing: engines that really run, fonts, and the optional extras."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap import __version__
from journeymap.adapters.graphviz_engine import Engine, engines, lay_out
from journeymap.adapters.modules import version_of
from journeymap.adapters.rasteriser import faces, rasterise, typst_version
from journeymap.errors import CannotRun

__all__ = ["Check", "Health", "health"]

_DRAW = 'pip install "journeymap[draw]"'
_PROBE = "digraph { a -> b }"
_PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>'
_WATCH = 'pip install "journeymap[watch]" makes `journeymap lint --watch` react at once; without it files are polled'


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for.

    `needed` tells whether some pictures cannot be drawn without it, `optional` whether nothing is amiss without it.
    """

    name: str
    what: str
    ok: bool
    found: str
    help: str = ""
    needed: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """Everything that was looked for."""

    checks: tuple[Check, ...]

    @property
    def can_draw(self) -> bool:
        """Whether every view can be drawn as SVG, PNG and PDF."""
        return all(check.ok for check in self.checks if check.needed)


def health() -> Health:
    """Look at this machine; starts each engine once, which takes about a second."""
    typst = _typst()
    return Health((*_programs(), *_engines(engines()), typst, *(_fonts() if typst.ok else ()), _watching()))


def _programs() -> Iterator[Check]:
    yield Check("journeymap", "journeymap", ok=True, found=__version__)
    where = f"{platform.python_version()} on {platform.system()} {platform.machine()} ({sys.executable})"
    yield Check("python", "Python", ok=True, found=where)


def _engines(found: Sequence[Engine]) -> Iterator[Check]:
    """One engine is enough; the one that ``auto`` takes has to work."""
    embedded, program = (_tried(found, name) for name in ("embedded", "dot"))
    works = embedded.works or program.works
    yield Check(
        "engine.embedded",
        "embedded Graphviz (contact, departments)",
        ok=embedded.works,
        found=embedded.told or "no pygraphviz 2.0 or later",
        help="" if works else f"{_DRAW}, or install Graphviz and have `dot` on the search path",
        optional=works,
    )
    yield Check(
        "engine.dot",
        "Graphviz program dot (--engine dot)",
        ok=program.works,
        found=program.told or "no `dot` on the search path",
        help="" if works else "https://graphviz.org/download/",
        optional=works,
    )
    yield Check("engine", "layout engine", ok=works, found="one works" if works else "none works", needed=True)


@dataclass(frozen=True, slots=True)
class _Tried:
    """How an engine did; nothing is told of one that is not there."""

    works: bool = False
    told: str = ""


def _tried(found: Sequence[Engine], name: str) -> _Tried:
    engine = next((each for each in found if each.name == name), None)
    if engine is None:
        return _Tried()
    try:
        lay_out(_PROBE, engine.name, time_limit=20)
    except CannotRun as error:
        return _Tried(told=error.message)
    return _Tried(works=True, told=" ".join(filter(None, (engine.where, engine.version))))


def _typst() -> Check:
    name, what, version = "typst", "Typst (PNG and PDF)", typst_version()
    if version is None:
        return Check(name, what, ok=False, found="not installed", help=_DRAW, needed=True)
    try:
        rasterise(_PIXEL, "png", "", "", "en")
    except CannotRun as error:
        return Check(name, what, ok=False, found=error.message, help=_DRAW, needed=True)
    return Check(name, what, ok=True, found=version, needed=True)


def _fonts() -> Iterator[Check]:
    found = faces()
    yield Check(
        "font.sans",
        "sans-serif font for PNG and PDF",
        ok=found.sans is not None,
        found=found.sans or "none",
        help="" if found.sans else "install one (Debian: fonts-liberation)",
    )
    yield Check(
        "font.cjk",
        "font with Chinese characters for PNG and PDF",
        ok=found.cjk is not None,
        found=found.cjk or "none: they would be squares; SVG is not affected",
        help="" if found.cjk else "install one (Debian: fonts-noto-cjk)",
    )


def _watching() -> Check:
    version = version_of("watchfiles")
    found = version or "not installed"
    help_ = "" if version else _WATCH
    return Check(
        "watchfiles", "watchfiles (lint --watch)", ok=version is not None, found=found, help=help_, optional=True
    )
