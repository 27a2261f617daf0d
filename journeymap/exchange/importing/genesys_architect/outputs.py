"""The outputs of an action: what it goes on with, and the actions that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeymap.exchange.importing.genesys_architect.catalogue import EXPECTED, FAILURES, Part
from journeymap.exchange.importing.genesys_architect.parsed import Path
from journeymap.exchange.importing.genesys_architect.wording import condition
from journeymap.exchange.importing.loose import mapping, text

__all__ = ["LEAVING", "Output", "outputs_of"]

_USUAL = frozenset({"success", "default", "loop", "active", "open", "completed", "complete"})
_WORDLESS = _USUAL | {"closed", "inactive"}
_CLOSED = frozenset({"closed", "holiday", "emergency", "inactive"})
LEAVING = frozenset({Part.QUEUE, Part.PERSON, Part.NUMBER, Part.VOICEMAIL, Part.FLOW})
"""Parts from which the contact does not come back, unless they fail."""
_TWO_SIDED = {
    "found": ("notFound",),
    "notFound": ("found",),
    "success": (),
    "failure": ("success",),
    "timeout": ("success",),
    "yes": ("no",),
    "no": ("yes",),
}
"""What else there is where an output is told: it goes on with the action that follows."""


@dataclass(frozen=True, slots=True)
class Output:
    """An output: its name, what is said about it, and where its actions stand (None: the action that follows)."""

    name: str
    words: str = ""
    path: Path | None = None
    failure: bool = False
    closed: bool = False


def outputs_of(part: Part, action: Mapping[str, object], path: Path, asked: frozenset[str]) -> list[Output]:
    """The outputs of an action, those told first, then those that silently go on."""
    if part is Part.SWITCH:
        return list(_cases(action, path, asked))
    told = list(_told(action.get("outputs"), (*path, "outputs")))
    expected = list(EXPECTED.get(part, ()))
    for output in told if part not in LEAVING else ():
        expected += _TWO_SIDED.get(output.name, ())
    if part is Part.HOURS and not any(not output.closed for output in told):
        expected.append("open")
    if part is Part.ASK and not any(not output.failure for output in told):
        expected.append("success")
    known = {output.name for output in told}
    return told + [_output(name) for name in dict.fromkeys(expected) if name not in known]


def _told(outputs: object, path: Path) -> Iterator[Output]:
    for name, value in mapping(outputs).items():
        if isinstance(value, list):
            yield from _listed(value, (*path, name))
        elif isinstance(mapping(value).get("actions"), list):
            yield _output(name, (*path, name, "actions"))
        elif isinstance(mapping(value).get("outputActions"), list):
            yield _output(name, (*path, name, "outputActions"))


def _listed(values: list[object], path: Path) -> Iterator[Output]:
    """Outputs in a list, each with a name: intents, paths, cases."""
    for place, value in enumerate(values):
        for key, inside in mapping(value).items():
            if isinstance(inside, dict):
                words = text(inside.get("name")) or key
                where = (*path, str(place), key, "actions") if isinstance(inside.get("actions"), list) else None
                yield Output(words, words, where)


def _output(name: str, path: Path | None = None) -> Output:
    folded = name.casefold()
    failure = folded in FAILURES
    words = FAILURES.get(folded, "") if failure else "" if name in _WORDLESS else _in_words(name)
    return Output(name, words, path, failure=failure, closed=folded in _CLOSED)


def _in_words(name: str) -> str:
    if name.startswith("digit_"):
        return {"star": "*", "pound": "#"}.get(name.removeprefix("digit_"), name.removeprefix("digit_"))
    return "".join(f" {character.lower()}" if character.isupper() else character for character in name).strip()


def _cases(action: Mapping[str, object], path: Path, asked: frozenset[str]) -> Iterator[Output]:
    """The cases of a switch, in order, and what is done otherwise."""
    where, evaluated = _with_cases(action, path)
    about = condition(mapping(evaluated.get("value"))) if "value" in evaluated else ""
    values = evaluated.get("cases")
    for place, value in enumerate(values if isinstance(values, list) else ()):
        for key, inside in mapping(value).items():
            words = condition(mapping(mapping(inside).get("value")), asked)
            has_actions = isinstance(mapping(inside).get("actions"), list)
            actions = (*where, "cases", str(place), key, "actions") if has_actions else None
            yield Output(words, f"{about} = {words}" if about else words, actions)
    default = isinstance(mapping(evaluated.get("default")).get("actions"), list)
    yield Output("default", "otherwise", (*where, "default", "actions") if default else None)


def _with_cases(action: Mapping[str, object], path: Path) -> tuple[Path, Mapping[str, object]]:
    """Where the cases stand: in the action, or some levels below `evaluate`."""
    waiting: list[tuple[Path, Mapping[str, object]]] = [(path, action)]
    for _ in range(8):
        if not waiting:
            break
        where, value = waiting.pop(0)
        if "cases" in value or "default" in value:
            return where, value
        waiting += [((*where, key), inside) for key, inside in value.items() if isinstance(inside, dict)]
    return path, {}
