"""Small maps written by hand in few words, and what the oracle says of them in few words."""

from __future__ import annotations

import json
from typing import Any

import yaml

from . import CODES, oracle

FACTS = (
    "path", "case", "touchpoint", "touchpoints", "from", "to", "information", "lost_on", "loop",
    "department", "departments", "entry", "transfers", "walk", "stage", "product", "reason", "segment", "systems",
    "task", "tasks", "contract", "minutes_per_week",
)  # fmt: skip
HEAD = """
journeymap: 1
channels: {phone: {}, web: {mode: message}, app: {mode: self}}
departments: [centre, cards, back]
systems: {crm: {holds: [number]}}
information: {number: {}, story: {}, identity: {lasts: contact}}
"""


def answers(text: str, *codes: str) -> dict[str, Any]:
    """What the oracle says of a map, by code, with the values of the subjects; codes without findings left out."""
    found = oracle(yaml.load(HEAD + text, Loader=yaml.BaseLoader))
    wanted = {code: found[code] for code in codes or CODES if found[code]}
    return {code: {told(json.loads(key)): cases for key, cases in held.items()} for code, held in wanted.items()}


def told(subject: dict[str, Any]) -> str:
    return str([subject[fact] for fact in FACTS if fact in subject])


def touchpoints(*lines: str, **sections: str) -> str:
    """`id: {...}` lines with channel phone and department centre where the line says nothing else."""
    text = "".join(f"{section}: {value}\n" for section, value in sections.items()) + "touchpoints:\n"
    for line in lines:
        key, _, body = line.partition(": ")
        inner = body.strip()[1:-1]
        for attribute, default in (("channel", "phone"), ("department", "centre")):
            inner += "" if f"{attribute}:" in inner else f", {attribute}: {default}"
        text += f"  {key}: {{{inner.removeprefix(', ')}}}\n"
    return text


def reason(value: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    return ((("reason", value),),)
