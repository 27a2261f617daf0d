"""From pydantic's locations to map paths, and from those to what a model allows there.

A location speaks of the canonical shape (`touchpoints.menu.transfers.agent.tag.list.0.for.segment.ids.1`); a
map path speaks of the file as it was written (`touchpoints.menu.transfers.agent.0.for.segment.retail`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from journeymap.model import ContactMap
from journeymap.source.tree import Value

__all__ = ["Location", "all_keys", "allowed_keys", "allowed_words", "map_path", "model_at", "value_at"]

Location = tuple[str | int, ...]

_KEY_ITSELF = "[key]"
_TAG = "tag."
_CANONICAL = {"ids": "not", "for_": "for", "from_": "from"}
"""Names of the canonical shape and how they are written, where they are written at all."""


def map_path(root: Value, location: Sequence[str | int]) -> tuple[str, ...]:
    """The way through the written values that a location names; what exists in the canonical shape only is left out.

    The last step stays even if it is not written: a missing key has a path too. An item of a list of ids is
    named by its id, as it would be in a mapping.
    """
    path: list[str] = []
    here = root
    steps = [step for step in location if step != _KEY_ITSELF and not str(step).startswith(_TAG)]
    for place, step in enumerate(steps):
        name, here, found = _take(here, step)
        if found:
            path.append(name)
        elif isinstance(here, dict) and place == len(steps) - 1:
            path.append(str(step))
    return tuple(path)


def _take(here: Value, step: str | int) -> tuple[str, Value, bool]:
    """One step: the name of the place reached, its value, and whether there is such a place."""
    if isinstance(here, dict):
        for name in (str(step), _CANONICAL.get(str(step), "")):
            if name in here:
                return name, here[name], True
    elif isinstance(here, list):
        if isinstance(step, int) and step < len(here):
            return _item_name(here, step), here[step], True
        if step in here:
            return str(step), None, True
    return "", here, False


def _item_name(items: list[Value], place: int) -> str:
    item = items[place]
    if isinstance(item, str) and item and items.index(item) == place and "." not in item:
        return item
    return str(place)


def value_at(root: Value, path: Iterable[str]) -> Value:
    """The written value at a map path; None if there is none."""
    here = root
    for step in path:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list):
            here = step if step in here else here[int(step)] if step.isdecimal() and int(step) < len(here) else None
        else:
            return None
    return here


def model_at(location: Sequence[str | int]) -> type[BaseModel] | None:
    """The model whose keys are meant at a location; None where a value is no model."""
    kinds: list[Any] = [ContactMap]
    for step in location:
        if step == _KEY_ITSELF or str(step).startswith(_TAG):
            continue
        kinds = [inner for kind in kinds for inner in _inside(kind, str(step))]
    return next((kind for kind in kinds if _is_model(kind)), None)


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _inside(kind: Any, step: str) -> tuple[Any, ...]:  # noqa: ANN401 - any annotation
    if _is_model(kind):
        return _fields(kind).get(step, ())
    inner = get_args(kind)
    if get_origin(kind) is dict:
        return _alternatives(inner[1])
    return _alternatives(inner[0]) if get_origin(kind) is tuple else ()


@lru_cache(maxsize=64)
def _fields(model: type[BaseModel]) -> dict[str, tuple[Any, ...]]:
    return {field.alias or name: _alternatives(field.annotation) for name, field in model.model_fields.items()}


def _alternatives(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        return _alternatives(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return tuple(inner for part in get_args(annotation) for inner in _alternatives(part))
    return (annotation,)


def allowed_keys(location: Sequence[str | int]) -> tuple[str, tuple[str, ...]]:
    """The name of the model at a location and its keys in the order of the language; empty where there is none."""
    model = model_at(location)
    return (model.__name__, tuple(_fields(model))) if model is not None else ("", ())


def allowed_words(location: Sequence[str | int]) -> tuple[str, ...]:
    """The words that the field at a location takes; empty where it takes others too."""
    steps = [step for step in location if not str(step).startswith(_TAG)]
    model = model_at(steps[:-1])
    kinds = _fields(model).get(str(steps[-1]), ()) if model is not None and steps else ()
    return tuple(str(word) for kind in kinds if get_origin(kind) is Literal for word in get_args(kind))


@lru_cache(maxsize=1)
def all_keys() -> frozenset[str]:
    """Every key of the language."""
    found: set[str] = set()
    models: list[Any] = [ContactMap]
    while models:
        fields = _fields(models.pop())
        if not found.issuperset(fields):
            found.update(fields)
            models += _models_in(tuple(kind for kinds in fields.values() for kind in kinds))
    return frozenset(found)


def _models_in(kinds: tuple[Any, ...]) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    for kind in kinds:
        if _is_model(kind):
            found.append(kind)
        else:
            found += _models_in(tuple(one for inner in get_args(kind) for one in _alternatives(inner)))
    return found
