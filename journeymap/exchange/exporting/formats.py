"""The formats of exports, and which of them is written by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeymap.errors import CannotRun
from journeymap.model import ContactMap

__all__ = ["FORMATS", "ExportFormat", "content_of", "format_named"]

_NO_FORMAT = 'there is no format "{name}"'
_CHOOSE = "choose one of: {names}"


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """What ``--to`` names; `endings` are those of its files; `files` says that there are several, in a folder."""

    name: str
    endings: tuple[str, ...]
    files: bool = False


FORMATS = (
    ExportFormat("graphml", (".graphml",)),
    ExportFormat("gexf", (".gexf",)),
    ExportFormat("json", (".json",)),
    ExportFormat("csv", (), files=True),
    ExportFormat("xlsx", (".xlsx",)),
    ExportFormat("bpmn", (".bpmn",)),
    ExportFormat("mermaid", (".mmd", ".mermaid")),
    ExportFormat("plantuml", (".puml", ".plantuml")),
)
"""Every format, in the order in which people are told."""


def format_named(name: str) -> ExportFormat:
    """The format of that name; raises CannotRun if there is none."""
    for each in FORMATS:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in FORMATS)
    raise CannotRun(_NO_FORMAT.format(name=name), help=_CHOOSE.format(names=names))


def content_of(contact_map: ContactMap, format_: str) -> str | bytes | Mapping[str, bytes]:
    """The map in a format that needs no picture: text, bytes, or files by name; deterministic."""
    return _WRITERS[format_](contact_map)


def _graphml(contact_map: ContactMap) -> bytes:
    from journeymap.exchange.exporting.network_files import graphml

    return graphml(contact_map)


def _gexf(contact_map: ContactMap) -> bytes:
    from journeymap.exchange.exporting.network_files import gexf

    return gexf(contact_map)


def _json(contact_map: ContactMap) -> str:
    from journeymap.exchange.exporting.resolved_json import resolved_json

    return resolved_json(contact_map)


def _csv(contact_map: ContactMap) -> Mapping[str, bytes]:
    from journeymap.exchange.tables.comma_separated import csv_bytes
    from journeymap.exchange.tables.filling import tables_of

    return {f"{table.kind.name}.csv": csv_bytes(table.lines) for table in tables_of(contact_map)}


def _xlsx(contact_map: ContactMap) -> bytes:
    from journeymap.exchange.tables.filling import tables_of
    from journeymap.exchange.tables.workbook_writing import workbook_bytes

    return workbook_bytes(tables_of(contact_map))


def _plantuml(contact_map: ContactMap) -> str:
    from journeymap.exchange.exporting.plantuml import plantuml

    return plantuml(contact_map)


_WRITERS: Mapping[str, Callable[[ContactMap], str | bytes | Mapping[str, bytes]]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "plantuml": _plantuml,
}
