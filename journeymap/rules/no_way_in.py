"""Customers with some matter have no way in that leads to a resolution."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import CaseLabel, Finding, Json, Message, Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]

_NOTHING = "nothing is resolved anywhere in this map: no touchpoint has resolves"
_NOBODY_RESOLVES = "nobody resolves the matter of {case}"
_NO_ENTRY = "{case} has no entry: customers cannot begin anywhere"
_NO_WAY = "no entry of {case} leads to a touchpoint that resolves the matter"
_WHOLE_MAP = "this map"

_HELP_RESOLVES = Message("say at a touchpoint what is settled there: resolves: true, or a list of reasons")
_HELP_ENTRY = Message("mark where these customers begin: entry: true")
_HELP_WAY = Message("add the missing transfer, or an entry (entry: true) from which the resolution can be reached")


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per case, or one for the map if nothing is resolved in any case."""
    if not answers.reach.resolved_somewhere:
        yield Finding(
            code="JM103",
            path="touchpoints",
            subject={"case": {}},
            message=Message(_NOTHING),
            help=_HELP_RESOLVES,
        )
        return
    for label in answers.cases.each(answers.reach.no_way_in) if answers.reach.no_way_in else ():
        yield _finding(answers, label)


def _finding(answers: Answers, label: CaseLabel) -> Finding:
    case: dict[str, Json] = dict(label)
    mask = answers.cases.find(dict(label))
    if not answers.reach.resolved_somewhere & mask:
        template, help_text = _NOBODY_RESOLVES, _HELP_RESOLVES
    elif not any(cases & mask for cases in answers.network.entries.values()):
        template, help_text = _NO_ENTRY, _HELP_ENTRY
    else:
        template, help_text = _NO_WAY, _HELP_WAY
    return Finding(
        code="JM103",
        path=_path(label),
        subject={"case": case},
        message=Message(template, {"case": _matter(answers, label)}),
        help=help_text,
        cases="all" if len(answers.cases) == 1 else (label,),
    )


def _path(label: CaseLabel) -> str:
    section, key = _telling(label)
    return f"{section}.{key}" if key else "touchpoints"


def _matter(answers: Answers, label: CaseLabel) -> str:
    """What the customer wants. The rest of the case is not said, so that cases that differ in it are told together."""
    section, key = _telling(label)
    return f'"{answers.map.name_of(section, key)}"' if key else _WHOLE_MAP


def _telling(label: CaseLabel) -> tuple[str, str]:
    """The section and id of the dimension that tells most; empty for a map without dimensions."""
    case = dict(label)
    return next(((f"{name}s", case[name]) for name in ("reason", "segment", "product") if name in case), ("", ""))


RULE = Rule("JM103", "no-way-in", Severity.ERROR, check, __name__)
