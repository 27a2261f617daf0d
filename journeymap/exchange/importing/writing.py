"""The map of an import as a file to be edited by hand: a comment on top, sections in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from journeymap.exchange.importing.draft import Remark
from journeymap.exchange.importing.identifying import harmless
from journeymap.exchange.importing.result import Imported
from journeymap.source.canonical import written
from journeymap.source.layout import lay_out

__all__ = ["map_text", "place_words", "remarks_of"]

_MOST_FILES = 20
_MOST_REMARKS = 100

_HEAD = "{name}: imported from {kind}{date} with `journeymap import`, to be edited by hand from here on."
_FOLDED = "Technical blocks that are folded into the transfers between touchpoints: {folded}."
_GROUPS: Mapping[str, str] = {
    "error": "Faults in the source:",
    "dropped": "Left out:",
    "assumed": "Assumed, since the source is silent (please check):",
}
_SECTIONS: Mapping[str, str] = {
    "channels": "The media. live: the customer waits; message: the answer comes later; self: self-service.",
    "departments": 'Who answers for touchpoints. Opening hours can be added, such as hours: "Mo-Fr 08:00-18:00".',
    "stages": "Phases of the journey, in order.",
    "information": "What customers are asked for.",
    "touchpoints": "The map itself, in the order of the source: who handles it, what it asks, where it goes then.",
}
"""A line above each section that an import fills."""


def map_text(imported: Imported, date: str = "") -> str:
    """The YAML text of an imported map, without a date unless one is given; reading it gives an equal map."""
    fields = written(imported.map)
    lines = [_comment(line) for line in _header(imported, date)]
    lines.append(lay_out({key: value for key, value in fields.items() if key not in _SECTIONS}).rstrip("\n"))
    for section, words in _SECTIONS.items():
        if section in fields:
            entries: Any = _in_source_order(fields[section], getattr(imported.map, section))
            lines += ["", _comment(words), lay_out({section: entries}).strip("\n")]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> str:
    """A comment line that nothing in it can end."""
    return f"# {harmless(text)}".rstrip()


def _header(imported: Imported, date: str) -> Iterator[str]:
    name = imported.map.name or "A contact map"
    yield _HEAD.format(name=name, kind=imported.kind, date=f" on {date}" if date else "")
    folder = _folder(imported.sources)
    yield f"Sources ({len(imported.sources)}){f' in {folder}' if folder else ''}:"
    for source in imported.sources[:_MOST_FILES]:
        yield f"- {source.removeprefix(folder)}"
    if len(imported.sources) > _MOST_FILES:
        yield f"- and {len(imported.sources) - _MOST_FILES} more"
    if imported.folded:
        yield _FOLDED.format(folded=imported.folded)
    for kind, title in _GROUPS.items():
        remarks = remarks_of(imported, kind)
        if remarks:
            yield ""
            yield title
            yield from (
                f"- {place_words(remark).removeprefix(folder)}{remark.message}" for remark in remarks[:_MOST_REMARKS]
            )
        if len(remarks) > _MOST_REMARKS:
            yield f"- and {len(remarks) - _MOST_REMARKS} more"


def _folder(sources: Sequence[str]) -> str:
    """The folder in which all sources lie, with its slash; empty where there is none to be told once for all."""
    folders = [source.rpartition("/")[0].split("/") for source in sources if "/" in source]
    if len(folders) < len(sources):
        return ""
    common = [parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))]
    return "/".join(common) + "/" if any(common) else ""


def remarks_of(imported: Imported, kind: str) -> list[Remark]:
    """The remarks of one kind, in the order of the source."""
    return [remark for remark in imported.remarks if remark.kind == kind]


def place_words(remark: Remark) -> str:
    """Where a remark is about, for people: ``form.json:12: ``; empty where no file is named."""
    place = remark.place
    where = f"{place.file}:{place.line}" if place.line is not None else place.file
    return f"{where}: " if where else ""


def _in_source_order(entries: Any, declared: Mapping[str, Any]) -> Any:  # noqa: ANN401 - data as it is written
    """Entries in the order in which the map declares them: the canonical order is that of the ids."""
    if isinstance(entries, list):
        return [key for key in declared if key in entries]
    ordered = {key: entries[key] for key in declared}
    for key, element in declared.items():
        if isinstance(ordered[key], dict) and "transfers" in ordered[key]:
            ordered[key] = {**ordered[key], "transfers": _in_source_order(ordered[key]["transfers"], element.transfers)}
    return ordered
