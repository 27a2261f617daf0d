"""Which settings count for which map: those of a file that is named, or of the nearest above the map."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from journeymap.adapters.config import ConfigFile, config_files_above, named_config_file, relative_to
from journeymap.errors import CannotRun
from journeymap.findings import Message
from journeymap.lint import Config, MapReport, Selection, configured, lint_map, parse_config
from journeymap.source import ReadMap

__all__ = ["Choosing", "ChosenConfig"]

_BOTH = "{one} and {other} beside it both hold settings"
_NO_TABLE = "{file} has no table [tool.journeymap]"


@dataclass(frozen=True, slots=True)
class ChosenConfig:
    """The settings that count for a map, and the folder that their path patterns begin at."""

    config: Config
    folder: str = ""

    def lint(self, read: ReadMap, place: Callable[[str], str] = str) -> MapReport:
        """The report on a map as the settings want it; `place` tells where a file of it lies (or lay) on disk."""
        report = lint_map(read, Selection.of(self.config.select, self.config.ignore))
        if not self.config.per_path_ignores:
            return configured(report, self.config, {})
        relative = {file: relative_to(self.folder, place(file)) for file in read.files}
        return configured(report, self.config, relative)


class Choosing:
    """What a user chose: options of the command line first, then the settings."""

    def __init__(
        self,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        config: str | os.PathLike[str] | None = None,
    ) -> None:
        self._options = Selection.of(select, ignore)  # what cannot be meant is said before anything is read
        self._parsed: dict[str, Config | None] = {}
        self._named = None if config is None else self._named_file(os.fspath(config))

    def for_map(self, path: str) -> ChosenConfig:
        """The settings for the map at a path; raises CannotRun where they are not as they should be."""
        chosen = self._named if self._named is not None else self._nearest(path)
        options, config = self._options, chosen.config
        select, ignore = options.select or config.select, options.ignore or config.ignore
        return replace(chosen, config=replace(config, select=select, ignore=ignore))

    def _named_file(self, path: str) -> ChosenConfig:
        file = named_config_file(path)
        config = self._parse(file)
        if config is None:
            raise CannotRun(str(Message(_NO_TABLE, {"file": file.name})), help="add the table, or name another file")
        return ChosenConfig(config, file.folder)

    def _nearest(self, path: str) -> ChosenConfig:
        files = config_files_above(path)
        for file in files:
            config = self._parse(file)
            if config is not None:
                self._be_alone(file, next(files, None))
                return ChosenConfig(config, file.folder)
        return ChosenConfig(Config())

    def _be_alone(self, file: ConfigFile, following: ConfigFile | None) -> None:
        """Of two files with settings in one folder nobody could tell which counts."""
        if following is not None and following.folder == file.folder and self._parse(following) is not None:
            message = Message(_BOTH, {"one": file.name, "other": following.name})
            raise CannotRun(str(message), help="keep the settings in one of them")

    def _parse(self, file: ConfigFile) -> Config | None:
        if file.name not in self._parsed:
            self._parsed[file.name] = parse_config(file.name, file.content)
        return self._parsed[file.name]
