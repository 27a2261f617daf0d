"""The engine: runs the selected rules on one map, places what they find, and heeds the map's suppressions."""

from journeymap.lint.config import Config, parse_config
from journeymap.lint.configured import configured
from journeymap.lint.exits import FailOn, exit_code
from journeymap.lint.run import MapReport, lint_map
from journeymap.lint.select import Selection

__all__ = [
    "Config",
    "FailOn",
    "MapReport",
    "Selection",
    "configured",
    "exit_code",
    "lint_map",
    "parse_config",
]
