"""A finding in a line of the legend: what it is, and where, by names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from journeymap.draw.finding_titles import title_of
from journeymap.draw.spots import Spot
from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.findings import Diagnostic
from journeymap.model import ContactMap

__all__ = ["mark_text"]

_MARK = Words("{title}: {where}", "{title}：{where}")
_MARK_ALONE = Words("{title}", "{title}")
_WITH_ITEMS = Words("{place} ({items})", "{place}（{items}）")
_BY_CODE = {
    "JM105": Words("{place}, {items}", "{place}，{items}"),
    "JM111": Words("{place} needs {items}", "{place} 缺少：{items}"),
    "JM206": Words("{items} gets it back: {place}", "又转回 {items}：{place}"),
    "JM207": Words("{items} transfers from {place}", "从 {place} 起需转接 {items} 次"),
    "JM301": Words("{place} asks again for {items}", "{place} 再次询问：{items}"),
    "JM302": Words("{place} asks for {items}", "{place} 询问：{items}"),
    "JM303": Words("{place} asks for {items}", "{place} 询问：{items}"),
    "JM305": Words("{place} asks for {items}", "{place} 询问：{items}"),
}
_SEPARATOR = Words(", ", "、")
_RANGE = Words("{least} to {most}", "{least} 至 {most}")
_MORE = Words("{count} more", "另有 {count} 个")
_ON = " → "
_MOST_NAMES = 6

_SECTIONS = {
    "information": "information",
    "departments": "departments",
    "department": "departments",
    "segment": "segments",
    "reason": "reasons",
    "stage": "stages",
    "product": "products",
}
"""Facts of a subject that say more than where a finding is."""


def mark_text(
    contact_map: ContactMap, found: Sequence[Diagnostic], spot: Spot, language: Language, closed: str = ""
) -> str:
    """Findings of one rule at one spot as a line of the legend; `closed` is when a door is closed on arrival."""
    title = title_of(found[0].code).say(language)
    place = _place(contact_map, spot, language)
    items = closed or _items(contact_map, found, language)
    if place and items:
        template = _BY_CODE.get(found[0].code, _WITH_ITEMS)
        return _MARK.say(language, title=title, where=template.say(language, place=place, items=items))
    where = place or items
    return (_MARK if where else _MARK_ALONE).say(language, title=title, where=where)


def _place(contact_map: ContactMap, spot: Spot, language: Language) -> str:
    if spot.walk:
        ids = [spot.walk[0][0], *(target for _, target in spot.walk)]
        return _names(contact_map, "touchpoints", ids, _ON.join, language)
    if spot.transfers:
        ids = [spot.transfers[0].sender, spot.transfers[0].target]
        return _names(contact_map, "touchpoints", ids, _ON.join, language)
    for section in ("touchpoints", "reasons", "departments"):
        if ids := getattr(spot, section):
            return _names(contact_map, section, ids, _SEPARATOR.say(language).join, language)
    return ""


def _items(contact_map: ContactMap, found: Sequence[Diagnostic], language: Language) -> str:
    """What the findings are about beside their place, each thing once, in order."""
    subjects = [each.subject for each in found]
    if "transfers" in subjects[0]:
        return _range([int(str(subject["transfers"])) for subject in subjects], language)
    for fact in ("contract", "task", "path"):
        if fact in subjects[0]:
            return _listed({str(subject[fact]) for subject in subjects if fact != "path"}, language)
    for fact, section in _SECTIONS.items():
        if fact in subjects[0]:
            keys = {key for subject in subjects for key in _keys(subject[fact])}
            names = [contact_map.name_of(section, key) for key in sorted(keys)]
            return _SEPARATOR.say(language).join(_fewer(names, language))
    return ""


def _keys(value: object) -> Iterable[str]:
    return [value] if isinstance(value, str) else map(str, value) if isinstance(value, Iterable) else ()


def _range(numbers: list[int], language: Language) -> str:
    least, most = min(numbers), max(numbers)
    return str(least) if least == most else _RANGE.say(language, least=least, most=most)


def _listed(words: Iterable[str], language: Language) -> str:
    return _SEPARATOR.say(language).join(_fewer(sorted(words), language))


def _names(
    contact_map: ContactMap, section: str, ids: Iterable[str], join: Callable[[Iterable[str]], str], language: Language
) -> str:
    return join(_fewer([contact_map.name_of(section, key) for key in ids], language))


def _fewer(names: list[str], language: Language) -> list[str]:
    """The first few names, and how many there are beside them."""
    if len(names) <= _MOST_NAMES:
        return names
    return [*names[: _MOST_NAMES - 1], _MORE.say(language, count=len(names) - _MOST_NAMES + 1)]
