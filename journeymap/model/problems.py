"""How a model refuses a value: a kind of problem with named values; the words are in `source.wording`."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

__all__ = ["problem"]


def problem(kind: str, *, at: tuple[str | int, ...] = (), **values: Any) -> PydanticCustomError:  # noqa: ANN401 - any value a user may have written
    """A refusal of the given `kind`; `at` is the way from the refused value to the exact place inside it."""
    return PydanticCustomError(kind, kind, {"at": at, **values})
