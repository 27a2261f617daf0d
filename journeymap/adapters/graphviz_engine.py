"""Graphviz as a layout engine: the one inside the wheel of pygraphviz, or a `dot` program; both in a child process.

Graphviz aborts on assertions and may hang; inside this process it would take journeymap along. It is asked for
positions only (``json0``): nothing it draws is used, so no font and no text of a user ever reaches it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Literal

from journeymap.adapters.children import TIME_LIMIT, Child, python_child
from journeymap.errors import CannotRun

__all__ = ["Engine", "EngineName", "engines", "lay_out", "lay_out_each"]

EngineName = Literal["auto", "embedded", "dot"]

_EMBEDDED = """
import sys
import warnings
warnings.simplefilter("ignore")
import pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode("utf-8"))
answer = graph.draw(format="json0", prog="dot")
sys.stdout.buffer.write(answer if isinstance(answer, bytes) else answer.encode("utf-8"))
"""
_OLDEST = (2, 0)
_NONE = "there is no layout engine: neither pygraphviz {oldest} or later nor a `dot` program was found"
_NO_EMBEDDED = "there is no embedded layout engine: pygraphviz {oldest} or later was not found"
_NO_PROGRAM = "there is no `dot` program on the search path"
_INSTALL = 'pip install "journeymap[draw]", or install Graphviz and have `dot` on the search path'
_WITHOUT = 'pip install "journeymap[draw]"; --view lanes, and --format dot, mermaid or json, need no layout engine'
_INSTALL_EMBEDDED = 'pip install "journeymap[draw]"'
_INSTALL_PROGRAM = 'install Graphviz (https://graphviz.org/download/), or leave out "--engine dot"'
_NONSENSE = "{name} answered without a layout"
_OTHERWISE = {
    "embedded": 'draw a smaller part (--department, --focus), try "--engine dot", or report it with the map',
    "dot": 'draw a smaller part (--department, --focus), try "--engine embedded", or report it with the map',
}
_NAMES = {"embedded": "the embedded Graphviz", "dot": "the program dot"}


@dataclass(frozen=True, slots=True)
class Engine:
    """A layout engine of this machine: `name` for ``--engine``, its version and where it is, as far as known."""

    name: Literal["embedded", "dot"]
    version: str | None
    where: str


def engines() -> tuple[Engine, ...]:
    """The layout engines that this machine has, the one that ``auto`` takes first; starts `dot` to ask its version."""
    found: list[Engine] = []
    embedded = _embedded_version()
    if embedded is not None:
        found.append(Engine("embedded", embedded, "pygraphviz"))
    program = shutil.which("dot")
    if program is not None:
        found.append(Engine("dot", _version_of(program), program))
    return tuple(found)


def lay_out(dot: str, engine: EngineName = "auto", time_limit: float = TIME_LIMIT) -> bytes:
    """Graphviz' answer (``json0``) to a graph in the DOT language.

    Raises CannotRun if the engine is not there, crashes, takes longer than `time_limit` seconds or answers nonsense.
    """
    child = _child(engine)
    answer = child.answer(dot.encode(), time_limit)
    if not (answer.lstrip().startswith(b"{") and answer.rstrip().endswith(b"}")):
        raise child.fault(_NONSENSE)
    return answer


def lay_out_each(dots: Sequence[str], engine: EngineName = "auto") -> list[bytes]:
    """The answers to several graphs, worked out at the same time, each in a child of its own; raises as `lay_out`."""
    if len(dots) == 1:
        return [lay_out(dots[0], engine)]
    with ThreadPoolExecutor(len(dots)) as pool:
        return list(pool.map(lambda dot: lay_out(dot, engine), dots))


def _child(engine: EngineName) -> Child:
    if engine != "dot" and _embedded_version() is not None:
        return python_child(_NAMES["embedded"], _EMBEDDED, _OTHERWISE["embedded"])
    program = shutil.which("dot")
    if engine != "embedded" and program is not None:
        return Child(_NAMES["dot"], (program, "-Tjson0"), _OTHERWISE["dot"])
    raise _missing(engine)


def _missing(engine: EngineName) -> CannotRun:
    oldest = _written(_OLDEST)
    if engine == "embedded":
        return CannotRun(_NO_EMBEDDED.format(oldest=oldest), help=_INSTALL_EMBEDDED)
    if engine == "dot":
        return CannotRun(_NO_PROGRAM, help=_INSTALL_PROGRAM)
    return CannotRun(_NONE.format(oldest=oldest), help=_WITHOUT)


def _embedded_version() -> str | None:
    """The version of pygraphviz, where it is one with Graphviz inside; looks, and imports nothing."""
    if find_spec("pygraphviz") is None:
        return None
    try:
        found = version("pygraphviz")
    except PackageNotFoundError:
        return None
    numbers = tuple(int(part) for part in re.findall(r"\d+", found)[: len(_OLDEST)])
    return found if numbers >= _OLDEST else None


def _version_of(program: str) -> str | None:
    """The version that a layout by the program is signed with; None where it does not say or does not work."""
    try:
        answer = Child(_NAMES["dot"], (program, "-Tjson0"), "").answer(b"digraph { }", 10)
    except CannotRun:
        return None
    found = re.search(rb'"_gvversion"\s*:\s*"([^"]+)"', answer)
    return found[1].decode("utf-8", "replace") if found else None


def _written(numbers: Iterable[int]) -> str:
    return ".".join(map(str, numbers))
