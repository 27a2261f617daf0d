"""The text of a settings file: reading it, and saying at which line it is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from journeymap.errors import CannotRun
from journeymap.lint.file_faults import file_fault, kind, misspelt, quoted, shortened
from journeymap.lint.select import ALWAYS, known_code

__all__ = ["PYPROJECT", "ConfigText"]

PYPROJECT = "pyproject.toml"
_NOT_TEXT = "not a text file in UTF-8"
_NOT_TOML = "not TOML: {problem}"
_TOO_DEEP = "nested too deeply"
_WRONG = "{key} must be {wanted}, not {got}"
_NO_SETTING = "there is no setting {word}"
_ALWAYS = "{word} keeps a map from being read and is always an error"
_UPWARDS = "a path pattern begins in the folder of this file, and {word} leads out of it"
_PATTERN = "write it with /, such as maps/old/**"
_WAY_OUT = "docs/configuration.md shows every setting"
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class ConfigText:
    """A settings file: its name for people, its lines, and the TOML in it."""

    name: str
    lines: tuple[str, ...]
    data: Mapping[str, Any]

    @classmethod
    def of(cls, name: str, content: bytes) -> ConfigText:
        """The file read as TOML; raises CannotRun where it is none."""
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise file_fault(name, None, _NOT_TEXT, "save it as UTF-8") from None
        return cls(name, tuple(text.splitlines()), _toml(name, text))

    @property
    def is_pyproject(self) -> bool:
        """Whether only a table of it is ours."""
        return PurePosixPath(self.name).name == PYPROJECT

    def no_setting(self, key: str, known: Collection[str]) -> CannotRun:
        """The error for a key that is none of the settings."""
        return file_fault(self.name, self._line(key), _NO_SETTING.format(word=quoted(key)), misspelt(key, known))

    def wrong(self, at: str, key: str, wanted: str, got: object) -> CannotRun:
        """The error for a value of the wrong kind, at the first line that has the word `at`."""
        fault = _WRONG.format(key=key, wanted=wanted, got=kind(got))
        return file_fault(self.name, self._line(at), fault, _WAY_OUT)

    def table(self, key: str, value: object) -> Mapping[str, Any]:
        """The value, which must be a table."""
        if not isinstance(value, dict):
            raise self.wrong(key, key, "a table", value)
        return value

    def word(self, key: str, value: object, known: Collection[str]) -> str:
        """The value, which must be one of the known words."""
        wanted = " or ".join(known)
        if not isinstance(value, str):
            raise self.wrong(key, quoted(key), wanted, value)
        if value not in known:
            fault = _WRONG.format(key=quoted(key), wanted=wanted, got=quoted(value))
            raise file_fault(self.name, self._line(value), fault, misspelt(value, known))
        return value

    def codes(self, key: str, value: object) -> tuple[str, ...]:
        """The value, which must be a list of codes or beginnings of codes, or one of them."""
        written = [value] if isinstance(value, str) else value
        if not isinstance(written, list):
            raise self.wrong(key, quoted(key), "a list of codes", value)
        for each in written:
            if not isinstance(each, str):
                raise self.wrong(key, f"each code in {quoted(key)}", "text", each)
        return tuple(map(self.code, written))

    def code(self, written: str) -> str:
        """A code or the beginning of codes."""
        try:
            return known_code(shortened(written))
        except CannotRun as error:
            raise file_fault(self.name, self._line(written), error.message, error.help) from None

    def regraded(self, written: str) -> str:
        """A code or the beginning of codes that can be given another severity."""
        code = self.code(written)
        if code in ALWAYS:
            raise file_fault(self.name, self._line(written), _ALWAYS.format(word=code), "take it out")
        return code

    def pattern(self, written: str) -> str:
        """A path pattern, which must not lead out of the folder."""
        if written.startswith("/") or ".." in written.split("/") or "\\" in written or not written:
            raise file_fault(self.name, self._line(written), _UPWARDS.format(word=quoted(written)), _PATTERN)
        return written

    def _line(self, word: str) -> int | None:
        """The first line that has the word outside comments, in a ``pyproject.toml`` below our header."""
        ours = not self.is_pyproject
        for number, line in enumerate(self.lines, 1):
            ours = ours or "journeymap" in line
            if ours and not line.lstrip().startswith("#") and _has_word(line, word):
                return number
        return None


def _toml(name: str, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise file_fault(name, None, _TOO_DEEP, _WAY_OUT) from None
    except ValueError as error:
        place = _AT_LINE.search(str(error))
        problem = _AT_LINE.sub("", str(error))[:200]
        line = int(place[1]) if place else None
        raise file_fault(name, line, _NOT_TOML.format(problem=problem), "text stands in quotes, lists in [ ]") from None


def _has_word(line: str, word: str) -> bool:
    at = line.find(word)
    while at >= 0 and word:
        before, after = line[at - 1 : at] if at else "", line[at + len(word) : at + len(word) + 1]
        if not _joins(before) and not _joins(after):
            return True
        at = line.find(word, at + 1)
    return False


def _joins(character: str) -> bool:
    return character.isalnum() or character in ("_", "-") if character else False
