"""Exit codes, and the one place where the process ends."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

__all__ = ["BROKEN_PIPE", "CANNOT_RUN", "CLEAN", "FINDINGS", "INTERRUPTED", "leave"]

CLEAN = 0
"""Nothing found at or above ``--fail-on``."""
FINDINGS = 1
"""Something found."""
CANNOT_RUN = 2
"""No such path, no map there, a bad option, or a crash."""
INTERRUPTED = 130
"""Ended by Ctrl-C."""
BROKEN_PIPE = 141
"""Nobody reads the output any more."""


def leave(code: int) -> NoReturn:
    """End the process at once, when everything is written.

    Taking millions of small objects apart one by one would cost a large map a noticeable part of its time.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            code = BROKEN_PIPE
    os._exit(code)
