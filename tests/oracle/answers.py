"""Where the oracle collects what holds: subject by subject, case by case."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from .reading import ALL, Case

CODES = (
    "JM005", "JM006", "JM007", "JM009", "JM010", "JM101", "JM102", "JM103", "JM104", "JM107", "JM112", "JM113",
    "JM201", "JM202", "JM203", "JM204", "JM205", "JM301", "JM302",
    "JM105", "JM106", "JM108", "JM109", "JM110", "JM111", "JM206", "JM207", "JM208", "JM209", "JM303", "JM304", "JM305",
    "JM401", "JM402", "JM403", "JM501", "JM502", "JM901",
)  # fmt: skip
Cases = str | tuple[Case, ...]


def subject_key(subject: dict[str, Any]) -> str:
    """The canonical hashable form of a subject."""
    return json.dumps(subject, sort_keys=True, ensure_ascii=False)


class Answers:
    """Findings under construction; `every` is the list of all cases of the map."""

    def __init__(self, every: list[Case]) -> None:
        self.every = every
        self._held: dict[str, dict[str, set[Case]]] = {code: defaultdict(set) for code in CODES}

    def holds(self, code: str, case: Case, /, **subject: Any) -> None:
        self._held[code][subject_key(subject)].add(case)

    def holds_everywhere(self, code: str, /, **subject: Any) -> None:
        self._held[code][subject_key(subject)].update(self.every)

    def written(self) -> dict[str, dict[str, Cases]]:
        return {code: {key: self._cases(held) for key, held in found.items()} for code, found in self._held.items()}

    def _cases(self, held: set[Case]) -> Cases:
        return ALL if held == set(self.every) else tuple(sorted(held))
