"""What must hold of a picture in each format, whatever its texts say."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from draw.hostile import seen
from draw.pictured import Picture, Pictured
from journeymap.draw.scene import Scene
from journeymap.draw.tables import JourneyScene

__all__ = ["check_drawio", "check_json", "check_svg", "edge_ids", "names_of", "node_ids"]

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/journeymap-scene-1.json").read_text(encoding="utf-8"))
_VALIDATOR = Draft202012Validator(SCHEMA)
_ACTIVE = re.compile(r"\s*(javascript|vbscript|data)\s*:", re.IGNORECASE)


def names_of(picture: Picture) -> list[str]:
    """The whole names that have to be found again in every format."""
    if isinstance(picture, Scene):
        return [box.name for box in picture.boxes if box.kind in ("touchpoint", "department")]
    return [stop.name for stop in picture.stops] if isinstance(picture, JourneyScene) else []


def node_ids(picture: Picture) -> list[str]:
    """The ids of what is a node where there are nodes and edges."""
    if isinstance(picture, Scene):
        return [box.id for box in picture.boxes]
    return [stop.id for stop in picture.stops] if isinstance(picture, JourneyScene) else ["matrix"]


def edge_ids(picture: Picture) -> list[str]:
    """The ids of what is an edge."""
    if isinstance(picture, Scene):
        return [arrow.id for arrow in picture.arrows]
    return [leg.id for leg in picture.legs] if isinstance(picture, JourneyScene) else []


def check_json(picture: Picture, text: str) -> None:
    document = json.loads(text)
    _VALIDATOR.validate(document)
    parts = document.get("boxes", document.get("stops", []))
    assert [part["name"] for part in parts if part.get("kind", "touchpoint") in ("touchpoint", "department")] == (
        names_of(picture)
    )


def check_svg(picture: Picture, text: str) -> None:
    root = ET.fromstring(text)
    told = []
    for element in root.iter():
        kind = element.tag.rpartition("}")[2].lower()
        assert kind in {"svg", "g", "a", "rect", "path", "text", "tspan", "title", "desc", "circle", "line"}, kind
        for name, value in element.attrib.items():
            assert not name.rpartition("}")[2].lower().startswith("on")
            assert not (name.rpartition("}")[2] == "href" and _ACTIVE.match(value))
        if kind in ("title", "desc", "text"):
            told.append(seen("".join(element.itertext())))
    for name in names_of(picture):
        assert any(seen(name) in each for each in told), name


class _Tags(HTMLParser):
    """The tags and the text of a label."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(" ".join((tag, *(f"{name}={value}" for name, value in attrs))))

    def handle_data(self, data: str) -> None:
        self.text += data


def label_text(label: str) -> str:
    """The text of a label of draw.io, which may have none but our own tags."""
    tags = _Tags()
    tags.feed(label)
    tags.close()
    assert tags.tags <= {"b", "br", "span style=font-size: 11px"}, tags.tags
    return tags.text


def check_drawio(pictured: Pictured, text: str) -> None:
    root = ET.fromstring(text)
    cells = dict(_cells(root))
    assert len(cells) == len(list(root.iter("mxCell"))), "an id is there twice"
    told = []
    for label, cell in cells.values():
        told.append(seen(label_text(label.get("label") or label.get("value") or "")))
        told.append(seen(html.unescape(label.get("tooltip", ""))))
        assert "<" not in label.get("tooltip", "")
        assert not _ACTIVE.match(label.get("link", ""))
        assert {cell.get(end) for end in ("parent", "source", "target")} - {None} <= cells.keys()
    for name in names_of(pictured.picture):
        assert any(seen(name) in each for each in told), name
    if isinstance(pictured.picture, Scene):
        assert set(node_ids(pictured.picture)) <= cells.keys()
        arrows = [identifier for identifier, (_, cell) in cells.items() if cell.get("edge") == "1"]
        assert arrows == edge_ids(pictured.picture)


def _cells(root: ET.Element) -> Iterator[tuple[str, tuple[ET.Element, ET.Element]]]:
    """From the id of a cell to the element with its label and to the cell itself."""
    (model,) = root.iter("root")
    for element in model:
        inner: Any = element.find("mxCell") if element.tag == "UserObject" else element
        yield element.attrib["id"], (element, inner)
