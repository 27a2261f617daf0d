"""A witness told as a story: what the customer lives through, one sentence per event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.findings import Step
from journeymap.report.naming import Names

__all__ = ["sentence", "story"]

MAX_STEPS = 24
"""A longer story breaks off and says how much is left."""

_SENTENCES = {
    "enters": "the customer begins at {touchpoint}",
    "gives": "{touchpoint} asks for {information}",
    "known": "{touchpoint} knows {information} and asks for it all the same",
    "read": "{touchpoint} finds {information} in {system}",
    "asked_again": "{touchpoint} asks for {information} again",
    "transferred": "{kind} {from} -> {to}",
    "lost": "lost: {kind} {from} -> {to} does not carry {information}",
    "lost_all": "lost: {kind} {from} -> {to} carries nothing",
    "taken_in": "{touchpoint} takes in the request",
    "last_exit": "last exit: from {touchpoint} a resolution could still be reached",
    "ends": "the contact ends at {touchpoint}",
    "settled": "{touchpoint} settles the matter",
    "circles": "and round again from {touchpoint}",
    "caught": "from {touchpoint} on every way leads round again",
}
_KINDS = {
    "warm": "warm transfer",
    "cold": "cold transfer",
    "next": "next step",
}
_LEFT = "... and {left} more events (--format json has them all)"


def story(witness: Sequence[Step], names: Names, items: Sequence[str] = ()) -> Iterator[str]:
    """The sentences; `items` are told in place of the one item of the witness where one story serves several."""
    for step in witness[:MAX_STEPS]:
        yield sentence(step, names, items)
    if len(witness) > MAX_STEPS:
        yield _LEFT.format(left=len(witness) - MAX_STEPS)


def sentence(step: Step, names: Names, items: Sequence[str] = ()) -> str:
    """One event in words."""
    words = {fact: _word(fact, value, names, items) for fact, value in step.facts.items()}
    event = "lost_all" if step.event == "lost" and step.facts.get("carries") == "none" else step.event
    template = _SENTENCES.get(event)
    if template is None:
        return f"{event}: {', '.join(words.values())}"
    return template.format_map({"kind": "transfer", **words})


def _word(fact: str, value: str, names: Names, items: Sequence[str]) -> str:
    if fact in ("touchpoint", "from", "to"):
        return names.touchpoint(value)
    if fact == "system":
        return names.system(value)
    if fact == "information":
        return ", ".join(map(names.information, items or (value,)))
    return _KINDS.get(value, value) if fact == "kind" else value
