"""What an import adds to a map, and where the two disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journeymap.errors import CannotRun
from journeymap.exchange.merging.inserting import Insertions
from journeymap.exchange.merging.renames import renamed_as_in
from journeymap.model import ContactMap
from journeymap.model.contact_map import SECTIONS
from journeymap.source import ReadMap, SourceFile, read_map
from journeymap.source.canonical import written
from journeymap.source.layout import flow
from journeymap.source.merging import SHARED_SECTIONS
from journeymap.source.tree import Child, Tree

__all__ = ["Conflict", "Merged", "merge"]

_INVALID = 'merging would make a map with errors of "{root}": {message} ({file}:{line}); nothing is written'
_MEND = "import into a new file, and compare the two with: journeymap diff"
_ELEMENTS = (*SECTIONS, "touchpoints")

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where file and import say something different: the file's value stays. An empty `kept` says that what was
    imported cannot be written in, since an alias or a merge key brings in what stands there.
    """

    file: str
    line: int
    path: str
    kept: str
    imported: str


@dataclass(frozen=True, slots=True)
class Merged:
    """`files` holds the new bytes of each file that changes; `added` and `missing` are map paths: what was written in,
    and what the file has and the import has not.
    """

    files: Mapping[str, bytes]
    added: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[str, ...]


def merge(read: ReadMap, files: Mapping[str, bytes], imported: ContactMap) -> Merged:
    """Merges an imported map into the one in `files`, that was read as `read` and is valid.

    Raises CannotRun if the result were no valid map. Linear.
    """
    assert read.map is not None  # noqa: S101 - the caller has checked
    merging = _Merging(read, files)
    merging.compare(written(renamed_as_in(imported, read.map)), written(read.map))
    changed = merging.changed()
    result = {**files, **changed}
    checked = read_map(read.root, [SourceFile(name, content) for name, content in result.items()])
    if checked.map is None:
        finding = checked.findings[0]
        span = finding.span or checked.places.span(finding.path, finding.part)
        words = {"root": read.root, "message": str(finding.message), "file": span.file, "line": span.line}
        raise CannotRun(_INVALID.format_map(words), help=_MEND)
    return Merged(changed, tuple(merging.added), tuple(merging.conflicts), tuple(merging.missing))


class _Merging:
    def __init__(self, read: ReadMap, files: Mapping[str, bytes]) -> None:
        self.places = read.places
        self.edits = {tree.file.name: Insertions(tree, files[tree.file.name]) for tree in read.places.trees}
        self.added: list[str] = []
        self.conflicts: list[Conflict] = []
        self.missing: list[str] = []

    def changed(self) -> dict[str, bytes]:
        results = {name: edits.result() for name, edits in self.edits.items()}
        return {name: content for name, content in results.items() if content is not None}

    def compare(self, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
        for key, value in theirs.items():
            if key in _ELEMENTS:
                self._elements(key, _as_mapping(value), _as_mapping(ours.get(key, {})))
            else:
                self._value((key,), value, ours)
        for key in _ELEMENTS:
            known = _as_mapping(theirs.get(key, {}))
            self.missing += [f"{key}.{one}" for one in _as_mapping(ours.get(key, {})) if one not in known]

    def _elements(self, section: str, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
        new = {key: value for key, value in theirs.items() if key not in ours}
        for key, value in theirs.items():
            if key in ours:
                self._attributes((section, key), value or {}, ours[key] or {})
        if new and not self._has_section(section):
            self._add((section,), new, list(new))
            return
        for key, value in new.items():
            self._add((section, key), value, [key])

    def _attributes(self, path: Path, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
        for key, value in theirs.items():
            if key == "transfers":
                self._transfers((*path, key), value, ours)
            else:
                self._value((*path, key), value, ours)

    def _transfers(self, path: Path, theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
        known = ours.get("transfers")
        if known is None:
            self._add(path, theirs, [])
            return
        for target, value in theirs.items():
            if target not in known:
                self._add((*path, target), value, [])
            elif isinstance(value, dict) and isinstance(known[target], dict):
                self._attributes((*path, target), value, known[target])
            elif value != known[target]:
                self._conflict((*path, target), value, known[target])
        self.missing += [".".join((*path, target)) for target in known if target not in theirs]

    def _value(self, path: Path, theirs: Any, ours: Mapping[str, Any]) -> None:  # noqa: ANN401 - data as it is written
        known = ours.get(path[-1])
        if known is None:
            self._add(path, theirs, [])
        elif known != theirs:
            self._conflict(path, theirs, known)

    def _add(self, path: Path, value: Any, within: list[str]) -> None:  # noqa: ANN401 - data as it is written
        tree, owner = self._owner(path)
        if not self.edits[tree.file.name].add(owner, path, value):
            self._conflict(path, value, None)
        elif len(path) == 1 and within:
            self.added += [f"{path[0]}.{key}" for key in within]
        else:
            self.added.append(".".join(path))

    def _owner(self, path: Path) -> tuple[Tree, Child | None]:
        """The file and the mapping that an entry is added to: new elements go to the main file."""
        main = self.places.trees[0]
        if len(path) == 1:
            return main, None
        if len(path) == 2:
            in_main = main.children(0).get(path[0])
            if in_main is not None and (path[0] in SHARED_SECTIONS or main.values[in_main.value] is not None):
                return main, in_main
        found = self.places.node(path[:-1])
        assert found is not None  # noqa: S101 - the model has it, so it stands somewhere
        return found

    def _has_section(self, section: str) -> bool:
        trees = self.places.trees[:1] if section in SHARED_SECTIONS else self.places.trees
        return any(section in tree.children(0) for tree in trees)

    def _conflict(self, path: Path, theirs: Any, ours: Any) -> None:  # noqa: ANN401 - data as it is written
        span = self.places.find(path)
        kept = _shown(ours) if ours is not None else ""
        self.conflicts.append(Conflict(span.file, span.line, ".".join(path), kept, _shown(theirs)))


def _shown(value: Any) -> str:  # noqa: ANN401 - data as it is written
    return flow(value)


def _as_mapping(entries: Any) -> Mapping[str, Any]:  # noqa: ANN401 - data as it is written
    return {key: {} for key in entries} if isinstance(entries, list) else entries
