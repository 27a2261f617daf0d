"""The case that a user means: ``segment=retail,reason=lost_card`` or just ``retail/lost_card``, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product

from journeymap.draw.lookup import way_out
from journeymap.errors import CannotRun
from journeymap.findings import CaseLabel, Message
from journeymap.graph import CaseSpace
from journeymap.model import ContactMap
from journeymap.model.filters import DIMENSIONS

__all__ = ["case_of"]

_NOT_SAID = "which case? this map has {count}"
_UNKNOWN = 'there is no segment, product or reason "{written}" in this map'
_NO_VALUE = 'there is no {dimension} "{written}" in this map'
_TWICE = 'the case "{written}" says the {dimension} twice'
_AMBIGUOUS = '"{written}" can mean several cases: {readings}'
_NO_CASE = 'there is no case "{written}": these do not come together in this map'
_SAY_ONE = "say one of them in full"
_THE_CASES = "the cases are: {cases}"
_MEANT = "did you mean {cases}?"
_MORE = "{cases} and {more} more"
_TOLD = 10
_SECTIONS = {"segment": "segments", "reason": "reasons", "product": "products"}
_CHINESE = {"客户分群": "segment", "产品线": "product", "来电原因": "reason"}
_COMMAS = re.compile(r"[,，、;；]")

_Values = dict[str, str]


def case_of(cases: CaseSpace, contact_map: ContactMap, text: str) -> int:
    """The set of the cases that `text` means; every case where a map has only one and nothing is said.

    Values are ids, or names that only one value has, with or without their dimension, separated by commas, slashes or
    spaces. What is not said may be anything: several classes of cases can match then. O(cases x values said).

    Raises CannotRun where nothing matches, with the nearest cases there are, or where a value could mean several.
    """
    every = cases.each(cases.all)
    if not text.strip():
        if len(every) == 1:
            return cases.all
        raise CannotRun(_told(_NOT_SAID, count=len(every)), help=_told(_THE_CASES, cases=_first(every)))
    readings = list(_readings(contact_map, text, every))
    matching = [(values, [label for label in every if values.items() <= dict(label).items()]) for values in readings]
    found = [(values, labels) for values, labels in matching if labels]
    if not found:
        raise CannotRun(_told(_NO_CASE, written=text.strip()), help=_nearest(every, readings))
    if len(found) > 1:
        told = " | ".join(_written(values.items()) for values, _ in found)
        raise CannotRun(_told(_AMBIGUOUS, written=text.strip(), readings=told), help=_SAY_ONE)
    mask = 0
    for label in found[0][1]:
        mask |= cases.find(dict(label))
    return mask


def _readings(contact_map: ContactMap, text: str, every: tuple[CaseLabel, ...]) -> Iterator[_Values]:
    """What the text can mean: every way to give its values a dimension each."""
    tokens = list(_tokens(contact_map, unicodedata.normalize("NFC", text)))
    told: list[_Values] = []
    for choice in product(*(_meanings(contact_map, token) for token in tokens)):
        values = dict(choice)
        if len(values) == len(choice) and values not in told:
            told.append(values)
    if not told:
        dimension = _meanings(contact_map, tokens[-1])[0][0]
        raise CannotRun(_told(_TWICE, written=text.strip(), dimension=dimension), help=_nearest(every, []))
    yield from told


def _tokens(contact_map: ContactMap, text: str) -> Iterator[str]:
    """The values said: between commas; where that is no value of the map, between slashes; else between spaces."""
    for part in _COMMAS.split(text):
        yield from _pieces(contact_map, part, (r"[/／]", r"\s+"))


def _pieces(contact_map: ContactMap, part: str, separators: tuple[str, ...]) -> Iterator[str]:
    part = part.strip()
    if not separators or list(_values(contact_map, part)):
        yield from [part] if part else []
        return
    for piece in re.split(separators[0], part):
        yield from _pieces(contact_map, piece, separators[1:])


def _meanings(contact_map: ContactMap, token: str) -> tuple[tuple[str, str], ...]:
    found = tuple(_values(contact_map, token))
    if found:
        return found
    dimension, value = _split(token)
    unknown = _told(_NO_VALUE, dimension=dimension, written=value) if dimension else _told(_UNKNOWN, written=token)
    raise CannotRun(unknown, help=_near_values(contact_map, dimension, value))


def _values(contact_map: ContactMap, token: str) -> Iterator[tuple[str, str]]:
    """The pairs of dimension and id that a value said can mean: by its id, else by its name."""
    dimension, value = _split(token)
    wanted = (dimension,) if dimension else DIMENSIONS
    by_id = [(each, value) for each in wanted if value in getattr(contact_map, _SECTIONS[each])]
    yield from by_id
    if not by_id:
        for each in wanted:
            for key in sorted(getattr(contact_map, _SECTIONS[each])):
                if contact_map.name_of(_SECTIONS[each], key).casefold() == value.casefold():
                    yield each, key


def _split(token: str) -> tuple[str | None, str]:
    """``segment=retail`` taken apart; no dimension where none is said."""
    before, equals, value = token.replace("＝", "=").partition("=")
    dimension = _CHINESE.get(before.strip(), before.strip().lower())
    return (dimension, value.strip()) if equals and dimension in DIMENSIONS else (None, token)


def _nearest(every: tuple[CaseLabel, ...], readings: list[_Values]) -> str:
    """The cases that share most with what was said; all of them where nothing was understood."""
    shared = [max((len(values.items() & dict(label).items()) for values in readings), default=0) for label in every]
    most = max(shared)
    near = tuple(label for label, count in zip(every, shared, strict=True) if count == most)
    return _told(_MEANT if most else _THE_CASES, cases=_first(near))


def _near_values(contact_map: ContactMap, dimension: str | None, value: str) -> str:
    """The nearest of the values there are; where none is near, the first of them."""
    sections = [_SECTIONS[each] for each in ((dimension,) if dimension else DIMENSIONS)]
    pairs = [(section, key) for section in sections for key in getattr(contact_map, section)]
    return way_out(value, (key for _, key in pairs), (contact_map.name_of(section, key) for section, key in pairs))


def _first(labels: tuple[CaseLabel, ...]) -> str:
    cases = " | ".join(_written(label) for label in labels[:_TOLD])
    return _told(_MORE, cases=cases, more=len(labels) - _TOLD) if len(labels) > _TOLD else cases


def _written(pairs: Iterable[tuple[str, str]]) -> str:
    return ",".join(f"{dimension}={value}" for dimension, value in pairs)


def _told(template: str, **values: str | int) -> str:
    return str(Message(template, values))
