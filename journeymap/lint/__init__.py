"""The engine: runs the selected rules on one map, places what they find, and heeds the map's suppressions."""

from journeymap.lint.exits import exit_code
from journeymap.lint.run import MapReport, lint_map
from journeymap.lint.select import Selection

__all__ = ["MapReport", "Selection", "exit_code", "lint_map"]
