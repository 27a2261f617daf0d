"""The `git` program: what a revision holds. Only reads; nothing of the repository is run or changed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeymap.errors import CannotRun

__all__ = ["Blob", "Repository", "RevisionPath"]

TIME_LIMIT = 60
"""Seconds that one call of git may take."""

_FILE_MODES = frozenset({"100644", "100755"})
_NOT_FOUND = '"{argument}" does not exist, and git says: {words}'
_MISSING = '"{argument}" is no file, and there is no git program to look for a revision'
_TOO_LONG = "git took longer than {limit} seconds"
_NO_REPOSITORY = '"{argument}" is no file, and this is no git repository'
_NO_REVISION = 'there is no revision "{revision}" in this git repository'
_NO_PATH = 'there is no "{path}" in revision "{revision}"'
_SPECIAL = '"{argument}" names no path in a revision'
_HELP_PATH = "write REV:path from the top of the repository, or REV:./path from here"
_HELP_REVISION = "`git log` shows revisions; in CI fetch them first (for GitHub: fetch-depth: 0)"


@dataclass(frozen=True, slots=True)
class RevisionPath:
    """``REV:path`` taken apart; an empty revision is the index, what is about to be committed."""

    revision: str
    path: str

    @classmethod
    def of(cls, argument: str) -> RevisionPath | None:
        """The first colon outside braces divides (``HEAD@{12:00}:maps``); None where there is none, or for a drive."""
        if re.match(r"[A-Za-z]:[\\/]", argument) and os.name == "nt":
            return None
        depth = 0
        for place, character in enumerate(argument):
            depth += {"{": 1, "}": -1}.get(character, 0)
            if character == ":" and depth == 0:
                return cls(argument[:place], argument[place + 1 :])
        return None

    def __str__(self) -> str:
        return f"{self.revision}:{self.path}"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its path from the top of the repository, and where git keeps what is in it."""

    path: str
    object: str


class Repository:
    """The repository around the working directory, asked about one ``REV:path``."""

    def __init__(self, wanted: RevisionPath) -> None:
        self._wanted = wanted
        self.top = self._top()
        self._be_known()
        self.path = self._path()

    def blobs(self, *paths: str) -> Iterator[Blob]:
        """The files at some paths and below them (links and submodules are none), by path; "" is the top."""
        where = ["--", *paths] if all(paths) else []
        if self._wanted.revision:
            listed = self._run(["ls-tree", "-r", "-z", "--full-tree", self._wanted.revision, *where])
        else:
            listed = self._run(["ls-files", "--stage", "--full-name", "-z", *where])
        for entry in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
            facts, _, path = entry.partition("\t")
            mode, *others = facts.split()
            if mode in _FILE_MODES:
                yield Blob(path, others[1] if self._wanted.revision else others[0])

    def sizes(self, blobs: Iterable[Blob]) -> list[int]:
        """How many bytes each holds."""
        lines = self._run(["cat-file", "--batch-check=%(objectsize)"], _objects(blobs)).split()
        return [int(line) for line in lines]

    def contents(self, blobs: Iterable[Blob]) -> Iterator[bytes]:
        """What each holds."""
        answer = self._run(["cat-file", "--batch=%(objectsize)"], _objects(blobs))
        at = 0
        while at < len(answer):
            end = answer.index(b"\n", at)
            size = int(answer[at:end])
            yield answer[end + 1 : end + 1 + size]
            at = end + 1 + size + 1

    def _top(self) -> str:
        answer = self._call(["rev-parse", "--show-toplevel"])
        if answer.returncode:
            words = _words(answer.stderr)
            message = _NOT_FOUND if "dubious" in words else _NO_REPOSITORY
            raise CannotRun(message.format(argument=self._wanted, words=words), help="go into the repository first")
        return os.fsdecode(answer.stdout).rstrip("\n")

    def _be_known(self) -> None:
        revision = self._wanted.revision
        if not revision:
            return
        refused = revision.startswith("-") or "\0" in revision
        if refused or self._call(["rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}"]).returncode:
            raise CannotRun(_NO_REVISION.format(revision=revision), help=_HELP_REVISION)

    def _path(self) -> str:
        """The path from the top of the repository, in the index and revisions alike."""
        written = self._wanted.path
        if written.startswith("/") or "\0" in written:
            raise CannotRun(_SPECIAL.format(argument=self._wanted), help=_HELP_PATH)
        if written.startswith(("./", "../")) or written in (".", ".."):
            prefix = os.fsdecode(self._run(["rev-parse", "--show-prefix"])).rstrip("\n")
            written = prefix + written
        path = os.path.normpath(written).replace(os.sep, "/") if written else ""
        path = "" if path == "." else path
        if path == ".." or path.startswith("../"):
            raise CannotRun(_SPECIAL.format(argument=self._wanted), help=_HELP_PATH)
        return path

    def missing(self) -> CannotRun:
        """The error for a path that the revision does not have."""
        values = {"path": self.path or ".", "revision": self._wanted.revision or "the index"}
        return CannotRun(_NO_PATH.format(**values), help=_HELP_PATH)

    def _run(self, arguments: list[str], given: bytes = b"") -> bytes:
        answer = self._call(arguments, given)
        if answer.returncode:
            message = _NOT_FOUND.format(argument=self._wanted, words=_words(answer.stderr))
            raise CannotRun(message, help=_HELP_PATH)
        return answer.stdout

    def _call(self, arguments: list[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        where = getattr(self, "top", None) if arguments[0] != "rev-parse" else None
        environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        command = ["git", "--literal-pathspecs", "-c", "core.fsmonitor=false", *arguments]
        try:
            return subprocess.run(  # noqa: S603 - no shell, and git looks at nothing but names of revisions and paths
                command, cwd=where, env=environment, input=given, capture_output=True, timeout=TIME_LIMIT, check=False
            )
        except FileNotFoundError:
            help_ = "check the spelling of the path, or install git"
            raise CannotRun(_MISSING.format(argument=self._wanted), help=help_) from None
        except subprocess.TimeoutExpired:
            message = _TOO_LONG.format(limit=TIME_LIMIT)
            raise CannotRun(message, help="try the same with `git show`; does it ask for something?") from None


def _objects(blobs: Iterable[Blob]) -> bytes:
    return "".join(f"{blob.object}\n" for blob in blobs).encode()


def _words(said: bytes) -> str:
    """The first line of what git says."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ")[:200] if lines else "nothing"
