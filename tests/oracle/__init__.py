"""A brute-force oracle: the definitions walked through naively, with no part of journeymap.

It reads plain map data (what the YAML says) and answers as the JSON report must: per code, a mapping from the
subject (as canonical JSON) to its cases, ``"all"`` or a sorted tuple of ``((dimension, id), ...)``.
"""

from __future__ import annotations

from . import blind_spots, declarations, loops, opening, promises, repeats, returns, settling, ways, work
from .answers import CODES, Answers, Cases, subject_key
from .reading import Data
from .world import worlds

__all__ = ["CODES", "oracle", "subject_key"]


def oracle(map_data: Data) -> dict[str, dict[str, Cases]]:
    """Everything that holds in a valid map (no JM001 to JM004), by code and subject."""
    every = worlds(map_data)
    answers = Answers([world.case for world in every])
    for part in (declarations, blind_spots, loops, repeats, opening, settling, returns, ways, work, promises):
        part.judge(map_data, every, answers)
    return answers.written()
