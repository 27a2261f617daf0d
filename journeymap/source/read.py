"""Reading a map: from the bytes of its files to the model, its places and its findings."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import yaml

from journeymap.findings import Finding
from journeymap.model import ContactMap
from journeymap.model.contact_map import FORMAT
from journeymap.source.checks import contradictions
from journeymap.source.encoding import decode
from journeymap.source.events import read_events
from journeymap.source.files import FileText, SourceFile
from journeymap.source.merging import Merged, merge_trees
from journeymap.source.odd_spaces import odd_space_faults
from journeymap.source.places import Places
from journeymap.source.references import undeclared
from journeymap.source.refusals import Outcome, validate
from journeymap.source.run_together import run_together
from journeymap.source.tree import Fault, Tree
from journeymap.source.version import VERSION_KEY, check_version

if TYPE_CHECKING:
    from journeymap.source.complaints import Complainer, Problem

__all__ = ["MAIN_FILE", "ReadMap", "read_map"]

MAIN_FILE = "journeymap.yaml"
"""The file that makes a folder a map."""


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
    findings = _sorted(reading.findings)
    return ReadMap(root, names, None if findings else contact_map, findings, reading.places)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place; findings that say the same of the same place (an alias shares what is wrong) are one."""
    by_place = {
        (*_place_of(finding), finding.code, finding.path, str(finding.message)): finding for finding in findings
    }
    return tuple(by_place[place] for place in sorted(by_place))


def _place_of(finding: Finding) -> tuple[str, int, int]:
    span = finding.span
    return (span.file, span.line, span.column) if span is not None else ("", 0, 0)


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
        return name != MAIN_FILE, folder.count("/"), file.name

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
            from journeymap.source.syntax import diagnose

            self._unreadable(text, diagnose(text, error))
            return
        misread = odd_space_faults(tree)
        if misread:
            self._unreadable(text, misread)
            return
        for fault in tree.faults:
            self._form(text, fault, tree.path_to(fault.node) if fault.kind == "duplicate_key" else ())
        if isinstance(tree.root, dict):
            self.trees.append(tree)
        elif tree.root is not None or is_main or tree.faults:
            self._wrong_top_level(tree)

    def _wrong_top_level(self, tree: Tree) -> None:
        from journeymap.source.syntax import wrong_top_level

        self._unreadable(tree.file, wrong_top_level(tree))

    def _unreadable(self, text: FileText, faults: Iterable[Fault]) -> None:
        self.complete = False
        for fault in faults:
            self._form(text, fault)

    def _form(self, text: FileText, fault: Fault, path: Sequence[str] = ()) -> None:
        from journeymap.source.complaints import about_form
        from journeymap.source.foreign import looks_foreign, why_it_is_read

        finding = about_form(text, fault, path)
        if text is not self.texts[0] and looks_foreign(text):
            why = why_it_is_read(Places(tuple(self.texts), tuple(self.trees)), "unreadable_part")
            finding = replace(finding, related=(*finding.related, why))
        self.findings.append(finding)

    def run(self) -> ContactMap | None:
        """The model, if there is one."""
        merged = merge_trees(list(self._parts()))
        if not self.trees or not self._has_version(merged):
            return None
        outcome = validate(merged.root)
        complainer: Complainer | None = None
        for problem in self._problems(merged, outcome):
            if complainer is None:
                from journeymap.source.complaints import Complainer

                complainer = Complainer(merged.root, self.places, outcome.model)
            self.findings += complainer.about(problem)
        return outcome.model

    def _parts(self) -> Iterator[Tree]:
        """The main file, and the others that have keys of a map; what has none is complained about once."""
        for tree in self.trees:
            if tree.file is self.texts[0] or not self._is_foreign(tree):
                yield tree

    def _is_foreign(self, tree: Tree) -> bool:
        from journeymap.source.foreign import about_foreign, is_foreign

        foreign = is_foreign(tree)
        if foreign and not tree.faults:  # those say already why the file is read
            self.findings.append(about_foreign(tree, self.places))
        return foreign

    def _has_version(self, merged: Merged) -> bool:
        """Whether the map can be read on: its version is known, or it is a map that only lacks it."""
        if merged.root.get(VERSION_KEY) == FORMAT:
            return True
        faults, read_on = check_version(merged.root, self.trees, self.texts)
        if self.complete or not read_on:
            for fault in faults:
                self._form(fault.file, fault.fault)
        return read_on

    def _problems(self, merged: Merged, outcome: Outcome) -> Iterator[Problem]:
        yield from merged.clashes
        yield from outcome.refusals
        if outcome.model is None or not self.complete:
            return
        yield from self._references(outcome.model, outcome)
        touched = outcome.touched()  # what was taken away may be all that does not fit
        for one in contradictions(outcome.model):
            if tuple(map(str, one.location)) not in touched:
                yield one

    def _references(self, contact_map: ContactMap, outcome: Outcome) -> Iterator[Problem]:
        """Ids that are used and not declared, but for those that follow from what was removed or run together."""
        removed = outcome.removed
        unknown = [
            use
            for use in undeclared(contact_map)
            if (use.section,) not in removed and (use.section, use.id) not in removed
        ]
        slips = run_together(contact_map, self.places, unknown, everything_read=not outcome.refusals)
        yield from slips
        meant = {part for slip in slips for part in slip.parts}
        yield from (use for use in unknown if (use.section, use.id) not in meant)
