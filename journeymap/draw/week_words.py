"""Minutes of a typical week in the words of a picture."""

from __future__ import annotations

import re

from journeymap.draw.wishes import Language
from journeymap.rules.clock import told_week

__all__ = ["week_words"]

_CHINESE = {
    "Mo": "周一",
    "Tu": "周二",
    "We": "周三",
    "Th": "周四",
    "Fr": "周五",
    "Sa": "周六",
    "Su": "周日",
    "-": "至",
    " and ": "、",
    ", ": "，",
    " all day": "全天",
    "at any time": "任何时候",
}
_DAYS_OR_WORDS = re.compile(r"Mo|Tu|We|Th|Fr|Sa|Su|(?<=[a-z])-(?=[A-Z])| and |, | all day|at any time")


def week_words(minutes: int, language: Language) -> str:
    """A set of minutes: ``Mo-Fr 17:00-24:00, Sa and Su all day``, ``周一至周五 17:00-24:00，周六、周日全天``."""
    told = told_week(minutes)
    return _DAYS_OR_WORDS.sub(lambda match: _CHINESE[match[0]], told) if language == "zh" else told
