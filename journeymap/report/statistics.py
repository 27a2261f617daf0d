"""How often each rule fired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from journeymap.report.fold import Told
from journeymap.report.ink import Ink
from journeymap.report.wording import rule_title

__all__ = ["statistics"]


def statistics(told: Sequence[Sequence[Told]], ink: Ink) -> Iterator[str]:
    """A line for each rule that found something, the most frequent first; told as one is counted as one."""
    firsts = [story.first for stories in told for story in stories]
    counts = Counter(rule_title(first) for first in firsts)
    severities = {rule_title(first): first.severity for first in firsts}
    width = max((len(str(number)) for number in counts.values()), default=0)
    for rule, number in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        severity = severities[rule].value
        yield f"{number:>{width}}  {ink(f'{severity:<7}', severity)}  {ink(rule)}"
