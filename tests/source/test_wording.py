"""Every kind of problem has words, and only the words of the table reach people."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

import journeymap.model
import journeymap.source
from journeymap.model import ContactMap
from journeymap.source import wording, wording_of_form
from journeymap.source.checks import CONTRADICTIONS
from journeymap.source.locations import all_keys

MODEL = Path(journeymap.model.__file__).parent
SOURCE = Path(journeymap.source.__file__).parent
REFUSING = {"problem": 0, "parse_number": 1, "_scalar": 1}
HANDLED_APART = {"unknown_key", "duplicate_id"}


def literal_arguments(folder: Path, calls: dict[str, int]) -> set[str]:
    """Text that is given to some functions at some place."""
    found: set[str] = set()
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls:
                place = calls[node.func.id]
                arguments = [node.args[place]] if len(node.args) > place else []
                for argument in arguments:
                    values = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
                    found |= {
                        one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str)
                    }
    return found


def test_every_kind_that_a_model_refuses_has_words() -> None:
    kinds = literal_arguments(MODEL, REFUSING)
    assert len(kinds) > 20
    assert kinds - HANDLED_APART <= set(wording.KINDS)


def test_every_fault_of_form_has_words() -> None:
    kinds = literal_arguments(SOURCE, {"Fault": 0, "LimitReached": 0})
    assert len(kinds) > 25
    assert kinds <= set(wording_of_form.FORM)


def test_every_contradiction_has_words() -> None:
    assert literal_arguments(SOURCE, {"Contradiction": 0}) <= set(CONTRADICTIONS)


def test_every_model_has_a_word_for_unknown_keys() -> None:
    models: set[str] = set()
    queue: list[type] = [journeymap.model.shapes.Element]  # type: ignore[attr-defined]
    while queue:
        queue += (found := queue.pop().__subclasses__())
        models |= {one.__name__ for one in found}
    assert models - {"Vocable"} == set(wording.UNKNOWN_KEY)
    assert {"for", "from", "lasts", "within"} <= all_keys()
    assert set(ContactMap.model_fields) <= all_keys()


TEMPLATES = [
    *(
        template
        for one in (*wording.KINDS.values(), *wording_of_form.FORM.values())
        for template in (one.message, one.help)
    ),
    *wording.SHAPES.values(),
    *wording.UNKNOWN_KEY.values(),
    *wording_of_form.RELATED.values(),
    *(template for pair in CONTRADICTIONS.values() for template in pair),
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_template(template: str) -> None:
    """A template is well formed and does not end like a sentence."""
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(template))
    assert template
    assert not template.endswith(".")
