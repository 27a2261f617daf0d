"""Exporting: a map in the formats of other programs.

import journeymap

journeymap.export("maps/harbour-bank.yaml", "graphml").content          # bytes, for Gephi or yEd
journeymap.export("maps/harbour-bank.yaml", "csv").files                # {"touchpoints.csv": b"...", ...}
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from journeymap.api.drawn_map import DrawnMap, opened
from journeymap.exchange.exporting.carrying import in_words, not_carried
from journeymap.exchange.exporting.formats import content_of, format_named
from journeymap.findings import Message
from journeymap.model import ContactMap

__all__ = ["Export", "export", "template"]

_NOT_CARRIED = "{format} cannot carry: {keys}"


@dataclass(frozen=True, slots=True)
class Export:
    """A map in another format: `content` is text or bytes; what is several files has them by name in `files`.

    `notes` say what the format cannot carry of this map; `sources` are the files that were read.
    """

    format: str
    content: str | bytes
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    touchpoints: int = 0


def export(path: str | os.PathLike[str], to: str, *, standard_input: BinaryIO | None = None) -> Export:
    """The one map at `path` (``"-"``: standard input) in the format `to`. Nothing is written to disk.

    Raises InvalidMap for a map with errors, CannotRun where there is not one map, where there is no such format, and
    where a package that the format needs is missing.
    """
    format_ = format_named(to)
    drawn = opened(os.fspath(path), standard_input or sys.stdin.buffer)
    contact_map = drawn.answers.map
    content, notes = _content(drawn, format_.name)
    files = content if isinstance(content, Mapping) else {}
    return Export(
        format=format_.name,
        content=b"" if isinstance(content, Mapping) else content,
        files=files,
        notes=(*notes, *_lost(contact_map, format_.name)),
        sources=drawn.read.files,
        touchpoints=len(contact_map.touchpoints),
    )


def _lost(contact_map: ContactMap, format_: str) -> tuple[str, ...]:
    lost = not_carried(contact_map, format_)
    return (str(Message(_NOT_CARRIED, {"format": format_, "keys": in_words(lost)})),) if lost else ()


def _content(drawn: DrawnMap, format_: str) -> tuple[str | bytes | Mapping[str, bytes], tuple[str, ...]]:
    if format_ == "mermaid":
        return _mermaid(drawn)
    if format_ == "bpmn":
        from journeymap.api.process_diagram import process_diagram

        return process_diagram(drawn.answers.map), ()
    return content_of(drawn.answers.map, format_), ()


def _mermaid(drawn: DrawnMap) -> tuple[str | bytes, tuple[str, ...]]:
    """The contact map as the drawing room draws it, without findings."""
    from dataclasses import replace

    from journeymap.api.picturing import Look
    from journeymap.draw.choosing import Choice, choose
    from journeymap.draw.wishes import Wishes

    wanted = replace(drawn, wishes=Wishes(language=drawn.language), look=Look("mermaid"), findings="none")
    drawing = wanted.draw("contact", choose(drawn.answers.network, Choice()))
    return drawing.content, drawing.notes


def template(format_: str) -> bytes | Mapping[str, bytes]:
    """An example of every table to begin with: ``xlsx`` as bytes, ``csv`` as files by name."""
    from journeymap.exchange.tables.template import template as example

    tables = example()
    if format_ == "xlsx":
        from journeymap.exchange.tables.workbook_writing import workbook_bytes

        return workbook_bytes(tables, explained=True)
    from journeymap.exchange.tables.comma_separated import csv_bytes
    from journeymap.exchange.tables.explanations import FILE, explanations

    files = {f"{table.kind.name}.csv": csv_bytes(table.lines) for table in tables}
    return {**files, FILE: csv_bytes(explanations())}
