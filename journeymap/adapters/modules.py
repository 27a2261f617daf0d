"""Which optional packages this environment has."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

__all__ = ["version_of"]


def version_of(package: str) -> str | None:
    """The version of a package that can be imported under its own name; None where it is not there. Imports nothing."""
    try:
        return version(package) if find_spec(package) is not None else None
    except (PackageNotFoundError, ValueError):
        return None
