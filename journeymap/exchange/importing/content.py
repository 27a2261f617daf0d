"""What a file is, seen from its content: worked out once, asked by every kind of import."""

from __future__ import annotations

import re
from functools import cached_property

from journeymap.errors import CannotRun
from journeymap.exchange.importing.draft import Remark, SourceText
from journeymap.exchange.importing.json_text import JsonText, read_json
from journeymap.exchange.importing.yaml_text import YamlText, read_yaml
from journeymap.findings import Json
from journeymap.source.encoding import decode
from journeymap.source.files import SourceFile
from journeymap.source.tree import Value

__all__ = ["Content"]

_HEAD = 65536
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?P<attributes>(?:\s[^<>]*)?)/?>")
_BEFORE_ROOT = (("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE", ">"))
_NAMESPACE = re.compile(r"""xmlns(?::(?P<prefix>[\w.-]+))?\s*=\s*["'](?P<uri>[^"']*)["']""")
_TOP_KEY = re.compile(r"^\ufeff?[\w\"' -]+:(?:\s|$)", re.MULTILINE)


class Content:
    """One file as the importers see it; nothing here raises."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.fault: CannotRun | None = None
        """Why a file that begins like JSON or YAML is none; known once `json` and `yaml` were asked for."""

    @cached_property
    def _json_text(self) -> JsonText | None:
        if self.source.content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] not in (b"{", b"["):
            return None
        try:
            return read_json(self.source)
        except CannotRun as fault:
            self.fault = fault
            return None

    @property
    def json(self) -> Json:
        """The value of a JSON file; None for all else."""
        return self._json_text.value if self._json_text is not None else None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is odd about a JSON file whatever it is."""
        return self._json_text.remarks if self._json_text is not None else ()

    @cached_property
    def _yaml_text(self) -> YamlText | None:
        if self._looks_otherwise or not _TOP_KEY.search(self.head):
            return None
        try:
            return read_yaml(self.source)
        except CannotRun as fault:
            self.fault = self.fault or fault
            return None

    @property
    def yaml(self) -> Value:
        """The value of a YAML file that is no JSON, every scalar as text; None for all else."""
        return self._yaml_text.value if self._yaml_text is not None else None

    @property
    def _looks_otherwise(self) -> bool:
        return self.is_zip or self.xml_root is not None or self.json is not None

    @cached_property
    def head(self) -> str:
        """The first 64 kB as text, whatever the encoding; empty for binary files."""
        start = self.source.content[:_HEAD]
        return "" if self.is_zip or start.startswith(_OLD_OFFICE) else decode(SourceFile("", start))[0].text

    @cached_property
    def xml_root(self) -> tuple[str, str] | None:
        """Namespace and name of the root element of an XML file; None for all else. Nothing is expanded."""
        root = _root_in(self.head)
        if root is None:
            return None
        spaces = {match["prefix"]: match["uri"] for match in _NAMESPACE.finditer(root["attributes"])}
        return spaces.get(root["prefix"], ""), root["name"]

    @property
    def is_zip(self) -> bool:
        """Whether it is a zip archive."""
        return self.source.content.startswith(_ZIP)

    @property
    def is_workbook(self) -> bool:
        """Whether it is a zip archive that holds a spreadsheet; the archive is not opened."""
        return self.is_zip and b"xl/workbook.xml" in self.source.content

    @property
    def seen(self) -> str:
        """What was seen, in a few words for people."""
        if not self.source.content.strip():
            return "nothing"
        if self.is_zip:
            return "a spreadsheet" if self.is_workbook else "a zip archive"
        if self.source.content.startswith(_OLD_OFFICE):
            return "an old Office file (save it as .xlsx)"
        if self.xml_root is not None:
            return f"XML with the root <{self.xml_root[1]}>"
        for format_, value in (("JSON", self.json), ("YAML", self.yaml)):
            if isinstance(value, dict) and "journeymap" in value:
                return "a map already, which needs no import"
            if isinstance(value, dict):
                return f"{format_} with the keys {_listed(list(value))}"
            if value is not None:
                return f"{format_} without keys"
        first = self.head.strip().split("\n", 1)[0][:40]
        return f'text that begins with "{first}"' if first.isprintable() and first else "no text"


def _root_in(text: str) -> re.Match[str] | None:
    """The start tag of the root element, behind declarations and comments; one step per declaration or comment."""
    place = len(text) - len(text.lstrip())
    while begun := next((end for start, end in _BEFORE_ROOT if text.startswith(start, place)), None):
        if begun == ">" and 0 <= text.find("[", place) < text.find(">", place):
            place = text.find("]", place)
        end = text.find(begun, place) if place >= 0 else -1
        if end < 0:
            return None
        place = end + len(begun)
        while text[place : place + 1].isspace():
            place += 1
    return _ROOT.match(text, place)


def _listed(keys: list[str], most: int = 6) -> str:
    return ", ".join([*(key[:40] for key in keys[:most]), *(["…"] if len(keys) > most else [])]) or "none"
