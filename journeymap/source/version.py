"""The `journeymap` key: by which a map is recognised, and which says how to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.model import ContactMap
from journeymap.model.contact_map import FORMAT
from journeymap.source.files import FileText
from journeymap.source.tree import Fault, Tree, Value

__all__ = ["VERSION_KEY", "FaultInFile", "check_version"]

VERSION_KEY = "journeymap"


@dataclass(frozen=True, slots=True)
class FaultInFile:
    """A fault of form, and the file it is in."""

    file: FileText
    fault: Fault


def check_version(
    root: dict[str, Value], trees: Sequence[Tree], texts: Sequence[FileText]
) -> tuple[list[FaultInFile], bool]:
    """What is wrong with the version, and whether the map can be read on; a missing one is put into `root` then."""
    version = root.get(VERSION_KEY)
    if version is not None:
        return [_wrong(next(tree for tree in trees if VERSION_KEY in tree.children(0)), version)], False
    kind = "missing_version" if len(texts) == 1 else "missing_version_in_folder"
    misspelt = VERSION_KEY if VERSION_KEY in root else _misspelt(root)
    if misspelt is not None:
        del root[misspelt]
        tree = next(tree for tree in trees if misspelt in tree.children(0))
        found = FaultInFile(tree.file, Fault(kind, *tree.stretch(tree.children(0)[misspelt].key)))
    else:
        found = FaultInFile(texts[0], Fault(kind, 0, 0))
    read_on = not root.keys().isdisjoint(ContactMap.model_fields)
    root[VERSION_KEY] = FORMAT
    return [found], read_on


def _wrong(tree: Tree, version: Value) -> FaultInFile:
    start, end = tree.stretch(tree.children(0)[VERSION_KEY].value)
    got = version if isinstance(version, str) else tree.file.text[start:end]
    return FaultInFile(tree.file, Fault("unknown_version", start, end, values={"got": got}))


def _misspelt(root: dict[str, Value]) -> str | None:
    from journeymap.source.suggestions import Suggester

    unknown = [key for key in root if key not in ContactMap.model_fields]
    return Suggester().nearest(VERSION_KEY, unknown)
