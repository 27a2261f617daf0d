"""Reading a map: from the bytes of its files to the model, its places and its findings."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import yaml

from journeymap.findings import Finding
from journeymap.model import ContactMap
from journeymap.source.checks import CONTRADICTIONS, Contradiction, contradictions
from journeymap.source.complaints import Complainer, about_form
from journeymap.source.encoding import decode
from journeymap.source.events import read_events
from journeymap.source.files import FileText, SourceFile
from journeymap.source.merging import merge_trees
from journeymap.source.places import Places
from journeymap.source.references import undeclared
from journeymap.source.refusals import Outcome, validate
from journeymap.source.suggestions import Suggester
from journeymap.source.syntax import diagnose, slips_in
from journeymap.source.tree import Fault, Tree, Value

__all__ = ["MAIN_FILE", "ReadMap", "read_map"]

MAIN_FILE = "journeymap.yaml"
"""The file that makes a folder a map."""

_VERSION = "journeymap"


@dataclass(frozen=True)
class ReadMap:
    """A map as it was read: `map` is None exactly if one of the findings is a JM001, JM002, JM003 or JM004."""

    root: str
    files: tuple[str, ...]
    map: ContactMap | None
    findings: tuple[Finding, ...]
    places: Places = field(repr=False)


def read_map(root: str, files: Sequence[SourceFile]) -> ReadMap:
    """Reads the files of one map; never raises for bad content.

    The order of the files does not matter. The cyclic garbage collector rests meanwhile: nothing that is
    built here has cycles, and it would cost more than everything else together.
    Linear in the size of the files.
    """
    with _no_garbage_collection():
        reading = _Reading(_in_order(files))
        contact_map = reading.run()
    names = tuple(text.name for text in reading.texts)
    findings = tuple(sorted(set_of(reading.findings), key=_place_of))
    return ReadMap(root, names, contact_map if not findings else None, findings, reading.places)


def set_of(findings: Sequence[Finding]) -> list[Finding]:
    """Findings without those that say the same of the same place (a value shared by an alias is refused once)."""
    return list(
        {(finding.code, finding.path, finding.span, str(finding.message)): finding for finding in findings}.values()
    )


def _place_of(finding: Finding) -> tuple[str, int, int, str, str, str]:
    span = finding.span
    place = (span.file, span.line, span.column) if span is not None else ("", 0, 0)
    return (*place, finding.code, finding.path, str(finding.message))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _in_order(files: Sequence[SourceFile]) -> list[SourceFile]:
    """The main file first (of several `journeymap.yaml` the one nearest to the root), the others by name."""

    def rank(file: SourceFile) -> tuple[bool, int, str]:
        folder, _, name = file.name.rpartition("/")
        return name != MAIN_FILE, len(folder), file.name

    first, *others = sorted(files, key=rank)
    return [first, *sorted(others, key=lambda file: file.name)]


class _Reading:
    """One reading of one map, step by step; findings gather on the way."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self.findings: list[Finding] = []
        self.texts: list[FileText] = []
        self.trees: list[Tree] = []
        self.complete = True
        for file in files:
            self._read_file(file, is_main=not self.texts)
        self.places = Places(tuple(self.texts), tuple(self.trees))

    def _read_file(self, file: SourceFile, *, is_main: bool) -> None:
        text, fault = decode(file)
        self.texts.append(text)
        if fault is not None:
            self._unreadable(text, [fault])
            return
        try:
            tree = read_events(text)
        except yaml.YAMLError as error:
            self._unreadable(text, diagnose(text, error))
            return
        for fault in tree.faults:
            self._form(tree.file, fault, tree.path_to(fault.node) if fault.kind == "duplicate_key" else ())
        self._take(tree, is_main=is_main)

    def _take(self, tree: Tree, *, is_main: bool) -> None:
        """Keeps the tree of a file with keys and values; says what is wrong with any other."""
        if isinstance(tree.root, dict):
            self.trees.append(tree)
        elif tree.root is None and not is_main:
            return
        else:
            self._unreadable(tree.file, (tree.faults and []) or list(_wrong_top_level(tree)))

    def _unreadable(self, text: FileText, faults: Sequence[Fault]) -> None:
        self.complete = False
        for fault in faults:
            self._form(text, fault)

    def _form(self, text: FileText, fault: Fault, path: Sequence[str] = ()) -> None:
        span = text.span(fault.start, fault.end)
        other = text.span(*fault.related) if fault.related is not None else span
        self.findings.append(about_form(fault, other, span, path))

    def run(self) -> ContactMap | None:
        """The model, if nothing was found."""
        merged = merge_trees(self.trees)
        complainer = Complainer(merged.root, self.places)
        self.findings += [complainer.about_clash(clash) for clash in merged.clashes]
        if not self.trees or not self._version(merged.root):
            return None
        outcome = validate(merged.root)
        for refusal in outcome.refusals:
            self.findings += complainer.about_refusal(refusal)
        if outcome.model is not None and self.complete:
            self._check(outcome.model, outcome, complainer)
        return outcome.model

    def _version(self, root: dict[str, Value]) -> bool:
        """Whether the file says which version of the language it is in; if it does not, the rest is read all the same."""
        version = root.get(_VERSION)
        if version == "1":
            return True
        if version is not None and self.texts[0].name == self.trees[0].file.name:
            self._wrong_version(version)
            return False
        if self.complete:
            self._missing_version(root)
        root[_VERSION] = "1"
        return True

    def _wrong_version(self, version: Value) -> None:
        tree = self.trees[0]
        start, end = tree.stretch(tree.children(0)[_VERSION].value)
        got = version if isinstance(version, str) else tree.file.text[start:end]
        self._form(tree.file, Fault("unknown_version", start, end, values={"got": got}))

    def _missing_version(self, root: dict[str, Value]) -> None:
        kind = "missing_version" if len(self.texts) == 1 else "missing_version_in_folder"
        misspelt = Suggester().nearest(_VERSION, [key for key in root if key not in ContactMap.model_fields])
        if misspelt is None:
            self._form(self.texts[0], Fault(kind, 0, 0))
        else:
            del root[misspelt]
            tree = next(tree for tree in self.trees if misspelt in tree.children(0))
            self._form(tree.file, Fault(kind, *tree.stretch(tree.children(0)[misspelt].key)))

    def _check(self, contact_map: ContactMap, outcome: Outcome, complainer: Complainer) -> None:
        removed = outcome.removed
        for use in undeclared(contact_map):
            if (use.section,) not in removed and (use.section, use.id) not in removed:
                self.findings.append(complainer.about_use(use, getattr(contact_map, use.section)))
        for one in contradictions(contact_map):
            if not _has_removed(removed, one):
                self.findings.append(complainer.about_contradiction(one, *CONTRADICTIONS[one.kind]))


def _has_removed(removed: set[tuple[str, ...]], one: Contradiction) -> bool:
    """Whether something was taken away below the place, so that it only seems not to fit."""
    start = tuple(str(step) for step in one.location)
    return any(path[: len(start)] == start for path in removed)


def _wrong_top_level(tree: Tree) -> list[Fault]:
    if tree.root is None or tree.root == "":
        return [Fault("empty_file", 0, 0)]
    start, end = tree.stretch(0)
    slips = slips_in(tree.file, start, end) if isinstance(tree.root, str) else []
    kind = "top_level_list" if isinstance(tree.root, list) else "top_level_text"
    return slips or [Fault(kind, start, end)]
