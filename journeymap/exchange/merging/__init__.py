"""A newly imported map merged into one that people have edited: everything that they wrote stays as it is, to the byte.

New elements and new attributes are written in; where both say something different, what is in the file stays and the
difference is told; what the source does not have is told, and never deleted. Which of the two is older nobody knows:
what was deleted by hand and is still in the source comes back.
"""

from __future__ import annotations

from journeymap.exchange.merging.merge import Conflict, Merged, merge

__all__ = ["Conflict", "Merged", "merge"]
