"""XML of other tools: elements with their lines, read under limits, with nothing expanded and nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import SourceText

__all__ = ["XmlElement", "read_xml"]

_MOST_BYTES = 64 * 1024 * 1024
_MOST_ELEMENTS = 1_000_000
_MOST_DEPTH = 200
_HELP = "take the file as its own tool writes it, whole"
_NO_DECLARATIONS = "it has a document type declaration (<!DOCTYPE>), which could hide anything"
_WITHOUT = "take the declaration out of the file; processes need none"
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']""")
_SEVERAL_BYTES = frozenset({"gbk", "gb2312", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"})
"""Encodings that the parser does not know by itself."""


@dataclass(slots=True, eq=False)
class XmlElement:
    """An element: `space` is the address of its namespace, attributes without a namespace are told by their name,
    others by ``address name``; `text` is what stands directly in it; `line` counts from 1.
    """

    space: str
    name: str
    attributes: dict[str, str]
    line: int
    children: list[XmlElement] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly in it, without space around."""
        return "".join(self.parts).strip()

    def named(self, *names: str) -> Iterator[XmlElement]:
        """The children of these names in the namespace of this element, in order."""
        return (child for child in self.children if child.name in names and child.space == self.space)

    def first(self, name: str) -> XmlElement | None:
        """The first child of that name; None if there is none."""
        return next(self.named(name), None)


def read_xml(source: SourceText) -> XmlElement:
    """The root of an XML file of at most 64 MiB, a million elements and 200 levels.

    Raises CannotRun, with line and column, where it is no XML, where it declares a document type (and with it
    entities), and beyond a limit. Linear.
    """
    if len(source.content) > _MOST_BYTES:
        raise CannotRun(f'"{source.name}" is larger than 64 MiB', help="import its parts one by one")  # noqa: EM102
    if not source.content.strip():
        raise CannotRun(f'"{source.name}" is empty', help=_HELP)  # noqa: EM102
    return _Reading(source).root()


class _Reading:
    def __init__(self, source: SourceText) -> None:
        self.name = source.name
        self.content, encoding = self._decoded(source.content)
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._declared
        self.open: list[XmlElement] = []
        self.found: XmlElement | None = None
        self.count = 0

    def root(self) -> XmlElement:
        try:
            self.parser.Parse(self.content, True)  # noqa: FBT003 - that is how it is called
        except expat.ExpatError as error:
            self._refuse(error.lineno, error.offset + 1, expat.ErrorString(error.code))
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            self._refuse(1, 1, str(error))
        assert self.found is not None  # noqa: S101 - a document without a root is an error of the parser
        return self.found

    def _decoded(self, content: bytes) -> tuple[bytes, str | None]:
        declared = _ENCODING.match(content)
        encoding = declared[1].decode("ascii").lower() if declared is not None else ""
        if encoding not in _SEVERAL_BYTES:
            return content, None
        try:
            return content.decode("gb18030" if encoding.startswith("gb") else encoding).encode(), "utf-8"
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self._refuse(line, error.start - content.rfind(b"\n", 0, error.start), f"it is not {encoding}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST_ELEMENTS or len(self.open) >= _MOST_DEPTH:
            limit = "more than a million elements" if self.count > _MOST_ELEMENTS else f"more than {_MOST_DEPTH} levels"
            self._refuse_here(f"it has {limit}")
        space, _, local = name.rpartition(" ")
        element = XmlElement(space, local, attributes, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.found = element
        self.open.append(element)

    def _end(self, name: str) -> None:
        self.open.pop()

    def _characters(self, text: str) -> None:
        self.open[-1].parts.append(text)

    def _declared(self, *declaration: object) -> NoReturn:
        self._refuse_here(_NO_DECLARATIONS, _WITHOUT)

    def _refuse_here(self, why: str, way_out: str = _HELP) -> NoReturn:
        self._refuse(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, why, way_out)

    def _refuse(self, line: int, column: int, why: str, way_out: str = _HELP) -> NoReturn:
        raise CannotRun(f'"{self.name}" cannot be read as XML at line {line}, column {column}: {why}', help=way_out)  # noqa: EM102
