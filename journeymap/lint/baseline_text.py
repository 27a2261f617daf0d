"""Reading a baseline; whatever is wrong with a line is `CannotRun` with that line."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from journeymap.errors import CannotRun
from journeymap.lint.baseline import FORMAT, Baseline, Entry, Identity
from journeymap.lint.configured import UNCHANGEABLE
from journeymap.lint.file_faults import file_fault, kind, misspelt, quoted
from journeymap.rules.catalogue import CODES

__all__ = ["DAY_HELP", "parse_baseline", "parse_day"]

DAY_HELP = "write the last day as 2027-03-31"

KEYS = ("map", "code", "subject", "reason", "expires")
REQUIRED = KEYS[:3]

_NOT_TEXT = "not a text file in UTF-8"
_CONFLICT = "a merge conflict was left here"
_NOT_JSON = "not a JSON object in one line"
_NO_HEADER = 'not a baseline: the first line must be {{"format": "{format}"}}'
_OTHER_VERSION = "a baseline of another version, {got}"
_UNKNOWN_KEY = "an entry has no key {key}"
_MISSING = "the entry has no {key}"
_WRONG = "{key} must be {wanted}, not {got}"
_NO_RULE = "there is no rule {code}"
_NEVER = "{code} cannot be in a baseline"
_TWICE = "the same finding as in line {line}, with another reason or another date"
_HALF = "half a character in it"
_KINDS = {"map": (str, "text"), "code": (str, "text"), "subject": (dict, "a table"), "reason": (str, "text")}
_WRITE_AGAIN = "`journeymap baseline` writes one; mend the line by hand, or take it out"
_MERGE = "keep the lines of both sides, take out those with <<<<<<<, ======= and >>>>>>>; the order does not matter"
_KEEP_ONE = "keep one of them"


def parse_baseline(name: str, content: bytes) -> Baseline:
    """The baseline in a file of that name; raises CannotRun, with the line, for whatever is wrong with it. Linear."""
    reading = _Reading(name)
    for number, line in enumerate(_text(name, content).split("\n"), 1):
        if line.strip():
            reading.line(number, line)
    if not reading.begun:
        raise reading.fault(1, _NO_HEADER.format(format=FORMAT), _WRITE_AGAIN)
    return Baseline.of(name, reading.entries.values())


def parse_day(written: str) -> date | None:
    """The day meant by ``2027-03-31``; None for anything else, other ways to write a day too."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.isoformat() == written else None


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise file_fault(name, None, _NOT_TEXT, _WRITE_AGAIN) from None


class _Reading:
    """One reading of one file, line by line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.begun = False
        self.entries: dict[Identity, Entry] = {}
        self._lines: dict[Identity, int] = {}

    def fault(self, number: int, fault: str, help_: str) -> CannotRun:
        return file_fault(self.name, number, fault, help_)

    def line(self, number: int, line: str) -> None:
        """Takes a line that is not blank."""
        data = self._object(number, line)
        if not self.begun:
            self._header(number, data)
        elif data != {"format": FORMAT}:  # a merge may leave a second one
            self._take(number, self._entry(number, data))

    def _object(self, number: int, line: str) -> dict[str, Any]:
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            data = None
        if isinstance(data, dict):
            return data
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            raise self.fault(number, _CONFLICT, _MERGE)
        raise self.fault(number, _NOT_JSON, _WRITE_AGAIN)

    def _header(self, number: int, data: dict[str, Any]) -> None:
        version = data.get("format")
        if not isinstance(version, str) or not version.startswith("journeymap-baseline/"):
            raise self.fault(number, _NO_HEADER.format(format=FORMAT), _WRITE_AGAIN)
        if version != FORMAT:
            raise self.fault(number, _OTHER_VERSION.format(got=quoted(version)), f"this journeymap reads {FORMAT}")
        self.begun = True

    def _entry(self, number: int, data: dict[str, Any]) -> Entry:
        for key in data:
            if key not in KEYS:
                raise self.fault(number, _UNKNOWN_KEY.format(key=quoted(key)), misspelt(key, KEYS))
        for key in REQUIRED:
            if key not in data:
                raise self.fault(number, _MISSING.format(key=quoted(key)), _WRITE_AGAIN)
        for key, (wanted, name) in _KINDS.items():
            if key in data and not isinstance(data[key], wanted):
                told = _WRONG.format(key=quoted(key), wanted=name, got=kind(data[key]))
                raise self.fault(number, told, _WRITE_AGAIN)
        self._be_known(number, data["code"])
        return Entry(**{**data, "expires": self._day(number, data.get("expires"))})

    def _be_known(self, number: int, code: str) -> None:
        if code in UNCHANGEABLE:
            raise self.fault(number, _NEVER.format(code=code), "take the line out, and mend the map")
        if code not in CODES:
            raise self.fault(number, _NO_RULE.format(code=quoted(code)), misspelt(code, CODES))

    def _day(self, number: int, written: object) -> date | None:
        if written is None:
            return None
        day = parse_day(written) if isinstance(written, str) else None
        if day is None:
            got = quoted(written) if isinstance(written, str) else kind(written)
            raise self.fault(number, _WRONG.format(key='"expires"', wanted="a day", got=got), DAY_HELP)
        return day

    def _take(self, number: int, entry: Entry) -> None:
        """The same line twice is one (a merge may leave that); the same finding told differently is a fault."""
        try:
            entry.line().encode()
        except UnicodeEncodeError:
            raise self.fault(number, _HALF, _WRITE_AGAIN) from None
        identity = entry.identity
        if self.entries.get(identity, entry) != entry:
            raise self.fault(number, _TWICE.format(line=self._lines[identity]), _KEEP_ONE)
        self.entries[identity] = entry
        self._lines.setdefault(identity, number)
