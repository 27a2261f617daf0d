"""Where reading of a file stopped, and what had been read by then."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from journeymap.source.events import YamlEvent, event_source
from journeymap.source.files import FileText

__all__ = ["INDENTATION", "Situation", "indent", "situation_of"]

INDENTATION = re.compile(r"[ \t]*")
"""White space at the beginning of a line, tabs among it."""
_SCALARS = 1000


@dataclass
class Situation:
    """Where reading stopped, and what had been read: open brackets, the last scalars, quoted text over lines."""

    file: FileText
    problem: str
    context: str
    index: int
    context_index: int
    open_brackets: list[int] = field(default_factory=list)
    long_quote: tuple[int, int] | None = None
    scalars: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=_SCALARS))

    @property
    def line(self) -> int:
        """The line at which reading stopped."""
        return self.file.position(self.index)[0]

    @property
    def opened(self) -> int:
        """The innermost bracket that is open."""
        return next((place for place in reversed(self.open_brackets) if place >= 0), self.context_index)

    @property
    def character(self) -> str:
        """The character at which reading stopped; empty at the end."""
        return self.file.text[self.index : self.index + 1]

    @property
    def at_line_start(self) -> bool:
        """Whether only white space is before it in its line."""
        return not self.file.text[self.file.index(self.line) : self.index].strip()


def situation_of(file: FileText, error: yaml.YAMLError) -> Situation:
    """The situation of an error of the parser; reads the file up to there once more."""
    last = max(len(file.text.rstrip()) - 1, 0)
    problem_mark, context_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    index = min(problem_mark.index, last) if problem_mark is not None else 0
    context_index = min(context_mark.index, last) if context_mark is not None else index
    problem, context = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    situation = Situation(file, problem, context, index, context_index)
    for event in _events_before_the_end(file):
        _note(situation, event)
    return situation


def _events_before_the_end(file: FileText) -> Iterator[YamlEvent]:
    try:
        next_event = event_source(file.text)
        while (event := next_event()) is not None:
            yield event
    except yaml.YAMLError:
        return


def _note(situation: Situation, event: YamlEvent) -> None:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, CollectionStartEvent):
        situation.open_brackets.append(start.index if event.flow_style else -1)
    elif isinstance(event, CollectionEndEvent):
        situation.open_brackets.pop()
    elif isinstance(event, ScalarEvent):
        situation.scalars.append((start.index, end.index))
        if event.style in ("'", '"') and start.line < end.line:
            situation.long_quote = (start.index, end.index)


def indent(file: FileText, line: int) -> int:
    """How many characters of white space a line begins with."""
    match = INDENTATION.match(file.line(line))
    return len(match[0]) if match else 0
