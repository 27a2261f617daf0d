"""The kinds of import, and which of them a file is, guessed from its content and never from its name.

Each kind is a module (or package) of this package, loaded when it is needed. All have ``matches(content) -> bool``: it
is given the value of a JSON or YAML file, or the bytes of another, as the kind's `sees` says. A kind that gives a draft
has ``read(files: Sequence[SourceText]) -> Draft``, one that holds a map already
``read_map(files: Sequence[SourceText]) -> tuple[ContactMap, tuple[Remark, ...]]``. One that may hold a map has
``carried_map(file: SourceText) -> tuple[ContactMap | None, tuple[Remark, ...]]`` besides.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from journeymap.errors import CannotRun
from journeymap.exchange.importing.content import Content
from journeymap.exchange.importing.draft import SourceText

__all__ = ["KINDS", "ImportKind", "guess", "kind_named", "kind_of"]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """What ``--from`` names; `summary` is one line for people, `holds_map` says that no draft is needed,
    `may_hold_map` that some files hold a map beside what other tools see in them.
    """

    name: str
    sees: Literal["json", "yaml", "bytes"]
    summary: str
    holds_map: bool = False
    may_hold_map: bool = False

    @property
    def module(self) -> Any:  # noqa: ANN401 - a module
        """The module that reads it."""
        return importlib.import_module(f"journeymap.exchange.importing.{self.name.replace('-', '_')}")

    def matches(self, content: Content) -> bool:
        """Whether a file is of this kind, by its content."""
        value = _seen(content, self.sees)
        return value is not None and bool(self.module.matches(value))


def _seen(content: Content, as_what: str) -> object:
    match as_what:
        case "json":
            return content.json
        case "yaml":
            return content.yaml
        case _:
            return content.source.content


KINDS = (
    ImportKind("amazon-connect", "json", "Amazon Connect flows, exported or described (JSON)"),
    ImportKind("twilio-studio", "json", "Twilio Studio flows (JSON)"),
    ImportKind("govuk-forms", "json", "GOV.UK digital form builder (JSON); several forms are one application"),
    ImportKind("json", "json", "the resolved map of `journeymap export --to json`", holds_map=True),
    ImportKind("genesys-architect", "yaml", "Genesys Cloud Architect flows (Archy YAML)"),
    ImportKind("bpmn", "bytes", "BPMN 2.0 processes (XML)", may_hold_map=True),
    ImportKind("xlsx", "bytes", "a workbook with the sheets touchpoints and transfers", holds_map=True),
    ImportKind("csv", "bytes", "tables of touchpoints and transfers", holds_map=True),
)
"""Every kind of import, in the order in which a file is tried."""

_LIST = "say what it is with --from, one of: {kinds}"
_UNKNOWN = 'cannot tell what "{file}" is: it holds {seen}'
_MIXED = '"{first}" is {kind}, but "{second}" is {other}'
_ONE_KIND = "import files of one kind at a time, or name the kind with --from"


def kind_named(name: str) -> ImportKind:
    """The kind of that name; raises CannotRun if there is none."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    message = f'there is no kind of import "{name}"'
    raise CannotRun(message, help=_LIST.format(kinds=_names()))


def guess(sources: Sequence[SourceText]) -> ImportKind:
    """The one kind that all files are of; raises CannotRun if one cannot be told, or if they differ."""
    known: tuple[SourceText, ImportKind] | None = None
    for source in sources:
        kind = kind_of(source) or _refuse(source)
        if known is not None and kind is not known[1]:
            names = {"first": known[0].name, "kind": known[1].name, "second": source.name, "other": kind.name}
            raise CannotRun(_MIXED.format_map(names), help=_ONE_KIND)
        known = known or (source, kind)
    if known is None:
        raise CannotRun("there is nothing to import", help="name files, or a folder with files")  # noqa: EM101
    return known[1]


def _refuse(source: SourceText) -> NoReturn:
    content = Content(source)
    message = _UNKNOWN.format(file=source.name, seen=content.seen)
    raise content.fault or CannotRun(message, help=_LIST.format(kinds=_names()))


def kind_of(source: SourceText) -> ImportKind | None:
    """The kind of a file; None if it is none of them."""
    content = Content(source)
    return next((kind for kind in KINDS if kind.matches(content)), None)


def _names() -> str:
    return ", ".join(kind.name for kind in KINDS)
