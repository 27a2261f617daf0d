"""From the model back to text: canonical YAML, the same for equal maps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from journeymap.model import Choice, ContactMap, Entry, Filter, Resolves
from journeymap.model.contact_map import SECTIONS
from journeymap.model.promises import Selector
from journeymap.model.touchpoint import Volume
from journeymap.source.layout import Plain, Written, lay_out

__all__ = ["dump", "in_full", "written"]

_UNITS = (("d", 86400), ("h", 3600), ("min", 60))


def dump(contact_map: ContactMap) -> str:
    """Canonical YAML of a map; reading it gives an equal map.

    Keys stand in the order of the language, ids in the order of their code points (stages keep theirs);
    what equals its default is left out, and the shortest form is taken.
    """
    return lay_out(_fields(contact_map))


def written(element: BaseModel) -> dict[str, Written]:
    """One element of a map as plain data: what equals its default is left out, equal elements give equal data."""
    return _fields(element)


def in_full(element: BaseModel) -> dict[str, Written]:
    """One element of a map as plain data, with what equals its default; what has neither value nor default is not."""
    values = ((name, key, getattr(element, name)) for name, key, _ in _keys(type(element)))
    return {key: _field(name, value) for name, key, value in values if value is not None}


def _fields(element: BaseModel) -> dict[str, Written]:
    written: dict[str, Written] = {}
    for name, key, default in _keys(type(element)):
        value = getattr(element, name)
        if value is not None and value != default:
            written[key] = _field(name, value)
    return written


@lru_cache(maxsize=64)
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a model: name, key in the language, and default; None, which is never written, for none."""
    return tuple(
        (name, field.alias or name, None if field.is_required() else field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
    )


def _field(name: str, value: Any) -> Written:  # noqa: ANN401 - any value of a model
    special = _SPECIAL.get(name)
    return special(value) if special is not None else _value(value)


def _value(value: Any) -> Written:  # noqa: ANN401 - any value of a model
    for kind, write in _KINDS:
        if isinstance(value, kind):
            return write(value)
    return str(value)


def _number(value: Decimal) -> Plain:
    return Plain(f"{value:f}")


def _share(value: Decimal | None) -> Plain:
    return Plain("true" if value is None else f"{(value * 100).normalize():f}%")


def _duration(value: timedelta) -> Plain:
    seconds = Decimal(value // timedelta(microseconds=1)) / 1_000_000
    parts = []
    for unit, size in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count:f} {unit}")
    if seconds or not parts:
        parts.append(f"{seconds.normalize():f} s")
    return Plain(" ".join(parts))


def _ids(ids: Sequence[str]) -> Written:
    return ids[0] if len(ids) == 1 else list(ids)


def _list(items: Sequence[str]) -> Written:
    return list(items)


def _mapping(value: Mapping[str, Any]) -> Written:
    return {key: _value(value[key]) for key in sorted(value)}


def _vocabulary(value: Mapping[str, BaseModel]) -> Written:
    entries = {key: _fields(value[key]) for key in sorted(value)}
    return entries if any(entries.values()) else list(entries)


def _stages(value: Mapping[str, BaseModel]) -> Written:
    entries = {key: _fields(stage) for key, stage in value.items()}
    return entries if any(entries.values()) else list(entries)


def _choice(choice: Choice) -> Written:
    return {"not": _ids(choice.ids)} if choice.negated else _ids(choice.ids)


def _asked(value: Mapping[str, Filter]) -> Written:
    if all(choices.everyone for choices in value.values()):
        return _ids(sorted(value))
    return {key: Plain("always") if value[key].everyone else _fields(value[key]) for key in sorted(value)}


def _records(value: Mapping[str, Sequence[str] | None]) -> Written:
    if all(items is None for items in value.values()):
        return _ids(sorted(value))
    return {key: None if (items := value[key]) is None else _ids(items) for key in sorted(value)}


def _resolves(value: Resolves) -> Written:
    if value.reasons is None:
        return _share(value.share)
    if value.reasons and all(share is None for share in value.reasons.values()):
        return sorted(value.reasons)
    return {key: _share(value.reasons[key]) for key in sorted(value.reasons)}


def _entry(value: Entry | bool) -> Written:
    if isinstance(value, bool):
        return _value(value)
    return _fields(value) or Plain("true")


def _carries(value: str | Sequence[str]) -> Written:
    return Plain(value) if isinstance(value, str) else list(value)


def _selector(value: Selector) -> Written:
    if value.word is not None:
        return Plain(value.word)
    return list(value.ids) if value.ids else _fields(value.attributes) if value.attributes is not None else []


def _staff(value: Mapping[str, Decimal] | str) -> Written:
    if isinstance(value, str):
        return value
    return _number(value[""]) if list(value) == [""] else _mapping(value)


def _shares(value: Mapping[str, Decimal] | Decimal | str | Sequence[str]) -> Written:
    """A share, or shares by id (`by` of an entry); names of dimensions are used for filters and lists of ids too."""
    if isinstance(value, Mapping):
        return {key: _share(value[key]) for key in sorted(value)}
    return _share(value) if isinstance(value, Decimal) else _value(value)


_SPECIAL: dict[str, Callable[[Any], Written]] = {
    "journeymap": lambda _: Plain("1"),
    **dict.fromkeys(SECTIONS, _vocabulary),
    "stages": _stages,
    "tasks": _list,
    **dict.fromkeys(("share", "abandons", "silent_loss", "reason", "segment", "product"), _shares),
    "needs": lambda value: _asked(value) if isinstance(value, Mapping) else _ids(value),
    "always_asks": lambda value: _asked(value) if isinstance(value, Mapping) else _ids(value),
    "records": lambda value: _records(value) if isinstance(value, Mapping) else _ids(value),
    "systems": lambda value: _vocabulary(value) if isinstance(value, Mapping) else _ids(value),
    "entry": _entry,
    "resolves": lambda value: _resolves(value) if isinstance(value, Resolves) else _ids(value),
    "carries": _carries,
    "staff": _staff,
    "changes": lambda value: [_fields(change) for change in value],
}
"""Fields whose written form cannot be told from the kind of their value."""

_KINDS: tuple[tuple[type | tuple[type, ...], Callable[[Any], Written]], ...] = (
    (str, str),
    (bool, lambda value: Plain("true" if value else "false")),
    (int, lambda value: Plain(str(value))),
    (Decimal, _number),
    (timedelta, _duration),
    (date, lambda value: value.isoformat()),
    (Choice, _choice),
    (Selector, _selector),
    (Volume, lambda value: Plain(f"{value.amount:f}/{value.period}")),
    (BaseModel, _fields),
    (Mapping, _mapping),
    (
        tuple,
        lambda value: [_value(item) for item in value] if value and isinstance(value[0], BaseModel) else _ids(value),
    ),
)
"""From kind of value to its written form; the first that fits."""
