"""BPMN files written in a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymap.exchange.importing.draft import SourceText
from journeymap.exchange.importing.kinds import kind_named
from journeymap.exchange.importing.result import Imported
from journeymap.exchange.importing.translating import translate
from journeymap.exchange.importing.writing import map_text
from journeymap.lint import Selection, lint_map
from journeymap.model import Transfer
from journeymap.source import SourceFile, read_map

SPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def step(tag: str, key: str, name: str = "", inside: str = "", **attributes: str) -> str:
    said = "".join(f' {attribute}="{value}"' for attribute, value in attributes.items())
    return f'<b:{tag} id="{key}" name="{name or key}"{said}>{inside}</b:{tag}>\n'


def event(tag: str, key: str, trigger: str = "", inside: str = "", name: str = "", **attributes: str) -> str:
    said = "".join(f' {attribute}="{value}"' for attribute, value in attributes.items())
    definition = f"<b:{trigger}EventDefinition>{inside}</b:{trigger}EventDefinition>" if trigger else ""
    return f'<b:{tag} id="{key}" name="{name}"{said}>{definition}</b:{tag}>\n'


def flows(*ways: str) -> str:
    """``a b`` is a flow from a to b, ``a b: yes`` one with a name."""
    written = ""
    for number, way in enumerate(ways):
        ends, _, name = way.partition(": ")
        source, target = ends.split()
        key = f"{source}_{target}_{number}"
        written += f'<b:sequenceFlow id="{key}" name="{name}" sourceRef="{source}" targetRef="{target}"/>\n'
    return written


def process(*content: str, key: str = "p", name: str = "Service", lanes: Mapping[str, str] | None = None) -> str:
    held = "".join(
        f'<b:lane id="lane_{number}" name="{lane}">'
        + "".join(f"<b:flowNodeRef>{ref}</b:flowNodeRef>" for ref in refs.split())
        + "</b:lane>"
        for number, (lane, refs) in enumerate((lanes or {}).items())
    )
    lane_set = f"<b:laneSet>{held}</b:laneSet>\n" if held else ""
    return f'<b:process id="{key}" name="{name}">\n{lane_set}{"".join(content)}</b:process>\n'


def collaboration(pools: Mapping[str, str], *messages: str) -> str:
    """``pools`` leads from a name to the process, empty for a black box; ``a b`` is a message."""
    held = "".join(
        f'<b:participant id="pool_{number}" name="{name}"' + (f' processRef="{ref}"/>' if ref else "/>")
        for number, (name, ref) in enumerate(pools.items())
    )
    for number, message in enumerate(messages):
        source, target = message.split()
        held += f'<b:messageFlow id="m{number}" sourceRef="{source}" targetRef="{target}"/>'
    return f'<b:collaboration id="c">{held}</b:collaboration>\n'


def definitions(*content: str, space: str = SPACE) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<b:definitions xmlns:b="{space}" id="d" name="Model">\n'
    return (head + "".join(content) + "</b:definitions>\n").encode()


def imported(*contents: bytes) -> Imported:
    sources = [SourceText(f"model{number}.bpmn", content) for number, content in enumerate(contents)]
    return translate(sources, kind_named("bpmn"))


def transfers(result: Imported, touchpoint: str) -> dict[str, tuple[str | None, str | None]]:
    """From target to kind and condition."""
    found = result.map.touchpoints[touchpoint].transfers
    return {key: (one.kind, one.when) for key, one in found.items() if isinstance(one, Transfer)}


def remarks(result: Imported, kind: str) -> list[str]:
    return [str(one.message) for one in result.remarks if one.kind == kind]


def codes(result: Imported) -> list[str]:
    read: Any = read_map("m.yaml", [SourceFile("m.yaml", map_text(result).encode())])
    assert read.map is not None
    return [one.code for one in lint_map(read, Selection()).diagnostics]
