"""Run in a child process, which Graphviz may kill: reads a JSON list of DOT texts, writes what Graphviz made of each.

For each text a line with {"nodes": ids, "edges": ids, "text": the text of the picture}; with `parse` as argument the
text is only read, and the ids are those in the attributes.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET

import pygraphviz

_SVG = "{http://www.w3.org/2000/svg}"


def laid_out(text: str) -> dict[str, object]:
    root = ET.fromstring(pygraphviz.AGraph(string=text).draw(format="svg", prog="dot"))
    titles = [value for each in root.iter() for name, value in each.attrib.items() if name.endswith("}title")]
    found: dict[str, object] = {"text": "\n".join(("".join(root.itertext()), *titles))}
    for kind in ("node", "edge"):
        found[f"{kind}s"] = [each.get("id") for each in root.iter(f"{_SVG}g") if each.get("class") == kind]
    return found


def parsed(text: str) -> dict[str, object]:
    graph = pygraphviz.AGraph(string=text)
    ids = {"nodes": [each.attr["id"] for each in graph.nodes()], "edges": [each.attr["id"] for each in graph.edges()]}
    return {**ids, "text": ""}


for each in json.load(sys.stdin):
    print(json.dumps((parsed if sys.argv[1:] == ["parse"] else laid_out)(each)), flush=True)
