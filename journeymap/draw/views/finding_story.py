"""What happens where on a finding's walk, in a few words on boxes and arrows, numbered in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journeymap.draw.wishes import Language
from journeymap.draw.words import Words
from journeymap.findings import Diagnostic, Json, Step
from journeymap.model import ContactMap

__all__ = ["Story", "story_of"]

_NUMBERED = frozenset({"gives", "read", "lost", "asked_again", "known"})
_NOTES = {
    "gives": Words("given here", "在此提供"),
    "asked_again": Words("asked again here", "在此又被询问"),
    "known": Words("known here, asked all the same", "此处已知，仍然询问"),
    "read": Words("found in {system}", "在 {system} 中查到"),
    "taken_in": Words("the request is taken in here", "在此受理请求"),
    "settled": Words("settled here", "在此办结"),
    "last_exit": Words("last exit to a resolution", "通往解决的最后出口"),
    "ends": Words("the contact ends here", "联络到此为止"),
    "caught": Words("from here only round and round", "从此只能兜圈"),
}
_ALSO = Words("{number}: {note}", "{number}：{note}")
_LOST = Words("{number} lost: {items}", "{number} 丢失：{items}")
_SUBJECTS = {
    "JM402": ("tasks", None, Words("machines do this too: {name}", "机器也能做：{name}")),
    "JM501": ("systems", "systems", Words("opens {name}", "需打开 {name}")),
    "JM502": ("task", None, Words("done here: {name}", "在此处理：{name}")),
}
"""What a subject adds to the touchpoints it names: the fact, the section its ids are of, and the words."""

Hop = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Story:
    """Notes and numbers by touchpoint, what is lost by transfer, the items it is about, the touchpoints
    at which they are asked again, and where a customer enters.
    """

    notes: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    lost: Mapping[Hop, str]
    items: frozenset[str]
    again: frozenset[str] = field(default_factory=frozenset)
    enters: frozenset[str] = field(default_factory=frozenset)


def story_of(contact_map: ContactMap, diagnostic: Diagnostic, language: Language) -> Story:
    """The story of a finding. Where items are given, lost and asked again these events are numbered. O(events)."""
    told = _Telling(contact_map, language)
    for step in diagnostic.witness:
        told.take(step)
    told.take_subject(diagnostic)
    items = {step.facts["information"] for step in diagnostic.witness if "information" in step.facts}
    items.update(_ids(diagnostic.subject.get("information")))
    again, enters = (_at(diagnostic.witness, event) for event in ("asked_again", "enters"))
    notes = {key: tuple(dict.fromkeys(notes)) for key, notes in told.notes.items()}
    return Story(notes, told.numbers, told.lost, frozenset(items), again, enters)


def _at(witness: Iterable[Step], event: str) -> frozenset[str]:
    return frozenset(step.facts["touchpoint"] for step in witness if step.event == event)


class _Telling:
    def __init__(self, contact_map: ContactMap, language: Language) -> None:
        self._map = contact_map
        self._language: Language = language
        self._number = 0
        self.notes: dict[str, list[str]] = {}
        self.numbers: dict[str, int] = {}
        self.lost: dict[Hop, str] = {}

    def take(self, step: Step) -> None:
        """One event more."""
        facts = step.facts
        self._number += step.event in _NUMBERED
        if step.event == "lost":
            item = self._map.name_of("information", facts["information"])
            self.lost[facts["from"], facts["to"]] = _LOST.say(self._language, number=self._number, items=item)
        elif step.event in _NOTES:
            self._note(facts["touchpoint"], self._say(_NOTES[step.event], facts), numbered=step.event in _NUMBERED)

    def take_subject(self, diagnostic: Diagnostic) -> None:
        """What the subject of a rule says of the touchpoints that it names."""
        if diagnostic.code not in _SUBJECTS:
            return
        fact, section, words = _SUBJECTS[diagnostic.code]
        values = _ids(diagnostic.subject.get(fact))
        named = [self._map.name_of(section, value) if section else value for value in values]
        for key in (*_ids(diagnostic.subject.get("touchpoint")), *_ids(diagnostic.subject.get("touchpoints"))):
            for each in named:
                self._note(key, words.say(self._language, name=each), numbered=False)

    def _say(self, words: Words, facts: Mapping[str, str]) -> str:
        system = facts.get("system", "")
        return words.say(self._language, system=self._map.name_of("systems", system) if system else "")

    def _note(self, key: str, note: str, *, numbered: bool) -> None:
        """The first number of a touchpoint is its own; a further one is said with the words."""
        if numbered and key in self.numbers:
            note = _ALSO.say(self._language, number=self._number, note=note)
        elif numbered:
            self.numbers[key] = self._number
        self.notes.setdefault(key, []).append(note)


def _ids(value: Json) -> Iterable[str]:
    return (value,) if isinstance(value, str) else [str(each) for each in value] if isinstance(value, list) else ()
