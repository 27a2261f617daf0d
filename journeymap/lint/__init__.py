"""The engine: runs the selected rules on one map, places what they find, and heeds the map's suppressions."""

from journeymap.lint.baseline import Baseline
from journeymap.lint.baseline_text import DAY_HELP, parse_baseline, parse_day
from journeymap.lint.baseline_update import Looked, Update, Wish, updated
from journeymap.lint.baselined import baselined, told
from journeymap.lint.config import Config, parse_config
from journeymap.lint.configured import configured
from journeymap.lint.exits import FailOn, exit_code, fails, threshold
from journeymap.lint.run import MapReport, lint_map
from journeymap.lint.select import Selection

__all__ = [
    "DAY_HELP",
    "Baseline",
    "Config",
    "FailOn",
    "Looked",
    "MapReport",
    "Selection",
    "Update",
    "Wish",
    "baselined",
    "configured",
    "exit_code",
    "fails",
    "lint_map",
    "parse_baseline",
    "parse_config",
    "parse_day",
    "threshold",
    "told",
    "updated",
]
